"""Refusals. No field bears a person's name, since a log may keep it."""

import errno
from typing import Self

from pipeline.kernel.refusals import REFUSALS
from pipeline.kernel.text import N_, Exit, Next, Text, as_it_is


class Refusal(Exception):
    """What a user is told; a subclass only where code catches it by name."""

    code: str = "kernel.error"
    aside: tuple[Text, ...] = ()
    """Shown beside the message, but written down nowhere."""

    def __init__(self, code: str = "", /, **fields: object) -> None:
        super().__init__()
        self.code = code or self.code
        self.fields = fields
        self._steps: tuple[Next, ...] = ()

    @property
    def message(self) -> Text:
        """The sentence with its places unfilled."""
        row = REFUSALS[self.code]
        return Text(row.id, row.en)

    @property
    def status(self) -> Exit:
        """The exit status."""
        return REFUSALS[self.code].status

    @property
    def next(self) -> tuple[Next, ...]:
        """What mends it, first its ``cause``."""
        if self._steps:
            return self._steps
        steps = [(row, row.of(**self.fields)) for row in REFUSALS[self.code].next]
        cause = self.fields.get("cause")
        before = cause.next if isinstance(cause, Refusal) else ()
        return (*before, *(step for row, step in steps if step.subject or not row.subject))

    def mended_by(self, *steps: Next) -> Self:
        """The same with other steps."""
        self._steps = steps
        return self

    def text(self, lang: str = "id") -> str:
        """The whole message."""
        return self.message.fill(lang, **self.fields_in(lang))

    def as_text(self) -> Text:
        """The whole message in both languages, for a place in another."""
        return as_it_is(self.text("id"), self.text("en"))

    def fields_in(self, lang: str) -> dict[str, object]:
        """The sentence's fields in ``lang``."""
        return {
            name: value.fill(lang) if isinstance(value, Text) else value
            for name, value in self.fields.items()
        }

    def beside(self, lang: str = "id") -> tuple[str, ...]:
        """:attr:`aside` in ``lang``."""
        return tuple(line.fill(lang) for line in self.aside)

    def __str__(self) -> str:
        return f"[{self.code}] {self.text('en')}"


class suppressed:  # noqa: N801 - named as contextlib's suppress
    """Like :func:`contextlib.suppress`, by codes."""

    def __init__(self, *codes: str) -> None:
        self._codes = codes

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        return isinstance(error, Refusal) and error.code in self._codes


class NotDurable(Refusal):
    """The disk did not confirm that bytes are safe."""

    code = "kernel.not_durable"


class Busy(Refusal):
    """Another process holds the lock; nothing was done."""

    code = "kernel.busy"


class Stale(Refusal):
    """Changed since it was read; nothing was written."""

    code = "records.stale"


class NotFound(Refusal):
    """No such record."""

    code = "records.not_found"


class Destroyed(Refusal):
    """Lawfully; its number is never given again."""

    code = "records.destroyed"


class ClockBehind(Refusal):
    """It stands before the last entry: no numbers are given."""

    code = "office.clock_behind"


class NoRoute(Refusal):
    """There is no safe way for a letter."""

    code = "office.no_route"


class BytesMissing(Refusal):
    """An arrival's bytes are not in place."""

    code = "office.bytes_missing"


_SAID = {
    errno.ENOENT: N_("no such file or folder"),
    errno.EACCES: N_("permission denied"),
    errno.EPERM: N_("not permitted"),
    errno.ENOSPC: N_("no space left on the disk"),
    errno.EDQUOT: N_("the quota of the disk is used up"),
    errno.EIO: N_("the disk failed to read or write"),
    errno.EROFS: N_("the disk can be read only"),
    errno.EBUSY: N_("in use"),
    errno.EISDIR: N_("this is a folder"),
    errno.ENOTDIR: N_("this is no folder"),
    errno.EEXIST: N_("the name is taken"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EMFILE: N_("too many open files"),
    errno.EFBIG: N_("the file is too large"),
    errno.ESTALE: N_("the network disk is gone"),
    errno.ENODEV: N_("there is no such disk"),
    errno.ELOOP: N_("links lead in a circle"),
}
_OTHERWISE = N_("system error {number}")


def why(error: OSError) -> Text:
    """The system's reason for refusing."""
    number = error.errno or errno.EIO
    reason = _SAID.get(number, _OTHERWISE)
    return reason.of(number=number)
