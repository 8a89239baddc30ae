# El listado de juntas que llega en un archivo: qué se leyó, qué falta y cómo arreglarlo.

# --- El archivo entero ---
roster-empty = El archivo no tiene datos. Escriba las juntas debajo de los títulos y envíelo otra vez.
roster-no-header =
    No encontré los títulos de las columnas en las primeras 10 filas. Lo primero que vi fue: { $seen }.
    Ponga encima de las juntas una fila con estos títulos: { $wanted }.
roster-columns-missing =
    En el archivo falta: { $missing }. Estos son los títulos que vi: { $seen }.
    Agregue lo que falta y envíelo otra vez.
roster-columns-twice =
    Hay más de una columna para esto: { $columns }.
    Deje una sola y envíe el archivo otra vez.
roster-no-rows = Vi los títulos, pero no hay juntas debajo. Escríbalas y envíe el archivo otra vez.
roster-too-many-rows = El archivo tiene { $count } filas y puedo leer { $most }. Divídalo en varios archivos y envíelos uno por uno.

# --- Una fila ---
roster-at-cell = Fila { $row }, columna «{ $column }»: { $what }
roster-at-row = Fila { $row }: { $what }
roster-cell-missing = está vacía. Escriba el dato. Si la casilla está unida con otras, sepárelas y repita el dato en cada fila.
roster-cell-odd = no tiene un texto. Escriba el dato con letras o números.
roster-cell-date = el programa la cambió por una fecha ({ $value }). Póngale formato de texto y escriba el dato otra vez.
roster-cell-formula = tiene una fórmula que no puedo leer. Copie la columna y péguela como valores.
roster-cell-code = trae marcas de una página web. Borre esas marcas y deje solo el texto.
roster-cell-long = tiene { $length } letras y caben { $longest }. Escriba un texto más corto.
roster-name-odd = dice «{ $value }». Escriba el nombre de la junta con letras.
roster-kind-unknown = dice «{ $value }». Escriba JAC, JVC o Asojuntas.
roster-kind-missing = no sé qué clase de junta es. Escriba JAC, JVC o Asojuntas en la columna «tipo».
roster-localidad-unknown = no conozco «{ $value }». Escriba una de estas: { $known }.
roster-comuna-unknown = no conozco «{ $value }». Escriba un número de 1 a { $most }, o «rural».
roster-comuna-elsewhere = la comuna { $comuna ->
        [rural] rural
       *[other] { $comuna }
    } no es de la localidad { $localidad }. Es de: { $right }. Corrija la comuna o la localidad.
roster-barrio-elsewhere = { $barrio } queda en la localidad { $localidad }, { $comuna ->
        [rural] zona rural
       *[other] comuna { $comuna }
    }. Corrija el barrio, la comuna o la localidad.
roster-place-missing = no conozco el barrio «{ $barrio }» y este dato falta. Escriba la localidad y la comuna de la fila.
roster-nit-form = «{ $value }» no es un NIT. Escríbalo como 999123456-8, o deje la casilla vacía.
roster-nit-length = «{ $value }» no tiene 9 números antes del guion. Revise el NIT, o deje la casilla vacía.
roster-nit-start = «{ $value }» parece una cédula. El NIT de una junta empieza por 8 o por 9. Revíselo, o deje la casilla vacía.
roster-nit-check = el último número de { $number }-{ $given } no coincide: debe ser { $number }-{ $right }. Revise el NIT en el RUT.
roster-state-unknown = dice «{ $value }». Escriba activa, inactiva, suspendida o cancelada.
roster-row-twice = es la misma junta de la fila { $first }. Deje una de las dos. Si son distintas, escriba el sector de cada una.

# --- Avisos: la fila sí se lee ---
roster-barrio-unknown = no conozco el barrio «{ $barrio }». Lo dejo como está escrito.
roster-barrio-read-as = leí «{ $value }» como { $barrio }. Si no es ese barrio, corríjalo.

# --- Vista previa ---
roster-preview-read = { $count ->
        [0] No pude leer ninguna junta.
        [one] Leí { $count } junta.
       *[other] Leí { $count } juntas.
    }
roster-preview-new = { $count ->
        [0] No hay juntas nuevas.
        [one] { $count } es nueva.
       *[other] { $count } son nuevas.
    }
roster-preview-changed = { $count ->
        [0] Ninguna cambia.
        [one] { $count } cambia.
       *[other] { $count } cambian.
    }
roster-preview-unchanged = { $count ->
        [0] Ninguna queda igual.
        [one] { $count } queda igual.
       *[other] { $count } quedan igual.
    }
roster-preview-doubtful = { $count ->
        [one] { $count } puede ser una junta que ya está: alguien debe decidir.
       *[other] { $count } pueden ser juntas que ya están: alguien debe decidir.
    }
roster-preview-missing = { $count ->
        [one] { $count } junta de antes no está en el archivo. No la borro.
       *[other] { $count } juntas de antes no están en el archivo. No las borro.
    }
roster-preview-errors = { $count ->
        [one] { $count } error. Esa fila no entra hasta que se corrija:
       *[other] { $count } errores. Esas filas no entran hasta que se corrijan:
    }
roster-preview-warnings = { $count ->
        [one] { $count } aviso:
       *[other] { $count } avisos:
    }
roster-preview-more = { $count ->
        [one] Y { $count } más.
       *[other] Y { $count } más.
    }
roster-preview-ignored = No leí estas columnas: { $columns }.

# --- Cambios y dudas ---
roster-change-of = Fila { $row }, { $board }: { $changes }
roster-change = { $field }, de «{ $old }» a «{ $new }»
roster-doubt = Fila { $row }, { $board }: { $why } { $others }
roster-doubt-nit-of-another = tiene el NIT de otra junta con otro nombre:
roster-doubt-nit-of-several = varias juntas tienen ese NIT:
roster-doubt-near-name = el nombre se parece al de otra junta del barrio:
roster-doubt-same-place-and-name = hay otra con el mismo nombre y lugar:
roster-state-active = activa
roster-state-inactive = inactiva
roster-state-suspended = suspendida
roster-state-cancelled = cancelada

# --- Cargar desde la línea de órdenes ---
roster-mend-or-skip = Corrija las filas con error, o agregue { $option } para cargar las demás.
roster-nothing-new = No hay nada por guardar: el registro ya está así.
roster-add-yes = Para guardar, agregue { $option }.
roster-ask = ¿Guardar estos cambios en el registro? (sí o no)
roster-changed-meanwhile = El registro cambió mientras tanto. No se escribió nada: repita la orden para ver cómo queda.
roster-written = Guardado: juntas nuevas, { $entered }; juntas actualizadas, { $count }.
