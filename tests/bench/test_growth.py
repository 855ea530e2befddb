"""Growth: invented offices are true ones, each size is taken once, what is slow or too large says so, curves are of what is kept."""

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
from bench.growth.figures import read_all
from bench.growth.place import Place
from bench.home import new_home
from pipeline.cases.search_stems import stems_of
from pipeline.kernel.errors import Stale
from pipeline.office.base import keys
from pipeline.office.overview.find import find
from pipeline.records import boot, texts
from pipeline.records.models import CaseRow, EntryRow, TextRow
from pipeline.records.texts import Among, Words
from pipeline.register.entry import read_entry, verify_chain, verify_seal
from pipeline.register.payload import read_payload

_KEPT = Path(bench.__file__).parents[1] / "docs" / "pictures" / "growth"
_CASES, _OPEN = 30, 5


def test_cases_made_in_bulk_are_as_true_as_registered_ones(
    tmp_path: Path, open_database: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "OPEN", _OPEN)
    with new_home(tmp_path) as home:
        (case,) = home.register_calls(1)
        rows.enter(home, case, _CASES, Place(tmp_path, "sqlite", _CASES).stock())
        kept = EntryRow.objects.order_by("n").values_list("line", "payload")
        entries = [(read_entry(bytes(line)), read_payload(json.loads(payload))) for line, payload in kept]
        assert len(entries) == _CASES
        assert verify_chain(entry for entry, _ in entries) == []
        assert all(entry.payload_sha256 == payload.sha256 for entry, payload in entries)
        assert all(verify_seal(entry, keys.all_of(home.settings, keys.SEAL)) for entry, _ in entries)
        assert CaseRow.objects.filter(state="selesai").count() == _CASES - _OPEN - 1, (
            "the first was registered"
        )
        (result,) = find(home.session("arsip"), "2026-0017")
        assert result.case is not None
        assert (result.case.number, result.case.state) == ("2026-0017", "selesai")
        _the_words_are_found()
        with pytest.raises(Stale), boot.transact(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM records_entryrow WHERE n = 9")


def _the_words_are_found() -> None:
    for text in TextRow.objects.exclude(case="2026-0001"):
        assert text.stems == " ".join(stems_of(text.plain))
    hits = texts.search(Words(tuple(stems_of("melaporkan kekerasan"))), Among(), 3)
    assert [hit.case for hit in hits] == ["2026-0030", "2026-0001", "2026-0029"], "the newest first"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A course of the first two measures alone."""
    monkeypatch.setattr(room, "MEASURES", {"made": "S9", "look-up": "S8"})
    return Course(tmp_path, 120.0, "./run bench growth")


def test_a_size_is_taken_measure_by_measure_and_not_again(course: Course) -> None:
    kept = course.size("sqlite", 12)
    assert list(kept.taken) == ["made", "look-up"]
    took = {figure.key: figure for taken in kept.taken.values() for figure in taken.figures}
    assert {"size", "look-up", "look-up-cpu", "command", "pace-made"} <= set(took)
    assert all(figure.value is not None and figure.value > 0 for figure in took.values())
    assert (took["command"].target, took["command"].cases, took["command"].database) == (
        "≤ 0.5",
        12,
        "sqlite",
    )
    again = replace(course, patience=0.0).size("sqlite", 12)
    assert again == kept, "with no time for anything, what is kept is told"
    lines = list(again.told())
    assert all(figure["command"] == "./run bench growth" and "cores" in figure["machine"] for figure in lines)


def test_the_curves_of_the_page_are_of_the_figures_beside_them(tmp_path: Path) -> None:
    kept = read_all(_KEPT)
    drawn = draw(kept, tmp_path)
    assert [path.name for path in drawn] == [f"{chart.name}.svg" for chart in CHARTS]
    for path in drawn:
        assert path.read_text("utf-8") == (_KEPT / path.name).read_text("utf-8"), path.name
    page = (_KEPT.parents[1] / "performance.md").read_text("utf-8")
    assert all(f"pictures/growth/{path.name}" in page for path in drawn)
    used = [
        value
        for path in drawn
        for node in ET.fromstring(path.read_text("utf-8")).iter()
        for value in node.attrib.values()
    ]
    assert not any("://" in value for value in used)
