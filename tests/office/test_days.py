"""Holidays with their history, what is due in working days, and the clocks of the law until somebody answers them."""

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from demo.answers import registration
from pipeline.cases.deadlines import deadlines
from pipeline.kernel.text import Next
from pipeline.lookup import restriction
from pipeline.office.base import holidays
from pipeline.office.base.session import Session, who
from pipeline.office.bookkeeping.days_off import ROWS, add_holidays, remove_holiday
from pipeline.office.cases import clocks, register
from pipeline.office.cases.clocks import answer_clock, start_clock
from pipeline.office.cases.erasure import record_erasure
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import rebuild
from pipeline.office.overview import find
from pipeline.records import boot, cases, history
from tests.office import damage
from tests.office.bureau import (
    ADMIN,
    ARCHIVIST,
    CALL,
    CHAIR,
    CLERK,
    ERASURE,
    OFFICER,
    OVERSEER,
    SCHOOL,
    USER,
    Bureau,
)
from tests.office.bureau import POLICE as FROM_POLICE
from tests.office.stages import FIRST
from tests.refused import refused_with

pytestmark = pytest.mark.backend

MONDAY = date(2026, 11, 30)
POLICE = f"polisi-{FIRST}"
REPORTED = {"answer_day": "24-11-2026", "answer_words": "Unit PPA Polres, nomor LP/12"}
ASKED = {"clock_day": "23-11-2026", "clock_time": "10.00", "clock_words": "salinan data tentang dirinya"}


def add(session: Session, *rows: str) -> object:
    """Enter holidays as they are typed; return how many came new."""
    return perform(add_holidays, session, "", {ROWS: "\n".join(rows)}).told["count"]


def call(bureau: Bureau, **more: Any) -> str:
    """Register a call received on the morning of the 23rd about sexual violence, unless ``more`` says otherwise."""
    given = registration(CALL) | {
        register.NOT_A_DUPLICATE: True,
        "received_day": "23-11-2026",
        "received_time": "09.00",
    }
    return perform(
        register.register_call, bureau.session(), "", given | {"violence": ("seksual",)} | more
    ).case.number


def shown(bureau: Bureau, name: str, account: str = CLERK) -> list[tuple[str, str]]:
    return [(row["waits"].id, row["next"]) for row in find.todo(bureau.session(account))[name]]


def test_a_holiday_is_added_and_removed_and_the_table_is_its_own_history(bureau: Bureau) -> None:
    session = bureau.session(CLERK)
    assert not holidays.listed(session)
    add(session, "30-11-2026 Hari Kantor")
    add(session, "25-12-2026 Natal")
    add(bureau.session(CHAIR), "30-11-2026;Hari Jadi Kabupaten")
    assert holidays.listed(session, 2026) == [(MONDAY, "Hari Jadi Kabupaten"), (date(2026, 12, 25), "Natal")]
    assert holidays.listed(session, 2027) == []
    assert (
        perform(remove_holiday, bureau.session(ADMIN), "30-11-2026", {}).told["name"] == "Hari Jadi Kabupaten"
    )
    assert [day for day, _ in holidays.listed(session)] == [date(2026, 12, 25)]
    rows = [(line.day, line.is_free, line.account) for line in holidays.lines(bureau.settings)]
    assert rows[0] == (MONDAY, True, CLERK)
    assert rows[-1] == (MONDAY, False, ADMIN)
    assert [act.verb for act in history.of_verb("holiday_add", "holiday_remove")] == [
        *["holiday_add"] * 3,
        "holiday_remove",
    ]


def test_what_is_no_holiday_or_one_already_is_refused(bureau: Bureau) -> None:
    session = bureau.session(CLERK)
    add(session, "30-11-2026 Hari Kantor")
    with refused_with("office.already_holiday"):
        add(session, "30-11-2026  Hari  Kantor ")
    with refused_with("office.not_a_name_of_a_day"):
        add(session, "30-11-2026 ")
    with refused_with("office.no_holiday"):
        perform(remove_holiday, session, "2026-12-01", {})
    with refused_with("office.not_a_day"):
        add(session, "entah kapan Libur")
    with refused_with("office.not_a_day"):
        perform(remove_holiday, session, "entah kapan", {})


