"""The store of accounts: what the office changed since office.toml founded them, and their words to sign in."""

import json
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import connection

from pipeline.kernel.people import Role
from pipeline.records import request_cache
from pipeline.records.models import AccountRow
from pipeline.records.stored import Store, update

_FACTORS = (
    ("web_papercode", "paper_id IN (SELECT id FROM web_paper WHERE user_id = %s)"),
    ("web_paper", "user_id = %s"),
    ("web_telephone", "user_id = %s"),
)
_OLDER = (
    ("otp_static_statictoken", "device_id IN (SELECT id FROM otp_static_staticdevice WHERE user_id = %s)"),
    ("otp_static_staticdevice", "user_id = %s"),
    ("otp_totp_totpdevice", "user_id = %s"),
)
"""Tables of an older door, which the first start of this one takes over: what is dropped goes from there too."""


@dataclass(frozen=True)
class Kept:
    """An account as the office keeps it; ``password`` is a digest, never a word. ``until`` bounds a word given once."""

    name: str
    roles: frozenset[Role]
    locked: bool = False
    password: str = ""
    last_login: datetime | None = None
    once: bool = False
    until: datetime | None = None
    version: int = 0


_ACCOUNTS = Store(Kept, AccountRow, json=("roles",))


def listed() -> dict[str, Kept]:
    """Return the accounts that the office keeps, by name."""
    kept = request_cache.kept("accounts", "", lambda: _ACCOUNTS.all(AccountRow.objects.order_by("pk")))
    return {account.name: account for account in kept}


def user(name: str) -> AccountRow | None:
    """Return an account as Django's sessions know it: the one value of this house that is a row, since they ask for one."""
    return AccountRow.objects.filter(pk=name).first()


def put(one: Kept) -> Kept:
    """Enter ``one``, or put it in the place of what was read at its version. Raises Stale."""
    request_cache.forget()
    after = replace(one, version=one.version + 1)
    plain = vars(after) | {"roles": json.dumps(sorted(after.roles))}
    if one.version == 0:
        AccountRow.objects.create(**plain)
    else:
        update(AccountRow.objects.filter(pk=one.name), f"Akun {one.name}", one.version, **plain)
    return after


def drop_factors(name: str) -> None:
    """Drop what the web door keeps as the second factor of an account; for the console, which loads no page. Inside a transaction."""
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite" and there & {table for table, _ in _OLDER}:
            cursor.execute("PRAGMA secure_delete = ON")  # an older door kept them in the clear
        for table, owned in (*_FACTORS, *_OLDER):
            if table in there:
                cursor.execute(f"DELETE FROM {table} WHERE {owned}", [name])  # noqa: S608 - our own words
