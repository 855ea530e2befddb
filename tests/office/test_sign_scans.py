"""Signed paper as it really comes back: photographed, turned, in the wrong order, incomplete, or not signed at all."""

import io

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from demo import signer
from demo.wear import office_scan, phone_photo
from pipeline.kernel.ids import read_code
from pipeline.kernel.text import Next
from pipeline.office.answer import sameness
from pipeline.office.overview.find import todo
from pipeline.records import arrivals, cases, history, letters
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from tests.office.bureau import CLERK, Bureau, pdf_of, scanned, unsigned_pages
from tests.office.matched import match
from tests.office.reading import read_arrival
from tests.office.stages import FIRST
from tests.refused import refused_with

LETTER = f"{FIRST}-1"


def pages(bureau: Bureau, copy: int, seed: int = 0) -> list[Image.Image]:
    """Return the signed pages of a copy of the first case, 200 dpi."""
    return signer.signed_pages(bureau.printed(FIRST)[copy - 1], seed or copy)


def jpeg(page: Image.Image, **options: object) -> bytes:
    out = io.BytesIO()
    page.save(out, "JPEG", quality=70, dpi=(200, 200), **options)
    return out.getvalue()


def photographed(page: Image.Image, seed: int) -> bytes:
    return phone_photo(page.resize((page.width * 2, page.height * 2)), seed)


def note_of(bureau: Bureau, *files: bytes) -> str:
    """Take in one scan that is set aside; returns its note."""
    (came,) = bureau.receive(*files)
    assert came.what == "unmatched", came
    assert letters.get(LETTER).state == LetterState.APPROVED
    return arrivals.get(came.arrival).note


def test_copies_photographed_with_a_phone_are_filed_without_a_hand_on_them(approved: Bureau) -> None:
    for copy in (1, 2):
        (page,) = pages(approved, copy)
        approved.drop(photographed(page, copy), f"IMG_000{copy}.jpg")
    assert [arrival.what for arrival in approved.receive()] == ["copy", "copy"]
    assert letters.get(LETTER).state == LetterState.SIGNED
    assert cases.get(FIRST).state.value == "diarsipkan"
    assert [row.detail["ink"] for row in history.of_case(FIRST) if row.verb == "match"] == [
        "signed",
        "signed",
    ]
    assert approved.verify() == []


def test_a_photo_that_its_camera_noted_as_turned_and_one_laid_in_sideways_are_filed(approved: Bureau) -> None:
    (first,), (second,) = pages(approved, 1), pages(approved, 2)
    exif = Image.Exif()
    exif[0x0112] = 6
    approved.drop(jpeg(first.rotate(90, expand=True), exif=exif.tobytes()), "IMG_1.jpg")
    approved.drop(office_scan(second.rotate(270, expand=True), 1.0, 3), "SCN_1.jpg")
    assert [arrival.what for arrival in approved.receive()] == ["copy", "copy"]
    assert letters.get(LETTER).state == LetterState.SIGNED


def test_paper_that_nobody_signed_is_no_signed_copy_and_a_signed_scan_takes_its_place(
    approved: Bureau,
) -> None:
    bare = pdf_of(unsigned_pages(approved.printed(FIRST)[0]))
    (came,) = approved.receive(bare)
    assert came.what == "unmatched"
    aside = arrivals.get(came.arrival)
    assert "belum tampak tanda tangan" in aside.note
    assert came.next == (Next("accept-scan", aside.id, aside.code),)
    assert [arrival["id"] for arrival in todo(approved.session(CLERK))["arrivals"]] == [aside.id]
    assert [row.detail["ink"] for row in history.of_case(FIRST) if row.verb == "set_aside"] == ["unsigned"]
    approved.receive(*approved.signed(FIRST))
    assert letters.get(LETTER).state == LetterState.SIGNED
    settled = arrivals.get(aside.id)
    assert settled.state == ArrivalState.ASIDE
    assert "belum tampak tanda tangan" in settled.note
    assert todo(approved.session(CLERK))["arrivals"] == []
    assert approved.verify() == []


def test_a_copy_with_a_stamp_alone_waits_for_a_person(approved: Bureau) -> None:
    (page,) = pages(approved, 1)
    (bare,) = [
        Image.open(io.BytesIO(page)).convert("RGB") for page in unsigned_pages(approved.printed(FIRST)[0])
    ]
    assert "tanpa tanda tangan" in note_of(approved, pdf_of([scanned(_stamped(bare.resize(page.size)))]))


