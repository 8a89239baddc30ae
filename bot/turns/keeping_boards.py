"""Keeps what was decided about boards, claims and offices; every deed leaves its line in the audit log."""

from collections.abc import Iterable

from bot.turns.outcome import Occasion
from conversations.board_decisions import (
    HANDOVER_LIFE,
    BoardEdited,
    BoardEntered,
    BoardsMerged,
    BoardStatusChanged,
    ClaimAnswered,
    ClaimDecided,
    ClaimWithdrawn,
    CorrectionClaimed,
    HandoverOffered,
    HandoverTaken,
    OfficeClaimed,
    OfficeEnded,
)
from conversations.decisions import BoardRegistered
from conversations.terms import term_of
from storage import audit, boards, claims, contacts, officers, staff, submissions
from storage.boards import BoardDraft
from storage.claims import ClaimDraft, ClaimRow

_PRESIDENT = "president"
_FILLED = ("nit", "personeria", "ruc", "registry_state")


class KeepingBoards:
    """One turn's deeds on the register. ``person_id``: the row of who writes."""

    def __init__(self, occasion: Occasion) -> None:
        self._tx, self._house, self._now = occasion.tx, occasion.house, occasion.now
        self._actor = occasion.chat.chat_id

    # --- asking for an office ---------------------------------------------------------------------------------------

    def register(self, decision: BoardRegistered, person_id: int, run_id: int) -> None:
        """A board that was not in the register, with the office of who enters it."""
        draft = BoardDraft(
            decision.kind, decision.name, decision.localidad, decision.comuna, decision.barrio, decision.sector,
            decision.nit, status="listed" if decision.why is None else "proposed",
        )  # fmt: skip
        board = boards.record(self._tx, draft, run_id, self._now)
        self._audit("board_registered", board)
        self._ask_for(board, person_id, decision.role, decision.why, run_id, decision.near_id)

    def claim(self, decision: OfficeClaimed, person_id: int, run_id: int | None) -> None:
        """An office on a board of the register."""
        self._ask_for(decision.board_id, person_id, decision.role, decision.why, run_id, None)

    def _ask_for(
        self, board_id: int, person_id: int, role: str, why: str | None, run_id: int | None, near: int | None
    ) -> None:
        president = officers.president_of(self._tx, board_id) if role == _PRESIDENT else None
        if why is None and president is not None and president.person_id != person_id:
            why = "president-taken"  # a board has one: whatever was thought before, this is for a coordinator
        if why is None:
            self._give(board_id, person_id, role)
            return
        draft = ClaimDraft("office", board_id, person_id, why, role=role, near_id=near, run_id=run_id)
        claim = claims.record(self._tx, draft, self._now)
        self._audit("claim_filed", board_id, f"claim:{claim}")

    def _give(self, board_id: int, person_id: int, role: str) -> None:
        kind = boards.get(self._tx, board_id).kind
        term = term_of(kind, self._now.astimezone(self._house.zone).date())
        officer = officers.record(self._tx, board_id, person_id, role, self._now, term)
        contacts.erase(self._tx, board_id)  # who was written down for lack of a phone is spoken for by an officer now
        self._audit("office_given", board_id, f"officer:{officer}")

    def correct(self, decision: CorrectionClaimed, person_id: int) -> None:
        """A change that a coordinator has to make."""
        draft = ClaimDraft(
            "correction", decision.board_id, person_id, "correction", field=decision.field, value=decision.value
        )
        claim = claims.record(self._tx, draft, self._now)
        self._audit("claim_filed", decision.board_id, f"claim:{claim}")

    # --- deciding ---------------------------------------------------------------------------------------------------

    def decide(self, decision: ClaimDecided) -> None:
        """A coordinator's word on a claim that is open; on one that is not, nothing happens."""
        claim = claims.get(self._tx, decision.claim_id)
        if not claims.close(self._tx, claim.id, decision.verdict, self._actor, self._now):
            return
        if decision.text:
            kind = "question" if decision.verdict == "asked" else "reason"
            claims.record_note(self._tx, claim.board_id, kind, decision.text, self._actor, self._now, claim_id=claim.id)
        self._audit(f"claim_{decision.verdict}", claim.board_id, f"claim:{claim.id}")
        if decision.verdict == "approved":
            self._approve(claim)
        elif decision.verdict == "rejected":
            self._drop_if_unwanted(claim.board_id)

    def _approve(self, claim: ClaimRow) -> None:
        if claim.kind == "correction":
            values = self._corrected(claim)
            boards.save_fields(self._tx, claim.board_id, values, self._actor, self._now)
            for field in values:
                self._audit("board_edited", claim.board_id, f"field:{field}")
            return
        if boards.get(self._tx, claim.board_id).status != "listed":
            boards.save_status(self._tx, claim.board_id, "listed", self._now)
            self._audit("board_listed", claim.board_id)
        president = officers.president_of(self._tx, claim.board_id)
        if claim.role == _PRESIDENT and president is not None and president.person_id != claim.person_id:
            self._end(president.id, claim.board_id, "replaced")
        self._give(claim.board_id, claim.person_id, claim.role or "")

    def _corrected(self, claim: ClaimRow) -> dict[str, str | None]:
        """The field that was asked for; a barrio of the city's list brings its comuna and localidad along."""
        place = self._house.territory.named(claim.value or "") if claim.field == "barrio" else None
        if place is None:
            return {claim.field or "": claim.value}
        return {"barrio": place.name, "comuna": place.comuna, "localidad": place.localidad}

    def answer(self, decision: ClaimAnswered, person_id: int) -> None:
        """What the person wrote to a question: the claim waits for the coordinator again."""
        claim = claims.get(self._tx, decision.claim_id)
        if claim.person_id != person_id or not claims.close(self._tx, claim.id, "waiting", self._actor, self._now):
            return
        claims.record_note(
            self._tx, claim.board_id, "answer", decision.text, self._actor, self._now,
            claim_id=claim.id, person_id=person_id,
        )  # fmt: skip
        self._audit("claim_answered", claim.board_id, f"claim:{claim.id}")

    def withdraw(self, decision: ClaimWithdrawn, person_id: int) -> None:
        """The person no longer asks."""
        claim = claims.get(self._tx, decision.claim_id)
        if claim.person_id != person_id or not claims.close(self._tx, claim.id, "withdrawn", self._actor, self._now):
            return
        self._audit("claim_withdrawn", claim.board_id, f"claim:{claim.id}")
        self._drop_if_unwanted(claim.board_id)

    def drop_unwanted(self, board_ids: Iterable[int]) -> None:
        """Boards for which somebody asked who is gone: proposed ones that nobody else asks for go too."""
        for board_id in board_ids:
            self._drop_if_unwanted(board_id)

    def _drop_if_unwanted(self, board_id: int) -> None:
        """A board that was only proposed goes with its last claim."""
        open_claims = [c for c in claims.of_board(self._tx, board_id) if c.status in ("waiting", "asked", "approved")]
        if boards.get(self._tx, board_id).status == "proposed" and not open_claims:
            boards.save_status(self._tx, board_id, "rejected", self._now)
            self._audit("board_rejected", board_id)

    # --- the record -------------------------------------------------------------------------------------------------

    def edit(self, decision: BoardEdited) -> None:
        """Fields of a board's record, by who may change them."""
        boards.save_fields(self._tx, decision.board_id, decision.values, self._actor, self._now)
        for field in decision.values:
            self._audit("board_edited", decision.board_id, f"field:{field}")
        self._reason(decision.board_id, decision.reason)

    def change_status(self, decision: BoardStatusChanged) -> None:
        """A board leaves the programme or comes back."""
        boards.save_status(self._tx, decision.board_id, decision.status, self._now)
        self._audit(f"board_{decision.status}", decision.board_id)
        self._reason(decision.board_id, decision.reason)

    def merge(self, decision: BoardsMerged) -> None:
        """Two records of one board become one; a president too many asks for the office again."""
        tx, kept, gone = self._tx, boards.get(self._tx, decision.kept), boards.get(self._tx, decision.gone)
        missing = {name: getattr(gone, name) for name in _FILLED if getattr(kept, name) is None}
        boards.save_fields(tx, kept.id, {k: v for k, v in missing.items() if v is not None}, self._actor, self._now)
        if gone.in_roster:
            boards.save_in_roster(tx, kept.id)
        if kept.status == "proposed" and gone.status == "listed":
            boards.save_status(tx, kept.id, "listed", self._now)
        refused = officers.move(tx, gone.id, kept.id, self._now)
        claims.move(tx, gone.id, kept.id)
        contacts.move(tx, gone.id, kept.id)
        submissions.move(tx, gone.id, kept.id)
        boards.save_status(tx, gone.id, "merged", self._now, merged_into=kept.id)
        self._audit("board_merged", kept.id, f"board:{gone.id}")
        self._reason(kept.id, decision.reason)
        for officer in refused:
            draft = ClaimDraft("office", kept.id, officer.person_id, "merged", role=_PRESIDENT)
            claim = claims.record(tx, draft, self._now)
            self._audit("claim_filed", kept.id, f"claim:{claim}")

    def enter(self, decision: BoardEntered) -> None:
        """A board entered for somebody without a phone, labelled as such."""
        draft = BoardDraft(
            decision.kind, decision.name, decision.localidad, decision.comuna, decision.barrio, decision.sector,
            decision.nit, assisted=True,
        )  # fmt: skip
        board = boards.record(self._tx, draft, None, self._now)
        contacts.record(
            self._tx, board, decision.contact_name, decision.contact_role, decision.contact_phone, self._house.vault,
            actor=self._actor, now=self._now,
        )  # fmt: skip
        self._audit("board_entered", board)

    # --- the end of an office ---------------------------------------------------------------------------------------

    def end_office(self, decision: OfficeEnded) -> None:
        """Left by its holder, or taken away by a coordinator."""
        officer = officers.find(self._tx, decision.officer_id)
        if officer is not None:
            self._end(officer.id, officer.board_id, decision.ended)
            self._reason(officer.board_id, decision.reason)

    def offer_handover(self, decision: HandoverOffered) -> None:
        """A link with which the office can be taken over; earlier ones no longer work."""
        officer = officers.find(self._tx, decision.officer_id)
        if officer is None or officer.until is not None:
            return
        staff.revoke_invitations(self._tx, "handover", self._now, officer.id)
        staff.record_invitation(
            self._tx, decision.code, "handover", self._actor, self._now, self._now + HANDOVER_LIFE,
            role=officer.role, officer_id=officer.id,
        )  # fmt: skip
        self._audit("handover_offered", officer.board_id, f"officer:{officer.id}")

    def revoke_handovers(self, officer_id: int) -> None:
        """Open links to an office no longer work."""
        officer = officers.find(self._tx, officer_id)
        if officer is not None and staff.revoke_invitations(self._tx, "handover", self._now, officer_id):
            self._audit("handover_revoked", officer.board_id, f"officer:{officer_id}")

    def take_over(self, decision: HandoverTaken, person_id: int) -> None:
        """The office passes on: its old holder's rights end in this very transaction."""
        link = staff.use_invitation(self._tx, decision.code, self._actor, self._now)
        officer = officers.find(self._tx, link.officer_id) if link and link.officer_id else None
        if officer is None or officer.until is not None or officer.person_id == person_id:
            return
        self._end(officer.id, officer.board_id, "handed_over")
        self._give(officer.board_id, person_id, officer.role)

    def _end(self, officer_id: int, board_id: int, ended: officers.Ended) -> None:
        if officers.end(self._tx, officer_id, ended, self._now):
            staff.revoke_invitations(self._tx, "handover", self._now, officer_id)
            self._audit(f"office_{ended}", board_id, f"officer:{officer_id}")

    def _reason(self, board_id: int, reason: str | None) -> None:
        if reason:
            claims.record_note(self._tx, board_id, "reason", reason, self._actor, self._now)

    def _audit(self, action: str, board_id: int, about: str | None = None) -> None:
        audit.record(self._tx, self._actor, action, f"board:{board_id}", self._now, about)
