"""The copy for the victim in the browser: proposed, looked at, corrected, approved, printed, handed over, withdrawn."""

import re

import pytest

from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER
from tests.office.stages import FIRST
from tests.web.door import Door
from tests.web.filed import made, said_after, version_on
from tests.web.visitor import Visitor, entered

ACT = f"/kasus/{FIRST}/tindakan"
COPY = f"{ACT}/copy"
FORM = "formulir-pendaftaran"


@pytest.fixture(scope="module")
def door(filed_office: Door) -> Door:
    """The door of an office with a filed answer."""
    return filed_office


@pytest.fixture(scope="module")
def people(door: Door) -> dict[str, Visitor]:
    """Those who have to do with it, signed in."""
    return {name: entered(door, name) for name in (CLERK, OFFICER, CHAIR, ARCHIVIST)}


def test_a_copy_goes_its_whole_way(people: dict[str, Visitor]) -> None:
    clerk, officer, chair = (people[name] for name in (CLERK, OFFICER, CHAIR))
    page = clerk.get(f"{COPY}/").text
    assert "Tidak dapat dipilih, dan alasannya" in page
    assert people[ARCHIVIST].get(f"{COPY}/").status == 403
    proposing = f"{ACT}/propose-copy/"
    none = clerk.post(proposing, read_version=version_on(clerk.get(proposing).text))
    assert none.status == 400
    looked = said_after(clerk, made(clerk, proposing, chosen=FORM))
    assert "revisi 1" in looked
    (first, *_) = re.findall(r"/cetakan/[\w-]+/gambar-1\.png", looked)
    assert clerk.get(first).body.startswith(b"\x89PNG")
    assert officer.get(first).status == 404

    assert officer.get(f"{ACT}/submit-copy/").status == 409
    read = version_on(looked)
    wrong = clerk.post(f"{COPY}-look/", read_version=read, added="99: 1 1 2 2")
    assert wrong.status == 409
    assert "99: 1 1 2 2" in wrong.text
    again = clerk.post(f"{COPY}-look/", read_version=read, added="1: 10 20 45 24")
    assert "Revisi 2 dibuat" in said_after(clerk, again)
    stale = officer.post(f"{COPY}-look/", read_version=read, added="1: 10 20 45 24")
    assert stale.status == 409
    assert "diubah orang lain" in stale.text
    assert "menunggu ketua" in said_after(clerk, made(clerk, f"{ACT}/submit-copy/"))

    assert clerk.get(f"{ACT}/approve-copy/").status == 403
    assert chair.get(f"{ACT}/approve-copy/").status == 409
    assert made(chair, f"{ACT}/return-copy/", reason="").status == 400
    assert "dihitamkan" in chair.get(f"{COPY}-look/").text
    assert "disetujui" in said_after(chair, made(chair, f"{ACT}/approve-copy/"))
    printed = said_after(clerk, made(clerk, f"{ACT}/print-copy/"))
    assert printed.count('class="sheet') >= 3

    answers = {"receiver": "korban", "proof": "KTP", "handed_day": "24-11-2026", "way": "di kantor"}
    assert "tercatat diserahkan" in said_after(clerk, made(clerk, f"{ACT}/hand-over-copy/", **answers))
    assert clerk.get(f"{ACT}/hand-over-copy/").status in (404, 409)
