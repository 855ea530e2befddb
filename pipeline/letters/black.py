"""Proposes what to black out on the victim's copy: everybody but herself (UU 12/2022, UU 31/2014).

A person still has to find handwriting, pictures and people in no field.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from pipeline.cases import contacts
from pipeline.cases.likeness import Likeness, may_be_person, of_places, says_the_same
from pipeline.cases.privacy import initials
from pipeline.cases.sounds import names_in, sound
from pipeline.cases.values import Values, flag, items, known_name, text
from pipeline.intake.reading import Box, Page
from pipeline.letters.names import ABBREVIATED, COMMON, PLACES, TITLES

TYPED = "diketik"
_NAMES = (
    ("reporter_name", "nama pelapor"), ("reported_name", "nama terlapor"), ("guardian_name", "nama wali"),
    *((name, "nama kontak aman") for name in contacts.NAMES), ("companion_name", "nama pendamping"), ("sender", "nama pengirim"), ("other_victims", "nama korban lain"),
    ("other_reported", "nama terlapor lain"), ("witnesses", "nama saksi"),
)  # fmt: skip
_ADDRESSES = (
    ("reporter_address", "alamat pelapor"), ("reported_address", "alamat terlapor"),
    *((name, "alamat kontak aman") for name in contacts.ADDRESSES), ("sender_address", "alamat pengirim"),
)  # fmt: skip
_NUMBERS = (
    ("reporter_phone", "telepon pelapor"), ("reported_phone", "telepon terlapor"), ("guardian_phone", "telepon wali"),
    *((name, "telepon kontak aman") for name in contacts.PHONES), ("caller_number", "nomor penelepon"), ("reporter_nik", "NIK pelapor"),
)  # fmt: skip
_LEADING = TITLES - {"anak", "nama", "bernama", "terlapor", "korban", "pelapor", "saksi", "wali", "keluarga", "si", "sang"}  # fmt: skip
_ROLES = {"ketua", "kepala", "camat", "lurah", "bupati", "gubernur", "pimpinan", "direktur", "wali", "guru"}
_AROUND = {"rt", "rw", "no", "nomor", "di", "rumah", "alamat", "dan", "samping", "depan", "belakang"}
_OF_STREETS = frozenset(map(sound, PLACES | _AROUND))
_LOOKALIKE = str.maketrans("OoQDIl|SsBZ", "00001115582")
_READ_AS = {"0": "o", "1": "l", "5": "s", "8": "b", "|": "l"}
_NUMBER = re.compile(r"[+(]?[\dOoIl|][\dOoQDIl|SsBZ().\-\u2011–/]*")
_STAYS = re.compile(
    r"\d{1,2}[-./]\d{1,2}[-./](?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2}"  # a day
    r"|\d{1,2}[.:]\d{2}(?:[-–]\d{1,2}[.:]\d{2})?"  # a time
    r"|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"  # money
    r"|(?:[A-Z]-)?\d{4}-\d{4}(?:-\d{1,3})?"  # a case, a letter, an agenda number of ours
)
_LONG, _LONGER, _DIGITS, _REACH, _BEHIND, _LETTERS = 5, 9, 8, 8, 3, 12
_NEAR, _CLIMB, _MARGIN, _ROOM = 1.5, 0.3, 0.12, 3

Place = tuple[int, int, int]
"""Page, row and word, each from 0."""
Marked = Iterator[tuple[int, str]]
"""Numbers of words, each with why."""


@dataclass(frozen=True)
class Find:
    """One place on ``page`` (from 1)."""

    page: int
    box: Box
    words: str
    why: str


@dataclass(frozen=True)
class Wanted:
    """Plain forms sought, each with why; ``own`` is the victim's, ``free`` the office's."""

    names: tuple[tuple[frozenset[str], str], ...] = ()
    initials: tuple[tuple[str, str], ...] = ()
    streets: tuple[tuple[frozenset[str], str], ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()
    phrases: tuple[tuple[tuple[str, ...], str], ...] = ()
    own: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()
    free_numbers: frozenset[str] = frozenset()

    @property
    def others(self) -> frozenset[str]:
        """Words of all names sought."""
        return frozenset().union(*(names for names, _ in self.names))


@dataclass(frozen=True)
class _Word:
    text: str
    place: Place
    forms: tuple[str, ...]
    is_shouted: bool

    @property
    def plain(self) -> str:
        return self.text.strip(".,;:!?()\"'").casefold()

    @property
    def is_capital(self) -> bool:
        return next((sign.isupper() for sign in self.text if sign.isalpha()), False)

    @property
    def is_closed(self) -> bool:
        is_short = len(self.plain) == 1 or self.plain in ABBREVIATED
        return self.text[-1:] in (",", ";", ":", "!", "?", ")") or (self.text[-1:] == "." and not is_short)


def is_own_report(values: Values) -> bool:
    """Whether the victim complained: the reporter's fields are hers."""
    return flag(values, "reporter_is_victim") and not flag(values, "is_institution")


