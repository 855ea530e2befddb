"""What was made once is taken from the cache, if it is whole and everything that decides its looks is the same."""

import os
import stat
from pathlib import Path

import pytest

from pipeline.kernel.errors import NotDurable
from pipeline.rendering import converter_id, pdf_cache
from pipeline.rendering.errors import NoRenderer
from pipeline.rendering.pdf_cache import PdfCache


@pytest.fixture
def kept(tmp_path: Path) -> PdfCache:
    return PdfCache(tmp_path / "var" / "pdf", b"pembuat")


def files(cache: PdfCache) -> list[Path]:
    return sorted(cache.folder.iterdir())


def test_what_was_put_is_found_again_and_only_for_the_same_document_and_converter(kept: PdfCache) -> None:
    assert kept.get(b"surat") is None
    kept.put(b"surat", b"%PDF-1")
    assert kept.get(b"surat") == b"%PDF-1"
    assert kept.get(b"surat lain") is None
    assert PdfCache(kept.folder, b"huruf lain").get(b"surat") is None


def test_only_the_office_can_look_at_the_cache_and_names_tell_nothing(kept: PdfCache) -> None:
    kept.put(b"surat untuk Ani", b"%PDF-1")
    (path,) = files(kept)
    assert stat.S_IMODE(kept.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(path.stem) == 64


@pytest.mark.parametrize("damage", [b"", b"x", b"%PDF-2 palsu", bytes(40)])
def test_a_damaged_entry_is_thrown_away(kept: PdfCache, damage: bytes) -> None:
    kept.put(b"surat", b"%PDF-1")
    (path,) = files(kept)
    path.write_bytes(damage)
    assert kept.get(b"surat") is None
    assert files(kept) == []
    kept.put(b"surat", b"%PDF-1")
    data = path.read_bytes()
    path.write_bytes(data[:-1] + b"2")
    assert kept.get(b"surat") is None


def test_a_link_is_not_followed(kept: PdfCache, tmp_path: Path) -> None:
    kept.put(b"surat", b"%PDF-1")
    (path,) = files(kept)
    outside = path.rename(tmp_path / "luar")
    path.symlink_to(outside)
    assert kept.get(b"surat") is None


def test_the_longest_unused_go_first_when_there_is_too_much(
    kept: PdfCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_cache, "MOST_BYTES", 3 * 140)
    for number in range(3):
        kept.put(b"%d" % number, b"x" * 100)
        _age(kept, b"%d" % number, 100 - number)
    assert kept.get(b"0") is not None
    kept.put(b"3", b"x" * 100)
    assert [kept.get(b"%d" % number) is not None for number in range(4)] == [True, False, True, True]


def test_what_was_not_used_for_long_goes_and_so_does_what_a_kill_left(kept: PdfCache) -> None:
    kept.put(b"lama", b"x")
    _age(kept, b"lama", pdf_cache.MOST_SECONDS + 5)
    for name, age in ((".a.tmp", 7200), (".b.tmp", 5)):
        (kept.folder / name).write_bytes(b"x")
        _set_age(kept.folder / name, age)
    kept.put(b"baru", b"x")
    assert kept.get(b"lama") is None
    assert {file.name for file in files(kept) if file.name.startswith(".")} == {".b.tmp"}


def test_the_room_of_a_killed_run_goes_and_that_of_one_that_works_stays(kept: PdfCache) -> None:
    kept.put(b"lama", b"%PDF-0")
    for name in (".kerja-lama", ".kerja-baru"):
        (kept.folder / name).mkdir()
        (kept.folder / name / "surat.docx").write_bytes(b"isi")
    _set_age(kept.folder / ".kerja-lama", 2 * 3600)
    _age(kept, b"lama", 31 * 86_400)
    kept.put(b"surat", b"%PDF-1")
    assert {file.name for file in files(kept)} == {".kerja-baru", kept._path(b"surat").name}


def _age(cache: PdfCache, document: bytes, seconds: float) -> None:
    _set_age(cache._path(document), seconds)


def _set_age(path: Path, seconds: float) -> None:
    now = path.stat().st_mtime
    os.utime(path, (now - seconds, now - seconds))


def test_a_disk_that_refuses_costs_no_more_than_time(kept: PdfCache, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise NotDurable(reason="disk penuh")

    monkeypatch.setattr(pdf_cache, "write_durably", full)
    kept.put(b"surat", b"x")
    assert kept.get(b"surat") is None
    kept.folder.rmdir()
    kept.folder.write_bytes(b"")
    kept.put(b"surat", b"x")
    assert kept.get(b"surat") is None


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Put programs of our own in place of LibreOffice and fc-list."""
    for name in ("soffice", "fc-list"):
        (tmp_path / name).write_text("#!/bin/sh\necho /a.ttf:1:Bold\necho /b.ttf:1:Regular\n")
        (tmp_path / name).chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    for function in (converter_id.version, converter_id.looks):
        function.cache_clear()
    yield tmp_path
    for function in (converter_id.version, converter_id.looks):
        function.cache_clear()


def fresh() -> bytes | None:
    converter_id.version.cache_clear()
    converter_id.looks.cache_clear()
    return converter_id.looks()


def test_looks_change_with_a_font_and_with_libreoffice_and_not_with_the_order_of_fonts(program: Path) -> None:
    first = fresh()
    assert first == converter_id.looks()
    (program / "fc-list").write_text("#!/bin/sh\necho /b.ttf:1:Regular\necho /a.ttf:1:Bold\n")
    assert fresh() == first
    (program / "fc-list").write_text("#!/bin/sh\necho /b.ttf:2:Regular\necho /a.ttf:1:Bold\n")
    other = fresh()
    assert other != first
    (program / "versionrc").write_text("buildid=2")
    assert fresh() != other


def test_without_a_list_of_fonts_nothing_is_taken_for_the_same(program: Path) -> None:
    (program / "fc-list").write_text("#!/bin/sh\nexit 1\n")
    assert fresh() is None
    (program / "fc-list").write_text("#!/bin/sh\n")
    (program / "soffice").unlink()
    with pytest.raises(NoRenderer):
        fresh()
