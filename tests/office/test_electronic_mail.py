"""A letter that comes in signed electronically: mail like any other, its report in the note and filed with it."""

import base64
import json

import pytest

from demo.answers import registration
from pipeline.kernel.sandbox import NoIsolation, SandboxFailed
from pipeline.office.arrivals import electronic_report
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.records import arrivals, cases, letters
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.models import HistoryRow
from pipeline.signing.electronic import Verdict, report_from_json
from tests.office.bureau import CLERK, SCHOOL, Bureau, one_page, pdf_of, signed_pages
from tests.office.electronic_copies import import_trust, merged
from tests.office.matched import checked, match
from tests.office.reading import read_arrival
from tests.office.stages import FIRST
from tests.refused import refused_with
from tests.signing.doctored import changed_later
from tests.signing.pki import page, signed, usual

SAID = "TTE: utuh, tetapi penerbit belum dipercaya"


def read(office: Bureau, item: str) -> Arrival:
    """Do the job of the worker."""
    return read_arrival(office.session(), office.reader, item)


def test_the_words_stand_in_the_note_and_the_report_is_filed_beside_the_untouched_letter(
    bureau: Bureau,
) -> None:
    data = signed(page("kepala sekolah"), usual().deputy)
    came = bureau.arrive(data)
    assert read(bureau, came.id).note == SAID
    assert read(bureau, came.id).state == ArrivalState.READ
    again = register.pick(bureau.session(), came.agenda)
    assert again.note == SAID, "checked once, told once"
    case = perform(
        register.register_arrival,
        bureau.session(),
        again.id,
        registration(SCHOOL) | {register.NOT_A_DUPLICATE: True},
    ).case
    documents = {file.logical: bureau.held.read(file.path) for file in cases.documents(case.number)}
    assert documents["surat-masuk-1.pdf"] == data
    filed = documents["surat-masuk-1-laporan-tte.json"].decode()
    assert report_from_json(filed).signatures[0].name == "SITI WAKIL KETUA"
    (act,) = HistoryRow.objects.filter(verb="check_signature")
    assert json.loads(act.detail) == {"verdict": "unknown"}
    assert bureau.verify() == []


def test_a_letter_registered_before_it_was_read_is_checked_all_the_same(bureau: Bureau) -> None:
    came = bureau.arrive(changed_later(signed(page(), usual().deputy)))
    assert register.pick(bureau.session(), None).note == "TTE: berubah setelah ditandatangani"
    assert register.pick(bureau.session(), came.agenda).note == "TTE: berubah setelah ditandatangani"


def test_a_letter_that_waits_is_checked_again_by_what_is_trusted_now(bureau: Bureau) -> None:
    came = bureau.arrive(signed(page(), usual().deputy))
    assert read(bureau, came.id).note == SAID
    import_trust(bureau, usual().root.der)
    again = checked(bureau.session(), came.id)
    assert again.note == "TTE: sah, sertifikat dikenal; pencabutan tidak dicek"
    perform(register.register_arrival, bureau.session(), again.id, registration(SCHOOL))
    with refused_with("office.not_confirmable"):
        checked(bureau.session(), came.id)


def test_what_an_earlier_version_trusted_counts_and_a_spoilt_file_is_empty(bureau: Bureau) -> None:
    folder = bureau.settings.var / "trust"
    folder.mkdir()
    kept = {"kind": "root", "der": base64.b64encode(usual().root.der).decode()}
    (folder / f"{usual().root.fingerprint}.json").write_text(json.dumps(kept), "utf-8")
    (folder / "aneh.json").write_text("{", "utf-8")
    (folder / "penerbit.crt").write_bytes(usual().issuer.pem)
    assert sorted(electronic_report.trusted(bureau.settings)) == sorted(
        [b"", usual().root.der, usual().issuer.pem]
    )


def test_registration_never_waits_for_the_check(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise NoIsolation

    came = bureau.arrive(signed(page(), usual().deputy))
    monkeypatch.setattr(electronic_report, "examine", none)
    assert register.pick(bureau.session(), came.agenda).note == ""


def test_a_letter_without_a_signature_has_no_report(bureau: Bureau) -> None:
    came = bureau.arrive(one_page())
    loud = bureau.arrive(one_page("x") + b"\n% /ByteRange [0 1]\n")
    for arrival in (came, loud):
        assert read(bureau, arrival.id).note == ""
        assert electronic_report.papers_of(bureau.settings, arrival, "x.json") == []
    assert electronic_report.report_of(bureau.settings, came.id) is None
    report = electronic_report.report_of(bureau.settings, loud.id)
    assert report is not None
    assert report.verdict is Verdict.NONE


def test_a_damaged_report_is_made_again(bureau: Bureau) -> None:
    came = bureau.arrive(signed(page(), usual().deputy))
    path = bureau.settings.arrivals / came.id / "tanda-tangan.json"
    path.write_text("{", "utf-8")
    assert read(bureau, came.id).note == SAID
    assert report_from_json(path.read_text("utf-8")).verdict is Verdict.UNKNOWN


def test_a_signed_letter_that_cannot_be_read_keeps_both_reasons(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:

    def slow(*_: object) -> None:
        raise SandboxFailed("kernel.sandbox_timed_out", seconds=30)

    came = bureau.arrive(signed(page(), usual().deputy))
    monkeypatch.setattr(bureau.reader, "read", slow)
    kept = read(bureau, came.id)
    assert kept.state == ArrivalState.UNREADABLE
    assert kept.note.endswith(f"; {SAID}")


def test_a_signed_file_with_a_copy_of_ours_behind_its_first_page_is_not_split(approved: Bureau) -> None:
    scan = signed_pages(approved.printed(FIRST)[0], 1)
    blank = pdf_of([scan[0]])
    whole = signed(merged(page("pengantar"), blank), usual().deputy)
    came = approved.arrive(whole)
    kept = read(approved, came.id)
    assert kept.state == ArrivalState.READ
    assert "tidak dipisah" in kept.note
    assert arrivals.listed(ArrivalState.SPLIT) == []
    assert letters.copies(f"{FIRST}-1")[0].arrival == ""
    arrival = match(approved.session(CLERK), came.agenda, letters.copies(f"{FIRST}-1")[0].code)
    assert arrival.state == ArrivalState.UNMATCHED
