"""An account calls a verb, and a person types at its terminal."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.cli.__main__ import main
from pipeline.cli.verbs import answer, review
from pipeline.kernel.text import Exit
from pipeline.office.base import passphrase
from pipeline.records import boot
from pipeline.stores.backup_repository import BackupRepository
from tests.faults import cheap_vault
from tests.office.bureau import ADMIN, Bureau

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that calls a verb as an account ("" for none), with what it is given on standard input."""

    def call(office: Bureau, account: str, *words: str, given: str = "") -> tuple[int, str, str]:
        monkeypatch.setenv("RANGKAP_HOME", str(office.home))
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
        capsys.readouterr()
        status = main([*words, "--as", account] if account else [*words])
        boot.close()
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function by which a person at a terminal types these lines next."""

    def types(*typed: str) -> None:
        waiting: Iterator[str] = iter(typed)

        def asked(message: str, default: str, check: Callable[[str], str | None]) -> str:
            while True:
                given = next(waiting)
                if given == "Ctrl-C":
                    raise KeyboardInterrupt
                if check(given) is None:
                    return given

        for module in (review, answer):
            monkeypatch.setattr(module, "is_terminal", lambda: True)
        monkeypatch.setattr("pipeline.cli.prompts.is_terminal", lambda: True)
        monkeypatch.setattr("pipeline.cli.prompts.line", asked)

    return types


@pytest.fixture
def medium(at_stage: Callable[[str], Bureau], run: Run, tmp_path: Path) -> tuple[Bureau, Path, Path]:
    """Return an office, the medium with its backup, and its key in a file."""
    office = at_stage("registered")
    usb, key = tmp_path / "usb", tmp_path / "backup.key"
    passphrase.make_key(office.settings)
    cheap_vault.make(BackupRepository(str(usb), passphrase.of(office.settings), tmp_path / "alat"))
    key.write_text(passphrase.of(office.settings))
    assert run(office, ADMIN, "backup", str(usb))[0] == Exit.OK
    return office, usb, key
