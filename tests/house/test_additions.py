"""One thing is added in few files: the patches of docs/additions/ hold what a person edits, and fit.

``tests/street/test_additions.py`` puts each into a copy of the tree.
"""

import re
import subprocess
from pathlib import Path

import pytest

from tests.house.conftest import ROOT, Repository

PATCHES = ROOT / "docs" / "additions"
MOST = {"act": 3, "field": 3, "letter_kind": 4, "setting": 3}
"""How many files a person edits at most, the test and the Indonesian words among them."""
NOT_BY_HAND = (
    "docs/",
    "tests/rights.txt",
    "tests/sequences/",
    "tests/costs.json",
    "pipeline/kernel/acts_told.py",
)
_FILE = re.compile(r"^diff --git a/(\S+) b/\1$", re.MULTILINE)


def edited(name: str) -> list[str]:
    """Return the files that a patch edits."""
    return _FILE.findall((PATCHES / f"{name}.patch").read_text("utf-8"))


def apply(name: str, folder: Path, *options: str) -> None:
    """Put a patch into ``folder``."""
    path = PATCHES / f"{name}.patch"
    done = subprocess.run(
        ["git", "apply", *options, str(path)], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, (
        f"{path.relative_to(ROOT)} fits no more: {done.stderr}Make its edits by hand ({', '.join(edited(name))}), "
        f"`git add -N` the new files, write `git diff -U1 --binary --full-index -- FILES` into the patch, and take the edits back."
    )


@pytest.mark.parametrize("name", MOST)
def test_what_is_edited_by_hand_is_few_files_and_the_patch_still_fits(name: str) -> None:
    files = edited(name)
    assert len(files) <= MOST[name]
    assert [file for file in files if file.startswith(NOT_BY_HAND)] == []
    assert [file for file in files if file.startswith("tests/")]
    apply(name, ROOT, "--check")


def test_each_is_told_of_to_who_carries_on(repository: Repository) -> None:
    page = repository.text("CONTRIBUTING.md")
    assert {path.stem for path in PATCHES.iterdir()} == set(MOST)
    assert [name for name in MOST if f"(docs/additions/{name}.patch)" not in page] == []
    for name in MOST:
        assert [edit for edit in edited(name) if f"{Path(edit).name}`" not in page] == [], name
