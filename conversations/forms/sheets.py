"""The sheets of a form as their author wrote them, so that what is said about a form names the row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells by column header, headers in lower case. The first row of ``rows`` is row 2 of the sheet."""

    header: tuple[str, ...] = ()
    rows: tuple[Mapping[str, str], ...] = ()

    def numbered(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        """Rows with their numbers in the sheet."""
        return enumerate(self.rows, start=2)


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """A row of the survey sheet; its type is ``kind`` and ``list_name``, its place is ``path``."""

    number: int
    kind: str
    list_name: str
    name: str
    path: str
    repeat: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheets:
    """All sheets of a form; names as the standard has them."""

    survey: Sheet = field(default_factory=Sheet)
    choices: Sheet = field(default_factory=Sheet)
    settings: Sheet = field(default_factory=Sheet)
    others: tuple[str, ...] = ()

    def setting(self, name: str) -> str:
        """A cell of the settings sheet, ``""`` if it is not there."""
        return next((row.get(name, "") for row in self.settings.rows), "")

    def survey_rows(self, root: str) -> tuple[SurveyRow, ...]:
        """The survey sheet with places worked out below ``root``, and the repeat that each row is in (or ``""``)."""
        found: list[SurveyRow] = []
        stack: list[tuple[str, str]] = [("/" + root, "")]
        for number, cells in self.survey.numbered():
            words = cells.get("type", "").replace("_", " ", 1).split() if _is_bracket(cells) else []
            if words and words[0] == "end":
                if len(stack) > 1:
                    stack.pop()
                continue
            path, repeat = stack[-1]
            name = cells.get("name", "")
            own = f"{path}/{name}" if name else path
            kind = " ".join(words[:2]) if words else (cells.get("type", "").split() or [""])[0]
            second = cells.get("type", "").split()[1:2]
            found.append(SurveyRow(number, kind, second[0] if second else "", name, own, repeat, cells))
            if words:
                stack.append((own, own if words[1:2] == ["repeat"] else repeat))
        return tuple(found)


def _is_bracket(cells: Mapping[str, str]) -> bool:
    return cells.get("type", "").lower().replace("_", " ").startswith(("begin ", "end "))
