"""Which refusals a page keeps on itself, and which are the door's (:mod:`pipeline.web.door`)."""

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Exit
from pipeline.records.errors import NotFound

_OF_THE_DOOR = ("office.clock_behind", "office.version_unread", "office.not_offered")


def stays(error: Refusal, *, is_sought: bool = False) -> bool:
    """Tell whether a page may keep a refusal on itself, above what was typed; any other is raised on to the door.

    The door has a page for who may not do this (and writes that down), for a locked account, for a clock that stands behind,
    and for a thing that is not there – unless that thing is what was typed (``is_sought``). What does not say which
    version was read, or what was decided, is sent by no page, and kept on none.
    """
    if isinstance(error, NotFound):
        return is_sought
    return error.status is not Exit.NO_RIGHT and error.code not in _OF_THE_DOOR
