# Lo que el bot muestra fuera de las conversaciones: su perfil, los grupos, los archivos y los avisos del sistema.

bot-description =
    Registre aquí su junta de acción comunal, su junta de vivienda o su Asojuntas de Cartagena.
    Son pocas preguntas cortas, unos minutos. Puede parar y seguir otro día. Es gratis.
    Nunca le pido cédula, datos del banco ni claves.
    Toque «Iniciar» para empezar.
bot-short-description = El registro de las juntas de acción comunal de Cartagena. Gratis, sin cédula ni claves.

command-registrar = Registrar mi junta o seguir el registro
command-misdatos = Ver, descargar o borrar mis datos
command-ayuda = Cómo usar este chat
command-cancelar = Dejar lo que estoy haciendo
command-permisos = Cambiar lo que permito
command-silencio = No recibir más mensajes
command-mensajes = Volver a recibir mensajes
command-aviso = Leer el aviso de privacidad
command-borrador = Borrar el registro sin terminar
command-start = Empezar
command-juntas = Equipo: solicitudes y listado de juntas
command-equipo = Equipo: quiénes están, invitar o quitar

group-hello = Buenas. Aquí en el grupo no respondo, para cuidar los datos de cada quien. Escríbame en privado: { $username }

still-waiting = Si ya respondió con un botón y no le contesté, tóquelo otra vez, por favor.

file-my-data = Esta es la copia de lo que guardo de usted. Es para usted: compártala solo con quien confíe.
file-consent-copy = Esta es la copia de sus permisos, con la fecha de cada uno y el aviso que leyó.

owner-parked =
    { $count ->
        [0] Ningún mensaje quedó sin atender.
        [one] <b>{ $count } mensaje</b> no se pudo atender y quedó aparte.
       *[other] <b>{ $count } mensajes</b> no se pudieron atender y quedaron aparte.
    }
    A cada persona le pedí que lo envíe otra vez. Revise el registro de errores del programa.
owner-plain-text = Telegram no aceptó el formato de un mensaje. Lo envié sin negrillas; la persona sí lo recibió. Revise ese texto en los archivos de idioma.
