"""A merged case is kept as long as the one that goes on for it, and goes with it, with every file it was joined of."""

import pytest

from demo.answers import registration
from pipeline.kernel import clock
from pipeline.office.base import retention
from pipeline.office.cases import add_letter, register
from pipeline.office.delivery import merge
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from pipeline.records import arrivals, boot, cases, history
from tests.office import arranging, damage
from tests.office.bureau import ARCHIVIST, CHAIR, WIFE, Bureau, one_page
from tests.office.retained import destroyed_list, holding, later
from tests.office.stages import FIRST

THIRD = "2026-0003"
SURNAME = "Talahu"
LETTER = {
    "channel": "letter", "received_day": "2026-11-24", "sender": "Rusmini Talahu", "letter_number": "7/SUSULAN/2026",
    "summary": "susulan", "needs_answer": False,
}  # fmt: skip


@pytest.fixture
def merged(filed: Bureau, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """Ten years later: a letter of two scans was a case, and went into one whose answer was filed."""
    filed.receive(one_page("satu"), one_page("dua"))
    session = filed.session()
    items = [str(arrival.agenda) for arrival in arrivals.listed(*arrivals.WAITING)]
    letter = arranging.join(session, *items)
    perform(register.register_arrival, filed.session(), letter.id, registration(WIFE))
    perform(add_letter.add_letter, filed.session(), THIRD, LETTER, filed.arrive(one_page("tiga")).id)
    chair = filed.session(CHAIR)
    perform(merge.merge_case, chair, THIRD, {"into": FIRST, "reason": "satu perkara"})
    return later(filed, monkeypatch)


def test_it_is_kept_and_held_as_the_case_that_goes_on(merged: Bureau) -> None:
    session = merged.session(ARCHIVIST)
    left, right = (retention.retention_of(session, cases.get(number)) for number in (THIRD, FIRST))
    assert (left.event, left.until) == (right.event, right.until)
    assert left.until is not None
    with boot.transact():
        history.note(clock.now(), session.actor, retention.HOLD, None, FIRST)
    assert retention.retention_of(session, cases.get(THIRD)).is_held


def test_a_case_is_held_with_the_one_it_goes_on_in_however_far(bureau: Bureau) -> None:
    chair = bureau.session(CHAIR)
    near, next_, far = (damage.call(bureau, word).number for word in ("satu", "dua", "tiga"))
    for goer, stayer in ((near, next_), (next_, far)):
        perform(merge.merge_case, chair, goer, {"into": stayer, "reason": "satu perkara"})
    with boot.transact():
        history.note(clock.now(), chair.actor, retention.HOLD, None, far)
    assert retention.retention_of(bureau.session(ARCHIVIST), cases.get(near)).is_held


def test_both_go_with_every_file_and_no_name_is_left(merged: Bureau) -> None:
    assert SURNAME in str(registration(WIFE))
    assert holding(merged.home, SURNAME)
    destroyed_list(merged)
    boot.close()
    assert holding(merged.home, SURNAME) == set()
    merged.session()
    assert not {FIRST, THIRD} & set(cases.numbers())
    assert {arrival.case for arrival in arrivals.listed()}.isdisjoint({FIRST, THIRD})
    folders = {path.name for path in merged.settings.arrivals.iterdir() if not path.name.startswith(".")}
    assert folders == arrivals.ids()
    for number in (FIRST, THIRD):
        (hit,) = find.find(merged.session(), number)
        assert hit.plain["state"] == "dimusnahkan"
    assert merged.verify() == []
    merged.held.need_valid()