def wanted_of(values: Values, *, office: Iterable[str] = (), typed: Iterable[str] = ()) -> Wanted:
    """``office`` are texts of its own, ``typed`` a person's words."""
    is_own, is_institution = is_own_report(values), flag(values, "is_institution")
    victim = known_name(values, "victim_name") or (known_name(values, "reporter_name") if is_own else "")
    words = " ".join(office)
    whose = ("victim", "reporter") if is_own else ("victim",)
    homes = [home for who in whose if (home := text(values, f"{who}_address"))]
    mine = [text(values, f"{who}_{suffix}") for who in whose for suffix in ("phone", "nik")]
    mine += [text(values, "caller_number")] if is_own else []
    stays = {_digits(number) for number in (*mine, *re.findall(r"[\d() .-]{6,}", words))}
    institution = ("sender", "sender_address", "letter_number") if is_institution else ()
    others = list(_persons(values, victim, is_own=is_own, is_institution=is_institution))
    phrases = [(phrase, TYPED) for phrase in typed]
    phrases += [(text(values, name), "lembaga pelapor") for name in institution]
    return Wanted(
        names=tuple((_name(name), why) for name, why in others),
        initials=tuple((initials(name), why) for name, why in others if initials(name) != initials(victim)),
        streets=tuple(_homes(values, homes, frozenset(_forms(f"{words} {' '.join(homes)}")), is_own=is_own)),
        numbers=tuple((_digits(text(values, name)), why) for name, why in _NUMBERS if text(values, name)),
        phrases=tuple((forms, why) for phrase, why in phrases if (forms := _forms(phrase))),
        own=_name(victim),
        free=frozenset(_forms(words)),
        free_numbers=frozenset(stays),
    )


def _persons(values: Values, victim: str, *, is_own: bool, is_institution: bool) -> Iterator[tuple[str, str]]:
    for field, why in _NAMES:
        rows = items(values, field) or (known_name(values, field),)
        for name in (row.partition(",")[0].strip() for row in rows):
            is_hers = _name(name) == _name(victim) or (is_own and field == "reporter_name")
            is_hers |= is_own and field == "sender" and bool(victim) and may_be_person(name, victim)
            if _name(name) and not is_hers and not (field == "sender" and is_institution):
                yield name, why


def _homes(
    values: Values, mine: Sequence[str], known: frozenset[str], *, is_own: bool
) -> Iterator[tuple[frozenset[str], str]]:
    for field, why in _ADDRESSES:
        written = text(values, field)
        is_hers = is_own and field in ("reporter_address", "sender_address")
        if is_hers or says_the_same(written) or any(of_places(written, own) is Likeness.SAME for own in mine):
            continue
        telling = {word for word in _forms(written) if len(word) > 3 and word.isalpha()}
        if words := frozenset(telling - known - _OF_STREETS):
            yield words, why


def finds(pages: Sequence[Page], wanted: Wanted) -> list[Find]:
    """In reading order; adjoining words are one place."""
    words, why = _words(pages), dict[Place, str]()
    for rule in (_phrases, _named, _titled, _streets, _numbers, _mails):
        for at, reason in rule(words, wanted):
            why.setdefault(words[at].place, reason)
    return [find for find in _boxes(pages, why) if find.box[0] < find.box[2] and find.box[1] < find.box[3]]


def _words(pages: Sequence[Page]) -> list[_Word]:
    rows = [((page_at, at), row) for page_at, page in enumerate(pages) for at, row in enumerate(page.rows)]
    shouted = [row.text.isupper() and sum(sign.isalpha() for sign in row.text) > 3 for _, row in rows]
    return [
        _Word(word.text, (*place, at), _forms(word.text), is_shouted)
        for (place, row), is_shouted in zip(rows, shouted, strict=True)
        for at, word in enumerate(row.words)
    ]


