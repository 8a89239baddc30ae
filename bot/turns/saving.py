"""Keeps what was decided: one branch per kind of decision, all in the turn's transaction."""

from collections.abc import Callable

from bot.erasing import mark_traces
from bot.turns.keeping_boards import KeepingBoards
from bot.turns.keeping_questions import count
from bot.turns.keeping_surveys import KeepingSurveys
from bot.turns.keeping_team import KeepingTeam
from bot.turns.keeping_tickets import keep
from bot.turns.outcome import Occasion
from bot.turns.sealed import sealed
from conversations.board_decisions import (
    BoardDecision,
    BoardEdited,
    BoardEntered,
    BoardsMerged,
    BoardStatusChanged,
    ClaimAnswered,
    ClaimDecided,
    ClaimWithdrawn,
    CorrectionClaimed,
    HandoverOffered,
    HandoversRevoked,
    HandoverTaken,
    OfficeClaimed,
    OfficeEnded,
)
from conversations.commands import REGISTRATION_TALK
from conversations.decisions import (
    AgeDeclared,
    Answered,
    BoardRegistered,
    ConsentDecided,
    Discarded,
    ErasureConfirmed,
    LanguageChosen,
    Muted,
    PhoneGiven,
    Remembered,
    Withdrawn,
)
from conversations.faq.decisions import CardJudged, CardShown, QuestionDecision, QuestionUnanswered
from conversations.survey_decisions import SurveyAnswered, SurveyBegun, SurveyDecision, SurveySent
from conversations.ticket_decisions import (
    TicketClosed,
    TicketDecision,
    TicketGiven,
    TicketOpened,
    TicketRated,
    TicketWritten,
)
from storage import answers, audit, chats, claims, consents, officers, outbox, people
from storage.errors import NotFound
from storage.people import PersonRow


