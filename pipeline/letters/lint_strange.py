"""Writing that looks like plain letters and is not: symbols, struck text, old text boxes, lookalike and unseen characters.

A rule that looks for a word does not find it where one of its letters is Cyrillic or a character without width stands
between them; a symbol or the text of a drawn shape is printed and never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from pipeline.kernel.errors import Text
from pipeline.letters import package
from pipeline.letters.lint_flaw import Flaw, flaw
from pipeline.letters.lint_paragraphs import Paragraph, own

_W = f"{{{package.W}}}"
_V, _O = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
_SHAPES = ("shape", "rect", "roundrect", "oval", "line", "polyline", "arc", "curve")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TRACKED = frozenset(f"{_W}{one}" for one in ("del", "moveFrom"))
LOOKALIKE = re.compile(
    "[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff\u1d00-\u1d7f\ua4d0-\ua4ff\uff21-\uff3a\uff41-\uff5a"
    "\U0001d400-\U0001d7ff]"
)
"""Letters of scripts that look like Latin ones: Greek, Cyrillic, Armenian, Cherokee, small capitals, Lisu, full width."""
UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff]"
)
"""Characters that take no room on paper, or turn the direction of the text."""

SYMBOL = Text(
    "ada simbol dari Sisipkan > Simbol, yang tidak dibaca.",
    "there is a symbol from Insert > Symbol, which is not read.",
)
STRUCK = Text(
    "ada teks yang ditandai terhapus, di luar Track Changes.",
    "there is text marked as deleted, outside Track Changes.",
)
DRAWN = Text("ada bentuk atau kotak teks lama (VML): tulisannya tidak dibaca, dan ia dapat menutupi surat.",
             "there is an old shape or text box (VML): its text is not read, and it may cover the letter.")  # fmt: skip


def strange(everything: Iterable[Paragraph]) -> Iterator[Flaw]:
    """Yield what in each paragraph is not read as it is printed."""
    for one in everything:
        found = one.element
        if next(own(found, "sym"), None) is not None:
            yield flaw("symbol", SYMBOL, Text("Hapus simbol itu, lalu ketik huruf atau tanda biasa.",
                                              "Remove the symbol and type a plain letter or sign."), one.place)  # fmt: skip
        if any(_TRACKED.isdisjoint(up.tag for up in each.iterancestors()) for each in own(found, "delText")):
            yield flaw("deleted-text", STRUCK, Text("Hapus paragraf itu, lalu ketik ulang.",
                                                    "Remove the paragraph and type it again."), one.place)  # fmt: skip
        if any(is_drawn(each) for each in own(found, "pict")):
            yield flaw("drawn-text", DRAWN, Text("Pindahkan tulisannya, bila ada, ke paragraf atau sel tabel biasa, lalu hapus bentuknya.",
                                                 "Move its text, if any, to a plain paragraph or cell, then remove the shape."), one.place)  # fmt: skip
        for code, said, signs in characters(one.text):
            yield flaw(code, said, Text("Hapus dan ketik ulang kata itu di Word, jangan ditempel.",
                                        "Remove that word and type it again in Word; do not paste it."), one.place, signs=signs)  # fmt: skip


def characters(text: str) -> Iterator[tuple[str, Text, str]]:
    """Yield the code of the flaw, its sentence (with ``{signs}``) and the characters of ``text`` it is about."""
    for code, pattern, said in (
        ("lookalike", LOOKALIKE, Text("ada huruf yang mirip huruf Latin tetapi bukan: {signs}.",
                                      "there are letters that look Latin and are not: {signs}.")),
        ("unseen-character", UNSEEN, Text("ada karakter yang tidak terlihat: {signs}.",
                                          "there are characters that are not seen: {signs}.")),
    ):  # fmt: skip
        found = sorted(set(pattern.findall(text)))
        if found:
            yield code, said, ", ".join(f"U+{ord(one):04X}" for one in found[:5])


def is_drawn(picture: etree._Element) -> bool:
    """Tell whether a VML picture is a shape of its own, with text or without, and neither a bitmap nor a rule."""
    if any(one.tag == _FALLBACK for one in picture.iterancestors()):
        return False
    shapes = (one for name in _SHAPES for one in picture.iter(f"{_V}{name}"))
    return any(one.find(f"{_V}imagedata") is None and one.get(f"{_O}hr") is None for one in shapes)
