"""Which fonts does a template use, are they installed, and which one would stand in?

Another font breaks lines elsewhere, so that a letter checked here may look different on paper. A
stand-in that is made to the same widths (Liberation Sans for Arial) changes nothing and is not told.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.kernel.errors import Text
from pipeline.letters import package
from pipeline.letters.lint_flaw import WARNING, Flaw, Place, flaw
from pipeline.letters.lint_paragraphs import own, paragraphs
from pipeline.letters.lint_styles import Look

_W = f"{{{package.W}}}"
_SAME_WIDTHS = {
    "arial": {"liberation sans", "arimo"},
    "helvetica": {"liberation sans", "nimbus sans", "arimo"},
    "times new roman": {"liberation serif", "tinos"},
    "times": {"liberation serif", "nimbus roman", "tinos"},
    "courier new": {"liberation mono", "cousine"},
    "calibri": {"carlito"},
    "cambria": {"caladea"},
}
_SYMBOLS = frozenset(("symbol", "wingdings", "webdings", "opensymbol", "segoe ui symbol"))
_PATIENCE = 10.0


def fonts(parts: Mapping[str, bytes], chosen: str) -> dict[str, Place]:
    """Return the fonts of all text with the place of the first; ``chosen`` stands for Arial, as in a letter."""
    look = Look(parts)
    found: dict[str, Place] = {}
    for name in package.text_parts(parts):
        for one in paragraphs(package.parse(parts[name], name), name):
            for run in own(one.element, "r"):
                if "".join(text.text or "" for text in run.iter(f"{_W}t")).strip():
                    font = look.font(run)
                    found.setdefault(chosen if font == "Arial" else font, one.place)
    return found


def missing(parts: Mapping[str, bytes], chosen: str) -> Iterator[Flaw]:
    """Yield a warning for each font that is not installed, with the one that stands in."""
    for font, place in fonts(parts, chosen).items():
        stands_in = stand_in(font)
        if stands_in:
            yield flaw("font", Text("huruf “{font}” tidak terpasang; “{other}” menggantikannya dan baris dapat berubah.",
                                    "the font “{font}” is not installed; “{other}” stands in and lines may break elsewhere."),
                       Text("Minta admin memasang huruf itu, atau pakai huruf lain.",
                            "Ask the admin to install the font, or use another."), place,
                       severity=WARNING, font=font[:60], other=stands_in)  # fmt: skip


@cache
def stand_in(font: str) -> str:
    """Return the font that would stand in for ``font``; empty where it is installed or has an equal."""
    wanted = font.strip().casefold()
    if wanted in _SYMBOLS or shutil.which("fc-match") is None:
        return ""
    escaped = "".join(f"\\{one}" if one in "\\-:," else one for one in font)
    done = subprocess.run(
        ["fc-match", "--format=%{family}", "--", escaped],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=False,
    )  # fmt: skip
    families = [one.strip() for one in done.stdout.decode("utf-8", "replace").split(",") if one.strip()]
    known = {one.casefold() for one in families}
    if not families or wanted in known or known & _SAME_WIDTHS.get(wanted, set()):
        return ""
    return families[0]
