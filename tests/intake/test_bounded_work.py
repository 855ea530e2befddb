"""What a stranger writes is looked through in bounded time and space: no rule is worse than linear in practice."""

from __future__ import annotations

import subprocess
import sys

from pipeline.intake.suggest.document import Document
from tests.intake.near_misses import NEARLY, SIZE
from tests.intake.suggest_letters import page_of


def tried(*planted: str) -> list[str]:
    """Return what is slow, and last how many patterns were tried."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.intake.near_misses", *planted],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_every_pattern_and_rule_takes_near_misses_without_effort() -> None:
    *slow, count = tried(r"(?:Ny\.\s+)*[A-Z]\b(?!\.)")
    assert [one for one in slow if "planted" not in one] == []
    assert len(slow) == 1, "a planted pattern that goes back over all titles is seen"
    assert int(count.removeprefix("tried: ")) > 300


def test_no_word_of_the_text_that_rules_see_is_endless_and_no_blank_is_wide() -> None:
    for nearly in NEARLY:
        text = Document([page_of((nearly * SIZE)[:SIZE])]).text
        assert "    " not in text
        assert "\n\n" not in text
        assert max(map(len, text.split()), default=0) <= 100
