"""Step 5: contact by the safe route and in her hours alone; consent is asked, kept, and obeyed by what leaves."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from pipeline.cases import consent
from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.letters import clauses
from pipeline.letters.clauses import names_violence
from pipeline.office.answer import clarify
from pipeline.office.base.acts import format_act as told_of
from pipeline.office.base.value_labels import word_of
from pipeline.office.cases import contact_sheets, inform
from pipeline.office.engine.perform import perform
from pipeline.office.overview import case_sheet, find
from pipeline.records import boot, cases, history, letters
from pipeline.records.letters import LetterState
from tests.office import decided, printouts
from tests.office.bureau import CHAIR, OFFICER, POLICE, SCHOOL, WIFE, Bureau
from tests.office.stages import FIRST
from tests.refused import refused_with

TOLD = {
    "informed_way": "telepon", "informed_outcome": "disampaikan", "victim_wish": "ingin datang",
    "share_with": "kepolisian", "withhold": "alamat, nomor telepon", "consent_by": "korban",
}  # fmt: skip


def contact(bureau: Bureau, number: str, **changed: Any) -> None:
    """Let the safe contact of a case be what a test needs."""
    answers = {"clarified_day": "24-11-2026", "clarified_way": "di kantor"}
    by_phone = {
        "safe_contact_way": "telepon", "safe_contact_phone": "0812-0000-7777", "safe_contact_name": "Yuniarti",
        "safe_contact_hours": "hari kerja 07.00-12.00", "safe_contact_confirmed": "ya",
    }  # fmt: skip
    perform(clarify.record_clarification, bureau.session(OFFICER), number, answers | by_phone | changed)


@pytest.fixture
def case(bureau: Bureau) -> str:
    number = bureau.register(WIFE).number
    contact(bureau, number)
    return number


def acts(number: str) -> list[tuple[str, dict[str, Any]]]:
    return [(act.verb, dict(act.detail)) for act in history.of_case(number) if act.step == 5]


def test_an_attempt_is_logged_with_its_outcome_in_codes(bureau: Bureau, case: str) -> None:
    def progress() -> str:
        seen = find.show(bureau.session(), case).plain["steps"]
        return next(str(step["progress"]) for step in seen if step["step"] == 5)

    perform(
        inform.inform_victim,
        bureau.session(),
        case,
        {"informed_way": "telepon", "informed_outcome": "tidak diangkat"},
    )
    assert progress() != "selesai"
    perform(inform.inform_victim, bureau.session(), case, TOLD | {"informed_reason": "tidak ada"})
    (first, detail), (second, answer) = acts(case)
    assert (first, detail["outcome"], detail["hours"]) == ("inform_attempt", "tidak diangkat", inform.WITHIN)
    assert (second, answer["wish"], answer["consent"]) == ("inform", "ingin datang", True)
    assert {"way", "outcome", "hours"} <= set(detail)
    assert not {"against", "reason"} & set(answer), "within the rules there is none against them"
    values = cases.get(case).values
    assert values["share_with"] == ("kepolisian",)
    assert values["withhold"] == ("alamat", "nomor telepon")
    assert values[consent.DAY] == "2026-11-24"
    assert progress() == "selesai"


def test_outside_her_hours_the_number_is_not_even_shown(
    bureau: Bureau, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert inform.look(bureau.session(), case).plain()["number"] == "081200007777"
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-24T13:30:00+07:00")
    shown = inform.look(bureau.session(), case).plain()
    assert (shown["number"], shown["now"]) == ("", "di luar jam yang diizinkan")
    with refused_with("office.outside_hours"):
        perform(inform.inform_victim, bureau.session(), case, TOLD)
    assert acts(case) == []
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-28T09:00:00+07:00")  # a Saturday
    with refused_with("office.outside_hours"):
        perform(inform.inform_victim, bureau.session(), case, TOLD)


def test_a_contact_recorded_later_counts_by_its_own_hour(
    bureau: Bureau, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-24T14:00:00+07:00")
    perform(inform.inform_victim, bureau.session(), case, TOLD | {"informed_time": "09.30"})
    with refused_with("office.outside_hours"):
        perform(inform.inform_victim, bureau.session(), case, TOLD | {"informed_time": "13.30"})
    with refused_with("office.time_ahead"):
        perform(inform.inform_victim, bureau.session(), case, TOLD | {"informed_time": "15.30"})


def test_hours_that_cannot_be_read_need_a_statement_that_is_kept(bureau: Bureau, case: str) -> None:
    contact(bureau, case, safe_contact_hours="kalau suami sudah berangkat")
    with refused_with("office.hours_unclear"):
        perform(inform.inform_victim, bureau.session(), case, TOLD)
    perform(inform.inform_victim, bureau.session(), case, TOLD | {"informed_hours": "ya"})
    assert acts(case)[-1][1]["hours"] == inform.STATED


def test_who_wants_no_more_contact_gets_none(bureau: Bureau, case: str) -> None:
    perform(
        inform.inform_victim, bureau.session(), case, TOLD | {"victim_wish": "tidak ingin dihubungi lagi"}
    )
    with refused_with("office.no_contact_wanted"):
        inform.look(bureau.session(), case)
    with refused_with("office.no_contact_wanted"):
        perform(inform.inform_victim, bureau.session(), case, TOLD)
    assert [row for row in find.todo(bureau.session())["contacts"] if row["case"] == case] == []
    unwilling = TOLD | {"informed_way": "di kantor", "victim_wish": "tidak ingin dihubungi lagi"}
    perform(inform.inform_victim, bureau.session(), case, unwilling)
    perform(inform.inform_victim, bureau.session(), case, TOLD | {"informed_reason": "daftar lama"})
    assert acts(case)[-1][1]["against"] == [inform.UNWANTED]


AGAINST: dict[str, tuple[dict[str, str], dict[str, str], list[str]]] = {
    "hours": ({"safe_contact_hours": "hari kerja 11.00-12.00"}, {}, [inform.OUTSIDE]),
    "hours that nobody can read": ({"safe_contact_hours": "kalau suami sudah berangkat"}, {"informed_hours": "tidak"}, [inform.OUTSIDE]),
    "way": ({}, {"informed_way": "pesan"}, [inform.UNSAFE]),
    "way that is not on the list": ({}, {"informed_way": "lainnya"}, [inform.UNSAFE]),
    "not confirmed": ({"safe_contact_confirmed": "tidak"}, {}, [inform.UNSAFE]),
    "both": ({"safe_contact_hours": "hari kerja 11.00-12.00"}, {"informed_way": "pesan"}, [inform.UNSAFE, inform.OUTSIDE]),
}  # fmt: skip


@pytest.mark.parametrize("rule", AGAINST)
def test_a_contact_against_the_rules_that_took_place_is_recorded_with_its_reason(
    bureau: Bureau, case: str, rule: str
) -> None:
    changed, answers, against = AGAINST[rule]
    contact(bureau, case, **changed)
    unsafe = (InvalidAnswers, "office.no_safe_way")
    with refused_with(
        *unsafe if inform.UNSAFE in against else ("office.outside_hours", "office.hours_unclear")
    ):
        perform(inform.inform_victim, bureau.session(), case, TOLD | answers)
    assert acts(case) == []
    perform(
        inform.inform_victim,
        bureau.session(),
        case,
        TOLD | answers | {"informed_reason": "dihubungi sebelum jalurnya dibaca"},
    )
    ((verb, detail),) = acts(case)
    assert (verb, detail["against"]) == ("inform", against)
    assert detail["reason"] == "dihubungi sebelum jalurnya dibaca"
    assert cases.get(case).values["share_with"] == ("kepolisian",)
    (seen,) = case_sheet.contacts(history.of_case(case)[-1:])
    assert seen["against"] == tuple(against)
    assert all(word_of("against", rule).en in told_of(verb, detail, "en") for rule in against)


@pytest.mark.parametrize("way", ["di kantor", "menghubungi kantor"])
def test_what_she_does_herself_is_recorded_at_any_hour_and_breaks_nothing(
    bureau: Bureau, case: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    contact(bureau, case, safe_contact_confirmed="tidak", safe_contact_hours="jangan pernah ditelepon")
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-28T23:30:00+07:00")
    for _ in range(2):
        perform(
            inform.inform_victim,
            bureau.session(),
            case,
            TOLD | {"informed_way": way, "victim_wish": "jangan"},
        )
        detail = acts(case)[-1][1]
        assert (detail["way"], detail["hours"]) == (way, inform.NOT_SAID)
        assert "against" not in detail


def test_consent_is_asked_when_she_was_told(bureau: Bureau, case: str) -> None:
    assert [row["next"] for row in find.todo(bureau.session())["contacts"] if row["case"] == case]
    with pytest.raises(InvalidAnswers):
        perform(
            inform.inform_victim,
            bureau.session(),
            case,
            {name: answer for name, answer in TOLD.items() if name != "share_with"},
        )
    perform(inform.inform_victim, bureau.session(), case, TOLD)
    assert [row for row in find.todo(bureau.session())["contacts"] if row["case"] == case] == []


def test_the_slip_says_nothing_of_the_matter_the_office_or_the_reporter(bureau: Bureau, case: str) -> None:
    path = contact_sheets.put_out_slip(bureau.session(), case, bureau.home / "var" / "cetak")
    reader = PdfReader(BytesIO(path.read_bytes()))
    text = "\n".join(page.extract_text() for page in reader.pages)
    values = cases.get(case).values
    assert len(reader.pages) == 1
    assert "0812" in text
    assert not names_violence(text)
    for word in (
        bureau.settings["kantor.singkatan"],
        "pengaduan",
        "korban",
        "pelapor",
        "kekerasan",
        "Perempuan",
    ):
        assert word.casefold() not in text.casefold()
    for name in ("reporter_name", "victim_name", "reported_name", "safe_contact_name", "subject", "summary"):
        assert str(values.get(name) or "–") not in text
    assert case not in str(reader.metadata)


def test_a_letter_goes_to_nobody_whom_she_did_not_name(bureau: Bureau, case: str) -> None:
    perform(inform.inform_victim, bureau.session(), case, TOLD)
    for changed in (
        {"cc": ["Kepala Dinas Pendidikan Kabupaten Batang Asri"]},
        {"referral": "RSUD Batang Asri"},
    ):
        with refused_with("office.not_consented"):
            bureau.draft(case, WIFE, **({"referral": "", "cc": []} | changed))
    bureau.draft(case, WIFE, referral="Polres Batang Asri", cc=[])
    # She takes it back before the chair approves: the letter stays where it is.
    taken_back = TOLD | {"share_with": "tidak", "informed_way": "di kantor", "consent_by": ""}
    perform(inform.inform_victim, bureau.session(), case, taken_back)
    with refused_with("office.not_consented"):
        decided.approve(bureau.session(CHAIR), case)


def test_what_she_wants_withheld_is_in_no_letter(bureau: Bureau, case: str) -> None:
    perform(
        inform.inform_victim, bureau.session(), case, TOLD | {"share_with": "kepolisian, layanan kesehatan"}
    )
    with refused_with("office.withheld"):
        bureau.draft(
            case, WIFE, referral="", follow_up="menghubungi nomor 0812 0000 7777 untuk jadwal konsultasi"
        )


def test_print_and_dispatch_obey_it_too(bureau: Bureau) -> None:
    number = bureau.register(WIFE).number
    perform(inform.inform_victim, bureau.session(), number, TOLD | {"informed_way": "di kantor"})
    bureau.draft(number, WIFE, referral="Polres Batang Asri")
    bureau.approve(number)
    perform(
        inform.inform_victim,
        bureau.session(),
        number,
        TOLD | {"informed_way": "di kantor", "share_with": "tidak", "consent_by": ""},
    )
    with refused_with("office.not_consented"):
        printouts.letter(bureau.session(), number, bureau.home / "var" / "cetak")


def test_dispatch_obeys_it_too(filed: Bureau, tmp_path: Path) -> None:
    case = cases.get(FIRST)
    with boot.transact():
        cases.change(
            case, replace(case, values={**case.values, "referral": "RSUD"}, version=case.version + 1)
        )
    target = tmp_path / "cetak"
    target.mkdir()
    with refused_with("office.consent_not_asked"):
        printouts.sent(filed.session(), FIRST, target, {})
    assert not list(target.iterdir())


TO_OTHERS: list[dict[str, Any]] = [
    {"cc": ["Kepala Dinas Pendidikan Kabupaten Batang Asri"]},
    {"referral": "psikolog dan Dinas Sosial"},
    {"referral": "Unit PPA Polres Batang Asri"},
]
BY_LAW = {"emergency_law": "UU 12/2022", "emergency_reason": "anak terancam malam ini"}
AT_OFFICE = TOLD | {"informed_way": "di kantor"}


@pytest.mark.parametrize("sample", [SCHOOL, WIFE])
@pytest.mark.parametrize("changed", TO_OTHERS)
def test_before_she_was_asked_no_copy_and_no_referral_reaches_the_chair(
    bureau: Bureau, sample: int, changed: dict[str, Any]
) -> None:
    number = bureau.register(sample).number
    before = cases.get(number)
    with refused_with("office.consent_not_asked"):
        bureau.draft(number, sample, **changed)
    assert (cases.get(number), letters.of_case(number)) == (before, [])
    bureau.draft(number, sample)
    assert cases.get(number).state is State.DRAFTED


@pytest.mark.parametrize("changed", TO_OTHERS)
def test_a_named_law_with_its_reason_passes_and_stands_in_the_history(
    bureau: Bureau, changed: dict[str, Any]
) -> None:
    number = bureau.register(SCHOOL).number
    with pytest.raises(InvalidAnswers):
        bureau.draft(number, SCHOOL, **changed, emergency_law="UU 12/2022")
    bureau.draft(number, SCHOOL, **changed, **BY_LAW)
    act = history.of_case(number)[-1]
    assert (act.verb, act.detail["law"], act.detail["reason"]) == ("draft", *BY_LAW.values())
    bureau.approve(number)
    assert bureau.printed(number)


def test_where_she_allowed_it_no_law_is_asked_for_and_none_is_written_down(bureau: Bureau) -> None:
    number = bureau.register(WIFE).number
    perform(inform.inform_victim, bureau.session(), number, AT_OFFICE)
    with pytest.raises(InvalidAnswers):
        bureau.draft(number, WIFE, referral="Polres Batang Asri", **BY_LAW)
    bureau.draft(number, WIFE, referral="Polres Batang Asri")
    assert "law" not in history.of_case(number)[-1].detail


def test_a_law_passes_on_nothing_that_must_be_withheld(bureau: Bureau) -> None:
    number = bureau.register(WIFE).number
    perform(
        inform.inform_victim,
        bureau.session(),
        number,
        AT_OFFICE | {"share_with": "tidak", "consent_by": "", "withhold": "keberadaan"},
    )
    with refused_with("office.withheld"):
        bureau.draft(number, WIFE, referral="rumah aman Dinas Sosial", **BY_LAW)


def test_what_she_takes_back_of_the_answer_holds_up_no_request(bureau: Bureau) -> None:
    number = bureau.register(WIFE).number
    perform(inform.inform_victim, bureau.session(), number, AT_OFFICE)
    request = decided.ask(
        bureau.session(OFFICER),
        number,
        {"salutation": "Saudari", "questions": "waktu yang cocok untuk bertemu"},
    )
    bureau.draft(number, WIFE, referral="Polres Batang Asri")
    perform(
        inform.inform_victim, bureau.session(), number, AT_OFFICE | {"share_with": "tidak", "consent_by": ""}
    )
    (answer,) = [letter.id for letter in letters.of_case(number) if letter.id != request.id]
    with refused_with("office.not_consented"):
        decided.approve(bureau.session(CHAIR), number, answer)
    assert decided.approve(bureau.session(CHAIR), number, request.id).state == LetterState.APPROVED


def test_mediation_is_offered_to_no_victim_of_sexual_violence(bureau: Bureau) -> None:
    number = bureau.register(POLICE).number
    assert clauses.SEXUAL in cases.get(number).values["violence"]
    for offer in ("menjadwalkan mediasi dengan keluarga", "menyelesaikan secara kekeluargaan"):
        with refused_with("office.rules_broken") as error:
            bureau.draft(number, POLICE, follow_up=offer)
        assert 2 in error.value.fields["rules"]
    bureau.draft(number, POLICE)
    other = bureau.register(SCHOOL).number
    bureau.draft(other, follow_up="menjadwalkan pertemuan musyawarah dengan pihak sekolah")


@pytest.mark.parametrize("reached", ["drafted", "approved", "filed"])
def test_a_letter_on_its_way_does_not_do_away_with_telling_her(
    at_stage: Callable[[str], Bureau], reached: str
) -> None:
    office = at_stage(reached)
    assert FIRST in {row["case"] for row in find.todo(office.session())["contacts"]}
    perform(inform.inform_victim, office.session(), FIRST, TOLD | {"informed_way": "di kantor"})
    assert FIRST not in {row["case"] for row in find.todo(office.session())["contacts"]}
