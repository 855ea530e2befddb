"""The identification report (step 8): typed whole, filed with the registration form, before a draft goes to the chair."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from demo.answers import drafting, identifying
from pipeline.cases.fields.identification import CONCLUSION, WHY_LATER
from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.kernel.text import Next
from pipeline.letters.text import frozen_text
from pipeline.office.answer import preview
from pipeline.office.cases import crisis
from pipeline.office.engine.perform import open_act, perform
from pipeline.office.overview import case_next, case_sheet, find
from pipeline.office.papers import forms
from pipeline.office.papers.identify import form_unfiled, write_identification
from pipeline.records import boot, cases, entries, history
from pipeline.rendering.errors import NoRenderer
from tests.office import decided
from tests.office.bureau import CHAIR, CLERK, OFFICER, WIFE, Bureau, one_page
from tests.office.stages import FIRST
from tests.refused import refused_with

REPORT, FORM = "laporan-hasil-identifikasi", "formulir-pendaftaran"


def why_no_draft(office: Bureau, account: str = CLERK) -> str:
    """Return why step 10 cannot be taken, as the line of steps says it."""
    line = case_sheet.sheet(office.session(account), FIRST).line
    assert line is not None
    why = next(step.why_not for step in line.steps if step.step == 10)
    return why.id if why else ""


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand in for LibreOffice; return the words of every form that was to become a PDF."""
    words: list[str] = []

    def pages(documents: list[bytes], **_: object) -> list[bytes]:
        words.extend(frozen_text(document) for document in documents)
        return [one_page(text) for text in words[-len(documents) :]]

    monkeypatch.setattr(forms, "to_pdf", pages)
    return words


@pytest.fixture
def alone(bureau: Bureau) -> Iterator[Bureau]:
    """An office with one case that has no identification report."""
    bureau.register(WIFE, is_identified=False)
    yield bureau
    boot.close()


def write(office: Bureau, account: str = OFFICER, **changed: Any) -> None:
    perform(write_identification, office.session(account), FIRST, identifying(WIFE) | changed)


def hand_in(office: Bureau, **more: Any) -> None:
    decided.hand_in(office.session(OFFICER), FIRST, drafting(WIFE) | more)


def filed() -> list[str]:
    return sorted(file.logical for file in cases.documents(FIRST) if file.logical.startswith((REPORT, FORM)))


def test_the_report_is_filed_with_the_form_in_one_version(alone: Bureau, made: list[str]) -> None:
    write(alone)
    assert filed() == [f"{FORM}.pdf", f"{REPORT}.pdf"]
    assert [(entry.kind, entry.version) for entry in entries.after(0) if entry.case == FIRST] == [
        ("registered", 1), ("identified", 2),
    ]  # fmt: skip
    last = history.of_case(FIRST)[-1]
    assert (last.verb, last.step) == ("identify", 8)
    assert not set(map(str, last.detail.values())) & set(identifying(WIFE).values())
    assert alone.verify() == []


def test_what_is_typed_stands_in_it_without_names_and_what_is_empty_is_said(
    alone: Bureau, made: list[str]
) -> None:
    write(alone, identified_condition="Rusmini tinggal bersama Darsono.")
    text = made[0]
    for name, answer in identifying(WIFE).items():
        assert name in ("identified_as", "identified_condition") or answer in text
    assert "■ kasus baru" in text
    assert "bersama D." in text
    assert "Rusmini" not in text
    assert "Rusmini Talahu" in made[1], "the registration form names people"
    assert f"akun {CLERK}" in made[1]
    assert "tidak ada" in text
    assert "diusulkan bersama konsep jawaban" in text


def test_before_it_is_written_a_print_says_what_is_not_filled_in(alone: Bureau) -> None:
    fields = forms.identification_fields(alone.session(OFFICER), cases.get(FIRST))
    typed = ("kondisi_korban", "alasan_risiko", "kesimpulan")
    assert [*fields["kronologi"], *(fields[name] for name in typed)] == ["belum diisi"] * 4


