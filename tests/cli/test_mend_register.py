"""At a terminal a person decides whether what seems known is a complaint of its own."""

import io

import pytest

from demo.answers import registration
from pipeline.cases.case import Case
from pipeline.cli.arguments import parser
from pipeline.cli.call import Call
from pipeline.cli.verbs.register import _save
from tests.office.bureau import SCHOOL, Bureau, one_page
from tests.refused import refused_with


def save(bureau: Bureau, *, asks: bool) -> Case:
    """Register a second scan of the first letter as ``rangkap register`` does."""
    arrival = bureau.arrive(one_page("pindaian kedua"))
    call = Call(parser("id").parse_args(["register"]))
    return _save(call, bureau.session(), registration(SCHOOL), arrival, asks=asks)


@pytest.mark.parametrize(("typed", "is_saved"), [("ya\nlain\n", True), ("tidak\n", False)])
def test_who_is_asked_says_whether_it_is_another_complaint(
    bureau: Bureau,
    typed: str,
    is_saved: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    bureau.register(SCHOOL)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    if is_saved:
        assert save(bureau, asks=True).number == "2026-0002"
    else:
        with refused_with("office.maybe_known"):
            save(bureau, asks=True)
    assert "Mungkin sudah terdaftar sebagai 2026-0001. Tetap daftarkan?" in capsys.readouterr().err


def test_prepared_answers_are_not_asked_about(bureau: Bureau) -> None:
    bureau.register(SCHOOL)
    with refused_with("office.maybe_known"):
        save(bureau, asks=False)
