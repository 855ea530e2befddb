"""Steps 1–4: a letter or a call becomes a case; what is refused leaves no trace and uses no number."""

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from demo.answers import registration
from pipeline.archive.layout import MARKER
from pipeline.cases.problems import InvalidAnswers
from pipeline.intake.arrival import ORIGINAL
from pipeline.kernel.errors import BytesMissing, NotFound
from pipeline.office.arrivals import arrival_files
from pipeline.office.base import filings
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.records import arrivals, cases, entries
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import AccessRow, HistoryRow
from tests.office.bureau import CALL, POLICE, SCHOOL, Bureau, files_below, one_page, tables
from tests.office.stages import FIRST
from tests.refused import refused_with

pytestmark = pytest.mark.backend


def test_a_registered_letter_has_its_numbers_its_register_row_and_its_object(bureau: Bureau) -> None:
    case = bureau.register()
    assert (case.number, case.register_number, case.agenda) == (FIRST, "0001/TL/XI/2026", ("A-2026-0001",))
    arrival = arrivals.get("A-2026-0001")
    assert (arrival.state, arrival.case) == (ArrivalState.REGISTERED, FIRST)
    root = f"2026/{FIRST}/v1/content"
    original = arrival_files.path_of(bureau.settings, arrival.id).read_bytes()
    assert bureau.held.read(f"{root}/surat-masuk-1.pdf") == original
    kasus = json.loads(bureau.held.text(f"{root}/kasus.json"))
    assert [act["verb"] for act in kasus["history"]] == ["receive", "register"]
    assert kasus["case"]["values"]["letter_number"] == "400.3.5/087/SMPN3-HA/XI/2026"
    entry = entries.last()
    assert entry is not None
    assert (entry.n, entry.case, entry.kind, entry.actor) == (1, FIRST, "registered", "petugas")
    assert entries.unfinished() == []
    assert arrival in list(arrival_files.rows(bureau.settings))
    assert bureau.verify() == []


def test_a_call_yields_the_same_record_with_its_typed_document(bureau: Bureau) -> None:
    case = perform(register.register_call, bureau.session(), "", registration(CALL)).case
    assert (case.number, case.agenda, case.channel) == (FIRST, ("A-2026-0001",), "phone")
    (document,) = cases.documents(FIRST)
    assert document.logical == "catatan-telepon.txt"
    text = bureau.held.text(document.path)
    assert "CATATAN PENGADUAN MELALUI TELEPON" in text
    assert re.search(r"Dicatat oleh akun petugas pada 24-11-2026 \d\d\.\d\d WIB\n", text)
    assert [row.verb for row in HistoryRow.objects.order_by("pk")][:2] == ["receive", "register"]
    assert bureau.verify() == []


def test_a_photo_keeps_its_kind_and_loses_its_name(bureau: Bureau) -> None:
    arrival = bureau.arrive(one_page())
    named = {kind: arrival_files.paper(replace(arrival, kind=kind), "surat-masuk-1").logical for kind in (
        "jpeg", "png", "pdf", "phone"
    )}  # fmt: skip
    assert named == {
        "jpeg": "surat-masuk-1.jpg",
        "png": "surat-masuk-1.png",
        "pdf": "surat-masuk-1.pdf",
        "phone": "surat-masuk-1.txt",
    }


def test_letters_and_calls_share_their_numbers_without_a_gap(at_stage: Callable[[str], Bureau]) -> None:
    office = at_stage("registered")
    third = perform(register.register_call, office.session(), "", registration(CALL)).case
    fourth = office.register(1)
    assert [case.number for case in (third, fourth)] == ["2026-0003", "2026-0004"]
    assert [case.agenda for case in (third, fourth)] == [("A-2026-0003",), ("A-2026-0004",)]
    assert fourth.register_number == "0004/TL/XI/2026"


def test_the_only_letter_that_waits_need_not_be_named(bureau: Bureau) -> None:
    with refused_with("office.nothing_waits"):
        register.pick(bureau.session(), None)
    arrival = bureau.arrive(one_page("1"))
    assert register.pick(bureau.session(), None) == arrival
    assert (
        register.pick(bureau.session(), "A-2026-0001")
        == register.pick(bureau.session(), arrival.id)
        == arrival
    )
    bureau.arrive(one_page("2"))
    with refused_with("office.several_wait", match="A-2026-0001, A-2026-0002"):
        register.pick(bureau.session(), None)
    with pytest.raises(NotFound):
        register.pick(bureau.session(), "A-2026-0003")
    assert [letter.agenda for letter in register.waiting(bureau.session())] == ["A-2026-0001", "A-2026-0002"]


