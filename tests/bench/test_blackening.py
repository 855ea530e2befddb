"""The measure of blacking out counts words on the paper, and knows where they lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.__main__ import measured
from bench.measures import blackening
from bench.table import chosen
from bench.victim_letters import known, unknown


def test_the_letters_that_judge_are_not_those_of_the_rules() -> None:
    assert len(list(unknown())) == 6
    assert not {one.paper.number for one in known()} & {one.paper.number for one in unknown()}
    for letter in unknown():
        assert any(word.goes for word in letter.words)
        assert not any(sign in word.text for word in letter.words for sign in "[]{}")


def test_a_measure_gives_its_lines() -> None:
    (measure,) = chosen("S14")
    lines, ended = measured(measure, 1)
    assert ended, lines
    assert [line.unit for line in lines] == ["%"] * 9
    assert {line.id for line in lines} == {"S14"}
    assert all(line.value is not None and line.value > 50 for line in lines[::3])


def test_nothing_found_is_nothing_hidden(
    office_reader: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blackening, "finds", lambda *_: [])
    letter = next(unknown())
    goes, stays, other, missed = blackening.counted(office_reader, tmp_path, "office", [letter])  # type: ignore[arg-type]
    assert (goes, stays, other, len(missed)) == (0, 0, 0, sum(word.goes for word in letter.words))
