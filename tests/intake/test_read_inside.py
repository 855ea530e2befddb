"""The jobs done within the walls, called here directly: every branch of repair, sizes, codes, text, turns."""

import io
import json
import os
import signal
import socket
from collections.abc import Mapping
from typing import Any

import numpy as np
import pikepdf
import pillow_heif
import pytest
from PIL import Image

from pipeline.intake.inside import __main__ as child
from pipeline.intake.inside import ocr, pages, paper, pdf
from pipeline.intake.inside.jobs import JOBS, preload
from pipeline.intake.reader import language_data
from pipeline.intake.reading import page_from_plain
from pipeline.intake.worker_pool import CRASHED, DONE, REFUSED, TIMED_OUT, WANTED_MEMORY
from pipeline.kernel.sandbox import OUT_OF_MEMORY, sealed
from tests.intake import hostile
from tests.intake.papers import encoded, fax, opened, photo, scan, sheet, stamped
from tests.intake.papers import pdf as bound
from tests.intake.test_read_hostile import REFUSALS
from tests.refused import refused_with
from tests.rendering.test_convert import letter

CODE = "P2:2026-0042-3:1:K7QX4M2TVA"
ARGS: Mapping[str, Any] = {"megapixels": 120, "pages": 500, "page": 1, "dpi": 60}


def do(job: str, content: bytes, **args: object) -> bytes:
    with opened(content) as document, os.fdopen(os.dup(document), "rb") as stream:
        stream.seek(0)
        return JOBS[job](stream, {**ARGS, **args})[0]


def survey(data: bytes) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(do("survey", data))
    return plain


@pytest.mark.parametrize("name", sorted(set(REFUSALS) - {"flate bomb"}))
def test_what_is_refused_outside_is_refused_within(name: str) -> None:
    make, kind = REFUSALS[name]
    data = make()
    if name.startswith("truncated ") and name != "truncated pdf":
        with refused_with(kind):
            do("read_codes", data)
    else:
        with refused_with(kind):
            do("survey", data)


def test_sound_documents_are_surveyed() -> None:
    assert survey(hostile.letter())["pages"] == 1
    assert [note.split()[2] for note in survey(hostile.active())["problems"]] == ["skrip", "lampiran"]
    assert survey(hostile.locked(""))["problems"] == []
    assert survey(hostile.docx("x"))["identifier"] == "x"
    assert survey(hostile.tiff(3))["pages"] == 3
    with refused_with("intake.damaged"):
        survey(hostile.kids_loop())


def test_a_pdf_that_only_pikepdf_can_count_is_rewritten(monkeypatch: pytest.MonkeyPatch) -> None:
    with io.BytesIO(), opened(hostile.letter()) as document, os.fdopen(os.dup(document), "rb") as stream:
        monkeypatch.setattr(pdf, "_by_pypdf", lambda stream: None)
        seen = pdf.examine(stream)
        assert seen.repaired
        assert len(seen.problems) == 1
        monkeypatch.setattr(pdf, "_rewritten", lambda stream: (b"", False))
        again = pdf.examine(stream)
        assert (again.pages, again.repaired) == (1, None)


def test_memory_that_ends_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    def without(*_: object, **__: object) -> object:
        raise MemoryError

    monkeypatch.setattr("pypdf.PdfReader", without)
    with pytest.raises(MemoryError):
        survey(hostile.letter())


def test_a_scanned_and_a_born_digital_page_are_read() -> None:
    data = str(language_data())
    preload("read_page", data)
    seen = page_from_plain(json.loads(do("read_page", bound([scan(stamped(sheet(), CODE))]), data=data)))
    assert (seen.source, seen.codes) == ("ocr", (CODE,))
    seen = page_from_plain(json.loads(do("read_page", fax(sheet()), data=data)))
    assert "Rahasia" in seen.text
    (typed,) = _typed(0)
    assert typed.startswith("Yth. Ketua")


def _typed(rotate: int) -> list[str]:
    from pipeline.rendering.convert import to_pdf

    (made,) = to_pdf([letter("Yth. Ketua P2TP2A mohon pendampingan", 1)])
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as document:
        document.pages[0].rotate(rotate, relative=False)
        document.save(out)
    page = page_from_plain(json.loads(do("read_page", out.getvalue(), data="")))
    assert page.source == "text"
    x0, y0, x1, y1 = next(word.box for row in page.rows for word in row.words if word.text == "pendampingan")
    assert 0 <= x0 < x1 <= page.width
    assert 0 <= y0 < y1 <= page.height
    assert (x1 - x0 > y1 - y0) == (rotate in (0, 180))
    return [row.text for row in page.rows] if rotate in (0, 180) else []


