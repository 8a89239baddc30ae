# La encuesta: entrar, responder una por una, revisar, enviar; y cómo va, para el equipo.

command-encuesta = Responder o seguir la encuesta
survey-button = Responder encuesta
survey-go-on-button = Seguir la encuesta
survey-after-all-button = Sí quiero responder
survey-mine-button = Responder la mía
survey-begin-button = Empezar encuesta
survey-send-button = Enviar respuestas
survey-ready-button = Listo ({ $count })
pnr-button = Prefiero no decirlo
pass-button = Omitir pregunta
read-button = Entendido
yes-button = Sí
no-button = No

# --- Entrar ---
survey-none = Por ahora no hay ninguna encuesta abierta. Le aviso cuando la haya.
survey-no-board = La encuesta la responde quien tiene un cargo en una junta. Primero registre la suya; después puede responder aquí mismo.
survey-which =
    <b>¿Por cuál junta responde?</b> ({ $first } a { $last } de { $total })
    { $lines }

    Toque el número.
survey-which-line = { $number }. { $board }: { $state }
survey-which-expected = Toque el número de la junta, o escríbalo. Por ejemplo: <b>1</b>
survey-chosen = Junta elegida.
survey-state-none = sin invitar
survey-state-invited = invitada
survey-state-started = empezada
survey-state-partial = a más de la mitad
survey-state-complete = enviada
survey-state-refused = prefirió no participar
survey-label-intro = La encuesta
survey-label-short = La encuesta
survey-intro =
    <b>{ $title }</b>, por { $board }

    { $count ->
        [one] Es 1 pregunta
       *[other] Son hasta { $count } preguntas
    }, unos { $minutes } minutos. Puede parar cuando quiera y seguir otro día: nada se pierde.

    Sirve para saber qué apoyo necesita cada junta. Sus respuestas las ve el equipo de la Alcaldía; los informes públicos no nombran a ninguna junta.

    Toque «Empezar encuesta».
survey-intro-expected = Para empezar, toque «Empezar encuesta» o escriba <b>empezar</b>. Para dejarlo, escriba <b>atrás</b>.
survey-later = La encuesta queda para después.
survey-begun = La encuesta: empezamos.
survey-taken =
    <b>La encuesta de { $board } ya está empezada.</b>

    La empezó { $name } el { $moment }. Cada junta responde una sola vez, y cualquiera de su directiva puede seguir donde quedó.

    Toque «Seguir la encuesta», o hable antes con esa persona.
survey-taken-nameless =
    <b>La encuesta de { $board } ya está empezada</b> desde el { $moment }. Cada junta responde una sola vez, y cualquiera de su directiva puede seguir donde quedó.

    Toque «Seguir la encuesta».
survey-taken-expected = Para seguir, toque «Seguir la encuesta» o escriba <b>seguir</b>. Para dejarlo, escriba <b>atrás</b>.

# --- Una pregunta ---
survey-plain = { $text }
survey-where = { $number } de { $total }
survey-where-section = { $section } · { $number } de { $total }
survey-label = <b>{ $label }</b>
survey-lines = { $lines }
survey-line = { $number }. { $label }
survey-line-ticked = { $number }. <b>{ $label }</b> (marcada)
survey-answer-now = Ahora dice: { $answer }
survey-search = Escriba una parte del nombre y busco.
survey-search-again = Toque el número. Si no está, escriba otra parte del nombre.
survey-another =
    <b>{ $label }: ¿hay otra más?</b>
    { $count ->
        [0] Todavía no hay ninguna anotada.
        [one] Va 1 anotada.
       *[other] Van { $count } anotadas.
    }
