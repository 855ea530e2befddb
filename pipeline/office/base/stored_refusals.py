"""Stored Indonesian refusals in the reader's language."""

import re
from functools import cache

from pipeline.kernel.refusals import REFUSALS
from pipeline.kernel.text import Row, Text, as_it_is

_PLACE = re.compile(r"\{(\w+)(?:![rsa])?(?::[^}]*)?\}")


_FORMERLY = re.compile(r",? (?:lalu|dan) taruh(?: lagi| kembali)? di inbox(?=\.)| ke (?:dalam )?inbox")


def refusal(said: str) -> Text:
    """A stored reason in both languages, if it is a refusal."""
    said = _FORMERLY.sub("", said)
    for form, words in _forms():
        if found := form.fullmatch(said):
            return as_it_is(said, words.en.format(**found.groupdict()))
    return as_it_is(said)


_FORMER = (
    Row(
        "Berkas ini kosong (0 bita). Pindai ulang suratnya.",
        "The file is empty (0 bytes). Scan the letter again.",
    ),
)


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Row], ...]:
    rows = [row for code, row in REFUSALS.items() if code.startswith("intake.")]
    return tuple((_form(row.id), row) for row in (*rows, *_FORMER))


def _form(said: str) -> re.Pattern[str]:
    parts, names, at = [], set[str](), 0
    for one in _PLACE.finditer(said):
        parts.append(re.escape(said[at : one.start()]))
        parts.append(f"(?P={one[1]})" if one[1] in names else f"(?P<{one[1]}>.+?)")
        names.add(one[1])
        at = one.end()
    return re.compile("".join([*parts, re.escape(said[at:])]), re.DOTALL)
