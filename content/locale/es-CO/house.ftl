### For those who look after the bot, and for the files it makes.

command-salud = Cómo está el bot

owner-health =
    <b>Estado del bot</b>
    Juntas registradas: { $boards }
    Mensajes recibidos por atender: { $waiting }
    Mensajes que no se pudieron atender: { $parked }
    Respuestas por enviar: { $queued }
    Envíos dudosos: { $uncertain }
    Repetidos por si acaso: { $repeated }
    Envíos fallidos: { $failed }
    Personas que bloquearon el bot: { $unreachable }
    { $trouble ->
        [0] No tiene que hacer nada.
       *[other] Avise a quien administra el programa: debe mirar los no atendidos, los dudosos y los fallidos.
    }
owner-in-doubt =
    { $count ->
        [one] <b>No se sabe si un mensaje llegó.</b>
       *[other] <b>No se sabe si { $count } mensajes llegaron.</b>
    }
    Se cortó la conexión con Telegram mientras se enviaba, y no lo repetí para no molestar dos veces.
    Escriba /salud para ver cuántos van.
owner-not-sent =
    <b>Un mensaje no se pudo enviar.</b>
    Telegram lo rechazó: { $reason }
    Escriba /salud para ver cuántos van.

file-data-title = Sus datos en este bot, { $moment }
file-data-chat = Número de su chat en Telegram: { $chat }
file-data-name = Nombre en Telegram: { $name }
file-data-phone = Celular: { $phone }
file-data-office = Cargo: { $role } en { $board }, desde { $moment }
file-data-team = En el equipo del programa: { $role }, { $scope }, con el nombre { $name }, desde { $moment }
file-data-past-office = Cargo anterior: { $role } en { $board }, hasta { $moment }
file-data-claim = Solicitud del { $moment }: { $claim } ({ $status })
file-data-claim-value = Valor que pidió: { $value }
file-data-question = Pregunta del equipo del { $moment }: { $text }
file-data-answer = Su respuesta del { $moment }: { $text }
file-data-reason = Motivo del equipo del { $moment }: { $text }
file-data-ticket = Su mensaje del { $moment }, consulta { $number }: { $text }
file-data-ticket-team = Respuesta del equipo del { $moment }, consulta { $number }: { $text }
file-data-draft = Respuesta sin enviar ({ $question }): { $value }
file-consent-line =
    { $moment }: { $purpose ->
        [adult] declaró ser mayor de 18 años
        [service] usar el bot
        [phone] llamarlo o escribirle a su celular
        [role] guardar su cargo en la junta
        [statistics] usar sus respuestas en estadísticas
       *[erasure] pidió borrar sus datos
    }: { $accepted ->
        [yes] sí
       *[no] no
    }. Aviso { $version }, huella { $hash }.
