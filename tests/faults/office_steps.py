"""The five steps that change the most, each as a program for the sweeps: how it begins, what it does, what must hold.

A step works on the home of an office as a person or the watcher would, through ``pipeline.office`` alone.
Doing it again after a restart is what that person or the watcher would do, if it is still to be done.
"""

import io
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from demo.answers import drafting, registration
from demo.signer import signed_pages
from demo.wear import as_pdf, office_scan
from pipeline.archive.opened import archive_of
from pipeline.cases.states import State
from pipeline.intake.reader import Reader
from pipeline.kernel.people import Actor, Role
from pipeline.office.arrivals import arrival_files
from pipeline.office.base import heartbeat, home
from pipeline.office.base.session import Session, open_session, system
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import import_register
from pipeline.office.keeping.reconcile import verify_all
from pipeline.office.overview import find, receive, watch
from pipeline.records import arrivals, boot, cases, entries, history, letters, numbers, queue
from pipeline.records.arrivals import WAITING, ArrivalState
from pipeline.records.letters import LetterState
from pipeline.settings import load
from tests.faults.plant import plant
from tests.office import decided, printouts
from tests.register.sheets import ROWS, xlsx

CHECKOUT = Path(__file__).parents[2]
CASE, LETTER = "2026-0001", "2026-0001-1"
NAME, BROKEN = "surat\nsatu.pdf", "rusak.pdf"
OLD_SCAN = "0002-TL-I-2026.pdf"
COPIES = ("SCN_0101.pdf", "SCN_0102.pdf")


@dataclass(frozen=True)
class Step:
    """``prepare`` makes the home from nothing; ``work`` does the step; ``check`` says what must hold at the end.

    ``torn`` says what must hold after a fault already, before anything is done again. ``part`` is the folder below
    ROOT whose writes are all made by the process of the step, which a power cut is tried on.
    """

    prepare: Callable[[Path, Reader], None]
    work: Callable[[Path, Reader], None]
    check: Callable[[Path], None]
    torn: Callable[[Path], None] = lambda root: None
    part: str = ""


class PutOff(Exception):
    """The watcher said that something must wait: the disk failed."""


def session(root: Path, *roles: Role) -> Session:
    """Open the office as its account with ``roles``; without any as the watcher."""
    settings = load(root)
    if not roles:
        return open_session(settings, system("uji"))
    name = next(account.name for account in settings.accounts if account.roles.issuperset(roles))
    return open_session(settings, Actor(name, frozenset(roles), "uji"))


def letter_pdf() -> bytes:
    """Return the bytes of the letter: the same each time."""
    made = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(595, 842))
        document.save(made, static_id=True)
    return made.getvalue()


def new_home(root: Path, _reader: Reader) -> None:
    """A new office, in whose inbox a letter and a broken file lie."""
    home.init(root, CHECKOUT, "uji", trial=True)
    toml = root / "office.toml"
    text = toml.read_text("utf-8").replace("# jeda_detik = 1.0", "jeda_detik = 0.01")
    toml.write_text(text.replace("# jeda_lambat_detik = 10.0", "jeda_lambat_detik = 0.01"), "utf-8")
    session(root)
    (root / "inbox" / NAME).write_bytes(letter_pdf())
    (root / "inbox" / BROKEN).write_bytes(letter_pdf()[:40])


def take_in(root: Path, reader: Reader) -> None:
    """Receive until the inbox is empty, as ``rangkap watch --once`` does; only the broken file is refused. Raises PutOff."""
    at = session(root)
    watch.start(at)
    came = list(watch.rounds(receive.reception(at, reader), lambda: False, once=True))
    if any(arrival.what == "later" for arrival in came):
        raise PutOff
    refused = [
        (file.name, str(file.error)) for file in came if file.what == "refused" and file.name != BROKEN
    ]
    assert not refused, refused


def letter_received(root: Path) -> None:
    """One arrival with the first agenda number, one refusal with its sheet, nothing else."""
    settings = load(root)
    (arrival,) = arrivals.listed()
    assert (arrival.agenda, arrival.state) == ("A-2026-0001", ArrivalState.NEW)
    assert (settings.arrivals / arrival.id / "original").read_bytes() == letter_pdf()
    assert {path.name for path in (root / "inbox" / "ditolak").iterdir()} == {BROKEN, f"{BROKEN}.alasan.txt"}
    assert numbers.peek("agenda/2026") == 2, "agenda numbers have a gap"
    assert queue.waiting() == 1, "the letter must be read once"
    alive(root)
    all_in_order(root)


def alive(root: Path) -> None:
    """The watcher gave a sign of life, also where the disk had refused one."""
    assert heartbeat.of(load(root), heartbeat.WATCHER).lives, "no sign of life"
    assert not list((root / "var" / heartbeat.FOLDER).glob("*.tmp")), "half a sign is left"


