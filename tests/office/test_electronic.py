"""Step 11 with electronic signatures: both exports come back signed, are known again, checked, filed untouched."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pikepdf
import pytest

from pipeline.office import electronic, electronic_report, rebuild, trust
from pipeline.office.desk import who
from pipeline.office.errors import NotACopy, NotYours
from pipeline.office.errors_electronic import NotConfirmable, NotElectronic
from pipeline.office.find import show, todo
from pipeline.office.match import match
from pipeline.records import arrivals, boot, cases, letters
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import Copy, Letter, LetterState
from pipeline.records.models import AccessRow, HistoryRow
from pipeline.signing.electronic import Verdict, report_from_json
from tests.office.bureau import (
    ADMIN,
    ARCHIVIST,
    CHAIR,
    CLERK,
    OVERSEER,
    USER,
    Bureau,
    pdf_of,
    signed_pages,
)
from tests.office.stages import FIRST, SECOND
from tests.signing.pki import NOW, revocation_list, signed, usual
from tests.signing.test_electronic_check import changed_later, resaved

LETTER = f"{FIRST}-1"


def exports(office: Bureau, case: str = FIRST) -> list[bytes]:
    """Return the PDFs of both copies as they are printed out."""
    return [path.read_bytes() for path in office.printed(case)]


def import_trust(office: Bureau, *files: bytes) -> None:
    """Import what the office trusts, its root confirmed by the whole fingerprint."""
    trust.add(office.desk(ADMIN), files, lambda found: found.fingerprint)


def trusting(office: Bureau) -> Bureau:
    """Import root, issuer and both revocation lists."""
    lists = [revocation_list(usual().root), revocation_list(usual().issuer)]
    import_trust(office, usual().root.pem, usual().issuer.der, *lists)
    return office


def come(office: Bureau, data: bytes) -> tuple[str, str]:
    """Drop one file; return what it became and the note of its arrival."""
    (one,) = office.receive(data)
    return one.what, arrivals.get(one.arrival).note


@pytest.mark.slow
def test_both_exports_signed_by_the_chair_are_filed_untouched_with_their_reports(approved: Bureau) -> None:
    trusting(approved)
    back = [signed(one, usual().chair) for one in exports(approved)]
    began = time.monotonic()
    came = approved.receive(*back)
    assert time.monotonic() - began < 15
    said = "TTE: sah, sertifikat dikenal; pencabutan dicek s.d. 30 November 2026"
    assert [(one.what, one.note) for one in came] == [("copy", f"{LETTER} {said}")] * 2
    assert letters.get(LETTER).state == LetterState.SIGNED
    copies = letters.copies(LETTER)
    assert [one.means for one in copies] == ["electronic", "electronic"]
    documents = {one.logical: approved.settings.archive / one.path for one in cases.documents(FIRST)}
    for copy, data in zip(copies, back, strict=True):
        base = f"surat-{LETTER}-r1-salinan-{copy.copy}"
        assert documents[f"{base}-ttd.pdf"].read_bytes() == data
        assert documents[f"{base}-laporan-tte.json"].read_text("utf-8") == copy.report
        report = report_from_json(copy.report)
        assert (report.verdict, report.is_prefix, report.code) == (Verdict.VALID, True, copy.code)
    assert approved.verify() == []
    told = show(approved.desk(CHAIR), FIRST).plain
    assert [one["signature"] for one in told["letters"][0]["copies"]] == [said] * 2
    assert len(told["signed_copies"]) == 2


def kept_of(office: Bureau) -> tuple[list[Copy], Letter]:
    """Return letter and copies but for what only the backup holds: prints since the last version, to the second."""
    office.desk()
    copies = [replace(one, printed=0, matched_at=None) for one in letters.copies(LETTER)]
    return copies, letters.get(LETTER)


def rebuilt(office: Bureau) -> None:
    rebuild.rebuild(office.settings, who(office.settings, USER, ARCHIVIST))


@pytest.mark.slow
def test_the_rebuilt_office_knows_the_same_also_when_only_one_copy_is_back(approved: Bureau) -> None:
    first, second = (signed(one, usual().chair) for one in exports(approved))
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
    waiting = [one["note"] for one in todo(approved.desk(CHAIR))["arrivals"]]
    assert waiting == []


def test_one_copy_back_shows_the_chair_what_was_found(approved: Bureau) -> None:
    approved.receive(signed(exports(approved)[1], usual().chair))
    (row,) = todo(approved.desk(CHAIR))["arrivals"]
    assert (row["state"], row["note"]) == ("salinan", "TTE: utuh, tetapi penerbit belum dipercaya")


SELDOM = [pytest.param(one, marks=pytest.mark.deep) for one in ("expired", "resaved", "altered")]


@pytest.mark.parametrize("fault", ["changed", "revoked", "other", "broken", *SELDOM])
def test_what_is_doubtful_is_set_aside_with_its_reason(approved: Bureau, fault: str) -> None:
    cast, data = usual(), exports(approved)[0]
    lists = [
        revocation_list(cast.root),
        revocation_list(cast.issuer, [cast.chair] if fault == "revoked" else []),
    ]
    import_trust(approved, cast.root.pem, cast.issuer.der, *lists)
    good = signed(data, cast.chair)
    made: dict[str, Callable[[], bytes]] = {
        "changed": lambda: changed_later(good),
        "expired": lambda: signed(data, cast.expired),
        "revoked": lambda: good,
        "resaved": lambda: resaved(good),
        "other": lambda: signed(data, cast.deputy),
        "altered": lambda: signed(changed_later(data), cast.chair),
        "broken": lambda: good[: good.rindex(b"startxref")] + b"startxref\n99999999\n%%EOF\n",
    }
    said = {
        "changed": "berubah setelah ditandatangani",
        "expired": "di luar masa berlaku sertifikat",
        "revoked": "sertifikat dicabut; sejak 21 November 2026",
        "resaved": "berubah setelah ditandatangani",
        "other": "bukan nama penandatangan surat",
        "altered": "tidak persis sama dengan yang disetujui",
        "broken": "tidak dapat diperiksa",
    }
    what, note = come(approved, made[fault]())
    assert what == "unmatched"
    assert said[fault] in note
    assert "rangkap signature" in note
    assert letters.copies(LETTER)[0].arrival == ""
    assert (approved.settings.arrivals / arrivals.listed(ArrivalState.UNMATCHED)[0].id / "original").exists()


@pytest.mark.slow
def test_the_chair_may_take_a_doubtful_file_as_signed_with_a_reason(approved: Bureau) -> None:
    first, second = exports(approved)
    approved.receive(signed(second, usual().chair))
    (came,) = approved.receive(signed(first, usual().deputy))
    with pytest.raises(NotYours):
        electronic.confirm(approved.desk(CLERK), came.arrival, "boleh")
    electronic.confirm(approved.desk(CHAIR), came.arrival, "Ditandatangani wakil atas perintah saya.")
    assert letters.get(LETTER).state == LetterState.SIGNED
    report = report_from_json(letters.copies(LETTER)[0].report)
    assert report.confirmed_by == "ketua"
    act = HistoryRow.objects.get(verb="confirm_signature")
    assert (act.account, act.case) == ("ketua", FIRST)
    assert json.loads(act.detail)["reason"] == "Ditandatangani wakil atas perintah saya."
    assert approved.verify() == []
    with pytest.raises(NotConfirmable):
        electronic.confirm(approved.desk(CHAIR), came.arrival, "sekali lagi")


@pytest.mark.slow
def test_a_file_that_waits_is_checked_again_by_what_is_trusted_now(approved: Bureau) -> None:
    cast, old = usual(), {"since": NOW - timedelta(days=9), "until": NOW + timedelta(days=1)}
    import_trust(approved, cast.root.pem, cast.issuer.der, revocation_list(cast.root))
    import_trust(approved, revocation_list(cast.issuer, [cast.chair], **old))
    (came,) = approved.receive(signed(exports(approved)[0], cast.chair))
    assert came.what == "unmatched"
    import_trust(approved, revocation_list(cast.issuer))
    with pytest.raises(NotYours):
        electronic.check_again(approved.desk(ARCHIVIST), came.arrival)
    again = electronic.check_again(approved.desk(CLERK), came.arrival)
    assert (again.state, again.note.startswith("TTE: sah")) == (ArrivalState.COPY, True)
    assert report_from_json(letters.copies(LETTER)[0].report).is_prefix
    with pytest.raises(NotConfirmable):
        electronic.check_again(approved.desk(CLERK), came.arrival)
    (scan,) = approved.receive(*approved.signed(SECOND, 1))
    with pytest.raises(NotElectronic):
        electronic.check_again(approved.desk(CLERK), scan.arrival)


def test_what_is_no_copy_cannot_be_confirmed(approved: Bureau) -> None:
    scan, _ = approved.receive(*approved.signed(FIRST, 1), approved.printed(FIRST)[1].read_bytes())
    for item in (scan.arrival,):
        with pytest.raises(NotElectronic):
            electronic.confirm(approved.desk(CHAIR), item, "alasan")


@pytest.mark.slow
def test_one_wet_and_one_electronic_copy_are_refused_with_the_reason(approved: Bureau) -> None:
    approved.receive(*approved.signed(FIRST, 1))
    what, note = come(approved, signed(exports(approved)[1], usual().chair))
    assert what == "unmatched"
    assert "tanda tangan basah" in note
    approved.receive(signed(exports(approved, SECOND)[0], usual().chair))
    (came,) = approved.receive(*approved.signed(SECOND, 2))
    assert (came.what, "elektronik" in came.note) == ("unmatched", True)
    assert letters.get(LETTER).state == LetterState.APPROVED


def merged(*files: bytes) -> bytes:
    """Return the pages of several PDFs in one."""
    out = io.BytesIO()
    with pikepdf.new() as document:
        for one in files:
            with pikepdf.open(io.BytesIO(one)) as part:
                document.pages.extend(part.pages)
        document.save(out)
    return out.getvalue()


def test_one_signed_file_for_both_copies_is_never_split(approved: Bureau) -> None:
    data = signed(merged(*exports(approved)), usual().chair)
    what, note = come(approved, data)
    assert (what, note) == ("unmatched", electronic.ONE_FILE)
    (aside,) = arrivals.listed(ArrivalState.UNMATCHED)
    assert (approved.settings.arrivals / aside.id / "original").read_bytes() == data
    assert arrivals.listed(ArrivalState.SPLIT) == []
    with pytest.raises(NotElectronic):
        electronic.confirm(approved.desk(CHAIR), aside.id, "alasan")


@pytest.mark.deep
def test_the_same_signed_copy_twice_counts_once(approved: Bureau) -> None:
    first = exports(approved)[0]
    approved.receive(signed(first, usual().chair))
    what, note = come(approved, signed(first, usual().chair))
    assert (what, note) == ("unmatched", "salinan ke-1 sudah diterima")


def test_words_that_look_like_a_signature_make_no_signed_copy(approved: Bureau) -> None:
    what, note = come(approved, exports(approved)[0] + b"\n% /ByteRange [0 1 2 3]\n")
    assert (what, "belum ditandatangani" in note) == ("unmatched", True)


def test_an_export_that_was_rewritten_and_signed_is_known_by_its_code(approved: Bureau) -> None:
    data = signed(resaved(exports(approved)[0]), usual().chair)
    assert come(approved, data) == ("copy", "TTE: utuh, tetapi penerbit belum dipercaya")
    assert not report_from_json(letters.copies(LETTER)[0].report).is_prefix


@pytest.mark.deep
def test_without_the_export_in_the_archive_the_content_is_not_taken_on_trust(approved: Bureau) -> None:
    data = signed(resaved(exports(approved)[0]), usual().chair)
    for one in cases.documents(FIRST):
        if one.logical.endswith("salinan-1.pdf"):
            (approved.settings.archive / one.path).unlink()
    what, note = come(approved, data)
    assert (what, "tidak dapat dibandingkan" in note) == ("unmatched", True)


def covered(data: bytes) -> bytes:
    """Return the pages of a PDF with their codes covered, as when another program draws over the foot."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.contents_add(document.make_stream(b"q 1 1 1 rg 0 0 600 110 re f Q"))
        document.save(out)
    return out.getvalue()


