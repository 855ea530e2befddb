"""Accounts, as changed since office.toml founded them."""

import json
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import connection

from pipeline.kernel.people import Role
from pipeline.records import request_cache
from pipeline.records.models import AccountRow
from pipeline.records.row_values import Store, update

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
"""Tables of an older web application, taken over at first."""


@dataclass(frozen=True)
class Kept:
    """``password`` is a digest, good ``until`` then if ``once``."""

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
    """Accounts by name."""
    kept = request_cache.kept("accounts", "", lambda: _ACCOUNTS.all(_ACCOUNTS.rows.order_by("pk")))
    return {account.name: account for account in kept}


def user(name: str) -> AccountRow | None:
    """The row, for Django's sessions."""
    return AccountRow.objects.filter(pk=name).first()


def put(account: Kept) -> Kept:
    """Enter or replace an account. Raises Stale."""
    after = replace(account, version=account.version + 1)
    plain = vars(after) | {"roles": json.dumps(sorted(after.roles))}
    if account.version == 0:
        AccountRow.objects.create(**plain)
    else:
        update(AccountRow.objects.filter(pk=account.name), f"Akun {account.name}", account.version, **plain)
    return after


def drop_factors(name: str) -> None:
    """Drop second factors without the web application."""
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite" and there & {table for table, _ in _OLDER}:
            cursor.execute("PRAGMA secure_delete = ON")  # an older door kept them in the clear
        for table, owned in (*_FACTORS, *_OLDER):
            if table in there:
                cursor.execute(f"DELETE FROM {table} WHERE {owned}", [name])  # noqa: S608 - our own words
