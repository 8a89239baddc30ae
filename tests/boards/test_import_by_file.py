"""An owner sends the list of boards: nothing is written before they have seen what it does and said yes."""

import pytest

from bot.content import content_dir
from bot.reports.roster_file import load_columns
from bot.reports.sheets import NotASheet
from bot.turns.reading_roster import register_of, roster_outcome
from conversations.roster import read_roster
from conversations.sheet_cells import SheetRow
from storage import boards, uploads
from tests.boards.city import OWNER, City
from tests.boards.desks import (
    COORDINATOR,
    ROSA,
    at_board,
    audited,
    claim,
    coordinator,
    officer,
    seated,
)

COLUMNS = load_columns(content_dir(None))
HEADER = "nombre;barrio;sector;nit;estado"
MANGA, CRESPO = "JAC Manga;Manga;;999123456-8;activa", "JAC Crespo;Crespo;;;activa"


def sent(town: City, *lines: str, header: str = HEADER) -> int:
    """A file is sent on the page of the import and read; returns its number."""
    if "template" not in town.values(OWNER):
        town.say(OWNER, "/juntas").press(OWNER, "roster")
    town.send_file(OWNER)
    return read(town, *lines, header=header)


def read(town: City, *lines: str, header: str = HEADER) -> int:
    """The file that waits is read outside any turn, and its chat gets one."""
    (row,) = uploads.waiting(town.tx)
    cells = [SheetRow(number, tuple(line.split(";"))) for number, line in enumerate((header, *lines), 1)]
    status, outcome = roster_outcome(register_of(town.tx), read_roster(cells, town.house.territory, COLUMNS), COLUMNS)
    uploads.close(town.tx, row.id, status, outcome, town.now)
    town.file_read(OWNER, row.id)
    return row.id


def names(town: City) -> list[str]:
    return town.column("SELECT name FROM board WHERE status != 'merged' ORDER BY id")


def test_the_page_says_what_a_list_holds_and_offers_the_template(town: City) -> None:
    town.say(OWNER, "/juntas").press(OWNER, "roster")
    said = town.text(OWNER)
    town.press(OWNER, "template")

    assert "nombre, tipo, localidad, comuna, barrio, sector, nit, personería, ruc, estado" in said
    assert "roster_template" in [payload.get("maker") for payload in town.said[OWNER]]


def test_boards_are_written_only_after_the_preview_was_confirmed(town: City) -> None:
    upload = sent(town, MANGA, CRESPO)
    reading, shown, before = town.text(OWNER, 3), town.text(OWNER), names(town)
    town.press(OWNER, "yes")

    assert "lo estoy leyendo" in reading
    assert "Leí 2 juntas.\n2 son nuevas." in shown
    assert before == []
    assert names(town) == ["JAC Manga", "JAC Crespo"]
    assert town.column("SELECT in_roster FROM board") == [1, 1]
    assert audited(town) == ["board_imported", "board_imported", "roster_imported"]
    assert "2 de 2" in town.text(OWNER) or "de 2 juntas" in town.text(OWNER)
    assert uploads.find(town.tx, upload).status == "used"  # type: ignore[union-attr]


def test_the_same_list_again_writes_nothing_and_a_corrected_one_updates_without_doubling(town: City) -> None:
    sent(town, MANGA, CRESPO)
    town.press(OWNER, "yes")
    sent(town, MANGA, CRESPO)
    same = town.text(OWNER)
    offered = town.values(OWNER)
    town.press(OWNER, "no")
    sent(town, "Junta de Acción Comunal de Manga;Manga;;999123456-8;suspendida", CRESPO)
    changed = town.text(OWNER)
    town.press(OWNER, "yes")

    assert "2 quedan igual" in same
    assert "yes" not in offered
    assert "1 cambia" in changed
    assert names(town) == ["Junta de Acción Comunal de Manga", "JAC Crespo"]
    assert boards.get(town.tx, 1).registry_state == "suspended"


def test_errors_are_told_with_row_and_remedy_and_the_sound_rows_can_go_in(town: City) -> None:
    sent(town, "JAC Manga;Manga;;999123456-1;activa", CRESPO, ";Manga;;;")
    shown = town.text(OWNER)
    town.press(OWNER, "details")
    details = town.text(OWNER)
    town.press(OWNER, "back", "yes")

    assert "2 errores" in shown
    assert "Fila 2, columna «nit»: el último número de 999123456-1 no coincide" in shown
    assert "Fila 4, columna «nombre»: está vacía" in shown
    assert details.startswith("<b>Detalle, 1 a 2 de 2</b>")
    assert names(town) == ["JAC Crespo"]


def test_a_long_detail_has_pages_that_say_where_one_is(town: City) -> None:
    sent(town, *(f"JAC Número {number};Barrio Inventado {number};;;activa" for number in range(6)))
    town.press(OWNER, "details", "next")

    assert town.text(OWNER).startswith("<b>Detalle, 5 a 6 de 6</b>")
    assert "next" not in town.values(OWNER)


@pytest.mark.parametrize("header", ["uno;dos", "nombre;tipo"])
def test_a_file_with_the_wrong_columns_gets_a_clear_answer_and_can_be_sent_again(town: City, header: str) -> None:
    sent(town, MANGA, header=header)
    said = town.text(OWNER)
    town.send_file(OWNER)
    read(town, MANGA)

    assert "No pude usar juntas.csv" in said
    assert "itulos" in said or "títulos" in said
    assert "1 es nueva" in town.text(OWNER)
    assert names(town) == []


