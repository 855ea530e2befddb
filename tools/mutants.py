"""Mutation testing: ``python -m tools.mutants [--share N]`` and ``./run mutants --reach [TESTS]``.

A mutant is the product with one small fault planted in a central package: a comparison turned, a condition negated, a call or a refusal
left out. It is known by its function and its text, so that it follows them into another module. The sample is of ``SAMPLE`` mutants:
those that were tried before, and for each whose text is gone, which is told, another one.

``tests/mutants.json`` says of each mutant which tests reach its place, those that import its module and the narrowest first: ``--reach`` runs the quick and usual tests with
a mark at the place of every mutant, and writes it anew for the tests that were run. Those tests are tried on the mutant, and no other.

A mutant is caught when one of them fails that passes without it; where none reaches it, it is not. A test that goes on and on is ended
by its CPU seconds or its memory, which is told. A test file that cannot be loaded with it catches nothing. The exit status is 1 where
fewer than ``MINIMUM`` of the mutants measured are caught; ``DEBTS`` says of those that are known to stand why they do.
"""

import argparse
import ast
import copy
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.check import SHARES
from tools.place import ROOT

PASSED_OVER = {
    "cli", "intake", "kernel", "records", "rendering", "settings", "stores", "watcher", "web", "worker",
}  # fmt: skip
"""Packages of the product without mutants; every other one, also one that is new, has some."""
SAMPLE = 200
MINIMUM = 0.9
MOST = 20
"""So many tests are kept of a mutant, of which the last stays below ``_COST`` with all before it."""
_COST = 40.0
_CPU = 20.0
"""CPU seconds that one test may take: ten times what a usual one does."""
_WALL = 400.0
"""Seconds after which a run of tests is given up, which catches nothing: the machine may be slow."""
_PLUGIN = "tools.mutant_tests"
_MARKED = "pipeline.reached"
_KNOWN = ROOT / "tests" / "mutants.json"
DEBTS: dict[str, str] = {}
"""Of mutants that are known to stand: why."""
_COPIED = (
    "pipeline", "tests", "tools", "demo", "bench", "docs", "letter_templates", "pyproject.toml", "requirements", "run", "deploy",
)  # fmt: skip
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_SWAPPED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}


Known = dict[str, list[str] | None]
"""The tests that reach each mutant; ``None`` where nobody has looked yet."""


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
        """What the mutant is known by, in whichever module it stands."""
        return f"{self.function}: {_short(self.before)} -> {_short(self.after)}"

    def __str__(self) -> str:
        return f"{self.module}:{self.line} {self.key}"


@dataclass(frozen=True)
class Outcome:
    """How a mutant fared: the test that caught it, or none, and how that test failed, or why none did."""

    mutant: Mutant
    caught_by: str
    how: str


