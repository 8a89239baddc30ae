"""Findings about a form as lines of text in the author's language."""

from bot.words import Wording
from conversations.decisions import Words
from conversations.forms.findings import Finding


def line(wording: Wording, finding: Finding) -> str:
    """One finding: how grave, where, what and what to do."""
    where = [
        wording.plain(Words(f"form-report-{part}", {part: value}))
        for part, value in (("sheet", finding.sheet), ("row", finding.row), ("column", finding.column))
        if value is not None
    ]
    grave = wording.plain(Words(f"form-report-{finding.severity}"))
    return " · ".join([grave, ", ".join(where)] if where else [grave]) + ": " + wording.plain(_words(finding))


def summary(wording: Wording, findings: tuple[Finding, ...]) -> str:
    """How many of each, and whether the form can go live."""
    if not findings:
        return wording.plain(Words("form-report-clean"))
    counts = {f"{kind}s": sum(f.severity == kind for f in findings) for kind in ("error", "warning", "note")}
    verdict = "form-report-stopped" if counts["errors"] else "form-report-ready"
    return f"{wording.plain(Words('form-report-count', counts))} {wording.plain(Words(verdict))}"


def _words(finding: Finding) -> Words:
    return Words(finding.key, dict(finding.args))
