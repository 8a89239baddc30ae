# «Equipo»: quiénes coordinan el programa, invitar con un enlace de un solo uso, quitar el acceso, entrar con un enlace.

team-button = Ver el equipo
team-boards-button = Ver las juntas
team-invite-button = Invitar a alguien
team-links-button = Ver enlaces ({ $count })
team-remove-button = Quitar del equipo
team-keep-button = Dejar en el equipo
team-leave-button = Salir del equipo
team-stay-button = Seguir en el equipo
team-links-revoke-button = Anular los enlaces
team-links-keep-button = Dejarlos así
team-coordinator-button = Coordinación
team-observer-button = Solo consulta
team-owner-button = Administración
team-city-button = Toda la ciudad

# --- Piezas ---
team-role-owner = Administración
team-role-coordinator = Coordinación
team-role-observer = Solo consulta
team-whole-city = toda la ciudad
team-nameless = sin nombre guardado
team-somebody = alguien de administración
team-since = desde el { $moment }
team-since-start = desde la instalación
team-can-owner = Todo lo de coordinación, importar el listado, ver cómo está el bot y decidir quién está en el equipo. Escriba /juntas, /equipo o /salud.
team-can-coordinator = Ver las juntas y a su gente, decidir solicitudes, corregir y anotar juntas. Escriba /juntas para eso y /equipo para ver quiénes están.
team-can-observer = Ver las juntas y las cifras, sin nombres de personas. Escriba /juntas.

# --- La lista ---
team-label = Equipo
team-list =
    <b>Equipo del programa</b> ({ $first } a { $last } de { $total })
    { $lines }

    { $now }
team-line = { $number }. { $name }: { $role }, { $scope }, { $since }
team-line-own = { $number }. { $name } (usted): { $role }, { $scope }, { $since }
team-list-now = Toque un número para ver a alguien o quitarle el acceso.
team-list-now-looking = Para un cambio, hable con alguien de administración.
team-closed = Equipo: lista cerrada.
team-help =
    Aquí ve quiénes coordinan el programa. «Invitar a alguien» le da un mensaje con un enlace para reenviar. Sirve una sola vez y dura tres días.
    Al tocar el número de alguien ve qué puede hacer y le puede quitar el acceso. Lo pierde en ese momento.
team-help-looking = Aquí ve quiénes coordinan el programa y en qué parte de la ciudad. Solo alguien de administración invita o quita.
team-expected = Toque un botón o escriba su número, por ejemplo 1. Para salir, escriba «atrás».
team-expected-looking = Para salir de la lista, escriba «atrás».
team-nothing-changed = No cambié nada.
team-gone = Eso ya cambió: alguien lo hizo antes. Mire cómo está ahora.

# --- Una persona ---
team-member =
    <b>{ $name }</b>
    { $role }, { $scope }, { $since }
    Puede:
    { $can }

    { $now }
team-member-now = Si ya no debe estar, toque «Quitar del equipo».
team-member-now-own = Es usted. Si ya no va a ayudar aquí, toque «Salir del equipo».
team-stays-named = Figura en la instalación del bot: desde este chat no se puede quitar. Pídalo a quien lo instaló.
team-stays-last = Es la única persona de administración y el equipo no puede quedar sin ninguna. Invite antes a otra.
team-sure =
    <b>¿Quita del equipo a { $name }?</b>
    Pierde el acceso en este momento, también en lo que tenga abierto. Los enlaces que hizo dejan de servir. Lo que ya decidió queda, y yo le aviso.
team-leave-sure =
    <b>¿Sale usted del equipo?</b>
    Pierde el acceso en este momento. Los enlaces que hizo dejan de servir. Lo que ya decidió queda. Para volver, alguien de administración le debe invitar.
team-sure-expected = Responda «sí» para hacerlo o «no» para dejarlo como está.
team-removed = Listo: esa persona ya no está en el equipo. Le aviso en horas de día.
team-left = Usted salió del equipo. Sus datos y su junta siguen igual.
team-told-removed =
    <b>Su acceso al equipo terminó</b> el { $moment }
    Ya no puede ver ni decidir en esa parte. Lo que hizo queda, y su junta y sus datos siguen igual. Gracias por su ayuda.
    Si cree que es una equivocación, hable con quien administra el programa. No tiene que hacer nada más.
team-news-removed =
    <b>{ $name } ya no está en el equipo.</b>
    Era: { $role }, { $scope }. Otra persona de administración le quitó el acceso.
team-news-left =
    <b>{ $name } salió del equipo.</b>
    Era: { $role }, { $scope }. No tiene que hacer nada.