def all_in_order(root: Path) -> None:
    """Nothing half done anywhere: inbox, arrivals, archive, register, database agree; verify finds nothing."""
    settings = load(root)
    folders = {".rangkap-inbox", ".claimed", "ditolak", *settings.inbox_folders}
    rest = {path.name for path in (root / "inbox").rglob("*") if path.parent.name != "ditolak"} - folders
    assert not rest, "left in the inbox"
    assert not list((root / "inbox" / ".claimed").glob("*")), "a claim is left open"
    known = {arrival.id for arrival in arrivals.listed()}
    assert {path.name for path in settings.arrivals.iterdir() if path.name[0] != "."} == known
    assert all((settings.arrivals / name / "baris.json").exists() for name in known), "no row beside its file"
    assert not list(settings.arrivals.glob(".staging/*")), "staging of arrivals is not empty"
    assert not list((root / "archive" / ".staging").glob("*")), "staging of the archive is not empty"
    assert not entries.unfinished()
    findings = verify_all(session(root, Role.ARCHIVIST))
    assert not findings, "; ".join(finding.text() for finding in findings)
    assert [entry.n for entry in entries.after(0)] == list(range(1, len(list(entries.after(0))) + 1))


def with_letter(root: Path, reader: Reader) -> None:
    """An office where the letter waits for registration."""
    new_home(root, reader)
    take_in(root, reader)


def register_it(root: Path, _reader: Reader) -> None:
    """Register the letter, unless that was done."""
    at = session(root, Role.CLERK)
    watch.start(at)
    if arrivals.listed(*WAITING):
        perform(register.register_arrival, at, register.pick(at, None).id, registration(1))


def registered(root: Path) -> None:
    """One case with the first numbers, its letter filed as v1."""
    assert cases.numbers() == [CASE]
    plain = find.show(session(root, Role.ARCHIVIST), CASE).plain
    assert (plain["register_number"], plain["agenda"]) == ("0001/TL/XI/2026", ["A-2026-0001"])
    assert [document["path"] for document in plain["documents"]] == [
        "archive/2026/2026-0001/v1/content/surat-masuk-1.pdf"
    ]
    assert in_archive(root, plain["documents"][0]["path"].removeprefix("archive/")) == letter_pdf()
    assert [(entry.kind, entry.version) for entry in entries.after(0)] == [("registered", 1)]
    assert acts("register") == 1
    assert numbers.peek("kasus/2026") == numbers.peek("register/2026") == 2
    all_in_order(root)


def in_archive(root: Path, path: str) -> bytes:
    """Return the bytes of a document, wherever the archive of the office lies."""
    return archive_of(load(root)).read(path)


def acts(verb: str) -> int:
    """Return how often the history of the case tells of ``verb``."""
    return [act.verb for act in history.of_case(CASE)].count(verb)


def with_damage(root: Path, reader: Reader) -> None:
    """A registered letter whose own bytes are gone and whose file in the archive is cut; it lies in the inbox again."""
    with_letter(root, reader)
    register_it(root, reader)
    (arrival,) = arrivals.listed()
    (load(root).arrivals / arrival.id / "original").unlink()
    filed = root / "archive" / cases.documents(CASE)[0].path
    filed.write_bytes(letter_pdf()[:-9])
    (root / "inbox" / NAME).write_bytes(letter_pdf())


def not_lost(root: Path) -> None:
    """The only whole copy lies somewhere."""
    files = [path for path in root.rglob("*") if path.is_file() and not path.is_symlink()]
    assert any(file.read_bytes() == letter_pdf() for file in files), "the letter is lost"


def put_right(root: Path) -> None:
    """The letter lies in both its places, it is told once, and nothing is left of the copy that came."""
    (arrival,) = arrivals.listed()
    assert (load(root).arrivals / arrival.id / "original").read_bytes() == letter_pdf()
    assert in_archive(root, cases.documents(CASE)[0].path) == letter_pdf()
    assert acts("heal") == 1
    assert [entry.version for entry in entries.after(0)] == [1]
    all_in_order(root)


def with_draft(root: Path, reader: Reader) -> None:
    """An office where a draft waits for the chair."""
    with_letter(root, reader)
    register_it(root, reader)
    draft_it(root, reader)


def draft_it(root: Path, _reader: Reader) -> None:
    """Draft the answer."""
    decided.draft(session(root, Role.OFFICER), CASE, drafting(1))


def approve(root: Path, _reader: Reader) -> None:
    """Approve the draft, unless that was done."""
    at = session(root, Role.CHAIR)
    watch.start(at)
    if letters.get(LETTER).state == LetterState.DRAFTED:
        decided.approve(at, CASE)


def approved(root: Path) -> None:
    """The first letter number, two copies with their PDFs, filed as v2."""
    letter = letters.get(LETTER)
    assert (letter.state, letter.number) == (LetterState.APPROVED, "400.2/001/P2TP2A/XI/2026")
    assert cases.get(CASE).state is State.APPROVED
    assert numbers.peek(letter.series) == 2
    assert [copy.copy for copy in letters.copies(LETTER)] == [1, 2]
    names = [document.logical for document in cases.documents(CASE)]
    assert len(names) == len(set(names)) == 6
    assert [(entry.kind, entry.version) for entry in entries.after(0)] == [("registered", 1), ("approved", 2)]
    assert acts("approve") == 1
    all_in_order(root)


