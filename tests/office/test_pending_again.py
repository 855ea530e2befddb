"""A step that waits for the archive is completed when it is typed once more, and never done twice."""

from pipeline.office.delivery import deliver
from pipeline.office.engine.perform import perform
from pipeline.records import entries, history
from tests.office import damage
from tests.office.bureau import CLERK
from tests.office.stages import FIRST, SECOND
from tests.office.test_move import AtStage, moved
from tests.refused import refused_with


def test_a_move_is_not_done_twice(at_stage: AtStage) -> None:
    registered = at_stage("registered")
    with damage.archive_stuck(registered.settings):
        for _ in range(2):
            with refused_with("office.filing_pending"):
                moved(registered)
    with refused_with("office.not_in_case"):
        moved(registered)
    for case, verb in ((FIRST, "move_out"), (SECOND, "move_in")):
        assert [act.verb for act in history.of_case(case)].count(verb) == 1
    assert entries.unfinished() == []
    assert registered.verify() == []


def test_an_attempt_to_deliver_is_counted_once(at_stage: AtStage) -> None:
    filed = at_stage("filed")
    tried = {"result": "belum berhasil", "way": "pos", "failure": "dikembalikan pos"}
    with damage.archive_stuck(filed.settings):
        for _ in range(2):
            with refused_with("office.filing_pending"):
                perform(deliver.record_delivery, filed.session(CLERK), FIRST, tried)
    assert [act.verb for act in history.of_case(FIRST)].count("attempt") == 1
    perform(deliver.record_delivery, filed.session(CLERK), FIRST, tried)
    assert [act.verb for act in history.of_case(FIRST)].count("attempt") == 2
    assert filed.verify() == []
