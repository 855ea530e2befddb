"""The command by which an act or a page is reached at the terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Next

_WITH_OPTIONS: Mapping[str, str] = {
    "access-clock": "clock start akses {subject}",
    "add-call": "register --channel phone --case {subject}",
    "add-letter": "register {about} --case {subject}",
    "approve-revision": "review {subject} --approve --revision {about}",
    "ask": "draft {subject} --kind klarifikasi",
    "attest": "attest {subject} [--letter {about}]",
    "block": "conflict {subject} {about} --relation HUBUNGAN",
    "breach-clock": "clock start kebocoran",
    "close-year": "archive close {subject}",
    "close-year-incomplete": "archive close {subject} --incomplete",
    "confirm-statement": "attest {subject} --confirm [--letter {about}]",
    "confirm-recovery-sheet": "recovery-sheet --confirm",
    "copy-approve": "copy {subject} --approve",
    "copy-hand": "copy {subject} --handed",
    "copy-look": "copy {subject} --show DIR",
    "decide": "decide {about}",
    "deliver-late": "deliver {subject} --late",
    "dispose": "dispose list",
    "dispose-approve": "dispose approve {subject}",
    "dispose-destroy": "dispose destroy {subject}",
    "dispose-withdraw": "dispose withdraw {subject}",
    "divide": "divide {subject} [--document {about}]",
    "edited": "edited {subject} --to DIR",
    "erasure": "erasure record {subject}",
    "export": "export BUKU",
    "form": "form {about} {subject} --to DIR",
    "form-blank": "form {subject} --blank --to DIR",
    "grant-erasure": "erasure grant {subject}",
    "hand-over": "hand-over {subject} --to DIR --minutes NOMOR",
    "import-register": "import-register {subject} [--sheet {about}]",
    "leave-edited": "review {subject} --leave-edited {about}",
    "lift-restriction": "erasure lift {subject}",
    "match-aside": "match {subject} --aside",
    "match-signed": "match {subject} KODE --signed",
    "merge": "merge {subject} --into {about}",
    "merge-recaps": "recap --month BULAN --merge DIR --for province",
    "move": "move {subject} {about} --into KASUS",
    "new-certificate": "cert --new-key",
    "number": "number {about}",
    "page": "page {subject} --to DIR",
    "page-so-far": "form pengesahan {subject} --to DIR",
    "part": "merge {subject} --undo",
    "print": "print {subject} [--letter {about}] --to DIR",
    "print-again": "print {subject} [--letter {about}] --again --to DIR",
    "propose-disposal": "dispose propose",
    "recap-province": "recap --month BULAN --for province --json",
    "recovery-sheet": "recovery-sheet --to DIR",
    "recovery-sheet-again": "recovery-sheet --to DIR --again",
    "refuse-erasure": "erasure refuse {subject} --ground DASAR",
    "refuse-statement": "attest {subject} --refuse [--letter {about}]",
    "register-call": "register --channel phone",
    "release": "hold {subject} --lift",
    "renew-certificate": "cert --renew",
    "reset-at-console": "users reset {subject} --console",
    "restore-damaged": "restore {subject} DIR --damaged",
    "restore-snapshot": "restore {subject} DIR --snapshot ID",
    "return": "review {subject} --return [--letter {about}]",
    "review": "review {subject} [--letter {about}]",
    "rotate-key": "keys rotate {subject}",
    "sheet": "sheet {about} {subject} --to DIR",
    "strike-misscan": "strike {subject} salah-pindai",
    "take-edited": "review {subject} --take-edited {about}",
    "templates": "templates check {subject}",
    "unblock": "conflict {subject} {about} --lift",
    "unlock": "users unlock {subject}",
    "verify": "verify [--case {subject}]",
    "void-letter": "void {about}",
    "watch-once": "watch --once",
}
"""Acts whose command is not their name with their subject; what stands in brackets goes where its place is empty."""
_UNNAMED: Mapping[str, str] = {
    "close-year": "TAHUN", "find": "NOMOR", "form-blank": "FORMULIR", "import-register": "BERKAS", "strike-misscan": "NOMOR-AGENDA",
}  # fmt: skip
"""What stands in a command for a subject that the reader puts there."""
_ABOUT_UNNAMED: Mapping[str, str] = {"add-letter": "NOMOR-AGENDA", "void-letter": "NOMOR-SURAT"}
"""The same for a second thing."""


def command_of(step: Next) -> str:
    """Return the whole command for ``step``: "rangkap merge 2026-0002 --undo"."""
    form = _WITH_OPTIONS.get(step.act, f"{step.act} {{subject}} {{about}}")
    form = re.sub(r"\[(.*?\{(\w+)\})\]", lambda part: part[1] if getattr(step, part[2]) else "", form)
    subject, about = (
        step.subject or _UNNAMED.get(step.act, ""),
        step.about or _ABOUT_UNNAMED.get(step.act, ""),
    )
    return " ".join(f"rangkap {form.format(subject=subject, about=about)}".split())


def with_commands(error: Refusal, lang: str = "id") -> str:
    """Return the message of ``error`` with what mends it behind, for a log: one line, of which nothing is a link."""
    commands = "; ".join(map(command_of, error.next))
    return f"{error.text(lang)} ({commands})" if commands else error.text(lang)
