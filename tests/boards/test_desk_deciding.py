"""A coordinator decides: what is kept, who is told what and when, which claim follows."""

from dataclasses import replace
from datetime import timedelta

from conversations.faq.amounts import Amounts
from conversations.faq.library import Library
from conversations.faq.matching import Answer, Found, Outcome
from tests.boards.city import OWNER, City
from tests.boards.desk_people import ANA, LUIS, MARTA, claim, correction, held, opened, president, status
from tests.faq.world import card


def test_an_approved_claim_gives_the_office_and_the_person_is_welcomed(town: City) -> None:
    board = town.board()
    wanted = claim(town, board, ANA, role="treasurer")

    opened(town, wanted).press(OWNER, "approve")

    assert held(town, board) == ["Ana Pérez: treasurer"]
    assert "Su cargo quedó aprobado" in town.text(ANA)
    assert town.buttons(ANA) == {"Ver mi junta": "go:mijunta"}
    assert town.text(OWNER).startswith("✅ Aprobada: Ana Pérez, Tesorería en Manga.")
    assert town.column("SELECT action FROM audit WHERE object = ?", f"claim:{wanted}") == ["claim_approved"]


def test_after_a_decision_the_claim_that_waits_longest_follows(town: City) -> None:
    board = town.board()
    claim(town, board, LUIS, hours=30, role="fiscal")
    newest = claim(town, board, ANA, role="treasurer")
    claim(town, board, MARTA, hours=20, role="secretary")

    opened(town, newest).press(OWNER, "approve")

    assert "Quién: Luis Gómez" in town.text(OWNER)
    town.press(OWNER, "approve")
    assert "Quién: Marta Díaz" in town.text(OWNER)
    town.press(OWNER, "approve")
    assert "Nada por decidir" in town.text(OWNER)
    assert len(held(town, board)) == 3


def test_a_board_that_was_missing_enters_the_list_with_its_approval(town: City) -> None:
    board = town.board(status="proposed", in_roster=False)
    wanted = claim(town, board, ANA, why="new-board")

    opened(town, wanted)
    assert "si aprueba, entra al listado" in town.text(OWNER)
    town.press(OWNER, "approve")

    assert town.column("SELECT status FROM board WHERE id = ?", board) == ["listed"]


def test_a_presidency_changes_only_after_both_names_were_read(town: City) -> None:
    board = town.board()
    president(town, board, LUIS)
    wanted = claim(town, board, ANA, why="president-taken")
    opened(town, wanted)
    assert "Hoy la presidencia la tiene <b>Luis Gómez</b>" in town.text(OWNER)

    town.press(OWNER, "approve")

    assert held(town, board) == ["Luis Gómez: president"]
    assert "Sale: <b>Luis Gómez</b>" in town.text(OWNER)
    assert "Entra: <b>Ana Pérez</b>" in town.text(OWNER)
    town.press(OWNER, "switch")
    assert held(town, board) == ["Ana Pérez: president"]
    assert "Cambió la presidencia" in town.text(LUIS)
    assert "Ana" not in town.text(LUIS)
    assert town.buttons(LUIS) == {"Pedir otra vez": "go:registrar"}


def test_a_presidency_that_is_not_changed_after_all_stays_and_the_claim_waits(town: City) -> None:
    board = town.board()
    president(town, board, LUIS)
    wanted = claim(town, board, ANA)

    opened(town, wanted).press(OWNER, "approve").say(OWNER, "no")

    assert held(town, board) == ["Luis Gómez: president"]
    assert status(town, wanted) == "waiting"
    assert "approve" in town.values(OWNER)


def test_a_rejection_needs_a_reason_and_the_person_reads_it_with_the_way_to_try_again(town: City) -> None:
    wanted = claim(town, town.board(), ANA, role="treasurer")
    opened(town, wanted).press(OWNER, "reject")

    town.say(OWNER, "no", ".. 12")
    assert status(town, wanted) == "waiting"
    assert town.texts(ANA) == []
    town.say(OWNER, "No figura en el acta de elección")

    assert status(town, wanted) == "rejected"
    assert "Motivo: No figura en el acta de elección" in town.text(ANA)
    assert town.buttons(ANA) == {"Pedir otra vez": "go:registrar"}
    assert town.column("SELECT body FROM note WHERE claim_id = ?", wanted) == ["No figura en el acta de elección"]


def test_bad_news_wait_for_the_morning_and_good_news_do_not(town: City) -> None:
    board = town.board()
    good, bad = claim(town, board, ANA, role="fiscal"), claim(town, board, LUIS, role="fiscal")
    town.now += timedelta(hours=12)  # ten in the evening

    opened(town, good).press(OWNER, "approve")
    opened(town, bad).press(OWNER, "reject").say(OWNER, "No figura en el acta")

    assert town.due[ANA] == [town.now - timedelta(seconds=3)]
    assert [due.astimezone(town.house.zone).strftime("%d %H:%M") for due in town.due[LUIS]] == ["25 08:00"]


