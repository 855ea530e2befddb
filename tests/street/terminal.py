"""A person at a terminal: ``rangkap`` on a pseudo-terminal, its questions answered field by field."""

import io
import sys
from collections.abc import Sequence

import pexpect

from demo.office import Office
from pipeline.cases.fields.field import Field
from pipeline.cases.fields.kinds import shown
from pipeline.cases.values import Value, Values
from pipeline.kernel.clock import now

_ROWS, _COLUMNS = 60, 250
_CLEAR_LINE = "\x15"
_ACCEPTED = {"xterm": "\x1b[?2004l", "dumb": "\n"}
"""What the terminal shows when a line was accepted: the end of bracketed paste, the end of the line."""


class AtWork(Office):
    """An office in which the tests themselves are at work: its clock is theirs, however long they run."""

    def clock(self) -> str:
        """Return the moment it is now."""
        return now().isoformat()


class Terminal:
    """One verb on a pseudo-terminal; ``term`` is "xterm" (lines can be edited) or "dumb" (plain lines)."""

    def __init__(self, office: Office, *words: str, account: str = "petugas", term: str = "xterm") -> None:
        self._is_plain = term == "dumb"
        self._accepted = _ACCEPTED[term]
        self._heard = io.StringIO()
        environment = office.environment() | {"TERM": term, "PROMPT_TOOLKIT_NO_CPR": "1"}
        environment |= {"COLUMNS": str(_COLUMNS), "LINES": str(_ROWS)}
        self.child: pexpect.spawn[str] = pexpect.spawn(
            sys.executable,
            ["-P", "-m", "pipeline.cli", *words, "--as", account],
            env=environment,
            encoding="utf-8",
            timeout=60,
            dimensions=(_ROWS, _COLUMNS),
        )
        self.child.logfile_read = self._heard

    @property
    def seen(self) -> str:
        """Everything that stood on the screen so far."""
        return self._heard.getvalue()

    def see(self, words: str) -> None:
        """Wait until ``words`` appear."""
        self.child.expect_exact(words)

    def type(self, text: str) -> None:
        """Put ``text`` in place of what is suggested, and press Enter; no text clears the line."""
        self.child.sendline((text or ":kosong") if self._is_plain else _CLEAR_LINE + text)
        self.see(self._accepted)

    def enter(self) -> None:
        """Accept what is suggested."""
        self.child.sendline("")
        self.see(self._accepted)

    def fill_in(self, fields: Sequence[Field], values: Values, accept: Sequence[str] = ()) -> None:
        """Answer ``fields`` with ``values`` in their order, keeping what is proposed for those in ``accept``.

        Fails if a question is not asked, or is asked though it does not apply.
        """
        known: dict[str, Value] = {}
        for field in fields:
            if not field.when(known):
                continue
            self.see(field.label.id)
            self.see(":")
            if field.name in values:
                known[field.name] = values[field.name]
            if field.name in accept:
                self.enter()
            else:
                self.type(shown(field, values[field.name]) if field.name in values else "")

    def save(self) -> None:
        """Say yes to the summary."""
        self.see("Ringkasan")
        self.see("Simpan?")
        self.child.sendline("ya")

    def end(self) -> int:
        """Wait for the end of the verb; return its exit status."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return -1 if self.child.exitstatus is None else self.child.exitstatus
