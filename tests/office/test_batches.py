"""A batch off the scanner: signed copies are filed, other people's pages stay mail, prints are no copies."""

import io
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pypdf
import pytest
from PIL import Image, ImageDraw

from pipeline.intake.arrival import RECORD, arrivals_on_disk
from pipeline.kernel import clock, ids
from pipeline.kernel.files import digest_bytes
from pipeline.office.arrivals import arrival_files
from pipeline.office.arrivals.copies_out import PRINT
from pipeline.office.overview import receive
from pipeline.records import arrivals, cases, letters
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import LetterState
from tests.office import damage, decided
from tests.office.bureau import CHAIR, Bureau, one_page, pdf_of, signed_pages
from tests.office.reading import read_arrival

FIRST, LETTER = "2026-0001", "2026-0001-1"


def picture(seed: int) -> bytes:
    """Return a page of somebody's letter as the scanner gives it: lines of ink, no code."""
    image = Image.new("L", (620, 877), 250)
    pen = ImageDraw.Draw(image)
    for line in range(6):
        pen.line([(60, 80 + 30 * line), (300 + 40 * seed, 80 + 30 * line)], fill=40, width=3)
    out = io.BytesIO()
    image.save(out, "JPEG", dpi=(75, 75))
    return out.getvalue()


def copies_on_paper(bureau: Bureau) -> list[list[bytes]]:
    """Print and sign both copies; returns the pages of each."""
    return [signed_pages(path, copy) for copy, path in enumerate(bureau.printed(FIRST), 1)]


def merged(paths: Sequence[Path], *more: bytes) -> bytes:
    """Return one PDF of all pages of some PDFs."""
    writer = pypdf.PdfWriter()
    for path in paths:
        writer.append(path)
    for data in more:
        writer.append(io.BytesIO(data))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def parts(whole: str) -> list[Arrival]:
    """Return the parts of a scan in the order of their pages."""
    return sorted(arrivals.parts_of(whole), key=lambda part: int(part.parent_pages.partition("-")[0]))


def need_both_filed() -> None:
    """Be sure that the letter is signed and both scans are in the archive."""
    assert letters.get(LETTER).state == LetterState.SIGNED
    assert cases.archived(FIRST) == 3
    names = {document.logical for document in cases.documents(FIRST)}
    assert {f"surat-{LETTER}-r1-salinan-{copy}-ttd.pdf" for copy in (1, 2)} <= names
    assert not any("pindaian-asal" in name for name in names)


def test_a_complaint_on_top_of_our_copies_keeps_the_number_that_stands_on_it(approved: Bureau) -> None:
    first, second = copies_on_paper(approved)
    whole = approved.arrive(pdf_of([picture(1), *first, *second]))
    read_arrival(approved.session(), approved.reader, whole.id)
    mail, *copies = parts(whole.id)
    assert (mail.agenda, mail.state, mail.struck, mail.parent_pages) == (whole.agenda, "baru", "", "1-1")
    assert [copy.state for copy in copies] == [ArrivalState.FILED] * 2
    after = arrivals.get(whole.id)
    assert (after.state, after.agenda) == (ArrivalState.SPLIT, None)
    assert str(whole.agenda) in after.struck
    need_both_filed()
    assert approved.verify() == []


def test_a_complaint_behind_and_between_our_copies_gets_a_number_of_its_own(approved: Bureau) -> None:
    first, second = copies_on_paper(approved)
    came = approved.receive(pdf_of([*first, picture(1), picture(2), *second, picture(3)]))
    assert [arrival.what for arrival in came] == ["copy", "agenda", "copy", "agenda"]
    mail = [arrival for arrival in arrivals.listed() if arrival.parent and arrival.agenda]
    assert [part.agenda for part in sorted(mail, key=lambda part: part.agenda or "")] == [
        "A-2026-0003",
        "A-2026-0004",
    ]
    assert {arrival.state for arrival in mail} == {ArrivalState.NEW}
    assert {arrival.struck for arrival in mail} == {""}
    need_both_filed()
    approved.arrive(one_page("berikutnya"))
    assert approved.verify() == []


def test_a_batch_of_ours_alone_strikes_its_row_and_is_filed_with_its_copies(approved: Bureau) -> None:
    first, second = copies_on_paper(approved)
    came = approved.receive(pdf_of([*first, *second]))
    assert [arrival.what for arrival in came] == ["copy", "copy"]
    names = {document.logical for document in cases.documents(FIRST)}
    assert f"surat-{LETTER}-r1-pindaian-asal-1.pdf" in names
    assert [arrival for arrival in arrivals.listed() if arrival.parent and arrival.agenda] == []


