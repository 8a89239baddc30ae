"""Forms ready to be filled: compiled ones by their hash, fillings at work by their log."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from conversations.forms.asking import Speech
from conversations.forms.definition import Form
from conversations.forms.entries import BY_FORM, Entry, place_of
from conversations.forms.instance import Instance, rebuild, start
from conversations.forms.live import Setting
from conversations.forms.reading import read_form
from conversations.lexicon import Lexicon
from conversations.survey_records import BY_PERSON
from storage import forms, submissions
from storage.database import Transaction
from storage.forms import VersionRow
from storage.submissions import EntryRow, SubmissionRow

_AT_WORK = 200  # fillings kept in memory, about 100 kB each
_FORMS = 20


class FormShelf:
    """Keeps nothing that the database does not hold: a filling is only used while its log is the one in the tables.

    ``asked``: form id → version begun with now, once its form is compiled. ``words``: lists about days and hours.
    """

    def __init__(self) -> None:
        self.asked: dict[str, VersionRow] = {}
        self.words: Mapping[str, Sequence[str]] | None = None
        self._forms: OrderedDict[str, Form] = OrderedDict()
        self._at_work: OrderedDict[tuple[int, str], tuple[Instance, int]] = OrderedDict()

    def put(self, version: VersionRow, form: Form) -> None:
        """The version is asked from now on."""
        self._keep(version.hash, form)
        self.asked[version.form_id] = version

    def form(self, version: VersionRow) -> Form:
        """The compiled form of a version, read from its XML if it is not at hand."""
        found = self._forms.get(version.hash)
        return self._keep(version.hash, read_form(version.xform.encode())) if found is None else found

    def begun(self, tx: Transaction, row: SubmissionRow, zone: ZoneInfo, now: datetime) -> Instance:
        """A fresh filling of a board that has no log yet."""
        return start(self.form_of(tx, row), Setting(row.identity, zone), now)

    def take(self, tx: Transaction, row: SubmissionRow, zone: ZoneInfo, now: datetime) -> Instance:
        """The filling as its log tells; what a turn that failed did to one in memory is not seen again."""
        place = (row.id, row.log_mark)
        found = self._at_work.get(place)
        if found is not None and len(found[0].log) == found[1]:
            self._at_work.move_to_end(place)
            return found[0]
        log = [
            Entry(e.path, e.old, e.new, datetime.fromisoformat(e.at), BY_FORM if e.by_form else BY_PERSON, e.erased)
            for e in submissions.entries(tx, row.id)
        ]
        filling = rebuild(self.form_of(tx, row), Setting(row.identity, zone), log, now)
        self._set_to_work(place, filling)
        return filling

    def advance(self, row: SubmissionRow, log_mark: str, added: int) -> None:
        """What was done to the filling in memory is in the tables now, under a new mark."""
        found = self._at_work.pop((row.id, row.log_mark), None)
        if found is not None and len(found[0].log) == found[1] + added:
            self._set_to_work((row.id, log_mark), found[0])

    def _set_to_work(self, place: tuple[int, str], filling: Instance) -> None:
        # Everything that is done to a filling makes its log longer: by its length one sees that it was not kept.
        self._at_work[place] = (filling, len(filling.log))
        while len(self._at_work) > _AT_WORK:
            self._at_work.popitem(last=False)

    def speech(self, lexicon: Lexicon, now: datetime, zone: ZoneInfo) -> Speech:
        """The words with the moment they are used at."""
        empty: dict[str, Sequence[str]] = {"months": (), "days": (), "halves": (), "joiners": ()}
        return Speech.from_lists(lexicon, now.astimezone(zone), self.words or empty)

    def form_of(self, tx: Transaction, row: SubmissionRow) -> Form:
        """The form in the version that the board began with."""
        version = self.asked.get(row.form_id)
        if version is None or version.id != row.version_id:
            version = forms.find_version(tx, row.version_id)
        if version is None:
            raise LookupError(f"form version {row.version_id}")
        return self.form(version)

    def _keep(self, digest: str, form: Form) -> Form:
        self._forms[digest] = form
        while len(self._forms) > _FORMS:
            self._forms.popitem(last=False)
        return form


def entry_rows(form: Form, entries: Sequence[Entry]) -> list[EntryRow]:
    """Lines of the log as they are stored; a person's own words are marked."""
    return [
        EntryRow(e.key, e.old, e.new, e.at.isoformat(), e.by == BY_FORM, _is_text(form, e), e.erased) for e in entries
    ]


def _is_text(form: Form, entry: Entry) -> bool:
    question = form.questions.get(place_of(entry.key))
    return (
        question is not None
        and question.kind in ("input", "secret")
        and form.fields[question.path].bind.type == "string"
    )