def test_a_turned_born_digital_page_has_its_boxes_where_it_is_seen() -> None:
    assert _typed(90) == []
    assert _typed(180)[0].split()[-1] == "Yth."


def test_pictures_and_parts_are_made() -> None:
    preload("split", "")
    preload("survey", "")
    assert do("picture", hostile.letter()).startswith(b"\x89PNG")
    assert do("picture", photo(sheet(dpi=150))).startswith(b"\x89PNG")
    assert do("split", hostile.letter(), ranges=[[1, 1]]).startswith(b"%PDF-")
    assert do("split", hostile.tiff(3), ranges=[[2, 3]]).startswith(b"%PDF-")
    with refused_with("intake.no_such_page"):
        do("split", hostile.letter(), ranges=[[1, 2]])


def test_a_split_of_what_pikepdf_cannot_open_is_damage() -> None:
    from pipeline.intake.inside.bind import part

    with refused_with("intake.damaged"):
        part(io.BytesIO(b"%PDF-1.7"), pages.PdfPages(io.BytesIO(hostile.letter())), [(1, 1)])


def test_pages_and_frames_beyond_the_end_are_refused() -> None:
    document = pages.PdfPages(io.BytesIO(hostile.letter()))
    with refused_with("intake.no_such_page"):
        document.picture(2, 50, "L")
    pictures = pages.PicturePages(io.BytesIO(hostile.tiff(2)), pages.Bounds())
    with refused_with("intake.no_such_page"):
        pictures.received(3)
    pillow_heif.register_heif_opener()
    heif = io.BytesIO(encoded(sheet(dpi=20), "HEIF"))
    assert pages.PicturePages(heif, pages.Bounds()).count == 1


def test_resolution_is_believed_only_if_a_paper_can_have_it() -> None:
    image = Image.new("L", (1654, 2338))
    assert pages.resolution_of(image) == pytest.approx(200, rel=0.01)
    image.info["dpi"] = (72, 72)
    assert pages.resolution_of(image) == pytest.approx(200, rel=0.01)
    image.info["dpi"] = (150, 150)
    assert pages.resolution_of(image) == 150


def test_a_sheet_is_found_in_a_photo_and_never_in_a_scan() -> None:
    def grey(data: bytes) -> paper.Grey:
        return np.asarray(Image.open(io.BytesIO(data)).convert("L"))

    assert paper.find_sheet(grey(photo(sheet()))) is not None
    assert paper.find_sheet(grey(scan(sheet()))) is None
    assert paper.find_sheet(np.zeros((900, 700), np.uint8)) is None
    spotted = np.zeros((900, 700), np.uint8)
    spotted[300:400, 300:400] = 255
    assert paper.find_sheet(spotted) is None


def test_photos_shades_and_fine_scans_are_made_flat_even_and_200_dpi() -> None:
    data = str(language_data())
    fine = np.asarray(sheet())
    page = paper.prepare(fine, 300.0)
    assert page.grey.shape == (2338, 1654)
    snapped = Image.open(io.BytesIO(photo(sheet()))).convert("L").resize((1200, 1600))
    assert paper.prepare(np.asarray(snapped), 137.0).grey.shape[1] >= 1654
    small = np.asarray(sheet(dpi=150))
    shaded = (small * np.linspace(1.0, 0.4, small.shape[1])[None, :]).astype(np.uint8)
    assert paper.is_uneven(paper.light_on(paper.overview(shaded)))
    assert not paper.is_uneven(paper.light_on(paper.overview(small)))
    seen = ocr.recognise(shaded, 150.0, data)
    assert "Rahasia" in [word.text for row in seen.rows for word in row.words]
    specks = np.asarray(Image.open(io.BytesIO(fax(sheet()))).convert("L"))
    assert int((paper.prepare(specks, 200.0).grey < 128).sum()) < int((specks < 128).sum())


