"""Places found by what people type: without accents, by ear, with words missing, swapped or around them."""

import pytest

from conversations.registration_questions import localidad_id
from conversations.territory import sure
from tests.conversations.world import TERRITORY, Chat, adult, known

TYPED = """
crepo = Crespo | crespo = Crespo | bocagrande = Bocagrande | boca grande = Bocagrande | castillo grande = Castillogrande
castiyogrande = Castillogrande | el lagito = El Laguito | laguito = El Laguito | matuna = La Matuna
getsemani = Getsemaní | jetsemani = Getsemaní | getsmani = Getsemaní | chanbacu = Chambacú | cabrero = El Cabrero
barrio manga = Manga | manga = Manga | marbeya = Marbella | pie de la popa = Pie de la Popa
pie la popa = Pie de la Popa | san diego = San Diego | sandiego = San Diego | torises = Torices | torices = Torices
pablo sexto 2 = Pablo VI - II | pablo vi 1 = Pablo VI - I | pedro salasar = Pedro Salazar
comuneros = Los Comuneros | petare = Petare | palestina = Palestina | republica del caribe = República del Caribe
paraiso 2 = Paraíso II | la pas = La Paz | lomafresca = Loma Fresca | loma fresca = Loma Fresca
cerro de la popa = Cerro de la Popa | nariño = Nariño | narino = Nariño | el espinal = Espinal | lo amador = Lo Amador
loamador = Lo Amador | pie del cerro = Pie del Cerro | daniel lemetre = Daniel Lemaitre
daniel lemaitre = Daniel Lemaitre | lemaitre = Daniel Lemaitre | santa maria = Santa María | sta maria = Santa María
canapote = Canapote | kanapote = Canapote | 7 de agosto = Siete de Agosto | siete agosto = Siete de Agosto
san fransisco = San Francisco | san francisco = San Francisco | san bernardo = San Bernardo
la quinta = La Quinta | candelaria = La Candelaria | boston = Boston | voston = Boston | alcivia = Alcibia
la maria = La María | la esperansa = La Esperanza | republica del libano = República del Líbano
libano = República del Líbano | tesca = Tesca | chiquinkira = Chiquinquirá | chiquinquira = Chiquinquirá
olaya rafael nuñez = Olaya - Sector Rafael Núñez | olaya 11 de noviembre = Olaya - Sector 11 de Noviembre
olaya once de noviembre = Olaya - Sector 11 de Noviembre | olaya ricaurte = Olaya - Sector Ricaurte
olaya sector central = Olaya - Sector Central | olaya villa olimpica = Olaya - Villa Olímpica
villa olimpica = Olaya - Villa Olímpica | el poson = El Pozón | pozon = El Pozón | barrio el pozon = El Pozón
el posón cartagena = El Pozón | villa estreya = Villa Estrella | fredonia = Fredonia | nuevo paraiso = Nuevo Paraíso
la magdalena olaya = Olaya - Sector La Magdalena | olaya progreso = Olaya - Sector Progreso
olaya estela = Olaya - Sector Stella | zarabanda = Olaya - Sector Zarabanda | sarabanda = Olaya - Sector Zarabanda
la india = La India | flor del canpo = Flor del Campo | flor de campo = Flor del Campo
bicentenario = Ciudad Bicentenario | cdad bicentenario = Ciudad Bicentenario | colombiaton = Urbanización Colombiatón
urb colombiaton = Urbanización Colombiatón | villas de la candelaria = Villas de la Candelaria
villas de aranjues = Villas de Aranjuez | playa blanca = Olaya - Sector Playa Blanca
republica de venezuela = República de Venezuela | rep de venesuela = República de Venezuela | gaviotas = Las Gaviotas
san jose obrero = San José Obrero | nuevo porbenir = Nuevo Porvenir | las palmeras = Las Palmeras | alpes = Los Alpes
el gayo = El Gallo | casteyana = La Castellana | la floresta = La Floresta | chipre = Chipre
san antonio = San Antonio | 13 de junio = Trece de Junio | chapacua = Chapacuá | viejo porvenir = Viejo Porvenir
zaragosilla = Zaragocilla | saragocilla = Zaragocilla | zaragocila = Zaragocilla | escallon villa = Escallón Villa
escallonvilla = Escallón Villa | los ejecutivos = Los Ejecutivos | los angeles = Los Ángeles | campiña = La Campiña
la campina = La Campiña | camaguey = Camagüey | villa sandra = Villa Sandra | ruby = Rubí
buenos aires = Buenos Aires | las delisias = Las Delicias | el country = El Country | el contry = El Country
la troncal = La Troncal | tacarigua = Tacarigua | calamares = Calamares | barrio chino = Barrio Chino
el prado = El Prado | martinez martelo = Martínez Martelo | martines = Martínez Martelo | amberes = Amberes
españa = España | espana = España | armenia = Armenia | bruselas = Bruselas | bruzelas = Bruselas
piedra bolivar = Piedra de Bolívar | piedra de volivar = Piedra de Bolívar | paraguay = Paraguay
juan 23 = Juan XXIII | juan veintitres = Juan XXIII | junin = Junín | galan jose antonio = José Antonio Galán
9 de abril = Nueve de Abril | nueva granada = Nueva Granada | brisas = Las Brisas | san ysidro = San Isidro
republica de chile = República de Chile | altos san isidro = Altos de San Isidro | bosquesito = Bosquecito
los cerros = Los Cerros | nuevo bosque = Nuevo Bosque | alto bosque = Alto Bosque | el bosque = El Bosque
cevallos = Ceballos | santa clara = Santa Clara | 20 de julio = Veinte de Julio Sur
veinte de julio = Veinte de Julio Sur | villa barrasa = Villa Barraza | arros barato = Arroz Barato
puerta de yerro = Puerta de Hierro | policarpa = Policarpa | mamonal = Mamonal | alvornoz = Albornoz
henequen = Henequén | enequen = Henequén | sucre = Antonio José de Sucre | bella vista = Bellavista
girasoles = Los Girasoles | blas de leso = Blas de Lezo | blaz de lezo = Blas de Lezo | santa monica = Santa Mónica
caracoles = Los Caracoles | almirante colon = Almirante Colón | el socorro = El Socorro | socorro = El Socorro
el milagro = El Milagro | campestre = El Campestre | carmelo = El Carmelo | villa rosita = Villa Rosita
santa lusia = Santa Lucía | consepcion = La Concepción | el recreo = El Recreo | ternera = Ternera
los campanos = San José de los Campanos | san jose de los campanos = San José de los Campanos
ciudad jardin = Ciudad Jardín | alameda la victoria = Alameda La Victoria | san fernando = San Fernando
ciudadela once de noviembre = Ciudadela 11 de Noviembre | simon bolivar = Urbanización Simón Bolívar
jorge eliecer gaitan = Jorge Eliécer Gaitán | gaitan = Jorge Eliécer Gaitán | nelson mandela = Nelson Mandela
mandela = Nelson Mandela | nelson mandella = Nelson Mandela | cesar florez = César Flórez | rosedal = Rossedal
maria cano = María Cano | camilo torres = Camilo Torres | nueva deli = Nueva Delhi | esmeralda 1 = La Esmeralda I
la esmeralda 2 = La Esmeralda II | santanderes = Los Santanderes | nueva jerusalen = Nueva Jerusalén
sierrita = La Sierrita | nasareno = Nazareno | villa fany = Villa Fanny | villa ermosa = Villa Hermosa
vista hermosa = Vista Hermosa | vistaermosa = Vista Hermosa | luis carlos galan = Luis Carlos Galán
el reposo = El Reposo | educador = El Educador | manuela vergara = Manuela Vergara de Curi
pardo leal = Jaime Pardo Leal | san pedro martir = San Pedro Mártir | bocachica = Bocachica
caño del oro = Caño del Oro | cano de oro = Caño del Oro | tierrabomba = Tierra Bomba | tierra bonba = Tierra Bomba
baru = Barú | islas del rosario = Islas del Rosario | isla fuerte = Isla Fuerte | boquilla = La Boquilla
la bokilla = La Boquilla | punta canoas = Punta Canoa | pontesuela = Pontezuela | bayunka = Bayunca
vayunca = Bayunca | arroyo grande = Arroyo Grande | arroyo piedra = Arroyo de Piedra | pasacaballo = Pasacaballos
pasacavallos = Pasacaballos | punta arena = Punta Arena | ararca = Ararca | islote = Santa Cruz del Islote
orika = Orika (Isla Grande) | isla grande = Orika (Isla Grande) | mucura = Isla Múcura | tierra baja = Tierra Baja
manzanillo = Manzanillo del Mar | mansaniyo del mar = Manzanillo del Mar | palmarito = Palmarito
amansaguapo = Amansaguapo | menbrillal = Membrillal | junta de accion comunal de manga = Manga
vivo en el barrio torices = Torices | barrio la candelaria de cartagena = La Candelaria
"""
PAIRS = [
    (typed.strip(), name.strip())
    for pair in TYPED.replace("\n", "|").split("|")
    if pair.strip()
    for typed, name in [pair.split("=")]
]
LOCALIDADES = TERRITORY.localidades()


