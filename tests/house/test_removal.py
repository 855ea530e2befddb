"""What came in is removed through two doors only, and each asks just before whether another copy of it was read back.

Whoever adds a call that removes a file says here what it removes.
"""

import ast
from collections.abc import Iterator

import pytest

from tests.house.conftest import Repository

REMOVING = {"unlink", "rmtree", "clear_folder", "clear_strays"}
DOORS = {"pipeline/intake/arrival.py:discard_arrival", "pipeline/intake/claim.py:release"}
"""Where an original goes: the files of an arrival, and the claimed file in the inbox."""
QUESTION = "need_kept"
OTHERS = {
    "work in progress and copies beside it: what it was made of is elsewhere": """
        pipeline/archive/deposit.py:stage
        pipeline/archive/deposit.py:staging
        pipeline/archive/recover.py:put_root_inventory
        pipeline/archive/layout.py:_made_once
        pipeline/archive/recover.py:_look_at
        pipeline/archive/recover.py:recover
        pipeline/archive/relocation/target.py:_sweep
        pipeline/intake/arrival.py:_forget
        pipeline/intake/arrival.py:clear_staging
        pipeline/intake/arrival.py:put_right
        pipeline/intake/arrival.py:take_in
        pipeline/intake/sweep.py:join
        pipeline/intake/refuse.py:_copy
        pipeline/intake/refuse.py:clear_unfinished
        pipeline/kernel/files.py:_staged
        pipeline/kernel/files.py:copy_durably
        pipeline/office/arrivals/arrival_files.py:put
        pipeline/office/disposal/old_scans.py:take
        pipeline/office/keeping/import_register.py:_clear
        pipeline/office/keeping/import_register.py:_finish
        pipeline/stores/folder.py:clear_folder
        pipeline/stores/folder.py:clear_strays
    """,
    "an upload: it is its sender's until it lies in the inbox": """
        pipeline/intake/hand_in.py:_move
        pipeline/intake/hand_in.py:drop
        pipeline/intake/hand_in.py:sweep
    """,
    "the sheet with the reason of a refusal, which is written anew": """
        pipeline/intake/refuse.py:refuse
        pipeline/intake/refuse.py:refuse_arrival
    """,
    "destruction, decided by the chair and told by minutes": """
        pipeline/archive/deposit.py:destroy
        pipeline/archive/recover.py:_unlink
        pipeline/archive/recover.py:finish_removal
        pipeline/archive/recover.py:strike_sums
        pipeline/office/disposal/destroy.py:_remove
    """,
    "what the office made itself, and can make again: pages, forms, backups, databases, keys": """
        pipeline/office/arrivals/kept_answers.py:forget
        pipeline/office/arrivals/kept_forms.py:_sweep
        pipeline/office/arrivals/kept_forms.py:forget
        pipeline/office/arrivals/kept_forms.py:forget_all
        pipeline/office/base/certificate.py:make
        pipeline/office/engine/unfiled_papers.py:sweep
        pipeline/office/disposal/backup.py:_made
        pipeline/office/keeping/hand_over.py:_sweep
        pipeline/office/keeping/hand_over.py:hand_over
        pipeline/kernel/relocation.py:marked
        pipeline/office/keeping/rebuild.py:_recreated
        pipeline/office/keeping/rebuild.py:_put_in_place
        pipeline/office/keeping/rebuild_begun.py:open_in
        pipeline/office/keeping/restore.py:_database
        pipeline/office/keeping/restore.py:_empty
        pipeline/office/keeping/restore.py:_sweep
        pipeline/office/keeping/upgrade.py:_or_back
        pipeline/office/keeping/upgrade.py:put_back
        pipeline/office/letters/fitness.py:_leases
        pipeline/office/papers/forms.py:need_still_there
        pipeline/office/victims/victims_copy_files.py:put
        pipeline/office/victims/victims_copy_files.py:clear_before
        pipeline/office/victims/victims_copy_files.py:discard
        pipeline/records/broker.py:release_dead
        pipeline/records/relocation/target.py:_make_file
        pipeline/records/relocation/target.py:put_in_place
        pipeline/records/snapshot.py:remove
        pipeline/rendering/pdf_cache.py:_clear
        pipeline/rendering/pdf_cache.py:get
        pipeline/stores/in_folder.py:remove
        pipeline/web/temp_files.py:sweep
    """,
}
"""What else removes files, by what these are: never the only copy of what came in."""


def _calls(node: ast.AST, place: str) -> Iterator[tuple[str, str, int]]:
    """Yield function, name and line of every call below ``node``; ``place`` is the function it stands in."""
    for child in ast.iter_child_nodes(node):
        is_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
        inside = f"{place.partition(':')[0]}:{child.name}" if is_function else place
        if isinstance(child, ast.Call):
            called = child.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            yield inside, name, child.lineno
        yield from _calls(child, inside)


@pytest.fixture(scope="module")
def calls(repository: Repository) -> list[tuple[str, str, int]]:
    """Every call in the product: function, name and line."""
    product = [name for name in repository.modules if name.startswith("pipeline/")]
    return [call for name in product for call in _calls(repository.trees[name], f"{name}:")]


def test_nothing_removes_a_file_that_is_not_on_the_list(calls: list[tuple[str, str, int]]) -> None:
    places = {place for place, name, _ in calls if name in REMOVING}
    assert places == DOORS | {place for listed in OTHERS.values() for place in listed.split()}


def test_each_door_asks_for_the_other_copy_before_it_removes(calls: list[tuple[str, str, int]]) -> None:
    for door in DOORS:
        lines = {name: line for place, name, line in calls if place == door}
        moves = [lines[name] for name in ("unlink", "rename") if name in lines]
        assert QUESTION in lines, door
        assert moves, door
        assert lines[QUESTION] < min(moves)


def test_nobody_else_asks_that_question(calls: list[tuple[str, str, int]]) -> None:
    assert {place for place, name, _ in calls if name == QUESTION} == DOORS
