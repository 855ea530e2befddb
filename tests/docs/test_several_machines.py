"""The page about several machines: each command, setting, unit, number and size in it is what code, units and measurements say."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from pipeline import django_settings
from pipeline.cli.arguments import parser
from pipeline.kernel.verbs import BY_NAME
from tools.place import ROOT
from tools.reference_words import ENVIRONMENT

DEPLOY = ROOT / "deploy"
PAGE = (DEPLOY / "beberapa-mesin.md").read_text("utf-8")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCKS = _FENCE.findall(PAGE)
LINES = [line for kind, block in BLOCKS if not kind for line in block.splitlines()]
PROSE = _FENCE.sub("", PAGE)
SPANS = re.findall(r"`([^`\n]+)`", PROSE)
PROGRAMS = {
    "install", "createuser", "createdb", "cp", "systemctl", "journalctl", "git", "/opt/rangkap/run",
}  # fmt: skip
"""What is typed besides ``rangkap``."""


def rows(head: str) -> list[list[str]]:
    """Return the cells of the table below the line ``head``."""
    below = PAGE.partition(f"{head}\n")[2]
    table = re.match(r"(?:\|.*\n)+", below)
    assert table, head
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[0].splitlines()[1:]]


def test_every_command_can_be_typed() -> None:
    typed = [line.removeprefix("$ ") for line in LINES if line.startswith("$ ")]
    typed += [span for span in SPANS if span.startswith("rangkap ")]
    assert len(typed) > 8
    for command in typed:
        words = shlex.split(command)
        assert words[0] == "rangkap"
        if words[1:] != ["start"]:
            assert parser("id").parse_args(words[1:]).verb in BY_NAME, command
    shell = [line for line in LINES if line and not line.startswith("$ ")]
    assert {shlex.split(line)[0] for line in shell} == PROGRAMS


def test_every_unit_and_every_file_of_the_checkout_is_there() -> None:
    units = set(re.findall(r"\brangkap-[a-z]+(?:@[\d*])?(?:\.(?:service|timer))?\b@?", PAGE))
    there = {path.name for path in DEPLOY.iterdir()}
    for unit in units - {"rangkap-kantor", "rangkap-"}:
        name, _, kind = re.sub(r"@.*?(?=\.|$)", "@", unit).partition(".")
        assert f"{name}.{kind or 'service'}" in there, unit
    named = {word for line in LINES for word in shlex.split(line) if word.startswith("/opt/rangkap/deploy/")}
    assert named
    for word in named:
        assert list(DEPLOY.glob(Path(word).name)), word
    for line in LINES:
        if line.startswith("systemctl enable"):
            for unit in shlex.split(line)[3:]:
                text = (DEPLOY / f"{re.sub(r'@.*', '@', unit)}").with_suffix(Path(unit).suffix or ".service")
                assert "[Install]" in text.read_text("utf-8"), unit


def test_the_file_of_settings_is_read_alike_by_systemd_and_by_the_shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (text,) = [block for kind, block in BLOCKS if kind == "ini"]
    lines = [line.partition("=") for line in text.splitlines()]
    as_systemd = {name: value.strip("'") for name, _, value in lines}
    assert all(value == f"'{as_systemd[name]}'" for name, _, value in lines), "quoted whole"
    assert set(as_systemd) <= set(ENVIRONMENT)
    path = tmp_path / "kantor.env"
    path.write_text(text, "utf-8")
    script = (DEPLOY / "rangkap-kantor").read_text("utf-8")
    place = "/etc/rangkap/kantor.env"
    assert place in PAGE
    read = "\n".join(script[script.index("if [ -r") :].splitlines()[:5]).replace(place, str(path))
    done = subprocess.run(
        ["sh", "-euc", f"{read}\nenv -0"], env={}, capture_output=True, check=True, text=True
    )
    as_shell = dict(part.split("=", 1) for part in done.stdout.split("\0") if part.startswith("RANGKAP_"))
    assert as_shell == as_systemd
    for name, value in as_systemd.items():
        monkeypatch.setenv(name, value)
    assert django_settings.database(Path())["NAME"] == "kantor_a"
    for unit in DEPLOY.glob("*.service"):
        assert f"EnvironmentFile=-{place}\n" in unit.read_text("utf-8")


def test_what_is_said_of_the_bucket_is_what_the_settings_say() -> None:
    is_wired = "s3://" in (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert ("arsip di ember (S3) | **belum tersambung**" in PAGE) != is_wired
