"""``rangkap cert`` and ``rangkap web``: what is shown of the certificate, and what is refused before anything is served."""

import json
from pathlib import Path

import pytest

from pipeline.kernel.text import Exit
from pipeline.settings import load
from tests.cli.conftest import Run
from tests.office.bureau import ADMIN, CLERK, Bureau
from tests.refused import refused_with


def test_it_is_made_once_shown_again_renewed_and_put_out(bureau: Bureau, run: Run, tmp_path: Path) -> None:
    status, out, words = run(bureau, ADMIN, "cert")
    assert (status, "deploy/halaman-web.md" in words) == (Exit.OK, True)
    fingerprint = "".join(out.splitlines()[:2]).replace(":", "").lower()
    assert len(fingerprint) == 64
    status, again, words = run(bureau, ADMIN, "cert", "--to", str(tmp_path))
    assert (status, again, "rangkap-kantor.crt" in words) == (Exit.OK, out, True)
    assert (tmp_path / "rangkap-kantor.crt").read_bytes().startswith(b"-----BEGIN CERTIFICATE")
    plain = json.loads(run(bureau, ADMIN, "cert", "--json")[1])
    assert plain["sha256"] == fingerprint
    renewed = json.loads(run(bureau, ADMIN, "cert", "--renew", "--json")[1])
    assert renewed["sha256"] != fingerprint
    assert run(bureau, CLERK, "cert")[0] == Exit.NO_RIGHT


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('alamat = "kantor"', "alamat IP"),
        ("porta = -1", "lebih dari nol"),
        ("porta = 70000", "65535"),
        ("diam_menit = 0", "lebih dari nol"),
        ('nama = ["Rangkap Kantor"]', "nama komputer"),
        ("nama = [8]", "nama komputer"),
    ],
)
def test_settings_of_the_pages_that_cannot_be_are_told_with_their_line(
    bureau: Bureau, line: str, said: str
) -> None:
    with refused_with("settings.bad", match=said) as error:
        bureau.change("[web]", f"[web]\n{line}")
    assert ", baris " in error.value.text()


def test_numbers_that_may_be_0_may_be_0(bureau: Bureau) -> None:
    bureau.change("[tenggat]", "[tenggat]\njawaban_hari = 0")
    bureau.change("[masuk]", "[masuk]\nbatas_folder_mb_per_jam = 0")
    bureau.change("[web]", '[web]\nporta = 0\nnama = ["rangkap", "10.0.0.7", "::1"]')
    assert load(bureau.home)["tenggat.jawaban_hari"] == 0
