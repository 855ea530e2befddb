"""Each next step leads to the page on which it is done, or on purpose to none."""

import json
import os
import subprocess
import sys

from tests.next_steps import CASE, LETTER, next_steps
from tests.office.bureau import CHECKOUT, Bureau

AT_SERVER = {
    "cert", "close-year", "close-year-incomplete", "confirm-recovery-sheet",
    "form-blank", "hand-over", "import-register", "init", "merge-recaps", "migrate-database",
    "migrate-store", "move-here", "new-certificate", "page-so-far", "rebuild", "recovery-sheet", "recovery-sheet-again",
    "renew-certificate", "reset-at-console", "restore", "restore-damaged", "restore-snapshot", "rotate-key", "start",
    "template-fields", "upgrade",
}  # fmt: skip
"""Acts without a page: their commands are typed at the server."""
LINKED = {
    ("review", CASE, LETTER): f"/kasus/{CASE}/surat/?surat={LETTER}",
    ("approve-letter", CASE, "2"): f"/kasus/{CASE}/surat/",
    ("record-decision", CASE, f"D-{CASE}-1"): f"/kasus/{CASE}/tindakan/record-decision/?tentang=D-{CASE}-1",
    ("record-delivery", CASE, ""): f"/kasus/{CASE}/tindakan/record-delivery/",
    ("destroy-disposal", "M-2036-01", ""): "/tindakan/destroy-disposal/?tentang=M-2036-01",
    ("form", "", "verifikasi"): "",
    ("match-scan", "A-2026-0007", ""): "/cocokkan/A-2026-0007/",
    ("match-scan", "", ""): "/",
    ("show", "2026/0001", ""): "",
    ("verify", CASE, ""): "/status/",
}
"""Some of each kind, with what they are about; a number that no address takes leads nowhere."""
_PROGRAM = """
import json, os, sys
from pathlib import Path
from pipeline.kernel.text import Next
from pipeline.settings import load
from pipeline.web import django_settings
settings = load(Path(os.environ["RANGKAP_HOME"]))
django_settings.add(settings)
from pipeline.records import boot
boot.open_records(settings)
from pipeline.web.links import link_to
print(json.dumps([link_to(Next(*step)) for step in json.load(sys.stdin)]))
"""


def test_each_next_step_has_its_page_or_is_typed_at_the_server(web_office: Bureau) -> None:
    steps = [tuple(step) for step in next_steps()]
    links = dict(zip([*steps, *LINKED], _shown(web_office, [*steps, *LINKED]), strict=True))
    assert {step: address for step, (_, address) in links.items() if step in LINKED} == LINKED
    assert {act for (act, *_), (_, address) in links.items() if not address} - {"form", "show"} == AT_SERVER
    assert all(words.startswith("rangkap ") for words, address in links.values() if not address)
    assert {words for words, address in links.values() if address and not words[:1].isupper()} == set()


def _shown(bureau: Bureau, asked: list[tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return words and address of each step, as the web door's own process says."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", _PROGRAM],
        env=os.environ | {"RANGKAP_HOME": str(bureau.home), "PYTHONPATH": str(CHECKOUT)},
        cwd=CHECKOUT, capture_output=True, check=True, text=True, input=json.dumps(asked),
    )  # fmt: skip
    return [(words, address) for words, address in json.loads(done.stdout)]
