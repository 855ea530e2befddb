"""The office's templates: checked on request and on every change, with filled samples, and their fields.

A template is foreign: anybody with the folder can edit it. It is looked at and filled only within
walls, with limits on time and memory; what was found clean is remembered by digest in
``var/templates.json``, so that drafting asks again only after a change.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from sys import executable
from typing import Any

from pipeline import __version__
from pipeline.kernel.errors import RangkapError, Text
from pipeline.kernel.files import write_durably
from pipeline.kernel.sandbox import Crashed, OutOfMemory, TimedOut, run
from pipeline.kernel.walls import MIB, Limits
from pipeline.letters import forms, spoken
from pipeline.letters.errors import BadTemplate, UnknownField
from pipeline.letters.lint import EDITION, kind_of
from pipeline.letters.lint_clauses import NAMES, files_of
from pipeline.letters.lint_flaw import WARNING, Flaw, flaw
from pipeline.letters.lint_inside import unforeseen
from pipeline.letters.lint_meanings import FieldMeaning, described
from pipeline.office.letters.errors_templates import FaultyAtStart, TemplateFaulty, UnknownTemplate
from pipeline.rendering.convert import page_pngs, to_pdf
from pipeline.rendering.parcel import pack, unpack
from pipeline.settings import Settings

_LIMITS = Limits(memory=1024 * MIB, cpu=15, wall=25.0, scratch=64 * MIB)
_FURTHER = 1.0
"""Further seconds for each further template of a batch."""
_SHOWN = 3
_MEMORY = "templates.json"
_WORD_FILES = (".doc", ".docm", ".dotx", ".dotm", ".odt", ".rtf")
_SAVE_AS = Text("Simpan dari Word sebagai “Word Document (*.docx)” dengan akhiran huruf kecil.",
                "Save it from Word as “Word Document (*.docx)”, the ending in small letters.")  # fmt: skip


@dataclass(frozen=True)
class Checked:
    """What was found about one template or clause file: its ``kind``, its flaws, its sample as DOCX (or nothing)."""

    template: str
    kind: str
    flaws: tuple[Flaw, ...]
    sample: bytes = b""

    @property
    def is_usable(self) -> bool:
        """Whether nothing but warnings was found."""
        return not any(one.is_error for one in self.flaws)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values, without the sample."""
        flaws = [one.as_json() for one in self.flaws]
        return {"template": self.template, "kind": self.kind, "usable": self.is_usable, "flaws": flaws}


def names(settings: Settings) -> list[str]:
    """Return the names of the templates in ``letter_templates/``; Word's lock files are none."""
    return sorted(one.stem for one in settings.templates.glob("*.docx") if not one.name.startswith("~"))


def check(settings: Settings, name: str = "", *, samples: bool = False) -> list[Checked]:
    """Check the template ``name``, or every one with all that stands beside them, also the texts for the telephone; clean ones are remembered.

    With ``samples`` each result bears its filled sample. Raises UnknownTemplate, NoIsolation.
    """
    known = names(settings)
    if name and name not in known:
        raise _unknown(name, known)
    sources = {one: (settings.templates / f"{one}.docx").read_bytes() for one in ([name] if name else known)}
    clauses = files_of(settings.templates / "klausul")
    found = _looked_at(settings, sources, clauses, samples=samples)
    clean = [one for one in found if not one.template.startswith(NAMES)]
    if all(one.is_usable for one in found if one.template.startswith(NAMES)):
        _remember(
            settings, [_digest(settings, sources[one.template], clauses) for one in clean if one.is_usable]
        )
    return found if name else [*found, *_beside(settings, known), *_spoken(settings)]


def check_data(settings: Settings, name: str, data: bytes) -> list[Checked]:
    """Check ``data`` as if it were the template ``name``, with the clauses that are there. Raises NoIsolation."""
    return _looked_at(settings, {name: data}, files_of(settings.templates / "klausul"), samples=False)


def known_clean(settings: Settings) -> set[str]:
    """Return the templates that were found clean as they are now, with the clauses and settings as they are."""
    clauses, known = files_of(settings.templates / "klausul"), remembered(settings)
    return {
        one
        for one in names(settings)
        if _digest(settings, (settings.templates / f"{one}.docx").read_bytes(), clauses) in known
    }


