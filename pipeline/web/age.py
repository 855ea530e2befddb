"""How long something waits: "baru saja", "12 menit", "3 jam"."""

from pipeline.kernel import clock
from pipeline.kernel.text import Text

_MINUTES, _HOURS, _DAYS = Text("{n} menit", "{n} min"), Text("{n} jam", "{n} h"), Text("{n} hari", "{n} days")
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_STEP = 5
"""Minutes are told in fives: a list that says them does not change with every minute."""


def age(stamp: str, lang: str) -> str:
    """How long ago ``stamp`` (UTC) was."""
    passed = (clock.now() - clock.read_stamp(stamp)).total_seconds()
    if passed < _STEP * _MINUTE:
        return Text("baru saja", "just now").fill(lang)
    if passed < _HOUR:
        return _MINUTES.fill(lang, n=int(passed // _MINUTE) // _STEP * _STEP)
    if passed < 2 * _DAY:
        return _HOURS.fill(lang, n=int(passed // _HOUR))
    return _DAYS.fill(lang, n=int(passed // _DAY))
