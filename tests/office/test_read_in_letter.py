"""What stands in the letter is filled in as read: nobody is called, and the answer claims no question that was not asked."""

from typing import Any

import pytest

from pipeline.cases.fields.informing import READ
from pipeline.cases.register_columns import register_columns
from pipeline.office.answer import clarify
from pipeline.office.engine.perform import perform
from pipeline.records import cases
from pipeline.records.letters import Letter
from tests.office.bureau import OFFICER, Bureau

NEIGHBOUR = 2
SEEN = {
    "clarified_day": "24-11-2026", "clarified_way": READ, "event_date": "Agustus 2026", "place_kecamatan": "Hulu Asri",
    "reported_name_impossible": "tidak disebut",
}  # fmt: skip


def drafted(bureau: Bureau, way: str = READ, **decided: Any) -> Letter:
    """Register the neighbour's letter, clarify it by ``way`` and draft its answer."""
    number = bureau.register(NEIGHBOUR).number
    perform(clarify.record_clarification, bureau.session(OFFICER), number, SEEN | {"clarified_way": way})
    return bureau.draft(number, NEIGHBOUR, **decided)


@pytest.mark.parametrize(
    ("way", "is_asked", "column"),
    [
        (READ, False, ""),
        ("menghubungi kantor", False, "2026-11-24: 2 dijawab, 1 tidak mungkin"),
        ("pesan", True, "2026-11-24: 2 dijawab, 1 tidak mungkin"),
    ],
)
def test_the_answer_tells_of_a_question_only_where_one_was_asked(
    bureau: Bureau, way: str, is_asked: bool, column: str
) -> None:
    letter = drafted(bureau, way)
    assert ("meminta penjelasan tambahan pada tanggal 24 November 2026" in str(letter.context)) is is_asked
    assert register_columns(cases.get(letter.case))["clarification"] == column


@pytest.mark.parametrize(
    ("proposed", "said"),
    [
        (
            "anak yang bersangkutan bersama orang tua/wali, atau Bapak/Ibu sendiri",
            "bersama orang tua/wali, atau Ibu sendiri,",
        ),
        ("anak yang bersangkutan bersama Bapak/Ibu", "kesediaan anak yang bersangkutan bersama Ibu untuk"),
    ],
)
def test_who_is_invited_bears_the_form_of_address_chosen_after_the_invitation_was_proposed(
    bureau: Bureau, proposed: str, said: str
) -> None:
    text = str(drafted(bureau, salutation="Ibu", comes=proposed).context)
    assert said in text
    assert "Bapak/Ibu" not in text
