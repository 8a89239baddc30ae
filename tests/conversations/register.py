"""A register of boards with nothing in it, for conversations that do not look at it."""

from conversations.records import Counts


class EmptyRegister:
    """Answers every question of conversations.records.Records with nothing."""

    def has_roster(self) -> bool:
        return False

    def counts(self, _chosen: object) -> Counts:
        return Counts(0, 0, 0, 0)

    def __getattr__(self, name: str) -> object:
        nothing = None if name in {"board", "officer", "contact", "claim", "invitation", "upload"} else ()
        return lambda *_, **__: nothing
