"""Nothing that somebody typed, or that a file is called, is obeyed by another person's terminal."""

import io
import sys
import unicodedata
from collections.abc import Callable
from typing import IO

import pytest

from pipeline.kernel.text import Exit
from pipeline.records import history
from tests.cli.conftest import Run
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST

EVIL = "abc\x1b[2J\x1b]0;judul\x07def\u202eghi\x00\x85j\u2066\r\nbaris kedua"


def obeyed(words: str) -> list[str]:
    """Return the characters of ``words`` that a terminal would obey."""
    return [word for word in words if word not in "\n\t" and unicodedata.category(word)[0] == "C"]


def test_a_reason_is_kept_and_shown_without_what_a_terminal_obeys(
    at_stage: Callable[[str], Bureau], run: Run
) -> None:
    office = at_stage("registered")
    words = ("record-conflict", FIRST, OFFICER, "rekan")
    assert run(office, CHAIR, *words, given=EVIL)[0] == Exit.OK
    office.session()
    (kept,) = [act.detail["reason"] for act in history.of_case(FIRST) if act.verb == "conflict"]
    assert (obeyed(kept), kept.endswith("ghi j\nbaris kedua")) == ([], True)
    assert run(office, CHAIR, *words, given="\x1b\u202e\x00")[0] != Exit.OK


def test_what_an_older_version_kept_is_shown_without_it(at_stage: Callable[[str], Bureau], run: Run) -> None:
    office = at_stage("registered")
    office.block(FIRST, OFFICER, EVIL)
    for more in ((), ("--json",)):
        status, out, err = run(office, CHAIR, "conflicts", FIRST, *more)
        assert (status, obeyed(out + err)) == (Exit.OK, [])
        assert "judul" in out


def test_bytes_that_are_no_text_are_refused_in_words_or_left_out(
    at_stage: Callable[[str], Bureau], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("registered")
    given: IO[str] = io.TextIOWrapper(io.BytesIO(b"bad\xff\xfekata"), "utf-8", errors="surrogateescape")
    monkeypatch.setattr(sys, "stdin", given)
    assert run(office, CHAIR, "record-conflict", FIRST, OFFICER, "rekan", given=given.read())[0] == Exit.OK
    status, _, err = run(office, CLERK, "find", "2026\u202e\x1b[2J")
    assert (status, obeyed(err)) == (Exit.NOT_FOUND, [])
