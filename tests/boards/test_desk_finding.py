"""Finding anything and listing it: by name, barrio, tax number or person; by localidad, kind, state and reach."""

import re

import pytest

from tests.boards.city import OWNER, City
from tests.boards.desk_people import ANA, LUIS, MARTA, NORTH, OLGA, SAUL, SOUTH, claim, person, president, south, team


@pytest.fixture
def manga(town: City) -> int:
    for barrio in ("Bocagrande", "Getsemaní", "Crespo"):
        town.board(f"Junta de Acción Comunal del barrio {barrio}", barrio=barrio)
    return town.board(nit="890480184-4")


def find(town: City, text: str, chat: int = OWNER) -> str:
    town.say(chat, "/juntas").press(chat, "find").say(chat, text)
    return town.text(chat)


@pytest.mark.parametrize("text", ["manga", "JAC Manga", "mnaga", "890.480.184-4", "nit 890480184", "barrio MANGA"])
def test_a_board_is_found_by_name_barrio_and_tax_number(town: City, manga: int, text: str) -> None:
    assert "1. Manga (JAC): sin contacto" in find(town, text)

    town.press(OWNER, f"b{manga}")

    assert "NIT: 890.480.184-4" in town.text(OWNER)


@pytest.mark.parametrize("text", ["Luis Gómez", "gomez luis", "Gomes", "luis"])
def test_a_board_is_found_by_who_sits_on_it(town: City, manga: int, text: str) -> None:
    president(town, manga, LUIS)

    assert "Luis Gómez: Presidencia en Manga" in find(town, text)

    town.press(OWNER, next(value for value in town.values(OWNER) if value.startswith("o")))
    assert "<b>Junta de Acción Comunal Barrio Manga</b>" in town.text(OWNER)


def test_an_open_claim_is_found_by_who_made_it(town: City, manga: int) -> None:
    wanted = claim(town, manga, ANA)

    assert "Ana Pérez: Presidencia en Manga." in find(town, "ana perez")

    town.press(OWNER, f"c{wanted}")
    assert "<b>Solicitud de cargo</b>" in town.text(OWNER)


def test_a_board_that_left_is_found_too_and_says_so(town: City, manga: int) -> None:
    town.board("Junta de Acción Comunal del barrio Torices", barrio="Torices", status="inactive")

    assert "Torices (JAC): inactiva" in find(town, "torices")


def test_nothing_found_says_so_and_another_word_can_follow(town: City, manga: int) -> None:
    assert "No encontré nada" in find(town, "xyzzy")

    town.say(OWNER, "crespo")

    assert "Crespo (JAC)" in town.text(OWNER)
    town.say(OWNER, "a")
    assert "al menos dos letras" in town.text(OWNER)


def test_the_number_of_a_line_opens_it_and_a_long_number_is_looked_up(town: City, manga: int) -> None:
    find(town, "890480184")

    town.say(OWNER, "1")

    assert "<b>Junta de Acción Comunal Barrio Manga</b>" in town.text(OWNER)


def test_many_boards_found_come_in_pages_that_add_up(town: City) -> None:
    for number in range(19):
        town.board(f"JAC Olaya sector {number + 1}", barrio="Olaya Herrera", sector=f"Sector {number + 1}")
    first = find(town, "olaya")
    shown = re.findall(r"^\d\. ", first, re.MULTILINE)

    town.press(OWNER, "next").press(OWNER, "next")

    assert len(shown) == 8
    assert "De la 1 a la 8, de 19." in first
    assert "De la 17 a la 19, de 19." in town.text(OWNER)


def test_a_coordinator_of_one_localidad_finds_only_what_lies_there(town: City, manga: int) -> None:
    team(town)
    there = south(town)
    president(town, manga, LUIS)
    president(town, there, MARTA)
    claim(town, manga, ANA, role="fiscal")

    assert "No encontré nada" in find(town, "manga", SAUL)
    assert "No encontré nada" in find(town, "luis gomez", SAUL)
    assert "No encontré nada" in find(town, "ana perez", SAUL)
    assert "Marta Díaz" in find(town, "marta", SAUL)
    assert "Ceballos (JAC)" in find(town, "ceballos", SAUL)


def test_a_board_that_moved_out_of_reach_leaves_what_was_found(town: City) -> None:
    team(town)
    there = south(town)
    find(town, "ceballos", SAUL)
    town.tx.execute("UPDATE board SET localidad = ?", (NORTH,))

    town.press(SAUL, f"b{there}")

    assert "No encontré nada" in town.text(SAUL)


