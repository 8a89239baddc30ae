"""What is known once a decision was made, so that the same step can go on from it."""

from collections.abc import Mapping
from dataclasses import replace

from conversations.board_decisions import ClaimAnswered, ClaimWithdrawn, OfficeEnded
from conversations.decisions import (
    AgeDeclared,
    Answered,
    ConsentDecided,
    Discarded,
    ErasureConfirmed,
    LanguageChosen,
    Muted,
    PhoneGiven,
    Remembered,
    Withdrawn,
)
from conversations.known import ConsentHeld, Known, Person
from conversations.phone import masked


def after(known: Known, decision: Remembered) -> Known:
    """The same, with the decision made."""
    match decision:
        case Answered(conversation, question, value):
            return _drafted(known, conversation, {**known.answers.get(conversation, {}), question: value})
        case Withdrawn(conversation, question):
            kept = {q: a for q, a in known.answers.get(conversation, {}).items() if q != question}
            return _drafted(known, conversation, kept)
        case Discarded(conversation):
            return _drafted(known, conversation, {})
        case ErasureConfirmed():
            return replace(known, person=Person(staff=known.person.staff), answers={})
        case ConsentDecided() | AgeDeclared() | LanguageChosen() | PhoneGiven() | Muted():
            return replace(known, person=_person_after(known, decision))
        case ClaimAnswered(claim_id):
            return replace(known, moved_claims={**known.moved_claims, claim_id: "waiting"})
        case ClaimWithdrawn(claim_id):
            return replace(known, moved_claims={**known.moved_claims, claim_id: "withdrawn"})
        case OfficeEnded(officer_id):
            kept_offices = tuple(office for office in known.person.offices if office.officer_id != officer_id)
            return replace(known, person=replace(known.person, offices=kept_offices))
        case _:
            return known  # what was decided about boards is asked again from the register, once it is saved


def _person_after(known: Known, decision: ConsentDecided | AgeDeclared | LanguageChosen | PhoneGiven | Muted) -> Person:
    person = known.person
    match decision:
        case ConsentDecided(purpose, accepted, notice_hash):
            person = replace(
                person, consents={**person.consents, purpose: ConsentHeld(accepted, notice_hash, known.now)}
            )
            # Refusing a purpose takes along what was held for it.
            if purpose == "role" and not accepted:
                return replace(person, offices=())
            return replace(person, masked_phone=None) if purpose == "phone" and not accepted else person
        case AgeDeclared(adult):
            return replace(person, adult=adult)
        case LanguageChosen(locale):
            return replace(person, locale=locale)
        case PhoneGiven(phone):
            return replace(person, masked_phone=masked(phone))
        case Muted(on):
            return replace(person, muted=on)


def _drafted(known: Known, conversation: str, draft: Mapping[str, str | None]) -> Known:
    return replace(known, answers={**known.answers, conversation: draft})
