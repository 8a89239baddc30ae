# «Mi junta»: la ficha, la directiva, corregir datos, entregar o dejar el cargo.

command-mijunta = Ver o corregir los datos de mi junta
my-board-button = Ver mi junta
my-board-fix-button = Corregir datos
my-board-people-button = Ver la directiva
my-board-switch-button = Cambiar de junta
my-board-hand-button = Entregar el cargo
my-board-leave-button = Dejar el cargo
my-board-renew-button = Sigo en el cargo
my-board-save-button = Guardar cambio
my-board-ask-button = Pedir el cambio
my-board-not-change-button = No cambiar
my-board-as-typed-button = Como lo escribí
my-board-make-button = Crear el enlace
my-board-make-again-button = Crear otro enlace
my-board-revoke-button = Anular el enlace
my-board-stay-button = Seguir en el cargo
my-board-renew-yes-button = Sí, sigo
my-board-renew-no-button = No, ya no sigo

my-board-none =
    Hoy no tiene cargo en ninguna junta, así que no hay ficha para mostrarle.
my-board-none-yet =
    Todavía no tiene cargo en una junta. Cuando el equipo apruebe su solicitud, aquí verá la ficha.
my-board-over = Esto ya no se puede hacer: el cargo o el dato cambió. No guardé nada nuevo.
my-board-closed = Mi junta: consulta cerrada.
my-board-nameless = sin nombre en Telegram

# --- Cuál junta ---
my-board-choose-label = Sus juntas
my-board-choose =
    <b>¿Cuál de sus juntas?</b> ({ $first } a { $last } de { $total })
    { $lines }

    Toque el número.
my-board-choose-help = Usted tiene cargo en varias juntas. Elija una para ver su ficha; después puede cambiar a otra.
my-board-choose-expected = Toque el número de la junta o escríbalo, por ejemplo 1. Para salir, escriba «atrás».

# --- La ficha ---
my-board-page-label = Mi junta
my-board-page =
    <b>{ $board }</b>
    { $kind }
    Barrio: { $barrio }, { $comuna }, localidad { $localidad }
    Sector: { $sector }
    NIT: { $nit }
    Personería: { $personeria }
    RUC: { $ruc }
    Estado: { $state }

    { $own }

    Directiva ({ $shown } de { $total }):
    { $people }

    { $standing }
my-board-page-help = Aquí ve lo que está anotado de su junta. Lo ven usted, las otras personas con cargo en ella y el equipo de la Alcaldía. Si algo está mal, toque «Corregir datos».
my-board-page-expected = Toque un botón. Para corregir, escriba «corregir»; para salir, «atrás».
my-board-own = Su cargo: <b>{ $role }</b>{ $ending }
my-board-own-more = { $count ->
        [one] Tiene otro cargo en esta junta.
       *[other] Tiene otros { $count } cargos en esta junta.
    }
my-board-term = , hasta el { $day }
my-board-term-over = , el período terminó el { $day }
my-board-term-unknown = , sin fecha de fin
my-board-person = { $role }: { $name }
my-board-person-self = { $role }: { $name } (usted)
my-board-person-line = { $person }{ $ending }
my-board-waiting = Pendiente: { $claim }, en revisión.{ $others ->
        [0] { "" }
        [one] { " " }Hay otra solicitud suya.
       *[other] { " " }Hay otras { $others } solicitudes suyas.
    } Le respondo por aquí.
my-board-asked = El equipo le hizo una pregunta sobre: { $claim }.{ $others ->
        [0] { "" }
        [one] { " " }Hay otra solicitud suya.
       *[other] { " " }Hay otras { $others } solicitudes suyas.
    } Toque «Ver mi solicitud».
my-board-to-renew = Su período ya terminó. Si lo reeligieron, toque «Sigo en el cargo». Si no, «Entregar el cargo».
my-board-gone = La junta está hoy fuera del programa. Si debe volver, hable con la Alcaldía.
my-board-nothing-to-do = Si algo está mal, toque «Corregir datos». Si no, no tiene que hacer nada.

my-board-people-label = Directiva
my-board-people =
    <b>Directiva</b> ({ $first } a { $last } de { $total })
    { $lines }

    Si falta alguien, puede registrarse desde su propio chat.
my-board-people-help = Son las personas que registraron su cargo en esta junta. Cada una lo hace desde su propio chat. Los teléfonos no se muestran.
my-board-people-expected = Para volver a la ficha, toque «Atrás».

# --- Corregir ---
my-board-fix-label = Corregir datos
my-board-fix =
    <b>¿Qué dato está mal?</b>
    { $board }
    { $whose }
my-board-fix-own =
    Usted puede cambiar al momento:
    { $fields }
    Lo demás lo revisa el equipo de la Alcaldía: yo le paso la solicitud.
my-board-field-line = • { $field }
my-board-fix-asked = Los cambios los revisa el equipo de la Alcaldía: yo le paso la solicitud y le respondo por aquí.
my-board-fix-help = La presidencia representa a la junta: cambia el sector, y anota el NIT, la personería o el RUC cuando faltan. Los otros cambios los confirma el equipo, para que la ficha coincida con los papeles.
my-board-value-label = Dato nuevo
my-board-value =
    <b>{ $field }</b>
    Ahora dice: { $old }
    { $hint }
my-board-value-help = Escriba el dato como debe quedar. Antes de guardarlo o pedirlo le muestro cómo estaba y cómo queda.
my-board-choice-hint = Toque cómo debe quedar.
my-board-place-hint = Escriba el barrio, la isla o el corregimiento. Por ejemplo: Zaragocilla. La comuna y la localidad las busco yo.
my-board-offered =
    <b>¿Es uno de estos?</b>
    Usted escribió: { $typed }
    Si no es ninguno, toque «Como lo escribí» y el equipo lo revisa así.
