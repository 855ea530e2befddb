"""The terminal's command for an act or a page."""

import re
from collections.abc import Iterable, Mapping

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Next

_WITH_OPTIONS: Mapping[str, str] = {
    "backup-to": "backup {subject}",
    "close-year": "archive close {subject}",
    "close-year-incomplete": "archive close {subject} --incomplete",
    "confirm-recovery-sheet": "recovery-sheet --confirm",
    "copy-look": "copy {subject} --show DIR",
    "dispose": "dispose list",
    "dispose-print": "dispose print {subject} --to DIR",
    "edited": "edited {subject} --to DIR",
    "export": "export BUKU",
    "form": "form {about} {subject} --to DIR",
    "form-blank": "form {subject} --blank --to DIR",
    "give-edited": "edited {subject} BERKAS",
    "hand-over": "hand-over {subject} --to DIR --minutes NOMOR",
    "import-register": "import-register {subject} [--sheet {about}]",
    "merge-recaps": "recap --month BULAN --merge DIR --for province",
    "move-document": "move-document {subject} {about} KASUS",
    "move-here": "move-document KASUS DOKUMEN {subject}",
    "new-certificate": "cert --new-key",
    "page": "page {subject} --to DIR",
    "page-so-far": "form pengesahan {subject} --to DIR",
    "print": "print {subject} [--letter {about}] --to DIR",
    "print-copy": "print-copy {subject} --to DIR",
    "print-crisis": "crisis {subject} --to DIR",
    "print-again": "print {subject} [--letter {about}] --again --to DIR",
    "print-sheet": "print-sheet {subject} {about} --to DIR",
    "record-decision": "record-decision {about}",
    "recap-province": "recap --month BULAN --for province --json",
    "recovery-sheet": "recovery-sheet --to DIR",
    "recovery-sheet-again": "recovery-sheet --to DIR --again",
    "register-call": "register --channel phone",
    "renew-certificate": "cert --renew",
    "reset-at-console": "users reset {subject} --console",
    "restore": "restore {subject} DIR",
    "restore-damaged": "restore {subject} DIR --damaged",
    "restore-snapshot": "restore {subject} DIR --snapshot ID",
    "review": "review {subject} [--letter {about}]",
    "send": "send {subject} --to DIR",
    "sheet-of-draft": "print-sheet {subject} persetujuan {about} --to DIR",
    "strike-misscan": "strike-arrival {subject} salah-pindai",
    "template-fields": "templates fields {subject}",
    "templates": "templates check {subject}",
    "unlock": "users unlock {subject}",
    "verify": "verify [--case {subject}]",
    "watch-once": "watch --once",
}
"""Where it is not their name; empty brackets vanish."""
_UNNAMED: Mapping[str, str] = {
    "backup-to": "TEMPAT", "close-year": "TAHUN", "find": "NOMOR", "form": "KASUS", "form-blank": "FORMULIR",
    "import-register": "BERKAS", "restore": "MEDIA-LAIN", "restore-snapshot": "MEDIA", "strike-misscan": "NOMOR-AGENDA",
}  # fmt: skip
_ABOUT_UNNAMED: Mapping[str, str] = {
    "add-letter": "NOMOR-AGENDA", "assign-officer": "AKUN", "divide-case": "NAMA", "match-scan": "KODE", "accept-scan": "KODE",
}  # fmt: skip


def command_of(step: Next) -> str:
    """The whole command: "rangkap unmerge-case 2026-0002"."""
    form = _WITH_OPTIONS.get(step.act, f"{step.act} {{subject}} {{about}}")
    form = re.sub(r"\[(.*?\{(\w+)\})\]", lambda part: part[1] if getattr(step, part[2]) else "", form)
    subject, about = (
        step.subject or _UNNAMED.get(step.act, ""),
        f'"{step.about}"' if " " in step.about else step.about or _ABOUT_UNNAMED.get(step.act, ""),
    )
    return " ".join(f"rangkap {form.format(subject=subject, about=about)}".split())


def commands_of(steps: Iterable[Next] | str) -> str:
    """Parted by semicolons; what needs no program stands in words."""
    return steps if isinstance(steps, str) else "; ".join(map(command_of, steps))


def with_commands(error: Refusal, lang: str = "id") -> str:
    """Its message and what mends it, on one line."""
    commands = commands_of(error.next)
    return f"{error.text(lang)} ({commands})" if commands else error.text(lang)
