"""``python -m tools.likeness``: learn from the texts of the letter rules what a sentence against one sounds like.

A sentence of ``rule_sentences.tsv`` bears its rule, or 0 where it is good. Of the letters in ``rule_texts*.json`` the sentences of a good
one are good, and in a bad one that which most resembles its rule is taken to break it. Logistic regression over the runs of words and letters,
in small steps in an order that a seed gives: the same texts give the same weights.
"""

import json
import zlib
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.letters.likeness import PLACES, RULES, SHORT, STEP, WEIGHTS, spans
from pipeline.letters.sentences import sentences
from pipeline.letters.spelling import written_out
from tools.place import ROOT

TEXTS = ROOT / "tests" / "letters"
UNSEEN = ("rule_texts_fourteenth", "rule_texts_fifteenth")
"""Letters from which nothing is learned: they judge."""
_CLASSES = (0, *RULES)
_ROUNDS, _RATE = 8, 0.3

_Weights = NDArray[np.float64]
_Places = NDArray[np.int64]
_Example = tuple[_Places, int]


def learn() -> bytes:
    """The weights, one signed byte for each rule and place."""
    good: list[_Example] = []
    bad: list[tuple[list[_Places], int]] = []
    for rule, texts in _texts():
        parts = [np.array(sorted(places)) for text in texts for places in spans(written_out(text))]
        if rule:
            bad.append((parts, _CLASSES.index(rule)))
        else:
            good += [(part, 0) for part in parts]
    weights = _fit([*good, *((parts[0], rule) for parts, rule in bad if len(parts) == 1)])
    for _ in range(2):
        likest = [
            (max(parts, key=lambda part: float(np.subtract(*_sums(weights, part)[[rule, 0]]))), rule)
            for parts, rule in bad
        ]
        weights = _fit([*good, *likest])
    beyond = (weights[:, 1:] - weights[:, :1]).T
    return np.clip(np.rint(beyond * STEP), -127, 127).astype(np.int8).tobytes()


def _texts() -> Iterator[tuple[int, list[str]]]:
    for line in (TEXTS / "rule_sentences.tsv").read_text("utf-8").splitlines():
        rule, text = line.split("\t", 1)
        yield int(rule), [text]
    letters = (path for path in sorted(TEXTS.glob("rule_texts*.json")) if path.stem not in UNSEEN)
    for row in (row for path in letters for row in json.loads(path.read_text("utf-8"))):
        if row["rule"] in (None, *RULES):
            yield row["rule"] or 0, [text for line in row["text"].split("\n") for text in sentences(line)]


def _fit(known: Sequence[_Example]) -> _Weights:
    weights, squares = np.zeros((PLACES, len(_CLASSES))), np.full((PLACES, len(_CLASSES)), 1e-8)
    order = np.random.default_rng(0)
    for at in (int(at) for _ in range(_ROUNDS) for at in order.permutation(len(known))):
        places, rule = known[at]
        sums = _sums(weights, places)
        share = np.exp(sums - np.max(sums))
        share /= share.sum()
        share[rule] -= 1
        step = share / (len(places) + SHORT) ** 0.5
        squares[places] += step * step
        weights[places] -= _RATE * step / np.sqrt(squares[places])
    return weights


def _sums(weights: _Weights, places: _Places) -> _Weights:
    sums: _Weights = weights[places].sum(axis=0) / (len(places) + SHORT) ** 0.5
    return sums


if __name__ == "__main__":
    WEIGHTS.write_bytes(zlib.compress(learn(), 9))
