# Formularios: respuestas que no se entienden, y lo que se dice a quien escribe un formulario.

# --- Respuestas (el encuestado las lee debajo de la pregunta) ---
form-answer-empty = No llegó ninguna respuesta. Escríbala y envíela, por favor.
form-answer-long = Esa respuesta es muy larga. Caben { $most } letras: envíela más corta, por favor.
form-answer-integer = Aquí va un número sin decimales. Por ejemplo: <b>12</b>
form-answer-integer-fraction = Aquí va un número entero, sin coma. Por ejemplo: <b>12</b>
form-answer-decimal = Aquí va un número. Por ejemplo: <b>1.500</b> o <b>2,5</b>
form-answer-large = Ese número es demasiado grande. Revíselo, por favor. Por ejemplo: <b>1.500</b>
form-answer-range = Escoja un número de { $low } a { $high }.
form-answer-range-step = Escoja un número de { $low } a { $high }, de { $step } en { $step }.
form-answer-point = Envíe su ubicación con el clip, o escriba latitud y longitud. Por ejemplo: <b>10.4236 -75.5253</b>
form-answer-date = No reconocí la fecha. Escríbala así: <b>31/12/1990</b>, <b>12 de marzo de 2020</b> o <b>ayer</b>
form-answer-date-year = Falta el año. Por ejemplo: <b>12 de marzo de 2020</b>
form-answer-date-impossible = Ese día no existe en el calendario. Escriba día, mes y año. Por ejemplo: <b>28/02/2020</b>
form-answer-time = No reconocí la hora. Por ejemplo: <b>2:30 p. m.</b> o <b>14:30</b>
form-answer-moment = Escriba la fecha y la hora. Por ejemplo: <b>31/12/2020 2:30 p. m.</b>
form-answer-choice =
    { $count ->
        [one] Toque la opción, o escriba <b>1</b>.
       *[other] Toque una opción, o escriba su número, de 1 a { $count }.
    }
form-answer-choice-several = Eso sirve para varias opciones: { $choices }. ¿Cuál es? Escriba un poco más, o toque una.
form-answer-choices = No encontré «{ $piece }» entre las opciones. Tóquelas, o escriba sus números. Por ejemplo: <b>1, 3</b>
form-answer-ranking =
    { $count ->
        [one] Escriba el número de la opción.
       *[other] Escriba los { $count } números, primero el más importante. Por ejemplo: <b>2, 1</b> …
    }
form-answer-acknowledge = Para seguir, toque el botón o escriba <b>sí</b>.
form-answer-attachment =
    { $media ->
        [image] Aquí va una foto. Tóquela en el clip y envíela.
        [audio] Aquí va un audio. Mantenga oprimido el micrófono y hable.
        [video] Aquí va un video. Escójalo en el clip y envíelo.
       *[file] Aquí va un archivo. Escójalo en el clip y envíelo.
    }

# --- Informe sobre un formulario ---
form-report-clean = Sin observaciones: el formulario está listo.
form-report-count =
    { $errors ->
        [0] Ningún error
        [one] 1 error
       *[other] { $errors } errores
    }, { $warnings ->
        [0] ningún aviso
        [one] 1 aviso
       *[other] { $warnings } avisos
    }, { $notes ->
        [0] ninguna nota
        [one] 1 nota
       *[other] { $notes } notas
    }.
form-report-stopped = El formulario no puede publicarse hasta que se corrijan los errores.
form-report-ready = El formulario puede publicarse. Mire antes los avisos y las notas.
form-report-size =
    «{ $title }»: { $questions ->
        [one] 1 pregunta
       *[other] { $questions } preguntas
    }.
form-report-error = Error
form-report-warning = Aviso
form-report-note = Nota
form-report-sheet = hoja { $sheet }
form-report-row = fila { $row }
form-report-column = columna { $column }
form-report-no-file = No pude abrir { $name }. Revise el nombre y la carpeta.
form-report-usage = Uso: python -m bot form check archivo (.xlsx, .xls o .md)

# --- El archivo no se intenta abrir ---
form-refused =
    { $reason ->
        [kind] Este archivo no es un formulario XLSForm. Envíe una hoja de cálculo (.xlsx o .xls) o una tabla Markdown (.md).
        [bytes] El archivo pesa demasiado. El límite son 5 MB: quite imágenes y hojas que no sean del formulario.
        [bomb] El archivo se expande a un tamaño que no es normal y no se abrió. Guárdelo de nuevo como libro de Excel sencillo.
        [entities] El archivo trae definiciones de entidades, que un formulario no necesita, y no se abrió. Guárdelo de nuevo desde su hoja de cálculo.
        [rows] El formulario tiene demasiadas filas. El límite son 5.000 en survey y 50.000 en choices.
        [memory] El formulario necesita demasiada memoria. Divídalo en dos o quite filas y columnas que no use.
        [time] El formulario tarda demasiado en leerse. Divídalo en dos o quite filas y columnas que no use.
       *[other] El archivo está dañado o no es una hoja de cálculo. Ábralo, guárdelo de nuevo y envíelo otra vez.
    }

