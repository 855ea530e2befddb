"""Every message of the code has its Indonesian, and no Indonesian is left of one that went."""

import re
from hashlib import sha256

import pytest

from pipeline.kernel import text
from pipeline.kernel.text import N_
from tools import catalogue

_PLACE = re.compile(r"\{(\w*)")


def test_the_kept_messages_are_those_of_the_code_and_each_has_its_indonesian() -> None:
    kept = [one for one in catalogue.kept() if one.id]
    assert [(str(one.id), one.context or "") for one in kept] == list(dict.fromkeys(catalogue.marked()))
    assert [one.id for one in kept if not one.string or one.fuzzy] == []


def test_both_languages_of_a_message_have_the_same_places() -> None:
    def places(said: object) -> set[str]:
        return {re.sub(r"_(?:id|en)$", "", name) for name in _PLACE.findall(str(said))}

    assert [one.id for one in catalogue.kept() if places(one.id) != places(one.string)] == []


def test_what_is_one_in_english_and_two_in_indonesian_is_told_apart() -> None:
    assert N_("Pages").id == "Halaman"
    assert {one.string for one in catalogue.kept() if one.id == "Pages"} > {"Halaman"}


def test_a_catalogue_of_other_messages_ends_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    assert text._indonesian().gettext(text.SOURCE) == sha256(text.PO.read_bytes()).hexdigest()
    monkeypatch.setattr(text, "MO", text.MO.with_name("none.mo"))
    with pytest.raises(SystemExit, match="belum disusun"):
        text._indonesian.__wrapped__()
