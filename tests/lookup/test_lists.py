"""No list of the office is read past the gate but by the machine's own work, which stands here with its reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2] / "pipeline"
LISTS = {
    "arrivals": {"listed", "counted", "repeats_since", "mail_listed", "mail_counted", "ids", "agendas", "pointing"},
    "cases": {"in_states", "awaiting", "numbers", "received", "documents_named", "alike", "bearing"},
    "entries": {"latest_listed"},
    "history": {"of_verb", "open_cases"},
    "letters": {"in_state", "beside", "numbered", "outgoing"},
    "people": {"like", "like_bearers"},
    "sheets": {"in_state", "of_kind", "decided"},
    "texts": {"search"},
}  # fmt: skip
BY_THE_MACHINE = {
    "office/arrivals/dismiss.py": "scans of one letter that nobody waits for any more",
    "office/arrivals/move_document.py": "moves of which a rebuild found the first half",
    "office/arrivals/proposals.py": "which letter a scan may be; told only where it may be seen",
    "office/arrivals/strike.py": "which requests for information were decided",
    "office/cases/chair_word.py": "what waits for the chair's signature; the list passes the gate",
    "office/base/case_links.py": "further letters by number; the look-up leaves out what is hidden",
    "office/base/reported_sender.py": "the reported persons of all cases; who asks learns that the chair decides",
    "office/base/users.py": "acts on accounts",
    "office/bookkeeping/recap.py": "counts of nobody's",
    "office/bookkeeping/recap_cases.py": "counts of nobody's",
    "office/cases/clocks.py": "the next number of a clock",
    "office/cases/crisis.py": "passed through the gate there",
    "office/cases/earlier.py": "the same people in all cases; told as far as they may be seen",
    "office/cases/register.py": "the same letter in all cases; told as far as it may be seen",
    "office/delivery/merge.py": "merges of which a rebuild found the first half",
    "office/keeping/hand_over.py": "whether a year is done; refused while one of its cases is hidden",
    "office/keeping/migrate_store.py": "acts of the machine",
    "office/keeping/rebuild.py": "the whole office from its archive",
    "office/keeping/rebuild_numbers.py": "the whole office from its archive",
    "office/keeping/rebuild_search.py": "the whole office from its archive",
    "office/keeping/reconcile.py": "every draft and copy beside its digest",
    "office/keeping/reconcile_index.py": "every row beside the archive",
    "office/letters/numbering.py": "that no number is missing; rows of hidden cases are left out",
    "office/overview/metrics.py": "counts of nobody's",
    "office/overview/todo_rows.py": "which arrivals were put right; joined to a list that passed the gate",
    "office/answer/sign.py": "copies that came while the watcher stood still",
    "office/victims/victims_copy.py": "working files of copies that are no longer under way",
}


def past_the_gate() -> Iterator[tuple[str, str]]:
    """Yield each module of office, doors and worker that calls a list of a store, with the call."""
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name.split("/")[0] in ("records", "lookup"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and node.attr in LISTS.get(node.value.id, ())
            ):
                yield name, f"{node.value.id}.{node.attr}"


def test_lists_are_read_past_the_gate_by_the_machine_alone() -> None:
    calls = dict(past_the_gate())
    assert {name: call for name, call in calls.items() if name not in BY_THE_MACHINE} == {}


def test_each_reason_is_one_of_a_module_that_still_does() -> None:
    names = {name for name, _ in past_the_gate()}
    assert sorted(set(BY_THE_MACHINE) - names) == []
