"""Why an XForm cannot be used: facts collected while it is read, worded elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """``reason`` is ``syntax`` (an expression), ``place`` (a field that is not there), ``model`` (no form at all),
    or why the XML was refused. ``path`` is the field, ``rule`` the attribute, ``text`` what it says, ``position`` where
    in it and ``found`` what is there.
    """

    reason: str
    path: str = ""
    rule: str = ""
    text: str = ""
    position: int = 0
    found: str = ""


class UnreadableForm(Exception):
    """The XForm has problems that keep it from running."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{p.reason} {p.path} {p.rule} {p.text!r}" for p in problems))
        self.problems = problems
