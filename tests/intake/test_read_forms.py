"""Printed forms with boxes ticked by hand, scanned and read: an empty box proposes nothing and raises no alarm."""

import re
from collections.abc import Collection, Iterator

import pytest
from PIL import Image

from pipeline.cases.fields.proposals import from_suggestions
from pipeline.intake.reader import Reader
from pipeline.intake.reading import Reading
from pipeline.intake.suggest import danger
from pipeline.kernel import clock
from tests.intake.forms import FORM, MARKS, OPTIONS, drawn_pdf, form, scanned
from tests.intake.papers import fax, opened, photo

TICKED = ("Segera", "P", "Belum kawin", "Fisik", "Psikis")
_SINGLE = 3
VICTIMS, REPORTERS = "081200004401", "081200004402"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(idle=300) as made:
        yield made


def read(reader: Reader, data: bytes) -> Reading:
    with opened(data) as handle:
        return reader.read(handle)


def said(reading: Reading) -> list[tuple[str, str]]:
    """Return the boxes of a page with the words beside them; a single letter that stands alone is often misread."""
    boxes = re.findall(r"\[([ x])\]\s+([^[\n]*)", reading.text)
    return [(mark, option.strip(" —-") if len(option) > _SINGLE else "") for mark, option in boxes]


def expected(ticked: Collection[str]) -> list[tuple[str, str]]:
    return [("x" if option in ticked else " ", option if len(option) > _SINGLE else "") for option in OPTIONS]


@pytest.mark.parametrize(("number", "mark"), [*enumerate(sorted(MARKS))])
def test_a_box_ticked_by_hand_is_told_from_an_empty_one(reader: Reader, number: int, mark: str) -> None:
    font, box, seed = (("Sans", 3.2, 1), ("Serif", 4.2, 2))[number % 2]
    reading = read(reader, scanned(form(TICKED, mark, font=font, box=box, seed=seed)))
    assert said(reading) == expected(TICKED)
    given = reading.suggestions
    assert given["case_type"].normal == "fisik, psikis"
    assert given["victim_sex"].normal == "P"
    assert danger(reading.pages) == ()


def test_the_other_boxes_ticked_propose_the_others_and_raise_the_alarm(reader: Reader) -> None:
    ticked = ("Darurat", "L", "Hamil", "Seksual", "TPPO", "Senjata tajam")
    reading = read(reader, scanned(form(ticked, "tick", seed=4), skew=-1.2))
    assert said(reading) == expected(ticked)
    assert reading.suggestions["case_type"].normal == "seksual, trafficking (TPPO)"
    assert "victim_sex" not in reading.suggestions or reading.suggestions["victim_sex"].normal == "L"
    assert danger(reading.pages) == ("darurat", "hamil", "senjata")


def test_a_form_without_any_tick_proposes_no_violence_and_no_alarm(reader: Reader) -> None:
    reading = read(reader, scanned(form(())))
    assert said(reading) == expected(())
    assert "case_type" not in reading.suggestions
    assert "victim_sex" not in reading.suggestions
    assert danger(reading.pages) == ()


def test_a_danger_word_in_the_story_is_raised_though_its_box_is_empty(reader: Reader) -> None:
    story = "Ia dikurung dan diancam dengan parang."
    reading = read(reader, scanned(form(TICKED, story=story)))
    assert danger(reading.pages) == ("dikurung", "parang")


@pytest.mark.parametrize("worn", ["fax", "phone photo"])
def test_boxes_are_read_on_poorer_paper(reader: Reader, worn: str) -> None:
    page = form(TICKED, "cross", box=4.0, points=12.0)
    reading = read(reader, {"fax": fax, "phone photo": photo}[worn](page))
    assert reading.suggestions["case_type"].normal == "fisik, psikis"
    assert danger(reading.pages) == ()


def test_a_page_laid_in_upside_down_has_the_same_boxes(reader: Reader) -> None:
    page = form(TICKED, "cross", box=4.0).transpose(Image.Transpose.ROTATE_180)
    assert said(read(reader, scanned(page))) == expected(TICKED)


def test_the_number_under_the_victims_heading_is_hers_and_never_the_reporters(reader: Reader) -> None:
    def proposed(text: str) -> dict[str, str]:
        reading = read(reader, scanned(form(TICKED, text=text)))
        given = from_suggestions(reading.suggestions, clock.now().date())
        return {name: given[name].shown for name in ("reporter_phone", "victim_phone") if name in given}

    assert proposed(FORM) == {"victim_phone": VICTIMS, "reporter_phone": REPORTERS}
    without = FORM.replace("Telepon          : 0812-0000-4402\n", "")
    assert proposed(without) == {"victim_phone": VICTIMS}


def test_boxes_drawn_on_a_born_digital_page_are_words_among_its_own(reader: Reader) -> None:
    reading = read(reader, drawn_pdf(("Segera", "Fisik")))
    assert reading.pages[0].source == "text"
    assert said(reading) == expected(("Segera", "Fisik"))
    assert reading.suggestions["case_type"].normal == "fisik"
    assert danger(reading.pages) == ()
