"""``python -m tools.reference``: write what is made from the tables and the declarations in the code.

``docs/commands.md``, ``docs/settings.md``, ``docs/errors.md``, and ``pipeline/kernel/acts_told.py``, by which help and history
know the acts without loading the office. With ``--check`` nothing is written; the exit status tells whether all is up to date.
``tests/docs`` asks the same.
"""

import json
import subprocess
import sys
from argparse import Action, ArgumentParser
from collections import Counter
from collections.abc import Sequence

from pipeline.cli import arguments
from pipeline.kernel import acts_told
from pipeline.kernel.commands import command_of
from pipeline.kernel.people import Role
from pipeline.kernel.refusals import REFUSALS
from pipeline.kernel.text import Exit, Text
from pipeline.kernel.verbs import BY_NAME, VERBS
from pipeline.office.acts import ACTS
from pipeline.office.base.acts import WORDS
from pipeline.office.engine.declare import Thing
from pipeline.settings.options import OPTIONS
from tools.place import ROOT
from tools.reference_words import (
    ACTS_TOLD,
    COMMANDS_HEAD,
    DOORS,
    ENVIRONMENT,
    ERRORS_HEAD,
    HOUSES,
    METAVARS,
    SECTIONS,
    SETTINGS_HEAD,
    STATUSES,
    TABLES,
)


def commands() -> str:
    """Return the text of ``docs/commands.md``: every verb with its arguments, its example, and the statuses."""
    lines = [COMMANDS_HEAD, "## Exit statuses", "", "| Status | Name | Meaning |", "|---|---|---|"]
    lines += [f"| {status.value} | `{status.name.lower()}` | {STATUSES[status]} |" for status in Exit]
    lines += ["| 130 | – | Ctrl-C |", "", "## Verbs", ""]
    lines += [f"- [`{verb.name}`](#{verb.name}): {verb.help.en}" for verb in VERBS]
    top = _verbs(arguments.parser("id"))
    for verb in VERBS:
        lines += ["", f"### {verb.name}", "", f"{verb.help.en} *{verb.help.id}*", ""]
        lines += ["| Argument | Meaning |", "|---|---|"]
        lines += [_argument(action) for action in _actions(top[verb.name])]
        lines += ["", f"Example: `{verb.example}`"]
        lines += ["", DOORS[verb.name]] if verb.name in DOORS else []
    lines += ["", "## Acts by role", "", "| Role | Acts |", "|---|---|"]
    for role in Role:
        own = [f"`{act.command}`" for act in ACTS if role in act.roles]
        lines += [f"| `{role}` | {', '.join(own)} |"] if own else []
    return "\n".join(lines) + "\n"


def settings() -> str:
    """Return the text of ``docs/settings.md``: every key of office.toml with its default and its meaning."""
    lines = [SETTINGS_HEAD]
    section = ""
    for option in OPTIONS:
        head, name = option.key.split(".")
        if head != section:
            lines += [
                "",
                f"## [{head}]",
                "",
                SECTIONS[head],
                "",
                "| Kunci | Bawaan | Arti |",
                "|---|---|---|",
            ]
            section = head
        choices = f" Pilihan: {', '.join(option.choices)}." if option.choices else ""
        default = json.dumps(option.default, ensure_ascii=False).replace("|", "\\|")
        lines.append(f"| `{name}` | `{default}` | {option.help.id}{choices} |")
    for table, (words, rows) in TABLES.items():
        lines += ["", f"## [[{table}]]", "", words, "", "| Kunci | Arti |", "|---|---|"]
        lines += [f"| `{name}` | {meaning} |" for name, meaning in rows.items()]
    lines += ["", "## Environment variables", "", "| Variable | Meaning |", "|---|---|"]
    lines += [f"| `{name}` | {meaning} |" for name, meaning in ENVIRONMENT.items()]
    return "\n".join(lines) + "\n"


