"""One's own board: its page, several boards, what its president corrects, what others ask for, leaving, a new term."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.boards.city import OWNER, City
from tests.boards.desks import COORDINATOR, coordinator
from tests.boards.officers import LUZ, MANGA, PEDRO, ROSA, asked, board_of, drafts, field, give, held

AFTER_THE_TERM = datetime(2030, 7, 5, 15, 0, tzinfo=UTC)


def to_value(town: City, button: str, chat: int = ROSA) -> None:
    """To the question for the new value of a field."""
    town.say(chat, "/mijunta").press(chat, "fix", button)


# --- the page -------------------------------------------------------------------------------------------------------


def test_the_page_shows_the_record_the_officers_and_ones_own_place(town: City) -> None:
    board = board_of(
        town, sector="Central", nit="890480184-4", personeria="Resolución 768 de 1998", ruc="9-9999-00001",
        registry_state="active",
    )  # fmt: skip
    give(town, board, PEDRO, "treasurer", "Pedro Invento")
    town.say(ROSA, "/mijunta")

    for piece in (
        MANGA, "Junta de acción comunal", "Barrio: Manga, Comuna 1, localidad Histórica y del Caribe Norte",
        "Sector: Central", "NIT: 890.480.184-4", "Personería: Resolución 768 de 1998", "RUC: 9-9999-00001",
        "Estado: activa", "Su cargo: <b>Presidencia</b>, hasta el 30 de junio de 2030", "Directiva (2 de 2)",
        "Presidencia: Persona 1 (usted)", "Tesorería: Pedro Invento",
    ):  # fmt: skip
        assert piece in town.text(ROSA), piece


def test_what_is_not_known_says_so(town: City) -> None:
    board_of(town)
    town.say(ROSA, "mi junta")

    assert town.text(ROSA).count("sin dato") == 5


@pytest.mark.parametrize("welcomed", [True, False])
def test_somebody_without_an_office_is_told_so_and_led_to_registration(town: City, welcomed: bool) -> None:
    town.board()
    if welcomed:
        town.welcomed(PEDRO).say(PEDRO, "/mijunta")
    else:
        town.say(PEDRO, "/mijunta")
        for _ in range(6):
            town.press(PEDRO, "continue" if "continue" in town.values(PEDRO) else "yes")

    assert "no tiene cargo en ninguna junta" in town.text(PEDRO)
    assert "go:registrar" in town.buttons(PEDRO).values()


def test_somebody_whose_claim_waits_is_told_so(town: City) -> None:
    board_of(town)
    town.welcomed(PEDRO).say(PEDRO, "/registrar", "manga", "sí", "presidente", "omitir", "enviar", "/mijunta")

    assert "Cuando el equipo apruebe su solicitud" in town.text(PEDRO)
    assert "go:solicitud" in town.buttons(PEDRO).values()


def test_nobody_sees_a_board_on_which_they_hold_no_office(town: City) -> None:
    board_of(town)
    other = town.board("JAC Getsemaní", barrio="Getsemaní", nit="901784749-1")
    town.say(ROSA, f"/mijunta b{other}")

    assert MANGA in town.text(ROSA)
    assert "Getsemaní" not in town.text(ROSA)


def test_of_several_boards_one_is_chosen_and_another_one_later(town: City) -> None:
    board_of(town)
    other = town.board("JAC Getsemaní", barrio="Getsemaní")
    give(town, other, ROSA, "fiscal")
    town.say(ROSA, "/mijunta")
    assert "(1 a 2 de 2)" in town.text(ROSA)
    town.say(ROSA, "2")
    assert "Su cargo: <b>Fiscalía</b>" in town.text(ROSA)
    town.say(ROSA, "cambiar de junta").press(ROSA, "1")

    assert "Su cargo: <b>Presidencia</b>" in town.text(ROSA)


def test_somebody_on_fourteen_boards_turns_the_pages_of_their_list(town: City) -> None:
    for number in range(14):
        give(town, town.board(f"JAC Sector {number}", sector=str(number)), ROSA, "delegate")
    town.say(ROSA, "/mijunta").press(ROSA, "next").say(ROSA, "ver más")

    assert "(13 a 14 de 14)" in town.text(ROSA)
    town.say(ROSA, "14")
    assert "JAC Sector 13" in town.text(ROSA)


def test_a_large_board_is_read_page_by_page_and_every_officer_is_counted(town: City) -> None:
    board = board_of(town)
    for chat in range(10, 21):
        give(town, board, chat, "delegate", f"Invento {chat}")
    town.say(ROSA, "/mijunta")
    assert "Directiva (3 de 12)" in town.text(ROSA)
    town.press(ROSA, "people")
    assert "(1 a 8 de 12)" in town.text(ROSA)
    first = town.text(ROSA)
    town.press(ROSA, "next")
    assert "(9 a 12 de 12)" in town.text(ROSA)

    both = first + town.text(ROSA)
    assert both.count("Delegación: Invento") == 11
    assert both.count("hasta el 30 de junio de 2030") == 12


def test_the_longest_names_still_make_a_short_page(town: City) -> None:
    board = town.board("Junta de Acción Comunal " + "Urbanización " * 7, nit="890480184-4", ruc="9" * 30,
                       barrio="República de Venezuela " * 3, sector="Un sector de veras largo " * 3,
                       personeria="Resolución de la Gobernación " * 4, registry_state="suspended")  # fmt: skip
    for role in ("president", "delegate", "conciliator", "fiscal"):
        give(town, board, ROSA, role, "Nombre Larguísimo De Una Persona Inventada Para Esta Prueba")
    to_value(town, "name")
    town.say(ROSA, "Otro nombre").press(ROSA, "save")

    assert "Pendiente: cambio de nombre" in town.text(ROSA)
    assert len(town.text(ROSA)) <= 900


def test_home_leads_an_officer_to_their_board(town: City) -> None:
    board_of(town)
    town.say(ROSA, "hola")

    assert town.buttons(ROSA)["Ver mi junta"] == "go:mijunta"


# --- what a president corrects --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "name", "typed", "kept"),
    [
        ("sector", "sector", "SECTOR CENTRAL", "Sector Central"), ("nit", "nit", "890.480.184-4", "890480184-4"),
        ("personeria", "personeria", "Resolución 768 de 1998", "Resolución 768 de 1998"),
        ("ruc", "ruc", "9-9999-00001", "9-9999-00001"),
    ],
)  # fmt: skip
def test_a_president_fills_in_what_is_empty_without_asking_anybody(
    town: City, button: str, name: str, typed: str, kept: str
) -> None:
    board = board_of(town)
    to_value(town, button)
    town.say(ROSA, typed)
    assert field(town, board, name) is None
    town.press(ROSA, "save")

    assert field(town, board, name) == kept
    assert asked(town) == []
    assert drafts(town) == []
    assert town.column("SELECT action FROM audit WHERE object = ?", f"field:{name}") == ["board_edited"]
    assert town.said[OWNER] == []


def test_a_president_changes_the_sector_and_takes_it_away_again(town: City) -> None:
    board = board_of(town, sector="Central")
    to_value(town, "sector")
    town.say(ROSA, "Norte", "guardar")
    assert field(town, board, "sector") == "Norte"
    to_value(town, "sector")
    town.press(ROSA, "blank", "save")

    assert field(town, board, "sector") is None


@pytest.mark.parametrize(
    ("button", "typed", "said"),
    [
        ("nit", "123", "9 números"), ("nit", "1047382910", "empieza por 8 o por 9"),
        ("nit", "890480184-5", "no coincide"),
        ("sector", "https://ejemplo.co", "Por ejemplo: Sector Central"), ("name", "x" * 130, "muy largo"),
        ("ruc", "9" * 40, "máximo 30"), ("personeria", "...", "Resolución 0001"), ("barrio", "!", "Los Robles"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_value_is_refused_with_an_example_and_nothing_is_kept(
    town: City, button: str, typed: str, said: str
) -> None:
    board_of(town)
    to_value(town, button)
    town.say(ROSA, typed)

    assert said in town.text(ROSA)
    assert drafts(town) == []


def test_a_value_that_is_there_already_changes_nothing(town: City) -> None:
    board_of(town, sector="Central")
    to_value(town, "sector")
    town.say(ROSA, "Central")

    assert "¿Qué dato está mal?" in town.text(ROSA)
    assert town.column("SELECT count(*) FROM board_change") == [0]


@pytest.mark.parametrize("way_out", ["no", "back", "/cancelar", "/misdatos"])
def test_a_correction_that_is_given_up_is_forgotten(town: City, way_out: str) -> None:
    board = board_of(town)
    to_value(town, "sector")
    town.say(ROSA, "Central", {"back": "atrás"}.get(way_out, way_out), "/mijunta")

    assert field(town, board, "sector") is None
    assert drafts(town) == []


# --- what is asked for ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "answer", "wish"),
    [
        ("name", "JAC Manga Sur", ("name", "JAC Manga Sur")), ("kind", "2", ("kind", "jvc")),
        ("state", "inactiva", ("registry_state", "inactive")), ("barrio", "getsemani", ("barrio", "Getsemaní")),
        ("nit", "901784749-1", ("nit", "901784749-1")),
        ("barrio", "Urbanización Inventada", ("barrio", "Urbanización Inventada")),
    ],
)  # fmt: skip
def test_the_rest_is_asked_of_a_coordinator(town: City, button: str, answer: str, wish: tuple[str, str]) -> None:
    board = board_of(town, nit="890480184-4")
    before = field(town, board, wish[0])
    to_value(town, button)
    town.say(ROSA, answer)
    if "¿Es uno de estos?" in town.text(ROSA):
        town.press(ROSA, "other")
    assert "Este cambio lo confirma una persona del equipo" in town.text(ROSA)
    town.say(ROSA, "sí")

    assert asked(town) == [(board, "correction", *wish, "correction")]
    assert field(town, board, wish[0]) == before
    assert "en revisión" in town.text(ROSA)
    assert "Piden corregir un dato" in town.text(OWNER)
    assert town.buttons(OWNER) == {"Ver solicitudes": "go:juntas"}


@pytest.mark.parametrize("button", ["sector", "nit", "personeria", "ruc"])
def test_whoever_does_not_preside_asks_for_everything(town: City, button: str) -> None:
    board = board_of(town)
    give(town, board, PEDRO, "secretary")
    to_value(town, button, PEDRO)
    town.say(PEDRO, {"nit": "890480184-4"}.get(button, "Central 1")).press(PEDRO, "save")

    assert field(town, board, button) is None
    assert [(claim[1], claim[2]) for claim in asked(town)] == [("correction", button)]


def test_a_tax_number_that_another_board_bears_is_looked_at_by_the_team(town: City) -> None:
    board = board_of(town)
    town.board("JAC Getsemaní", barrio="Getsemaní", nit="890480184-4")
    to_value(town, "nit")
    town.say(ROSA, "890480184-4", "sí")

    assert field(town, board, "nit") is None
    assert asked(town) == [(board, "correction", "nit", "890480184-4", "correction")]


def test_asking_again_replaces_what_was_asked_before(town: City) -> None:
    board = board_of(town)
    for name in ("JAC Manga Sur", "JAC Manga Norte"):
        to_value(town, "name")
        town.say(ROSA, name)
        seen = town.text(ROSA)
        town.press(ROSA, "save")

    assert "Reemplaza lo que usted había pedido" in seen
    assert asked(town) == [(board, "correction", "name", "JAC Manga Norte", "correction")]


def test_an_approved_barrio_brings_its_comuna_and_localidad_along(town: City) -> None:
    board = board_of(town)
    to_value(town, "barrio")
    town.say(ROSA, "zaragocilla", "sí")
    coordinator(town)
    (claim,) = town.column("SELECT id FROM claim")
    town.say(COORDINATOR, f"/juntas c{claim}").press(COORDINATOR, "approve")

    assert [field(town, board, name) for name in ("barrio", "comuna", "localidad")] == [
        "Zaragocilla", "8", "Histórica y del Caribe Norte",
    ]  # fmt: skip
    assert town.say(ROSA, "/mijunta").text(ROSA).count("Barrio: Zaragocilla, Comuna 8") == 1


def test_a_place_that_may_be_several_is_asked_about(town: City) -> None:
    board = board_of(town)
    to_value(town, "barrio")
    town.say(ROSA, "olaya")
    assert "¿Es uno de estos?" in town.text(ROSA)
    (first, *_) = [value for value in town.values(ROSA) if value.startswith("olaya")]
    town.press(ROSA, first, "save")

    ((_, _, _, value, _),) = asked(town)
    assert str(value).startswith("Olaya")
    assert field(town, board, "barrio") == "Manga"


# --- while one is asked, things change ------------------------------------------------------------------------------


def test_a_number_that_somebody_filled_in_meanwhile_is_not_written_over(town: City) -> None:
    board = board_of(town)
    to_value(town, "nit")
    town.say(ROSA, "890480184-4")
    town.tx.execute("UPDATE board SET nit = '901784749-1' WHERE id = ?", (board,))
    town.press(ROSA, "save")

    assert field(town, board, "nit") == "901784749-1"
    assert asked(town) == []
    assert "Este cambio lo confirma una persona del equipo" in town.text(ROSA)


def test_a_president_who_is_no_longer_one_does_not_change_the_record_with_another_office(town: City) -> None:
    board = board_of(town)
    give(town, board, ROSA, "delegate")
    to_value(town, "sector")
    town.say(ROSA, "Central")
    town.tx.execute("UPDATE officer SET until = 1, ended = 'removed' WHERE role = 'president'")
    town.press(ROSA, "save")

    assert field(town, board, "sector") is None
    assert asked(town) == []
    assert "¿Pido este cambio?" in town.text(ROSA)


@pytest.mark.parametrize("question", ["page", "fix", "value", "sure", "hand", "leave"])
def test_whoever_lost_their_only_office_changes_nothing_on_an_open_screen(town: City, question: str) -> None:
    board = board_of(town)
    steps = {"page": (), "fix": ("fix",), "value": ("fix", "sector"), "sure": ("fix", "sector"), "hand": ("hand",),
             "leave": ("leave",)}  # fmt: skip
    town.say(ROSA, "/mijunta").press(ROSA, *steps[question])
    if question == "sure":
        town.say(ROSA, "Central")
    seen = list(town.buttons(ROSA).values())
    town.tx.execute("UPDATE officer SET until = 1, ended = 'removed'")
    (before,) = town.column("SELECT count(*) FROM audit")
    for data in seen:
        town.forge(ROSA, data)
    town.say(ROSA, "Norte", "sí")

    assert town.column("SELECT count(*) FROM audit") == [before]
    assert field(town, board, "sector") is None
    assert "Norte" not in "".join(map(str, drafts(town)))
    assert "go:registrar" in town.buttons(ROSA).values()


def test_after_a_merger_the_page_is_that_of_the_board_that_goes_on(town: City) -> None:
    gone, kept = board_of(town), town.board("JAC Manga Unida")
    town.say(ROSA, "/mijunta")
    town.tx.execute("UPDATE officer SET board_id = ?", (kept,))
    town.tx.execute("UPDATE board SET status = 'merged', merged_into = ? WHERE id = ?", (kept, gone))
    town.press(ROSA, "fix").say(ROSA, "/mijunta")

    assert "JAC Manga Unida" in town.text(ROSA)


def test_on_a_board_that_left_the_programme_nothing_is_changed_at_once(town: City) -> None:
    board = board_of(town)
    town.tx.execute("UPDATE board SET status = 'inactive' WHERE id = ?", (board,))
    to_value(town, "sector")
    town.say(ROSA, "Central")

    assert "¿Pido este cambio?" in town.text(ROSA)


# --- leaving --------------------------------------------------------------------------------------------------------


def test_somebody_leaves_their_office_after_being_told_what_it_means_and_the_team_hears_of_it(town: City) -> None:
    board = board_of(town)
    town.say(ROSA, "/mijunta", "dejar el cargo")
    assert "sin presidencia" in town.text(ROSA)
    assert held(town) == [(ROSA, board, "president")]
    town.say(ROSA, "sí")

    assert held(town) == []
    assert town.column("SELECT ended FROM officer") == ["left"]
    assert "registrar" in town.text(ROSA).casefold()
    assert "dejó el cargo: <b>Presidencia</b>" in town.text(OWNER)
    assert town.buttons(OWNER) == {"Ver junta": f"go:juntas:b{board}"}


@pytest.mark.parametrize("answer", ["no", "seguir en el cargo", "atrás", "1"])
def test_whoever_does_not_confirm_stays(town: City, answer: str) -> None:
    board = board_of(town)
    town.say(ROSA, "/mijunta").press(ROSA, "leave").say(ROSA, answer)

    assert held(town) == [(ROSA, board, "president")]
    assert "Directiva" in town.text(ROSA)


def test_of_two_offices_on_one_board_the_one_that_was_named_is_left(town: City) -> None:
    board = board_of(town)
    give(town, board, ROSA, "delegate")
    town.say(ROSA, "/mijunta").press(ROSA, "leave")
    assert "¿Con cuál de sus cargos?" in town.text(ROSA)
    town.say(ROSA, "delegada").press(ROSA, "leave")

    assert held(town) == [(ROSA, board, "president")]
    assert "Su cargo: <b>Presidencia</b>" in town.text(ROSA)


def test_leaving_one_board_leads_to_the_other(town: City) -> None:
    board_of(town)
    other = town.board("JAC Getsemaní", barrio="Getsemaní")
    give(town, other, ROSA, "fiscal")
    town.say(ROSA, "/mijunta", "1").press(ROSA, "leave", "leave")

    assert held(town) == [(ROSA, other, "fiscal")]
    assert "JAC Getsemaní" in town.text(ROSA)


# --- a new term -----------------------------------------------------------------------------------------------------


def test_whoever_was_elected_again_says_so_and_keeps_the_office_for_the_new_term(town: City) -> None:
    board = board_of(town)
    town.now = AFTER_THE_TERM
    town.say(ROSA, "/mijunta")
    assert "el período terminó el 30 de junio de 2030" in town.text(ROSA)
    town.press(ROSA, "renew").say(ROSA, "sí")
    assert asked(town) == [(board, "office", "president", None, "term-over")]
    assert "renew" not in town.values(ROSA)
    assert held(town) == [(ROSA, board, "president")]
    coordinator(town)
    (claim,) = town.column("SELECT id FROM claim")
    town.say(COORDINATOR, f"/juntas c{claim}").press(COORDINATOR, "approve")

    assert held(town) == [(ROSA, board, "president")]
    assert "hasta el 30 de junio de 2034" in town.say(ROSA, "/mijunta").text(ROSA)


def test_a_renewal_leaves_a_registration_that_was_begun_alone(town: City) -> None:
    board = board_of(town)
    other = town.board("JAC Getsemaní", barrio="Getsemaní")
    town.now = AFTER_THE_TERM
    town.say(ROSA, "/registrar").press(ROSA, "another").say(ROSA, "getsemani", "sí", "/mijunta")
    town.press(ROSA, "renew").say(ROSA, "sí", "/registrar", "fiscal", "omitir", "enviar")

    assert held(town) == [(ROSA, board, "president"), (ROSA, other, "fiscal")]


def test_whoever_does_not_go_on_is_shown_the_other_ways(town: City) -> None:
    board_of(town)
    town.now = AFTER_THE_TERM
    town.say(ROSA, "/mijunta").press(ROSA, "renew", "no")

    assert asked(town) == []
    assert {"hand", "leave"} <= set(town.values(ROSA))


def test_before_its_end_a_term_is_not_renewed(town: City) -> None:
    board_of(town)
    town.now = datetime(2030, 6, 30, 23, 0, tzinfo=UTC)  # six in the evening of its last day
    town.say(ROSA, "/mijunta")

    assert "renew" not in town.values(ROSA)
    assert "hasta el 30 de junio de 2030" in town.text(ROSA)


# --- words, help and the way back -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("way", "behind"),
    [
        ((), None), (("1",), "choose"), (("1", "directiva"), "page"), (("1", "corregir datos"), "page"),
        (("1", "corregir datos", "sector"), "fix"), (("1", "corregir datos", "clase"), "fix"),
        (("1", "corregir datos", "lugar"), "fix"), (("1", "corregir datos", "lugar", "olaya"), "place"),
        (("1", "corregir datos", "sector", "Central"), "fix"), (("1", "entregar el cargo"), "page"),
        (("1", "entregar el cargo", "delegada"), "page"), (("1", "dejar el cargo"), "page"),
        (("1", "dejar el cargo", "delegada"), "page"),
    ],
)  # fmt: skip
def test_every_question_is_reached_by_words_explained_and_left_with_back(
    town: City, way: tuple[str, ...], behind: str | None
) -> None:
    board = board_of(town)
    give(town, board, ROSA, "delegate")
    give(town, town.board("JAC Getsemaní", barrio="Getsemaní"), ROSA, "fiscal")
    for chat in range(10, 14):
        give(town, board, chat, "delegate")
    town.say(ROSA, "/mijunta", *way)
    question = town.button(ROSA, "back").split(":")[1]
    town.say(ROSA, "ayuda")
    assert town.button(ROSA, "back").split(":")[1] == question
    town.say(ROSA, "atrás")

    if behind is None:
        assert town.buttons(ROSA)["Ver mi junta"] == "go:mijunta"
    else:
        assert town.button(ROSA, "back").split(":")[1] == behind


@pytest.mark.parametrize("way", [(), ("fix",), ("fix", "kind"), ("hand",), ("leave",)])
def test_what_is_not_understood_is_answered_with_what_is_expected(town: City, way: tuple[str, ...]) -> None:
    board = board_of(town)
    town.say(ROSA, "/mijunta").press(ROSA, *way).say(ROSA, "qwzxk")
    once = town.text(ROSA)
    town.say(ROSA, "qwzxk")

    assert len(once) > 20
    assert "toque «Atrás»" in town.text(ROSA)
    assert held(town) == [(ROSA, board, "president")]


def test_a_registration_that_was_interrupted_is_taken_up_afterwards(town: City) -> None:
    board_of(town)
    town.board("JAC Getsemaní", barrio="Getsemaní")
    town.say(ROSA, "/registrar").press(ROSA, "another").say(ROSA, "getsemani", "sí", "ver mi junta", "atrás")

    assert "¿Cuál es su cargo" in town.text(ROSA)


def test_whoever_takes_the_permission_back_no_longer_sees_the_board(town: City) -> None:
    board_of(town)
    town.say(ROSA, "/mijunta", "/permisos").press(ROSA, "role", "yes").say(ROSA, "/mijunta")

    assert held(town) == []
    assert "no tiene cargo en ninguna junta" in town.text(ROSA)


def test_a_press_copied_from_somebody_elses_page_changes_nothing(town: City) -> None:
    board = board_of(town)
    town.welcomed(LUZ).say(ROSA, "/mijunta").press(ROSA, "leave")
    stolen = town.button(ROSA, "leave")
    town.say(LUZ, "hola").forge(LUZ, stolen)

    assert held(town) == [(ROSA, board, "president")]


def test_a_week_later_the_same_button_no_longer_counts(town: City) -> None:
    board = board_of(town)
    town.say(ROSA, "/mijunta").press(ROSA, "leave")
    old = town.button(ROSA, "leave")
    town.press(ROSA, "no")
    town.now += timedelta(days=7)
    town.forge(ROSA, old)

    assert held(town) == [(ROSA, board, "president")]
