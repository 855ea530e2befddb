"""Why the system refused a file is said in the language of who reads it."""

import errno
import os
from pathlib import Path

import pytest

from pipeline.kernel.errors import NotDurable, Refusal, why
from pipeline.kernel.files import durable


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_number_of_the_system_is_told_in_its_own_words(number: int) -> None:
    reason = why(OSError(number, os.strerror(number)))
    assert os.strerror(number) not in reason.id
    assert reason.id
    assert reason.en


def test_a_full_disk_is_told_in_both_languages() -> None:
    with pytest.raises(NotDurable) as failure, durable():
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert "(ruang penyimpanan habis)" in failure.value.text()
    assert "(no space left on the disk)" in failure.value.text("en")


def test_the_file_itself_says_no_english_word(tmp_path: Path) -> None:
    with pytest.raises(NotDurable) as failure, durable():
        (tmp_path / "tiada" / "x").write_bytes(b"")
    assert "tidak ada berkas atau folder dengan nama ini" in failure.value.text()
    error = Refusal("cli.bad_answers", reason=why(FileNotFoundError(errno.ENOENT, "No such file")))
    assert error.text().endswith("tidak ada berkas atau folder dengan nama ini")
    assert error.text("en").endswith("no such file or folder")
