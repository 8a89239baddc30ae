"""What a president answers to the survey of needs, by question; and walking through it."""

import re

from tests.boards.city import City
from tests.survey.town import ROSA

# The longest way: nothing is left out.
LONGEST = {
    "n01": "sí", "n02": "1", "n05": "6", "n06": "sí", "n07": "3", "n08": "4", "n09": "1, 3", "n10": "2", "n11": "5",
    "n12": "sede, computador", "n13": "$1 a 5 millones", "n14": "con ayuda", "n15": "1", "n16": "sí", "n17": "2",
    "n18": "completa y tarde", "n19": "1", "n20": "lo he visto", "n21": "no", "n22": "1, 2", "n23": "2",
    "n24": "1, 2, 3", "n25": "1", "n26": "1", "n27": "asamblea", "n28": "3", "n29": "4", "n30": "sí, antes",
    "n31": "pólizas", "n32": "1, 4", "n33": "1, 2", "n34": "Hacer un presupuesto.",
}  # fmt: skip


def begin(town: City, chat: int = ROSA) -> City:
    """The first question is open."""
    return town.say(chat, "/encuesta").press(chat, "begin")


def open_question(town: City, chat: int = ROSA) -> str:
    """Name of the question that is open."""
    (state,) = town.column("SELECT state FROM chat WHERE chat_id = ?", chat)
    found = re.search(r'"key":"[^"]*/(\w+)"', state)
    if found:
        return found[1]
    return "n01" if '"question":"question"' in state else ""


def answer(town: City, answers: dict[str, str], chat: int = ROSA, until: str = "") -> int:
    """Type what is asked, until this question is open or all are answered; how many were."""
    count = 0
    while (name := open_question(town, chat)) and name != until:
        before = len(town.said[chat])
        town.say(chat, answers[name])
        assert len(town.said[chat]) > before, name
        assert open_question(town, chat) != name, (name, town.text(chat))
        count += 1
    return count
