"""Where on read pages the words stand that are blacked out: a proposal, which a person looks at and completes.

A word too many is worse for nobody; a name too few can tell a violent partner who has spoken. So a likeness
counts, within few edits; what is written like a name behind a title counts though nobody entered it; and a word
that a page shares with the victim herself stays only where it is hers. Handwriting and pictures hold no words:
those a person must find.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.intake.reading import Box, Page
from pipeline.letters.black_numbers import numbers_in
from pipeline.letters.black_places import mails_in, phrases_in, street_in
from pipeline.letters.black_titles import HONORIFIC, LEADING, ROLES
from pipeline.letters.black_wanted import GENERIC, Name, Wanted
from pipeline.letters.black_words import Place, Token, both, distance, ratio, tokens_of
from pipeline.letters.words_of_names import ABBREVIATED, COMMON, DEGREES, PLACES, TITLES

_SHORT, _BLUR = 3, 0.6
_NEAR, _CLIMB = 1.5, 0.3
_AROUND = 0.12
_ROOM = 3
_BEHIND_TITLE = "nama sesudah sapaan"


@dataclass(frozen=True)
class Find:
    """One place to black out on ``page`` (from 1): its ``box``, the ``words`` that stand there, and ``why``."""

    page: int
    box: Box
    words: str
    why: str


def finds(pages: Sequence[Page], wanted: Wanted) -> list[Find]:
    """Return what is to be blacked out on ``pages``, in reading order; words side by side are one place.

    What a text layer holds outside of the page that is shown is no place.
    """
    tokens = tokens_of(pages)
    why: dict[Place, str] = {}

    def mark(places: Iterable[Place], reason: str) -> None:
        for one in places:
            why.setdefault(one, reason)

    own = _own(tokens, wanted)
    for places, reason in (
        *phrases_in(tokens, wanted),
        *(one for name in wanted.names for one in _name(tokens, name, wanted, own)),
        *_titled(tokens, wanted, own),
        *(one for street in wanted.streets for one in street_in(tokens, street, own)),
        *numbers_in(pages, wanted),
        *mails_in(pages, wanted),
    ):
        mark(places, reason)
    return [one for one in _boxes(pages, why) if one.box[0] < one.box[2] and one.box[1] < one.box[3]]


def _own(tokens: Sequence[Token], wanted: Wanted) -> frozenset[int]:
    """Return the tokens that are the victim's own name: a word of nobody else, her first word, or two side by side."""
    hits = [
        {at for at, one in enumerate(wanted.own) if distance(token.fold, one) is not None} for token in tokens
    ]
    found = set()
    for at, here in enumerate(hits):
        beside = [hits[each] for each in (at - 1, at + 1) if 0 <= each < len(hits)]
        others = any(near - here or len(near) > 1 for near in beside if near)
        is_shared = any(_is_part(tokens[at], name, exact=False) for name in wanted.names) if here else False
        is_place = at > 0 and tokens[at - 1].plain in PLACES
        if here and not is_place and (not is_shared or 0 in here or others):
            found.add(at)
    return frozenset(found)


def _name(
    tokens: Sequence[Token], name: Name, wanted: Wanted, own: frozenset[int]
) -> Iterator[tuple[tuple[Place, ...], str]]:
    """Yield where ``name`` stands: words of it, words that a gap parted, initials of it, and degrees behind it."""
    hit: dict[int, tuple[Place, ...]] = {}
    near = {at for at, token in enumerate(tokens) if _is_part(token, name, exact=True)}
    for at, token in enumerate(tokens):
        if at in own and not _belongs(at, near, tokens, wanted):
            continue
        beside = any(each in near for each in (at - 1, at + 1))
        if _is_part(token, name, exact=False) and _as_name(tokens, at, name, beside=beside):
            hit[at] = token.places
        elif at + 1 < len(tokens) and not {at, at + 1} & (own | near):
            parted = both(token, tokens[at + 1])
            if min(len(token.fold), len(tokens[at + 1].fold)) > 1 and any(
                len(one) >= 5 and parted.fold == one for one in name.words
            ):
                hit[at] = parted.places
    for at in list(hit):
        hit |= {each: tokens[each].places for each in _blurred(tokens, at, name) if each not in own}
    hit |= {each: tokens[each].places for each in list(_further(tokens, hit, wanted, own))}
    yield from ((places, name.why) for places in hit.values())
    for at in hit:
        for each in _around(tokens, at, name):
            yield tokens[each].places, name.why
    if name.initials and name.initials != wanted.own_initials:
        yield from ((places, name.why) for places in _initials(tokens, name.initials))


def _is_part(token: Token, name: Name, *, exact: bool) -> bool:
    found = [distance(token.fold, one) for one in name.words if len(one) >= _SHORT or token.fold == one]
    return any(one == 0 or (one is not None and not exact) for one in found)


def _belongs(at: int, near: set[int], tokens: Sequence[Token], wanted: Wanted) -> bool:
    """Tell whether a word that is the victim's too is here part of another's name: a word of only theirs is beside it."""
    beside = (each for each in (at - 1, at + 1) if 0 <= each < len(tokens))
    return any(
        each in near and all(distance(tokens[each].fold, one) is None for one in wanted.own)
        for each in beside
    ) and not any(
        0 <= each < len(tokens)
        and each not in near
        and any(distance(tokens[each].fold, one) is not None for one in wanted.own)
        for each in (at - 1, at + 1)
    )


