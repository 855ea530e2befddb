"""``rangkap explain``, ``call``, ``enquire``: the telephone (steps 3–4, enquiries)."""

import sys
from pathlib import Path
from textwrap import fill

from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import columns, typed
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.office.base.desk import Desk
from pipeline.office.cases import enquire as office
from pipeline.office.cases import phone
from pipeline.office.engine.perform import perform

_NUMBER = Text("Nomor kasus atau register yang disebut penelepon", "Case or register number the caller names")
_WORDS = Text("Kata sandi yang disebut penelepon", "Password the caller names")
_NEW = Text("Kata sandi yang disepakati (boleh kosong)", "Password agreed on (may stay empty)")
_SAY = Text("Bacakan:", "Read aloud:")
_PRINTED = Text("Siap dicetak: {files}", "Ready to print: {files}")


def explain(call: Call) -> int:
    """Show the script, or put it out as a PDF."""
    desk = desk_of(call)
    if call.args.to:
        path = phone.put_out_script(desk, Path(call.args.to).absolute())
        call.say(_PRINTED, files=path)
        return call.give({"file": str(path)}, str(path))
    found = phone.script(desk)
    plain = [{"title": title.id, "say": said} for title, said in found]
    return call.give(plain, "\n\n".join(f"{title.fill(call.lang)}\n  {said}" for title, said in found))


def tell_script(call: Call, desk: Desk) -> None:
    """Show the script before the answers to a call are asked."""
    for title, said in phone.script(desk):
        call.say(fill(f"{title.fill(call.lang)}: {said}", columns()) + "\n")


def call(call: Call) -> int:
    """Put out the records of the calls about a case."""
    made = phone.put_out(desk_of(call), call.args.case, Path(call.args.to).absolute())
    call.say(_PRINTED, files=", ".join(one.name for one in made))
    return call.give({"files": [str(one) for one in made]}, "\n".join(map(str, made)))


def enquire(call: Call) -> int:
    """Answer an enquiry: number and password are asked, or are two lines of standard input."""
    desk = desk_of(call)
    number, password = _line(call, _NUMBER), _line(call, _WORDS)
    answer = office.enquire(desk, number, password)
    call.say(_SAY)
    return call.give(answer.plain(), answer.said)


def offer_password(call: Call, desk: Desk, number: str) -> None:
    """Ask for the password of a call just registered, while the caller is on the line; empty: none."""
    while given := _line(call, _NEW).strip():
        try:
            said = perform(office.set_password, desk, number, {office.SPOKEN: given}).said
        except Refusal as error:
            if error.code != "office.weak_password":
                raise
            call.refused(error)
            continue
        call.say(said)
        return


def _line(call: Call, what: Text) -> str:
    if not is_terminal():
        return sys.stdin.readline().strip()
    return typed(f"{what.fill(call.lang)}: ")
