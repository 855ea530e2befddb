"""The expressions made of the rules' words find what plain lists of these words find."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bench.suggested import letters
from pipeline.intake import rules


def plain(words: Iterable[str]) -> str:
    """Return the expression that tries one word after the other, the longest first."""
    forms = []
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        form = r"\s+".join(re.escape(part) for part in word.rstrip("*").split())
        forms.append(form + (r"\w*" if word.endswith("*") else ""))
    return "(?:" + "|".join(forms) + ")"


def lists(table: Any) -> Iterator[list[str]]:
    """Yield every list of words in the rules."""
    if isinstance(table, dict):
        for one in table.values():
            yield from lists(one)
    elif isinstance(table, list) and all(isinstance(one, str) for one in table):
        yield table
    elif isinstance(table, list):
        for one in table:
            yield from lists(one)


def test_every_list_of_the_rules_finds_the_same_in_letters() -> None:
    text = "\n".join(page for letter in letters("development")[::4] for page in letter.pages)
    names = sorted(one.name[:-5] for one in resources.files(rules).iterdir() if one.name.endswith(".toml"))
    every = [words for name in names for words in lists(rules.table(name)) if words]
    assert len(every) > 50
    for words in every:
        for before, behind in ((r"(?<!\w)", r"(?!\w)"), ("", "")):
            found, expected = (
                [one.span() for one in re.finditer(before + form + behind, text, re.IGNORECASE)]
                for form in (rules.alternation(words), plain(words))
            )
            assert found == expected, words


_WORDS = st.lists(st.text("abAB .-*", min_size=1, max_size=6).filter(str.strip), min_size=1, max_size=8)


@given(_WORDS, st.text("abAB .-*\n", max_size=40), st.booleans())
def test_any_words_are_found_as_a_plain_list_finds_them(words: list[str], text: str, whole: bool) -> None:
    before, behind = (r"(?<!\w)", r"(?!\w)") if whole else ("", "")
    for flags in (re.IGNORECASE, re.NOFLAG):
        found, expected = (
            [one.span() for one in re.finditer(before + form + behind, text, flags)]
            for form in (rules.alternation(words), plain(words))
        )
        assert found == expected
