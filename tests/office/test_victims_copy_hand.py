"""An approved copy goes out: printed with two receipts, handed over by rule, the receipt filed whenever it comes."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.cases.problems import InvalidAnswers
from pipeline.kernel.ids import read_code
from pipeline.office.base.session import who
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import rebuild
from pipeline.office.overview.find import todo
from pipeline.office.victims import victims_copy, victims_copy_hand
from pipeline.office.victims.victims_copy_choice import FORM
from pipeline.office.victims.victims_copy_hand import BY_CONTACT
from pipeline.records import arrivals, boot, cases, history, sheets
from pipeline.records.arrivals import ArrivalState
from pipeline.records.sheets import CopyState, Sheet
from tests.office import damage, decided, printouts
from tests.office import victims_letters as letters
from tests.office.bureau import ARCHIVIST, CLERK, USER, Bureau, one_page, pdf_of, signed_pages
from tests.office.matched import match
from tests.office.stages import FIRST
from tests.refused import refused_with

TO_HER = {"receiver": "korban", "handed_day": "2026-11-24", "proof": "KTP"}


def hand_over(bureau: Bureau, case: str = FIRST, **answers: str) -> Sheet:
    """Hand the approved copy over, to the victim herself unless ``answers`` say otherwise."""
    perform(victims_copy_hand.hand_over_copy, bureau.session(CLERK), case, TO_HER | answers)
    return letters.newest(case)


def printed(bureau: Bureau) -> list[Path]:
    return printouts.copy(bureau.session(CLERK), FIRST, bureau.home / "var" / "cetak")


def receipt(bureau: Bureau) -> bytes:
    """Return the signed scan of the office's receipt."""
    return pdf_of(signed_pages(printed(bureau)[2], 2))


def named(ending: str) -> list[str]:
    return [document.logical for document in cases.documents(FIRST) if ending in document.logical]


def test_two_receipts_bear_no_name_and_no_kind_of_case_and_each_print_is_counted(
    approved_copy: Bureau,
) -> None:
    made = printed(approved_copy)
    assert made[0].name == f"{victims_copy.copies_of(FIRST)[-1].id}-salinan.pdf"
    texts = [
        subprocess.run(
            ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
        ).stdout
        for path in made[1:]
    ]
    assert len(texts) == 2
    for text, whose in zip(texts, ("untuk penerima", "untuk arsip kantor"), strict=True):
        assert whose in text
        assert "Nama penerima" in text
        assert FIRST in text
        lower = text.lower()
        assert not [
            word
            for word in ("rusmini", "korban", "kekerasan", "darsono", "pengaduan", "p2tp2a")
            if word in lower
        ]
    printed(approved_copy)
    assert victims_copy.copies_of(FIRST)[-1].printed == 2
    acts = [act.detail["times"] for act in history.of_case(FIRST) if act.verb == victims_copy_hand.PRINTED]
    assert acts == [1, 2]


def test_the_reported_person_never_gets_it(approved_copy: Bureau) -> None:
    with refused_with("office.copy_not_to_them"):
        hand_over(approved_copy, receiver="pendamping", receiver_name="Bpk. Darsono Peliwang")
    assert victims_copy.copies_of(FIRST)[-1].state == CopyState.APPROVED


def test_it_leaves_the_office_only_where_the_confirmed_safe_contact_allows(approved_copy: Bureau) -> None:
    case = cases.get(FIRST)
    cases.change(
        case, replace(case, values={**case.values, "safe_contact_way": "telepon"}, version=case.version + 1)
    )
    with pytest.raises(InvalidAnswers, match="way"):
        hand_over(approved_copy, way=BY_CONTACT)
    case = cases.get(FIRST)
    values = {**case.values, "safe_contact_way": "titip", "safe_contact_confirmed": True}
    cases.change(case, replace(case, values=values, version=case.version + 1))
    assert hand_over(approved_copy, way=BY_CONTACT).state == CopyState.HANDED


def test_the_receipt_that_comes_first_waits_and_is_filed_with_the_handing_over(approved_copy: Bureau) -> None:
    (came,) = approved_copy.receive(receipt(approved_copy))
    assert came.what == "sheet"
    assert arrivals.get(came.arrival).state == ArrivalState.DECISION
    with refused_with("office.receipt_not_decided"):
        decided.on_sheet(approved_copy.session(CLERK), victims_copy.copies_of(FIRST)[-1].id)
    hand_over(approved_copy)
    assert arrivals.get(came.arrival).state == ArrivalState.FILED
    assert len(named("tanda-terima-salinan-")) == 1
    assert todo(approved_copy.session(CLERK))["victims_copies"] == []
    assert approved_copy.verify() == []


def test_the_receipt_that_comes_later_files_itself(approved_copy: Bureau) -> None:
    scan = receipt(approved_copy)
    hand_over(approved_copy)
    assert named("tanda-terima-salinan-") == []
    (came,) = approved_copy.receive(scan)
    assert arrivals.get(came.arrival).state == ArrivalState.FILED
    assert len(named("tanda-terima-salinan-")) == 1
    with refused_with("office.no_victims_copy"):
        hand_over(approved_copy)


def test_a_receipt_whose_code_cannot_be_read_is_matched_by_the_words_at_its_foot(
    approved_copy: Bureau,
) -> None:
    printed(approved_copy)
    hand_over(approved_copy)
    arrival = approved_copy.arrive(one_page("tanda terima"))
    copy = victims_copy.copies_of(FIRST)[-1]
    code = read_code(copy.code)
    assert code is not None
    matched = match(approved_copy.session(CLERK), str(arrival.agenda), f"{copy.id} {code.in_words()}")
    assert (matched.state, matched.struck) == (ArrivalState.FILED, "tanda terima kantor sendiri")
    assert len(named("tanda-terima-salinan-")) == 1
    again = approved_copy.arrive(one_page("lagi"))
    with refused_with("office.not_a_copy"):
        match(approved_copy.session(CLERK), str(again.agenda), f"{copy.id} {code.in_words()}")


def test_a_scan_of_her_copy_is_no_receipt_and_no_signed_letter(approved_copy: Bureau) -> None:
    (came,) = approved_copy.receive(pdf_of(signed_pages(printed(approved_copy)[0], 3)))
    assert came.what == "agenda"


def test_a_filed_copy_that_was_changed_is_not_printed(approved_copy: Bureau) -> None:
    (paper,) = [document for document in cases.documents(FIRST) if "turunan" in document.logical]
    approved_copy.held.write(paper.path, approved_copy.held.read(paper.path)[:-2])
    with refused_with("office.victims_copy_changed"):
        printed(approved_copy)
    again = letters.proposed(approved_copy, FIRST, FORM)
    assert [copy.state for copy in victims_copy.copies_of(FIRST)] == [CopyState.GIVEN_UP, again.state]


def test_rebuilt_from_the_archive_it_stands_as_it_did(approved_copy: Bureau) -> None:
    (came,) = approved_copy.receive(receipt(approved_copy))
    before = sheets.of_case(FIRST)
    damage.lose_database_alone(approved_copy)
    rebuild.rebuild(approved_copy.settings, who(approved_copy.settings, USER, ARCHIVIST))
    boot.close()
    approved_copy.session()
    after = sheets.of_case(FIRST)
    assert [(sheet.id, sheet.state, sheet.digest, sheet.arrival) for sheet in after] == [
        (sheet.id, sheet.state, sheet.digest, came.arrival) for sheet in before
    ]
    hand_over(approved_copy)
    assert len(named("tanda-terima-salinan-")) == 1
