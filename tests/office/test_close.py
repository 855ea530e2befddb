"""Step 14: a case is closed when nothing is missing for its outcome; the refusal names what is, and the act that mends it."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.intake.reader import Reader
from pipeline.kernel.text import Next
from pipeline.office.delivery import close, deliver, merge, report
from pipeline.office.engine import unfiled_papers
from pipeline.office.engine.perform import look_over, perform
from pipeline.office.overview.find import show, todo
from pipeline.records import boot, cases, entries, history, letters
from pipeline.records.letters import LetterState
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, Bureau, copied
from tests.office.stages import FIRST, SECOND, TO_SCHOOL
from tests.refused import refused_with

CAME: dict[str, Any] = {
    "outcome": "datang langsung",
    "outcome_day": "24-11-2026",
    "outcome_services": "bantuan hukum, kesehatan",
    "outcome_summary": "Orang tua datang dan didampingi ke rumah sakit.",
}
REFERRED = CAME | {
    "outcome": "dirujuk",
    "outcome_place": "UPTD PPA Provinsi",
    "outcome_proof": "surat rujukan 12/XI/2026",
}


@pytest.fixture
def office(
    stage: Callable[[str], Path], tmp_path: Path, office_reader: Reader, office_clock: None
) -> Iterator[Bureau]:
    """An office in which the answer of FIRST is signed in both copies and filed; that of SECOND is approved."""
    yield Bureau(copied(stage("filed"), tmp_path / "rumah"), office_reader)
    boot.close()


@pytest.fixture
def delivered(
    stage: Callable[[str], Path], tmp_path: Path, office_reader: Reader, office_clock: None
) -> Iterator[Bureau]:
    """The same, when the answer of FIRST was delivered and its signed receipt is filed."""
    yield Bureau(copied(stage("delivered"), tmp_path / "rumah"), office_reader)
    boot.close()


def police(values: dict[str, Any]) -> dict[str, Any]:
    """Add what the sexual violence of a case asks for."""
    is_sexual = "seksual" in cases.get(FIRST).values.get("violence", ())  # type: ignore[operator]
    return values | ({"outcome_police_day": "24-11-2026"} if is_sexual else {})


def columns(case: str = FIRST) -> dict[str, str]:
    return dict(list(entries.payloads(case).values())[-1].columns)


def lacking(bureau: Bureau, answers: dict[str, Any], account: str = OFFICER, case: str = FIRST) -> list[Next]:
    with refused_with("office.cannot_close") as caught:
        perform(close.close_case, bureau.session(account), case, answers)
    return list(caught.value.next)


def text_of(bureau: Bureau, case: str = FIRST) -> str:
    data = bureau.held.read(report.reports(case)[-1].path)
    result = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return result.stdout.decode()


def test_a_closed_case_holds_its_report_and_stands_so_in_the_register(delivered: Bureau) -> None:
    case = perform(close.close_case, delivered.session(OFFICER), FIRST, police(CAME)).case
    assert case.state is cases.get(FIRST).state is State.CLOSED
    assert columns()["status"] == "selesai"
    assert [entry.kind for entry in entries.after(0)][-1] == "closed"
    text = text_of(delivered)
    assert "■ datang langsung" in text.replace("\xa0", " ")
    assert "diantar petugas, diterima petugas lembaga" in " ".join(text.split())
    assert "Menutup kasus" not in text, "made before the act itself is written down"
    assert not (delivered.settings.var / unfiled_papers.ROOM / FIRST).exists()
    assert not delivered.verify()
    plain = show(delivered.session(ARCHIVIST), FIRST).plain
    assert (plain["outcome"], plain["outcome_day"]) == ("datang langsung", "2026-11-24")
    assert [step["step"] for step in plain["steps"] if step["progress"] == "sekarang"] == [14]
    assert plain["next"]["command"] == (Next("record-simfoni", FIRST),), "what is left is the entry elsewhere"


def police_of(bureau: Bureau, values: dict[str, Any]) -> dict[str, Any]:
    bureau.session()
    return police(values)


def test_nothing_is_closed_while_answer_or_signed_receipt_is_missing(office: Bureau) -> None:
    assert lacking(office, police_of(office, CAME)) == [Next("record-delivery", FIRST)]
    assert cases.get(FIRST).state is State.FILED
    perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL)
    assert lacking(office, police(CAME)) == [Next("send", FIRST)]
    assert f"D-{FIRST}-1" in report.standing(office.session(OFFICER), FIRST).missing[0].said.id


def test_an_answer_that_cannot_be_delivered_closes_nothing_less(office: Bureau) -> None:
    perform(deliver.record_delivery, office.session(CLERK), FIRST, {"result": "tidak dapat disampaikan", "never": "diminta tidak disampaikan", "delivery_note": "sekolah menelepon"})  # fmt: skip
    perform(close.close_case, office.session(OFFICER), FIRST, police(REFERRED))
    assert columns()["delivery"] == "tidak dapat disampaikan: diminta tidak disampaikan"
    assert "UPTD PPA Provinsi" in text_of(office)


@pytest.mark.parametrize(
    ("outcome", "wanted"),
    [
        ("datang langsung", "outcome_services"),
        ("dirujuk", "outcome_proof"),
        ("dilimpahkan", "outcome_place"),
        ("dicabut korban", "outcome_wish"),
        ("tidak bersedia", "outcome_danger"),
        ("tidak dapat dihubungi", "outcome_attempts"),
        ("pindah ke SOP krisis", "outcome_place"),
        ("digabung", "outcome_case"),
    ],
)
def test_each_outcome_has_requirements_of_its_own(delivered: Bureau, outcome: str, wanted: str) -> None:
    bare = {"outcome": outcome, "outcome_day": "24-11-2026", "outcome_summary": "Uraian."}
    with pytest.raises(InvalidAnswers) as caught:
        perform(close.close_case, delivered.session(OFFICER), FIRST, bare)
    assert wanted in caught.value.fields["fields"]  # type: ignore[operator]
    assert cases.get(FIRST).state is State.DELIVERED


def test_a_merger_is_recorded_in_both_cases_and_parted_not_opened(delivered: Bureau) -> None:
    merged = {"outcome": "digabung", "outcome_day": "24-11-2026", "outcome_summary": "Satu korban."}
    steps = lacking(delivered, merged | {"outcome_case": SECOND})
    assert steps == [Next("merge-case", FIRST, SECOND)]
    other = damage.call(delivered).number
    session = delivered.session(CHAIR)
    perform(merge.merge_case, session, FIRST, {"into": other, "reason": "satu korban"})
    with refused_with("office.merged_case") as refused:
        perform(close.reopen_case, delivered.session(CHAIR), FIRST, {"reason": "perlu dilanjutkan"})
    assert refused.value.next == (Next("unmerge-case", FIRST),)
    assert todo(delivered.session(CLERK))["simfoni"] == []


def test_without_an_answer_the_chair_alone_closes_with_a_reason(office: Bureau) -> None:
    number = damage.call(office).number
    ended = {
        "outcome": "tidak dapat dihubungi",
        "outcome_day": "24-11-2026",
        "outcome_attempts": "24-11-2026 telepon, tidak aktif; 24-11-2026 telepon, tidak diangkat",
        "outcome_summary": "Penelepon tidak dapat dihubungi lagi.",
        "outcome_danger": "diteruskan kepada Dinas Sosial",
        "outcome_police_day": "24-11-2026",
    }
    values = cases.get(number).values
    if "seksual" not in values.get("violence", ()):  # type: ignore[operator]
        del ended["outcome_police_day"]
    if not cases.get(number).victim.is_child and values.get("risk") != "tinggi":
        del ended["outcome_danger"]
    with refused_with("office.not_yours", "cases.not_your_move"):
        perform(close.close_case, office.session(OFFICER), number, ended)
    with pytest.raises(InvalidAnswers) as caught:
        perform(close.close_case, office.session(CHAIR), number, ended)
    assert caught.value.fields["fields"] == ("outcome_unanswered",)
    done = perform(
        close.close_case,
        office.session(CHAIR),
        number,
        ended | {"outcome_unanswered": "tidak ada alamat aman"},
    ).case
    assert done.state is State.CLOSED
    assert [act.verb for act in history.of_case(number)][-1] == "close_unanswered"
    assert not office.verify()


def test_a_closed_case_is_opened_again_for_a_reason_and_closed_anew(delivered: Bureau) -> None:
    perform(close.close_case, delivered.session(OFFICER), FIRST, police(CAME))
    with refused_with("office.reason_needed"):
        perform(close.reopen_case, delivered.session(CHAIR), FIRST, {"reason": " "})
    with refused_with("office.not_yours", "cases.not_your_move"):
        perform(close.reopen_case, delivered.session(OFFICER), FIRST, {"reason": "perlu dilanjutkan"})
    assert (
        perform(
            close.reopen_case, delivered.session(CHAIR), FIRST, {"reason": "perlu dilanjutkan"}
        ).case.state
        is State.ASSIGNED
    )
    assert columns()["status"] == "ditugaskan"
    kept = cases.get(FIRST).values
    assert not [name for name in kept if name.startswith(("outcome", "simfoni"))], (
        "the end of before is no end of now"
    )
    assert close.base(cases.get(FIRST)) == kept
    first = text_of(delivered)
    perform(close.close_case, delivered.session(CHAIR), FIRST, police(REFERRED))
    second = text_of(delivered)
    assert "■ dirujuk" in second.replace("\xa0", " ")
    assert second != first
    names = ["laporan-penanganan-kasus.pdf", "laporan-penanganan-kasus-2.pdf"]
    assert [document.logical for document in report.reports(FIRST)] == names
    assert not delivered.verify()


def test_the_entry_into_simfoni_is_a_further_entry_of_the_register(delivered: Bureau) -> None:
    perform(close.close_case, delivered.session(OFFICER), FIRST, police(CAME))
    (row,) = todo(delivered.session(CLERK))["simfoni"]
    assert row["next"] == (Next("record-simfoni", FIRST),)
    perform(
        close.record_simfoni,
        delivered.session(CLERK),
        FIRST,
        {"simfoni_day": "24-11-2026", "simfoni_number": "SP-0001"},
    )
    assert columns()["simfoni"] == "24-11-2026, nomor SP-0001"
    assert todo(delivered.session(CLERK))["simfoni"] == []
    with pytest.raises(InvalidAnswers):
        perform(close.record_simfoni, delivered.session(CLERK), FIRST, {"outcome": "dirujuk"})


@pytest.mark.parametrize("foreign", [{"violence": "fisik"}, {"outcome_day": "01-11-2026"}])
def test_a_closing_takes_no_answer_of_another_step_and_no_day_before_the_receipt(
    delivered: Bureau, foreign: dict[str, Any]
) -> None:
    session = delivered.session(OFFICER)
    with pytest.raises(InvalidAnswers) as caught:
        perform(close.close_case, session, FIRST, police(CAME) | foreign)
    assert caught.value.fields["fields"] == tuple(foreign)
    assert cases.get(FIRST).state is State.DELIVERED


def test_the_delivery_of_an_earlier_answer_tells_nothing_of_the_newest(office: Bureau) -> None:
    perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL)
    case, letter = cases.get(FIRST), letters.of_case(FIRST)[-1]
    letters.add(replace(letter, id=f"{FIRST}-2", number="400.2/099/P2TP2A/XI/2026"))
    cases.change(case, case.moved(State.FILED))
    (row,) = [row for row in todo(office.session(CLERK))["cases"] if row["case"] == FIRST]
    assert (row["waits"].id, row["next"]) == ("menunggu disampaikan", (Next("record-delivery", FIRST),))


def test_a_case_whose_signed_answer_nobody_has_is_not_merged_away(office: Bureau) -> None:
    other = damage.call(office).number
    with refused_with("office.merge_too_early") as refused:
        look_over(merge.merge_case, office.session(CHAIR), FIRST, {"into": other, "reason": "x"})
    assert refused.value.next == (Next("record-delivery", FIRST),)
    look_over(merge.merge_case, office.session(CHAIR), other, {"into": FIRST, "reason": "x"})


def test_a_number_that_is_kept_for_a_letter_is_voided_before_the_case_is_closed(office: Bureau) -> None:
    office.session(CHAIR)
    case, letter = cases.get(SECOND), letters.of_case(SECOND)[-1]
    letters.change(letter, state=LetterState.RETURNED)
    cases.change(case, case.moved(State.RETURNED))
    assert letter.number
    lacks = report.open_ends(SECOND, close.facts_of(office.session(CHAIR), cases.get(SECOND)))
    assert [lack.next for lack in lacks] == [Next("void-letter", SECOND, letter.id)]


def test_a_report_is_logged_before_it_is_put_out(delivered: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    session = delivered.session(OFFICER)
    monkeypatch.setattr(history, "log_access", lambda *args: seen.append(args[2]))
    monkeypatch.setattr(report, "made", lambda *_: b"%PDF-")
    monkeypatch.setattr(report, "put_files", lambda *_: [seen.append("written")])
    report.put_out(session, FIRST, delivered.home)
    assert seen == ["report print", "written"]


def test_a_filed_report_that_is_gone_is_told_and_not_made_anew(delivered: Bureau) -> None:
    perform(close.close_case, delivered.session(OFFICER), FIRST, police(CAME))
    delivered.held.remove(report.reports(FIRST)[-1].path)
    with refused_with("office.report_missing"):
        report.put_out(delivered.session(OFFICER), FIRST, delivered.home)
    assert not list(delivered.home.glob("*-laporan.pdf"))
