"""Sentences that sound like what breaks letter rule 1, 2, 7 or 15.

The rules beside it know phrases; this knows how much each run of words or letters speaks for one rule, as ``python -m tools.likeness``
learned it from the texts of ``tests/letters`` and wrote to ``likeness.bin``: one signed byte for each rule and each place that a run falls
to.
"""

import re
import zlib
from functools import cache, lru_cache
from pathlib import Path

WEIGHTS = Path(__file__).with_suffix(".bin")
RULES = (1, 2, 7, 15)
PLACES = 1 << 17
STEP = 16
"""How many steps of a weight are one."""
SHORT = 100
"""Added to the length, so that a sentence of few runs is not judged by one of them alone."""
SPAN, STRIDE = 12, 3
"""Words."""
LEAST = 0.8
"""A greater sum breaks the rule: chosen on two rounds of letters, where it refused 2 of 80 good ones; newer ones are refused more often."""


def runs(sentence: str) -> frozenset[int]:
    """The places of its runs of one to three words, and of five letters of a word; every number is the same."""
    words = re.findall(r"\w+", re.sub(r"\d+", "0", sentence.casefold()))
    joined = {" ".join(words[at : at + n]) for n in (1, 2, 3) for at in range(len(words) - n + 1)}
    parts = {
        word[at : at + 5] for word in (f" {word} " for word in words) for at in range(max(1, len(word) - 4))
    }
    return frozenset(zlib.crc32(run.encode()) % PLACES for run in joined | parts)


def spans(sentence: str) -> list[frozenset[int]]:
    """The runs of the sentence, and of every few words of a long one, among which what is said might be lost."""
    words = sentence.split()
    some = range(0, len(words) - SPAN + STRIDE, STRIDE) if len(words) > SPAN else ()
    parts = (sentence, *(" ".join(words[at : at + SPAN]) for at in some))
    return [found for found in map(runs, parts) if found]


def sounds(sentence: str, rule: int) -> bool:
    """It sounds like what breaks the rule, one of :data:`RULES`, and more than like what breaks another."""
    return _likest(sentence) == rule


@lru_cache(1024)
def _likest(sentence: str) -> int:
    sums = [
        (sum(weights[at] for at in places) / STEP / (len(places) + SHORT) ** 0.5, rule)
        for places in spans(sentence)
        for rule, weights in _learned().items()
    ]
    most, rule = max(sums, default=(0.0, 0))
    return rule if most > LEAST else 0


@cache
def _learned() -> dict[int, memoryview]:
    held = memoryview(zlib.decompress(WEIGHTS.read_bytes())).cast("b")
    return {rule: held[at * PLACES : (at + 1) * PLACES] for at, rule in enumerate(RULES)}
