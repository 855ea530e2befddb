"""What the command line says by itself is Indonesian, or English where that was asked for; nothing is half and half."""

import re

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.text import Exit
from pipeline.kernel.verbs import VERBS

ENGLISH = re.compile(
    r"\b(usage|positional|arguments?|options|show this|exit|error|Example|Help|choose|invalid|required)\b"
)


@pytest.fixture(autouse=True)
def no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RANGKAP_LANG", raising=False)


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int | None, str]:
    """Return the status that the parser ends with, and all that it says."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    output = capsys.readouterr()
    return ended.value.code, output.out + output.err  # type: ignore[return-value]


@pytest.mark.parametrize("verb", ["", *(command.name for command in VERBS)])
def test_the_help_of_every_verb_is_in_one_language(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = [verb] if verb else []
    status, text = said(capsys, *words, "--help")
    assert status == Exit.OK
    assert text.startswith("Pemakaian: rangkap")
    assert "\npilihan:\n" in text
    assert f"Contoh: rangkap {verb}" in text or not verb
    assert ENGLISH.search(re.sub(r"--[a-z-]+|Contoh: .*", "", text)) is None
    status, text = said(capsys, "--lang", "en", *words, "--help")
    assert text.startswith("usage: rangkap")
    assert "\noptions:\n" in text
    assert "Pemakaian" not in text
    assert "Contoh:" not in text
    assert f"Example: rangkap {verb}" in text or not verb


WRONG = {
    "show": "belum disebut: KASUS",
    "regster A-2026-0001": "perintah “regster” tidak ada. Maksud Anda “register”?\n",
    "zzzzzz": "perintah “zzzzzz” tidak ada.\n",
    "todo --zz": "tidak dikenal: --zz",
    "numbers x": "TAHUN: 'x' bukan nilai yang benar",
    "print a --to b --draft --again": "--again: tidak dapat dipakai bersama --draft",
    "show 2026-0001 --as": "--as: harus diikuti satu nilai",
    "form kwitansi --to x": "JENIS: 'kwitansi' tidak ada; pilihannya: ",
    "todo --json=1": "--json: tidak memakai nilai '1'",
}


@pytest.mark.parametrize("words", WRONG)
def test_wrong_arguments_are_told_in_indonesian_with_the_next_step(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, text = said(capsys, *words.split())
    assert status == Exit.USAGE
    assert WRONG[words] in text
    assert re.search(r"Bantuan: rangkap( \w+)? --help\n$", text)
    assert ENGLISH.search(re.sub(r"--[a-z-]+", "", text)) is None
    assert "error: " in said(capsys, "--lang=en", *words.split())[1]
