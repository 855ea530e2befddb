"""The steps of the demonstration, one function each, in the order of the procedure.

Each calls the command line as the person would whose step it is, and writes what came of it into the
:class:`Walk`. What must be refused is tried too, and has to be refused.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from demo.answers import clarifying, drafting, identifying, referring, registration, studying
from demo.office import Office, StepFailed, checkout_on_path
from demo.scans import SCANS, render_all

CLERK, OFFICER, CHAIR, ARCHIVIST = "petugas", "identifikasi", "ketua", "arsip"
PHONE_CALL = 6
RETURNED = 5
_REASON = "Mohon sebutkan juga rujukan ke Dinas Sosial untuk orang tua peserta didik."


@dataclass
class Walk:
    """What has come of the steps so far; cases and letters by number of the sample."""

    office: Office
    items: dict[int, str] = field(default_factory=dict)
    cases: dict[int, str] = field(default_factory=dict)
    letters: dict[int, str] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    taken: int = 0
    informed: int = 0
    assigned: int = 0
    scanned_back: list[dict[str, Any]] = field(default_factory=list)
    shown: dict[int, dict[str, Any]] = field(default_factory=dict)
    delivered: int = 0
    closed: int = 0
    verify: str = ""
    rebuilt: bool = False
    sums: bool = False
    found: int = 0


def rows(answer: Any, name: str) -> list[dict[str, Any]]:
    """Return the list in a JSON ``answer``: the answer itself, or what stands under ``name``."""
    items: list[dict[str, Any]] = answer if isinstance(answer, list) else (answer or {}).get(name, [])
    return items


def make_home(walk: Walk) -> None:
    """Make the home of the invented office."""
    office = walk.office
    done = office.run("init", "--trial", str(office.home))
    if done.returncode:
        raise StepFailed(f"rangkap init: {done.returncode}\n{done.stderr.strip()}")


def receive(walk: Walk) -> None:
    """Step 1: the scanner drops five documents; each becomes an arrival with its agenda number."""
    render_all(walk.office.inbox)
    walk.items |= walk.office.wait_for("five arrivals", lambda: _waiting(walk.office))


def _waiting(office: Office) -> dict[int, str] | None:
    listed = rows(office.call("todo", account=CLERK), "arrivals")
    ids = {arrival["name"]: arrival["id"] for arrival in listed}
    items = {scan.sample: ids[scan.name] for scan in SCANS if scan.name in ids}
    return items if len(items) == len(SCANS) else None


def register(walk: Walk) -> None:
    """Steps 1–4: every letter is registered with the clerk's answers, and the phone call is typed in."""
    office = walk.office
    for scan in SCANS:
        answers = office.note(f"register-{scan.sample}.json", registration(scan.sample))
        answer = office.call("register", walk.items[scan.sample], "--answers", answers, account=CLERK)
        walk.cases[scan.sample] = answer["case"]
    answers = office.note(f"register-{PHONE_CALL}.json", registration(PHONE_CALL))
    answer = office.call("register", "--channel", "phone", "--answers", answers, account=CLERK)
    walk.cases[PHONE_CALL] = answer["case"]


def clarify(walk: Walk) -> None:
    """Step 9: no draft while something is unclear or no safe address is known; then the answers come in."""
    office = walk.office
    for number in (2, PHONE_CALL):
        case = walk.cases[number]
        answers = office.note(f"draft-{number}.json", drafting(number))
        if not office.is_refused("draft", case, "--answers", answers, account=OFFICER):
            raise StepFailed(f"a draft for case {case} was not refused before the clarification")
        walk.refused.append(f"draft {case}")
        answers = office.note(f"clarify-{number}.json", clarifying(number))
        office.call("record-clarification", case, "--answers", answers, account=OFFICER)


def identify(walk: Walk) -> None:
    """Step 8: no draft goes to the chair before the report; the officer renders regional words, writes and files each."""
    office = walk.office
    first = walk.cases[1]
    answers = office.note("draft-1.json", drafting(1))
    if not office.is_refused("draft", first, "--answers", answers, account=OFFICER):
        raise StepFailed(f"a draft for case {first} was not refused before its identification report")
    walk.refused.append(f"draft {first}")
    for number, case in sorted(walk.cases.items()):
        if studied := studying(number):
            answers = office.note(f"study-{number}.json", studied)
            office.call("study-language", case, "--answers", answers, account=OFFICER)
        answers = office.note(f"identify-{number}.json", identifying(number))
        office.call("write-identification", case, "--answers", answers, account=OFFICER)