def _stamped(page: Image.Image) -> Image.Image:
    from demo.ink import stamp

    side = signer.dots(36)
    page.paste(
        (88, 62, 150), (signer.dots(92), signer.dots(200)), stamp(side, "PUSAT PELAYANAN", "P2TP2A", 4)
    )
    return page


def test_both_copies_in_one_picture_are_told_and_neither_is_taken(approved: Bureau) -> None:
    (first,), (second,) = pages(approved, 1), pages(approved, 2)
    both = Image.new("RGB", (2 * first.width, first.height), "white")
    both.paste(first, (0, 0))
    both.paste(second, (first.width, 0))
    approved.drop(jpeg(both), "IMG_0001.jpg")
    (came,) = approved.receive()
    assert came.what == "unmatched"
    assert "dua salinan dalam satu gambar (ke-1 dan ke-2), pindai tiap salinan tersendiri" in (
        arrivals.get(came.arrival).note
    )
    assert not any(copy.arrival for copy in letters.copies(LETTER))


def test_blank_backs_of_a_duplex_scan_part_nothing_and_are_told(approved: Bureau) -> None:
    blank = jpeg(Image.new("L", (1654, 2339), 252))
    (first,), (second,) = pages(approved, 1), pages(approved, 2)
    came = approved.receive(pdf_of([blank, scanned(first), blank, scanned(second), blank]))
    assert [arrival.what for arrival in came] == ["copy", "copy"]
    assert letters.get(LETTER).state == LetterState.SIGNED
    notes = [arrivals.get(arrival.arrival).note for arrival in came]
    assert all("kosong" in note for note in notes)
    assert len(arrivals.listed(ArrivalState.NEW)) == 0


def test_a_first_page_whose_code_is_hurt_does_not_hide_the_others(approved: Bureau) -> None:
    (first,), (second,) = pages(approved, 1), pages(approved, 2)
    x, y = first.width - 320, first.height - 240
    ImageDraw.Draw(hurt := first.copy()).rectangle((x, y, x + 64, y + 64), fill="white")
    came = approved.receive(pdf_of([scanned(hurt), scanned(second)]))
    if came[0].what == "agenda":
        read_arrival(approved.session(), approved.reader, came[0].arrival)
    assert bool(letters.copies(LETTER)[1].arrival)


def test_a_fax_of_both_copies_is_filed(approved: Bureau) -> None:
    frames = [
        pages(approved, copy)[0].convert("L").point(lambda v: 255 * (v > 150)).convert("1") for copy in (1, 2)
    ]
    out = io.BytesIO()
    frames[0].save(out, "TIFF", compression="group4", dpi=(200, 200), save_all=True, append_images=frames[1:])
    approved.drop(out.getvalue(), "FAX_0001.tif")
    came = approved.receive()
    assert [fax.what for fax in came] == ["copy", "copy"], [arrivals.get(part.arrival).note for part in came]
    assert letters.get(LETTER).state == LetterState.SIGNED


@pytest.mark.parametrize("at_once", [True, False], ids=["satu berkas", "dua berkas"])
def test_a_signature_that_was_copied_from_one_copy_to_the_other_is_a_doubt_for_a_person(
    approved: Bureau, at_once: bool
) -> None:
    (first,), (second,) = pages(approved, 1), unsigned_second(approved)
    high = first.height
    zone = (first.width // 3, round(high * 0.35), first.width, round(high * 0.8))
    second.paste(first.crop(zone), zone)
    signed, forged = scanned(first), scanned(second)
    if at_once:
        _, came = approved.receive(pdf_of([signed, forged]))
    else:
        approved.receive(pdf_of([signed]))
        (came,) = approved.receive(pdf_of([forged]))
    assert came.what == "unmatched"
    arrival = arrivals.get(came.arrival)
    assert arrival.note.startswith("tanda tangannya sama persis dengan yang pada salinan lainnya")
    assert sameness.mends(arrival) == (Next("accept-scan", arrival.id, arrival.code),)
    assert letters.get(LETTER).state == LetterState.APPROVED
    code = read_code(arrival.code)
    assert code is not None
    words = f"{LETTER} {code.in_words()}"
    with refused_with("office.copy_in_doubt"):
        match(approved.session(CLERK), came.arrival, words)
    match(approved.session(CLERK), came.arrival, words, "tinta basah pada kedua lembar")
    assert letters.get(LETTER).state == LetterState.SIGNED


def unsigned_second(bureau: Bureau) -> list[Image.Image]:
    """Return the pages of copy 2 as they were printed, 200 dpi."""
    with pypdfium2.PdfDocument(bureau.printed(FIRST)[1]) as document:
        return [page.render(scale=200 / 72).to_pil().convert("RGB") for page in document]
