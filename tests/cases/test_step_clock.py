"""Time at the desk is counted once and never for the watcher; waiting for a clarification is no time of the office."""

from datetime import UTC, datetime, timedelta

from pipeline.cases.step_clock import ClockEvent, read_clock

NINE = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


def stroke(
    verb: str, step: int, minute: float, since: float | None = None, by: str = "petugas"
) -> ClockEvent:
    return ClockEvent(verb, step, at(minute), by, None if since is None else at(since))


def test_each_step_has_its_minutes_and_the_last_who_took_it() -> None:
    clock = read_clock([stroke("register", 1, 4, 0), stroke("draft", 10, 20, 14, "ani"), stroke("redraft", 10, 33, 30, "budi")], at(40))  # fmt: skip
    assert clock.active == timedelta(minutes=13)
    step = clock.of(10)
    assert step is not None
    assert (step.active, step.by, step.at) == (timedelta(minutes=9), "budi", at(33))
    assert clock.of(13) is None


def test_two_acts_of_one_call_are_counted_once_and_two_people_apart() -> None:
    acts = [stroke("vet", 6, 5, 0), stroke("assign", 7, 5, 0), stroke("draft", 10, 6, 0, "ani")]
    assert read_clock(acts, at(9)).active == timedelta(minutes=11)


def test_the_watchers_acts_are_nobodys_time_and_a_desk_that_was_left_counts_an_hour() -> None:
    assert read_clock([stroke("sign", 11, 5), stroke("file", 12, 5)], at(9)).active == timedelta()
    assert read_clock([stroke("draft", 10, 300, 0)], at(300)).active == timedelta(hours=1)


def test_a_clock_that_went_back_takes_nothing_away() -> None:
    assert read_clock([stroke("draft", 10, 0, 5)], at(9)).active == timedelta()


def test_waiting_for_a_clarification_pauses_the_elapsed_time() -> None:
    acts = [stroke("register", 1, 0), stroke("ask", 9, 10), stroke("ask", 9, 15), stroke("clarify", 9, 40)]
    clock = read_clock(acts, at(60))
    assert (clock.paused, clock.elapsed) == (timedelta(minutes=30), timedelta(minutes=30))
    waiting = read_clock(acts[:3], at(60))
    assert (waiting.paused, waiting.elapsed) == (timedelta(minutes=50), timedelta(minutes=10))


def test_a_merged_case_ages_no_more_and_one_that_was_parted_again_does() -> None:
    acts = [stroke("register", 1, 0), stroke("merge", 14, 10)]
    assert read_clock(acts, at(600)).elapsed == timedelta(minutes=10)
    assert read_clock([*acts, stroke("unmerge", 14, 20)], at(600)).elapsed == timedelta(minutes=600)


def test_a_closed_case_ages_no_more_and_an_opened_one_does() -> None:
    acts = [stroke("register", 1, 0), stroke("close", 14, 30)]
    assert read_clock(acts, at(90)).elapsed == timedelta(minutes=30)
    assert read_clock([*acts, stroke("reopen", 14, 60)], at(90)).elapsed == timedelta(minutes=90)
    assert read_clock([], at(5)).elapsed == timedelta()
