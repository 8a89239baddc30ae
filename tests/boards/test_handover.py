"""An office passes on by a link: made, seen, taken back, opened, taken, declined; the old rights end at once."""

from datetime import UTC, datetime, timedelta

import pytest

from conversations.inputs import Commanded
from tests.boards.city import OWNER, City
from tests.boards.officers import LUZ, MANGA, PEDRO, ROSA, asked, board_of, field, give, held, link_code, open_link
from tests.boards.team_steps import invite


def taken(town: City, chat: int, code: str, name: str = "") -> None:
    """Somebody opens the link and says yes twice."""
    open_link(town, chat, code, name)
    town.press(chat, "take", "take")


def opened_states(town: City) -> list[str]:
    """Of every link to an office: open, used or revoked."""
    return town.column(
        "SELECT CASE WHEN used_at IS NOT NULL THEN 'used' WHEN revoked_at IS NOT NULL THEN 'revoked' ELSE 'open' END "
        "FROM invitation WHERE kind = 'handover' ORDER BY made_at"
    )


# --- the link -------------------------------------------------------------------------------------------------------


def test_a_link_comes_as_a_message_to_pass_on_after_it_was_explained(town: City) -> None:
    board_of(town)
    town.say(ROSA, "/mijunta", "entregar el cargo")
    assert "Vale 7 días y sirve una vez" in town.text(ROSA)
    assert opened_states(town) == []
    town.press(ROSA, "make")

    message = town.text(ROSA, 2)
    assert "https://t.me/juntas_bot?start=relevo_" in message
    assert MANGA in message
    assert "Presidencia" in message
    assert "martes 1 de diciembre" in message
    assert "Hay un enlace sin usar" in town.text(ROSA)
    assert opened_states(town) == ["open"]


def test_a_link_that_was_made_is_seen_later_and_taken_back(town: City) -> None:
    board = board_of(town)
    code = link_code(town)
    town.say(ROSA, "atrás", "atrás", "/mijunta").press(ROSA, "hand")
    assert "Hay un enlace sin usar" in town.text(ROSA)
    town.say(ROSA, "anular el enlace")
    assert "Crear el enlace" in town.buttons(ROSA)
    town.welcomed(PEDRO)
    open_link(town, PEDRO, code)

    assert "lo anularon o hay uno más nuevo" in town.text(PEDRO)
    assert held(town) == [(ROSA, board, "president")]
    assert town.column("SELECT action FROM audit WHERE action LIKE 'handover%'") == [
        "handover_offered", "handover_revoked",
    ]  # fmt: skip


def test_a_second_link_ends_the_first(town: City) -> None:
    board = board_of(town)
    first = link_code(town)
    second = link_code(town)
    town.welcomed(PEDRO)
    open_link(town, PEDRO, first)
    assert "hay uno más nuevo" in town.text(PEDRO)
    taken(town, PEDRO, second)

    assert held(town) == [(PEDRO, board, "president")]


def test_a_number_typed_makes_no_link_by_accident_of_an_old_screen(town: City) -> None:
    board_of(town)
    town.say(ROSA, "/mijunta").press(ROSA, "hand")
    old = town.button(ROSA, "make")
    town.press(ROSA, "back").forge(ROSA, old)

    assert opened_states(town) == []


def test_the_secret_of_a_link_is_nowhere_but_in_the_message_to_pass_on(town: City) -> None:
    board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO)
    taken(town, PEDRO, code)

    found = [
        table
        for table in town.column("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        if code in repr(town.tx.execute(f"SELECT * FROM {table}").fetchall())
    ]
    assert found == ["outbox"]


# --- taking over ----------------------------------------------------------------------------------------------------


def test_the_office_passes_on_after_two_yeses_and_both_are_told(town: City) -> None:
    board = board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO)
    open_link(town, PEDRO, code, "Pedro Invento")
    for piece in ("Le entregan un cargo: Presidencia", MANGA, "Persona 1", "martes 1 de diciembre"):
        assert piece in town.text(PEDRO)
    town.say(PEDRO, "recibir el cargo")
    assert held(town) == [(ROSA, board, "president")]
    assert "¿Recibe el cargo: Presidencia?" in town.text(PEDRO)
    town.send(PEDRO, Commanded("mijunta"), name="Pedro Invento")
    assert held(town) == [(ROSA, board, "president")]
    taken(town, PEDRO, code, "Pedro Invento")

    assert held(town) == [(PEDRO, board, "president")]
    assert town.column("SELECT ended FROM officer ORDER BY id") == ["handed_over", None]
    assert "El cargo ya es suyo" in town.text(PEDRO)
    assert town.buttons(PEDRO) == {"Ver mi junta": f"go:mijunta:b{board}"}
    assert "recibió el cargo: Presidencia" in town.text(ROSA)
    assert "Su cargo: <b>Presidencia</b>, hasta el 30 de junio de 2030" in town.say(PEDRO, "/mijunta").text(PEDRO)


