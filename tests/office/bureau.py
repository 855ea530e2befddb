"""An office at work in one process: its home, its people at their desks, its scanner and its inbox.

Nothing is replaced: the database, the archive, the reader and LibreOffice are the real ones. Only the
settle time of the inbox is short, and the clock is that of Tuesday, 24 November 2026, 08.00 WIB.
"""

import hashlib
import io
import os
import pwd
import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import img2pdf
import pikepdf
import pypdfium2
from PIL import Image

import pipeline
from demo import signer
from demo.answers import drafting, registration
from pipeline.archive.archive import Archive
from pipeline.archive.finding import Finding
from pipeline.archive.opened import archive_of
from pipeline.cases.case import Case
from pipeline.intake.reader import Reader
from pipeline.office.arrivals.mail_log import Received
from pipeline.office.base import home
from pipeline.office.base.session import Session, open_session, system, who
from pipeline.office.cases import conflicts, erasure, register
from pipeline.office.engine.perform import Result, perform
from pipeline.office.keeping import reconcile
from pipeline.office.overview import receive, watch
from pipeline.records import arrivals, boot, letters
from pipeline.records.arrivals import Arrival
from pipeline.records.letters import Letter
from pipeline.settings import Settings, load
from tests import kept
from tests.office import decided, elsewhere, printouts
from tests.office.held import Held

CLOCK = "2026-11-24T08:00:00+07:00"
USER = pwd.getpwuid(os.getuid()).pw_name
CHECKOUT = Path(pipeline.__file__).parents[1]
CLERK, OFFICER, CHAIR, ARCHIVIST = "petugas", "identifikasi", "ketua", "arsip"
ADMIN, OVERSEER = "teknis", "pengawas"
EVERYBODY = (CLERK, OFFICER, CHAIR, ARCHIVIST, ADMIN, OVERSEER)
SCHOOL, POLICE, WIFE, CALL = 5, 3, 1, 6
"""Numbers of the samples: two institutions, a victim who writes herself, a telephone call."""
ERASURE = {
    "erasure_by": "korban",
    "erasure_day": "23-11-2026",
    "erasure_time": "09.00",
    "erasure_asked": "hapus",
    "erasure_words": "berkas Melati",
}
"""What is typed of a request for erasure."""


class Bureau:
    """One office in ``home``; every session is opened anew, as each call of a verb opens it."""

    def __init__(self, home: Path, reader: Reader) -> None:
        self.home = home
        self.reader = reader
        self.settings: Settings = load(home)
        self._scans = 0
        self._enter()

    def _enter(self) -> None:
        if places := elsewhere.now():
            places.enter(self.home)

    @property
    def archive(self) -> Archive:
        """The archive of the office, wherever it lies."""
        self._enter()
        return archive_of(self.settings)

    @property
    def held(self) -> Held:
        """The same as whoever has its disk or its bucket in hand sees it."""
        self._enter()
        return Held(self.settings)

    def session(self, account: str = CLERK) -> Session:
        """Return the session of ``account``."""
        self._enter()
        return open_session(self.settings, who(self.settings, USER, account))

    def counter(self) -> receive.Reception:
        """Return the counter of a watcher that has just started."""
        return receive.reception(open_session(self.settings, system(USER)), self.reader)

    def change(self, before: str, after: str) -> None:
        """Change a line of office.toml, and read it again."""
        path = self.home / "office.toml"
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")
        self.settings = load(self.home)

    def drop(self, data: bytes, name: str = "") -> None:
        """Put a scan into the inbox; without a name as the scanner names it."""
        self._scans += 1
        (self.settings.inbox / (name or f"SCN_{self._scans:04d}.pdf")).write_bytes(data)

    def receive(self, *files: bytes) -> list[Received]:
        """Drop ``files``, and make a watcher's rounds until nothing waits (without its alarm clock: sooner)."""
        for file in files:
            self.drop(file)
        counter, troubles = self.counter(), set[str]()
        came = list(watch._without_repeats(list(receive.recover(counter)), troubles))
        while True:
            came.extend(watch._round(counter, troubles))
            if counter.rounds.scan is None or not counter.rounds.scan.waiting:
                return came
            time.sleep(0.02)

    def arrive(self, data: bytes) -> Arrival:
        """Take in one scan, which becomes a letter of the mail log."""
        (came,) = self.receive(data)
        assert came.what == "agenda", came
        return arrivals.get(came.arrival)

    def register(self, sample: int = SCHOOL, data: bytes = b"", *, is_identified: bool = True) -> Case:
        """Take in a scan and register it with the answers of ``sample``.

        Unless told otherwise the words of its identification report are there at once: any step can follow.
        """
        arrival = self.arrive(data or one_page(f"{sample} {self._scans} {self.home.name}"))
        given = registration(sample) | {register.NOT_A_DUPLICATE: True}
        given |= decided.REPORT if is_identified else {}
        return perform(register.register_arrival, self.session(), arrival.id, given).case

    def draft(self, case: str, sample: int = SCHOOL, **changed: Any) -> Letter:
        """Draft the answer with the decisions of ``sample``."""
        return decided.draft(self.session(OFFICER), case, drafting(sample) | changed)

    def approve(self, case: str) -> Letter:
        """Approve what was drafted."""
        return decided.approve(self.session(CHAIR), case)

    def block(
        self, case: str, account: str, why: str = "Sepupu korban.", relation: str = "keluarga"
    ) -> Result:
        """Let the chair block an account from a case by a conflict of interest."""
        answers = {"chosen": account, "relation": relation, "reason": why}
        return perform(conflicts.record_conflict, self.session(CHAIR), case, answers)

    def unblock(self, case: str, account: str, why: str = "keliru orang") -> None:
        """Let the chair lift that."""
        perform(conflicts.lift_conflict, self.session(CHAIR), case, {"chosen": account, "reason": why})

    def restrict(self, case: str) -> None:
        """Let the chair grant a request to erase a case: access to it is restricted."""
        perform(erasure.record_erasure, self.session(CLERK), case, ERASURE)
        perform(erasure.grant_erasure, self.session(CHAIR), case, {"reason": "permintaan korban"})

    def printed(self, case: str) -> list[Path]:
        """Print both copies; once more, if need be, as a reprint."""
        clerk = self.session(CLERK)
        rows = [letter for letter in letters.of_case(case) if letter.state == letters.LetterState.APPROVED]
        is_printed = any(copy.printed for draft in rows for copy in letters.copies(draft.id, draft.revision))
        again = "kertas macet" if is_printed else None
        return printouts.letter(clerk, case, self.home / "var" / "cetak", again)

    def signed(self, case: str, *copies: int) -> list[bytes]:
        """Print, sign and scan the copies of a case; returns one PDF a copy."""
        paths = self.printed(case)
        return [pdf_of(signed_pages(paths[copy - 1], copy)) for copy in copies or (1, 2)]

    def verify(self) -> list[Finding]:
        """Return what ``verify`` finds."""
        return reconcile.verify_all(self.session(ARCHIVIST))

    def leave(self) -> Path:
        """Close the database and return the home, which can now be copied."""
        boot.close()
        return self.home


