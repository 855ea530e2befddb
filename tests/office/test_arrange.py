"""Before registration arrivals are joined, split or struck; nothing that came in is lost, and no number either."""

import io

import pikepdf
import pytest
from PIL import Image

from demo.answers import registration
from pipeline.cases.case import Case
from pipeline.office.arrivals import arrival_files, move_document, strike
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.records import arrivals, cases, history
from pipeline.records.arrivals import Arrival
from tests.office import arranging, damage
from tests.office.bureau import CLERK, SCHOOL, WIFE, Bureau, one_page
from tests.refused import refused_with

FIRST, SECOND = "A-2026-0001", "A-2026-0002"


def picture(grey: int) -> bytes:
    """Return a screenshot."""
    out = io.BytesIO()
    Image.new("L", (90, 120), grey).save(out, "PNG")
    return out.getvalue()


def pdf(width: int, pages: int) -> bytes:
    """Return a PDF whose pages are ``width``, ``width`` + 1 … points wide."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        for number in range(pages):
            made.add_blank_page(page_size=(width + number, 842))
        made.save(out, static_id=True)
    return out.getvalue()


def widths(bureau: Bureau, arrival: Arrival) -> list[int]:
    with pikepdf.open(arrival_files.path_of(bureau.settings, arrival.id)) as scan:
        return [int(page.mediabox[2]) for page in scan.pages]


def joined(bureau: Bureau, *items: str) -> Arrival:
    return arranging.join(bureau.session(), *items)


def registered(bureau: Bureau, arrival: Arrival, sample: int = WIFE) -> Case:
    return perform(register.register_arrival, bureau.session(), arrival.id, registration(sample)).case


def test_pages_are_joined_in_the_chosen_order_under_the_first_number(bureau: Bureau) -> None:
    bureau.receive(pdf(400, 2), pdf(500, 1))
    letter = joined(bureau, f"{FIRST}:1", SECOND, f"{FIRST}:2")
    assert (letter.agenda, letter.pages, letter.state) == (FIRST, 3, "baru")
    assert widths(bureau, letter) == [400, 500, 401]
    (other,) = [arrival for arrival in arrivals.listed() if arrival.agenda == SECOND]
    assert (other.state, other.struck) == ("digabung", f"digabung dengan {FIRST}")
    assert [arrival.id for arrival in register.waiting(bureau.session())] == [letter.id]


def test_the_files_as_they_came_go_into_the_archive_beside_the_letter(bureau: Bureau) -> None:
    came = (picture(10), picture(200), picture(99))
    bureau.receive(*came)
    letter = joined(bureau, FIRST, SECOND, "A-2026-0003")
    case = registered(bureau, letter)
    held = {document.logical: document for document in cases.documents(case.number)}
    assert sorted(held) == [
        "surat-masuk-1-asal-1.png",
        "surat-masuk-1-asal-2.png",
        "surat-masuk-1-asal-3.png",
        "surat-masuk-1.pdf",
    ]
    stored = {bureau.held.read(file.path) for file in held.values()}
    assert set(came) <= stored
    assert {arrival.case for arrival in arrivals.listed()} == {case.number}
    assert bureau.verify() == []
    damage.rebuilt(bureau)
    assert {arrival.case for arrival in arrivals.listed()} == {case.number}


def test_all_files_of_a_long_letter_go_into_the_archive(bureau: Bureau) -> None:
    count = 41
    bureau.receive(*(picture(grey) for grey in range(count)))
    case = registered(bureau, joined(bureau, *(f"A-2026-{number:04}" for number in range(1, count + 1))))
    held = {document.logical for document in cases.documents(case.number)}
    assert held == {"surat-masuk-1.pdf"} | {
        f"surat-masuk-1-asal-{number}.png" for number in range(1, count + 1)
    }


def test_what_was_joined_moves_together(bureau: Bureau) -> None:
    bureau.receive(picture(10), picture(20))
    wrong = registered(bureau, joined(bureau, FIRST, SECOND))
    right = bureau.register(SCHOOL)
    answers = damage.misfiled("surat-masuk-1.pdf", right.number)
    perform(move_document.move_document, bureau.session(), wrong.number, answers)
    assert cases.documents(wrong.number) == []
    assert "surat-masuk-2-asal-2.png" in {document.logical for document in cases.documents(right.number)}
    assert {arrival.case for arrival in arrivals.listed()} == {right.number}


@pytest.mark.parametrize(
    ("items", "error"),
    [
        ((FIRST,), "office.one_part"),
        ((FIRST, f"{SECOND}:2"), "office.pages_left"),
        ((f"{FIRST}:1", SECOND), "office.pages_left"),
        ((FIRST, SECOND, f"{FIRST}:1"), "office.pages_left"),
        ((FIRST, "A-2026-0002:x"), "office.bad_part"),
    ],
)
def test_no_page_is_left_out_or_taken_twice(
    bureau: Bureau, items: tuple[str, ...], error: type[Exception]
) -> None:
    bureau.receive(pdf(400, 2), pdf(500, 1))
    with refused_with(error):
        joined(bureau, *items)
    assert {arrival.state for arrival in arrivals.listed()} == {"baru"}


def test_one_scan_of_two_letters_becomes_two(bureau: Bureau) -> None:
    bureau.receive(pdf(400, 3))
    first, second = arranging.split(bureau.session(), FIRST, "2-3", "1")
    assert (first.agenda, second.agenda) == (FIRST, SECOND)
    assert (widths(bureau, first), widths(bureau, second)) == ([401, 402], [400])
    assert arrivals.get(first.parent).state == "dipisah"
    case = registered(bureau, second)
    assert case.agenda == (SECOND,)
    damage.rebuilt(bureau)
    assert sorted(row.agenda or "" for row in arrivals.listed()) == ["", FIRST, SECOND]
    with refused_with("office.not_waiting"):
        arranging.split(bureau.session(), SECOND, "1", "2")


@pytest.mark.parametrize("kind", list(strike.SAID))
def test_what_is_no_complaint_is_struck_with_its_row_and_comes_back(bureau: Bureau, kind: str) -> None:
    arrival = bureau.arrive(one_page())
    perform(strike.strike_arrival, bureau.session(), FIRST, {"chosen": kind, "reason": "bukan untuk kami"})
    now = arrivals.get(FIRST)
    assert (now.state, now.struck) == ("dicoret", strike.SAID[kind])
    assert register.waiting(bureau.session()) == []
    with refused_with("office.not_waiting"):
        registered(bureau, arrival)
    perform(strike.unstrike_arrival, bureau.session(), FIRST, {"reason": "keliru"})
    acts = [(act.verb, act.detail["reason"]) for act in history.of_verb(strike.VERB, strike.BACK)]
    assert acts == [("strike", "bukan untuk kami"), ("unstrike", "keliru")]
    assert registered(bureau, arrival).agenda == (FIRST,)


def test_only_a_strike_comes_back(bureau: Bureau) -> None:
    bureau.arrive(one_page())
    with refused_with("office.not_struck"):
        perform(strike.unstrike_arrival, bureau.session(CLERK), FIRST, {"reason": "x"})
