"""What somebody asked for and waits: seen at home and in «solicitud», answered, taken back, tried again, erased."""

import pytest

from bot.incoming import Letter
from bot.made_files import _my_data
from bot.turns.keeping_boards import KeepingBoards
from bot.turns.outcome import Occasion, Outcome
from conversations.board_decisions import ClaimDecided
from conversations.inputs import Said
from storage import chats
from tests.boards.city import OWNER, City

ROSA, PEDRO = 1, 2


@pytest.fixture
def waiting(town: City) -> int:
    """Rosa is president of Manga; Pedro claims the presidency too. The id of his claim."""
    town.board()
    town.welcomed(ROSA, PEDRO)
    for chat in (ROSA, PEDRO):
        town.say(chat, "/registrar", "manga", "sí", "presidente", "omitir", "enviar")
    (claim,) = town.column("SELECT id FROM claim")
    return int(claim)


def decide(town: City, claim: int, verdict: str, text: str | None = None) -> None:
    """A coordinator's word, kept as a turn of theirs would keep it."""
    chat = chats.record_seen(town.tx, OWNER, "private", town.now, refused_since=False)
    occasion = Occasion(town.tx, chat, Letter(OWNER, "", Said("")), 0, town.house, Outcome(), town.now)
    KeepingBoards(occasion).decide(ClaimDecided(claim, verdict, text))  # type: ignore[arg-type]


def status(town: City) -> list[str]:
    return town.column("SELECT status FROM claim ORDER BY id")


# --- home -----------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("waiting")
def test_home_says_what_waits_since_when_and_leads_there(town: City) -> None:
    town.say(PEDRO, "hola")

    assert "está en revisión desde el martes 24 de noviembre" in town.text(PEDRO)
    assert town.buttons(PEDRO)["Ver mi solicitud"] == "go:solicitud"


def test_home_says_first_that_a_question_waits_for_its_answer(town: City, waiting: int) -> None:
    decide(town, waiting, "asked", "¿Desde cuándo?")
    town.say(PEDRO, "hola")

    assert "El equipo le hizo una pregunta" in town.text(PEDRO)
    assert next(iter(town.buttons(PEDRO).items())) == ("Responder", f"go:solicitud:c{waiting}")


def test_home_says_that_a_claim_was_not_approved_and_why_and_offers_to_try_again(town: City, waiting: int) -> None:
    decide(town, waiting, "rejected", "La asamblea eligió a otra persona")
    town.say(PEDRO, "hola")
    assert "no se aprobó" in town.text(PEDRO)
    assert "La asamblea eligió a otra persona" in town.text(PEDRO)
    assert town.button(PEDRO, "Registrar mi junta") == "go:registrar"
    town.say(PEDRO, "/registrar", "manga", "sí", "tesorero", "omitir", "enviar", "hola")

    assert "no se aprobó" not in town.text(PEDRO)


def test_home_says_what_is_held_and_what_waits_together(town: City, waiting: int) -> None:
    town.board("JAC La Boquilla", barrio="La Boquilla")
    town.say(PEDRO, "/registrar", "boquilla", "sí", "fiscal", "omitir", "enviar", "hola")

    assert "quedó registrada" in town.text(PEDRO)
    assert "en revisión" in town.text(PEDRO)
    assert "nada pendiente" not in town.text(PEDRO)
    assert waiting


# --- the claim itself -----------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("waiting")
def test_a_claim_is_shown_with_why_it_waits(town: City) -> None:
    town.say(PEDRO, "/solicitud")

    assert "Presidencia en Junta de Acción Comunal Barrio Manga" in town.text(PEDRO)
    assert "otra persona en la presidencia" in town.text(PEDRO)


@pytest.mark.parametrize("typed", ["mi solicitud", "cómo va mi solicitud", "solicitud"])
@pytest.mark.usefixtures("waiting")
def test_the_way_to_it_can_be_typed(town: City, typed: str) -> None:
    town.say(PEDRO, typed)

    assert "Estado: en revisión" in town.text(PEDRO)


