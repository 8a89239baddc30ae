# «Relevo»: recibir un cargo por el enlace que envía quien lo entrega.

takeover-take-button = Recibir el cargo
takeover-decline-button = No recibirlo
takeover-not-yet-button = Todavía no

takeover-label = Relevo
takeover-consent =
    <b>¿Permite guardar su cargo en la junta?</b>
    { $holder } le entrega: { $role }, en { $board }. Para anotarlo necesito su permiso.
    Pertenecer a una junta es un dato sensible y usted puede decir que no. Su nombre y su cargo los ven el equipo de la Alcaldía y quienes tengan cargo en la misma junta.
takeover-offer =
    <b>Le entregan un cargo: { $role }</b>
    { $board }
    { $kind }, { $place }
    Se lo entrega: { $holder }
    El enlace vale hasta el { $expires }

    Si lo recibe, toque «Recibir el cargo».
takeover-help = Si lo recibe, el cargo pasa a usted desde ese momento y termina el de quien lo entrega. Reciba solo un cargo para el que la asamblea le eligió.
takeover-offer-expected = Toque «Recibir el cargo» o «No recibirlo». Para decidir después, escriba «atrás».
takeover-sure =
    <b>¿Recibe el cargo: { $role }?</b>
    { $board }
    Desde ahora aparece usted en la directiva y termina el cargo de { $holder }. Le aviso a esa persona con su nombre.
    Si está de acuerdo, toque «Recibir el cargo».
takeover-decline =
    <b>¿No recibe el cargo: { $role }?</b>
    { $board }
    El enlace deja de servir y le aviso a { $holder } con su nombre.
takeover-sure-expected = Responda «sí» para confirmarlo o «no» para volver.
takeover-taken = recibido
takeover-refused = no recibido
takeover-done =
    ✅ El cargo ya es suyo: <b>{ $role }</b>, en { $board }. Muchas gracias.
    Le avisé a quien se lo entregó. Toque «Ver mi junta» para mirar la ficha y la directiva.
takeover-told =
    <b>El relevo quedó hecho.</b>
    { $name } recibió el cargo: { $role }, en { $board }, el { $ended } El suyo terminó y ya no puede cambiar nada con ese cargo.
    Gracias por su trabajo. Si usted no entregó el cargo, avísele hoy a la Alcaldía.
takeover-declined =
    Está bien, el cargo no cambió: { $role }, en { $board }.
    Le avisé a { $holder }. No tiene que hacer nada más.
takeover-declined-told =
    { $name } no recibió el cargo: { $role }, en { $board }.
    El cargo sigue siendo suyo y ese enlace ya no sirve. Si se lo entrega a otra persona, cree otro en «Ver mi junta».
takeover-left = Relevo: queda pendiente. Puede abrir el enlace otra vez hasta el { $expires }
takeover-closed = Relevo: consulta cerrada.
takeover-without-role =
    Está bien, respeto su decisión. Sin ese permiso no puedo anotar el cargo a su nombre.
    El cargo sigue con quien se lo entrega. Si cambia de idea, toque «Cambiar permisos» y abra el enlace otra vez antes del { $expires }
takeover-service =
    Para recibir el cargo necesito su permiso de usar sus datos, y usted no lo ha dado.
    Si quiere darlo, toque «Cambiar permisos» y después abra el enlace otra vez.

# --- Por qué un enlace no sirve ---
takeover-no-code = Para recibir un cargo, abra el enlace que le envió quien lo entrega. Sin ese enlace no se puede.
takeover-unknown = Ese enlace de relevo no sirve. Puede que esté incompleto. Pídale otro a quien le entrega el cargo.
takeover-used = Ese enlace ya se usó, y cada enlace sirve una sola vez. Si el cargo es para usted, pídale otro a quien lo entrega.
takeover-expired = Ese enlace de relevo venció. Pídale otro a quien le entrega el cargo.
takeover-revoked = Ese enlace ya no sirve: lo anularon o hay uno más nuevo. Pídale otro a quien le entrega el cargo.
takeover-ended = Quien le envió ese enlace ya no tiene el cargo. Si a usted lo eligieron, escriba «registrar» y el equipo lo confirma.
takeover-already-yours = Usted ya tiene ese cargo en esa junta. No hace falta recibirlo otra vez.
takeover-own = Ese enlace es para otra persona: con él le entrega usted su cargo. Reenvíelo a quien lo recibe. Si ya no lo quiere entregar, anúlelo en /mijunta.
takeover-own-closed = Ese enlace era para entregar su cargo y ya no sirve. El cargo sigue siendo suyo. Puede crear otro en /mijunta.
takeover-board-gone = Esa junta está hoy fuera del programa y no recibe cargos nuevos. Hable con la Alcaldía.
