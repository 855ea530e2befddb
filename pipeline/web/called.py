"""What a person calls a paper that came in: by its agenda number, else by what it is, else by the moment it came."""

from pipeline.lookup.kinds import Arrival
from pipeline.office.overview import own_papers
from pipeline.web import texts
from pipeline.web.sign_in import office


def called(one: Arrival, lang: str) -> str:
    """Return the name of a paper as it stands within a sentence: no page calls one by the number under which a machine keeps it."""
    if one.agenda:
        return one.agenda
    paper = own_papers.of(one)
    if paper is not None:
        name = paper.name.fill(lang)
        return name[:1].lower() + name[1:]
    when = one.scanned_at.astimezone(office().zone)
    return texts.ALL["paper.scan"].fill(lang, day=f"{when:%d-%m-%Y}", hour=f"{when:%H.%M}")


def titled(one: Arrival, lang: str) -> str:
    """Return the heading of the page of a paper."""
    name = called(one, lang)
    return texts.ALL["arrival.title"].fill(lang, item=name) if one.agenda else upper(name)


def upper(words: str) -> str:
    """Return words as they begin a line or a sentence."""
    return words[:1].upper() + words[1:]
