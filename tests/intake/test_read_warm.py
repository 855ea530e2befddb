"""What a page costs beside its reading: nothing is loaded once more for it, nothing surveyed that was surveyed."""

import json
import os
import subprocess
import sys
from contextlib import ExitStack

import pytest

from pipeline.intake.reader import Reader, language_data
from pipeline.intake.reading import Page, Row, Word, page_as_plain
from pipeline.rendering.framing import pack
from tests.intake.papers import fax, opened, pdf, scan, sheet

_LINE = "Surat pengaduan dari Desa Rantau Jaya tanggal 2 Oktober 2026"
_FRESH = """\
import json, sys
from pipeline.intake.inside import __main__
from pipeline.intake.inside.jobs import JOBS, preload
job, args = sys.argv[1], json.loads(sys.argv[2])
preload(job, args["data"])
known = set(sys.modules)
for document in map(int, sys.argv[3:]):
    with open(document, "rb") as stream:
        JOBS[job](stream, args)
print(*sorted(set(sys.modules) - known))
"""


def _page() -> Page:
    row = tuple(Word(text, (60 + 90 * n, 80, 130 + 90 * n, 110), 0.9) for n, text in enumerate(_LINE.split()))
    return Page(1, 1240, 1754, (Row(row),), "ocr", 0.9, 0, ())


def _scan() -> bytes:
    return scan(sheet(_LINE, dpi=150))


def _bound() -> bytes:
    return pdf([scan(sheet(_LINE, dpi=150))])


def _fax() -> bytes:
    return fax(sheet(_LINE, dpi=150))


@pytest.mark.parametrize("job", ["survey", "read_codes", "read_page", "readable"])
def test_whatever_a_job_needs_is_loaded_before_the_fork(job: str) -> None:
    plain = json.dumps([page_as_plain(_page())]).encode()
    args = {"megapixels": 120, "pages": 500, "page": 1, "hunt": False, "data": str(language_data())}
    with ExitStack() as held:
        documents = [
            held.enter_context(opened(pack([make(), plain]) if job == "readable" else make()))
            for make in (_scan, _bound, _fax)
        ]
        for document in documents:
            os.lseek(document, 0, os.SEEK_SET)
        done = subprocess.run(
            [sys.executable, "-P", "-c", _FRESH, job, json.dumps(args), *map(str, documents)],
            pass_fds=documents,
            capture_output=True,
            check=True,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        )
    assert done.stdout.split() == []


def test_a_document_is_surveyed_once_however_often_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = Reader._job
    monkeypatch.setattr(
        Reader, "_job", lambda self, job, *given, **args: asked.append(job) or real(self, job, *given, **args)
    )
    with Reader() as reader, opened(_bound()) as paper, opened(_scan()) as other:
        reader.glance(paper)
        assert (reader.picture(paper, 1)[:4], reader.glance(paper).kind) == (b"\x89PNG", "pdf")
        assert asked.count("survey") == 1
        assert reader.glance(other).kind == "jpeg"
        assert reader.glance(paper).kind == "pdf"
        assert asked.count("survey") == 3
