"""The systemd units: they start verbs that exist, as the service user, and leave the sandbox possible."""

import re
import shutil
import stat
import subprocess
from configparser import ConfigParser
from ipaddress import ip_network
from pathlib import Path

import pytest

from pipeline.cli.arguments import parser
from tests.house.conftest import ROOT

DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
TIMERS = sorted(DEPLOY.glob("*.timer"))
LASTING = {"rangkap-watch", "rangkap-worker", "rangkap-worker@", "rangkap-web"}
NIGHTLY = {"rangkap-backup", "rangkap-verify"}
ELSEWHERE = {"rangkap-backup": ["-/media", "-/mnt"]}
"""Where a unit writes besides the home."""
# the first would keep a document from a cgroup of its own, each of the others bubblewrap from mounting a /proc of its own
IN_THE_WAY = {
    "ProtectControlGroups",
    "ProtectKernelTunables",
    "ProtectProc",
    "RestrictNamespaces",
    "PrivateUsers",
    "ProcSubset",
}


def read(unit: Path) -> ConfigParser:
    config = ConfigParser(interpolation=None)
    config.optionxform = str  # type: ignore[assignment,method-assign]
    config.read(unit, encoding="utf-8")
    return config


def test_watcher_worker_and_pages_have_their_units_and_what_is_done_at_a_time_its_timer() -> None:
    assert {unit.stem for unit in UNITS} == LASTING | {timer.stem for timer in TIMERS}
    assert {timer.stem for timer in TIMERS} == NIGHTLY


def test_one_more_worker_is_the_worker() -> None:
    worker, more = (read(DEPLOY / f"rangkap-worker{mark}.service") for mark in ("", "@"))
    assert worker["Service"] == more["Service"]
    assert worker["Install"] == more["Install"]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_runs_its_verb_unprivileged_in_the_home_alone(unit: Path) -> None:
    service = read(unit)["Service"]
    words = service["ExecStart"].split()[1:]
    assert words[0] == unit.stem.removeprefix("rangkap-").removesuffix("@")
    assert parser("id").parse_args(words).verb == words[0]
    assert service["User"] == "rangkap"
    home, *media = service["ReadWritePaths"].split()
    assert home == service["Environment"].removeprefix("RANGKAP_HOME=") == "/srv/rangkap"
    assert media == ELSEWHERE.get(unit.stem, [])
    assert service["EnvironmentFile"] == "-/etc/rangkap/kantor.env", "optional, and root's"
    assert service["UMask"] == "0077"
    assert not IN_THE_WAY & set(service)
    assert service["IPAddressDeny"] == "any"
    assert all(
        ip_network(part).is_private for part in service["IPAddressAllow"].split() if part != "localhost"
    ), "nothing beyond the office's own network"
    families = set(service["RestrictAddressFamilies"].split())
    assert families == {"AF_UNIX", "AF_INET", "AF_INET6", "AF_NETLINK"}, "bubblewrap needs the last"
    assert service["MemoryMax"].endswith("%")
    assert int(service["TasksMax"]) <= 512
    divides = (service.get("Delegate"), service.get("OOMPolicy"))
    assert divides == (("memory", "continue") if unit.stem in LASTING else (None, None)), (
        "those read documents"
    )
    assert ("Type" in service) == (unit.stem not in LASTING)


@pytest.mark.parametrize("timer", TIMERS, ids=lambda timer: timer.stem)
def test_a_timer_makes_up_for_a_night_without_power(timer: Path) -> None:
    unit = read(timer)
    if timer.stem in NIGHTLY:
        assert unit["Timer"]["Persistent"] == "true"
        assert re.fullmatch(r"\*-\*-\* 0[1-4]:\d\d", unit["Timer"]["OnCalendar"])
    else:
        assert unit["Timer"]["OnCalendar"] == "*-*-* *:*:00"
    assert unit["Install"]["WantedBy"] == "timers.target"
    assert timer.with_suffix(".service") in UNITS


def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        assert UNITS  # a machine without systemd runs none of them
        return
    for unit in (*UNITS, *TIMERS):
        text = unit.read_text("utf-8")
        (tmp_path / unit.name).write_text(re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", text), "utf-8")
    result = subprocess.run(
        ["systemd-analyze", "verify", *sorted(map(str, tmp_path.iterdir()))],
        check=False,
        capture_output=True,
        text=True,
    )
    ours = [line for line in result.stderr.splitlines() if "rangkap-" in line and "Documentation" not in line]
    assert not [line for line in ours if "User=" not in line and "man" not in line], result.stderr


def test_the_office_may_run_rangkap_as_the_service_account_and_nothing_else() -> None:
    rules = [
        line
        for line in (DEPLOY / "rangkap-sudoers").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert rules == [
        "Defaults!/opt/rangkap/deploy/rangkap-kantor env_reset, !setenv",
        "%rangkap-kantor ALL=(rangkap) NOPASSWD: /opt/rangkap/deploy/rangkap-kantor",
    ]
    door = DEPLOY / "rangkap-kantor"
    assert stat.S_IMODE(door.stat().st_mode) & 0o111 == 0o111
    assert subprocess.run(["sh", "-n", door], check=False).returncode == 0
    assert "RANGKAP_HOME=/srv/rangkap\n" in door.read_text("utf-8")
