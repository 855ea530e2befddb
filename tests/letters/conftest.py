"""An office with the shipped templates, and the matters of the sample letters."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipeline.letters.compose import Draft, compose, template_for
from pipeline.letters.matter import Matter
from pipeline.settings import Settings
from tests.letters.docx_files import TEMPLATES
from tests.letters.matters import DAY, office

Composer = Callable[[Matter], Draft]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    shutil.copytree(TEMPLATES, tmp_path / "letter_templates")
    return office(tmp_path)


@pytest.fixture
def composed(settings: Settings) -> Composer:
    def make(matter: Matter, day: date = DAY) -> Draft:
        return compose(matter, settings, template_for(matter), day, f"{matter.case}-1")

    return make
