"""Lawful destruction: whole objects go with every personal value; numbers, digests and the proof of the register stay."""

import io

import pytest

from demo.answers import registration
from pipeline.archive import deposit as archive
from pipeline.archive.finding import Kind
from pipeline.kernel.errors import Destroyed, NotDurable
from pipeline.kernel.files import Lock
from pipeline.kernel.text import Next
from pipeline.letters.clauses import Choice
from pipeline.office.answer.void_letter import void_letter
from pipeline.office.arrivals import kept_answers
from pipeline.office.base.session import who
from pipeline.office.bookkeeping import books
from pipeline.office.bookkeeping.books import Period
from pipeline.office.disposal import destroy
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import rebuild, rebuild_numbers, reconcile
from pipeline.office.overview import find, watch
from pipeline.records import arrivals, boot, cases, disposals, entries, history, numbers
from pipeline.records.disposals import DisposalState
from pipeline.register.books import AGENDA_IN, AGENDA_OUT, DISPOSITION, REGISTER
from pipeline.register.tombstone import is_tombstone
from pipeline.rendering.pdf_cache import PdfCache
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, SCHOOL, USER, Bureau, tables
from tests.office.retained import (
    MINUTES,
    PERSONAL,
    approved_list,
    carry_out,
    destroyed_list,
    holding,
    withdraw,
)
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

pytestmark = pytest.mark.backend

LIST = "M-2037-01"


def words_of(error: pytest.ExceptionInfo[Destroyed]) -> str:
    return error.value.text()


def test_a_list_that_only_the_database_calls_begun_destroys_nothing(over: Bureau) -> None:
    disposal = approved_list(over)
    session = over.session(ARCHIVIST)
    minutes = {"number": MINUTES.number, "day": "2037-01-05", "by": ARCHIVIST}
    with boot.transact():
        stones = [destroy._tombstone(disposal, case, minutes, set()) for case in disposal.cases]
        disposals.bury(stones)
        disposals.change(disposals.get(disposal.id), state=DisposalState.DESTROYING, minutes=minutes)
    (pending,) = destroy.resume_pending(session)
    assert "tidak sama dengan daftar dalam arsip" in pending.text()
    assert over.held.files(f"2026/{FIRST}")
    assert not [entry for entry in entries.after(0) if is_tombstone(entry)]


def test_what_goes_goes_everywhere_and_what_stays_is_proved(over: Bureau) -> None:
    assert all(name in str(registration(SCHOOL)) for name in PERSONAL)
    assert any(name.startswith(("var/rangkap.db", "database")) for name in holding(over.home, *PERSONAL))
    assert holding(over.home, *PERSONAL) & {f"archive/2026/{FIRST}/v1/content/kasus.json"}
    before = [entry.line() for entry in entries.after(0)]
    done = destroyed_list(over)
    assert (done.state, done.minutes["number"]) == (DisposalState.DESTROYED, MINUTES.number)
    boot.close()
    assert holding(over.home, *PERSONAL) == set()
    assert not over.held.files(f"2026/{FIRST}")
    over.held.need_valid()
    over.session()
    lines = [entry.line() for entry in entries.after(0)]
    assert lines[: len(before)] == before, "no entry was rewritten"
    stones = [entry for entry in entries.after(0) if is_tombstone(entry)]
    assert [(stone.case, stone.kind, stone.register_number) for stone in stones] == [
        (FIRST, "destroyed", "0001/TL/XI/2026")
    ]
    checked = reconcile.check(over.session(ARCHIVIST))
    assert checked.findings == ()
    assert [(stone.case, stone.number) for stone in checked.destroyed] == [(FIRST, MINUTES.number)]
    assert cases.numbers() == [SECOND]


def test_a_look_up_by_any_number_tells_the_minutes_and_nothing_personal(over: Bureau) -> None:
    destroyed_list(over)
    for given in (
        FIRST,
        "0001/TL/XI/2026",
        "0001/tl/xi/2026",
        "A-2026-0001",
        "400.2/001/P2TP2A/XI/2026",
        f"{FIRST}-1",
    ):
        (hit,) = find.find(over.session(CLERK), given)
        assert (hit.plain["state"], hit.plain["minutes"]["number"]) == ("dimusnahkan", MINUTES.number)
    shown = find.show(over.session(CLERK), FIRST)
    assert shown.case is None
    assert shown.plain["list"] == LIST
    assert not [name for name in PERSONAL if name in str(shown.plain)]
    for work in (
        lambda: find.reveal(over.session(CHAIR), FIRST, "ingin tahu"),
        lambda: perform(void_letter, over.session(CHAIR), FIRST, {"reason": "salah"}, f"{FIRST}-1"),
        lambda: find.resolve(over.session(CLERK), f"{FIRST}-1"),
        lambda: reconcile.check(over.session(ARCHIVIST), FIRST),
    ):
        with pytest.raises(Exception) as refusal:
            work()
        assert getattr(refusal.value, "code", "") in ("records.destroyed", "records.not_found")
    with pytest.raises(Destroyed) as error:
        cases.get(FIRST)
    assert MINUTES.number in words_of(error)


