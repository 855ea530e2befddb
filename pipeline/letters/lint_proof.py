"""The proof of a template: it is filled with samples, asked by the letter rules, and really stamped.

So nothing is left to fail at drafting or at approval: for every channel, with all that is optional
and with nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.kernel.errors import RangkapError, Text
from pipeline.letters import (
    clauses,
    compose,
    context,
    copies,
    forms,
    forms_clarification,
    package,
    places,
    rules,
)
from pipeline.letters.finding import Finding
from pipeline.letters.lint_flaw import Flaw, Place, flaw
from pipeline.letters.lint_samples import Sample, merged, samples
from pipeline.letters.text import EDGE, frozen_text
from pipeline.settings import Settings

_W = f"{{{package.W}}}"
_ALL = frozenset(range(1, 15))
_LETTER, _KEY = "2026-0001-1", b"contoh"
_PUT_BACK = Text(
    "Kembalikan bagian itu seperti pada templat bawaan.", "Put that part back as in the shipped template."
)


def is_answer(kind: str) -> bool:
    """Tell whether templates of ``kind`` make answer letters, which the letter rules govern."""
    return kind.startswith("surat-jawaban")


def known_fields(kind: str, settings: Settings) -> Mapping[str, Any]:
    """Return every field of ``kind`` with an example of it; of an answer those that a letter really has."""
    if kind not in forms.LETTERS:
        return forms.EVERY[kind].example
    try:
        made = [_fields(kind, one) for one in _samples(kind, settings)]
    except RangkapError:  # a clause is at fault, and is told by itself
        return forms.EVERY[kind].example
    return merged(made)


def proof(kind: str, data: bytes, settings: Settings, said: frozenset[int]) -> tuple[list[Flaw], bytes]:
    """Return what fails when template ``data`` is filled, and the fullest sample as DOCX (empty if none could be made).

    ``said`` are letter rules of which the clauses are at fault, not the template.
    """
    try:
        if kind in forms.LETTERS:
            return _letters(kind, data, settings, said)
        return _forms(kind, data, settings)
    except RangkapError as error:
        return [Flaw("render", Text(error.text("id"), error.text("en")), Text("", ""))], b""
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a foreign file does to a library, no letter comes of it
        return [_broke(type(error).__name__)], b""


def _samples(kind: str, settings: Settings) -> Iterator[Sample]:
    return samples(settings, institution=kind.endswith("instansi"))


def _fields(kind: str, one: Sample) -> dict[str, Any]:
    """Return the fields of a letter about a sample; a request asks for everything, or for one thing."""
    if is_answer(kind):
        return context.build(one.matter, one.settings, one.day)[0]
    everything = [clause.field for clause in clauses.shipped() if clause.part == clauses.QUESTION]
    asked = everything if one.matter.cc else everything[:1]
    return forms_clarification.build(one.matter, asked, one.settings, one.day, one.day)[0]


def _letters(kind: str, data: bytes, settings: Settings, said: frozenset[int]) -> tuple[list[Flaw], bytes]:
    first = b""
    broken: dict[tuple[int, Text], tuple[Finding, list[str]]] = {}
    found: dict[Flaw, None] = {}
    total = 0
    for total, one in enumerate(_samples(kind, settings), 1):
        draft = compose.render(data, kind, _fields(kind, one), one.settings, _LETTER)
        first = first or draft
        text = frozen_text(draft)
        for finding in rules.check(text, one.matter, one.settings, one.day) if is_answer(kind) else ():
            if finding.rule not in said:
                broken.setdefault((finding.rule, finding.said), (finding, []))[1].append(one.name)
        found |= dict.fromkeys(_marks(text))
        if total <= 2:
            told = said | {rule for rule, _ in broken} if is_answer(kind) else _ALL
            found |= dict.fromkeys(_stamped(draft, one, told))
    return [*found, *(_broken(*one, total) for one in broken.values())], first


def _broken(finding: Finding, names: list[str], total: int) -> Flaw:
    where = "" if len(names) == total else f" ({'; '.join(names)})"
    return flaw(
        f"rule-{finding.rule}",
        Text("Aturan {rule} ({at}): {said}{where}", "Rule {rule} ({at_en}): {en}{where}"),
        finding.remedy, Place(package.BODY), rule=finding.rule, said=finding.said.id, en=finding.said.en,
        at=finding.place.id, at_en=finding.place.en, where=where,
    )  # fmt: skip


def _stamped(draft: bytes, one: Sample, told: frozenset[int]) -> Iterator[Flaw]:
    """Yield what keeps the draft of a sample from becoming two copies, as approval would do it.

    ``told`` are the rules that need not be asked again.
    """
    lacking = copies.lacking(draft)
    for error in lacking:
        yield flaw("place", Text("tidak ada {place}, sehingga surat tidak dapat disahkan.",
                                 "{en} is missing, so that no letter could be approved."),
                   _PUT_BACK, Place(package.BODY), place=error.fields["place_id"], en=error.fields["place_en"])  # fmt: skip
    if lacking:
        return
    number = "400.2/031/P2TP2A/XI/2026"
    for copy in copies.stamp(draft, number, one.day, _LETTER, 1, _KEY, "k1"):
        for finding in rules.check(
            frozen_text(copy.docx), one.matter, one.settings, one.day, is_numbered=True
        ):
            if finding.rule not in told:
                yield _broken(finding, [copies.copy_line(copy.number)], 0)


def _marks(text: str) -> Iterator[Flaw]:
    if not re.search(rf"\b{places.DRAFT_MARK}\b", text.partition(EDGE)[2]):
        yield flaw("place", Text("tanda KONSEP tidak ada di kepala atau kaki halaman.",
                                 "the mark KONSEP is not in the header or footer."),
                   Text("Ketik KONSEP pada paragraf tersendiri di kepala halaman.",
                        "Type KONSEP into a paragraph of its own in the header."))  # fmt: skip


def _forms(kind: str, data: bytes, settings: Settings) -> tuple[list[Flaw], bytes]:
    """Fill a form with its example, and with nothing."""
    drafts = _filled_forms(kind, data, settings, (forms.EVERY[kind].example, {}))
    found: dict[Flaw, None] = {}
    for draft in drafts:
        if left := re.search(r"\{\{|\}\}|\{%|%\}", frozen_text(draft)):
            found[flaw("left-over", Text("“{mark}” tersisa setelah diisi.", "“{mark}” is left after filling in."), _PUT_BACK,
                       mark=left.group())] = None  # fmt: skip
    return list(found), drafts[0]


def _filled_forms(
    kind: str, data: bytes, settings: Settings, given: tuple[Mapping[str, Any], ...]
) -> list[bytes]:
    with TemporaryDirectory() as room:
        home = replace(settings, home=Path(room))
        home.templates.mkdir()
        (home.templates / f"{kind}.docx").write_bytes(data)
        return [forms.render(home, kind, one) for one in given]


def _broke(kind: str) -> Flaw:
    """Return the flaw of a template at which the making of a letter broke off."""
    return flaw("render", Text("templat ini tidak dapat dicoba sampai selesai ({kind}).", "a trial of this template broke off ({kind})."),
                Text("Simpan lagi dari Word sebagai dokumen baru, atau mulai dari templat bawaan.",
                     "Save it again from Word as a new document, or begin from the shipped template."), kind=kind)  # fmt: skip
