"""What is held about a person: shown, copied, deleted."""

from conversations import consents
from conversations.claim_pages import claim_words
from conversations.commands import MY_DATA as MY_DATA_COMMAND
from conversations.commands import MY_DATA_TALK, PERMISSIONS
from conversations.conversation import Conversation, finished, link, refused, settled
from conversations.decisions import PURPOSES, Choice, ErasureConfirmed, Screen, SendFile, Words
from conversations.known import Known
from conversations.own_claims import board_name, open_claims
from conversations.registration_questions import role_words
from conversations.screens import BACK, CANCEL, LAST_ROW, NO, with_last_row
from conversations.state import ChatState
from conversations.team_words import place
from conversations.text import cut
from conversations.turn import Reply, Turn

_CARD, _ERASE = "card", "erase"
_COPY, _CONSENT, _ERASE_VALUE = "copy", "consent", "erase"
_OFFICES_SHOWN, _CLAIMS_SHOWN, _PAST_SHOWN = 3, 2, 1


def enter(turn: Turn) -> Turn:
    """Shows everything held, in plain lines."""
    return turn.ask(MY_DATA_TALK, _card(turn.known))


def draw(turn: Turn) -> Screen | None:
    """The open question."""
    return _sure(turn.known) if turn.state.question == _ERASE else _card(turn.known)


def hear(turn: Turn, reply: Reply) -> Turn:
    """A copy, or the way to deletion and back."""
    if turn.state.question == _ERASE:
        return _erase(turn, reply)
    if reply.value == _COPY:
        return turn.send(SendFile("my_data", Words("file-my-data")))
    if reply.value == _CONSENT:
        return turn.send(SendFile("consent_copy", Words("file-consent-copy")))
    if reply.value == _ERASE_VALUE:
        return turn.settle(Words("my-data-to-erase")).ask(MY_DATA_TALK, _sure(turn.known))
    if reply.value in {BACK, CANCEL}:
        return finished(turn.settle(Words("my-data-closed")), MY_DATA_TALK)
    return refused(turn, _card(turn.known), expected(turn))


def label(question: str) -> Words:
    """The name of a question."""
    return Words("my-data-erase-label" if question == _ERASE else "my-data-label")


def explain(turn: Turn) -> Words:
    """What can be done here."""
    return Words("my-data-erase-help" if turn.state.question == _ERASE else "my-data-help")


def expected(turn: Turn) -> Words:
    """What the open question takes."""
    return Words("my-data-erase-expected" if turn.state.question == _ERASE else "my-data-expected")


def _erase(turn: Turn, reply: Reply) -> Turn:
    if reply.value == _ERASE_VALUE:
        turn = turn.remember(ErasureConfirmed()).settle(settled(label(_ERASE), Words("erased-label")))
        # Nothing of the chat's place is kept but the count that makes old buttons old.
        forgotten = Turn(ChatState(version=turn.state.version), turn.known, turn.decided)
        return forgotten.say(Words("erased", {"erased": turn.known.now}))
    if reply.value in {NO, BACK, CANCEL}:
        turn = turn.settle(settled(label(_ERASE), Words("my-data-kept")))
        return turn.ask(MY_DATA_TALK, _card(turn.known)) if reply.value == BACK else finished(turn, MY_DATA_TALK)
    return refused(turn, _sure(turn.known), expected(turn))


def _sure(known: Known) -> Screen:
    rows = (
        (Choice(NO, Words("my-data-keep-button")),),
        (Choice(_ERASE_VALUE, Words("my-data-erase-all-button"), "danger"),),
    )
    return Screen(_ERASE, Words("my-data-erase", {"claims": len(open_claims(known))}), with_last_row(rows))


def _card(known: Known) -> Screen:
    rows = (
        (Choice(_COPY, Words("my-data-copy-button")),),
        (Choice(_CONSENT, Words("my-data-consent-button")),),
        (link(PERMISSIONS, "permissions-button"),),
        (Choice(_ERASE_VALUE, Words("my-data-erase-button"), "danger"),),
        LAST_ROW,
    )
    person = known.person
    arguments = {
        "name": cut(person.name, 60) or Words("my-data-no-name"),
        "phone": person.masked_phone or Words("my-data-no-phone"),
        "offices": (*_offices(known), *_claims(known), *_past_offices(known), *_team(known)),
        "draft": Words("my-data-draft", {"count": sum(len(draft) for draft in known.answers.values())}),
        "messages": Words("my-data-muted" if person.muted else "my-data-not-muted"),
        "consents": _consents(known),
        "version": known.notice.version,
    }
    return Screen(_CARD, Words("my-data-card", arguments), rows)


def _offices(known: Known) -> tuple[Words, ...]:
    offices = sorted(known.person.offices, key=lambda office: office.registered_at, reverse=True)
    lines = [
        Words("my-data-office", {
            "board": cut(office.board_name, 60), "role": role_words(office.role), "registered": office.registered_at,
        })
        for office in offices[:_OFFICES_SHOWN]
    ]  # fmt: skip
    return _with_more(lines, "my-data-more-offices", len(offices) - _OFFICES_SHOWN) or (Words("my-data-no-office"),)


def _claims(known: Known) -> tuple[Words, ...]:
    claims = open_claims(known)
    lines = [
        Words("my-data-claim", {"claim": claim_words(known, claim), "registered": claim.created_at})
        for claim in claims[:_CLAIMS_SHOWN]
    ]
    return _with_more(lines, "my-data-more-claims", len(claims) - _CLAIMS_SHOWN)


def _past_offices(known: Known) -> tuple[Words, ...]:
    past = known.records.own_past_offices()
    lines = [
        Words("my-data-past-office", {
            "board": board_name(known, office.board_id, 60), "role": role_words(office.role),
            "ended": office.until or known.now,
        })
        for office in reversed(past[-_PAST_SHOWN:])
    ]  # fmt: skip
    return _with_more(lines, "my-data-more-past", len(past) - _PAST_SHOWN)


def _team(known: Known) -> tuple[Words, ...]:
    staff = known.person.staff
    return () if staff is None else (Words("my-data-team", place(staff.role, staff.localidad)),)


def _with_more(lines: list[Words], key: str, more: int) -> tuple[Words, ...]:
    return (*lines, Words(key, {"count": more})) if more > 0 else tuple(lines)


def _consents(known: Known) -> tuple[Words, ...]:
    lines = []
    for purpose in PURPOSES:
        held = known.person.consents.get(purpose)
        if held is not None:
            lines.append(
                Words(
                    "my-data-consent",
                    {
                        "label": consents.label(purpose),
                        "answer": consents.answer(accepted=held.accepted),
                        "decided": held.decided_at,
                    },
                )
            )
    return tuple(lines) or (Words("my-data-no-consent"),)


MY_DATA = Conversation(
    name=MY_DATA_TALK, command=MY_DATA_COMMAND, enter=enter, draw=draw, hear=hear, label=label, help=explain,
    expected=expected, before_consent=True,
)  # fmt: skip
