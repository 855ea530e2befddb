"""Words for :mod:`pipeline.office.overview.health`."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.kernel.clock import read_stamp
from pipeline.kernel.text import Next
from pipeline.office.base.stored_words import refusal
from pipeline.office.overview.health import Point
from pipeline.web import texts
from pipeline.web.sign_in import office

_START, _RENEW = (Next("start"),), (Next("renew-certificate"),)
_NEXT: Mapping[tuple[str, str], tuple[Next, ...]] = {
    ("watcher", "dead"): _START,
    ("watcher", "never"): _START,
    ("worker", "dead"): _START,
    ("worker", "never"): _START,
    ("queue", "stands"): _START,
    ("clock", "behind"): (Next("confirm-clock"),),
    ("certificate", "ending"): _RENEW,
    ("certificate", "over"): _RENEW,
    ("certificate", "missing"): (Next("cert"),),
    ("certificate", "broken"): (Next("new-certificate"),),
}


@dataclass(frozen=True)
class Told:
    """One finding in words; ``then`` is what the admin does."""

    what: str
    name: str
    said: str
    then: str
    grade: str
    badge: str
    next: tuple[Next, ...] = ()

    @property
    def is_well(self) -> bool:
        """Whether nothing is to be done."""
        return not self.then


def told_of(point: Point, lang: str) -> Told:
    """The words for ``point``."""
    key = f"health.{point.what}"
    fields = {name: _told(name, one, lang) for name, one in point.fields.items()}
    if point.state == "paused":
        fields["why"] = refusal(str(fields["why"])).fill(lang)
    then = "" if point.is_well else texts.ALL[f"{key}.{point.state}.do"].fill(lang, **fields)
    return Told(
        point.what,
        texts.ALL[key].fill(lang),
        texts.ALL[f"{key}.{point.state}"].fill(lang, **fields),
        then,
        point.grade.value,
        texts.ALL[f"health.grade.{point.grade.value}"].fill(lang),
        _NEXT.get((point.what, point.state), ()) if then else (),
    )


def _told(name: str, value: object, lang: str) -> object:
    if name in ("at", "since", "until", "last", "now"):
        return read_stamp(str(value)).astimezone(office().zone).strftime("%d-%m-%Y %H.%M") if value else "–"
    return (
        texts.figure(value, lang) if name in ("free", "floor") and isinstance(value, int | float) else value
    )
