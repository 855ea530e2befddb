"""Who may do a thing is written where it is done, in the office; pages and commands only read it."""

import ast
from pathlib import Path

import pipeline

ROOT = Path(pipeline.__file__).parent
OWN = {
    "web/sign_in.py": "who proves a second time who they are",
    "cli/open.py": "the account of the machine itself",
    "cli/verbs/backup.py": "the account of the machine itself",
}
"""Where a door writes roles of its own, and what they say."""


def roles_written(text: str) -> list[int]:
    """Return the lines on which roles are gathered into a set."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Set) and any(ast.unparse(elt).startswith("Role.") for elt in node.elts)
    ]


def test_no_door_writes_who_may_do_a_thing() -> None:
    files = [path for door in ("web", "cli") for path in (ROOT / door).rglob("*.py")]
    assert len(files) > 50
    names = {path.relative_to(ROOT).as_posix() for path in files if roles_written(path.read_text("utf-8"))}
    assert names == set(OWN)


def test_a_role_that_is_written_twice_is_found() -> None:
    """Planted: a page says once more who may place a hold."""
    page = 'def show(session):\n    need_role(session, "hold", frozenset({Role.CHAIR, Role.ARCHIVIST}))\n'
    assert roles_written(page) == [2]
