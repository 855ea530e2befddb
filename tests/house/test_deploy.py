"""The systemd units: they start verbs that exist, as the service user, and leave the sandbox possible."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.house.conftest import ROOT

UNITS = sorted((ROOT / "deploy").glob("*.service"))
# each of these would keep bubblewrap from mounting a /proc of its own
IN_THE_WAY = {"ProtectKernelTunables", "ProtectProc", "RestrictNamespaces", "PrivateUsers", "ProcSubset"}


def test_watcher_and_worker_have_their_units() -> None:
    assert [unit.stem for unit in UNITS] == ["rangkap-watch", "rangkap-worker"]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_runs_its_verb_unprivileged_in_the_home_alone(unit: Path) -> None:
    read = ConfigParser()
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(unit, encoding="utf-8")
    service = read["Service"]
    assert service["ExecStart"].split()[1:] == [unit.stem.removeprefix("rangkap-")]
    assert service["User"] == "rangkap"
    assert service["ReadWritePaths"] == service["Environment"].removeprefix("RANGKAP_HOME=") == "/srv/rangkap"
    assert not IN_THE_WAY & set(service)
