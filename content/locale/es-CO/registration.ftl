# El registro de una junta. Cada pregunta: nombre corto, pregunta, ayuda y lo que se espera.

send-button = Enviar
change-button = Cambiar algo
share-phone-button = Compartir mi número

registration-consent-label = Guardar su cargo en la junta
registration-consent =
    <b>¿Permite guardar su cargo en la junta?</b>
    Para registrar una junta anoto quién la registra y con qué cargo. Pertenecer a una organización social es un dato sensible: usted puede decir que no, y el resto del chat sigue igual.
    Su nombre y su cargo los ven el equipo de la Alcaldía y quienes tengan cargo en la misma junta.
registration-without-role =
    Está bien, respeto su decisión. Sin ese permiso no registro la junta a su nombre.
    Otra persona de la directiva puede hacerlo desde su propio chat. Usted puede seguir usando la ayuda y «mis datos».
    Si cambia de idea, toque «Cambiar permisos».

registration-another-label = Otra junta
registration-another =
    El { $registered } usted registró <b>{ $board }</b>, con el cargo: { $role }.{ $others ->
        [0] { "" }
        [one] { " " }Además tiene otra registrada.
       *[other] { " " }Además tiene otras { $others } registradas.
    }
    Si quiere registrar otra, toque «Registrar otra junta». Si no, toque «Atrás».
registration-another-yes = sí, registrar otra
registration-another-help = Una persona puede tener cargo en varias juntas. Cada una se registra aparte y la anterior no cambia.
registration-another-expected = Toque «Registrar otra junta», o «Atrás» para dejarlo así.

registration-kind-label = Clase de junta
registration-kind =
    <b>¿Qué va a registrar?</b> ({ $step })
    Junta de acción comunal: la del barrio, la vereda o el sector.
    Junta de vivienda: familias que mejoran o construyen sus casas.
    Asojuntas: varias juntas asociadas.
registration-kind-help = Si su junta es la de su barrio, casi siempre es una junta de acción comunal (JAC).
registration-kind-expected = Toque un botón o escriba «JAC», «junta de vivienda» o «Asojuntas».
kind-jac = Junta de acción comunal
kind-jvc = Junta de vivienda comunitaria
kind-asojuntas = Asociación de juntas
kind-jac-button = Acción comunal
kind-jvc-button = Junta de vivienda
kind-asojuntas-button = Asojuntas

registration-name-label = Nombre de la junta
registration-name =
    <b>¿Cómo se llama la junta?</b> ({ $step })
    Escriba el nombre como aparece en sus papeles. Por ejemplo: Junta de Acción Comunal del barrio El Pozón.
registration-name-help = Si no tiene los papeles a mano, escríbalo como la conocen en el barrio. Antes de enviar lo puede cambiar.
registration-name-expected = Escriba el nombre con letras. Por ejemplo: Junta de Acción Comunal del barrio El Pozón.
registration-name-too-long = Ese nombre es muy largo para guardarlo. Escríbalo en máximo 120 letras, por ejemplo: JAC del barrio El Pozón, sector Central.

registration-localidad-label = Localidad
registration-localidad =
    <b>¿En qué localidad queda?</b> ({ $step })
    También puede escribir el nombre del barrio y yo la busco. Por ejemplo: Zaragocilla.
registration-localidad-help = La localidad es una de las tres partes de Cartagena. Si no está seguro, escriba el barrio, la isla o el corregimiento.
registration-localidad-expected = No encontré ese lugar. Toque una localidad o escriba el barrio de otra forma. Por ejemplo: Zaragocilla.

registration-comuna-label = Comuna
registration-comuna =
    <b>¿En qué comuna queda?</b> ({ $step })
    Localidad { $localidad }. También puede escribir el barrio. Por ejemplo: Manga.
registration-comuna-help = La comuna (unidad comunera de gobierno) reúne varios barrios. Si no sabe el número, escriba el nombre del barrio.
registration-comuna-expected = No encontré esa comuna en la localidad. Toque una de los botones o escriba el nombre del barrio.
comuna-number = Comuna { $number }
comuna-rural = Corregimientos e islas
comuna-rural-button = Zona rural e islas

