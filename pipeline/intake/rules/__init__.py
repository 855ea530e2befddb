"""The words by which letters are understood, in TOML files an office may extend.

A star at the end of a word stands for any ending, a space for any white space.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

_KEPT = 512  # expressions kept: the rules have some hundred lists of words
_BLANK, _ANY = r"\s+", r"\w*"


@cache
def table(name: str) -> dict[str, Any]:
    """Rules of ``name``.toml."""
    return tomllib.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def alternation(words: Iterable[str]) -> str:
    """A regular expression, the longest first, without groups."""
    return _alternation(frozenset(words))


@lru_cache(_KEPT)
def _alternation(words: frozenset[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(_ways([_parts(word) for word in longest_first]))})"


def _parts(word: str) -> tuple[str, ...]:
    letters = (re.escape(letter) for letter in " ".join(word.rstrip("*").split()))
    spelt = tuple(_BLANK if letter == r"\ " else letter for letter in letters)
    return (*spelt, _ANY) if word.endswith("*") else spelt


def _ways(words: Sequence[tuple[str, ...]]) -> list[str]:
    ways: list[str] = []
    begun: list[tuple[str, ...]] = []
    for word in words:
        if word and word[0] != _ANY:
            begun.append(word)
        else:
            ways += [*_by_first(begun), "".join(word)]
            begun = []
    return ways + _by_first(begun)


def _by_first(words: Sequence[tuple[str, ...]]) -> list[str]:
    # Words that differ in case alone stay as they are
    rests: dict[str, list[tuple[str, ...]]] = {}
    for first, *rest in words:
        rests.setdefault(first, []).append(tuple(rest))
    if len({first.lower() for first in rests}) < len(rests):
        return ["".join(word) for word in words]
    patterns = []
    for first, behind in rests.items():
        ways = _ways(behind)
        patterns.append(first + (ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"))
    return patterns


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Whole words, in either case."""
    return _pattern(frozenset(words))


@lru_cache(_KEPT)
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_alternation(words)}(?!\w)", re.IGNORECASE)


_NASAL = {"p": "mem", "t": "men", "s": "meny", "k": "meng"}
_KEEPING = {**dict.fromkeys("bfv", "mem"), **dict.fromkeys("dcjz", "men"), **dict.fromkeys("ghaiueo", "meng")}


def verb_forms(stem: str) -> tuple[str, ...]:
    """Passive and active (also Banjar and spoken) forms, nouns in -an."""
    first = stem[0]
    active = _NASAL[first] + stem[1:] if first in _NASAL else _KEEPING.get(first, "me") + stem
    forms = [f"di{stem}*", f"{active}*", f"ma{active[2:]}*", f"{stem}an", f"pe{active[2:]}an"]
    if first in _NASAL:
        forms.append(f"{active[2:]}*")  # spoken: mukul, nampar
    if stem.startswith("per"):
        forms.append(f"mem{stem}*")
    return tuple(forms)
