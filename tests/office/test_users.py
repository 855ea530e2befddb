"""The people of the office: accounts added, changed, locked, given a word; each change kept; nobody locks the last admin."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from pipeline.cases.plain import to_plain
from pipeline.kernel import clock
from pipeline.kernel.errors import Stale
from pipeline.kernel.people import Role
from pipeline.office.base import sign_in, users
from pipeline.office.cases import assign, workloads
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from pipeline.records import accounts, history
from tests.office import staff
from tests.office.bureau import ADMIN, CHAIR, CLERK, OFFICER, USER, Bureau, tables
from tests.office.stages import FIRST
from tests.refused import refused_with

pytestmark = pytest.mark.backend

WHY = "Pegawai baru."
OWN = "perahu-merah menyeberang sungai"


@pytest.fixture
def office(at_stage: Callable[[str], Bureau]) -> Bureau:
    return at_stage("registered")


def lent(office: Bureau, account: str) -> None:
    """Say in office.toml that whoever tries the office may act as ``account``."""
    row = f'[[akun]]\nnama = "{account}"\nboleh_dipakai = ["{USER}"]\n\n[[akun]]'
    office.change("[[akun]]", row)


def test_an_account_that_was_added_works_as_one_of_the_file(office: Bureau) -> None:
    word = staff.add(office.session(ADMIN), "analis", {Role.OFFICER}, WHY)
    assert len(word) == 19
    with refused_with("office.may_not_act_as"):
        office.session("analis")
    lent(office, "analis")
    assert find.show(office.session("analis"), FIRST).case
    assert "analis" in workloads.officers(office.session(CHAIR).settings)
    assert (
        perform(assign.assign_officer, office.session(CHAIR), FIRST, {"officer": "analis"}).case.officer
        == "analis"
    )
    (row,) = [user for user in users.listed(office.session(CHAIR)) if user["account"] == "analis"]
    assert (row["roles"], row["locked"], row["word"]) == (["petugas_identifikasi"], False, "sekali pakai")


def test_roles_change_what_an_account_may_do_from_the_next_call_on(office: Bureau) -> None:
    staff.change_roles(office.session(ADMIN), OFFICER, {Role.ARCHIVIST}, "pindah tugas")
    with refused_with("office.no_officer"):
        perform(assign.assign_officer, office.session(CHAIR), FIRST, {"officer": OFFICER})
    assert office.session(OFFICER).actor.roles == {Role.ARCHIVIST}
    (act,) = users.changes(office.session(ADMIN), OFFICER)
    assert (act["verb"], act["detail"]["before"], act["detail"]["roles"]) == (
        "user_roles",
        ["petugas_identifikasi"],
        ["arsiparis"],
    )


def test_nobody_locks_their_own_account_or_changes_its_roles(office: Bureau) -> None:
    staff.add(office.session(ADMIN), "teknis2", {Role.ADMIN}, WHY)
    done: list[str] = []
    for act in (
        lambda: staff.lock(office.session(ADMIN), ADMIN, "x"),
        lambda: staff.change_roles(office.session(ADMIN), ADMIN, {Role.OVERSEER}, "x"),
        lambda: users.at_the_door(office.session(ADMIN), ADMIN, "x", users.FACTOR, done.append),
        lambda: users.at_the_door(office.session(ADMIN), ADMIN, "x", users.SESSIONS, done.append),
    ):
        with refused_with("office.own_account"):
            act()
    assert done == []


def test_roles_that_somebody_else_changed_meanwhile_are_looked_at_first(office: Bureau) -> None:
    staff.change_roles(
        office.session(ADMIN), OFFICER, {Role.OFFICER, Role.CLERK}, "merangkap", account_version=0
    )
    with pytest.raises(Stale):
        staff.change_roles(office.session(ADMIN), OFFICER, {Role.ARCHIVIST}, "pindah", account_version=0)
    (row,) = [user for user in users.listed(office.session(ADMIN)) if user["account"] == OFFICER]
    assert row["version"] == 1
    assert len(row["roles"]) == 2


def test_what_the_web_door_does_to_an_account_is_in_the_history(office: Bureau) -> None:
    done: list[str] = []
    users.at_the_door(office.session(ADMIN), CHAIR, "telepon hilang", users.FACTOR, done.append)
    users.at_the_door(office.session(ADMIN), CHAIR, "tertinggal terbuka", users.SESSIONS, done.append)
    assert done == [CHAIR, CHAIR]
    assert [change["verb"] for change in users.changes(office.session(CHAIR), CHAIR)] == [
        "user_factor",
        "user_sessions",
    ]
    with refused_with("office.not_yours"):
        users.at_the_door(office.session(CHAIR), CLERK, "x", users.FACTOR, done.append)
    with refused_with("office.reason_needed"):
        users.at_the_door(office.session(ADMIN), CLERK, " ", users.SESSIONS, done.append)
    with refused_with("office.no_account"):
        users.at_the_door(office.session(ADMIN), "siapa", "x", users.FACTOR, done.append)


def test_an_account_that_signs_in_meanwhile_is_locked_all_the_same(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = staff.reset(office.session(ADMIN), CLERK, WHY)
    put, signed_in = users.put, list[bool]()

    def late(account: accounts.Kept, word_: users.OneTimePassword | None = None) -> None:
        if not signed_in:
            signed_in.append(True)
            accounts.put(accounts.listed()[CLERK])
        put(account, word_)

    monkeypatch.setattr(users, "put", late)
    staff.lock(office.session(ADMIN), CLERK, "dicoba orang")
    assert accounts.listed()[CLERK].locked
    assert word


def test_a_locked_account_takes_no_step_until_it_is_unlocked(office: Bureau) -> None:
    staff.lock(office.session(ADMIN), CLERK, "kunci hilang")
    with refused_with("office.account_locked"):
        office.session(CLERK)
    staff.lock(office.session(ADMIN), OFFICER, "cuti")
    with refused_with("office.no_officer"):
        perform(assign.assign_officer, office.session(CHAIR), FIRST, {"officer": OFFICER})
    with refused_with("office.account_refused"):
        staff.lock(office.session(ADMIN), OFFICER, "lagi")
    staff.unlock(office.session(ADMIN), CLERK, "kembali")
    assert office.session(CLERK).actor.roles == {Role.CLERK}
    assert [change["verb"] for change in users.changes(office.session(ADMIN))] == [
        "user_lock",
        "user_lock",
        "user_unlock",
    ]


def test_the_last_admin_is_neither_locked_nor_given_other_roles(office: Bureau) -> None:
    for refused in (
        lambda: staff.lock(office.session(ADMIN), ADMIN, "x"),
        lambda: staff.change_roles(office.session(ADMIN), ADMIN, {Role.CLERK}, "x"),
    ):
        with refused_with("office.last_admin"):
            refused()
    staff.add(office.session(ADMIN), "teknis2", {Role.ADMIN}, WHY)
    lent(office, "teknis2")
    staff.lock(office.session("teknis2"), ADMIN, "pensiun")
    with refused_with("office.last_admin"):
        staff.lock(office.session("teknis2"), "teknis2", "x")


def test_what_must_not_be_is_refused_with_the_reason(office: Bureau) -> None:
    session = office.session(ADMIN)
    for name, roles in (
        (CLERK, {Role.CLERK}),
        ("Nama Orang", {Role.CLERK}),
        ("sistem", {Role.CLERK}),
        ("baru", set()),
        ("baru", {Role.ADMIN, Role.CHAIR}),
    ):
        with refused_with("office.account_refused"):
            staff.add(session, name, roles, WHY)
    with refused_with("office.reason_needed"):
        staff.add(session, "baru", {Role.CLERK}, " ")
    with refused_with("office.no_account"):
        staff.lock(session, "siapa", WHY)
    assert accounts.listed() == {}


def test_a_word_is_given_once_and_must_be_changed_and_is_kept_as_a_digest(office: Bureau) -> None:
    session = office.session(ADMIN)
    word = staff.reset(session, CLERK, WHY)
    assert sign_in.sign_in(office.settings, CLERK, word).must_change
    with refused_with("office.wrong_word"):
        sign_in.sign_in(office.settings, CLERK, word)
    assert (
        next(row["word"] for row in users.listed(session) if row["account"] == CLERK) == "tidak berlaku lagi"
    )
    for weak in ("123456789012", "pendek", word):
        with refused_with("office.weak_word"):
            sign_in.choose_password(office.settings, CLERK, weak)
    sign_in.choose_password(office.settings, CLERK, OWN)
    for wrong in (word, ""):
        with refused_with("office.wrong_word"):
            sign_in.sign_in(office.settings, CLERK, wrong)
    with refused_with("office.wrong_word"):
        sign_in.choose_password(office.settings, CLERK, OWN + "x")
    login = sign_in.sign_in(office.settings, CLERK, OWN)
    assert (login.must_change, login.actor.roles) == (False, {Role.CLERK})
    kept = repr(tables(office))
    assert word not in kept
    assert OWN not in kept
    assert accounts.listed()[CLERK].password.startswith("argon2$argon2id$")


def test_wrong_locked_unknown_and_over_are_one_answer_and_logged(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = office.session(ADMIN)
    word, other = staff.reset(session, CLERK, WHY), staff.reset(session, OFFICER, WHY)
    staff.lock(session, OFFICER, WHY)
    answers = set()
    for account, typed in ((CLERK, "salah"), (OFFICER, other), ("siapa", word), (CHAIR, "")):
        with refused_with("office.wrong_word") as wrong:
            sign_in.sign_in(office.settings, account, typed)
        answers.add(wrong.value.text())
    monkeypatch.setenv("RANGKAP_CLOCK", (clock.now() + timedelta(hours=73)).isoformat())
    with refused_with("office.wrong_word") as over:
        sign_in.sign_in(office.settings, CLERK, word)
    assert answers == {over.value.text()}
    failed = [row for row in tables(office, "AccessRow")["AccessRow"] if sign_in.FAILED in row]
    assert len(failed) == 5
    assert "siapa" not in repr(failed)


def test_the_first_admin_gets_a_word_at_the_console_once(office: Bureau) -> None:
    assert users.first_unused(office.settings) == ""
    made = users.first(office.settings)
    assert (
        made.account == users.first_unused(office.settings) == users.first_waiting(office.settings) == ADMIN
    )
    assert sign_in.sign_in(office.settings, ADMIN, made.word).must_change
    assert users.first_unused(office.settings) == ""
    with refused_with("office.not_first"):
        users.first(office.settings)
    (act,) = list(history.of_verb("user_first"))
    assert (act.account, act.subject) == ("sistem", ADMIN)
    assert made.word not in json.dumps(to_plain(act))


def test_an_admin_who_is_locked_out_is_reset_at_the_console_alone(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff.add(office.session(ADMIN), "teknis2", {Role.ADMIN}, WHY)
    staff.lock(office.session(ADMIN), "teknis2", WHY)
    monkeypatch.setenv("SUDO_USER", "siti")
    with refused_with("office.not_at_console"):
        users.reset_at_console(office.settings, "teknis2", "lupa")
    monkeypatch.delenv("SUDO_USER")
    with refused_with("office.account_refused"):
        users.reset_at_console(office.settings, CHAIR, "lupa")
    made = users.reset_at_console(office.settings, "teknis2", "lupa")
    assert sign_in.sign_in(office.settings, "teknis2", made.word).must_change
    (act,) = list(history.of_verb("user_console"))
    assert (act.account, act.subject, act.detail["reason"]) == ("sistem", "teknis2", "lupa")


def test_an_account_founded_in_the_file_without_roles_gets_them_by_being_added(office: Bureau) -> None:
    lent(office, "analis")
    assert office.session("analis").actor.roles == frozenset()
    staff.add(office.session(ADMIN), "analis", {Role.OFFICER}, WHY)
    assert office.session("analis").actor.roles == {Role.OFFICER}
    with refused_with("office.account_refused"):
        staff.add(office.session(ADMIN), "analis", {Role.OFFICER}, WHY)
