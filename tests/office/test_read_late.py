"""A letter that was registered before it was read: its derivative and its danger words come after it, once."""

import io
import json

import pytest
from pypdf import PdfReader

from demo.answers import registration
from pipeline.cases.case import Case
from pipeline.cases.plain import from_plain
from pipeline.cli import pages as screen
from pipeline.intake.reading import Suggested
from pipeline.office.answer.read import queue_unread, read_job
from pipeline.office.arrivals import danger_later, derivative, read_late
from pipeline.office.base import filings
from pipeline.office.cases import add_letter, register
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from pipeline.records import arrivals, cases, entries, history
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.models import PageReadRow
from tests.intake.papers import pdf, scan, sheet
from tests.office import damage
from tests.office.bureau import CHAIR, SCHOOL, Bureau, one_page
from tests.office.reading import read_arrival
from tests.refused import refused_with

NAME = "turunan/surat-masuk-1.pdf"


def registered(bureau: Bureau, data: bytes) -> tuple[Case, Arrival]:
    """Register a letter before a single page of it was read."""
    arrival = bureau.arrive(data)
    case = perform(register.register_arrival, bureau.session(), arrival.id, registration(SCHOOL)).case
    return case, arrivals.get(arrival.id)


def versions(case: str) -> list[int]:
    return [document.version for document in cases.documents(case) if document.logical == NAME]


def test_its_derivative_is_made_afterwards_and_is_a_version_of_its_own(bureau: Bureau) -> None:
    case, arrival = registered(bureau, scan(sheet(dpi=150)))
    assert versions(case.number) == []
    read_job(bureau.session(), bureau.reader, arrival.id)
    read_job(bureau.session(), bureau.reader, arrival.id)
    assert versions(case.number) == [2]
    (held,) = [document for document in cases.documents(case.number) if document.logical == NAME]
    assert "pendampingan" in PdfReader(io.BytesIO(bureau.held.read(held.path))).pages[0].extract_text()
    kasus = bureau.archive.read_case(case.number).kasus
    (act,) = [deed for deed in kasus["history"] if deed["verb"] == read_late.VERB]
    assert (act["subject"], act["detail"]["derivative"]) == (NAME, derivative.LOSSLESS)
    after = arrivals.get(arrival.id)
    assert (after.state, after.pages) == (ArrivalState.REGISTERED, 1)
    assert "pendampingan" in after.reading
    assert (cases.archived(case.number), PageReadRow.objects.count(), bureau.verify()) == (2, 0, [])


def test_an_archive_that_fails_or_a_lost_queue_loses_it_for_a_while_only(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, arrival = registered(bureau, pdf([scan(sheet(dpi=150))]))

    with damage.archive_stuck(bureau.settings), refused_with("office.filing_pending"):
        read_job(bureau.session(), bureau.reader, arrival.id)
    assert [entry.case for entry in entries.unfinished()] == [case.number]
    assert read_job(bureau.session(), bureau.reader, arrival.id) is None
    assert filings.complete_all(bureau.session()) == []
    assert versions(case.number) == [2]


def test_what_the_queue_lost_of_a_registered_letter_is_queued_again(bureau: Bureau) -> None:
    from django_q.models import OrmQ

    _, arrival = registered(bureau, one_page())
    OrmQ.objects.all().delete()
    assert queue_unread() == 1
    read_job(bureau.session(), bureau.reader, arrival.id)
    OrmQ.objects.all().delete()
    assert queue_unread() == 0
    assert cases.archived(arrivals.get(arrival.id).case) == 1, "what is born digital needs no derivative"


def test_a_further_letter_tells_what_its_derivative_lost_as_the_first_one_does(bureau: Bureau) -> None:
    case = bureau.register(SCHOOL)
    further = read_arrival(bureau.session(), bureau.reader, bureau.arrive(scan(sheet(dpi=150))).id)
    given = {**registration(SCHOOL), "needs_answer": "tidak"}
    perform(add_letter.add_letter, bureau.session(), case.number, given, further.id)
    (act,) = [deed for deed in history.of_case(case.number) if deed.verb == add_letter.VERB]
    assert act.detail["derivative"] == derivative.LOSSLESS


@pytest.fixture
def endangered(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a case in whose letter danger words were read after it was registered."""
    case, arrival = registered(bureau, one_page("tebal", 2))
    monkeypatch.setattr("pipeline.intake.reader.Reader.suggested", lambda *_: Suggested({}, ("bunuh",)))
    read_arrival(bureau.session(), bureau.reader, arrival.id)
    return case.number


def test_danger_words_read_after_registration_lift_the_case_until_somebody_sees_to_them(
    bureau: Bureau, endangered: str
) -> None:
    session = bureau.session()

    def lifted() -> tuple[bool, bool]:
        shown = screen.case(screen.typed_case(find.show(session, endangered).plain), bureau.settings.zone)
        waits = screen.todo(find.todo(session), bureau.settings.zone)
        return (
            shown.startswith("KATA BAHAYA") and "bunuh" in shown,
            waits.startswith("Kata bahaya\n") and f"rangkap acknowledge-danger {endangered}" in waits,
        )

    assert lifted() == (True, True)
    assert "bunuh" in arrivals.get(cases.get(endangered).arrivals[0]).danger
    kasus = json.loads(bureau.held.text(f"2026/{endangered}/v2/content/kasus.json"))
    acts = [from_plain(history.Act, act) for act in kasus["history"]]
    assert [danger.words for danger in danger_later.open_in(acts)] == ["bunuh"]
    perform(danger_later.acknowledge_danger, bureau.session(CHAIR), endangered, {})
    assert lifted() == (False, False)
    deeds = [
        act for act in history.of_case(endangered) if act.verb in (danger_later.FOUND, danger_later.HEEDED)
    ]
    assert [(act.verb, act.account) for act in deeds] == [("danger_later", "petugas"), ("heed", "ketua")]
    with refused_with("office.nothing_to_heed"):
        perform(danger_later.acknowledge_danger, bureau.session(CHAIR), endangered, {})


def test_what_is_entered_late_says_so_over_the_case_and_in_the_register(bureau: Bureau) -> None:
    arrival = bureau.arrive(one_page())
    answers = {**registration(SCHOOL), "received_day": "20-11-2026"}
    case = perform(register.register_arrival, bureau.session(), arrival.id, answers).case
    shown = screen.case(find.show(bureau.session(), case.number).plain, bureau.settings.zone)
    assert "dicatat kemudian" in shown
    assert (
        "dicatat kemudian, diterima 20-11-2026"
        in next(iter(entries.payloads(case.number).values())).columns["remarks"]
    )
