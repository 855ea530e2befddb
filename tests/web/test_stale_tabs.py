"""Two tabs at one thing: what was decided in one stands, whatever the other, which was opened before, is told to do."""

import re

import pytest

from tests.office.bureau import CHAIR, CLERK
from tests.web.door import Door
from tests.web.furnished import OWN, WAITING
from tests.web.visitor import Visitor, entered

LETTER = f"{OWN}-1"
PAGE = f"/kasus/{OWN}/surat/?surat={LETTER}"
PRINT = f'href="/kasus/{OWN}/cetak/"'
_HIDDEN = re.compile(r'<input type="hidden" name="(letter|revision|version)" value="([^"]*)"')
REASON = "Sebutkan juga jam layanan."


@pytest.fixture(scope="module")
def chair(door: Door) -> Visitor:
    """The chair, who has signed in."""
    return entered(door, CHAIR)


@pytest.mark.parametrize("decision", [{}, {"decision": ""}, {"decision": "returned"}, {"decision": "RETURN"}])
def test_a_decision_that_the_letter_does_not_offer_is_refused(
    door: Door, chair: Visitor, decision: dict[str, str]
) -> None:
    before, tab = _letter(door), _read_on(chair)
    answer = chair.post(PAGE, reason=REASON, **tab, **decision)
    assert answer.status == 400
    assert "office.not_offered" not in answer.text
    assert _letter(door) == before


@pytest.mark.parametrize("decision", ["approve", "return", "take", "leave"])
def test_a_decision_without_what_was_read_of_the_letter_is_refused(
    door: Door, chair: Visitor, decision: str
) -> None:
    before = _letter(door)
    for name in ("revision", "version"):
        tab = _read_on(chair) | {name: ""}
        assert chair.post(PAGE, decision=decision, reason=REASON, item="1", **tab).status == 400
    assert _letter(door) == before


def test_a_letter_that_was_approved_in_one_tab_is_not_returned_by_the_stale_other(
    door: Door, chair: Visitor
) -> None:
    stale = _read_on(chair)
    approved = chair.post(PAGE, decision="approve", **_read_on(chair))
    assert approved.status == 302, approved.text
    before = _letter(door)
    assert before[0][0] == "disetujui"
    answer = chair.post(PAGE, decision="return", reason=REASON, **stale)
    assert answer.status == 409
    assert REASON in answer.text, "what was typed is kept"
    assert PRINT in answer.text
    assert _letter(door) == before
    now = chair.post(PAGE, decision="return", reason=REASON, **_read_on(chair))
    assert now.status == 302, "who has read that it is approved may return it"
    assert _letter(door)[0][0] == "dikembalikan"
    assert PRINT not in chair.send("GET", PAGE).text, "a letter that was returned is not printed"


def test_a_document_that_was_struck_in_one_tab_does_not_wait_again_by_the_stale_other(door: Door) -> None:
    clerk, path = entered(door, CLERK), f"/surat-masuk/{WAITING}/tindakan/"
    asked = {"chosen": "salah-pindai", "reason": "Halaman kosong."}
    early = clerk.post(f"{path}unstrike-arrival/", reason="Keliru.")
    assert early.status == 409
    assert clerk.post(f"{path}strike-arrival/", **asked).status == 302
    stale = clerk.post(f"{path}strike-arrival/", **asked)
    assert stale.status == 409
    assert door.rows("SELECT state FROM records_arrivalrow WHERE agenda = ?", WAITING) == [("dicoret",)]
    assert clerk.post(f"{path}unstrike-arrival/", reason="Keliru.").status == 302


def _read_on(visitor: Visitor) -> dict[str, str]:
    """Return what the page of the letter brings back."""
    page = visitor.send("GET", PAGE)
    assert page.status == 200
    return dict(_HIDDEN.findall(page.text))


def _letter(door: Door) -> list[tuple[object, ...]]:
    """Return state and version of the letter, and how much stands in the history."""
    return [
        *door.rows("SELECT state, version FROM records_letterrow WHERE id = ?", LETTER),
        *door.rows("SELECT count(*) FROM records_historyrow"),
    ]