def test_a_line_that_a_power_cut_tore_loses_no_other_and_a_rebuild_leaves_the_table(bureau: Bureau) -> None:
    add(bureau.session(CLERK), "30-11-2026 Hari Kantor")
    with (bureau.settings.var / holidays.FILE).open("ab") as file:
        file.write(b'{"day": "2026-12-0')
    add(bureau.session(CLERK), "25-12-2026 Natal")
    before = holidays.table(bureau.settings)
    assert len(before) == 2
    damage.call(bureau)
    rebuild.rebuild(bureau.settings, who(bureau.settings, USER, ARCHIVIST))
    assert holidays.table(bureau.settings) == before


def answers_due(bureau: Bureau, account: str = CLERK) -> list[str]:
    return [waits for waits, _ in shown(bureau, "due", account) if waits.startswith("surat jawaban")]


def test_an_answer_is_due_in_working_days_and_is_shown_soon_before_and_overdue(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    call(bureau, violence=("fisik",))
    assert answers_due(bureau) == []
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-12-09T09:00:00+07:00")
    assert answers_due(bureau) == ["surat jawaban: 2 hari kerja lagi (tenggat 11-12-2026)"]
    add(bureau.session(CLERK), "10-12-2026 Libur")
    assert answers_due(bureau, OFFICER)[0] == "surat jawaban: 2 hari kerja lagi (tenggat 14-12-2026)"
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-12-14T09:00:00+07:00")
    assert answers_due(bureau)[0] == "surat jawaban: hari ini (tenggat 14-12-2026)"
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-12-19T09:00:00+07:00")
    assert answers_due(bureau)[0] == "surat jawaban: TERLAMBAT 4 hari kerja (tenggat 14-12-2026)"
    texts = [waits for waits, _ in shown(bureau, "due")]
    assert "pelapor berjanji datang: TERLAMBAT 15 hari kerja (tenggat 26-11-2026)" in texts


def test_no_report_to_the_police_is_counted_for_what_the_police_sent(bureau: Bureau) -> None:
    sent, school = (bureau.register(sample) for sample in (FROM_POLICE, SCHOOL))
    with boot.transact():
        for case in (sent, school):
            update = replace(case, values={**case.values, "violence": ("seksual",)}, version=case.version + 1)
            cases.change(case, update)
    assert [waits for waits, steps in shown(bureau, "clocks") if sent.number in str(steps)] == []
    assert [waits for waits, steps in shown(bureau, "clocks") if school.number in str(steps)]
    assert clocks.of_case(bureau.session(OFFICER), cases.get(sent.number)) == []
    assert not any("kepolisian" in deadline.what.id for deadline in deadlines(cases.get(sent.number).values))
    assert any("kepolisian" in deadline.what.id for deadline in deadlines(cases.get(school.number).values))


def test_the_report_to_the_police_runs_by_itself_until_somebody_answers_with_the_day(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call(bureau) == FIRST
    assert call(bureau, violence=("fisik",)) != FIRST
    ((waits, steps),) = shown(bureau, "clocks")
    assert re.fullmatch(
        r"laporan ke kepolisian \(UU 12/2022\): sisa 4[78] jam \(s\.d\. 26-11-2026 09\.00\)", waits
    )
    assert steps == (Next("answer-clock", POLICE),)
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-26T12:00:00+07:00")
    assert "LEWAT 3 jam (sejak 26-11-2026 09.00)" in shown(bureau, "clocks", CHAIR)[0][0]
    with refused_with("office.answered_too_soon"):
        perform(answer_clock, bureau.session(OFFICER), POLICE, REPORTED | {"answer_day": "22-11-2026"})
    detail = perform(answer_clock, bureau.session(OFFICER), POLICE, REPORTED).told
    assert (detail["answered"], detail["by"]) == ("2026-11-24", OFFICER)
    assert shown(bureau, "clocks") == []
    with refused_with("office.no_clock"):
        perform(answer_clock, bureau.session(OFFICER), POLICE, REPORTED)
    kept = bureau.archive.read_case(FIRST).kasus["history"]
    assert [act["detail"]["day"] for act in kept if act["verb"] == clocks.ANSWERED] == ["2026-11-24"]
    before = clocks.listed(bureau.session(CHAIR))
    damage.rebuilt(bureau)
    assert clocks.listed(bureau.session(CHAIR)) == before
    assert bureau.verify() == []


def test_requests_for_access_and_breaches_are_started_and_answered_by_a_person(bureau: Bureau) -> None:
    call(bureau, violence=("fisik",))
    session = bureau.session(CLERK)
    access = perform(start_clock, session, FIRST, ASKED).told
    breach = perform(start_clock, session, "", ASKED | {"clock_words": "berkas terbawa di flashdisk"}).told
    assert (access["id"], breach["id"], breach["case"]) == ("akses-2026-0001", "kebocoran-2026-0001", "")
    assert len(shown(bureau, "clocks", OFFICER)) == 2
    perform(answer_clock, bureau.session(CHAIR), breach["id"], REPORTED)
    assert [clock.id for clock in clocks.listed(session) if not clock.answered] == [access["id"]]
    with refused_with("records.not_found"):
        perform(start_clock, session, "2026-0009", ASKED)
    with refused_with("office.clock_not_begun"):
        perform(start_clock, session, "", ASKED | {"clock_day": "24-11-2026", "clock_time": "23.00"})
    assert "flashdisk" not in str(find.todo(session)) + str(find.show(session, FIRST).plain)


@pytest.mark.parametrize(
    ("since", "end", "last"),
    [
        ("2026-11-23T10:00", "2026-11-26T10:00", "2026-11-26"),
        ("2026-11-26T10:00", "2026-11-29T10:00", "2026-11-27"),
        ("2026-11-27T07:30", "2026-11-30T07:30", "2026-11-27"),
        ("2026-11-27T16:00", "2026-11-30T16:00", "2026-11-30"),
        ("2026-11-28T10:00", "2026-12-01T10:00", "2026-11-30"),
        ("2026-12-05T10:00", "2026-12-08T10:00", "2026-12-05"),
    ],
)
def test_what_ends_while_the_office_is_closed_is_due_on_the_working_day_before(
    bureau: Bureau, since: str, end: str, last: str
) -> None:
    add(bureau.session(CLERK), "01-12-2026 Hari libur", "07-12-2026 Hari libur", "08-12-2026 Hari libur")
    begun, ends = datetime.fromisoformat(since), datetime.fromisoformat(end)
    assert holidays.last_day(bureau.settings, begun.date(), ends) == date.fromisoformat(last)


def test_the_worklist_names_the_last_day_on_which_the_office_is_open(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    call(bureau, violence=("fisik",))
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-26T09:00:00+07:00")
    thursday = {"clock_day": "26-11-2026", "clock_time": "08.00"}
    perform(start_clock, bureau.session(CLERK), FIRST, ASKED | thursday)
    ((waits, _),) = shown(bureau, "clocks")
    assert "(s.d. 29-11-2026 08.00, saat kantor tutup, jadi selesaikan paling lambat 27-11-2026)" in waits
    assert clocks.of_case(bureau.session(OFFICER), cases.get(FIRST))[0]["do_by"] == "2026-11-27"
    asked = ERASURE | {"erasure_day": "26-11-2026", "erasure_time": "08.00"}
    perform(record_erasure, bureau.session(CLERK), FIRST, asked)
    assert "27-11-2026" in shown(bureau, "erasures", CHAIR)[0][0]


def test_a_case_to_which_access_is_restricted_shows_no_clock(bureau: Bureau) -> None:
    call(bureau)
    with boot.transact():
        history.note(clocks.clock.now(), bureau.session().actor, restriction.GRANTED, None, FIRST)
    assert shown(bureau, "clocks") == []
    assert shown(bureau, "due") == []


def test_a_list_of_holidays_is_taken_in_whole_or_not_at_all(bureau: Bureau) -> None:
    session = bureau.session(CLERK)
    days = ("25-12-2026 Natal", "24-12-2026\tCuti bersama")
    assert add(session, *days) == 2
    assert add(session, *days, "01-01-2027 Tahun Baru") == 1
    with refused_with("office.not_a_name_of_a_day"):
        add(session, "02-01-2027 Libur", "03-01-2027 ")
    assert [name for _, name in holidays.listed(bureau.session(OVERSEER))] == [
        "Cuti bersama",
        "Natal",
        "Tahun Baru",
    ]
    with refused_with("office.not_yours"):
        add(bureau.session(OFFICER), *days)