def new_home(home_folder: Path) -> Path:
    """Make the home of an office whose inbox is patient for a moment only."""
    if places := elsewhere.now():
        places.new(home_folder)
    home.init(home_folder, CHECKOUT, USER, trial=True)
    path = home_folder / "office.toml"
    text = path.read_text("utf-8").replace("# jeda_detik = 1.0", "jeda_detik = 0.02")
    text = text.replace("# jeda_lambat_detik = 10.0", "jeda_lambat_detik = 0.02")
    path.write_text(text, "utf-8")
    return home_folder


def copied(source: Path, target: Path) -> Path:
    """Copy a home at rest; hold of its parts stays what it was, and what it has elsewhere is copied there."""
    shutil.copytree(source, target, symlinks=True)
    if places := elsewhere.now():
        places.copied(source, target)
    return target


def one_page(text: str = "surat", pages: int = 1) -> bytes:
    """Return a small valid PDF of empty pages; ``text`` makes its content different from others."""
    made = io.BytesIO()
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page(page_size=(595, 842))
        document.docinfo["/Title"] = text
        document.save(made, static_id=True)
    return made.getvalue()


def signed_pages(path: Path, seed: int) -> list[bytes]:
    """Return the pages of a printed copy as JPEG of 150 dpi, signed and stamped where the letter ends."""
    asked = b"%d\n" % seed + path.read_bytes()
    return kept.once("bertanda", asked, lambda: [scanned(page) for page in signer.signed_pages(path, seed)])


def unsigned_pages(path: Path) -> list[bytes]:
    """Return the pages of a printed copy as JPEG of 150 dpi that nobody has signed."""
    with pypdfium2.PdfDocument(path) as document:
        return [scanned(page.render(scale=200 / 72).to_pil()) for page in document]


def scanned(page: Image.Image) -> bytes:
    """Return a page of 200 dpi as a grey JPEG of 150 dpi."""
    out = io.BytesIO()
    small = page.convert("L").resize(
        (round(page.width * 0.75), round(page.height * 0.75)), Image.Resampling.BOX
    )
    small.save(out, "JPEG", quality=80, dpi=(150, 150))
    return out.getvalue()


def pdf_of(pages: Sequence[bytes]) -> bytes:
    """Return a PDF of pictures, the same bytes for the same pictures."""
    made: bytes = img2pdf.convert(list(pages), nodate=True, engine=img2pdf.Engine.internal)
    return made


def files_below(folder: Path) -> dict[str, str]:
    """Return the digest of every file below ``folder`` by its path, to compare before and after."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def tables(bureau: Bureau, *names: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of the tables called ``names`` (all of ours, if none), in the order of their keys."""
    from django.apps import apps

    bureau.session(ADMIN)
    models = [
        model for model in apps.get_app_config("records").get_models() if not names or model.__name__ in names
    ]
    return {model.__name__: list(model._default_manager.order_by("pk").values_list()) for model in models}
