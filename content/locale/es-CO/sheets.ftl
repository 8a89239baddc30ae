# Archivos de hojas de cálculo: por qué uno no se abrió, y la plantilla del listado de juntas.

# --- El archivo no se pudo abrir ---
sheet-empty = El archivo está vacío. Revise que sea el correcto y envíelo otra vez.
sheet-not-a-sheet = Ese archivo no es una hoja de cálculo. Envíe el listado en un archivo .xlsx o .csv.
sheet-old-xls = Ese archivo está en un formato antiguo. Ábralo, elija «Guardar como», escoja el tipo .xlsx y envíe el nuevo.
sheet-open-document = Ese archivo es de LibreOffice. Ábralo, elija «Guardar como», escoja el tipo .xlsx y envíe el nuevo.
sheet-protected = El archivo tiene clave y no lo puedo abrir. Quítele la clave y envíelo otra vez.
sheet-too-big = El archivo es muy grande. Deje una sola hoja con las columnas del listado, sin fotos, y envíelo otra vez.
sheet-too-many-rows = El archivo tiene demasiadas filas. Deje máximo 5.000 juntas por archivo y envíelo otra vez.
sheet-too-slow = El archivo se demora mucho en abrir. Copie solo el listado en un archivo nuevo y envíelo.
sheet-unsafe = Ese archivo trae por dentro partes que no son de un listado y no lo abrí. Copie las juntas en un archivo nuevo y envíelo.

# --- Plantilla ---
roster-template-written = La plantilla quedó en { $file }.
roster-preview-nothing-written = No se escribió nada.
roster-template-file = plantilla-juntas.xlsx
roster-template-sheet = Juntas
roster-template-help-sheet = Cómo llenarla
roster-template-column = Columna
roster-template-what = Qué se escribe
roster-template-example = Ejemplo
roster-help-name = Obligatoria. El nombre como está en los papeles. La fila que empieza por «Ejemplo» no se lee.
roster-help-kind = JAC, JVC o Asojuntas. Se puede dejar vacía si el nombre ya lo dice.
roster-help-localidad = El nombre o el número de la localidad. Se puede dejar vacía si el barrio es conocido.
roster-help-comuna = El número de la comuna, o «rural». Se puede dejar vacía si el barrio es conocido.
roster-help-barrio = Obligatoria, menos para Asojuntas. El barrio, la isla o el corregimiento.
roster-help-sector = El sector o la etapa, cuando el barrio tiene varias juntas.
roster-help-nit = El NIT con su último número después del guion. Vacía si la junta no tiene.
roster-help-personeria = El número y la fecha de la personería jurídica. Vacía si no se conoce.
roster-help-ruc = El Registro Único Comunal. Vacía si la junta no tiene.
roster-help-state = Activa, inactiva, suspendida o cancelada. Vacía si no se conoce.
roster-example-name = Ejemplo: Junta de Acción Comunal del barrio El Pozón, sector Central
roster-example-kind = JAC
roster-example-localidad = De la Virgen y Turística
roster-example-comuna = 6
roster-example-barrio = El Pozón
roster-example-sector = Central
roster-example-nit = 999123456-8
roster-example-personeria = Resolución de ejemplo 0001 de 1998
roster-example-ruc = 9-9999-00001
roster-example-state = activa
