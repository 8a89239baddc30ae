# Mis datos: ver, copiar, borrar. También el borrado de un registro sin terminar.

my-data-copy-button = Descargar copia
my-data-consent-button = Ver mi autorización
my-data-erase-button = Borrar mis datos
my-data-keep-button = No borrar
my-data-erase-all-button = Borrar todo

my-data-label = Mis datos
my-data-card =
    <b>Lo que guardo de usted</b>
    Nombre en Telegram: { $name }
    Teléfono: { $phone }
    { $offices }
    { $draft }
    { $messages }

    Sus permisos:
    { $consents }
    Aviso de privacidad vigente: versión { $version }.

    Toque lo que quiera hacer.
my-data-no-name = sin nombre
my-data-no-phone = no lo tengo
my-data-office = Cargo: { $role } en { $board } (desde { $registered })
my-data-more-offices =
    { $count ->
        [one] y { $count } cargo más
       *[other] y { $count } cargos más
    }
my-data-no-office = Cargo: ninguno
my-data-claim = Solicitud en revisión: { $claim } (desde { $registered })
my-data-more-claims =
    { $count ->
        [one] y { $count } solicitud más
       *[other] y { $count } solicitudes más
    }
my-data-team = En el equipo del programa: { $role }, { $scope }
my-data-past-office = Cargo anterior: { $role } en { $board } (hasta { $ended })
my-data-more-past =
    { $count ->
        [one] y { $count } cargo anterior más
       *[other] y { $count } cargos anteriores más
    }
my-data-draft =
    { $count ->
        [0] Registro sin terminar: ninguno
        [one] Registro sin terminar: { $count } respuesta
       *[other] Registro sin terminar: { $count } respuestas
    }
my-data-muted = Mensajes: usted pidió que no le escriba
my-data-not-muted = Mensajes: le puedo escribir
my-data-consent = { $label }: { $answer } ({ $decided })
my-data-no-consent = Todavía no ha decidido ninguno.
my-data-help = «Descargar copia» le envía un archivo con todo. «Ver mi autorización» le envía sus permisos con fecha. Para corregir un registro, regístrelo de nuevo o pídalo al contacto del aviso.
my-data-expected = Toque un botón o escriba lo que quiere: «copia», «autorización», «permisos», «borrar» o «atrás».
my-data-to-erase = Mis datos: vamos a lo de borrar.
my-data-closed = Mis datos: consulta cerrada.

my-data-erase-label = Borrar mis datos
my-data-erase =
    <b>¿Borro todo lo que guardo de usted?</b>
    Se borran su nombre, su teléfono, sus cargos, sus respuestas y sus mensajes guardados.{ $claims ->
        [0] { "" }
        [one] { " " }Su solicitud en revisión se retira.
       *[other] { " " }Sus { $claims } solicitudes en revisión se retiran.
    } El registro de la junta queda, sin usted.
    Por ley conservo solo una prueba mínima: el número de este chat, la fecha y el aviso que leyó. Sin su nombre.
    Esto no se puede deshacer. Toque «Borrar todo» o escriba «borrar».
my-data-erase-help = La prueba mínima sirve para mostrar que usted dio permiso y que luego pidió borrar. Si solo quiere que no le escriba, use «no quiero más mensajes».
my-data-erase-expected = Para borrar todo, escriba «borrar». Para dejarlo como está, escriba «no».
my-data-kept = no se borró nada
erased-label = borrados
erased =
    ✅ Borré sus datos el { $erased }
    Queda solo la prueba mínima: el número de este chat, la fecha y el aviso. Gracias por su tiempo.
    Si algún día quiere volver, escriba «hola» y empezamos de nuevo.

discard-button = Borrar el borrador
discard-yes-button = Borrarlo
discard-no-button = Conservarlo
discard-label = Borrar el registro sin terminar
discard-sure =
    <b>¿Borro el registro sin terminar?</b>
    { $count ->
        [0] No hay respuestas guardadas.
        [one] Se perdería { $count } respuesta.
       *[other] Se perderían { $count } respuestas.
    } Lo que ya envió antes no se toca.
discard-help = Si lo conserva, puede seguir otro día donde iba. Si lo borra, empieza de nuevo.
discard-expected = Responda «sí» para borrarlo o «no» para conservarlo.
discard-done = borrado
discard-kept = se conserva
discard-nothing = No hay un registro sin terminar; nada que borrar.
