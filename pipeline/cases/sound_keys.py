"""Keys by which names that sound alike are found without comparing all: what is kept, and what is asked for.

Whenever :func:`~pipeline.cases.sounds.likeness` of two names is above 0, one of the keys that :func:`asked` gives for
the one is among those that :func:`kept` gave for the other. The reverse does not hold: who is found is compared.

A name is its words; those that few bear tell people apart, and all of them in the shorter of two names must agree, each
with a word or with its initial. So letters tell the keys apart:

``s`` a word of a name in which at most one word tells; ``w`` a word with the number of words of the name; ``p`` a word with the
first letter of another; ``d`` a common word with another that is an initial; ``e`` a common word of a name where none tells;
``j``, ``l``, ``r`` all words run together, whole or its left and right half; ``n``, ``f`` first letters, all or the first
one; ``b`` all of a name that is initials alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.cases.sounds import COMMON, TWO_FROM, bare, is_slip, names_in, sound

Alike = Callable[[str], Collection[str]]
"""Gives, of all the words that are kept, those that may be a slip of this one, itself too."""


_MOST = 9
"""From here on words of a name are not counted."""


@dataclass(frozen=True)
class _Word:
    sound: str
    is_initial: bool

    @property
    def firsts(self) -> str:
        """Its first letter; a reader takes ``rn`` for ``m``, so that a word may have two."""
        return "rm" if self.sound.startswith("rn") else self.sound[0]

    @property
    def is_telling(self) -> bool:
        return self.sound not in COMMON


@lru_cache(maxsize=65536)
def words_of(name: str) -> frozenset[str]:
    """Return the sounds of the words of ``name``, initials left aside."""
    return frozenset(sound(word) for words in names_in(name) for word in words if len(word) > 1)


@lru_cache(maxsize=65536)
def kept(name: str) -> frozenset[str]:
    """Return the keys under which somebody called ``name`` is kept."""
    return frozenset(key for words in names_in(name) for key in _kept(words))


def asked(name: str, alike: Alike) -> frozenset[str]:
    """Return the keys under which everybody is kept whose name is like ``name``, and some others."""
    return frozenset(key for words in names_in(name) for key in _asked(words, alike))


def keys_with(word: str) -> list[str]:
    """Return the keys of which whoever bears ``word``, as a sound, has one."""
    return [f"w{count} {word}" for count in range(1, _MOST + 1)]


def _read(words: Sequence[str]) -> list[_Word]:
    return [_Word(sound(word), len(word) == 1) for word in words]


def _kept(written: Sequence[str]) -> Iterator[str]:
    words = _read(written)
    firsts = "".join(one.sound[0] for one in words)
    yield from (f"n{firsts}", f"f{firsts[0]}")
    if bare(written):
        yield f"b{firsts}"
    yield from _joined(sound("".join(written)))
    telling = sum(one.is_telling for one in words)
    for place, one in enumerate(words):
        if one.is_initial:
            continue
        yield f"w{_count(words)} {one.sound}"
        if telling <= 1:
            yield f"s{one.sound}"
        if not telling and is_commonish(one.sound):
            yield f"e{one.sound}"
        for other in (*words[:place], *words[place + 1 :]):
            yield from (f"p{one.sound} {first}" for first in other.firsts)
            if other.is_initial and is_commonish(one.sound):
                yield f"d{one.sound} {other.sound}"


def _asked(written: Sequence[str], alike: Alike) -> Iterator[str]:
    words = _read(written)
    firsts = "".join(one.sound[0] for one in words)
    yield from (f"b{firsts}", f"b{firsts[0]}")
    if bare(written):
        yield f"n{firsts}"
        if len(written) == 1:
            yield f"f{firsts}"
    yield from _joined_asked(sound("".join(written)))
    telling = sum(one.is_telling for one in words)
    for place, one in enumerate(words):
        if one.is_initial:
            continue
        others = (*words[:place], *words[place + 1 :])
        for near in {one.sound, *alike(one.sound)}:
            yield f"e{near}"
            if one.is_telling or near not in COMMON or not telling:
                yield f"s{near}"
                yield from (f"p{near} {first}" for other in others for first in other.firsts)
                yield from (f"w{count} {near}" for count in _longer(words, telling))
            else:
                yield from _by_letters(near, others)


def _by_letters(near: str, others: Sequence[_Word]) -> Iterator[str]:
    """Yield the keys of names with a common word, of which the others agree by their first letters alone."""
    for other in others:
        yield from (f"{'p' if other.is_initial else 'd'}{near} {first}" for first in other.firsts)


def _count(words: Sequence[_Word]) -> int:
    return min(len(words), _MOST)


def _longer(words: Sequence[_Word], telling: int) -> range:
    """Return of how many words a name may be that is a longer form of one in which at most one word tells."""
    return (
        range(_count(words) + (telling == 1 and len(words) < _MOST), _MOST + 1) if telling <= 1 else range(0)
    )


@lru_cache(maxsize=65536)
def is_commonish(word: str) -> bool:
    """Tell whether the sound ``word`` is one of the words that so many bear, or a slip of one."""
    return word in COMMON or any(is_slip(word, one) for one in COMMON)


def _joined(joined: str) -> Iterator[str]:
    """Yield the keys of a name run together: a slip lies in its left or in its right half, the other is whole."""
    length = len(joined)
    if length < TWO_FROM:
        yield f"j{joined}"
        return
    half = _half(length)
    yield from (f"l{length} {joined[:half]}", f"r{length} {joined[-half:]}")


def _joined_asked(joined: str) -> Iterator[str]:
    length = len(joined)
    if length < TWO_FROM:
        yield f"j{joined}"
        return
    for other in range(max(length - 1, TWO_FROM), length + 2):
        half = _half(other)
        yield from (f"l{other} {joined[:half]}", f"r{other} {joined[-half:]}")


def _half(length: int) -> int:
    """Return how much of each end is kept: less than half, so that two letters in one slip never touch both."""
    return (length - 1) // 2
