# «Solicitud»: lo que una persona pidió y el equipo todavía no decide.

command-solicitud = Ver mi solicitud en revisión
claim-withdraw-button = Retirar la solicitud
claim-keep-button = No retirar
claim-answer-button = Responder

claim-of-office = { $role } en { $board }
claim-of-correction = cambio de { $field } en { $board }
claim-field-name = nombre
claim-field-kind = clase
claim-field-localidad = localidad
claim-field-comuna = comuna
claim-field-barrio = barrio
claim-field-sector = sector
claim-field-nit = NIT
claim-field-personeria = personería
claim-field-ruc = RUC
claim-field-registry-state = estado
claim-field-other = un dato
claim-status-waiting = en revisión
claim-status-asked = espera su respuesta
claim-status-approved = aprobada
claim-status-rejected = no aprobada
claim-status-withdrawn = retirada

my-claim-label = Su solicitud
my-claims-list =
    <b>Sus solicitudes</b> ({ $first } a { $last } de { $total })
    { $lines }

    Toque el número para ver una.
my-claims-line = { $number }. { $claim }: { $status }
my-claim-list-expected = Escriba el número de la solicitud, por ejemplo 1. Para salir, escriba «atrás».
my-claims-closed = Solicitud: consulta cerrada.
my-claims-none = No tiene solicitudes en revisión.

my-claim-card =
    <b>Su solicitud: { $claim }</b>
    Enviada el { $registered }
    Estado: { $status }. { $why }

    { $next } Si ya no la quiere, toque «Retirar la solicitud».
my-claim-next-wait = Se la respondo por aquí. Por ahora no tiene que hacer nada.
my-claim-next-answer = El equipo le hizo una pregunta: toque «Responder».
my-claim-help = Una persona del equipo de la Alcaldía mira la solicitud y decide. Si le falta un dato, se lo pregunto aquí. Usted la puede retirar cuando quiera.
my-claim-expected = Toque un botón. Para salir, escriba «atrás». Para retirarla, escriba «retirar».
my-claim-decided = Esa solicitud ya no está en revisión.

my-claim-question =
    <b>El equipo le pregunta por su solicitud</b>
    { $claim }
    «{ $question }»

    Escriba su respuesta con sus palabras.
my-claim-question-plain = ¿Nos cuenta algo más?
my-claim-question-help = Lo que escriba lo lee el equipo que decide, y queda con su solicitud hasta que usted borre sus datos. No escriba cédula ni claves.
my-claim-question-expected = Escriba la respuesta con sus palabras. Por ejemplo: fui elegida el 26 de abril en la asamblea. Para dejarlo, escriba «atrás».
my-claim-answer-too-long = Esa respuesta es muy larga para guardarla. Escríbala en máximo 500 letras, por favor.
my-claim-answered = le pasé su respuesta al equipo
my-claim-question-left = Su solicitud: la pregunta queda pendiente. Sin respuesta, la solicitud sigue esperando.

my-claim-withdraw-label = Retirar la solicitud
my-claim-withdraw =
    <b>¿Retira su solicitud?</b>
    { $claim }
    Ya no la revisamos. Si después la quiere, la puede enviar otra vez.
my-claim-withdraw-expected = Responda «sí» para retirarla o «no» para dejarla en revisión.
my-claim-to-withdraw = Su solicitud: vamos a lo de retirarla.
my-claim-withdrawn = retirada, { $board }
my-claim-kept = sigue en revisión

# --- En el inicio ---
home-waiting =
    Su solicitud (<b>{ $claim }</b>) está en revisión desde el { $registered }{ $others ->
        [0] { "" }
        [one] { " " }Tiene otra más.
       *[other] { " " }Tiene otras { $others } más.
    }
    Se la respondo por aquí; no tiene que hacer nada más.
home-asked =
    <b>El equipo le hizo una pregunta</b> sobre su solicitud: { $claim }.{ $others ->
        [0] { "" }
        [one] { " " }Tiene otra solicitud en revisión.
       *[other] { " " }Tiene otras { $others } solicitudes en revisión.
    }
    Toque «Responder» para que se pueda decidir.
home-holding =
    Su junta <b>{ $board }</b> quedó registrada el { $registered }{ $others ->
        [0] { "" }
        [one] { " " }Además tiene otra registrada.
       *[other] { " " }Además tiene otras { $others } registradas.
    }
home-new-listed =
    { $name }, todo está listo para registrar su junta.
    La busco en el listado; casi siempre son 3 preguntas cortas. Puede parar y seguir otro día.
    Toque «Registrar mi junta» para empezar.
home-new-listed-nameless =
    Todo está listo para registrar su junta.
    La busco en el listado; casi siempre son 3 preguntas cortas. Puede parar y seguir otro día.
    Toque «Registrar mi junta» para empezar.
home-rejected =
    Su solicitud (<b>{ $claim }</b>) no se aprobó. { $why }
    Puede intentarlo otra vez cuando quiera: toque «Registrar mi junta».
home-rejected-why = El equipo dijo: «{ $reason }»
home-rejected-plain = El equipo no pudo confirmarla.
