"""One run for all documents of a call; a profile that was set up before; what was made is kept."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel.sandbox import NoIsolation, SandboxFailed
from pipeline.kernel.sandbox_command import Limits
from pipeline.rendering import convert, converter_id, inside
from pipeline.rendering.convert import DOCUMENT, to_pdf
from pipeline.rendering.errors import NotRendered
from pipeline.rendering.framing import pack, unpack
from tests.refused import refused_with


@pytest.fixture
def cold() -> Iterator[None]:
    before = dict(convert._warm)
    convert._warm.clear()
    yield
    convert._warm.clear()
    convert._warm.update(before)


class Office:
    """Stands in for the sandbox: documents are words; "rusak" gives no PDF, "macet" breaks off the run."""

    def __init__(self) -> None:
        self.runs: list[tuple[str, list[bytes]]] = []

    def __call__(self, command: Sequence[str], parcel: bytes, *, limits: Limits, **_: Any) -> bytes:
        profile, *documents = [b"", *unpack(parcel)] if command[-1] == "profile" else unpack(parcel)
        self.runs.append((command[-1], documents))
        if command[-1] == "profile":
            return pack([b"profil"])
        assert profile in (b"", b"profil")
        assert limits.wall == 90 + 4 * (len(documents) - 1)
        if b"macet" in documents:
            raise SandboxFailed("kernel.sandbox_crashed", status=1)
        return pack([b"" if document == b"rusak" else b"pdf " + document for document in documents])


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch, cold: None) -> Office:
    made = Office()
    monkeypatch.setattr(convert, "run", made)
    return made


def test_a_call_is_one_run_and_the_same_document_is_laid_out_once(office: Office) -> None:
    assert to_pdf([b"a", b"b", b"a"]) == [b"pdf a", b"pdf b", b"pdf a"]
    assert office.runs == [("pdf", [b"a", b"b"])]


def test_a_bad_document_is_named_by_its_place_and_a_run_that_breaks_off_is_told(office: Office) -> None:
    with pytest.raises(NotRendered) as refused:
        to_pdf([b"a", b"rusak", b"b"])
    assert refused.value.fields == {"number": 2}
    with refused_with("kernel.sandbox_crashed"):
        to_pdf([b"a", b"macet"])


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
    monkeypatch.setattr(converter_id, "looks", lambda: None)
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
            raise SandboxFailed("kernel.sandbox_out_of_memory")
        return office(command, parcel, **named)

    monkeypatch.setattr(convert, "run", failing)
    assert to_pdf([b"a"], folder=tmp_path) == [b"pdf a"]


def test_a_machine_that_cannot_isolate_says_so(monkeypatch: pytest.MonkeyPatch, cold: None) -> None:
    def refused(*_: object, **__: object) -> bytes:
        raise NoIsolation

    monkeypatch.setattr(convert, "run", refused)
    with pytest.raises(NoIsolation):
        to_pdf([b"a"])


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


def test_a_profile_that_could_not_be_set_up_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(inside, "to_pdf", lambda documents, room: [b""])
    assert inside.profile_of(DOCUMENT, tmp_path) == b""
