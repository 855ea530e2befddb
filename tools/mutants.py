"""Mutation testing: ``python -m tools.mutants [--share N] [--record]``.

A mutant is the product with one small fault planted in a central package: a comparison turned, a condition negated, a call or a refusal
left out. It is known by its function and its text, so that it follows them into another module. A mutant is caught when a test fails.
``tests/mutants.json`` keeps the mutants that were tried and the test that caught each; that test is tried first, wherever it stands now,
then the test files that import the module, then the tests of its package. The sample is those that are kept; for each whose text is
gone, which is told, another one is drawn. ``--record`` writes that file anew. The exit status is 1 where fewer than ``MINIMUM`` of the
mutants tried are caught.
"""

from __future__ import annotations

import argparse
import ast
import copy
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.check import SHARES
from tools.place import ROOT

PASSED_OVER = {
    "cli", "intake", "kernel", "records", "rendering", "settings", "stores", "watcher", "web", "worker",
}  # fmt: skip
"""Packages of the product without mutants; every other one, also one that is new, has some."""
SAMPLE = 200
MINIMUM = 0.9
_SECONDS = 600
_KNOWN = ROOT / "tests" / "mutants.json"
_COPIED = (
    "pipeline",
    "tests",
    "tools",
    "demo",
    "bench",
    "docs",
    "letter_templates",
    "pyproject.toml",
    "requirements",
    "run",
    "deploy",
)
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_SWAPPED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}


@dataclass(frozen=True)
class Mutant:
    """One planted fault: the module (path from the root), where, what stood there and what stands there now."""

    module: str
    line: int
    start: int
    end: int
    before: str
    after: str
    function: str

    @property
    def key(self) -> str:
        """Return what the mutant is known by, in whichever module it stands."""
        return f"{self.function}: {_short(self.before)} -> {_short(self.after)}"

    def __str__(self) -> str:
        return f"{self.module}:{self.line} {self.key}"


@dataclass(frozen=True)
class Outcome:
    """How a mutant fared: the test that caught it, or none."""

    mutant: Mutant
    caught_by: str


def candidates(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a module."""
    text = path.read_text("utf-8")
    module = path.relative_to(ROOT).as_posix()
    offsets = [0]
    for line in text.encode().splitlines(keepends=True):
        offsets.append(offsets[-1] + len(line))
    for function, node in _within(ast.parse(text)):
        for changed in _changes(node):
            start, end = (
                offsets[node.lineno - 1] + node.col_offset,
                offsets[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0),
            )
            before = text.encode()[start:end].decode()
            after = ast.unparse(changed)
            after = f"({after})" if isinstance(node, ast.expr) else after
            yield Mutant(module, node.lineno, start, end, before, after, function)


def _within(tree: ast.Module) -> Iterator[tuple[str, ast.expr | ast.stmt]]:
    """Yield what stands inside functions, with the name of the function; annotations and patterns are passed over."""
    waiting: list[tuple[str, bool, ast.AST]] = [("", False, tree)]
    while waiting:
        name, inside, node = waiting.pop()
        if isinstance(node, ast.FunctionDef):
            name, inside = f"{name}.{node.name}".lstrip("."), True
            waiting += [(name, True, child) for child in node.body]
            continue
        if isinstance(node, ast.ClassDef):
            name = f"{name}.{node.name}".lstrip(".")
        if inside and isinstance(node, ast.expr | ast.stmt):
            yield name, node
        skipped = {getattr(node, "annotation", None)}
        waiting += [(name, inside, child) for child in ast.iter_child_nodes(node) if child not in skipped]


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand in the place of a node."""
    changed = copy.deepcopy(node)
    match changed:
        case ast.Compare(ops=[op]) if type(op) in _TURNED:
            changed.ops = [_TURNED[type(op)]()]
            yield changed
        case ast.BoolOp(op=op):
            changed.op = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield changed
        case ast.UnaryOp(op=ast.Not()):
            yield changed.operand
        case ast.BinOp(op=op) if type(op) in _SWAPPED and not _is_text(changed):
            changed.op = _SWAPPED[type(op)]()
            yield changed
        case ast.IfExp():
            changed.test = ast.UnaryOp(ast.Not(), changed.test)
            yield changed
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Expr(value=ast.Call(func=func)) if "log" not in ast.unparse(func):
            yield ast.Pass()
        case ast.Raise(exc=ast.Call()):
            yield ast.Pass()
        case ast.Return(value=ast.expr()) if not (
            isinstance(changed.value, ast.Constant) and changed.value.value is None
        ):
            changed.value = ast.Constant(None)
            yield changed


def _is_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.Constant | ast.JoinedStr | ast.List | ast.Tuple)
        for side in (node.left, node.right)
    )


def planted() -> dict[str, Mutant]:
    """Return every mutant by its key: of functions alike in several modules that of the first."""
    every: dict[str, Mutant] = {}
    for path in sorted((ROOT / "pipeline").glob("*/**/*.py")):
        if path.relative_to(ROOT / "pipeline").parts[0] not in PASSED_OVER:
            for mutant in candidates(path):
                every.setdefault(mutant.key, mutant)
    return every


def sample(every: dict[str, Mutant], known: dict[str, str]) -> list[Mutant]:
    """Return the mutants that are tried: those that are known, then as many others, in the order of their digests."""
    drawn = sorted(every, key=lambda key: (key not in known, hashlib.sha256(key.encode()).digest()))
    return [every[key] for key in drawn[:SAMPLE]]