def need_clean(settings: Settings, name: str) -> None:
    """Refuse a template that was changed since it was found clean and is faulty now.

    A template that is not there is left to who reads it. Raises TemplateFaulty, NoIsolation.
    """
    path = settings.templates / f"{name}.docx"
    if name not in names(settings):
        return
    if _digest(settings, path.read_bytes(), files_of(settings.templates / "klausul")) in remembered(settings):
        return
    wrong = [one for one in check(settings, name) if not one.is_usable]
    if wrong:
        raise faulty(name, wrong)


def told_at_start(settings: Settings) -> list[FaultyAtStart]:
    """Return what to say at the start of the office: one error for each template that changed and is faulty now.

    It ends in a log, so it names kinds of templates alone: a file that somebody left there may bear any name.
    """
    clauses = files_of(settings.templates / "klausul")
    known = remembered(settings)
    changed = {one: (settings.templates / f"{one}.docx").read_bytes() for one in names(settings)}
    if all(_digest(settings, data, clauses) in known for data in changed.values()):
        return []
    return [
        FaultyAtStart(template=one.kind or "dengan nama lain", count=sum(flaw.is_error for flaw in one.flaws))
        for one in check(settings)
        if not one.is_usable
    ]


def faulty(name: str, wrong: Sequence[Checked]) -> TemplateFaulty:
    """Return the error that says the first flaws of a template and of the clauses it is filled with."""
    errors = [(one.template, each) for one in wrong for each in one.flaws if each.is_error]
    lines = {
        lang: "\n".join(
            f"- {'' if where == name else f'{where}: '}{each.text(lang)}" for where, each in errors[:_SHOWN]
        )
        for lang in ("id", "en")
    }
    return TemplateFaulty(template=name, flaws=lines["id"], flaws_en=lines["en"], count=len(errors))


def fields(settings: Settings, name: str = "") -> list[tuple[str, str, list[FieldMeaning]]]:
    """Return the kind, title and fields of the template ``name``, or of every kind. Raises UnknownTemplate."""
    kinds = [kind_of(name)] if name else list(forms.EVERY)
    if not kinds[0]:
        raise _unknown(name, [*forms.EVERY, *names(settings)])
    return [(kind, forms.EVERY[kind].title.id, list(described(kind))) for kind in kinds]


def pictured(settings: Settings, found: Sequence[Checked]) -> list[tuple[str, int, bytes]]:
    """Return the pages of each sample as PNG, with the template's name and the page's number from 1.

    Raises NoRenderer, and what LibreOffice's run raises.
    """
    accept_risk = settings["masuk.tanpa_isolasi"]
    pdfs = to_pdf([one.sample for one in found], accept_risk=accept_risk)
    return [
        (one.template, number, png)
        for one, pdf in zip(found, pdfs, strict=True)
        for number, png in enumerate(page_pngs(pdf, accept_risk=accept_risk), 1)
    ]


def _unknown(name: str, known: Sequence[str]) -> UnknownTemplate:
    near = difflib.get_close_matches(name, known, 1, 0.5)
    hint, hint_en = (f" Maksud Anda “{near[0]}”?", f" Did you mean “{near[0]}”?") if near else ("", "")
    present = ", ".join(dict.fromkeys(known)) or "-"
    return UnknownTemplate(template=name[:60], hint=hint, hint_en=hint_en, known=present)


