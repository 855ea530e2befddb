"""Where and when a person of trust is reached, by the words that follow her name.

Hours are taken with the word that allows or forbids them: half of them says the opposite.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.intake import rules
from pipeline.intake.suggest.document import Document, abbreviated

_MARK = re.compile(r"[,;!?]|\((?!\+?\d{2,4}\))|(?<!\(\d{3})(?<!\(\d{4})\)|\.(?=\s|$)")
_CALL = (
    r"(?:(?:no(?:mor)?\.?\s*)?(?:HP|telepon|telp?|tlpn?|WA|whatsapp|SMS)\b\.?"
    r"(?:\s*/\s*(?:HP|WA))?(?:nya\b|\s+beliau)?\s*:?\s*)"
)
_NUMBER = r"(?:\(?\+?\s?62\)?[\s\-.]?|0)8\d{1,2}(?:[\s\-.]?\d){5,10}(?!\d)|\(?0\d{2,3}\)?[\s\-]\d{5,8}(?!\d)"
_PHONE = re.compile(rf"{_CALL}?(?:{_NUMBER})", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:pukul|jam)\s*\d|\b\d\d?[.:]\d\d\b", re.IGNORECASE)
_HER = re.compile(r"\b(?:saya|kami|ulun|aku|suami|istri|pelaku|terlapor)\b", re.IGNORECASE)
_SOFT = re.compile(r"(?:(?:jadi|mohon|tolong|harap|tetapi|tapi|dan|atau|beliau)\s+)+", re.IGNORECASE)
_KIN = re.compile(r"[a-z]+(?:\s+[a-z]+){0,3}")
_SENTENCES = 2  # sentences after the one with her name that may still tell it


@dataclass(frozen=True)
class Stretch:
    """A piece of text that tells a ``kind``: place, phone, hours."""

    kind: str
    start: int
    end: int


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(rules.table("contact")["reach"][name])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return rules.pattern(rules.table("contact")["reach"][name])


def reach(document: Document, start: int) -> list[Stretch]:
    """Return what is told of place, telephone and hours from ``start`` (the end of her name) on.

    Two further sentences may add a number or hours, if they speak of calling and of nobody else.
    """
    text = document.text
    found: list[Stretch] = []
    own, kin, closed = True, 0, 0
    stop = next((line.start for line in document.lines if line.fresh and line.start > start), len(text))
    for begin, end, closes in _between(text, start, stop):
        after_hours = bool(found) and found[-1].kind == "hours"
        told = list(_first(text, begin, end, after_hours) if own else _later(text, begin, end, found))
        found += told
        if own and not told and text[begin:end].strip():
            kin += 1
            own = kin == 1 and _is_kin(document.value(begin, end))
        own = own and not closes and (not told or not text[told[-1].end : end].strip())
        closed += closes
        if closed > _SENTENCES:
            break
    return found


def is_place(word: str) -> bool:
    """Tell whether a word begins an address ("Jl.") and no name."""
    return _plain(word) in _words("place")


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    begin = start
    for mark in _MARK.finditer(text, start, end):
        if abbreviated(text, mark.start()):
            continue
        yield begin, mark.start(), mark[0] in ".!?"
        begin = mark.end()
    yield begin, end, True


def _is_kin(words: str) -> bool:
    # "tetangga saya", "bidan desa"
    others = words.split()[:-1] if words.split()[-1:] in (["saya"], ["kami"], ["ulun"]) else words.split()
    return _KIN.fullmatch(words) is not None and not any(word in _words("stop") for word in others)


def tells_time(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch speaks of a time of day or a day of the week."""
    return bool(_CLOCK.search(text, start, end) or _pattern("time").search(text, start, end))


def _first(text: str, start: int, end: int, after_hours: bool) -> Iterator[Stretch]:
    position = _next(text, start, end)
    if after_hours and tells_time(text, position, end) and not _HER.search(text, position, end):
        yield Stretch("hours", position, _trimmed(text, position, end))
        return
    while position < end:
        one = _phone(text, position, end) or _hours(text, position, end) or _place(text, position, end)
        if one is None:
            return
        yield one
        position = _next(text, one.end, end)


def _later(text: str, start: int, end: int, found: list[Stretch]) -> Iterator[Stretch]:
    position = _next(text, start, end)
    one = _phone(text, position, end)
    if one and not any(known.kind == "phone" for known in found):
        yield one
        position = _next(text, one.end, end)
    if not tells_time(text, position, end) or _HER.search(text, position, end):
        return
    if _pattern("calling").search(text, position, end) or _is_nothing_but_time(text[position:end]):
        yield Stretch("hours", position, _trimmed(text, position, end))


def _is_nothing_but_time(words: str) -> bool:
    known = _words("hours") | _words("time") | _words("besides")
    return all(word in known or any(c.isdigit() for c in word) for word in map(_plain, words.split()))


def _phone(text: str, start: int, end: int) -> Stretch | None:
    found = _PHONE.match(text, start, end)
    return Stretch("phone", start, found.end()) if found else None


def _hours(text: str, start: int, end: int) -> Stretch | None:
    word = re.compile(r"\S+").match(text, start, end)
    if word is None or _plain(word[0]) not in _words("hours") or not tells_time(text, start, end):
        return None
    return Stretch("hours", start, _trimmed(text, start, end))


def _place(text: str, start: int, end: int) -> Stretch | None:
    # Goes on until a word that tells something else
    first, stop, led, cut = -1, start, False, False
    for word in re.compile(r"\S+").finditer(text, start, end):
        plain = _plain(word[0])
        if first < 0 and plain in _words("lead"):
            led = led or plain == "di"
            continue
        if first < 0:
            known = {plain, plain.partition(".")[0]} & _words("place")
            if not (known or led or word[0][0].isupper()) or plain in _words("stop"):
                return None
            first = word.start()
        elif plain in _words("stop"):
            cut = True
            break
        elif _hours(text, word.start(), end) or _phone(text, word.start(), end):
            break
        stop = word.end()
    if first < 0 or (cut and all(_plain(word) in _words("place") for word in text[first:stop].split())):
        return None  # "rumah suami saya" names no place of hers
    return Stretch("place", first, _trimmed(text, first, stop))


def _plain(word: str) -> str:
    return word.strip(".,:;()'\"“”").lower()


def _next(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in ":-"):
        start += 1
    soft = _SOFT.match(text, start, end)
    return soft.end() if soft else start


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