def errors() -> str:
    """Return the text of ``docs/errors.md``: every error code, its sentence in both languages, its exit status."""
    lines = [ERRORS_HEAD]
    house = ""
    for code, row in sorted(REFUSALS.items()):
        if code.partition(".")[0] != house:
            house = code.partition(".")[0]
            lines += ["", f"## {house}", "", HOUSES[house]]
        lines += ["", f"### {code}", "", f"Exit status {row.status.value} ({row.status.name.lower()})."]
        lines += ["", f"> {_one_line(row.id)}", ">", f"> {_one_line(row.en)}"]
        lines += ["", ", ".join(f"`{command_of(step)}`" for step in row.next)] if row.next else []
    return "\n".join(lines) + "\n"


SUBJECTS = {
    Thing.CASE: "2026-0001",
    Thing.ARRIVAL: "A-2026-0007",
    Thing.DISPOSAL: "M-2036-01",
    Thing.OFFICE: "",
}
"""What an act is about in the example of its command."""
TOLD = "pipeline/kernel/acts_told.py"


def told() -> str:
    """Return the text of :data:`TOLD`: what is said of the acts nowhere by hand, neither as verbs nor in the history."""
    by_hand = BY_NAME.keys() - acts_told.ACTS.keys()
    rows = [
        f'    "{act.command}": ({_literal(act.words.title)}, "{SUBJECTS[act.thing]}"),\n'
        for act in ACTS
        if act.command not in by_hand
    ]
    own_events, shared = (
        WORDS.keys() - acts_told.EVENTS.keys(),
        Counter(event for act in ACTS for event in act.events),
    )
    words = [
        f'    "{event}": {_literal(Text(*map(_inside, act.words.title)))},\n'
        for act in ACTS
        for event in act.events
        if event not in own_events and len(act.events) == shared[event] == 1
    ]
    return ACTS_TOLD.format(acts="".join(rows), events="".join(words))


def _literal(text: Text) -> str:
    return f"Text({', '.join(json.dumps(part, ensure_ascii=False) for part in text)})"


def _inside(sentence: str) -> str:
    """Return a title as it stands inside a sentence."""
    return sentence[:1].lower() + sentence[1:]


PAGES = {TOLD: told, "docs/commands.md": commands, "docs/settings.md": settings, "docs/errors.md": errors}


def stale() -> list[str]:
    """Return the pages that are not what the code says."""
    return [
        name
        for name, page in PAGES.items()
        if not (ROOT / name).exists() or (ROOT / name).read_text("utf-8") != page()
    ]


def _verbs(top: ArgumentParser) -> dict[str, ArgumentParser]:
    subparsers = next(action for action in _actions(top) if isinstance(action.choices, dict))
    return dict(subparsers.choices or {})


def _actions(parser: ArgumentParser) -> list[Action]:
    """Return the arguments of ``parser`` but ``--help``; argparse has no public list of them."""
    return [action for action in parser._actions if action.dest != "help"]  # noqa: SLF001


def _argument(action: Action) -> str:
    value = "" if action.nargs == 0 else _value(action)
    shown = f"{action.option_strings[0]} {value}".strip() if action.option_strings else value
    if action.nargs in ("+", "*"):
        shown += " …"
    is_optional = (bool(action.option_strings) and not action.required) or action.nargs in ("?", "*")
    return f"| `{shown}`{'' if is_optional else ' (required)'} | {action.help or METAVARS[value]} |"


def _value(action: Action) -> str:
    return str(action.metavar) if action.metavar else "\\|".join(map(str, action.choices or ()))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def main(given: Sequence[str]) -> int:
    """Write the pages, or with ``--check`` only look; return an exit status."""
    names = stale()
    for name in names:
        sys.stderr.write(f"{name}: {'not up to date' if '--check' in given else 'written'}\n")
        if "--check" not in given:
            (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / name).write_text(PAGES[name](), "utf-8")
    if TOLD in names and "--check" not in given:  # the pages are made once more, from what was written now
        return subprocess.run(
            [sys.executable, "-P", "-m", "tools.reference"], cwd=ROOT, check=False
        ).returncode
    return 1 if names and "--check" in given else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
