"""Errors are sentences: a code, what happened and why, what to do next, an exit status.

Each house keeps its errors in its own ``errors`` room as subclasses of :class:`RangkapError`.
Details are fields, never parsed out of a text. A field must not carry a person's name: the text
of an error may end in a log.
"""

from __future__ import annotations

import errno
from enum import IntEnum
from typing import ClassVar, NamedTuple


class Exit(IntEnum):
    """Exit statuses of every verb; listed in ``rangkap --help`` and ``docs/commands.md``."""

    OK = 0
    FAILED = 1
    USAGE = 2
    REFUSED = 3
    NOT_FOUND = 4
    NO_RIGHT = 5
    STALE = 6
    DAMAGED = 7
    INCOMPLETE = 8


class Text(NamedTuple):
    """One sentence in the two languages of the interface, with ``{field}`` places."""

    id: str
    en: str

    def fill(self, lang: str, **fields: object) -> str:
        """Return the sentence in ``lang`` ("id" or "en") with its places filled."""
        return (self.en if lang == "en" else self.id).format(**fields)


class RangkapError(Exception):
    """Base of all errors that a user may see.

    Subclasses set ``code`` (``house.word``), ``said`` (the sentence, with the next step in it)
    and, where it is not a refusal, ``status``, which some bases set for them. A field that is a :class:`Text` is told in the language asked for.
    """

    code: ClassVar[str] = "kernel.error"
    said: ClassVar[Text] = Text("Terjadi kesalahan.", "Something went wrong.")
    status: ClassVar[Exit] = Exit.REFUSED

    def __init__(self, **fields: object) -> None:
        super().__init__()
        self.fields = fields

    def text(self, lang: str = "id") -> str:
        """Return the whole message in ``lang``."""
        return self.said.fill(lang, **self.fields_in(lang))

    def fields_in(self, lang: str) -> dict[str, object]:
        """Return the fields of the sentence in ``lang``, for whoever says it in words of their own."""
        return {name: one.fill(lang) if isinstance(one, Text) else one for name, one in self.fields.items()}

    def beside(self, lang: str = "id") -> tuple[str, ...]:  # noqa: ARG002 - for those that have something to show
        """Return what stands beside the sentence on the screen of whoever asked, and is written down nowhere."""
        return ()

    def __str__(self) -> str:
        return f"[{self.code}] {self.text('en')}"


class WrongUse(RangkapError):
    """Base of errors about what was typed or asked for: it cannot be meant so."""

    status = Exit.USAGE


class NotThere(RangkapError):
    """Base of errors about something that was asked for and is not there."""

    status = Exit.NOT_FOUND


class Damage(RangkapError):
    """Base of errors about something that is not what it was when it was stored."""

    status = Exit.DAMAGED


class NotDone(RangkapError):
    """Base of errors about work that was begun and could not be brought to its end."""

    status = Exit.FAILED


class BadId(WrongUse):
    """A number or code that does not follow its grammar."""

    code = "kernel.bad_id"
    said = Text(
        "“{given}” bukan {kind} yang benar. Contoh yang benar: {example}.",
        "“{given}” is not a valid {kind}. A valid one looks like {example}.",
    )


class NotDurable(NotDone):
    """The disk did not confirm that bytes are safe; the work was abandoned and can be repeated."""

    code = "kernel.not_durable"
    said = Text(
        "Cakram tidak dapat menyimpan berkas dengan aman ({reason}). Periksa ruang dan keadaan "
        "cakram; pekerjaan akan diulang.",
        "The disk could not store the file safely ({reason}). Check its space and health; the "
        "work will be repeated.",
    )


class SourceUnreadable(NotDurable):
    """The bytes to be copied could not be read; the copy was abandoned, the disk written to is well."""

    code = "kernel.source_unreadable"
    said = Text(
        "Berkas asal tidak dapat dibaca dari cakram ({reason}). Simpan ulang berkas itu dari pemindai "
        "atau komputer asalnya, dan minta admin memeriksa cakram.",
        "The source could not be read from its disk ({reason}). Save it again from the scanner or "
        "computer it came from, and have the admin check the disk.",
    )


class NoOtherCopy(NotDurable):
    """No other copy of a file gives its bytes when read back, so the file was not removed."""

    code = "kernel.no_other_copy"
    said = Text(
        "Salinan lain dari berkas ini tidak ada atau rusak, jadi berkas ini tidak dihapus. Minta admin memeriksa cakram dan "
        "menjalankan rangkap verify.",
        "There is no other sound copy of this file, so it was not removed. Have the admin check the disk and run rangkap "
        "verify.",
    )


class Busy(NotDone):
    """Another process holds the lock; nothing was done."""

    code = "kernel.busy"
    said = Text(
        "Pekerjaan yang sama sedang dijalankan oleh proses lain (kunci {lock}). Tunggu sampai selesai, "
        "lalu coba lagi.",
        "Another process is doing the same work (lock {lock}). Wait until it has finished, then try again.",
    )


class TooLarge(RangkapError):
    """More bytes than the limit that the office chose."""

    code = "kernel.too_large"
    said = Text(
        "Berkas lebih besar dari batas {limit} byte. Kirim berkas yang lebih kecil, atau minta admin "
        "menaikkan batas di office.toml.",
        "The file is larger than the limit of {limit} bytes. Send a smaller one, or ask the admin to "
        "raise the limit in office.toml.",
    )


_SAID = {
    errno.ENOENT: Text("tidak ada berkas atau folder dengan nama ini", "no such file or folder"),
    errno.EACCES: Text("tidak ada izin", "permission denied"),
    errno.EPERM: Text("tidak diizinkan", "not permitted"),
    errno.ENOSPC: Text("ruang cakram habis", "no space left on the disk"),
    errno.EDQUOT: Text("jatah ruang cakram habis", "the quota of the disk is used up"),
    errno.EIO: Text("galat baca atau tulis pada cakram", "the disk failed to read or write"),
    errno.EROFS: Text("cakram hanya dapat dibaca", "the disk can be read only"),
    errno.EBUSY: Text("sedang dipakai", "in use"),
    errno.EISDIR: Text("ini sebuah folder", "this is a folder"),
    errno.ENOTDIR: Text("ini bukan folder", "this is no folder"),
    errno.EEXIST: Text("nama itu sudah dipakai", "the name is taken"),
    errno.ENAMETOOLONG: Text("nama terlalu panjang", "the name is too long"),
    errno.EMFILE: Text("terlalu banyak berkas terbuka", "too many open files"),
    errno.EFBIG: Text("berkas terlalu besar", "the file is too large"),
    errno.ESTALE: Text("cakram jaringan terputus", "the network disk is gone"),
    errno.ENODEV: Text("cakram tidak ada", "there is no such disk"),
    errno.ELOOP: Text("tautan berputar-putar", "links lead in a circle"),
}
_OTHERWISE = Text("galat sistem {number}", "system error {number}")


def why(error: OSError) -> Text:
    """Return why the system refused; a number where there are no words for it."""
    number = error.errno or errno.EIO
    said = _SAID.get(number, _OTHERWISE)
    return Text(said.id.format(number=number), said.en.format(number=number))
