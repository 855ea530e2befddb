"""The copy for the victim: who chooses what, who looks, who approves, and what stands where afterwards."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pypdf

from pipeline.cases.plain import to_plain
from pipeline.kernel.text import Next
from pipeline.office.base import file_away
from pipeline.office.overview.find import todo
from pipeline.office.victims import victims_copy, victims_copy_hand
from pipeline.office.victims import victims_copy_decide as deciding
from pipeline.office.victims import victims_copy_files as files
from pipeline.office.victims.victims_copy_choice import FORM, options
from pipeline.records import cases, history, sheets
from pipeline.records.errors import NotFound
from pipeline.records.sheets import CopyState
from tests.office import damage
from tests.office import victims_letters as letters
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST
from tests.office.test_own_office import make_real
from tests.refused import refused_with


def look(bureau: Bureau, case: str, account: str) -> list[Path]:
    return victims_copy.show(bureau.desk(account), case, bureau.home / "var" / "lihat")


def test_a_third_partys_letter_is_never_handed_over(at_stage: Callable[[str], Bureau]) -> None:
    bureau = at_stage("filed")
    bureau.desk()
    may = [one.name for one in options(cases.get(FIRST)) if one.why_not is None]
    assert may == [FORM]
    for name in (
        "surat-masuk-1.pdf",
        f"surat-{FIRST}-1-r1-salinan-1-ttd.pdf",
        f"surat-{FIRST}-1-r1-konsep.docx",
    ):
        with refused_with("office.not_choosable"):
            victims_copy.propose(bureau.desk(CLERK), FIRST, [name])
    assert victims_copy.copies_of(FIRST) == []


def test_a_victim_who_wrote_gets_her_letter_and_the_form(wife: Bureau) -> None:
    bureau, case = wife, FIRST
    bureau.desk()
    assert [one.name for one in options(cases.get(case)) if one.why_not is None] == [FORM, letters.LETTER]
    with refused_with("office.no_such_document"):
        victims_copy.propose(bureau.desk(CLERK), case, ["kasus.json"])
    with refused_with("office.nothing_chosen"):
        victims_copy.propose(bureau.desk(CLERK), case, [])


def test_a_document_that_takes_the_place_of_her_letter_is_not_taken_for_it(wife: Bureau) -> None:
    bureau, case = wife, FIRST
    bureau.desk()
    (row,) = [one for one in cases.documents(case) if one.logical == letters.LETTER]
    cases.DocumentRow.objects.filter(case_id=case, logical=row.logical).update(sha512="0" * 128)  # type: ignore[attr-defined]
    with refused_with("office.not_choosable"):
        victims_copy.propose(bureau.desk(CLERK), case, [letters.LETTER])


def test_nothing_goes_on_that_was_not_looked_at(wife: Bureau) -> None:
    bureau, case = wife, FIRST
    first = victims_copy.propose(bureau.desk(CLERK), case, [letters.LETTER]).sheet
    victims_copy.propose(bureau.desk(CLERK), case, [letters.LETTER])
    assert [one.state for one in victims_copy.copies_of(case)] == [CopyState.GIVEN_UP, CopyState.PROPOSED]
    assert not files.folder(bureau.settings, first.id).exists()
    with refused_with("office.copy_not_looked_at"):
        victims_copy.ready(bureau.desk(CLERK), case)
    made = look(bureau, case, CLERK)
    assert [one.suffix for one in made] == [".pdf", ".png", ".png"]
    victims_copy.change(bureau.desk(CLERK), case, ["+ 1: 10 10 20 20"])
    with refused_with("office.copy_not_looked_at"):
        victims_copy.ready(bureau.desk(CLERK), case)
    look(bureau, case, CLERK)
    assert victims_copy.ready(bureau.desk(CLERK), case).state == CopyState.WAITING
    with refused_with("office.copy_not_looked_at"):
        deciding.approve(bureau.desk(CHAIR), case)


def test_an_approved_copy_is_filed_as_a_derivative_and_its_working_files_go(
    waiting: Bureau, tmp_path: Path
) -> None:
    bureau, case = waiting, FIRST
    bureau.desk()
    look(bureau, case, CHAIR)
    before = cases.archived(case)
    copy = deciding.approve(bureau.desk(CHAIR), case)
    assert (copy.state, copy.decided_by, cases.archived(case)) == (CopyState.APPROVED, CHAIR, before + 1)
    names = [one.logical for one in cases.documents(case)]
    assert f"turunan/salinan-untuk-korban-{copy.id.lower()}.pdf" in names
    assert not files.folder(bureau.settings, copy.id).exists()
    assert bureau.verify() == []
    acts = json.dumps([to_plain(one) for one in history.of_case(case) if "victims" in one.verb])
    rows = json.dumps(to_plain(sheets.of_case(case)))
    assert not [one for one in letters.SECRETS if one in acts or one in rows]
    kasus = json.loads(bureau.held.text(f"2026/{case}/v{before + 1}/content/kasus.json"))
    assert [one["state"] for one in kasus["sheets"]] == [CopyState.APPROVED]
    copy, made = victims_copy_hand.print_out(bureau.desk(CLERK), case, tmp_path / "cetak")
    for number, page in enumerate(pypdf.PdfReader(made[0]).pages, 1):
        assert page.extract_text().splitlines() == [
            "Salinan untuk korban – bagian yang dihitamkan melindungi orang lain",
            f"Kasus {case} · salinan {copy.id} · halaman {number} dari 2",
        ]


def test_a_file_that_was_changed_behind_the_back_is_not_approved(waiting: Bureau) -> None:
    bureau, case = waiting, FIRST
    bureau.desk()
    look(bureau, case, CHAIR)
    copy = victims_copy.copies_of(case)[-1]
    path = files.path_of(bureau.settings, copy.id, files.PDF, copy.revision)
    path.write_bytes(path.read_bytes() + b"\n")
    with refused_with("office.victims_copy_changed"):
        deciding.approve(bureau.desk(CHAIR), case)
    assert victims_copy.copies_of(case)[-1].state == CopyState.WAITING
    again = victims_copy.propose(bureau.desk(CLERK), case, [letters.LETTER]).sheet
    assert [one.state for one in victims_copy.copies_of(case)] == [CopyState.GIVEN_UP, again.state]


def test_a_document_that_left_the_case_since_is_not_approved(waiting: Bureau) -> None:
    look(waiting, FIRST, CHAIR)
    cases.DocumentRow.objects.filter(case_id=FIRST, logical=letters.LETTER).delete()  # type: ignore[attr-defined]
    with refused_with("office.victims_copy_changed"):
        deciding.approve(waiting.desk(CHAIR), FIRST)
    assert victims_copy.copies_of(FIRST)[-1].state == CopyState.WAITING
    assert deciding.send_back(waiting.desk(CHAIR), FIRST, "surat pindah kasus").state == CopyState.RETURNED


def test_the_chair_does_not_decide_about_what_she_made(waiting: Bureau) -> None:
    bureau, case = waiting, FIRST
    make_real(bureau)  # in a home for trying one user plays all accounts
    look(bureau, case, CHAIR)
    with refused_with("office.own_victims_copy"):
        deciding.approve(bureau.desk(CHAIR), case)


def test_one_that_is_returned_is_mended_and_comes_again(waiting: Bureau) -> None:
    bureau, case = waiting, FIRST
    bureau.desk()
    with refused_with("office.copy_under_way"):
        victims_copy.propose(bureau.desk(CLERK), case, [FORM])
    with refused_with("office.reason_needed"):
        deciding.send_back(bureau.desk(CHAIR), case, " ")
    returned = deciding.send_back(bureau.desk(CHAIR), case, "cap puskesmas")
    assert (returned.state, returned.decision["reason"]) == (CopyState.RETURNED, "cap puskesmas")
    assert todo(bureau.desk(CLERK))["victims_copies"][0]["next"] == (Next("copy-change", case),)
    after = victims_copy.change(bureau.desk(OFFICER), case, ["+ 2: 50 80 90 95"])
    assert (after.sheet.state, after.sheet.revision, after.sheet.code != returned.code) == (
        CopyState.PROPOSED,
        2,
        True,
    )


def test_marks_are_added_by_words_and_by_place_and_taken_away(wife: Bureau) -> None:
    bureau, case = wife, FIRST
    bureau.desk()
    before = victims_copy.propose(bureau.desk(CLERK), case, [letters.LETTER]).plan
    assert before is not None
    count = len(before.pages[0].marks)
    after = victims_copy.change(
        bureau.desk(CLERK), case, ["- 1.1", "", "+ penjual kue", "+ 2: 0 0 50 50", "+ 1: 1,5 2 3 4"]
    ).plan
    assert after is not None
    assert len(after.pages[0].marks) == count - 1 + 1 + 1
    assert before.pages[0].marks[0] not in after.pages[0].marks
    assert [one.words for one in after.pages[0].marks if one.why == "diketik"] == ["Penjual kue"]
    assert after.pages[1].marks[-1].box == (0, 0, 826, 1170)


_WRONG = {
    "hapus semua": "office.bad_mark", "- 9.1": "office.bad_mark", "- 1.99": "office.bad_mark", "+ 3: 0 0 1 1": "office.bad_mark", "+ 1: 5 5 4 9": "office.bad_mark",
    "+ 1: 0 0 101 5": "office.bad_mark", "+ …": "office.bad_mark", "+ tidak ada di sini": "office.words_not_found",
}  # fmt: skip


def test_a_line_that_is_not_understood_changes_nothing(wife: Bureau) -> None:
    made = victims_copy.propose(wife.desk(CLERK), FIRST, [letters.LETTER]).sheet
    for line, error in _WRONG.items():
        with refused_with(error) as told:
            victims_copy.change(wife.desk(CLERK), FIRST, ["+ 1: 1 1 2 2", line])
        assert told.value.fields == {"line": 2}, line
    assert victims_copy.copies_of(FIRST)[-1] == made


def test_a_case_to_which_access_is_restricted_gives_no_copy(waiting: Bureau) -> None:
    look(waiting, FIRST, CHAIR)
    waiting.restrict(FIRST)
    for refusal, step in (
        (NotFound, lambda: victims_copy.propose(waiting.desk(CLERK), FIRST, [letters.LETTER])),
        (NotFound, lambda: victims_copy.seen(waiting.desk(CLERK), FIRST)),
        ("office.access_restricted", lambda: look(waiting, FIRST, CHAIR)),
        ("office.access_restricted", lambda: deciding.approve(waiting.desk(CHAIR), FIRST)),
        ("office.access_restricted", lambda: deciding.send_back(waiting.desk(CHAIR), FIRST, "x")),
        (
            NotFound,
            lambda: victims_copy_hand.print_out(waiting.desk(CLERK), FIRST, waiting.home / "var" / "cetak"),
        ),
        (NotFound, lambda: victims_copy_hand.need_to_hand(waiting.desk(CLERK), FIRST)),
    ):
        with refused_with(refusal):
            step()
    assert todo(waiting.desk(CHAIR))["victims_copies"] == []


def test_what_the_archive_cannot_take_now_is_filed_later(waiting: Bureau) -> None:
    bureau, case = waiting, FIRST
    bureau.desk()
    look(bureau, case, CHAIR)
    with damage.archive_stuck(bureau.settings):
        copy = deciding.approve(bureau.desk(CHAIR), case)
    assert files.folder(bureau.settings, copy.id).exists(), "needed by the filing that is still open"
    assert file_away.settle(bureau.desk(CLERK)) == []
    assert victims_copy_hand.filed(bureau.settings, copy)
