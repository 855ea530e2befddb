"""How a page says a refusal (states and roles in the words of the reader, a verb by what it does), and which it keeps on itself."""

from collections.abc import Iterable, Mapping

from pipeline.cases.states import BY_VERB
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Next, Text
from pipeline.office.base.value_words import KINDS, word_of
from pipeline.web.links import link_to
from pipeline.web.moves.table import MOVES
from pipeline.web.stays import stays

_STATES = ("state", "letter", "arrival", "sheet")
"""The lists of which a state may be, in the order in which they are asked."""
_THIS = Text("tindakan ini", "this")


class Told(str):
    """What a page says of a refusal or of what is to be done: the sentence, and ``next``, what is linked behind it."""

    __slots__ = ("next",)
    next: tuple[Next, ...]


def told(error: Refusal, lang: str) -> Told:
    """Return the whole message of ``error`` in ``lang``, with no stored value in it that has words."""
    fields = error.fields_in(lang)
    return with_next(error.said.fill(lang, **fields | _in_words(fields, lang)), error.next)


def with_next(said: str, steps: Iterable[Next], here: str = "") -> Told:
    """Return ``said`` with ``steps`` behind it, but those that are done at the address ``here``."""
    told = Told(said)
    told.next = tuple(step for step in steps if not here or link_to(step)[1].partition("?")[0] != here)
    return told


def kept(error: Refusal, lang: str, *, is_sought: bool = False) -> str:
    """Return the message of a refusal that :func:`~pipeline.web.stays.stays` on its page; any other is raised on to the door."""
    if not stays(error, is_sought=is_sought):
        raise error
    return told(error, lang)


def _in_words(fields: Mapping[str, object], lang: str) -> dict[str, object]:
    found: dict[str, object] = {}
    if isinstance(fields.get("state"), str):
        found["state"] = " / ".join(_state(one).fill(lang) for one in str(fields["state"]).split(" / "))
    if isinstance(fields.get("roles"), str):
        found["roles"] = ", ".join(
            word_of("role", one).fill(lang) for one in str(fields["roles"]).split(", ")
        )
    if "verb" in fields and ("roles" in fields or "state" in fields):
        found["verb"] = _deed(str(fields["verb"])).fill(lang)
    return found


def _state(stored: str) -> Text:
    kind = next((one for one in _STATES if stored in KINDS[one]), "state")
    return word_of(kind, stored)


def _deed(verb: str) -> Text:
    if verb in BY_VERB:
        return BY_VERB[verb].label
    return MOVES[verb].title if verb in MOVES else _THIS
