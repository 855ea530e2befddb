"""A form that is open asks which of its questions apply, at every change: that is no look, and nothing is drawn for it."""

import json
import re

import pytest

from tests.office.bureau import ARCHIVIST, CLERK, OFFICER
from tests.office.stages import FIRST
from tests.web.door import Door
from tests.web.filed import made, said_after
from tests.web.visitor import Visitor, entered

CASE = f"/kasus/{FIRST}/"
FORM = "formulir-pendaftaran"


@pytest.fixture(scope="module")
def door(filed_office: Door) -> Door:
    """The door of an office with a filed answer."""
    return filed_office


@pytest.fixture(scope="module")
def clerk(door: Door) -> Visitor:
    """The clerk, signed in."""
    return entered(door, CLERK)


def looks(door: Door) -> int:
    return int(door.rows("SELECT count(*) FROM records_accessrow")[0][0])


def test_a_step_is_looked_at_once_however_often_its_form_asks(door: Door, clerk: Visitor) -> None:
    path, before = f"{CASE}tindakan/record-delivery/", looks(door)
    assert clerk.get(path).status == 200
    opened = looks(door)
    assert opened > before
    for _ in range(3):
        answer = clerk.post(f"{path}?state", result="disampaikan")
        assert "delivered_day" in json.loads(answer.text)["applies"]
    assert looks(door) == opened
    assert entered(door, ARCHIVIST).post(f"{path}?state", result="disampaikan").status == 403


def test_a_visit_to_a_form_or_a_paper_is_written_down_once(door: Door) -> None:
    officer, path = entered(door, OFFICER), f"{CASE}tindakan/close-case/"
    rows = "SELECT count(*) FROM records_accessrow WHERE account = ? AND verb = ?"
    version = re.search(r'name="read_version" value="(\d+)"', officer.get(path).text)
    assert version
    for _ in range(3):
        assert officer.get(path).status == 200
        assert officer.post(path, read_version=version[1], outcome="").status == 400
    assert door.rows(rows, OFFICER, "close") == [(1,)]
    case = officer.get(CASE).text
    seen = door.rows(rows, OFFICER, "view")
    small = re.findall(r'src="(/kasus/[^"]+\?kecil=1)"', case)
    assert {officer.get(picture).status for picture in small} == {200}
    assert door.rows(rows, OFFICER, "view") == seen, "a picture on which nothing can be read is no look"
    paper = small[0].partition("halaman-")[0]
    assert officer.get(paper).status == 200
    assert {
        officer.get(url).status for url in re.findall(r'src="(/kasus/[^"]+)"', officer.get(paper).text)
    } == {200}
    assert door.rows(rows, OFFICER, "view") == [(seen[0][0] + 1,)]


def test_the_copy_is_drawn_when_it_is_opened_and_not_when_its_form_asks(door: Door, clerk: Visitor) -> None:
    path = f"{CASE}tindakan/copy-look/"
    page = said_after(clerk, made(clerk, f"{CASE}tindakan/propose-copy/", chosen=FORM))
    (first, *_) = re.findall(r"/cetakan/[\w-]+/gambar-1\.png", page)
    before, sheet = looks(door), door.rows("SELECT version FROM records_sheetrow ORDER BY id")
    for _ in range(10):
        answer = clerk.post(f"{path}?state", added="1: 10 20 45 24")
        assert "added" in json.loads(answer.text)["applies"]
    assert looks(door) == before
    assert door.rows("SELECT version FROM records_sheetrow ORDER BY id") == sheet, "nothing was put out"
    assert clerk.get(first).body.startswith(b"\x89PNG"), "what was put out before is still there"
    assert entered(door, ARCHIVIST).post(f"{path}?state").status == 403
