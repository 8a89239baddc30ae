"""A board's page and its history: everything in plain words, with who did it, and without people for observers."""

from datetime import timedelta

from storage import audit, boards, contacts
from tests.boards.city import OWNER, City
from tests.boards.desk_people import ANA, CARLA, LUIS, NORTH, OLGA, claim, deeds, person, president, team


def page(town: City, board: int, chat: int = OWNER) -> str:
    town.forge(chat, f"go:juntas:b{board}")
    return town.text(chat)


def timeline(town: City, board: int, chat: int = OWNER) -> list[str]:
    town.forge(chat, f"go:juntas:b{board}").press(chat, "timeline")
    return town.text(chat).splitlines()


def test_the_page_shows_the_record_and_names_what_is_missing(town: City) -> None:
    board = town.board(nit="890480184-4", sector="Santa Rita", registry_state="suspended")

    shown = page(town, board)

    assert "Junta de acción comunal, en el listado" in shown
    assert f"Barrio: Manga. Comuna 1, localidad {NORTH}" in shown
    assert "sector: Santa Rita\nNIT: 890.480.184-4\nestado en el registro: suspendida" in shown
    assert "Sin dato: personería, RUC" in shown


def test_the_page_shows_who_holds_which_office_until_when_and_what_waits(town: City) -> None:
    board = town.board()
    wanted = claim(town, board, ANA)
    town.forge(OWNER, f"go:juntas:c{wanted}").press(OWNER, "approve")
    claim(town, board, LUIS, hours=49, role="fiscal")

    shown = page(town, board)

    assert "Cargos: 1 persona\n• Presidencia: Ana Pérez, desde martes 24 de noviembre" in shown
    assert "hasta el 30 de junio de 2030" in shown
    assert "Solicitudes abiertas: 1\n1. Luis Gómez: Fiscalía, hace 2 días" in shown
    town.press(OWNER, "Ver solicitud 1")
    assert "Quién: Luis Gómez" in town.text(OWNER)
    assert town.values(OWNER)[0] == "approve"


def test_a_board_entered_for_somebody_is_labelled_and_shows_who_answers_for_it(town: City) -> None:
    board = town.board(assisted=True, in_roster=False)
    contacts.record(
        town.tx, board, "Pedro Páez", "president", "573000000077", town.house.vault, actor=CARLA, now=town.now
    )

    shown = page(town, board)

    assert "Anotada por la Alcaldía" in shown
    assert "Responde por ella: Pedro Páez (Presidencia), ••• ••• ••77" in shown


def test_a_merged_board_leads_to_the_one_that_goes_on_and_cannot_be_changed(town: City) -> None:
    kept, gone = town.board("JAC Manga"), town.board("JAC Manga vieja")
    boards.save_status(town.tx, gone, "merged", town.now, merged_into=kept)

    assert "unida con Manga" in page(town, gone)
    assert set(town.values(OWNER)) == {"kept", "timeline", "back", "help"}

    town.press(OWNER, "kept")
    assert "<b>JAC Manga</b>" in town.text(OWNER)


def test_each_state_offers_what_makes_sense_there(town: City) -> None:
    labels = {}
    for status in ("listed", "proposed", "inactive", "rejected"):
        page(town, town.board(f"JAC {status}", status=status))
        labels[status] = next(label for label in town.buttons(OWNER) if label.startswith(("Des", "Rec", "Rea")))

    assert labels == {
        "listed": "Desactivar", "proposed": "Rechazar la junta", "inactive": "Reactivar", "rejected": "Reactivar",
    }  # fmt: skip


def test_the_pages_that_change_a_board_open_from_it_and_lead_back(town: City) -> None:
    town.welcomed(OWNER)
    board = town.board()
    president(town, board, LUIS)
    before = deeds(town)

    for way in ("edit", "merge", "status", "remove"):
        page(town, board)
        town.press(OWNER, way)
        assert "timeline" not in town.values(OWNER)
        town.say(OWNER, "atrás")
        assert "timeline" in town.values(OWNER)

    assert deeds(town) == before


