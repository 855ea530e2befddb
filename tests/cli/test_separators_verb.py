"""``rangkap separators``: the sheets that part letters in a batch of scans, as many as asked for."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from pipeline.kernel.errors import Exit
from pipeline.office.papers.separators import NAME
from tests.cli.conftest import Run
from tests.office.bureau import ARCHIVIST, CLERK, Bureau


@pytest.mark.parametrize(("asked", "made"), [("4", 4), ("0", 1), ("999", 200)])
def test_as_many_sheets_as_asked_for_are_put_out(
    bureau: Bureau, tmp_path: Path, run: Run, asked: str, made: int
) -> None:
    status, out, err = run(bureau, CLERK, "separators", "--count", asked, "--to", str(tmp_path))
    assert (status, out.strip()) == (Exit.OK, str(tmp_path / NAME))
    assert f"{made} lembar pemisah siap dicetak" in err
    with pypdfium2.PdfDocument(tmp_path / NAME) as document:
        assert len(document) == made


def test_who_prints_nothing_gets_none(bureau: Bureau, tmp_path: Path, run: Run) -> None:
    assert run(bureau, ARCHIVIST, "separators", "--to", str(tmp_path))[0] == Exit.NO_RIGHT
    assert not (tmp_path / NAME).exists()
