"""``rangkap watch``: receive what comes into the inbox."""

import os
import signal
import sys
from dataclasses import replace
from typing import Any

from pipeline.cases.states import REGISTER_ROLES
from pipeline.cli.call import Call
from pipeline.cli.lines import is_screen
from pipeline.cli.open import actor_of
from pipeline.cli.verbs.serve import environment
from pipeline.kernel.text import N_
from pipeline.office.arrivals.mail_log import Received
from pipeline.office.arrivals.scans import new_reader
from pipeline.office.base.session import open_session, system, user_of_process
from pipeline.office.overview import receive
from pipeline.office.overview import watch as office

_TOLD = {
    "agenda": N_("In: {name}. Agenda number {agenda}: write it on the letter."),
    "copy": N_("{paper} came back signed: {note}"),
    "page": N_("{paper} came back signed: {note}"),
    "sheet": N_("{paper} came back: {note}"),
    "edited": N_("An edited draft came back and waits for the chair. Letter {note}"),
    "edit_idle": N_("{name} is an edited draft that is kept, but does not wait for the chair. Letter {note}"),
    "unmatched": N_("{name} needs a person to look at it: {note}"),
    "aside": N_("{name} is put aside, nothing is needed: {note}"),
    "repeat": N_("{name} is here already: {agenda} {note}"),
    "here": N_("{name} was received."),
    "healed": N_("{name} is here already: {agenda} {note}. The stored file was missing or damaged and was "
                 "put right from this one."),
    "refused": N_("{name} was refused: {reason}"),
    "later": N_("{name} is put off: {reason}"),
}  # fmt: skip


_FILE = N_("file {item}")


def watch(call: Call) -> int:
    """Receive until stopped, or with ``--once`` until the inbox is empty."""
    if not call.args.once:
        os.execve(sys.executable, [sys.executable, "-P", "-m", "pipeline.watcher"], environment(call))
    actor = actor_of(call)
    machine = open_session(call.settings, system(user_of_process(call.settings)))
    office.start(machine)
    stopping: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _frame: stopping.append(number))
    came: list[dict[str, Any]] = []
    sees_names = actor.is_any(*REGISTER_ROLES)
    with new_reader(machine.settings) as reader:
        counter = receive.reception(machine, reader)
        for done in office.rounds(counter, lambda: bool(stopping), once=True):
            received = office.told_to(replace(machine, actor=actor), done)
            _say_received(call, received, on_screen=sees_names and is_screen())
            name = received.name if sees_names else ""
            came.append(
                {"what": received.what, "arrival": received.arrival, "agenda": received.agenda, "name": name}
            )
    return call.give(came)


def _say_received(call: Call, received: Received, *, on_screen: bool) -> None:
    """A file's name may be a person's: a log gets ids alone."""
    reason = received.error.text(call.lang) if received.error else ""
    name, note = received.name, received.note
    if not on_screen:
        name = _FILE.fill(call.lang, item=received.arrival) if received.arrival else received.name
        note = received.note if received.what in ("repeat", "healed") else received.letter or "rangkap todo"
    paper = received.paper.fill(call.lang) if received.paper else name
    call.say(_TOLD[received.what], name=name, agenda=received.agenda, note=note, reason=reason, paper=paper)
    if on_screen:
        call.steps(received.next)
    if received.error:
        call.steps(received.error.next)
