"""The channel that a document's inbox sub-folder suggests."""

from collections.abc import Mapping

from pipeline.intake.arrival import TakenIn, arrival_at
from pipeline.intake.reading import Suggestion
from pipeline.kernel.names import display
from pipeline.records.arrivals import Arrival
from pipeline.settings import Settings
from pipeline.settings.unfit import CHANNELS

_WORDS = {channel: word for word, channel in CHANNELS.items()}
_AGREED, _ALONE, _AGAINST = 0.99, 0.95, 0.6


def folder_note(taken: TakenIn) -> str:
    """A note on where the document lay."""
    return f"dari folder inbox/{display(taken.source)}" if taken.source else ""


def by_folder(
    settings: Settings, arrival: Arrival, read: Mapping[str, Suggestion]
) -> Mapping[str, Suggestion]:
    """``read`` plus the folder's channel, in doubt if the text differs."""
    source = _source(settings, arrival)
    if (channel := settings.inbox_folders.get(source.casefold())) is None:
        return read
    if (other := read.get("channel")) is None:
        return {**read, "channel": Suggestion(display(source), channel, _ALONE, 0, None)}
    if other.normal == channel:
        sure = max(other.confidence, _AGREED)
        return {**read, "channel": Suggestion(other.value, channel, sure, other.page, other.box)}
    rest = (_WORDS.get(other.normal, other.value), *other.alternatives)
    return {**read, "channel": Suggestion(display(source), channel, _AGAINST, 0, None, rest)}


def channel_of(settings: Settings, arrival: Arrival) -> str:
    """The folder's channel, or ""."""
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
