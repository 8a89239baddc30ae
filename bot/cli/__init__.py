"""What the command line does besides running the bot: one file per command, loaded when it is asked for."""

from collections.abc import Callable
from importlib import import_module

_MODULES = {
    "import-boards": "bot.cli.boards", "grant-owner": "bot.cli.owners", "faq": "bot.cli.faq", "form": "bot.cli.forms",
}  # fmt: skip


def _loaded(module: str) -> Callable[[list[str]], int]:
    def run(arguments: list[str]) -> int:
        code: int = import_module(module).run(arguments)
        return code

    return run


TOOLS = {name: _loaded(module) for name, module in _MODULES.items()}
