"""Every next step that the code names, its places filled: for the tests that type it, and that follow its link."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pipeline
from pipeline.cases.states import OFFERED
from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.kernel.text import Next

CASE, LETTER = "2026-0001", "2026-0001-1"
_CODE = Path(pipeline.__file__).parent
_SUBJECT = {
    "close-year": "2026", "close-year-incomplete": "2026", "migrate-database": "sqlite", "migrate-store": "bucket",
    "rotate-key": "code",
}  # fmt: skip
_ABOUT = {
    "approve-letter": "2", "form": "verifikasi", "import-register": "2", "leave-edited": "1", "print-sheet": "verifikasi",
    "take-edited": "1",
}  # fmt: skip
"""What stands in a place of which not every word is taken; a case and a letter in any other."""
OF_LETTER = "office/letters/choose_letter.py"
CHOSEN: dict[str, set[str]] = {
    "office/base/session.py": {*OFFERED.values(), "show"},
    "office/delivery/deliver.py": {"record-clarification", "record-delivery"},
    "office/delivery/merge.py": {"show", "void-letter", "reopen-case", "review", "draft"},
    "office/disposal/dispose.py": {"dispose-print", "propose-disposal", "approve-disposal", "destroy-disposal", "withdraw-disposal"},
    OF_LETTER: {"return-letter", "review", "void-letter", "declare-copy-sent", "confirm-statement", "refuse-statement", "enter-number", "print"},
    "office/overview/case_next.py": {"take-crisis", "acknowledge-danger", "decide-sender", "inform-victim", "study-language", "record-simfoni", *OFFERED.values()},
    "office/overview/todo_rows.py": {*OFFERED.values()},
    "office/answer/declare_copy_sent.py": {"declare-copy-sent", "confirm-statement"},
    "office/cases/inform.py": {"inform-victim", "set-password"},
    "office/answer/recontact.py": {"return-letter", "close-case"},
    "records/letters.py": {kind.act for kind in LETTER_KINDS.values()},
    "office/victims/victims_copy_hand.py": {
        "copy-look", "print-copy", "propose-copy", "change-copy", "submit-copy", "drop-copy", "approve-copy", "return-copy", "hand-over-copy",
        "withdraw-copy", "shred-copy",
    },
}  # fmt: skip
"""Files in which the act of a step is chosen by more than a condition, and what it may be."""


def next_steps() -> list[Next]:
    """Return each step once: as it stands in the code, and each that is :data:`CHOSEN`, of a case and of a letter."""
    found, choosing = set[Next](), set[str]()
    for path, call in _calls():
        acts = {node.value for node in ast.walk(call.args[0]) if isinstance(node, ast.Constant)}
        if not acts:
            choosing.add(path)
        given = [isinstance(arg, ast.Constant) and not arg.value for arg in call.args[1:]]
        for act in acts:
            assert isinstance(act, str)
            places = (_SUBJECT.get(act, CASE), _ABOUT.get(act, LETTER))
            found.add(
                Next(
                    act, *("" if is_empty else place for is_empty, place in zip(given, places, strict=False))
                )
            )
    assert choosing == set(CHOSEN)
    found |= {
        Next(act, CASE, LETTER if name == OF_LETTER else "") for name, acts in CHOSEN.items() for act in acts
    }
    return sorted(found)


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(_CODE.rglob("*.py")):
        name = path.relative_to(_CODE).as_posix()
        if not name.startswith(("cli/", "kernel/text.py", "kernel/commands.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Next":
                    yield name, node
