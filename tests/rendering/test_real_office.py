"""The real LibreOffice: killed when it stops, kept from machine and network, its pages PDF/A-2b."""

import contextlib
import io
import os
import signal
import socket
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from bench.processes import descendants
from pipeline.kernel.sandbox_command import Limits
from pipeline.rendering import convert, inside
from pipeline.rendering.convert import DOCUMENT, to_pdf
from pipeline.rendering.errors import NotRendered
from pipeline.rendering.framing import pack, unpack
from tests.refused import refused_with
from tests.rendering.test_convert import letter, text_of
from tests.waiting import wait_for


def test_a_stopped_libreoffice_is_killed_with_all_it_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "_profile", lambda *_, **__: b"")
    stopped: list[int] = []
    for wall in (8.0, 16.0, 36.0):  # a machine that does much else may not have begun it before
        limits = Limits(memory=4 << 30, cpu=60, wall=wall)
        monkeypatch.setattr(convert, "Limits", lambda limits=limits, **_named: limits)
        over = threading.Event()
        watcher = threading.Thread(target=_stop_it, args=(stopped, over))
        watcher.start()
        with refused_with("kernel.sandbox_timed_out"):
            to_pdf([letter("Berhenti", 400)])
        over.set()
        watcher.join()
        if stopped:
            break
    assert stopped
    wait_for(lambda: not _runs(stopped[0]))
    wait_for(lambda: not [pid for pid in descendants(os.getpid()) if _name(pid).startswith("soffice")])


def _stop_it(stopped: list[int], over: threading.Event) -> None:
    """Stop LibreOffice as soon as it is there."""
    while not over.wait(0.01):
        for pid in descendants(os.getpid()):
            if _name(pid) == "soffice.bin":
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGSTOP)
                    stopped.append(pid)
                    return


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


def test_nothing_of_the_machine_or_the_network_comes_into_a_pdf(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("RAHASIA-KANTOR")
    asked: list[str] = []
    with _listening(asked) as port:
        pdfs = to_pdf([reaching_out(f"file://{secret}"), reaching_out(f"http://127.0.0.1:{port}/luar.txt")])
    assert all("RAHASIA" not in text_of(pdf) and "Isi 1" in text_of(pdf) for pdf in pdfs)
    assert asked == []


@contextlib.contextmanager
def _listening(asked: list[str]) -> Iterator[int]:
    """Listen on a port of this machine and note who asks."""
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
        try:
            yield server.getsockname()[1]
        finally:
            done.set()
            thread.join()


def test_a_letter_is_pdf_a_2b_by_its_own_words_and_by_its_colours(tmp_path: Path) -> None:
    torn = io.BytesIO()
    with zipfile.ZipFile(torn, "w") as package:
        package.writestr("[Content_Types].xml", "<x")
    last = letter("Dua")
    with pytest.raises(NotRendered) as refused:
        to_pdf([letter("Satu"), torn.getvalue(), last], folder=tmp_path)
    assert refused.value.fields == {"number": 2}
    made = to_pdf([letter("Satu"), last], folder=tmp_path)
    for pdf, text in zip(made, ("Satu 0", "Dua 0"), strict=True):
        assert text in text_of(pdf)
        root = pypdf.PdfReader(io.BytesIO(pdf)).root_object
        (intent,) = root["/OutputIntents"]
        assert intent.get_object()["/S"] == "/GTS_PDFA1"
        assert b"acsp" in intent.get_object()["/DestOutputProfile"].get_object().get_data()[:64]
        words = root["/Metadata"].get_object().get_data().decode()
        assert "<pdfaid:part>2</pdfaid:part>" in words
        assert "<pdfaid:conformance>B</pdfaid:conformance>" in words
        assert root["/MarkInfo"]["/Marked"]
        assert len(pypdfium2.PdfDocument(pdf)) == 1
    assert to_pdf([last], folder=tmp_path) == [made[1]]


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
    (pdf,) = inside.to_pdf([letter("Dengan profil", 1)], other, profile)
    assert "Dengan profil 0" in text_of(pdf)
    assert b".lock" not in profile


class _Standard:
    def __init__(self, data: bytes = b"", out: io.BytesIO | None = None) -> None:
        self.buffer = out or io.BytesIO(data)
