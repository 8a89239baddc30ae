# La bienvenida: para qué sirve el bot, edad, aviso corto y los cuatro permisos.

adult-button = Tengo 18 o más
minor-button = Soy menor de edad
correct-age-button = Corregir mi edad
read-notice-button = Leer el aviso

welcome-intro =
    Buenas. Por este chat registra su junta y la Alcaldía le puede invitar a talleres.
    A cargo: { $responsible }.
    Es gratis. Nunca le pido cédula, datos del banco ni claves.
welcome-notice-changed = El aviso de privacidad cambió. Por eso le pregunto otra vez qué permite. Lo que ya registró sigue guardado.

welcome-language-label = Idioma
welcome-language = <b>¿En qué idioma seguimos?</b>
welcome-language-help = Los mensajes que le escriba estarán en ese idioma. Lo que usted responda no cambia.
welcome-language-expected = Toque el idioma que prefiere.

welcome-age-label = Edad
welcome-age = <b>¿Tiene usted 18 años o más?</b>
welcome-age-help = Este registro es solo para mayores de edad. No necesito su fecha de nacimiento.
welcome-age-expected = Necesito saber si tiene 18 años o más. Responda «sí» o «no».
welcome-age-adult = 18 años o más
welcome-age-minor = menor de 18
welcome-too-young =
    Gracias por contarme. Este registro es solo para mayores de 18 años, así que lo dejamos aquí. No guardé nada más de usted.
    La directiva de su junta puede registrarla. Si respondió por error, toque «Corregir mi edad».

welcome-notice-label = Aviso de privacidad
welcome-notice =
    <b>Antes de seguir: sus datos</b>
    Responde por ellos: { $responsible }.
    Sirven para registrar su junta y, si usted permite, para llamarle y hacer estadísticas.
    Usted puede verlos, corregirlos, pedir copia, retirar el permiso y borrarlos. Telegram guarda los mensajes fuera de Colombia.
    Contacto: { $contact }
    Son 4 permisos, uno por uno. Toque «Seguir».
welcome-notice-help = Es el resumen de la Ley 1581 de 2012, que protege sus datos. El texto entero está en «Leer el aviso». Todavía no ha aceptado nada.
welcome-notice-expected = Toque «Seguir» para ver los permisos, o «Leer el aviso» para verlo entero.
welcome-notice-read = visto

consent-expected = Responda «acepto» o «no acepto».
consent-accepted = acepta
consent-refused = no acepta

consent-service-label = Usar sus datos para el servicio
consent-service =
    <b>¿Me permite usar sus datos para atenderle?</b> ({ $step } de { $total })
    Guardo su nombre en Telegram, este chat y lo que responda, para registrar su junta e invitarle a talleres.
    Sin este permiso no la puedo registrar.
consent-service-help = Es el permiso básico. Lo puede retirar cuando quiera con «permisos», y borrar todo con «mis datos».
consent-phone-label = Llamarle por teléfono
consent-phone =
    <b>¿Permite que la Alcaldía le llame por teléfono?</b> ({ $step } de { $total })
    Sería por su junta o por un taller. Es opcional: si no acepta, no le pido el número y todo lo demás funciona igual.
consent-phone-help = Si acepta, más adelante le pido el número con un botón. Se muestra oculto, menos los dos últimos números.
consent-role-label = Guardar su cargo en la junta
consent-role =
    <b>¿Permite guardar su cargo en la junta?</b> ({ $step } de { $total })
    Pertenecer a una organización social es un dato sensible. Por eso es opcional y nada más depende de él.
    Su nombre y su cargo los ven el equipo de la Alcaldía y quienes tengan cargo en la misma junta.
    Sin este permiso puede usar el chat, pero no registrar una junta a su nombre.
consent-role-help = El cargo dice quién habla por la junta: presidencia, tesorería, otro. Por ley se pide permiso aparte y usted puede decir que no.
consent-statistics-label = Usar sus datos en estadísticas
consent-statistics =
    <b>¿Permite usar sus respuestas para estadísticas?</b> ({ $step } de { $total })
    Por ejemplo, cuántas juntas hay en cada comuna. Sin nombres ni teléfonos. Es opcional.
consent-statistics-help = Solo salen totales. Nadie puede saber qué respondió usted.

service-refused =
    Está bien, respeto su decisión. Sin ese permiso no registro su junta ni le invito a talleres.
    Puede ver o borrar lo que guardo con /misdatos.
    Si cambia de idea, toque «Cambiar permisos». No tiene que hacer nada más.
service-needed =
    Para registrar una junta necesito su permiso de usar sus datos, y usted no lo ha dado.
    Si quiere darlo, toque «Cambiar permisos».
welcome-left =
    Aquí lo dejamos por ahora. Lo que ya respondió queda guardado.
    Cuando quiera seguir, toque «Empezar».
