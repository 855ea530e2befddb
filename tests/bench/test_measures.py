"""Each measure runs, with as little as it can be given, and gives the lines that stand in the table."""

import os

import pytest

from bench.__main__ import measured
from bench.table import chosen

pytestmark = pytest.mark.usefixtures("open_database")

LINES = {
    "S1": [*[("CPU s", "")] * 3, ("×", "≤ 1.1"), ("×", "≤ 1.1"), ("×", "≤ 0.25")],
    "F1": [
        line
        for least in ("≥ 0.9", "≥ 0.9", "≥ 0.85", "") * 3
        for line in [("F1", least), ("%", "≥ 98"), *[("F1", "")] * 16]
    ],
    "S2": [("%", "≤ 1"), ("%", "≤ 1"), ("%", "≤ 1.5"), ("%", "≤ 3"), ("%", "≤ 5")],
    "S3": [("pages/min", ""), ("×", "≥ 1.9"), ("×", "")],
    "S4": [("s", "≤ 2"), ("s", "≤ 2")],
    "S5": [("ms", ""), *[("s", "")] * 4, ("s", "≤ 0.3"), ("×", "")],
    "S6": [("×", "≤ 10"), ("×", "")],
    "S7": [("MB/s", ""), ("×", "≥ 0.8")],
    "S8": [("ms", ""), ("ms", ""), ("×", "≤ 1.5"), ("s", "≤ 0.5")],
    "S11": [("%", "≤ 0"), ("%", "≤ 0"), ("×", "≤ 1.1"), ("files/s", ""), ("×", "≥ 0.8")],
    "S12": [("cases/s", "≥ 500"), ("ms", "")],
    "S13": [("MB", "≤ 300"), ("%", "≤ 3")],
}
TINY = {"S8": 4, "S11": 2, "S12": 2}


@pytest.mark.parametrize("name", LINES)
def test_a_measure_gives_the_lines_of_the_table(name: str) -> None:
    before = dict(os.environ)
    (measure,) = chosen(name)
    lines, ended = measured(measure, TINY.get(name, 1))
    assert ended, lines
    assert [(line.unit, line.target) for line in lines] == LINES[name]
    assert {line.id for line in lines} == {name}
    unmeasured = [line.against for line in lines if line.value is None]
    assert all(reason.startswith("not measured: ") for reason in unmeasured)
    assert all(line.value > 0 or line.unit in ("%", "F1") for line in lines if line.value is not None)
    assert dict(os.environ) == before