# --- Invitar ---
team-invite-label = Invitar al equipo
team-invite-help = La persona abre el enlace en su Telegram, ve a qué le invitan y acepta. El enlace sirve para la primera que lo use: envíelo en privado. Si lo mandó mal, anúlelo en «Ver enlaces».
team-which-role =
    <b>¿Qué podrá hacer la persona que invita?</b>
    Coordinación: ver juntas y personas, decidir solicitudes, corregir y anotar juntas.
    Solo consulta: ver juntas y cifras, sin nombres de personas.
    Administración: todo, también importar el listado e invitar o quitar a otras personas.
team-which-scope =
    <b>{ $role }: ¿en qué parte de la ciudad?</b>
    Si escoge una localidad, solo verá y decidirá lo de allí.
team-invitation =
    <b>Invitación al equipo de las juntas de Cartagena</b>
    Para: { $role }, { $scope }.
    Toque el enlace y después «Iniciar»:
    https://t.me/{ $bot }?start=unirse_{ $code }
    No lo comparta con nadie más. Sirve una sola vez, hasta el { $until }
team-invited = Reenvíe el mensaje de arriba a la persona, en privado. Le aviso cuando entre.
team-links =
    { $count ->
        [one] <b>Hay un enlace sin usar</b>
       *[other] <b>Hay { $count } enlaces sin usar</b>
    }
    { $lines }

    ¿Los anula? Ninguno serviría más, y siempre puede hacer otro.
team-links-line = { $role }, { $scope }. Lo hizo { $who }, sirve hasta el { $until }
team-links-more =
    { $count ->
        [one] y uno más
       *[other] y { $count } más
    }
team-links-none = No hay enlaces sin usar. Toque «Atrás» para volver a la lista.
team-links-revoked = Listo: los enlaces que estaban sin usar ya no sirven.

# --- Entrar con un enlace ---
join-label = Invitación al equipo
join-accept-button = Entrar al equipo
join-refuse-button = No, gracias
join-change-button = Hacer el cambio
join-stay-button = Seguir como estoy
join-offer =
    <b>Le invitan al equipo que coordina el programa</b>
    Invita: { $who }
    Lugar: { $role }, { $scope }
    { $can }

    Si entra, guardo su nombre de Telegram en la lista del equipo, y la ve el equipo. Se borra con /misdatos. El enlace sirve hasta el { $until }
    ¿Entra al equipo?
join-change =
    <b>Este enlace cambia su lugar en el equipo</b>
    Hoy: { $role-now }, { $scope-now }
    Sería: { $role }, { $scope }
    { $can }

    Invita: { $who }. El enlace sirve hasta el { $until }
    ¿Hace el cambio?
join-help = El equipo ayuda a las juntas y decide solicitudes. Si entra, el equipo ve su nombre de Telegram. Puede salir cuando quiera. Si no esperaba esta invitación, toque «No, gracias».
join-expected = Responda «sí» para entrar o «no» para dejarlo.
join-accepted = aceptada
join-declined = no por ahora
join-closed = Invitación al equipo: ya no se puede usar.
join-done =
    <b>Listo: { $role }, { $scope }</b>
    Ya está en el equipo. Ahora puede:
    { $can }
    Para empezar, toque un botón.
join-not-in = No entró al equipo y no guardé nada de la invitación. Si cambia de idea, el enlace sirve hasta el { $until }
join-stays = Sigue igual: { $role }, { $scope }. El enlace sirve hasta el { $until }
join-standing = Usted ya está en el equipo: { $role }, { $scope }.
join-without-link = Al equipo se entra con un enlace de invitación. Pídalo a quien coordina el programa.
join-unknown = No conozco ese enlace. Puede estar incompleto: pida que se lo envíen otra vez.
join-used = Ese enlace ya se usó: cada uno sirve una sola vez. Si usted lo necesita, pida uno nuevo.
join-expired = Ese enlace ya venció: dura tres días. Si usted lo necesita, pida uno nuevo.
join-revoked = Ese enlace fue anulado. Si usted lo necesita, pida uno nuevo.
join-already = Usted ya está en el equipo así: { $role }, { $scope }. No cambié nada y el enlace sigue sin usar.
join-owner-stays = Usted está en administración y ya puede todo. No cambié nada y el enlace sigue sin usar.
team-news-joined =
    <b>{ $name } entró al equipo</b>
    { $role }, { $scope }. Enlace de: { $who }.
    Si no lo esperaba, toque «Ver el equipo» y quítele el acceso.
team-news-changed =
    <b>{ $name } cambió de lugar en el equipo</b>
    Ahora: { $role }, { $scope }. Enlace de: { $who }.
    Si no lo esperaba, toque «Ver el equipo».
