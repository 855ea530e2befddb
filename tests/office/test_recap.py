"""What a recap counts beside ordinary cases: old, void, restricted, destroyed, merged and late ones; plain counts."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.cases.states import State
from pipeline.kernel import clock
from pipeline.lookup import restriction
from pipeline.office.bookkeeping import recap, recap_cases, recap_files
from pipeline.office.bookkeeping.recap import Asked, Recipient
from pipeline.office.cases import add_letter
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import import_register
from pipeline.records import cases, disposals, history
from pipeline.records.disposals import Tombstone
from pipeline.register.recap_report import Report
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CHAIR, OVERSEER, USER, Bureau, one_page
from tests.office.stages import FIRST
from tests.office.test_add_letter import LETTER
from tests.refused import refused_with
from tests.register.sheets import xlsx

pytestmark = pytest.mark.backend

NOVEMBER = recap.period(month="2026-11")
HEAD = [
    "Nomor Register",
    "Tanggal Diterima",
    "Korban",
    "Jenis Kelamin",
    "Umur",
    "Bentuk Kekerasan",
    "Kecamatan",
]


@pytest.fixture
def office(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office with two registered cases."""
    return at_stage("registered")


def overview(office: Bureau, asked: Asked | None = None) -> tuple[dict[str, int | None], str, Report]:
    report = recap.make(office.session(CHAIR), asked or Asked(NOVEMBER))
    first = report.tables[0]
    return {row.key: row.cells[0] for row in first.rows}, first.note.id, report


def test_a_void_registration_is_told_and_not_counted(office: Bureau) -> None:
    office.session(CHAIR)
    case = cases.get(FIRST)
    cases.change(case, case.moved(State.VOID))
    counts, note, report = overview(office)
    assert counts == {"procedure": 1, "old": 0, "restricted": 0, "destroyed": 0}
    assert "pendaftaran yang dibatalkan: 1" in note
    assert report.cases == 1


def test_a_merged_case_is_told_and_its_victim_is_counted_once(office: Bureau) -> None:
    office.session(CHAIR)
    case = cases.get(FIRST)
    cases.change(case, case.with_values({"outcome": "digabung"}).moved(State.CLOSED))
    counts, note, _ = overview(office)
    assert counts["procedure"] == 1
    assert "Digabung ke kasus lain: 1" in note


def test_a_restricted_case_is_a_number_and_no_more(office: Bureau) -> None:
    session = office.session(CHAIR)
    history.note(clock.now(), session.actor, restriction.GRANTED, None, FIRST)
    counts, _, report = overview(office)
    assert (counts["procedure"], counts["restricted"]) == (1, 1)
    assert {table.total[-1] for table in report.tables if table.unit.id == "korban" and table.total} == {1}


def test_a_destroyed_case_stays_a_number_of_its_month(office: Bureau) -> None:
    office.session(CHAIR)
    payload = {"columns": {"received_date": "2026-11-02"}, "salt": "00"}
    minutes = {"number": "1", "day": "2026-11-20"}
    stone = Tombstone(
        "2026-0099",
        "M-2026-01",
        "0099/TL/XI/2026",
        99,
        minutes,
        "",
        (("A-2026-0099", "2026-11-02"),),
        (),
        (),
        payload,
    )
    disposals.bury([stone])
    counts, _, _ = overview(office)
    assert (counts["procedure"], counts["destroyed"]) == (2, 1)
    assert overview(office, Asked(recap.period(month="2026-10")))[0]["destroyed"] == 0


def test_the_paper_register_is_counted_apart(office: Bureau) -> None:
    sheet = office.home / "var" / "lembar.xlsx"
    row = ["0103/TL/XI/2026", "03-11-2026", "Melati", "P", "15", "fisik, psikis", "Hulu Asri"]
    sheet.write_bytes(xlsx(row, head=HEAD))
    plan = import_register.plan(office.session(ARCHIVIST), sheet, None)
    import_register.enter(office.session(ARCHIVIST), plan)
    counts, _, report = overview(office)
    assert (counts["procedure"], counts["old"]) == (2, 1)
    old = {table.id: {key.key: key.cells[-1] for key in table.rows if key.cells[-1]} for table in report.old}
    assert old["korban"] == {"13–17": 1}
    assert old["kekerasan"] == {"fisik": 1, "psikis": 1}
    assert old["kecamatan"] == {"Hulu Asri": 1}
    public = recap.make(office.session(CHAIR), Asked(NOVEMBER, recap.Recipient.PUBLICATION))
    assert public.old == ()


def test_a_late_entry_counts_in_the_month_it_was_received_and_is_told(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-12-03T09:00:00+07:00")
    damage.call(office)
    counts, note, report = overview(office)
    assert counts["procedure"] == 3
    assert "setelah akhir periode: 1 kasus" in note
    assert not report.is_provisional
    assert overview(office, Asked(recap.period(month="2026-12")))[0]["procedure"] == 0


def test_a_recap_is_written_down_with_its_sums_and_nothing_of_a_case(office: Bureau) -> None:
    overview(office)
    (act,) = history.of_verb("recap")
    assert act.case == ""
    assert act.detail["figures"]["ikhtisar"] == {"procedure": 2}
    assert act.detail["recipient"] == "kantor"


def test_a_look_counts_as_a_recap_does_and_is_no_recap_that_was_made(office: Bureau) -> None:
    seen = recap.look(office.session(OVERSEER), Asked(NOVEMBER))
    made = recap.make(office.session(OVERSEER), Asked(NOVEMBER))
    assert [table.to_json() for table in seen.tables] == [table.to_json() for table in made.tables]
    assert made.before is None
    assert [act.subject for act in history.of_verb(recap.VERB)] == ["2026-11"]
    with refused_with("office.period_not_begun"):
        recap.look(office.session(CHAIR), Asked(recap.period(month="2026-12")))


def test_a_further_letter_counts_as_mail_of_the_day_it_came_itself(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-12-03T09:00:00+07:00")
    further = LETTER | {"received_day": "2026-12-02"}
    came = office.arrive(one_page("susulan"))
    perform(add_letter.add_letter, office.session(), FIRST, further, came.id)
    reports = {
        month: recap.make(office.session(CHAIR), Asked(recap.period(month=month)))
        for month in ("2026-11", "2026-12")
    }
    mail = {
        month: next(
            row.cells[0]
            for table in report.tables
            if table.id == "surat"
            for row in table.rows
            if row.key == "in"
        )
        for month, report in reports.items()
    }
    assert mail == {"2026-11": 2, "2026-12": 1}


def test_a_case_waits_from_the_first_request_to_the_answer_whatever_else_is_done_meanwhile(
    office: Bureau,
) -> None:
    office.session()
    moments = [clock.now() + timedelta(hours=hour) for hour in range(5)]
    acts = [
        history.Act(at, CHAIR, USER, verb, 9, FIRST, "", {})
        for at, verb in zip(moments, ("ask", "study", "ask", "clarify", "ask"), strict=True)
    ]
    assert recap_cases.course(cases.get(FIRST), None, acts, ()).waits == ((moments[0], moments[3]),)


def test_a_list_of_offices_that_names_none_adds_nothing_up(office: Bureau, tmp_path: Path) -> None:
    (tmp_path / "kantor.txt").write_text("# kabupaten\n\n")
    asked = Asked(NOVEMBER, Recipient.PROVINCE)
    with refused_with("register.no_office_list"):
        recap_files.merge(office.session(CHAIR), asked, tmp_path, tmp_path / "kantor.txt")
