"""A filing that was begun is completed, in its order; what is not of this history is left alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.archive.deposit import NewFile, NewVersion
from pipeline.kernel import clock
from pipeline.kernel.errors import NotDurable
from pipeline.kernel.text import Next
from pipeline.office.arrivals.mail_log import Received
from pipeline.office.base import filings
from pipeline.office.keeping import reconcile
from pipeline.office.overview import watch
from pipeline.records import arrivals, boot, cases, entries, letters, numbers
from pipeline.register import journal
from pipeline.register.journal import read_entries
from tests.office import damage, decided, printouts
from tests.office.bureau import (
    ARCHIVIST,
    CHAIR,
    CLERK,
    EVERYBODY,
    Bureau,
    files_below,
    one_page,
    tables,
)
from tests.refused import is_any, refused_with

pytestmark = pytest.mark.backend

AtStage = Callable[[str], Bureau]
FIRST = "2026-0001"
NEW_YEAR = "2027-01-02T09:00:00+07:00"
AFTER_HER_TERM = "2026-11-26T08:00:00+07:00"


def held(bureau: Bureau) -> list[dict[str, str]]:
    """Return what archive, inbox and arrivals hold."""
    return [bureau.held.files(), *(files_below(bureau.home / name) for name in ("inbox", "var/arrivals"))]


def test_an_older_database_that_was_restored_is_refused_everywhere_and_nothing_is_written(
    bureau: Bureau, tmp_path: Path
) -> None:
    damage.call(bureau, "pertama")
    backup = damage.kept(bureau, tmp_path / "cadangan")
    damage.call(bureau, "kedua")
    damage.put_back(bureau, backup)
    bureau.drop(one_page())
    before = held(bureau)
    for account in EVERYBODY:
        with refused_with("office.database_behind") as refused:
            bureau.session(account)
        assert refused.value.next == (Next("rebuild"),)
    with refused_with("office.database_behind"):
        bureau.counter()
    assert held(bureau) == before
    damage.build(bureau)
    bureau.session()
    assert cases.numbers() == [FIRST, "2026-0002"]
    assert bureau.verify() == []


def test_a_database_with_another_entry_of_the_same_number_is_refused_too(
    bureau: Bureau, tmp_path: Path
) -> None:
    bureau.session()
    backup = damage.kept(bureau, tmp_path / "cadangan")
    damage.call(bureau, "pertama")
    damage.put_back(bureau, backup)
    ours = bureau.held.taken_year()
    damage.call(bureau, "orang lain")
    bureau.held.taken_year()
    bureau.held.put_back(ours)
    with refused_with("office.database_behind"):
        bureau.session()


def test_the_object_of_another_history_is_never_extended(bureau: Bureau) -> None:
    number = damage.call_not_filed(bureau)
    other = NewFile("catatan-telepon.txt", b"orang lain", None)
    bureau.archive.deposit(
        NewVersion(number, [other], b"{}", "pendaftaran", "operasi-lain", clock.now(), CLERK)
    )
    before = bureau.held.files()
    (failed,) = filings.complete_all(bureau.session())
    assert (failed.fields["case"], failed.next) == (number, (Next("rebuild"),))
    assert bureau.held.files() == before
    assert entries.last() is None


def test_a_filing_of_ours_that_was_deposited_before_a_crash_is_only_entered(bureau: Bureau) -> None:
    number = damage.call_not_filed(bureau)
    session = bureau.session()
    (intent,) = entries.unfinished()
    filings.complete_one(session, intent)
    before = bureau.held.files()
    filings.complete_one(session, intent)
    assert bureau.held.files() == before
    assert (cases.archived(number), len(list(entries.after(0)))) == (1, 1)


def test_a_filing_that_another_process_completed_takes_no_later_one_along(bureau: Bureau) -> None:
    case, session = damage.call(bureau), bureau.session()
    with boot.transact():
        filings.begin(session, case, "added", "satu", [], clock.now())
    (intent,) = entries.unfinished()
    filings.complete_case(session, case.number)
    with boot.transact():
        later = filings.begin(session, case, "added", "dua", [], clock.now())
    filings.complete_one(session, intent)  # of a process that waited for the lock meanwhile
    assert [entry.operation for entry in entries.unfinished()] == [later]
    filings.complete_case(session, case.number)
    assert (cases.archived(case.number), bureau.verify()) == (3, [])


def test_two_open_filings_of_one_case_are_settled_in_order_and_rebuilt_the_same(at_stage: AtStage) -> None:
    bureau = at_stage("drafted")
    with damage.archive_stuck(bureau.settings):
        with refused_with("office.filing_pending"):
            decided.approve(bureau.session(CHAIR), FIRST)
        with refused_with("office.filing_pending"):
            decided.send_back(bureau.session(CHAIR), FIRST, "perbaiki")
        assert [err.fields["case"] for err in filings.complete_all(bureau.session())] == [FIRST], "told once"
        session = bureau.session(ARCHIVIST)
    assert [finding.kind.value for finding in reconcile.verify_all(session, FIRST)] == ["torn"]
    assert reconcile.verify_all(session, "2026-0002") == []
    session = bureau.session()
    assert [entry.plan["expects"] for entry in entries.unfinished(FIRST)] == [1, 2]
    assert filings.complete_all(session) == []
    assert [entry.version for entry in entries.after(0) if entry.case == FIRST] == [1, 2, 3]
    assert bureau.verify() == []
    kept = tables(bureau, "CaseRow", "EntryRow", "NumberRow")["EntryRow"]
    damage.rebuilt(bureau)
    assert tables(bureau, "EntryRow")["EntryRow"] == kept
    assert bureau.verify() == []
    assert {document.logical for document in cases.documents(FIRST)} >= {
        f"surat-{FIRST}-1-r1-salinan-{copy}.pdf" for copy in (1, 2)
    }


def test_a_filing_that_cannot_complete_stops_no_start_and_no_other_case_and_is_told_once(
    bureau: Bureau,
) -> None:
    with damage.archive_stuck(bureau.settings):
        for text in ("pertama", "kedua"):
            with refused_with("office.filing_pending"):
                damage.call(bureau, text)
    bureau.session()
    (lost,) = arrivals.of_case(FIRST)
    original = bureau.settings.arrivals / lost.id / "original"
    away = original.rename(original.with_name("away"))
    watch.start(bureau.session())
    assert [cases.archived(number) for number in cases.numbers()] == [0, 1]
    came: list[Received] = bureau.receive(one_page())
    assert [arrival.what for arrival in came].count("later") == 1
    assert [outcome.what for outcome in came].count("agenda") == 1
    error = next(outcome.error for outcome in came if outcome.what == "later")
    assert is_any(error, "office.filing_pending")
    assert error.fields["case"] == FIRST
    away.rename(original)
    assert bureau.receive() == []
    assert [cases.archived(case) for case in cases.numbers()] == [1, 1]
    assert bureau.verify() == []


def test_a_case_of_the_old_year_filed_in_the_new_one_keeps_chain_and_years_in_order(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = damage.call_not_filed(bureau, "tahun lama")
    monkeypatch.setenv("RANGKAP_CLOCK", NEW_YEAR)
    new = damage.call(bureau, "tahun baru").number
    assert filings.complete_all(bureau.session()) == []
    lines = list(read_entries(bureau.session().archive))
    assert [(entry.n, entry.case, entry.year) for entry in lines] == [(1, new, 2027), (2, old, 2027)]
    assert lines[0].at <= lines[1].at
    assert bureau.verify() == []
    damage.rebuilt(bureau)
    assert bureau.verify() == []
    assert cases.numbers() == [old, new]


def test_an_entry_made_while_the_year_stands_back_stays_in_the_newer_year(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    pending = damage.call_not_filed(bureau, "tahun lama")
    monkeypatch.setenv("RANGKAP_CLOCK", NEW_YEAR)
    damage.call(bureau, "tahun baru")
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-12-31T23:00:00+07:00")
    assert filings.complete_all(bureau.session()) == []
    assert [(line.case, line.year) for line in read_entries(bureau.session().archive)][1] == (pending, 2027)
    assert bureau.verify() == []


def test_a_letter_drafted_for_a_signatory_whose_term_is_over_is_not_approved(
    at_stage: AtStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau = at_stage("drafted")
    bureau.change(
        "# sampai = 2026-12-31\n",
        'sampai = 2026-11-25\n\n[[penandatangan]]\nakun = "ketua"\n'
        'jabatan = "Ketua P2TP2A Kabupaten Batang Asri"\nnama = "Drs. Penerus Baru"\ndari = 2026-11-26\n',
    )
    monkeypatch.setenv("RANGKAP_CLOCK", AFTER_HER_TERM)
    session = bureau.session(CHAIR)
    before = tables(bureau, "CaseRow", "LetterRow", "NumberRow", "CounterRow")
    with refused_with("office.rules_broken") as refused:
        decided.approve(session, FIRST)
    assert refused.value.fields["rules"] == [12]
    assert tables(bureau, "CaseRow", "LetterRow", "NumberRow", "CounterRow") == before
    assert numbers.peek("kasus/2026") == 3


def test_a_copy_that_was_changed_in_the_archive_is_not_printed(approved: Bureau, tmp_path: Path) -> None:
    approved.session()
    name = f"surat-{FIRST}-1-r1-salinan-1.pdf"
    path = next(document.path for document in cases.documents(FIRST) if document.logical == name)
    right = approved.held.read(path)
    for data in (right.replace(b"%%EOF", b"%%EOG"), b""):
        approved.held.write(path, data)
        with refused_with("office.copy_damaged"):
            printouts.letter(approved.session(CLERK), FIRST, tmp_path / "cetak")
    approved.held.remove(path)
    with refused_with("office.copy_damaged"):
        printouts.letter(approved.session(CLERK), FIRST, tmp_path / "cetak")
    assert not (tmp_path / "cetak").exists()
    assert [copy.printed for copy in letters.copies(f"{FIRST}-1")] == [0, 0]


def test_both_copies_are_printed_after_a_rebuild_as_they_were_approved(
    approved: Bureau, tmp_path: Path
) -> None:
    damage.rebuilt(approved)
    assert not (approved.settings.var / "letters" / f"{FIRST}-1").exists()
    first, second = printouts.letter(approved.session(CLERK), FIRST, tmp_path / "cetak")
    digests = [copy.pdf_digest for copy in letters.copies(f"{FIRST}-1")]
    files = files_below(tmp_path / "cetak")
    assert [files[first.name], files[second.name]] == digests


def test_a_version_that_is_entered_and_whose_filing_is_not_ended_counts_once(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The archive goes away when the entry is in the database; the next version is begun before that filing goes on."""
    case, session = damage.call(bureau), bureau.session()

    def begin(text: str) -> None:
        with boot.transact():
            filings.begin(session, cases.get(case.number), "added", text, [], clock.now())

    def away(*_given: object) -> int:
        raise NotDurable(reason="uji")

    begin("dua")
    with monkeypatch.context() as patch:
        patch.setattr(journal, "complete", away)
        with refused_with("office.filing_pending"):
            filings.complete_case(session, case.number)
    (filing,) = entries.unfinished(case.number)
    assert entries.of_operation(filing.operation)
    begin("tiga")
    assert filings.complete_all(session) == []
    record = bureau.session().archive.read_case(case.number)
    assert record.version == 3
    digests = [part["sha256"] if "sha256" in part else str(part) for part in record.kasus["payloads"]]
    assert len(digests) == len(set(digests)) == 3
    assert bureau.verify() == []
