"""One walk down the whole street through the command line, with the watcher and the worker running.

Two cases go from paper to the archive: a phone call, registered with prepared answers, and a letter that a
slow scanner writes, registered by a person at a terminal. What is seen on the way is kept in a
:class:`Walk`; the tests look at it.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from demo.answers import clarifying, drafting, identifying, registration
from demo.office import Office, checkout_on_path
from demo.scans import SCANS
from pipeline.cases.fields.table import REGISTRATION
from pipeline.cases.fields.validate import validate
from pipeline.cases.values import Values
from pipeline.intake.stability import Patience
from tests.street.terminal import Terminal

CLERK, OFFICER, CHAIR, ARCHIVIST = "petugas", "identifikasi", "ketua", "arsip"
CALL, LETTER = "2026-0001", "2026-0002"
DAY = date(2026, 11, 24)
PLACES = ("Lanting Tengah", "Sungai Bakung", "Hulu Asri")
REASON = "Mohon sebutkan juga konsultasi psikologis."
PAUSE = 10 * Patience().quiet
"""Seconds for which the scanner holds the half-written file open, at least; the inbox waits for a tenth of them."""

Done = subprocess.CompletedProcess[str]


@dataclass
class Walk:
    """What was seen on the way; every ``Done`` is a verb with what it said."""

    office: Office
    scan: bytes
    during_pause: list[dict[str, Any]] = field(default_factory=list)
    arrival: dict[str, Any] = field(default_factory=dict)
    screen: str = ""
    verbs: dict[str, Done] = field(default_factory=dict)
    printed: list[str] = field(default_factory=list)
    scanned_back: list[dict[str, Any]] = field(default_factory=list)
    shown: dict[str, dict[str, Any]] = field(default_factory=dict)
    csv: str = ""
    without_database: dict[str, Done] = field(default_factory=dict)
    csv_rebuilt: str = ""
    shown_rebuilt: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def archive(self) -> Path:
        """The archive of the walk."""
        return self.office.home / "archive"

    def do(self, name: str, *words: str, account: str, stdin: str = "") -> Done:
        """Run a verb and keep what it said under ``name``."""
        self.verbs[name] = self.office.run(*words, account=account, stdin=stdin)
        return self.verbs[name]


def letter_answers() -> Values:
    """Return the checked answers for the sample letter, as a person at the terminal gives them."""
    return validate(registration(1), DAY, places=PLACES).need()


def take(home: Path) -> Walk:
    """Walk from the empty folder to the rebuilt database."""
    walk = Walk(Office(home), SCANS[0].render())
    walk.do("init", "init", "--trial", str(home), account="")
    walk.office.open_doors()
    try:
        scanner = threading.Thread(target=_scan_slowly, args=(walk,))
        scanner.start()
        _take_the_call(walk)
        scanner.join()
        _take_the_letter(walk)
        _identify(walk, LETTER, 1)
        _answer(walk, LETTER, 1)
        _sign(walk)
        _look(walk)
    finally:
        walk.office.close_doors()
    _lose_the_database(walk)
    return walk


def _scan_slowly(walk: Walk) -> None:
    """Write half of the scan, hold the file open, look what is there, write the rest."""
    path = walk.office.inbox / SCANS[0].name
    half = len(walk.scan) // 2
    with path.open("wb") as file:
        file.write(walk.scan[:half])
        file.flush()
        time.sleep(PAUSE)
        walk.during_pause = walk.office.call("todo", account=CLERK)["arrivals"]
        file.write(walk.scan[half:])


def _take_the_call(walk: Walk) -> None:
    answers = walk.office.note("telepon.json", registration(6))
    walk.do("register call", "register", "--channel", "phone", "--answers", answers, "--json", account=CLERK)
    draft = walk.office.note("konsep-telepon.json", drafting(6))
    walk.do("draft unidentified", "draft", CALL, "--answers", draft, account=OFFICER)
    _identify(walk, CALL, 6)
    walk.do("draft too early", "draft", CALL, "--answers", draft, account=OFFICER)
    answers = walk.office.note("klarifikasi.json", clarifying(6))
    walk.do("clarify", "record-clarification", CALL, "--answers", answers, account=OFFICER)
    walk.do("draft", "draft", CALL, "--answers", draft, account=OFFICER)
    walk.do("approved by a clerk", "approve-letter", CALL, account=CLERK)
    walk.do("return without reason", "return-letter", CALL, account=CHAIR)
    walk.do("return", "return-letter", CALL, account=CHAIR, stdin=REASON + "\n")
    _answer(walk, CALL, 6, read=2)


def _identify(walk: Walk, case: str, sample: int) -> None:
    report = walk.office.note(f"identifikasi-{sample}.json", identifying(sample))
    walk.do(f"identify {case}", "write-identification", case, "--answers", report, account=OFFICER)


def _answer(walk: Walk, case: str, sample: int, read: int = 1) -> None:
    draft = walk.office.note(f"konsep-{sample}.json", drafting(sample))
    walk.do(f"draft {case}", "draft", case, "--answers", draft, "--json", account=OFFICER)
    walk.do(f"approve {case}", "approve-letter", case, str(read), "--json", account=CHAIR)
    walk.do(f"print {case}", "print", case, "--to", str(_tray(walk)), "--json", account=CLERK)


def _tray(walk: Walk) -> Path:
    return walk.office.notes / "cetak"


def _take_the_letter(walk: Walk) -> None:
    """Wait until it was read, then answer every question on a terminal."""

    def read() -> dict[str, Any] | None:
        rows = walk.office.call("todo", account=CLERK)["arrivals"]
        return next((row for row in rows if row["state"] == "terbaca"), None)

    walk.arrival = walk.office.wait_for("the letter is read", read)
    terminal = Terminal(walk.office, "register", walk.arrival["agenda"], account=CLERK)
    terminal.fill_in(REGISTRATION, letter_answers())
    terminal.save()
    status = terminal.end()
    walk.screen = terminal.seen
    walk.verbs["register letter"] = Done("register", status, terminal.seen, "")


def _sign(walk: Walk) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "demo.signer", str(_tray(walk)), str(walk.office.inbox)],
        env=checkout_on_path(),
        capture_output=True,
        text=True,
        check=True,
    )
    walk.scanned_back = json.loads(done.stdout)
    walk.office.wait_for("both letters are filed", lambda: _filed(walk))


def _filed(walk: Walk) -> bool | None:
    walk.shown = {case: walk.office.call("show", case, account=ARCHIVIST) for case in (CALL, LETTER)}
    return all(case["state"] == "diarsipkan" for case in walk.shown.values()) or None


def numbers(walk: Walk) -> list[tuple[str, str]]:
    """Return each (number, case) by which a case is to be found."""
    pairs: list[tuple[str, str]] = []
    for case, plain in walk.shown.items():
        pairs += [(number, case) for number in (case, plain["register_number"], plain["letter_number"])]
        pairs += [(number, case) for number in plain["agenda"]]
        pairs += [(letter["letter"], case) for letter in plain["letters"]]
    return pairs


def _look(walk: Walk) -> None:
    with ThreadPoolExecutor(4) as pool:
        for number, _ in numbers(walk):
            pool.submit(walk.do, f"find {number}", "find", number, "--json", account=ARCHIVIST)
    walk.do("find as text", "find", LETTER, account=ARCHIVIST)
    walk.do("show as text", "show", LETTER, account=ARCHIVIST)
    walk.do("find nothing", "find", "2026-0099", account=ARCHIVIST)
    code = walk.shown[CALL]["letters"][-1]["copies"][0]["code"]
    walk.do("code", "code", code, "--json", account=CLERK)
    walk.do("todo at the end", "todo", "--json", account=CLERK)
    walk.do("verify", "verify", "--json", account=ARCHIVIST)
    walk.csv = walk.office.do("export", "register", "--csv", account=ARCHIVIST)


def _lose_the_database(walk: Walk) -> None:
    for path in (walk.office.home / "var").iterdir():
        if path.name not in ("keys", "arrivals", walk.office.notes.name):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    verbs: tuple[tuple[tuple[str, ...], str], ...] = (
        (("todo",), CLERK),
        (("find", CALL), ARCHIVIST),
        (("show", CALL), ARCHIVIST),
        (("code", f"{CALL}-1"), CLERK),
        (("verify",), ARCHIVIST),
        (("export", "register", "--csv"), ARCHIVIST),
        (("register",), CLERK),
        (("record-clarification", CALL), OFFICER),
        (("draft", CALL), OFFICER),
        (("approve-letter", CALL), CHAIR),
        (("print", CALL, "--to", str(_tray(walk))), CLERK),
        (("watch", "--once"), CLERK),
        (("watch",), CLERK),
        (("worker",), ""),
    )
    with ThreadPoolExecutor(4) as pool:
        done = pool.map(lambda verb: walk.office.run(*verb[0], account=verb[1]), verbs)
    walk.without_database = {" ".join(words): result for (words, _), result in zip(verbs, done, strict=True)}
    walk.do("rebuild", "rebuild", "--json", account=ARCHIVIST)
    walk.csv_rebuilt = walk.office.do("export", "register", "--csv", account=ARCHIVIST)
    walk.shown_rebuilt = {case: walk.office.call("show", case, account=ARCHIVIST) for case in walk.shown}
    walk.do("verify after rebuild", "verify", account=ARCHIVIST)


def sha512(path: Path) -> str:
    """Return the SHA-512 of a file."""
    return hashlib.sha512(path.read_bytes()).hexdigest()
