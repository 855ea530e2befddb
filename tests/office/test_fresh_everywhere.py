"""Every function of the office that takes answers about a case asks for which version they were typed, or says why not."""

import ast
from pathlib import Path

import pipeline.office

ROOM = Path(pipeline.office.__file__).parent
APPENDS = {
    "draft_preview.trial": "draws what an answer would look like; nothing is written",
    "perform.look_over": "hands on to the plan, before which it is asked",
    "perform.perform": "hands on to the plan, before which it is asked",
    "perform._planned": "hands on to what reads the answers, where it is asked",
    "perform.plan_within": "hands on to the plan, before which it is asked",
}
"""Functions that write no field of a case that somebody else could have written meanwhile."""


def test_no_answers_about_a_case_are_taken_without_asking_for_their_version() -> None:
    taking = {name: body for name, body in _functions() if {"number", "answers"} <= _names(body)}
    asked = {name for name, body in taking.items() if "optimistic_lock.need(" in ast.unparse(body)}
    assert asked == {"perform._read_with_answers"}, "the engine asks"
    assert sorted(set(taking) - asked) == sorted(APPENDS)


def _functions() -> list[tuple[str, ast.FunctionDef]]:
    return [
        (f"{path.stem}.{node.name}", node)
        for path in sorted(ROOM.rglob("*.py"))
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef)
    ]


def _names(function: ast.FunctionDef) -> set[str]:
    return {arg.arg for arg in function.args.args}
