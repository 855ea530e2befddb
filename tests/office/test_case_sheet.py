"""A case as it lies open before a person: what waits, whose turn it is, why other steps must wait, who else is at it."""

from collections.abc import Callable

from pipeline.office.cases import assign, inform, verify_report
from pipeline.office.engine.perform import perform
from pipeline.office.overview.case_sheet import CaseSheet, sheet
from tests.office.bureau import CHAIR, CLERK, OFFICER, WIFE, Bureau
from tests.office.stages import FIRST

Office = Callable[[str], Bureau]


def named(seen: CaseSheet) -> list[str]:
    """Return what is mine and can be done now, in its order."""
    return [action.verb for action in seen.actions if action.is_mine and action.why_not is None]


def test_a_new_case_waits_for_the_chair_and_says_why_the_others_wait(registered: Bureau) -> None:
    seen = sheet(registered.session(CHAIR), FIRST)
    assert named(seen)[:2] == ["vet", "assign"]
    assert seen.waits.en == "Waits for verification and assignment."
    assert seen.line is not None
    why = {step.step: step.why_not for step in seen.line.steps}
    assert why[12] == (
        "Menunggu kedua salinan bertanda tangan (langkah 11).",
        "Waits for both signed copies (step 11).",
    )
    assert why[13] is not None
    assert "langkah 12" in why[13].id
    assert why[6] is None


def test_a_draft_names_what_must_be_clear_first(registered: Bureau) -> None:
    from dataclasses import replace

    from pipeline.records import cases

    perform(verify_report.verify_report, registered.session(OFFICER), FIRST, {})
    perform(assign.assign_officer, registered.session(CHAIR), FIRST, {"officer": OFFICER})
    before = cases.get(FIRST)
    values = {
        name: value
        for name, value in before.values.items()
        if name not in ("event_date", "victim_age", "victim_birth_date")
    }
    cases.change(before, replace(before, values=values, version=before.version + 1))
    seen = sheet(registered.session(OFFICER), FIRST)
    draft = next(action for action in seen.actions if action.verb == "draft")
    assert draft.why_not is not None
    assert "langkah 9" in draft.why_not.id
    assert "clarify" in named(seen)
    assert any(action.is_main and action.verb == "clarify" for action in seen.actions)


def test_contacts_and_papers_are_told(registered: Bureau) -> None:
    case = registered.register(WIFE).number
    given = {"informed_way": "orang kepercayaan", "informed_outcome": "tidak diangkat"}
    perform(inform.inform_victim, registered.session(CLERK), case, given)
    seen = sheet(registered.session(OFFICER), case)
    assert [(contact["way"], contact["outcome"], contact["by"]) for contact in seen.contacts] == [
        ("orang kepercayaan", "tidak diangkat", CLERK)
    ]
    assert seen.papers[0].what.id == "Surat masuk 1 (pindaian asli)"
    assert seen.papers[0].has_pages


def test_an_archived_case_waits_for_its_delivery(at_stage: Office) -> None:
    office = at_stage("filed")
    clerk = sheet(office.session(CLERK), FIRST)
    assert clerk.waits.en == "Archived; waits for its delivery."
    assert [action.verb for action in clerk.actions if action.is_main and action.is_mine] == ["dispatch"]
    assert "deliver" in named(clerk)
    papers = [paper.what.en for paper in clerk.papers]
    assert {f"Copy {copy} of letter {FIRST}-1, signed" for copy in (1, 2)} <= set(papers)
    assert {f"Draft of letter {FIRST}-1, revision 1", f"Copy 2 of letter {FIRST}-1, as printed"} <= set(
        papers
    )
    assert len(papers) == len(set(papers)), "no two are called alike"
    assert not {paper.name for paper in clerk.papers}.intersection(papers)
