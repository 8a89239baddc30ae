# Hablar con una persona del equipo: lo que lee quien pregunta.

command-persona = Hablar con alguien del equipo
person-button = Hablar con alguien
ticket-open-button = Escribirle al equipo
ticket-resolved-button = Ya está resuelto
ticket-again-button = Escribir otra vez
ticket-no-board-button = No es de una junta

ticket-no-board = No es de una junta
ticket-board-label = Junta
ticket-board =
    <b>¿De cuál junta es su pregunta?</b>
    { $lines }
    Toque el número. Si es de otra cosa, toque «No es de una junta».
ticket-board-line = { $number }. { $board }
ticket-board-help = Así su pregunta le llega a quien atiende esa junta.
ticket-board-expected = Responda con el número de la junta, por ejemplo 1.

ticket-write-label = Su mensaje al equipo
ticket-write =
    <b>Escriba su pregunta</b> con sus palabras. La lee una persona del equipo de la Alcaldía.
    { $hours }
    También puede mandar un audio, una foto o un archivo. No escriba cédula ni claves.
ticket-hours-open = El equipo atiende ahora: le respondo hoy o el próximo día hábil.
ticket-hours-closed = El equipo atiende de lunes a viernes, de 8 a. m. a 5 p. m.: le respondo el próximo día hábil.
ticket-write-more =
    <b>Su consulta { $number } con el equipo</b>
    Escriba lo que quiera decirle a la persona que la atiende. También puede mandar un audio, una foto o un archivo.
ticket-write-help = Lo que escriba lo leen las personas del equipo y queda con su consulta hasta que usted borre sus datos. La respuesta le llega por este chat. No escriba cédula ni claves.
ticket-write-expected = Escriba su mensaje con sus palabras, o mande un audio, una foto o un archivo. Por ejemplo: ¿dónde saco el RUT de la junta? Para dejarlo, escriba «atrás».
ticket-sent = enviado
ticket-left = Su mensaje al equipo: no envié nada más.

ticket-opened =
    <b>Su consulta es la número { $number }.</b>
    Ya la tiene el equipo. Le respondo por este chat hoy o el próximo día hábil.
    Si quiere agregar algo, escríbalo aquí. No tiene que hacer nada más.
ticket-opened-closed =
    <b>Su consulta es la número { $number }.</b>
    El equipo atiende de lunes a viernes, de 8 a. m. a 5 p. m. Le respondo por este chat el próximo día hábil.
    Si quiere agregar algo, escríbalo aquí. No tiene que hacer nada más.
ticket-added = Se lo pasé al equipo, en su consulta { $number }. Le respondo por aquí hoy o el próximo día hábil.
ticket-added-closed = Se lo pasé al equipo, en su consulta { $number }. Le respondo por aquí el próximo día hábil.
ticket-reopened = Abrí otra vez su consulta { $number } y le pasé su mensaje al equipo. Le respondo por aquí.

ticket-answer =
    <b>El equipo le responde</b> (consulta { $number })

    { $text }

    Si quiere decir algo más, escríbalo aquí.
ticket-answer-follows =
    <b>El equipo le responde</b> (consulta { $number })
    Va en el mensaje que sigue. Si quiere decir algo más, escríbalo aquí.

ticket-closed =
    <b>Consulta { $number } cerrada.</b>
    Si le queda una duda, toque «Escribir otra vez» en los próximos { $days } días.
ticket-closed-by-team =
    <b>El equipo cerró su consulta { $number }.</b>
    Si le queda una duda, toque «Escribir otra vez» en los próximos { $days } días.
ticket-closed-ask =
    { $closed }

    ¿Le sirvió la respuesta?
ticket-closed-before = Su consulta { $number } ya estaba cerrada. No tiene que hacer nada.
ticket-helped = Me alegra. Gracias por decirlo. Cuando necesite algo más, escriba «hola».
ticket-failed = Gracias por decirlo: así el equipo mejora. Si quiere, toque «Escribir otra vez» y cuente qué faltó.
ticket-rated-before = Ya había respondido eso, gracias. No tiene que hacer nada más.
ticket-gone = No encuentro esa consulta. Si necesita algo, toque «Hablar con alguien».
ticket-too-old = Esa consulta se cerró hace varios días. Para empezar otra, toque «Hablar con alguien».
ticket-edit-not-passed = Vi que cambió un mensaje de la consulta { $number }. El cambio no pasa: escriba la corrección en un mensaje nuevo.
ticket-copy-gone = Lo que iba a llegarle aquí en la consulta { $number } fue borrado antes de llegar. Puede pedir que lo manden otra vez.
