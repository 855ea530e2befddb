"""The page of a case in its other states: just done and to be taken back, in a crisis, voided, with restricted access, stale."""

import re
from collections.abc import Iterator

import pytest

from pipeline.kernel import clock
from pipeline.office.cases import crisis
from pipeline.office.delivery import void_case
from pipeline.office.engine.perform import perform
from pipeline.records import boot, history
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, WIFE, Bureau
from tests.office.stages import FIRST, SECOND
from tests.web.conftest import OfficeAt
from tests.web.door import Door, give_words, served
from tests.web.visitor import Visitor, entered

WHY = "Permintaan pemeriksaan inspektorat."
THIRD, FOURTH, FIFTH = "2026-0003", "2026-0004", "2026-0005"
MAIN = re.compile(
    r'<p class="main-act"><a class="button[^"]*" href="([^"]+)">([^<]+)<small>langkah (\d+)</small>'
)
ROW = r'id="next-{case}" class="button(?: quiet)?" href="([^"]+)">([^<]+)</a>'
LONG = 300
"""How many acts a long history has at least."""


@pytest.fixture(scope="module")
def states(office_at: OfficeAt) -> Bureau:
    """An office with a filed case, one in a crisis, one with a long history, one voided, one with restricted access."""
    office = office_at("filed")
    for _ in (THIRD, FOURTH, FIFTH):
        office.register(WIFE)
    chair = office.session(CHAIR)
    with boot.transact():
        crisis.instruct(chair, clock.now(), THIRD)
        for _ in range(LONG):
            history.note(clock.now(), chair.actor, "print", None, THIRD, reason="kertas macet")
    perform(void_case.void_case, office.session(CLERK), FOURTH, {"reason": "salah daftar"})
    history.note(clock.now(), chair.actor, "erasure_grant", None, FIFTH)
    give_words(office)
    return office


@pytest.fixture(scope="module")
def door(states: Bureau) -> Iterator[Door]:
    """The web door of that office."""
    with served(states.home) as door:
        yield door


@pytest.fixture(scope="module")
def chair(door: Door) -> Visitor:
    """The chair, who has signed in."""
    return entered(door, CHAIR)


def test_a_crisis_nobody_has_taken_comes_before_everything(door: Door) -> None:
    page = entered(door, CLERK).get(f"/kasus/{THIRD}/").text
    assert "Belum ada yang mengambil alih." in page
    assert 'class="button danger"' in page.split('class="main-act"')[1][:60]


def test_the_list_of_what_waits_the_button_and_the_steps_name_one_next_act(
    door: Door, chair: Visitor
) -> None:
    seen = set[str]()
    for account in (CLERK, OFFICER, CHAIR, ARCHIVIST):
        visitor = chair if account == CHAIR else entered(door, account)
        home = visitor.get("/").text
        for case in (FIRST, SECOND, THIRD):
            page = visitor.get(f"/kasus/{case}/").text
            main, row = MAIN.search(page), re.search(ROW.format(case=case), home)
            assert page.count('aria-current="step"') == 1
            if main:
                now = page.split('aria-current="step"')[1]
                assert re.search(r"</span> (\d+)</td>", now)[1] == main[3], (account, case)  # type: ignore[index]
                seen.add(main[2].strip())
            if row:
                wanted = (main[1], main[2].strip()) if main else (f"/kasus/{case}/", "Buka kasus")
                assert (row[1], row[2]) == wanted, (account, case)
    assert seen == {"Keluarkan surat dengan tanda terimanya", "Ambil alih menurut SOP krisis"}


def test_a_long_history_is_shown_in_part_and_whole_when_asked(chair: Visitor) -> None:
    part = chair.get(f"/kasus/{THIRD}/").text.split('id="riwayat"')[1]
    assert part.count("<li><time>") == 40
    assert "Tampilkan semua" in part
    whole = chair.get(f"/kasus/{THIRD}/?semua=1").text.split('id="riwayat"')[1]
    assert whole.count("<li><time>") > LONG
    assert "kertas macet" not in whole


def test_a_voided_case_offers_nothing_and_says_so(chair: Visitor) -> None:
    page = chair.get(f"/kasus/{FOURTH}/").text
    assert "main-act" not in page
    assert "Pendaftaran dibatalkan, nomornya tetap tercatat." in page
    assert "Tidak dikerjakan karena pendaftaran dibatalkan." in page


def test_a_restricted_case_is_opened_for_a_reason_by_chair_and_archivist_alone(
    door: Door, chair: Visitor
) -> None:
    case = f"/kasus/{FIFTH}/"
    asked = chair.get(case).text
    assert "Akses ke kasus ini dibatasi" in asked
    assert "R.T." not in asked
    assert chair.post(case, reason=" ").status == 400
    seen = chair.post(case, reason=WHY)
    assert seen.status == 200
    assert "Akses dibatasi sejak" in seen.text
    assert "R.T." in seen.text
    assert "<img" not in seen.text.split('id="dokumen"')[1]
    assert "main-act" not in seen.text
    assert "data-revealed" in chair.post(case, reason=WHY, names="1").text
    for account in (CLERK, OFFICER):
        refused = entered(door, account).get(case)
        assert refused.status == 404, account
        assert "R.T." not in refused.text
    assert entered(door, ARCHIVIST).post(case, reason=WHY).status == 200
    assert door.rows(
        "select count(*) from records_historyrow where verb = 'open_restricted' and \"case\" = ?", FIFTH
    ) != [(0,)]


def test_an_officer_is_named_and_stands_on_the_page(door: Door, chair: Visitor) -> None:
    case = f"/kasus/{THIRD}/"
    assert chair.post(f"{case}tugas/", None, officer=OFFICER, **read_at(chair, f"{case}tugas/")).status == 302
    assert f"<strong>{OFFICER}</strong>" in chair.get(case).text


def test_what_was_typed_stays_where_an_officer_is_refused(chair: Visitor) -> None:
    path = f"/kasus/{THIRD}/tugas/"
    refused = chair.post(path, None, officer=CLERK, reason="Cuti panjang.", **read_at(chair, path))
    assert refused.status == 409
    assert "Cuti panjang.</textarea>" in refused.text


def test_what_was_typed_for_another_version_is_shown_beside_what_stands_there(
    door: Door, chair: Visitor
) -> None:
    clerk, path = entered(door, CLERK), f"/kasus/{THIRD}/tindakan/record-clarification/"
    read = read_at(clerk, path)
    officer = entered(door, OFFICER)
    answers = {"clarified_day": "24-11-2026", "clarified_way": "di kantor"}
    form = {"contact_asked": "ya", "safe_contact_hours": "sebelum pukul 15.00"}
    first = officer.post(path, None, **form, **answers, **read_at(officer, path))
    assert first.status == 302, re.findall(r"said\">([^<]+)|trouble[^>]*>([^<]+)", first.text)
    stale = clerk.post(
        path, None, contact_asked="ya", safe_contact_hours="sebelum pukul 16.00", **answers, **read
    )
    assert stale.status == 409
    assert "sebelum pukul 16.00" in stale.text
    assert "sebelum pukul 15.00" in stale.text
    assert f"Diubah oleh {OFFICER}" in stale.text


def read_at(visitor: Visitor, path: str) -> dict[str, str]:
    """Return the hidden values of the form at ``path``: the version that was read."""
    page = visitor.get(path).text
    return dict(re.findall(r'<input type="hidden" name="(read_version|seen|version)" value="([^"]*)"', page))