@lru_cache(maxsize=65536)
def _forms(written: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode()
    plain = re.sub(r"(?<=[A-Za-z])['`-](?=[A-Za-z])", "", plain).lower()
    plain = re.sub(r"(?<=[a-z])[0158|](?=[a-z])", lambda match: _READ_AS[match[0]], plain)
    return tuple(sound(word) if word.isalpha() else word for word in re.findall(r"[a-z0-9]+", plain))


def _name(name: str) -> frozenset[str]:
    return frozenset(sound(word) for words in names_in(name) for word in words if len(word) > 1)


def _digits(written: str) -> str:
    digits = re.sub(r"\D", "", written)
    return "0" + digits.removeprefix("62") if digits.startswith("628") else digits


@lru_cache(maxsize=65536)
def _is(form: str, wanted: str) -> bool:
    if form == wanted:
        return True
    allowed = 0 if len(wanted) < _LONG else 1 if len(wanted) < _LONGER else 2
    return bool(allowed) and (wanted in form or OSA.distance(form, wanted, score_cutoff=allowed) <= allowed)


def _bears(word: _Word, names: Iterable[str]) -> bool:
    matches = [form == name for form in word.forms for name in names if _is(form, name)]
    if not matches or word.plain in COMMON:
        return bool(matches) and word.is_capital and not word.is_shouted
    return word.is_capital or (any(matches) and len(word.plain) > 2)


def _beside(words: Sequence[_Word], at: int) -> Iterator[int]:
    if at and words[at - 1].place[:2] == words[at].place[:2] and not words[at - 1].is_closed:
        yield at - 1
    if at + 1 < len(words) and words[at + 1].place[:2] == words[at].place[:2] and not words[at].is_closed:
        yield at + 1


def _is_hers(words: Sequence[_Word], at: int, wanted: Wanted) -> bool:
    if not _bears(words[at], wanted.own):
        return False
    return not _bears(words[at], wanted.others) or any(
        _bears(words[beside], wanted.own) and not _bears(words[beside], wanted.others)
        for beside in _beside(words, at)
    )


def _is_open(words: Sequence[_Word], at: int, wanted: Wanted) -> bool:
    word = words[at]
    is_written = word.is_capital and not word.is_shouted and not any(map(str.isdigit, word.plain))
    return (
        is_written
        and word.plain not in _ROLES
        and not _is_hers(words, at, wanted)
        and not wanted.free.intersection(word.forms)
    )


def _named(words: Sequence[_Word], wanted: Wanted) -> Marked:
    for names, why in wanted.names:
        for at, word in enumerate(words):
            yield from ((part, why) for part in _parted(words, at, names))
            if not _bears(word, names) or _is_hers(words, at, wanted):
                continue
            yield at, why
            for beside in _beside(words, at):
                is_first = beside < at and (beside == 0 or words[beside - 1].is_closed)
                if words[beside].plain in _LEADING or (not is_first and _is_open(words, beside, wanted)):
                    yield beside, why
    for short, why in wanted.initials:
        yield from ((at, why) for at, word in enumerate(words) if word.text.rstrip(",;:") == short)


def _parted(words: Sequence[_Word], at: int, names: Iterable[str]) -> range:
    joined = words[at].plain.rstrip("-")
    for last in range(at + 1, min(at + _LETTERS, len(words))):
        joined += words[last].plain.rstrip("-")
        if not (words[at].forms and words[last].forms):
            break
        if len(joined) >= _LONG and sound(joined) in names:
            return range(at, last + 1)
    return range(0)


def _titled(words: Sequence[_Word], wanted: Wanted) -> Marked:
    for at in (at for at, word in enumerate(words) if word.plain in _LEADING):
        last, is_name = at, False
        while last + 1 in _beside(words, last) and last - at < _BEHIND:
            is_open = words[last + 1].plain not in TITLES and _is_open(words, last + 1, wanted)
            if not is_open and (is_name or words[last + 1].plain not in TITLES):
                break
            last, is_name = last + 1, is_name or is_open
        if is_name:
            yield from ((index, "nama sesudah sapaan") for index in range(at, last + 1))


def _streets(words: Sequence[_Word], wanted: Wanted) -> Marked:
    def is_of(at: int, telling: Iterable[str]) -> bool:
        known = _OF_STREETS.union(telling, wanted.free)
        return all(form.isdigit() or len(form) == 1 or form in known for form in words[at].forms)

    for telling, why in wanted.streets:
        for at, word in enumerate(words):
            if not _bears(word, telling) or _is_hers(words, at, wanted):
                continue
            first = last = at
            while first > 0 and at - first < _REACH and is_of(first - 1, telling):
                first -= 1
            while last + 1 < len(words) and last - at < _REACH and is_of(last + 1, telling):
                last += 1
            while words[first].plain in ("di", "dan"):
                first += 1
            yield from ((index, why) for index in range(first, last + 1))


def _phrases(words: Sequence[_Word], wanted: Wanted) -> Marked:
    flat = [(form, at) for at, word in enumerate(words) for form in word.forms]
    for phrase, why in wanted.phrases:
        for first in range(len(flat) - len(phrase) + 1):
            run = flat[first : first + len(phrase)]
            if all(_is(form, sought) for (form, _), sought in zip(run, phrase, strict=True)):
                yield from ((at, why) for _, at in run)


def _numbers(words: Sequence[_Word], wanted: Wanted) -> Marked:
    run: list[tuple[int, str]] = []
    for at, word in enumerate(words):
        digits = _number(word.text)
        is_on = bool(run) and words[run[-1][0]].place[:2] == word.place[:2]
        if not (digits and is_on and max(len(digits), len(run[-1][1])) < _DIGITS):
            yield from _judged(run, wanted)
            run = []
        run += [(at, digits)] if digits else []
    yield from _judged(run, wanted)


def _number(written: str) -> str:
    bare = written.strip(".,;:()[]\"'")
    number = max(_NUMBER.findall(bare), key=len, default="").strip(".,;:()-–/")
    digits = re.sub(r"\D", "", number.translate(_LOOKALIKE))
    is_part = len(number) < len(bare) and len(digits) < _DIGITS
    is_word = 2 * sum(map(str.isdigit, number)) < len(digits)
    return "" if is_part or is_word or _STAYS.fullmatch(bare) or _STAYS.fullmatch(number) else digits


def _judged(run: Sequence[tuple[int, str]], wanted: Wanted) -> Marked:
    number = _digits("".join(digits for _, digits in run))
    whose = [
        (OSA.distance(number, known), why)
        for known, why in wanted.numbers
        if known not in wanted.free_numbers
    ]
    if len(number) >= _DIGITS and number not in wanted.free_numbers:
        apart, why = min(whose, default=(_DIGITS, ""))
        yield from ((at, why if apart <= 2 else "nomor panjang") for at, _ in run)


def _mails(words: Sequence[_Word], wanted: Wanted) -> Marked:
    for at, word in enumerate(words):
        if re.search(r"\w@\w", word.text) and not wanted.free.issuperset(word.forms):
            yield at, "pos-el"


def _boxes(pages: Sequence[Page], why: Mapping[Place, str]) -> Iterator[Find]:
    run: list[Place] = []
    for place in sorted(why):
        if run and not _goes_on(pages, run, place, why):
            yield _find(pages, run, why[run[0]])
            run = []
        run.append(place)
    if run:
        yield _find(pages, run, why[run[0]])


def _goes_on(pages: Sequence[Page], run: Sequence[Place], other: Place, why: Mapping[Place, str]) -> bool:
    first, last = run[0], run[-1]
    if last[:2] != other[:2] or other[2] != last[2] + 1 or why[last] != why[other]:
        return False
    words = pages[last[0]].rows[last[1]].words
    begin, before, after = words[first[2]].box, words[last[2]].box, words[other[2]].box
    high = max(before[3] - before[1], after[3] - after[1], 1)
    climb = abs((begin[1] + begin[3]) - (after[1] + after[3])) / 2
    return after[0] - before[2] < _NEAR * high and climb < _CLIMB * high


def _find(pages: Sequence[Page], places: Sequence[Place], why: str) -> Find:
    page = pages[places[0][0]]
    words = [page.rows[row].words[word] for _, row, word in places]
    x0, y0 = min(word.box[0] for word in words), min(word.box[1] for word in words)
    x1, y1 = max(word.box[2] for word in words), max(word.box[3] for word in words)
    room = round(_MARGIN * min(y1 - y0, x1 - x0)) + _ROOM
    box = max(0, x0 - room), max(0, y0 - room), min(page.width, x1 + room), min(page.height, y1 + room)
    return Find(page.number, box, " ".join(word.text for word in words), why)