def test_an_observer_finds_boards_and_nobody(town: City, manga: int) -> None:
    team(town)
    president(town, manga, LUIS)

    assert "No encontré nada" in find(town, "luis gomez", OLGA)
    assert "Manga (JAC): con contacto" in find(town, "manga", OLGA)


def test_what_was_found_and_is_gone_meanwhile_leaves_the_list(town: City, manga: int) -> None:
    wanted = claim(town, manga, ANA)
    find(town, "ana perez")
    town.tx.execute("DELETE FROM person WHERE id = ?", (person(town, ANA),))

    town.press(OWNER, f"c{wanted}")

    assert "No encontré nada" in town.text(OWNER)


# --- lists -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def mixed(town: City) -> City:
    """Nine boards: six listed in the north, two in the south, one inactive."""
    boards = [town.board(f"JAC Manga {number}") for number in range(5)]
    town.board("JVC Crespo", kind="jvc", barrio="Crespo")
    south(town)
    south(town, "JAC Vista Hermosa", "Vista Hermosa")
    town.board("JAC Vieja", status="inactive")
    president(town, boards[0], ANA)
    claim(town, boards[1], LUIS)
    return town


@pytest.mark.parametrize("dimension", ["localidad", "kind", "reach"])
def test_the_values_of_each_choice_add_up_to_all(mixed: City, dimension: str) -> None:
    mixed.say(OWNER, "/juntas").press(OWNER, "list", dimension)

    counts = [int(count) for count in re.findall(r"^\d\. .*: (\d+)$", mixed.text(OWNER), re.MULTILINE)]

    assert sum(counts) == 8
    assert mixed.text(OWNER).endswith("Todas: 8")


def test_choices_narrow_each_other_down_and_lead_to_the_boards(mixed: City) -> None:
    mixed.say(OWNER, "/juntas").press(OWNER, "list", "reach").say(OWNER, "3")
    assert "<b>Juntas escogidas: 6</b>" in mixed.text(OWNER)
    mixed.press(OWNER, "localidad")
    place = re.findall(rf"^(\d)\. {SOUTH}: 2$", mixed.text(OWNER), re.MULTILINE)[0]

    mixed.press(OWNER, f"v{place}").say(OWNER, "ver")

    assert "<b>2 juntas</b>\n1. Ceballos (JAC): sin contacto\n2. Vista Hermosa (JAC): sin contacto" in mixed.text(OWNER)


def test_a_choice_can_be_taken_back(mixed: City) -> None:
    mixed.say(OWNER, "/juntas").press(OWNER, "list", "status", "all")

    assert "<b>Juntas escogidas: 9</b>" in mixed.text(OWNER)
    assert "Estado" not in mixed.text(OWNER)


def test_a_list_turns_its_pages_and_says_how_far_one_is(mixed: City) -> None:
    mixed.board("JAC Última")
    mixed.say(OWNER, "/juntas").press(OWNER, "list", "show")
    first = mixed.text(OWNER)

    mixed.press(OWNER, "next")

    assert "De la 1 a la 8, de 9." in first
    assert "De la 9 a la 9, de 9." in mixed.text(OWNER)
    assert "con contacto" in first
    assert "con solicitud" in first


def test_nothing_to_list_says_so(mixed: City) -> None:
    mixed.say(OWNER, "/juntas").press(OWNER, "list", "status").say(OWNER, "5")

    assert "<b>Juntas escogidas: 0</b>" in mixed.text(OWNER)
    assert "show" not in mixed.values(OWNER)


def test_a_coordinator_of_one_localidad_lists_only_there_and_cannot_choose_another(mixed: City) -> None:
    team(mixed)

    mixed.say(SAUL, "/juntas").press(SAUL, "list")

    assert "<b>Juntas escogidas: 2</b>" in mixed.text(SAUL)
    assert "localidad" not in mixed.values(SAUL)
    mixed.press(SAUL, "show")
    assert "Manga" not in mixed.text(SAUL)


def test_432_boards_are_paged_to_the_last_one(town: City) -> None:
    for number in range(432):
        town.board(f"JAC {number:03}", barrio=f"Barrio {number:03}")
    town.say(OWNER, "/juntas").press(OWNER, "list", "show")
    seen = 0

    while True:
        seen += len(re.findall(r"^\d\. ", town.text(OWNER), re.MULTILINE))
        if "next" not in town.values(OWNER):
            break
        town.press(OWNER, "next")

    assert seen == 432
    assert "De la 425 a la 432, de 432." in town.text(OWNER)
