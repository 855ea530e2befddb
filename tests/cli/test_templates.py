"""``rangkap templates``: what is printed, what is written, and the exit status."""

import json
import struct
from pathlib import Path

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.text import Exit
from pipeline.office.base import home
from tests.letters.planted import NAME, PLANTED
from tests.office.bureau import CHECKOUT, USER


@pytest.fixture
def kantor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of a new office; ``rangkap`` works for it."""
    made = tmp_path / "rumah"
    home.init(made, CHECKOUT, USER, trial=True)
    monkeypatch.setenv("RANGKAP_HOME", str(made))
    return made


def test_the_shipped_templates_are_clean_and_their_samples_can_be_looked_at(
    kantor: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "contoh"
    assert main(["templates", "check", NAME, "--to", str(folder)]) == Exit.OK
    printed = capsys.readouterr()
    assert printed.out == f"baik   {NAME}\n"
    assert str(folder) in printed.err
    assert sorted(doc.name for doc in folder.iterdir()) == [f"{NAME}-1.png", f"{NAME}-2.png", f"{NAME}.docx"]
    wide, high = struct.unpack(">II", (folder / f"{NAME}-1.png").read_bytes()[16:24])
    assert 800 < wide < high
    assert main(["templates", "check"]) == Exit.OK
    assert "tidak ada yang salah" in capsys.readouterr().err


def test_a_faulty_template_ends_with_a_status_that_says_so(
    kantor: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (kantor / "letter_templates" / f"{NAME}.docx").write_bytes(PLANTED["misspelt field"].data)
    assert main(["templates", "check", NAME, "--to", str(tmp_path / "contoh")]) == Exit.REFUSED
    printed = capsys.readouterr()
    assert printed.out.startswith(
        f"BURUK  {NAME}\n       SALAH: isi, paragraf ke-25 (“Yang {{{{ sapaaan }}}} sampaikan”)"
    )
    assert printed.out.rstrip().endswith("\n       rangkap templates fields surat-jawaban-perorangan")
    assert "1 kesalahan." in printed.err
    assert "perbaiki kesalahannya dahulu" in printed.err
    assert not (tmp_path / "contoh").exists()
    assert main(["templates", "check", NAME, "--json"]) == Exit.REFUSED
    (report,) = json.loads(capsys.readouterr().out)
    assert report["usable"] is False
    assert [(flaw["code"], flaw["paragraph"]) for flaw in report["flaws"]] == [("unknown-field", 25)]


def test_samples_are_written_without_libreoffice_too_but_not_where_nothing_can_be_written(
    kantor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pipeline.rendering.convert.shutil.which", lambda _: None)
    folder = tmp_path / "contoh"
    assert main(["templates", "check", NAME, "--to", str(folder)]) == Exit.OK
    assert [path.name for path in folder.iterdir()] == [f"{NAME}.docx"]
    assert "LibreOffice" in capsys.readouterr().err
    (tmp_path / "berkas").write_text("x")
    assert main(["templates", "check", NAME, "--to", str(tmp_path / "berkas")]) == Exit.FAILED
    assert "office.samples_not_written" in capsys.readouterr().err
