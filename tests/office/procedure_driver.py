"""Who drives the acts of an office in tests: the one driver of the state machine, the table of rights and the sequences.

Database, archive, letter rules and register are real; LibreOffice and the scanner are stood in for by pages that tell
their copy, which print no words; an edited draft is looked at in this process instead of within walls; and a password
is kept as it is.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from pipeline.cases.states import State
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.letters import edited, inside
from pipeline.office.answer import approval
from pipeline.office.base.session import Session, open_session, system
from pipeline.office.delivery import report
from pipeline.records import cases, passwords
from tests.office.bureau import CLERK, EVERYBODY, USER, Bureau, one_page, tables
from tests.office.procedure_doors import DOORS, SECOND_OFFICER
from tests.street import further_answers as say

KINDS: dict[str, Mapping[str, Any]] = {
    "answerable": say.CALL_WITH_ADDRESS,
    "with a gap": {k: v for k, v in say.CALL_WITH_ADDRESS.items() if k != "event_date"},
    "without a way": say.CALL_WITHOUT_ADDRESS,
    "in danger": say.CALL_WITH_ADDRESS | {"risk": "tinggi"},
}
ACCOUNTS = (*EVERYBODY, SECOND_OFFICER)
_BOTH = f"""[[akun]]
nama = "{SECOND_OFFICER}"
peran = ["petugas_penerima", "petugas_identifikasi"]
pengguna = []
boleh_dipakai = ["{{user}}"]

[[akun]]
nama = "petugas\""""


def pages(documents: list[bytes], **_: object) -> list[bytes]:
    """Stand in for LibreOffice: one page for each document, another one for another document."""
    return [one_page(digest_bytes(document)) for document in documents]


def without_walls(_command: list[str], parcel: bytes, **_: object) -> bytes:
    """Look at an edited draft without the walls of a process of its own."""
    return inside.answer(parcel)


class Driver:
    """An office at work, and what its acts need: how many were called, whose session, which other case."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.home = bureau.home
        self.reader = bureau.reader
        self.calls = 0
        self.waiting = ""
        self.standing: dict[str, State] = {}
        self.held = ExitStack()
        for name, module in list(sys.modules.items()):
            if name.startswith("pipeline.office.") and hasattr(module, "to_pdf"):
                self.held.enter_context(patch.object(module, "to_pdf", pages))
        self.held.enter_context(patch.object(approval, "need_same_text", lambda *_: None))
        self.held.enter_context(patch.object(edited, "run", without_walls))
        self.held.enter_context(patch.object(report, "made", lambda *_: one_page(f"laporan {self.calls}")))
        self.held.enter_context(patch.object(passwords, "make_password", lambda word: f"kata:{word}"))
        self.held.enter_context(
            patch.object(passwords, "check_password", lambda word, kept: kept == f"kata:{word}")
        )

    def open(self, *, is_secretariat: bool) -> None:
        """Seat clerk and officer in one person, let the chair sign until 2028, and the office or its secretariat give numbers."""
        self.bureau.change('[[akun]]\nnama = "petugas"', _BOTH.format(user=USER))
        self.bureau.change("# sampai = 2026-12-31", "sampai = 2028-12-31")
        if is_secretariat:
            self.bureau.change('# penomoran = "sendiri"', 'penomoran = "sekretariat"')

    def session(self, account: str) -> Session:
        """Return the session of ``account``."""
        return self.bureau.session(account)

    def scanner(self) -> Session:
        """Return the session of whatever takes in scans."""
        return open_session(self.bureau.settings, system(USER))

    @contextmanager
    def at(self, moment: str) -> Iterator[None]:
        """Let it be another moment."""
        with patch.dict(os.environ, {"RANGKAP_CLOCK": moment}):
            yield

    def known(self, *states: State) -> list[str]:
        """Return the cases (in one of ``states``, if any is given), in order; looked up once after each step."""
        if not self.standing:
            self.session(CLERK)
            self.standing = {number: cases.get(number).state for number in cases.numbers()}
        return [number for number, state in self.standing.items() if not states or state in states]

    def other(self, case: str) -> str:
        """Return another case than ``case``, itself if there is none."""
        return next((number for number in self.known() if number != case), case)

    def officer(self, case: str) -> str:
        """Return who handles ``case``."""
        return cases.get(case).officer

    def is_high(self, case: str) -> bool:
        """Tell whether the risk of ``case`` is high."""
        return cases.get(case).values.get("risk") == "tinggi"

    def refusal(self, verb: str, case: str, session: Session, lacks: str) -> Refusal | None:
        """Make a move; return why it was refused, if it was."""
        self.standing = {}
        try:
            DOORS[verb](self, case, session, lacks)
        except Refusal as error:
            return error
        return None

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return every row of the office but those of the access log."""
        return {name: rows for name, rows in tables(self.bureau).items() if name != "AccessRow"}
