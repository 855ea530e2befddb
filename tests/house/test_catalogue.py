"""Every message of the code has its Indonesian, and no Indonesian is left of one that went."""

import re
from hashlib import sha256
from pathlib import Path
from string import Formatter

import pytest

from pipeline.kernel import text
from pipeline.kernel.text import N_
from tools import catalogue

_VARIANTS = re.compile(
    r"\b(?:kata masuk|cakram|peladen|ember|bita|pos-el|tetikus|pencetak|bila|terlanjur|rumah kantor|benturan kepentingan|jejak|"
    r"seperempat jam|sidik digital|ujung rantai|(?:surat|telepon) lanjutan|terhalang|halangannya|ialah|belum ada kabar)(?:nya)?\b",
    re.IGNORECASE,
)
"""Words for which GLOSSARY.md and the terms of the ministry have others: one thing, one word."""
_ENGLISH_VARIANTS = re.compile(
    r"\b(?:first word|new word|present word|written down|the audit|office's machine)\b", re.IGNORECASE
)


def test_the_kept_messages_are_those_of_the_code_and_each_has_its_indonesian() -> None:
    kept = [message for message in catalogue.kept() if message.id]
    assert [(str(entry.id), entry.context or "") for entry in kept] == list(dict.fromkeys(catalogue.marked()))
    assert [message.id for message in kept if not message.string or message.fuzzy] == []


def test_both_languages_of_a_message_have_the_same_places() -> None:
    def places(sentence: object) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(str(sentence)) if name is not None}

    assert [message.id for message in catalogue.kept() if places(message.id) != places(message.string)] == []


def test_no_semicolon_joins_two_sentences() -> None:
    """But where the message shows one."""
    joined = [message.string for message in catalogue.kept() if message.id and ";" in str(message.string)]
    assert [sentence for sentence in joined if "titik koma" not in str(sentence)] == []


def test_one_thing_has_one_word() -> None:
    kept = [message for message in catalogue.kept() if message.id]
    assert [message.string for message in kept if _VARIANTS.search(str(message.string))] == []
    assert [message.id for message in kept if _ENGLISH_VARIANTS.search(str(message.id))] == []


def test_what_is_one_in_english_and_two_in_indonesian_is_told_apart() -> None:
    assert N_("Pages").id == "Halaman"
    assert {message.string for message in catalogue.kept() if message.id == "Pages"} > {"Halaman"}


def test_a_catalogue_that_is_missing_torn_or_of_other_messages_ends_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert text._indonesian().gettext(text.SOURCE) == sha256(text.PO.read_bytes()).hexdigest()
    whole, other = text.MO.read_bytes(), tmp_path / "rangkap.po"
    other.write_bytes(text.PO.read_bytes() + b"\n")
    for po, mo in (
        (text.PO, None),
        (other, whole),
        *((text.PO, whole[:length]) for length in (0, 3, 30, len(whole) // 2)),
    ):
        path = tmp_path / "rangkap.mo"
        path.unlink(missing_ok=True)
        if mo is not None:
            path.write_bytes(mo)
        monkeypatch.setattr(text, "PO", po)
        monkeypatch.setattr(text, "MO", path)
        with pytest.raises(SystemExit, match="belum disusun"):
            text._indonesian.__wrapped__()


def test_what_is_torn_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torn = tmp_path / "rangkap.mo"
    torn.write_bytes(text.MO.read_bytes()[:-1000])
    for place in (text, catalogue):
        monkeypatch.setattr(place, "MO", torn)
    catalogue.compile_messages()
    assert text.compiled() is not None
    assert sorted(tmp_path.iterdir()) == [torn]


def test_taking_in_what_is_marked_leaves_what_is_kept_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "rangkap.po"
    copy.write_bytes(text.PO.read_bytes())
    monkeypatch.setattr(catalogue, "PO", copy)
    catalogue.update()
    assert copy.read_bytes() == text.PO.read_bytes()
