"""What a look at the machine finds has its words for the page, in both languages; what is typed at the server stands as such."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.web.texts import doctor
from tests.office.bureau import CHECKOUT

_KEY = re.compile(
    r'"((?:isolation|layout|language|reading|font|inbox|archive|database|bucket|identity|permission|keys|sheet|restic|trust|web|pg_dump)\.[a-z]+)"'
)
_HOUSES = (
    "letters/fitness.py",
    "overview/doctor.py",
    "overview/web_fitness.py",
    "keeping/key_keeping.py",
)
_NO_KEY = {"web.nama", "web.porta"}
KEYS = {
    key for house in _HOUSES for key in _KEY.findall(Path(CHECKOUT, "pipeline/office", house).read_text("utf-8"))
} - _NO_KEY  # fmt: skip
_VERB = re.compile(r"\b(?:rangkap [a-z-]+|apt-get|chmod|systemctl)\b")


def test_everything_that_may_be_found_has_words_and_what_to_do() -> None:
    assert {f"doctor.{key}" for key in KEYS} | {f"doctor.{key}.do" for key in KEYS} == set(doctor.WORDS)


@pytest.mark.parametrize("key", sorted(doctor.WORDS))
def test_a_command_stands_between_backquotes_and_says_where(key: str) -> None:
    for said in doctor.WORDS[key]:
        outside = "".join(said.split("`")[::2])
        assert not _VERB.search(outside), said
        if "`" in said and _VERB.search(said):
            assert "komputer peladen" in said or "n the server" in said
