# La mesa de coordinación (/juntas): lo que espera decisión, el listado, cada junta y su historia.

# --- Piezas ---
desk-lines = { $lines }
desk-gap = { "" }
desk-comma = { $first }, { $second }
desk-nameless = sin nombre
desk-phoneless = sin teléfono
desk-board-unknown = una junta que ya no está
desk-person-gone = alguien que borró sus datos
desk-office-gone = un cargo
desk-age-now = hace menos de una hora
desk-age-hours = { $count ->
        [one] hace { $count } hora
       *[other] hace { $count } horas
    }
desk-age-days = { $count ->
        [one] hace { $count } día
       *[other] hace { $count } días
    }
desk-whole = En total: { $total }.
desk-part = De la { $first } a la { $last }, de { $total }.
desk-actor-bot = el programa
desk-actor-team = el equipo
desk-actor-team-named = { $name } (equipo)
desk-actor-person = una persona
desk-actor-person-named = { $name }
desk-scope-city = toda Cartagena
desk-scope-localidad = localidad { $localidad }
desk-reach-reached = con contacto
desk-reach-claimed = con solicitud
desk-reach-unreached = sin contacto
desk-status-listed = en el listado
desk-status-proposed = propuesta, falta decidir
desk-status-rejected = rechazada
desk-status-inactive = inactiva
desk-status-merged = unida con otra
desk-kind-label = Clase
desk-localidad-label = Localidad
desk-status-label = Estado
desk-reach-label = Contacto
desk-field-name = nombre
desk-field-kind = clase
desk-field-localidad = localidad
desk-field-comuna = comuna
desk-field-barrio = barrio
desk-field-sector = sector
desk-field-nit = NIT
desk-field-personeria = personería
desk-field-ruc = RUC
desk-field-registry-state = estado en el registro
desk-field-other = otro dato
desk-wish-office = { $role } en { $board }
desk-wish-correction = corregir { $field } de { $board }
desk-wish-named = { $name }, { $what }
desk-wish-unnamed = { $what }
desk-wish-gone = de alguien que borró sus datos
desk-board-line = { $number }. { $board } ({ $kind }): { $standing }
desk-officer-line = { $number }. { $name }: { $role } en { $board }

# --- Por qué lo decide el equipo ---
desk-why-president-taken = Ya hay otra persona en la presidencia.
desk-why-new-board = La junta no venía en el listado.
desk-why-near-same = Se parece a otra junta; quien la pide dice que es distinta.
desk-why-same-nit = Otra junta tiene el mismo NIT.
desk-why-board-inactive = La junta está inactiva.
desk-why-review-all = Se revisan todas las solicitudes.
desk-why-merged = Dos fichas se unieron y cada una tenía presidencia.
desk-why-term-over = Se venció el periodo y dice que sigue en el cargo.
desk-why-correction = Pide cambiar un dato que no puede cambiar por su cuenta.
desk-why-other = Hace falta que alguien la mire.

# --- Inicio de la mesa ---
desk-button = Coordinar juntas
desk-home-label = Mesa de juntas
desk-home-empty =
    <b>Todavía no hay juntas</b> ({ $scope })
    Aparecen cuando se importa el listado o cuando alguien registra la suya.
desk-home-reached = <b>{ $reached } de { $total } { $total ->
        [one] junta
       *[other] juntas
    } con contacto</b> ({ $scope })
desk-home-rest = Solo con solicitud: { $claimed }. Sin contacto: { $unreached }.
desk-home-beside = Aparte, propuestas: { $proposed }, inactivas: { $inactive }, rechazadas: { $rejected }.
desk-home-queue = { $count ->
        [0] <b>Nada por decidir.</b>
       *[other] <b>Por decidir: { $count }.</b> Primero lo más antiguo.
    }
