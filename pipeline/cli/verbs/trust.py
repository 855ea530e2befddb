"""``rangkap trust``: whom the office trusts to issue signing certificates."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal, line
from pipeline.cli.open import desk_of
from pipeline.cli.pages import day
from pipeline.cli.prompts import Abandoned
from pipeline.kernel import clock
from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.kernel.reasons import why
from pipeline.office.letters import trust as office
from pipeline.signing.electronic_trust import KINDS, Found, Trusted

_ROOT = Text(
    "Sertifikat akar: {subject}\nBerlaku {since} s.d. {until}\nSidik jari SHA-256:\n  {fingerprint}\n"
    "Bandingkan dengan sidik jari yang diumumkan penerbit di tempat lain daripada berkas ini.",
    "Root certificate: {subject}\nValid {since} to {until}\nSHA-256 fingerprint:\n  {fingerprint}\n"
    "Compare it with the fingerprint that the issuer publishes elsewhere than in this file.",
)
_TYPE = Text(
    "Ketik paling sedikit 16 angka pertamanya (atau tempel seluruhnya): ",
    "Type at least its first 16 digits (or paste all of it): ",
)
_ADDED = Text("{count} disimpan.", "{count} saved.")
_REMOVED = Text("Tidak lagi dipercaya: {subject}", "No longer trusted: {subject}")
_NONE = Text(
    "Belum ada. Tanpa ini setiap TTE dilaporkan “utuh, tetapi penerbit belum dipercaya”.",
    "None yet. Without any, every e-signature is told as “intact, but its issuer is not trusted yet”.",
)
_DAMAGED = Text("RUSAK, tidak dipakai: {name}", "DAMAGED, not used: {name}")
_PAST = Text("LEWAT", "PAST")


class FileUnreadable(RangkapError):
    """A file named on the command line cannot be read."""

    code = "cli.file_unreadable"
    said = Text(
        "Berkas ke-{number} tidak dapat dibaca: {reason}. Periksa namanya, lalu ulangi.",
        "File {number} cannot be read: {reason}. Check its name, then repeat.",
    )
    status = Exit.USAGE


def trust(call: Call) -> int:
    """Add files, list what is trusted, or remove one by its fingerprint."""
    desk = desk_of(call)
    if call.args.action == "add":
        files = [_read(number, name) for number, name in enumerate(call.args.items, 1)]
        added = office.add(desk, files, lambda found: _typed(call, found))
        call.say(_ADDED, count=len(added))
        return _give(call, added)
    if call.args.action == "remove":
        removed = office.remove(desk, "".join(call.args.items))
        call.say(_REMOVED, subject=removed.subject)
        return _give(call, [removed])
    kept = office.listed(desk)
    for name in kept.damaged:
        call.say(_DAMAGED, name=name)
    if not kept.trusted:
        call.say(_NONE)
    return _give(call, kept.trusted)


def _read(number: int, name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise FileUnreadable(number=number, reason=why(error)) from None


def _typed(call: Call, found: Found) -> str:
    """Show a root and return what was typed of its fingerprint: with ``--sha256``, on the terminal, or on stdin."""
    fields = {"subject": found.subject, "since": day(found.since[:10]), "until": day(found.until[:10])}
    call.say(_ROOT, fingerprint=office.grouped(found.fingerprint), **fields)
    if call.args.sha256:
        return str(call.args.sha256)
    if not is_terminal():
        return sys.stdin.readline()
    try:
        return line(_TYPE.fill(call.lang), "", lambda _given: None)
    except (KeyboardInterrupt, EOFError):
        raise Abandoned from None


def _give(call: Call, trusted: list[Trusted] | tuple[Trusted, ...]) -> int:
    rows = [
        {"kind": str(one.kind), "fingerprint": one.fingerprint, "subject": one.subject}
        | {"since": one.since, "until": one.until, "by": one.by, "at": one.at}
        for one in trusted
    ]
    return call.give(rows, "\n".join(_line(call, one) for one in trusted))


def _line(call: Call, one: Trusted) -> str:
    past = f" {_PAST.fill(call.lang)}" if one.until < clock.stamp(clock.now()) else ""
    return f"{one.fingerprint[:16]}  {KINDS[one.kind].fill(call.lang)}  s.d. {day(one.until[:10])}{past}  {one.subject}"
