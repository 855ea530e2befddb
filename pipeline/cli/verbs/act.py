"""The command of every declared act (:mod:`pipeline.office.acts`)."""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from pipeline.cases.fields.decisions import REASON
from pipeline.cli.call import Call
from pipeline.cli.edit_conflict import at_it
from pipeline.cli.lines import PRINTED, is_screen, is_terminal
from pipeline.cli.open import session_of
from pipeline.cli.prompts import MOST_REASON, answered, ask_lines, ask_reason, confirm
from pipeline.kernel.files import need_folder, put_files
from pipeline.kernel.ids import case_of_letter, case_of_sheet
from pipeline.kernel.text import N_, Exit
from pipeline.office.acts import BY_COMMAND
from pipeline.office.base.optimistic_lock import READ
from pipeline.office.base.sample_office import PRACTICE, invented
from pipeline.office.base.session import Session
from pipeline.office.engine.declare import Act
from pipeline.office.engine.perform import Opened, look_over, open_act, perform

_DOCX = N_("LibreOffice is missing, so there are files as DOCX; print them in Word. Look with: rangkap "
           "doctor")  # fmt: skip
_SURE = N_("Go on? (yes/no)")


def act(call: Call) -> int:
    """An act on two cases is shown first."""
    session, act, given = session_of(call), BY_COMMAND[call.args.verb], getattr(call.args, "case", "")
    number = case_of_letter(given) or case_of_sheet(given) or given
    about = _about(call) if number == given else f"{given} {_about(call)}".strip()
    now = open_act(session, act, number, about)
    arrivals = [arrival.id for arrival in now.arrivals]
    with at_it(call, session, *arrivals) if arrivals else nullcontext():
        return _done(call, session, act, now, number, about)


def _about(call: Call) -> str:
    return " ".join(getattr(call.args, "about", ()))


def _done(call: Call, session: Session, act: Act, now: Opened, number: str, about: str) -> int:
    in_file = call.answers()
    if in_file is None:  # what stands beside the questions may tell where somebody lives
        for note in (*(now.shown.typed if is_screen() else ()), *now.shown.notes):
            call.say(note)
        call.steps(now.shown.next)
    if now.shown.alarm:
        call.say(now.shown.alarm)
    typed = _asked(call, session, act, now) if in_file is None else in_file
    answers = {READ: now.version, **typed}
    looked_over = ""
    if act.preview:
        preview = look_over(act, session, number, answers, about)
        for line in preview.lines:
            call.say(line)
        looked_over = preview.stamp
        if in_file is None and is_terminal() and not confirm(_SURE.fill(call.lang), call.lang):
            call.say(N_("Nothing was done."))
            return Exit.INCOMPLETE
    folder = need_folder(Path(call.args.to).absolute()) if act.is_printed else None
    result = perform(act, session, number, answers, about, looked_over=looked_over)
    made = put_files(folder, result.prints.items()) if folder else []
    if folder:
        say_printed(call, folder, made)
    call.say(result.said)
    call.steps(result.next)
    if not folder:
        return call.give(dict(result.told), str(result.told.get("id", number)))
    return call.give({**result.told, "files": [*map(str, made)]}, "\n".join(map(str, made)))


def say_printed(call: Call, folder: Path, made: Sequence[Path]) -> None:
    """Says also, in a trial home, that the papers are not real."""
    if any(path.suffix == ".docx" for path in made):
        call.say(_DOCX)
    call.say(PRINTED, count=len(made), folder=folder)
    if invented(call.settings):
        call.say(PRACTICE)


def _asked(call: Call, session: Session, act: Act, now: Opened) -> Mapping[str, Any]:
    """A single text or reason may come on standard input."""
    fields, known = now.fields, now.known
    if not fields:
        return {}
    wanted = [
        field
        for field in fields
        if field.required(known) and field.name not in known and field.default(known) is None
    ]
    is_lone = len(fields) == 1 and not fields[0].choices
    if len(wanted) == 1 and (is_lone or (wanted[0].name == REASON and not is_terminal())):
        ask = ask_lines if wanted[0].most > MOST_REASON else ask_reason
        return {wanted[0].name: ask(wanted[0].label.fill(call.lang), call.lang)}
    if not wanted and (_about(call) or not (is_terminal() or act.is_printed)):
        return {}
    return answered(call, session, None, fields, known, now.shown.proposals)