def _looked_at(
    settings: Settings, sources: Mapping[str, bytes], clauses: Mapping[str, bytes], *, samples: bool
) -> list[Checked]:
    """Look at ``sources`` within walls, all in one run; where that ends badly, each by itself."""
    order = {
        "settings": dict(settings.values), "templates": list(sources), "clauses": list(clauses), "samples": samples,
    }  # fmt: skip
    parcel = pack([json.dumps(order).encode(), *sources.values(), *clauses.values()])
    more = _FURTHER * max(0, len(sources) - 1)
    limits = Limits(
        memory=_LIMITS.memory,
        cpu=round((_LIMITS.cpu or 0) + more),
        wall=(_LIMITS.wall or 0) + more,
        scratch=_LIMITS.scratch,
    )
    command = [executable, "-P", "-m", "pipeline.letters.lint_inside"]
    try:
        answer = unpack(run(command, parcel, limits=limits, accept_risk=settings["masuk.tanpa_isolasi"]))
    except (TimedOut, OutOfMemory, Crashed) as error:
        if len(sources) > 1:
            found = [
                _looked_at(settings, {one: data}, clauses, samples=samples) for one, data in sources.items()
            ]
            return list({each.template: each for some in found for each in some}.values())
        return [Checked(one, kind_of(one), (_cut(error),)) for one in sources]
    return [
        Checked(one["template"], one["kind"], tuple(map(Flaw.from_json, one["flaws"])), sample)
        for one, sample in zip(json.loads(answer[0]), answer[1:], strict=True)
    ]


def _cut(error: RangkapError) -> Flaw:
    """Return the flaw of a template that used up its time or its memory."""
    if isinstance(error, Crashed):
        return unforeseen(f"status {error.fields['status']}")
    return flaw("endless", Text("templat ini terlalu besar atau tidak selesai diproses, dan dihentikan.",
                                "this template is too large or never comes to an end, and was stopped."),
                Text("Mulai lagi dari templat bawaan.", "Begin again from the shipped template."))  # fmt: skip


def _beside(settings: Settings, known: Sequence[str]) -> Iterator[Checked]:
    """Yield what is wrong with the folder itself: Word files that are not read, shipped templates that are gone."""
    for path in sorted(settings.templates.iterdir()) if settings.templates.is_dir() else ():
        is_word = path.suffix.lower() in _WORD_FILES or (
            path.suffix != ".docx" and path.suffix.lower() == ".docx"
        )
        if is_word and not path.name.startswith(("~", ".")):
            wrong = flaw(
                "ending",
                Text("berkas ini tidak dibaca.", "this file is not read."),
                _SAVE_AS,
                severity=WARNING,
            )
            yield Checked(path.name, "", (wrong,))
    for kind in forms.EVERY:
        if not any(kind_of(one) == kind for one in known):
            wrong = flaw("absent", Text("templat ini tidak ada di letter_templates/.", "this template is not there."),
                         Text("Salin dari letter_templates/ Rangkap.", "Copy it from letter_templates/ of Rangkap."),
                         severity=WARNING)  # fmt: skip
            yield Checked(kind, kind, (wrong,))


def _spoken(settings: Settings) -> Iterator[Checked]:
    """Yield what is wrong with the first faulty text of the office for the telephone."""
    try:
        spoken.check(settings)
    except (spoken.SpokenRefused, UnknownField, BadTemplate) as error:
        wrong = Flaw("spoken", Text(error.text("id"), error.text("en")), Text("", ""))
        yield Checked(spoken.FOLDER, "", (wrong,))


def _digest(settings: Settings, data: bytes, clauses: Mapping[str, bytes]) -> str:
    """Return what tells this template, with these clauses and settings, from any other; keys are never among them."""
    matter = {
        key: value
        for key, value in settings.values.items()
        if key.partition(".")[0] in {"kantor", "surat", "nomor"}
    }
    told = [__version__, EDITION, json.dumps(matter, sort_keys=True), sha256(data).hexdigest()]
    told += [f"{name} {sha256(text).hexdigest()}" for name, text in sorted(clauses.items())]
    return sha256("\n".join(told).encode()).hexdigest()


def remembered(settings: Settings) -> set[str]:
    """Return the digests of what was found clean; nothing, where the memory cannot be read."""
    with suppress(OSError, ValueError):
        found = json.loads((settings.var / _MEMORY).read_text("utf-8"))
        return {one for one in found if isinstance(one, str)} if isinstance(found, list) else set()
    return set()


def _remember(settings: Settings, digests: Sequence[str]) -> None:
    """Add ``digests`` to those found clean; the oldest are forgotten, a disk that fails costs a check only."""
    before = remembered(settings)
    if not set(digests) - before:
        return
    with suppress(OSError, RangkapError):
        write_durably(settings.var / _MEMORY, json.dumps(sorted({*before, *digests})).encode(), 0o600)
