"""What a clarification request may ask: nobody is asked for what she cannot have or must not pass on."""

import pytest

from pipeline.cases.completeness import Gap, Reader, askable, reader_of
from pipeline.cases.values import ANONYMOUS, Value
from pipeline.kernel.text import Text

GUARDED = ("victim_nik", "victim_birth_date", "victim_consent")
OPEN = tuple(
    Gap(field, Text("?", "?"), required=False) for field in (*GUARDED, "victim_address", "event_date")
)
CHILD: dict[str, Value] = {"victim_name": "Ipit", "victim_age": 10, "guardian_name": "Ibu Masriah"}


def asked(**values: Value) -> set[str]:
    return {gap.field for gap in askable(OPEN, CHILD | values)} - {"victim_address", "event_date"}


def test_a_neighbour_is_never_asked_for_the_childs_identity_number_or_the_guardians_consent() -> None:
    assert asked(reporter_name="Ibu Tum", reporter_relation="tetangga") == set()
    everybody = {"victim_address", "event_date"}
    neighbour = CHILD | {"reporter_name": "Ibu Tum", "reporter_relation": "tetangga"}
    assert {gap.field for gap in askable(OPEN, neighbour)} == everybody


@pytest.mark.parametrize(
    "relation", ["guru", "pacar/teman", "majikan", "rekan kerja", "suami/istri", "lainnya"]
)
def test_no_other_person_is_asked_for_them(relation: str) -> None:
    assert asked(reporter_name="Ani Bulan", reporter_relation=relation) == set()


def test_who_holds_them_is_asked() -> None:
    assert asked(reporter_name="Siti", reporter_relation="orang tua") == set(GUARDED)
    assert asked(reporter_name="Siti", addressee="Masriah") == set(GUARDED)
    assert asked(is_institution=True) == set(GUARDED)
    assert asked(reporter_name="Siti", reporter_relation="keluarga/saudara") == {"victim_birth_date"}


def test_a_child_that_writes_is_not_asked_for_the_consent_of_a_guardian() -> None:
    own = {"reporter_name": "Ipit", "reporter_is_victim": True, "reporter_relation": "korban sendiri"}
    assert asked(**own) == {"victim_nik", "victim_birth_date"}


def test_the_reader_is_who_stands_at_the_head_of_the_letter() -> None:
    own: dict[str, Value] = {
        "reporter_name": "Ibu Ani Bulan",
        "victim_name": "Ani Bulan",
        "reporter_is_victim": True,
    }
    assert reader_of(own) is Reader.VICTIM
    assert reader_of(own | {"addressee": "Ani Bulan"}) is Reader.VICTIM
    assert reader_of(own | {"addressee": "Siti Laut"}) is Reader.OTHER
    assert (
        reader_of({"reporter_name": ANONYMOUS, "reporter_is_victim": True, "addressee": "Pelapor"})
        is Reader.VICTIM
    )
    assert reader_of({"reporter_name": ANONYMOUS, "reporter_relation": "tetangga"}) is Reader.OTHER
    assert reader_of({"reporter_name": "Siti", "victim_name": "Ani", "addressee": "Ani"}) is Reader.VICTIM
