"""``templates check``: what is wrong with a template, before a letter is ever made from it.

Is it a DOCX that does nothing by itself (:mod:`.package`), are its fields known and its tags allowed
(:func:`.template.faults`), is nothing hidden in it, does every sample keep the letter rules and take the
stamp (:mod:`.lint_proof`)? It runs on foreign bytes, so only within walls (:mod:`.lint_inside`); what an
endless template costs is limited there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from pipeline.kernel.errors import Text
from pipeline.letters import forms, package, tags, template
from pipeline.letters.errors import Dangerous, NotDocx
from pipeline.letters.lint_flaw import WARNING, Flaw, Place, flaw, shortened
from pipeline.letters.lint_hidden import hidden
from pipeline.letters.lint_paragraphs import paragraphs
from pipeline.letters.lint_proof import known_fields, proof
from pipeline.settings import Settings

EDITION = "3"
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
_MISSING = "missing-field"
_CHANGING = frozenset(
    ["DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME", "FILENAME", "USERNAME", "USERINITIALS",
     "USERADDRESS", "LASTSAVEDBY", "AUTHOR", "MERGEFIELD"]
)  # fmt: skip
"""Fields of Word whose words change after the letter was approved, or are never filled."""
_SIMPLE = Text("Lihat isian yang dikenal dengan: rangkap templates fields {kind}",
               "List the fields that are known by: rangkap templates fields {kind}")  # fmt: skip


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
    if not kind:
        return Report(name, "", (_unknown_kind(name),))
    try:
        parts = package.inspect(data)
    except (NotDocx, Dangerous) as error:
        return Report(name, kind, (refused(error),))
    found = [*hidden(parts), *_changing(parts), *_tag_flaws(parts, kind, settings)]
    if kind in forms.LETTERS:
        found += _absent(parts)
    sample = b""
    if all(one.code == _MISSING for one in found):
        more, sample = proof(kind, data, settings, said)
        found += more
    return Report(name, kind, tuple(dict.fromkeys(found)), sample)


def refused(error: NotDocx | Dangerous) -> Flaw:
    """Return the flaw of a file that the gate refuses, in its words."""
    return Flaw("refused", Text(error.text("id"), error.text("en")), Text("", ""))


def _unknown_kind(name: str) -> Flaw:
    return flaw("unknown-kind", Text("Rangkap tidak memakai templat bernama “{name}”.", "Rangkap uses no template called “{name}”."),
                Text("Awali namanya dengan salah satu: {all}.", "Begin its name with one of: {all}."),
                severity=WARNING, name=name[:60], all=", ".join(sorted(forms.EVERY)))  # fmt: skip


def _changing(parts: Mapping[str, bytes]) -> Iterator[Flaw]:
    for name in package.text_parts(parts):
        for code in package.field_codes(package.parse(parts[name], name)):
            word = (code.split(maxsplit=1) or [""])[0].upper()
            if word in _CHANGING:
                yield flaw("word-field", Text("bidang {word} berubah sendiri atau tidak diisi.",
                                              "the field {word} changes by itself or is not filled in."),
                           Text("Hapus bidang itu di Word; pakai isian Rangkap, misalnya {{{{ tanggal_surat }}}}.",
                                "Remove the field in Word; use a field of Rangkap, such as {{{{ tanggal_surat }}}}."),
                           Place(name), word=word)  # fmt: skip


def _tag_flaws(parts: Mapping[str, bytes], kind: str, settings: Settings) -> Iterator[Flaw]:
    """Yield what is wrong with the tags, each with its paragraph."""
    known = [
        one
        for name in package.text_parts(parts)
        for one in paragraphs(package.parse(parts[name], name), name)
    ]
    for fault in template.faults(parts, dict(known_fields(kind, settings))):
        text = unescape(fault.paragraph).strip()
        near = [
            one.place
            for one in known
            if one.place.part == fault.part
            and (one.text.strip() == text or (fault.field and fault.field in one.text))
        ]
        place = near[0] if near else Place(fault.part, 0, shortened(text))
        if fault.field:
            hint = (
                (f" Mungkin maksudnya “{fault.near}”?", f" Did you mean “{fault.near}”?")
                if fault.near
                else ("", "")
            )
            yield flaw("unknown-field", Text("isian “{path}” tidak dikenal.{hint}", "the field “{path}” is unknown.{en}"),
                       _SIMPLE, place, path=fault.field, hint=hint[0], en=hint[1], kind=kind)  # fmt: skip
        else:
            yield flaw("construct", Text("{reason}.", "this is not allowed: {reason}."), _SIMPLE, place,
                       reason=fault.reason, kind=kind)  # fmt: skip


def _absent(parts: Mapping[str, bytes]) -> Iterator[Flaw]:
    written = " ".join(tags.source(parts[name]) for name in package.text_parts(parts))
    inside = re.sub(r"\"[^\"]*\"|'[^']*'", " ", " ".join(re.findall(r"\{[{%](.*?)[%}]\}", written)))
    for field in NEEDED:
        if not re.search(rf"(?<![\w.]){re.escape(field)}(?!\w)", inside):
            yield flaw(_MISSING, Text("isian {{{{ {field} }}}} tidak ada di mana pun dalam templat.",
                                      "the field {{{{ {field} }}}} is nowhere in the template."),
                       Text("Kembalikan isian itu ke tempatnya seperti pada templat bawaan.",
                            "Put the field back into its place as in the shipped template."),
                       Place(package.BODY), field=field)  # fmt: skip
