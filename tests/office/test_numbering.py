"""Letter numbers in the office's work: by the day of the letter, without a gap, void with a reason."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.archive.finding import Kind
from pipeline.cases.states import State
from pipeline.kernel.errors import NotFound
from pipeline.office.answer.draft import sent_back
from pipeline.office.answer.void_letter import void_letter
from pipeline.office.engine.perform import perform
from pipeline.office.letters import numbering
from pipeline.records import arrivals, cases, history, letters, numbers
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.numbers import NumberState
from tests.office import damage, decided
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, POLICE, Bureau, tables
from tests.office.stages import FIRST, SECOND
from tests.office.tampered_rows import sql
from tests.refused import refused_with

pytestmark = pytest.mark.backend

At = Callable[[str], Bureau]
LETTER = f"{FIRST}-1"
REASON = "alamat penerima keliru"


def clock(patch: pytest.MonkeyPatch, moment: str) -> None:
    """Let it be ``moment`` now; the office's clock goes on from there."""
    patch.setattr("pipeline.kernel.clock._STARTED", time.monotonic())
    patch.setenv("RANGKAP_CLOCK", moment)


def listed(office: Bureau, account: str = CHAIR) -> list[tuple[str, str, str]]:
    listing = numbering.number_list(office.session(account))
    assert listing["gaps"] == []
    return [(number["number"], number["state"], number["letter"]) for number in listing["numbers"]]


@pytest.mark.parametrize(
    ("moment", "number"),
    [
        ("2026-12-31T23:59:00+07:00", "400.2/003/P2TP2A/XII/2026"),
        ("2026-12-31T16:59:00+00:00", "400.2/003/P2TP2A/XII/2026"),
        ("2027-01-01T00:01:00+07:00", "400.2/001/P2TP2A/I/2027"),
        ("2026-12-31T17:01:00+00:00", "400.2/001/P2TP2A/I/2027"),
    ],
)
def test_the_year_of_a_number_is_that_of_the_letter_in_the_zone_of_the_office(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch, moment: str, number: str
) -> None:
    clock(monkeypatch, moment)
    draft = replace(letters.get(LETTER), number=None, series="", seq=0)
    session = approved.session(CHAIR)
    next_number = numbering.next_number(session, draft, session.today)
    assert (next_number.text, next_number.series) == (number, f"surat/{number[-4:]}")


