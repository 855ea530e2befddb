"""``rangkap watch``: receive; on a terminal (or with ``--answers``) register each letter as it comes in."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from types import FrameType
from typing import Any

from pipeline.cases.states import REGISTER_ROLES
from pipeline.cli.call import CHECKOUT, Call
from pipeline.cli.lines import is_screen, is_terminal
from pipeline.cli.open import actor_of
from pipeline.cli.prompts import Abandoned
from pipeline.cli.verbs.register import register_item, say_registered
from pipeline.intake.reader import Reader
from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.office.arrivals.mail_log import Received
from pipeline.office.base.desk import Desk, open_desk, system, user_of_process
from pipeline.office.overview import receive
from pipeline.office.overview import watch as office
from pipeline.office.signing.read import new_reader, read_arrival
from pipeline.records import arrivals

_TOLD = {
    "agenda": Text("Masuk: {name}. Nomor agenda {agenda}: tulis nomor ini pada surat.",
                   "In: {name}. Agenda number {agenda}: write it on the letter."),
    "copy": Text("{paper} bertanda tangan diterima: {note}", "{paper} came back signed: {note}"),
    "page": Text("{paper} bertanda tangan diterima: {note}", "{paper} came back signed: {note}"),
    "sheet": Text("{paper} diterima kembali: {note}", "{paper} came back: {note}"),
    "edited": Text("Suntingan konsep diterima, menunggu ketua. Surat {note}", "An edited draft came back and waits for the chair. Letter {note}"),
    "edit_idle": Text("{name} adalah suntingan konsep yang disimpan, tetapi tidak menunggu ketua. Surat {note}",
                      "{name} is an edited draft that is kept, but does not wait for the chair. Letter {note}"),
    "unmatched": Text("{name} perlu dilihat petugas: {note}", "{name} needs a person to look at it: {note}"),
    "aside": Text("{name} disisihkan, tidak perlu apa-apa lagi: {note}", "{name} is put aside, nothing is needed: {note}"),
    "repeat": Text("{name} sudah ada: {agenda} {note}", "{name} is here already: {agenda} {note}"),
    "healed": Text("{name} sudah ada: {agenda} {note}. Berkas yang tersimpan hilang atau rusak dan sudah dipulihkan dari berkas ini.",
                   "{name} is here already: {agenda} {note}. The stored file was missing or damaged and was put right from this one."),
    "refused": Text("{name} ditolak: {reason}", "{name} was refused: {reason}"),
    "later": Text("{name} ditunda: {reason}", "{name} is put off: {reason}"),
}  # fmt: skip


_LONG, _FIRST = 5, 2
"""Pages from which a document is long, and how many of it are read before the questions."""
_FILE = Text("berkas {item}", "file {item}")


class Prepared:
    """The answers of ``--answers``: an object for one letter, or one object for each file name.

    Each object serves one letter: what was typed for one person is never saved for the next.
    """

    def __init__(self, given: Mapping[str, Any]) -> None:
        is_by_name = bool(given) and all(isinstance(each, dict) for each in given.values())
        self._named = dict(given) if is_by_name else {}
        self._flat = None if is_by_name else given

    def take(self, name: str) -> Mapping[str, Any] | None:
        """Return the answers for the file ``name``, once; None where there are none (any more)."""
        flat, self._flat = self._flat, None
        return flat if flat is not None else self._named.pop(name, None)


def watch(call: Call) -> int:
    """Receive until stopped (``--once``: until the inbox is empty)."""
    answers = call.answers()
    prepared = None if answers is None else Prepared(answers)
    asks = prepared is not None or (is_terminal() and not call.args.no_prompt)
    if not asks and not call.args.once:
        os.execve(sys.executable, [sys.executable, "-P", "-m", "pipeline.watcher"], _environment(call))
    actor = actor_of(call)
    machine = open_desk(call.settings, system(user_of_process(call.settings)))
    clerk = Desk(machine.settings, actor)
    office.start(machine)
    stopping: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        stopping.append(number)

    signal.signal(signal.SIGTERM, stop)
    came: list[dict[str, Any]] = []
    sees_names = actor.is_any(*REGISTER_ROLES)
    with new_reader(machine.settings) as reader:
        counter = receive.reception(machine, reader)
        for one in office.rounds(counter, lambda: bool(stopping), once=call.args.once):
            _tell(call, one, on_screen=sees_names and is_screen())
            name = one.name if sees_names else ""
            row = {"what": one.what, "arrival": one.arrival, "agenda": one.agenda, "name": name}
            came.append(row)
            if asks and one.what == "agenda":
                row["case"] = _register(call, machine, clerk, reader, one, prepared)
    return call.give(came)


def _register(
    call: Call, machine: Desk, clerk: Desk, reader: Reader, one: Received, prepared: Prepared | None
) -> str:
    """Read what came in and register it; returns the case, or nothing where the letter keeps waiting.

    Of a long document the first pages must do: the worker reads the others, and nobody waits for them.
    """
    is_long = arrivals.get(one.arrival).pages > _LONG
    read_arrival(machine, reader, one.arrival, _FIRST if is_long else 0)
    answers = prepared.take(one.name) if prepared else None
    if prepared is not None and answers is None:
        return ""
    try:
        case = register_item(call, clerk, arrivals.get(one.arrival), answers)
    except Abandoned as left:
        call.say(left.text(call.lang))
    except RangkapError as error:
        call.say(f"rangkap: {error.text(call.lang)} [{error.code}]")
        if error.status == Exit.NO_RIGHT:
            raise
    else:
        say_registered(call, case)
        return case.number
    return ""


def _tell(call: Call, one: Received, *, on_screen: bool) -> None:
    """Say what became of a file. Its name, which may be that of a person, is for the clerk's screen; a log gets ids alone."""
    reason = one.error.text(call.lang) if one.error else ""
    name, note = one.name, one.note
    if not on_screen:
        name = _FILE.fill(call.lang, item=one.arrival) if one.arrival else one.name
        note = one.note if one.what in ("repeat", "healed") else one.letter or "rangkap todo"
    paper = one.paper.fill(call.lang) if one.paper else name
    call.say(_TOLD[one.what], name=name, agenda=one.agenda, note=note, reason=reason, paper=paper)


def _environment(call: Call) -> dict[str, str]:
    path = os.pathsep.join(filter(None, (str(CHECKOUT), os.environ.get("PYTHONPATH", ""))))
    return os.environ | {"RANGKAP_HOME": str(call.home), "PYTHONPATH": path}
