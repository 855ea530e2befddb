"""The database on a PostgreSQL server made again from archive and arrivals: row by row what it was, or all as before."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from pipeline.kernel import clock
from pipeline.office.base import home_lock
from pipeline.office.keeping import rebuild
from pipeline.records import boot
from tests.office.bureau import ARCHIVIST, USER, Bureau
from tests.office.test_rebuild import arrivals_of, built, busy, rows  # noqa: F401 - fixtures
from tests.refused import refused_with
from tools.postgresql import PASSWORD, Server

_SCHEMAS = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'rangkap%'"
_KILLED = """
import os, signal, sys
from pathlib import Path
from pipeline.office.base.session import who
from pipeline.office.keeping import rebuild
from pipeline.settings import load
def killed(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(rebuild, sys.argv[2], killed)
settings = load(Path(sys.argv[1]))
rebuild.rebuild(settings, who(settings, sys.argv[3], sys.argv[4]))
"""


@contextmanager
def on_an_empty_one(postgresql: Server, patch: pytest.MonkeyPatch) -> Iterator[str]:
    """Let the homes of this test have an empty database on the server; gives its name."""
    with pytest.MonkeyPatch.context() as model:
        model.setattr(postgresql, "model", "template0")
        name = postgresql.new()
    boot.close()
    patch.setenv("RANGKAP_DATABASE", postgresql.address(name))
    yield name
    boot.close()
    postgresql.drop(name)


def schemas(postgresql: Server, name: str) -> list[str]:
    with postgresql.connect(name) as held:
        return [str(schema) for (schema,) in held.execute(_SCHEMAS)]


def killed_at(office: Bureau, point: str) -> None:
    """Let another process rebuild the office's database until it comes to ``point``, where it is killed."""
    boot.close()
    with home_lock.alone(office.settings):
        """Lets go of it: this process holds it for its desks."""
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, office.home, point, USER, ARCHIVIST],
        env=os.environ | {"RANGKAP_CLOCK": clock.now().isoformat()},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL


def test_an_office_whose_database_is_lost_is_on_the_server_row_by_row_what_it_was(
    busy: Bureau,  # noqa: F811
    postgresql: Server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before, came = rows(busy), arrivals_of(busy)
    with on_an_empty_one(postgresql, monkeypatch) as name:
        with refused_with("records.no_database"):
            busy.session()
        counts = built(busy)
        assert (counts["cases"], counts["arrivals"], counts["put_back"]) == (4, len(came), 0)
        after = rows(busy)
        for table, expected in before.items():
            assert after[table] == expected, table
        assert arrivals_of(busy) == came
        assert busy.verify() == []
        assert schemas(postgresql, name) == [], "nothing was there to be set aside"
        _begun_anew_and_stopped(busy, postgresql, name, after)


def _begun_anew_and_stopped(office: Bureau, postgresql: Server, name: str, before: dict[str, Any]) -> None:
    """Rebuild over a database that is there: stopped at any point all is as before; then the old one stands aside."""
    for point in ("_entries", "_loose_arrivals"):
        killed_at(office, point)
        assert (office.settings.var / "rebuild.open").exists()
        with refused_with("records.no_database"):
            office.session()
        assert schemas(postgresql, name) == [], "the server undid it"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rebuild.rebuild_numbers, "mail", _fails)
        with pytest.raises(RuntimeError):
            built(office)
    assert rows(office) == before, "the old one serves on"
    built(office)
    assert rows(office) == before
    assert office.verify() == []
    (aside,) = schemas(postgresql, name)
    with postgresql.connect(name) as held:
        (count,) = held.execute(f"SELECT count(*) FROM {aside}.records_caserow").fetchone() or (0,)
    assert count == 4, "the old one is kept"


def _fails(*_: object) -> None:
    raise RuntimeError


@pytest.mark.parametrize("is_owner", [True, False])
def test_its_user_needs_to_own_the_database_and_nothing_more(
    postgresql: Server, bureau: Bureau, monkeypatch: pytest.MonkeyPatch, is_owner: bool
) -> None:
    with on_an_empty_one(postgresql, monkeypatch) as name:
        user = f"pemakai_{name}"
        with postgresql.connect(name) as held:
            held.execute(f"CREATE ROLE {user} LOGIN NOSUPERUSER PASSWORD '{PASSWORD}'")
            held.execute("GRANT ALL ON SCHEMA public TO PUBLIC")
            if is_owner:
                held.execute(f"ALTER DATABASE {name} OWNER TO {user}")
        monkeypatch.setenv("RANGKAP_DATABASE", postgresql.address(name).replace("//kantor:", f"//{user}:"))
        bureau.register()
        before = rows(bureau)
        if is_owner:
            built(bureau)
        else:
            with refused_with("records.not_owner"):
                built(bureau)
            assert not (bureau.settings.var / "rebuild.open").exists()
        assert rows(bureau) == before
        boot.close()
        with postgresql.connect(name) as held:
            held.execute(f"REASSIGN OWNED BY {user} TO kantor")
            held.execute(f"DROP OWNED BY {user}")
            held.execute(f"DROP ROLE {user}")
