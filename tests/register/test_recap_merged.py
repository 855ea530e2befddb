"""Exported recaps are read, proved and added up."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from pipeline.kernel.text import Next, Text
from pipeline.register import recap, recap_tables
from pipeline.register.recap import NOTHING, Counted, Party
from pipeline.register.recap_merged import Handed, added, offices, read
from pipeline.register.recap_report import Report, Signed, proof_of
from tests.refused import refused_with

GIRL = Party("P", "13–17")


def exported(
    office: str = "P2TP2A Barito",
    month: int = 11,
    cases: int = 2,
    places: tuple[str, ...] = ("Teweh",),
    **given: Any,
) -> bytes:
    """Return the export of an office with so many like cases; every second one in its first sub-district."""
    day = date(2026, month, 3)
    records = [
        Counted(day, day, channel="letter", violence=("fisik", "psikis"), subdistrict=places[0] if n % 2 else "",
                victims=(GIRL,))
        for n in range(cases)
    ]  # fmt: skip
    tables = [recap.count(plan, records) for plan in recap_tables.plans(places)]
    first = recap_tables.overview(cases, 1, 0, 2, 0, 0, 0)
    late = recap_tables.unanswered(14, [True] * month)
    report = Report(
        office=office, period=f"2026-{month}", words=NOTHING, since=day, until=day, at=datetime(2026, 12, 1, tzinfo=UTC),
        recipient="provinsi", recipient_words=NOTHING, purpose="", account="ketua", paper="A4",
        place="", cases=cases, others=3, is_public=False, tables=(first, *tables, late), signed=Signed(),
    )  # fmt: skip
    plain = report.to_json() | given
    return json.dumps(plain | ({"sha256": proof_of(plain)} if given else {}), ensure_ascii=False).encode()


def cells(handed: list[Handed], table: str) -> dict[str, tuple[int | None, ...]]:
    (match,) = [grid for grid in added(handed)[0] if grid.id == table]
    return {row.key: row.cells for row in match.rows}


def test_an_export_reads_back_as_it_was() -> None:
    copy = read("a.json", exported())
    assert (copy.office, copy.month, copy.received, copy.detailed) == ("P2TP2A Barito", "2026-11", 5, 2)
    assert [table.to_json() for table in copy.tables] == json.loads(exported())["tables"]


def test_numbers_of_all_offices_and_months_are_added() -> None:
    handed = [
        read("a", exported(cases=2)),
        read("b", exported(month=10, cases=3)),
        read("c", exported("P2TP2A Kapuas", cases=7, places=("Teweh", "Selat"))),
    ]
    assert cells(handed, "ikhtisar") == {
        "procedure": (12,),
        "old": (3,),
        "restricted": (0,),
        "destroyed": (6,),
    }
    assert cells(handed, "korban")["13–17"] == (12, 0, 0, 12)
    assert cells(handed, "kekerasan")["fisik"] == (12,)
    places = cells(handed, "kecamatan")
    assert (places["P2TP2A Barito/Teweh"], places["P2TP2A Kapuas/Teweh"], places["P2TP2A Kapuas/Selat"]) == (
        (2,),
        (3,),
        (0,),
    )
    assert places["?"] == (7,)
    assert cells(handed, "belum-dijawab") == {"all": (22,)}, "of the last month of each office"
    for table in added(handed)[0]:
        if table.total is not None:
            assert table.total == tuple(
                sum(row.cells[place] or 0 for row in table.rows) for place in range(len(table.columns))
            )
    by_office = offices(
        handed,
        {"2026-10": Text("Oktober", "October"), "2026-11": Text("November", "November")},
        frozenset({"P2TP2A Kapuas"}),
    )
    assert [(row.title.id, row.cells) for row in by_office.rows] == [
        ("P2TP2A Barito", (6, 5, 11)), ("P2TP2A Kapuas (belum lengkap)", (0, 10, 10)),
    ]  # fmt: skip
    assert by_office.total == (6, 15, 21)


def test_one_that_was_changed_is_refused_whatever_was_changed() -> None:
    plain = json.loads(exported())
    plain["tables"][1]["rows"][2]["cells"][0] += 1
    with refused_with("register.recap_changed", match=r"a\.json"):
        read("a.json", json.dumps(plain).encode())
    with refused_with("register.recap_changed"):
        read("a.json", exported().replace(b"P2TP2A Barito", b"P2TP2A Kapuas"))
    again = json.dumps(dict(reversed(json.loads(exported()).items())), indent=3).encode()
    assert read("a.json", again).received == 5, "the same values, written otherwise"


def test_one_without_its_sum_is_refused() -> None:
    plain = json.loads(exported())
    del plain["sha256"]
    with refused_with("register.foreign_recap"):
        read("a.json", json.dumps(plain).encode())


@pytest.mark.parametrize(
    "given",
    [{"recipient": "kantor"}, {"edition": "published"}, {"merged": {}}, {"format": "lain"}, {"tables": [{"id": "x"}]},
     {"tables": None}, {"period": "2026-11"}, {"office": ""}, {"office": "P2TP2A\x1b[2J"}, {"office": 7}],
)  # fmt: skip
def test_what_is_no_recap_for_the_province_is_refused(given: dict[str, Any]) -> None:
    with refused_with("register.foreign_recap", match=r"x\.json") as refusal:
        read("x.json", exported(**given))
    is_another = {"recipient", "edition", "merged"} & given.keys()
    assert refusal.value.next == ((Next("recap-province"),) if is_another else ())


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"\xff\xfe", b'{"format": "rangkap-recap-1"}', b"null", b"[" * 100_000]
)
def test_what_is_no_recap_at_all_is_refused(data: bytes) -> None:
    with refused_with("register.foreign_recap"):
        read("x.json", data)


@pytest.mark.parametrize("number", [-1, 1.5, True, None, "3"])
def test_a_number_that_is_none_is_refused(number: object) -> None:
    plain = json.loads(exported())
    plain["tables"][1]["rows"][0]["cells"][0] = number
    with refused_with("register.foreign_recap"):
        read("x.json", json.dumps(plain | {"sha256": proof_of(plain)}).encode())


def test_sums_that_are_not_those_of_the_rows_are_refused() -> None:
    plain = json.loads(exported())
    plain["tables"][0]["total"] = [99]
    with refused_with("register.foreign_recap"):
        read("x.json", json.dumps(plain | {"sha256": proof_of(plain)}).encode())
