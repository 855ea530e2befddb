"""The hours in which a victim may be contacted: what is not wholly understood is not guessed."""

from datetime import datetime

import pytest

from pipeline.cases.contact_hours import read
from pipeline.cases.fields.delivery import CALLED_HOURS, call_fields

TUESDAY, SATURDAY = "2026-11-24", "2026-11-28"


@pytest.mark.parametrize(
    ("written", "allowed", "refused"),
    [
        ("sebelum pukul 17.00", f"{TUESDAY}T16:59", f"{TUESDAY}T17:00"),
        ("sebelum pukul 17.00", f"{TUESDAY}T06:00", f"{TUESDAY}T03:00"),
        ("jangan menelepon sesudah pukul 17.00 WIB", f"{TUESDAY}T16:59", f"{TUESDAY}T17:00"),
        ("Mohon jangan dihubungi sebelum jam 9, hari kerja", f"{TUESDAY}T09:00", f"{TUESDAY}T08:59"),
        ("tidak boleh lewat 15.30", f"{TUESDAY}T15:29", f"{TUESDAY}T15:30"),
        ("09.00-15.00", f"{SATURDAY}T09:00", f"{SATURDAY}T15:00"),
        ("pukul 09.00 s.d. 12.00 hari kerja", f"{TUESDAY}T11:00", f"{SATURDAY}T11:00"),
        ("Senin–Jumat 8–16 WIB", f"{TUESDAY}T15:59", f"{SATURDAY}T10:00"),
        ("sesudah jam 10", f"{TUESDAY}T20:30", f"{TUESDAY}T21:00"),
        ("kapan saja", f"{TUESDAY}T20:30", f"{TUESDAY}T23:00"),
        ("pagi atau sore", f"{TUESDAY}T16:00", f"{TUESDAY}T12:00"),
        ("Senin dan Rabu, antara 9 dan 11", "2026-11-25T10:00", f"{TUESDAY}T10:00"),
        ("Jum'at siang", "2026-11-27T12:00", "2026-11-27T16:00"),
        ("sabtu-senin 10.00-12.00", "2026-11-29T10:30", f"{TUESDAY}T10:30"),
    ],
)
def test_hours_as_people_write_them(written: str, allowed: str, refused: str) -> None:
    hours = read(written)
    assert hours is not None
    assert hours.allow(datetime.fromisoformat(allowed))
    assert not hours.allow(datetime.fromisoformat(refused))


@pytest.mark.parametrize(
    "written",
    ["jangan malam", "kalau suami kerja", "kecuali jam 12", "25.00-26.00", "15.00-09.00", "secepatnya", "", "jam", "kapan saja kecuali malam",
     "tidak pagi", "jangan menelepon malam", "jangan sesudah 17.00 kalau suami di rumah", "jangan menelepon antara 9 dan 11"],
)  # fmt: skip
def test_what_is_not_understood_is_not_guessed(written: str) -> None:
    assert read(written) is None


def test_whether_an_hour_is_allowed_is_asked_where_the_hours_cannot_be_read() -> None:
    asked = {
        needed: [field.name for field in call_fields(lambda _: True, asks_hours=needed)]
        for needed in (True, False)
    }
    assert CALLED_HOURS in asked[True]
    assert asked[False] == [name for name in asked[True] if name != CALLED_HOURS]
