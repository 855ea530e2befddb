"""Opening the office for a verb that works on the database; kept apart so that help stays quick."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.kernel.people import Actor
from pipeline.office.desk import Desk, open_desk, user_of_process, who


def actor_of(call: Call) -> Actor:
    """Return who acts: the calling user's account, or the one of ``--as``."""
    settings = call.settings
    return who(settings, user_of_process(settings), getattr(call.args, "account", None))


def desk_of(call: Call) -> Desk:
    """Return the desk of the caller."""
    return open_desk(call.settings, actor_of(call))
