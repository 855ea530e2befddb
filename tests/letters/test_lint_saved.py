"""Templates saved anew by an office program are judged as before: nothing invented, nothing overlooked."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.letters import forms
from pipeline.letters.lint import examine
from tests.letters.docx_files import shipped
from tests.letters.matters import office
from tests.letters.planted import NAME, PLANTED

KEPT = ("misspelt field", "safe", "loop in a loop", "low quotes", "glued p", "no endfor", "crossing cells", "footer",
        "hidden", "unknown font", "narrow left", "no paraf box", "first clause only")  # fmt: skip


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every shipped template and some planted faults, each saved anew by LibreOffice."""
    folder = tmp_path_factory.mktemp("word")
    assert shutil.which("soffice")
    for kind in forms.EVERY:
        (folder / f"{kind}.docx").write_bytes(shipped(kind))
    for number, name in enumerate(KEPT):
        (folder / f"fault-{number}.docx").write_bytes(PLANTED[name].data)
    profile = f"-env:UserInstallation=file://{folder}/profil"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "out"),
    ]
    subprocess.run([*command, *map(str, folder.glob("*.docx"))], check=True, capture_output=True, timeout=120)
    return folder / "out"


@pytest.mark.parametrize("kind", forms.EVERY)
def test_nothing_is_found_in_a_shipped_template_that_was_saved_anew(kind: str, saved: Path) -> None:
    data = (saved / f"{kind}.docx").read_bytes()
    assert data != shipped(kind)
    assert [one.text() for one in examine(kind, data, office(saved)).flaws] == []


@pytest.mark.parametrize("number", range(len(KEPT)), ids=KEPT)
def test_a_planted_fault_is_still_found_in_a_template_that_was_saved_anew(number: int, saved: Path) -> None:
    planted = PLANTED[KEPT[number]]
    found = examine(NAME, (saved / f"fault-{number}.docx").read_bytes(), office(saved)).flaws
    assert [
        one
        for one in found
        if one.code == planted.code and planted.said in one.said.id and planted.paragraph in one.place.text
    ], [one.text() for one in found]
