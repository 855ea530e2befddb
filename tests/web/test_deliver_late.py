"""A letter whose safe contact changed on its way, in the browser: it stands first on the desk, and what became of it is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.intake.reader import Reader
from pipeline.records import boot
from tests.office.bureau import CLERK, CLOCK, OFFICER, Bureau, copied
from tests.office.stages import FIRST
from tests.office.test_deliver_late import TO_SCHOOL, at, change, put_out
from tests.web.door import Door, give_words, served
from tests.web.filed import made, said_after
from tests.web.visitor import entered

LATE = f"/kasus/{FIRST}/tindakan/deliver-late/"


@pytest.fixture(scope="module")
def door(
    stage: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory, office_reader: Reader
) -> Iterator[Door]:
    """The letter left on the 25th, its contact changed on the 26th at ten; it is the 27th."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RANGKAP_CLOCK", CLOCK)
        patch.delenv("RANGKAP_DATABASE", raising=False)
        office = Bureau(copied(stage("filed"), tmp_path_factory.mktemp("kemudian") / "rumah"), office_reader)
        at(patch, "25 09:00")
        put_out(office)
        at(patch, "26 10:00")
        change(office)
        at(patch, "27 09:00")
        give_words(office)
        with served(office.home) as one:
            yield one
        boot.close()


def test_it_is_said_first_and_recorded_by_the_contact_of_then(door: Door) -> None:
    clerk, officer = entered(door, CLERK), entered(door, OFFICER)
    assert LATE in clerk.get("/").text
    assert officer.get(LATE).status == 403
    assert clerk.get(f"/kasus/{FIRST}/tindakan/send/").status == 409
    after_the_change = made(clerk, LATE, **TO_SCHOOL | {"delivered_day": "27-11-2026"})
    assert after_the_change.status == 409
    assert "Rahmat Sunar" in after_the_change.text
    assert "dicatat kemudian" in said_after(clerk, made(clerk, LATE, **TO_SCHOOL))
    assert clerk.get(LATE).status == 409
    assert LATE not in clerk.get("/").text
