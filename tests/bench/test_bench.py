"""The command line of the benchmark: what is chosen, what is printed, what a broken measure gives."""

import json
from pathlib import Path

import pytest

from bench import __main__ as bench
from bench.line import Line, Measure, Run, at_least, at_most, not_measured, plain
from bench.table import MEASURES, chosen
from pipeline.kernel.errors import NotDurable

FIELDS = ["id", "what", "value", "unit", "target", "met", "against"]


def _two(run: Run) -> list[Line]:
    assert run.room.is_dir()
    return [
        at_most("S0", "swift", run.n, "s", 3, "itself"),
        at_least("S0", "much", 1234.5, "MB/s", 2000, "a disk"),
        plain("S0", "seen", 0.25, "×", "–"),
        not_measured("S0", "other", "s", "≤ 1", "it is not here"),
    ]


def _fails(run: Run) -> list[Line]:
    raise NotDurable(reason="disk penuh")


@pytest.fixture
def measures(monkeypatch: pytest.MonkeyPatch) -> None:
    table = (Measure("S0", "two lines", "things", 2, _two), Measure("S00", "a failure", "things", 1, _fails))
    monkeypatch.setattr("bench.table.MEASURES", table)


def test_a_measure_is_chosen_by_its_id_or_by_a_word_of_its_name() -> None:
    assert [measure.id for measure in chosen("s1")] == ["S1"]
    assert [measure.id for measure in chosen("verify")] == ["S7"]
    assert [measure.id for measure in chosen("FIND")] == ["S8"]
    assert {"S1", "S2", "S3", "S4", "F1"} <= {measure.id for measure in chosen("intake")}
    assert [measure.id for measure in chosen("archive")] == ["S6", "S7", "S8", "S12"]
    assert chosen(None) == MEASURES
    assert chosen("cheese") == ()


def test_json_is_a_list_of_objects_with_the_seven_fields(
    measures: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.main(["s0", "--json"]) == 0
    shown = capsys.readouterr()
    lines = json.loads(shown.out)
    assert [list(line) for line in lines] == [FIELDS] * 4
    assert lines[0] == {
        "id": "S0", "what": "swift", "value": 2, "unit": "s", "target": "≤ 3", "met": True, "against": "itself",
    }  # fmt: skip
    assert [line["met"] for line in lines] == [True, False, None, None]
    assert shown.err == "S0 two lines ...\n"


def test_a_measure_that_breaks_off_is_told_with_its_reason_and_the_others_are_taken(
    measures: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.main(["--json"]) == 1
    lines = json.loads(capsys.readouterr().out)
    assert [line["id"] for line in lines] == ["S0"] * 4 + ["S00"]
    assert lines[-1]["value"] is None
    assert lines[-1]["against"].startswith("not measured: NotDurable: ")


def test_the_page_of_numbers_has_a_row_for_every_measure_and_leaves_none_out() -> None:
    page = (Path(bench.__file__).parents[1] / "docs" / "performance.md").read_text("utf-8")
    assert [measure.id for measure in MEASURES if f"| {measure.id} |" not in page] == []
    assert "Not built yet" not in page
