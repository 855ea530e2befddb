"""Rebuild, the closing of a year and a migration as steps for the sweeps, like those of :mod:`tests.faults.office_steps`."""

import os
import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing, suppress
from pathlib import Path

from demo.answers import registration
from pipeline.archive.layout import object_root
from pipeline.intake.reader import Reader
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Actor, Role
from pipeline.office.base import home, keys
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import close_year, rebuild
from pipeline.office.overview import watch
from pipeline.records import boot, cases, entries
from pipeline.register.signed_page import TUTUP
from pipeline.settings import load
from tests.faults.office_steps import (
    CASE,
    CHECKOUT,
    Step,
    all_in_order,
    letter_pdf,
    register_it,
    session,
    take_in,
    with_letter,
)
from tests.office import older
from tests.refused import let_pass

ARCHIVIST = Actor("arsip", frozenset({Role.ARCHIVIST}), "uji")
JANUARY = "2027-01-05T09:00:00+07:00"
CALL = 6
_KEPT = {
    "records_caserow": "*",
    "records_documentrow": "case_id, logical, path, sha512, size, version",
    "records_entryrow": 'n, line, payload, register_number, "case"',
    "records_numberrow": "*",
    "records_counterrow": "*",
    "records_arrivalrow": 'id, sha512, size, agenda, state, "case"',
}


def with_cases(root: Path, reader: Reader) -> None:
    """An office with a letter that was registered, a call, and a letter that waits."""
    with_letter(root, reader)
    register_it(root, reader)
    perform(
        register.register_call,
        session(root, Role.CLERK),
        "",
        registration(CALL) | {register.NOT_A_DUPLICATE: True},
    )
    (root / "inbox" / "lain.pdf").write_bytes(letter_pdf().replace(b"595", b"594"))
    take_in(root, reader)
    boot.open_records(load(root))
    boot.close_into_one_file()


def rows(base: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what a rebuild must bring back, of the database file ``base``, which is left as it is."""
    with tempfile.TemporaryDirectory() as room:
        for name in ("", "-wal"):
            if (path := base.with_name(f"{base.name}{name}")).exists():
                shutil.copyfile(path, Path(room, f"basis.db{name}"))
        return _rows(Path(room, "basis.db"))


def _rows(base: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(base)) as held:
        return {
            name: sorted(held.execute(f"SELECT {columns} FROM {name}").fetchall(), key=repr)
            for name, columns in _KEPT.items()
        }


def build_again(root: Path, _reader: Reader) -> None:
    """Rebuild."""
    rebuild.rebuild(load(root), ARCHIVIST)


def old_one_kept(root: Path) -> None:
    """Until the new database is in its place, and after it, the old one lies somewhere in ``var/``, whole."""
    wanted = len(rows(root.with_name("asal") / "var" / "rangkap.db")["records_entryrow"])
    paths = list((root / "var").glob("rangkap*.db"))
    assert any(len(rows(path)["records_entryrow"]) == wanted for path in paths), "the old database is gone"
    with suppress(Refusal):
        session(root, Role.ARCHIVIST)
        all_in_order(root)


def built_again(root: Path) -> None:
    """Every row that the archive tells of is as it was; nothing of the rebuild is left."""
    session(root, Role.ARCHIVIST)
    all_in_order(root)
    boot.close()
    assert rows(root / "var" / "rangkap.db") == rows(root.with_name("asal") / "var" / "rangkap.db")
    assert not (root / "var" / "rebuild").exists()


def with_a_year(root: Path, reader: Reader) -> None:
    """An office with one registered letter."""
    with_letter(root, reader)
    register_it(root, reader)


def close_it(root: Path, _reader: Reader) -> None:
    """Close the year in January; where that was begun, complete it."""
    os.environ["RANGKAP_CLOCK"] = JANUARY
    at = session(root, Role.ARCHIVIST)
    watch.start(at)
    with let_pass("office.year_closed"):
        close_year.close(at, 2026, incomplete=True, reason="lembar hilang")


def closed(root: Path) -> None:
    """One object, one entry, closed once; the year is as it was."""
    assert [(entry.kind, entry.case) for entry in entries.after(0)] == [
        ("registered", CASE),
        ("year_closed", "T-2026"),
    ]
    assert (object_root(load(root).archive, "T-2026") / "v1/content" / TUTUP).is_file()
    assert entries.versions("T-2026") == 1
    assert cases.numbers() == [CASE]
    all_in_order(root)


def an_older_home(root: Path, reader: Reader) -> None:
    """A home for trying whose database is of the first version."""
    with_a_year(root, reader)
    older.make(load(root))


def migrate(root: Path, _reader: Reader) -> None:
    """Open it, which migrates it in passing."""
    boot.open_records(load(root))
    boot.close()


def migrated(root: Path) -> None:
    """The database is of this version, and the case is as it was."""
    assert (root / "var" / boot.MIGRATED).read_text("utf-8") == boot.newest()
    session(root, Role.ARCHIVIST)
    assert cases.numbers() == [CASE]
    all_in_order(root)
    with closing(sqlite3.connect(root / "var" / "rangkap.db")) as held:
        assert held.execute("PRAGMA journal_mode").fetchone() == ("wal",), "the database has no log"


def nothing(root: Path, _reader: Reader) -> None:
    """An empty folder, where an office is to be."""
    root.mkdir()


def make_home(root: Path, _reader: Reader) -> None:
    """Make the home of an office; where that was done, it stays."""
    with let_pass("office.home_exists"):
        home.init(root / "kantor", CHECKOUT, "uji", trial=True)


def whole_home(root: Path) -> None:
    """What looks like a home has its keys and its templates, whole."""
    at = root / "kantor"
    if (at / "office.toml").exists():
        brought = list((at / "letter_templates").glob("*.docx"))
        assert len(brought) >= 12, "templates are missing"
        for path in brought:
            with zipfile.ZipFile(path) as template:
                assert template.testzip() is None
        assert all(len(key) == 32 for key in keys.all_of(load(at), keys.SEAL).values())


def made_home(root: Path) -> None:
    """The office can register, file and verify."""
    whole_home(root)
    at = root / "kantor"
    watch.start(session(at, Role.CLERK))
    perform(register.register_call, session(at, Role.CLERK), "", registration(CALL))
    all_in_order(at)


UPKEEP = {
    "init": Step(nothing, make_home, made_home, whole_home),
    "rebuild": Step(with_cases, build_again, built_again, old_one_kept),
    "close": Step(with_a_year, close_it, closed),
    "migrate": Step(an_older_home, migrate, migrated),
}
