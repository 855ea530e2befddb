"""Conflict of interest: for a blocked account the case is not there, in the very words of a case that is missing."""

import json
from collections.abc import Callable

import pytest

from demo.answers import registration
from pipeline.kernel.errors import NotFound, Refusal
from pipeline.kernel.text import Next
from pipeline.lookup import access
from pipeline.office.arrivals import move_document, proposals
from pipeline.office.bookkeeping import books
from pipeline.office.cases import assign, conflicts, earlier, register
from pipeline.office.delivery import divide, merge
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import rebuild
from pipeline.office.letters import numbering
from pipeline.office.overview import find
from pipeline.records import cases, history
from pipeline.register.books import BOOKS
from tests.office import damage
from tests.office.bureau import (
    ARCHIVIST,
    CHAIR,
    CLERK,
    OFFICER,
    SCHOOL,
    WIFE,
    Bureau,
    one_page,
)
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

WHY = "Sepupu korban."


@pytest.fixture
def blocked(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office with two approved letters, in which clerk, officer and archivist are blocked from the first case."""
    office = at_stage("approved")
    for account in (CLERK, OFFICER, ARCHIVIST):
        office.block(FIRST, account)
    return office


def test_the_chair_blocks_for_a_reason_and_lifts_for_a_reason(at_stage: Callable[[str], Bureau]) -> None:
    office = at_stage("registered")
    session = office.session(CHAIR)
    made = office.block(FIRST, OFFICER, WHY, "rekan")
    assert "Tidak ada lagi petugas identifikasi" in made.said.fill("id")
    assert list(conflicts.listed(session, FIRST)) == [OFFICER]
    assert find.show(session, FIRST).plain["conflicts"] == [{"account": OFFICER, "relation": "rekan"}]
    assert WHY not in json.dumps(find.show(session, FIRST).plain)
    with pytest.raises(NotFound):
        find.show(office.session(OFFICER), FIRST)
    office.unblock(FIRST, OFFICER)
    assert find.show(office.session(OFFICER), FIRST).case
    assert [act.verb for act in history.of_subject(OFFICER)] == ["conflict", "conflict_lift"]


def test_what_stands_so_already_is_refused(at_stage: Callable[[str], Bureau]) -> None:
    office = at_stage("registered")
    with refused_with("office.not_blocked"):
        office.unblock(FIRST, OFFICER)
    office.block(FIRST, OFFICER)
    with refused_with("office.blocked_already"):
        office.block(FIRST, OFFICER)
    with refused_with("cases.invalid_answers"):
        office.unblock(FIRST, CLERK)
    with refused_with("cases.invalid_answers"):
        office.block(FIRST, "siapa")


def test_a_word_of_the_command_that_names_nobody_is_refused_as_an_answer_is(
    at_stage: Callable[[str], Bureau],
) -> None:
    office = at_stage("registered")
    office.block(FIRST, OFFICER)
    record, lift = conflicts.record_conflict, conflicts.lift_conflict
    for act, about in ((record, "siapa rekan"), (record, f"{CLERK} sepupu"), (lift, CLERK)):
        with refused_with("cases.invalid_answers"):
            perform(act, office.session(CHAIR), FIRST, {"reason": WHY}, about)
    assert list(access.blocked_in(history.of_case(FIRST))) == [OFFICER]


def test_who_sees_the_case_blocks_the_own_account_and_no_other(at_stage: Callable[[str], Bureau]) -> None:
    office = at_stage("registered")
    session, why = office.session(OFFICER), {"relation": "rekan", "reason": WHY}
    with refused_with("office.not_yours"):
        perform(conflicts.record_conflict, session, FIRST, why | {"chosen": CLERK})
    made = perform(conflicts.declare_conflict, session, FIRST, why)
    assert made.next == (Next("todo"),), "the case is no longer there"
    with pytest.raises(NotFound):
        find.show(office.session(OFFICER), FIRST)
    assert [act.account for act in access.blocked_in(history.of_case(FIRST)).values()] == [OFFICER]


def test_nothing_that_lists_or_counts_cases_one_by_one_names_it(blocked: Bureau) -> None:
    case = cases.get(FIRST)
    numbers = {FIRST, case.register_number, *case.agenda}
    for account in (CLERK, OFFICER, ARCHIVIST):
        session = blocked.session(account)
        seen = [find.todo(session), numbering.number_list(session), proposals.queue(session)]
        seen += [find.find(session, SECOND)[0].plain]
        assert not [number for number in numbers if number in repr(seen)], account
        assert SECOND in repr(seen)
    session = blocked.session(ARCHIVIST)
    for name in BOOKS:
        text = repr(list(books.rows(session, books.Asked(name, purpose="arsip"))))
        assert not [number for number in numbers if number in text], name


def test_any_number_of_it_is_answered_as_one_that_is_missing(blocked: Bureau) -> None:
    case = cases.get(FIRST)
    named = [FIRST, case.register_number, *case.agenda, f"{FIRST}-1"]
    missing = ["2026-0999", "0999/TL/XI/2026", "A-2026-0999", "2026-0999-1"]
    session = blocked.session(CLERK)
    for look in (find.find, find.resolve, register.pick):
        for given, other in zip(named, missing, strict=True):
            assert _told(look, session, given) == _told(look, session, other).replace(other, given)


def _told(look: Callable[..., object], *given: object) -> str:
    with pytest.raises(Refusal) as refusal:
        look(*given)
    return f"{refusal.value.code} {refusal.value.status} {refusal.value.text()}"


def test_an_earlier_case_of_the_same_people_is_not_told(blocked: Bureau) -> None:
    name = str(cases.get(FIRST).values["victim_name"])
    assert FIRST in [hit.case for hit in earlier.find(blocked.session(CHAIR), name)]
    assert FIRST not in [hit.case for hit in earlier.find(blocked.session(CLERK), name)]


def test_it_is_not_assigned_to_who_is_blocked_and_waits_for_another(
    at_stage: Callable[[str], Bureau],
) -> None:
    office = at_stage("registered")
    session = office.session(CHAIR)
    office.block(FIRST, OFFICER)
    with refused_with("office.officer_blocked"):
        perform(assign.assign_officer, session, FIRST, {"officer": OFFICER})
    perform(assign.assign_officer, session, SECOND, {"officer": OFFICER})
    office.block(SECOND, OFFICER)
    assert [row["case"] for row in find.todo(session)["conflicts"]] == [SECOND]


def test_a_blocked_chair_signs_no_letter_of_the_case(at_stage: Callable[[str], Bureau]) -> None:

    office = at_stage("registered")
    office.block(FIRST, CHAIR)
    with refused_with("office.no_signatory"):
        office.draft(FIRST)
    assert office.draft(SECOND, 3).signatory == "ketua"


def test_who_is_blocked_from_one_of_two_merged_cases_is_blocked_from_both(
    at_stage: Callable[[str], Bureau],
) -> None:
    office = at_stage("registered")
    session = office.session(CHAIR)
    office.block(FIRST, OFFICER)
    perform(merge.merge_case, session, FIRST, {"into": SECOND, "reason": "satu perkara"})
    with pytest.raises(NotFound):
        find.show(office.session(OFFICER), SECOND)
    assert find.find(office.session(CHAIR), SECOND)


@pytest.mark.parametrize("how", ["merge", "divide"])
def test_a_block_recorded_after_two_cases_were_merged_or_divided_is_one_of_both(
    at_stage: Callable[[str], Bureau], how: str
) -> None:
    office = at_stage("registered")
    session = office.session(CHAIR)
    if how == "merge":
        perform(merge.merge_case, session, FIRST, {"into": SECOND, "reason": "satu perkara"})
        both = (SECOND, FIRST)
    else:
        given = registration(WIFE) | {"chosen": ["surat-masuk-1.pdf"], "reason": "dua perkara"}
        made = perform(divide.divide_case, office.session(CLERK), FIRST, given)
        both = (FIRST, str(made.told["new"]))
    assert office.block(both[0], OFFICER).told["also"] == [both[1]]
    for case in both:
        with pytest.raises(NotFound):
            find.show(office.session(OFFICER), case)
    office.unblock(both[1], OFFICER)
    assert find.show(office.session(OFFICER), both[1]).case
    assert office.verify() == []


def test_what_was_moved_from_a_case_does_not_name_it_to_who_is_blocked(
    at_stage: Callable[[str], Bureau],
) -> None:
    office = at_stage("registered")
    answers = damage.misfiled("surat-masuk-1.pdf", SECOND)
    perform(move_document.move_document, office.session(CLERK), FIRST, answers)
    for account in (CLERK, ARCHIVIST):
        office.block(FIRST, account)
    seen = find.show(office.session(CLERK), SECOND).plain
    text = repr([seen, find.revealed(office.session(CLERK), SECOND, "perlu")]).replace(f"A-{FIRST}", "")
    assert FIRST not in text
    assert "move_in" in [act["verb"] for act in seen["history"]]
    rows = repr(list(books.rows(office.session(ARCHIVIST), books.Asked("register", purpose="arsip"))))
    assert FIRST not in rows
    assert f"dipindahkan dari kasus {FIRST}" in repr(
        list(books.rows(office.session(CHAIR), books.Asked("register", purpose="arsip")))
    )


def test_a_rebuild_forgets_no_block(at_stage: Callable[[str], Bureau]) -> None:
    office = at_stage("registered")
    office.block(FIRST, OFFICER)
    rebuild.rebuild(office.settings, office.session(ARCHIVIST).actor)
    with pytest.raises(NotFound):
        find.show(office.session(OFFICER), FIRST)
    assert office.verify() == []


def test_the_user_is_blocked_under_whatever_account_they_act_outside_of_a_trial(
    at_stage: Callable[[str], Bureau],
) -> None:
    from dataclasses import replace

    from pipeline.kernel.people import Actor
    from pipeline.lookup import access
    from pipeline.lookup.access import Viewer

    office = at_stage("registered")
    office.block(FIRST, CLERK)
    settings = office.settings
    real = replace(settings, values={**settings.values, "kantor.percobaan": False})
    user = next(iter(next(account.users for account in settings.accounts if account.name == CLERK)))
    borrowed = Actor(OFFICER, frozenset(), user)
    assert access.hidden(Viewer(real, borrowed)) == {FIRST}
    assert access.hidden(Viewer(settings, borrowed)) == frozenset()
    assert access.hidden(Viewer(real, Actor("sistem", frozenset(), user))) == frozenset()


def test_a_blocked_clerk_can_still_register_what_comes_in(blocked: Bureau) -> None:
    made = blocked.register(SCHOOL, one_page("surat baru"))
    assert find.show(blocked.session(CLERK), made.number).case
