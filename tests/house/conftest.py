"""The repository itself as tests see it: its files, tracked or about to be."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from tests.costs import shared

ROOT = Path(__file__).resolve().parents[2]
CODE = ("pipeline/", "demo/", "bench/", "tools/", "tests/", "letter_templates/")


@dataclass(frozen=True)
class Repository:
    """The files of the checkout that git knows or would add, as paths relative to its root."""

    root: Path

    @cached_property
    def files(self) -> tuple[str, ...]:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=self.root,
            capture_output=True,
            check=True,
        ).stdout.decode()
        return tuple(sorted(name for name in set(listed.split("\0")) if (self.root / name).is_file()))

    @cached_property
    def modules(self) -> tuple[str, ...]:
        return tuple(name for name in self.files if name.endswith(".py") and name.startswith(CODE))

    @cached_property
    def trees(self) -> dict[str, ast.Module]:
        return {name: ast.parse(self.text(name), name) for name in self.modules}

    @cached_property
    def texts(self) -> dict[str, str]:
        """Every file that is text, with what it says."""
        read = {}
        for name in self.files:
            content = (self.root / name).read_bytes()
            if b"\0" not in content:
                read[name] = content.decode("utf-8")
        return read

    def text(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def repository() -> Repository:
    made = Repository(ROOT)
    with shared():
        assert made.trees, "every test of the house reads the parsed modules"
    return made
