# Fichas de contratación: lo que dice `faq check` a quien las escribe.

faq-check-sound =
    { $count ->
        [one] Está bien la ficha. Facilidad de lectura: { $ease }.
       *[other] Están bien las { $count } fichas. Facilidad de lectura promedio: { $ease }.
    }
faq-check-unsound =
    { $count ->
        [one] Hay 1 cosa por corregir.
       *[other] Hay { $count } cosas por corregir.
    }
faq-check-row =
    { $line ->
        [0] { $file }: { $said }
       *[other] { $file }, línea { $line }: { $said }
    }
faq-check-all-cards = Todas las fichas

faq-fault-unknown-field = no se reconoce este renglón: { $fact }. Antes de la pregunta van solo campos, como «fuente: …».
faq-fault-field-twice = el campo «{ $fact }» está dos veces. Deje uno.
faq-fault-field-empty = el campo «{ $fact }» está vacío.
faq-fault-field-missing = falta el campo «{ $fact }».
faq-fault-unknown-heading = no se reconoce el título «{ $fact }».
faq-fault-heading-twice = el título «{ $fact }» está dos veces. Deje uno.
faq-fault-question-missing = falta la pregunta, en un renglón que empiece con «# ».
faq-fault-part-empty = no hay nada escrito debajo de «{ $fact }».
faq-fault-part-missing = falta la parte «{ $fact }».
faq-fault-not-a-date = «{ $fact }» no es una fecha. Escríbala así: 2026-11-22.
faq-fault-unknown-confidence = «{ $fact }» no es una confianza. Escriba alta, media o baja.
faq-fault-card-missing = no hay ficha para este tema.
faq-fault-no-such-topic = este tema no está en topics.txt.
faq-fault-wrong-category = la categoría de este tema es «{ $fact }».
faq-fault-source-tag = la fuente tiene una marca que nadie puede buscar: { $fact }
faq-fault-nobody-to-confirm = falta el campo «confirme con»: con qué entidad se confirma lo que no es seguro.
faq-fault-link-not-https = el enlace debe empezar con https://, y dice { $fact }
faq-fault-as-of-ahead = «vigente a» dice { $fact }, que todavía no llega.
faq-fault-ends-before-it-begins = «válida hasta» dice { $fact }, que es antes de «vigente a».
faq-fault-card-expired = la ficha venció el { $fact }. Revísela y ponga una fecha nueva.
faq-fault-related-unknown = la ficha relacionada «{ $fact }» no existe.
faq-fault-related-twice = una ficha relacionada se repite, o es esta misma.
faq-fault-money-typed = hay una suma escrita a mano. Escriba entre llaves cuántas veces y de qué, por ejemplo 28 smmlv, y el bot la calcula.
faq-fault-unknown-amount = no hay ninguna suma con el nombre «{ $fact }» en amounts.csv.
faq-fault-amount-without-value = falta en amounts.csv el valor de { $fact }.
faq-fault-stray-brace = hay una llave suelta o una suma mal escrita. Entre llaves va, por ejemplo, 28 smmlv.
faq-fault-too-long = lo que se lee primero tiene { $fact } letras; caben { $most }.
faq-fault-few-ways = tiene { $fact } maneras de preguntar; escriba al menos { $least }.
faq-fault-hard-to-read = la respuesta es difícil de leer: { $fact } de 100; debe ser { $least } o más. Use frases cortas.
faq-fault-hard-on-average = la facilidad de lectura promedio es { $fact }; debe ser { $least } o más.
faq-fault-unknown-topic = «{ $fact }» no es un tema de topics.txt.
faq-fault-asked-of-two = esta pregunta también está como ejemplo de «{ $fact }». Déjela en uno solo.
