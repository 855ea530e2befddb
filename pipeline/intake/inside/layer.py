"""Whether the text of a PDF page is what the page shows; poor, broken or hidden text is not believed.

A letter counts where the page without text differs. Accepted risk: visible letters of a lying font.
"""

from collections.abc import Sequence

from pypdfium2 import raw
from rapidfuzz import fuzz, process

from pipeline.intake.inside.marks import has_stand_in, is_crowded, seen_of
from pipeline.intake.inside.pages import PdfPages
from pipeline.intake.inside.paper import Grey
from pipeline.intake.inside.rows import Placed
from pipeline.intake.inside.unseen import INVISIBLE
from pipeline.intake.reading import Row

OTHER = "teks yang tersimpan di dalamnya tidak sama dengan yang tampak; yang dibaca gambarnya"
_DEEP = 4
_FEW, _SHARE = 3, 0.02  # letters, or a share of them, that may be hidden before the picture is read instead
_LONG, _ALIKE, _SAME, _MOST = 4, 75.0, 0.5, 300


def shown(pages: PdfPages, number: int, words: Sequence[Placed], grey: Grey) -> list[Placed] | None:
    """Return those ``words`` that the picture as received (``grey``) shows; None where it shows others.

    A hidden word is never taken, however short: a name needs few letters.
    """
    for item in pages.page(number).get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_DEEP):
        if raw.FPDFTextObj_GetTextRenderMode(item.raw) in INVISIBLE:
            return None
    if has_stand_in(pages, number):
        return None
    marks = seen_of(pages, number, grey)
    if len(marks) != len(words) or is_crowded([one for one in marks if one.is_seen]):
        return None
    seen = [word for word, mark in zip(words, marks, strict=True) if mark.is_seen]
    letters, drawn = _letters(words), _letters(seen)
    return seen if letters - drawn <= max(_FEW, _SHARE * letters) else None


def _letters(words: Sequence[Placed]) -> int:
    return sum(letter.isalnum() for word, _ in words for letter in word.text)


def is_other(pages: PdfPages, number: int, rows: Sequence[Row]) -> bool:
    """Tell whether the text of page ``number`` is another than what was read from its picture."""
    text = pages.page(number).get_textpage()
    held = text.get_text_range(count=min(text.count_chars(), 60_000)).lower().split()
    told = list(dict.fromkeys(one for one in held if len(one) >= _LONG))[:_MOST]
    read = {word.text.lower() for row in rows for word in row.words}
    if len(told) < _FEW:
        return False
    found = sum(
        one in read or bool(process.extractOne(one, read, scorer=fuzz.ratio, score_cutoff=_ALIKE))
        for one in told
    )
    return found < _SAME * len(told)
