"""A command of the terminal leads to its page, one without a page nowhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.office.bureau import CHECKOUT, Bureau

CASE = "2026-0001"
LEADS = {
    f"rangkap vet {CASE}": f"/kasus/{CASE}/periksa/",
    "vet": f"/kasus/{CASE}/periksa/",
    "assign AKUN": f"/kasus/{CASE}/tugas/",
    f"rangkap review {CASE} --letter {CASE}-2": f"/kasus/{CASE}/surat/?surat={CASE}-2",
    f"rangkap deliver {CASE}; rangkap close {CASE}": f"/kasus/{CASE}/langkah/deliver/",
    f"rangkap void {CASE}": f"/kasus/{CASE}/tindakan/void/",
    f"rangkap erasure grant {CASE}; rangkap erasure refuse {CASE} --ground DASAR": f"/kasus/{CASE}/tindakan/grant-erasure/",
    f"rangkap copy {CASE} --show DIR": f"/kasus/{CASE}/tindakan/copy-look/",
    f"rangkap nothing {CASE}": "",
    "rangkap": "",
    "": "",
}


def led(office: Bureau, commands: list[tuple[str, str]]) -> list[str]:
    """Return where commands lead, as the web door knows it."""
    environment = os.environ | {"RANGKAP_HOME": str(office.home), "PYTHONPATH": str(CHECKOUT)}
    words = [sys.executable, "-P", "-m", "tests.web.led"]
    said = subprocess.run(
        words, env=environment, cwd=CHECKOUT, capture_output=True, check=True, text=True, input=json.dumps(commands)
    )  # fmt: skip
    found: list[str] = json.loads(said.stdout)
    return found


def test_commands_lead_to_pages(web_office: Bureau) -> None:
    found = led(web_office, [(command, CASE) for command in LEADS])
    assert dict(zip(LEADS, found, strict=True)) == LEADS