registration-barrio-label = Barrio
registration-barrio =
    <b>¿En qué barrio?</b> ({ $step })
    { $comuna }.{ $pages ->
        [1] { "" }
       *[other] { " " }Página { $page } de { $pages }.
    } También puede escribir el nombre. Si no está, toque «Otro».
registration-barrio-rural =
    <b>¿En qué corregimiento, isla o pueblo?</b> ({ $step })
    { $comuna }.{ $pages ->
        [1] { "" }
       *[other] { " " }Página { $page } de { $pages }.
    } También puede escribir el nombre. Si no está, toque «Otro».
registration-barrio-offered =
    <b>¿Es uno de estos?</b> ({ $step })
    Encontré lugares parecidos a lo que escribió. Si no es ninguno, toque «Ninguno de estos».
registration-barrio-help = Si su junta es de un sector o una etapa, elija el barrio grande; el sector se lo pregunto después.
registration-barrio-expected = No encontré ese barrio. Escríbalo de otra forma, por ejemplo: Blas de Lezo. Si no está en la lista, toque «Otro».
place-none = ninguno de los propuestos
place-in-comuna = { $name }, { $comuna }
place-found = { $barrio } ({ $comuna }, localidad { $localidad })

registration-barrio-other-label = Barrio
registration-barrio-other =
    <b>¿Cómo se llama el barrio?</b> ({ $step })
    Escríbalo como lo conocen. Por ejemplo: Urbanización Los Robles.
registration-barrio-other-help = Hay barrios nuevos que todavía no están en mi lista. Con el nombre basta; no necesito la dirección.
registration-barrio-other-expected = Escriba el nombre del barrio con letras. Por ejemplo: Urbanización Los Robles.
registration-barrio-other-too-long = Ese nombre es muy largo para guardarlo. Escríbalo en máximo 60 letras, por ejemplo: Urbanización Los Robles.

registration-sector-label = Sector
registration-sector =
    <b>¿La junta es de un sector o una etapa?</b> ({ $step })
    Escríbalo. Por ejemplo: Sector Central. Si es de todo el barrio, toque «Omitir».
registration-sector-help = En un mismo barrio puede haber varias juntas. El sector ayuda a saber cuál es la suya. Es opcional.
registration-sector-expected = Escriba solo el nombre del sector. Por ejemplo: Sector Central, o Etapa 2. Si no tiene, toque «Omitir».
registration-sector-too-long = Ese nombre es muy largo para guardarlo. Escríbalo en máximo 60 letras, por ejemplo: Sector Central.

registration-nit-label = NIT
registration-nit =
    <b>¿Cuál es el NIT de la junta?</b> ({ $step })
    Es opcional. Escríbalo como está en el RUT. Por ejemplo: 890.480.184-4. Si no lo sabe o no tiene, toque «Omitir».
registration-nit-help = El NIT es el número de la junta ante la DIAN. No escriba su cédula. Muchas juntas no tienen NIT y se registran igual.
registration-nit-expected = Escriba los 9 números del NIT, el guion y el último número. Por ejemplo: 890.480.184-4. Si no lo tiene, toque «Omitir».
registration-nit-form = Solo necesito los números del NIT. Por ejemplo: 890.480.184-4. Si no lo tiene, toque «Omitir».
registration-nit-length = El NIT de una junta tiene 9 números y, después del guion, uno más. Por ejemplo: 890.480.184-4. Si no lo tiene, toque «Omitir».
registration-nit-start = El NIT de una junta empieza por 8 o por 9. Si escribió una cédula, no la guardé: no la necesito. Mire el RUT de la junta o toque «Omitir».
registration-nit-check = El último número no coincide con los otros. Puede ser un error al escribir. Compárelo con el RUT y escríbalo otra vez, o toque «Omitir».
registration-nit-ambiguous = Son 10 números seguidos y no sé dónde va el guion. Escríbalo como está en el RUT, por ejemplo: 890.480.184-4, o toque «Omitir».
registration-nit-split = { $nit } (tomé el último número como el que va después del guion)