def test_the_first_number_of_a_mid_year_office_is_for_its_first_year_alone(
    at_stage: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("drafted")
    office.change("# urut_awal = 1", "urut_awal = 31")
    assert office.approve(FIRST).number == "400.2/031/P2TP2A/XI/2026"
    clock(monkeypatch, "2027-01-04T08:00:00+07:00")
    assert office.approve(SECOND).number == "400.2/001/P2TP2A/I/2027"
    assert office.verify() == []


def test_an_office_that_wrote_no_letter_in_its_first_year_begins_the_next_at_one(bureau: Bureau) -> None:
    bureau.change("# urut_awal = 1", "urut_awal = 31")
    bureau.change("# register_awal = 1", "register_awal = 112")
    assert numbers.first_in(2026, 31) == 31, "nothing was counted yet"
    bureau.register()
    assert (numbers.first_in(2026, 31), numbers.first_in(2027, 31)) == (31, 1)


def test_the_register_of_a_later_year_begins_at_one(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    bureau.change("# register_awal = 1", "register_awal = 112")
    assert bureau.register().register_number == "0112/TL/XI/2026"
    clock(monkeypatch, "2027-01-04T08:00:00+07:00")
    assert bureau.register(POLICE).register_number == "0001/TL/I/2027"


def test_another_pattern_in_mid_year_goes_on_with_the_next_number(at_stage: At) -> None:
    office = at_stage("drafted")
    office.approve(FIRST)
    office.change(
        '# pola_surat = "{kode}/{urut:03}/{unit}/{bulan_romawi}/{tahun}"',
        'pola_surat = "{urut}/{unit}/{tahun}"',
    )
    office.change("# urut_awal = 1", "urut_awal = 100")
    assert office.approve(SECOND).number == "2/P2TP2A/2026"
    assert [row[0] for row in listed(office)] == ["400.2/001/P2TP2A/XI/2026", "2/P2TP2A/2026"]


def test_a_kind_of_letter_may_have_a_code_of_its_own(approved: Bureau) -> None:
    approved.change("# kode_klasifikasi = {", 'kode_klasifikasi = { "400.2.1" = "pengaduan",')
    approved.change("# kode_jenis = {}", 'kode_jenis = { klarifikasi = "400.2.1" }')
    session, draft = approved.session(CHAIR), replace(letters.get(LETTER), number=None)
    for kind, code in (("jawaban", "400.2"), ("klarifikasi", "400.2.1")):
        next_number = numbering.next_number(session, replace(draft, kind=kind), session.today)
        assert next_number.text == f"{code}/003/P2TP2A/XI/2026"


def test_a_letter_approved_again_keeps_its_number_in_its_year_and_gets_another_in_the_next(
    at_stage: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("approved")
    first = letters.get(LETTER).number
    decided.send_back(office.session(CHAIR), FIRST, "perbaiki")
    clock(monkeypatch, "2026-12-02T08:00:00+07:00")
    office.draft(FIRST)
    assert office.approve(FIRST).number == first == "400.2/001/P2TP2A/XI/2026"
    decided.send_back(office.session(CHAIR), FIRST, "perbaiki lagi")
    clock(monkeypatch, "2027-01-04T08:00:00+07:00")
    office.draft(FIRST)
    assert office.approve(FIRST).number == "400.2/001/P2TP2A/I/2027"
    assert listed(office) == [
        ("400.2/001/P2TP2A/XI/2026", NumberState.VOID, LETTER),
        ("400.2/002/P2TP2A/XI/2026", NumberState.RESERVED, f"{SECOND}-1"),
        ("400.2/001/P2TP2A/I/2027", NumberState.RESERVED, LETTER),
    ]
    assert "2027" in numbers.listed(2026)[0].reason
    assert office.verify() == []
    before = tables(office, "NumberRow", "CounterRow")
    damage.rebuilt(office)
    assert tables(office, "NumberRow", "CounterRow") == before


def test_a_voided_letter_leaves_its_number_void_and_the_next_one_gets_another(approved: Bureau) -> None:
    copy, _ = approved.signed(FIRST)
    approved.receive(copy)
    arrival = letters.copies(LETTER)[0].arrival
    perform(void_letter, approved.session(CHAIR), FIRST, {"reason": REASON}, LETTER)
    after = letters.get(LETTER)
    assert (after.state, after.number, after.reason) == (LetterState.VOID, "400.2/001/P2TP2A/XI/2026", REASON)
    assert cases.get(FIRST).state is State.RETURNED
    assert getattr(sent_back(FIRST), "reason", "") == REASON
    assert [(number.state, number.reason) for number in numbers.listed() if number.seq == 1] == [
        (NumberState.VOID, REASON)
    ]
    (voiding,) = (act for act in history.of_case(FIRST) if act.verb == numbering.VOIDED)
    assert voiding.detail["number"] == after.number
    assert arrivals.get(arrival).state == ArrivalState.UNMATCHED
    again = approved.draft(FIRST)
    assert (again.id, again.number) == (f"{FIRST}-2", None)
    assert approved.approve(FIRST).number == "400.2/003/P2TP2A/XI/2026"
    assert [row[1] for row in listed(approved)] == ["void", "reserved", "reserved"]
    assert approved.verify() == []
    before = tables(approved, "NumberRow", "CounterRow", "LetterRow")
    damage.rebuilt(approved)
    assert tables(approved, "NumberRow", "CounterRow", "LetterRow") == before


def test_a_signed_letter_is_replaced_and_never_voided(filed: Bureau) -> None:
    with refused_with("office.signed_stays", "office.signed_unnumbered", match=r"400\.2/001"):
        perform(void_letter, filed.session(CHAIR), FIRST, {"reason": REASON}, LETTER)
    assert numbers.listed()[0].state == NumberState.COMMITTED


def test_a_letter_is_voided_only_with_a_reason(approved: Bureau) -> None:
    with refused_with("office.reason_needed"):
        perform(void_letter, approved.session(CHAIR), FIRST, {"reason": "  "}, LETTER)
    with pytest.raises(NotFound):
        perform(void_letter, approved.session(CHAIR), FIRST, {"reason": REASON}, f"{FIRST}-9")
    assert letters.get(LETTER).state == LetterState.APPROVED


def test_a_returned_letter_can_be_voided_and_is_void_once(approved: Bureau) -> None:
    decided.send_back(approved.session(CHAIR), FIRST, "perbaiki")
    perform(void_letter, approved.session(CHAIR), FIRST, {"reason": REASON}, LETTER)
    assert cases.get(FIRST).state is State.RETURNED
    with refused_with("office.nothing_to_void", "office.returned_unnumbered", "office.void_already"):
        perform(void_letter, approved.session(CHAIR), FIRST, {"reason": REASON}, LETTER)


def test_reasons_are_shown_to_chair_and_archivist_alone(approved: Bureau) -> None:
    perform(void_letter, approved.session(CHAIR), FIRST, {"reason": REASON}, LETTER)
    for account, seen in ((CHAIR, REASON), (ARCHIVIST, REASON), (CLERK, ""), (OFFICER, "")):
        listing = numbering.number_list(approved.session(account), 2026)
        assert [number["reason"] for number in listing["numbers"]] == [seen, ""]
    assert numbering.number_list(approved.session(CHAIR), 2025)["numbers"] == []


def test_a_number_that_was_taken_away_and_a_counter_set_back_are_found_by_verify(approved: Bureau) -> None:
    sql(
        "UPDATE records_numberrow SET seq = 4, state = 'committed' WHERE seq = 2",
        "DELETE FROM records_numberrow WHERE seq = 1",
        "UPDATE records_counterrow SET value = 1 WHERE series = 'surat/2026'",
        "INSERT INTO records_numberrow (text, series, seq, state, letter, reason) "
        "VALUES ('x/2', 'surat/2026', 2, 'reserved', '2026-0009-1', '')",
    )
    findings = list(numbering.findings())
    assert [finding.kind for finding in findings] == [
        Kind.MISSING, Kind.ROLLED_BACK, Kind.ROLLED_BACK, Kind.MISSING, Kind.CHANGED, Kind.UNEXPECTED,
    ]  # fmt: skip
    assert "nomor ke-3 dalam surat/2026" in findings[0].text()
    assert "nomor x/2" in findings[-1].text()


def test_a_number_that_the_archive_never_got_is_void_after_a_rebuild(
    at_stage: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("drafted")
    third = office.register(POLICE).number
    office.draft(third, POLICE)
    office.approve(FIRST)
    with damage.archive_stuck(office.settings), refused_with("office.filing_pending"):
        office.approve(SECOND)
    monkeypatch.setattr("pipeline.office.base.filings.complete_all", lambda session: [])
    office.approve(third)
    damage.rebuilt(office)
    assert [(number.seq, number.state, number.letter) for number in numbers.listed()] == [
        (1, "reserved", LETTER), (2, "void", ""), (3, "reserved", f"{third}-1"),
    ]  # fmt: skip
    assert office.verify() == []
