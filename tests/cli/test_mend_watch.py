"""Prepared answers of ``rangkap watch`` serve one letter each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from demo.answers import registration
from pipeline.cli.__main__ import main
from pipeline.cli.verbs.watch import Prepared
from pipeline.kernel.errors import Exit
from pipeline.records import boot
from tests.office.bureau import CLERK, SCHOOL, Bureau, one_page


@pytest.mark.parametrize("by_name", [False, True])
def test_a_second_letter_is_not_registered_with_the_answers_of_the_first(
    bureau: Bureau,
    tmp_path: Path,
    by_name: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers: dict[str, Any] = registration(SCHOOL) | {"not_a_duplicate": True}
    path = tmp_path / "jawaban.json"
    path.write_text(json.dumps({"SCN_0001.pdf": answers} if by_name else answers), "utf-8")
    bureau.drop(one_page("satu"))
    bureau.drop(one_page("dua"))
    monkeypatch.setenv("RANGKAP_HOME", str(bureau.leave()))
    assert main(["watch", "--once", "--answers", str(path), "--json", "--as", CLERK]) == Exit.OK
    boot.close()
    came = json.loads(capsys.readouterr().out)
    assert len(came) == 2
    assert sorted(one.get("case", "") for one in came) == ["", "2026-0001"]


def test_answers_by_name_are_taken_once() -> None:
    one = Prepared({"a.pdf": {"x": 1}})
    assert one.take("b.pdf") is None
    assert one.take("a.pdf") == {"x": 1}
    assert one.take("a.pdf") is None
