"""The rights table holds: every action, for every place in the team, by every way in, also once a place was revoked."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from conversations.rights import ACTIONS, RIGHTS, STAFF_ROLES, Staff
from storage import staff
from tests.boards.city import OWNER
from tests.boards.rights_deeds import DEEDS, Deed
from tests.boards.rights_world import ACTOR, HERE, LINK, SECRETS, Place, RightsCity, places

PLACES = places()
OWNERS_OF_ALL = Place("owner", Staff("owner"))

every_place = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
every_deed = pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: f"{deed.action}: {deed.name}")


@pytest.fixture
def town() -> Iterator[RightsCity]:
    made = RightsCity()
    yield made
    made.close()


def as_the_table_says(town: RightsCity, place: Place, deed: Deed) -> None:
    """It worked if the place has the right, else nothing changed; and in no case did anybody see too much."""
    if place.may(deed.action, deed.where):
        assert deed.done(town)
        assert not deed.looks or town.changed(drafts=False) == set()
    else:
        nothing_happened(town, place, deed)
    assert town.leaked(place) == []


def nothing_happened(town: RightsCity, place: Place, deed: Deed) -> None:
    """Whoever may do it elsewhere may begin a draft of their own; nothing else is left behind."""
    assert town.changed(drafts=not place.may(deed.action, None)) == set()
    assert town.leaked(place) == []


def test_every_action_and_every_role_of_the_table_is_tried() -> None:
    assert {deed.action for deed in DEEDS} == set(ACTIONS)
    assert {place.staff.role for place in PLACES if place.staff is not None} == set(STAFF_ROLES) == set(RIGHTS)
    assert {right for right, _ in SECRETS.values()} >= {"see_boards", "see_people", "see_team", "see_health"}
    for action in ACTIONS:
        assert any(place.may(action, None) for place in PLACES), action
        assert any(not place.may(action, None) for place in PLACES), action


@every_place
@every_deed
def test_by_command(town: RightsCity, deed: Deed, place: Place) -> None:
    town.give(place)
    town.watch()

    if town.walk(ACTOR, deed.ways[0]):
        town.step(ACTOR, deed.last)

    as_the_table_says(town, place, deed)


@pytest.mark.parametrize(
    ("deed", "way"), [(deed, way) for deed in DEEDS for way in deed.ways[1:]],
    ids=lambda value: value.name if isinstance(value, Deed) else " ".join(value),
)  # fmt: skip
@every_place
def test_by_a_link_that_leads_to_one_thing(town: RightsCity, deed: Deed, place: Place, way: tuple[str, ...]) -> None:
    town.give(place)
    town.watch()

    if town.walk(ACTOR, way):
        town.step(ACTOR, deed.last)

    as_the_table_says(town, place, deed)


@every_place
@every_deed
def test_on_ones_own_old_screen_after_the_place_changed(town: RightsCity, deed: Deed, place: Place) -> None:
    town.stand(ACTOR, deed.ways[0])
    last = deed.last if deed.last.startswith(("/", "=", "go:", "file", "read")) else town.button(ACTOR, deed.last)
    town.give(place)
    town.watch()

    if last == deed.last:
        town.step(ACTOR, last)
    else:
        town.forge(ACTOR, last)

    as_the_table_says(town, place, deed)


@every_place
@every_deed
def test_by_presses_copied_from_somebody_elses_screen_or_made_up(town: RightsCity, deed: Deed, place: Place) -> None:
    town.stand(OWNER, deed.ways[0])
    copied = [data for data in town.buttons(OWNER).values() if not data.startswith("go:")]
    value = deed.last if deed.last.isalpha() else "yes"
    screens = {data.rsplit(":", 2)[0] for data in copied} | {"juntas:home", "equipo:list"}
    town.give(place)
    town.step(ACTOR, "/juntas")
    (version,) = town.column("SELECT json_extract(state, '$.version') FROM chat WHERE chat_id = ?", ACTOR)
    tries = (version - 1, version, version + 1)
    town.watch()

    for data in (*copied, *(f"{screen}:{value}:{tried}" for screen in sorted(screens) for tried in tries)):
        town.forge(ACTOR, data)

    assert town.changed(drafts=True) == set()
    assert town.leaked(place) == []


@every_place
@every_deed
def test_by_a_copied_press_on_a_copied_place(town: RightsCity, deed: Deed, place: Place) -> None:
    town.stand(OWNER, deed.ways[0])
    copied = town.buttons(OWNER)
    town.give(place)
    town.step(ACTOR, "/start")
    (state,) = town.column("SELECT state FROM chat WHERE chat_id = ?", OWNER)
    town.tx.execute("UPDATE chat SET state = ? WHERE chat_id = ?", (state, ACTOR))
    town.watch()

    for data in copied.values():
        if data.split(":")[2:3] == [deed.last]:
            town.forge(ACTOR, data)
    if deed.last.startswith(("=", "file")):
        town.step(ACTOR, deed.last)

    assert town.leaked(place) == []
    if not place.may(deed.action, deed.where):
        nothing_happened(town, place, deed)


# --- links into the team --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["used", "late", "revoked", "unknown"])
@every_place
def test_a_link_used_before_or_opened_late_gives_nobody_a_right(town: RightsCity, place: Place, ending: str) -> None:
    town.give(place)
    match ending:
        case "used":
            staff.use_invitation(town.tx, LINK, OWNER, town.now)
        case "late":
            town.now += timedelta(days=4)
        case "revoked":
            staff.revoke_invitations(town.tx, "staff", town.now)
    town.watch()
    code = "another-code" if ending == "unknown" else LINK

    for _ in range(2):
        town.step(ACTOR, f"/start unirse_{code}")
        town.step(ACTOR, "yes")

    assert town.changed(drafts=True) == set()
    assert town.leaked(place) == []


@every_place
def test_a_link_used_twice_by_the_same_person_counts_once(town: RightsCity, place: Place) -> None:
    town.give(place)
    town.walk(ACTOR, (f"/start unirse_{LINK}", "yes"))
    town.give(Place("nobody", None))
    town.watch()

    town.walk(ACTOR, (f"/start unirse_{LINK}",))
    used = town.column("SELECT used_at IS NOT NULL FROM invitation") == [1]

    assert town.changed(drafts=True) == set()
    assert used == ("yes" not in town.values(ACTOR))
    assert used == (place.staff is None or (place.staff.role != "owner" and place.staff != Staff("coordinator")))


# --- the whole desk -------------------------------------------------------------------------------------------------


@every_place
def test_no_button_that_anybody_is_offered_shows_or_does_more_than_they_may(town: RightsCity, place: Place) -> None:
    """Every screen that can be reached by buttons, each pressed once; what was done is what the place allows."""
    town.give(place)
    seen: set[tuple[str, ...]] = set()
    paths: list[tuple[str, ...]] = [("/juntas",), ("/equipo",), ("go:juntas:b1",), ("go:juntas:c1",), ("go:juntas:b3",)]
    image = town.tx.serialize()
    pressed = 0
    while paths and pressed < 150:
        path = paths.pop(0)
        town.again(image)
        walked = town.walk(ACTOR, path)
        pressed += 1

        assert town.leaked(place) == [], path
        if not walked or (place.staff is None and town.changed(drafts=True)):
            assert not walked, path
            continue
        screen = tuple(data.rsplit(":", 1)[0] for data in town.buttons(ACTOR).values())
        if screen in seen:
            continue
        seen.add(screen)
        paths += [(*path, value) for value in town.values(ACTOR) if value not in {"help", "back"}]


@pytest.mark.parametrize("secret", SECRETS)
def test_what_is_secret_can_be_seen_by_who_may(town: RightsCity, secret: str) -> None:
    """Otherwise nothing would be proved by not seeing it."""
    town.give(OWNERS_OF_ALL)
    town.watch()
    for step in ("go:juntas:b1", "timeline", "go:juntas:c1", "go:juntas:b2", "go:bandeja:t1", "/equipo", "/salud"):
        town.step(ACTOR, step)

    assert secret in town.shown()
    assert HERE
