# El escritorio de quienes coordinan: corregir, unir, desactivar, quitar un cargo, anotar una junta, lista de llamadas.

# --- Lo que se repite ---
writing-service =
    Para escribir aquí necesito que usted acepte el uso de sus datos: lo que escriba queda guardado con su nombre.
    Toque el botón, acepte el servicio y vuelva con /juntas.
writing-record =
    <b>{ $board }</b>
    { $kind }{ $origin }
    { $place }
    NIT: { $nit }
    Personería: { $personeria }
    RUC: { $ruc }
    Estado: { $state }
board-assisted = , anotada por la Alcaldía
board-not-assisted = { "" }
writing-board-button = Ver mi junta
writing-claim-button = Ver mi solicitud
writing-again-button = Pedirlo otra vez
writing-reason-label = Motivo
writing-reason-help = El motivo queda en la historia de la junta. Lo puede leer el equipo, y se dice a quien le afecta.
writing-reason-expected = Escriba el motivo con palabras, en máximo 200 letras. Por ejemplo: así está en el RUT.
writing-name-expected = Escríbalo con letras, como en los papeles. Por ejemplo: Junta de Acción Comunal del barrio El Pozón.
writing-name-too-long = Ese nombre es muy largo. Escríbalo en máximo 120 letras.
writing-sector-expected = Escriba solo el sector o la etapa. Por ejemplo: Sector Central.
writing-sector-too-long = Ese nombre es muy largo. Escríbalo en máximo 60 letras.
writing-nit-expected = Escríbalo como está en el RUT. Por ejemplo: 890.480.184-4.
writing-nit-form = Solo necesito los números del NIT. Por ejemplo: 890.480.184-4.
writing-nit-length = El NIT tiene 9 números y, después del guion, uno más. Por ejemplo: 890.480.184-4.
writing-nit-start = El NIT de una junta empieza por 8 o por 9. Si es una cédula, no la guardé. Mire el RUT de la junta.
writing-nit-check = El último número no coincide con los otros. Compárelo con el RUT y escríbalo otra vez.
writing-nit-ambiguous = Son 10 números seguidos y no sé dónde va el guion. Escríbalo como está en el RUT: 890.480.184-4.
writing-personeria-expected = Escriba número, fecha y entidad. Por ejemplo: Resolución 0001 de 1998, Alcaldía.
writing-personeria-too-long = Es muy largo. Escríbalo en máximo 120 letras.
writing-ruc-expected = Escríbalo como está en el registro. Por ejemplo: 9-9999-00001.
writing-ruc-too-long = Es muy largo. El RUC tiene máximo 30 letras y números.

# --- Dónde queda ---
place-label = Lugar
place-help = Escriba el barrio, la isla o el corregimiento, y yo busco su comuna y su localidad. Si no está en el mapa, toque «Otro barrio».
place-expected = No encontré ese lugar. Escríbalo de otra forma, por ejemplo: Blas de Lezo. Si no está en el mapa, toque «Otro barrio».
place-typed =
    <b>¿En qué barrio, isla o corregimiento queda?</b>
    Escriba el nombre. La comuna y la localidad las busco yo.
place-offered =
    <b>¿Es uno de estos?</b>
    Toque el lugar, o escriba el nombre otra vez.
place-other-button = Otro barrio
place-area =
    <b>¿En qué localidad queda?</b>
    Es para un barrio que no está en el mapa.
place-area-help = Es para un barrio que todavía no está en el mapa: primero la localidad, luego la comuna y el nombre.
place-area-expected = Toque uno de los botones. Si no sabe cuál, toque «Atrás» y escriba un barrio vecino.
place-comuna =
    <b>¿En qué comuna queda?</b>
    Localidad { $localidad }.
place-barrio =
    <b>¿Cómo se llama el barrio?</b>
    Escríbalo como lo conocen. Por ejemplo: Urbanización Los Robles.
place-barrio-expected = Escriba el nombre del barrio con letras, en máximo 60. Por ejemplo: Urbanización Los Robles.
place-wide-button = Varios barrios
place-wide = varios barrios
place-with-sector = { $barrio }, { $sector }
place-not-yours = Eso queda en la localidad { $localidad }, que no está a su cargo. Escríbale a quien coordina esa localidad.