desk-home-more = Y { $count } más.
desk-home-asked = Esperan que la persona responda: { $count }.
desk-home-now = Toque lo que quiere hacer.
desk-home-help = «Con contacto»: alguien tiene cargo en este chat. «Solo con solicitud»: alguien lo pidió y falta decidir. Las tres cuentas suman el total. Si cubre una localidad, ve y decide solo allí.
desk-home-expected = Toque un botón o escriba lo que quiere: «por decidir», «buscar» o «listar».
desk-queue-button = Por decidir ({ $count })
desk-find-button = Buscar
desk-list-button = Listar
desk-enter-button = Anotar junta
desk-calls-button = Lista de llamadas
desk-roster-button = Importar listado

# --- Lo que se dice encima de la página siguiente ---
desk-done-approved = ✅ Aprobada: { $name }, { $wish }. Ya le avisé. Si fue un error, corríjalo en la página de la junta.
desk-done-rejected = Rechazada: { $name }, { $wish }. Le aviso con el motivo, de 8 a. m. a 8 p. m.
desk-done-asked = Pregunta enviada a { $name } ({ $wish }). Cuando responda, vuelve a «Por decidir».
desk-gone = Eso ya no está. No cambié nada.
desk-denied = Eso no está en su parte del trabajo. No cambié nada.
desk-cancelled = Lo dejamos así. No cambié nada.
desk-left = Mesa de juntas: cerrada. Para volver, escriba /juntas.

# --- Por decidir ---
desk-queue-label = Por decidir
desk-queue-empty =
    <b>Nada por decidir.</b>
    Cuando alguien pida un cargo o una corrección que haga falta mirar, aparece aquí y le aviso.
desk-queue-title = <b>Por decidir: { $waiting }</b>. Esperan respuesta: { $asked }.
desk-queue-line = { $number }. { $name }: { $wish }. { $why } Pidió { $age }.
desk-queue-line-asked = { $number }. { $name }: { $wish }. Se le preguntó y no ha respondido. Pidió { $age }.
desk-queue-bare = • { $name }: { $wish }. { $why } Pidió { $age }.
desk-queue-now = Toque el número para abrir la solicitud.
desk-queue-help = Están en orden: primero la que más espera. Las que esperan respuesta de la persona van al final.
desk-queue-expected = Toque o escriba el número de la solicitud.

# --- Una solicitud ---
desk-claim-label = Solicitud
desk-claim-title = <b>{ $kind }</b>
desk-claim-office = Solicitud de cargo
desk-claim-correction = Solicitud de corrección
desk-claim-who = Quién: { $name } ({ $phone })
desk-claim-role = Pide: <b>{ $role }</b> en { $board }
desk-claim-change =
    Junta: { $board }
    Cambiar { $field }: «{ $old }» por «<b>{ $new }</b>»
desk-claim-place = { $kind }, { $place }
desk-claim-since = Pidió { $age } ({ $moment })
desk-claim-why = Por qué se mira: { $why }
desk-claim-president = Hoy la presidencia la tiene <b>{ $name }</b>, desde { $moment }
desk-claim-board-proposed = La junta está propuesta: si aprueba, entra al listado.
desk-claim-board-rejected = La junta está rechazada: si aprueba, entra al listado.
desk-claim-board-inactive = La junta está inactiva: si aprueba, vuelve al listado.
desk-claim-board-merged = La junta se unió con otra.
desk-claim-near = Parecida: { $board }, { $place }. NIT: { $nit }. Está { $standing }.
desk-claim-own-nit = NIT de la que pide: { $nit }.
desk-claim-rivals = { $count ->
        [one] Hay { $count } solicitud más por lo mismo.
       *[other] Hay { $count } solicitudes más por lo mismo.
    }
desk-claim-notes-more = { $count ->
        [one] Antes hay { $count } nota más, en la historia de la junta.
       *[other] Antes hay { $count } notas más, en la historia de la junta.
    }
