"""May this be reached: the victim's own reported people never, those of other cases as a person decides."""

import pytest

from pipeline.cases.contact import Reach, ReportedPerson, Verdict, may_reach, reported_of
from pipeline.cases.values import Values

HOME = "Jalan Merak RT 05 No. 12, Kelurahan Lanting Hilir"
OWN = ReportedPerson("2026-0001", ("Herman Talib",), (HOME,), ("0812-0000-1102",), is_own=True)
OTHER = ReportedPerson("2026-0002", OWN.names, OWN.homes, OWN.numbers)
FAR, NUMBER = "Gang Kenanga 2 No. 9, Kelurahan Muara", "0853-0000-7788"
NO, ASK, YES = Verdict


@pytest.mark.parametrize(
    ("person", "way", "address", "own", "others", "reason"),
    [
        ("Herman Talib", "ambil", "", NO, ASK, "person"),
        ("Herman T.", "surat", FAR, ASK, YES, "person"),
        ("Rukmini", "surat", "Jln Merak 12", NO, ASK, "home"),
        ("Rukmini", "titip", "Jalan Merak RT 5", ASK, YES, "home"),
        ("Rukmini", "surat", "Jalan Merak No. 14", YES, YES, ""),
        ("Rukmini", "surat", "RT 9 Desa Randu, sebelah rumah Pak Herman", ASK, YES, "home"),
        ("Rukmini", "telepon", "+62 812 0000 1102", NO, ASK, "number"),
        ("Rukmini", "pesan", NUMBER, YES, YES, ""),
        ("Rukmini", "ambil", "", YES, YES, ""),
    ],
)
def test_what_is_certain_of_her_own_cases_is_barred_and_a_doubt_of_others_is_none(
    person: str, way: str, address: str, own: Verdict, others: Verdict, reason: str
) -> None:
    for reported, verdict in ((OWN, own), (OTHER, others)):
        reach = may_reach(person, way, address, [reported])
        assert reach == (Reach(YES) if verdict is YES else Reach(verdict, reason, reported.case))


def test_the_strictest_of_all_counts() -> None:
    stranger = ReportedPerson("2026-0003", ("Kusnadi",), is_own=True)
    assert may_reach("Herman Talib", "surat", FAR, [stranger, OTHER, OWN]) == Reach(NO, "person", OWN.case)
    assert may_reach("Herman Talib", "surat", FAR, []) == Reach(YES)


def test_the_reported_people_of_a_case_live_where_the_victim_does_if_they_share_her_home() -> None:
    values: Values = {
        "reported_name": "Herman Talib",
        "reported_relation": "suami/istri",
        "reported_phone": "0812-0000-1102",
        "reported_address": "sama dengan alamat saya",
        "victim_address": HOME,
        "other_reported": ("Kusnadi, ?, L",),
    }
    kusnadi = ReportedPerson(OWN.case, ("Kusnadi",), is_own=True)
    assert reported_of(values, OWN.case, is_own=True) == (OWN, kusnadi)
    apart = values | {"reported_shares_home": "tidak", "reported_address": FAR}
    assert reported_of(apart, "x", is_own=False)[0].homes == (FAR,)
    assert reported_of({"victim_address": HOME, "reported_name": "belum diketahui"}, "x", is_own=True) == ()
