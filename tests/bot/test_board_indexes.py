"""Boards are made comparable once a revision, and the costly search index only for who searches."""

from bot.turns.board_indexes import BoardIndexes
from storage import boards
from storage.boards import BoardDraft
from storage.database import Database
from tests.bot.stand_ins import START

MANGA = BoardDraft("jac", "JAC Manga", "Histórica", "1", "Manga")


async def test_a_board_entered_since_is_found_and_one_merged_since_is_not(database: Database) -> None:
    indexes = BoardIndexes()
    first = await database.write(lambda tx: boards.record(tx, MANGA, None, START))
    assert [m.id for m in (await database.read(indexes.index)).find("manga", 3)] == [first]
    second = await database.write(lambda tx: boards.record(tx, MANGA, None, START))
    await database.write(lambda tx: boards.save_status(tx, first, "merged", START, merged_into=second))

    found = (await database.read(indexes.index)).find("manga", 3)

    assert [match.id for match in found] == [second]


async def test_who_only_compares_names_pays_for_no_search_index_and_who_searches_again_pays_once(
    database: Database,
) -> None:
    indexes = BoardIndexes()
    await database.write(lambda tx: boards.record(tx, MANGA, None, START))

    entries = await database.read(indexes.entries)

    assert indexes._index is None
    assert await database.read(indexes.entries) is entries
    assert await database.read(indexes.index) is await database.read(indexes.index)
