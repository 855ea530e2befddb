"""A step that waits for the archive is completed when it is typed once more, and never done twice."""

from pipeline.records import entries, history
from tests.office import damage
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
        assert [one.verb for one in history.of_case(case)].count(verb) == 1
    assert entries.unfinished() == []
    assert registered.verify() == []
