"""A page keeps a refusal about what was typed on itself; want of a right and a clock set back go to the door's own pages."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.kernel import clock
from pipeline.kernel.errors import ClockBehind, NotFound, Refusal
from pipeline.web import pages
from pipeline.web.versions import is_recoverable
from tests.office.bureau import CHAIR, OFFICER, Bureau
from tests.office.stages import SECOND
from tests.web.door import Door, served
from tests.web.furnished import OWN
from tests.web.visitor import entered

PAGE = f"/kasus/{OWN}/surat/"
_RAW = re.compile(r"\b(?:error|trouble|refused)\.text\(")


@pytest.fixture(scope="module")
def set_back(web_office: Bureau) -> Iterator[Door]:
    """The door of the same office on a machine whose clock was set back an hour."""
    with served(web_office.home, RANGKAP_CLOCK=(clock.now() - timedelta(hours=1)).isoformat()) as door:
        yield door


@pytest.mark.parametrize(
    ("error", "kept"),
    [
        (Refusal("office.reason_needed"), True),
        (Refusal("office.not_yours", account=OFFICER, verb="approve", roles="ketua"), False),
        (Refusal("office.account_locked", account=OFFICER), False),
        (ClockBehind(now="-", last="-"), False),
        (NotFound(what="surat", given="-"), False),
    ],
)
def test_what_a_page_may_keep(error: Refusal, *, kept: bool) -> None:
    assert is_recoverable(error) is kept


def test_what_was_sought_and_is_not_there_stays_beside_what_was_typed() -> None:
    assert is_recoverable(NotFound(what="kasus", given="2026-9999"), is_sought=True)


@pytest.mark.parametrize("decision", ["approve", "return", ""])
def test_a_chairs_act_by_an_officer_is_refused_and_written_down(door: Door, decision: str) -> None:
    before = _refused(door)
    officer = entered(door, OFFICER)
    assert officer.get(PAGE).status == 200
    shown = _versions(door)
    answer = officer.post(PAGE, decision=decision, reason="Tidak tepat.", **shown)
    assert answer.status == 403
    assert _refused(door) == [*before, (OFFICER, f"letter {OWN}")]
    assert _versions(door) == shown


def test_a_clock_set_back_leads_to_its_act_when_the_chair_approves(set_back: Door) -> None:
    chair = entered(set_back, CHAIR)
    assert chair.send("GET", f"{PAGE}?surat={OWN}-1").status == 200
    answer = chair.post(PAGE, decision="approve", **_versions(set_back))
    assert answer.status == 409
    assert 'href="/tindakan/confirm-clock/"' in answer.text, answer.text


def test_a_refusal_kept_on_a_page_names_states_and_moves_in_the_words_of_the_reader(
    filed_office: Door,
) -> None:
    chair, page = entered(filed_office, CHAIR), f"/kasus/{SECOND}/surat/"
    asked = {"decision": "take", "item": "1", **_versions(filed_office, SECOND)}
    own = chair.post(page, **asked)
    assert own.status == 409
    assert "kasus berstatus “menunggu tanda tangan”" in own.text
    assert "take_edited" not in own.text
    chair.post("/bahasa/")
    other = chair.post(page, **asked)
    assert "the case is “waiting for signatures”" in other.text
    assert "menunggu tanda tangan" not in other.text


def test_no_page_says_a_refusal_but_in_the_words_of_the_reader() -> None:
    houses = Path(pages.__file__).parent.glob("*.py")
    matches = {house.name: _RAW.findall(house.read_text("utf-8")) for house in houses}
    assert {name: calls for name, calls in matches.items() if calls} == {}
    assert len(matches) > 20


def _refused(door: Door) -> list[tuple[str, str]]:
    return door.rows(
        "SELECT account, subject FROM records_accessrow WHERE verb = 'right_refused' ORDER BY id"
    )


def _versions(door: Door, case: str = OWN) -> dict[str, str]:
    """Return what the page of the letter brings back."""
    ((revision, version),) = door.rows(
        "SELECT revision, version FROM records_letterrow WHERE id = ?", f"{case}-1"
    )
    return {"letter": f"{case}-1", "revision": str(revision), "version": str(version)}
