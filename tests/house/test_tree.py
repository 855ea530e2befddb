"""Rules that the whole tree keeps: small rooms, explained, and nothing postponed or of one machine only."""

import ast
import re
from collections.abc import Iterator

from pipeline.kernel.verbs import BY_NAME
from tests.house.conftest import Repository

LONGEST = 500
LARGEST = 1 << 20
# written in parts, so that this file does not bear what it looks for
POSTPONED = re.compile(
    r"pytest\.mark\.(sk" r"ip|xf" r"ail)|pytest\.sk" r"ip\(|#\s?TO" r"DO|#\s?FIX" r"ME|NotImplemented" r"Error"
    r"|# type: ig" r"nore(?!\[)|# no" r"qa(?!:)"
)  # fmt: skip
FORBIDDEN_BY_THE_MACHINE = (
    "tests/archive/test_ext4.py:",
    "tests/faults/test_short_writes.py:",
    "tests/intake/test_samba.py:",
    "tests/left_out.py:",
)
"""The files that may pass something over, with the reason: not every kernel lets root mount a disk, the registers of
not every processor are known, only root may start a server of files with accounts of its own, and what leans on the file
or the folder of a home cannot hold where it lies elsewhere: that is run there, and told if it would pass."""
OF_ONE_MACHINE = re.compile(r"(?<![\w.])/(ho" r"me|ro" r"ot|wo" r"rk|Us" r"ers)/[\w.-]+")
COMMAND = re.compile(rf"rangkap (?:\{{|(?:{'|'.join(BY_NAME)})(?![\w-]))")
NAMING_COMMANDS = {
    "pipeline/kernel/commands.py": "writes each next step as a command",
    "pipeline/kernel/refusals/cli.py": "says what the terminal alone refuses",
    "pipeline/kernel/verbs.py": "has an example of each verb for its help",
    "pipeline/letters/key_sheet.py": "is printed for a machine on which nothing runs yet",
    "pipeline/lookup/visible.py": "knows the notes that earlier versions wrote",
    "pipeline/office/base/home.py": "explains the settings file, which is edited at the server",
}
"""The files below the terminal in which a string holds a command, and why."""
LATE = {
    "pipeline/web/wsgi.py pipeline.office.arrivals",
    "pipeline/web/wsgi.py pipeline.office.base",
    "pipeline/web/wsgi.py pipeline.web",
}
"""The modules that a function imports from the product itself: the records configure Django, to which the pages add first."""
NOBODYS = {"utils", "util", "helpers", "helper", "misc", "common"}
CLOCKS = {"now", "today", "utcnow", "localtime", "gmtime", "time", "time_ns"}


def test_no_file_of_code_is_longer_than_five_hundred_lines(repository: Repository) -> None:
    lengths = {name: len(repository.text(name).splitlines()) for name in (*repository.modules, "run")}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_module_says_what_it_is_for(repository: Repository) -> None:
    assert [name for name, tree in repository.trees.items() if not ast.get_docstring(tree)] == []


def test_every_folder_of_the_package_is_a_package(repository: Repository) -> None:
    folders = {name.rsplit("/", 1)[0] for name in repository.modules if name.startswith("pipeline/")}
    assert sorted(f for f in folders if f"{f}/__init__.py" not in repository.modules) == []


def test_no_room_is_called_utils(repository: Repository) -> None:
    parts = {name: set(name.removesuffix(".py").split("/")) for name in repository.modules}
    assert [name for name, of in parts.items() if of & NOBODYS] == []


def test_nothing_is_skipped_postponed_or_ignored_without_saying_what(repository: Repository) -> None:
    lines = [
        f"{name}:{number}: {line.strip()}"
        for name in repository.modules
        for number, line in enumerate(repository.text(name).splitlines(), 1)
        if POSTPONED.search(line)
    ]
    assert [line for line in lines if not line.startswith(FORBIDDEN_BY_THE_MACHINE)] == []


def test_only_the_clock_asks_what_time_it_is(repository: Repository) -> None:
    places = [
        f"{name}:{node.lineno}"
        for name, tree in repository.trees.items()
        if name.startswith("pipeline/") and name != "pipeline/kernel/clock.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _asks_the_time(node.func)
    ]
    assert places == []


def test_no_function_imports_the_product_but_where_django_is_set_up_first(repository: Repository) -> None:
    imports = {
        f"{name} {node.module}"
        for name, tree in repository.trees.items()
        if name.startswith("pipeline/")
        for function in ast.walk(tree)
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
        for node in _imports(function)
        if str(node.module).startswith("pipeline")
    }
    assert imports == LATE


def _imports(function: ast.AST) -> Iterator[ast.ImportFrom]:
    """Yield what a function imports, each module as ``from module import …``."""
    for node in ast.walk(function):
        if isinstance(node, ast.ImportFrom):
            yield node
        elif isinstance(node, ast.Import):
            yield from (ast.ImportFrom(name.name) for name in node.names)


def test_only_sqlite_calls_fdatasync(repository: Repository) -> None:
    """So the sweeps of faults take each one for a call of SQLite."""
    assert [
        name
        for name in repository.modules
        if name.startswith("pipeline/") and "fdatasync" in repository.text(name)
    ] == []


def _asks_the_time(called: ast.expr) -> bool:
    if not isinstance(called, ast.Attribute) or called.attr not in CLOCKS:
        return False
    owner = called.value
    name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
    return name in {"datetime", "date", "time", "timezone"}


def test_no_path_of_one_machine_is_in_the_repository(repository: Repository) -> None:
    lines = [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in repository.texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if OF_ONE_MACHINE.search(line)
    ]
    assert lines == []


def test_nothing_of_others_is_copied_in_and_no_file_is_huge(repository: Repository) -> None:
    foreign = re.compile(r"\.min\.(js|css)$|\.traineddata$|(^|/)(node_modules|vendor)/|\.whl$|\.deb$")
    assert [name for name in repository.files if foreign.search(name)] == []
    sizes = {name: (repository.root / name).stat().st_size for name in repository.files}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}


def test_nothing_of_an_office_is_in_the_repository(repository: Repository) -> None:
    of_office = re.compile(r"^(inbox|archive)/(?!\.gitignore$)|^var/|^office\.toml$")
    assert [name for name in repository.files if of_office.search(name)] == []


def test_no_string_holds_a_command_but_where_only_the_terminal_reads_it(repository: Repository) -> None:
    names = {
        name
        for name, tree in repository.trees.items()
        if name.startswith("pipeline/") and not name.startswith("pipeline/cli/")
        for text in _strings(tree)
        if COMMAND.search(text)
    }
    assert names == set(NAMING_COMMANDS)


def _strings(tree: ast.Module) -> Iterator[str]:
    """Yield each string that is no docstring; what is put into it later is a brace."""
    aside = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in aside:
            yield node.value
