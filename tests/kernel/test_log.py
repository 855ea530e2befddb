"""The place of an error that nobody foresaw is kept: kind, files and lines, and no value."""

from pathlib import Path

from pipeline.kernel import log

CANARY = "Sitikanari"


def test_the_place_of_an_error_is_kept_without_its_message(tmp_path: Path) -> None:
    try:
        raise OSError(f"/srv/{CANARY}.pdf")
    except OSError as error:
        log.keep_unforeseen(tmp_path, "web", error)
        log.keep_unforeseen(tmp_path / "tidak" / "ada", "", error)
    first, second = (tmp_path / log.FILE).read_text("utf-8").splitlines()
    assert first.endswith(" web OSError")
    assert second.startswith("  test_log.py:")
    assert CANARY not in first + second
