"""``./run weight``: what counts as a statement, and when a package is over its budget."""

from pathlib import Path

import pytest

from tests.house.conftest import ROOT
from tools.weight import budgets, main, package_of, packages, statements


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for path in ("kernel/clock.py", "office/base/deep/act.py", "records/migrations/0001.py", "__init__.py"):
        (tmp_path / "pipeline" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "pipeline" / path).write_text("a = 1\nb = 2\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(
        "[tool.rangkap]\ncoverage = 1\n\n[tool.rangkap.statements]\n"
        '"gone" = 9\n"kernel" = 3\n"office/base" = 2\n"pipeline" = 2\n\n[tool.last]\nx = 1\n',
        encoding="utf-8",
    )
    return tmp_path


def test_a_statement_counts_wherever_it_stands_and_a_docstring_does_not() -> None:
    source = '"""Module."""\nx = 1\n"""About x."""\n\ndef f():\n    """F."""\n    if x:\n        return [\n            x,\n        ]\n'
    assert statements(source) == 4


def test_rooms_of_the_office_are_packages_and_migrations_are_counted_apart(tree: Path) -> None:
    assert packages(tree) == dict.fromkeys(("kernel", "migrations", "office/base", "pipeline"), (2, 2))
    assert package_of(Path("cases/fields/names.py")) == "cases"


def test_a_package_over_its_budget_or_without_one_fails(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--check"], tree) == 0
    assert capsys.readouterr().out.strip() == ""
    (tree / "pipeline/office/base/more.py").write_text("c = 3\n", encoding="utf-8")
    (tree / "pipeline/new").mkdir()
    (tree / "pipeline/new/one.py").write_text("c = 3\n", encoding="utf-8")
    assert main(["--check"], tree) == 1
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()] == [
        "pipeline/new",
        "pipeline/office/base",
    ]


def test_recording_lowers_budgets_and_never_raises_one(tree: Path) -> None:
    (tree / "pipeline/office/base/more.py").write_text("c = 3\n", encoding="utf-8")
    assert main(["--record"], tree) == 1
    assert budgets(tree) == {"kernel": 2, "office/base": 2, "pipeline": 2}
    assert (tree / "pyproject.toml").read_text(encoding="utf-8").endswith("\n[tool.last]\nx = 1\n")


def test_the_budgets_are_those_of_this_tree() -> None:
    assert {*budgets(ROOT)} == {*packages(ROOT)} - {"migrations"}
