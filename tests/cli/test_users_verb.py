"""``rangkap users``: what is typed, what is shown, and that a word stands on standard output alone."""

import json
from collections.abc import Callable

from pipeline.cli.arguments import ROLES
from pipeline.kernel.people import Role
from pipeline.kernel.text import Exit
from tests.cli.conftest import Run
from tests.office.bureau import ADMIN, CHAIR, CLERK, Bureau
from tests.office.stages import FIRST
from tests.office.test_users import lent

At = Callable[[str], Bureau]


def test_the_parser_knows_the_roles_of_the_office() -> None:
    assert tuple(Role) == ROLES


def test_an_account_is_added_listed_locked_and_told_of(at_stage: At, run: Run) -> None:
    office = at_stage("registered")
    status, word, err = run(
        office, ADMIN, "users", "add", "analis", "--role", "petugas_identifikasi", given="baru"
    )
    assert status == Exit.OK
    assert len(word.strip()) == 19
    assert word.strip() not in err
    assert "office.toml" in err
    lent(office, "analis")
    assert run(office, "analis", "show", FIRST)[0] == Exit.OK
    assert run(office, ADMIN, "users", "lock", "analis", given="cuti")[0] == Exit.OK
    status, _, err = run(office, "analis", "show", FIRST)
    assert (status, "[office.account_locked]" in err) == (Exit.NO_RIGHT, True)
    listed = run(office, CHAIR, "users")[1]
    assert "analis  petugas_identifikasi  kata sandi sekali pakai  DIKUNCI" in listed
    acts = json.loads(run(office, ADMIN, "users", "history", "analis", "--json")[1])
    assert [act["verb"] for act in acts] == ["user_add", "user_lock"]
    assert run(office, ADMIN, "users", "roles", "analis", "--role", "arsiparis", given="pindah")[0] == Exit.OK
    assert run(office, ADMIN, "users", "unlock", "analis", given="kembali")[0] == Exit.OK
    assert run(office, "analis", "export", "register", "--purpose", "arsip")[0] == Exit.OK


def test_words_are_given_at_the_console_and_by_the_admin(at_stage: At, run: Run) -> None:
    office = at_stage("registered")
    assert run(office, ADMIN, "users", "first")[0] == Exit.OK
    status, _, err = run(office, ADMIN, "users", "first")
    assert (status, "[office.not_first]" in err) == (Exit.REFUSED, True)
    assert len(run(office, ADMIN, "users", "reset", CLERK, given="lupa")[1].strip()) == 19
    assert run(office, ADMIN, "users", "reset", ADMIN, "--console", given="lupa")[0] == Exit.OK
    status, _, err = run(office, ADMIN, "users", "lock", ADMIN, given="salah")
    assert (status, "[office.last_admin]" in err) == (Exit.REFUSED, True)
    assert run(office, ADMIN, "users", "lock", given="x")[0] == Exit.USAGE
    assert run(office, CLERK, "users")[0] == Exit.NO_RIGHT
