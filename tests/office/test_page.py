"""The register page of a month: made when the month is over, signed in duplicate, scanned back, filed, rebuilt."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import read_code
from pipeline.office.answer import page
from pipeline.office.letters import letter_files
from pipeline.office.overview import find
from pipeline.records import arrivals, entries, pages
from pipeline.records.arrivals import ArrivalState
from pipeline.records.pages import PageState
from tests.office import damage
from tests.office.bureau import (
    ARCHIVIST,
    CHAIR,
    CLERK,
    OFFICER,
    OVERSEER,
    Bureau,
    pdf_of,
    signed_pages,
    tables,
    unsigned_pages,
)
from tests.office.matched import match
from tests.office.stages import NEXT_MONTH, page_scans
from tests.refused import is_any, refused_with

NAME = "R-2026-11"
TABLES = ("PageRow", "EntryRow", "ArrivalRow", "CaseRow")


@pytest.fixture
def december(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return a function that lets November end."""
    return lambda: monkeypatch.setenv("RANGKAP_CLOCK", NEXT_MONTH)


@pytest.fixture
def ended(bureau: Bureau, december: Callable[[], None]) -> Bureau:
    """An office with one case of November, on the first of December."""
    damage.call(bureau)
    december()
    return bureau


def made(bureau: Bureau) -> pages.Page:
    """Have the page of November put out into ``var/``."""
    return page.make(bureau.session(CHAIR), "2026-11", bureau.home / "var")[0]


def waits(bureau: Bureau) -> list[tuple[str, str]]:
    """Return what is told of pages that are not signed."""
    return [(row["page"], row["waits"].id) for row in find.todo(bureau.session(CHAIR))["pages"]]


def test_a_month_that_still_runs_has_no_page_yet(bureau: Bureau, tmp_path: Path) -> None:
    assert waits(bureau) == []
    damage.call(bureau)
    with refused_with("office.month_not_over") as refused:
        page.make(bureau.session(CHAIR), "2026-11", tmp_path)
    assert "1 Desember 2026" in refused.value.text()
    assert (pages.listed(), waits(bureau)) == ([], [])


def test_what_makes_no_page_is_told_in_both_languages(ended: Bureau, tmp_path: Path) -> None:
    cases: tuple[tuple[str, Path, str | type[Refusal]], ...] = (
        ("2026-13", tmp_path, "office.bad_month"),
        ("2026-10", tmp_path, "office.nothing_to_sign"),
        ("2026-11", tmp_path / "tidak" / "ada", "office.no_folder"),
    )
    for month, folder, error in cases:
        with refused_with(error) as refused:
            page.make(ended.session(ARCHIVIST), month, folder)
        assert refused.value.text("id") != refused.value.text("en")
    assert pages.listed() == []


def test_a_page_is_frozen_filed_and_put_out_again_as_the_same_bytes(ended: Bureau, tmp_path: Path) -> None:
    month_page, files = page.make(ended.session(ARCHIVIST), "2026-11", tmp_path)
    before = [path.read_bytes() for path in files]
    record = ended.archive.read_case(NAME)
    (first,) = list(entries.after(0))[:1]
    halaman = json.loads(ended.held.read(f"2026/{NAME}/v1/content/halaman.json"))
    assert halaman["head"] == {"n": 1, "hash": first.hash}
    assert halaman["codes"] == [copy.code for copy in month_page.copies]
    last = entries.last()
    assert last is not None
    assert (last.kind, last.case, last.register_number) == ("page_made", NAME, "")
    assert b"Sumiati" not in json.dumps(dict(record.kasus)).encode()
    for path in (ended.settings.var / "letters" / NAME).iterdir():
        path.unlink()
    again, files = page.make(ended.session(CHAIR), "2026-11", tmp_path)
    assert ([path.read_bytes() for path in files], again.printed) == (before, 2)
    assert waits(ended) == [(NAME, "salinan bertanda tangan ke-1 dan ke-2")]
    for typed, copy in ((month_page.copies[1].code, {"copy": 2}), (NAME, {})):
        known = {"page": NAME, "state": "dicetak", "entry": 1, "received": []}
        assert find.resolve(ended.session(CLERK), typed) == known | copy
    assert ended.verify() == []


def test_a_page_is_looked_at_before_it_is_printed_and_each_print_is_counted(ended: Bureau) -> None:
    drawn = page.draw(ended.session(ARCHIVIST), "2026-11")
    assert (drawn.printed, page.draw(ended.session(CHAIR), "2026-11")) == (0, drawn)
    assert page.print_of(ended.settings, drawn, 1).startswith(b"%PDF")
    first, copies = page.to_print(ended.session(CHAIR), "2026-11")
    assert (first.printed, [number for number, _ in copies]) == (1, [1, 2])
    assert page.to_print(ended.session(CHAIR), "2026-11")[0].printed == 2
    assert [pdf for _, pdf in copies] == [page.print_of(ended.settings, drawn, copy) for copy in (1, 2)]
    for account in (CLERK, OFFICER, OVERSEER):
        with refused_with("office.not_yours"):
            page.draw(ended.session(account), "2026-11")


