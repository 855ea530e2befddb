"""Whether a further letter is from who sent the first."""

import pytest

from pipeline.cases.earlier import same_sender
from pipeline.cases.values import Value


def sent(sender: str, *, office: bool = False, **more: Value) -> dict[str, Value]:
    return {"sender": sender, "is_institution": office, **more}


@pytest.mark.parametrize(
    ("first", "other", "is_same"),
    [
        ("SMP Negeri 3 Hulu Asri", "SMP NEGERI 3 HULU ASRI", True),
        ("SMP Negeri 3 Hulu Asri", "SMP Negeri 4 Hulu Asri", False),
        ("SMP Negeri 3 Hulu Asri", "Polsek Hulu Asri", False),
        ("Polsek Hulu Asri", "Polsek Hulu", False),
        ("SMPN 3 Hulu Asri", "SMP Negeri 3 Hulu Asri", True),
        ("SMP N 3 Hulu Asri", "SMP Negeri No. 3 Hulu Asri", True),
        ("SMPN 3", "SMPN 4", False),
        ("SMPN 3", "SMAN 3", False),
        ("SDN-2 Lanting", "SD Negeri 2 Lanting", True),
        ("Kepolisian Sektor Hulu", "Polsek Hulu", True),
        ("Puskesmas Kec. Hulu", "Pusat Kesehatan Masyarakat Kecamatan Hulu", True),
        ("", "", False),
    ],
)
def test_two_institutions_are_one_where_all_of_their_name_agrees(
    first: str, other: str, is_same: bool
) -> None:
    assert same_sender(sent(first, office=True), sent(other, office=True)) is is_same


def test_institutions_of_two_places_are_two() -> None:
    here, there = (sent("Dinas Sosial", office=True, sender_place=place) for place in ("Hulu", "Hilir"))
    assert same_sender(here, here)
    assert not same_sender(here, there)


def test_a_person_is_known_by_the_sound_of_her_name_and_never_as_an_institution() -> None:
    assert same_sender(sent("Nur Hayati"), sent("Nurhayati"))
    assert same_sender({"channel": "phone", "reporter_name": "Nur Hayati"}, sent("Noerhayati"))
    assert not same_sender(sent("Nur Hayati"), sent("Slamet Riyadi"))
    assert not same_sender(sent("Nur Hayati"), sent("Nur Hayati", office=True))
    assert not same_sender(sent(""), sent(""))
