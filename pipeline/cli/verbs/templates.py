"""``rangkap templates``: check the office's templates, with filled samples; list the fields they may use."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.cli.call import Call
from pipeline.kernel.errors import Exit, Text
from pipeline.kernel.reasons import why
from pipeline.office.letters import templates as office
from pipeline.office.letters.errors_templates import NotWritable
from pipeline.office.letters.templates import Checked
from pipeline.rendering.errors import NoRenderer

_CLEAN = Text(
    "{count} templat dan klausul diperiksa, tidak ada yang salah.",
    "{count} templates and clauses checked, nothing is wrong.",
)
_FOUND = Text(
    "{count} templat dan klausul diperiksa: {errors} kesalahan, {warnings} peringatan.",
    "{count} templates and clauses checked: {errors} errors, {warnings} warnings.",
)
_WROTE = Text("Contoh terisi ditulis ke {folder}.", "Filled samples were written to {folder}.")
_NONE = Text("Tidak ada contoh: betulkan kesalahannya dahulu.", "No samples: correct the errors first.")
_MARK = {True: Text("SALAH", "ERROR"), False: Text("perhatikan", "warning")}


def templates(call: Call) -> int:
    """Check templates, or list their fields."""
    verbs = {"fields": _fields, "check": _check}
    return verbs[call.args.what](call)


def _check(call: Call) -> int:
    """Print every flaw; the status tells whether a template cannot be used."""
    folder = call.args.to
    found = office.check(call.settings, call.args.name or "", samples=folder is not None)
    flaws = [one for each in found for one in each.flaws]
    errors = sum(one.is_error for one in flaws)
    call.say(_FOUND if flaws else _CLEAN, count=len(found), errors=errors, warnings=len(flaws) - errors)
    if folder is not None:
        _write_samples(call, found, Path(folder))
    call.give(
        [one.as_json() for one in found], "\n".join(line for one in found for line in _lines(one, call.lang))
    )
    return Exit.REFUSED if errors else Exit.OK


def _lines(one: Checked, lang: str) -> list[str]:
    """Return a template's line, and one for each of its flaws."""
    head = f"{'baik ' if one.is_usable else 'BURUK'}  {one.template}"
    return [head, *(f"       {_MARK[flaw.is_error].fill(lang)}: {flaw.text(lang)}" for flaw in one.flaws)]


def _write_samples(call: Call, found: Sequence[Checked], folder: Path) -> None:
    """Write each sample as DOCX and, where LibreOffice is there, its pages as pictures. Raises NotWritable."""
    filled = [one for one in found if one.sample]
    if not filled:
        call.say(_NONE)
        return
    try:
        pictures = office.pictured(call.settings, filled)
    except NoRenderer as error:
        call.say(error.text(call.lang))
        pictures = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for one in filled:
            (folder / f"{one.template}.docx").write_bytes(one.sample)
        for name, number, png in pictures:
            (folder / f"{name}-{number}.png").write_bytes(png)
    except OSError as error:
        raise NotWritable(folder=folder, reason=why(error)) from None
    call.say(_WROTE, folder=folder)


def _fields(call: Call) -> int:
    """Print every field of a template, or of all, with an example and its meaning."""
    listed = office.fields(call.settings, call.args.name or "")
    plain = [
        {
            "template": kind,
            "title": title,
            "fields": [
                {"field": one.name, "kind": one.kind, "within": one.within, "example": one.example,
                 "meaning": one.meaning, "typed": one.typed}
                for one in fields
            ],
        }
        for kind, title, fields in listed
    ]  # fmt: skip
    lines: list[str] = []
    for kind, title, fields in listed:
        lines += ["", f"{kind} ({title})"] if lines else [f"{kind} ({title})"]
        for one in fields:
            example = "; ".join(map(str, one.example)) if isinstance(one.example, list) else str(one.example)
            rows = isinstance(one.example, list) and bool(one.example) and isinstance(one.example[0], dict)
            lines.append(f"  {'  ' if one.within else ''}{one.typed}  {one.meaning}")
            lines += [] if rows else [f"      contoh: {example}"]
    return call.give(plain, "\n".join(lines))