def test_a_signed_file_without_a_readable_code_is_checked_when_a_person_matches_it(approved: Bureau) -> None:
    (came,) = approved.receive(signed(covered(exports(approved)[0]), usual().chair))
    assert came.what == "agenda"
    found = match(approved.desk(CLERK), came.agenda, letters.copies(LETTER)[0].code)
    assert (found.state, found.struck) == (ArrivalState.UNMATCHED, "salinan surat kantor sendiri")
    assert "tidak persis sama" in found.note
    electronic.confirm(approved.desk(CHAIR), found.id, "Kaki halaman tertutup cap, sudah saya baca.")
    assert letters.copies(LETTER)[0].means == "electronic"


@pytest.mark.deep
def test_a_doubtful_copy_cannot_be_taken_by_matching_it_by_hand(approved: Bureau) -> None:
    (came,) = approved.receive(signed(exports(approved)[0], usual().deputy))
    found = match(approved.desk(CLERK), came.arrival, letters.copies(LETTER)[0].code)
    assert (found.state, letters.copies(LETTER)[0].arrival) == (ArrivalState.UNMATCHED, "")


def test_a_scan_that_the_scanner_itself_signed_is_a_scan(approved: Bureau) -> None:
    scans = [
        signed(pdf_of(signed_pages(path, seed)), usual().deputy)
        for seed, path in enumerate(approved.printed(FIRST))
    ]
    assert [one.what for one in approved.receive(*scans)] == ["copy", "copy"]
    assert [one.means for one in letters.copies(LETTER)] == ["scan", "scan"]
    assert approved.verify() == []


