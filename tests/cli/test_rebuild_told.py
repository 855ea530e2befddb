"""What only the backup guards is gone after a rebuild from the archive, and ``rangkap rebuild`` says so at its end."""

from collections.abc import Callable

from pipeline.kernel.text import Exit
from pipeline.office.answer.mandate import record_mandate
from pipeline.office.base import absences
from pipeline.office.cases import clocks
from pipeline.office.engine.perform import perform
from pipeline.records import boot
from tests.office import damage, staff
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST
from tests.office.test_days import ASKED as BEGAN
from tests.office.test_mandate import ASKED as DEPUTY
from tests.office.test_mandate import with_deputy
from tests.refused import refused_with

Run = Callable[..., tuple[int, str, str]]


def test_a_breach_a_mandate_and_a_locked_account_do_not_come_back_and_that_is_said(
    at_stage: Callable[[str], Bureau], run: Run
) -> None:
    office = with_deputy(at_stage("drafted"))
    session = office.session()
    breach = perform(clocks.start_clock, session, "", BEGAN).told["id"]
    access = perform(clocks.start_clock, session, FIRST, BEGAN).told["id"]
    perform(record_mandate, office.session(CHAIR), "", DEPUTY)
    staff.lock(office.session(ADMIN), OFFICER, "pindah tugas")
    with refused_with("office.account_locked"):
        office.session(OFFICER)
    damage.lose_database(office)
    status, _, err = run(office, ARCHIVIST, "rebuild")
    assert status == Exit.OK
    for named in ("akun yang", "mandat wakil", "kebocoran data", "kata kunci penelepon", "catatan akses"):
        assert named in err
    known = {clock.id for clock in clocks.listed(office.session(CLERK))}
    assert (access in known, breach in known) == (True, False)
    assert list(absences.recorded()) == []
    office.session(OFFICER)
    boot.close()