def test_both_signed_copies_back_make_the_page_signed_and_filed(
    at_stage: Callable[[str], Bureau], december: Callable[[], None]
) -> None:
    bureau = at_stage("paged")
    december()
    signed = pages.get(NAME)
    assert (signed.state, str(signed.signed)) == (PageState.SIGNED, "2026-12-01")
    scans = [arrivals.get(copy.arrival) for copy in signed.copies]
    assert {scan.state for scan in scans} == {ArrivalState.FILED}
    root = f"2026/{NAME}/v2/content"
    for copy, scan in enumerate(scans, 1):
        kept = (bureau.settings.arrivals / scan.id / "original").read_bytes()
        assert bureau.held.read(f"{root}/lembar-salinan-{copy}-ttd.pdf") == kept
    assert [entry.kind for entry in entries.after(1)] == ["page_made", "page_signed"]
    assert waits(bureau) == []
    with refused_with("office.page_signed") as refused:
        made(bureau)
    assert "1 Desember 2026" in refused.value.text()
    assert bureau.verify() == []
    bureau.held.need_valid()
    before = tables(bureau, *TABLES)
    assert damage.rebuilt(bureau)["cases"] == 1
    assert tables(bureau, *TABLES) == before
    assert bureau.verify() == []


def test_both_copies_in_one_scan_are_parted_and_the_whole_scan_is_filed_too(ended: Bureau) -> None:
    month_page = made(ended)
    paths = [ended.home / "var" / f"{month_page.id}-{copy}.pdf" for copy in (1, 2)]
    ended.receive(pdf_of([side for copy, path in enumerate(paths, 1) for side in signed_pages(path, copy)]))
    assert pages.get(NAME).state == PageState.SIGNED
    names = {document.logical for document in ended.archive.read_case(NAME).documents}
    assert {"lembar-salinan-1-ttd.pdf", "lembar-pindaian-asal-1.pdf"} <= names
    assert ended.verify() == []


def test_paper_that_is_not_signed_and_prints_are_no_signed_copies(ended: Bureau) -> None:
    month_page = made(ended)
    path = ended.home / "var" / f"{month_page.id}-1.pdf"
    came = ended.receive(path.read_bytes(), pdf_of(unsigned_pages(path)))
    assert [arrival.what for arrival in came] == ["unmatched", "unmatched"]
    notes = [arrivals.get(arrival.arrival).note for arrival in came]
    assert "berkas PDF untuk dicetak" in notes[0]
    assert "belum tampak tanda tangan" in notes[1]
    assert waits(ended) == [(NAME, "salinan bertanda tangan ke-1 dan ke-2")]
    first, second = page_scans(ended, NAME)
    ended.receive(first)
    assert waits(ended) == [(NAME, "salinan bertanda tangan ke-2")]
    (late,) = ended.receive(pdf_of(signed_pages(path, 7)))
    assert "sudah diterima" in late.note
    ended.receive(second)
    assert pages.get(NAME).state == PageState.SIGNED
    assert {arrivals.get(arrival.arrival).state for arrival in (*came, late)} == {ArrivalState.ASIDE}


def test_a_copy_whose_code_cannot_be_read_is_matched_by_its_words(ended: Bureau, tmp_path: Path) -> None:
    month_page = made(ended)
    ended.receive(page_scans(ended, NAME)[1])
    (side,) = signed_pages(ended.home / "var" / f"{NAME}-1.pdf", 1)
    path = tmp_path / "rusak.jpg"
    path.write_bytes(side)
    with Image.open(path) as image:
        image.load()
    image.paste(255, (round(image.width * 0.75), round(image.height * 0.87), image.width, image.height))
    image.save(path, "JPEG", quality=80, dpi=(150, 150))
    arrival = ended.arrive(pdf_of([path.read_bytes()]))
    code = read_code(month_page.copies[0].code)
    assert code is not None
    words = f"{NAME} {code.in_words()}"
    try:
        match(ended.session(CLERK), str(arrival.agenda), words)
    except Refusal as doubt:
        if not is_any(doubt, "office.copy_in_doubt"):
            raise
        match(ended.session(CLERK), str(arrival.agenda), words, "kodenya tertutup noda")
    assert pages.get(NAME).state == PageState.SIGNED
    assert arrivals.get(arrival.id).struck
    assert ended.verify() == []


def test_one_copy_that_came_back_is_known_after_a_rebuild_and_the_other_completes_it(ended: Bureau) -> None:
    made(ended)
    first, second = page_scans(ended, NAME)
    ended.receive(first)
    before = tables(ended, "PageRow")
    damage.rebuilt(ended)
    (copy, other) = pages.get(NAME).copies
    assert (bool(copy.arrival), other.arrival) == (True, "")
    assert [row[10] for row in tables(ended, "PageRow")["PageRow"]] == [row[10] for row in before["PageRow"]]
    ended.receive(second)
    assert pages.get(NAME).state == PageState.SIGNED


def test_scans_of_a_page_that_the_archive_never_got_wait_with_the_reason(ended: Bureau) -> None:
    with damage.archive_stuck(ended.settings):
        with refused_with("office.filing_pending"):
            made(ended)
        came = next(arrival for arrival in ended.receive(*page_scans(ended, NAME)) if arrival.what == "page")
    damage.rebuilt(ended)
    kept = arrivals.get(came.arrival)
    assert kept.state == ArrivalState.UNMATCHED
    assert kept.note.startswith("lembar ini belum sempat diarsipkan")
    assert [name for name, _ in waits(ended)] == [NAME]


def test_a_page_whose_register_or_print_has_changed_is_not_put_out_again(
    ended: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    month_page = made(ended)
    scan = page_scans(ended, NAME)[0]
    pages.change(pages.get(NAME), head_hash="0" * 64)
    with refused_with("office.page_differs"):
        made(ended)
    (came,) = ended.receive(scan)
    assert "tidak sama dengan register" in came.note
    pages.change(pages.get(NAME), head_hash=month_page.head_hash)
    monkeypatch.setattr(letter_files, "digest_bytes", lambda *_: "lain")
    with refused_with("office.page_print_gone"):
        made(ended)
