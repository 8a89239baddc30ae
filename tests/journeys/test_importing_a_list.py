"""Stories of an owner who sends the list of boards as a file."""

import io

import pytest
from openpyxl import load_workbook

from simulator.server import Simulator
from simulator.virtual import VirtualPerson, text_of
from tests.conftest import StartBot
from tests.conversations.world import CONTENT


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_a_list_of_432_boards_is_sent_looked_at_and_loaded(
    simulator: Simulator, start_bot: StartBot, marta: VirtualPerson, mode: str
) -> None:
    bot = await start_bot(simulator, mode)

    await marta.say("/juntas")
    await marta.expect("Toque lo que quiere hacer")
    await marta.press("Importar listado")
    await marta.expect("Cargar el listado de juntas")
    await marta.send_file("document", (CONTENT / "demo/roster.csv").read_bytes(), "juntas.csv", "text/csv")
    await marta.expect("lo estoy leyendo")
    shown = text_of(await marta.expect("Leí 432 juntas", timeout=20))
    before = bot.rows("SELECT count(*) FROM board")
    await marta.press("Cargar el listado")
    await marta.expect("de 432 juntas")

    assert "432 son nuevas." in shown
    assert before == [(0,)]
    assert bot.rows("SELECT count(*) FROM board WHERE in_roster") == [(432,)]


async def test_a_file_that_is_no_list_gets_a_clear_answer_and_writes_nothing(
    simulator: Simulator, start_bot: StartBot, marta: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await marta.say("/juntas")
    await marta.expect("Toque lo que quiere hacer")
    await marta.press("Importar listado")
    await marta.expect("Cargar el listado de juntas")

    await marta.send_file("document", b"%PDF-1.7 invented", "juntas.pdf", "application/pdf")

    await marta.expect("Ese archivo no es una hoja de cálculo", timeout=20)
    assert bot.rows("SELECT count(*) FROM board") == [(0,)]


async def test_a_stop_while_a_file_waits_loses_nothing(
    simulator: Simulator, start_bot: StartBot, marta: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await marta.say("/juntas")
    await marta.expect("Toque lo que quiere hacer")
    await marta.press("Importar listado")
    await marta.expect("Cargar el listado de juntas")

    await marta.send_file("document", b"nombre;barrio\nJAC Manga;Manga\n", "juntas.csv", "text/csv")
    await bot.until("SELECT 1 FROM upload")
    await bot.stop()
    await bot.start()

    await marta.expect("1 es nueva", timeout=20)


async def test_the_template_arrives_as_a_spreadsheet(
    simulator: Simulator, start_bot: StartBot, marta: VirtualPerson
) -> None:
    await start_bot(simulator)
    await marta.say("/juntas")
    await marta.expect("Toque lo que quiere hacer")
    await marta.press("Importar listado")
    await marta.expect("Cargar el listado de juntas")
    await marta.press("Bajar plantilla")
    sent = await marta.expect(lambda body: "document" in body, timeout=10)

    stored = simulator.world.files.by_id[sent["document"]["file_id"]]
    header = next(load_workbook(io.BytesIO(stored.content)).worksheets[0].iter_rows(values_only=True))
    assert sent["document"]["file_name"] == "plantilla-juntas.xlsx"
    assert header[:3] == ("nombre", "tipo", "localidad")
