"""``rangkap metrics``: printed, put into a folder for another account to read, as JSON; and by whom it may be called."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from pipeline.kernel.errors import Exit
from tests.cli.conftest import Run
from tests.office.bureau import ADMIN, CLERK, USER, Bureau


def names(text: str) -> set[str]:
    """Return the names of the numbers in a text."""
    return {one.name for family in text_string_to_metric_families(text) for one in family.samples}


def test_they_are_printed_put_out_whole_and_given_as_json(bureau: Bureau, run: Run, tmp_path: Path) -> None:
    status, told, words = run(bureau, ADMIN, "metrics")
    assert (status, words) == (Exit.OK, "")
    assert told.startswith("# HELP rangkap_version")
    assert told.endswith("\n")
    assert {one["name"] for one in json.loads(run(bureau, ADMIN, "metrics", "--json")[1])} == names(told)
    folder = tmp_path / "textfile"
    folder.mkdir()
    before = os.umask(0o077)
    try:
        assert run(bureau, ADMIN, "metrics", "--to", str(folder)) == (Exit.OK, "", "")
        assert os.umask(0o077) == 0o077
    finally:
        os.umask(before)
    (put,) = folder.iterdir()
    assert put.name == "rangkap.prom"
    assert stat.S_IMODE(put.stat().st_mode) == 0o644, "the collector is another account"
    assert names(put.read_text("utf-8")) == names(told)
    assert run(bureau, ADMIN, "metrics", "--to", str(tmp_path / "tidak" / "ada"))[0] != Exit.OK


def test_the_key_is_made_and_never_shown(bureau: Bureau, run: Run) -> None:
    status, told, words = run(bureau, ADMIN, "metrics", "--new-key")
    path = bureau.settings.var / "keys" / "metrik.key"
    assert status == Exit.OK
    assert str(path) in words
    assert path.read_text("ascii") not in told + words
    assert run(bureau, CLERK, "metrics", "--new-key")[0] == Exit.NO_RIGHT


def test_the_timer_needs_no_account_and_nobody_else_gets_through(
    bureau: Bureau, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(bureau, CLERK, "metrics")[0] == Exit.NO_RIGHT
    path = bureau.home / "office.toml"
    text = path.read_text("utf-8")
    assert f'"{USER}"' in text
    path.write_text(text.replace(f'"{USER}"', '"orang-lain"'), "utf-8")
    status, told, _ = run(bureau, "", "metrics")
    assert (status, "rangkap_open" in told) == (Exit.OK, True)
    monkeypatch.setenv("SUDO_USER", "tamu")
    status, told, _ = run(bureau, "", "metrics")
    assert (status, told) == (Exit.NO_RIGHT, "")
