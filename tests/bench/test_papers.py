"""The papers that reading is measured on: what was promised of them, and alike on every run."""

from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image

from bench.papers import KINDS, Paper, errors, numbered, office, papers

FORMS = {
    "clean": ("PNG", "L", (2480, 3508)),
    "office scan": ("JPEG", "L", (1654, 2339)),
    "fax": ("TIFF", "1", (1654, 2339)),
    "phone photo": ("JPEG", "RGB", (3000, 4000)),
    "messenger photo": ("JPEG", "RGB", (1200, 1600)),
}


@pytest.fixture(scope="module")
def paper() -> Paper:
    return papers(1)[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_paper_has_the_size_and_form_that_was_fixed(kind: str, paper: Paper) -> None:
    make, ending, _ = KINDS[kind]
    picture = Image.open(io.BytesIO(make(paper)))
    assert (picture.format, picture.mode, picture.size) == FORMS[kind]
    assert ending in {"png", "jpg", "tif"}


def test_a_paper_is_worn_alike_on_every_run_and_differently_by_another_seed(paper: Paper) -> None:
    digests = [hashlib.sha256(office(paper, seed)).hexdigest() for seed in (0, 0, 1)]
    assert digests[0] == digests[1] != digests[2]


def test_there_are_four_letters_and_none_runs_off_its_page() -> None:
    found = papers(9)
    assert len(found) == 4
    for each in found:
        edge = [each.page.crop(box) for box in _edges(*each.page.size)]
        assert [one.getextrema() for one in edge] == [(255, 255)] * 4


def _edges(wide: int, high: int) -> list[tuple[int, int, int, int]]:
    return [(0, 0, wide, 80), (0, high - 80, wide, high), (0, 0, 80, high), (wide - 80, 0, wide, high)]


def test_errors_are_counted_in_per_cent_and_blanks_are_free() -> None:
    assert errors("Nomor :   1\n", "Nomor : 1") == 0
    assert errors("Nomor : l", "Nomor : 1") == pytest.approx(100 / 9)


def test_a_numbered_scan_has_other_bytes_and_the_same_picture(paper: Paper) -> None:
    scan = office(paper)
    one, two = numbered(scan, 1), numbered(scan, 2)
    assert one != two
    assert Image.open(io.BytesIO(one)).tobytes() == Image.open(io.BytesIO(two)).tobytes()