def test_sixteen_bits_transparency_and_inks_become_grey() -> None:
    grey = sheet(dpi=30)
    deep = grey.convert("I").point(lambda value: value * 256).convert("I;16")
    clear = Image.new("RGBA", grey.size, (0, 0, 0, 0))
    for image in (
        deep,
        clear,
        grey.convert("CMYK"),
        grey.convert("P"),
        grey.convert("F").point(lambda v: v * 256),
    ):
        for mode in ("L", "RGB"):
            flat = pages._flat(image, mode)
            assert flat.mode == mode
            assert flat.getpixel((0, 0)) in (255, (255, 255, 255), 254, (254, 254, 254))


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_turn_moves_points_as_it_moves_pixels(degrees: int) -> None:
    grey = np.full((30, 20), 255, np.uint8)
    grey[4, 3] = 0
    turned = paper.turned(paper.Prepared(grey, np.eye(3)), degrees)
    (row,), (column,) = np.nonzero(turned.grey == 0)
    x, y, _ = turned.matrix @ np.array([3.5, 4.5, 1])
    assert (int(x), int(y)) == (int(column), int(row))


def test_an_upside_down_page_is_turned_and_a_blank_one_is_left() -> None:
    data = str(language_data())
    seen = ocr.recognise(np.asarray(sheet(dpi=150).rotate(180)), 150, data)
    assert seen.rotation == 180
    assert ocr.recognise(np.full((900, 700), 255, np.uint8), 200, data).rows == ()
    lying = ocr.recognise(
        np.asarray(sheet("Rapat koordinasi dinas", 40, dpi=100).resize((1170, 827))), 100, data
    )
    assert lying.rotation in (0, 90, 180, 270)


def asked_for(ours: socket.socket, job: str, content: bytes, **args: object) -> tuple[int, int]:
    """Send a job as the parent does; return the files for its answer."""
    limits = {"memory": 1 << 40, "cpu": 20, "wall": 30.0, "file_size": 1 << 28}
    document, asked = sealed(content), sealed(json.dumps({**ARGS, **args}).encode())
    answers = os.memfd_create("answer"), os.memfd_create("more")
    request = json.dumps({"job": job, "data": "", **limits}).encode()
    socket.send_fds(ours, [request], [document, asked, *answers])
    os.close(document)
    os.close(asked)
    return answers


def test_the_child_answers_refuses_and_ends_with_its_parent() -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    pairs = []
    for content in (hostile.letter(), b"%PDF-1.7 rusak"):
        answers = asked_for(ours, "survey", content)
        child.main(theirs, 0.1)  # ends, for nothing more is asked
        pairs.append((json.loads(ours.recv(1 << 16))["ending"], json.loads(os.pread(answers[0], 10_000, 0))))
        for answer in answers:
            os.close(answer)
    assert [ending for ending, _ in pairs] == [DONE, REFUSED]
    assert pairs[0][1]["pages"] == 1
    assert pairs[1][1] == {"error": "intake.damaged", "fields": {}}
    ours.close()
    child.main(theirs, 60.0)  # ends, for its parent is gone
    theirs.close()


def test_the_child_stops_a_job_whose_parent_is_gone() -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    answers = asked_for(ours, "read_codes", hostile.flate_bomb(), page=1, hunt=False)
    ours.close()
    with theirs, pytest.raises(OSError, match="Broken pipe"):
        child.main(theirs, 60.0)
    for answer in answers:
        os.close(answer)


def test_every_end_of_a_job_is_told() -> None:
    request = {"memory": 1 << 30, "cpu": 20}
    small, large = _Usage(1000), _Usage(1 << 20)

    def ending(status: int, usage: object = small, in_time: bool = True) -> str:
        return child._ending(request, in_time, status, usage)  # type: ignore[arg-type]

    assert ending(0) == DONE
    assert ending(-signal.SIGKILL, in_time=False) == TIMED_OUT
    assert ending(-signal.SIGKILL, _Usage(1000, 19.5)) == TIMED_OUT
    assert ending(OUT_OF_MEMORY) == WANTED_MEMORY
    assert ending(-signal.SIGABRT, large) == WANTED_MEMORY
    assert ending(-signal.SIGSEGV) == ending(-signal.SIGKILL) == CRASHED
    assert ending(child._REFUSED) == REFUSED


class _Usage:
    def __init__(self, size: int, user: float = 0.0) -> None:
        self.ru_maxrss, self.ru_utime, self.ru_stime = size, user, 0.0