def test_the_old_president_is_told_at_once_even_at_night(town: City) -> None:
    board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO)
    town.now = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)  # two in the morning in Cartagena
    taken(town, PEDRO, code)

    assert "El relevo quedó hecho" in town.text(ROSA)
    assert town.due[ROSA][-1] <= town.now


@pytest.mark.parametrize("screen", ["page", "fix", "sure", "hand", "leave", "leave-sure"])
def test_after_a_handover_no_button_of_the_old_president_changes_anything(town: City, screen: str) -> None:
    board = board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO).say(ROSA, "/mijunta")
    steps = {"page": (), "fix": ("fix",), "sure": ("fix", "sector"), "hand": ("hand",), "leave": ("leave",)}
    town.press(ROSA, *steps.get(screen, ("leave",)))
    if screen == "sure":
        town.say(ROSA, "Central")
    old = list(town.buttons(ROSA).values())
    taken(town, PEDRO, code)
    (before,) = town.column("SELECT count(*) FROM audit")
    for data in old:
        town.forge(ROSA, data)
    town.say(ROSA, "sí", "Central", "/mijunta")

    assert town.column("SELECT count(*) FROM audit") == [before]
    assert held(town) == [(PEDRO, board, "president")]
    assert field(town, board, "sector") is None
    assert opened_states(town) == ["used"]
    assert "no tiene cargo en ninguna junta" in town.text(ROSA)


def test_somebody_new_is_welcomed_first_and_then_led_to_the_office(town: City) -> None:
    board = board_of(town)
    code = link_code(town)
    open_link(town, PEDRO, code)
    assert "18 años" in town.text(PEDRO)
    for _ in range(6):
        town.press(PEDRO, "continue" if "continue" in town.values(PEDRO) else "yes")
    assert "Le entregan un cargo: Presidencia" in town.text(PEDRO)
    town.press(PEDRO, "take", "take")

    assert held(town) == [(PEDRO, board, "president")]


def test_whoever_did_not_allow_to_keep_an_office_is_asked_for_it(town: City) -> None:
    board = board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO).say(PEDRO, "/permisos").press(PEDRO, "role", "back")
    open_link(town, PEDRO, code)
    assert "quienes tengan cargo en la misma junta" in town.text(PEDRO)
    town.say(PEDRO, "acepto").press(PEDRO, "take", "take")

    assert held(town) == [(PEDRO, board, "president")]


def test_whoever_refuses_to_have_it_kept_does_not_take_it_and_can_still_do_so_later(town: City) -> None:
    board = board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO).say(PEDRO, "/permisos").press(PEDRO, "role", "back")
    open_link(town, PEDRO, code)
    town.say(PEDRO, "no acepto")
    assert "Sin ese permiso no puedo anotar el cargo" in town.text(PEDRO)
    assert held(town) == [(ROSA, board, "president")]
    open_link(town, PEDRO, code)
    town.press(PEDRO, "yes", "take", "take")

    assert held(town) == [(PEDRO, board, "president")]


def test_whoever_does_not_allow_the_service_is_told_what_it_takes(town: City) -> None:
    board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO).say(PEDRO, "/permisos").press(PEDRO, "service", "yes", "back")
    open_link(town, PEDRO, code)

    assert "necesito su permiso de usar sus datos" in town.text(PEDRO)
    assert "go:permisos" in town.buttons(PEDRO).values()


def test_a_claim_on_the_same_office_is_settled_by_the_handover(town: City) -> None:
    board = board_of(town)
    town.welcomed(PEDRO).say(PEDRO, "/registrar", "manga", "sí", "presidente", "omitir", "enviar")
    assert len(asked(town)) == 1
    taken(town, PEDRO, link_code(town))

    assert held(town) == [(PEDRO, board, "president")]
    assert asked(town) == []


