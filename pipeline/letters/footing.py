"""What a copy bears that the other does not: its line, its code and words at the foot of each page, its box."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.kernel.ids import CopyCode
from pipeline.letters import parts

COPIES = 2
CODE_ID = 9000
"""Number of the first picture of a code within a document."""
_WORDS = "·kata·"
_SIDE = parts.CODE_MM * 36_000


def copy_line(copy: int) -> str:
    """Return the mark of a copy as it stands on each page."""
    return f"Salinan ke-{copy} dari {COPIES}"


def identifier(code: CopyCode) -> str:
    """Return what a copy's DOCX says about itself in its properties: ``2026-0042-3:1``."""
    return f"{code.letter}:{code.copy}"


def table(code: CopyCode, relation: str, number: int) -> str:
    """Return the table at the foot of a page of this copy: line, words, "Halaman X dari Y", picture of the code.

    ``relation`` is the id of the picture among the relations of the footer, ``number`` that of the drawing.
    """
    return _table(copy_line(code.copy), relation, number).replace(
        _WORDS, f"{code.letter} · {code.in_words()}"
    )


@lru_cache(maxsize=64)
def _table(line: str, relation: str, number: int) -> str:
    """Return the table with a mark in place of the words, which hold only letters, digits and dashes."""
    return parts.footer_table(line, _WORDS, parts.picture(relation, number, "Kode salinan", _SIDE, _SIDE))


def box(code: CopyCode, paraf: Sequence[str] = ()) -> str:
    """Return the box for initials: labelled on copy 2 (``paraf``, else the usual labels), empty and as high on copy 1."""
    return parts.paraf_box(paraf or parts.PARAF_LABELS) if code.copy == COPIES else parts.empty_box()
