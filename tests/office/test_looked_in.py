"""The access log holds one look for a visit to a form, however often it is opened, and one more when the next visit begins."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from pipeline.kernel import clock
from pipeline.office.base.session import Session
from pipeline.office.delivery import close
from pipeline.office.engine.perform import open_act
from pipeline.office.overview import find
from pipeline.records import history
from pipeline.records.models import AccessRow
from tests.office.bureau import CHAIR, OFFICER, Bureau
from tests.office.stages import FIRST

pytestmark = pytest.mark.backend


def opened(session: Session) -> None:
    """Open the closing of the case, as its page does."""
    open_act(session, close.close_case, FIRST)


def test_a_visit_is_one_look_and_each_person_has_their_own(
    at_stage: Callable[[str], Bureau], monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("filed")
    began = clock.now()

    def looks() -> list[tuple[str, str]]:
        return list(AccessRow.objects.filter(verb="close").order_by("pk").values_list("account", "subject"))

    for minutes in (0, 1, 29):
        monkeypatch.setattr(clock, "now", lambda minutes=minutes: began + timedelta(minutes=minutes))
        opened(office.session(OFFICER))
    assert looks() == [(OFFICER, FIRST)]
    opened(office.session(CHAIR))
    assert looks() == [(OFFICER, FIRST), (CHAIR, FIRST)]
    monkeypatch.setattr(clock, "now", lambda: began + history.VISIT)
    opened(office.session(OFFICER))
    assert looks()[2:] == [(OFFICER, FIRST)]


def test_opening_the_list_of_work_is_one_look_and_renewing_it_none(bureau: Bureau) -> None:
    session = bureau.session(OFFICER)
    find.todo(session)
    find.todo(session, again=True)
    assert list(AccessRow.objects.filter(verb="todo").values_list("account", "subject")) == [(OFFICER, "")]
