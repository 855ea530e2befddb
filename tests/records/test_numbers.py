"""Numbers are given once, without gaps, also to two processes at once."""

import multiprocessing
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.records import boot, numbers
from pipeline.records.models import NumberRow
from tests.office.bureau import Bureau
from tests.records.examples import SERIES, take_numbers
from tests.refused import refused_with

pytestmark = pytest.mark.backend

SERIES_NUMBER = count()


@pytest.fixture(autouse=True)
def opened(engine: str, bureau: Bureau) -> Iterator[Bureau]:
    boot.open_records(bureau.settings)
    return bureau


def test_two_processes_at_once_get_numbers_without_gap_and_double(opened: Bureau) -> None:
    boot.close()
    spawn = multiprocessing.get_context("spawn")
    start, given_out = spawn.Barrier(2), spawn.Queue()
    writers = [spawn.Process(target=take_numbers, args=(opened.home, 30, start, given_out)) for _ in "12"]
    for writer in writers:
        writer.start()
    taken = [given_out.get(timeout=60) for _ in range(60)]
    for writer in writers:
        writer.join(30)
        assert writer.exitcode == 0
    given_out.close()
    given_out.join_thread()
    assert sorted(taken) == list(range(1, 61))
    boot.open_records(opened.settings)
    assert sorted(NumberRow.objects.values_list("seq", flat=True)) == list(range(1, 61))


def test_a_number_of_a_transaction_that_failed_is_given_to_the_next_and_an_office_may_begin_in_mid_year() -> (
    None
):
    with pytest.raises(ZeroDivisionError), boot.transact():
        numbers.next_of(SERIES) / 0
    assert numbers.peek(SERIES) == 1
    with boot.transact():
        assert numbers.next_of(SERIES) == 1
    assert numbers.peek("surat/2026", 31) == 31
    assert [numbers.next_of("surat/2026", 31) for _ in range(2)] == [31, 32]
    assert numbers.peek("surat/2026", 100) == numbers.next_of("surat/2026", 100) == 33, (
        "a series once begun goes on by one"
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(seen=st.lists(st.integers(1, 60), min_size=1, max_size=8))
def test_after_a_rebuild_no_number_that_was_given_is_given_again(seen: list[int]) -> None:
    series = f"kasus/2026/{next(SERIES_NUMBER)}"
    for number in seen:
        numbers.at_least(series, number)
    assert numbers.peek(series) == numbers.next_of(series) == max(seen) + 1


def test_the_same_letter_number_twice_is_refused_and_the_transaction_can_go_on() -> None:
    with boot.transact():
        numbers.reserve("400.2/001/P2TP2A/XI/2026", "surat/2026/a", 1, "2026-0001-1")
        with refused_with("records.number_taken", match="P2TP2A"):
            numbers.reserve("400.2/001/P2TP2A/XI/2026", "surat/2026/b", 1, "2026-0002-1")
        with refused_with("records.number_taken"):
            numbers.reserve("other text, same place", "surat/2026/a", 1, "2026-0002-1")
    assert list(NumberRow.objects.values_list("text", "state")) == [("400.2/001/P2TP2A/XI/2026", "reserved")]
