"""Figures on a page, as the language of the reader writes them: a comma before the parts of one and points between thousands, or the other way round."""

from __future__ import annotations

_TURNED = str.maketrans(",.", ".,")


def figure(value: float, lang: str, places: int = 0) -> str:
    """Return ``value`` with ``places`` after the comma: 63.812 and 1,4 in Indonesian, 63,812 and 1.4 in English."""
    said = f"{value:,.{places}f}"
    return said if lang == "en" else said.translate(_TURNED)
