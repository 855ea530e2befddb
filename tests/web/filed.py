"""Who goes through the door of an office and makes its moves."""

import os
import re
import subprocess
import sys
from pathlib import Path

from pipeline.kernel import clock
from tests.office.bureau import CHECKOUT
from tests.web.door import Door
from tests.web.visitor import Answer, Visitor

_SCAN = """
import os, sys
from pathlib import Path
from pipeline.intake.reader import Reader
from tests.office.bureau import Bureau, signed_pages
with Reader() as reader:
    Bureau(Path(os.environ["RANGKAP_HOME"]), reader).receive(*signed_pages(Path(sys.argv[1]), 7))
"""
_VERSION = re.compile(r'name="read_version" value="(\d*)"')
_LOOKED = re.compile(r'name="looked_over" value="([^"]+)"')


def version_on(page: str) -> str:
    """Return the version under which a page was read."""
    match = _VERSION.search(page)
    assert match, page
    return match[1]


def made(visitor: Visitor, path: str, **answers: str) -> Answer:
    """Open a move, answer what it asks, look over what it would do where it says so, and make it."""
    page = visitor.get(path)
    assert page.status == 200, page.text
    given = answers | {"read_version": version_on(page.text)}
    answer = visitor.post(path, **given)
    looked = _LOOKED.search(answer.text) if answer.status == 200 else None
    return visitor.post(path, **given, looked_over=looked[1]) if looked else answer


def said_after(visitor: Visitor, answer: Answer) -> str:
    """Return the page to which ``answer`` leads, which says what was done."""
    assert answer.status == 302, answer.text
    return visitor.get(answer.leads_to).text


def sign_and_scan(door: Door, paper: Path) -> None:
    """Take ``paper`` in as it comes back from hand and scanner, in a process of its own."""
    environment = os.environ | {
        "RANGKAP_HOME": str(door.home), "PYTHONPATH": str(CHECKOUT), "RANGKAP_CLOCK": clock.now().isoformat(),
    }  # fmt: skip
    subprocess.run([sys.executable, "-c", _SCAN, str(paper)], env=environment, cwd=CHECKOUT, check=True)