def test_an_office_handed_over_after_its_term_begins_a_new_one(town: City) -> None:
    board_of(town)
    town.welcomed(PEDRO)
    town.now = datetime(2030, 7, 5, 15, 0, tzinfo=UTC)
    taken(town, PEDRO, link_code(town))

    assert "hasta el 30 de junio de 2034" in town.say(PEDRO, "/mijunta").text(PEDRO)


def test_of_two_offices_only_the_one_that_was_named_passes_on(town: City) -> None:
    board = board_of(town)
    give(town, board, ROSA, "delegate")
    town.welcomed(PEDRO).say(ROSA, "/mijunta").press(ROSA, "hand").say(ROSA, "delegación").press(ROSA, "make")
    code = town.text(ROSA, 2).partition("?start=relevo_")[2].split(maxsplit=1)[0]
    taken(town, PEDRO, code)

    assert held(town) == [(ROSA, board, "president"), (PEDRO, board, "delegate")]


def test_a_registration_that_the_link_interrupted_goes_on_afterwards(town: City) -> None:
    board = board_of(town)
    town.board("JAC Getsemaní", barrio="Getsemaní")
    code = link_code(town)
    town.welcomed(PEDRO).say(PEDRO, "/registrar", "getsemani", "sí")
    taken(town, PEDRO, code)

    assert "¿Cuál es su cargo" in town.text(PEDRO)
    assert held(town) == [(PEDRO, board, "president")]


# --- not taking it --------------------------------------------------------------------------------------------------


def test_whoever_declines_is_asked_once_more_and_the_holder_is_told_in_the_morning(town: City) -> None:
    board = board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO)
    town.now = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)
    open_link(town, PEDRO, code, "Pedro Invento")
    town.say(PEDRO, "no recibirlo")
    assert opened_states(town) == ["open"]
    town.press(PEDRO, "decline")

    assert opened_states(town) == ["revoked"]
    assert held(town) == [(ROSA, board, "president")]
    assert "no recibió el cargo" in town.text(ROSA)
    assert town.due[ROSA][-1] == datetime(2026, 11, 25, 13, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "answers", [("atrás",), ("cancelar",), ("recibir", "no", "atrás"), ("no recibirlo", "no", "atrás")]
)
def test_whoever_leaves_it_open_can_come_back_to_it(town: City, answers: tuple[str, ...]) -> None:
    board = board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO)
    open_link(town, PEDRO, code)
    town.say(PEDRO, *answers)
    assert opened_states(town) == ["open"]
    taken(town, PEDRO, code)

    assert held(town) == [(PEDRO, board, "president")]


@pytest.mark.parametrize("way", [(), ("take",), ("decline",)])
def test_every_question_is_explained_and_what_is_not_understood_is_answered(town: City, way: tuple[str, ...]) -> None:
    board = board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO)
    open_link(town, PEDRO, code)
    town.press(PEDRO, *way).say(PEDRO, "ayuda")
    assert "la asamblea" in town.text(PEDRO)
    town.say(PEDRO, "qwzxk")

    assert "«" in town.text(PEDRO)
    assert held(town) == [(ROSA, board, "president")]


# --- links that lead nowhere ----------------------------------------------------------------------------------------


def test_a_link_works_once(town: City) -> None:
    board = board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO, LUZ)
    taken(town, PEDRO, code)
    open_link(town, LUZ, code)
    assert "ya se usó" in town.text(LUZ)
    open_link(town, PEDRO, code)
    assert "Usted ya tiene ese cargo" in town.text(PEDRO)
    open_link(town, ROSA, code)

    assert "ya se usó" in town.text(ROSA)
    assert held(town) == [(PEDRO, board, "president")]


def test_of_two_who_look_at_the_same_link_the_first_takes_the_office(town: City) -> None:
    board = board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO, LUZ)
    for chat in (PEDRO, LUZ):
        open_link(town, chat, code)
        town.press(chat, "take")
    late = town.button(LUZ, "take")
    town.press(PEDRO, "take").forge(LUZ, late).say(LUZ, "sí")

    assert held(town) == [(PEDRO, board, "president")]
    assert "ya se usó" in town.text(LUZ)


