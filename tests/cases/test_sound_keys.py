"""Whoever sounds alike is found by a key: the index leaves nobody out that a comparison of all would have shown."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from pipeline.cases.sound_keys import asked, kept, words_of
from pipeline.cases.sounds import COMMON, is_slip, likeness, names_in, sound
from tests.cases.test_sounds import pairs

_WORDS = [
    "siti",
    "sitti",
    "st",
    "muhammad",
    "moh",
    "m",
    "muh",
    "abdul",
    "abd",
    "ahmad",
    "achmad",
    "nur",
    "noor",
    "sri",
    "dewi",
    "putri",
    "putli",
    "putra",
    "ni",
    "i",
    "al",
    "aminah",
    "aminnah",
    "rahmawati",
    "rachmawati",
    "rahmavati",
    "rarnawati",
    "ramawati",
    "hayati",
    "nurhayati",
    "nurhajati",
    "maemunah",
    "maimunah",
    "sulastri",
    "soelastri",
    "lestari",
    "lestary",
    "ani",
    "anie",
    "budi",
    "boedi",
    "santoso",
    "santosa",
    "djoko",
    "joko",
    "yanti",
    "yanto",
    "h",
    "uh",
    "hasan",
    "r",
    "t",
    "a",
    "s",
    "k",
    "kh",
    "al-",
    "la'lia",
    "fatimatuzzahra",
    "fatimatuzahra",
    "bin",
    "binti",
    "hj",
    "dr",
    "alias",
    "(ina)",
    "ratna",
    "ranta",
    "darsono",
    "darsonno",
]
_NAMES = some.lists(some.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join)


def meets(name: str, other: str) -> bool:
    """Tell whether whoever looks for ``name`` is given ``other``."""
    words = words_of(other)
    return bool(asked(name, lambda word: [one for one in words if is_slip(word, one)]) & kept(other))


@settings(max_examples=900, deadline=None)
@given(_NAMES, _NAMES)
@example("R.T.", "Rusmini Talahu")
@example("Siti A. Rahma", "Siti Aminah")
@example("Siti", "Siti Nur")
@example("A. H.", "Ahmad Hasan")
def test_whoever_sounds_alike_has_a_key_in_common(one: str, other: str) -> None:
    assert not likeness(one, other) or meets(one, other)
    assert not likeness(other, one) or meets(other, one)


@settings(max_examples=500, deadline=None)
@given(some.sampled_from([one for pair in pairs("+") for one in pair]), some.integers(0, 10**6))
def test_a_name_with_slips_is_found_as_long_as_it_is_alike(name: str, seed: int) -> None:
    dice, letters = random.Random(seed), list(name)
    for _ in range(dice.randint(1, 3)):
        place = dice.randrange(len(letters))
        letters[place : place + 1] = dice.choice(["", letters[place] * 2, dice.choice("aeiourn m.")])
        if not letters:
            return
    slipped = "".join(letters)
    assert not likeness(name, slipped) or meets(name, slipped), (name, slipped)
    assert not likeness(slipped, name) or meets(slipped, name), (name, slipped)


def test_the_written_pairs_are_found_by_their_keys() -> None:
    for one, other in (*pairs("+"), *pairs("-")):
        assert not likeness(one, other) or (meets(one, other) and meets(other, one)), (one, other)


def test_a_name_that_few_bear_is_not_found_by_the_word_that_many_bear() -> None:
    assert not meets("Siti Aminah", "Siti Rahmawati")
    assert not meets("Muhammad Ridwan", "M. Saleh")
    assert not meets("Rahmawati", "Budi Santoso")


@pytest.mark.parametrize("name", ["", "-", "Ibu", "123", "S.H."])
def test_what_holds_no_name_has_no_key(name: str) -> None:
    assert (names_in(name), kept(name), asked(name, lambda _: [])) == ((), frozenset(), frozenset())


def test_a_name_of_a_person_has_few_keys() -> None:
    """So that a hundred thousand cases make an index of some hundred bytes for each person, not of thousands."""
    written = [f"{one} {other}" for one, other in product(_WORDS[:40], repeat=2)]
    counted = [len(kept(one)) for one in written if names_in(one)]
    assert sum(counted) / len(counted) < 12


def test_the_rules_of_sound_that_the_index_was_made_by_stand() -> None:
    """A change of these makes every index that offices have wrong: it needs a migration that calls ``people.fill``."""
    assert len(COMMON) == 13
    told = {
        word: sound(word) for word in ("soekarno", "khairul", "sjamsul", "nurhayati", "moh", "yusuf", "h")
    }
    assert told == {
        "soekarno": "sukarno", "khairul": "hairul", "sjamsul": "samsul", "nurhayati": "nuraiati", "moh": "muhamat",
        "yusuf": "jusup", "h": "h",
    }  # fmt: skip
    assert sorted(kept("Siti Rachmawati")) == [
        "fs", "l13 sitira", "nsr", "prahmawati s", "psiti r", "r13 mawati", "srahmawati", "ssiti", "w2 rahmawati", "w2 siti",
    ]  # fmt: skip