def test_the_books_keep_the_numbers_and_name_the_minutes(over: Bureau) -> None:
    destroyed_list(over)
    session = over.session(ARCHIVIST)
    rows = {
        name: list(books.within(session, name, Period()))
        for name in (REGISTER.name, AGENDA_IN.name, AGENDA_OUT.name)
    }
    note = f"dimusnahkan menurut berita acara nomor {MINUTES.number} tanggal 05-01-2037, daftar {LIST}"
    (register,) = (row for row in rows[REGISTER.name] if row["register_number"] == "0001/TL/XI/2026")
    assert (register["status"], register["remarks"], register["victim"]) == ("dimusnahkan", note, "")
    assert [row["no"] for row in rows[AGENDA_IN.name]][:2] == ["A-2026-0001", "A-2026-0002"]
    assert rows[AGENDA_IN.name][0]["remarks"] == note
    assert [row["remarks"] for row in rows[AGENDA_OUT.name] if row["no"].startswith("400.2/001")] == [note]
    assert FIRST not in str(list(books.within(session, DISPOSITION.name, Period())))
    out = io.BytesIO()
    assert books.write(session, books.Asked(REGISTER.name, books.Format.PDF), out) == 2


def test_no_number_is_given_again_also_after_a_rebuild(over: Bureau) -> None:
    destroyed_list(over)
    peeked = {
        series: numbers.peek(series)
        for series in ("kasus/2026", "register/2026", "agenda/2026", "surat/2026", "musnah/2037")
    }
    before = tables(over, "TombstoneRow", "DisposalRow", "CaseRow", "NumberRow", "CounterRow", "LetterRow")
    lines = [entry.line() for entry in entries.after(0)]
    damage.lose_database_alone(over)
    rebuild.rebuild(over.settings, who(over.settings, USER, ARCHIVIST))
    assert {series: numbers.peek(series) for series in peeked} == peeked
    assert tables(over, *before) == before
    assert [entry.line() for entry in entries.after(0)] == lines
    assert over.verify() == []
    assert find.show(over.session(CLERK), FIRST).plain["minutes"]["number"] == MINUTES.number
    assert [act.verb for act in history.of_case(FIRST)] == ["dispose_destroy"]
    new = over.register(SCHOOL, b"")
    assert new.number not in (FIRST, SECOND)
    destroy.resume_pending(over.session(ARCHIVIST))
    assert over.verify() == []


def test_the_tombstone_alone_keeps_every_number_of_its_case_from_being_given_again(bureau: Bureau) -> None:
    stone = disposals.Tombstone(
        "2026-0042", "M-2026-03", "0017/TL/XI/2026", 17, {}, "", (("A-2026-0051", "2026-11-20"),), (), (), {}
    )
    rebuild_numbers.restore_numbers([stone], [stone.disposal])
    counted = {"kasus": 42, "register": 17, "agenda": 51, "musnah": 3}
    assert {name: numbers.peek(f"{name}/2026") - 1 for name in counted} == counted


def test_a_database_put_aside_by_a_rebuild_goes_too(on_file: None, over: Bureau) -> None:
    boot.close()
    rebuild.rebuild(over.settings, who(over.settings, USER, ARCHIVIST))
    assert list(over.settings.var.glob("rangkap-*.db"))
    destroyed_list(over)
    assert not list(over.settings.var.glob("rangkap-*.db*"))


def test_made_pages_and_what_a_killed_run_left_go_too(over: Bureau) -> None:
    var = over.settings.var
    PdfCache(var / "pdf", b"maker").put(b"document", PERSONAL[0].encode())
    for name in ("backup-stage", "rebuild", "lama"):
        (var / name).mkdir()
        (var / name / "sisa").write_text(PERSONAL[0], "utf-8")
    destroyed_list(over)
    boot.close()
    assert holding(over.home, *PERSONAL) == set()
    assert not list((var / "pdf").glob("*"))