def test_a_link_is_too_old_after_seven_days(town: City) -> None:
    board = board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO)
    open_link(town, PEDRO, code)
    town.now += timedelta(days=7)
    town.say(PEDRO, "recibir")
    assert "venció" in town.text(PEDRO)
    open_link(town, PEDRO, code)
    assert "venció" in town.text(PEDRO)
    open_link(town, ROSA, code)

    assert "Puede crear otro" in town.text(ROSA)
    assert held(town) == [(ROSA, board, "president")]


@pytest.mark.parametrize("code", ["", "xyz", "a" * 60])
def test_a_link_that_nobody_made_leads_nowhere(town: City, code: str) -> None:
    board_of(town)
    town.welcomed(PEDRO).send(PEDRO, Commanded("relevo", code))

    assert ("no sirve" if code else "abra el enlace") in town.text(PEDRO)


def test_a_link_into_the_team_is_none_of_an_office_and_stays_unused(town: City) -> None:
    board_of(town)
    code = invite(town, "observer", by=OWNER)
    town.welcomed(PEDRO)
    open_link(town, PEDRO, code)

    assert "no sirve" in town.text(PEDRO)
    assert town.column("SELECT used_at FROM invitation") == [None]


def test_ones_own_link_says_for_whom_it_is(town: City) -> None:
    board = board_of(town)
    code = link_code(town)
    open_link(town, ROSA, code)

    assert "es para otra persona" in town.text(ROSA)
    assert opened_states(town) == ["open"]
    assert held(town) == [(ROSA, board, "president")]


def test_whoever_holds_the_same_office_is_told_so(town: City) -> None:
    board = board_of(town)
    delegate = give(town, board, LUZ, "delegate")
    give(town, board, PEDRO, "delegate")
    code = link_code(town, LUZ)
    open_link(town, PEDRO, code)

    assert "Usted ya tiene ese cargo" in town.text(PEDRO)
    assert (LUZ, board, "delegate") in held(town)
    assert delegate


@pytest.mark.parametrize("ended", ["left", "removed", "replaced"])
def test_a_link_ends_with_the_office_it_leads_to(town: City, ended: str) -> None:
    board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO)
    open_link(town, PEDRO, code)
    town.press(PEDRO, "take")
    if ended == "left":
        town.say(ROSA, "/mijunta").press(ROSA, "leave", "leave")
    else:
        town.tx.execute("UPDATE officer SET until = 1, ended = ?", (ended,))
    town.press(PEDRO, "take").say(PEDRO, "sí")

    assert held(town) == []
    assert "ya no tiene el cargo" in town.text(PEDRO)


def test_a_link_goes_with_the_person_who_had_everything_erased(town: City) -> None:
    board_of(town)
    code = link_code(town)
    town.say(ROSA, "/misdatos").press(ROSA, "erase", "erase")
    town.welcomed(PEDRO)
    open_link(town, PEDRO, code)

    assert "no sirve" in town.text(PEDRO)
    assert held(town) == []


def test_a_board_that_left_the_programme_passes_no_office_on(town: City) -> None:
    board = board_of(town)
    code = link_code(town)
    town.tx.execute("UPDATE board SET status = 'inactive' WHERE id = ?", (board,))
    town.welcomed(PEDRO)
    open_link(town, PEDRO, code)

    assert "fuera del programa" in town.text(PEDRO)
    assert held(town) == [(ROSA, board, "president")]


def test_a_holder_who_blocked_the_bot_does_not_hinder_the_handover(town: City) -> None:
    board = board_of(town)
    code = link_code(town)
    town.tx.execute("UPDATE chat SET unreachable = 'blocked', unreachable_at = 1 WHERE chat_id = ?", (ROSA,))
    town.welcomed(PEDRO)
    taken(town, PEDRO, code)

    assert held(town) == [(PEDRO, board, "president")]
    assert "El cargo ya es suyo" in town.text(PEDRO)


def test_a_minor_takes_no_office(town: City) -> None:
    board = board_of(town)
    open_link(town, PEDRO, link_code(town))
    town.press(PEDRO, "no")

    assert "mayores de 18" in town.text(PEDRO)
    assert held(town) == [(ROSA, board, "president")]


def test_a_press_copied_from_whoever_opened_the_link_takes_nothing(town: City) -> None:
    board = board_of(town)
    code = link_code(town)
    town.welcomed(PEDRO, LUZ)
    open_link(town, PEDRO, code)
    town.press(PEDRO, "take")
    town.say(LUZ, "hola").forge(LUZ, town.button(PEDRO, "take"))

    assert held(town) == [(ROSA, board, "president")]