def test_an_observer_sees_the_record_and_how_many_but_nobody(town: City) -> None:
    team(town)
    board = town.board()
    president(town, board, LUIS)
    claim(town, board, ANA, role="fiscal")
    contacts.record(town.tx, board, "Pedro Páez", "president", None, town.house.vault, actor=CARLA, now=town.now)

    shown = page(town, board, OLGA)

    assert "Cargos: 1 persona" in shown
    assert "Solicitudes abiertas: 1" in shown
    assert not any(name in shown for name in ("Luis", "Ana", "Pedro"))
    assert set(town.values(OLGA)) == {"timeline", "back", "help"}


# --- history ---------------------------------------------------------------------------------------------------------


def test_the_history_tells_in_order_who_did_what(town: City) -> None:
    team(town)
    board = town.board()
    audit.record(town.tx, CARLA, "board_imported", f"board:{board}", town.now - timedelta(hours=3))
    president(town, board, LUIS)
    wanted = claim(town, board, ANA, why="president-taken")
    town.forge(CARLA, f"go:juntas:c{wanted}").press(CARLA, "inquire").say(CARLA, "¿Tiene el acta a mano?")
    town.forge(CARLA, f"go:juntas:c{wanted}").press(CARLA, "approve", "switch")
    town.now += timedelta(hours=1)
    boards.save_fields(town.tx, board, {"nit": "890480184-4"}, 0, town.now)

    told = timeline(town, board)

    by = "Carla Coordina (equipo)"
    assert [line.partition("m., ")[2] for line in told[1:-1]] == [
        f"{by}: la junta llegó en el listado",
        f"{by}: preguntó por la solicitud de Ana Pérez, Presidencia",
        f"{by}, pregunta: «¿Tiene el acta a mano?»",
        f"{by}: aprobó la solicitud de Ana Pérez, Presidencia",
        f"{by}: Luis Gómez sale de Presidencia por cambio",
        f"{by}: Ana Pérez recibe Presidencia",
        "el programa: NIT, de «sin dato» a «890.480.184-4»",
    ]
    assert told[-1] == "En total: 7."


def test_a_long_history_opens_at_its_newest_page(town: City) -> None:
    board = town.board()
    for number in range(11):
        at = town.now + timedelta(minutes=number)
        boards.save_fields(town.tx, board, {"sector": f"Sector {number}"}, OWNER, at)

    newest = timeline(town, board)
    town.press(OWNER, "previous")

    assert newest[-1] == "De la 9 a la 11, de 11."
    assert "«Sector 10»" in newest[-2]
    assert "«Sector 0»" in town.text(OWNER)


def test_a_history_with_nothing_in_it_says_so(town: City) -> None:
    assert timeline(town, town.board())[-1] == "Todavía no ha pasado nada."


def test_the_history_of_a_merged_board_goes_on_in_the_one_that_stays(town: City) -> None:
    kept, gone = town.board("JAC Manga"), town.board("JAC Manga vieja")
    boards.save_fields(town.tx, gone, {"sector": "Antes"}, OWNER, town.now)
    boards.save_status(town.tx, gone, "merged", town.now, merged_into=kept)
    audit.record(town.tx, OWNER, "board_merged", f"board:{kept}", town.now, f"board:{gone}")

    told = "\n".join(timeline(town, kept))

    assert "a «Antes»" in told
    assert "se le unió Manga vieja" in told


def test_who_erased_everything_is_no_longer_named_in_the_history(town: City) -> None:
    board = town.board()
    wanted = claim(town, board, ANA, role="fiscal")
    town.forge(OWNER, f"go:juntas:c{wanted}").press(OWNER, "approve")
    town.tx.execute("DELETE FROM person WHERE id = ?", (person(town, ANA),))

    told = "\n".join(timeline(town, board))

    assert "alguien que borró sus datos" in told
    assert "Ana" not in told


def test_an_observer_reads_the_history_without_names_or_what_people_wrote(town: City) -> None:
    team(town)
    board = town.board()
    wanted = claim(town, board, ANA, role="fiscal")
    town.forge(CARLA, f"go:juntas:c{wanted}").press(CARLA, "reject").say(CARLA, "Marta ya es fiscal")

    told = "\n".join(timeline(town, board, OLGA))

    assert "el equipo: rechazó la solicitud de Fiscalía" in told
    assert not any(word in told for word in ("Ana", "Carla", "Marta", "motivo"))
