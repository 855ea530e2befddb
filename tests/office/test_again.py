"""A letter's draft is made again to the same bytes, also after the office has changed its template."""

from __future__ import annotations

import shutil

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.errors import Exit
from pipeline.letters.errors_press import NotAlike, TemplateChanged
from pipeline.office.base.errors import NotYours
from pipeline.office.letters import again, letter_files
from pipeline.office.letters.again import DraftEdited
from pipeline.records import letters
from pipeline.records.errors import NotFound
from tests.office.bureau import ADMIN, CLERK, Bureau
from tests.office.stages import FIRST

LETTER = f"{FIRST}-1"


def test_the_same_bytes_come_out_after_the_template_was_changed(drafted: Bureau) -> None:
    letter = letters.get(LETTER)
    place = drafted.settings.templates
    other = place / "lembar-disposisi.docx"
    shutil.copy(other, place / f"{letter.template}.docx")
    found = again.again(drafted.desk(CLERK), LETTER)
    assert (found.letter, found.digest) == (LETTER, letter.draft_digest)
    assert any(one.startswith("langkah-13") for one in found.clauses)
    (letter_files.folder(drafted.settings, LETTER, 1) / letter_files.TEMPLATE).unlink()
    with pytest.raises(TemplateChanged, match=LETTER):
        again.again(drafted.desk(CLERK), LETTER)


def test_what_cannot_come_out_alike_is_said(drafted: Bureau) -> None:
    letters.change(letters.get(LETTER), draft_digest="0" * 64)
    with pytest.raises(NotAlike, match=LETTER):
        again.again(drafted.desk(CLERK), LETTER)
    letters.change(letters.get(LETTER), edited="01ARZ3NDEKTSV4RRFFQ69G5FAV")
    with pytest.raises(DraftEdited, match=LETTER):
        again.again(drafted.desk(CLERK), LETTER)
    for given in ("2026-0099-1", ""):
        with pytest.raises(NotFound):
            again.again(drafted.desk(CLERK), given)
    with pytest.raises(NotYours):
        again.again(drafted.desk(ADMIN), LETTER)


def test_the_verb_says_that_it_is_the_same_and_from_which_clauses(
    drafted: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RANGKAP_HOME", str(drafted.home))
    assert main(["templates", "again", LETTER, "--as", CLERK]) == Exit.OK
    told = capsys.readouterr()
    assert "sama persis" in told.err
    assert "langkah-13" in told.err
    assert main(["templates", "again", "2026-0099-1", "--as", CLERK]) == Exit.NOT_FOUND
