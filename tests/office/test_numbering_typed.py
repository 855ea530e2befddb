"""Numbers again from the office, after the secretariat gave them: a text that was typed before is not given twice."""

from dataclasses import replace

import pytest

from pipeline.kernel import clock
from pipeline.office.letters import numbering
from pipeline.records import boot, letters, numbers
from pipeline.records.letters import LetterState
from pipeline.records.numbers import NumberState
from tests.office import damage
from tests.office.bureau import CHAIR, Bureau
from tests.office.stages import FIRST, SECOND

LETTER, OTHER = f"{FIRST}-1", f"{SECOND}-1"
WHY = "nomor ini sudah diberikan sekretariat kepada surat lain"


@pytest.fixture
def typed(drafted: Bureau) -> Bureau:
    """An office whose second letter bears the first two numbers of the pattern, as somebody typed them."""
    for seq, text in ((1, "400.2 / 001/P2TP2A/XI/2026"), (2, "400.2/002/p2tp2a/xi/2026")):
        numbers.reserve(text, "sekretariat/2026", seq, OTHER)
        numbers.commit(text)
        old = letters.get(OTHER)
        if seq == 2:
            letters.add(replace(old, id=f"{SECOND}-2", number=None, series="", seq=0, version=1))
            old = letters.get(f"{SECOND}-2")
        columns = {"number": text, "series": "sekretariat/2026", "seq": seq}
        letters.change(old, state=LetterState.SIGNED, signed=drafted.session().today, **columns)
    return drafted


def test_places_whose_text_was_typed_become_void_and_the_next_is_given(typed: Bureau) -> None:
    session, letter = typed.session(CHAIR), letters.get(LETTER)
    next_number = numbering.next_number(session, letter, session.today)
    reserved = numbering.reserve(session, letter, next_number, clock.now())
    with boot.transact():
        for write in reserved.writes:
            write()
    assert reserved.columns == {"number": "400.2/003/P2TP2A/XI/2026", "seq": 3, "series": "surat/2026"}
    rows = [number for number in numbers.listed(2026) if number.series == "surat/2026"]
    assert [(row.seq, row.state, row.reason) for row in rows] == [
        (1, NumberState.VOID, WHY),
        (2, NumberState.VOID, WHY),
        (3, NumberState.RESERVED, ""),
    ]
    assert numbers.gaps(2026) == []


def test_a_letter_is_approved_past_what_was_typed_and_a_rebuild_knows_why(typed: Bureau) -> None:
    assert typed.approve(FIRST).number == "400.2/003/P2TP2A/XI/2026"
    damage.rebuilt(typed)
    place = numbers.find("surat/2026 ke-1")
    assert place is not None
    assert (place.state, place.reason) == (NumberState.VOID, WHY)
