"""Step 11 for a scan whose code is smudged: a person types the words at the foot of its page."""

import re
from collections.abc import Callable

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from demo import signer
from pipeline.kernel.errors import BytesMissing
from pipeline.office.answer.match import typed_code
from pipeline.records import arrivals, cases, letters
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import LetterState
from tests.office import damage, decided
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau, pdf_of, scanned
from tests.office.matched import match
from tests.refused import refused_with

FIRST, LETTER = "2026-0001", "2026-0001-1"
Words = Callable[[int], str]


@pytest.fixture
def words(approved: Bureau) -> Words:
    """Return a function that gives the words at the foot of a printed copy of the first case."""
    paths = approved.printed(FIRST)

    def at_foot(copy: int) -> str:
        with pypdfium2.PdfDocument(paths[copy - 1]) as document:
            text = document[0].get_textpage().get_text_range()
        hit = re.search(rf"{LETTER}\s*·\s*[A-Z2-7]{{4}}-[A-Z2-7]{{4}}-[A-Z2-7]{{2}}", text)
        assert hit is not None
        return hit.group()

    return at_foot


@pytest.fixture
def smudged(approved: Bureau) -> Callable[[str], Arrival]:
    """Return a function that takes in the signed scan of a copy ("satu", "dua") whose code is wiped out."""
    paths = approved.printed(FIRST)

    def came(text: str) -> Arrival:
        copy = ["satu", "dua"].index(text)
        return approved.arrive(
            pdf_of([scanned(wiped(page)) for page in signer.signed_pages(paths[copy], copy)])
        )

    return came


def wiped(page: Image.Image) -> Image.Image:
    """Return a page of 200 dpi on which nobody can read the code at its foot."""
    x, y = page.width - 430, page.height - 330
    ImageDraw.Draw(page).rectangle((x, y, x + 380, y + 300), fill="white")
    return page


def test_both_copies_named_by_their_words_are_signed_and_filed(
    approved: Bureau, words: Words, smudged: Callable[[str], Arrival]
) -> None:
    scan_1, scan_2 = smudged("satu"), smudged("dua")
    first = match(approved.session(CLERK), str(scan_1.agenda), words(1))
    assert (first.state, first.case, first.letter) == (ArrivalState.COPY, FIRST, LETTER)
    assert (first.agenda, first.struck) == (scan_1.agenda, "salinan surat kantor sendiri")
    assert letters.get(LETTER).state == LetterState.APPROVED
    second = match(approved.session(OFFICER), scan_2.id, words(2))
    assert second.state == ArrivalState.FILED
    assert letters.get(LETTER).state == LetterState.SIGNED
    names = {document.logical for document in cases.documents(FIRST)}
    assert {f"surat-{LETTER}-r1-salinan-{copy}-ttd.pdf" for copy in (1, 2)} <= names
    assert [arrival.state for arrival in arrivals.listed() if arrival.code] == [ArrivalState.FILED] * 2
    assert approved.verify() == []


@pytest.mark.parametrize(
    "typed",
    [
        lambda words: words.lower(),
        lambda words: words.replace("·", " ").replace("-", "").replace("202600011", LETTER),
        lambda words: f"  {words.replace('·', ':')} ",
    ],
    ids=["lower case", "bare", "colon"],
)
def test_the_words_may_be_typed_in_any_way(
    approved: Bureau, words: Words, typed: Callable[[str], str]
) -> None:
    for copy in (1, 2):
        code = typed_code(approved.session(), typed(words(copy)))
        assert code is not None
        assert (code.letter, code.copy) == (LETTER, copy)


def test_words_with_one_wrong_letter_name_nothing_and_change_nothing(
    approved: Bureau, words: Words, smudged: Callable[[str], Arrival]
) -> None:
    arrival, right = smudged("satu"), words(1)
    wrong = right[:-1] + ("A" if right[-1] != "A" else "B")
    for text in (wrong, right.replace(LETTER, "2026-0002-1"), right.replace(LETTER, "2026-0099-1"), "x"):
        with refused_with("office.not_a_copy") as refused:
            match(approved.session(), arrival.id, text)
        assert refused.value.fields["item"] == arrival.agenda
    assert arrivals.get(arrival.id) == arrival
    assert all(not copy.arrival for copy in letters.copies(LETTER))


def test_a_letter_that_was_registered_is_no_copy(
    approved: Bureau, words: Words, smudged: Callable[[str], Arrival]
) -> None:
    case = approved.register(1).number
    (registered,) = arrivals.of_case(case)
    with refused_with("office.not_a_copy") as refused:
        match(approved.session(), registered.id, words(1))
    assert refused.value.fields["reason"] == "keadaannya terdaftar"
    assert arrivals.get(registered.id) == registered


def test_the_same_copy_is_not_matched_twice(
    approved: Bureau, words: Words, smudged: Callable[[str], Arrival]
) -> None:
    scan_1, scan_2 = smudged("satu"), smudged("dua")
    match(approved.session(), scan_1.id, words(1))
    with refused_with("office.not_a_copy") as refused:
        match(approved.session(), scan_2.id, words(1))
    assert refused.value.fields["reason"] == "salinan ke-1 sudah diterima"
    assert arrivals.get(scan_2.id) == scan_2


def test_a_copy_of_an_approval_that_was_returned_is_not_matched(
    approved: Bureau, words: Words, smudged: Callable[[str], Arrival]
) -> None:
    arrival, right = smudged("satu"), words(1)
    decided.send_back(approved.session(CHAIR), FIRST, "perbaiki")
    with refused_with("office.not_a_copy") as refused:
        match(approved.session(), arrival.id, right)
    assert refused.value.fields["reason"] == "revisi ini sudah tidak berlaku"
    assert arrivals.get(arrival.id) == arrival


def test_only_what_is_whole_is_matched(
    approved: Bureau, words: Words, smudged: Callable[[str], Arrival]
) -> None:
    arrival = smudged("satu")
    (approved.settings.arrivals / arrival.id / "original").write_bytes(b"lain")
    with pytest.raises(BytesMissing):
        match(approved.session(), arrival.id, words(1))
    assert arrivals.get(arrival.id) == arrival


def test_a_copy_matched_by_hand_is_known_after_a_rebuild(
    approved: Bureau, words: Words, smudged: Callable[[str], Arrival]
) -> None:
    arrival, right = smudged("dua"), words(2)
    match(approved.session(), arrival.id, right)
    damage.rebuilt(approved)
    approved.session()
    assert [copy.arrival for copy in letters.copies(LETTER)] == ["", arrival.id]
    assert arrivals.get(arrival.id).state == ArrivalState.COPY
    assert arrivals.get(arrival.id).agenda == arrival.agenda
