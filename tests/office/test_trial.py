"""Step 10 while it is typed: the letter as it would be, its clauses, a paragraph corrected by hand, where a rule points to."""

from collections.abc import Callable
from dataclasses import replace

from demo.answers import drafting
from pipeline.letters.clauses import CORRECTED, Choice
from pipeline.letters.text import frozen_text
from pipeline.office.answer import draft_preview
from pipeline.office.answer.draft import draft_letter
from pipeline.office.engine.perform import perform
from pipeline.office.letters import letter_files
from pipeline.records import cases, history, letters
from tests.office import decided
from tests.office.bureau import CHAIR, OFFICER, SCHOOL, Bureau
from tests.office.stages import FIRST
from tests.refused import refused_with

OWN = "Surat Saudara telah kami terima dengan baik dan segala isinya kami rahasiakan."


def said(trial: draft_preview.Trial) -> str:
    return frozen_text(trial.docx)


def test_a_trial_says_what_the_draft_will_say_and_enters_nothing(drafted: Bureau) -> None:
    session = drafted.session(OFFICER)
    before = (letters.of_case(FIRST), cases.get(FIRST), len(history.of_case(FIRST)))
    trial = draft_preview.trial(session, FIRST, drafting(SCHOOL), Choice())
    assert not trial.findings
    assert (trial.letter, trial.revision) == (f"{FIRST}-1", 2)
    assert (letters.of_case(FIRST), cases.get(FIRST), len(history.of_case(FIRST))) == before
    made = decided.draft(session, FIRST, drafting(SCHOOL))
    assert said(trial) == frozen_text(letter_files.draft_of(drafted.settings, made))


def test_a_clause_that_may_go_goes_and_one_that_must_stand_stays(drafted: Bureau) -> None:
    session = drafted.session(OFFICER)
    case, _ = draft_preview.opened(session, FIRST)
    parts = draft_preview.parts(session, case, case.values, Choice())
    may, must = ([part for part in parts if part.clause.may_go is which] for which in (True, False))
    assert may
    assert {"layanan", "langkah-13-instansi", "pembuka-rujukan"} <= {part.name for part in must}
    everything = frozenset(part.name for part in parts)
    trial = draft_preview.trial(session, FIRST, drafting(SCHOOL), Choice(left_out=everything))
    text = " ".join(said(trial).split())
    assert not any(part.says in text for part in may if part.name != "tindak-lanjut")
    assert all(part.says in text for part in must)


def test_a_corrected_paragraph_is_marked_and_kept_with_the_revision(drafted: Bureau) -> None:
    session = drafted.session(OFFICER)
    made = decided.draft(session, FIRST, drafting(SCHOOL), Choice(words={"tercatat-instansi": f"  {OWN}\n"}))
    assert OWN in frozen_text(letter_files.draft_of(drafted.settings, made))
    assert list(made.context[CORRECTED]) == ["tercatat-instansi"]
    assert OWN not in made.context[CORRECTED]["tercatat-instansi"]
    assert history.of_case(FIRST)[-1].detail[CORRECTED] == ["tercatat-instansi"]
    _, choice = draft_preview.opened(session, FIRST)
    assert choice == Choice(made.template, frozenset(), {"tercatat-instansi": OWN})
    assert OWN in frozen_text(
        letter_files.draft_of(drafted.settings, decided.approve(drafted.session(CHAIR), FIRST))
    )


def test_what_was_typed_is_there_again_until_it_is_handed_in(drafted: Bureau) -> None:
    session = drafted.session(OFFICER)
    choice = Choice(words={"tercatat-instansi": OWN}, left_out=frozenset({"tindak-lanjut"}))
    draft_preview.trial(session, FIRST, drafting(SCHOOL), choice)
    assert draft_preview.opened(session, FIRST)[1] == choice
    draft_preview.forget(session, FIRST)
    assert draft_preview.opened(session, FIRST)[1] == Choice("surat-jawaban-instansi")


def test_a_finding_points_to_the_paragraph_or_the_answer(drafted: Bureau) -> None:
    session = drafted.session(OFFICER)
    text = "Pada malam itu ia dipukul suaminya di rumah sampai berdarah."
    trial = draft_preview.trial(session, FIRST, drafting(SCHOOL), Choice(words={"tercatat-instansi": text}))
    assert {(finding.found.rule, finding.clause, finding.field) for finding in trial.findings} == {
        (7, "tercatat-instansi", "")
    }
    trial = draft_preview.trial(session, FIRST, drafting(SCHOOL) | {"follow_up": text}, Choice())
    assert (7, "", "follow_up") in {(fault.found.rule, fault.clause, fault.field) for fault in trial.findings}
    trial = draft_preview.trial(
        session, FIRST, drafting(SCHOOL), Choice(words={"layanan": "Layanan kami ada."})
    )
    assert {(finding.found.rule, finding.clause) for finding in trial.findings} == {(2, "layanan")}
    with refused_with("office.rules_broken"):
        decided.draft(session, FIRST, drafting(SCHOOL), Choice(words={"layanan": "Layanan kami ada."}))
    assert letters.of_case(FIRST)[0].revision == 1


def test_only_a_template_of_the_kind_is_taken(drafted: Bureau) -> None:
    session = drafted.session(OFFICER)
    case, _ = draft_preview.opened(session, FIRST)
    usual = drafted.settings.templates / "surat-jawaban-instansi.docx"
    (drafted.settings.templates / "surat-jawaban-instansi-ringkas.docx").write_bytes(usual.read_bytes())
    names = draft_preview.templates(session, case, case.values)
    assert names[0] == "surat-jawaban-instansi"
    assert "surat-jawaban-instansi-ringkas" in names
    assert "permintaan-klarifikasi-instansi" not in names
    with refused_with("office.template_unfit"):
        decided.draft(session, FIRST, drafting(SCHOOL), Choice("surat-jawaban-perorangan"))
    made = decided.draft(session, FIRST, drafting(SCHOOL), Choice("surat-jawaban-instansi-ringkas"))
    assert made.template == "surat-jawaban-instansi-ringkas"


def test_pages_of_a_trial_leave_no_file_and_bear_no_code_of_the_office(drafted: Bureau) -> None:
    session = drafted.session(OFFICER)
    trial = draft_preview.trial(session, FIRST, drafting(SCHOOL), Choice(words={"tercatat-instansi": OWN}))
    shelf = drafted.settings.var / "pdf"
    draft_preview.pages(session, trial)  # the profile of LibreOffice may be laid there
    before = sorted(shelf.iterdir())
    drawn = [draft_preview.pages(session, replace(trial, revision=3), copy) for copy in (0, 1, 2)]
    assert all(paper.startswith(b"%PDF") for paper in drawn)
    assert len(set(drawn)) == 3
    assert sorted(shelf.iterdir()) == before
    assert all(
        "AAAA-AAAA-AA" in frozen_text(copy)
        for copy in draft_preview.as_copies(session, trial.letter, trial.docx)
    )


def test_a_choice_is_no_answer_that_anybody_types(at_stage: Callable[[str], Bureau]) -> None:
    office = at_stage("registered")
    with refused_with("cases.invalid_answers"):
        perform(draft_letter, office.session(OFFICER), FIRST, {**drafting(SCHOOL), "choice": "ringkas"})
