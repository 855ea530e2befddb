"""Scanners that close their file after every page, and copies that broke off: waited for longer, then taken."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.intake.arrival import TakenIn
from pipeline.intake.sniff import looks_whole
from pipeline.intake.stability import Patience, ready
from pipeline.intake.sweep import Rounds
from tests.intake.inboxes import go_round, put
from tests.refused import is_any

WHOLE = b"%PDF-1.7\nisi\n%%EOF\n"


def test_a_scanner_that_closes_its_file_after_each_page_gives_one_file(
    inbox: Path, arrivals: Path, pass_time: Callable[[float], None]
) -> None:
    rounds = Rounds(inbox, arrivals, Patience(quiet=0.02, slow=5))
    path = inbox / "SCN_0001.pdf"
    came = []
    for part in (b"%PDF-1.7\nhalaman 1\n", b"halaman 2\n", b"halaman 3\n%%EOF\n"):
        with path.open("ab") as file:
            file.write(part)
        for _ in range(4):
            came += go_round(rounds)
            pass_time(0.03)
    (taken,) = came
    assert isinstance(taken, TakenIn)
    assert taken.path.read_bytes() == b"%PDF-1.7\nhalaman 1\nhalaman 2\nhalaman 3\n%%EOF\n"


def test_a_copy_that_broke_off_is_taken_after_the_longer_wait_and_an_empty_one_refused(
    inbox: Path, pass_time: Callable[[float], None]
) -> None:
    put(inbox, "surat.pdf", b"%PDF-1.7\nseparuh")
    put(inbox, "kosong.pdf", b"")
    patience = Patience(quiet=0.02, slow=0.3)
    first = ready(inbox, patience)
    pass_time(0.1)
    second = ready(inbox, patience, first)
    assert set(second.waiting) == {"kosong.pdf", "surat.pdf"}
    pass_time(0.3)
    third = ready(inbox, patience, second)
    assert third.ready == ("surat.pdf",)
    assert is_any(third.refused["kosong.pdf"], "intake.empty")


@pytest.mark.parametrize("pattern", ["scn_*", "SCN_0001.pdf", "*.PDF"])
def test_a_scanner_known_as_slow_is_waited_for_also_where_its_file_looks_whole(
    inbox: Path, pattern: str, pass_time: Callable[[float], None]
) -> None:
    put(inbox, "SCN_0001.pdf", WHOLE)
    put(inbox, "surat.docx", b"PK\x03\x04 PK\x05\x06")
    patience = Patience(quiet=0.02, slow=5, slow_names=(pattern,))
    first = ready(inbox, patience)
    pass_time(0.1)
    scan = ready(inbox, patience, first)
    assert (scan.ready, scan.waiting) == (("surat.docx",), ("SCN_0001.pdf",))
    pass_time(5)
    assert set(ready(inbox, patience, scan).ready) == {"surat.docx", "SCN_0001.pdf"}


def test_a_whole_folder_can_be_that_of_a_slow_scanner(
    inbox: Path, pass_time: Callable[[float], None]
) -> None:
    (inbox / "rujukan").mkdir()
    put(inbox / "rujukan", "a.pdf", WHOLE)
    put(inbox, "b.pdf", WHOLE)
    patience = Patience(quiet=0.02, slow=5, slow_names=("rujukan/*",))
    first = ready(inbox, patience, known=("rujukan",))
    pass_time(0.1)
    scan = ready(inbox, patience, first, known=("rujukan",))
    assert (scan.ready, scan.waiting) == (("b.pdf",), ("rujukan/a.pdf",))


def test_a_name_used_again_at_once_is_the_next_letter(inbox: Path, arrivals: Path) -> None:
    rounds = Rounds(inbox, arrivals, Patience(quiet=0, slow=5))
    came = []
    for number in range(3):
        put(inbox, "SCN_0001.pdf", WHOLE + b"%d" % number)
        came += [outcome.path.read_bytes() for outcome in go_round(rounds) if isinstance(outcome, TakenIn)]
    assert came == [WHOLE + b"%d" % number for number in range(3)]


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        (WHOLE, True),
        (b"%PDF-1.7\nseparuh", False),
        (b"\xff\xd8\xff\xe0 isi \xff\xd9", True),
        (b"\xff\xd8\xff\xe0 isi", False),
        (b"\x89PNG\r\n\x1a\n isi IEND\xaeB`\x82", True),
        (b"\x89PNG\r\n\x1a\n isi", False),
        (b"II*\0\x0a\0\0\0 isi isi", True),
        (b"II*\0\0\0\0\0 isi", False),
        (b"MM\0*\0\0\x10\0 isi", False),
        (b"PK\x03\x04 isi PK\x05\x06 ujung", True),
        (b"PK\x03\x04 isi", False),
        (b"apa saja", True),
        (b"", True),
    ],
)
def test_what_looks_whole(tmp_path: Path, data: bytes, whole: bool) -> None:
    (tmp_path / "berkas").write_bytes(data)
    handle = os.open(tmp_path / "berkas", os.O_RDONLY)
    try:
        assert looks_whole(handle) is whole
    finally:
        os.close(handle)
