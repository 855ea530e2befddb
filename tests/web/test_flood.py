"""A flood of sign-ins with accounts that somebody made up: bounded in work and memory, and nobody else is kept waiting."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher

from pipeline.kernel.errors import Refusal
from pipeline.office.base import sign_in
from pipeline.records.passwords import AT_A_TIME, WAITING
from pipeline.web.django_settings import FREE, WAITS_MOST
from tests.office.bureau import CHAIR, CLERK, Bureau
from tests.web.door import WORD, Door
from tests.web.visitor import Answer, Visitor

FLOOD = 100
PLACES = AT_A_TIME + WAITING
ELSEWHERE = "127.0.0.2"
CANARY = "akun-karangan"
DIGEST = Argon2PasswordHasher.memory_cost
"""KiB that one digest takes."""
SLACK = 100 << 10
"""KiB for a hundred connections and answers."""


@pytest.fixture(autouse=True)
def as_new(door: Door) -> Iterator[None]:
    """Forget the wrong words of each test."""
    yield
    door.change("DELETE FROM axes_accessattempt")


def peak(door: Door) -> int:
    """Return the most memory that the process of the pages ever had in use, KiB."""
    server = door.process.pid
    (worker,) = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    lines = Path(f"/proc/{worker}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1])


def made_up(door: Door, number: int) -> Answer:
    return Visitor(door).sign_in(f"{CANARY}-{number}", f"{CANARY}-kata-{number}")


def test_a_flood_is_bounded_and_told_to_wait_while_pages_are_answered(door: Door) -> None:
    Visitor(door).sign_in(CLERK)
    before = peak(door)
    beside: list[int] = []
    with ThreadPoolExecutor(FLOOD) as crowd:
        asked: list[Future[Answer]] = [crowd.submit(made_up, door, number) for number in range(FLOOD)]
        while not all(future.done() for future in asked):
            beside.append(Visitor(door, machine=ELSEWHERE).get("/masuk/").status)
    answers = [future.result() for future in asked]
    assert peak(door) <= before + AT_A_TIME * DIGEST + SLACK
    counts = Counter(answer.status for answer in answers)
    assert set(counts) <= {401, 429, 503}, counts
    assert 0 < counts[401] <= FREE + 2 * PLACES, counts
    assert all("unggu" in answer.text for answer in answers if answer.status != 401), "wait is said in each"
    kept_out = [answer.text for answer in answers if "masuk pada saat yang sama" in answer.text]
    assert all('id="word"' in text for text in kept_out), "the form is there for the next try"
    assert beside
    assert set(beside) == {200}
    tried = door.rows("SELECT COUNT(*) FROM records_accessrow WHERE verb = 'user_sign_in_failed'")
    assert tried[0][0] == counts[401], "who did not get in cost no digest"
    assert CANARY not in door.everything()
    assert CANARY not in door.output.read_text("utf-8")


def test_many_wrong_words_slow_their_machine_alone(door: Door) -> None:
    Visitor(door).sign_in("tidakada", "x")
    door.change("UPDATE axes_accessattempt SET failures_since_start = ?", FREE + 10)
    slowed = Visitor(door).sign_in(CLERK)
    assert slowed.status == 429
    assert "detik" in slowed.text
    assert Visitor(door, machine=ELSEWHERE).sign_in(CLERK).status == 302
    earlier = datetime.now(UTC) - timedelta(seconds=WAITS_MOST)
    door.change("UPDATE axes_accessattempt SET attempt_time = ?", earlier.strftime("%Y-%m-%d %H:%M:%S"))
    assert Visitor(door).sign_in(CLERK).status == 302, "it is slowed, not shut"


def test_no_account_costs_more_or_less_than_another(
    web_office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    for name in ("encode", "verify"):
        whole = getattr(Argon2PasswordHasher, name)

        def counted(*given: object, whole: object = whole, name: str = name, **more: object) -> object:
            made.append(name)
            return whole(*given, **more)  # type: ignore[operator]

        monkeypatch.setattr(Argon2PasswordHasher, name, counted)
    web_office.session(CLERK)
    for account, word in ((CLERK, WORD), (CLERK, "x"), (CHAIR, "x"), ("tidakada", "x"), ("", "")):
        made.clear()
        with suppress(Refusal):
            sign_in.sign_in(web_office.settings, account, word)
        assert len(made) == 1, (account, word)
