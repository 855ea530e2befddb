"""``./run weight``: lines and statements by package, against the budgets of statements in ``pyproject.toml``.

A statement is a statement of the syntax tree, wherever it stands; texts that stand by themselves (docstrings) are none. A package is a
folder of ``pipeline/``, and in the office each of its rooms; migrations are counted apart, since they only grow.

``--check`` says nothing unless a package is over its budget, which fails (a static check of ``./run test``); ``--record`` lowers each
budget to what there is now and never raises one. Whoever may let a package grow, or makes a new one, writes its budget by hand.
"""

import argparse
import ast
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tools.place import ROOT

_KINDS = {".html": "HTML", ".css": "CSS", ".js": "scripts", ".po": ".po"}
_OTHERS = {"tests": ("tests",), "demo, tools": ("demo", "tools"), "bench": ("bench",)}
_TABLE = re.compile(r"(?ms)^\[tool\.rangkap\.statements\]\n.*?(?=^\[|\Z)")
MIGRATIONS = "migrations"


def statements(source: str) -> int:
    """Return how many statements a module has, without texts that stand by themselves."""
    return sum(
        isinstance(node, ast.stmt)
        and not (isinstance(node, ast.Expr) and isinstance(getattr(node.value, "value", None), str))
        for node in ast.walk(ast.parse(source))
    )


def package_of(path: Path) -> str:
    """Return the package of a module, whose path is given from ``pipeline/``."""
    folders = path.parts[:-1]
    if MIGRATIONS in folders:
        return MIGRATIONS
    return "/".join(folders[: 2 if folders[:1] == ("office",) else 1]) or "pipeline"


def packages(root: Path) -> dict[str, tuple[int, int]]:
    """Return the lines and statements of each package below ``root``/pipeline."""
    lines: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    for path in sorted((root / "pipeline").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        package = package_of(path.relative_to(root / "pipeline"))
        lines[package] += len(source.splitlines())
        counted[package] += statements(source)
    return {name: (lines[name], counted[name]) for name in sorted(lines)}


def kinds(root: Path, folders: Sequence[str]) -> dict[str, int]:
    """Return the lines of text in the folders by kind of file; whatever has no kind of its own is data."""
    lines: Counter[str] = Counter()
    for path in (path for folder in folders for path in (root / folder).rglob("*") if path.is_file()):
        if "__pycache__" not in path.parts and b"\0" not in (held := path.read_bytes()):
            lines[".py" if path.suffix == ".py" else _KINDS.get(path.suffix, "data")] += len(
                held.splitlines()
            )
    return dict(sorted(lines.items()))


def budgets(root: Path) -> dict[str, int]:
    """Return the budget of statements of each package."""
    held = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return dict(held["tool"]["rangkap"]["statements"])


def over(now: dict[str, tuple[int, int]], budget: dict[str, int]) -> list[str]:
    """Return a sentence for each package that has more statements than its budget, or none."""
    return [
        f"pipeline/{name}: {count} statements, {budget.get(name, 0)} allowed"
        for name, (_, count) in now.items()
        if name != MIGRATIONS and count > budget.get(name, 0)
    ]


def record(root: Path) -> None:
    """Lower the budgets to what there is now; those of packages that are gone go."""
    now, file = packages(root), root / "pyproject.toml"
    rows = [f'"{name}" = {min(held, now[name][1])}\n' for name, held in budgets(root).items() if name in now]
    table = "[tool.rangkap.statements]\n" + "".join(rows)
    file.write_text(_TABLE.sub(lambda _: table, file.read_text(encoding="utf-8")), encoding="utf-8")


def table(root: Path) -> list[str]:
    """Return the lines of the table."""
    now, budget = packages(root), budgets(root)
    rows = [f"{'pipeline/':24}{'lines':>9}{'statements':>12}{'budget':>9}{'over':>7}"]
    for name, (lines, count) in now.items():
        allowed = budget.get(name, count if name == MIGRATIONS else 0)
        rows.append(f"{name:24}{lines:>9,}{count:>12,}{allowed:>9,}{max(0, count - allowed) or '':>7}")
    lines, count = (sum(row[column] for row in now.values()) for column in (0, 1))
    rows.append(f"{'all':24}{lines:>9,}{count:>12,}{sum(budget.values()):>9,}\n")
    for name, folders in {"pipeline": ("pipeline",), **_OTHERS}.items():
        detail = ", ".join(f"{kind} {lines:,}" for kind, lines in kinds(root, folders).items())
        rows.append(f"{name:24}lines of {detail}")
    return rows


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Print the table, check or record; return an exit status: 1 where a package is over its budget."""
    parser = argparse.ArgumentParser(prog="weight")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--record", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.record:
        record(root)
    problems = over(packages(root), budgets(root))
    print("\n".join(problems if asked.check else [*table(root), *problems]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
