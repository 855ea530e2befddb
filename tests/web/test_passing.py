"""Papers in passing: the folder is gone after its block; after a kill it is swept, but not one that is in use or another home's."""

import os
import subprocess
import sys
from pathlib import Path

from pipeline.web import temp_files
from tests.office.bureau import CHECKOUT, Bureau
from tests.web.door import served

_HOLDS = """
import sys
from pathlib import Path
from pipeline.settings import load
from pipeline.web import temp_files
with temp_files.folder(load(Path(sys.argv[1]))) as folder:
    (folder / "surat.pdf").write_bytes(b"%PDF")
    print(folder, flush=True)
    sys.stdin.read()
"""


def test_what_a_kill_left_is_swept_and_nothing_else(web_office: Bureau) -> None:
    with temp_files.folder(web_office.settings) as folder:
        assert temp_files.sweep(web_office.settings) == 0
        assert folder.is_dir()
    assert not folder.exists()
    child = subprocess.Popen(
        [sys.executable, "-P", "-c", _HOLDS, str(web_office.home)], env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        cwd=CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdout
    assert child.stdin
    left = Path(child.stdout.readline().strip())
    with served(web_office.home):
        assert left.is_dir(), "the pages sweep when they start, but nothing that is held"
    child.kill()
    child.wait(30)
    child.stdin.close()
    child.stdout.close()
    other = left.parent / left.name.replace("rangkap-", "rangkap-0")
    other.mkdir()
    try:
        assert (left / "surat.pdf").is_file()
        with served(web_office.home):
            assert not left.exists()
        assert other.exists(), "another home's stays"
    finally:
        other.rmdir()
