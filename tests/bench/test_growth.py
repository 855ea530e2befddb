"""Growth: invented offices are true ones, each size is taken once, what is slow or too large says so, curves are of what is kept."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection

from bench import __main__ as bench
from bench.growth import course as room
from bench.growth import rows
from bench.growth.course import Course
from bench.growth.curves import CHARTS, draw
from bench.growth.figures import FREE, PACE, Kept, Taken, as_figure, keep, read, read_all, values
from bench.growth.place import Place
from bench.home import new_home
from bench.line import at_most, not_measured, plain
from pipeline.cases.stems import stems_of
from pipeline.office.base import keys
from pipeline.office.overview.find import find
from pipeline.records import boot, texts
from pipeline.records.errors import Stale
from pipeline.records.models import CaseRow, EntryRow, TextRow
from pipeline.records.texts import Among, Words
from pipeline.register.chain import verify_chain
from pipeline.register.entry import read_entry, verify_seal
from pipeline.register.payload import read_payload

_KEPT = Path(bench.__file__).parents[1] / "docs" / "pictures" / "growth"
_CASES, _OPEN = 30, 5
_SVG = "{http://www.w3.org/2000/svg}"


def test_cases_made_in_bulk_are_as_true_as_registered_ones(
    engine: str, tmp_path: Path, open_database: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "OPEN", _OPEN)
    with new_home(tmp_path) as home:
        (case,) = home.register_calls(1)
        rows.enter(home, case, _CASES, Place(tmp_path, engine, _CASES).stock())
        kept = EntryRow.objects.order_by("n").values_list("line", "payload")
        entries = [(read_entry(bytes(line)), read_payload(json.loads(payload))) for line, payload in kept]
        assert len(entries) == _CASES
        assert verify_chain(entry for entry, _ in entries) == []
        assert all(entry.payload_sha256 == payload.sha256 for entry, payload in entries)
        assert all(verify_seal(entry, keys.all_of(home.settings, keys.SEAL)) for entry, _ in entries)
        assert CaseRow.objects.filter(state="selesai").count() == _CASES - _OPEN - 1, (
            "the first was registered"
        )
        (found,) = find(home.desk("arsip"), "2026-0017")
        assert found.case is not None
        assert (found.case.number, found.case.state) == ("2026-0017", "selesai")
        _the_words_are_found()
        with pytest.raises(Stale), boot.transact(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM records_entryrow WHERE n = 9")


def _the_words_are_found() -> None:
    for text in TextRow.objects.exclude(case="2026-0001"):
        assert text.stems == " ".join(stems_of(text.plain))
    hits = texts.search(Words(tuple(stems_of("melaporkan kekerasan"))), Among(), 3)
    assert [one.case for one in hits] == ["2026-0030", "2026-0001", "2026-0029"], "the newest first"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A course of the first two measures alone."""
    monkeypatch.setattr(room, "MEASURES", {"made": "S9", "look-up": "S8"})
    return Course(tmp_path, 120.0, "./run bench growth")


def test_a_size_is_taken_measure_by_measure_and_not_again(course: Course) -> None:
    kept = course.size("sqlite", 12)
    assert list(kept.taken) == ["made", "look-up"]
    took = {one.key: one for taken in kept.taken.values() for one in taken.figures}
    assert {"size", "look-up", "look-up-cpu", "command", "pace-made"} <= set(took)
    assert all(one.value is not None and one.value > 0 for one in took.values())
    assert (took["command"].target, took["command"].cases, took["command"].database) == (
        "≤ 0.5",
        12,
        "sqlite",
    )
    again = replace(course, patience=0.0).size("sqlite", 12)
    assert again == kept, "with no time for anything, what is kept is told"
    told = list(again.told())
    assert all(one["command"] == "./run bench growth" and "cores" in one["machine"] for one in told)


def test_a_measure_that_takes_too_long_costs_its_number_and_not_the_run(course: Course) -> None:
    kept = replace(course, patience=0.02).size("sqlite", 12)
    (made,), (looked,) = (one.figures for one in kept.taken.values())
    assert made.value is None
    assert made.against == "not measured: stopped after 0 minutes"
    assert looked.against == "not measured: the office was not made"
    assert read(course.into / "sqlite-12.json") == kept


