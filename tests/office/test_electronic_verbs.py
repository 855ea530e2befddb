"""``rangkap trust`` and ``rangkap signature`` from outside."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.errors import Exit
from pipeline.records import boot, letters
from tests.office.bureau import ADMIN, CHAIR, CLERK, Bureau
from tests.office.stages import FIRST
from tests.signing.pki import NOW, revocation_list, signed, usual


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


def test_the_administrator_adds_lists_and_removes_what_is_trusted(rangkap: Terminal) -> None:
    status, _, err = rangkap("trust", "list", account=ADMIN)
    assert (status, "Belum ada" in err) == (Exit.OK, True)
    root, issuer = (
        rangkap.file("akar.crt", usual().root.pem),
        rangkap.file("penerbit.cer", usual().issuer.der),
    )
    crl = rangkap.file("daftar.crl", revocation_list(usual().root))
    status, _, err = rangkap("trust", "add", root, issuer, crl, account=ADMIN, given="salah\n")
    assert (status, "tidak sama" in err, "Akar Uji" in err) == (Exit.REFUSED, True, True)
    status, out, err = rangkap(
        "trust", "add", root, issuer, crl, account=ADMIN, given=usual().root.fingerprint
    )
    assert (status, len(out.splitlines()), "3 disimpan" in err) == (Exit.OK, 3, True)
    status, out, _ = rangkap("trust", "list", account=CHAIR)
    assert [line.split("  ")[1] for line in out.splitlines()] == [
        "sertifikat akar",
        "sertifikat penerbit",
        "daftar pencabutan",
    ]
    assert "s.d. 30-11-2026" in out
    status, out, _ = rangkap("trust", "list", "--json", account=ADMIN)
    assert [one["by"] for one in json.loads(out)] == [ADMIN] * 3
    status, _, err = rangkap("trust", "remove", usual().root.fingerprint[:12], account=ADMIN)
    assert (status, "Akar Uji" in err) == (Exit.OK, True)
    assert rangkap("trust", "remove", "ffff", account=ADMIN)[0] == Exit.NOT_FOUND
    assert rangkap("trust", "add", root, account=CLERK)[0] == Exit.NO_RIGHT


def test_the_fingerprint_may_be_an_argument_for_scripts(rangkap: Terminal) -> None:
    root = rangkap.file("akar.crt", usual().root.pem)
    words = ("trust", "add", root, "--sha256")
    assert rangkap(*words, "0" * 64, account=ADMIN)[0] == Exit.REFUSED
    assert rangkap(*words, usual().root.fingerprint, account=ADMIN)[0] == Exit.OK
    status, _, err = rangkap("trust", "add", str(rangkap.folder / "tidak-ada.crt"), account=ADMIN)
    assert (status, "tidak-ada" in err) == (Exit.USAGE, False), (
        "a path may tell something and is not repeated"
    )


def test_what_is_past_or_damaged_is_marked(rangkap: Terminal, approved: Bureau) -> None:
    root = rangkap.file("akar.crt", usual().root.pem)
    crl = rangkap.file("daftar.crl", revocation_list(usual().root, until=NOW.replace(hour=2)))
    assert doctor(rangkap) is None
    rangkap("trust", "add", root, crl, "--sha256", usual().root.fingerprint, account=ADMIN)
    assert doctor(rangkap) == (True, "2 dipercaya")
    (approved.settings.var / "trust" / "aneh.json").write_text("{", "utf-8")
    rangkap.patch.setenv("RANGKAP_CLOCK", "2026-12-24T08:00:00+07:00")
    _, out, err = rangkap("trust", "list", account=ADMIN)
    assert "LEWAT" in out.splitlines()[1]
    assert "LEWAT" not in out.splitlines()[0]
    assert "RUSAK, tidak dipakai: aneh.json" in err
    told = doctor(rangkap)
    assert told is not None
    assert not told[0]
    assert "lewat sejak 2026-11-24; aneh.json rusak" in told[1]


def doctor(rangkap: Terminal) -> tuple[bool, str] | None:
    """Return what doctor says of the issuers, if anything."""
    main(["doctor", "--json"])
    boot.close()
    rows = json.loads(rangkap.capture.readouterr().out)
    return next(((one["ok"], one["found"]) for one in rows if one["what"] == "penerbit TTE"), None)


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
    status, out, _ = rangkap("signature", came.arrival, "--again", account=CLERK)
    assert (status, "bukan nama penandatangan" in out) == (Exit.OK, True)
    words = ("signature", came.arrival, "--confirm")
    assert rangkap(*words, account=CLERK, given="boleh")[0] == Exit.NO_RIGHT
    assert rangkap(*words, account=CHAIR)[0] != Exit.OK, "a reason is needed"
    status, _, err = rangkap(*words, account=CHAIR, given="Atas perintah saya.")
    assert (status, f"{FIRST}-1" in err) == (Exit.OK, True)
    approved.desk(CLERK)
    assert letters.copies(f"{FIRST}-1")[0].means == "electronic"
    _, out, _ = rangkap("signature", f"{FIRST}-1", account=CHAIR)
    assert "dipastikan oleh akun ketua" in out
    assert rangkap("signature", "A-2026-0001", account=CHAIR)[0] == Exit.NOT_FOUND
