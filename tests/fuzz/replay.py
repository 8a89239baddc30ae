"""Recordings: what one person did and what the bot answered, done again and compared."""

import asyncio
import difflib
import json
import re
import tempfile
from pathlib import Path
from typing import Any

from simulator.virtual import text_of
from tests.fuzz.acts import Act
from tests.fuzz.shown import rows_of
from tests.fuzz.somebody import Exchange, Somebody
from tests.fuzz.stage import PATIENCE, Stage

JSON = dict[str, Any]

RECORDINGS = Path(__file__).parents[1] / "replays"
ACCEPT = "python -m tests.fuzz --accept"
_MOMENT = re.compile(r"(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo) \d+ de [a-z]+, \d+:\d\d [ap]\.\s?m\.")


def record(person: Somebody) -> list[JSON]:
    """Who the person is; then what they did and what was answered, an entry an exchange. Times and ids are left out."""
    account = person.phone.person
    who = {"first_name": account.first_name, "last_name": account.last_name, "phone": account.phone}
    exchanges = [{"did": [act.written() for act in one.acts], **_answer(one)} for one in person.journal]
    return [{"who": who}, *exchanges]


async def replay(recorded: list[JSON]) -> list[JSON]:
    """The same acts again by somebody new; returns what is answered now, in the form of :func:`record`."""
    with tempfile.TemporaryDirectory(prefix="replay-") as folder:
        async with Stage(Path(folder), seed=1) as stage:
            person = Somebody(stage.world, stage.world.add_person(**recorded[0]["who"]).id)
            for entry in recorded[1:]:
                await _again(stage, person, [Act.read(act) for act in entry["did"]])
            return record(person)


def difference(expected: list[JSON], answered: list[JSON]) -> str:
    """How the answers differ, as a play in which lines were changed; empty when they do not."""
    lines = difflib.unified_diff(_play(expected), _play(answered), "recorded", "answered now", lineterm="", n=4)
    return "\n".join(lines)


def load(file: Path) -> list[JSON]:
    """A recording: one JSON object a line."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def save(file: Path, recorded: list[JSON]) -> None:
    """Write a recording."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in recorded), "utf-8")


def accept(files: list[Path]) -> list[Path]:
    """Take today's answers as the right ones; returns the recordings that changed."""
    changed = []
    for file in files or sorted(RECORDINGS.glob("*.jsonl")):
        before = load(file)
        now = asyncio.run(replay(before))
        if now != before:
            save(file, now)
            changed.append(file)
    return changed


async def _again(stage: Stage, person: Somebody, acts: list[Act]) -> None:
    person.do(acts)
    for act in acts:
        if act.kind == "silence":
            await stage.at_rest()
            await stage.let_pass(act.seconds)
        elif act.kind == "restart":
            await stage.restart()
    if not await stage.at_rest():
        raise AssertionError(f"no rest within {PATIENCE} s after {', '.join(map(str, acts))}")


def _answer(exchange: Exchange) -> JSON:
    """Only what is said: messages in order, then what older messages became, then what flashed over the chat."""
    heard = exchange.heard
    new = {body["message_id"] for body in heard.messages}
    latest = {body["message_id"]: body for body in heard.messages} | heard.edits
    answer: JSON = {
        "said": [_spoken(latest[number]) for number in sorted(new)],
        "changed": {str(number): _spoken(body) for number, body in sorted(heard.edits.items()) if number not in new},
        "flashed": list(heard.toasts),
    }
    return {name: value for name, value in answer.items() if value}


def _spoken(body: JSON) -> JSON:
    spoken: JSON = {"text": _MOMENT.sub("(momento)", text_of(body))}
    if rows := rows_of(body):
        spoken["buttons"] = [[button["text"] for button in row] for row in rows]
    if "document" in body:
        spoken["file"] = body["document"].get("file_name", "")
    return spoken


def _play(recorded: list[JSON]) -> list[str]:
    lines: list[str] = []
    for entry in recorded:
        lines += [f"person: {Act.read(act)}" for act in entry.get("did", [])]
        for body in entry.get("said", []):
            lines += _lines("bot", body)
        for number, body in entry.get("changed", {}).items():
            lines += _lines(f"bot, message {number} now", body)
        lines += [f"bot, for a moment: {text}" for text in entry.get("flashed", [])]
    return lines


def _lines(who: str, body: JSON) -> list[str]:
    first, *more = str(body["text"]).split("\n")
    lines = [f"{who}: {first}", *(f"     {line}" for line in more)]
    lines += [f"     [{'] ['.join(row)}]" for row in body.get("buttons", [])]
    return lines + ([f"     ({body['file']})"] if "file" in body else [])