def test_a_size_that_would_take_too_long_or_not_fit_is_left_out_and_says_so(
    course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    course.seconds["sqlite", "made"] = (10, 60.0)
    (made,) = course.size("sqlite", 1000).taken["made"].figures
    assert made.against == "not measured: it would take some 100 minutes (10 took 60 s), 2 are allowed"
    monkeypatch.setattr(room, "_ROOM", {"made": (10**15, 0)})
    (made,) = course.size("sqlite", 11).taken["made"].figures
    assert made.against.startswith(
        "not measured: it would need 12100000 GB and 0 files; the disk has room for "
    )
    assert "sqlite, 11: made is left out: " in capsys.readouterr().err or made.value is None


def _kept(database: str, cases: int, value: float) -> Kept:
    points = [as_figure(at_most("S9", "a", value * one, "ms", 100, "–"), key, database, cases)
              for one, key in enumerate(("search", "search-rare"), 1)]  # fmt: skip
    missed = as_figure(not_measured("S9", "a", "", "", "too slow"), "search-cpu", database, cases)
    pace = as_figure(plain("pace", "a", 2 * FREE, "ms", "–"), f"{PACE}search", database, cases)
    return Kept(
        database, cases, "./run bench growth", taken={"search": Taken((*points, missed, pace), 1.0, 0.5)}
    )


def test_curves_show_each_point_that_is_kept_and_say_it_in_words(tmp_path: Path) -> None:
    for database, value in (("sqlite", 0.5), ("postgresql", 2.0)):
        for cases in (1000, 10_000):
            keep(tmp_path, _kept(database, cases, value))
    kept = read_all(tmp_path)
    assert values(kept, "search", "postgresql") == [(1000, 2.0), (10_000, 2.0)]
    assert values(kept, "search-cpu", "sqlite") == []
    assert values(kept, "search-rare", "sqlite", even=True) == [(1000, 0.5), (10_000, 0.5)], (
        "as on a core that is free"
    )
    (path,) = draw(kept, tmp_path)
    drawn = ET.fromstring(path.read_text("utf-8"))
    assert (drawn.findtext(f"{_SVG}title") or "").startswith("S9: ")
    assert "by the clock, 95th, PostgreSQL: 1,000: 2, 10,000: 2" in (drawn.findtext(f"{_SVG}desc") or "")
    said = {"".join(one.itertext()) for one in drawn.iter(f"{_SVG}text")}
    assert {
        "1,000",
        "10,000",
        "milliseconds, logarithmic",
        "cases in the office, logarithmic",
        "target 100",
    } <= said
    assert len(list(drawn.iter(f"{_SVG}circle"))) == 4 + 2, (
        "two curves of SQLite, and their stroke in the legend"
    )


def test_the_curves_of_the_page_are_of_the_figures_beside_them(tmp_path: Path) -> None:
    kept = read_all(_KEPT)
    drawn = draw(kept, tmp_path)
    assert [one.name for one in drawn] == [f"{chart.name}.svg" for chart in CHARTS]
    for path in drawn:
        assert path.read_text("utf-8") == (_KEPT / path.name).read_text("utf-8"), path.name
    page = (_KEPT.parents[1] / "performance.md").read_text("utf-8")
    assert all(f"pictures/growth/{path.name}" in page for path in drawn)
    used = [
        value
        for path in drawn
        for one in ET.fromstring(path.read_text("utf-8")).iter()
        for value in one.attrib.values()
    ]
    assert not any("://" in one for one in used)


def test_what_is_kept_is_printed_as_objects_with_command_machine_and_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(room, "MEASURES", {"search": "S9"})
    keep(tmp_path, _kept("sqlite", 10, 0.5))
    words = [
        "growth",
        "--sizes",
        "10",
        "--databases",
        "sqlite",
        "--parts",
        "offices",
        "--into",
        str(tmp_path),
        "--json",
    ]
    assert bench.main(words) == 0
    first, *_ = json.loads(capsys.readouterr().out)
    assert (first["value"], first["load"], first["database"], first["cases"]) == (0.5, 0.5, "sqlite", 10)
    assert {"id", "what", "value", "unit", "target", "met", "against", "command", "machine"} <= set(first)
