"""The name of a paper, never an internal number, and its age."""

from pipeline.kernel import clock
from pipeline.kernel.text import N_
from pipeline.lookup.kinds import Arrival
from pipeline.office.overview import own_papers
from pipeline.web.session import office

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_STEP = 5
"""Minutes are rounded, so that lists change less often."""


def paper_label(arrival: Arrival, lang: str) -> str:
    """The name of a paper within a sentence."""
    if arrival.agenda:
        return arrival.agenda
    if (paper := own_papers.of(arrival)) is not None:
        name = paper.name.fill(lang)
        return name[:1].lower() + name[1:]
    when = arrival.scanned_at.astimezone(office().zone)
    return N_("scan that came in on {day} at {hour}").fill(lang, day=f"{when:%d-%m-%Y}", hour=f"{when:%H.%M}")


def titled(arrival: Arrival, lang: str) -> str:
    """The heading of a paper's page."""
    name = paper_label(arrival, lang)
    return N_("Arrival {item}").fill(lang, item=name) if arrival.agenda else upper(name)


def upper(words: str) -> str:
    """Capitalise the first letter alone."""
    return words[:1].upper() + words[1:]


def age(stamp: str, lang: str) -> str:
    """Time since ``stamp`` (UTC): "baru saja", "12 menit", "3 jam"."""
    passed = (clock.now() - clock.read_stamp(stamp)).total_seconds()
    if passed < _STEP * _MINUTE:
        return N_("just now").fill(lang)
    if passed < _HOUR:
        return N_("{n} min").fill(lang, n=int(passed // _MINUTE) // _STEP * _STEP)
    if passed < 2 * _DAY:
        return N_("{n} h").fill(lang, n=int(passed // _HOUR))
    return N_("{n} days").fill(lang, n=int(passed // _DAY))
