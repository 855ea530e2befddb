"""A kill, a hostile page, a turned page, a long document: the case stays whole, and nothing half blacked out gets on."""

import io
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from pipeline.intake.reading import Page
from pipeline.kernel import clock
from pipeline.office.base import filings
from pipeline.office.engine.perform import perform
from pipeline.office.victims import victims_copy, victims_copy_pages
from pipeline.office.victims import victims_copy_files as files
from pipeline.records import boot, cases
from pipeline.records.sheets import CopyState
from pipeline.rendering import convert
from pipeline.rendering.errors import NoRenderer
from tests.office import printouts
from tests.office import victims_letters as letters
from tests.office.bureau import CHAIR, CLERK, OFFICER, USER, Bureau
from tests.office.stages import FIRST
from tests.office.test_own_office import make_real
from tests.refused import refused_with

_KILLED = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from pipeline.office.base import filings
from pipeline.office.victims import victims_copy, victims_copy_files
from pipeline.office.base.session import open_session, who
from pipeline.office.engine.perform import perform
from pipeline.records import boot, sheets
from pipeline.settings import load

def killed(*_args, **_more):
    os.kill(os.getpid(), signal.SIGKILL)

settings = load(Path(sys.argv[1]))
session = open_session(settings, who(settings, sys.argv[2], sys.argv[3]))
{module}.{name} = killed
{act}
"""
_PAGES = 12
_PROPOSE = f"perform(victims_copy.propose_copy, session, {FIRST!r}, {{'chosen': [{letters.LETTER!r}]}})"
_CHANGE = f"perform(victims_copy.change_copy, session, {FIRST!r}, {{'added': '1: 1 1 9 9'}})"
_APPROVE = f"perform(victims_copy.approve_copy, session, {FIRST!r}, {{}})"


def kill(bureau: Bureau, account: str, place: str, act: str) -> None:
    """Do ``act`` in a process of its own that is killed where it comes to ``place``."""
    module, name = place.split(".")
    boot.close()
    code = _KILLED.format(module=module, name=name, act=act)
    now = os.environ | {"RANGKAP_CLOCK": clock.now().isoformat()}
    done = subprocess.run([sys.executable, "-c", code, str(bureau.home), USER, account], check=False, env=now)
    assert done.returncode == -signal.SIGKILL, "the fault did not fire"
    bureau.session()


@pytest.mark.parametrize(
    "place", ["victims_copy.read", "victims_copy.painted", "victims_copy_files.put", "sheets.add"]
)
def test_killed_while_it_is_made_it_leaves_the_case_whole_and_is_made_again(wife: Bureau, place: str) -> None:
    kill(wife, CLERK, place, _PROPOSE)
    assert victims_copy.copies_of(FIRST) == []
    assert wife.verify() == []
    victims_copy.sweep_all(wife.session(CLERK))
    assert list((wife.settings.var / files.ROOM).glob("*")) == []
    made = letters.proposed(wife, FIRST, letters.LETTER)
    assert [copy.state for copy in victims_copy.copies_of(FIRST)] == [CopyState.PROPOSED]
    victims_copy.sweep_all(wife.session(CLERK))
    assert [path.name for path in (wife.settings.var / files.ROOM).iterdir()] == [made.id]


def test_killed_while_it_is_changed_the_revision_before_stands(wife: Bureau) -> None:
    before = letters.proposed(wife, FIRST, letters.LETTER)
    kill(wife, CLERK, "sheets.change", _CHANGE)
    assert victims_copy.copies_of(FIRST) == [before]
    assert victims_copy.working(wife.settings, before)
    assert letters.changed(wife, FIRST, "1: 1 1 9 9").revision == 2


def test_killed_before_the_approval_is_committed_it_waits_as_before(waiting: Bureau) -> None:
    letters.look(waiting, FIRST, CHAIR)
    kill(waiting, CHAIR, "filings.begin", _APPROVE)
    assert victims_copy.copies_of(FIRST)[-1].state == CopyState.WAITING
    assert waiting.verify() == []
    assert letters.agreed(waiting, FIRST).state == CopyState.APPROVED


def test_killed_once_it_is_approved_it_is_filed_by_the_next_start(waiting: Bureau) -> None:
    letters.look(waiting, FIRST, CHAIR)
    kill(waiting, CHAIR, "filings.complete_case", _APPROVE)
    copy = victims_copy.copies_of(FIRST)[-1]
    assert copy.state == CopyState.APPROVED
    assert filings.recover_all(waiting.session(CLERK)) == []
    assert waiting.verify() == []
    assert files.logical(copy.id) in [document.logical for document in cases.documents(FIRST)]


def test_a_document_that_cannot_be_opened_leaves_no_copy(wife: Bureau) -> None:
    wife.change("# batas_halaman = 500", "batas_halaman = 1")
    wife.session()
    with refused_with("intake.too_many_pages"):
        letters.proposed(wife, FIRST, letters.LETTER)
    assert victims_copy.copies_of(FIRST) == []
    assert not (wife.settings.var / files.ROOM).exists()


def test_a_page_that_cannot_be_read_is_black_altogether() -> None:
    (page,) = victims_copy_pages._marked([Page(1, 0, 0, (), "ocr", 0.0, 0, ())], [])
    assert [(mark.why, mark.box[2] >= 10_000) for mark in page.marks] == [(victims_copy_pages.UNREAD, True)]


def test_a_hostile_page_is_black_and_the_others_are_copied(bureau: Bureau, tmp_path: Path) -> None:
    case = letters.registered(bureau, letters.with_a_bomb())
    made = letters.proposed(bureau, case, letters.LETTER)
    plan = letters.plan_of(bureau, made)
    assert [mark.why for mark in plan.pages[1].marks] == [victims_copy_pages.UNREAD]
    pages = pypdf.PdfReader(io.BytesIO(victims_copy.working(bureau.settings, made))).pages
    assert len(pages) == 3
    assert pages[1].images[0].image.convert("L").getextrema()[1] < 8
    assert len(victims_copy.show(bureau.session(CLERK), case, tmp_path / "lihat")) == 4
    assert bureau.verify() == []


def test_a_page_that_lies_turned_is_found_and_painted_upright(bureau: Bureau) -> None:
    case = letters.registered(bureau, letters.turned())
    made = letters.proposed(bureau, case, letters.LETTER)
    plan = letters.plan_of(bureau, made)
    words = " ".join(mark.words for mark in plan.pages[0].marks)
    assert all(name in words for name in ("Darsono Peliwang", "Yuniarti", "Kenanga"))
    data = victims_copy.working(bureau.settings, made)
    path = bureau.home / "var" / "salinan.pdf"
    path.write_bytes(data)
    with path.open("rb") as file:
        text = bureau.reader.read(file.fileno()).text
    assert "Rusmini Talahu" in text
    assert not [secret for secret in letters.SECRETS if secret in text]


def test_a_long_document_is_copied_page_by_page(bureau: Bureau) -> None:
    case = letters.registered(bureau, letters.typed(pages=_PAGES))
    made = letters.proposed(bureau, case, letters.LETTER)
    path = files.path_of(bureau.settings, made.id, files.PDF, 1)
    assert len(pypdf.PdfReader(path).pages) == _PAGES
    assert path.stat().st_size < _PAGES * 600_000


def test_without_libreoffice_her_letter_is_copied_and_the_receipts_are_docx(
    waiting: Bureau, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(convert.shutil, "which", lambda _: None)
    letters.look(waiting, FIRST, CHAIR)
    letters.agreed(waiting, FIRST)
    made = printouts.copy(waiting.session(CLERK), FIRST, tmp_path / "cetak")
    assert [path.suffix for path in made] == [".pdf", ".docx", ".docx"]


def test_without_libreoffice_the_form_cannot_be_chosen_and_nothing_is_left(
    wife: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    wife.session()
    monkeypatch.setattr(convert.shutil, "which", lambda _: None)
    with pytest.raises(NoRenderer):
        letters.proposed(wife, FIRST, victims_copy_pages.FORM)
    assert victims_copy.copies_of(FIRST) == []


def test_who_made_it_does_not_approve_it_under_another_account_after_somebody_else_sent_it_on(
    wife: Bureau,
) -> None:
    wife.session()
    letters.proposed(wife, FIRST, letters.LETTER)
    letters.look(wife, FIRST, OFFICER)
    officer = wife.session(OFFICER)
    other = replace(officer, actor=replace(officer.actor, operator="lain"))
    perform(victims_copy.submit_copy, other, FIRST, {})
    make_real(wife)
    letters.look(wife, FIRST, CHAIR)
    with refused_with("office.own_victims_copy"):
        letters.agreed(wife, FIRST)


def test_what_is_printed_over_the_text_of_a_page_is_read_and_proposed_once(bureau: Bureau) -> None:
    case = letters.registered(bureau, letters.noted())
    made = letters.proposed(bureau, case, letters.LETTER)
    plan = letters.plan_of(bureau, made)
    (page,) = plan.pages
    low = [mark.words for mark in page.marks if mark.box[1] > 0.9 * page.page.height]
    assert low == ["Sdr. Darsono Peliwang"]
    assert sum("Darsono" in mark.words for mark in page.marks) == 2