def draft(walk: Walk) -> None:
    """Step 10: the officer drafts all six answers."""
    for number in sorted(walk.cases):
        walk.letters[number] = _draft(walk, number)


def _draft(walk: Walk, number: int) -> str:
    is_first = number == RETURNED and number not in walk.letters
    decisions = drafting(number) | ({} if is_first else referring(number))
    answers = walk.office.note(f"draft-{number}.json", decisions)
    answer = walk.office.call("draft", walk.cases[number], "--answers", answers, account=OFFICER)
    letter: str = answer["letter"]
    return letter


def review(walk: Walk) -> None:
    """Step 11: the chair sends one draft back with a reason, then approves all; nobody else may."""
    office = walk.office
    first = walk.cases[RETURNED]
    if not office.run("approve-letter", first, account=CLERK).returncode:
        raise StepFailed("a clerk approved a letter")
    walk.refused.append(f"review {first}")
    office.call("return-letter", first, account=CHAIR, stdin=_REASON + "\n")
    walk.letters[RETURNED] = _draft(walk, RETURNED)
    for number in sorted(walk.cases):
        read = ("2",) if number == RETURNED else ()
        office.call("approve-letter", walk.cases[number], *read, account=CHAIR)


def print_out(walk: Walk) -> Path:
    """Print both copies of every approved letter; return the folder of the printed PDFs."""
    printed = walk.office.notes / "cetak"
    printed.mkdir(mode=0o700, exist_ok=True)
    for case in walk.cases.values():
        walk.office.call("print", case, "--to", str(printed), account=CLERK)
    return printed


def sign(walk: Walk, printed: Path) -> None:
    """The chair signs on paper and the scanner brings both copies back."""
    walk.scanned_back = json.loads(sign_on_paper(walk, printed))


def sign_on_paper(walk: Walk, printed: Path) -> str:
    """Have every page in ``printed`` signed and scanned back, by a process that knows only paper; return what it says."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "demo.signer", str(printed), str(walk.office.inbox)],
        env=checkout_on_path(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise StepFailed(f"demo.signer: {done.returncode}\n{done.stderr.strip()}")
    return done.stdout


def wait_until_filed(walk: Walk) -> None:
    """Steps 11–12: the copies identify themselves, are matched and filed."""

    def look() -> dict[int, dict[str, Any]] | None:
        walk.shown = {number: _show(walk, case) for number, case in walk.cases.items()}
        return walk.shown if all(is_filed(case) for case in walk.shown.values()) else None

    walk.office.wait_for("every letter signed and filed", look, 300)


def _show(walk: Walk, case: str) -> dict[str, Any]:
    shown: dict[str, Any] = walk.office.call("show", case, account=ARCHIVIST)
    return shown


def is_filed(shown: dict[str, Any]) -> bool:
    """Tell whether a case as shown has reached the archive's special folder."""
    return shown.get("state") in ("diarsipkan", "filed")


def look_up(walk: Walk) -> None:
    """Find every case again by each number it bears."""
    for case in walk.cases.values():
        shown = _show(walk, case)
        numbers = [case, shown["register_number"], *shown.get("agenda", []), shown["letter_number"]]
        hits = [rows(walk.office.call("find", number, account=ARCHIVIST), "cases") for number in numbers]
        walk.found += all(any(row["case"] == case for row in hit) for hit in hits)


def check(walk: Walk) -> None:
    """Verify every byte and entry, and the checksums as a stranger would with ``sha512sum -c``."""
    answer = walk.office.call("verify", account=ARCHIVIST)
    walk.verify = "ok" if not rows(answer, "findings") else f"{len(rows(answer, 'findings'))} findings"
    walk.sums = all(_sums_hold(path) for path in walk.office.home.glob("archive/*/SHA512SUMS"))


def _sums_hold(path: Path) -> bool:
    lines = [line.split("  ", 1) for line in path.read_text("utf-8").splitlines()]
    return bool(lines) and all(
        hashlib.sha512((path.parent / name).read_bytes()).hexdigest() == digest for digest, name in lines
    )


def rebuild(walk: Walk) -> None:
    """Lose the database and make it again from the archive: the register must come out equal."""
    office = walk.office
    before = office.do("export", "register", "--csv", account=ARCHIVIST)
    office.close_doors()
    for path in (office.home / "var").iterdir():
        if path.name in ("keys", "arrivals", office.notes.name):
            continue
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    office.call("rebuild", account=ARCHIVIST)
    walk.rebuilt = office.do("export", "register", "--csv", account=ARCHIVIST) == before
