"""Whatever is typed at a sign-in, a first word, a change of the word or a second factor lies nowhere: no row, log, session, freed page."""

import base64
import os
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command

from pipeline.cli.__main__ import main
from pipeline.cli.verbs.backup import _WIPED
from pipeline.kernel.text import Exit
from pipeline.office.base import home_lock, users
from pipeline.records import boot
from tests.office.bureau import ADMIN, CHAIR, CLERK, OFFICER, OVERSEER, Bureau
from tests.waiting import held_in
from tests.web.door import WORD, Door, give_words, served
from tests.web.telephone import set_up
from tests.web.visitor import Visitor

MARK = "qkenari"
BEFORE = "0019_undeliverable 000000000000"
_PACKED = re.compile(rb"\.?(eJ[\w-]{20,}):")


def word(number: int) -> str:
    """Return something that nobody else types; strong enough to become a word."""
    return f"{MARK}{number:03d} perahu seberang teluk"


@pytest.fixture
def office(engine: str, bureau: Bureau) -> Iterator[Bureau]:
    """A new office on either database, in which nobody ever had a word."""
    if engine == "postgresql":
        for left_by_the_copy in (bureau.home / "var").glob("rangkap.db*"):
            left_by_the_copy.unlink()
    bureau.session(ADMIN)
    boot.close()
    yield bureau
    boot.close()


def data_of_server() -> Path | None:
    """Return where the server keeps its files, once what it holds in memory is there; None where there is no server."""
    address = os.environ.get("RANGKAP_DATABASE")
    if not address:
        return None
    with psycopg.connect(address, autocommit=True) as there:
        there.execute("CHECKPOINT")
        ((folder,),) = there.execute("SHOW data_directory").fetchall()
    return Path(folder)


def marked(files: Iterable[tuple[Path, bytes]]) -> set[str]:
    """Return the names of those ``files`` that hold what was typed, plainly or packed as a session is."""
    names = set()
    for path, data in files:
        for packed in _PACKED.findall(data):
            data += zlib.decompress(base64.urlsafe_b64decode(packed + b"=" * (-len(packed) % 4)))
        if MARK.encode() in data.lower():
            names.add(path.name)
    return names


def kept(door: Door) -> set[str]:
    """Return the names of all files of the office, its database and its log that hold what was typed."""
    names = marked([*held_in(door.home), (door.output, door.output.read_bytes())])
    data = data_of_server()
    return names | (marked(held_in(data)) if data else set())


def test_neither_a_wrong_name_nor_a_wrong_word_stands_anywhere(office: Bureau) -> None:
    given = str(users.first(office.settings).word)
    boot.close()
    with served(office.home) as door:
        first = Visitor(door)
        first.get("/mulai/")
        assert first.post("/mulai/?" + MARK, word=word(1), new=word(2), again=word(2)).status == 401
        assert first.post("/mulai/", word=given, new=word(3), again=word(4)).status == 400
        assert first.post("/mulai/", word=given, new=word(5), again=word(5)).status == 302
        assert kept(door) == set()
    give_words(office)
    boot.close()
    with served(office.home) as door:
        at_sign_in(door)
        at_change(door)
        at_second_factor(door)
        assert door.rows("SELECT 1 FROM axes_accessattempt"), "they are counted"
        assert kept(door) == set()
    assert kept(door) == set()


def at_sign_in(door: Door) -> None:
    """Mistype at the sign-in."""
    asked = {"User-Agent": word(10), "Accept": word(11)}
    for account, typed in ((CLERK, word(12)), (word(13), WORD), (word(14), word(15)), (WORD + word(16), "")):
        answer = Visitor(door).post(f"/masuk/?lupa={MARK}", asked, account=account, word=typed, more=word(17))
        assert answer.status == 401