# --- Lo que no acepta el compilador (pyxform) ---
form-compiler-other = El formulario no se puede armar. El compilador dice, en inglés: { $text }
form-compiler-type = El tipo «{ $name }» no existe. Use los nombres del estándar: text, integer, decimal, date, select_one lista, note, calculate.
form-compiler-no-type = La fila no tiene tipo. Escriba uno en la columna type, o borre la fila.
form-compiler-no-name = La pregunta no tiene nombre. Escriba en la columna name una palabra corta, sin espacios.
form-compiler-calculation = La fila calculate no dice qué calcular. Escriba la fórmula en la columna calculation.
form-compiler-list = La lista «{ $name }» no está en la hoja choices. Revise el nombre en las dos hojas.
form-compiler-choices = Faltan opciones: la hoja choices necesita las columnas list_name, name y label.
form-compiler-choice-space = El nombre de opción «{ $name }» tiene espacios. Únalo con guion bajo: muy_malo.
form-compiler-no-survey = Falta la hoja survey, donde van las preguntas.
form-compiler-duplicate-header = La columna «{ $name }» está dos veces. Deje una sola.
form-compiler-not-a-form = El archivo no se puede leer como formulario. Revise que sea .xlsx, .xls o una tabla .md con las hojas survey y choices.
form-compiler-headers = Los encabezados de la hoja no son los del estándar. La primera fila debe traer type, name y label.
form-compiler-headers-alike = Dos columnas dicen lo mismo con distinto nombre («{ $name }»). Deje una sola.
form-compiler-headers-missing = Faltan columnas obligatorias: { $name }.
form-compiler-column-name = Una columna de choices está sin nombre o tiene espacios en él. Escriba un nombre de una palabra.
form-compiler-choice-label = Una opción no tiene etiqueta. Escríbala en la columna label.
form-compiler-name-twice = El nombre «{ $name }» está repetido en el mismo grupo. Cambie uno de los dos.
form-compiler-repeat-root = El bloque repetido se llama como el formulario («{ $name }»). Cámbiele el nombre.
form-compiler-repeat-twice = Dos bloques repetidos se llaman «{ $name }». Cambie uno de los dos.
form-compiler-name-meta = El nombre meta está reservado. Use otro.
form-compiler-choice-name = Una opción no tiene nombre. Escríbalo en la columna name, sin espacios.
form-compiler-choice-twice = Dos opciones de la misma lista se llaman igual. Cambie una de las dos.
form-compiler-name-form = El nombre «{ $name }» no sirve: debe empezar por una letra y llevar solo letras, números, guion y guion bajo.
form-compiler-reference-form = Una referencia está mal escrita. Se escribe con el signo de pesos y el nombre entre llaves, sin espacios.
form-compiler-reference-unknown = Se menciona «{ $name }», que no es el nombre de ninguna pregunta. Revise cómo está escrito en la columna name.
form-compiler-reference-twice = Se menciona «{ $name }», y hay más de una pregunta con ese nombre. Cambie el nombre de una.
form-compiler-range-number = En parameters, «{ $name }» debe ser un número. Por ejemplo: start=1 end=10 step=1
form-compiler-range-zero = En parameters, «{ $name }» no puede ser 0.
form-compiler-range-large = En parameters, «{ $name }» es mayor que toda la escala.
form-compiler-end-alone = Sobra un cierre: no hay un begin para este end.
form-compiler-end-missing = Falta el cierre del grupo o bloque «{ $name }». Agregue una fila end group o end repeat.
form-compiler-parameters-form = La columna parameters se escribe así: start=1 end=10 step=1
form-compiler-parameters-unknown = Este tipo de pregunta no admite el parámetro «{ $name }». Bórrelo.

# --- Observaciones sobre un formulario que sí se arma ---
form-finding-unreadable = El formulario compilado no se puede leer ({ $reason }). Avise a quien mantiene el bot.
form-finding-syntax = La fórmula { $expression } no se entiende: sobra o falta algo cerca de «{ $found }» (letra { $position }). Revise paréntesis y comillas.
form-finding-syntax-end = La fórmula { $expression } está incompleta. Revise si falta cerrar un paréntesis o una comilla.
form-finding-function = La función { $name }() no existe. Revise cómo está escrita.
form-finding-function-near = La función { $name }() no existe. ¿Quiso decir { $near }()?
form-finding-arguments =
    La función { $name }() recibió { $count ->
        [one] 1 valor
       *[other] { $count } valores
    } y espera { $most ->
        [-1] { $least } o más
       *[other] entre { $least } y { $most }
    }. Revise las comas.
