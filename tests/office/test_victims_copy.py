"""The copy for the victim: who chooses what, who looks, who approves, and what stands where afterwards."""

import json
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from pipeline.cases.plain import to_plain
from pipeline.cases.problems import InvalidAnswers
from pipeline.kernel.errors import NotFound
from pipeline.kernel.text import Next
from pipeline.office.base import filings
from pipeline.office.engine.perform import open_act, perform
from pipeline.office.overview.find import todo
from pipeline.office.victims import victims_copy, victims_copy_hand
from pipeline.office.victims import victims_copy as deciding
from pipeline.office.victims import victims_copy_files as files
from pipeline.office.victims.victims_copy_choice import FORM, options
from pipeline.records import cases, history, sheets
from pipeline.records.sheets import CopyState, Sheet
from tests.office import damage, printouts
from tests.office import victims_letters as letters
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST
from tests.office.test_own_office import make_real
from tests.refused import refused_with


def sent_back(bureau: Bureau, why: str) -> Sheet:
    perform(deciding.return_copy, bureau.session(CHAIR), FIRST, {"reason": why})
    return letters.newest(FIRST)


def test_a_third_partys_letter_is_never_handed_over(at_stage: Callable[[str], Bureau]) -> None:
    bureau = at_stage("filed")
    bureau.session()
    may = [option.name for option in options(cases.get(FIRST)) if option.why_not is None]
    assert may == [FORM]
    for name in (
        "surat-masuk-1.pdf",
        f"surat-{FIRST}-1-r1-salinan-1-ttd.pdf",
        f"surat-{FIRST}-1-r1-konsep.docx",
    ):
        with refused_with("office.not_choosable"):
            letters.proposed(bureau, FIRST, name)
    assert victims_copy.copies_of(FIRST) == []


def test_a_victim_who_wrote_gets_her_letter_and_the_form(wife: Bureau) -> None:
    bureau, case = wife, FIRST
    bureau.session()
    assert [item.name for item in options(cases.get(case)) if item.why_not is None] == [FORM, letters.LETTER]
    with refused_with("office.no_such_document"):
        letters.proposed(bureau, case, "kasus.json")
    with pytest.raises(InvalidAnswers, match="chosen"):
        letters.proposed(bureau, case)


def test_a_document_that_takes_the_place_of_her_letter_is_not_taken_for_it(wife: Bureau) -> None:
    bureau, case = wife, FIRST
    bureau.session()
    (row,) = [document for document in cases.documents(case) if document.logical == letters.LETTER]
    cases.DocumentRow.objects.filter(case_id=case, logical=row.logical).update(sha512="0" * 128)  # type: ignore[attr-defined]
    with refused_with("office.not_choosable"):
        letters.proposed(bureau, case, letters.LETTER)


def test_nothing_goes_on_that_was_not_looked_at(wife: Bureau) -> None:
    bureau, case = wife, FIRST
    first = letters.proposed(bureau, case, letters.LETTER)
    letters.proposed(bureau, case, letters.LETTER)
    assert [copy.state for copy in victims_copy.copies_of(case)] == [CopyState.GIVEN_UP, CopyState.PROPOSED]
    assert not files.folder(bureau.settings, first.id).exists()
    with refused_with("office.copy_not_looked_at"):
        letters.submitted(bureau, case)
    made = letters.look(bureau, case, CLERK)
    assert [path.suffix for path in made] == [".pdf", ".png", ".png"]
    letters.changed(bureau, case, "1: 10 10 20 20")
    with refused_with("office.copy_not_looked_at"):
        letters.submitted(bureau, case)
    letters.look(bureau, case, CLERK)
    assert letters.submitted(bureau, case).state == CopyState.WAITING
    with refused_with("office.copy_not_looked_at"):
        letters.agreed(bureau, case)


def test_an_approved_copy_is_filed_as_a_derivative_and_its_working_files_go(
    waiting: Bureau, tmp_path: Path
) -> None:
    bureau, case = waiting, FIRST
    bureau.session()
    letters.look(bureau, case, CHAIR)
    before = cases.archived(case)
    copy = letters.agreed(bureau, case)
    assert (copy.state, copy.decided_by, cases.archived(case)) == (CopyState.APPROVED, CHAIR, before + 1)
    names = [document.logical for document in cases.documents(case)]
    assert f"turunan/salinan-untuk-korban-{copy.id.lower()}.pdf" in names
    assert not files.folder(bureau.settings, copy.id).exists()
    assert bureau.verify() == []
    acts = json.dumps([to_plain(act) for act in history.of_case(case) if "victims" in act.verb])
    rows = json.dumps(to_plain(sheets.of_case(case)))
    assert not [secret for secret in letters.SECRETS if secret in acts or secret in rows]
    kasus = json.loads(bureau.held.text(f"2026/{case}/v{before + 1}/content/kasus.json"))
    assert [sheet["state"] for sheet in kasus["sheets"]] == [CopyState.APPROVED]
    made = printouts.copy(bureau.session(CLERK), case, tmp_path / "cetak")
    for number, page in enumerate(pypdf.PdfReader(made[0]).pages, 1):
        assert page.extract_text().splitlines() == [
            "Salinan untuk korban – bagian yang dihitamkan melindungi orang lain",
            f"Kasus {case} · salinan {copy.id} · halaman {number} dari 2",
        ]