def test_who_is_replaced_at_night_hears_of_it_in_the_morning(town: City) -> None:
    board = town.board()
    president(town, board, LUIS)
    wanted = claim(town, board, ANA)
    town.now += timedelta(hours=12)

    opened(town, wanted).press(OWNER, "approve", "switch")

    assert [due.astimezone(town.house.zone).strftime("%d %H:%M") for due in town.due[LUIS]] == ["25 08:00"]


def test_a_question_waits_for_its_answer_behind_what_waits_for_the_team(town: City) -> None:
    board = town.board()
    asked = claim(town, board, ANA, hours=50, role="fiscal")
    claim(town, board, LUIS, role="treasurer")
    opened(town, asked).press(OWNER, "inquire").say(OWNER, "¿Desde cuándo tiene el cargo?")

    assert status(town, asked) == "asked"
    assert "Le preguntan: ¿Desde cuándo tiene el cargo?" in town.text(ANA)
    assert town.buttons(ANA) == {"Responder": "go:solicitud"}
    assert "Quién: Luis Gómez" in town.text(OWNER)
    town.forge(OWNER, "go:juntas:q")
    assert "<b>Por decidir: 1</b>. Esperan respuesta: 1." in town.text(OWNER)
    assert "2. Ana Pérez: Fiscalía en Manga. Se le preguntó y no ha respondido." in town.text(OWNER)


def test_a_claim_that_was_asked_about_can_be_decided_and_shows_what_was_written(town: City) -> None:
    wanted = claim(town, town.board(), ANA, role="fiscal")
    opened(town, wanted).press(OWNER, "inquire").say(OWNER, "¿Desde cuándo tiene el cargo?")

    opened(town, wanted)

    assert "el equipo" in town.text(OWNER)
    assert "«¿Desde cuándo tiene el cargo?»" in town.text(OWNER)
    town.press(OWNER, "approve")
    assert status(town, wanted) == "approved"


def test_an_approved_correction_is_made_and_old_and_new_were_shown(town: City) -> None:
    board = town.board(nit="890480184-4")
    wanted = correction(town, board, ANA, "nit", "901784749-1")

    opened(town, wanted)
    assert "Cambiar NIT: «890.480.184-4» por «<b>901.784.749-1</b>»" in town.text(OWNER)
    town.press(OWNER, "approve")

    assert town.column("SELECT nit FROM board") == ["901784749-1"]
    assert "Ahora dice, NIT: 901.784.749-1" in town.text(ANA)


def test_a_rejected_correction_changes_nothing_and_is_told(town: City) -> None:
    board = town.board(sector="Norte")
    wanted = correction(town, board, ANA, "sector", "Sur")

    opened(town, wanted).press(OWNER, "reject").say(OWNER, "El auto dice Norte")

    assert town.column("SELECT sector FROM board") == ["Norte"]
    assert "La corrección no se hizo" in town.text(ANA)


def test_the_near_board_is_shown_beside_and_can_be_opened(town: City) -> None:
    near = town.board("JAC Manga Norte", nit="890480184-4")
    board = town.board("JAC Manga", status="proposed", in_roster=False, nit="890480184-4")
    wanted = claim(town, board, ANA, why="same-nit", near_id=near)

    opened(town, wanted)

    assert "Parecida: JAC Manga Norte, barrio Manga" in town.text(OWNER)
    assert "Otra junta tiene el mismo NIT." in town.text(OWNER)
    town.press(OWNER, "near")
    assert "<b>JAC Manga Norte</b>" in town.text(OWNER)
    town.say(OWNER, "atrás")
    assert "approve" in town.values(OWNER)


def test_words_do_what_buttons_do(town: City) -> None:
    wanted = claim(town, town.board(), ANA, role="fiscal")

    town.say(OWNER, "/juntas", "por decidir", "1", "aprobar")

    assert status(town, wanted) == "approved"


class _SureOfEverything:
    """A finder of procurement cards that recognises a question in whatever is written."""

    def match(self, _text: str) -> Found:
        return Found(Outcome.SURE, (Answer("que-es", 1.0),))


def test_a_question_to_a_person_is_not_taken_for_a_question_to_the_bot(town: City) -> None:
    cards = Library.of((card(),), Amounts([]))
    town.house.shelf.library = replace(cards, finder=_SureOfEverything())  # type: ignore[arg-type]
    wanted = claim(town, town.board(), ANA, role="fiscal")

    opened(town, wanted).press(OWNER, "inquire").say(OWNER, "¿Qué es una junta para usted?")

    assert status(town, wanted) == "asked"
    assert "Le preguntan: ¿Qué es una junta para usted?" in town.text(ANA)
