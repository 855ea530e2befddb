"""The copy for the victim of a case that is closed, merged into another, divided or voided while it is under way."""

from collections.abc import Callable

import pytest

from pipeline.cases.states import State
from pipeline.office.delivery import merge
from pipeline.office.engine.perform import perform
from pipeline.office.overview.find import todo
from pipeline.office.victims import victims_copy
from pipeline.office.victims.victims_copy_choice import FORM
from pipeline.records import cases
from pipeline.records.sheets import CopyState
from tests.office import damage, ended, printouts
from tests.office import victims_letters as letters
from tests.office.bureau import CHAIR, CLERK, Bureau, pdf_of, signed_pages
from tests.office.ended import CLOSED, DIVIDED, MERGED, PART, VOIDED
from tests.office.test_victims_copy_hand import hand_over
from tests.refused import refused_with


@pytest.fixture
def office(at_stage: Callable[[str], Bureau]) -> Bureau:
    return at_stage("begun")


def states(case: str) -> list[str]:
    return [copy.state for copy in victims_copy.copies_of(case)]


def handed(office: Bureau, case: str) -> None:
    """Print the copy, hand it over, and let its signed receipt come back."""
    paths = printouts.copy(office.session(CLERK), case, office.home / "var" / "cetak")
    hand_over(office, case)
    office.receive(pdf_of(signed_pages(paths[2], 2)))
    receipts = [file.logical for file in cases.documents(case) if "tanda-terima-salinan" in file.logical]
    assert len(receipts) == 1


def test_a_case_is_closed_when_its_copy_is_withdrawn_and_she_may_still_have_one(office: Bureau) -> None:
    with refused_with("office.cannot_close", match=f"copy D-{CLOSED}-1 for the victim"):
        ended.close_it(office, CLOSED)
    ended.withdraw_it(office, CLOSED)
    ended.close_it(office, CLOSED)
    letters.approved(office, CLOSED, letters.LETTER)
    handed(office, CLOSED)
    assert (cases.get(CLOSED).state, states(CLOSED)) == (State.CLOSED, ["tidak diambil", "diserahkan"])
    assert office.verify() == []
    damage.rebuilt(office)
    assert states(CLOSED) == ["tidak diambil", "diserahkan"]


def test_of_a_merged_case_the_copy_goes_on_where_it_was_approved(office: Bureau) -> None:
    ended.merge_it(office)
    assert (states(MERGED), states(CLOSED)) == (["disetujui"], ["disetujui"])
    assert MERGED in {copy["case"] for copy in todo(office.session(CLERK))["victims_copies"]}
    handed(office, MERGED)
    perform(merge.unmerge_case, office.session(CHAIR), MERGED, {"reason": "ternyata lain"})
    assert states(MERGED) == ["diserahkan"]
    assert office.verify() == []


def test_one_of_a_merged_case_that_nobody_fetches_is_withdrawn_there(office: Bureau) -> None:
    ended.merge_it(office)
    for case in (MERGED, CLOSED):
        ended.withdraw_it(office, case)
    ended.close_it(office, CLOSED)
    assert {cases.get(number).state for number in (MERGED, CLOSED)} == {State.CLOSED}
    assert office.verify() == []


def test_of_a_divided_case_the_copy_stays_and_the_part_gives_its_form_alone(office: Bureau) -> None:
    ended.divide_it(office)
    assert (states(DIVIDED), states(PART)) == (["disetujui"], [])
    handed(office, DIVIDED)
    with refused_with("office.not_choosable", match="from which this one was divided"):
        letters.proposed(office, PART, letters.LETTER)
    letters.approved(office, PART, FORM)
    handed(office, PART)
    assert (states(DIVIDED), states(PART)) == (["diserahkan"], ["diserahkan"])
    assert office.verify() == []


def test_a_registration_is_not_voided_under_a_copy_and_gives_none_afterwards(office: Bureau) -> None:
    with refused_with("office.victims_copy_is_out") as refused:
        ended.void_it(office)
    assert refused.value.fields["state"] == "disetujui"
    ended.withdraw_it(office, VOIDED)
    ended.void_it(office)
    for name in (letters.LETTER, FORM):
        with refused_with("office.not_choosable"):
            letters.proposed(office, VOIDED, name)
    assert states(VOIDED) == [CopyState.UNCLAIMED]
    assert office.verify() == []
