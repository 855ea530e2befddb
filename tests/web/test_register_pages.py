"""The register page of a month in the browser: due, made, looked at, printed at true size."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from pipeline.intake.reader import Reader
from pipeline.records import boot
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OVERSEER, Bureau, copied
from tests.office.stages import NEXT_MONTH
from tests.web.door import Door, give_words, served
from tests.web.guest import opened
from tests.web.trust import launch
from tests.web.visitor import entered

PAGE = "/buku/lembar/2026-11/"


@pytest.fixture(scope="module")
def door(
    stage: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory, office_reader: Reader
) -> Iterator[Door]:
    """The door of an office with two cases of November, on the first of December."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RANGKAP_CLOCK", NEXT_MONTH)
        patch.delenv("RANGKAP_DATABASE", raising=False)
        home = copied(stage("registered"), tmp_path_factory.mktemp("lembar") / "rumah")
        give_words(Bureau(home, office_reader))
        boot.close()
        with served(home) as door:
            yield door


def test_the_chair_makes_the_page_looks_at_it_and_prints_it(door: Door) -> None:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        with opened(browser, door) as guest:
            page = guest.page
            guest.sign_in(CHAIR)
            guest.go("/buku/")
            page.get_by_role("link", name="Lembar pengesahan").press("Enter")
            page.wait_for_url("**/buku/lembar/")
            assert "perlu dibuat" in page.inner_text("main")
            page.get_by_role("link", name="Buat lembar R-2026-11").press("Enter")
            page.get_by_role("button", name="Buat lembar").press("Enter")
            page.wait_for_selector(".copies img")
            page.wait_for_load_state("networkidle")
            sizes = page.eval_on_selector_all(".copies img", "all => all.map(one => one.naturalWidth)")
            assert len(sizes) == 2
            assert min(sizes) > 500
            assert "dicetak 0 kali" in page.inner_text("main")
            page.get_by_role("button", name="Cetak kedua salinan").press("Enter")
            page.wait_for_selector("img.sheet")
            page.wait_for_load_state("networkidle")
            printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
            guest.go(PAGE)
            assert "dicetak 1 kali" in page.inner_text("main")
            assert "salinan ke-1 belum kembali" in page.inner_text("main")
        browser.close()
    assert [round(float(page.mediabox.width) * 25.4 / 72) for page in printed.pages] == [210, 210]
    assert door.rows("SELECT printed FROM records_pagerow") == [(1,)]


def test_what_came_back_signed_is_looked_at_on_the_page_of_its_month(
    stage: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory, office_reader: Reader
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RANGKAP_CLOCK", NEXT_MONTH)
        patch.delenv("RANGKAP_DATABASE", raising=False)
        home = copied(stage("paged"), tmp_path_factory.mktemp("ditandatangani") / "rumah")
        give_words(Bureau(home, office_reader))
        boot.close()
        with served(home) as door:
            archivist, clerk = entered(door, ARCHIVIST), entered(door, CLERK)
            page = archivist.get(PAGE).text
            urls = re.findall(r'<a href="(/surat/[^"]+/halaman-\d+\.png)"', page)
            assert "pindaian salinan ke-1, halaman 1" in page
            assert "pindaian salinan ke-2, halaman 1" in page
            assert len(urls) == 2
            for url in urls:
                picture = archivist.get(url)
                assert (picture.status, picture.headers["Content-Type"]) == (200, "image/png")
                assert picture.headers["Cache-Control"] == "no-store"
                assert entered(door, OVERSEER).get(url).status == 403
            assert clerk.get(PAGE).status == 403
