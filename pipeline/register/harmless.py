"""Text that came from outside, made harmless for a cell of a spreadsheet."""

import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹢", "﹣", "﹫", "﹦")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]+"
)


def plain(value: str) -> str:
    """Return ``value`` on one line, without control characters, marks of direction and other unseen signs."""
    return _UNSEEN.sub(" ", value)


def harmless(value: str) -> str:
    """Return ``value`` so that no spreadsheet runs it and no control character is left in it.

    What a spreadsheet would take for a formula gets an apostrophe before it, also behind spaces or unseen signs.
    """
    text = plain(value)
    is_formula = value.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA)
    return f"'{text}" if is_formula else text