def test_nineteen_of_twenty_typed_names_are_among_the_first_three_found() -> None:
    missed = [typed for typed, name in PAIRS if name not in [match.place.name for match in TERRITORY.find(typed)[:3]]]

    assert len(PAIRS) >= 120
    assert len(missed) / len(PAIRS) <= 0.05, missed


def test_a_name_taken_without_asking_is_the_one_that_was_meant() -> None:
    taken = {typed: (name, place.name) for typed, name in PAIRS if (place := sure(TERRITORY.find(typed))) is not None}

    assert len(taken) / len(PAIRS) >= 0.85
    assert [pair for pair in taken.values() if pair[0] != pair[1]] == []


@pytest.mark.parametrize("place", TERRITORY.places, ids=lambda place: place.id)
def test_every_place_written_in_full_is_found_first(place) -> None:  # type: ignore[no-untyped-def]
    best = TERRITORY.find(place.name)[0]

    assert best.place == place
    assert best.score == 100.0


@pytest.mark.parametrize("typed", ["", "   ", "😀", "xyzw qqq", "1", "/", "a" * 4000])
def test_what_names_no_place_finds_none_or_little_and_is_never_sure(typed: str) -> None:
    assert sure(TERRITORY.find(typed)) is None


def test_ids_are_short_stable_and_unlike_each_other() -> None:
    ids = [place.id for place in TERRITORY.places]

    assert len(set(ids)) == len(ids) == 219
    assert all(identifier.isascii() and len(identifier) <= 20 and ":" not in identifier for identifier in ids)
    assert TERRITORY.find("manga")[0].place.id == "manga"


