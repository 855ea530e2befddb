"""Step 11 with electronic signatures: both exports come back signed, are known again, checked, filed untouched."""

from dataclasses import replace

from pipeline.office.arrivals import electronic_report
from pipeline.office.base.session import who
from pipeline.office.keeping import rebuild
from pipeline.office.overview.find import show, todo
from pipeline.records import arrivals, boot, cases, letters
from pipeline.records.letters import Copy, Letter, LetterState
from pipeline.records.models import AccessRow, HistoryRow
from pipeline.signing.electronic import Verdict, report_from_json
from tests.office.bureau import (
    ARCHIVIST,
    CHAIR,
    CLERK,
    USER,
    Bureau,
    pdf_of,
    signed_pages,
)
from tests.office.electronic_copies import come, exports, trusting
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with
from tests.signing.doctored import resaved
from tests.signing.pki import signed, usual

LETTER = f"{FIRST}-1"


def test_both_exports_signed_by_the_chair_are_filed_untouched_with_their_reports(approved: Bureau) -> None:
    trusting(approved)
    back = [signed(export, usual().chair) for export in exports(approved)]
    came = approved.receive(*back)
    note = "TTE: sah, sertifikat dikenal; pencabutan dicek s.d. 30 November 2026"
    assert [(arrival.what, arrival.note) for arrival in came] == [("copy", f"{LETTER} {note}")] * 2
    assert letters.get(LETTER).state == LetterState.SIGNED
    copies = letters.copies(LETTER)
    assert [copy.means for copy in copies] == ["electronic", "electronic"]
    documents = {document.logical: approved.held.read(document.path) for document in cases.documents(FIRST)}
    for copy, data in zip(copies, back, strict=True):
        base = f"surat-{LETTER}-r1-salinan-{copy.copy}"
        assert documents[f"{base}-ttd.pdf"] == data
        assert documents[f"{base}-laporan-tte.json"].decode() == copy.report
        report = report_from_json(copy.report)
        assert (report.verdict, report.is_prefix, report.code) == (Verdict.VALID, True, copy.code)
    assert approved.verify() == []
    plain = show(approved.session(CHAIR), FIRST).plain
    assert [copy["signature"] for copy in plain["letters"][0]["copies"]] == [note] * 2
    assert len(plain["signed_copies"]) == 2


def kept_of(office: Bureau) -> tuple[list[Copy], Letter]:
    """Return letter and copies but for what only the backup holds: prints since the last version, to the second."""
    office.session()
    copies = [replace(copy, printed=0, matched_at=None) for copy in letters.copies(LETTER)]
    return copies, letters.get(LETTER)


def rebuilt(office: Bureau) -> None:
    rebuild.rebuild(office.settings, who(office.settings, USER, ARCHIVIST))


def test_the_rebuilt_office_knows_the_same_also_when_only_one_copy_is_back(approved: Bureau) -> None:
    first, second = (signed(export, usual().chair) for export in exports(approved))
    approved.receive(first)
    before = kept_of(approved)
    rebuilt(approved)
    assert kept_of(approved) == before
    assert before[0][0].report
    approved.receive(second)
    assert letters.get(LETTER).state == LetterState.SIGNED
    assert cases.get(FIRST).state.value == "diarsipkan"
    filed = kept_of(approved)
    rebuilt(approved)
    assert kept_of(approved) == filed
    assert approved.verify() == []


def test_an_issuer_that_nobody_trusts_yet_is_told_and_stops_nothing(approved: Bureau) -> None:
    for data in exports(approved):
        assert come(approved, signed(data, usual().chair)) == (
            "copy",
            "TTE: utuh, tetapi penerbit belum dipercaya",
        )
    assert letters.get(LETTER).state == LetterState.SIGNED
    waiting = [arrival["note"] for arrival in todo(approved.session(CHAIR))["arrivals"]]
    assert waiting == []


def test_one_copy_back_shows_the_chair_what_was_found(approved: Bureau) -> None:
    approved.receive(signed(exports(approved)[1], usual().chair))
    (row,) = todo(approved.session(CHAIR))["arrivals"]
    assert (row["state"], row["note"]) == ("salinan", "TTE: utuh, tetapi penerbit belum dipercaya")


def test_one_wet_and_one_electronic_copy_are_refused_with_the_reason(approved: Bureau) -> None:
    approved.receive(*approved.signed(FIRST, 1))
    kind, note = come(approved, signed(exports(approved)[1], usual().chair))
    assert kind == "unmatched"
    assert "tanda tangan basah" in note
    approved.receive(signed(exports(approved, SECOND)[0], usual().chair))
    (came,) = approved.receive(*approved.signed(SECOND, 2))
    assert (came.what, "elektronik" in came.note) == ("unmatched", True)
    assert letters.get(LETTER).state == LetterState.APPROVED


def test_an_export_that_was_rewritten_and_signed_is_known_by_its_code(approved: Bureau) -> None:
    data = signed(resaved(exports(approved)[0]), usual().chair)
    assert come(approved, data) == ("copy", "TTE: utuh, tetapi penerbit belum dipercaya")
    assert not report_from_json(letters.copies(LETTER)[0].report).is_prefix


def test_a_scan_that_the_scanner_itself_signed_is_a_scan(approved: Bureau) -> None:
    scans = [
        signed(pdf_of(signed_pages(path, seed)), usual().deputy)
        for seed, path in enumerate(approved.printed(FIRST))
    ]
    assert [arrival.what for arrival in approved.receive(*scans)] == ["copy", "copy"]
    assert [copy.means for copy in letters.copies(LETTER)] == ["scan", "scan"]
    assert approved.verify() == []


def test_names_on_certificates_are_shown_to_readers_and_stand_in_no_history_or_log(approved: Bureau) -> None:
    (came,) = approved.receive(signed(exports(approved)[0], usual().chair))
    (report,) = electronic_report.shown(approved.session(CLERK), came.arrival)
    assert "WAHDANIAH SULING" in report["signatures"][0]["subject"]
    assert electronic_report.shown(approved.session(ARCHIVIST), LETTER) == [report]
    assert AccessRow.objects.filter(verb="signature").count() == 2
    rows = [*HistoryRow.objects.values_list("detail", "subject"), *AccessRow.objects.values_list("subject")]
    assert "WAHDANIAH" not in str(rows).upper()
    assert "WAHDANIAH" not in arrivals.get(came.arrival).note.upper()
    with refused_with("office.not_electronic"):
        electronic_report.shown(approved.session(CLERK), f"{SECOND}-1")
    boot.close()
