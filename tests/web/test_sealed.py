"""The secrets of second factors lie sealed in the database, also those that an older door kept in the clear."""

import base64
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.records import accounts, boot
from tests.office.bureau import CHAIR, OFFICER, Bureau
from tests.waiting import held_in
from tests.web.door import Door, served
from tests.web.telephone import Telephone, codes_in, forget, key_in, set_up
from tests.web.visitor import Visitor

pytestmark = pytest.mark.usefixtures("on_file")

OLD_KEY = bytes(range(7, 27))
OLD_CODES = ("00c0ffee01", "00c0ffee02")
_OLD = f"""
CREATE TABLE otp_totp_totpdevice (id integer PRIMARY KEY, name text, confirmed bool, key varchar(80), step int, t0 bigint,
  digits int, tolerance int, drift int, last_t bigint, user_id varchar(64) REFERENCES records_accountrow (name));
INSERT INTO otp_totp_totpdevice VALUES (1, 'Rangkap', 1, '{OLD_KEY.hex()}', 30, 0, 6, 1, 0, -1, '{CHAIR}');
CREATE TABLE otp_static_staticdevice (id integer PRIMARY KEY, name text, confirmed bool,
  user_id varchar(64) REFERENCES records_accountrow (name));
INSERT INTO otp_static_staticdevice VALUES (1, 'kertas', 1, '{CHAIR}');
CREATE TABLE otp_static_statictoken (id integer PRIMARY KEY, token varchar(16),
  device_id integer REFERENCES otp_static_staticdevice (id));
INSERT INTO otp_static_statictoken VALUES (1, '{OLD_CODES[0]}', 1), (2, '{OLD_CODES[1]}', 1);
INSERT INTO django_migrations (app, name, applied) VALUES ('otp_totp', '0001_initial', '2026-11-01');
DELETE FROM django_migrations WHERE app = 'web';
DROP TABLE web_papercode; DROP TABLE web_paper; DROP TABLE web_telephone;
"""


def kept(home: Path) -> bytes:
    """Return everything that lies in the files of the database."""
    with closing(sqlite3.connect(home / "var" / "rangkap.db", timeout=20)) as held:
        held.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return b"".join(data for path, data in held_in(home / "var") if path.name.startswith("rangkap.db"))


def proved(door: Door, code: str) -> bool:
    """Tell whether the chair passes with ``code``."""
    visitor = Visitor(door)
    visitor.sign_in(CHAIR)
    return visitor.post("/kode/", code=code).leads_to == "/"


def test_neither_key_nor_paper_code_can_be_read_from_the_database(door: Door) -> None:
    forget(door)
    visitor = Visitor(door)
    visitor.sign_in(CHAIR)
    typed = key_in(visitor.get("/kode/pasang/").text).replace(" ", "")
    key = base64.b32decode(typed)
    page = visitor.post("/kode/pasang/", code=Telephone(typed).code())
    codes = codes_in(page.text)
    assert len(codes) == 10
    data = kept(door.home)
    for secret in (
        typed,
        key.hex(),
        base64.b64encode(key).decode(),
        *(code.replace(" ", "") for code in codes),
    ):
        assert secret.encode() not in data
    assert key not in data
    assert len(door.rows("SELECT digest FROM web_papercode")) == 10
    forget(door)


def test_a_telephone_put_beside_another_account_opens_nothing(door: Door) -> None:
    forget(door)
    visitor = Visitor(door)
    visitor.sign_in(CHAIR)
    telephone, _ = set_up(visitor)
    door.change("UPDATE web_telephone SET user_id = ?", OFFICER)
    thief = Visitor(door)
    thief.sign_in(OFFICER)
    assert thief.get("/").leads_to == "/kode/"
    assert thief.post("/kode/", code=telephone.next_code()).status == 401
    forget(door)


@pytest.fixture
def left(web_office: Bureau) -> Bureau:
    """The same office as an older door left it."""
    with served(web_office.home):
        pass
    with closing(sqlite3.connect(web_office.home / "var" / "rangkap.db")) as held, held:
        held.executescript(_OLD)
    assert OLD_KEY.hex().encode() in kept(web_office.home)
    return web_office


@pytest.fixture
def older(left: Bureau) -> Iterator[Door]:
    """The office of an older door, opened by this one."""
    with served(left.home) as door:
        yield door
    boot.close()


def test_what_an_older_door_kept_in_the_clear_is_taken_over_and_wiped(older: Door) -> None:
    tables = {name for (name,) in older.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert not {table for table in tables if table.startswith("otp_")}
    data = kept(older.home)
    for secret in (OLD_KEY.hex(), *OLD_CODES):
        assert secret.encode() not in data
    assert proved(older, Telephone(base64.b32encode(OLD_KEY).decode()).code())
    assert proved(older, OLD_CODES[0])
    assert not proved(older, OLD_CODES[0]), "each is good once"
    forget(older)


def test_a_lost_telephone_dropped_before_the_first_start_is_not_taken_over(left: Bureau) -> None:
    left.session()
    with boot.transact():
        accounts.drop_factors(CHAIR)
    boot.close()
    data = kept(left.home)
    for secret in (OLD_KEY.hex(), *OLD_CODES):
        assert secret.encode() not in data
    with served(left.home) as door:
        assert door.rows("SELECT id FROM web_telephone") == []
        assert door.rows("SELECT id FROM web_papercode") == []
        visitor = Visitor(door)
        visitor.sign_in(CHAIR)
        assert visitor.get("/kode/").leads_to == "/kode/pasang/", "a new one is set up"
    boot.close()