survey-another-label = ¿Otra más?
survey-yes = sí
survey-no = no
survey-passed = sin respuesta
survey-read = leído
survey-sent = recibido
survey-date = { $day }
survey-overtaken = Otra persona de su junta cambió una respuesta, y esta pregunta ya no hace falta.
survey-wrong-required = Esta pregunta sí hace falta. Si ahora no tiene el dato, escriba <b>cancelar</b> y siga otro día.
survey-wrong-required-choice = Falta marcar al menos una opción. Tóquela, o escriba su número.
survey-wrong-constraint = Esa respuesta no cuadra con lo que pide la pregunta. Revísela y envíela de nuevo, por favor.
survey-wrong-choice = Esa opción ya no está en la lista. Toque otra, por favor.
survey-expected-yes-no = Toque «Sí» o «No», o escríbalo.
survey-expected-number = Aquí va un número. Por ejemplo: <b>12</b>
survey-expected-date = Aquí va una fecha. Por ejemplo: <b>31/12/2020</b>
survey-expected-place = Envíe su ubicación con el clip. También puede escribir latitud y longitud.
survey-expected-file = Aquí va un archivo o una foto. Escójalo en el clip y envíelo.
survey-expected-text = Escriba su respuesta en una frase y envíela.
survey-question-expected = Responda con un botón, o escriba su respuesta.
survey-help-own =
    { $own }

    Responda con un botón o escriba. Para parar, escriba <b>cancelar</b>: todo queda guardado.
survey-help = Cada junta responde una vez. Responda con un botón o escriba. «Atrás» vuelve a la pregunta de antes. Para parar, escriba <b>cancelar</b>: todo queda guardado.
survey-paused-here = La encuesta: queda en pausa.
survey-paused =
    Lo respondido queda guardado. Va en la pregunta { $number } de { $total }.

    Cuando quiera seguir, toque el botón o escriba <b>encuesta</b>.
survey-paused-review =
    Lo respondido queda guardado, pero todavía no está enviado.

    Para enviarlo, toque el botón o escriba <b>encuesta</b>.

# --- Revisar y enviar ---
survey-review =
    <b>Revise y envíe</b>
    { $lines }

    Para ver o cambiar una parte, toque su número. Si todo está bien, toque «Enviar respuestas».
survey-review-line = { $number }. { $section }: { $count } de { $total }
survey-section-other = Otras preguntas
survey-review-expected = Toque «Enviar respuestas», o el número de la parte que quiere cambiar.
survey-review-help = Los números dicen cuántas preguntas tienen respuesta. Puede cambiar cualquiera antes de enviar. Después de enviar ya no se cambia.
survey-review-looked = Revisión de la encuesta.
survey-review-later = Todavía no está enviada.
survey-section =
    <b>{ $section }</b> ({ $first } a { $last } de { $total })
    { $lines }

    Para cambiar una, toque su número. «Atrás» vuelve al resumen.
survey-section-line = { $number }. { $label } <b>{ $answer }</b>
survey-section-expected = Toque el número de la respuesta que quiere cambiar, o escríbalo. Para volver, escriba <b>atrás</b>.
survey-sent-settled = Encuesta enviada.
survey-declined =
    Está bien: la junta no participa en la encuesta, y eso no cambia nada más.

    Si cambia de opinión, escriba <b>encuesta</b> cuando quiera.
survey-thanks =
    Gracias. Las respuestas de { $board } quedaron enviadas.

    El equipo las lee y le propone talleres según lo que necesita la junta. No tiene que hacer nada más.
survey-thanks-scores =
    Gracias por responder por { $board }. Así se ve hoy su junta, de 0 a 100, y con cuántas respuestas:
    { $lines }

    El equipo le propone talleres según esto. No tiene que hacer nada más.
survey-score =
    { $challenge ->
        [r1] Plan y organización
        [r2] Recursos
        [r3] Acceso a información
        [r4] Plataformas de contratación
        [r5] Transparencia interna
        [r6] Relación con entidades
       *[r7] Requisitos para contratar
    }: <b>{ $score }</b> ({ $items })
survey-done =
    Desde el { $moment } está enviada la encuesta de { $board }.

    No tiene que hacer nada más.
survey-done-scores =
    Desde el { $moment } está enviada la encuesta de { $board }. Así se ve su junta, de 0 a 100, y con cuántas respuestas:
    { $lines }

    No tiene que hacer nada más.

# --- Cómo va, para el equipo ---
survey-progress =
    <b>{ $title }: { $sent } de { $total } juntas</b>
    { $states }

    Juntas que enviaron, por localidad:
    { $lines }

    Para ver las juntas, toque el botón.
survey-progress-state = { $state }: { $count }
survey-progress-line = { $localidad }: { $sent } de { $total }
survey-progress-empty =
    <b>{ $title }: todavía no hay juntas</b>

    Importe el listado en «juntas»; aquí se verá cuántas responden.
