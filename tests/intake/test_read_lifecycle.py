"""The reader's child: it is started once, ends when idle, comes back after its death, and keeps its limits."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.intake.errors import Unreadable, refusal, unopened
from pipeline.intake.reader import Reader, language_data
from pipeline.kernel import sandbox
from pipeline.kernel.sandbox import NoIsolation, SandboxFailed
from pipeline.kernel.sandbox_command import MIB, Limits
from tests.intake import hostile
from tests.intake.hostile_pdf import drawn
from tests.intake.papers import encoded, opened, pdf, scan, sheet, stamped
from tests.refused import is_any, refused_with

CODE = "P2:2026-0042-3:1:K7QX4M2TVA"


@pytest.fixture
def lone() -> Iterator[Reader]:
    with Reader(idle=300.0) as reader:
        yield reader


@pytest.fixture(scope="module")
def small() -> bytes:
    return pdf([scan(sheet(dpi=150))])


def test_the_child_is_started_once_and_ends_with_its_reader(small: bytes) -> None:
    with Reader() as reader, opened(small) as paper:
        reader.glance(paper)
        child = reader._child
        assert child is not None
        reader.glance(paper)
        assert reader._child is child
    assert child.poll() is not None
    reader.close()


def test_a_child_that_was_killed_is_replaced(lone: Reader, small: bytes) -> None:
    with opened(small) as paper:
        lone.glance(paper)
        assert lone._child is not None
        lone._child.kill()
        lone._child.wait()
        assert lone.glance(paper).pages == 1


def test_an_idle_child_ends_and_the_next_document_starts_another(small: bytes) -> None:
    with Reader(idle=0.2) as reader, opened(small) as paper:
        reader.glance(paper)
        assert reader._child is not None
        reader._child.wait(20)
        assert reader.glance(paper).pages == 1


def test_a_document_is_never_changed_and_its_offset_is_left(lone: Reader, small: bytes) -> None:
    with opened(small) as paper:
        before = os.lseek(paper, 0, os.SEEK_CUR)
        lone.glance(paper)
        assert os.lseek(paper, 0, os.SEEK_CUR) == before
        assert os.pread(paper, len(small) + 1, 0) == small


def test_no_descriptor_is_left_open(lone: Reader, small: bytes) -> None:
    with opened(small) as paper, opened(b"%PDF-1.7 rusak") as bad:
        lone.glance(paper)
        before = len(list(Path("/proc/self/fd").iterdir()))
        for _ in range(3):
            lone.glance(paper)
            lone.picture(paper, 1)
            with refused_with("intake.damaged"):
                lone.glance(bad)
        assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_time_and_memory_of_a_job_end_at_their_limits() -> None:
    with (
        Reader(limits=Limits(memory=1024 * MIB, cpu=30, wall=0.4)) as reader,
        opened(drawn(1_000_000)) as paper,
    ):
        document = sandbox.sealed(paper)
        with refused_with("kernel.sandbox_timed_out"):
            reader._job("read_codes", document, page=1)
        os.close(document)
    with (
        Reader(limits=Limits(memory=400 * MIB, cpu=30, wall=60)) as reader,
        opened(hostile.flate_bomb()) as paper,
    ):
        document = sandbox.sealed(paper)
        with refused_with("kernel.sandbox_out_of_memory", "kernel.sandbox_crashed"):
            reader._job("read_codes", document, page=1)
        os.close(document)


def test_a_child_that_never_answers_is_given_up(
    lone: Reader, small: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pipeline.intake.worker_pool as module

    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    monkeypatch.setattr(module, "_GRACE", 0.2)
    silent = Reader(limits=Limits(wall=0.1))
    silent._line = ours
    with theirs, opened(small) as paper, refused_with("intake.too_heavy"):
        silent.glance(paper)


def test_a_child_that_always_dies_is_a_crash(small: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(reader: Reader) -> socket.socket:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        theirs.close()
        reader._line = ours
        return ours

    monkeypatch.setattr(Reader, "_start", gone)
    with Reader() as reader, opened(small) as paper:
        document = sandbox.sealed(paper)
        with refused_with("kernel.sandbox_crashed"):
            reader._job("survey", document)
        os.close(document)


def test_without_isolation_nothing_is_read_unless_the_risk_is_accepted(
    small: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "isolation", lambda: None)
    with opened(small) as paper:
        with Reader() as reader, pytest.raises(NoIsolation):
            reader.glance(paper)
        with Reader() as reader, pytest.raises(NoIsolation):
            reader.read(paper)
        with Reader(accept_risk=True) as reader:
            assert reader.glance(paper).pages == 1


def test_language_data_is_found_or_its_lack_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lone: Reader, small: bytes
) -> None:
    folder = language_data({})
    assert (folder / "ind.traineddata").is_file()
    with refused_with("intake.no_language") as raised:
        language_data({"RANGKAP_TESSDATA": str(tmp_path)})
    assert "tesseract-ocr-ind" in raised.value.text()
    (tmp_path / "ind.traineddata").write_bytes((folder / "ind.traineddata").read_bytes())
    tmp_path.chmod(0o755)
    monkeypatch.setenv("RANGKAP_TESSDATA", str(tmp_path))
    with opened(small) as paper:
        assert "Dengan hormat" in lone.read(paper).text


def test_a_word_document_is_read_as_it_prints(lone: Reader) -> None:
    with opened(hostile.docx("2026-0042-3")) as paper:
        reading = lone.read(paper)
        assert reading.identifier == "2026-0042-3"
        assert reading.text == "Yth. Ketua P2TP2A, mohon pendampingan bagi warga kami."
        assert reading.pages[0].source == "text"
        assert lone.picture(paper, 1).startswith(b"\x89PNG")


def test_a_picture_of_a_page_has_the_asked_resolution(lone: Reader, small: bytes) -> None:
    import io

    from PIL import Image

    with opened(small) as paper:
        size = Image.open(io.BytesIO(lone.picture(paper, 1, 50))).size
        assert size == (414, 585)
    with opened(encoded(sheet(dpi=200), "PNG", dpi=(200, 200))) as paper:
        assert Image.open(io.BytesIO(lone.picture(paper, 1, 100))).size == (827, 1169)
        assert Image.open(io.BytesIO(lone.picture(paper, 1, 600))).size == (1654, 2338)


def test_parts_of_a_batch_become_documents_of_their_own(lone: Reader) -> None:
    pages = [scan(stamped(sheet(dpi=150), CODE.replace(":1:", f":{copy}:"), dpi=150)) for copy in (1, 1, 2)]
    with opened(pdf(pages)) as paper:
        first, second = lone.split(paper, [(1, 2)]), lone.split(paper, [(3, 3)])
        assert lone.split(paper, [(1, 2)]) == first
    assert first.count(pages[0]) == 2
    with opened(first) as part, opened(second) as other:
        assert [len(look.codes) for look in lone.looks(part)] == [1, 1]
        assert [look.codes for look in lone.looks(other)] == [(CODE.replace(":1:", ":2:"),)]


def test_parts_of_a_tiff_become_a_pdf(lone: Reader) -> None:
    frames = [stamped(sheet(dpi=150), f"P2:2026-0042-3:{copy}:K7QX4M2TVA", dpi=150) for copy in (1, 2)]
    data = encoded(frames[0], "TIFF", save_all=True, append_images=frames[1:], dpi=(150, 150))
    with opened(data) as paper:
        part = lone.split(paper, [(2, 2)])
        assert part == lone.split(paper, [(2, 2)])
    with opened(part) as paper:
        seen = lone.glance(paper)
    assert (seen.kind, seen.pages, seen.codes) == ("pdf", 1, ("P2:2026-0042-3:2:K7QX4M2TVA",))


def test_an_error_told_by_its_code_is_made_again_and_an_unknown_one_is_a_crash() -> None:
    assert is_any(refusal("intake.damaged", {}), "intake.damaged")
    assert refusal("intake.too_many_pages", {"pages": 7, "limit": 5}).fields == {"pages": 7, "limit": 5}
    assert refusal("", {"status": -11}).fields == {"status": -11}
    assert refusal("apa saja", {"status": "x"}).fields == {"status": 1}
    assert is_any(unopened(SandboxFailed("kernel.sandbox_timed_out", seconds=1)), "intake.too_heavy")
    assert is_any(unopened(SandboxFailed("kernel.sandbox_out_of_memory")), "intake.too_heavy")
    assert is_any(unopened(SandboxFailed("kernel.sandbox_crashed", status=1)), "intake.damaged")
    assert is_any(unopened(Unreadable("intake.encrypted")), "intake.encrypted")


def test_a_hurried_reader_does_not_wait_for_a_slow_page() -> None:
    with (
        Reader(limits=Limits(wall=0.3, cpu=600)) as reader,
        opened(hostile.flate_bomb()) as paper,
        refused_with("intake.too_heavy") as raised,
    ):
        reader.glance(paper)
    assert is_any(raised.value.__context__, "kernel.sandbox_timed_out"), (
        "it would have ended for its memory later"
    )
