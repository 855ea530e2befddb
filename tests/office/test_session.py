"""Who acts, and when the office does not open at all."""

import fcntl
from collections.abc import Callable
from datetime import date

import pytest

from pipeline.kernel.errors import ClockBehind
from pipeline.kernel.people import Actor, Role
from pipeline.office.base import home_lock, session
from pipeline.office.engine.perform import perform
from pipeline.office.letters.confirm_clock import confirm_clock
from pipeline.records import boot, history
from tests.office import damage
from tests.office.bureau import ADMIN, CLERK, OFFICER, USER, Bureau, tables
from tests.refused import refused_with


def test_a_person_acts_only_as_an_account_that_names_the_user(bureau: Bureau) -> None:
    actor = session.who(bureau.settings, USER)
    assert (actor.account, actor.operator, actor.roles) == (CLERK, USER, {Role.CLERK})
    actor = session.who(bureau.settings, USER, OFFICER)
    assert (actor.account, actor.operator) == (OFFICER, USER)
    with refused_with("office.unknown_account", match="orang-luar"):
        session.who(bureau.settings, "orang-luar")
    for user, account in (("orang-luar", CLERK), (USER, "walikota")):
        with refused_with("office.may_not_act_as", match=account):
            session.who(bureau.settings, user, account)
    with refused_with("office.may_not_act_as", match="penerima"):
        session.open_session(bureau.settings, Actor("penerima", frozenset(), USER))
    assert session.system(USER).account == "sistem"


def test_the_caller_of_sudo_counts_where_the_process_owns_the_home(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SUDO_USER", raising=False)
    assert session.user_of_process(bureau.settings) == USER
    monkeypatch.setenv("SUDO_USER", "norhayati")
    assert session.user_of_process(bureau.settings) == "norhayati"
    monkeypatch.setattr("os.getuid", lambda: bureau.home.stat().st_uid + 1)
    monkeypatch.setattr("pwd.getpwuid", lambda uid: type("Entry", (), {"pw_name": f"uid-{uid}"}))
    assert session.user_of_process(bureau.settings) == f"uid-{bureau.home.stat().st_uid + 1}"


def test_the_day_is_that_of_the_office_and_the_places_are_its_own(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-24T23:30:00+00:00")
    assert bureau.session().today == date(2026, 11, 25)
    assert bureau.session().places == ("Lanting Tengah", "Sungai Bakung", "Hulu Asri")


def mark_rebuild(office: Bureau) -> None:
    (office.settings.var / session.REBUILDING).touch()


def unmount(office: Bureau) -> None:
    office.held.remove(".rangkap-arsip")


@pytest.mark.parametrize(
    ("trouble", "refusals"),
    [
        (damage.lose_database_alone, ("records.no_database",)),
        (mark_rebuild, ("records.no_database",)),
        (unmount, ("archive.not_mounted", "archive.not_this_bucket")),
    ],
)
def test_no_desk_opens_without_archive_or_database(
    at_stage: Callable[[str], Bureau], trouble: Callable[[Bureau], None], refusals: tuple[str, ...]
) -> None:
    office = at_stage("registered")
    trouble(office)
    with refused_with(*refusals):
        office.session()
    if trouble is damage.lose_database_alone:
        assert not boot.is_there(office.settings), "no empty database comes in its place"


def test_a_missing_database_of_an_empty_office_is_made(bureau: Bureau) -> None:
    damage.lose_database_alone(bureau)
    admin = bureau.session(ADMIN)
    assert boot.is_there(bureau.settings)
    perform(confirm_clock, admin, "", {"reason": "baterai diganti"})
    assert session.moment_for_numbers()


def test_a_new_database_beside_a_register_is_refused(at_stage: Callable[[str], Bureau]) -> None:
    office = at_stage("registered")
    damage.lose_database_alone(office)
    boot.open_records(office.settings)
    with refused_with("office.database_behind", match="catatan 0"):
        office.session()


def test_a_home_that_is_being_rebuilt_or_in_use_is_not_shared(bureau: Bureau) -> None:
    bureau.session()
    with (bureau.settings.var / "home.lock").open() as other:
        fcntl.flock(other, fcntl.LOCK_SH)
        with refused_with("office.home_in_use"), home_lock.alone(bureau.settings):
            pass
    with home_lock.alone(bureau.settings), refused_with("office.home_in_use"):
        bureau.session()


def test_a_clock_behind_the_last_entry_gives_no_number_until_the_admin_confirms_it(
    at_stage: Callable[[str], Bureau], monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("registered")
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-24T07:00:00+07:00")
    office.session()
    with pytest.raises(ClockBehind, match="2026-11-24T01:0"):
        session.moment_for_numbers()
    before = tables(office)
    with refused_with("office.not_yours"):
        perform(confirm_clock, office.session(CLERK), "", {"reason": "jam salah"})
    assert tables(office) == before
    perform(confirm_clock, office.session(ADMIN), "", {"reason": "jam komputer kemarin terlalu cepat"})
    assert session.moment_for_numbers().hour == 0
    assert tables(office, "HistoryRow")["HistoryRow"][-1][4] == history.CONFIRM_CLOCK
