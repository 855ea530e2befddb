"""Who adds one thing edits what the patches of docs/additions/ edit, and nothing else: each is put into a copy of the tree.

There the pages are made (``python -m tools.reference``) and what is golden is recorded; then its own test is run, and what looks at
all acts, all fields, all kinds of letter or all settings.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.conftest import ROOT, Repository
from tests.house.test_additions import MOST, apply, edited

LOOKING = {
    "act": (
        "tests/cli/test_sight_of_verbs.py", "tests/cli/test_commands_told.py", "tests/cli/test_words.py",
        "tests/office/test_acts.py", "tests/office/test_audit_words.py", "tests/web/test_links.py",
        "tests/office/test_rights_table.py::test_every_act_is_done_by_somebody_somewhere",
        "tests/web/test_every_form.py::test_a_form_of_a_case_or_of_the_office_is_refused_without_what_was_read",
    ),
    "field": ("tests/cases", "tests/office/test_close.py"),
    "letter_kind": (
        "tests/letters/test_compose.py", "tests/letters/test_docxtpl.py", "tests/letters/test_forms.py",
        "tests/letters/test_forms_clauses.py", "tests/letters/test_layout.py", "tests/letters/test_lint.py",
        "tests/letters/test_shipped_templates.py", "tests/cli/test_words.py", "tests/cli/test_commands_told.py", "tests/office/test_acts.py",
        "tests/office/test_value_words.py", "tests/office/test_audit_words.py", "tests/office/test_templates.py", "tests/web/test_links.py",
        "tests/office/test_rights_table.py::test_every_act_is_done_by_somebody_somewhere", "tests/register/test_recap.py",
        "tests/records/test_fits.py",
    ),
    "setting": ("tests/web/test_texts.py", "tests/office/test_home.py"),
}  # fmt: skip
"""What looks at all acts, all fields, all kinds of letter, all settings."""
ALWAYS = ("tests/docs", "tests/house/test_tree.py", "tests/house/test_catalogue.py")
_CALLED_AS_DECLARED = (
    "tests/office/test_rights_table.py::"
    "test_every_right_to_an_act_that_is_called_as_it_is_declared_is_as_recorded"
)
RECORDED = {
    "act": _CALLED_AS_DECLARED,
    "letter_kind": _CALLED_AS_DECLARED,
}
"""What records the lines of a golden file that the addition brings."""
_OF_THIS_RUN = ("PYTEST_", "COV")


def run(folder: Path, *words: str) -> None:
    """Run a module of Python as a newcomer would, in ``folder``."""
    around = {key: value for key, value in os.environ.items() if not key.startswith(_OF_THIS_RUN)}
    done = subprocess.run(
        [sys.executable, "-P", "-m", *words], cwd=folder, env=around | {"PYTHONPATH": str(folder)},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:]


@pytest.mark.parametrize("name", MOST)
def test_it_is_all_that_has_to_be_edited(name: str, tmp_path: Path) -> None:
    tree = tmp_path / "pohon"
    for file in Repository(ROOT).files:
        (tree / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / file, tree / file)
    apply(name, tree)
    for words in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *words], cwd=tree, check=True)
    python = [edit for edit in edited(name) if edit.endswith(".py")]
    run(tree, "ruff", "check", "-q", *python)
    run(tree, "ruff", "format", "-q", "--check", *python)
    run(tree, "tools.catalogue")
    run(tree, "tools.reference")
    pytests = ("pytest", "-q", "-x", "-p", "no:cacheprovider", "-m")
    if name in RECORDED:
        run(tree, *pytests, "quick or usual or heavy or sweep", RECORDED[name], "--record-golden")
    own = [path for path in edited(name) if path.startswith("tests/")]
    run(tree, *pytests, "quick or usual or heavy", *own, *LOOKING[name], *ALWAYS)
