"""What home says about claims: what waits, what was asked, what was not approved."""

from conversations.claim_pages import claim_words
from conversations.commands import MY_CLAIM
from conversations.conversation import link
from conversations.decisions import Link, Words
from conversations.known import Known
from conversations.own_claims import open_claims
from conversations.records import Claim
from conversations.text import cut

_REASON_SHOWN = 150


def claims_line(known: Known) -> Words | None:
    """The claims that are open, the one that needs its person first; None if there are none."""
    claims = open_claims(known)
    if not claims:
        return None
    asked = asked_claim(known)
    claim, others = claim_words(known, asked or claims[0]), len(claims) - 1
    if asked is not None:
        return Words("home-asked", {"claim": claim, "others": others})
    return Words("home-waiting", {"claim": claim, "others": others, "registered": claims[0].created_at})


def asked_claim(known: Known) -> Claim | None:
    """The oldest claim that waits for an answer of who writes."""
    return next((claim for claim in open_claims(known) if claim.status == "asked"), None)


def claim_ways(known: Known) -> tuple[Link, ...]:
    """The way to one's open claims; straight to the one that waits for an answer."""
    if (asked := asked_claim(known)) is not None:
        return (link(MY_CLAIM, "claim-answer-button", f"c{asked.id}"),)
    return (link(MY_CLAIM, "claim-button"),) if open_claims(known) else ()


def rejected_line(known: Known) -> Words | None:
    """That the last thing asked for was not approved, and why; None if it was, or was taken back."""
    decided: tuple[Claim, ...] = known.records.own_decided_claims()
    if not decided or decided[-1].status != "rejected":
        return None
    claim = decided[-1]
    reasons = [note.body for note in known.records.notes(claim.id) if note.kind == "reason"]
    why = (
        Words("home-rejected-why", {"reason": cut(reasons[-1], _REASON_SHOWN)})
        if reasons
        else Words("home-rejected-plain")
    )
    return Words("home-rejected", {"claim": claim_words(known, claim), "why": why})
