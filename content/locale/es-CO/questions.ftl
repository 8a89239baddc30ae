# Preguntas de contratación: las fichas están en content/faq; aquí, lo que las rodea.

command-consulta = Preguntar sobre contratación

questions-button = Hacer una pregunta
questions-none = Por ahora no tengo respuestas sobre contratación.
questions-menu =
    <b>¿Qué quiere saber sobre contratar con el Estado?</b>
    Escriba su pregunta con sus palabras, como se la haría a un vecino.
    También puede escoger un tema. Tengo { $count } respuestas, cada una con su fuente.
questions-gaps-button = Ver qué falta
questions-gaps =
    <b>Lo que más preguntaron este mes</b>
    { $asked }

    <b>Lo que nadie respondió</b>
    { $missing }
    Sin nombres. Para enseñarle una, agregue la pregunta a su ficha o escriba una ficha nueva.
questions-use = • { $question } { $shown ->
    [one] 1 vez
   *[other] { $shown } veces
}; sirvió { $helped }, no sirvió { $failed }.
questions-gap = • «{ $text }»: { $count ->
    [one] 1 vez
   *[other] { $count } veces
}.
questions-nothing-yet = Nada todavía.
questions-category =
    <b>{ $category }</b>
    { $lines }
    Toque el número de la pregunta.
questions-unsure =
    <b>¿Es alguna de estas?</b>
    { $lines }
    Toque el número. Si no es ninguna, escriba su pregunta de otra manera.
question-unanswered =
    No tengo una respuesta segura para eso, y no quiero decirle algo equivocado.
    Dejé anotada la pregunta, sin su nombre, para que el equipo la estudie.
    Puede hablar con alguien del equipo, preguntar de otra manera o mirar los temas.

card =
    <b>{ $question }</b>
    { $answer }

    { $notes }
card-source = Fuente: { $source }. Vigente a { $as_of }.
card-confirm = <b>Antes de decidir, confirme con { $entity }.</b>
card-expired = <b>Ojo: esta respuesta se revisó para usarla hasta el { $until }. Puede haber cambiado: confírmela.</b>
card-amount-unknown = Todavía no tengo los valores de { $year }: confírmelos antes de usarlos.
card-line = { $number }. { $question }
numbered = { $number }
card-more-button = Ver pasos y ejemplo
card-helped-button = Me sirvió
card-failed-button = No me sirvió
card-related-button = Ver temas parecidos
card-more =
    <b>{ $question }</b>
    { $parts }
card-steps =
    Pasos:
    { $steps }
card-step = { $number }. { $text }
card-example =
    Por ejemplo:
    { $text }
card-link = Enlace: { $link }
card-related =
    <b>Temas parecidos</b>
    { $lines }
    Toque el número de la pregunta.
card-helped = Me alegra. Si tiene otra pregunta, escríbala cuando quiera.
card-failed =
    Gracias por decirlo: así mejoramos la respuesta.
    Quizá busca una de estas:
    { $lines }
    Toque el número, o escriba su pregunta de otra manera.

category-la-junta = La junta
category-la-junta-button = La junta
category-registros-y-documentos = Registros y documentos
category-registros-y-documentos-button = Registros y papeles
category-vias-para-contratar = Formas de contratar
category-vias-para-contratar-button = Formas de contratar
category-secop-y-oportunidades = SECOP y oportunidades
category-secop-y-oportunidades-button = SECOP
category-presentar-oferta = Presentar una oferta
category-presentar-oferta-button = Presentar oferta
category-ejecucion-y-pagos = Ejecución y pagos
category-ejecucion-y-pagos-button = Ejecución y pagos
category-transparencia-y-control = Transparencia y control
category-transparencia-y-control-button = Transparencia
category-impuestos-y-facturacion = Impuestos y facturas
category-impuestos-y-facturacion-button = Impuestos y facturas

small-talk-thanks = Con mucho gusto. Aquí estoy para cuando me necesite.
small-talk-bye = Hasta pronto. Cuando quiera volver, escriba «hola».
small-talk-robot = Soy un programa de la Alcaldía: respondo preguntas de contratación y guardo lo de su junta. Detrás hay personas que revisan.
small-talk-upset = Lamento el mal rato. Dígame con sus palabras qué necesita y trato de ayudarle.
small-talk-fine = Muy bien, gracias a Dios y a usted. Dígame en qué le ayudo.
small-talk-other = Aquí estoy. Puede hacerme una pregunta sobre contratación o seguir con lo de su junta.