registration-role-label = Su cargo
registration-role =
    <b>¿Cuál es su cargo en la junta?</b> ({ $step })
    El de usted, hoy.
registration-role-help = Si tiene varios cargos, elija el principal. Si el suyo no aparece, toque «Otro cargo».
registration-role-expected = Toque un cargo o escríbalo. Por ejemplo: presidenta, tesorero, fiscal.
role-president = Presidencia
role-vice-president = Vicepresidencia
role-treasurer = Tesorería
role-secretary = Secretaría
role-fiscal = Fiscalía
role-conciliator = Conciliación
role-delegate = Delegación
role-other-role = Otro cargo

registration-phone-label = Su teléfono
registration-phone =
    <b>¿Me comparte su número?</b> ({ $step })
    Usted permitió que le llamen. Toque «Compartir mi número», abajo, y confirme. Es opcional: también puede tocar «Omitir».
registration-phone-help = Con el botón llega el número de este Telegram, sin errores. Se muestra oculto, menos los dos últimos números. Lo puede borrar en «permisos».
registration-phone-expected = Toque «Compartir mi número», abajo en la pantalla. Si no quiere, escriba «omitir».
registration-phone-typed = Gracias, pero escrito no lo guardo, porque puede ir un número cambiado. Toque «Compartir mi número», abajo, o escriba «omitir».
registration-phone-other = Ese contacto es de otra persona y no lo guardé. Necesito el suyo: toque «Compartir mi número», abajo, o escriba «omitir».

registration-summary-label = Registro
registration-summary =
    <b>Revise antes de enviar</b>
    { $kind }: { $name }
    Localidad: { $localidad }
    { $comuna }, barrio: { $barrio }
    Sector: { $sector }
    NIT: { $nit }
    Su cargo: { $role }
    Teléfono: { $phone }

    Si todo está bien, toque «Enviar».
registration-summary-help = Todavía no se ha enviado nada. Si algo está mal, toque «Cambiar algo». Si prefiere seguir otro día, toque «Cancelar»: lo guardo.
registration-summary-expected = Escriba «enviar» si todo está bien, o «cambiar» para corregir algo.
registration-sent-mark = enviado
registration-sent =
    ✅ <b>{ $board }</b> quedó registrada el { $registered } Muchas gracias.
    La Alcaldía usará el registro para invitarle a los talleres. Por ahora no tiene que hacer nada más.
    Con /misdatos lo puede ver o borrar. Si algo cambia, escriba «registrar».

registration-change-label = Qué cambiar
registration-change =
    <b>¿Qué quiere cambiar?</b>
    Lo demás queda como está.
registration-change-help = Elija una línea y le hago solo esa pregunta. Si cambia la localidad o la comuna, le pregunto otra vez el barrio.
registration-change-expected = Toque lo que quiere cambiar o escríbalo. Por ejemplo: «barrio» o «NIT».
registration-changing = Registro: vamos a cambiar algo.
change-name-button = Cambiar nombre
change-kind-button = Cambiar clase
change-localidad-button = Cambiar localidad
change-barrio-button = Cambiar barrio
change-sector-button = Cambiar sector
change-nit-button = Cambiar NIT
change-role-button = Cambiar cargo
change-phone-button = Cambiar teléfono

registration-resumed = Seguimos con el registro. Lo que ya respondió está guardado.
registration-left =
    Lo dejamos aquí. No quedó nada a medias.
    Cuando quiera, toque «Registrar mi junta».
registration-paused =
    Lo dejamos aquí por ahora. { $count ->
        [one] Guardé { $count } respuesta;
       *[other] Guardé { $count } respuestas;
    } todavía no se ha enviado.
    Para continuar, toque «Seguir el registro». Si ya no lo quiere, toque «Borrar el borrador».