@dataclass(frozen=True)
class Run:
    """What a run of tests told: of each test that ended how it failed, and the one that did not end."""

    status: int
    ended: list[dict[str, Any]]
    unended: str
    said: str


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
        if isinstance(node, ast.JoinedStr):  # before Python 3.12 the places in it are not told
            continue
        if inside and isinstance(node, ast.expr | ast.stmt):
            yield name, node
        skipped = {getattr(node, "annotation", None)}
        waiting += [(name, inside, child) for child in ast.iter_child_nodes(node) if child not in skipped]


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand in the place of a node."""
    changed = copy.copy(node)
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
        case ast.Expr(value=ast.Call(func=func)) if not ast.unparse(func).startswith("log."):
            yield ast.Pass()
        case ast.Raise(exc=ast.Call()):
            yield ast.Pass()
        case ast.Return(value=ast.expr() as value) if not _is_nothing(value):
            changed.value = ast.Constant(None)
            yield changed


def _is_nothing(value: ast.expr) -> bool:
    """Tell whether a value counts as nothing: who asks that of it gets the same answer of None."""
    match value:
        case ast.Constant(value=constant):
            return not constant
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Dict(keys=parts):
            return not parts
    return False


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


def sample(every: dict[str, Mutant], known: Known) -> list[Mutant]:
    """Return the mutants that are tried: those that are known, then as many others, in the order of their digests."""
    drawn = sorted(every, key=lambda key: (key not in known, hashlib.sha256(key.encode()).digest()))
    return [every[key] for key in drawn[:SAMPLE]]


def marked(text: str, mutants: dict[int, Mutant]) -> str:
    """Return a module with a mark at the place of each of its mutants: what is reached there is told by its number."""
    source, inserted = text.encode(), []
    for number, mutant in mutants.items():
        if not mutant.after.startswith("("):  # a statement
            inserted.append((mutant.start, 0, -mutant.end, f"_reached({number}); "))
        else:
            inserted.append((mutant.start, 1, -mutant.end, f"(_reached({number}) or ("))
            inserted.append((mutant.end, -1, -mutant.start, "))"))
    first = next(
        statement
        for statement in ast.parse(text).body
        if not isinstance(statement, ast.Expr) and getattr(statement, "module", "") != "__future__"
    )
    at = sum(map(len, source.splitlines(keepends=True)[: first.lineno - 1]))
    inserted.append((at, -2, 0, f"from {_MARKED} import reached as _reached\n"))
    for place, _, _, mark in sorted(inserted, reverse=True):
        source = source[:place] + mark.encode() + source[place:]
    return source.decode()


def _mark_all(mutants: list[Mutant], root: Path) -> None:
    (root / f"{_MARKED.replace('.', '/')}.py").write_text(
        "REACHED: set[int] = set()\nreached = REACHED.add\n"
    )
    for module in {mutant.module for mutant in mutants}:
        mine = {number: mutant for number, mutant in enumerate(mutants) if mutant.module == module}
        place = root / module
        place.write_text(marked(place.read_text("utf-8"), mine), "utf-8")


def reach(mutants: list[Mutant], tests: list[str], known: Known) -> Known:
    """Return which tests reach each mutant, of those that are run here and those that were known before.

    The first of those stays the first while it reaches it: ``--record`` puts there the one that caught it.
    Where none is found among some tests only, nobody has looked yet.
    """
    root = _copy()
    try:
        _make_stages(root)
        _mark_all(mutants, root)
        run = _run([*tests, "-m", "quick or usual", "-n", "2", "--dist", "loadfile"], root, wall=None)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    if run.status not in (0, 1):
        raise SystemExit(run.said)
    reached: dict[int, dict[str, tuple[int, float]]] = defaultdict(dict)
    for event in run.ended:
        for number in event["reached"] if not event["failed"] else []:
            reached[number][event["test"]] = len(event["reached"]), event["cost"]
    files = {event["test"].partition("::")[0] for event in run.ended}
    by_mutant: Known = {}
    for number, mutant in enumerate(mutants):
        before = known.get(mutant.key)
        elsewhere = [test for test in before or [] if test.partition("::")[0] not in files]
        first = [test for test in (before or [])[:1] if test in reached[number] or test in elsewhere]
        mine = list(dict.fromkeys([*first, *chosen(reached[number], _near(mutant)), *elsewhere]))[:MOST]
        by_mutant[mutant.key] = None if not mine and before is None and tests != ["tests"] else mine
    return by_mutant


def _near(mutant: Mutant) -> set[str]:
    """Return the files of tests that import the module of a mutant."""
    parent, _, name = mutant.module.removesuffix(".py").replace("/", ".").rpartition(".")
    imports = re.compile(rf"from {re.escape(parent)}(?:\.{name} import| import [^\n]*\b{name}\b)")
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
        if imports.search(path.read_text("utf-8"))
    }


def chosen(reached: dict[str, tuple[int, float]], near: Collection[str] = ()) -> list[str]:
    """Return the tests to try, by how many places each reaches and what it costs.

    Those of the files ``near`` come first, which import the module. Of each function of tests comes first the one that reaches the
    fewest places, and of those the cheapest; then a second of each, and so on: a narrow test looks more closely.
    """
    rounds: dict[str, int] = defaultdict(int)
    turns = []
    for test, (places, cost) in sorted(reached.items(), key=lambda item: (item[1], item[0])):
        function = test.partition("[")[0]
        turns.append((function.partition("::")[0] not in near, rounds[function], places, cost, test))
        rounds[function] += 1
    spent = 0.0
    tests: list[str] = []
    for _, _, _, cost, test in sorted(turns):
        if not tests or spent + cost <= _COST:
            spent += cost
            tests.append(test)
    return tests[:MOST]


def try_out(mutant: Mutant, tests: list[str], root: Path) -> Outcome:
    """Plant a mutant into the copy of the checkout at ``root``, run the tests that reach it, and take it out again."""
    if not tests:
        return Outcome(mutant, "", "no test reaches it")
    place = root / mutant.module
    text = place.read_bytes()
    place.write_bytes(text[: mutant.start] + mutant.after.encode() + text[mutant.end :])
    try:
        run = _run(["-x", *_files(tests)], root, tests)
    finally:
        place.write_bytes(text)
    for event in run.ended:
        if event["failed"]:
            return Outcome(mutant, event["test"], event["failed"])
    if run.unended and run.status in (-signal.SIGXCPU, -signal.SIGKILL):
        return Outcome(mutant, run.unended, "ended by its CPU seconds")
    return Outcome(
        mutant, "", "" if run.status == 0 else f"pytest ended with {run.status}: {run.said[-300:]}"
    )


def _files(tests: list[str]) -> list[str]:
    return sorted({test.partition("::")[0] for test in tests})


def need_passing(tests: list[str], root: Path) -> None:
    """End where a test does not pass without any mutant: what it seems to catch is nothing. Raises SystemExit."""
    if not tests:
        return
    run = _run([*_files(tests), "--keep"], root, tests, wall=None)
    failed = {event["test"] for event in run.ended if event["failed"]}
    passed = {event["test"] for event in run.ended} - failed
    functions = {test.partition("[")[0] for test in passed}
    if missing := sorted(failed | (set(tests) - passed - functions)):
        raise SystemExit("\n".join(["these do not pass without a mutant:", *missing, run.said[-3000:]]))


def _make_stages(root: Path) -> None:
    """Let the copy keep the homes that tests begin with: what is reached by making one is reached by no test."""
    maker = root / "tests" / "test_stages.py"
    maker.write_text(
        "import pytest\nfrom tests.office import stages\n\n\n"
        "@pytest.mark.parametrize('name', [one for one in stages._STAGES if one != 'everywhere'])\n"
        "def test_stage(stage, name):\n    stage(name)\n"
    )
    run = _run([str(maker), "--keep"], root, wall=None)
    maker.unlink()
    if run.status:
        raise SystemExit(run.said)


def _run(arguments: list[str], root: Path, only: list[str] | None = None, wall: float | None = _WALL) -> Run:
    """Run tests in a copy of the checkout; with ``only`` those alone, in that order."""
    log, named = root / "told.jsonl", root / "only.txt"
    log.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=short", "-p", _PLUGIN]
    command += ["--told", str(log), "--seconds", str(_CPU), *arguments]
    if only is not None:
        named.write_text("\n".join(only), "utf-8")
        command += ["--only", str(named)]
    with subprocess.Popen(
        command,
        cwd=root,
        env=_environment(root),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            output = process.communicate(timeout=wall)[0]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            output, process.returncode = "given up: it took too long", 124
    begun: list[dict[str, Any]] = []
    ended: list[dict[str, Any]] = []
    for line in log.read_text("utf-8").splitlines() if log.exists() else []:
        event = json.loads(line)
        (ended if "failed" in event else begun).append(event)
    finished = {event["test"] for event in ended}
    unended = [event["test"] for event in begun if event["test"] not in finished]
    return Run(process.returncode, ended, unended[0] if unended else "", output)


def _environment(root: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    return {**kept, "PYTHONPATH": str(root)}


def _short(source: str) -> str:
    line = " ".join(source.split())
    return line if len(line) <= 60 else f"{line[:57]}…"


def _copy() -> Path:
    """Return a copy of the checkout in which tests can be run and mutants planted."""
    root = Path(tempfile.mkdtemp(prefix="mutants-"))
    for name in _COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy2(source, root / name)
    return root


def main(arguments: list[str] | None = None) -> int:
    """Try the mutants of a share, or all; print each that no test caught, and how many were caught."""
    parser = argparse.ArgumentParser(prog="tools.mutants", description=__doc__.partition("\n")[0])
    parser.add_argument("--share", type=int, help=f"0 to {SHARES - 1}: every so-many-th mutant")
    parser.add_argument(
        "--reach", nargs="*", metavar="TESTS", help="find out which tests reach the mutants, of these or all"
    )
    parser.add_argument(
        "--record", action="store_true", help="let the test that caught a mutant be its first"
    )
    parser.add_argument("--only", default="", help="try the mutants whose key contains this")
    asked = parser.parse_args(arguments)
    known, every = _known(), planted()
    for key in sorted(known.keys() - every.keys()):
        print(f"no longer there: {key}")
    tried = sample(every, known)
    if asked.reach is not None:
        _write(reach(tried, asked.reach or ["tests"], known))
        return 0
    tried = tried if asked.share is None else tried[asked.share :: SHARES]
    tried = [mutant for mutant in tried if asked.only in mutant.key]
    unknown = [mutant for mutant in tried if known.get(mutant.key) is None]
    outcomes = _all([mutant for mutant in tried if mutant not in unknown], known)
    caught = [outcome for outcome in outcomes if outcome.caught_by]
    if asked.record:
        for outcome in caught:
            others = [test for test in known[outcome.mutant.key] or [] if test != outcome.caught_by]
            known[outcome.mutant.key] = [outcome.caught_by, *others]
        _write(known)
    for mutant in unknown:
        print(f"not measured (./run mutants --reach): {mutant}")
    for outcome in outcomes:
        if not outcome.caught_by:
            print(f"not caught: {outcome.mutant} ({DEBTS.get(outcome.mutant.key, outcome.how)})")
    print(f"{len(caught)} of {len(outcomes)} mutants caught, {len(unknown)} not measured")
    return 0 if len(caught) >= MINIMUM * len(outcomes) else 1


def _known() -> Known:
    """Return which tests reach each mutant as it was recorded, without those that are gone since."""
    recorded: Known = json.loads(_KNOWN.read_text("utf-8")) if _KNOWN.is_file() else {}
    return {key: tests and (list(filter(_is_there, tests)) or None) for key, tests in recorded.items()}


def _is_there(test: str) -> bool:
    file, _, name = test.partition("[")[0].partition("::")
    return (ROOT / file).is_file() and f"def {name.rpartition('::')[2]}(" in (ROOT / file).read_text("utf-8")


def _write(known: Known) -> None:
    _KNOWN.write_text(json.dumps(known, indent=0, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


def _all(chosen: list[Mutant], known: Known) -> list[Outcome]:
    """Try mutants, as many at a time as there are processors; each catching test has to pass without them."""
    roots = [_copy()]
    try:
        firsts = {tests[0] for mutant in chosen if (tests := known.get(mutant.key))}
        need_passing(sorted(firsts), roots[0])
        for _ in range(1, len(os.sched_getaffinity(0))):
            roots.append(Path(tempfile.mkdtemp(prefix="mutants-")))
            shutil.copytree(roots[0], roots[-1], symlinks=True, dirs_exist_ok=True)
        free = list(roots)

        def tried(mutant: Mutant) -> Outcome:
            root = free.pop()
            try:
                outcome = try_out(mutant, known.get(mutant.key) or [], root)
            finally:
                free.append(root)
            line = f"caught  {mutant} by {outcome.caught_by}" if outcome.caught_by else f"PASSED  {mutant}"
            print(f"{line} ({outcome.how})", flush=True)
            return outcome

        with ThreadPoolExecutor(len(roots)) as pool:
            outcomes = list(pool.map(tried, chosen))
        need_passing(sorted({outcome.caught_by for outcome in outcomes} - firsts - {""}), roots[0])
        return outcomes
    finally:
        for root in roots:
            shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
