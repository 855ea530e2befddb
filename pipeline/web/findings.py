"""What a letter rule says, as a page says it: the answer is beside it, so neither a command nor the name of a field is told."""

from __future__ import annotations

import re

_COMMAND = re.compile(r" \(rangkap (?:draft|clarify)\)| (?:dengan|with|by) rangkap draft")
_FIELD = re.compile(r" \((?:[a-z_]+)(?:, [a-z_]+)*\)")


def plainly(said: str) -> str:
    """Return the words of a finding without the command by which an answer is changed, and without the stable names of fields."""
    return _FIELD.sub("", _COMMAND.sub("", said))
