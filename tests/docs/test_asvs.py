"""The ledger against ASVS 5.0.0: every requirement of levels 1 and 2 once, counted right, every file named exists."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
LEDGER = ROOT / "docs" / "asvs.md"
LAST = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1,
    "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4,
    "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4,
    "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1,
    "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3,
    "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4,
    "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7,
    "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4, "17.3": 2,
}  # fmt: skip
"""The last number of each section that belongs to level 1 or 2; those of level 3 alone always come after them."""
ALL = [f"{section}.{number}" for section, last in LAST.items() for number in range(1, last + 1)]
ROW = re.compile(r"^\| (\d+\.\d+\.\d+)(?:–(\d+\.\d+\.\d+))? \| (met|part|open|n/a) \| (.+) \|$", re.M)

NAMED = re.compile(r"`((?:pipeline|tests|docs|deploy|decisions|requirements)/[^`]*|pyproject.toml)`")


def told() -> list[tuple[str, str]]:
    """Return each requirement with its state; a row may speak of several in a row."""
    rows = []
    for first, last, state, _ in ROW.findall(LEDGER.read_text("utf-8")):
        upto = ALL.index(last or first)
        rows += [(rule, state) for rule in ALL[ALL.index(first) : upto + 1]]
    return rows


def test_every_requirement_stands_there_once() -> None:
    assert len(ALL) == 253
    assert [rule for rule, _ in told()] == ALL


def test_the_sum_is_that_of_the_rows() -> None:
    count = Counter(state for _, state in told())
    words = f"Met {count['met']}, part {count['part']}, open {count['open']}, n/a {count['n/a']}."
    assert words in LEDGER.read_text("utf-8")


def test_what_is_met_names_what_shows_it_and_that_is_there() -> None:
    for first, _, state, how in ROW.findall(LEDGER.read_text("utf-8")):
        named = NAMED.findall(how)
        assert [path for path in named if not (ROOT / path).exists()] == [], first
        assert state != "met" or named, f"{first} is claimed and shown by nothing"
        assert how.strip(), first
