"""A batch goes in chunks; what hangs or is broken is found and takes no other document with it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel.errors import RangkapError
from pipeline.kernel.sandbox import Crashed, NoIsolation, OutOfMemory
from pipeline.kernel.walls import Limits
from pipeline.rendering import convert, inside, maker
from pipeline.rendering.convert import each_to_pdf, to_pdf
from pipeline.rendering.errors import NotRendered
from pipeline.rendering.parcel import pack, unpack
from pipeline.rendering.trial import DOCUMENT
from tests.rendering.test_convert import letter

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
