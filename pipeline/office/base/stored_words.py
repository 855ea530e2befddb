"""What was written down in Indonesian as a refusal said it, in the language of the reader.

The reason why a file was refused lies beside it as a sentence, that of a pause in the watcher's sign of life; the sentence is
known by the refusal that says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.intake.errors import Flooded, InboxNotMounted, InboxSpoiled, LowSpace, Refusal, RefusedFull
from pipeline.intake.errors_reading import Unreadable
from pipeline.kernel.errors import RangkapError, Text

_BASES = (Refusal, Unreadable, InboxNotMounted, InboxSpoiled, LowSpace, RefusedFull, Flooded)
"""Why a file was refused, and why the intake pauses."""
_PLACE = re.compile(r"\{(\w+)(?:![rsa])?(?::[^}]*)?\}")


def refusal(said: str) -> Text:
    """Return a reason that was written down in both languages; as it stands where no refusal says so."""
    for form, words in _forms():
        if found := form.fullmatch(said):
            return _as_it_is(said, words.en.format(**found.groupdict()))
    return _as_it_is(said, said)


def _as_it_is(*said: str) -> Text:
    return Text(*(one.replace("{", "{{").replace("}", "}}") for one in said))


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Text], ...]:
    return tuple((_form(one.said.id), one.said) for base in _BASES for one in _kinds(base))


def _kinds(base: type[RangkapError]) -> Iterator[type[RangkapError]]:
    yield base
    for one in base.__subclasses__():
        yield from _kinds(one)


def _form(said: str) -> re.Pattern[str]:
    parts, names, at = [], set[str](), 0
    for one in _PLACE.finditer(said):
        parts.append(re.escape(said[at : one.start()]))
        parts.append(f"(?P={one[1]})" if one[1] in names else f"(?P<{one[1]}>.+?)")
        names.add(one[1])
        at = one.end()
    return re.compile("".join([*parts, re.escape(said[at:])]), re.DOTALL)
