"""What the command line says by itself is Indonesian, or English where that was asked for; nothing is half and half."""

from __future__ import annotations

import json
import re

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.errors import Exit
from pipeline.kernel.verbs import VERBS
from pipeline.records import boot
from tests.office.bureau import CHAIR, CLERK, Bureau

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
    told = capsys.readouterr()
    return ended.value.code, told.out + told.err  # type: ignore[return-value]


@pytest.mark.parametrize("verb", ["", *(one.name for one in VERBS)])
def test_the_help_of_every_verb_is_in_one_language(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = [verb] if verb else []
    status, told = said(capsys, *words, "--help")
    assert status == Exit.OK
    assert told.startswith("Pemakaian: rangkap")
    assert "\npilihan:\n" in told
    assert f"Contoh: rangkap {verb}" in told or not verb
    assert ENGLISH.search(re.sub(r"--[a-z-]+|Contoh: .*", "", told)) is None
    status, told = said(capsys, "--lang", "en", *words, "--help")
    assert told.startswith("usage: rangkap")
    assert "\noptions:\n" in told
    assert "Pemakaian" not in told
    assert "Contoh:" not in told
    assert f"Example: rangkap {verb}" in told or not verb


WRONG = {
    "show": "belum disebut: KASUS",
    "regster A-2026-0001": "perintah “regster” tidak ada. Maksud Anda “register”?\n",
    "zzzzzz": "perintah “zzzzzz” tidak ada.\n",
    "todo --zz": "tidak dikenal: --zz",
    "numbers x": "TAHUN: 'x' bukan nilai yang benar",
    "match a b --signed --aside": "--aside: tidak dapat dipakai bersama --signed",
    "show 2026-0001 --as": "--as: harus diikuti satu nilai",
    "form kwitansi --to x": "JENIS: 'kwitansi' tidak ada; pilihannya: ",
    "todo --json=1": "--json: tidak memakai nilai '1'",
}


@pytest.mark.parametrize("words", WRONG)
def test_wrong_arguments_are_told_in_indonesian_with_the_next_step(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = said(capsys, *words.split())
    assert status == Exit.USAGE
    assert WRONG[words] in told
    assert re.search(r"Bantuan: rangkap( \w+)? --help\n$", told)
    assert ENGLISH.search(re.sub(r"--[a-z-]+", "", told)) is None
    assert "error: " in said(capsys, "--lang=en", *words.split())[1]


def test_a_code_is_told_in_sentences(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from pipeline.records import letters

    code = letters.copies("2026-0001-1", 1)[0].code
    monkeypatch.setenv("RANGKAP_HOME", str(approved.leave()))
    assert main(["code", code, "--as", CLERK]) == Exit.OK
    assert capsys.readouterr().out.splitlines() == [
        "Surat 2026-0001-1 (surat jawaban), kasus 2026-0001: disetujui.",
        "Salinan ke-1 dari 2, revisi 1: pindaian bertanda tangannya belum kembali.",
        "Revisi ini masih berlaku.",
        "Selengkapnya: rangkap show 2026-0001",
    ]
    boot.close()
    assert main(["code", code, "--json", "--as", CLERK]) == Exit.OK
    found = json.loads(capsys.readouterr().out)
    assert (found["letter"], found["copy"], found["current"], found["received"]) == (
        "2026-0001-1",
        1,
        True,
        False,
    )


def test_the_code_of_an_older_revision_says_that_it_counts_no_more(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from pipeline.office.signing import review
    from pipeline.records import letters

    code = letters.copies("2026-0001-1", 1)[1].code
    review.send_back(approved.desk(CHAIR), "2026-0001", "jam layanan")
    approved.draft("2026-0001")
    monkeypatch.setenv("RANGKAP_HOME", str(approved.leave()))
    assert main(["code", code, "--as", CLERK]) == Exit.OK
    told = capsys.readouterr().out
    assert "Salinan ke-2 dari 2, revisi 1" in told
    assert "TIDAK berlaku lagi" in told