def test_what_was_typed_and_not_handed_in_goes_too(over: Bureau) -> None:
    arrivals_of = [arrival.id for arrival in arrivals.of_case(FIRST)]
    assert arrivals_of
    kept_answers.keep(over.settings, FIRST, {"comes": PERSONAL[0]})
    kept_answers.keep_choice(over.settings, FIRST, Choice("", frozenset(), {"pembuka": PERSONAL[0]}))
    kept_answers.keep(over.settings, SECOND, {"comes": "korban sendiri"})
    for item in arrivals_of:  # as a power cut leaves it
        (over.settings.var / "isian" / f"surat-{item}-0123456789abcdef.json").write_text(PERSONAL[0], "utf-8")
    destroyed_list(over)
    boot.close()
    assert holding(over.home, *PERSONAL) == set()
    left = {path.relative_to(over.settings.var).as_posix() for path in over.settings.var.rglob("*")}
    bearing = {path for path in left for number in (FIRST, *arrivals_of) if number in path}
    assert {path for path in bearing if not path.startswith("cetak/")} == set(), (
        "what a clerk put out to print is theirs"
    )
    assert kept_answers.kept(over.settings, SECOND) == {"comes": "korban sendiri"}


def test_the_room_of_a_backup_that_runs_is_left_to_it(over: Bureau) -> None:
    stage = over.settings.var / "backup-stage"
    stage.mkdir()
    with Lock(over.settings.var / "backup.lock", wait=False):
        destroyed_list(over)
    assert stage.exists()


def test_an_object_that_is_gone_without_tombstone_is_missing_and_one_that_is_back_is_unexpected(
    over: Bureau,
) -> None:
    held = over.held
    kept = {name: held.read(name) for name in held.names() if name.startswith(f"2026/{FIRST}/")}
    gone = held.taken(f"2026/{SECOND}")
    assert {(finding.kind, finding.case) for finding in over.verify()} == {(Kind.MISSING, SECOND)}
    held.put_back(gone)
    destroyed_list(over)
    assert over.verify() == []
    held.put_back(kept)
    findings = [finding for finding in over.verify() if finding.path == f"2026/{FIRST}"]
    assert {finding.kind for finding in findings} == {Kind.UNEXPECTED}
    assert "dimusnahkan menurut berita acara" in findings[0].text()


def test_a_payload_that_came_back_and_a_tombstone_without_its_list_are_named(over: Bureau) -> None:
    destroyed_list(over)
    over.held.remove(f"{over.held.only(f'{LIST}/inventory.json').rpartition('/')[0]}")
    faults = over.verify()
    assert any(finding.kind is Kind.MISSING and finding.case == LIST for finding in faults)
    assert any(
        item.kind is Kind.MISSING and item.case == FIRST and "berita acara" in item.against for item in faults
    )


@pytest.fixture
def stopped(in_folder: None, over: Bureau, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """An office whose disk failed when the object was to be removed: decided and entered, not carried out."""
    disposal = approved_list(over)

    def fails(*_: object) -> bool:
        raise NotDurable(reason="cakram")

    with monkeypatch.context() as patch:
        patch.setattr(archive, "destroy", fails)
        with refused_with("office.destruction_pending") as pending:
            carry_out(over.session(ARCHIVIST), disposal.id)
    assert pending.value.next == (Next("destroy-disposal", disposal.id),)
    return over


@pytest.mark.parametrize("mend", ["start", "again", "rebuild"])
def test_what_was_begun_is_torn_until_it_is_completed(stopped: Bureau, mend: str) -> None:
    assert {(finding.kind, finding.case) for finding in stopped.verify()} == {(Kind.TORN, LIST)}
    assert find.show(stopped.session(CLERK), FIRST).plain["destroyed"]
    assert not cases.has(FIRST)
    with refused_with("office.disposal_state"):
        withdraw(stopped.session(CHAIR), LIST, "berubah pikiran")
    if mend == "start":
        watch.start(stopped.session(CLERK))
    elif mend == "again":
        carry_out(stopped.session(ARCHIVIST), LIST, None)
    else:
        damage.lose_database_alone(stopped)
        rebuild.rebuild(stopped.settings, who(stopped.settings, USER, ARCHIVIST))
    assert disposals.get(LIST).state == DisposalState.DESTROYED
    assert stopped.verify() == []
    boot.close()
    assert holding(stopped.home, *PERSONAL) == set()
