"""What a person calls a paper that came in; never a machine's number."""

from pipeline.lookup.kinds import Arrival
from pipeline.office.overview import own_papers
from pipeline.web import texts
from pipeline.web.sign_in import office


def called(one: Arrival, lang: str) -> str:
    """The name of a paper within a sentence."""
    if one.agenda:
        return one.agenda
    if (paper := own_papers.of(one)) is not None:
        name = paper.name.fill(lang)
        return name[:1].lower() + name[1:]
    when = one.scanned_at.astimezone(office().zone)
    return texts.ALL["paper.scan"].fill(lang, day=f"{when:%d-%m-%Y}", hour=f"{when:%H.%M}")


def titled(one: Arrival, lang: str) -> str:
    """The heading of the page of a paper."""
    name = called(one, lang)
    return texts.ALL["arrival.title"].fill(lang, item=name) if one.agenda else upper(name)


def upper(words: str) -> str:
    """Words as they begin a sentence."""
    return words[:1].upper() + words[1:]
