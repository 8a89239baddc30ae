# La bandeja: las consultas de las personas, para el equipo. Denso y exacto.

command-bandeja = Consultas de las juntas
inbox-button = Ver la bandeja
ticket-answer-button = Responder
ticket-see-button = Ver la consulta
inbox-canned-button = Respuestas listas
inbox-take-button = Tomar
inbox-give-button = Pasar a alguien
inbox-queue-button = Dejar libre
inbox-close-button = Cerrar consulta
inbox-close-yes-button = Cerrar
inbox-close-no-button = Dejar abierta

ticket-nameless = Persona sin nombre
ticket-you = usted
ticket-colleague = Alguien del equipo
ticket-about = { $board }
ticket-about-card = { $board }. No le sirvió la ficha «{ $topic }»
ticket-status-free = sin tomar
ticket-status-open = por responder, la tiene { $colleague }
ticket-status-answered = respondida por { $colleague }
ticket-status-closed = cerrada
ticket-message = { $author } ({ $moment }): { $text }
ticket-kind-audio = (audio)
ticket-kind-document = (archivo)
ticket-kind-photo = (foto)
ticket-kind-video = (video)
ticket-kind-video-note = (videomensaje)
ticket-kind-voice = (nota de voz)
ticket-kind-other = (mensaje)

ticket-new-staff =
    <b>Consulta { $number } de { $name }</b>
    { $about }

    { $text }

    Conteste este mensaje y su respuesta le llega a la persona.
ticket-more-staff =
    <b>Consulta { $number }: { $name } escribe</b>

    { $text }

    Conteste este mensaje y su respuesta le llega a la persona.
ticket-given-to-you =
    <b>Le pasaron la consulta { $number } de { $name }</b>
    { $about }
    Conteste este mensaje, o mire la consulta.
ticket-passed = Le pasé su respuesta a { $name }, consulta { $number }. Si corrige este mensaje después, el cambio no le llega.
ticket-passed-second = Le pasé su respuesta a { $name }, consulta { $number }. Ojo: { $colleague } ya le había respondido.
ticket-not-yours = Esa consulta ya no es de su parte. No pasé su mensaje.
ticket-closed-by-person = { $name } dio por resuelta la consulta { $number }. No tiene que hacer nada.
ticket-late =
    <b>La consulta { $number } lleva más de 4 horas hábiles sin respuesta</b>
    { $name } espera desde el { $registered }.
    Conteste este mensaje, o mire la consulta.
ticket-late-owners =
    <b>La consulta { $number } lleva un día hábil sin respuesta</b>
    { $name } espera desde el { $registered }. El equipo ya lo sabe.
    Conteste este mensaje, o mire la consulta.
ticket-released =
    <b>{ $count ->
        [one] Una consulta quedó sin quien la atienda
       *[other] { $count } consultas quedaron sin quien las atienda
    }</b>
    Quien las tenía ya no recibe mensajes o salió del equipo. Números: { $numbers }.
    Mire la bandeja y páselas a alguien.
ticket-not-delivered = Su respuesta en la consulta { $number } no le llegó a { $name }: bloqueó este chat. Si tiene su celular en la ficha de la junta, puede llamarle.

inbox-label = Bandeja
inbox-ticket-label = Consulta
inbox-list =
    <b>Consultas: { $waiting } por responder, { $claims } respondidas sin cerrar</b>
    { $lines }
    Toque el número para ver una.
inbox-line = { $number }. Consulta { $ticket }, { $name }: { $status }, { $age }
inbox-empty =
    <b>No hay consultas abiertas.</b>
    Cuando llegue una, le aviso aquí. No tiene que hacer nada.
inbox-ticket =
    <b>Consulta { $number } de { $name }</b>: { $status }
    { $about }
    Últimos { $shown } de { $total } mensajes:
    { $lines }
inbox-reply =
    <b>Su respuesta en la consulta { $number }</b>
    { $last }

    Escríbala con sus palabras, o mande un audio, una foto o un archivo. Le llega a la persona apenas la envíe.
inbox-reply-expected = Escriba la respuesta, o mande un audio, una foto o un archivo. Para dejarlo, escriba «atrás».
inbox-answer-settled = Consulta { $number }: respuesta enviada.
inbox-give =
    <b>¿A quién le pasa la consulta { $number }?</b>
    { $lines }
    Toque el número. Esa persona recibe el aviso enseguida.
inbox-give-line = { $number }. { $colleague }
inbox-give-nobody = No hay nadie más que pueda atender esta consulta. Puede dejarla libre o volver con «Atrás».
inbox-canned =
    <b>Respuestas listas para la consulta { $number }</b>
    { $lines }
    Toque el número para leerla antes de enviarla.
inbox-canned-line = { $number }. { $title }
inbox-canned-sure =
    <b>Esto le llega a { $name }:</b>

    { $text }

    Toque «Enviar», o «Atrás» para escoger otra.
inbox-close =
    <b>¿Cierra la consulta { $number }?</b>
    { $name } recibe el aviso y se le pregunta si le sirvió. Si escribe en los próximos { $days } días, se abre otra vez.
inbox-help = Aquí están las consultas que no se han cerrado: primero las que esperan respuesta, de la más vieja a la más nueva. Quien responde primero la toma. También puede contestar el aviso que le llegó.
inbox-expected = Toque un botón o escriba el número. Para salir, escriba «cancelar».
inbox-left = Bandeja cerrada.
inbox-gone = Esa consulta ya no existe: la persona borró sus datos.
inbox-denied = Esa consulta es de otra localidad.
inbox-taken = La consulta queda a su nombre.
inbox-given = Consulta pasada.
inbox-freed = La consulta queda libre para quien la tome.
inbox-closed = Consulta cerrada. La persona recibe el aviso.
inbox-changed = Esta consulta cambió mientras tanto: así está ahora.

# --- Respuestas listas: título para el equipo y texto para la persona ---
canned-studying-title = La estamos mirando
canned-studying = Gracias por escribir. Estamos mirando su pregunta y le respondemos por aquí apenas tengamos la respuesta.
canned-entity-title = La resuelve otra entidad
canned-entity = Eso lo resuelve la entidad que abrió el proceso. Pregunte por escrito en el enlace del proceso, antes de que cierre, y guarde la respuesta.
canned-more-title = Falta un dato
canned-more = Para ayudarle nos falta un dato. Cuéntenos el nombre de la junta y qué trámite está haciendo.
canned-visit-title = Puede venir a la oficina
canned-visit = Puede venir a la oficina de Participación de la Alcaldía, de lunes a viernes, de 8 a. m. a 5 p. m. Traiga los papeles de la junta.
canned-settled-title = Preguntar si quedó claro
canned-settled = ¿Quedó clara la respuesta? Si ya no necesita más, toque «Ya está resuelto». Si le falta algo, escríbalo aquí.
