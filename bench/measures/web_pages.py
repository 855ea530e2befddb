"""S10: the pages of the office with many cases and ten users: time, CPU of the server, bytes and requests, errors."""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from django.db import connection

from bench.home import new_home, wait_until
from bench.line import Line, Run, at_most, median, percentile, plain, say, told
from bench.processes import cpu_of, descendants
from bench.synthetic import rows_of
from bench.texts import letters
from bench.web_users import PATIENCE, Answer, User, give_port, give_words
from pipeline.office.base import web_door
from pipeline.records import boot, texts
from pipeline.records.texts import TextKind
from pipeline.settings import load

_USERS, _EACH, _PAUSE = 10, 6, 3.0
_OPEN, _TEXTS = 200, 5000
_LIMIT, _TOO_LONG, _AT_MOST = 300, 5.0, 60.0
_TODAY, _YEARS = date(2026, 11, 24), 3650
_HIGHEST = 999_999
"""The highest number that a year can have."""
_ACCOUNTS = ("petugas", "identifikasi")


@dataclass(frozen=True)
class Page:
    """A page that is measured: what it is called, its address, and the form that is sent to it, if one is."""

    name: str
    path: str
    form: Mapping[str, str] | None = None


def take(run: Run) -> Sequence[Line]:
    """Let ten users look at each page six times, three seconds between two looks, over ``n`` cases of which 200 are open."""
    with new_home(run.room) as home:
        (case,) = home.register_calls(1)
        say(f"an office of {run.n:,} cases is made")
        fill(case.number, run.n)
        give_words(home)
        port = give_port(home)
        with home.doors("web") as (door,):
            wait_until(240, lambda: web_door.is_listening(load(home.settings.home)), 0.2)
            users = signed_in(port)
            return [told(line) for page in pages(run.n) for line in _measured(users, page, door.pid, run.n)]


def fill(case: str, count: int) -> None:
    """Let an office with one ``case`` have ``count`` of them, most of them closed, and some thousand texts to search."""
    rows_of(case, 2, count, partial(_came, count))
    _close(count)
    _say(count)


def pages(count: int) -> tuple[Page, ...]:
    """Return the pages that are measured, in an office of ``count`` cases."""
    number = f"2026-{min(count, _HIGHEST):04d}"
    return (
        Page("what waits", "/"),
        Page("a case", f"/kasus/{number}/"),
        Page("the field of the search", "/cari/"),
        Page("search: a number", "/cari/", {"wanted": f"A-{number}"}),
        Page("search: a word", "/cari/", {"wanted": "melaporkan"}),
        Page("search: a name", "/cari/", {"wanted": "Rahmawati"}),
        Page("the books", "/buku/"),
        Page("a book, this month", "/buku/register/"),
        Page("incoming letters, this month", "/buku/agenda-masuk/"),
        Page("recap, this month", "/rekap/"),
    )


