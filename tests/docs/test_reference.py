"""The documents say what the code does: reference pages, links, commands and pictures."""

import re
import shlex
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from pipeline.cli.arguments import parser
from pipeline.kernel.refusals import REFUSALS
from pipeline.kernel.text import Exit
from pipeline.kernel.verbs import VERBS, Verb
from pipeline.office.acts import BY_COMMAND
from pipeline.settings.options import OPTIONS
from tools import reference
from tools.place import ROOT

PAGES = sorted(
    path
    for pattern in ("*.md", "docs/*.md", "decisions/*.md", "deploy/*.md", "requirements/*.md", "demo/**/*.md")
    for path in ROOT.glob(pattern)
)
IDS = [str(page.relative_to(ROOT)) for page in PAGES]
RUN = {"test", "demo", "bench", "weight", "lock", "mutants"}
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_CALL = re.compile(r"(?:^\$ |`|^RANGKAP_HOME=\S+ )rangkap ([^`\n]+)", re.MULTILINE)
_TYPED = re.compile(r"^\$ rangkap (.+)$", re.MULTILINE)
_RUN = re.compile(r"\./run ([a-z]+)")
_LARGEST_PICTURE = 300_000


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def slugs(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def calls(page: Path) -> list[str]:
    """Every ``rangkap …`` that a page shows at a prompt or in backticks; ``VERB`` stands for any."""
    commands = [call.strip() for call in _CALL.findall(page.read_text("utf-8"))]
    return [call for call in commands if re.match(r"[a-z]", call)]


def test_the_reference_pages_are_what_the_code_says() -> None:
    assert reference.stale() == [], "run: python -m tools.reference"


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_verb_has_its_entry(verb: Verb) -> None:
    assert f"### {verb.name}\n" in text("docs/commands.md")


@pytest.mark.parametrize("status", Exit, ids=lambda status: status.name)
def test_every_exit_status_is_told(status: Exit) -> None:
    assert f"| {status.value} | `{status.name.lower()}` |" in text("docs/commands.md")


def test_every_setting_has_its_entry_in_its_section() -> None:
    sections = re.split(r"^## \[(\w+)\]$", text("docs/settings.md"), flags=re.MULTILINE)
    rows = dict(zip(sections[1::2], sections[2::2], strict=True))
    missing = [
        option.key
        for option in OPTIONS
        if f"| `{option.key.split('.')[1]}` |" not in rows[option.key.split(".")[0]]
    ]
    assert missing == []


def test_every_error_code_has_its_entry() -> None:
    codes = set(REFUSALS)
    headings = set(re.findall(r"^### (\S+)$", text("docs/errors.md"), re.MULTILINE))
    assert codes == headings
    assert len(codes) > 50


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in _LINK.findall(_FENCE.sub("", page.read_text("utf-8"))):
        if target.startswith(("http://", "https://")):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), target
        assert not anchor or anchor in slugs(there), target


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_command_shown_can_be_typed(page: Path) -> None:
    names = {verb.name for verb in VERBS}
    for call in calls(page):
        words = shlex.split(call.replace("…", ""), comments=True)
        assert words[0] in names, call
    for typed in _TYPED.findall(page.read_text("utf-8")):
        parser("id").parse_args(shlex.split(typed, comments=True))
    for verb in _RUN.findall(page.read_text("utf-8")):
        assert verb in names | RUN, verb


def test_the_examples_in_the_help_can_be_typed() -> None:
    for verb in VERBS:
        assert parser("en").parse_args(shlex.split(verb.example)[1:]).verb == verb.name


@pytest.mark.parametrize("page", ["README.md", "docs/panduan-petugas.md"])
def test_the_walks_show_commands(page: str) -> None:
    assert len(calls(ROOT / page)) > 8


def test_the_picture_of_a_letter_shows_two_pages_and_is_small() -> None:
    data = (ROOT / "docs/pictures/letter.png").read_bytes()
    wide, high = struct.unpack(">II", data[16:24])
    assert data.startswith(b"\x89PNG")
    assert len(data) < _LARGEST_PICTURE
    assert wide > high > 1000


def test_the_picture_of_the_flow_is_drawn_without_anything_from_outside() -> None:
    drawn = ET.fromstring(text("docs/pictures/flow.svg"))
    assert drawn.find("{http://www.w3.org/2000/svg}title") is not None
    used = [value for node in drawn.iter() for value in node.attrib.values() if "://" in value]
    assert used == []


def test_stale_pages_are_told_and_written_only_without_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reference, "ROOT", tmp_path)
    assert reference.main(["--check"]) == 1
    assert not (tmp_path / "docs").exists()
    assert reference.main([]) == 0
    assert reference.main(["--check"]) == 0
    assert (tmp_path / "docs" / "errors.md").read_text("utf-8") == reference.errors()


def test_the_readme_leads_to_every_guide() -> None:
    assert [
        path.name for path in (ROOT / "docs").glob("*.md") if f"docs/{path.name}" not in text("README.md")
    ] == []


def test_the_table_of_roles_names_every_verb_that_is_no_declared_act() -> None:
    section = text("docs/admin.md").partition("Roles and what they may do here")[2].partition("\n## ")[0]
    named = {phrase.split()[0] for phrase in re.findall(r"`([a-z-]+(?: [^`]+)?)`", section)}
    assert sorted({verb.name for verb in VERBS} - BY_COMMAND.keys() - named) == []


def test_what_is_said_to_be_planned_has_no_verb_yet() -> None:
    planned = text("README.md").partition("Planned, and not there yet:")[2].partition("\n\n")[0]
    assert not re.search(
        r"browser|backup|PostgreSQL|secretariat|dispatch book|verbs of their own for steps", planned
    )
