# Encontrar la junta propia en el listado, y lo que se dice al enviar.

board-missing-button = Mi junta no está
board-mine-button = Sí, es esta
board-search-button = No, buscar otra
near-mine-button = Sí, es la mía
near-another-button = No, es otra
change-board-button = Cambiar junta
claim-button = Ver mi solicitud
claims-decide-button = Ver solicitudes

kind-jac-short = JAC
kind-jvc-short = JVC
kind-asojuntas-short = Asojuntas
board-place = barrio { $barrio }, localidad { $localidad }
board-place-sector = barrio { $barrio }, sector { $sector }, localidad { $localidad }
board-place-wide = localidad { $localidad }
nit-ends = termina en { $end }

registration-board-label = Su junta
registration-board =
    <b>¿Cómo se llama su junta, o en qué barrio queda?</b> ({ $step })
    Escríbalo y la busco en el listado. Por ejemplo: Zaragocilla. También sirve el NIT.
registration-board-help = Escriba solo lo que la distingue: el barrio, el sector o el NIT. No importan las tildes. Si no la encuentra, toque «Mi junta no está» y la anotamos.
registration-board-expected = Escriba el barrio o el nombre de la junta. Por ejemplo: Zaragocilla. Si no aparece, toque «Mi junta no está».
registration-board-not-found =
    No encontré esa junta en el listado.
    Pruebe con otra palabra, por ejemplo solo el barrio. Si no aparece, toque «Mi junta no está» o «Ayuda».
registration-board-offered =
    <b>¿Cuál es la suya?</b> ({ $step })
    { $lines }

    Toque el número, o escriba otro nombre.
registration-board-line = { $number }. { $kind } { $board }
registration-board-card =
    <b>{ $board }</b>
    { $kind }, { $place }
    NIT: { $nit }
registration-board-missing = no está en el listado
registration-board-not-this = no es esa
registration-board-gone = Esa junta ya no está en el listado.
registration-board-left =
    La junta que había escogido ya no está en el listado. Lo demás sigue guardado.
    Por favor, búsquela otra vez o toque «Mi junta no está».
registration-board-merged = La junta que había escogido se unió con otra ficha del listado. Mire si esta es la suya.

registration-board-sure-label = Su junta
registration-board-sure =
    <b>¿Es esta su junta?</b>
    { $board }

    Si es, toque «Sí, es esta». Si no, «No, buscar otra».
registration-board-sure-help = Del NIT muestro solo el final, para que la reconozca. Si hay un dato viejo, no importa: después lo puede corregir.
registration-board-sure-expected = Responda «sí» o «no». También puede escribir el nombre de otra junta y la busco.

registration-claim-summary =
    <b>Revise antes de enviar</b>
    { $board }
    Su cargo: { $role }
    Teléfono: { $phone }

    Si todo está bien, toque «Enviar».

registration-near-label = Junta parecida
registration-near =
    <b>Ya hay una junta parecida. ¿Es la suya?</b>
    { $board }

    Si es, toque «Sí, es la mía» y queda su cargo en ella. Si no, «No, es otra».
registration-near-several =
    <b>Ya hay juntas parecidas. ¿Es una de estas?</b>
    { $lines }

    Si es, toque su número. Si no, toque «No, es otra».
registration-near-gone =
    <b>Ya no hay una junta parecida.</b>
    Toque «Enviar» para terminar.
registration-near-help = Le pregunto para que la misma junta no quede dos veces. Si es otra, la anoto aparte y el equipo la revisa.
registration-near-expected = Responda «sí» si es la suya, o «no» si es otra. Si hay varias, escriba el número.
registration-near-none = es otra

registration-held =
    Usted ya tiene ese cargo: <b>{ $role }</b> en <b>{ $board }</b>, desde el { $registered }
    No hace falta registrarlo otra vez. Si tiene otra junta, toque «Registrar otra junta».
registration-asked-already =
    Usted ya pidió ese cargo: <b>{ $role }</b> en <b>{ $board }</b>. Lo envió el { $registered }
    Sigue en revisión y no hace falta enviarlo otra vez. Le respondo por aquí.

claim-given =
    ✅ <b>{ $board }</b> quedó registrada el { $registered } Su cargo: { $role }. Muchas gracias.
    La Alcaldía usará el registro para invitarle a los talleres. Por ahora no tiene que hacer nada más.
    Con /misdatos lo puede ver o borrar.
claim-waits =
    Recibí su solicitud: <b>{ $role }</b> en <b>{ $board }</b>.
    Quedó en revisión: se la respondo por aquí. { $why }
    Una persona del equipo la mira. Si necesita algo, se lo pregunto en este chat. Por ahora no tiene que hacer nada más.
claim-why-president-taken = En esa junta ya figura otra persona en la presidencia, y el equipo confirma quién es.
claim-why-new-board = La junta no está en el listado oficial, y el equipo la revisa antes de agregarla.
claim-why-near-same = Hay otra junta parecida, y el equipo revisa que no quede dos veces.
claim-why-same-nit = Otra junta tiene el mismo NIT, y el equipo mira de cuál es.
claim-why-board-inactive = En el listado esa junta no figura activa, y el equipo lo confirma.
claim-why-review-all = El equipo revisa todas las solicitudes.
claim-why-merged = Dos fichas de la junta se unieron, y hay que confirmar quién está en la presidencia.
claim-why-term-over = El período anterior terminó, y el equipo confirma el nuevo.
claim-why-correction = Ese cambio lo confirma el equipo.
claim-why-other = El equipo la revisa.

claim-filed-staff =
    Hay solicitudes por decidir. La última: <b>{ $role }</b> en <b>{ $board }</b>, localidad { $localidad }.
    Toque «Ver solicitudes».
claim-answered-staff =
    Llegó la respuesta que se había pedido. Solicitud: { $claim }.
    Toque «Ver solicitudes» para decidir.