def with_one_copy(root: Path, reader: Reader) -> None:
    """An office where copy 1 has come back signed and the scan of copy 2 lies in the inbox."""
    with_draft(root, reader)
    approve(root, reader)
    send_for_signing(root, reader)


def send_for_signing(root: Path, reader: Reader) -> None:
    """Print both copies; copy 1 comes back signed, and then the scan of copy 2 lies in the inbox."""
    printed = printouts.letter(session(root, Role.CLERK), CASE, root / "var" / "cetak")
    for number, (path, name) in enumerate(zip(printed, COPIES, strict=True)):
        pages = signed_pages(path, number)
        scan = as_pdf([office_scan(page, random.Random(number).uniform(-1, 1), number) for page in pages])
        (root / "inbox" / name).write_bytes(scan)
        if not number:
            take_in(root, reader)


def signed(root: Path) -> None:
    """Both copies matched, the letter signed, the case filed as v3, all bytes as scanned."""
    letter = letters.get(LETTER)
    assert (letter.state, cases.get(CASE).state) == (LetterState.SIGNED, State.FILED)
    assert all(copy.arrival for copy in letters.copies(LETTER))
    assert [entry.kind for entry in entries.after(0)] == ["registered", "approved", "signed"]
    assert len(arrivals.listed()) == 3
    assert [acts(verb) for verb in ("match", "sign", "file")] == [2, 1, 1]
    plain = find.show(session(root, Role.ARCHIVIST), CASE).plain
    assert len(plain["signed_copies"]) == 2
    alive(root)
    all_in_order(root)


def with_paper_register(root: Path, _reader: Reader) -> None:
    """A new office with a typed register of two rows and a scan of the second beside it."""
    home.init(root, CHECKOUT, "uji", trial=True)
    session(root)
    (root / "var" / "lembar.xlsx").write_bytes(xlsx(*ROWS[:2]))
    (root / "var" / "pindaian").mkdir()
    (root / "var" / "pindaian" / OLD_SCAN).write_bytes(letter_pdf())


def bring_in(root: Path, _reader: Reader) -> None:
    """Bring the paper register in, what of it is not in yet."""
    at = session(root, Role.ARCHIVIST)
    watch.start(at)
    folder = root / "var"
    import_register.enter(at, import_register.plan(at, folder / "lembar.xlsx", folder / "pindaian"))


def brought_in(root: Path) -> None:
    """Two cases with the numbers of the book, each filed once, the scan as it was; nothing is left on the way."""
    assert cases.numbers() == [CASE, "2026-0002"]
    assert [cases.get(case).register_number for case in cases.numbers()] == [
        "0001/TL/I/2026",
        "0002/TL/I/2026",
    ]
    assert [(entry.kind, entry.case, entry.version) for entry in entries.after(0)] == [
        ("lama", CASE, 1),
        ("lama", "2026-0002", 1),
    ]
    (scan,) = cases.documents("2026-0002")
    assert in_archive(root, scan.path) == letter_pdf()
    assert (root / "var" / "pindaian" / OLD_SCAN).read_bytes() == letter_pdf()
    assert not cases.documents(CASE)
    assert acts("import") == 1
    assert numbers.peek("kasus/2026") == numbers.peek("register/2026") == 3
    assert not list((root / "var" / "lama").iterdir()), "a copy of a scan is left"
    all_in_order(root)


def let_go_first() -> None:
    """The copy that came is removed when its bytes are in memory, before they are back where they belong."""
    put = arrival_files.put_right

    def early(at: Session, known: arrivals.Arrival, damaged: Sequence[str], *sources: Path) -> None:
        data = next(source.read_bytes() for source in sources if source.exists())
        for source in sources:
            source.unlink(missing_ok=True)
        sources[0].write_bytes(data)
        put(at, known, damaged, *sources)

    plant(arrival_files, "put_right", early)


def told_last() -> None:
    """What was put right is told when it is done, not before."""
    put, note = arrival_files.put_right, arrival_files._note

    def late(at: Session, known: arrivals.Arrival, damaged: Sequence[str], *sources: Path) -> None:
        put(at, known, damaged, *sources)
        with boot.transact():
            note(at, known, damaged)

    vars(arrival_files).update(put_right=late, _note=lambda *_: None)


HEAL_BUGS: dict[str, Callable[[], None]] = {bug.__name__: bug for bug in (let_go_first, told_last)}


STEPS = {
    "receive": Step(new_home, take_in, letter_received),
    "register": Step(with_letter, register_it, registered),
    "heal": Step(with_damage, take_in, put_right, not_lost),
    "approve": Step(with_draft, approve, approved),
    "sign": Step(with_one_copy, take_in, signed),
    "import": Step(with_paper_register, bring_in, brought_in),
}