def at_change(door: Door) -> None:
    """Mistype at the change of the word, then change it."""
    officer = Visitor(door)
    assert officer.sign_in(OFFICER).status == 302
    path = "/kata-sandi/"
    assert officer.post(path, word=word(20), new=word(21), again=word(21)).status == 400
    assert officer.post(path, word=WORD, new=word(22), again=word(23)).status == 400
    assert officer.post(path, word=WORD, new=f"{MARK}24", again=f"{MARK}24").status == 400
    assert officer.post(f"{path}komputer-lain/", word=word(25)).status == 400
    assert officer.post(path, word=WORD, new=word(26), again=word(26)).status == 302


def at_second_factor(door: Door) -> None:
    """Mistype codes, and the word that a new telephone asks for."""
    chair = Visitor(door)
    assert chair.sign_in(CHAIR).status == 302
    chair.get("/kode/pasang/")
    assert chair.post("/kode/pasang/", code=word(30)).status == 400
    set_up(overseer := Visitor(door, dict(entered_plainly(door).cookies)))
    assert overseer.post("/kode/pasang/", word=word(31), code=word(32)).status == 400
    again = entered_plainly(door)
    assert again.post("/kode/", code=word(33)).status == 401


def entered_plainly(door: Door) -> Visitor:
    """Return the overseer, who has proved the word alone."""
    visitor = Visitor(door)
    assert visitor.sign_in(OVERSEER).status == 302
    return visitor


@pytest.fixture
def old(engine: str, office: Bureau) -> Bureau:
    """The same office as the version before left it: words in rows, and in the places of rows that are gone."""
    with served(office.home):
        """Makes the tables of the pages."""
    boot.open_records(office.settings)
    call_command("migrate", "records", "0019_undeliverable", verbosity=0)
    boot.close()
    body = f"word=********************\nnew={word(40)}\nagain={word(40)}\n" * 9
    row = (
        "INSERT INTO axes_accessattempt (username, ip_address, user_agent, http_accept, path_info, get_data, post_data,"
        " failures_since_start, attempt_time) VALUES (?, '127.0.0.1', '', '', '/kata-sandi/', '', ?, 1, '2026-11-01')"
    )
    gone = "DELETE FROM axes_accessattempt WHERE username <> 'petugas'"
    if engine == "postgresql":
        with psycopg.connect(os.environ["RANGKAP_DATABASE"]) as there:
            for at in range(40):
                there.execute(row.replace("?", "%s").encode(), (f"akun{at}" if at else CLERK, body))
            there.execute(gone.encode())
            there.execute(f"COMMENT ON TABLE django_migrations IS '{BEFORE}'".encode())
    else:
        with closing(sqlite3.connect(office.home / "var" / "rangkap.db")) as held:
            held.execute("PRAGMA secure_delete = OFF")
            for at in range(40):
                held.execute(row, (f"akun{at}" if at else CLERK, body))
            held.commit()
            held.execute(gone)
            held.commit()
        (office.settings.var / boot.MIGRATED).write_text(BEFORE)
    assert in_database(office)
    return office


def in_database(office: Bureau) -> set[str]:
    """Return the files of the database that hold what was typed; what a server writes ahead of it is its own and passes."""
    data = data_of_server()
    return marked(held_in(data / "base" if data else office.settings.var))


@pytest.mark.parametrize("how", ["upgraded", "opened"])
def test_what_an_older_version_kept_of_typed_words_is_wiped(
    old: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if how == "upgraded":
        with home_lock.alone(old.settings):
            """Lets go of it: this process held it for its desks."""
        monkeypatch.setenv("RANGKAP_HOME", str(old.home))
        assert main(["upgrade", "--to", str(tmp_path / "usb"), "--as", ADMIN]) == Exit.OK
        assert _WIPED.id in capsys.readouterr().err
    else:
        boot.open_records(old.settings)
    assert in_database(old) == set()
    boot.close()
    assert in_database(old) == set()
    with served(old.home) as door:
        assert door.rows("SELECT 1 FROM axes_accessattempt") == []
