"""``rangkap hand-over`` from outside: what is said, what is put out, and where nobody can be asked."""

from functools import partial
from pathlib import Path

import pytest

from pipeline.kernel.text import Exit
from pipeline.office.keeping import close_year
from pipeline.records import boot, cases
from tests.cli.conftest import Run
from tests.office.bureau import ARCHIVIST, Bureau
from tests.office.stages import FIRST


@pytest.fixture(name="run")
def hands_over(filed: Bureau, monkeypatch: pytest.MonkeyPatch, run: Run) -> Run:
    """Return a function that calls the verb as the archivist, when the year is closed."""
    monkeypatch.setenv("RANGKAP_CLOCK", "2027-01-05T09:00:00+07:00")
    close_year.close(filed.session(ARCHIVIST), 2026, incomplete=True, reason="lembar hilang")
    return partial(run, filed, ARCHIVIST, "hand-over")


def test_without_minutes_and_without_a_terminal_nothing_goes_out(run: Run, tmp_path: Path) -> None:
    status, _, err = run(FIRST, "--to", str(tmp_path / "medium"))
    assert (status, "office.no_minutes" in err) == (Exit.USAGE, True)
    assert not (tmp_path / "medium").exists()


def test_what_she_does_not_allow_is_told_and_goes_out_for_a_reason_alone(
    run: Run, filed: Bureau, tmp_path: Path
) -> None:
    filed.session()
    with boot.transact():
        cases.change(
            cases.get(FIRST), cases.get(FIRST).with_values({"share_with": ("tidak kepada siapa pun",)})
        )
    words = (FIRST, "--to", str(tmp_path / "medium"), "--minutes", "045/12/BA/2026")
    status, out, err = run(*words)
    assert (status, out) == (Exit.USAGE, "")
    assert f"{FIRST}: diteruskan kepada lembaga lain" in err
    assert not (tmp_path / "medium").exists()
    status, out, _ = run(*words, given="kewajiban serah arsip statis, UU 43/2009\n")
    assert (status, Path(out.strip()).is_dir()) == (Exit.OK, True)
