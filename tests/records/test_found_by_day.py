"""What a book or a recap asks of a month is found by the days, not by reading all cases, letters and documents."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection

from pipeline.cases.further import Further
from pipeline.records import arrivals, boot, cases, numbers
from tests.office.bureau import Bureau
from tests.records.examples import MOMENT, arrival, case
from tests.records.test_history_index import plans

pytestmark = pytest.mark.backend

MANY = 400
SINCE, UNTIL = date(2026, 3, 1), date(2026, 3, 31)


@pytest.fixture(autouse=True)
def filled(engine: str, bureau: Bureau) -> Bureau:
    """An office whose cases came in over a year; every hundredth has a further letter of March."""
    boot.open_records(bureau.settings)
    with boot.transact():
        for number in range(1, MANY + 1):
            day = date(2026, 1, 1) + timedelta(days=number * 300 // MANY)
            known = {"received_day": day.isoformat(), "letter_number": f"{number}"}
            letter = Further(
                f"f{number}", f"B-2026-{number:04d}", "surat.pdf", {"received_day": "2026-03-05"}
            )
            cases.add(case(number, values=known, further=() if number % 100 else (letter,)))
            came = MOMENT - timedelta(days=(date(2026, 11, 24) - day).days)
            named = {"id": f"{number:026d}", "sha256": f"{number:064x}", "agenda": f"A-2026-{number:04d}"}
            arrivals.add(arrival(**named, case=f"2026-{number:04d}", scanned_at=came, taken_at=came))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "postgresql" else "SELECT 1")
    return bureau


def test_the_mail_of_a_month_is_that_of_its_days(filled: Bureau) -> None:
    mails = arrivals.mail_listed(SINCE, UNTIL)
    held = [mail.case for mail in mails]
    received = [number for number, (day, _) in cases.received(SINCE, UNTIL).items()]
    assert len(received) > 30
    further = [f"2026-{number:04d}" for number in range(100, MANY + 1, 100)]
    assert {*received, *further} <= set(held)
    near = cases.received(SINCE - timedelta(days=3), UNTIL + timedelta(days=3))
    assert set(held) <= {*near, *further}
    assert cases.further_days(held) == {
        (number, f"f{int(number[5:])}"): date(2026, 3, 5) for number in further
    }
    counted = {(scanned, agenda) for _, scanned, agenda, _ in arrivals.mail_counted(SINCE, UNTIL)}
    assert counted == {(mail.scanned_at, mail.agenda) for mail in mails}
    assert list(arrivals.some([mails[0].id])) == [mails[0].id]


def test_no_table_is_read_from_end_to_end_for_a_month(filled: Bureau) -> None:
    if connection.vendor != "sqlite":
        return
    asked: tuple[Callable[[], object], ...] = (
        lambda: arrivals.mail_listed(SINCE, UNTIL),
        lambda: cases.received(SINCE, UNTIL),
        lambda: numbers.of_days(SINCE, UNTIL),
        lambda: cases.awaiting("simfoni"),
    )
    for query in asked:
        for how in plans(query):
            assert "SCAN records" not in how, how
