"""The index of words after an upgrade: what stood in the office before is found by its words too, whatever comes between."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.synthetic import rows_of
from demo.answers import registration
from pipeline.office.base.session import who
from pipeline.office.cases import register, transcribe
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import rebuild, rebuild_search, upgrade
from pipeline.records import arrivals, boot, texts
from pipeline.records.models import TextRow
from pipeline.records.texts import TextKind
from tests.office import older
from tests.office.bureau import ADMIN, ARCHIVIST, CALL, CHECKOUT, USER, Bureau, tables
from tests.office.stages import FIRST

EARLY = "2026-11-25T05:30:00+07:00"
"""A morning on which it is still the day before in UTC."""


@pytest.fixture
def office(at_stage: Callable[[str], Bureau], monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """An office with drafts, a call and a transcript of one early morning, and a letter that was read."""
    bureau = at_stage("drafted")
    monkeypatch.setenv("RANGKAP_CLOCK", EARLY)
    typed = {"typed": "tulisan tangan tentang payung biru"}
    perform(transcribe.transcribe_document, bureau.session(), FIRST, typed, "surat-masuk-1.pdf")
    perform(
        register.register_call, bureau.session(), "", registration(CALL) | {register.NOT_A_DUPLICATE: True}
    )
    return bureau


def said(office: Bureau) -> dict[tuple[str, str], tuple[str, str, str]]:
    """Return what the index holds: case, document and stems, by kind and thing."""
    rows = tables(office, "TextRow")["TextRow"]
    names = [field.attname for field in TextRow._meta.concrete_fields]
    records = [dict(zip(names, row, strict=True)) for row in rows]
    return {(row["kind"], row["thing"]): (row["case"], row["document"], row["stems"]) for row in records}


def bring_up(office: Bureau, place: Path) -> upgrade.Upgraded:
    return upgrade.upgrade(office.settings, who(office.settings, USER, ADMIN), CHECKOUT, str(place))


def days(kind: TextKind) -> set[date]:
    keys = TextRow.objects.filter(kind=kind).order_by("pk").values_list("pk", flat=True)
    return {date.fromisoformat(f"{str(key)[:4]}-{str(key)[4:6]}-{str(key)[6:8]}") for key in keys}


@pytest.mark.usefixtures("on_file")
def test_an_upgraded_office_finds_letters_calls_and_transcripts(office: Bureau, tmp_path: Path) -> None:
    before = said(office)
    assert {kind for kind, _ in before} >= {"masuk", "ketikan", "surat"}
    older.make(office.settings, "0012_joined 000000000000")
    assert bring_up(office, tmp_path / "usb").before == "0012_joined"
    assert said(office) == before
    assert days(TextKind.TRANSCRIPT) == {date(2026, 11, 25)}
    assert date(2026, 11, 25) in days(TextKind.INCOMING)
    assert office.verify() == []


def test_a_killed_run_goes_on_with_the_next(
    office: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = said(office)
    TextRow.objects.all().delete()
    monkeypatch.setattr(rebuild_search, "_PORTION", 1)
    put_all = texts.put_all
    left = [3]

    def killed(rows: Any) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        put_all(rows)

    monkeypatch.setattr(texts, "put_all", killed)
    boot.close()
    with pytest.raises(KeyboardInterrupt):
        bring_up(office, tmp_path / "usb")
    assert 0 < len(said(office)) < len(before), "what was entered stays"
    monkeypatch.setattr(texts, "put_all", put_all)
    boot.close()
    assert bring_up(office, tmp_path / "usb").backup is None
    assert said(office) == before


def test_nothing_is_done_where_nothing_is_missing(office: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuild_search, "frozen_text", lambda *_: pytest.fail("read again"))
    before = said(office)
    rebuild_search.complete(office.settings)
    assert said(office) == before


def test_a_rebuild_finds_calls_again(office: Bureau) -> None:
    (call,) = [arrival for arrival in arrivals.listed() if arrival.kind == "phone"]
    before = said(office)
    boot.close()
    rebuild.rebuild(office.settings, who(office.settings, USER, ARCHIVIST))
    assert said(office)["masuk", call.id] == before["masuk", call.id]


def test_many_calls_are_found_again_by_few_questions(office: Bureau) -> None:
    (call,) = [arrival for arrival in arrivals.listed() if arrival.kind == "phone"]
    rows_of(call.case, 10, 60)
    with boot.transact(), CaptureQueriesContext(connection) as queries:
        rebuild_search.fill(office.settings)
    assert len([kind for kind, _ in said(office) if kind == TextKind.INCOMING]) > 50
    assert len([query for query in queries.captured_queries if query["sql"].startswith("SELECT")]) < 25
