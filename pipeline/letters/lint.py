"""``templates check``: everything that is wrong with a template, before a letter is ever made from it.

A template is looked at in stages: is it a DOCX that acts by itself (:mod:`.lint_package`), are its
tags well-formed (:mod:`.lint_tags`) and its fields known (:mod:`.lint_fields`), do paper, margins
and fonts fit, and, if it can be filled at all, does every sample keep the letter rules and take
the stamp (:mod:`.lint_proof`)? It runs on foreign bytes, so only within walls
(:mod:`.lint_inside`); what an endless template costs is limited there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.kernel.errors import Text
from pipeline.letters import forms, package, words
from pipeline.letters.lint_fields import check
from pipeline.letters.lint_flaw import WARNING, Flaw, Place, flaw
from pipeline.letters.lint_fonts import missing
from pipeline.letters.lint_layout import layout
from pipeline.letters.lint_package import inspected, opened
from pipeline.letters.lint_paragraphs import Paragraph, paragraphs
from pipeline.letters.lint_proof import known_fields, proof
from pipeline.letters.lint_rules import TOLD, of_content
from pipeline.letters.lint_samples import Sample, samples
from pipeline.letters.lint_strange import strange
from pipeline.letters.lint_tags import TAG, Tag, scan
from pipeline.settings import Settings

EDITION = "2"
"""Raised with each stricter lint, so that templates found clean by an older one are looked at again."""
NEEDED = (
    "nomor_surat",
    "tanggal_surat",
    "sifat",
    "lampiran",
    "hal",
    "yth",
    "pembuka",
    "isi",
    "ketua.nama",
    "tembusan",
)
"""The fields that a letter cannot do without."""
_TYPED = {"typed": 3, "chronology": TOLD}
"""Flaws of what was typed, and the letter rule that the proof need not tell again."""
_SHAPE = frozenset(("paper", "margin", "missing-field", "symbol", "lookalike", "unseen-character", *_TYPED))


@dataclass(frozen=True)
class Report:
    """What was found about one template: its ``kind`` (empty if unknown), its flaws, its filled sample as DOCX."""

    template: str
    kind: str
    flaws: tuple[Flaw, ...]
    sample: bytes = b""


def kind_of(name: str) -> str:
    """Return the kind that a template's name stands for: itself, or the longest known name it begins with."""
    found = (kind for kind in forms.EVERY if name == kind or name.startswith(f"{kind}-"))
    return max(found, key=len, default="")


def examine(name: str, data: bytes, settings: Settings, said: frozenset[int] = frozenset()) -> Report:
    """Look at template ``data`` called ``name``; ``said`` are letter rules of which the clauses are at fault."""
    kind = kind_of(name)
    found = list(_unknown_kind(name)) if not kind else []
    parts, wrong = opened(data)
    found += wrong
    if parts is None:
        return Report(name, kind, tuple(found))
    found += inspected(data, parts)
    if any(one.code in {"dtd", "broken-part", "strict"} for one in found):
        return Report(name, kind, tuple(found))
    everything = [
        one
        for part in package.text_parts(parts)
        for one in paragraphs(package.parse(parts[part], part), part)
    ]
    found += _tag_flaws(everything, kind, settings)
    found += strange(everything)
    found += _elsewhere(parts)
    if kind in forms.LETTERS:
        about = next(samples(settings, institution=kind.endswith("instansi")))
        found += [*_typed(everything, about), *layout(parts)]
    found += missing(parts, settings["surat.huruf"])
    if not kind or any(one.is_error and one.code not in _SHAPE for one in found):
        return Report(name, kind, tuple(dict.fromkeys(found)))
    typed = {_TYPED[one.code] for one in found if one.code in _TYPED}
    more, sample = proof(kind, data, settings, said | typed)
    return Report(name, kind, tuple(dict.fromkeys((*found, *more))), sample)


def _unknown_kind(name: str) -> Iterator[Flaw]:
    yield flaw("unknown-kind", Text("Rangkap tidak memakai templat bernama “{name}”.", "Rangkap uses no template called “{name}”."),
               Text("Awali namanya dengan salah satu: {all}.", "Begin its name with one of: {all}."),
               severity=WARNING, name=name[:60], all=", ".join(sorted(forms.EVERY)))  # fmt: skip


def _tag_flaws(everything: list[Paragraph], kind: str, settings: Settings) -> list[Flaw]:
    """Return what is wrong with the tags; each part is a document of its own, a block ends where it began."""
    found: list[Flaw] = []
    tags: list[Tag] = []
    known: Mapping[str, Any] = known_fields(kind, settings) if kind else {}
    for part in dict.fromkeys(one.place.part for one in everything):
        some, wrong = scan(one for one in everything if one.place.part == part)
        found += wrong
        of_fields = check(some, known, kind) if kind else []
        is_open = any(one.code == "block-open" for one in wrong)  # then every further loop seems to be inside
        found += [one for one in of_fields if not (is_open and one.code == "loop-in-loop")]
        tags += some
    if kind in forms.LETTERS:
        found += _absent(tags)
    return found


def _absent(tags: list[Tag]) -> Iterator[Flaw]:
    used = " ".join(re.sub(r"\"[^\"]*\"|'[^']*'", " ", tag.rest) for tag in tags)
    for field in NEEDED:
        if not re.search(rf"(?<![\w.]){re.escape(field)}(?![\w])", used):
            yield flaw("missing-field", Text("isian {{{{ {field} }}}} tidak ada di mana pun dalam templat.",
                                             "the field {{{{ {field} }}}} is nowhere in the template."),
                       Text("Kembalikan isian itu ke tempatnya seperti pada templat bawaan.",
                            "Put the field back into its place as in the shipped template."),
                       Place(package.BODY), field=field)  # fmt: skip


def _elsewhere(parts: Mapping[str, bytes]) -> Iterator[Flaw]:
    """Yield parts that have tags but are never filled in: charts, diagrams, building blocks."""
    text = set(package.text_parts(parts))
    for name, part in parts.items():
        if (
            name.startswith("word/")
            and name.endswith(".xml")
            and name not in text
            and (b"{{" in part or b"{%" in part)
        ):
            yield flaw("not-filled", Text("ada tanda isian di tempat yang tidak diisi (diagram, SmartArt, blok penyusun).",
                                          "there is a tag in a place that is not filled in (chart, SmartArt, building block)."),
                       Text("Pindahkan ke teks biasa, sel tabel, atau kotak teks.", "Move it to plain text, a cell or a text box."),
                       Place(name))  # fmt: skip


def _typed(everything: list[Paragraph], about: Sample) -> Iterator[Flaw]:
    """Yield what was typed into a letter and would break a letter rule in every letter made from it."""
    for one in everything:
        literal = TAG.sub("n", one.text)
        if words.UNFILLED.search(literal) and "{" not in literal and "}" not in literal:
            yield flaw("typed", Text("ada tempat kosong yang tidak akan diisi.", "there is a blank that will not be filled in."),
                       Text("Ganti dengan isian Rangkap, atau hapus.", "Put a field of Rangkap there, or remove it."), one.place)  # fmt: skip
        for finding in of_content((literal,), "", about, {TOLD}):
            said = Text("{said} (aturan 7)", "{en} (rule 7)")
            yield flaw(
                "chronology", said, finding.remedy, one.place, said=finding.said.id, en=finding.said.en
            )
