"""Opening the office; a separate module so that help stays quick."""

from dataclasses import replace

from pipeline.cli.call import Call
from pipeline.cli.pages import crisis_told
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Actor, Role
from pipeline.office.base.session import Session, is_at_console, open_session, user_of_process, who
from pipeline.office.cases import crisis


def actor_of(call: Call) -> Actor:
    """The calling user's account, or that of ``--as``."""
    settings = call.settings
    actor = who(settings, user_of_process(settings), getattr(call.args, "account", None))
    return replace(actor, since=clock.now())


def keeper_of(call: Call) -> Actor:
    """As :func:`actor_of`, but the service account itself (a timer) is ``sistem``."""
    settings = call.settings
    try:
        return actor_of(call)
    except Refusal as error:
        if error.code != "office.unknown_account":
            raise
        if not is_at_console(settings) or getattr(call.args, "account", None):
            raise
        return Actor("sistem", frozenset({Role.ADMIN}), user_of_process(settings))


def session_of(call: Call) -> Session:
    """The caller's session; waiting crises are said first."""
    session = open_session(call.settings, actor_of(call))
    for waiting in crisis.waiting(session):
        call.say(crisis_told(waiting.plain(), call.settings.zone))
    return session