my-board-offered-expected = Toque el barrio, o escriba el nombre otra vez. Por ejemplo: Zaragocilla.
my-board-same = { $field }: ya está así. No cambié nada.
my-board-sure-label = Cambio
my-board-sure-own =
    <b>¿Guardo este cambio?</b>
    { $field }
    Antes: { $old }
    Ahora: { $new }

    Si está bien, toque «Guardar cambio». Queda en la ficha al momento. { $later }
my-board-later-own = Lo puede cambiar otra vez cuando quiera.
my-board-later-asked = Si después hay que cambiarlo, lo confirma el equipo.
my-board-sure-asked =
    <b>¿Pido este cambio?</b>
    { $field }
    Antes: { $old }
    Ahora: { $new }

    Este cambio lo confirma una persona del equipo.{ $others ->
        [0] { "" }
       *[other] { " " }Reemplaza lo que usted había pedido.
    } Si está bien, toque «Pedir el cambio».
my-board-sure-help = Todavía no se ha cambiado ni pedido nada. Con «No cambiar» todo queda como estaba.
my-board-sure-expected = Responda «sí» si está bien, o «no» para dejarlo como estaba.
my-board-changed = ✅ Guardado. { $field }: <b>{ $new }</b>
my-board-asked-for = Pedido. { $field }: <b>{ $new }</b>. Una persona del equipo lo revisa y le respondo por aquí. Por ahora no tiene que hacer nada más.
my-board-not-changed = No cambié nada.
my-board-meanwhile = Ese dato cambió hace un momento, así que no guardé nada. Mire cómo está ahora.
my-board-asked-staff =
    Piden corregir un dato. Última solicitud: { $field } de <b>{ $board }</b>, localidad { $localidad }.
    Toque «Ver solicitudes».

# --- Cuál cargo ---
my-board-which-label = Cuál cargo
my-board-which =
    <b>¿Con cuál de sus cargos?</b>
    { $board }
my-board-which-help = Usted tiene varios cargos en esta junta. Elija uno; los otros no cambian.
my-board-which-expected = Toque el cargo o escríbalo. Por ejemplo: tesorería.

# --- Entregar el cargo ---
my-board-hand-label = Entregar el cargo
my-board-hand =
    <b>Entregar el cargo: { $role }</b>
    { $board }
    1. Creo un enlace y usted se lo reenvía a quien lo recibe.
    2. Esa persona lo abre y acepta. Ahí su cargo termina y empieza el de ella.
    3. Les aviso a los dos.
    Vale 7 días y sirve una vez. Quien lo abra ve su nombre y el cargo: envíelo solo a esa persona.
my-board-hand-open =
    <b>Entregar el cargo: { $role }</b>
    { $board }
    Hay un enlace sin usar. Lo creó el { $made } Vale hasta el { $expires }
    Reenvíelo a quien recibe. Mientras no lo acepte, el cargo sigue siendo suyo. Si se equivocó de persona, toque «Anular el enlace».
my-board-hand-help = El relevo queda en la historia de la junta. Si crea otro enlace, el anterior deja de servir. Si no encuentra el mensaje, cree otro.
my-board-hand-expected = Toque un botón. Para dejarlo así, escriba «atrás».
my-board-made = Entregar el cargo: enlace creado. Reenvíe el mensaje que sigue.
my-board-link =
    <b>Relevo en la junta</b>
    { $name } entrega el cargo: { $role }, en { $board }.
    Para recibirlo, abra este enlace desde su Telegram:
    { $link }
    Sirve una sola vez, hasta el { $expires }
my-board-revoked = Enlace anulado: ya no sirve. El cargo sigue siendo suyo.

# --- Dejar el cargo ---
my-board-leave-label = Dejar el cargo
my-board-leave =
    <b>¿Deja el cargo: { $role }?</b>
    { $board }
    { $what }
my-board-leave-president = La junta queda sin presidencia aquí, y usted ya no podrá corregir sus datos. Le aviso al equipo. Si ya sabe quién sigue, mejor vuelva y toque «Entregar el cargo».
my-board-leave-other = Ya no aparecerá en la directiva con ese cargo. Le aviso al equipo. Si ya sabe quién sigue, mejor vuelva y toque «Entregar el cargo».
my-board-leave-help = Dejar el cargo aquí no reemplaza la renuncia ante la asamblea. Lo ya hecho queda en la historia de la junta.
my-board-leave-expected = Responda «sí» para dejar el cargo o «no» para seguir en él.
my-board-left = Dejó el cargo: <b>{ $role }</b>, en { $board }, el { $ended } Si fue por error, escriba «registrar» y pídalo otra vez.
my-board-stayed = Sigue en el cargo. No cambié nada.
my-board-left-staff =
    { $name } dejó el cargo: <b>{ $role }</b>, en { $board }, localidad { $localidad }.
    Toque «Ver junta» para ver quién queda.

# --- Otro período ---
my-board-renew-label = Nuevo período
my-board-renew =
    <b>¿Lo reeligieron?</b>
    Su período en { $role } de { $board } terminó el { $day }.
    Si la asamblea lo reeligió, toque «Sí, sigo» y el equipo lo confirma. Mientras tanto todo sigue igual.
my-board-renew-help = Los períodos de las juntas duran cuatro años. El equipo confirma quién sigue antes de anotar el nuevo.
my-board-renew-expected = Responda «sí» si lo reeligieron, o «no» si ya no sigue.
my-board-renewal-asked = Nuevo período: quedó en revisión. Una persona del equipo lo confirma y le respondo por aquí.
my-board-not-renewed = Está bien. Cuando sepa quién sigue, toque «Entregar el cargo»; si no lo sabe, «Dejar el cargo».
