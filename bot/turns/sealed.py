"""Answers that are kept encrypted while their draft is open: somebody's number, typed by a coordinator."""

from conversations.commands import BOARDS_TALK
from conversations.decisions import Answered
from conversations.desk.entering import PHONE
from storage.phones import PhoneVault

Drafts = dict[str, dict[str, str | None]]
_SEALED = {(BOARDS_TALK, PHONE)}


def is_sealed(decision: object) -> bool:
    """Whether what was answered is to be kept encrypted, and nowhere else."""
    return isinstance(decision, Answered) and (decision.conversation, decision.question) in _SEALED


def sealed(decision: Answered, vault: PhoneVault) -> str | None:
    """The answer as it is kept."""
    return vault.seal(decision.value) if decision.value and is_sealed(decision) else decision.value


def unsealed(drafts: Drafts, vault: PhoneVault) -> Drafts:
    """Drafts as they were answered. Raises WrongKey."""
    for conversation, question in _SEALED:
        held = drafts.get(conversation, {}).get(question)
        if held:
            drafts[conversation][question] = vault.unseal(held)
    return drafts
