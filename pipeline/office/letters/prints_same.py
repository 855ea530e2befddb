"""Step 11: an edited draft is approved only if its pages print what was read from it, checked and shown."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.kernel.errors import RangkapError, Text
from pipeline.letters.prints import differing
from pipeline.records.letters import Letter


class PrintsOtherwise(RangkapError):
    """The pages of an edited draft bear other words than the text that was checked; which is not told: names."""

    code = "office.prints_otherwise"
    said = Text(
        "Halaman surat {letter} akan mencetak tulisan yang lain dari yang dibaca dan diperiksa ({more} kata lebih, {less} "
        "kata kurang), jadi tidak disetujui. Ada sesuatu dalam suntingannya yang tidak terbaca. Kembalikan: rangkap review "
        "{case} --return, lalu ajukan konsep baru.",
        "The pages of letter {letter} would print other words than were read and checked ({more} more, {less} fewer), so it "
        "is not approved. Something in the edit cannot be read. Return it: rangkap review {case} --return, then draft anew.",
    )


def need_same(letter: Letter, pdfs: Sequence[bytes], said: Sequence[str]) -> None:
    """Compare the PDF of each copy with what it ``said``, where the draft was edited. Raises PrintsOtherwise."""
    for pdf, text in zip(pdfs, said, strict=True) if letter.edited else ():
        more, less = differing(pdf, text)
        if more or less:
            raise PrintsOtherwise(letter=letter.id, case=letter.case, more=more, less=less)
