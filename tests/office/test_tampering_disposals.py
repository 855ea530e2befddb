"""Somebody changes what the database keeps of lawful destruction by SQL: verify names it, no reader stops, nothing comes back."""

import io

import pytest
from django.db import connection

from pipeline.kernel.errors import NotFound
from pipeline.kernel.text import Exit, Next
from pipeline.office.base.session import who
from pipeline.office.bookkeeping import books, recap
from pipeline.office.bookkeeping.books import Asked, Format
from pipeline.office.disposal import destroy, dispose
from pipeline.office.keeping import reconcile
from pipeline.office.keeping.rebuild import rebuild
from pipeline.office.letters import numbering
from pipeline.office.overview import doctor, find, watch
from pipeline.records import arrivals, boot, cases, disposals, numbers
from pipeline.records.disposals import DisposalState
from pipeline.register.books import AGENDA_IN, AGENDA_OUT, DISPOSITION, REGISTER
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, USER, Bureau
from tests.office.retained import approved_list, carry_out, destroyed_list
from tests.office.stages import FIRST, SECOND
from tests.office.tampered_rows import DATABASE, sql
from tests.office.test_tampering_rows import found
from tests.refused import refused_with

pytestmark = pytest.mark.backend
LIST = "M-2037-01"
STONE = f"{DATABASE}: catatan pemusnahan kasus"
INVENTED = (
    "INSERT INTO records_tombstonerow (\"case\", disposal, told) SELECT '{case}', disposal, "
    f"replace(told, '{FIRST}', '{{case}}') FROM records_tombstonerow"
)
_COLUMNS = "cases, digest, made_at, made_by, state, approval, minutes, version"
LISTED_AGAIN = f"INSERT INTO records_disposalrow (id, {_COLUMNS}) SELECT 'M-2037-02', {_COLUMNS} FROM records_disposalrow"
UNREADABLE = {
    "no JSON": "'{'",
    "nested without end": "replace(hex(zeroblob(20000)), '0', '[')",
    "no object": "'[]'",
    "of another case": f"replace(told, '\"{FIRST}\"', '\"2026-0009\"')",
    "without its minutes": "replace(told, '\"minutes\"', '\"x\"')",
    "a day that is none": 'replace(told, \'"day": "2037-01-05"\', \'"day": "kemarin"\')',
    "a number that is no text": 'replace(told, \'"number": "045/2/BA/2037"\', \'"number": []\')',
    "a payload without its columns": "replace(told, '\"columns\"', '\"x\"')",
    "letters without numbers": 'replace(told, \'"number": "400.2\', \'"x": "400.2\')',
    "an agenda number that is none": "replace(told, '\"A-2026-0001\"', '1')",
}


@pytest.fixture
def gone(over: Bureau) -> Bureau:
    """An office in which the first case was destroyed, and nothing is wrong."""
    destroyed_list(over)
    assert found(over) == set()
    return over


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("DELETE FROM records_tombstonerow", ("missing", f"{STONE} {FIRST}")),
        (
            "UPDATE records_tombstonerow SET told = replace(told, '0001/TL', '0009/TL')",
            ("changed", f"{STONE} {FIRST}"),
        ),
        ("UPDATE records_tombstonerow SET disposal = 'M-2037-09'", ("changed", f"{STONE} {FIRST}")),
        (INVENTED.format(case=SECOND), ("unexpected", f"{STONE} {SECOND}")),
        (
            f"INSERT INTO records_tombstonerow (\"case\", disposal, told) VALUES ('{SECOND}', '{LIST}', '?')",
            ("unexpected", f"{STONE} {SECOND}"),
        ),
        ("DELETE FROM records_disposalrow", ("missing", f"{DATABASE}: daftar pemusnahan {LIST}")),
        (
            "UPDATE records_disposalrow SET digest = 'x'",
            ("changed", f"{DATABASE}: daftar pemusnahan {LIST}"),
        ),
        (
            "UPDATE records_disposalrow SET state = 'dicabut'",
            ("changed", f"{DATABASE}: daftar pemusnahan {LIST}"),
        ),
        (
            "UPDATE records_disposalrow SET cases = '{'",
            ("changed", f"{DATABASE}: daftar pemusnahan {LIST}"),
        ),
        (
            LISTED_AGAIN,
            ("unexpected", f"{DATABASE}: daftar pemusnahan M-2037-02"),
        ),
    ],
)
def test_what_is_kept_of_a_destruction_and_tampered_with_is_named_and_nothing_else(
    gone: Bureau, sentence: str, expected: tuple[str, str]
) -> None:
    sql(sentence)
    assert found(gone) == {expected}
    assert {finding.next for finding in gone.verify()} == {(Next("rebuild"),)}


