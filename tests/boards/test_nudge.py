"""Nothing waits without somebody seeing it: once a day the team hears of claims older than a day."""

import json
from datetime import UTC, datetime, timedelta

from bot.turns.nudging import nudge
from tests.boards.city import OWNER, City
from tests.boards.desk_people import ANA, CARLA, LUIS, OLGA, SAUL, claim, south, team

EIGHT = datetime(2026, 11, 25, 13, 0, tzinfo=UTC)  # in Cartagena


def told(town: City) -> dict[int, str]:
    rows = town.tx.execute("SELECT chat_id, payload FROM outbox WHERE dedupe_key LIKE 'nudge:%'")
    return {chat: json.loads(payload)["text"] for chat, payload in rows}


def test_at_eight_each_of_the_team_hears_of_what_waits_where_they_may_decide(town: City) -> None:
    team(town)
    town.now = EIGHT
    claim(town, town.board(), ANA, hours=50)
    claim(town, south(town), LUIS, hours=30)

    nudge(town.tx, town.house, EIGHT)

    assert set(told(town)) == {OWNER, CARLA, SAUL}
    assert "2 solicitudes esperan hace más de un día." in told(town)[CARLA]
    assert "La más antigua llegó hace 2 días." in told(town)[CARLA]
    assert "1 solicitud espera hace más de un día." in told(town)[SAUL]
    assert OLGA not in told(town)
    assert "Ana" not in "".join(told(town).values())


def test_it_is_said_once_a_day_and_not_before_eight_or_at_night(town: City) -> None:
    town.now = EIGHT
    claim(town, town.board(), ANA, hours=50)

    counts = []
    for moment in (EIGHT - timedelta(minutes=1), EIGHT, EIGHT + timedelta(hours=3), EIGHT + timedelta(hours=12),
                   EIGHT + timedelta(days=1)):  # fmt: skip
        nudge(town.tx, town.house, moment)
        counts.append(len(town.column("SELECT id FROM outbox WHERE dedupe_key LIKE 'nudge:%'")))

    assert counts == [0, 1, 1, 1, 2]


def test_a_bot_that_was_down_in_the_morning_says_it_later_that_day(town: City) -> None:
    town.now = EIGHT
    claim(town, town.board(), ANA, hours=50)

    nudge(town.tx, town.house, EIGHT + timedelta(hours=6))

    assert set(told(town)) == {OWNER}


def test_young_claims_and_those_that_wait_for_the_person_are_not_pressed(town: City) -> None:
    town.now = EIGHT
    board = town.board()
    claim(town, board, ANA, hours=23)
    claim(town, board, LUIS, hours=90, status="asked")

    nudge(town.tx, town.house, EIGHT)

    assert told(town) == {}


def test_a_claim_that_grows_old_during_the_day_waits_for_the_next_morning(town: City) -> None:
    town.now = EIGHT
    claim(town, town.board(), ANA, hours=23)

    nudge(town.tx, town.house, EIGHT)
    nudge(town.tx, town.house, EIGHT + timedelta(hours=2))
    assert told(town) == {}
    nudge(town.tx, town.house, EIGHT + timedelta(days=1))

    assert set(told(town)) == {OWNER}


def test_its_button_opens_the_queue(town: City) -> None:
    town.now = EIGHT
    claim(town, town.board(), ANA, hours=50)
    nudge(town.tx, town.house, EIGHT)
    (payload,) = town.column("SELECT payload FROM outbox WHERE dedupe_key LIKE 'nudge:%'")

    town.forge(OWNER, json.loads(payload)["reply_markup"]["inline_keyboard"][0][0]["callback_data"])

    assert "<b>Por decidir: 1</b>" in town.text(OWNER)
