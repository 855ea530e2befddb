"""Everything that can never become a letter, dropped at once among good files, while two watchers run."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from demo.office import Office
from demo.scans import SCANS
from tests.intake.hostile import large_png

GOOD = (SCANS[0], SCANS[2])
LONG = "surat-" + "a" * 240 + ".pdf"
BIDI = "surat\u202efdp.exe.pdf"
NEWLINE = "surat\nkedua.pdf"
BYTES = os.fsdecode(b"surat\xff\xfe.pdf")
REASONS = {
    "kosong.pdf": "Berkas ini kosong (0 byte)",
    "terpotong.pdf": "rusak atau terpotong",
    "terkunci.pdf": "Berkas ini dikunci dengan kata sandi",
    "catatan.pdf": "Isi berkas ini bukan PDF, gambar",
    "pintasan.pdf": "Ini bukan berkas biasa (tautan simbolik)",
    "pipa.pdf": "Ini bukan berkas biasa (pipa)",
    "besar.png": "20000 × 20000 titik (400 megapiksel; paling besar 120)",
}
"""The name of each bad file and a part of the sentence that must be given for it."""


def one_page(text: str) -> bytes:
    """Return a small valid PDF; ``text`` makes its content different from others."""
    made = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(595, 842))
        document.docinfo["/Title"] = text
        document.save(made, static_id=True)
    return made.getvalue()


def locked() -> bytes:
    """Return a PDF that opens only with a password."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(one_page("terkunci"))) as document:
        document.save(made, encryption=pikepdf.Encryption(owner="rahasia", user="rahasia"))
    return made.getvalue()


@dataclass
class Flood:
    """What became of it all."""

    office: Office
    arrivals: list[dict[str, Any]] = field(default_factory=list)
    before: set[str] = field(default_factory=set)

    @property
    def refused(self) -> Path:
        """The folder of what was refused."""
        return self.office.inbox / "ditolak"

    def sheets(self) -> dict[str, str]:
        """Return the reasons, by the name of the refused thing."""
        return {
            path.name.removesuffix(".alasan.txt"): path.read_text("utf-8")
            for path in self.refused.glob("*.alasan.txt")
        }


@pytest.fixture(scope="module")
def flood(tmp_path_factory: pytest.TempPathFactory) -> Flood:
    """An office with two watchers and a worker, into whose inbox everything is dropped at once."""
    flood = Flood(Office(tmp_path_factory.mktemp("banjir") / "rumah"))
    office = flood.office
    assert not office.run("init", "--trial", str(office.home)).returncode
    flood.before = {path.name for path in office.home.iterdir()}
    try:
        office.open_doors()
        office.open_doors()
        drop(office)
        office.wait_for("all is decided", lambda: settled(flood), 240)
    finally:
        office.close_doors()
    return flood


def drop(office: Office) -> None:
    """Put good and bad things into the inbox, a good one first and last."""
    inbox = office.inbox
    secret = office.home.parent / "rahasia.pdf"
    secret.write_bytes(one_page("rahasia"))
    (inbox / GOOD[0].name).write_bytes(GOOD[0].render())
    (inbox / "kosong.pdf").touch()
    (inbox / "terpotong.pdf").write_bytes(one_page("terpotong")[:60])
    (inbox / "terkunci.pdf").write_bytes(locked())
    (inbox / "catatan.pdf").write_text("Ini hanya teks biasa.\n" * 20)
    (inbox / "pintasan.pdf").symlink_to(secret)
    os.mkfifo(inbox / "pipa.pdf")
    (inbox / "besar.png").write_bytes(large_png(20_000, 20_000))
    for name in (LONG, NEWLINE, BIDI, BYTES):
        (inbox / name).write_bytes(one_page(name.encode(errors="surrogateescape").hex()))
    (inbox / "kosong" / "dalam").mkdir(parents=True)
    data = GOOD[1].render()
    (inbox / GOOD[1].name).write_bytes(data)
    (inbox / "sekali lagi.pdf").write_bytes(data)