@pytest.mark.parametrize("told", UNREADABLE.values(), ids=UNREADABLE)
def test_a_tombstone_made_unreadable_stops_no_reader_and_its_case_stays_destroyed(
    gone: Bureau, told: str
) -> None:
    if connection.vendor == "postgresql":
        told = told.replace("hex(zeroblob(20000))", "repeat('0', 20000)")
    given = {key: numbers.peek(key) for key in ("kasus/2026", "register/2026", "agenda/2026", "surat/2026")}
    sql(f"UPDATE records_tombstonerow SET told = {told}")
    assert found(gone) == {("changed", f"{STONE} {FIRST}")}
    session = gone.session(ARCHIVIST)
    assert disposals.destroyed() == {FIRST}
    for look in (
        lambda: cases.get(FIRST),
        lambda: find.show(session, FIRST),
        lambda: reconcile.check(session, FIRST),
    ):
        with refused_with("records.tombstone_unreadable") as refused:
            look()
        assert refused.value.status == Exit.NOT_FOUND
    for book in (REGISTER, AGENDA_IN, AGENDA_OUT, DISPOSITION):
        books.write(session, Asked(book.name, Format.PDF), io.BytesIO())
    recap.make(session, recap.Asked(recap.period(month="2026-11")))
    numbering.number_list(session)
    find.todo(session)
    watch.start(gone.session(CLERK))
    assert {series: numbers.peek(series) for series in given} == given
    boot.close()
    (row,) = (point for point in doctor.home(gone.settings) if point.what == "catatan pemusnahan")
    assert (row.ok, row.found[:1], row.next) == (False, "1", (Next("verify"), Next("rebuild")))


@pytest.mark.parametrize(
    "told",
    [
        "cases = '{'",
        "cases = '[1]'",
        'cases = \'[{"case": "2026-0001"}]\'',
        "approval = '[]'",
        "minutes = '{\"number\": []}'",
    ],
)
def test_a_list_made_unreadable_stops_no_list_and_no_worklist_and_verify_names_it(
    over: Bureau, told: str
) -> None:
    disposal = approved_list(over)
    assert [row.id for row in dispose.lists(over.session(CHAIR))] == [disposal.id]
    sql(f"UPDATE records_disposalrow SET {told}")
    assert found(over) == {("changed", f"{DATABASE}: daftar pemusnahan {disposal.id}")}
    for account in (ARCHIVIST, CHAIR):
        session = over.session(account)
        find.todo(session)
        assert (dispose.lists(session), dispose.rows(session)) == ([], [])
        dispose.look(session)
        with pytest.raises(NotFound):
            dispose.get(session, disposal.id)
    assert destroy.resume_pending(over.session(ARCHIVIST)) == []


def test_a_tombstone_that_is_deleted_brings_nothing_back_and_a_rebuild_mends_it(gone: Bureau) -> None:
    given = {key: numbers.peek(key) for key in ("kasus/2026", "register/2026", "agenda/2026", "surat/2026")}
    stones = disposals.stones()
    sql("DELETE FROM records_tombstonerow")
    with pytest.raises(NotFound):
        find.show(gone.session(CHAIR), FIRST)
    assert arrivals.of_case(FIRST) == []
    assert {series: numbers.peek(series) for series in given} == given
    boot.close()
    rebuild(gone.settings, who(gone.settings, USER, ARCHIVIST))
    assert disposals.stones() == stones
    assert found(gone) == set()


def test_a_list_that_is_damaged_in_the_archive_is_named_and_not_each_of_its_tombstones(gone: Bureau) -> None:
    gone.held.remove(gone.held.only(f"{LIST}/inventory.json").rpartition("/")[0])
    named = found(gone)
    assert ("missing", f"2037/{LIST}") in named
    assert [path for _, path in named if path.startswith(DATABASE)] == []


def test_a_list_that_two_processes_completed_at_once_is_not_named(gone: Bureau) -> None:
    disposals.change(disposals.get(LIST), state=DisposalState.DESTROYED)
    assert found(gone) == set()


def test_a_tombstone_that_is_invented_hides_no_loss_of_its_case(gone: Bureau) -> None:
    gone.held.taken(f"2026/{SECOND}")
    sql(
        INVENTED.format(case=SECOND),
        "UPDATE records_disposalrow SET state = 'sedang dimusnahkan', version = version - 1",
    )
    assert {("unexpected", f"{STONE} {SECOND}"), ("missing", f"2026/{SECOND}")} <= found(gone)


@pytest.mark.parametrize(
    "sentence",
    ["DELETE FROM records_tombstonerow", "UPDATE records_tombstonerow SET told = '{'"],
)
def test_a_destruction_whose_tombstone_was_taken_away_is_not_called_complete(
    over: Bureau, monkeypatch: pytest.MonkeyPatch, sentence: str
) -> None:
    disposal = approved_list(over)
    with monkeypatch.context() as patch:
        patch.setattr(destroy, "_carry_out", lambda *_: disposal)
        carry_out(over.session(ARCHIVIST), disposal.id)
    assert found(over) == {("torn", f"2037/{LIST}")}
    sql(sentence)
    (pending,) = destroy.resume_pending(over.session(ARCHIVIST))
    assert "periksa arsip" in pending.text()
    assert disposals.get(LIST).state == DisposalState.DESTROYING
