"""The counting of a recap: every case and person exactly once in each table, and how long the steps took."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cases import lists
from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.register.recap import UNKNOWN, Counted, Party, Table, count, differences, figures, published
from pipeline.register.recap_report import HIDDEN, Block
from pipeline.register.recap_tables import mail, overview, plans, unanswered
from pipeline.register.recap_times import Course, at_desk, elapsed, percentile

PLACES = ("Hulu Asri", "Sungai Bakung")
DAY = date(2026, 11, 20)
NINE = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
SEX, AGE = st.sampled_from(["P", "L", "", "x"]), st.sampled_from(["0–5", "13–17", "60+", "", "99"])
PARTY = st.builds(Party, SEX, AGE, st.sampled_from(["SD", "", "?"]))
CASE = st.builds(
    Counted,
    st.just(DAY),
    st.just(DAY),
    channel=st.sampled_from([*(channel.value for channel in lists.CHANNELS), "", "merpati"]),
    relation=st.sampled_from(["guru", "", "lainnya"]),
    violence=st.lists(st.sampled_from([form.value for form in lists.VIOLENCE]), unique=True).map(tuple),
    services=st.lists(st.sampled_from([service.value for service in lists.SERVICES]), unique=True).map(tuple),
    subdistrict=st.sampled_from([*PLACES, "", "desa yang tak dikenal"]),
    referral=st.sampled_from(["ya", "tidak", "-"]),
    state=st.just("terdaftar"),
    outcome=st.sampled_from(["", "dirujuk"]),
    referrals=st.lists(
        st.tuples(st.sampled_from(["kepolisian", "sekolah"]), st.sampled_from(["diterima", "dicabut"])),
        max_size=3,
    ).map(tuple),
    victims=st.lists(PARTY, min_size=1, max_size=3).map(tuple),
    reported=st.lists(PARTY, max_size=3).map(tuple),
)


def tables(cases: list[Counted]) -> dict[str, Table]:
    return {table.id: count(table, cases) for table in plans(PLACES)}


@given(st.lists(CASE, max_size=12))
@settings(max_examples=40, deadline=None)
def test_every_case_and_person_is_counted_once_in_each_table(cases: list[Counted]) -> None:
    whole = {
        "kasus": len(cases),
        "korban": sum(len(case.victims) for case in cases),
        "terlapor": sum(len(case.reported) for case in cases),
        "rujukan": sum(len(case.referrals) for case in cases),
    }
    for table in tables(cases).values():
        if table.total is not None:
            assert table.total[-1] == whole[table.unit.id]
        for row in table.rows:
            assert len(row.cells) == len(table.columns)
            assert len(row.cells) == 1 or row.cells[-1] == sum(cell or 0 for cell in row.cells[:-1])
            assert all(cell is not None and 0 <= cell <= whole[table.unit.id] for cell in row.cells)


@given(st.lists(CASE, max_size=12))
@settings(max_examples=40, deadline=None)
def test_several_answers_are_each_counted_and_none_is_told_too(cases: list[Counted]) -> None:
    asked = {row.key: row.cells[0] for row in tables(cases)["layanan"].rows}
    for choice in lists.SERVICES:
        assert asked[choice.value] == sum(choice.value in case.services for case in cases)
    assert asked[UNKNOWN] == sum(not case.services for case in cases)


@given(st.lists(CASE, max_size=30))
@settings(max_examples=40, deadline=None)
def test_what_is_published_of_any_office_holds_nothing_small(cases: list[Counted]) -> None:
    for table in tables(cases).values():
        shown = published(table)
        cells = [cell for row in shown.rows for cell in row.cells] + list(shown.total or ())
        assert all(cell is None or cell == 0 or cell >= 5 for cell in cells)


def test_what_is_in_no_list_is_not_known_rather_than_left_out() -> None:
    report = tables([Counted(DAY, DAY, channel="merpati", victims=(Party("x", "99"),))])
    assert {row.key: row.cells[-1] for row in report["kanal"].rows}[UNKNOWN] == 1
    assert report["korban"].rows[-1].cells == (0, 0, 1, 1)


def test_a_number_that_changed_is_told_with_what_it_was() -> None:
    before = tables([Counted(DAY, DAY, channel="letter")])
    after = tables([Counted(DAY, DAY, channel="phone")])
    changes = differences(figures([before["kanal"]]), [after["kanal"], after["risiko"]])
    assert [change.to_json() for change in changes] == [
        {"table": "Kanal pengaduan", "row": "surat", "before": 1, "now": 0},
        {"table": "Kanal pengaduan", "row": "telepon", "before": 0, "now": 1},
    ]


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=40))
def test_the_percentile_is_that_of_the_textbook(numbers: list[float]) -> None:
    values = sorted(numbers)
    ninety = percentile(values, 90)
    assert ninety in values
    assert sum(number <= ninety for number in values) >= 0.9 * len(values)
    assert sum(number < ninety for number in values) < 0.9 * len(values)
    assert percentile([], 90) is None


def test_waiting_for_an_answer_does_not_count_as_time_of_the_office() -> None:
    reached = {
        "register": NINE + timedelta(hours=1),
        "draft": NINE + timedelta(hours=30),
        "file": NINE + timedelta(hours=40),
    }
    waits = (
        (NINE + timedelta(hours=3), NINE + timedelta(hours=27)),
        (NINE + timedelta(hours=50), NINE + timedelta(hours=60)),
    )
    took = {span.key: span for span in elapsed([Course(NINE, reached, waits)])}
    assert [took[key].median for key in ("register", "draft", "file", "whole")] == [1.0, 5.0, 10.0, 16.0]
    assert (took["vet"].count, took["vet"].median) == (0, None)


def test_desk_time_is_held_against_fifteen_minutes() -> None:
    minute = timedelta(minutes=1)
    cases = [{1: 5 * minute, 10: 9 * minute}, {1: 7 * minute, 10: 11 * minute}, {}]
    first, draft, whole, call = at_desk(cases, [number * minute for number in (9, 15, 16)])
    assert (first.key, first.count, first.median) == ("step-1", 2, 6.0)
    assert (draft.key, draft.step, draft.ninety) == ("step-10", "10", 11.0)
    assert (whole.count, whole.median, whole.within) == (2, 16.0, 1)
    assert (call.count, call.median, call.ninety, call.within) == (3, 15.0, 16.0, 2)


def test_a_published_table_with_a_small_number_shows_no_sum() -> None:
    grown, children = (Party("P", "60+"),) * 9, (Party("L", "0–5"),) * 2
    table = tables([Counted(DAY, DAY, victims=grown + children)])["korban"]
    shown = {row.key: row.cells for row in published(table).rows}
    assert (shown["60+"], shown["0–5"]) == ((9, 0, 0, None), (0, None, 0, None))
    assert published(table).total == (None,) * 4
    whole = tables([Counted(DAY, DAY, victims=grown)])["korban"]
    assert published(whole) == whole


def test_a_published_list_of_several_answers_hides_the_small_ones_alone() -> None:
    cases = [Counted(DAY, DAY, violence=("fisik",), victims=(Party(),))] * 6
    cases += [Counted(DAY, DAY, violence=("psikis",), victims=(Party(),))]
    shown = published(tables(cases)["kekerasan"])
    counts = {row.key: row.cells[0] for row in shown.rows}
    assert (counts["fisik"], counts["psikis"], counts["seksual"], shown.total) == (6, None, 0, None)


EVERY = (
    overview(1, 2, 3, 4, 5, 6, 7),
    *(count(plan, ()) for plan in plans(["Hulu Asri"], {"pulang": "rujukan"})),
    mail(dict.fromkeys(("in", "struck", *(kind.recap[0] for kind in LETTER_KINDS.values()), "void"), 1)),
    unanswered(14, [True]),
)


@pytest.mark.parametrize("table", EVERY, ids=[table.id for table in EVERY])
def test_every_table_has_english_words(table: Table) -> None:
    same = {"SD", "PAUD/TK", "mental", "Hulu Asri"}
    words = [
        table.title,
        table.unit,
        *(row.title for row in table.rows),
        *(title for _, title in table.columns),
    ]
    alike = {text.id for text in words if text.id == text.en and any(map(str.isalpha, text.id))}
    assert alike <= same


def test_a_decimal_is_written_as_the_language_writes_it() -> None:
    block = Block("waktu", "", ("", "", ""), (("median", (1234.25, None, 12)),))
    assert block.printed() == [("median", ["1.234,2", HIDDEN, "12"])]
    assert block.printed("en") == [("median", ["1,234.2", HIDDEN, "12"])]