form-finding-regex = El patrón { $pattern } puede tardar sin fin con ciertas respuestas. Evite repetir lo ya repetido, como (a+)+.
form-finding-required = En required dice «{ $written }», que no significa nada: la pregunta nunca sería obligatoria. Escriba yes.
form-finding-bare-name = «{ $name }» está sin signos. Si es la respuesta a esa pregunta, póngale el signo de pesos y las llaves, como en las demás fórmulas.
form-finding-path = «{ $path }» no lleva a ninguna pregunta. Si es un texto, póngalo entre comillas; si es una respuesta, revise el nombre.
form-finding-list = La lista «{ $name }» no está en la hoja choices.
form-finding-list-column = El filtro usa la columna «{ $column }», que no está en las opciones de la lista «{ $list }»: no quedaría ninguna. Las columnas de texto (label::…) no se pueden usar.
form-finding-cycle = Estas preguntas dependen unas de otras en círculo: { $names }. Quite una de las dependencias.
form-finding-cycle-own = La pregunta { $names } depende de sí misma. En relevant y calculation no se puede usar la propia respuesta.
form-finding-own-instance = { $function }() sobre «{ $name }» dentro del mismo bloque solo mira la fila actual. Ponga el cálculo después de end repeat.
form-finding-empty-number = Si no se responde { $names }, el resultado queda vacío. Use coalesce(…, 0) o haga obligatoria la pregunta.
form-finding-title = El formulario no tiene título. Escríbalo en la hoja settings, columna form_title.
form-finding-constraint-message = Hay una condición y no se dice qué se espera. Escriba un mensaje en constraint_message, con un ejemplo.
form-finding-label-beside = El texto está en { $column } y falta en { $translated }: no se mostraría. Páselo a { $translated }.
form-finding-label-twice = Hay un texto en { $column } y otro distinto en { $translated }. Solo uno se muestra: deje uno.
form-finding-translation = Falta la traducción a { $language }. Se mostraría en otro idioma.
form-finding-language-twice = El mismo idioma ({ $code }) tiene varios nombres: { $spellings }. Use uno solo en todas las columnas.
form-finding-choice-space = El nombre de opción «{ $name }» tiene espacios y se leería como varias opciones. Escriba { $fixed }.
form-finding-choice-number = El nombre de opción «{ $name }» parece un número que la hoja cambió. Dé formato de texto a la celda.
form-finding-label-long = La etiqueta tiene { $length } letras y no cabe en un botón ({ $most }). Saldrá en una lista con números.
form-finding-list-long = La lista «{ $list }» tiene { $count } opciones. Se escogerá escribiendo una parte del nombre.
form-finding-repeat = El bloque «{ $name }» no dice cuántas veces. El bot preguntará cada vez si hay otro. Con repeat_count se fija.
form-finding-encryption = El formulario pide respuestas cifradas (public_key), y el bot no las cifra: quedarían como las demás. Si deben ir cifradas, no lo publique aquí.
form-finding-entities = La hoja entities no se usa: el bot no crea entidades.
form-finding-media =
    El formulario trae archivos (imagen, audio o video) en { $count ->
        [one] 1 columna
       *[other] { $count } columnas
    }. Sin los archivos, la pregunta sale solo con su texto.
form-finding-or-other = or_other agrega «Other» y «Specify other.» en inglés. Mejor agregue una opción otro en choices y una pregunta text con relevant.
form-finding-type-geo = El tipo { $type } no se puede responder en un chat: se pediría como texto. Use geopoint.
form-finding-type-place = El tipo { $type } toma la ubicación sin preguntar, y en un chat eso no se puede: quedaría vacío. Use geopoint.
form-finding-type-silent = El tipo { $type } trabaja sin que la persona lo vea, y en un chat eso no se puede: quedaría vacío.
form-finding-type-device = El tipo { $type } pide datos del teléfono que un chat no tiene: quedaría vacío.
form-finding-type-file = { $type } necesita un archivo aparte que el bot no recibe: la lista queda vacía. Ponga las opciones en la hoja choices.
form-finding-appearance-list = La apariencia { $appearance } no existe en un chat: saldrá una lista con números.
form-finding-appearance-photo = La apariencia { $appearance } no existe en un chat: se pedirá una foto.
form-finding-appearance-place = La apariencia { $appearance } no existe en un chat: la persona envía su ubicación actual, o latitud y longitud.
form-finding-appearance-one-by-one = La apariencia { $appearance } no existe en un chat: las preguntas salen una por una.
form-finding-appearance-none = La apariencia { $appearance } necesita una aplicación que el chat no tiene: la pregunta se responde por escrito.
form-finding-appearance-calendar = La apariencia { $appearance } no existe en un chat: se usa el calendario corriente.
form-finding-appearance-masked = La apariencia { $appearance }: lo que se escribe en un chat se ve. El bot lo borra después de leerlo.

# --- Exportar (en la terminal) ---
form-export-sheet-codes = Códigos
form-export-sheet-labels = Respuestas
form-export-sheet-dictionary = Diccionario
form-export-board = Junta
form-export-localidad = Localidad
form-export-kind = Tipo
form-export-status = Estado
form-export-changed = Último cambio
form-export-name = Pregunta
form-export-label = Texto
form-export-type = Tipo de respuesta
form-export-code = Código
form-export-option = Opción
form-export-made = { $boards } juntas en { $file }.
form-export-no-form = No hay ninguna encuesta publicada con el nombre { $name }. Inicie el bot una vez y vuelva a intentarlo.
form-export-usage = Uso: python -m bot form export nombre archivo.xlsx (o .csv)