def test_a_print_behind_a_signed_copy_or_behind_a_letter_is_set_aside_too(approved: Bureau) -> None:
    paths = approved.printed(FIRST)
    signed = pdf_of(signed_pages(paths[0], 1))
    approved.receive(merged([], signed, paths[1].read_bytes()))
    assert [bool(copy.arrival) for copy in letters.copies(LETTER)] == [True, False]
    whole = approved.arrive(merged([], pdf_of([picture(1)]), paths[0].read_bytes()))
    read_arrival(approved.session(), approved.reader, whole.id)
    mail, printed = parts(whole.id)
    assert (mail.state, mail.agenda) == (ArrivalState.NEW, whole.agenda)
    assert (printed.state, printed.note.partition(". ")[0]) == (ArrivalState.UNMATCHED, PRINT)
    assert letters.get(LETTER).state == LetterState.APPROVED


def test_a_copy_of_a_revision_that_was_returned_is_set_aside(approved: Bureau) -> None:
    first, second = approved.signed(FIRST)
    approved.receive(first)
    (scan,) = [arrival for arrival in arrivals.listed() if arrival.code]
    decided.send_back(approved.session(CHAIR), FIRST, "perbaiki")
    after = arrivals.get(scan.id)
    assert (after.state, after.note) == (ArrivalState.UNMATCHED, "revisi 1 dikembalikan oleh ketua")
    (late,) = approved.receive(second)
    assert late.what == "unmatched"
    assert letters.get(LETTER).state == LetterState.RETURNED
    damage.rebuilt(approved)
    assert arrivals.get(scan.id).state == ArrivalState.UNMATCHED


def own_document(bureau: Bureau, text: str, kind: str, parent: str = "", old: bool = True) -> str:
    """Leave a document of our own making behind, as a kill does before its transaction."""
    data = text.encode()
    moment = clock.now() - timedelta(minutes=5)
    digests = (digest_bytes(data, "sha256"), digest_bytes(data))
    arrival = Arrival(
        ids.new_arrival_id(moment),
        *digests,
        len(data),
        kind,
        text,
        moment,
        moment,
        ArrivalState.READ,
        parent=parent,
        parent_pages="1-1" if parent else "",
    )
    arrival_files.put(bureau.settings, arrival, data)
    damage.make_old(bureau.settings.arrivals / arrival.id, 601 if old else 500)
    return arrival.id


def test_a_call_whose_registration_was_killed_is_shown_and_a_part_that_is_no_letter_stays(
    bureau: Bureau,
) -> None:
    bureau.session()
    old_call = own_document(bureau, "telepon lama", "phone")
    young_call = own_document(bureau, "telepon baru", "phone", old=False)
    old_part = own_document(bureau, "bagian lama", "pdf", "01M0000000000000000000000A")
    young_part = own_document(bureau, "bagian baru", "pdf", "01M0000000000000000000000A", old=False)
    came = bureau.receive(one_page())
    assert [arrival.what for arrival in came] == ["agenda", "later", "agenda"]
    shown = arrivals.get(old_call)
    assert (shown.agenda, shown.kind, shown.state) == ("A-2026-0001", "phone", ArrivalState.READ)
    left = set(arrivals_on_disk(bureau.settings.arrivals))
    assert left >= {old_call, young_call, old_part, young_part}
    assert not arrivals.has(young_call)
    damage.make_old(bureau.settings.arrivals / young_call, 601)
    assert sorted(outcome.what for outcome in bureau.receive()) == ["agenda", "later"]
    assert arrivals.get(young_call).agenda == "A-2026-0003"


@pytest.mark.parametrize("data", [b"{", b"[]", b"null", b"\xff"])
def test_what_has_a_damaged_record_or_row_comes_in_as_mail_and_the_others_as_they_were(
    bureau: Bureau, data: bytes
) -> None:
    record, row, whole = (bureau.arrive(one_page(text)) for text in ("satu", "dua", "tiga"))
    damage.lose_database(bureau)
    folder = bureau.settings.arrivals
    (folder / record.id / RECORD).write_bytes(data)
    (folder / row.id / "baris.json").write_bytes(data)
    bureau.session()
    outcomes = list(receive.recover(bureau.counter()))
    assert {outcome.what for outcome in outcomes} == {"agenda"}
    assert {arrival.id for arrival in arrivals.listed()} == {record.id, row.id, whole.id}
    assert arrivals.get(whole.id).agenda == whole.agenda
    assert bureau.verify() == []


def test_a_call_with_a_damaged_row_is_told_and_kept(bureau: Bureau) -> None:
    bureau.session()
    call = own_document(bureau, "telepon", "phone")
    (bureau.settings.arrivals / call / "baris.json").write_bytes(b"{")
    damage.make_old(bureau.settings.arrivals / call, 601)
    (outcome,) = bureau.receive()
    assert outcome.error is not None
    assert (outcome.what, outcome.error.fields) == ("later", {"item": call})
    assert call in arrivals_on_disk(bureau.settings.arrivals)
