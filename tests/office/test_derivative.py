"""The readable derivative of a letter: filed with it, moved with it, never what counts, never the victim's copy."""

import io

import pytest
from pypdf import PdfReader

from demo.answers import registration
from pipeline.cases.case import Case
from pipeline.intake.arrival import ORIGINAL
from pipeline.intake.errors import Unreadable
from pipeline.intake.reading import Reading
from pipeline.office.arrivals import derivative
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.office.victims import victims_copy_choice
from pipeline.records import arrivals, cases
from pipeline.records.arrivals import ArrivalState
from tests.intake.papers import scan, sheet
from tests.office import damage
from tests.office.bureau import SCHOOL, Bureau, one_page
from tests.office.reading import read_arrival
from tests.refused import refused_with
from tests.rendering.test_convert import letter

NAME = "turunan/surat-masuk-1.pdf"


def registered(bureau: Bureau, data: bytes, sample: int = SCHOOL) -> Case:
    arrival = read_arrival(bureau.session(), bureau.reader, bureau.arrive(data).id)
    assert arrival.state == ArrivalState.READ, arrival.note
    return perform(register.register_arrival, bureau.session(), arrival.id, registration(sample)).case


def test_a_letter_that_was_read_is_filed_with_its_derivative(bureau: Bureau) -> None:
    data = scan(sheet(dpi=150))
    case = registered(bureau, data)
    held = {document.logical: bureau.held.read(document.path) for document in cases.documents(case.number)}
    assert sorted(held) == ["surat-masuk-1.jpg", NAME]
    assert held["surat-masuk-1.jpg"] == data
    page = PdfReader(io.BytesIO(held[NAME])).pages[0]
    assert "pendampingan" in page.extract_text()
    kasus = bureau.archive.read_case(case.number).kasus
    (act,) = [act for act in kasus["history"] if act["verb"] == "register"]
    assert act["detail"]["derivative"] == derivative.LOSSLESS
    assert bureau.verify() == []
    (why,) = [option.why_not for option in victims_copy_choice.options(case) if option.name == NAME]
    assert why is not None
    assert "turunan" in why.id


def test_a_derivative_goes_along_with_its_letter(bureau: Bureau) -> None:
    wrong = registered(bureau, scan(sheet(dpi=150)))
    right = bureau.register(SCHOOL - 1)
    with refused_with("office.goes_along"):
        damage.planned_move(bureau.session(), wrong.number, NAME, right.number)
    planned = damage.planned_move(bureau.session(), wrong.number, "surat-masuk-1.jpg", right.number)
    assert planned.detail["names"] == {
        "surat-masuk-1.jpg": "surat-masuk-2.jpg",
        NAME: "turunan/surat-masuk-2.pdf",
    }


def test_a_word_letter_is_filed_as_it_came_with_what_it_prints_as(bureau: Bureau) -> None:
    data = letter("Yth. Ketua P2TP2A, kami mohon pendampingan", 1)
    case = registered(bureau, data)
    arrival = arrivals.get(case.arrivals[0])
    assert (arrival.kind, arrival.pages) == ("docx", 1)
    held = {document.logical: bureau.held.read(document.path) for document in cases.documents(case.number)}
    assert held["surat-masuk-1.docx"] == data
    assert "pendampingan" in PdfReader(io.BytesIO(held[NAME])).pages[0].extract_text()
    assert derivative.loss_of(bureau.settings, arrival).startswith("bukan tanpa rugi")


def test_a_derivative_that_cannot_be_made_or_was_changed_hinders_nothing(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> None:
        raise Unreadable("intake.damaged")

    arrival = read_arrival(bureau.session(), bureau.reader, bureau.arrive(scan(sheet(dpi=150))).id)
    place = bureau.settings.arrivals / arrival.id / derivative.PDF
    place.write_bytes(place.read_bytes() + b"x")
    assert derivative.papers_of(bureau.settings, arrival, "surat-masuk-1") == []
    monkeypatch.setattr(bureau.reader, "readable", damaged)
    case = registered(bureau, scan(sheet(dpi=150), seed=5))
    assert [document.logical for document in cases.documents(case.number)] == ["surat-masuk-1.jpg"]


def test_an_original_that_is_gone_when_the_whole_is_put_together_is_no_reason_to_try_for_ever(
    bureau: Bureau,
) -> None:
    arrival = bureau.arrive(one_page())
    (bureau.settings.arrivals / arrival.id / ORIGINAL).unlink()
    derivative.make(bureau.settings, bureau.reader, arrival, Reading((), {}, None, ()))
    assert derivative.loss_of(bureau.settings, arrival) == ""
