# Permisos: qué permite la persona, y qué pasa cuando lo retira.

permission-service-on-button = Permitir servicio
permission-service-off-button = Retirar servicio
permission-phone-on-button = Permitir llamadas
permission-phone-off-button = Retirar llamadas
permission-role-on-button = Permitir mi cargo
permission-role-off-button = Retirar mi cargo
permission-statistics-on-button = Permitir cifras
permission-statistics-off-button = Retirar cifras
permission-keep-button = No retirar
permission-off-button = Retirar

permissions-label = Permisos
permissions-list =
    <b>Lo que usted permite</b>
    { $lines }

    Toque uno para cambiarlo. Los cambios quedan guardados al momento. Para terminar, toque «Atrás».
permission-line = { $label }: { $answer }
permissions-help = Cada permiso es aparte. Retirar uno no cambia los otros. El texto completo está en /aviso.
permissions-expected = Escriba cuál quiere cambiar: «servicio», «llamadas», «cargo» o «cifras». Para terminar, escriba «atrás».
permissions-closed = Permisos: consulta cerrada.
permissions-sure-help = Si retira el permiso, lo puede dar otra vez después; lo que se borra no vuelve.
permissions-sure-expected = Responda «sí» para retirar el permiso o «no» para dejarlo.

permission-service-sure =
    <b>¿Retira el permiso de usar sus datos?</b>
    No podrá registrar juntas ni recibirá invitaciones. Lo que ya está guardado sigue ahí hasta que usted lo borre en «mis datos».
permission-phone-sure =
    <b>¿Retira el permiso de llamarle?</b>
    Borro su número de teléfono. Lo demás sigue igual.
permission-role-sure =
    <b>¿Retira el permiso de guardar su cargo?</b>
    { $count ->
        [0] No tiene cargos guardados.
        [one] Borro su cargo. La junta sigue registrada, sin usted.
       *[other] Borro sus { $count } cargos. Las juntas siguen registradas, sin usted.
    }{ $claims ->
        [0] { "" }
        [one] { " " }Su solicitud en revisión se retira y se borra.
       *[other] { " " }Sus { $claims } solicitudes en revisión se retiran y se borran.
    } Lo demás sigue igual.
permission-withdrawn = permiso retirado
permission-kept = permiso sin cambios
permission-given-toast = Permiso dado. Lo puede retirar cuando quiera.
permission-withdrawn-toast = Permiso retirado. Lo puede dar otra vez cuando quiera.
