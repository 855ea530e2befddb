"""The page of a case: what waits and whose turn it is, why other steps must wait, names for a reason, who else is there."""

import re

import pytest

from pipeline.cases.states import STEPS
from tests.office.bureau import CHAIR, CLERK, OFFICER
from tests.web.door import Door
from tests.web.furnished import OWN
from tests.web.guest import Guest
from tests.web.visitor import Visitor, entered

CASE = f"/kasus/{OWN}/"
ROW = re.compile(r"<tr class=\"([a-z-]+)\"")
MAIN = re.compile(r'<p class="main-act"><a class="button[^"]*" href="([^"]+)">([^<]+)')


@pytest.fixture(scope="module")
def chair(door: Door) -> Visitor:
    return entered(door, CHAIR)


@pytest.fixture(scope="module")
def officer(door: Door) -> Visitor:
    return entered(door, OFFICER)


def steps_of(page: str) -> list[str]:
    """Return how far each of the steps is."""
    return ROW.findall(page.split('class="step-line"')[1].split("</table>", maxsplit=1)[0])


def test_the_one_thing_to_do_is_a_large_button(chair: Visitor) -> None:
    page = chair.get(CASE).text
    match = MAIN.search(page)
    assert match
    assert match[1] == f"{CASE}surat/"
    assert match[2].strip() == "Baca dan setujui konsep"
    assert "Menunggu persetujuan ketua." in page
    assert "konsep diajukan" in page


def test_what_others_do_is_named_by_who_they_are(officer: Visitor) -> None:
    page = officer.get(CASE).text
    assert not MAIN.search(page)
    assert "<strong>ketua</strong>: Baca dan setujui konsep <small>langkah 11</small>" in page


def test_each_of_the_fourteen_steps_says_how_it_stands(officer: Visitor) -> None:
    page = officer.get(CASE).text
    assert len(steps_of(page)) == len(STEPS) == 14
    assert steps_of(page).count("now") == 1
    assert "Menunggu kedua salinan bertanda tangan (langkah 11)." in page
    assert "Menunggu surat diarsipkan (langkah 12)." in page
    assert re.search(r"[\d,]+ dari 15 menit", page)
    assert re.search(r"<li>Berlalu: [^<;]+</li>\s*<li>Jeda klarifikasi: [^<;]+</li>", page)


def test_names_are_shown_for_a_reason_and_the_view_ends(officer: Visitor, chair: Visitor) -> None:
    shut = officer.get(CASE)
    assert officer.post(CASE, reason="", chosen="").status == 400
    wide = officer.post(CASE, chosen="menyusun surat jawaban")
    assert wide.status == 200
    assert wide.headers["Refresh"] == f"300; url={CASE}"
    assert shut.headers["Refresh"] is None
    assert "data-revealed" in wide.text
    assert "data-revealed" not in shut.text
    again = chair.get(CASE).text
    assert f"<li>{OFFICER}, <time>" in again
    assert "<q>menyusun surat jawaban</q>" not in again
    typed = officer.post(CASE, reason="Pelapor menelepon.").text
    assert "<q>Pelapor menelepon.</q>" in typed


def test_parts_open_one_at_a_time_and_papers_turn_by_key(guest: Guest) -> None:
    guest.sign_in(CLERK)
    guest.go(CASE)
    page = guest.page
    assert page.is_visible("#orang")
    assert not page.is_visible("#riwayat")
    page.focus("nav[data-tabs] a[href='#dokumen']")
    page.keyboard.press("Enter")
    assert page.is_visible("#dokumen .thumb")
    assert not page.is_visible("#orang")
    assert (
        page.locator("#dokumen .thumb").first.evaluate("one => one.decode().then(() => one.naturalWidth)") > 0
    )
    page.click("#dokumen a:has(.thumb)")
    page.wait_for_url("**/dokumen/**")
    page.keyboard.press("+")
    assert page.locator(".sheets.zoom-3").count() == 1
    page.keyboard.press("-")
    page.keyboard.press("-")
    assert page.locator(".sheets.zoom-1").count() == 1
    page.click("a:has-text('Kasus')")
    page.wait_for_url(f"**{CASE}#dokumen")
    assert page.is_visible("#dokumen .thumb")


def test_open_names_are_gone_when_the_page_is_left(guest: Guest) -> None:
    guest.sign_in(OFFICER)
    guest.go(CASE)
    page = guest.page
    page.select_option("#chosen", index=1)
    page.click("#orang form button")
    page.wait_for_selector("[data-revealed]")
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.inner_text(".case").strip() == ""
    guest.go("/")
    guest.go(CASE)
    assert page.locator("[data-revealed]").count() == 0
