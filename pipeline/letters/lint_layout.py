"""Paper and margins of a letter: A4 or F4 upright, 2 cm above, 2.5 below, 3 left, 2 right at least.

Source: product.md, *The answer letter*. Lengths in Word are twentieths of a point; 567 are one centimetre.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.kernel.errors import Text
from pipeline.letters import package
from pipeline.letters.lint_flaw import Flaw, Place, flaw
from pipeline.letters.parts import PAGES

_W = f"{{{package.W}}}"
LEAST = {"top": 1134, "bottom": 1417, "left": 1701, "right": 1134}
_NAMES = {"top": Text("atas", "top"), "bottom": Text("bawah", "bottom"), "left": Text("kiri", "left"), "right": Text("kanan", "right")}  # fmt: skip
_LOOSE = 12
"""Word and LibreOffice round to a tenth of a millimetre; so much less still counts as enough."""
_PAPER_LOOSE = 60
_CM = 567


def layout(parts: Mapping[str, bytes]) -> Iterator[Flaw]:
    """Yield what is wrong with paper and margins of each section of the body."""
    root = package.parse(parts[package.BODY], package.BODY)
    sections = list(root.iter(f"{_W}sectPr"))
    for number, section in enumerate(sections, 1):
        place = Place(package.BODY, 0, f"bagian halaman {number}" if len(sections) > 1 else "")
        size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
        wide, high = (_length(size.get(f"{_W}{one}") if size is not None else None) for one in ("w", "h"))
        known = (
            abs(wide - paper[0]) <= _PAPER_LOOSE and abs(high - paper[1]) <= _PAPER_LOOSE
            for paper in PAGES.values()
        )
        if not any(known):
            yield flaw("paper", Text("kertasnya {wide} × {high} cm, bukan A4 atau F4 tegak.",
                                     "the paper is {wide} × {high} cm, neither A4 nor F4 upright."),
                       Text("Di Word: Layout > Size, pilih A4 atau F4 (21,5 × 33 cm), Orientation: Portrait.",
                            "In Word: Layout > Size, choose A4 or F4 (21.5 × 33 cm), Orientation: Portrait."),
                       place, wide=_cm(wide), high=_cm(high))  # fmt: skip
        for side, least in LEAST.items():
            given = abs(_length(margins.get(f"{_W}{side}") if margins is not None else None))
            if given < least - _LOOSE:
                yield flaw("margin", Text("tepi {side} {given} cm, paling sedikit {least} cm.",
                                          "the {side_en} margin is {given} cm, at least {least} cm are needed."),
                           Text("Di Word: Layout > Margins.", "In Word: Layout > Margins."), place,
                           side=_NAMES[side].id, side_en=_NAMES[side].en, given=_cm(given), least=_cm(least))  # fmt: skip


def _length(given: str | None) -> int:
    """Return a length in twentieths of a point; what is missing or unreadable counts as nothing."""
    return int(float(given)) if given and re.fullmatch(r"-?\d{1,6}(?:\.\d+)?", given) else 0


def _cm(length: int) -> str:
    return f"{length / _CM:.1f}".replace(".", ",")
