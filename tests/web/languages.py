"""What stands on a page in which language, and which words tell that a language stands where it should not.

The telling words are taken from the program itself: every message, in its two languages.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html.parser import HTMLParser

from tools.catalogue import kept

_LEAST = 13
"""Letters of a piece of a sentence that is looked for."""
_SHORT = 8
_PLACE = re.compile(r"\{[^}]*\}")
_SAID = ("title", "alt", "aria-label", "placeholder")
_VOID = {"meta", "link", "input", "img", "br", "hr", "col", "rect", "path", "line", "circle", "use"}
_NO_WORDS = {"style", "script", "code", "textarea"}
_TELLING = {
    "id": "yang|dan|belum|tidak|dengan|untuk|dari|sudah|pada|oleh|atau|dapat|akan|ini|itu|bila|karena|hanya|setiap|sebelum|"
    "sesudah|kepada|tanpa|lembar|halaman|jumlah|korban|pelapor|tanggal|bulan|menurut|satuan|keperluan|selesai|terdaftar",
    "en": "the|of|and|with|not|for|is|are|was|were|has|have|been|this|that|which|from|until|without|nobody|only|"
    "every|before|after|waits|already|victim|sheet|chair|clerk",
}
"""Words that stand in nearly every sentence of a language, and are neither account nor name of a file."""
_WORD = {
    lang: re.compile(rf"(?<![\w./“\[-])(?:{words})(?![\w/”-]|\.\w)", re.IGNORECASE)
    for lang, words in _TELLING.items()
}


class Seen(HTMLParser):
    """A page taken apart: ``said`` holds (language, words) of its texts and of what is read aloud, ``links`` where it leads."""

    def __init__(self, page: str, language: str) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []
        self.links: list[str] = []
        self._open: list[tuple[str, str]] = [("", language)]
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says of itself, and its language."""
        given = {name: value or "" for name, value in attrs}
        language = given.get("lang") or self._open[-1][1]
        self.said += [(language, given[name]) for name in _SAID if given.get(name)]
        self.links += [given[name] for name in ("href", "hx-get") if given.get(name) and tag != "link"]
        if tag not in _VOID:
            self._open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, with what was left open in it."""
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        """Note words."""
        tag, language = self._open[-1]
        if data.strip() and tag not in _NO_WORDS:
            self.said.append((language, " ".join(data.split())))


@cache
def _texts() -> tuple[tuple[str, str], ...]:
    """Return both languages of every text of the program that differ."""
    return tuple(
        sorted({(str(text.string), str(text.id)) for text in kept() if text.id and text.id != text.string})
    )


def _without(words: str, known: Iterable[str]) -> str:
    for text in known:
        if len(text) > _SHORT:
            words = words.replace(text, "")
    return words


def _pieces(text: str) -> Iterator[str]:
    for piece in _PLACE.split(text):
        if len(piece.strip(" .,;:()“”")) >= _LEAST:
            yield piece.strip(" .,;:()“”")


@cache
def pieces(language: str) -> frozenset[str]:
    """Return what tells of ``language``: pieces of its sentences that the other language does not have."""
    place = ("id", "en").index(language)
    others = "\n".join(text[1 - place] for text in _texts())
    parts = {piece for text in _texts() for piece in _pieces(text[place])}
    return frozenset(piece for piece in parts if piece not in others)


def strange(page: str, language: str, stored: Iterable[str] = ()) -> list[str]:
    """Return what of a page in ``language`` is said in the other one and is not marked so.

    What is ``stored`` or stands on the page as marked does not count where it is said again, as in the name of a link.
    """
    other = "en" if language == "id" else "id"
    seen = Seen(page, language).said
    known = sorted({*stored, *(words for marked, words in seen if marked == other)}, key=len, reverse=True)
    texts = list(dict.fromkeys(_without(words, known) for marked, words in seen if marked == language))
    whole = "\n".join(texts)
    matches = [piece for piece in pieces(other) if piece in whole]
    return [*matches, *(words for words in texts if _WORD[other].search(words))]