desk-note-staff = { $who }, { $moment }: «{ $body }»
desk-note-person = Respondió, { $moment }: «{ $body }»
desk-claim-now-waiting = Apruebe, rechace con un motivo o pregunte lo que falta.
desk-claim-now-asked = Espera que la persona responda. Si ya sabe lo que falta, puede decidir.
desk-claim-approved = <b>Ya está decidida:</b> la aprobó { $who }, { $moment }
desk-claim-rejected = <b>Ya está decidida:</b> la rechazó { $who }, { $moment }
desk-claim-withdrawn = <b>Ya no espera decisión:</b> se retiró, { $moment }
desk-claim-help = Al aprobar, la persona recibe el cargo (o se hace la corrección) y se le avisa. Al rechazar o preguntar, se le envía lo que usted escriba. Todo queda en la historia de la junta.
desk-claim-expected = Toque un botón o escriba «aprobar», «rechazar» o «preguntar».
desk-approve-button = Aprobar
desk-reject-button = Rechazar
desk-inquire-button = Preguntar
desk-board-button = Ver junta
desk-near-button = Ver la parecida
desk-later-button = Ver la siguiente

desk-reject-label = Motivo del rechazo
desk-reject =
    <b>¿Por qué no se aprueba?</b>
    { $name }: { $wish }
    Escriba el motivo, con respeto. Se lo envío tal cual y le digo cómo volver a pedirlo. De noche espero hasta las 8 de la mañana.
desk-reject-help = El motivo le llega a la persona con sus mismas palabras. Para no rechazar, toque «Atrás».
desk-reject-expected = Escriba el motivo en una o dos frases, hasta 300 letras. Por ejemplo: no figura en el acta de elección.
desk-inquire-label = Pregunta
desk-inquire =
    <b>¿Qué le pregunto?</b>
    { $name }: { $wish }
    Escriba la pregunta. Se la envío tal cual con el botón «Responder». De noche espero hasta las 8 de la mañana.
desk-inquire-help = La solicitud queda esperando la respuesta. Cuando llegue, vuelve a «Por decidir». Para no preguntar, toque «Atrás».
desk-inquire-expected = Escriba la pregunta en una o dos frases, hasta 300 letras. Por ejemplo: ¿desde cuándo tiene el cargo?
desk-replace-label = Cambio de presidencia
desk-replace =
    <b>¿Cambio la presidencia?</b>
    { $board }
    Sale: <b>{ $leaving }</b>, en el cargo desde { $since }
    Entra: <b>{ $coming }</b>
    Quien sale pierde el manejo de la junta en este momento. A quien entra le aviso ya; a quien sale, de 8 a. m. a 8 p. m.
desk-replace-help = Una junta tiene una sola presidencia. El cambio queda en la historia de la junta, con su nombre y la hora.
desk-replace-expected = Toque «Cambiar presidencia», o escriba «no» para dejarla como está.
desk-replace-button = Cambiar presidencia
desk-replace-keep-button = Dejar como está

# --- Lo que se le dice a la persona ---
desk-told-approved =
    ✅ <b>Su cargo quedó aprobado.</b>
    { $role } en { $board }
    Le damos la bienvenida. Toque «Ver mi junta» para mirar los datos y corregir lo que haga falta.
desk-told-corrected =
    ✅ <b>La corrección quedó hecha.</b>
    { $board }
    Ahora dice, { $field }: { $value }
    No tiene que hacer nada más.
desk-told-rejected =
    <b>Su solicitud no se aprobó.</b>
    { $role } en { $board }
    Motivo: { $reason }
    Si eso se puede arreglar, toque «Pedir otra vez». Si no está de acuerdo, { $contact }.
desk-told-not-corrected =
    <b>La corrección no se hizo.</b>
    { $board }, { $field }
    Motivo: { $reason }
    Puede pedirla otra vez en «Ver mi junta». Si no está de acuerdo, { $contact }.
desk-told-asked =
    <b>Falta un dato para decidir su solicitud.</b>
    { $board }
    Le preguntan: { $question }
    Toque «Responder» y escríbalo con sus palabras.
