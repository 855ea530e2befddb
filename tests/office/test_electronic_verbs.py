"""``rangkap signature`` from outside."""

import io
import json
from pathlib import Path

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.text import Exit
from pipeline.records import boot, letters
from tests.office.bureau import CHAIR, CLERK, Bureau
from tests.office.stages import FIRST
from tests.signing.pki import signed, usual


class Terminal:
    """The command line for one office."""

    def __init__(
        self, office: Bureau, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        self.patch, self.capture, self.folder = patch, capture, folder
        patch.setenv("RANGKAP_HOME", str(office.home))

    def __call__(self, *words: str, account: str, given: str = "") -> tuple[int, str, str]:
        """Run a verb; return its status and what it printed."""
        self.patch.setattr("sys.stdin", io.StringIO(given))
        status = main([*words, "--as", account])
        boot.close()
        return (status, *self.capture.readouterr())

    def file(self, name: str, data: bytes) -> str:
        """Put a file down; return its path."""
        (self.folder / name).write_bytes(data)
        return str(self.folder / name)


@pytest.fixture
def rangkap(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Terminal:
    return Terminal(approved, monkeypatch, capsys, tmp_path)


def test_the_report_is_shown_and_the_chair_confirms_with_a_reason(
    rangkap: Terminal, approved: Bureau
) -> None:
    first = approved.printed(FIRST)[0].read_bytes()
    (came,) = approved.receive(signed(first, usual().deputy))
    status, out, _ = rangkap("signature", came.arrival, account=CLERK)
    assert status == Exit.OK
    assert "penerbit belum dipercaya" in out
    assert "bukan nama penandatangan" in out
    assert "SITI WAKIL KETUA" in out
    _, out, _ = rangkap("signature", came.arrival, "--json", account=CLERK)
    assert json.loads(out)[0]["signatures"][0]["verdict"] == "unknown"
    status, _, err = rangkap("check-signature", came.arrival, account=CHAIR)
    assert status == Exit.OK
    assert "diperiksa lagi: nama pada sertifikat bukan nama penandatangan surat" in err
    assert f"rangkap confirm-signature {came.arrival}" in err
    words = ("confirm-signature", came.arrival)
    assert rangkap(*words, account=CLERK, given="boleh")[0] == Exit.NO_RIGHT
    assert rangkap(*words, account=CHAIR)[0] != Exit.OK, "a reason is needed"
    status, _, err = rangkap(*words, account=CHAIR, given="Atas perintah saya.")
    assert (status, f"{FIRST}-1" in err) == (Exit.OK, True)
    approved.session(CLERK)
    assert letters.copies(f"{FIRST}-1")[0].means == "electronic"
    _, out, _ = rangkap("signature", f"{FIRST}-1", account=CHAIR)
    assert "dipastikan oleh akun ketua" in out
    assert rangkap("signature", "A-2026-0001", account=CHAIR)[0] == Exit.NOT_FOUND