def test_no_draft_goes_to_the_chair_before_it(alone: Bureau, made: list[str]) -> None:
    with refused_with("office.not_identified") as refused:
        hand_in(alone)
    assert refused.value.next == (Next("write-identification", FIRST),)
    with pytest.raises(InvalidAnswers):
        write(alone, identified_conclusion="")
    with refused_with("office.not_yours"):
        write(alone, CLERK)
    write(alone)
    hand_in(alone)
    seen = preview.preview(alone.session(CHAIR), FIRST)
    assert seen.proposal[CONCLUSION] == identifying(WIFE)[CONCLUSION]
    assert seen.proposal["follow_up"] == drafting(WIFE)["follow_up"]


def test_the_line_of_steps_says_so_too_until_it_is_written_or_a_crisis_lets_the_draft_go_first(
    alone: Bureau, made: list[str]
) -> None:
    for account in (CHAIR, CLERK, OFFICER):
        assert why_no_draft(alone, account) == "Menunggu laporan hasil identifikasi (langkah 8)."
    perform(crisis.declare_crisis, alone.session(OFFICER), FIRST, {"reason": "ancaman malam ini"})
    assert why_no_draft(alone) == ""


def test_in_a_crisis_the_draft_goes_first_with_a_reason_and_the_report_follows(
    alone: Bureau, made: list[str]
) -> None:
    perform(crisis.declare_crisis, alone.session(OFFICER), FIRST, {"reason": "ancaman malam ini"})
    with pytest.raises(InvalidAnswers) as lacking:
        hand_in(alone)
    assert [problem.field for problem in lacking.value.problems] == [WHY_LATER]
    hand_in(alone, **{WHY_LATER: "tidak dapat menunggu"})
    assert cases.get(FIRST).values[WHY_LATER] == "tidak dapat menunggu"
    assert history.of_case(FIRST)[-1].detail[WHY_LATER] == "tidak dapat menunggu"
    write(alone)
    assert WHY_LATER not in cases.get(FIRST).values
    hand_in(alone)


def test_it_is_written_again_until_the_answer_is_signed(
    at_stage: Callable[[str], Bureau], made: list[str]
) -> None:
    office = at_stage("approved")
    write(office)
    write(office, identified_conclusion="Tetap memerlukan pendampingan.")
    assert filed() == [f"{FORM}-2.pdf", f"{FORM}.pdf", f"{REPORT}-2.pdf", f"{REPORT}.pdf"]
    with boot.transact():
        before = cases.get(FIRST)
        cases.change(before, before.moved(State.FILED))
    with refused_with("office.identification_final"):
        open_act(office.session(OFFICER), write_identification, FIRST)
    boot.close()


def test_it_is_what_comes_next_and_what_waits(alone: Bureau, made: list[str]) -> None:
    session, next_step = alone.session(OFFICER), Next("write-identification", FIRST)

    def offered() -> tuple[bool, bool]:
        actions = case_next.actions(session, cases.get(FIRST), history.of_case(FIRST))
        (row,) = find.todo(session)["cases"]
        return next_step in [action.next for action in actions], next_step in row["next"]

    assert offered() == (True, True)
    write(alone)
    assert offered() == (False, False)
    steps = {step["step"]: step["progress"] for step in find.show(session, FIRST).plain["steps"]}
    assert steps[8] == "selesai"


def test_a_case_closed_without_a_report_files_the_form(alone: Bureau, made: list[str]) -> None:
    session = alone.session(OFFICER)
    assert list(form_unfiled(session, cases.get(FIRST))) == [f"{FORM}.pdf"]
    write(alone)
    assert form_unfiled(session, cases.get(FIRST)) == {}


def test_without_libreoffice_nothing_is_recorded(alone: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: Any, **__: Any) -> list[bytes]:
        raise NoRenderer

    monkeypatch.setattr(forms, "to_pdf", missing)
    with refused_with("office.no_report"):
        write(alone)
    assert CONCLUSION not in cases.get(FIRST).values
