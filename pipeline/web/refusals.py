"""How a page says a refusal."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline.cases.fields.field import Field
from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import BY_VERB
from pipeline.kernel.errors import Refusal, Stale
from pipeline.kernel.text import N_, Next, Text
from pipeline.office.base.optimistic_lock import StaleAnswers
from pipeline.office.base.value_labels import KINDS, word_of
from pipeline.web import fields
from pipeline.web.acts.table import MOVES
from pipeline.web.links import link_to
from pipeline.web.versions import is_recoverable

_STATES = ("state", "letter", "arrival", "sheet")


class Message(str):
    """The sentence, and ``next``, the links behind it."""

    __slots__ = ("next",)
    next: tuple[Next, ...]


def message(error: Refusal, lang: str) -> Message:
    """The message of ``error``, with stored values translated."""
    if isinstance(error, InvalidAnswers):
        return with_next(" ".join(problem.text(lang) for problem in error.problems), error.next)
    given = error.fields_in(lang)
    return with_next(error.message.fill(lang, **given | _in_words(given, lang)), error.next)


def with_next(text: str, steps: Iterable[Next], here: str = "") -> Message:
    """``text`` with ``steps`` behind it, except those done ``here``."""
    sentence = Message(text)
    sentence.next = tuple(step for step in steps if not here or link_to(step)[1].partition("?")[0] != here)
    return sentence


def kept(error: Refusal, lang: str, *, is_sought: bool = False) -> str:
    """Stays on its page; others are raised again."""
    if not is_recoverable(error, is_sought=is_sought):
        raise error
    return message(error, lang)


def on_form(
    error: Refusal, asked: Sequence[Field], lang: str, *, is_sought: bool = False
) -> tuple[dict[str, Any], int, dict[str, str]]:
    """What a form shows, status, faults by question; others are raised again."""
    if isinstance(error, InvalidAnswers):
        wrong = fields.messages(error.problems, lang)
        return {"wrong": fields.labelled(wrong, asked, lang)}, 400, wrong
    if isinstance(error, StaleAnswers):
        return {"trouble": message(error, lang), "beside": error.beside(lang)}, 409, {}
    if isinstance(error, Stale):
        raise error
    return {"trouble": kept(error, lang, is_sought=is_sought)}, 409, {}


def _in_words(given: Mapping[str, object], lang: str) -> dict[str, object]:
    words: dict[str, object] = {
        name: word_of("document", value).fill(lang) for name, value in given.items() if isinstance(value, str)
    }
    if isinstance(given.get("state"), str):
        words["state"] = " / ".join(_state(state).fill(lang) for state in str(given["state"]).split(" / "))
    if isinstance(given.get("roles"), str):
        words["roles"] = ", ".join(
            word_of("role", role).fill(lang) for role in str(given["roles"]).split(", ")
        )
    if "verb" in given and ("roles" in given or "state" in given):
        words["verb"] = _deed(str(given["verb"])).fill(lang)
    return words


def _state(stored: str) -> Text:
    return word_of(next((state for state in _STATES if stored in KINDS[state]), "state"), stored)


def _deed(verb: str) -> Text:
    if verb in BY_VERB:
        return BY_VERB[verb].label
    return MOVES[verb].title if verb in MOVES else N_("this")
