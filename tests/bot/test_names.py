"""Names as Telegram gives them: whatever people put in them, our sentences around them stay readable."""

import pytest

from bot.incoming import open_letter


@pytest.mark.parametrize(
    ("first", "last", "read"),
    [
        ("Rosa", "Inventada", "Rosa Inventada"),
        ("Ana\u202easo", "", "Anaaso"),
        ("Luz\u0000\u2066", "\u2069Inventada", "Luz Inventada"),
        ("مرحبا", "", "مرحبا"),
        ("👨‍👩‍👧", "", "👨‍👩‍👧"),
        ("\u202e", "", ""),
    ],
)
def test_marks_that_turn_the_text_round_are_no_part_of_a_name(first: str, last: str, read: str) -> None:
    sender = {"id": 1001, "is_bot": False, "first_name": first, "last_name": last}
    message = {"message_id": 1, "date": 0, "from": sender, "chat": {"id": 1001, "type": "private"}, "text": "hola"}

    letter = open_letter({"update_id": 1, "message": message}, lambda sealed: sealed)

    assert letter is not None
    assert letter.name == read