def test_a_file_that_was_changed_behind_the_back_is_not_approved(waiting: Bureau) -> None:
    bureau, case = waiting, FIRST
    bureau.session()
    letters.look(bureau, case, CHAIR)
    copy = victims_copy.copies_of(case)[-1]
    path = files.path_of(bureau.settings, copy.id, files.PDF, copy.revision)
    path.write_bytes(path.read_bytes() + b"\n")
    with refused_with("office.victims_copy_changed"):
        letters.agreed(bureau, case)
    assert victims_copy.copies_of(case)[-1].state == CopyState.WAITING
    again = letters.proposed(bureau, case, letters.LETTER)
    assert [copy.state for copy in victims_copy.copies_of(case)] == [CopyState.GIVEN_UP, again.state]


def test_a_document_that_left_the_case_since_is_not_approved(waiting: Bureau) -> None:
    letters.look(waiting, FIRST, CHAIR)
    cases.DocumentRow.objects.filter(case_id=FIRST, logical=letters.LETTER).delete()  # type: ignore[attr-defined]
    with refused_with("office.victims_copy_changed"):
        letters.agreed(waiting, FIRST)
    assert victims_copy.copies_of(FIRST)[-1].state == CopyState.WAITING
    assert sent_back(waiting, "surat pindah kasus").state == CopyState.RETURNED


def test_the_chair_does_not_decide_about_what_she_made(waiting: Bureau) -> None:
    bureau, case = waiting, FIRST
    make_real(bureau)  # in a home for trying one user plays all accounts
    letters.look(bureau, case, CHAIR)
    with refused_with("office.own_victims_copy"):
        letters.agreed(bureau, case)


def test_one_that_is_returned_is_mended_and_comes_again(waiting: Bureau) -> None:
    bureau, case = waiting, FIRST
    bureau.session()
    with refused_with("office.copy_under_way"):
        letters.proposed(bureau, case, FORM)
    returned = sent_back(bureau, "cap puskesmas")
    assert (returned.state, returned.decision["reason"]) == (CopyState.RETURNED, "cap puskesmas")
    assert todo(bureau.session(CLERK))["victims_copies"][0]["next"] == (Next("change-copy", case),)
    after = letters.changed(bureau, case, "2: 50 80 90 95", by=OFFICER)
    assert (after.state, after.revision, after.code != returned.code) == (
        CopyState.PROPOSED,
        2,
        True,
    )


def test_marks_are_added_by_words_and_by_place_and_taken_away(wife: Bureau) -> None:
    bureau, case = wife, FIRST
    bureau.session()
    before = letters.plan_of(bureau, letters.proposed(bureau, case, letters.LETTER))
    count = len(before.pages[0].marks)
    marks = ("", "penjual kue", "2: 0 0 50 50", "1: 1,5 2 3 4")
    after = letters.plan_of(bureau, letters.changed(bureau, case, *marks, taken_off=["1.1"]))
    assert len(after.pages[0].marks) == count - 1 + 1 + 1
    assert before.pages[0].marks[0] not in after.pages[0].marks
    assert [mark.words for mark in after.pages[0].marks if mark.why == "diketik"] == ["Penjual kue"]
    assert after.pages[1].marks[-1].box == (0, 0, 826, 1170)


_WRONG = {
    "3: 0 0 1 1": "office.bad_mark", "1: 5 5 4 9": "office.bad_mark", "1: 0 0 101 5": "office.bad_mark", "…": "office.bad_mark",
    "tidak ada di sini": "office.words_not_found",
}  # fmt: skip


def test_a_line_that_is_not_understood_changes_nothing(wife: Bureau) -> None:
    made = letters.proposed(wife, FIRST, letters.LETTER)
    for line, error in _WRONG.items():
        with refused_with(error) as refusal:
            letters.changed(wife, FIRST, "1: 1 1 2 2", line)
        assert refusal.value.fields == {"line": 2}, line
    with pytest.raises(InvalidAnswers, match="taken_off"):
        letters.changed(wife, FIRST, taken_off=["1.99"])
    assert victims_copy.copies_of(FIRST)[-1] == made


def test_a_case_to_which_access_is_restricted_gives_no_copy(waiting: Bureau) -> None:
    letters.look(waiting, FIRST, CHAIR)
    waiting.restrict(FIRST)
    for refusal, step in (
        (NotFound, lambda: letters.proposed(waiting, FIRST, letters.LETTER)),
        (NotFound, lambda: victims_copy.seen(waiting.session(CLERK), FIRST)),
        ("office.access_restricted", lambda: letters.look(waiting, FIRST, CHAIR)),
        ("office.access_restricted", lambda: letters.agreed(waiting, FIRST)),
        ("office.access_restricted", lambda: sent_back(waiting, "x")),
        (
            NotFound,
            lambda: printouts.copy(waiting.session(CLERK), FIRST, waiting.home / "var" / "cetak"),
        ),
        (NotFound, lambda: open_act(waiting.session(CLERK), victims_copy_hand.hand_over_copy, FIRST)),
    ):
        with refused_with(refusal):
            step()
    assert todo(waiting.session(CHAIR))["victims_copies"] == []


def test_what_the_archive_cannot_take_now_is_filed_later(waiting: Bureau) -> None:
    bureau, case = waiting, FIRST
    bureau.session()
    letters.look(bureau, case, CHAIR)
    with damage.archive_stuck(bureau.settings), refused_with("office.filing_pending"):
        letters.agreed(bureau, case)
    assert filings.complete_all(bureau.session(CLERK)) == []
    assert victims_copy_hand.filed(bureau.settings, letters.newest(case))
