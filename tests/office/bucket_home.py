"""An office whose archive lies in a bucket of a real server."""

import os
import re
import secrets
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.opened import archive_of
from pipeline.intake.reader import Reader
from pipeline.records import boot
from pipeline.stores.bucket import Bucket
from tests.office import pdf_shelf
from tests.office.bureau import CHECKOUT, Bureau, new_home
from tools import s3

_SHELL = re.compile(r"^### (.+)\n(?:(?!###).*\n)*? *```sh\n((?:.*\n)*?) *```", re.MULTILINE)


@pytest.fixture
def on_bucket(
    request: pytest.FixtureRequest,
    s3_server: s3.Server,
    tmp_path: Path,
    pdfs: Path,
    office_reader: Reader,
    office_clock: None,
    open_database: None,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Bureau]:
    """A new office whose archive lies in a bucket, with its key in its home; a test may name the bucket."""
    bucket = getattr(request, "param", s3.PLAIN)
    choose(monkeypatch, s3_server, bucket)
    with monkeypatch.context() as older:
        if bucket == s3.LOCKED:  # an earlier version made archives there
            older.setattr(Bucket, "need_fit", lambda _: None)
        home = new_office(tmp_path / "rumah")
    office = Bureau(home, office_reader)
    pdf_shelf.lay_out(pdfs, office.home)
    office.session()
    yield office
    boot.close()
    pdf_shelf.take_back(pdfs, office.home)


def put_key(home: Path) -> None:
    """Put the key of the bucket where the home of an office keeps it."""
    path = home / "var" / "keys" / "bucket.toml"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(0o600)
    path.write_text(f'access_key_id = "{s3.NAME}"\nsecret_access_key = "{s3.SECRET}"\n')


def choose(patch: pytest.MonkeyPatch, server: s3.Server, bucket: str = s3.PLAIN) -> None:
    """Let the archive lie in a folder of a bucket that nobody has used."""
    prefix = f"kantor-{secrets.token_hex(6)}"
    patch.setenv("RANGKAP_ARCHIVE", f"s3://{bucket}/{prefix}?endpoint={server.endpoint}")


def new_office(home: Path) -> Path:
    """Make the home of an office; its key lies there before."""
    put_key(home)
    return new_home(home)


def store_of(bureau: Bureau) -> Bucket:
    """Return the store of an office."""
    archive = archive_of(bureau.settings)
    assert isinstance(archive, OnStore)
    assert isinstance(archive.store, Bucket)
    return archive.store


def moved(folder: Path, title: str, without: str = "") -> None:
    """Do in ``folder`` what docs/archive.md tells a person to type under ``title``, but the program ``without``."""
    blocks = dict(_SHELL.findall((CHECKOUT / "docs" / "archive.md").read_text()))
    lines = blocks[title].replace("\\\n", "").splitlines(keepends=True)
    kept = "".join(line for line in lines if line.split()[:1] != [without])
    subprocess.run(["sh", "-eu", "-c", kept], cwd=folder, check=True)


def fetched(place: str, folder: Path, key: str) -> None:
    """Let restic write the newest backup at ``place`` into ``folder``, with the words of docs/archive.md."""
    page = (CHECKOUT / "docs" / "archive.md").read_text()
    (command,) = re.findall(r"^ *(restic -r /media/usb/rangkap restore .*)$", page, re.MULTILINE)
    words = command.replace("/media/usb/rangkap", place).replace("/srv/rangkap", str(folder)).split()
    subprocess.run(words, env=os.environ | {"RESTIC_PASSWORD": key}, check=True, capture_output=True)
