"""S5d: signed copies that file themselves, and unsigned paper that does not: scanned, faxed, photographed.

Printed letters are drawn on by a program and worn (:mod:`bench.signed`), and go through the reader as a copy that
comes back does. What is signed and held for a person costs a look; what is unsigned and taken would be an error.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import pypdfium2

from bench.home import new_home
from bench.line import Line, Run, at_most, plain
from bench.processes import Meter
from bench.signed import DPI, SIGNED, UNSIGNED, WEAR, Sheet, drawn
from pipeline.intake.reader import Reader
from pipeline.letters.compose import compose, template_for
from pipeline.letters.copies import stamp
from pipeline.letters.matter import LETTER, Addressee, Incoming, Matter
from pipeline.rendering.convert import to_pdf
from pipeline.settings import Settings
from pipeline.signing.ink import Signing
from pipeline.signing.same_ink import is_same
from pipeline.signing.sameness import Verdict, verdict

_DAY = date(2026, 11, 24)
_SEED = 5000
_SERVICES = (
    "pertemuan konsultasi dan penilaian kebutuhan Ibu dan anak",
    "pendampingan psikologis dan bantuan hukum, serta pemeriksaan kesehatan di rumah sakit daerah",
    "penjelasan mengenai pilihan perlindungan",
)
_TOP = 26.0
"""Millimetres above the name in which one signs."""


@dataclass(frozen=True)
class Printed:
    """A printed copy: its PDF, its code, the name of the signatory, and its page to draw on."""

    pdf: bytes
    code: str
    name: str
    sheet: Sheet


@dataclass(frozen=True)
class Told:
    """What was said of one paper."""

    hand: str
    wear: str
    is_signed: bool
    said: Verdict

    @property
    def is_taken(self) -> bool:
        """Tell whether it was taken as the signed copy without a person."""
        return self.said.is_clear


def take(run: Run) -> Sequence[Line]:
    """Let each kind of hand meet ``n`` kinds of wear, one after another, and tell what became of the papers."""
    with new_home(run.room) as home:
        copies = _printed(home.settings)
    meter, told = Meter(), []
    with Reader() as reader:
        for place, (hand, draw) in enumerate((SIGNED | UNSIGNED).items()):
            for turn in range(run.n):
                wear = list(WEAR)[(place + turn) % len(WEAR)]
                copy = copies[(place + turn) % len(copies)]
                scan = drawn(copy.sheet, draw, wear, _SEED + 100 * place + turn)
                with meter:
                    said = _said(reader, copy, scan)
                told.append(Told(hand, wear, hand in SIGNED, said))
    return [*_lines(told), plain("S5d", "a page beside its print: CPU", 1000 * meter.spent.cpu / len(told), "ms",
                                 "the reader and what it starts; 0.4 s of it is the comparison")]  # fmt: skip


def _said(reader: Reader, copy: Printed, scan: bytes) -> Verdict:
    handle = os.memfd_create("scan")
    try:
        os.write(handle, scan)
        return verdict(reader.likeness(handle, copy.pdf, copy.name, copy.code))
    finally:
        os.close(handle)


def _lines(told: Sequence[Told]) -> list[Line]:
    unsigned = [one for one in told if not one.is_signed]
    signed = [one for one in told if one.is_signed and one.wear != "fax"]
    faxed = [one for one in told if one.is_signed and one.wear == "fax"]
    stamped = [one for one in unsigned if one.said.signing is Signing.STAMP_ALONE]
    held = "; ".join(f"{one.hand}, {one.wear}" for one in signed if not one.is_taken)
    pairs = [is_same(a.said.trace, b.said.trace) for a, b in combinations([*signed, *faxed], 2)]
    lines = [
        at_most("S5d", "unsigned paper taken as signed", _share([one.is_taken for one in unsigned]), "%", 0,
                f"{len(unsigned)} papers: bare, initials, date, note, folds, dirt, {len(stamped)} told as stamp alone"),
        at_most("S5d", "signed paper held for a person", _share([not one.is_taken for one in signed]), "%", 3,
                f"{len(signed)} scans and photos; held: {held or 'none'}"),
        at_most("S5d", "two signatures told as one picture", _share(pairs), "%", 0,
                f"{len(pairs)} pairs of papers signed one by one"),
    ]  # fmt: skip
    if faxed:
        share = _share([not one.is_taken for one in faxed])
        lines.append(
            plain("S5d", "signed fax held for a person", share, "%", f"{len(faxed)} faxes, 1 bit, specks")
        )
    return lines


def _share(which: Sequence[bool]) -> float:
    return 100 * sum(which) / len(which) if which else 0.0


def _printed(settings: Settings) -> list[Printed]:
    drafts = [compose(_matter(number), settings, template_for(_matter(number)), _DAY, f"2026-{number + 1:04d}-1")
              for number in range(len(_SERVICES))]  # fmt: skip
    copies = [
        copy
        for number, draft in enumerate(drafts)
        for copy in stamp(
            draft.docx, f"{number + 1}/TL/XI/2026", _DAY, f"2026-{number + 1:04d}-1", 1, bytes(32), "k1"
        )
    ]
    signatory = settings.signatory_on(_DAY)
    assert signatory is not None
    pdfs = to_pdf([one.docx for one in copies])
    return [_on_paper(pdf, str(copy.code), signatory.name) for pdf, copy in zip(pdfs, copies, strict=True)]


def _on_paper(pdf: bytes, code: str, name: str) -> Printed:
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        found = page.get_textpage().search(name).get_next()
        left, _, _, top = page.get_textpage().get_charbox(found[0])
        scale = DPI / 72
        x, y = left * scale, (page.get_height() - top) * scale
        picture = page.render(scale=scale).to_pil().convert("RGB")
    return Printed(pdf, code, name, Sheet(picture, (x, y - _TOP * DPI / 25.4, x + 400, y)))


def _matter(number: int) -> Matter:
    return Matter(
        f"2026-{number + 1:04d}", f"{number + 1:04d}/TL/XI/2026",
        Incoming(LETTER, None, date(2026, 10, 2), date(2026, 10, 5), "Sulastri Mentaya", False),
        Addressee("Sulastri Mentaya", "Ibu", "", "", "Desa Rantau Jaya", False, True, True),
        _SERVICES[number], (), "", None, "Ibu", ("Fitri Mentaya",), "Sulastri Mentaya", 0, (),
    )  # fmt: skip
