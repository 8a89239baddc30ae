"""Nobody answers, nobody can answer, or what was to arrive does not: somebody learns of it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.turns.others import take_membership_turn
from bot.turns.outcome import Outcome
from bot.turns.results import Finished, settle
from bot.turns.ticket_news import escalate
from bot.verdicts import Verdict
from conversations.office import is_open, worked
from storage import inbox
from storage.outbox import Result
from tests.boards.city import OWNER
from tests.tickets.counter import CARLA, OLGA, PEDRO, ROSA, Counter, asked, row, rows_of

CITY = ZoneInfo("America/Bogota")


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 in the city; the 24th is a Tuesday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=CITY).astimezone(UTC)


def news(town: Counter) -> list[tuple[int, str]]:
    """What a tick says, to whom."""
    last = town.column("SELECT coalesce(max(id), 0) FROM outbox")[0]
    escalate(town.tx, town.house, town.now)
    found = town.tx.execute("SELECT chat_id, payload FROM outbox WHERE id > ? ORDER BY chat_id", (last,)).fetchall()
    town.arrive()
    return [(chat, payload) for chat, payload in found]


# --- office time ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (local(24, 10), local(24, 12), 2), (local(24, 16), local(25, 9), 2), (local(27, 16), local(30, 9), 2),
        (local(28, 9), local(29, 20), 0), (local(24, 5), local(24, 20), 9), (local(24, 20), local(25, 7), 0),
        (local(23, 8), local(30, 8), 45),
    ],
)  # fmt: skip
def test_only_the_hours_at_which_somebody_works_count(start: datetime, end: datetime, hours: int) -> None:
    assert worked(start, end, CITY) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("moment", "opened"),
    [(local(24, 8), True), (local(24, 7, 59), False), (local(24, 17), False), (local(27, 16, 59), True),
     (local(28, 10), False)],
)  # fmt: skip
def test_the_team_is_there_from_eight_to_five_on_working_days(moment: datetime, opened: bool) -> None:
    assert is_open(moment, CITY) is opened


# --- nobody answers ---------------------------------------------------------------------------------------------------


def test_after_four_office_hours_everybody_is_told_again_and_after_a_working_day_the_owners(town: Counter) -> None:
    town.now = local(24, 10)
    asked(town)
    town.now = local(24, 13, 55)
    assert news(town) == []
    town.now = local(24, 14, 5)
    assert [chat for chat, _ in news(town)] == [OWNER, CARLA, 911]
    assert news(town) == []
    town.now = local(25, 10, 5)
    told = news(town)

    assert [chat for chat, _ in told] == [OWNER]
    assert "lleva un día hábil sin respuesta" in told[0][1]
    town.now = local(26, 10, 5)
    assert news(town) == []


def test_nobody_is_told_again_at_night_or_on_a_sunday(town: Counter) -> None:
    town.now = local(27, 12)
    asked(town)
    for moment in (local(27, 19), local(28, 10), local(29, 10), local(30, 7)):
        town.now = moment
        assert news(town) == []
    town.now = local(30, 8, 1)

    assert [chat for chat, _ in news(town)] == [OWNER, CARLA, 911]


def test_who_was_answered_waits_no_longer_until_writing_again(town: Counter) -> None:
    town.now = local(24, 9)
    asked(town)
    town.answer(CARLA, "Ya miro")
    town.now = local(24, 16)
    assert news(town) == []
    town.write(ROSA, "¿Y entonces?")
    town.now = local(25, 11, 30)

    assert len(news(town)) == 3


def test_a_second_question_does_not_make_the_first_one_younger(town: Counter) -> None:
    town.now = local(24, 9)
    asked(town)
    town.now = local(24, 12)
    town.write(ROSA, "¿Hay alguien?")
    town.now = local(24, 13, 10)

    assert len(news(town)) == 3


def test_the_reminder_can_be_answered_too(town: Counter) -> None:
    town.now = local(24, 9)
    asked(town)
    town.now = local(24, 14)
    news(town)
    town.answer(CARLA, "Perdone la demora")

    assert "Perdone la demora" in town.text(ROSA)


# --- nobody can answer ------------------------------------------------------------------------------------------------


def membership(town: Counter, chat: int, kind: str) -> Outcome:
    number = 990 + chat
    (update,) = inbox.record(town.tx, [inbox.Arrived(number, chat, kind, None)], town.now)
    return take_membership_turn(town.tx, update, town.house, town.now)


def test_the_tickets_of_a_coordinator_who_blocks_the_bot_are_everybodys_and_owners_know(town: Counter) -> None:
    asked(town)
    town.answer(CARLA, "Ya miro")
    outcome = membership(town, CARLA, "block")

    assert town.ticket("assignee") is None
    assert [chat for chat, _ in rows_of(outcome)] == [OWNER]
    assert "quedó sin quien la atienda" in rows_of(outcome)[0][1]
    town.write(ROSA, "¿Y entonces?")
    assert "¿Y entonces?" in town.text(OWNER)


def test_somebody_without_tickets_who_blocks_the_bot_is_no_news(town: Counter) -> None:
    asked(town)

    assert rows_of(membership(town, PEDRO, "block")) == []
    assert rows_of(membership(town, OLGA, "block")) == []


def test_the_tickets_of_who_is_taken_out_of_the_team_are_everybodys(town: Counter) -> None:
    asked(town)
    town.answer(CARLA, "Ya miro")
    town.say(OWNER, "/equipo")
    number = town.column("SELECT id FROM staff WHERE chat_id = ?", CARLA)[0]
    town.press(OWNER, f"m{number}", "remove", "remove")

    assert town.ticket("assignee") is None
    assert "quedó sin quien la atienda" in "".join(town.texts(OWNER))


# --- what does not arrive ---------------------------------------------------------------------------------------------


def ended(town: Counter, chat: int, method: str, extra: str, status: str) -> Outcome:
    """The newest row about a ticket in a chat ends like this."""
    found = town.column(
        "SELECT o.id FROM outbox o JOIN relay r ON r.row_id = o.id WHERE r.chat_id = ? AND o.method = ? "
        "ORDER BY o.id DESC LIMIT 1", chat, method,
    )  # fmt: skip
    held = row(town, found[0])
    verdict = Verdict(Result(held.id, status, reason="why"), extra)  # type: ignore[arg-type]
    return settle(town.tx, [Finished(held, verdict, town.now)], town.house, town.now)


def test_what_was_deleted_before_it_could_be_copied_is_said_to_whom_it_was_meant_for(town: Counter) -> None:
    asked(town)
    town.attach(ROSA, "voice")
    outcome = ended(town, CARLA, "copy", "copy_gone", "skipped")

    assert rows_of(outcome)[0][0] == CARLA
    assert "fue borrado antes de llegar" in rows_of(outcome)[0][1]


def test_an_answer_to_somebody_who_blocked_the_bot_is_not_lost_in_silence(town: Counter) -> None:
    asked(town)
    town.answer(CARLA, "Se saca en la DIAN")
    outcome = ended(town, ROSA, "send", "unreachable", "unreachable")

    assert rows_of(outcome)[0][0] == CARLA
    assert "no le llegó a Persona 501" in rows_of(outcome)[0][1]


def test_what_passes_is_never_sent_twice_by_itself(town: Counter) -> None:
    asked(town)
    town.answer(CARLA, "Se saca en la DIAN")

    assert town.column("SELECT kind FROM outbox WHERE chat_id = ? ORDER BY id DESC LIMIT 1", ROSA) == ["ticket"]
