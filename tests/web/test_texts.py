"""Words and figures of the pages, written as their language writes them."""

import pytest

from pipeline.kernel.refusals import REFUSALS
from pipeline.kernel.text import figure
from pipeline.settings.options import OPTIONS, SECTIONS


@pytest.mark.parametrize(
    ("value", "places", "own", "other"),
    [
        (63812, 0, "63.812", "63,812"),
        (500, 0, "500", "500"),
        (1.4, 1, "1,4", "1.4"),
        (1234.56, 1, "1.234,6", "1,234.6"),
    ],
)
def test_a_figure_bears_the_signs_of_its_language(value: float, places: int, own: str, other: str) -> None:
    assert (figure(value, "id", places), figure(value, "en", places)) == (own, other)


def test_each_setting_and_each_group_of_settings_has_words_in_both_languages() -> None:
    for option in OPTIONS:
        assert option.help.id != option.help.en, option.key
        assert option.key.partition(".")[0] in SECTIONS


def test_a_page_names_no_folder_into_which_a_refused_file_is_put_again() -> None:
    beside = {
        "intake.gone",
        "intake.low_space",
        "intake.inbox_spoiled",
        "intake.inbox_not_mounted",
        "intake.flooded",
        "intake.strange_folder",
    }
    intake = {code: row for code, row in REFUSALS.items() if code.startswith("intake.")}
    texts = {code: (row.id, row.en) for code, row in intake.items() if code not in beside}
    assert {code: words for code, words in texts.items() if "inbox" in "".join(words)} == {}
    assert {
        code: words for code, words in texts.items() if not all(text.endswith(".") for text in words)
    } == {}