def test_two_desks_on_one_letter_make_one_case(bureau: Bureau) -> None:
    arrival = bureau.arrive(one_page())
    session, other = bureau.session(), bureau.session()
    perform(register.register_arrival, session, arrival.id, registration(SCHOOL))
    before = tables(bureau)
    given = registration(POLICE)
    with refused_with("office.not_waiting", match="A-2026-0001"):
        perform(register.register_arrival, other, arrival.id, given)
    with refused_with("office.not_waiting"):
        register.pick(other, "A-2026-0001")
    assert tables(bureau) == before
    assert cases.numbers() == [FIRST]


@pytest.mark.parametrize(
    "changed",
    [
        {"received_day": "2026-12-01"},
        {"victim_name": None},
        {"nama_korbann": "X"},
        {"violence": ["tidak ada"]},
    ],
)
def test_wrong_answers_change_nothing_and_use_no_number(bureau: Bureau, changed: dict[str, Any]) -> None:
    arrival = bureau.arrive(one_page())
    before, files = tables(bureau), files_below(bureau.home / "archive")
    answers = {name: value for name, value in (registration(POLICE) | changed).items() if value is not None}
    with pytest.raises(InvalidAnswers):
        perform(register.register_arrival, bureau.session(), arrival.id, answers)
    call = {name: answer for name, answer in (registration(CALL) | changed).items() if answer is not None}
    with pytest.raises(InvalidAnswers):
        perform(register.register_call, bureau.session(), "", call)
    assert tables(bureau) == before
    assert files_below(bureau.home / "archive") == files
    assert bureau.register(POLICE).number == FIRST


@pytest.mark.parametrize("damage", ["missing", "changed"])
def test_a_letter_whose_bytes_are_not_there_is_not_registered(bureau: Bureau, damage: str) -> None:
    arrival = bureau.arrive(one_page())
    path = bureau.settings.arrivals / arrival.id / ORIGINAL
    path.unlink()
    if damage == "changed":
        path.write_bytes(one_page("lain"))
    before = tables(bureau)
    with pytest.raises(BytesMissing, match="A-2026-0001"):
        perform(register.register_arrival, bureau.session(), arrival.id, registration(SCHOOL))
    assert tables(bureau) == before


def test_a_registration_stands_though_the_archive_is_away_and_is_filed_at_the_next_start(
    bureau: Bureau,
) -> None:
    arrival = bureau.arrive(one_page())
    session = bureau.session()
    away = bureau.held.taken(MARKER)
    with refused_with("office.filing_pending", match="recorded in case 2026-0001") as refusal:
        perform(register.register_arrival, session, arrival.id, registration(SCHOOL))
    assert "Jangan diulang" in refusal.value.text()
    assert cases.get(FIRST).number == FIRST
    assert cases.archived(FIRST) == 0
    assert [entry.case for entry in entries.unfinished()] == [FIRST]
    bureau.held.put_back(away)
    assert [finding.kind.value for finding in bureau.verify()] == ["torn"]
    assert filings.recover_all(bureau.session()) == []
    assert cases.archived(FIRST) == 1
    assert bureau.verify() == []


def test_the_day_of_the_scan_is_proposed_as_the_day_of_receipt_and_never_a_day_to_come(
    bureau: Bureau,
) -> None:
    bureau.drop(one_page(), "SCN_0001.pdf")
    day = datetime(2026, 11, 20, 3, tzinfo=UTC).timestamp()
    os.utime(bureau.settings.inbox / "SCN_0001.pdf", (day, day))
    bureau.receive()
    proposed = register.propose(bureau.session(), arrivals.get("A-2026-0001"))
    assert proposed["received_day"].shown == "20-11-2026"
    bureau.drop(one_page("2"), "SCN_0002.pdf")
    ahead = datetime(2027, 2, 1, tzinfo=UTC).timestamp()
    os.utime(bureau.settings.inbox / "SCN_0002.pdf", (ahead, ahead))
    bureau.receive()
    proposed = register.propose(bureau.session(), arrivals.get("A-2026-0002"))
    assert proposed["received_day"].shown == "24-11-2026"
    assert [(row.verb, row.subject) for row in AccessRow.objects.order_by("pk")] == [
        ("register", "A-2026-0001"),
        ("register", "A-2026-0002"),
    ]
