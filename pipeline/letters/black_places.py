"""Where addresses, phrases and addresses of mail stand on read pages; each with why it is blacked out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.intake.reading import Page
from pipeline.letters.black_wanted import GENERIC, Street, Wanted
from pipeline.letters.black_words import Place, Token, distance, fold

_REACH = 8
"""Words that an address reaches from the one that tells it from others."""


def street_in(
    tokens: Sequence[Token], street: Street, own: frozenset[int]
) -> Iterator[tuple[tuple[Place, ...], str]]:
    """Yield an address: from a word that tells it from others, on to both sides as far as its words reach; her own name is none."""

    def is_of(token: Token) -> bool:
        is_number = token.fold.isdigit() or token.fold in ("o", "i")
        return token.fold in GENERIC or is_number or token.fold in street.words

    for at, token in enumerate(tokens):
        is_anchor = any(distance(token.fold, one) is not None for one in street.anchors)
        if not is_anchor or at in own or not (token.is_capital or token.fold in street.anchors):
            continue
        first = last = at
        while first > 0 and at - first < _REACH and is_of(tokens[first - 1]):
            first -= 1
        while last + 1 < len(tokens) and last - at < _REACH and is_of(tokens[last + 1]):
            last += 1
        while tokens[first].plain in ("di", "dan"):
            first += 1
        yield tuple(place for one in tokens[first : last + 1] for place in one.places), street.why


def phrases_in(tokens: Sequence[Token], wanted: Wanted) -> Iterator[tuple[tuple[Place, ...], str]]:
    """Yield where a phrase stands: all of its words in their order, each within few edits."""
    for words, why in wanted.phrases:
        for at in range(len(tokens) - len(words) + 1):
            run = tokens[at : at + len(words)]
            if all(distance(one.fold, word) is not None for one, word in zip(run, words, strict=True)):
                yield tuple(place for one in run for place in one.places), why


def mails_in(pages: Sequence[Page], wanted: Wanted) -> Iterator[tuple[tuple[Place, ...], str]]:
    """Yield addresses of mail, unless they are the office's."""
    for page_at, page in enumerate(pages):
        for row_at, row in enumerate(page.rows):
            for word_at, word in enumerate(row.words):
                parts = {fold(one) for one in re.findall(r"[^\W_]+", word.text)}
                if re.search(r"\w@\w", word.text) and not parts <= wanted.free:
                    yield ((page_at, row_at, word_at),), "pos-el"