desk-told-replaced =
    <b>Cambió la presidencia de { $board }.</b>
    El equipo aprobó a otra persona en ese cargo, y el suyo terminó. Lo que usted hizo queda en la historia de la junta.
    Si es un error, toque «Pedir otra vez». Si quiere hablarlo, { $contact }.
desk-my-board-button = Ver mi junta
desk-claim-again-button = Pedir otra vez
desk-answer-button = Responder

# --- Buscar ---
desk-find-label = Buscar
desk-find =
    <b>¿Qué busca?</b>
    Escriba el nombre de la junta, el barrio, el NIT o el nombre de una persona. No importan las tildes.
desk-find-nothing =
    <b>No encontré nada.</b>
    Pruebe con otra palabra, por ejemplo solo el barrio o un apellido. Busco en su parte de la ciudad.
desk-find-title = <b>Encontré { $count }.</b>
desk-find-now = Toque un número, o escriba otra búsqueda.
desk-find-help = Busco en las juntas, también las inactivas, en quienes tienen cargo y en las solicitudes abiertas. Lo que usted escribe aquí no se guarda.
desk-find-expected = Escriba al menos dos letras. Por ejemplo: Manga.

# --- Listar ---
desk-list-label = Listado
desk-list-title = <b>Juntas escogidas: { $count }</b>
desk-list-chosen = { $dimension }: { $value }
desk-list-reach = Con contacto: { $reached } de { $total }. Con solicitud: { $claimed }. Sin contacto: { $unreached }.
desk-list-now = Toque «Ver juntas», o escoja por otra cosa.
desk-list-help = Puede escoger por localidad, clase, estado y contacto, una cosa o varias. Las cuentas siempre suman el total.
desk-list-expected = Toque un botón. Para ver las juntas escogidas, escriba «ver».
desk-show-button = Ver juntas
desk-by-localidad-button = Por localidad
desk-by-kind-button = Por clase
desk-by-status-button = Por estado
desk-by-reach-button = Por contacto
desk-pick-title = <b>{ $dimension }</b>
desk-pick-line = { $number }. { $value }: { $count }
desk-pick-all = Todas: { $count }
desk-pick-help = El número de cada línea dice cuántas juntas quedan con lo demás que ya escogió.
desk-pick-expected = Toque o escriba el número de la línea, o toque «Todas».
desk-all-button = Todas
desk-boards-label = Juntas del listado
desk-boards-empty =
    <b>No hay juntas así.</b>
    Toque «Atrás» y escoja otra cosa.
desk-boards-title = { $count ->
        [one] <b>{ $count } junta</b>
       *[other] <b>{ $count } juntas</b>
    }
desk-boards-now = Toque el número para abrir la junta.
desk-boards-help = Van por localidad y barrio. Al lado dice si alguien tiene cargo en este chat, si alguien lo pidió, o ninguna de las dos.
desk-boards-expected = Toque o escriba el número de la junta.

# --- Una junta ---
desk-board-label = Junta
desk-board-name = <b>{ $board }</b>
desk-board-kind = { $kind }, { $standing }
desk-board-added = en el listado (no venía en el archivo)
desk-board-merged = unida con { $board }
desk-board-place = Barrio: { $barrio }. { $comuna }, localidad { $localidad }
desk-board-field = { $field }: { $value }
desk-board-missing = Sin dato: { $fields }
desk-board-assisted = Anotada por la Alcaldía, para alguien sin este chat.
desk-board-officers = { $count ->
        [0] Cargos: ninguno
        [one] Cargos: { $count } persona
       *[other] Cargos: { $count } personas
    }
desk-board-officer = • { $role }: { $name }, desde { $moment }
desk-board-officer-term = • { $role }: { $name }, desde { $moment }, hasta el { $until }
desk-board-contact = Responde por ella: { $name } ({ $role }), { $phone }. Dio permiso, { $moment }
desk-board-claims = { $count ->
        [0] Solicitudes abiertas: ninguna
       *[other] Solicitudes abiertas: { $count }
    }