def test_a_file_that_is_no_sheet_says_so(town: City) -> None:
    town.say(OWNER, "/juntas").press(OWNER, "roster").send_file(OWNER)
    (row,) = uploads.waiting(town.tx)
    uploads.close(town.tx, row.id, *roster_outcome(register_of(town.tx), NotASheet("protected"), COLUMNS), town.now)
    town.file_read(OWNER, row.id)

    assert "tiene clave" in town.text(OWNER)
    assert "yes" not in town.values(OWNER)


def test_a_register_that_changed_meanwhile_is_compared_again_before_anything_is_written(town: City) -> None:
    upload = sent(town, MANGA, CRESPO)
    town.board("JAC Crespo", barrio="Crespo")
    town.press(OWNER, "yes")
    told, status, unwritten = town.text(OWNER), uploads.find(town.tx, upload), names(town)
    read(town, MANGA, CRESPO)
    again = town.text(OWNER)
    town.press(OWNER, "yes")

    assert status is not None
    assert status.status == "waiting"
    assert "leyendo" in told
    assert unwritten == ["JAC Crespo"]
    assert "1 es nueva" in again
    assert names(town) == ["JAC Crespo", "JAC Manga"]


def test_a_list_that_is_not_wanted_leaves_nothing(town: City) -> None:
    upload = sent(town, MANGA)
    town.press(OWNER, "no")

    held = uploads.find(town.tx, upload)
    assert held is not None
    assert (held.status, held.outcome) == ("dropped", None)
    assert names(town) == []


def test_a_press_on_the_preview_a_second_time_writes_nothing_more(town: City) -> None:
    sent(town, MANGA)
    load = town.button(OWNER, "yes")
    town.forge(OWNER, load).forge(OWNER, load)

    assert names(town) == ["JAC Manga"]
    assert audited(town).count("roster_imported") == 1


def test_only_an_owner_imports_and_a_file_sent_elsewhere_is_not_read(town: City) -> None:
    coordinator(town)
    town.say(COORDINATOR, "/juntas")
    offered = town.values(COORDINATOR)
    town.forge(COORDINATOR, "juntas:home:roster:2").send_file(COORDINATOR)
    town.say(OWNER, "/juntas").send_file(OWNER)

    assert "roster" not in offered
    assert uploads.waiting(town.tx) == []
    assert "Aquí no necesito un archivo" in town.text(OWNER)


def test_a_file_that_is_too_big_is_not_fetched(town: City) -> None:
    town.say(OWNER, "/juntas").press(OWNER, "roster").send_file(OWNER, size=5_000_001)

    assert "El archivo es muy grande" in town.text(OWNER)
    assert uploads.waiting(town.tx) == []


def test_the_preview_of_somebody_else_cannot_be_opened(town: City) -> None:
    upload = sent(town, MANGA)
    coordinator(town)
    for chat in (COORDINATOR, ROSA):
        town.say(chat, f"/juntas u{upload}")

    assert not any("es nueva" in text for chat in (COORDINATOR, ROSA) for text in town.texts(chat))


# --- a register that people have worked on ----------------------------------------------------------------------------


def test_what_the_team_corrected_is_not_taken_back_by_the_same_list(town: City) -> None:
    seated(town)
    sent(town, MANGA, CRESPO)
    town.press(OWNER, "yes")
    at_board(town, 1, "edit", "nit").say(OWNER, "999123457-5", "Así está en el RUT").press(OWNER, "yes")
    at_board(town, 2, "edit", "barrio").say(OWNER, "el pozon", "Es de ese barrio").press(OWNER, "yes")
    at_board(town, 2, "edit", "name").say(OWNER, "JAC Los Inventados", "Cambió de nombre").press(OWNER, "yes")
    sent(town, MANGA, CRESPO)

    assert "2 quedan igual" in town.text(OWNER)
    assert "No hay juntas nuevas" in town.text(OWNER)


def test_a_board_that_was_merged_does_not_come_back_with_the_same_list(town: City) -> None:
    seated(town)
    sent(town, MANGA, "JAC Manga;Manga;Central;999123457-5;activa")
    town.press(OWNER, "yes")
    at_board(town, 1, "merge", "b2", "b1").say(OWNER, "Es la misma").press(OWNER, "yes")
    sent(town, MANGA, "JAC Manga;Manga;Central;999123457-5;activa")

    assert "2 quedan igual" in town.text(OWNER)
    assert "No hay juntas nuevas" in town.text(OWNER)


def test_a_board_that_somebody_proposed_is_no_longer_in_doubt_once_the_list_has_it(town: City) -> None:
    board = town.board("JAC Crespo", barrio="Crespo", status="proposed", in_roster=False)
    waiting = claim(town, board, ROSA)
    sent(town, CRESPO)
    town.press(OWNER, "yes")

    assert boards.get(town.tx, board).status == "listed"
    assert boards.get(town.tx, board).in_roster
    assert town.column("SELECT status FROM claim WHERE id = ?", waiting) == ["waiting"]


def test_a_row_in_doubt_is_told_and_not_written_and_a_board_that_is_missing_stays(town: City) -> None:
    town.board("JAC Manga", nit="999123456-8")
    held = town.board("JAC Bocagrande", barrio="Bocagrande")
    officer(town, held, ROSA)
    sent(town, "JAC Otro Nombre;Crespo;;999123456-8;activa")
    shown = town.text(OWNER)
    town.press(OWNER, "details")

    assert "1 puede ser una junta que ya está" in shown
    assert "1 junta de antes no está en el archivo. No la borro." in shown
    assert "tiene el NIT de otra junta con otro nombre: JAC Manga" in town.text(OWNER)
    assert "No está en el archivo y sigue en el registro: JAC Bocagrande" in town.text(OWNER)
