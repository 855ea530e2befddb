"""``rangkap templates``."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.cli.call import Call
from pipeline.kernel.commands import command_of
from pipeline.kernel.errors import Refusal, why
from pipeline.kernel.text import N_, Exit
from pipeline.office.letters import templates as office

_CLEAN = N_("{count} templates and clauses checked, nothing is wrong.")
_FOUND = N_("{count} templates and clauses checked: {errors} errors.")
_NONE = N_("No samples: correct the errors first.")
_ERROR = N_("ERROR")


def templates(call: Call) -> int:
    """Check templates, or list their fields."""
    verbs = {"fields": _fields, "check": _check}
    return verbs[call.args.what](call)


def _check(call: Call) -> int:
    folder = call.args.to
    reports = office.check(call.settings, call.args.name or "", samples=folder is not None)
    errors = sum(len(report.flaws) for report in reports)
    call.say(_FOUND if errors else _CLEAN, count=len(reports), errors=errors)
    if folder is not None:
        _write_samples(call, reports, Path(folder))
    plain = [
        {"template": report.template, "kind": report.kind, "usable": not report.flaws, "flaws": [*map(_plain, report.flaws)]}
        for report in reports
    ]  # fmt: skip
    call.give(plain, "\n".join(line for report in reports for line in _lines(report, call.lang)))
    return Exit.REFUSED if errors else Exit.OK


def _plain(flaw: office.Flaw) -> dict[str, Any]:
    return {name: value for name, value in vars(flaw).items() if name != "said"} | flaw.said._asdict()


def _lines(report: office.Report, lang: str) -> list[str]:
    return [
        f"{'BURUK' if report.flaws else 'baik '}  {report.template}",
        *(f"       {_ERROR.fill(lang)}: {flaw.text(lang)}" for flaw in report.flaws),
        *(f"       {command_of(step)}" for step in report.next),
    ]


def _write_samples(call: Call, reports: Sequence[office.Report], folder: Path) -> None:
    filled = [report for report in reports if report.sample]
    if not filled:
        call.say(_NONE)
        return
    try:
        pictures = office.pictured(call.settings, filled)
    except Refusal as error:
        if error.code != "rendering.no_renderer":
            raise
        call.refused(error)
        pictures = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for report in filled:
            (folder / f"{report.template}.docx").write_bytes(report.sample)
        for name, number, png in pictures:
            (folder / f"{name}-{number}.png").write_bytes(png)
    except OSError as error:
        raise Refusal("office.samples_not_written", folder=folder, reason=why(error)) from None
    call.say(N_("Filled samples were written to {folder}."), folder=folder)


def _fields(call: Call) -> int:
    listed = office.fields(call.settings, call.args.name or "")
    plain = [
        {"template": kind, "title": title, "fields": [{"typed": typed, "example": example} for typed, example in fields]}
        for kind, title, fields in listed
    ]  # fmt: skip
    lines = (
        "\n".join((f"{kind} ({title})", *(f"  {typed}  {_shown(example)}" for typed, example in fields)))
        for kind, title, fields in listed
    )
    return call.give(plain, "\n\n".join(lines))


def _shown(example: object) -> str:
    return "; ".join(
        str(text)
        for text in (example if isinstance(example, list) else [example])
        if not isinstance(text, dict)
    )
