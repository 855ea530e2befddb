"""Set-up: system packages, language data and ``.venv``, each left alone when it is there."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.conftest import ROOT
from tools import environment, language, machine


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with lock files and no environment yet."""
    (tmp_path / "requirements").mkdir()
    for kind in ("runtime", "dev"):
        (tmp_path / "requirements" / f"{kind}.txt").write_text(f"{kind}==1 \\\n", encoding="utf-8")
    venv = tmp_path / ".venv"
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "MARKS", venv / "rangkap")
    monkeypatch.setattr(environment, "PYTHON", venv / "bin" / "python")
    return tmp_path


def make(checkout: Path, version: str = f"3.{sys.version_info.minor}.1") -> Path:
    """Lay out an environment as set-up leaves it; return its marks."""
    marks = checkout / ".venv" / "rangkap"
    marks.mkdir(parents=True)
    (checkout / ".venv" / "bin").mkdir()
    (checkout / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (checkout / ".venv" / "pyvenv.cfg").write_text(f"home = /x\nversion = {version}\n", encoding="utf-8")
    (marks / "place").write_text(f"{checkout}\n", encoding="utf-8")
    (marks / "runtime.txt").write_bytes((checkout / "requirements" / "runtime.txt").read_bytes())
    return marks


def test_a_whole_environment_is_fresh_for_what_it_holds(checkout: Path) -> None:
    make(checkout)
    assert environment.is_fresh("runtime")
    assert not environment.is_fresh("dev")


def test_a_changed_lock_file_is_noticed(checkout: Path) -> None:
    make(checkout)
    (checkout / "requirements" / "runtime.txt").write_text("other==2 \\\n", encoding="utf-8")
    assert environment.is_usable()
    assert not environment.is_fresh("runtime")


def test_an_installation_that_was_interrupted_is_begun_afresh(checkout: Path) -> None:
    (make(checkout) / "building").touch()
    assert not environment.is_usable()


def test_an_environment_of_another_python_is_not_used(checkout: Path) -> None:
    make(checkout, "3.10.2")
    assert not environment.is_usable()


def test_an_environment_made_elsewhere_is_not_used(checkout: Path) -> None:
    (make(checkout) / "place").write_text("/elsewhere\n", encoding="utf-8")
    assert not environment.is_usable()


def test_an_environment_that_is_not_ours_is_never_deleted(checkout: Path) -> None:
    (checkout / ".venv" / "lib").mkdir(parents=True)
    (checkout / ".venv" / "lib" / "precious").touch()
    with pytest.raises(environment.SetupFailed, match="tidak dibuat oleh"):
        environment.fill("runtime")
    assert (checkout / ".venv" / "lib" / "precious").exists()


def test_language_data_with_another_digest_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "share" / "tesseract-ocr" / "5" / "tessdata" / language.NAME
    bad.parent.mkdir(parents=True)
    bad.write_bytes(b"changed")
    monkeypatch.setattr(language, "_SYSTEM", tmp_path / "share")
    monkeypatch.setattr(language, "TESSDATA", tmp_path / "venv")
    monkeypatch.setattr(language, "has", lambda program: False)
    assert not language.is_there()
    assert not language.provide()
    assert not (tmp_path / "venv").exists()
    assert "digest berbeda" in capsys.readouterr().err


def test_language_data_is_copied_once_and_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "TESSDATA", tmp_path / "venv")
    assert language.provide()
    (data,) = (tmp_path / "venv").iterdir()
    changed = data.stat().st_mtime_ns
    assert language.provide()
    assert data.stat().st_mtime_ns == changed
    data.write_bytes(b"torn")
    assert language.provide()
    assert data.stat().st_size > 1_000_000


def test_what_may_not_be_installed_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "_privilege", lambda: None)
    here = machine.Package("here", lambda: True, "apa saja")
    gone = machine.Package("gone", lambda: False, "membaca")
    machine.install((here, gone))
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "rangkap: belum ada: gone (membaca)",
        "rangkap: jalankan sebagai root, lalu ulangi: apt-get install -y --no-install-recommends gone",
    ]


def test_another_part_of_libreoffice_does_not_stand_for_its_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    (writer,) = (package for package in machine.RUNTIME if package.name.startswith("libreoffice"))
    (tmp_path / "libsclo.so").touch()
    assert not writer.is_there()
    (tmp_path / "libswlo.so").touch()
    assert writer.is_there()


def test_nothing_is_asked_of_the_machine_when_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError

    monkeypatch.setattr(machine, "_privilege", refuse)
    machine.install((machine.Package("here", lambda: True, "apa saja"),))


def test_the_tools_run_with_the_standard_library_alone() -> None:
    for module in ("tools.bootstrap", "tools.check", "tools.lock"):
        subprocess.run([sys.executable, "-S", "-c", f"import {module}"], cwd=ROOT, check=True)
