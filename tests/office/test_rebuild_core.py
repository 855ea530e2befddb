"""A rebuild loses nothing, gives no number twice, and has the home for itself."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from demo.answers import registration
from pipeline.office.base.session import REBUILDING, who
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.office.keeping.rebuild import rebuild
from pipeline.records import arrivals, cases, entries, letters
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from tests.office import damage
from tests.office.bureau import ARCHIVIST, SCHOOL, USER, Bureau, one_page
from tests.refused import refused_with

pytestmark = pytest.mark.backend

FIRST, SECOND = "2026-0001", "2026-0002"
ANOTHER = """
import sys
from pathlib import Path
from pipeline.office.base.session import open_session, who
from pipeline.settings import load
settings = load(Path(sys.argv[1]))
open_session(settings, who(settings, sys.argv[2], "petugas"))
print("terbuka", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_process(bureau: Bureau) -> Iterator[None]:
    """Let another process of the office have its session open."""
    words = [sys.executable, "-c", ANOTHER, str(bureau.home), USER]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "terbuka\n"
        yield
        process.stdin.close()


def interrupted(done: int, total: int) -> None:
    """Stop a rebuild after its first case, as somebody does by Ctrl-C."""
    raise KeyboardInterrupt


def interrupt_rebuild(bureau: Bureau) -> None:
    """Begin a rebuild that is interrupted."""
    with pytest.raises(KeyboardInterrupt):
        rebuild(bureau.settings, who(bureau.settings, USER, ARCHIVIST), interrupted)


def test_a_letter_whose_registration_the_archive_never_got_waits_again_and_its_number_is_not_reused(
    bureau: Bureau,
) -> None:
    arrival = bureau.arrive(one_page())
    with damage.archive_stuck(bureau.settings), refused_with("office.filing_pending"):
        perform(register.register_arrival, bureau.session(), arrival.id, registration(SCHOOL))
    counts = damage.rebuilt(bureau)
    assert (counts["cases"], counts["put_back"]) == (0, 1)
    (waiting,) = register.waiting(bureau.session())
    assert (waiting.id, waiting.agenda, waiting.case) == (arrival.id, arrival.agenda, "")
    assert FIRST in waiting.note
    case = perform(register.register_arrival, bureau.session(), waiting.id, registration(SCHOOL)).case
    assert case.number == SECOND
    assert case.register_number.startswith("0002")
    assert bureau.verify() == []


def test_the_register_number_of_a_lost_registration_is_not_reused_where_the_office_began_at_another(
    bureau: Bureau,
) -> None:
    path = bureau.home / "office.toml"
    line = next(text for text in path.read_text("utf-8").splitlines() if "register_awal" in text)
    bureau.change(line, "register_awal = 15")
    damage.call_not_filed(bureau)
    assert cases.get(FIRST).register_number.startswith("0015")
    damage.rebuilt(bureau)
    assert damage.call(bureau, "sesudahnya").register_number.startswith("0016")


def test_lost_registrations_are_counted_in_whatever_order_their_letters_came(bureau: Bureau) -> None:
    early, late = bureau.arrive(one_page("satu")), bureau.arrive(one_page("dua"))
    known = {register.NOT_A_DUPLICATE: True}
    with damage.archive_stuck(bureau.settings):
        for arrival in (late, early):
            with refused_with("office.filing_pending"):
                perform(register.register_arrival, bureau.session(), arrival.id, registration(SCHOOL) | known)
    assert damage.rebuilt(bureau)["put_back"] == 2
    case = damage.call(bureau)
    assert (case.number, case.register_number[:4]) == ("2026-0003", "0003")


def test_copies_that_came_back_before_the_filing_are_signed_and_filed_by_the_rebuild(
    approved: Bureau,
) -> None:
    first, second = approved.signed(FIRST)
    approved.receive(first)
    with damage.archive_stuck(approved.settings):
        approved.receive(second)
    assert letters.get(f"{FIRST}-1").state == LetterState.SIGNED
    assert cases.archived(FIRST) == 2
    damage.rebuilt(approved)
    letter = letters.get(f"{FIRST}-1")
    assert (letter.state, cases.archived(FIRST)) == (LetterState.SIGNED, 3)
    assert {arrival.state for arrival in arrivals.listed() if arrival.code} == {ArrivalState.FILED}
    assert all(copy.arrival for copy in letters.copies(letter.id))
    assert approved.verify() == []


def test_what_the_old_database_had_begun_is_filed_before_it_is_replaced(bureau: Bureau) -> None:
    number = damage.call_not_filed(bureau)
    counts = damage.build(bureau)
    assert (counts["cases"], counts["put_back"]) == (1, 0)
    assert (cases.numbers(), entries.unfinished()) == ([number], [])
    assert bureau.verify() == []


def test_a_rebuild_is_refused_while_another_process_works_in_the_home(bureau: Bureau) -> None:
    damage.call(bureau)
    with another_process(bureau):
        with refused_with("office.home_in_use"):
            damage.build(bureau)
        assert not (bureau.settings.var / REBUILDING).exists()
        assert list(bureau.settings.var.glob("rangkap-*.db")) == []
    assert damage.build(bureau)["cases"] == 1


def test_a_rebuild_that_fails_leaves_the_old_database_in_use(bureau: Bureau) -> None:
    damage.call(bureau)
    interrupt_rebuild(bureau)
    assert not (bureau.settings.var / REBUILDING).exists()
    bureau.session()
    assert cases.numbers() == [FIRST]
    assert damage.build(bureau)["cases"] == 1


def test_an_arrival_with_a_damaged_row_comes_in_as_mail_after_a_rebuild(bureau: Bureau) -> None:
    spoiled, whole = bureau.arrive(one_page("satu")), bureau.arrive(one_page("dua"))
    (bureau.settings.arrivals / spoiled.id / "baris.json").write_bytes(b"{")
    assert damage.rebuilt(bureau)["arrivals"] == 1
    came = bureau.receive()
    assert arrivals.get(whole.id).agenda == whole.agenda
    assert [(arrival.what, arrival.arrival) for arrival in came] == [("agenda", spoiled.id)]
