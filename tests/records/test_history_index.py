"""What is asked by verb (clocks, holds, absences, numbers of added letters) reads the acts of that verb, not the history."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from pipeline.kernel.people import Actor
from pipeline.records import boot, history
from pipeline.records.history import Act
from tests.office.bureau import Bureau
from tests.records.examples import MOMENT

BY_VERB = "history_by_verb"
CLERK = Actor("petugas", operator="norhayati")
MANY = 3000
_HOW = {"sqlite": "EXPLAIN QUERY PLAN ", "postgresql": "EXPLAIN "}


@pytest.fixture(autouse=True)
def filled(engine: str, bureau: Bureau) -> Iterator[Bureau]:
    """An office in which much was registered and little else happened."""
    boot.open_records(bureau.settings)
    with boot.transact():
        history.append(
            Act(MOMENT, CLERK.account, CLERK.operator, verb, 1, f"2026-{number:05d}", f"s{number}", {})
            for number in range(MANY)
            for verb in ("register", *(("hold", "crisis") if number % 1000 == 7 else ()))
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE records_historyrow" if connection.vendor == "postgresql" else "SELECT 1")
    return bureau


def plan(asked: Callable[[], object]) -> str:
    """Return how the database would answer the question that ``asked`` puts to it."""
    (how,) = plans(asked)
    return how


def plans(asked: Callable[[], object]) -> list[str]:
    """Return how the database would answer each question that ``asked`` puts to it."""
    queries: list[tuple[str, Any]] = []

    def listen(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        queries.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        asked()
    answers = []
    with connection.cursor() as cursor:
        for sql, params in queries:
            cursor.execute(_HOW[connection.vendor] + sql, params)
            answers.append("\n".join(str(row[-1]) for row in cursor.fetchall()))
    return answers


def test_acts_of_a_verb_are_found_by_its_index_and_those_of_one_case_by_the_case_alone() -> None:
    for verbs in (("hold",), ("hold", "unhold")):
        assert [act.case for act in history.of_verb(*verbs)] == ["2026-00007", "2026-01007", "2026-02007"]
        how = plan(lambda verbs=verbs: list(history.of_verb(*verbs)))  # type: ignore[misc]
        assert BY_VERB in how
        assert "SCAN" not in how
        assert "Seq Scan" not in how
    assert [subject.subject for subject in history.of_subjects("s10", "hold")] == ["s1007"]
    assert BY_VERB in plan(lambda: history.of_subjects("s10", "hold"))
    assert BY_VERB not in plan(lambda: history.of_case("2026-00007"))
    if connection.vendor == "sqlite":
        how = plan(lambda: history.open_cases("", "crisis", "taken"))
        assert how.count(BY_VERB) == 2, "what was raised and not taken walks through no list of all that was"
        assert "verb=? AND case=?" in how


def test_what_was_done_with_an_arrival_before_it_was_of_a_case_is_found_by_the_arrival() -> None:
    with boot.transact():
        history.append(
            Act(MOMENT, CLERK.account, CLERK.operator, "receive", 1, case, f"a{number}", {})
            for number in range(MANY)
            for case in ("", "2026-00009")
        )
    acts = history.of_case("2026-00007", ["a7", "a8"])
    assert [(act.verb, act.case, act.subject) for act in acts] == [
        ("register", "2026-00007", "s7"), ("hold", "2026-00007", "s7"), ("crisis", "2026-00007", "s7"),
        ("receive", "", "a7"), ("receive", "", "a8"),
    ]  # fmt: skip
    of_case, of_arrivals = plans(lambda: history.of_case("2026-00007", ["a7", "a8"]))
    assert "historyrow_case" in of_case
    assert "historyrow_subject" in of_arrivals
