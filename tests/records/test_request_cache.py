"""Within one look everything is read once, until something is written; beside it nothing is kept."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pipeline.office.overview import find
from pipeline.records import boot, cases, entries, history, letters, request_cache
from pipeline.records.models import LetterRow
from tests.office.bureau import Bureau
from tests.records.examples import MOMENT, case, letter

pytestmark = pytest.mark.backend

NUMBER = "2026-0001"


@pytest.fixture
def opened(engine: str, bureau: Bureau) -> Iterator[Bureau]:
    boot.open_records(bureau.settings)
    cases.add(case())
    return bureau


def _read() -> tuple[str, int, int]:
    acts, done = history.of_case(NUMBER), history.of_subject("petugas")
    return cases.get(NUMBER).officer, len(acts), len(done)


def test_the_second_reading_asks_nothing_and_sees_what_was_written(opened: Bureau) -> None:
    with request_cache.read_once(), CaptureQueriesContext(connection) as asked:
        first = _read()
        assert len(asked) == 3
        assert _read() == first
        with request_cache.read_once():
            assert _read() == first
        assert len(asked) == 3
    with CaptureQueriesContext(connection) as asked:
        _read()
        _read()
    assert len(asked) == 6
    session = opened.session("petugas")
    with request_cache.read_once():
        officer, acts, done = _read()
        before = cases.get(NUMBER)
        cases.change(before, replace(before, officer="petugas", version=before.version + 1))
        history.note(MOMENT, session.actor, "conflict", None, NUMBER, "petugas")
        assert officer != "petugas"
        assert _read() == ("petugas", acts + 1, done + 1)
        history.of_case(NUMBER).clear()
        assert [act.verb for act in history.of_case(NUMBER)][-1:] == ["conflict"], (
            "what is given is nobody else's"
        )


def test_a_look_up_reads_its_case_and_what_was_done_there_once(opened: Bureau) -> None:
    session = opened.session("arsip")
    with CaptureQueriesContext(connection) as asked:
        find.find(session, NUMBER)
    sentences = [query["sql"] for query in asked.captured_queries if query["sql"].startswith("SELECT")]
    assert len([sentence for sentence in sentences if '"records_caserow"."value"' in sentence]) == 1
    assert len([sentence for sentence in sentences if 'WHERE "records_historyrow"."case" =' in sentence]) == 1


def test_any_statement_that_writes_forgets_and_open_filings_are_never_kept(opened: Bureau) -> None:
    with request_cache.read_once():
        assert letters.of_case(NUMBER) == []
        letters.add(letter())
        assert [draft.reason for draft in letters.of_case(NUMBER)] == [""]
        LetterRow.objects.filter(case=NUMBER).update(reason="dibaca lagi")
        assert [draft.reason for draft in letters.of_case(NUMBER)] == ["dibaca lagi"]
        with CaptureQueriesContext(connection) as asked:
            entries.unfinished(NUMBER)
            entries.unfinished(NUMBER)
        assert len(asked) == 2, "another process may have ended one while the lock was waited for"
