"""A batch goes in chunks; what hangs or is broken is found and takes no other document with it."""

from __future__ import annotations

import io
import os
import signal
import threading
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest

from bench.processes import descendants
from pipeline.kernel.errors import RangkapError
from pipeline.kernel.sandbox import Crashed, NoIsolation, OutOfMemory, TimedOut
from pipeline.kernel.walls import Limits
from pipeline.rendering import convert, inside, maker
from pipeline.rendering.convert import each_to_pdf, to_pdf
from pipeline.rendering.errors import NotRendered
from pipeline.rendering.parcel import pack, unpack
from pipeline.rendering.trial import DOCUMENT
from tests.rendering.test_convert import letter, text_of

WHOLE = inside.WHOLE


@pytest.fixture
def cold() -> Iterator[None]:
    before = dict(convert._warm)
    convert._warm.clear()
    yield
    convert._warm.clear()
    convert._warm.update(before)


class Office:
    """Stands in for the sandbox: documents are words; "rusak" gives no PDF, "macet" breaks off the run."""

    def __init__(self, error: type[Exception] | None = None) -> None:
        self.runs: list[tuple[str, list[bytes]]] = []
        self.error = error
        self.lock = threading.Lock()

    def __call__(self, command: Sequence[str], parcel: bytes, *, limits: Limits, **_: Any) -> bytes:
        profile, *documents = [b"", *unpack(parcel)] if command[-1] == "profile" else unpack(parcel)
        with self.lock:
            self.runs.append((command[-1], documents))
        if command[-1] == "profile":
            return pack([b"profil"])
        assert profile in (b"", b"profil")
        assert limits.wall == 90 + 4 * (len(documents) - 1)
        if b"macet" in documents and self.error is not None:
            raise self.error(1) if self.error is Crashed else self.error()
        at = documents.index(b"macet") if b"macet" in documents else len(documents)
        pdfs = [
            b"" if one == b"rusak" or place >= at else b"pdf " + one for place, one in enumerate(documents)
        ]
        return pack([b"" if b"macet" in documents else WHOLE, *pdfs])


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch, cold: None) -> Office:
    made = Office()
    monkeypatch.setattr(convert, "run", made)
    return made


def test_a_large_batch_goes_in_chunks_and_comes_back_in_its_order(office: Office) -> None:
    documents = [b"%d" % number for number in range(100)]
    assert to_pdf(documents) == [b"pdf " + one for one in documents]
    sizes = [len(one) for order, one in office.runs if order == "pdf"]
    assert max(sizes) == convert.CHUNK
    assert sum(sizes) == 100


def test_a_small_batch_is_one_run_and_the_same_document_is_laid_out_once(office: Office) -> None:
    assert to_pdf([b"a", b"b", b"a"]) == [b"pdf a", b"pdf b", b"pdf a"]
    assert office.runs == [("pdf", [b"a", b"b"])]


@pytest.mark.parametrize("bad", [b"rusak", b"macet"])
def test_a_bad_document_takes_no_other_with_it(office: Office, bad: bytes) -> None:
    documents = [b"%d" % number for number in range(20)]
    documents[7] = bad
    made = each_to_pdf(documents)
    assert [one for one in made if isinstance(one, bytes)] == [
        b"pdf " + one for one in documents if one != bad
    ]
    assert isinstance(made[7], NotRendered)
    assert made[7].fields == {"number": 8}
    assert len(office.runs) <= (2 if bad == b"rusak" else 14)
    with pytest.raises(NotRendered):
        to_pdf(documents)


@pytest.mark.parametrize("error", [Crashed, OutOfMemory])
def test_a_document_that_stops_the_run_is_found_by_halving(office: Office, error: type[RangkapError]) -> None:
    office.error = error
    documents = [*(b"%d" % number for number in range(9)), b"macet"]
    made = each_to_pdf(documents)
    assert [one for one in made if isinstance(one, bytes)] == [b"pdf " + one for one in documents[:9]]
    assert isinstance(made[9], error)
    assert len(office.runs) < 10


def test_what_was_made_stands_on_the_shelf_and_the_good_of_a_bad_batch_too(
    office: Office, tmp_path: Path
) -> None:
    folder = tmp_path / "pdf"
    with pytest.raises(NotRendered):
        to_pdf([b"a", b"rusak", b"b"], folder=folder)
    office.runs.clear()
    assert to_pdf([b"b", b"a"], folder=folder) == [b"pdf b", b"pdf a"]
    assert office.runs == []
    for path in folder.iterdir():
        path.write_bytes(b"dirusak")
    assert to_pdf([b"b", b"a"], folder=folder) == [b"pdf b", b"pdf a"]
    assert [order for order, _ in office.runs] == ["pdf"]


