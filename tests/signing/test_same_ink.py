"""Two signatures are never alike; one picture of a signature on two papers is."""

import random

import numpy as np
import pytest
from PIL import Image, ImageFilter

from demo.ink import signature
from pipeline.intake.likeness import Trace, page_from_plain
from pipeline.signing.sameness import LEAST, SAME, is_same, likeness

WIDE, HIGH = 400, 200


def trace(mask: Image.Image, x: int = 40, y: int = 30, grain: int = 0) -> Trace:
    """Return the trace of a signature laid on an empty zone of 150 dpi, as a scanner with this grain sees it."""
    zone = Image.new("L", (WIDE, HIGH), 0)
    zone.paste(mask, (x, y))
    values = np.asarray(zone.filter(ImageFilter.GaussianBlur(0.4)), np.float32)
    bits = np.packbits(values + np.random.default_rng(grain).normal(0, 8, values.shape) > 70)
    return Trace(WIDE, int(bits.tobytes().hex(), 16))


def hand(time: int, seed: int = 2026) -> Image.Image:
    return signature(272, 130, seed, random.Random(time))


def test_one_picture_on_two_papers_is_one_wherever_it_is_pasted() -> None:
    once = hand(1)
    for x, y in ((40, 30), (51, 25), (90, 60)):
        assert likeness(trace(once), trace(once, x, y, grain=7)) >= SAME
    assert is_same(trace(once), trace(once))


def test_what_one_hand_signs_at_two_times_is_never_one_picture() -> None:
    traces = [trace(hand(time), grain=time) for time in range(9)]
    most = max(likeness(a, b) for at, a in enumerate(traces) for b in traces[at + 1 :])
    assert most < SAME


def test_another_hand_and_too_little_ink_are_never_the_same() -> None:
    assert likeness(trace(hand(1)), trace(hand(1, seed=8))) < 0.8
    few = Trace(WIDE, (1 << LEAST - 1) - 1)
    assert likeness(few, few) == 0.0
    assert not is_same(Trace(), Trace())


@pytest.mark.parametrize(
    "plain",
    [{"wide": 0, "bits": "ff"}, {"wide": 100_000, "bits": "ff"}, {"wide": 8, "bits": ""}, {"wide": 8, "bits": "f" * 1_100_000}],
)  # fmt: skip
def test_a_picture_that_cannot_be_one_of_a_signature_is_none(plain: dict[str, object]) -> None:
    ink = {"area": 9, "high": 9, "pen": 9, "pen_stroke": 9, "has_stamp": False, "trace": plain}
    page = {
        "is_blank": False,
        "page": 1,
        "share": 1,
        "words": 1,
        "lost": 0,
        "gone": 0,
        "outside": 0,
        "ink": ink,
    }
    page_ink = page_from_plain(page).ink
    assert page_ink is not None
    assert page_ink.trace == Trace()
