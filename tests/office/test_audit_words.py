"""Every look that the office writes down is told in the audit, in words of its own; an act that the history holds is told once."""

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pipeline.office
from pipeline.kernel import clock
from pipeline.office.acts import ACTS
from pipeline.office.base.session import RIGHT_REFUSED
from pipeline.office.bookkeeping import recap
from pipeline.office.bookkeeping.books import Period
from pipeline.office.engine import perform
from pipeline.office.overview import audit, find
from pipeline.office.overview.audit_labels import LOOKS, OTHER, look_word
from pipeline.office.papers import forms
from pipeline.records import boot, history
from pipeline.records.audit_query import Kind, Place
from pipeline.records.models import AccessRow
from tests.office.bureau import ADMIN, CHAIR, CLERK, Bureau
from tests.office.stages import FIRST

_OFFICE = Path(pipeline.office.__path__[0])
_WRITERS = frozenset({"log_access", "log_accesses", "log_visit", "case_to_read", "show", "told"})
"""The functions whose third argument is the verb of the access log, or is handed on to one that is."""
_FILLED = {
    "how": ("told", "blocked", "wrong"),
    "kind": tuple(forms.KINDS),
}
"""What a verb with a place in it is filled with."""
_IN_HISTORY = frozenset({"reveal", "export"})


def _verbs() -> Iterator[str]:
    """Yield every verb that the code gives to the access log."""
    for path in sorted(_OFFICE.rglob("*.py")):
        name = ".".join(("pipeline", "office", *path.relative_to(_OFFICE).with_suffix("").parts))
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and len(call.args) > 2:
                function = call.func
                called = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
                if called in _WRITERS and name != perform.__name__:
                    yield from _read(call.args[2], name)
    for act in ACTS:  # a look is written where one of these is opened
        if "is_look=True" in inspect.getsource(act.plan) + inspect.getsource(act.shows):
            yield act.events[0]


def _read(given: ast.expr, module: str) -> Iterator[str]:
    known: dict[str, Any] = vars(import_module(module))
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given.value
    elif isinstance(given, ast.Name) and given.id == "verb":  # handed on: read where it is given
        return
    elif isinstance(given, ast.JoinedStr):
        for filling in next(
            (every for name, every in _FILLED.items() if f"{{{name}}}" in ast.unparse(given)), ("",)
        ):
            yield str(eval(ast.unparse(given), known | dict.fromkeys(_FILLED, filling)))
    elif isinstance(value := eval(ast.unparse(given), known), str):
        yield value


def test_every_look_has_words_of_its_own() -> None:
    verbs = set(_verbs())
    assert {"recap", "dispose_print", "print", "find words", "form pengesahan", "enquire told"} <= verbs
    assert len(verbs) > 60
    assert {verb for verb in verbs if look_word(verb) == OTHER} == set()
    assert {verb for verb in verbs if verb not in LOOKS and not verb.startswith("form ")} == set()


def test_every_look_is_in_the_audit_but_what_the_history_tells(drafted: Bureau) -> None:
    chair = drafted.session(CHAIR)
    verbs = sorted(set(_verbs()) - {"recap"})
    with boot.transact():
        for verb in verbs:
            history.log_access(clock.now(), chair.actor, verb, f"tanda-{verb}")
    (refused,) = (row for row in _rows(drafted) if row.what == look_word(RIGHT_REFUSED))
    assert refused.subject == "", "a page is named by its words, never by what was asked for"
    for verb in sorted({*verbs} - {RIGHT_REFUSED}):
        rows = [row for row in _rows(drafted) if row.subject == f"tanda-{verb}"]
        assert [row.what for row in rows] == ([] if verb in _IN_HISTORY else [look_word(verb)]), verb


def _rows(office: Bureau, kind: Kind | None = None) -> list[audit.Row]:
    session, place, rows = office.session(CHAIR), Place(), list[audit.Row]()
    while True:
        page = audit.page(session, audit.Asked(kind=kind, before=place))
        rows += page.rows
        if page.more is None:
            return rows
        place = page.more


def test_a_recap_that_was_looked_at_is_told(drafted: Bureau) -> None:
    chair = drafted.session(CHAIR)
    asked = recap.Asked(recap.period(year=str(drafted.session().today.year)))
    recap.look(chair, asked)
    seen = [row.subject for row in _rows(drafted, Kind.LOOKED) if row.what == LOOKS["recap"]]
    assert seen == [f"{asked.period.name} layar"]
    recap.make(chair, asked)
    (made,) = _rows(drafted, Kind.WENT_OUT)
    assert (made.subject, made.kind) == (asked.period.name, Kind.WENT_OUT)
    assert AccessRow.objects.filter(verb="recap").count() == 2


def test_identities_that_were_revealed_are_told_once(drafted: Bureau) -> None:
    find.reveal(drafted.session(CLERK), FIRST, "Menelepon balik pelapor.")
    assert [row.case for row in _rows(drafted, Kind.REVEALED)] == [FIRST]
    counted = audit.counted(drafted.session(CHAIR), Period())
    assert counted[Kind.REVEALED] == 1
    assert counted[Kind.LOOKED] == len(_rows(drafted, Kind.LOOKED)) == 1  # the look at the rows before


def test_who_sees_no_cases_is_told_whose_sign_in_it_was_and_not_what_was_looked_for(drafted: Bureau) -> None:
    actor = drafted.session(CHAIR).actor
    with boot.transact():
        history.log_access(clock.now(), actor, "user_sign_in", CLERK)
        history.log_access(clock.now(), actor, "find words", "kebun karet")
    rows = audit.page(drafted.session(ADMIN), audit.Asked()).rows
    subjects = {row.what: row.subject for row in rows}
    assert (subjects[look_word("user_sign_in")], subjects[look_word("find words")]) == (CLERK, "")