def test_without_a_list_of_fonts_nothing_is_taken_from_the_shelf(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maker, "looks", lambda: None)
    for _ in range(2):
        to_pdf([b"a"], folder=tmp_path)
    assert [order for order, _ in office.runs] == ["profile", "pdf", "pdf"]


def test_the_profile_is_set_up_once_by_a_document_of_ours(office: Office, tmp_path: Path) -> None:
    for number in range(3):
        to_pdf([b"%d" % number])
    assert [order for order, _ in office.runs] == ["pdf", "profile", "pdf", "pdf"]
    assert office.runs[1][1] == [DOCUMENT]
    convert._warm.clear()
    office.runs.clear()
    to_pdf([b"x"], folder=tmp_path)
    convert._warm.clear()
    to_pdf([b"y"], folder=tmp_path)
    assert [order for order, _ in office.runs] == ["profile", "pdf", "pdf"]


def test_where_no_profile_can_be_set_up_each_run_makes_its_own(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(command: Sequence[str], parcel: bytes, **named: Any) -> bytes:
        if command[-1] == "profile":
            raise OutOfMemory
        return office(command, parcel, **named)

    monkeypatch.setattr(convert, "run", failing)
    assert to_pdf([b"a"], folder=tmp_path) == [b"pdf a"]


def test_a_machine_that_cannot_isolate_says_so(monkeypatch: pytest.MonkeyPatch, cold: None) -> None:
    def refused(*_: object, **__: object) -> bytes:
        raise NoIsolation

    monkeypatch.setattr(convert, "run", refused)
    with pytest.raises(NoIsolation):
        each_to_pdf([b"a"])


def test_without_walls_a_run_has_a_room_that_is_taken_away(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rooms: list[Path] = []

    def seen(command: Sequence[str], parcel: bytes, *, settings: dict[str, str], **named: Any) -> bytes:
        room = Path(settings["RANGKAP_ROOM"])
        assert room.stat().st_mode & 0o777 == 0o700
        rooms.append(room)
        (room / "sisa").write_bytes(b"x")
        return office(command, parcel, **named)

    monkeypatch.setattr(convert, "run", seen)
    monkeypatch.setattr(convert, "isolation", lambda: None)
    to_pdf([b"a"], accept_risk=True, folder=tmp_path / "pdf")
    to_pdf([b"b"], accept_risk=True)
    assert {room.parent for room in rooms} >= {tmp_path / "pdf"}
    assert not any(room.exists() for room in rooms)


class Hanging:
    """A LibreOffice that goes on for ever."""

    pid = 0

    def wait(self, timeout: float | None = None) -> int:
        if timeout is not None:
            import subprocess

            raise subprocess.TimeoutExpired("soffice", timeout)
        return -9


@pytest.mark.slow
def test_libreoffice_that_hangs_is_killed_and_what_may_be_half_written_is_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    good = next(iter(to_pdf([letter("Baik", 1)])))
    killed: list[int] = []

    def started(*_: object, **__: object) -> Hanging:
        for name in ("0000", "0001"):
            (tmp_path / f"{name}.pdf").write_bytes(good)
        return Hanging()

    monkeypatch.setattr(inside.subprocess, "Popen", started)
    monkeypatch.setattr(inside.os, "killpg", lambda pid, sign: killed.append(sign))
    monkeypatch.setattr(inside, "_PATIENCE", 3)
    assert inside.to_pdf([b"a", b"b", b"c"], tmp_path) == [b"", good, b"", b""]
    assert killed == [signal.SIGKILL]
    assert inside.to_pdf([], tmp_path) == [b""]


def test_a_profile_that_could_not_be_set_up_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(inside, "to_pdf", lambda documents, room: [b"", b""])
    assert inside.profile_of(DOCUMENT, tmp_path) == b""


@pytest.mark.slow
def test_a_stopped_libreoffice_is_killed_with_all_it_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "_OFFICE", Limits(memory=4 << 30, cpu=60, wall=8.0))
    monkeypatch.setattr(convert, "Limits", lambda **named: Limits(**{**named, "wall": 8.0}))
    stopped: list[int] = []

    def stop() -> None:
        for _ in range(400):
            for pid in descendants(os.getpid()):
                if _name(pid) == "soffice.bin":
                    os.kill(pid, signal.SIGSTOP)
                    stopped.append(pid)
                    return
            time.sleep(0.01)

    watcher = threading.Thread(target=stop)
    watcher.start()
    (made,) = each_to_pdf([letter("Berhenti", 400)])
    watcher.join()
    assert isinstance(made, TimedOut)
    assert stopped
    for _ in range(200):
        if not _runs(stopped[0]):
            break
        time.sleep(0.02)
    assert not _runs(stopped[0])
    assert [pid for pid in descendants(os.getpid()) if _name(pid).startswith("soffice")] == []


def _runs(pid: int) -> bool:
    """Tell whether a process is there and not dead."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def _name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def reaching_out(target: str) -> bytes:
    """Return a document that fetches ``target`` by a field, by a link and by a frame."""
    code = f'<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;{target}&quot; "><w:r><w:t>kosong</w:t></w:r></w:fldSimple></w:p>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(letter("Isi", 2))) as source, zipfile.ZipFile(out, "w") as made:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:body>", f"<w:body>{code}".encode())
            if name == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/subDocument"
                row = f'<Relationship Id="rIdLuar" Type="{kind}" Target="{target}" TargetMode="External"/></Relationships>'
                data = data.replace(b"</Relationships>", row.encode())
            made.writestr(name, data)
    return out.getvalue()


@pytest.mark.slow
def test_nothing_of_the_machine_or_the_network_comes_into_a_pdf(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("RAHASIA-KANTOR")
    asked: list[str] = []
    with _listening(asked) as port:
        pdfs = to_pdf([reaching_out(f"file://{secret}"), reaching_out(f"http://127.0.0.1:{port}/luar.txt")])
    assert all("RAHASIA" not in text_of(one) and "Isi 1" in text_of(one) for one in pdfs)
    assert asked == []


def _listening(asked: list[str]) -> Any:
    import contextlib
    import socket

    @contextlib.contextmanager
    def listen() -> Iterator[int]:
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(0.2)
            done = threading.Event()

            def accept() -> None:
                while not done.is_set():
                    with contextlib.suppress(TimeoutError):
                        server.accept()
                        asked.append("asked")

            thread = threading.Thread(target=accept)
            thread.start()
            yield server.getsockname()[1]
            done.set()
            thread.join()

    return listen()


@pytest.mark.slow
def test_a_letter_is_pdf_a_2b_by_its_own_words_and_by_its_colours(tmp_path: Path) -> None:
    torn = io.BytesIO()
    with zipfile.ZipFile(torn, "w") as package:
        package.writestr("[Content_Types].xml", "<x")
    last = letter("Dua")
    made = each_to_pdf([letter("Satu"), torn.getvalue(), last], folder=tmp_path)
    assert isinstance(made[1], NotRendered)
    for pdf, said in ((made[0], "Satu 0"), (made[2], "Dua 0")):
        assert isinstance(pdf, bytes)
        assert said in text_of(pdf)
        root = pypdf.PdfReader(io.BytesIO(pdf)).root_object
        (intent,) = root["/OutputIntents"]
        assert intent.get_object()["/S"] == "/GTS_PDFA1"
        assert b"acsp" in intent.get_object()["/DestOutputProfile"].get_object().get_data()[:64]
        words = root["/Metadata"].get_object().get_data().decode()
        assert "<pdfaid:part>2</pdfaid:part>" in words
        assert "<pdfaid:conformance>B</pdfaid:conformance>" in words
        assert root["/MarkInfo"]["/Marked"]
        assert len(pypdfium2.PdfDocument(pdf)) == 1
    assert to_pdf([last], folder=tmp_path) == [made[2]]


@pytest.mark.slow
def test_the_helper_counts_on_what_the_real_program_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = io.BytesIO()
    monkeypatch.setattr("sys.stdin", _Standard(pack([DOCUMENT])))
    monkeypatch.setattr("sys.stdout", _Standard(out=out))
    monkeypatch.setenv("RANGKAP_ROOM", str(tmp_path))
    assert inside.main("profile") == 0
    (profile,) = unpack(out.getvalue())
    other = tmp_path / "lain"
    other.mkdir()
    end, pdf = inside.to_pdf([letter("Dengan profil", 1)], other, profile)
    assert end == WHOLE
    assert "Dengan profil 0" in text_of(pdf)
    assert b".lock" not in profile


class _Standard:
    def __init__(self, data: bytes = b"", out: io.BytesIO | None = None) -> None:
        self.buffer = out or io.BytesIO(data)
