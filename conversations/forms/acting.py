"""What a form writes by itself besides calculations: preloads, dynamic defaults and triggers."""

from datetime import datetime

from conversations.forms.cells import Cell, cells_at
from conversations.forms.definition import CHANGED, EVERY_LOAD, FIRST_LOAD, NEW_REPEAT, Action
from conversations.forms.entries import BY_FORM
from conversations.forms.live import Live
from conversations.forms.stored_values import stored
from conversations.forms.xpath import Context, XPathError

# A trigger may pull another; a ring of them ends here.
_LONGEST_CHAIN = 20


def settle_all(live: Live, steps: tuple[int, ...]) -> None:
    """Works everything out and lets triggers act until nothing moves any more."""
    live.settle(steps)
    for _ in range(_LONGEST_CHAIN):
        planted, live.planted = live.planted, []
        touched, live.touched = live.touched, []
        if not planted and not touched:
            return
        for cell in planted:
            preload(live, cell)
            for action in live.form.actions:
                if NEW_REPEAT in action.events and action.source == cell.field.path:
                    _act(live, action, cell)
        for cell in touched:
            if cell.field.path in live.form.questions:
                for action in live.form.actions:
                    if CHANGED in action.events and action.source == cell.field.path:
                        _act(live, action, cell)
        live.settle(readers_of(live, live.touched))


def readers_of(live: Live, cells: list[Cell]) -> tuple[int, ...]:
    """The steps that read these cells."""
    readers = live.form.plan.readers
    return tuple(step for path in {cell.field.path for cell in cells} for step in readers.get(path, ()))


def load(live: Live, *, first: bool) -> None:
    """Preloads and load events of a filling that begins (``first``) or is taken up again."""
    if first:
        preload(live, live.root)
    for action in live.form.actions:
        if EVERY_LOAD in action.events or (first and FIRST_LOAD in action.events):
            sources = [live.root] if action.source is None else cells_at(live.root, action.source)
            for source in sources:
                _act(live, action, source)


def preload(live: Live, top: Cell) -> None:
    """Fills what the form asks of its surroundings, in this cell and everything in it."""
    for cell in top.below():
        asked = cell.field.bind.preload
        if asked is not None and not cell.text:
            live.write(cell, stored(cell.field.bind.type, _preloaded(live, *asked)), BY_FORM)


def end(live: Live) -> None:
    """Fills the moment of the end, where the form asks for it."""
    for cell in live.root.below():
        if cell.field.bind.preload == ("timestamp", "end"):
            live.write(cell, moment(live.now, live), BY_FORM)


def moment(now: datetime, live: Live) -> str:
    """A moment as forms keep it: in the person's zone, to the millisecond."""
    return now.astimezone(live.setting.zone).isoformat(timespec="milliseconds")


def _preloaded(live: Live, source: str, parameters: str) -> str:
    match source, parameters:
        case "uid", _:
            return f"uuid:{live.setting.identity}"
        case "timestamp", "start":
            return moment(live.now, live)
        case "date", _:
            return live.now.astimezone(live.setting.zone).date().isoformat()
        case _:
            return live.setting.properties.get(parameters, "")


def _act(live: Live, action: Action, source: Cell) -> None:
    if action.place:
        return
    try:
        targets = action.ref.as_nodes(Context(source, live.environment))
    except XPathError:
        return
    for target in targets:
        if isinstance(target, Cell) and target.relevant:
            text = action.text if action.value is None else live.value(action.value, target)
            bind = target.field.bind
            live.write(target, stored(bind.type, text[:10] if bind.type == "date" else text), BY_FORM)
