"""Text that is there but not seen: hidden, white on white, or of no size. It would be printed, or be lost, unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline.kernel.errors import Text
from pipeline.letters import package
from pipeline.letters.lint_flaw import Flaw, flaw
from pipeline.letters.lint_paragraphs import own, paragraphs, text_of
from pipeline.letters.lint_styles import Look
from pipeline.letters.lint_unseen import is_squeezed, is_unseen

_W = f"{{{package.W}}}"
_OFF = {"0", "false", "off"}
_ONLY_TAG = re.compile(r"\s*\{%(?:p|tr)\s[^%]*%\}\s*")
_SMALLEST = 6
"""Half points; smaller text cannot be read."""
_SHOW = Text(
    "Tampilkan semua tanda di Word (Ctrl+Shift+8), lalu hapus teks itu atau kembalikan hurufnya.",
    "Show all marks in Word (Ctrl+Shift+8), then remove that text or give it back its look.",
)


def hidden(parts: Mapping[str, bytes]) -> Iterator[Flaw]:
    """Yield the paragraphs in which text is hidden."""
    look = Look(parts)
    for name in package.text_parts(parts):
        for one in paragraphs(package.parse(parts[name], name), name):
            reasons = dict.fromkeys(_reasons(one.element, look))
            for said in reasons:
                yield flaw("hidden", said, _SHOW, one.place)


def _reasons(paragraph: etree._Element, look: Look) -> Iterator[Text]:
    marked = [mark for mark in own(paragraph, "vanish", "webHidden") if mark.get(f"{_W}val", "1") not in _OFF]
    if marked:
        yield Text("ada teks tersembunyi.", "there is hidden text.")
    is_tag = _ONLY_TAG.fullmatch(text_of(paragraph)) is not None  # it vanishes when the letter is made
    for run in own(paragraph, "r"):
        if is_tag or not "".join(one.text or "" for one in run.iter(f"{_W}t")).strip():
            continue
        if not marked and (look.is_on(run, "vanish") or look.is_on(run, "webHidden")):
            yield Text("ada teks tersembunyi.", "there is hidden text.")
        size = look.mark(run, "sz")
        if is_unseen(run, look):
            yield Text(
                "ada huruf putih atau pucat, tidak terlihat di kertas.",
                "there is white or pale text, unseen on paper.",
            )
        if is_squeezed(run, paragraph, look):
            yield Text(
                "ada teks yang dimampatkan atau di luar halaman.", "there is text squeezed or off the page."
            )
        points = str(size.get(f"{_W}val", "")) if size is not None else ""
        if points.isdigit() and int(points) < _SMALLEST:
            yield Text("ada huruf yang terlalu kecil untuk dibaca.", "there is text too small to read.")