def test_comunas_come_in_order_with_the_rural_part_last() -> None:
    assert TERRITORY.comunas(LOCALIDADES[0]) == ("1", "2", "3", "8", "9", "10", "rural")
    assert TERRITORY.barrios("nowhere", "1") == ()


def test_a_search_can_be_kept_to_a_comuna() -> None:
    found = TERRITORY.find("san pedro", LOCALIDADES[2], "15")

    assert found[0].place.name == "San Pedro Mártir"
    assert {match.place.comuna for match in found} == {"15"}


def at_localidad() -> Chat:
    return Chat(known(adult())).command("registrar").say("jac", "JAC de prueba")


def test_a_barrio_typed_at_the_first_step_is_taken_with_its_comuna_and_localidad_and_shown() -> None:
    chat = at_localidad().say("zaragosilla")

    assert chat.draft()["comuna"] == "8"
    assert "Zaragocilla (Comuna 8, localidad Histórica y del Caribe Norte)" in chat.text()
    assert chat.state.question == "sector"


def test_a_name_that_may_mean_several_places_offers_them_and_takes_none() -> None:
    chat = at_localidad().say("olaya")

    assert chat.remembered() == []
    assert 2 <= len(chat.values()) - 3 <= 6
    chat.press(chat.values()[0])
    assert chat.draft()["localidad"] is not None


def test_none_of_those_offered_leads_back_to_the_buttons() -> None:
    chat = at_localidad().say("olaya").say("ninguno de estos")

    assert chat.state.question == "localidad"
    assert at_localidad().say("1", "8", "olaya", "ninguno").state.question == "barrio"


def test_a_barrio_of_another_comuna_is_shown_before_it_is_taken() -> None:
    chat = at_localidad().say("3", "15", "manga")

    assert "barrio" not in chat.draft()
    assert "manga" in chat.values()
    assert chat.press("manga").draft()["comuna"] == "1"


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1", 0), ("la 2", 1), ("tres", 2), ("histórica", 0), ("la virgen", 1), ("industrial", 2), ("localidad 3", 2)],
)
def test_a_localidad_can_be_said_in_many_ways(typed: str, number: int) -> None:
    assert at_localidad().say(typed).draft()["localidad"] == localidad_id(LOCALIDADES[number])


@pytest.mark.parametrize(
    ("typed", "comuna"), [("8", "8"), ("comuna 8", "8"), ("la ocho", "8"), ("ucg 10", "10"), ("islas", "rural")]
)
def test_a_number_at_the_comuna_is_its_number_and_not_its_place_on_the_screen(typed: str, comuna: str) -> None:
    assert at_localidad().say("1", typed).draft()["comuna"] == comuna


def test_a_comuna_of_another_localidad_is_not_taken() -> None:
    chat = at_localidad().say("1", "4")

    assert "comuna" not in chat.draft()
    assert chat.state.question == "comuna"
