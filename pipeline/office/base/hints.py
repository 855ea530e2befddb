"""What the sub-folder of the inbox in which a document lay says of it: the channel, which a person confirms."""

from collections.abc import Mapping

from pipeline.intake.arrival import TakenIn, arrival_at
from pipeline.intake.names import display
from pipeline.intake.reading import Suggestion
from pipeline.records.arrivals import Arrival
from pipeline.settings import Settings
from pipeline.settings.unfit import CHANNELS

_WORDS = {channel: word for word, channel in CHANNELS.items()}
_AGREED, _ALONE, _AGAINST = 0.99, 0.95, 0.6


def told(taken: TakenIn) -> str:
    """Return where a document lay as a note; nothing for one from the inbox itself."""
    return f"dari folder inbox/{display(taken.source)}" if taken.source else ""


def by_folder(
    settings: Settings, arrival: Arrival, read: Mapping[str, Suggestion]
) -> Mapping[str, Suggestion]:
    """Return what was ``read``, the channel as the folder of ``arrival`` has it: who put it there knew how it came.

    Where the text says otherwise the proposal is in doubt, and the other reading stands beside it.
    """
    source = _source(settings, arrival)
    channel = settings.inbox_folders.get(source.casefold())
    if channel is None:
        return read
    other = read.get("channel")
    if other is None:
        return {**read, "channel": Suggestion(display(source), channel, _ALONE, 0, None)}
    if other.normal == channel:
        sure = max(other.confidence, _AGREED)
        return {**read, "channel": Suggestion(other.value, channel, sure, other.page, other.box)}
    rest = (_WORDS.get(other.normal, other.value), *other.alternatives)
    return {**read, "channel": Suggestion(display(source), channel, _AGAINST, 0, None, rest)}


def channel_of(settings: Settings, arrival: Arrival) -> str:
    """Return the channel (``phone``, ``letter`` …) that the folder of ``arrival`` hints at, or ""; a person confirms it."""
    return (
        settings.inbox_folders.get(_source(settings, arrival).casefold(), "")
        if settings.inbox_folders
        else ""
    )


def _source(settings: Settings, arrival: Arrival) -> str:
    try:
        return arrival_at(settings.arrivals / (arrival.parent or arrival.id)).source
    except (OSError, ValueError, KeyError):
        return ""