def test_a_question_is_answered_in_ones_own_words_and_the_team_is_told(town: City, waiting: int) -> None:
    decide(town, waiting, "asked", "¿Desde cuándo preside la junta?")
    town.forge(PEDRO, f"go:solicitud:c{waiting}")
    assert "«¿Desde cuándo preside la junta?»" in town.text(PEDRO)
    town.say(PEDRO, "Desde el 1 de julio, hay acta de la asamblea")

    assert status(town) == ["waiting"]
    rows = town.tx.execute("SELECT kind, body, person_id IS NOT NULL FROM note ORDER BY id").fetchall()
    assert rows[1] == ("answer", "Desde el 1 de julio, hay acta de la asamblea", 1)
    assert "Llegó la respuesta" in town.text(OWNER)
    assert town.buttons(OWNER) == {"Ver solicitudes": f"go:juntas:c{waiting}"}
    assert "está en revisión desde" in town.text(PEDRO)
    assert town.column("SELECT count(*) FROM audit WHERE action = 'claim_answered'") == [1]


@pytest.mark.parametrize("typed", ["a", "...", "😀", "muy largo " * 60])
def test_what_is_no_answer_is_refused_and_the_question_stays(town: City, waiting: int, typed: str) -> None:
    decide(town, waiting, "asked", "¿Desde cuándo?")
    town.say(PEDRO, "/solicitud", typed)

    assert status(town) == ["asked"]
    assert "Por ejemplo" in town.text(PEDRO) or "máximo 500" in town.text(PEDRO)


def test_a_question_can_be_left_for_later(town: City, waiting: int) -> None:
    decide(town, waiting, "asked", "¿Desde cuándo?")
    town.say(PEDRO, "/solicitud", "atrás")

    assert status(town) == ["asked"]
    assert "Responder" in town.buttons(PEDRO)


def test_a_question_that_comes_while_the_claim_is_looked_at_can_be_answered(town: City, waiting: int) -> None:
    town.say(PEDRO, "/solicitud")
    decide(town, waiting, "asked", "¿Desde cuándo?")
    town.say(PEDRO, "responder", "Desde julio")

    assert status(town) == ["waiting"]


def test_an_answer_that_comes_after_the_decision_changes_nothing(town: City, waiting: int) -> None:
    decide(town, waiting, "asked", "¿Desde cuándo?")
    town.say(PEDRO, "/solicitud")
    decide(town, waiting, "rejected", "Ya no hace falta")
    town.say(PEDRO, "Desde julio")

    assert status(town) == ["rejected"]
    assert town.column("SELECT count(*) FROM note WHERE kind = 'answer'") == [0]
    assert "no se aprobó" in town.text(PEDRO)


def test_a_link_to_a_claim_that_was_decided_says_so(town: City, waiting: int) -> None:
    decide(town, waiting, "approved")
    town.forge(PEDRO, f"go:solicitud:c{waiting}")

    assert "ya no está en revisión" in town.text(PEDRO)


def test_nobody_sees_or_answers_the_claim_of_somebody_else(town: City, waiting: int) -> None:
    decide(town, waiting, "asked", "¿Desde cuándo?")
    town.forge(ROSA, f"go:solicitud:c{waiting}")

    assert "No tiene solicitudes en revisión" in town.text(ROSA)
    assert "Desde cuándo" not in town.text(ROSA)
    data = town.say(PEDRO, "/solicitud").button(PEDRO, "withdraw")
    town.forge(ROSA, data)
    assert status(town) == ["asked"]


@pytest.mark.usefixtures("town")
def test_of_several_claims_one_is_chosen(town: City) -> None:
    town.welcomed(ROSA)
    for number in range(7):
        town.board(f"JAC Inventada {number}", barrio=f"Barrio {number}", registry_state="suspended")
    for number in range(7):
        town.say(ROSA, "/registrar", f"inventada barrio {number}", "1", "sí", "fiscal", "omitir", "enviar")
    assert status(town) == ["waiting"] * 7
    town.say(ROSA, "/solicitud")
    assert "(1 a 5 de 7)" in town.text(ROSA)
    town.say(ROSA, "ver más")
    assert "(6 a 7 de 7)" in town.text(ROSA)
    town.say(ROSA, "7")
    assert "JAC Inventada 6" in town.text(ROSA)
    town.say(ROSA, "/solicitud", "ver más", "la 1")

    assert "JAC Inventada 0" in town.text(ROSA)


# --- taking it back -------------------------------------------------------------------------------------------------