# --- Corregir ---
edit-label = Corregir la junta
edit-help = Elija un dato. Le pido el nuevo y el motivo, y le muestro el cambio antes de guardarlo.
edit =
    { $record }

    <b>¿Qué dato corrige?</b>
edit-expected = Toque el dato que va a corregir, o escríbalo. Por ejemplo: «nombre» o «NIT».
edit-name-button = Nombre
edit-kind-button = Clase
edit-barrio-button = Lugar
edit-sector-button = Sector
edit-nit-button = NIT
edit-personeria-button = Personería
edit-ruc-button = RUC
edit-state-button = Estado
edit-name = Nombre
edit-kind = Clase
edit-barrio = Lugar
edit-sector = Sector
edit-nit = NIT
edit-personeria = Personería
edit-ruc = RUC
edit-state = Estado en el registro
edit-state-active-button = Activa
edit-state-inactive-button = Inactiva
edit-state-suspended-button = Suspendida
edit-state-cancelled-button = Cancelada
edit-blank-button = Dejar sin dato
edit-value =
    <b>{ $field }: ¿cuál es el correcto?</b>
    Ahora dice: { $old }.
    { $hint }
edit-value-help = Escriba el dato como debe quedar. Antes de guardarlo le muestro cómo estaba y cómo queda.
edit-value-expected = Escriba el dato como está en los papeles de la junta.
edit-choice =
    <b>{ $field }: ¿cuál es el correcto?</b>
    Ahora dice: { $old }.
edit-choice-expected = Toque uno de los botones, o responda con su número.
edit-same = Ese dato ya está así. No cambié nada.
edit-reason =
    <b>¿Por qué se cambia?</b>
    { $field }: de «{ $old }» a «{ $new }».
    Escriba el motivo. Queda en la historia de la junta.
edit-confirm =
    <b>Revise el cambio</b>
    { $board }
    { $field }
    Antes: { $old }
    Después: <b>{ $new }</b>
    Motivo: { $reason }

    { $warning }
edit-confirm-help = Todavía no se ha guardado nada. «Atrás» vuelve al motivo.
edit-confirm-expected = Responda «sí» para guardar el cambio, o «atrás» para corregirlo.
edit-can-be-changed = Si está bien, toque «Guardar cambio». Se puede corregir otra vez después.
edit-nit-twin = Ojo: «{ $board }» tiene el mismo NIT. Si son la misma junta, vuelva y toque «Unir con otra». Si está bien, toque «Guardar cambio».
edit-save-button = Guardar cambio
edit-changed-meanwhile = Alguien cambió ese dato hace un momento. No guardé nada: mire cómo está ahora.
edit-done = Corregido. { $field }: <b>{ $new }</b>
edit-told-name =
    La Alcaldía corrigió el nombre de su junta.
    Antes: { $old }
    Ahora: <b>{ $new }</b>
    Su cargo sigue igual. Si hay un error, toque «Ver mi junta» y pida la corrección.
edit-told-place =
    La Alcaldía corrigió dónde queda su junta, { $board }.
    Antes: { $old }
    Ahora: <b>{ $new }</b>
    Su cargo sigue igual. Si hay un error, toque «Ver mi junta» y pida la corrección.

# --- Unir ---
merge-label = Unir juntas
merge-help = Es para una junta que está dos veces. Los cargos, las solicitudes y la historia pasan a la que queda.
merge-expected = Escriba el nombre, el barrio o el NIT de la otra junta, o toque su número.
merge =
    <b>¿Con cuál se une?</b>
    { $board }
    Escriba el nombre, el barrio o el NIT de la otra.
merge-offered =
    <b>¿Con cuál se une?</b>
    { $board }

    { $boards }

    Toque el número. Si no está, escriba el nombre, el barrio o el NIT.
merge-nothing =
    No encontré otra junta con esos datos en la parte que está a su cargo.
    Busco otra que sea la misma que { $board }. Escriba el nombre, el barrio o el NIT de otra forma.
merge-sides =
    <b>¿Cuál de las dos queda?</b>

    { $sides }

    { $why } Toque la que queda.
merge-side =
    <b>{ $number }.</b> { $record }
    { $roster }. { $officers ->
        [0] Sin cargos
        [one] { $officers } cargo
       *[other] { $officers } cargos
    }, { $claims ->
        [0] sin solicitudes abiertas
        [one] { $claims } solicitud abierta
       *[other] { $claims } solicitudes abiertas
    }. Presidencia: { $president }.
