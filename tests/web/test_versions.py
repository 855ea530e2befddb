"""A form whose page carries a version is refused in words when it brings none or one that cannot be read; nothing is written."""

import re
from collections.abc import Iterator

import pytest

from pipeline.web import versions
from tests.office.bureau import ADMIN, CHAIR, CLERK, OFFICER
from tests.office.stages import FIRST
from tests.refused import refused_with
from tests.web.conftest import DoorAt
from tests.web.door import Door
from tests.web.visitor import Visitor, entered

UNREADABLE = ("", "9" * 5000, "1234567890", "dua", "-1", "²", "٣")
CASE = f"/kasus/{FIRST}/"


@pytest.fixture(scope="module")
def fresh(door_at: DoorAt) -> Iterator[Door]:
    """The door of an office with two cases that were registered."""
    with door_at("registered") as door:
        yield door


@pytest.fixture(scope="module")
def people(fresh: Door) -> dict[str, Visitor]:
    """Those who send the forms."""
    return {name: entered(fresh, name) for name in (OFFICER, CHAIR, ADMIN)}


@pytest.mark.parametrize("given", UNREADABLE)
def test_what_is_no_version_is_not_read(given: str) -> None:
    with refused_with("office.version_unread"):
        versions.read({"version": given}, "version")
    with refused_with("office.version_unread"):
        versions.read({}, "version")
    assert versions.read({"version": "12"}, "version") == 12


def test_a_report_is_not_decided_about_by_what_its_page_does_not_offer(
    fresh: Door, people: dict[str, Visitor]
) -> None:
    path, before = f"{CASE}periksa/", _written(fresh)
    version = re.search(r'name="version" value="(\d+)"', people[OFFICER].get(path).text)
    assert version
    for given in ({}, {"decision": ""}, {"decision": "reject"}, {"decision": "ACCEPT"}):
        answer = people[OFFICER].post(path, version=version[1], reason="Umurnya keliru.", **given)
        assert answer.status == 400, given
    assert _written(fresh) == before


def test_the_roles_of_an_account_stay_without_their_version(fresh: Door, people: dict[str, Visitor]) -> None:
    before = _written(fresh)
    for given in ({}, {"version": "9" * 5000}):
        form = {"account": CLERK, "act": "roles", "role": "arsiparis", "reason": "Pindah."}
        answer = people[ADMIN].post("/akun/kelola/", **form, **given)
        assert answer.status == 400
        assert "tidak menyebut versi" in answer.text
    asked = {"account": CLERK, "reason": "Pindah."}
    page = people[ADMIN].post("/akun/kelola/", account=CLERK).text
    acts = ("word", "lock", "unlock", "sessions", "factor", "roles")
    assert {act for act in acts if f'name="act" value="{act}"' in page} >= {
        "word",
        "lock",
        "sessions",
        "roles",
    }
    for act in acts:
        for given, status in (({}, 400), ({"version": "999"}, 409)):
            assert people[ADMIN].post("/akun/kelola/", act=act, **asked, **given).status == status, act
    assert people[ADMIN].post("/akun/kelola/", act="destroy", **asked, version="1").status == 400
    assert _written(fresh) == before


def _written(door: Door) -> list[tuple[int, ...]]:
    """Return how much stands in the history, and under which versions cases and letters stand."""
    return [
        *door.rows("SELECT count(*) FROM records_historyrow"),
        *door.rows("SELECT version FROM records_caserow ORDER BY number"),
        *door.rows("SELECT version FROM records_letterrow ORDER BY id"),
    ]
