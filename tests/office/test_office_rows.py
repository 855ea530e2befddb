"""The lists that the office keeps: taken over once, changed from a day on, nothing taken away; letters and retention follow."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.cases.problems import InvalidAnswers
from pipeline.kernel import clock
from pipeline.kernel.people import Role
from pipeline.letters.text import frozen_text
from pipeline.office.answer.mandate import record_mandate
from pipeline.office.base import office_rows
from pipeline.office.base.office_rows import SCHEDULES, SIGNATORIES
from pipeline.office.base.optimistic_lock import StaleAnswers
from pipeline.office.base.retention import retention_of
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import rebuild
from pipeline.office.letters import letter_files
from pipeline.records import cases, history
from pipeline.records import office_rows as store
from pipeline.settings.signatories import Absence, may_sign
from tests.office import decided, lists
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, OFFICER, Bureau
from tests.office.test_mandate import ASKED, with_deputy
from tests.refused import refused_with

pytestmark = pytest.mark.backend

TITLE, NAME = "Ketua P2TP2A Kabupaten Batang Asri", "Dra. Hj. Wahdaniah Suling, M.Si."
CHAIR_ROW = {"row_title": TITLE, "row_person": NAME, "row_account": CHAIR, "reason": "SK baru."}
NEW_NAME = "Dra. Hj. Wahdaniah Suling, M.Si., Ph.D."
SCHEDULE = {
    "row_code": "400.2", "row_series": "Penanganan pengaduan", "row_active": 2, "row_inactive": 8, "row_fate": "musnah",
    "reason": "JRA daerah.",
}  # fmt: skip
OWN_DEPUTY = CHAIR_ROW | {
    "row_title": "Sekretaris", "row_person": "Hendrawan Sulu, S.Sos.", "row_account": OFFICER, "row_capacity": "Plh.",
    "row_represents": TITLE, "row_mandate": "Nomor 800/01/2026 tanggal 2 Januari 2026", "row_until": "31-12-2026",
}  # fmt: skip


def named(bureau: Bureau, day: date) -> list[str]:
    """Return who may sign on ``day``."""
    return [signatory.name for signatory in may_sign(bureau.session(CHAIR).settings.signatories, day)]


def test_office_toml_counts_until_the_first_change_and_is_taken_over_then(
    engine: str, bureau: Bureau
) -> None:
    bureau.change(NAME, "Dra. Hj. Wahdaniah Suling")
    assert named(bureau, date(2026, 11, 24)) == ["Dra. Hj. Wahdaniah Suling"]
    assert store.every() == []
    lists.change(bureau.session(CHAIR), SIGNATORIES, "P-1", CHAIR_ROW | {"row_counts": "hari ini"}, 1)
    first, second = store.every()
    assert (first.account, first.value["nama"], first.version) == (
        "office.toml",
        "Dra. Hj. Wahdaniah Suling",
        1,
    )
    assert (second.account, second.value["nama"], second.reason) == (CHAIR, NAME, "SK baru.")
    bureau.change("Dra. Hj. Wahdaniah Suling", "Orang Lain")
    assert named(bureau, date(2026, 11, 24)) == [NAME]


def test_a_change_counts_from_its_day_and_earlier_days_keep_what_stood_then(bureau: Bureau) -> None:
    answers = CHAIR_ROW | {"row_person": NEW_NAME, "row_counts": "01-12-2026"}
    lists.change(bureau.session(ADMIN), SIGNATORIES, "P-1", answers, 1)
    assert named(bureau, date(2026, 11, 30)) == [NAME]
    assert named(bureau, date(2026, 12, 1)) == [NEW_NAME]
    act = history.of_subject("penandatangan/P-1")[-1]
    assert (act.account, act.verb, act.detail["since"]) == (ADMIN, "row_change", "2026-12-01")
    assert NEW_NAME not in str(act.detail), "the history names the row alone"
    with pytest.raises(InvalidAnswers) as past:
        lists.change(bureau.session(ADMIN), SIGNATORIES, "P-1", answers | {"row_counts": "23-11-2026"}, 2)
    assert [problem.field for problem in past.value.problems] == ["row_counts"]
    bureau.register()
    before = store.every()
    rebuild.rebuild(bureau.settings, bureau.session(CHAIR).actor)
    assert store.every() == before
    assert named(bureau, date(2026, 12, 1)) == [NEW_NAME]


def test_a_letter_bears_whoever_signs_on_its_day(at_stage: object) -> None:
    drafted: Bureau = at_stage("drafted")  # type: ignore[operator]
    answers = CHAIR_ROW | {
        "row_person": NEW_NAME,
        "row_nip": "19700101 199503 2 001",
        "row_counts": "hari ini",
    }
    lists.change(drafted.session(CHAIR), SIGNATORIES, "P-1", answers, 1)
    with refused_with("office.rules_broken") as stale:
        decided.approve(drafted.session(CHAIR), "2026-0001")
    assert stale.value.fields["rules"] == [12], "the draft still bears the name of yesterday"
    drafted.draft("2026-0001")
    letter = decided.approve(drafted.session(CHAIR), "2026-0001")
    copy = letter_files.folder(drafted.settings, letter.id, letter.revision) / "salinan-2.docx"
    assert NEW_NAME in frozen_text(copy.read_bytes())


def test_a_deputy_is_added_on_the_page_and_signs_by_a_mandate(at_stage: object) -> None:
    drafted: Bureau = at_stage("drafted")  # type: ignore[operator]
    assert lists.add(drafted.session(CHAIR), SIGNATORIES, OWN_DEPUTY) == "P-2"
    perform(record_mandate, drafted.session(CHAIR), "", ASKED)
    assert Role.CHAIR in drafted.session(OFFICER).actor.roles
    with refused_with("office.not_yours"):
        lists.add(drafted.session(OFFICER), SIGNATORIES, OWN_DEPUTY)
    drafted.draft("2026-0001")
    letter = decided.approve(drafted.session(OFFICER), "2026-0001")
    assert (letter.signatory, letter.capacity) == (OFFICER, "Plh.")
    lists.retire(drafted.session(CHAIR), SIGNATORIES, "P-2", {"row_last": "kemarin", "reason": "Pindah."}, 1)
    assert Role.CHAIR not in drafted.session(OFFICER).actor.roles


def test_the_deputy_of_office_toml_stays_when_the_list_is_taken_over(bureau: Bureau) -> None:
    with_deputy(bureau)
    before = bureau.session(CHAIR).settings.signatories
    lists.change(
        bureau.session(CHAIR),
        SIGNATORIES,
        "P-1",
        CHAIR_ROW | {"row_rank": "Pembina", "row_counts": "24-11-2026"},
        1,
    )
    after = bureau.session(CHAIR).settings.signatories
    assert after[-1] == before[-1]
    absence = Absence("M", CHAIR, OFFICER, date(2026, 11, 24), date(2026, 11, 25), "x")
    assert [signatory.account for signatory in may_sign(after, date(2026, 11, 24), [absence])] == [OFFICER]


def test_a_retired_one_signs_no_more_and_is_brought_back(bureau: Bureau) -> None:
    lists.retire(
        bureau.session(CHAIR), SIGNATORIES, "P-1", {"row_last": "30-11-2026", "reason": "Pensiun."}, 1
    )
    assert named(bureau, date(2026, 11, 30)) == [NAME]
    assert named(bureau, date(2026, 12, 1)) == []
    lists.bring_back(bureau.session(CHAIR), SIGNATORIES, "P-1", 1, {"reason": "Diperpanjang."}, 2)
    assert named(bureau, date(2026, 12, 1)) == [NAME]
    assert [version.retired for version in store.every()] == [False, True, False]
    lists.retire(bureau.session(CHAIR), SIGNATORIES, "P-1", {"row_last": "17-11-2026", "reason": "SK."}, 3)
    assert named(bureau, date(2026, 11, 18)) == [], (
        "who is in office is told by the decree, not by the day it is typed"
    )
    lists.bring_back(bureau.session(CHAIR), SIGNATORIES, "P-1", 3, {"reason": "Keliru."}, 4)
    assert named(bureau, date(2026, 11, 18)) == [NAME], "no day is missing when that was a mistake"
    for version in (2, 9):
        with refused_with("office.no_row"):
            lists.bring_back(bureau.session(CHAIR), SIGNATORIES, "P-1", version, {"reason": "x"}, 5)


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"row_nip": "123"}, "row_nip"),
        ({"row_nip": "1970010119950320xx"}, "row_nip"),
        ({"row_title": ""}, "row_title"),
        ({"row_since": "02-01-2027", "row_until": "01-01-2027"}, "row_until"),
        ({"row_title": "Sekretaris", "row_capacity": "Plh.", "row_represents": TITLE}, "row_mandate"),
        ({"row_title": "Sekretaris", "row_capacity": "Plh.", "row_mandate": "x"}, "row_represents"),
        ({"row_title": "Wakil", "row_account": ADMIN}, "row_account"),
        ({"row_title": "Wakil", "row_paraf": "a\nb\nc\nd\ne"}, "row_paraf"),
        ({"row_title": "Wakil", "row_letterhead": "a\nb"}, "row_letterhead"),
        ({}, "row_title"),
    ],
)
def test_an_unfit_signatory_is_refused_with_its_field(
    bureau: Bureau, answers: dict[str, str], field: str
) -> None:
    with pytest.raises(InvalidAnswers) as wrong:
        lists.add(bureau.session(CHAIR), SIGNATORIES, CHAIR_ROW | answers)
    assert field in [problem.field for problem in wrong.value.problems]
    assert store.every() == []


def test_what_was_typed_for_an_older_version_is_refused_with_both_values(bureau: Bureau) -> None:
    answers = CHAIR_ROW | {"row_counts": "hari ini"}
    lists.change(bureau.session(CHAIR), SIGNATORIES, "P-1", answers | {"row_rank": "Pembina"}, 1)
    with pytest.raises(StaleAnswers) as stale:
        lists.change(bureau.session(ADMIN), SIGNATORIES, "P-1", answers | {"row_rank": "Penata"}, 1)
    text = " ".join(stale.value.beside())
    assert "“Penata”" in text
    assert "“Pembina”" in text
    assert CHAIR in text
    with refused_with("office.nothing_changed"):
        lists.change(bureau.session(CHAIR), SIGNATORIES, "P-1", answers | {"row_rank": "Pembina"}, 2)
    with pytest.raises(StaleAnswers):
        lists.retire(bureau.session(CHAIR), SIGNATORIES, "P-1", {"row_last": "hari ini", "reason": "x"}, 7)


def test_a_case_keeps_the_retention_of_the_day_on_which_it_was_finished(at_stage: object) -> None:
    filed: Bureau = at_stage("filed")  # type: ignore[operator]
    case = cases.get("2026-0001")

    def years() -> int | None:
        rule = retention_of(filed.session(ARCHIVIST), case).schedule
        return rule.years if rule else None

    assert years() is None
    lists.add(filed.session(CHAIR), SCHEDULES, SCHEDULE | {"row_counts": "25-11-2026"})
    assert years() is None, "it was finished the day before"
    lists.change(filed.session(CHAIR), SCHEDULES, "J-1", SCHEDULE_CHANGE | {"row_counts": ""}, 1)
    assert years() == 12
    answers = SCHEDULE_CHANGE | {"row_inactive": 1, "row_counts": "25-11-2026"}
    lists.change(filed.session(ADMIN), SCHEDULES, "J-1", answers, 2)
    assert years() == 12, "it keeps the rule that it was given"
    assert [schedule.years for schedule in filed.session().settings.schedules] == [12, 3]
    lists.retire(filed.session(CHAIR), SCHEDULES, "J-1", {"row_last": "01-01-2026", "reason": "Keliru."}, 3)
    assert years() is None
    lists.bring_back(filed.session(CHAIR), SCHEDULES, "J-1", 2, {"reason": "Tidak keliru."}, 4)
    assert years() == 12


SCHEDULE_CHANGE = {name: one for name, one in SCHEDULE.items() if name != "row_code"} | {"row_inactive": 10}


def test_a_later_version_with_an_earlier_day_replaces_the_pending_one(bureau: Bureau) -> None:
    first = store.Version("jra", "J-1", 1, {"a": 1}, None, False, CHAIR, clock.now())
    later = replace(first, version=2, value={"a": 2}, since=date(2027, 1, 1))
    sooner = replace(first, version=3, value={"a": 3}, since=date(2026, 12, 1))
    spans = office_rows.spans([first, later, sooner])
    assert [(span.value["a"], span.since, span.until) for span in spans] == [
        (1, None, date(2026, 11, 30)), (3, date(2026, 12, 1), None),
    ]  # fmt: skip
    assert [
        span.value["a"] for span in office_rows.spans([first, replace(first, version=2, value={"a": 9})])
    ] == [9]
