"""A register of boards with nothing in it, for conversations that do not look at it."""

from conversations.records import Counts

_ONE = {
    "board", "officer", "contact", "claim", "invitation", "upload", "ticket", "own_ticket", "ticket_of_message",
}  # fmt: skip


class EmptyRegister:
    """Answers every question of conversations.records.Records with nothing."""

    def has_roster(self) -> bool:
        return False

    def revision(self) -> int:
        return 0

    def counts(self, _chosen: object) -> Counts:
        return Counts(0, 0, 0, 0)

    def __getattr__(self, name: str) -> object:
        nothing = None if name in _ONE else ()
        return lambda *_, **__: nothing
