"""Every page of the browser has its picture in both languages, and the page of the documentation shows them."""

from docs.pictures.screens import PAGE, SHOTS, written
from docs.pictures.screens_table import NOT_SHOWN, PIECES, SCREENS
from tests.web.rights import NO, ROWS

FILES = {
    "register-page-picture", "printed-page", "printed-picture", "settings-download", "settings-page", "letter-page",
    "case-page", "arrival-page", "arrival-small", "call-record-page", "draft-page",
}  # fmt: skip
"""Addresses of pictures of papers, and of files."""


def test_every_page_is_shown_or_says_why_not() -> None:
    shown = [screen.name for screen in SCREENS]
    assert len(shown) == len(set(shown))
    pages = {name for name, row in ROWS.items() if row.get != NO}
    assert pages == {*shown, *NOT_SHOWN, *PIECES, *FILES}


def test_each_picture_is_there_in_both_languages() -> None:
    for language in ("id", "en"):
        there = {path.stem for path in (SHOTS / language).glob("*.webp")}
        assert there == {screen.name for screen in SCREENS}


def test_the_page_shows_them() -> None:
    assert PAGE.read_text("utf-8") == written()
