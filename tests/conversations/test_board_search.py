"""A board is found by what people type: name, barrio, sector or tax number, with typos and words around or missing."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.board_names import BoardEntry, near_same
from conversations.board_search import BoardIndex
from tests.conversations.roster_world import demo_cells, entries, kept, read

BOARDS = kept(read(*demo_cells()).rows)
INDEX = BoardIndex(entries(BOARDS))

# What was typed = the barrio that was meant, with its sector after a stroke; a housing board or an association by name.
TYPED = """
pozon = El Pozón | junta del pozon = El Pozón | jac el poson = El Pozón
soy presidente de la junta del pozón = El Pozón | pozon sector la loma = El Pozón / La Loma
el pozon la cancha = El Pozón / La Cancha | la cancha pozon = El Pozón / La Cancha
pozon calle nueva = El Pozón / Calle Nueva | junta de accion comunal pozon los almendros = El Pozón / Los Almendros
los siruelos el pozon = El Pozón / Los Ciruelos | el oasis pozon = El Pozón / El Oasis | jac manga = Manga
manga = Manga | santa rita manga = Manga / Santa Rita | 20 de enero manga = Manga / 20 de Enero
veinte de enero manga = Manga / 20 de Enero | manga sector veinte enero = Manga / 20 de Enero
boston 20 enero = Boston / 20 de Enero | la bendicion de dios boston = Boston / La Bendición de Dios
bendision de dios loma fresca = Loma Fresca / La Bendición de Dios | lomafresca = Loma Fresca
boca grande = Bocagrande | bocagrande = Bocagrande | castillo grande = Castillogrande
junta castillogrande = Castillogrande | el laguito = El Laguito | getsemani = Getsemaní | jetsemani = Getsemaní
jac getsemani nispero = Getsemaní / El Níspero | crespo = Crespo | crespo el oasis = Crespo / El Oasis
oasis de crespo = Crespo / El Oasis | marbella = Marbella | la matuna = La Matuna | chanbacu = Chambacú
el cabrero = El Cabrero | pie de la popa = Pie de la Popa | pie del cerro = Pie del Cerro | torices = Torices
torises el caimito = Torices / El Caimito | las colinas de torices = Torices / Las Colinas
pablo sexto segundo = Pablo VI - II | pablo vi 1 = Pablo VI - I | pedro salasar = Pedro Salazar
los comuneros = Los Comuneros | comuneros san luis = Los Comuneros / San Luis | petare = Petare
republica del caribe = República del Caribe | rep del caribe = República del Caribe | paraiso 2 = Paraíso II
nuevo paraiso = Nuevo Paraíso | nuevo paraiso corazon de jesus = Nuevo Paraíso / Corazón de Jesús | la paz = La Paz
la pas las margaritas = La Paz / Las Margaritas | narino = Nariño | lo amador = Lo Amador | loamador = Lo Amador
daniel lemetre = Daniel Lemaitre | lemaitre = Daniel Lemaitre | canapote = Canapote
canapote central = Canapote / Central | kanapote sector el mirador = Canapote / El Mirador
7 de agosto = Siete de Agosto | siete agosto = Siete de Agosto | mirador 7 de agosto = Siete de Agosto / El Mirador
san francisco = San Francisco | san fransisco brisas del caño = San Francisco / Brisas del Caño
el tanque san francisco = San Francisco / El Tanque
san francisco corazon de jesus = San Francisco / Corazón de Jesús | san bernardo = San Bernardo
candelaria = La Candelaria | la candelaria el porvenir = La Candelaria / El Porvenir
villas de la candelaria = Villas de la Candelaria | villas candelaria etapa uno = Villas de la Candelaria / Etapa 1
la maria = La María | villa esperanza la maria = La María / Villa Esperanza | la esperanza = La Esperanza
barrio la esperanza los cocos = La Esperanza / Los Cocos | la islita tesca = Tesca / La Islita
chiquinkira = Chiquinquirá | la conquista chiquinquira = Chiquinquirá / La Conquista
olaya rafael nuñez = Olaya - Sector Rafael Núñez | olaya sector rafael nuñez = Olaya - Sector Rafael Núñez
rafael nunez olaya la loma = Olaya - Sector Rafael Núñez / La Loma
olaya rafael nuñez villa gloria = Olaya - Sector Rafael Núñez / Villa Gloria
olaya 11 de noviembre = Olaya - Sector 11 de Noviembre | olaya once de noviembre = Olaya - Sector 11 de Noviembre
olaya 11 noviembre los ciruelos = Olaya - Sector 11 de Noviembre / Los Ciruelos
olaya ricaurte = Olaya - Sector Ricaurte | ricaurte el progreso = Olaya - Sector Ricaurte / El Progreso
olaya central = Olaya - Sector Central | los mangos olaya = Olaya - Sector Central / Los Mangos
villa olimpica = Olaya - Villa Olímpica | olaya la magdalena = Olaya - Sector La Magdalena
playa blanca = Olaya - Sector Playa Blanca | olaya stela = Olaya - Sector Stella
la puntilla = Olaya - Sector La Puntilla | la islita la puntilla olaya = Olaya - Sector La Puntilla / La Islita
villa estreya = Villa Estrella | villa estrella primera etapa = Villa Estrella / Etapa 1 | fredonia = Fredonia
san luis fredonia = Fredonia / San Luis | flor del canpo = Flor del Campo | bicentenario = Ciudad Bicentenario
bicentenario etapa 3 = Ciudad Bicentenario / Etapa 3
ciudad bicentenario quinta etapa = Ciudad Bicentenario / Etapa 5
cdad bicentenario 6 = Ciudad Bicentenario / Etapa 6 | colombiaton = Urbanización Colombiatón
colombiaton etapa 1 = Urbanización Colombiatón / Etapa 1
urb colombiaton tercera etapa = Urbanización Colombiatón / Etapa 3 | aranjuez etapa 2 = Villas de Aranjuez / Etapa 2
rep de venesuela = República de Venezuela | venezuela = República de Venezuela | las gaviotas = Las Gaviotas
gaviotas 2 etapa = Las Gaviotas / Etapa 2 | gabiotas cuarta etapa = Las Gaviotas / Etapa 4
san jose obrero = San José Obrero | los alpes = Los Alpes | la castellana = La Castellana
13 de junio = Trece de Junio | trece junio = Trece de Junio | zaragosilla = Zaragocilla
zaragocilla el tanque = Zaragocilla / El Tanque | escayon villa = Escallón Villa
escallon villa nuevo horizonte = Escallón Villa / Nuevo Horizonte
la campiña las acacias = La Campiña / Las Acacias | camaguey = Camagüey
villa sandra etapa dos = Villa Sandra / Etapa 2 | buenos aires = Buenos Aires | el country = El Country
country etapa 1 = El Country / Etapa 1 | la fe del carmen = El Carmen / La Fe | la troncal = La Troncal
calamares = Calamares | barrio chino = Barrio Chino | martinez martelo = Martínez Martelo
amberes sinai = Amberes / Sinaí | bruselas la gloria = Bruselas / La Gloria | piedra bolivar = Piedra de Bolívar
piedrabolivar = Piedra de Bolívar | juan 23 = Juan XXIII | juan veintitres = Juan XXIII
jose antonio galan = José Antonio Galán | 9 de abril = Nueve de Abril
nueve abril el mirador = Nueve de Abril / El Mirador | las brisas = Las Brisas | san isidro = San Isidro
altos de san isidro = Altos de San Isidro | nuevo bosque = Nuevo Bosque
nuevo bosque las colinas = Nuevo Bosque / Las Colinas | alto bosque rincon guapo = Alto Bosque / Rincón Guapo
bosque el tanque = El Bosque / El Tanque | ceballos = Ceballos | sebayos la cancha = Ceballos / La Cancha
arroz barato = Arroz Barato | arros varato = Arroz Barato | policarpa = Policarpa
la cancha policarpa = Policarpa / La Cancha | albornos la fe = Albornoz / La Fe | henequen = Henequén
antonio jose de sucre = Antonio José de Sucre | blas de lezo = Blas de Lezo
blas de leso 2 etapa = Blas de Lezo / Etapa 2 | blasdelezo = Blas de Lezo
blas de lezo etapa cinco = Blas de Lezo / Etapa 5 | santa monica = Santa Mónica | los caracoles = Los Caracoles
caracoles segunda etapa = Los Caracoles / Etapa 2 | almirante colon 4 = Almirante Colón / Etapa 4
socorro plan 250 = El Socorro / Plan 250 | el socorro = El Socorro | campestre etapa 3 = El Campestre / Etapa 3
el canpestre 4ta etapa = El Campestre / Etapa 4 | el recreo 1 = El Recreo / Etapa 1 | ternera = Ternera
ternera la primavera = Ternera / La Primavera | carolina 2 = La Carolina / Etapa 2
los campanos = San José de los Campanos | san jose de los campanos la bonga = San José de los Campanos / La Bonga
la bonga campanos = San José de los Campanos / La Bonga
san fernando las margaritas = San Fernando / Las Margaritas | nelson mandela = Nelson Mandela
mandela = Nelson Mandela | nelson mandela los trupillos = Nelson Mandela / Los Trupillos
trupillos = Nelson Mandela / Los Trupillos | 12 de octubre mandela = Nelson Mandela / 12 de Octubre
doce de octubre = Nelson Mandela / 12 de Octubre | primero de mayo = Nelson Mandela / Primero de Mayo
mandela 1 de mayo = Nelson Mandela / Primero de Mayo | la sierrita el progreso = La Sierrita / El Progreso
ciudadela 2000 etapa 3 = Ciudadela 2000 / Etapa 3 | cuidadela 2000 = Ciudadela 2000
simon bolivar = Urbanización Simón Bolívar | maria cano = María Cano | vista ermosa sinai = Vista Hermosa / Sinaí
la victoria = La Victoria | los tamarindos la victoria = La Victoria / Los Tamarindos
san pedro martir = San Pedro Mártir | san pedro martir la primavera = San Pedro Mártir / La Primavera
el reposo villa luz = El Reposo / Villa Luz | manuela vergara = Manuela Vergara de Curi
jaime pardo leal = Jaime Pardo Leal | bocachica = Bocachica | boca chica la fe = Bocachica / La Fe
caño del oro = Caño del Oro | cano de loro = Caño del Oro | tierrabomba = Tierra Bomba | baru = Barú
isla baru los tamarindos = Barú / Los Tamarindos | isla fuerte = Isla Fuerte | orika = Orika (Isla Grande)
la boquiya = La Boquilla | boquilla sector nuevo milenio = La Boquilla / Nuevo Milenio | pasacaballos = Pasacaballos
pasa caballos los almendros = Pasacaballos / Los Almendros | pontezuela pueblo nuevo = Pontezuela / Pueblo Nuevo
ponte suela = Pontezuela | bayunca = Bayunca | ballunca = Bayunca | manzanillo del mar = Manzanillo del Mar
puertorey = Puerto Rey | membriyal = Membrillal | arroyo de piedra = Arroyo de Piedra | ararca = Ararca
sol naciente = Junta de Vivienda Comunitaria Sol Naciente
jvc techo propio = Junta de Vivienda Comunitaria Techo Propio
vivienda villa ilucion = Junta de Vivienda Comunitaria Villa Ilusión
junta de vivienda renaser = Junta de Vivienda Comunitaria Renacer
manos amigas zaragocilla = Junta de Vivienda Comunitaria Manos Amigas
la minga = Junta de Vivienda Comunitaria La Minga | familias unidas = Junta de Vivienda Comunitaria Familias Unidas
vivienda nelson el arca = Junta de Vivienda Comunitaria El Arca
villa hermandad = Junta de Vivienda Comunitaria Villa Hermandad
mi casita bayunca = Junta de Vivienda Comunitaria Mi Casita
asojuntas virgen = Asojuntas de la Localidad 2 De la Virgen y Turística
asociacion de juntas industrial de la bahia = Asojuntas de la Localidad 3 Industrial y de la Bahía
aso juntas localidad 1 = Asojuntas de la Localidad 1 Histórica y del Caribe Norte | 999834753 = San Diego
999.834.753-1 = San Diego | nit 999834753-1 = San Diego | 9998347531 = San Diego | 999 834 753 = San Diego
834753 = San Diego | 99983 = San Diego | 999671532 jac = Manga / 20 de Enero
nit de la junta: 999.685.819-9 = Junta de Vivienda Comunitaria Tierra Prometida
zaragocila la cancha = Zaragocilla / La Cancha | JAC SAN DIEGO = San Diego | getsemany = Getsemaní
la junta d manga = Manga | almirante colon 1 etapa = Almirante Colón / Etapa 1 | almirante = Almirante Colón
blas d lezo etp 3 = Blas de Lezo / Etapa 3 | olaya herrera sector central = Olaya - Sector Central
olaya erera rafael nuñes = Olaya - Sector Rafael Núñez | sector progreso olaya = Olaya - Sector Progreso
nelson mandela sector primero mayo = Nelson Mandela / Primero de Mayo
nelzon mandela brisas = Nelson Mandela / Brisas del Caño
mandela corazon de jesus = Nelson Mandela / Corazón de Jesús
san jose campanos primavera = San José de los Campanos / La Primavera
campanos central = San José de los Campanos / Central
luis carlos galan villa gloria = Luis Carlos Galán / Villa Gloria | galan = Luis Carlos Galán
sectores unidos calle nueva = Sectores Unidos / Calle Nueva | nueva jerusalen la union = Nueva Jerusalén / La Unión
villa fani = Villa Fanny | vilafanny mirador = Villa Fanny / El Mirador | cesar florez = César Flórez
rosedal = Rossedal | nueva deli = Nueva Delhi | camilo torres = Camilo Torres
los santanderes central = Los Santanderes / Central | la esmeralda 1 el caimito = La Esmeralda I / El Caimito
esmeralda dos = La Esmeralda II | alameda = Alameda La Victoria | los girasoles = Los Girasoles
villa barraza = Villa Barraza | 20 de julio = Veinte de Julio Sur | veinte de julio = Veinte de Julio Sur
mamonal = Mamonal | bellabista = Bellavista | el libertador = El Libertador | puerta de ierro = Puerta de Hierro
junta de vivienda los soñadores = Junta de Vivienda Comunitaria Los Soñadores
nuevo amaneser = Junta de Vivienda Comunitaria Nuevo Amanecer
villa solidaria = Junta de Vivienda Comunitaria Villa Solidaria
la esperanza de vivir tierra bomba = Junta de Vivienda Comunitaria La Esperanza de Vivir | santa ana = Santa Ana
isla mucura = Isla Múcura | islote = Santa Cruz del Islote | punta canoa central = Punta Canoa / Central
arroyo grande rincon guapo = Arroyo Grande / Rincón Guapo
bayunca bendicion de dios = Bayunca / La Bendición de Dios | bayunca almendros = Bayunca / Los Almendros
boquilla monte carmelo = La Boquilla / Monte Carmelo | la boquilla los mangos = La Boquilla / Los Mangos
tierra bomba monte carmelo = Tierra Bomba / Monte Carmelo | providencia 1 = Providencia / Etapa 1
concepcion segunda = La Concepción / Etapa 2 | ciudad jardin 2 etapa = Ciudad Jardín / Etapa 2
recreo etapa 3 = El Recreo / Etapa 3 | villa rosita sinai = Villa Rosita / Sinaí | anita = Anita
la consolata villa esperansa = La Consolata / Villa Esperanza
los jardines villa esperanza = Los Jardines / Villa Esperanza | el educador sector central = El Educador / Central
jaime pardo la bonga = Jaime Pardo Leal / La Bonga | san pedro villa luz = San Pedro / Villa Luz
santa clara la cancha = Santa Clara / La Cancha | arroz barato porvenir = Arroz Barato / El Porvenir
"""
PAIRS = [
    tuple(part.strip() for part in pair.split("="))
    for line in TYPED.split("\n")
    for pair in line.split("|")
    if pair.strip()
]


def meant(answer: str) -> int:
    """The id of the one board that a line of the list means."""
    barrio, _, sector = answer.partition(" / ")
    found = [
        board.id
        for board in BOARDS
        if board.name == answer or (board.kind == "jac" and (board.barrio, board.sector or "") == (barrio, sector))
    ]
    assert len(found) == 1, answer
    return found[0]


def places() -> list[tuple[str, int | None]]:
    """Each text with the place of the board it means among the answers, None if it is not there."""
    told = []
    for typed, answer in PAIRS:
        ids = [match.id for match in INDEX.find(typed)]
        told.append((typed, ids.index(meant(answer)) + 1 if meant(answer) in ids else None))
    return told


def test_of_what_people_type_nearly_all_is_found_within_the_first_three() -> None:
    assert len(PAIRS) >= 150

    late = [(typed, place) for typed, place in places() if place is None or place > 3]

    assert len(late) <= len(PAIRS) * 0.01, late


def test_most_boards_come_first() -> None:
    first = [typed for typed, place in places() if place == 1]

    assert len(first) >= len(PAIRS) * 0.96


def test_a_search_over_the_whole_city_takes_less_than_three_milliseconds() -> None:
    began = perf_counter()
    for typed, _ in PAIRS:
        INDEX.find(typed)

    assert (perf_counter() - began) / len(PAIRS) < 0.003


@pytest.mark.parametrize("text", ["", "   ", "quiero pizza", "9998", "🙂", "la junta", "presidente"])
def test_what_names_no_board_finds_none(text: str) -> None:
    assert INDEX.find(text) == ()


@given(st.text(max_size=200))
def test_any_text_gets_at_most_as_many_boards_as_asked_for_the_likeliest_first(text: str) -> None:
    found = INDEX.find(text, limit=4)

    assert len(found) <= 4
    assert len({match.id for match in found}) == len(found)
    assert all(0 < match.score <= 100 for match in found)


def test_the_word_asojuntas_alone_lists_the_associations() -> None:
    found = {match.id for match in INDEX.find("asojuntas")}

    assert found == {board.id for board in BOARDS if board.kind == "asojuntas"}


def test_a_tax_number_with_two_digits_swapped_still_finds_its_board() -> None:
    assert [match.id for match in INDEX.find("998934753")][:1] == [meant("San Diego")]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("nelsom mandelz trupilos", "Nelson Mandela / Los Trupillos"), ("zaragozilla tanqe", "Zaragocilla / El Tanque"),
        ("jac esmerlda dos", "La Esmeralda II"), ("getemani nispro", "Getsemaní / El Níspero"),
    ],
)  # fmt: skip
def test_letters_missing_wrong_or_too_many_are_forgiven(text: str, answer: str) -> None:
    assert INDEX.find(text)[0].id == meant(answer)


def test_a_name_and_its_barrio_need_no_order() -> None:
    first, second = INDEX.find("los trupillos nelson mandela")[0], INDEX.find("mandela nelson trupillos los")[0]

    assert first.id == second.id == meant("Nelson Mandela / Los Trupillos")


def test_an_empty_register_finds_nothing() -> None:
    assert BoardIndex([]).find("el pozón") == ()


# --- may it be the same one? ------------------------------------------------------------------------------------------


def board(
    board_id: int, name: str, barrio: str = "El Pozón", sector: str | None = None, kind: str = "jac"
) -> BoardEntry:
    """A board of El Pozón, unless told otherwise."""
    return BoardEntry(board_id, kind, name, barrio, sector, "De la Virgen y Turística", "6", None)


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("JAC El Pozón Los Almendros", None), ("Junta de Accion Comunal los almendros", None),
        ("JAC Pozon", "almendros"), ("Junta del barrio el poson", "Los Almendro"), ("JAC Los Alemndros", None),
    ],
)  # fmt: skip
def test_another_spelling_in_the_same_barrio_may_be_the_same_board(name: str, sector: str | None) -> None:
    known = [board(1, "Junta de Acción Comunal del barrio El Pozón, sector Los Almendros", sector="Los Almendros")]

    assert [match.id for match in near_same(name, "El Pozon", sector, known)] == [1]


@pytest.mark.parametrize(
    ("name", "barrio", "sector"),
    [
        ("JAC El Pozón", "El Pozón", "La Loma"), ("JAC El Pozón etapa 2", "El Pozón", "Etapa 2"),
        ("JAC Los Almendros", "Fredonia", "Los Almendros"),
    ],
)  # fmt: skip
def test_another_sector_stage_or_barrio_is_another_board(name: str, barrio: str, sector: str | None) -> None:
    known = [
        board(1, "JAC El Pozón, sector Los Almendros", sector="Los Almendros"),
        board(2, "JAC El Pozón etapa 1", sector="Etapa 1"),
    ]

    assert near_same(name, barrio, sector, known) == ()


def test_a_board_that_does_not_say_its_sector_may_be_any_of_the_barrio() -> None:
    known = [board(1, "JAC El Pozón", sector="La Loma"), board(2, "JAC El Pozón"), board(3, "JAC Manga", "Manga")]

    assert [match.id for match in near_same("Junta del Pozón", "El Pozón", None, known)] == [2, 1]


def test_likeness_may_be_asked_for_among_boards_of_one_kind() -> None:
    known = [board(1, "JVC El Pozón", kind="jvc"), board(2, "JAC El Pozón")]

    assert [match.id for match in near_same("El Pozón", "El Pozón", None, known, "jvc")] == [1]
