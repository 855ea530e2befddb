"""What tests keep for the next run is given to it whole, and to none whose code is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import kept

NAME = "0" * 64


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of one module, one template and one test."""
    monkeypatch.setattr(kept, "_common", [])
    for name in ("pipeline/surat.py", "letter_templates/jawaban.docx", "tests/office/test_surat.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("lama")
    return tmp_path


def _run(checkout: Path, name: str) -> Path:
    """Begin a run; returns the folder of its processes."""
    common = checkout / name
    common.mkdir()
    kept.lay_out(common, checkout / "simpan", checkout)
    return common


def _over(checkout: Path, common: Path) -> None:
    kept.take_back(common, checkout / "simpan", checkout)


def _shelves(common: Path) -> set[str]:
    return {one.relative_to(common).as_posix() for one in common.glob("*/*")}


def test_the_next_run_gets_what_is_whole(checkout: Path) -> None:
    first = _run(checkout, "pertama")
    assert kept.once("bertanda", b"surat", lambda: [b"satu", b"dua"]) == [b"satu", b"dua"]
    (first / "terbaca" / "belum").write_text("setengah")
    (first / "terbaca" / NAME).write_text("utuh")
    (first / "tahap" / "dibuat").mkdir()
    (first / "tahap" / "new" / "var").mkdir(parents=True)
    (first / "tahap" / "new" / "office.toml").touch()
    (first / "tahap" / "new" / "penunjuk").symlink_to("tiada")
    (first / "tahap" / "new" / "var").chmod(0o700)
    _over(checkout, first)
    second = _run(checkout, "kedua")
    (signed,) = (second / "bertanda").iterdir()
    assert _shelves(second) == {"tahap/new", f"terbaca/{NAME}", f"bertanda/{signed.name}"}
    assert (second / "tahap" / "new" / "var").stat().st_mode & 0o777 == 0o700
    assert (second / "tahap" / "new" / "penunjuk").is_symlink()
    assert kept.once("bertanda", b"surat", lambda: [b"lain"]) == [b"satu", b"dua"]
    assert kept.once("bertanda", b"surat lain", lambda: [b"lain"]) == [b"lain"]


@pytest.mark.parametrize(
    "name", ["pipeline/surat.py", "letter_templates/jawaban.docx", "tests/office/bureau.py"]
)
def test_where_code_or_a_template_is_another_all_is_made_anew(checkout: Path, name: str) -> None:
    first = _run(checkout, "pertama")
    (first / "terbaca" / NAME).write_text("dari kode lama")
    _over(checkout, first)
    (checkout / name).write_text("baru")
    assert _shelves(_run(checkout, "kedua")) == set()


def test_what_a_run_made_while_the_code_changed_is_not_kept(checkout: Path) -> None:
    first = _run(checkout, "pertama")
    (first / "terbaca" / NAME).write_text("dari kode lama dan baru")
    (checkout / "pipeline/surat.py").write_text("baru")
    _over(checkout, first)
    (checkout / "pipeline/surat.py").write_text("lama")
    assert _shelves(_run(checkout, "kedua")) == set()