class Saving:
    """Saves the decisions of one turn."""

    def __init__(self, occasion: Occasion, row: PersonRow | None) -> None:
        self._occasion = occasion
        self._tx = occasion.tx
        self._chat_id = occasion.chat.chat_id
        self._name = occasion.letter.name
        self._update_id = occasion.update_id
        self._house = occasion.house
        self._outcome = occasion.outcome
        self._now = occasion.now
        self._row = row
        self._answered = False
        self._boards = KeepingBoards(occasion)
        self._team = KeepingTeam(occasion)
        self._surveys = KeepingSurveys(occasion)

    @property
    def may_keep_text(self) -> bool:
        """Whether the person accepted the service and did not just erase everything."""
        return self._row is not None

    def save(self, decision: Remembered) -> None:
        """Keep one decision."""
        match decision:
            case Answered(conversation, question):
                self._answer(conversation, question, sealed(decision, self._house.vault))
            case Withdrawn(conversation, question):
                run = answers.find_open_run(self._tx, self._person.id, conversation)
                if run is not None:
                    answers.withdraw(self._tx, run, question, self._now)
            case Discarded(conversation):
                run = answers.find_open_run(self._tx, self._person.id, conversation)
                if run is not None:
                    answers.close_run(self._tx, run, "discarded", self._now)
            case AgeDeclared(adult, notice_hash):
                self._consent("adult", notice_hash, accepted=adult)
            case ConsentDecided():
                self._decide(decision)
            case LanguageChosen(locale):
                chats.save_locale(self._tx, self._chat_id, locale)
            case PhoneGiven(phone):
                people.save_phone(self._tx, self._person.id, phone, self._house.vault)
            case Muted(on):
                self._mute(on=on)
            case BoardRegistered():
                self._finish_registration(lambda run: self._boards.register(decision, self._person.id, run))
            case OfficeClaimed(why="term-over"):  # of an office that is held: no registration led to it
                self._boards.claim(decision, self._person.id, None)
            case OfficeClaimed():
                self._finish_registration(lambda run: self._boards.claim(decision, self._person.id, run))
            case ErasureConfirmed():
                self._erase()
            case _:
                self._keep_further(decision)

    def _keep_further(self, decision: BoardDecision | QuestionDecision | TicketDecision | SurveyDecision) -> None:
        match decision:
            case TicketOpened() | TicketWritten() | TicketGiven() | TicketClosed() | TicketRated():
                keep(self._occasion, decision)
            case SurveyBegun() | SurveyAnswered() | SurveySent():
                self._surveys.save(decision, self._person.id)
            case CardShown() | CardJudged() | QuestionUnanswered():
                count(self._tx, decision, self._now, self._house.zone)
            case CorrectionClaimed():
                self._boards.correct(decision, self._person.id)
            case ClaimDecided():
                self._boards.decide(decision)
            case ClaimAnswered():
                self._boards.answer(decision, self._person.id)
            case ClaimWithdrawn():
                self._boards.withdraw(decision, self._person.id)
            case BoardEdited():
                self._boards.edit(decision)
            case BoardStatusChanged():
                self._boards.change_status(decision)
            case BoardsMerged():
                self._boards.merge(decision)
            case BoardEntered():
                self._boards.enter(decision)
            case OfficeEnded():
                self._boards.end_office(decision)
            case HandoverOffered():
                self._boards.offer_handover(decision)
            case HandoversRevoked(officer_id):
                self._boards.revoke_handovers(officer_id)
            case HandoverTaken():
                self._boards.take_over(decision, self._person.id)
            case _:
                self._team.save(decision)

    @property
    def _person(self) -> PersonRow:
        if self._row is None:
            raise NotFound(f"person of chat {self._chat_id}: decided without consent to the service")
        return self._row

    def _answer(self, conversation: str, question: str, value: str | None) -> None:
        run = answers.open_run(self._tx, self._person.id, conversation, self._now)
        # What one message answers beyond its own question (a barrio brings its comuna) has no update of its own: the
        # unique index on the update is what makes an answer count once.
        update_id = None if self._answered else self._update_id
        answers.record(self._tx, run, question, value, update_id, self._now)
        self._answered = True

    def _consent(self, purpose: str, notice_hash: str, *, accepted: bool) -> None:
        notice = self._house.notice
        consents.record_notice(self._tx, notice.hash, notice.version, notice.text, self._now)
        consents.record(
            self._tx, self._chat_id, purpose, self._now, accepted=accepted, notice_hash=notice_hash,
            update_id=self._update_id,
        )  # fmt: skip

    def _decide(self, decision: ConsentDecided) -> None:
        self._consent(decision.purpose, decision.notice_hash, accepted=decision.accepted)
        if decision.purpose == "service" and decision.accepted:
            self._row = people.record(self._tx, self._chat_id, self._name, self._now)
        if self._row is None or decision.accepted:
            return
        if decision.purpose == "phone":
            people.save_phone(self._tx, self._row.id, None, self._house.vault)
        elif decision.purpose == "role":
            asked_for = claims.boards_asked_for(self._tx, self._row.id)
            officers.remove(self._tx, self._row.id)
            self._boards.drop_unwanted(asked_for)
            audit.record(self._tx, self._chat_id, "role_withdrawn", f"person:{self._row.id}", self._now)

    def _mute(self, *, on: bool) -> None:
        chats.save_muted(self._tx, self._chat_id, muted=on, now=self._now)
        if on:
            self._outcome.dropped += outbox.skip_queued(
                self._tx, self._chat_id, "muted", self._now, only_started_by_bot=True
            )

    def _finish_registration(self, keep: Callable[[int], None]) -> None:
        run = answers.open_run(self._tx, self._person.id, REGISTRATION_TALK, self._now)
        keep(run)
        answers.close_run(self._tx, run, "finished", self._now)

    def _erase(self) -> None:
        asked_for = [] if self._row is None else claims.boards_asked_for(self._tx, self._row.id)
        self._outcome.dropped += people.erase(self._tx, self._chat_id, self._now)
        self._boards.drop_unwanted(asked_for)
        mark_traces(self._tx)
        self._outcome.erased = True
        self._consent("erasure", self._house.notice.hash, accepted=True)
        audit.record(self._tx, self._chat_id, "erased", f"chat:{self._chat_id}", self._now)
        self._row = None
