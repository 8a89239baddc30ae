"""Keeps what was decided about the team and about files that were sent; every deed leaves its line in the audit log."""

from bot.turns import ticket_news
from bot.turns.outcome import Occasion
from bot.turns.roster import apply_roster
from conversations.board_decisions import (
    BoardDecision,
    CallListTaken,
    FileReadAgain,
    FileWanted,
    InvitationsRevoked,
    RosterApplied,
    StaffInvited,
    StaffJoined,
    StaffRevoked,
    UploadDropped,
)
from conversations.rights import INVITATION_LIFE
from storage import audit, staff, uploads


class KeepingTeam:
    """One turn's deeds on the team and its files."""

    def __init__(self, occasion: Occasion) -> None:
        self._occasion = occasion
        self._tx, self._now = occasion.tx, occasion.now
        self._actor = occasion.chat.chat_id

    def save(self, decision: BoardDecision) -> None:
        """Keep one decision. Raises TypeError for one that is not about the team."""
        match decision:
            case StaffInvited(code, role, localidad):
                expires = self._now + INVITATION_LIFE
                staff.record_invitation(
                    self._tx, code, "staff", self._actor, self._now, expires, role=role, localidad=localidad
                )
                self._audit("staff_invited", f"role:{role}")
            case StaffJoined(code):
                self._join(code)
            case StaffRevoked(staff_id):
                chat = staff.revoke(self._tx, staff_id, self._actor, self._now)
                if chat is not None:
                    # What they had prepared must not lead back in, neither them nor anybody else.
                    staff.revoke_invitations_of(self._tx, chat, self._now)
                    self._audit("staff_revoked", f"chat:{chat}")
                    occasion = self._occasion
                    ticket_news.release(self._tx, occasion.outcome, occasion.house, chat, self._now)
                    self._occasion.outcome.team_changed = True
            case InvitationsRevoked():
                staff.revoke_invitations(self._tx, "staff", self._now)
                self._audit("invitations_revoked", "team")
            case FileWanted(purpose, file_id, name, size):
                uploads.record(self._tx, self._actor, purpose, file_id, name, size, self._now)
                self._occasion.outcome.wanted_files = True
            case RosterApplied(upload_id):
                upload = uploads.find(self._tx, upload_id)
                if upload is not None and uploads.close(self._tx, upload_id, "used", None, self._now):
                    apply_roster(self._tx, upload.outcome or {}, self._actor, self._now)
            case FileReadAgain(upload_id):
                self._occasion.outcome.wanted_files = uploads.again(self._tx, upload_id, self._now)
            case CallListTaken(localidad):
                self._audit("call_list_taken", f"localidad:{localidad or 'all'}")
            case UploadDropped(upload_id):
                uploads.close(self._tx, upload_id, "dropped", None, self._now)
            case _:
                raise TypeError(type(decision).__name__)

    def _join(self, code: str) -> None:
        link = staff.use_invitation(self._tx, code, self._actor, self._now)
        if link is None or link.kind != "staff" or link.role is None:
            return
        name = self._occasion.letter.name or None
        staff.grant(self._tx, self._actor, link.role, link.localidad, link.made_by, self._now, name)
        self._audit("staff_joined", f"chat:{self._actor}")
        self._occasion.outcome.team_changed = True

    def _audit(self, action: str, subject: str) -> None:
        audit.record(self._tx, self._actor, action, subject, self._now)
