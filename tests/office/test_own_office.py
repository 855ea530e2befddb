"""No real letter goes out in the name of the sample office; a home for trying says that it is one."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.text import Exit
from pipeline.office.acts import BY_COMMAND
from pipeline.office.answer import page
from pipeline.office.answer.draft import case_to_draft
from pipeline.office.base import home
from pipeline.office.base.sample_office import invented
from pipeline.office.engine.perform import open_act
from pipeline.office.papers import forms
from pipeline.records import letters
from pipeline.settings.samples import ON_LETTERS
from tests.office.bureau import CHAIR, CHECKOUT, CLERK, OFFICER, SCHOOL, USER, Bureau
from tests.refused import refused_with

OWN = {
    "kantor.nama": "P2TP2A Kabupaten Muara Jati",
    "kantor.pemerintah": "Pemerintah Kabupaten Muara Jati",
    "kantor.alamat": "Jalan Cemara No. 12 Muara Jati",
    "kantor.telepon": "(0519) 21000",
    "kantor.tempat": "Muara Jati",
}


def make_real(bureau: Bureau, **changed: object) -> None:
    """Let the office be a real one, with the data of the sample office but for ``changed``."""
    values = {**bureau.settings.values, "kantor.percobaan": False, **changed}
    bureau.settings = replace(bureau.settings, values=values)


@pytest.mark.parametrize(
    "made",
    [
        lambda bureau: case_to_draft(bureau.session(OFFICER), "2026-0001"),
        lambda bureau: open_act(bureau.session(OFFICER), BY_COMMAND["ask"], bureau.register(SCHOOL).number),
        lambda bureau: bureau.draft("2026-0001"),
        lambda bureau: bureau.approve("2026-0001"),
        lambda bureau: page.make(bureau.session(CHAIR), "2026-10", bureau.home / "var"),
        lambda bureau: forms.make(bureau.session(CLERK), "tanda-terima", "2026-0001", bureau.home / "var"),
        lambda bureau: forms.make(bureau.session(CLERK), "klarifikasi", "2026-0001", bureau.home / "var"),
    ],
    ids=["before anything is typed", "request", "draft", "approve", "page", "receipt", "request form"],
)
def test_a_real_office_makes_no_letter_of_the_sample_office(
    drafted: Bureau, made: Callable[[Bureau], object]
) -> None:
    make_real(drafted)
    before = letters.of_case("2026-0001")
    with refused_with("office.sample_office") as refused:
        made(drafted)
    for words in ON_LETTERS.values():
        assert words.id in refused.value.text()
    assert not re.search(r"kantor\.|rangkap |/", refused.value.text()), "an officer reads it in the browser"
    assert letters.of_case("2026-0001") == before


@pytest.mark.parametrize("left", sorted(OWN))
def test_one_invented_line_is_enough(drafted: Bureau, left: str) -> None:
    make_real(drafted, **{key: value for key, value in OWN.items() if key != left})
    chair = replace(drafted.settings.signatories[0], name="Dra. Sri Rejeki", title="Ketua")
    drafted.settings = replace(drafted.settings, signatories=(chair,))
    assert invented(drafted.settings) == (left,)
    with refused_with("office.sample_office", match=f"invented: {ON_LETTERS[left].en}"):
        drafted.draft("2026-0001")


def test_an_office_of_its_own_drafts(drafted: Bureau) -> None:
    make_real(drafted, **OWN)
    chair = replace(drafted.settings.signatories[0], name="Dra. Sri Rejeki", title="Ketua")
    drafted.settings = replace(drafted.settings, signatories=(chair,))
    assert drafted.draft("2026-0001").revision == 2


def rows_of(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> dict[str, object]:
    """Return what doctor says of whose office it is."""
    monkeypatch.setenv("RANGKAP_HOME", str(folder))
    capsys.readouterr()
    main(["doctor", "--json"])
    (row,) = [load for load in json.loads(capsys.readouterr().out) if load["what"] == "data kantor"]
    return dict(row)


def test_doctor_says_what_of_an_office_is_still_the_sample(
    tmp_path: Path, open_database: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("RANGKAP_CLOCK", raising=False)
    real, trial = tmp_path / "kantor", tmp_path / "coba"
    home.init(real, CHECKOUT, USER)
    home.init(trial, CHECKOUT, USER, trial=True)
    row = rows_of(real, monkeypatch, capsys)
    assert row["ok"] is False
    assert "nama kantor (kantor.nama), pemerintah daerah (kantor.pemerintah), alamat" in str(row["found"])
    assert "daftar kecamatan (wilayah.kecamatan)" in str(row["found"])
    assert main(["doctor"]) == Exit.FAILED
    assert "BURUK  data kantor: masih contoh rekaan" in capsys.readouterr().out
    assert rows_of(trial, monkeypatch, capsys)["ok"] is True
    main(["doctor"])
    out = capsys.readouterr().out
    assert "INGAT  data kantor: masih contoh rekaan" in out
    assert "penandatangan (penandatangan)" in out


def test_a_home_for_trying_says_that_its_letter_is_no_real_one(
    drafted: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RANGKAP_HOME", str(drafted.leave()))
    assert main(["approve-letter", "2026-0001", "--as", CHAIR]) == Exit.OK
    assert "PERCOBAAN: surat ini memakai kantor contoh" in capsys.readouterr().err
