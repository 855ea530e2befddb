"""What reading a document yields: pages of rows of words with their boxes, and suggestions."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[int, int, int, int]
"""x0, y0, x1, y1 in pixels of the page picture as received (200 dpi)."""


@dataclass(frozen=True)
class Word:
    """One word with its box and the confidence (0..1) of the reader."""

    text: str
    box: Box
    confidence: float


@dataclass(frozen=True)
class Row:
    """One visual row, left to right."""

    words: tuple[Word, ...]


@dataclass(frozen=True)
class Page:
    """One page; ``source`` is "ocr" or "text", ``codes`` the raw payloads of its QR codes."""

    number: int
    width: int
    height: int
    rows: tuple[Row, ...]
    source: str
    confidence: float
    rotation: int
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Suggestion:
    """A value for one field: as written, in normal form, how sure, where it stands, what else it may be."""

    value: str
    normal: str
    confidence: float
    page: int
    box: Box | None
    alternatives: tuple[str, ...] = ()
