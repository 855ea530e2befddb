"""Foreign text made harmless for spreadsheets."""

import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹢", "﹣", "﹫", "﹦")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]+"
)


def plain(value: str) -> str:
    """One line without control, direction and invisible characters."""
    return _UNSEEN.sub(" ", value)


def harmless(value: str) -> str:
    """An apostrophe stands before what a spreadsheet would run."""
    text = plain(value)
    return f"'{text}" if (value.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA)) else text