def tests_for(mutant: Mutant, known: dict[str, str], root: Path) -> list[list[str]]:
    """Return the choices of tests that may catch a mutant, the likeliest first."""
    files = [path.relative_to(root).as_posix() for path in sorted((root / "tests").rglob("test_*.py"))]
    texts = {file: (root / file).read_text("utf-8") for file in files}
    caught, colons, test = known.get(mutant.key, "").partition("::")
    test = test if test.endswith("]") else test.partition("[")[0]  # a parameter with spaces is told in part
    if test:
        moved = [file for file in files if f"def {test.partition('[')[0]}(" in texts[file]]
    else:
        moved = [file for file in files if Path(file).name == Path(caught).name]
    choices = [[f"{file}{colons}{test}" for file in ([caught] if caught in moved else moved)]]
    parent, _, name = mutant.module.removesuffix(".py").replace("/", ".").rpartition(".")
    imports = re.compile(
        rf"from {re.escape(parent)} import [^\n]*\b{name}\b|{re.escape(parent)}\.{name}\b|import \(\n(?:.*\n)*?    {name},"
    )
    choices.append([file for file in files if imports.search(texts[file])])
    package = f"tests/{mutant.module.split('/')[1]}"
    choices.append([package] if (root / package).is_dir() else [])
    return [tests for tests in choices if tests]


def try_out(mutant: Mutant, known: dict[str, str], root: Path) -> Outcome:
    """Plant a mutant into the copy of the checkout at ``root``, run the tests that may catch it, and take it out again."""
    place = root / mutant.module
    text = place.read_bytes()
    place.write_bytes(text[: mutant.start] + mutant.after.encode() + text[mutant.end :])
    try:
        for tests in tests_for(mutant, known, root):
            if caught := _first_failure(tests, root):
                return Outcome(mutant, caught)
        return Outcome(mutant, "")
    finally:
        place.write_bytes(text)


def _first_failure(tests: list[str], root: Path) -> str:
    """Return the test that failed first, or ``tests`` themselves where none is named; empty where none failed in time."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-m",
        "quick or usual",
        "-p",
        "no:cacheprovider",
        "--tb=no",
        *tests,
    ]
    try:
        done = subprocess.run(
            command,
            cwd=root,
            env=_environment(root),
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:  # a slow machine is no catch
        return ""
    if done.returncode in (0, 5):
        return ""
    if done.returncode == 4:  # pytest did not understand what it was asked: nothing was tried
        raise SystemExit(done.stderr)
    found = _FAILED.search(done.stdout)
    return found[1] if found else tests[0]


def _need_collected(root: Path) -> None:
    """End where the tests of a copy cannot even be read: each mutant would seem to be caught. Raises SystemExit."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--collect-only",
        "-q",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
        "tests",
    ]
    done = subprocess.run(
        command, cwd=root, env=_environment(root), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(
            f"the tests of a copy are not collected:\n{done.stdout[-3000:]}{done.stderr[-1000:]}"
        )


def _environment(root: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    return {**kept, "PYTHONPATH": str(root)}


def _short(source: str) -> str:
    line = " ".join(source.split())
    return line if len(line) <= 60 else f"{line[:57]}…"


def _copies(count: int) -> list[Path]:
    roots = []
    for _ in range(count):
        root = Path(tempfile.mkdtemp(prefix="mutants-"))
        for name in _COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
            elif source.exists():
                shutil.copy2(source, root / name)
        roots.append(root)
    return roots


def main(arguments: list[str] | None = None) -> int:
    """Try the mutants of a share, or all; print each that no test caught, and how many were caught."""
    parser = argparse.ArgumentParser(prog="tools.mutants", description=__doc__.partition("\n")[0])
    parser.add_argument("--share", type=int, help=f"0 to {SHARES - 1}: every so-many-th mutant")
    parser.add_argument(
        "--record", action="store_true", help="keep which test caught which mutant in tests/mutants.json"
    )
    asked = parser.parse_args(arguments)
    known = json.loads(_KNOWN.read_text("utf-8")) if _KNOWN.is_file() else {}
    every = planted()
    for key in sorted(known.keys() - every.keys()):
        print(f"no longer there: {key}")
    chosen = sample(every, known)
    outcomes = _all(chosen if asked.share is None else chosen[asked.share :: SHARES], known)
    survivors = [outcome.mutant for outcome in outcomes if not outcome.caught_by]
    for mutant in survivors:
        print(f"not caught: {mutant}")
    caught = len(outcomes) - len(survivors)
    print(f"{caught} of {len(outcomes)} mutants caught")
    if asked.record:
        kept = {key: test for key, test in known.items() if key in every}
        kept |= {outcome.mutant.key: outcome.caught_by for outcome in outcomes}
        _KNOWN.write_text(
            json.dumps(dict(sorted(kept.items())), indent=1, ensure_ascii=False) + "\n", "utf-8"
        )
    return 0 if caught >= MINIMUM * len(outcomes) else 1


def _all(chosen: list[Mutant], known: dict[str, str]) -> list[Outcome]:
    roots = _copies(os.cpu_count() or 1)
    _need_collected(roots[0])
    free = list(roots)

    def tried(mutant: Mutant) -> Outcome:
        root = free.pop()
        try:
            outcome = try_out(mutant, known, root)
        finally:
            free.append(root)
        print(f"{'caught ' if outcome.caught_by else 'PASSED '} {mutant} {outcome.caught_by}", flush=True)
        return outcome

    try:
        with ThreadPoolExecutor(len(roots)) as pool:
            return list(pool.map(tried, chosen))
    finally:
        for root in roots:
            shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