def _came(count: int, number: int) -> date:
    """Return on which day the case ``number`` came in: they came over ten years, as many each day."""
    return _TODAY - timedelta(days=(count - number) * _YEARS // count)


def _close(count: int) -> None:
    """Let all cases but the newest be closed and entered elsewhere."""
    with boot.transact(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE records_caserow SET state = 'selesai', value = replace(value, '\"terdaftar\"', '\"selesai\"') "
            f"WHERE CAST(substr(number, 6) AS integer) <= {count - _OPEN}"
        )
        cursor.execute(
            'INSERT INTO records_historyrow (at, account, operator, verb, step, "case", subject, detail, marks, salt, link) SELECT '
            "received || ' 05:00:00', 'identifikasi', 'identifikasi', 'simfoni', 14, number, '', '{}', '', '', '' "
            "FROM records_caserow WHERE state = 'selesai' ORDER BY received"
        )


def _say(count: int) -> None:
    """Let some thousand documents of these cases be found by their words."""
    documents = list(letters(10).texts(min(count, _TEXTS)))
    with boot.transact():
        texts.put_all(
            (
                TextKind.TRANSCRIPT,
                f"{n:0128d}",
                date(2026, 11, 24),
                text,
                f"2026-{n:04d}",
                "catatan-telepon.txt",
            )
            for n, text in enumerate(documents, 1)
        )


def signed_in(port: int) -> list[User]:
    """Return ten users at the door ``port``, of two accounts."""
    users = [User(port) for _ in range(_USERS)]
    for place, user in enumerate(users):
        user.sign_in(_ACCOUNTS[place % len(_ACCOUNTS)])
    return users


@dataclass(frozen=True)
class Seen:
    """What looks at a page gave: 95th percentile and median in ms, CPU of the server in ms a look, what failed of how many.

    ``first`` is the first of them, by one user; where it took too long, it stands alone. ``together`` are the ms of the
    last answer where all ask at the same moment.
    """

    first: Answer
    late: float
    median: float
    together: float
    cpu: float
    failed: int
    looks: int


def looked(users: Sequence[User], page: Page, doors: Sequence[int]) -> Seen:
    """Let all users look at ``page``; the CPU is that of the processes ``doors`` and of those below them."""
    pids = [*doors, *(below for door in doors for below in descendants(door))]
    spent = cpu_of(pids)
    first = users[0].ask(page.path, page.form)
    if first.seconds > _TOO_LONG:  # ten users at once would wait for minutes
        taken, spent = 1000 * first.seconds, 1000 * (cpu_of(pids) - spent)
        return Seen(first, taken, taken, taken, spent, int(not first.status or first.status >= 400), 1)
    spent = cpu_of(pids)
    with ThreadPoolExecutor(len(users)) as pool:
        burst = list(pool.map(lambda user: user.ask(page.path, page.form), users))
        spread = [place * _PAUSE / len(users) for place in range(len(users))]
        several = pool.map(lambda user, after: _looks(user, page, after), users, spread)
        answers = [answer for some in several for answer in some]
    spent = 1000 * (cpu_of(pids) - spent) / len([*burst, *answers])
    failed = sum(answer.status >= 400 or not answer.status for answer in [*burst, *answers])
    taken_all = [1000 * answer.seconds for answer in answers]
    together = 1000 * max(answer.seconds for answer in burst)
    return Seen(
        first, percentile(taken_all), median(taken_all), together, spent, failed, len([*burst, *answers])
    )


def _measured(users: Sequence[User], page: Page, door: int, count: int) -> Iterator[Line]:
    seen = looked(users, page, (door,))
    first, load = seen.first, f"load {os.getloadavg()[0]:.1f}"
    if seen.looks == 1:
        against = f"asked once, by one user, CPU {seen.cpu:.0f} ms; {load}"
        against = against if first.status else f"no answer in {PATIENCE:.0f} s; {against}"
        yield at_most("S10", f"{page.name}, {count:,} cases", seen.late, "ms", _LIMIT, against)
        return
    cold = [users[0].ask(part) for part in first.parts]
    label = f"{page.name}, {count:,} cases, ten users"
    yield at_most("S10", f"{label}, 95th percentile", seen.late, "ms", _LIMIT,
                  f"median {seen.median:.0f} ms, all in one moment {seen.together:.0f} ms, CPU {seen.cpu:.0f} ms, "
                  f"cold {1000 * first.seconds:.0f} ms; {load}")  # fmt: skip
    yield at_most("S10", f"{label}: errors", seen.failed, "", 0, f"{seen.looks} pages")
    yield plain("S10", f"{page.name}: bytes of the page", first.size / 1000, "kB",
                f"{1 + len(cold)} requests and {(first.size + sum(answer.size for answer in cold)) / 1000:.0f} kB the first time, "
                "1 request later")  # fmt: skip


def _looks(user: User, page: Page, after: float) -> list[Answer]:
    """Look so often, or as often as there is time for: a slow page gives its number and does not hold up the others.

    The first look comes ``after`` so many seconds, by which the users differ: people do not click in one moment.
    """
    answers: list[Answer] = []
    time.sleep(after)
    until = time.monotonic() + _AT_MOST
    while len(answers) < _EACH and (not answers or time.monotonic() < until):
        time.sleep(_PAUSE)
        answers.append(user.ask(page.path, page.form))
    return answers
