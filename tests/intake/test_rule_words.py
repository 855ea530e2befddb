"""The expressions made of the rules' words find what plain lists of these words find."""

import re
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake import rules


def plain(words: Iterable[str]) -> str:
    """Return the expression that tries one word after the other, the longest first."""
    forms = []
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        form = r"\s+".join(re.escape(part) for part in word.rstrip("*").split())
        forms.append(form + (r"\w*" if word.endswith("*") else ""))
    return "(?:" + "|".join(forms) + ")"


_WORDS = st.lists(st.text("abAB .-*", min_size=1, max_size=6).filter(str.strip), min_size=1, max_size=8)


@given(_WORDS, st.text("abAB .-*\n", max_size=40), st.booleans())
def test_any_words_are_found_as_a_plain_list_finds_them(words: list[str], text: str, whole: bool) -> None:
    before, behind = (r"(?<!\w)", r"(?!\w)") if whole else ("", "")
    for flags in (re.IGNORECASE, re.NOFLAG):
        spans, expected = (
            [match.span() for match in re.finditer(before + form + behind, text, flags)]
            for form in (rules.alternation(words), plain(words))
        )
        assert spans == expected
