"""The words of a PDF beside the words that were read: however it breaks them, none more and none less."""

import shutil

import pytest

from pipeline.letters.prints import differing
from pipeline.letters.text import frozen_text
from pipeline.rendering.convert import to_pdf
from tests.letters.conftest import Composer
from tests.letters.matters import POLICE, VICTIM
from tests.letters.test_edited_gate import inserted


@pytest.fixture(autouse=True)
def with_libreoffice() -> None:
    assert shutil.which("soffice") or shutil.which("libreoffice")


def test_a_letter_prints_what_it_says(composed: Composer) -> None:
    drafts = [composed(matter).docx for matter in (VICTIM, POLICE)]
    for docx, pdf in zip(drafts, to_pdf(drafts, accept_risk=True), strict=True):
        assert differing(pdf, frozen_text(docx)) == (0, 0)


def test_what_is_printed_but_not_read_and_read_but_not_printed_is_counted(composed: Composer) -> None:
    draft = composed(VICTIM).docx
    symbol = (
        '<w:p><w:r><w:sym w:font="Arial" w:char="0058"/><w:sym w:font="Arial" w:char="0059"/></w:r></w:p>'
    )
    made = [inserted(draft, symbol), draft]
    texts = [frozen_text(letter) for letter in made]
    texts[1] += " tersembunyi sekali"
    counts = [differing(pdf, text) for pdf, text in zip(to_pdf(made, accept_risk=True), texts, strict=True)]
    assert counts[0][0] >= 1, "the symbols"
    assert counts[1] == (0, 2), "what is not printed"
