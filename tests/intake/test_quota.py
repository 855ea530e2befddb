"""A flood in one place waits where it lies, others are not held up, and it goes on by itself."""

from pathlib import Path

import pytest

from pipeline.intake.arrival import TakenIn
from pipeline.intake.sweep import Rounds
from pipeline.kernel import clock
from tests.intake.inboxes import AT_ONCE, go_round, put

SIZE = 1000


@pytest.fixture
def hour(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100_000.0]
    monkeypatch.setattr(clock, "monotonic", lambda: now[0])
    return now


def names(rounds: Rounds) -> list[str]:
    return [outcome.name for outcome in go_round(rounds) if isinstance(outcome, TakenIn)]


def flood(inbox: Path, arrivals: Path, count: int, most: int) -> Rounds:
    """Return rounds through an inbox with ``count`` files in it and as many in a folder, then one in another folder."""
    for folder in ("surat", "rujukan"):
        (inbox / folder).mkdir()
    for number in range(count):
        put(inbox, f"a{number}.pdf", b"%04d" % number * (SIZE // 4))
        put(inbox / "surat", f"b{number}.pdf", b"%04d" % (number + 500) * (SIZE // 4))
    put(inbox / "rujukan", "c.pdf", b"x" * SIZE)
    return Rounds(inbox, arrivals, AT_ONCE, known=("surat", "rujukan"), quota=most)


def test_places_are_taken_from_in_turn(inbox: Path, arrivals: Path) -> None:
    first = names(flood(inbox, arrivals, 3, 0))
    assert len(first) == 7
    assert "c.pdf" in first[:3]


def test_what_is_over_the_quota_of_a_place_stays_and_is_taken_when_the_hour_is_over(
    inbox: Path, arrivals: Path, hour: list[float]
) -> None:
    rounds = flood(inbox, arrivals, 5, 2 * SIZE)
    assert sorted(names(rounds)) == ["a0.pdf", "a1.pdf", "b0.pdf", "b1.pdf", "c.pdf"]
    assert rounds.held == {"": 3, "surat": 3}
    assert (names(rounds), len(list(inbox.glob("a*.pdf")))) == ([], 3)
    hour[0] += 3700
    assert len(names(rounds)) == 4
    hour[0] += 3700
    assert len(names(rounds)) == 2
    assert rounds.held == {}
