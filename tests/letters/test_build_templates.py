"""The shipped templates are what their builder builds, and name nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.letters import package
from pipeline.letters.build_templates import build, main
from pipeline.letters.context import build as fields_of
from pipeline.letters.template import faults
from pipeline.settings import Settings
from tests.letters.conftest import TEMPLATES
from tests.letters.matters import DAY, VICTIM

NAMES = ["surat-jawaban-instansi", "surat-jawaban-perorangan"]


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_template_is_what_the_builder_builds(name: str) -> None:
    shipped = package.inspect((TEMPLATES / f"{name}.docx").read_bytes())
    assert shipped == package.unpack(build(name))
    assert b"creator" not in shipped["docProps/core.xml"]


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_template_has_no_fault(name: str, settings: Settings) -> None:
    fields, _ = fields_of(VICTIM, settings, DAY)
    assert faults(package.inspect(build(name)), fields) == ()


def test_the_builder_writes_all_templates_into_a_folder(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 0
    assert sorted(path.stem for path in tmp_path.iterdir()) == NAMES
