"""``rangkap review`` and ``edited``: the chair decides, Word edits (steps 10–11)."""

from pathlib import Path

from pipeline.cases.fields.decisions import REASON
from pipeline.cli import difference
from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import session_of
from pipeline.cli.prompts import ask_reason, chosen, confirm
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.lookup.kinds import LetterState
from pipeline.office.answer import edited as edits
from pipeline.office.answer.approval import REVISION, VERSION, approve_letter, return_letter
from pipeline.office.answer.preview import Preview, edit_to_json, preview, put_pages
from pipeline.office.base.session import Session
from pipeline.office.engine.perform import perform

_REASON = N_("Reason for returning")
_PAGES = N_("{count} files to read are in {folder}.")
_TAKE = N_("Take edit {number} as the next revision? (yes/no)")  # fmt: skip
_WRONG = N_("Type s, k, p or n.")


def review(call: Call) -> int:
    """Show the letter or put out its pages; decide about a draft."""
    session, case = session_of(call), call.args.case
    if call.args.show is not None:
        folder = Path(call.args.show).absolute()
        made = put_pages(session, case, folder, call.args.letter)
        call.say(_PAGES, count=len(made), folder=folder)
        return call.give({"files": [str(path) for path in made]}, "\n".join(map(str, made)))
    seen = preview(session, case, call.args.letter)
    asks = is_terminal() and not call.args.json and seen.letter.state == LetterState.DRAFTED
    status = call.give(
        seen.to_json(call.lang), difference.page(seen, call.lang, colours=difference.has_colours())
    )
    if not asks:
        return status
    call.say(N_("s approve   k return   p take the edit   n later"))
    question = N_("Choice: ").fill(call.lang)
    choice = chosen(question, {key: key for key in "skpn"}, _WRONG.fill(call.lang))
    return status if choice == "n" else _decide(call, session, seen, choice)


def _decide(call: Call, session: Session, seen: Preview, choice: str) -> int:
    letter = seen.letter
    answers: dict[str, object] = {REVISION: letter.revision, VERSION: letter.version}
    act = {"s": approve_letter, "k": return_letter, "p": edits.take_edited}[choice]
    if choice == "k":
        answers[REASON] = ask_reason(_REASON.fill(call.lang), call.lang)
    usable = [edit.number for edit in seen.edits if not edit.reasons] if len(seen.edits) == 1 else []
    if choice == "p" and usable and not confirm(_TAKE.fill(call.lang, number=usable[0]), call.lang):
        raise Refusal("cli.abandoned")
    result = perform(act, session, letter.case, answers, letter.id)
    call.say(result.said)
    call.steps(result.next)
    return call.give(dict(result.told), letter.id)


_OUT = N_("The draft is at {path}. Edit it in Word, save it as .docx, then put it into the inbox or run: "
          "rangkap edited {case} FILE")  # fmt: skip
_IN = N_("Edit {number} came in and waits for the chair: rangkap take-edited {case} {number}")  # fmt: skip
_IDLE = N_("Edit {number} is kept, but does not wait for the chair and holds no approval up.")  # fmt: skip
_UNFIT = N_("Edit {number} is kept, but cannot be used and holds no approval up. Correct it by the reasons "
            "below, then give it back again: rangkap edited {case} FILE")  # fmt: skip
_NONE = N_("No edit waits in case {case}.")


def edited(call: Call) -> int:
    """Take the draft out, or the edited file in."""
    session, case = session_of(call), call.args.case
    if call.args.to is not None:
        path = edits.take_out(session, case, Path(call.args.to).absolute(), call.args.letter)
        call.say(_OUT, path=path, case=case)
        return call.give({"files": [str(path)]}, str(path))
    if call.args.file is None:
        return _waiting(call, session, case)
    edit = edits.give(session, case, Path(call.args.file))
    message = _UNFIT if edit.reasons else _IDLE if edit.why_idle else _IN
    call.say(message, number=edit.number, case=case)
    text = difference.edit(edit, call.lang, colours=difference.has_colours())
    return call.give(edit_to_json(edit, call.lang), text)


def _waiting(call: Call, session: Session, case: str) -> int:
    entries = edits.waiting(session, case, call.args.letter)
    if entries:
        call.say(
            N_("The chair reads and decides them with: rangkap review {case}"),
            case=case,
        )
    else:
        call.say(_NONE, case=case)
        instead = edits.instead(session, case, call.args.letter)
        call.say(instead.said)
        call.steps(instead.next)
    colours = difference.has_colours()
    text = "\n\n".join(difference.edit(entry, call.lang, colours=colours) for entry in entries)
    return call.give([edit_to_json(entry, call.lang) for entry in entries], text)