def _as_name(tokens: Sequence[Token], at: int, name: Name, *, beside: bool) -> bool:
    """Tell whether a word that is spelled like a part of a name is meant as one here."""
    token = tokens[at]
    if beside or (at and tokens[at - 1].plain in TITLES and token.is_capital):
        return True
    is_sure = any(distance(token.fold, one) == 0 for one in name.words)
    if is_sure and token.plain not in COMMON:
        return len(token.fold) > 2 or token.is_capital
    if token.plain in COMMON:
        return token.is_capital and not token.is_first and not token.is_shouted
    return token.is_capital


def _blurred(tokens: Sequence[Token], at: int, name: Name) -> Iterator[int]:
    """Yield the neighbours of a part of a name that are like another part of it, though badly read."""
    for each in (at - 1, at + 1):
        if 0 <= each < len(tokens) and tokens[each].is_capital and tokens[each].row == tokens[at].row:
            here, beside = tokens[at].fold, tokens[each].fold
            if any(distance(here, one) is None and ratio(beside, one) >= _BLUR for one in name.words):
                yield each


def _around(tokens: Sequence[Token], at: int, name: Name) -> Iterator[int]:
    """Yield what belongs to a part of a name: initials and a further name beside it, titles before, degrees behind."""
    letters = {one[0] for one in name.words} | set(name.initials.casefold())
    for each in (at - 1, at + 1):
        if 0 <= each < len(tokens) and _is_initial(tokens[each], letters):
            yield each
    before = at - 1
    while before >= 0 and tokens[before].plain in HONORIFIC and tokens[before].row == tokens[at].row:
        yield before
        before -= 1
    after = at + 1
    while after < len(tokens) and tokens[after].plain in DEGREES and tokens[after].is_capital:
        yield after
        after += 1


def _is_initial(token: Token, letters: frozenset[str] | set[str]) -> bool:
    if len(token.written) != 1 or not token.is_capital:
        return False
    return token.plain in letters or token.fold in letters


def _further(
    tokens: Sequence[Token], hit: Iterable[int], wanted: Wanted, own: frozenset[int]
) -> Iterator[int]:
    """Yield words written as names that stand beside a part of a name without a sign between: ``Rudi`` of a family."""
    for at in hit:
        for first, each in ((at - 1, at - 1), (at, at + 1)):
            if not 0 <= each < len(tokens) or each in own or tokens[first].after:
                continue
            is_beside = tokens[each].row == tokens[at].row and not (each < at and tokens[each].is_first)
            if is_beside and _may_be_name(tokens[each], wanted):
                yield each


def _initials(tokens: Sequence[Token], wanted: str) -> Iterator[tuple[Place, ...]]:
    """Yield runs of single capitals with points that are the initials ``wanted``: ``D.P.``, ``D. P.``."""
    size = len(wanted)
    for at in range(len(tokens) - size + 1):
        run = tokens[at : at + size]
        is_alone = all(
            not (0 <= each < len(tokens) and len(tokens[each].written) == 1 and tokens[each].is_capital)
            for each in (at - 1, at + size)
        )
        pointed = all(one.after.startswith(".") for one in run[:-1])
        if is_alone and pointed and "".join(one.written for one in run) == wanted:
            yield tuple(place for one in run for place in one.places)


def _titled(
    tokens: Sequence[Token], wanted: Wanted, own: frozenset[int]
) -> Iterator[tuple[tuple[Place, ...], str]]:
    """Yield names behind a form of address that the case does not know: ``Ibu Jumi``, ``Pak Deni``."""
    for at, token in enumerate(tokens):
        if token.plain not in LEADING or token.is_shouted or not _leads(token):
            continue
        after = at + 1
        while after < len(tokens) and tokens[after].plain in TITLES:
            after += 1
        while (
            after < len(tokens)
            and after <= at + 5
            and _may_be_name(tokens[after], wanted)
            and after not in own
            and not tokens[after].is_new
        ):
            title = token.places if token.plain in HONORIFIC else ()
            yield (*title, *tokens[after].places), _BEHIND_TITLE
            if tokens[after].after[:1] in (",", ";", ":", "?", "!", ")"):
                break
            if tokens[after].after[:1] == "." and len(tokens[after].written) > 1:
                break
            after += 1


def _leads(token: Token) -> bool:
    """Tell whether a form of address goes on to a name: no sign follows it but the point of an abbreviation."""
    is_open = not token.after or (token.after == "." and token.plain in ABBREVIATED)
    return is_open and not token.is_or


def _may_be_name(token: Token, wanted: Wanted) -> bool:
    if not token.is_capital or token.written.isdigit() or token.is_shouted or len(token.fold) < 2:
        return len(token.written) == 1 and token.is_capital and token.written.isalpha()
    return token.plain not in ROLES and token.fold not in wanted.free and token.fold not in GENERIC


def _boxes(pages: Sequence[Page], why: Mapping[Place, str]) -> Iterator[Find]:
    """Yield the places of the marked words, those side by side in one box, a little larger than the words."""
    last: list[Place] = []
    for one in [*sorted(why), None]:
        if last and (one is None or not _is_beside(pages, last, one, why)):
            yield _find(pages, last, why[last[0]])
            last = []
        if one is not None:
            last.append(one)


def _is_beside(pages: Sequence[Page], run: Sequence[Place], other: Place, why: Mapping[Place, str]) -> bool:
    """Tell whether a word goes into the box of ``run``: right behind it, for one reason, on a line that does not climb."""
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
    x0, y0 = min(one.box[0] for one in words), min(one.box[1] for one in words)
    x1, y1 = max(one.box[2] for one in words), max(one.box[3] for one in words)
    room = round(_AROUND * min(y1 - y0, x1 - x0)) + _ROOM
    box = max(0, x0 - room), max(0, y0 - room), min(page.width, x1 + room), min(page.height, y1 + room)
    return Find(page.number, box, " ".join(one.text for one in words), why)