desk-board-claim = { $number }. { $name }: { $what }, { $age }
desk-board-now = Toque lo que quiere hacer.
desk-board-help = «Ver historia» dice qué pasó y quién lo hizo. Cada cambio pide un motivo y queda anotado.
desk-board-expected = Toque un botón. Para ver qué ha pasado, escriba «historia».
desk-board-claim-button = Ver solicitud { $count }
desk-kept-button = Ver la que sigue
desk-timeline-button = Ver historia
desk-edit-button = Corregir
desk-merge-button = Unir con otra
desk-remove-button = Quitar un cargo
desk-status-listed-button = Desactivar
desk-status-proposed-button = Rechazar la junta
desk-status-inactive-button = Reactivar
desk-status-rejected-button = Reactivar

# --- Historia ---
desk-timeline-label = Historia
desk-timeline-title = <b>Historia de { $board }</b>
desk-timeline-empty = Todavía no ha pasado nada.
desk-timeline-help = Está en orden, lo más nuevo al final. «Ver anteriores» va hacia atrás.
desk-timeline-expected = Toque «Ver anteriores» o «Ver más», o «Atrás» para volver a la junta.
desk-event-board-registered = • { $moment }, { $who }: registró la junta
desk-event-board-imported = • { $moment }, { $who }: la junta llegó en el listado
desk-event-board-entered = • { $moment }, { $who }: anotó la junta para alguien sin este chat
desk-event-board-listed = • { $moment }, { $who }: la junta entró al listado
desk-event-board-proposed = • { $moment }, { $who }: la junta quedó propuesta
desk-event-board-rejected = • { $moment }, { $who }: la junta quedó rechazada
desk-event-board-inactive = • { $moment }, { $who }: la junta quedó inactiva
desk-event-board-merged = • { $moment }, { $who }: se le unió { $board }
desk-event-claim-filed = • { $moment }, { $who }: solicitud de { $wish }
desk-event-claim-approved = • { $moment }, { $who }: aprobó la solicitud de { $wish }
desk-event-claim-rejected = • { $moment }, { $who }: rechazó la solicitud de { $wish }
desk-event-claim-asked = • { $moment }, { $who }: preguntó por la solicitud de { $wish }
desk-event-claim-answered = • { $moment }, { $who }: respondió por la solicitud de { $wish }
desk-event-claim-withdrawn = • { $moment }, { $who }: retiró la solicitud de { $wish }
desk-event-office-given = • { $moment }, { $who }: { $name } recibe { $role }
desk-event-office-handed-over = • { $moment }, { $who }: { $name } entrega { $role }
desk-event-office-left = • { $moment }, { $who }: { $name } deja { $role }
desk-event-office-replaced = • { $moment }, { $who }: { $name } sale de { $role } por cambio
desk-event-office-removed = • { $moment }, { $who }: a { $name } se le quita { $role }
desk-event-office-merged = • { $moment }, { $who }: { $name } sale de { $role } al unirse dos fichas
desk-event-handover-offered = • { $moment }, { $who }: { $name } ofrece entregar { $role }
desk-event-handover-revoked = • { $moment }, { $who }: { $name } ya no ofrece entregar { $role }
desk-event-change = • { $moment }, { $who }: { $field }, de «{ $old }» a «{ $new }»
desk-event-reason = • { $moment }, { $who }, motivo: «{ $body }»
desk-event-question = • { $moment }, { $who }, pregunta: «{ $body }»
desk-event-answer = • { $moment }, { $who }, respuesta: «{ $body }»
desk-event-other = • { $moment }, { $who }: otro cambio

# --- Aviso diario al equipo ---
desk-nudge =
    { $count ->
        [one] <b>{ $count } solicitud espera hace más de un día.</b>
       *[other] <b>{ $count } solicitudes esperan hace más de un día.</b>
    }
    La más antigua llegó { $age }.
    Toque «Ver solicitudes» para decidir.