merge-in-roster = Está en el listado
merge-not-in-roster = No está en el listado
merge-no-president = nadie
merge-why-roster = Propongo la 1 porque está en el listado.
merge-why-other = Propongo la 1 porque tiene más historia.
merge-keep-button = Queda la { $number }
merge-sides-expected = Toque la que queda, o responda 1 o 2. La otra pasa a ser parte de ella.
merge-reason =
    <b>¿Por qué son la misma?</b>
    Queda: { $kept }
    Se une a ella: { $gone }
    Pasan { $officers ->
        [0] cero cargos
        [one] { $officers } cargo
       *[other] { $officers } cargos
    } y { $claims ->
        [0] cero solicitudes
        [one] { $claims } solicitud
       *[other] { $claims } solicitudes
    }. Presidencia: { $president }. { $displaced }
    Escriba el motivo.
merge-nobody-displaced = Nadie pierde su cargo.
merge-displaced = El cargo de { $name } pasa a solicitud: alguien del equipo decide.
merge-confirm =
    <b>Esto no se puede deshacer</b>
    Queda: <b>{ $kept }</b>
    Se une a ella: { $gone }
    Pasan { $officers ->
        [0] cero cargos
        [one] { $officers } cargo
       *[other] { $officers } cargos
    } y { $claims ->
        [0] cero solicitudes
        [one] { $claims } solicitud
       *[other] { $claims } solicitudes
    }. Presidencia: { $president }. { $displaced }
    Motivo: { $reason }

    Si está bien, toque «Unir las dos».
merge-confirm-help = Todavía no se ha unido nada. Al unir, la otra junta deja de aparecer y su historia queda en la que sigue.
merge-confirm-expected = Responda «sí» para unir las dos, o «atrás» para no hacerlo.
merge-yes-button = Unir las dos
merge-done = Unidas: «{ $gone }» ahora es parte de <b>{ $kept }</b>.
merge-told-president =
    Su junta estaba registrada dos veces y la Alcaldía unió los dos registros. Ahora se llama <b>{ $kept }</b>.
    Otra persona ya tiene allí la presidencia. Por eso su cargo quedó como solicitud, y el equipo la va a revisar.
    Por ahora no tiene que hacer nada. Con el botón ve en qué va.
merge-told-officer =
    Su junta estaba registrada dos veces y la Alcaldía unió los dos registros. Ahora se llama <b>{ $kept }</b>.
    Su cargo sigue igual. No tiene que hacer nada.

# --- Desactivar, reactivar, rechazar ---
status-label = Estado en el programa
status-help = Todo queda en la historia de la junta. Una junta inactiva se puede reactivar.
status-off =
    <b>Desactivar { $board }</b>
    Sale del programa: no se cuenta ni recibe invitaciones. Tiene { $officers ->
        [0] cero cargos
        [one] { $officers } cargo
       *[other] { $officers } cargos
    } y { $claims ->
        [0] cero solicitudes abiertas
        [one] { $claims } solicitud abierta, que sigue en la cola
       *[other] { $claims } solicitudes abiertas, que siguen en la cola
    }.
    Escriba el motivo.
status-off-confirm =
    <b>¿Desactivo { $board }?</b>
    Le aviso a { $officers ->
        [0] nadie: no hay cargos
        [one] { $officers } persona con cargo
       *[other] { $officers } personas con cargo
    }. Siguen en la cola { $claims ->
        [0] cero solicitudes
        [one] { $claims } solicitud
       *[other] { $claims } solicitudes
    }.
    Motivo: { $reason }

    Si está bien, toque «Desactivar junta».
status-off-yes-button = Desactivar junta
status-off-done = <b>{ $board }</b> quedó inactiva. Se puede reactivar desde su página.
status-off-told =
    La Alcaldía desactivó su junta, <b>{ $board }</b>, en este programa.
    Motivo: { $reason }
    Su cargo sigue guardado. Si cree que es un error, toque «Ver mi junta» y pida la corrección.
status-on =
    <b>Reactivar { $board }</b>
    Vuelve al programa: se cuenta y recibe invitaciones. Tiene { $officers ->
        [0] cero cargos
        [one] { $officers } cargo
       *[other] { $officers } cargos
    } y { $claims ->
        [0] cero solicitudes abiertas
        [one] { $claims } solicitud abierta
       *[other] { $claims } solicitudes abiertas
    }.
    Escriba el motivo.
