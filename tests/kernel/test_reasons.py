"""Why the system refused a file is said in the language of who reads it."""

import errno
import os
from pathlib import Path

import pytest

from pipeline.kernel.errors import NotDurable, Refusal, why
from pipeline.kernel.files import durable


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_number_of_the_system_is_told_in_its_own_words(number: int) -> None:
    said = why(OSError(number, os.strerror(number)))
    assert os.strerror(number) not in said.id
    assert said.id
    assert said.en


def test_a_full_disk_is_told_in_both_languages() -> None:
    with pytest.raises(NotDurable) as told, durable():
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert "(ruang penyimpanan habis)" in told.value.text()
    assert "(no space left on the disk)" in told.value.text("en")


def test_the_file_itself_says_no_english_word(tmp_path: Path) -> None:
    with pytest.raises(NotDurable) as told, durable():
        (tmp_path / "tiada" / "x").write_bytes(b"")
    assert "tidak ada berkas atau folder dengan nama ini" in told.value.text()
    error = Refusal("cli.bad_answers", reason=why(FileNotFoundError(errno.ENOENT, "No such file")))
    assert error.text().endswith("tidak ada berkas atau folder dengan nama ini")
    assert error.text("en").endswith("no such file or folder")