def test_a_claim_is_taken_back_after_a_second_question(town: City, waiting: int) -> None:
    town.say(PEDRO, "/solicitud").press(PEDRO, "withdraw")
    assert status(town) == ["waiting"]
    town.press(PEDRO, "withdraw")

    assert status(town) == ["withdrawn"]
    assert "en revisión" not in town.text(PEDRO)
    assert town.column("SELECT subject FROM audit WHERE action = 'claim_withdrawn'") == ["board:1"]
    assert waiting


@pytest.mark.parametrize("typed", ["no", "atrás", "cancelar", "mejor no"])
@pytest.mark.usefixtures("waiting")
def test_anything_but_a_yes_leaves_it(town: City, typed: str) -> None:
    town.say(PEDRO, "/solicitud", "retirar", typed)

    assert status(town) == ["waiting"]


@pytest.mark.usefixtures("waiting")
def test_a_number_takes_nothing_back(town: City) -> None:
    town.say(PEDRO, "/solicitud", "1", "1", "2")

    assert status(town) == ["waiting"]


def test_a_board_that_was_only_proposed_goes_with_its_claim(town: City) -> None:
    town.board()
    said = ("no está", "jac", "JAC Getsemaní", "getsemani", "omitir", "omitir", "presidenta", "omitir", "enviar")
    town.welcomed(ROSA).say(ROSA, "/registrar", *said, "/solicitud", "retirar", "sí")

    assert town.column("SELECT status FROM board WHERE in_roster = 0") == ["rejected"]


# --- my data, permissions, erasure ----------------------------------------------------------------------------------


@pytest.mark.usefixtures("waiting")
def test_my_data_lists_what_waits_and_what_is_over(town: City) -> None:
    (office,) = town.column("SELECT id FROM officer")
    town.tx.execute("UPDATE officer SET until = ?, ended = 'left' WHERE id = ?", (1764000000000, office))
    town.say(PEDRO, "/misdatos").say(ROSA, "/misdatos")

    assert "Solicitud en revisión: Presidencia en Junta de Acción Comunal Barrio Manga" in town.text(PEDRO)
    assert "Cargo anterior: Presidencia en Junta de Acción Comunal Barrio Manga" in town.text(ROSA)
    assert "Cargo: ninguno" in town.text(ROSA)


def test_the_copy_holds_claims_with_everything_that_was_written(town: City, waiting: int) -> None:
    decide(town, waiting, "asked", "¿Desde cuándo?")
    town.say(PEDRO, "/solicitud", "Desde julio")
    decide(town, waiting, "rejected", "Falta el acta")

    copy = _my_data(town.tx, PEDRO, town.house, town.now)

    for piece in ("Presidencia en Junta de Acción Comunal Barrio Manga (no aprobada)", "¿Desde cuándo?", "Desde julio",
                  "Falta el acta"):  # fmt: skip
        assert piece in copy


@pytest.mark.usefixtures("waiting")
def test_taking_back_the_permission_for_the_office_says_what_becomes_of_the_claim_and_ends_it(town: City) -> None:
    town.say(PEDRO, "/permisos").press(PEDRO, "role")
    assert "Su solicitud en revisión se retira y se borra" in town.text(PEDRO)
    town.say(PEDRO, "sí", "atrás")

    assert status(town) == []
    assert "en revisión" not in town.text(PEDRO)


@pytest.mark.parametrize("way", ["permission", "erasure"])
def test_a_proposed_board_does_not_wait_for_somebody_who_is_gone(town: City, way: str) -> None:
    town.board()
    said = ("no está", "jac", "JAC Getsemaní", "getsemani", "omitir", "omitir", "presidenta", "omitir", "enviar")
    town.welcomed(ROSA).say(ROSA, "/registrar", *said)
    if way == "permission":
        town.say(ROSA, "/permisos").press(ROSA, "role").say(ROSA, "sí")
    else:
        town.say(ROSA, "/misdatos", "borrar", "borrar")

    assert status(town) == []
    assert town.column("SELECT status FROM board WHERE in_roster = 0") == ["rejected"]


def test_erasing_everything_says_so_and_leaves_no_word_of_the_claim(town: City, waiting: int) -> None:
    decide(town, waiting, "asked", "¿Desde cuándo?")
    town.say(PEDRO, "/solicitud", "Desde julio con acta", "/misdatos", "borrar")
    assert "Su solicitud en revisión se retira" in town.text(PEDRO)
    town.say(PEDRO, "borrar")

    assert status(town) == []
    assert "con acta" not in "\n".join(town.tx.iterdump())
    assert "Borré sus datos" in town.text(PEDRO)