status-on-confirm =
    <b>¿Reactivo { $board }?</b>
    Le aviso a { $officers ->
        [0] nadie: no hay cargos
        [one] { $officers } persona con cargo
       *[other] { $officers } personas con cargo
    }. Siguen en la cola { $claims ->
        [0] cero solicitudes
        [one] { $claims } solicitud
       *[other] { $claims } solicitudes
    }.
    Motivo: { $reason }

    Si está bien, toque «Reactivar junta».
status-on-yes-button = Reactivar junta
status-on-done = <b>{ $board }</b> vuelve a estar en el programa.
status-on-told =
    Su junta, <b>{ $board }</b>, vuelve a estar en el programa de la Alcaldía.
    Motivo: { $reason }
    Su cargo sigue guardado. No tiene que hacer nada.
status-reject =
    <b>Rechazar { $board }</b>
    Alguien la anotó porque no estaba en el listado. Tiene { $officers ->
        [0] cero cargos
        [one] { $officers } cargo
       *[other] { $officers } cargos
    } y { $claims ->
        [0] cero solicitudes abiertas
        [one] { $claims } solicitud abierta, que también se rechaza
       *[other] { $claims } solicitudes abiertas, que también se rechazan
    }.
    Escriba el motivo. Se le dice a quien la pidió.
status-reject-confirm =
    <b>¿Rechazo { $board }?</b>
    Tiene { $officers ->
        [0] cero cargos
        [one] { $officers } cargo
       *[other] { $officers } cargos
    }. Se { $claims ->
        [0] rechazan cero solicitudes
        [one] rechaza { $claims } solicitud
       *[other] rechazan { $claims } solicitudes
    }, y le aviso a quien la pidió.
    Motivo: { $reason }

    Si está bien, toque «Rechazar junta».
status-reject-yes-button = Rechazar junta
status-reject-done = <b>{ $board }</b> quedó rechazada. Se puede reactivar desde su página.
status-reject-told =
    La junta <b>{ $board }</b> no entró al programa de la Alcaldía.
    Motivo: { $reason }
    Si cree que es un error, toque «Ver mi junta».
status-told-rejected =
    Revisamos su solicitud para <b>{ $board }</b> y por ahora no se aprobó.
    Motivo: { $reason }
    Si su junta es otra, o si tiene un papel que lo aclare, puede pedirlo otra vez.
status-confirm-expected = Responda «sí» para hacerlo, o «atrás» para dejarlo como está.

# --- Quitar un cargo ---
remove-label = Quitar un cargo
remove-help = La persona deja de ver la junta de inmediato y se le dice el motivo. Lo puede pedir otra vez.
remove =
    <b>¿A quién se le quita el cargo?</b>
    { $board }

    { $officers }
remove-line = { $number }. { $role }: { $name }
remove-nobody = En { $board } nadie tiene un cargo. No hay nada por quitar. Toque «Atrás».
remove-expected = Toque el número de la persona.
remove-reason =
    <b>¿Por qué se le quita el cargo?</b>
    { $name }, { $role }, { $board }
    Escriba el motivo. Se le dice a la persona.
remove-confirm =
    <b>¿Le quito el cargo a { $name }?</b>
    { $role }, { $board }
    Motivo: { $reason }

    Si está bien, toque «Quitar el cargo».
remove-confirm-expected = Responda «sí» para quitar el cargo, o «atrás» para dejarlo.
remove-yes-button = Quitar el cargo
remove-done = { $name } ya no tiene el cargo de { $role } en <b>{ $board }</b>.
remove-told =
    La Alcaldía retiró su cargo de { $role } en <b>{ $board }</b>.
    Motivo: { $reason }
    Si cree que es un error, puede pedir el cargo otra vez y el equipo lo revisa.

# --- Anotar una junta por alguien sin teléfono ---
enter-label = Anotar una junta
enter-help = Es para una junta cuya persona no tiene celular. Queda marcada como anotada por la Alcaldía.
enter =
    <b>Anotar una junta por alguien sin celular</b>
    Son 9 preguntas: la junta, quién responde por ella y si dio permiso. Nada se guarda hasta el final.
    ¿Qué clase de junta es?