def settled(flood: Flood) -> bool | None:
    """Return True when nothing but folders is left in the inbox and every letter was read."""
    flood.arrivals = flood.office.call("todo", account="petugas")["arrivals"]
    rest = {path.name for path in flood.office.inbox.iterdir()} - {
        ".rangkap-inbox",
        ".claimed",
        "ditolak",
        "kosong",
        "surat",
        "telepon",
        "rujukan",
    }
    claimed = list((flood.office.inbox / ".claimed").iterdir()) if not rest else [Path()]
    done = all(one["state"] != "baru" for one in flood.arrivals)
    return True if not rest and not claimed and done and len(flood.arrivals) >= 6 else None


@pytest.mark.parametrize("name", REASONS)
def test_what_cannot_be_a_letter_is_refused_with_its_reason_in_indonesian(flood: Flood, name: str) -> None:
    sheet = flood.sheets()[name]
    assert sheet.startswith("BERKAS TIDAK DAPAT DITERIMA")
    assert REASONS[name] in sheet
    assert f"Nama asal : {name}\n" in sheet
    assert os.path.lexists(flood.refused / name), "the thing itself lies beside its reason"


def test_nothing_else_was_refused(flood: Flood) -> None:
    names = {path.name for path in flood.refused.iterdir()}
    assert names == {*REASONS, *(f"{name}.alasan.txt" for name in REASONS)}


def test_what_a_link_points_to_was_never_taken(flood: Flood) -> None:
    secret = flood.office.home.parent / "rahasia.pdf"
    assert secret.read_bytes() == one_page("rahasia")
    assert (flood.refused / "pintasan.pdf").is_symlink()
    assert secret.read_bytes() not in [
        path.read_bytes() for path in flood.office.home.glob("var/arrivals/*/original")
    ]


def test_the_good_ones_go_on_whatever_their_names(flood: Flood) -> None:
    shown = {one["name"] for one in flood.arrivals}
    assert {GOOD[0].name, "surat\\u000akedua.pdf", "surat\\u202efdp.exe.pdf", "surat\\xff\\xfe.pdf"} <= shown
    assert LONG in shown
    assert len(flood.arrivals) == 6


def test_agenda_numbers_have_no_gap_and_no_double_though_two_watchers_ran(flood: Flood) -> None:
    assert sorted(one["agenda"] for one in flood.arrivals) == [f"A-2026-{n:04d}" for n in range(1, 7)]


def test_the_same_content_twice_is_one_arrival_and_the_second_is_told_as_a_repeat(flood: Flood) -> None:
    shown = [one for one in flood.arrivals if one["name"] in (GOOD[1].name, "sekali lagi.pdf")]
    assert len(shown) == 1
    said = (flood.office.notes / "watch.log").read_text("utf-8")
    assert f"repeat {shown[0]['agenda']}" in said


def test_a_folder_in_the_inbox_is_left_alone(flood: Flood) -> None:
    assert (flood.office.inbox / "kosong" / "dalam").is_dir()


def test_nothing_else_came_into_being(flood: Flood) -> None:
    office = flood.office
    assert {path.name for path in office.home.iterdir()} == flood.before
    folders = {path.name for path in (office.home / "var" / "arrivals").iterdir() if path.name[0] != "."}
    assert folders == {one["id"] for one in flood.arrivals}
    assert [path.name for path in (office.home / "archive").iterdir() if path.name.startswith("2")] == []
    assert office.call("verify", account="arsip")["findings"] == []


def test_what_the_watchers_say_holds_no_file_name(flood: Flood) -> None:
    said = (flood.office.notes / "watch.log").read_text("utf-8")
    told = {line.partition(" refused ")[2].split()[0] for line in said.splitlines() if " refused " in line}
    assert len(told) == len(REASONS), "each has one id, though two watchers may both tell of it"
    assert "intake.empty" in said
    assert [name for name in (*REASONS, "surat", "SCN_", "sekali lagi") if name in said] == []
