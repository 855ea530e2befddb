"""The chair's day at the pages: both copies looked at, what changed read, approved one by one, printed in one go."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser

from demo.answers import drafting
from pipeline.letters.clauses import Choice
from tests.office import decided
from tests.office.bureau import CHAIR, CLERK, OFFICER, SCHOOL, WIFE, Bureau
from tests.web.door import Door, served
from tests.web.furnished import OWN
from tests.web.guest import Guest, opened
from tests.web.telephone import forget
from tests.web.visitor import Answer, Visitor, entered

NEXT, THIRD = "2026-0003", "2026-0004"
OLD, NEW = "telah kami catat", "telah kami terima dengan baik"


@pytest.fixture(scope="module")
def door(web_office: Bureau) -> Iterator[Door]:
    """The door of an office where four drafts wait for the chair, two of them of one case, one in its second revision."""
    for case, sample in ((NEXT, WIFE), (THIRD, SCHOOL)):
        assert web_office.register(sample).number == case
        if case == THIRD:
            decided.ask(web_office.session(OFFICER), THIRD, {"questions": "Di mana kejadiannya?"})
        web_office.draft(case, sample)
    decided.send_back(web_office.session(CHAIR), OWN, "Perbaiki kalimat pertama.")
    words = {"tercatat-instansi": f"Surat Saudara {NEW} dan kami rahasiakan."}
    decided.draft(web_office.session(OFFICER), OWN, drafting(SCHOOL), Choice(words=words))
    with served(web_office.home) as door:
        yield door


@pytest.fixture(scope="module")
def people(door: Door) -> dict[str, Visitor]:
    """Chair, officer and clerk without a browser."""
    return {name: entered(door, name) for name in (CHAIR, OFFICER, CLERK)}


def versions(door: Door, letter: str) -> dict[str, str]:
    """Return what the page of a letter brings back."""
    ((revision, version),) = door.rows("SELECT revision, version FROM records_letterrow WHERE id = ?", letter)
    return {"letter": letter, "revision": str(revision), "version": str(version)}


def said(answer: Answer) -> str:
    return re.sub(r"\s+", " ", answer.text)


def test_nothing_is_approved_unseen_or_as_it_was(door: Door, people: dict[str, Visitor]) -> None:
    chair, letter = people[CHAIR], f"{OWN}-1"
    unseen = chair.post(f"/kasus/{OWN}/surat/", decision="approve", **versions(door, letter))
    assert unseen.status == 409
    assert "belum Anda lihat" in said(unseen)
    page = chair.send("GET", f"/kasus/{OWN}/surat/?surat={letter}")
    assert "Paragraf yang diperbaiki petugas" in page.text
    old = versions(door, letter) | {"revision": "1"}
    assert chair.post(f"/kasus/{OWN}/surat/", decision="approve", **old).status == 409
    empty = chair.post(f"/kasus/{OWN}/surat/", decision="return", reason=" ", **versions(door, letter))
    assert empty.status == 409
    for name in (OFFICER, CLERK):
        refused = people[name].post(f"/kasus/{OWN}/surat/", decision="approve", **versions(door, letter))
        assert refused.status in (403, 409)
        assert people[name].send("GET", "/persetujuan/").status == 403
    assert door.rows("SELECT state FROM records_letterrow WHERE id = ?", letter) == [("konsep",)]


def test_the_draft_goes_out_for_word(people: dict[str, Visitor]) -> None:
    answer = people[OFFICER].post(f"/kasus/{OWN}/surat/word/", letter=f"{OWN}-1")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{OWN}-1-konsep-r2.docx"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.body.startswith(b"PK")
    assert people[CLERK].post(f"/kasus/{OWN}/surat/word/", letter=f"{OWN}-1").status == 403


def test_the_chair_reads_what_changed_approves_and_prints(
    chromium: Browser, door: Door, people: dict[str, Visitor]
) -> None:
    forget(door)
    with opened(chromium, door) as chair:
        chair.sign_in(CHAIR)
        page = chair.page
        page.click("nav.menu >> text=Persetujuan ketua")
        page.wait_for_load_state("networkidle")
        assert page.locator("section:has(h2:text('Konsep yang menunggu')) tbody tr").count() == 4
        page.goto(f"{door.address}/kasus/{OWN}/surat/?surat={OWN}-1")
        page.wait_for_load_state("networkidle")
        assert page.locator(".both img").count() == 2
        assert page.locator(".decide form:has(button[value=approve]) textarea").count() == 0
        assert page.locator(".decide form:has(button[value=return]) #reason").count() == 1
        first, second = (page.locator(f"button[value={act}]").bounding_box() for act in ("approve", "return"))
        reason = page.locator("#reason").bounding_box()
        assert first
        assert reason
        assert second
        assert first["y"] < reason["y"] < second["y"]
        assert "catat" in page.inner_text(".changes del")
        assert NEW.removeprefix("telah kami ") in page.inner_text(".changes")
        _returned_and_next(chair)
        _approved(chair)
        _printed(chair)
    _a_second_print_needs_its_reason(people)


def _returned_and_next(chair: Guest) -> None:
    """Return a draft; the next one opens by itself, the oldest first."""
    page = chair.page
    page.fill("#reason", "Tambahkan tembusan.")
    page.click("button[value=return]")
    page.wait_for_url(f"**/kasus/{NEXT}/surat/?surat={NEXT}-1")
    assert f"Surat {OWN}-1 revisi 2 dikembalikan" in page.inner_text(".done >> nth=0")
    page.wait_for_load_state("networkidle")


def _approved(chair: Guest) -> None:
    page = chair.page
    for case, letter in ((NEXT, f"{NEXT}-1"), (THIRD, f"{THIRD}-1"), (THIRD, f"{THIRD}-2")):
        chair.go(f"/kasus/{case}/surat/?surat={letter}")
        page.wait_for_load_state("networkidle")
        page.click("button[value=approve]")
        page.wait_for_selector(".done")
    chair.go("/persetujuan/")
    assert "Tidak ada konsep yang menunggu" in page.inner_text("main")


def _printed(chair: Guest) -> None:
    page, door = chair.page, chair.door
    page.click("text=Cetak semuanya")
    page.click("text=Cetak yang dipilih")
    page.wait_for_load_state("networkidle")
    paper = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(paper.pages) == 6
    assert door.rows("SELECT DISTINCT printed FROM records_copyrow") == [(1,)]
    page.click("text=Kembali ke surat yang dicetak")
    assert "Tidak ada surat yang menunggu printer" in page.inner_text("main")
    assert page.inner_text("main").count("sudah dicetak 1 kali") == 3
    page.click(f"main >> text={NEXT}-1")
    assert page.locator("input[name=reason][required]").count() == 1
    page.fill("input[name=reason]", "Kertas macet.")
    page.click("text=Cetak sekali lagi")
    page.wait_for_load_state("networkidle")
    assert "Musnahkan cetakan lama" in page.inner_text(".screen")
    assert door.rows("SELECT DISTINCT printed FROM records_copyrow ORDER BY printed") == [(1,), (2,)]
    chair.go("/persetujuan/")
    assert page.inner_text("main").count("menunggu salinan ke-1 dan ke-2 yang bertanda tangan") == 3


def _a_second_print_needs_its_reason(people: dict[str, Visitor]) -> None:
    refused = people[CLERK].post(f"/kasus/{NEXT}/cetak/", letter=f"{NEXT}-1")
    assert refused.status == 409
    assert "sudah" in said(refused)
    again = people[CLERK].post("/cetak/", letter=f"{NEXT}-1")
    assert again.status == 400
    assert Path(NEXT).name in said(again)
