"""What a paper with a code of ours is called when it comes in."""

from __future__ import annotations

from pipeline.kernel import ids
from pipeline.kernel.errors import Text
from pipeline.kernel.ids import CopyCode
from pipeline.office.base.letter_kinds import WORDS
from pipeline.records import letters, sheets


def paper_of(code: CopyCode) -> tuple[str, Text]:
    """Return what a paper with a code of ours is: the word for what became of it, and its name in words."""
    if ids.is_sheet(code.letter):
        kind = sheets.get(code.letter).kind
        return "sheet", Text(f"Lembar {kind} {code.letter}", f"Decision sheet ({kind}) {code.letter}")
    if ids.is_page(code.letter):
        said = Text(
            f"Salinan ke-{code.copy} lembar pengesahan register", f"Copy {code.copy} of the register page"
        )
        return "page", said
    word = WORDS[letters.get(code.letter).kind]
    return "copy", Text(f"Salinan ke-{code.copy} {word.id}", f"Copy {code.copy} of the {word.en}")
