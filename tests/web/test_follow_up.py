"""Referral, service and note in the browser: the law is asked where she did not consent, a note is led to from its letter."""

from collections.abc import Iterator

import pytest

from tests.office.bureau import CLERK, OFFICER, one_page
from tests.office.stages import FIRST
from tests.office.test_follow_up import PLANNED, REFERRED
from tests.web.conftest import OfficeAt
from tests.web.door import Door, give_words, served
from tests.web.filed import made, said_after
from tests.web.furnished import take_in
from tests.web.visitor import entered

AT = f"/kasus/{FIRST}/tindakan/"
WAITING = "A-2026-0003"
WORDS = "Pengirim menunggu di luar kantor."


@pytest.fixture(scope="module")
def door(office_at: OfficeAt) -> Iterator[Door]:
    """The door of an office with two cases whose victims were not asked yet, and a letter that waits."""
    office = office_at("registered")
    take_in(office, one_page("surat susulan"))
    give_words(office)
    with served(office.home) as door:
        yield door


def test_a_law_is_asked_for_once_the_institution_may_not_learn_of_her(door: Door) -> None:
    officer = entered(door, OFFICER)
    answer = made(officer, f"{AT}record-referral/", **REFERRED)
    assert answer.status == 409
    assert "/tindakan/inform-victim/" in answer.text
    law = {"emergency_law": "UU 12/2022", "emergency_reason": "keselamatan anak terancam"}
    assert made(officer, f"{AT}record-referral/", **REFERRED, **law).status == 302
    page = officer.get(f"{AT}record-referral-answer/?tentang=rujukan-1").text
    assert 'value="rujukan-1" selected' in page
    assert ">Rujukan 1, layanan kesehatan, 24-11-2026, " in page
    history = officer.get(f"/kasus/{FIRST}/").text.partition('id="riwayat"')[2]
    assert "<small>Rujukan 1</small>" in history


def test_a_planned_service_stands_on_the_page_of_its_case(door: Door) -> None:
    officer = entered(door, OFFICER)
    page = said_after(officer, made(officer, f"{AT}plan-visit/", **PLANNED))
    assert "layanan atau kunjungan (kesehatan, korban, 09.00): " in page


def test_a_note_on_a_letter_is_read_where_the_letter_leads_to(door: Door) -> None:
    clerk, to = entered(door, CLERK), f"/surat-masuk/{WAITING}/tindakan/note-arrival/"
    assert to in clerk.get(f"/surat-masuk/{WAITING}/").text
    assert clerk.post(to, reason=WORDS).status == 302
    assert WORDS in clerk.get(to).text
