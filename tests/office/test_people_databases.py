"""Accounts and blocks are the same on both databases: kept, found again, and refused when stale."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.kernel.people import Role
from pipeline.office.base import conflict, sign_in, users
from pipeline.office.overview import find
from pipeline.records import accounts, boot, history
from pipeline.records.accounts import Kept
from pipeline.records.errors import NotFound, Stale
from tests.office.bureau import ADMIN, CHAIR, CLERK, SCHOOL, Bureau


def test_accounts_and_blocks_on_both_databases(engine: str, bureau: Bureau) -> None:
    assert engine
    word = users.add(bureau.desk(ADMIN), "analis", {Role.OFFICER, Role.CLERK}, "baru").word
    assert sign_in.sign_in(bureau.settings, "analis", word).actor.roles == {Role.OFFICER, Role.CLERK}
    users.lock(bureau.desk(ADMIN), "analis", "cuti")
    assert accounts.listed()["analis"].locked
    kept = accounts.listed()["analis"]
    with boot.transact():
        accounts.put(kept)
    with pytest.raises(Stale), boot.transact():
        accounts.put(replace(kept, locked=False))
    with pytest.raises(Stale), boot.transact():
        accounts.put(Kept("analis", frozenset()))
    case = bureau.register(SCHOOL).number
    conflict.record(bureau.desk(CHAIR), case, CLERK, "keluarga", "sepupu")
    with pytest.raises(NotFound):
        find.show(bureau.desk(CLERK), case)
    assert [one.verb for one in history.of_subject(CLERK)] == ["conflict"]
    conflict.lift(bureau.desk(CHAIR), case, CLERK, "keliru")
    assert find.show(bureau.desk(CLERK), case).case
