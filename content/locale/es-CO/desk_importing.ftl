# El listado de juntas que se envía en un archivo: qué debe traer, qué se leyó, y la confirmación.

import-label = Listado de juntas
import-help = Envíe el archivo en este chat, con el clip. Primero le muestro qué leí; nada se guarda hasta que usted lo confirme.
import-roster =
    <b>Cargar el listado de juntas</b>
    Envíe aquí el archivo (.xlsx o .csv, hasta 5 MB y 5.000 juntas), con el clip.
    Columnas, en cualquier orden: nombre, tipo, localidad, comuna, barrio, sector, nit, personería, ruc, estado. Obligatorias: nombre y barrio.
    Nada se guarda hasta que usted lo confirme. Si necesita un modelo, toque «Bajar plantilla».
import-roster-again =
    <b>Cargar el listado otra vez</b>
    Envíe aquí el archivo (.xlsx o .csv, hasta 5 MB y 5.000 juntas), con el clip.
    Lo que ya está no se repite: lo nuevo entra, lo que cambió se actualiza y nada se borra. Lo que corrigió el equipo se respeta.
    Nada se guarda hasta que usted lo confirme. Si necesita un modelo, toque «Bajar plantilla».
import-expected = Envíe el archivo con el clip, como documento, o toque «Bajar plantilla».
import-template-button = Bajar plantilla
import-template-file = Plantilla del listado. Llénela y envíela aquí.
import-elsewhere = Aquí no necesito un archivo y no lo guardé. Para cargar el listado, vaya a /juntas y toque «Importar listado».
import-sent = Listado de juntas: archivo recibido.
import-nameless = el archivo
import-reading =
    Recibí { $name } y lo estoy leyendo. Tarda menos de un minuto.
    Le escribo cuando termine. Todavía no se guarda nada.
import-waiting =
    Todavía estoy leyendo { $name }.
    Le escribo cuando termine. No tiene que hacer nada.
import-failed =
    <b>No pude usar { $name }</b>
    { $why }
    No se guardó nada.
import-not-fetched = No pude bajar el archivo. Envíelo otra vez.
import-fetch-failed = Telegram no me entregó el archivo. Espere un momento y envíelo otra vez.
import-gone = Telegram ya no tiene ese archivo. Envíelo otra vez.
import-preview-help = Nada se ha guardado. Una fila con error no entra; puede corregir el archivo y enviarlo otra vez, o cargar las demás.
import-preview-expected = Toque un botón. Si corrigió el archivo, envíelo otra vez.
import-preview =
    <b>{ $name }</b>
    { $lines }

    { $now }
import-confirm = Si está bien, toque «Cargar el listado». Si no, corrija el archivo y envíelo otra vez.
import-nothing-new = No hay nada por guardar: el registro ya está así.
import-yes-button = Cargar el listado
import-details-button = Ver el detalle
import-no-button = No cargar
import-missing = No está en el archivo y sigue en el registro: { $board }
import-details =
    <b>Detalle, { $first } a { $last } de { $total }</b>
    { $lines }
import-details-expected = Toque «Ver más», «Ver anteriores» o «Atrás».
import-dropped = Listado de juntas: no se cargó nada.
import-register-changed = El registro cambió desde que leí el archivo. No guardé nada: lo leo otra vez y le muestro cómo queda.
import-done =
    ✅ Listado cargado: { $entered ->
        [0] ninguna junta nueva
        [one] { $entered } junta nueva
       *[other] { $entered } juntas nuevas
    } y { $count ->
        [0] ninguna actualizada
        [one] { $count } actualizada
       *[other] { $count } actualizadas
    }.
