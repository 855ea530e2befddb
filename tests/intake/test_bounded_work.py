"""What a stranger writes is looked through in bounded time and space: no rule is worse than linear in practice."""

import re
import subprocess
import sys
from pathlib import Path

import pipeline
from pipeline.intake.reading import CUT, MOST, MOST_ON_PAGE, bounded
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
    assert [pattern for pattern in slow if "planted" not in pattern] == []
    assert len(slow) == 1, "a planted pattern that goes back over all titles is seen"
    assert int(count.removeprefix("tried: ")) > 300


def test_no_word_of_the_text_that_rules_see_is_endless_and_no_blank_is_wide() -> None:
    for nearly in NEARLY:
        text = Document([page_of((nearly * SIZE)[:SIZE])]).text
        assert "    " not in text
        assert "\n\n" not in text
        assert max(map(len, text.split()), default=0) <= 100


def test_of_a_page_and_of_a_document_so_much_text_is_kept_and_what_is_cut_is_told() -> None:
    line = "surat " * 20 + "\n"
    whole, endless = page_of(line * 10), page_of(line * (MOST_ON_PAGE // 100), number=2)
    (first, second), problems = bounded([whole, endless])
    assert first == whole
    assert 0.99 * MOST_ON_PAGE < len(second.text) + 1 <= MOST_ON_PAGE
    assert problems == [CUT.format(page=2)]
    pages, problems = bounded(page_of(line * 200, number=number) for number in range(1, 101))
    assert 0.97 * MOST < sum(len(page.text) for page in pages) <= MOST
    assert problems == [CUT.format(page=number) for number in range(42, 101)]
    assert bounded([page_of("A" * (MOST_ON_PAGE + 1))])[0][0].rows == ()


def test_the_rules_run_within_walls_alone() -> None:
    package = Path(pipeline.__file__).parent
    homes = {"pipeline.intake.suggest", "pipeline.intake.inside"}
    users = {
        str(path.relative_to(package.parent))
        for path in package.rglob("*.py")
        if ".".join(path.relative_to(package.parent).parts[:3]) not in homes
        and re.search(r"intake(\.| import )suggest\b", path.read_text("utf-8"))
    }
    assert users == set()
