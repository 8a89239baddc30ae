# Lo que se repite en todas partes. Trato de usted, frases cortas, la última línea dice qué hacer.

# --- Botones (máximo 20 letras, primero el verbo) ---
back-button = Atrás
help-button = Ayuda
cancel-button = Cancelar
skip-button = Omitir
keep-button = Dejar así
other-button = Otro
none-button = Ninguno de estos
next-button = Ver más
previous-button = Ver anteriores
accept-button = Acepto
refuse-button = No acepto
continue-button = Seguir
start-button = Empezar
register-button = Registrar mi junta
register-other-button = Registrar otra junta
resume-button = Seguir el registro
my-data-button = Ver mis datos
permissions-button = Cambiar permisos
mute-button = Silenciar mensajes
unmute-button = Recibir mensajes

# --- Piezas ---
stacked =
    { $first }

    { $second }
settled = { $label }: <b>{ $answer }</b>
settled-pending = { $label }: queda pendiente.
step = pregunta { $step } de { $total }
answer-skipped = sin dato
other-way-typed = Si prefiere, toque «Atrás» o «Ayuda». También puede escribir «cancelar» y seguir otro día: guardo lo que respondió.
other-way = Si prefiere, responda con un botón, toque «Atrás» o toque «Ayuda».
not-skippable = Esta pregunta sí hace falta. Si ahora no tiene el dato, escriba «cancelar» y siga otro día: guardo lo que ya respondió.

# --- Botones de antes (se ven un momento sobre el chat; máximo 200 letras) ---
late-press = Ese botón es de una pregunta anterior y no cambió nada. Ahora vamos en: { $label }.
late-press-home = Ese botón ya no está activo y no cambió nada. Escriba «hola» para ver qué puede hacer.
late-press-start = Ese botón ya no está activo y no cambió nada. Escriba «hola» para empezar.

# --- Lo que no se esperaba ---
not-understood = No entendí ese mensaje.
unknown-command = No conozco esa orden.
nothing-to-cancel = No hay nada por cancelar.
could-not-handle = No pude guardar su último mensaje. Por favor, envíelo otra vez. Lo que respondió antes sigue guardado.
contact-not-asked = Gracias. Por ahora no necesito un contacto y no lo guardé.
forwarded = Ese mensaje es reenviado y no lo puedo tomar como respuesta. Escríbame con sus palabras.
edited = Un mensaje que se cambia no lo tengo en cuenta: escríbame uno nuevo. Para corregir una respuesta, toque «Atrás».
attached-animation = No puedo usar animaciones.
attached-audio = No puedo escuchar audios. Escríbame, por favor.
attached-dice = El dado no lo puedo usar.
attached-document = No puedo abrir archivos y no guardé este.
attached-location = Gracias, pero no necesito su ubicación y no la guardé.
attached-photo = No puedo leer fotos y no guardé esta. Escríbame el dato, por favor.
attached-poll = No puedo responder encuestas.
attached-sticker = Recibí su sticker, pero no lo puedo leer.
attached-story = No puedo ver historias.
attached-video = No puedo ver videos y no guardé este.
attached-video-note = No puedo ver videomensajes. Escríbame, por favor.
attached-voice = No puedo escuchar notas de voz. Escríbame, por favor. También puede usar el micrófono del teclado: el celular escribe lo que usted dice.
attached-other = No puedo leer esa clase de mensaje.

# --- Inicio y ayuda ---
home-new =
    { $name }, todo está listo para registrar su junta.
    Son unas 9 preguntas cortas, cerca de 5 minutos. Puede parar y seguir otro día.
    Toque «Registrar mi junta» para empezar.
home-new-nameless =
    Todo está listo para registrar su junta.
    Son unas 9 preguntas cortas, cerca de 5 minutos. Puede parar y seguir otro día.
    Toque «Registrar mi junta» para empezar.
home-not-started =
    Todavía no hemos empezado.
    Toque «Empezar» cuando quiera. Son 6 preguntas cortas y luego puede registrar su junta.
home-without-service =
    Usted no me ha dado permiso para usar sus datos, así que no puedo registrar su junta.
    Si cambia de idea, toque «Cambiar permisos».
home-unfinished =
    Tiene un registro sin terminar. { $count ->
        [0] Todavía no hay respuestas guardadas.
        [one] Tengo guardada { $count } respuesta.
       *[other] Tengo guardadas { $count } respuestas.
    }
    Toque «Seguir el registro» y continúa donde iba.
home-registered =
    Su junta <b>{ $board }</b> quedó registrada el { $registered }{ $others ->
        [0] { "" }
        [one] { " " }Además tiene otra registrada.
       *[other] { " " }Además tiene otras { $others } registradas.
    }
    No tiene nada pendiente. La Alcaldía usará el registro para invitarle a los talleres.
welcome-back = Seguimos donde íbamos.
help =
    <b>Ayuda</b>
    Con este chat registra su junta, mira sus datos y los borra si quiere.
    Puede tocar los botones o escribir: «registrar», «mis datos», «permisos», «cancelar».
    «Atrás» vuelve a la pregunta anterior. Nada se envía sin que usted lo confirme.
    ¿No quiere que le escriba? Escriba «no quiero más mensajes».

# --- Silencio y aviso completo ---
muted =
    🔕 Listo: no le escribo más por mi cuenta.
    No recibirá invitaciones ni recordatorios. Si usted me escribe, le respondo como siempre. Sus datos y su registro siguen igual.
    Para volver a recibirlos, toque «Recibir mensajes».
unmuted =
    🔔 Listo: puedo volver a escribirle, por ejemplo para invitarle a un taller.
    Si cambia de idea, toque «Silenciar mensajes». No tiene que hacer nada más.
notice-full =
    <b>Aviso de privacidad, versión { $version }</b>

    { $text }

# --- Partes del equipo ---
right-ended = Su permiso para esta parte terminó. Aquí ya no se puede cambiar nada.
not-for-you = Esa parte es para el equipo que coordina el programa.
