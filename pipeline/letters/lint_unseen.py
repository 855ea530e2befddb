"""Is a run of text to be seen on paper: dark enough on its ground, of a usual width and height, and on the page?"""

from __future__ import annotations

import re

from lxml import etree

from pipeline.letters import package
from pipeline.letters.lint_styles import Look

_W = f"{{{package.W}}}"
_PALE = 0.25
"""Text whose brightness differs less from that of its ground cannot be read (0 black, 1 white)."""
_NARROWEST, _TIGHTEST, _HIGHEST = 50, -60, 48
"""Per cent of the usual width; twips between letters; half points above or below the line."""
_LOWEST, _FARTHEST = 80, 9000
"""Twips: the least height of a line, and how far in from the margin text may begin."""
_PAINTED = {
    "black": 0.0,
    "white": 1.0,
    "yellow": 0.9,
    "cyan": 0.7,
    "green": 0.6,
    "magenta": 0.3,
    "lightGray": 0.75,
}
_GROUNDS = ("pPr", "tcPr", "tblPr")
_WHITE_THEMES = frozenset(("background1", "background2", "light1", "light2"))


def is_unseen(run: etree._Element, look: Look) -> bool:
    """Tell whether text has the colour of what lies behind it, or nearly; automatic colour is always seen."""
    colour = look.mark(run, "color")
    ground = _ground(run, look)
    if colour is None:
        return False
    if colour.get(f"{_W}themeColor") in _WHITE_THEMES and not ground < 1 - _PALE:
        return True
    bright = _brightness(str(colour.get(f"{_W}val", "auto")))
    return bright is not None and abs(bright - ground) < _PALE


def is_squeezed(run: etree._Element, paragraph: etree._Element, look: Look) -> bool:
    """Tell whether text is too narrow, its line too low, or its place so far away that nobody reads it on paper."""
    scale, gap, lift = (_number(look.mark(run, tag), "val") for tag in ("w", "spacing", "position"))
    if (scale is not None and scale < _NARROWEST) or (gap is not None and gap < _TIGHTEST):
        return True
    if (lift is not None and abs(lift) > _HIGHEST) or look.mark(run, "fitText") is not None:
        return True
    return any(_is_far(one) for one in look.paragraphs(paragraph)) or any(
        _is_low(one) for one in paragraph.iterancestors(f"{_W}tr")
    )


def _is_far(properties: etree._Element) -> bool:
    """Tell whether the look of a paragraph puts it into a frame, far off, or into a line of no height."""
    if properties.find(f"{_W}framePr") is not None:
        return True
    spacing, indent = properties.find(f"{_W}spacing"), properties.find(f"{_W}ind")
    if spacing is not None and spacing.get(f"{_W}lineRule") == "exact":
        line = _number(spacing, "line")
        if line is not None and line < _LOWEST:
            return True
    elif (line := _number(spacing, "line")) is not None and line < _LOWEST and _rule(spacing) == "auto":
        return True
    steps = [_number(indent, tag) or 0 for tag in ("left", "start", "right", "end", "firstLine", "hanging")]
    return max(steps) > _FARTHEST or min(steps) < -2000


def _rule(spacing: etree._Element | None) -> str:
    return "auto" if spacing is None else str(spacing.get(f"{_W}lineRule", "auto"))


def _is_low(row: etree._Element) -> bool:
    height = row.find(f"{_W}trPr/{_W}trHeight")
    size = _number(height, "val")
    return height is not None and height.get(f"{_W}hRule") == "exact" and size is not None and size < _LOWEST


def _ground(run: etree._Element, look: Look) -> float:
    """Return how bright it is behind ``run``: its own shading, that of its paragraph, cell or table; else the paper."""
    painted = look.mark(run, "highlight")
    if painted is not None and painted.get(f"{_W}val") != "none":
        return _PAINTED.get(str(painted.get(f"{_W}val")), 0.2)
    around = (one.find(f"{_W}{name}/{_W}shd") for one in run.iterancestors() for name in _GROUNDS)
    for shade in (look.mark(run, "shd"), *around):
        bright = _brightness(str(shade.get(f"{_W}fill", "auto"))) if shade is not None else None
        if bright is not None:
            return bright
    return 1.0


def _brightness(colour: str) -> float | None:
    if colour.lower() in _PAINTED:
        return _PAINTED[colour.lower()]
    if not re.fullmatch("[0-9a-fA-F]{6}", colour):
        return None
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _number(one: etree._Element | None, name: str) -> float | None:
    given = str(one.get(f"{_W}{name}", "")) if one is not None else ""
    found = re.fullmatch(r"([+-]?\d+(?:\.\d+)?)%?", given)
    return float(found[1]) if found else None