enter-expected = Toque la clase de junta, o escriba «JAC», «junta de vivienda» o «Asojuntas».
enter-field =
    <b>{ $field } de la junta</b>
    { $hint }
enter-field-help = Si no tiene el dato, pregúntele a la persona. Lo que no es obligatorio se puede omitir.
enter-field-expected = Escriba el dato como está en los papeles de la junta.
enter-near =
    <b>¿No será una de estas?</b>
    { $boards }

    Si es una de ellas, toque su número. Si no, toque «Es otra junta».
enter-near-help = Así no queda la misma junta dos veces. Si el NIT es el mismo, casi siempre es la misma junta.
enter-near-expected = Toque el número de la junta, o «Es otra junta».
enter-another-button = Es otra junta
enter-there = Ya estaba: <b>{ $board }</b>. No anoté otra.
enter-contact =
    <b>¿Quién responde por la junta?</b>
    Escriba el nombre y el apellido de la persona. No escriba su cédula.
enter-contact-help = Solo el nombre, el cargo y, si quiere, un teléfono. Al final le pregunto si la persona dio permiso; si no, borro todo.
enter-contact-expected = Escriba el nombre con letras, sin números. Por ejemplo: Rosa Pérez.
enter-office =
    <b>¿Qué cargo tiene { $name }?</b>
    El de hoy.
enter-office-expected = Toque un cargo o escríbalo. Por ejemplo: presidenta, tesorero, fiscal.
enter-phone =
    <b>¿A qué teléfono se puede llamar a { $name }?</b>
    Puede ser de un familiar o un vecino, si lo permiten. Si no hay, toque «Omitir».
enter-phone-expected = Escriba los 10 números. Un celular empieza por 3 y un fijo por 60. Por ejemplo: 300 000 0000. Si no hay, toque «Omitir».
enter-sure =
    <b>¿{ $name } dio permiso?</b>
    { $kind }: { $board }
    { $place }
    NIT: { $nit }
    { $role }: { $name }
    Teléfono: { $phone }

    Léale esto: «{ $responsible } guarda su nombre, su cargo y su teléfono para contar con su junta e invitarla a los talleres. Usted puede pedir que se borren. ¿Lo permite?» (Ley 1581 de 2012). Sin su sí, no guardo nada.
enter-sure-help = La persona tiene que decirlo ella misma, hoy, en persona o por teléfono. Queda anotado quién preguntó y cuándo.
enter-sure-expected = Responda «sí» si la persona lo permitió. Si dijo que no, responda «no»: no guardo nada.
enter-yes-button = Sí, lo permitió
enter-no-button = No lo permitió
enter-not-permitted = Sin permiso no se guarda: borré lo que había escrito. Borre usted también esos mensajes de este chat.
enter-done = ✅ <b>{ $board }</b> quedó registrada, anotada por la Alcaldía. Aparece en la lista de llamadas.

# --- Lista de llamadas ---
calls-label = Lista de llamadas
calls-help = Son juntas del programa sin nadie con cargo y sin solicitud. Úsela solo para llamarlas y no la comparta.
calls-expected = Toque «Bajar la lista», o «Atrás».
calls-city = toda la ciudad
calls-localidad = localidad { $localidad }
calls =
    <b>Sin contacto: { $count } de { $total } juntas</b> ({ $where })
    La lista trae junta, barrio, localidad, NIT y, si la anotó la Alcaldía, a quién llamar.
    Toque «Bajar la lista».
calls-none =
    <b>Sin contacto: { $count } de { $total } juntas</b> ({ $where })
    No hay a quién llamar. No tiene que hacer nada.
calls-download-button = Bajar la lista
calls-file = Lista de llamadas. Trae datos de personas: úsela solo para llamar y bórrela cuando termine.
calls-denied-file = sin-permiso.txt
calls-denied = Su permiso para esta lista terminó. Pídala a quien coordina el programa.
calls-file-name = llamadas.xlsx
calls-sheet = Llamadas
calls-column-board = Junta
calls-column-barrio = Barrio
calls-column-localidad = Localidad
calls-column-contact = Contacto
calls-column-phone = Teléfono
calls-column-nit = NIT
calls-contact = { $name }, { $role } (anotada por la Alcaldía)