def test_names_on_certificates_are_shown_to_readers_and_stand_in_no_history_or_log(approved: Bureau) -> None:
    (came,) = approved.receive(signed(exports(approved)[0], usual().chair))
    (one,) = electronic_report.shown(approved.desk(CLERK), came.arrival)
    assert "WAHDANIAH SULING" in one["signatures"][0]["subject"]
    assert electronic_report.shown(approved.desk(ARCHIVIST), LETTER) == [one]
    assert AccessRow.objects.filter(verb="signature").count() == 2
    for account in (ADMIN, OVERSEER):
        with pytest.raises(NotYours):
            electronic_report.shown(approved.desk(account), came.arrival)
    told = [*HistoryRow.objects.values_list("detail", "subject"), *AccessRow.objects.values_list("subject")]
    assert "WAHDANIAH" not in str(told).upper()
    assert "WAHDANIAH" not in arrivals.get(came.arrival).note.upper()
    with pytest.raises(NotElectronic):
        electronic_report.shown(approved.desk(CLERK), f"{SECOND}-1")
    boot.close()


def test_a_scan_is_still_matched_by_hand_as_before(approved: Bureau) -> None:
    (came,) = approved.receive(*approved.signed(FIRST, 1))
    with pytest.raises(NotACopy):
        match(approved.desk(CLERK), came.arrival, letters.copies(LETTER)[0].code)
