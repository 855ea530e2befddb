"""The shipped templates name nobody, and use the fields that the code fills."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from pipeline.letters import package
from pipeline.letters.context import build as fields_of
from pipeline.letters.forms import EVERY, FORMS
from pipeline.letters.template import faults
from pipeline.settings import Settings
from tests.letters.docx_files import TEMPLATES, shipped
from tests.letters.matters import DAY, VICTIM

ANSWERS = ["surat-jawaban-instansi", "surat-jawaban-perorangan"]
NAMES = sorted(EVERY)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_template_names_nobody(name: str) -> None:
    assert b"creator" not in package.inspect(shipped(name))["docProps/core.xml"]


def test_the_shipped_templates_are_those_that_the_code_fills() -> None:
    assert sorted(path.stem for path in TEMPLATES.glob("*.docx")) == NAMES


@pytest.mark.parametrize("name", ANSWERS)
def test_a_shipped_answer_has_no_fault(name: str, settings: Settings) -> None:
    fields, _ = fields_of(VICTIM, settings, DAY)
    assert faults(package.inspect(shipped(name)), fields) == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_template_uses_fields_that_have_an_example(name: str) -> None:
    problems = faults(package.inspect(shipped(name)), dict(EVERY[name].example))
    assert [fault for fault in problems if fault.field] == []


@pytest.mark.parametrize("name", sorted(FORMS))
def test_no_field_of_a_form_is_left_out_of_its_template(name: str) -> None:
    xml = "".join(
        part.decode() for key, part in package.unpack(shipped(name)).items() if key.endswith(".xml")
    )
    used = set(re.findall(r"(?:\{\{|if|in) ([a-z_.]+)", re.sub(r"<[^>]+>", "", xml)))
    assert set(leaves(FORMS[name].example)) - used <= OF_EVERY_FORM | TOLD_ELSEWHERE


TOLD_ELSEWHERE = {"pengaduan.isi"}
"""The story of a caller stands in the record of the call; an office may add it to its registration form."""
OF_EVERY_FORM = {
    *(f"kop.{field}" for field in ("pemerintah", "dinas", "unit", "alamat")),
    *("tempat", "tanggal", "tanggal_isi", "petugas", "ketua", "jabatan", "kanal", "diterima"),
}


def leaves(fields: Mapping[str, Any], head: str = "") -> Iterator[str]:
    for name, value in fields.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{head}{name}.")
            continue
        yield f"{head}{name}"
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield from leaves(value[0], "baris.")
