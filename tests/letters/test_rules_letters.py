"""Whole letters, edited as by hand in Word, break exactly the rules that a reader would name.

``held_out`` was written before the rules were tuned; see ``letters_for_rules/README.md``.
"""

from collections import Counter

import pytest

from pipeline.letters.matter import LETTER, PHONE, REFERRAL
from pipeline.settings import Settings
from tests.letters.hand_edited import Example, broken, examples

DEVELOPMENT, HELD_OUT = examples("development"), examples("held_out")


@pytest.mark.parametrize("letter", DEVELOPMENT, ids=lambda example: example.name)
def test_a_letter_breaks_exactly_the_rules_it_breaks(letter: Example, settings: Settings) -> None:
    assert broken(letter, settings) == letter.rules


@pytest.mark.parametrize("letter", HELD_OUT, ids=lambda example: example.name)
def test_a_letter_that_was_held_out_breaks_exactly_the_rules_it_breaks(
    letter: Example, settings: Settings
) -> None:
    assert broken(letter, settings) == letter.rules


def test_there_are_sixty_letters_good_and_bad_of_every_rule_channel_and_kind_of_sender() -> None:
    every = [*DEVELOPMENT, *HELD_OUT]
    assert len(every) >= 60
    assert len(HELD_OUT) >= len(every) / 2
    assert len({example.name for example in every}) == len(every)
    good = sum(not example.rules for example in every)
    assert good >= len(every) / 4
    assert set(Counter(rule for example in every for rule in example.rules)) == set(range(1, 15))
    assert {example.matter.incoming.channel for example in every} == {LETTER, PHONE, REFERRAL}
    assert {example.matter.incoming.is_institution for example in every} == {True, False}
