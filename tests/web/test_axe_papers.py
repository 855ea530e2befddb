"""Pages that a state of its own opens, and what the printer gets: axe-core finds nothing on them either."""

from collections.abc import Iterator

import pytest

from demo import signer
from pipeline.office.answer import page as register_page
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, SCHOOL, pdf_of, scanned
from tests.office.damage import call
from tests.office.reading import read_arrival
from tests.office.stages import FIRST, NEXT_MONTH, SECOND
from tests.office.test_match import wiped
from tests.web.conftest import OfficeAt
from tests.web.door import Door, give_words, served
from tests.web.guest import Guest
from tests.web.test_axe import violations, walked

NEW, CALLED, MONTH, COPY = "2026-0003", "2026-0004", "2026-11", "A-2026-0005"
"""A case that is only registered, one that a call began, a month that is over, a scan of our own whose code is not read."""
PAPERS = {
    CLERK: (f"/kasus/{CALLED}/catatan-telepon/", f"/kasus/{SECOND}/cetak/", f"/cocokkan/{COPY}/",
            "/", f"/kasus/{FIRST}/surat/{FIRST}-1/", f"/kasus/{FIRST}/"),
    OFFICER: (f"/kasus/{NEW}/periksa/", f"/kasus/{NEW}/tindakan/inform-victim/", f"/kasus/{NEW}/langkah/draft/"),
    ARCHIVIST: (f"/buku/lembar/{MONTH}/", "/buku/lembar/", "/rekap/?periode=2026-11", "/buku/register/?periode=2026-11"),
}  # fmt: skip


@pytest.fixture(scope="module")
def door(office_at: OfficeAt) -> Iterator[Door]:
    """An office in December: an answer delivered, one signed but not known as such, a call, a case to be vetted, a register page."""
    office = office_at("delivered")
    assert [office.register(SCHOOL).number, call(office).number] == [NEW, CALLED]
    paper = office.printed(SECOND)[0]
    came = office.arrive(pdf_of([scanned(wiped(page)) for page in signer.signed_pages(paper, 2)]))
    assert read_arrival(office.session(), office.reader, came.id).agenda == COPY
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RANGKAP_CLOCK", NEXT_MONTH)
        register_page.make(office.session(CHAIR), MONTH, office.home / "var")
        give_words(office)
        with served(office.home) as door:
            yield door


@pytest.mark.parametrize("account", list(PAPERS))
def test_nothing_bars_anybody_from_a_page_of_papers(guest: Guest, account: str) -> None:
    guest.sign_in(account)
    assert walked(guest, PAPERS[account]) == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_bars_anybody_from_what_a_form_answers(guest: Guest, language: str) -> None:
    guest.sign_in(ARCHIVIST)
    if language == "en":
        guest.switch_language()
    page, faults = guest.page, []
    guest.go(f"/buku/lembar/{MONTH}/")
    page.click("form[action$='/cetak/'] button")
    page.wait_for_selector("img.sheet")
    faults += violations(guest, "register-page-print")
    guest.go(f"/rekap/?periode={MONTH}")
    page.click("form[action$='/buat/'] button")
    page.wait_for_load_state("networkidle")
    faults += violations(guest, "recap-made")
    assert page.get_attribute("html", "lang") == language
    assert faults == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_bars_the_clerk_from_what_goes_to_the_printer(guest: Guest, language: str) -> None:
    guest.sign_in(CLERK)
    if language == "en":
        guest.switch_language()
    page, faults = guest.page, []
    guest.go(f"/kasus/{FIRST}/tindakan/form/")
    page.select_option("#chosen", "label")
    page.click("main form button")
    page.wait_for_selector("img.sheet")
    faults += violations(guest, "printed")
    guest.go(f"/kasus/{CALLED}/catatan-telepon/")
    page.click("main form button")
    page.wait_for_selector("img.sheet")
    faults += violations(guest, "call-record")
    guest.go(f"/kasus/{SECOND}/cetak/")
    page.fill("input[name=reason]", "Kertas macet.")
    page.click("main form button")
    page.wait_for_selector("img.sheet")
    faults += violations(guest, "print")
    assert page.get_attribute("html", "lang") == language
    assert faults == []
