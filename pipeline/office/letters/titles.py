"""What templates and clauses are called on a page: by what they are for, not by the name of their file."""

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text, as_it_is
from pipeline.letters import clauses, forms
from pipeline.letters.forms import kind_of
from pipeline.settings import Settings

_WHOM = {
    "perorangan": Text(" untuk perorangan", " to a person"),
    "instansi": Text(" untuk lembaga", " to an institution"),
}


def of_clause(settings: Settings, name: str) -> Text:
    """Return the title of the clause ``name``, also of one that the library of the office lacks by now."""
    try:
        known = clauses.library(settings.templates / "klausul")
    except Refusal:
        known = clauses.shipped()
    return next((one.title for one in known if one.name == name), None) or as_it_is(
        name.replace("-", " ").capitalize()
    )


def of_template(name: str) -> Text:
    """Return what the template ``name`` is: its kind, to whom it goes, and what the office adds to the name of its own."""
    kind = kind_of(name)
    if not kind:
        return as_it_is(name.replace("-", " ").capitalize())
    whom = _WHOM.get(kind.rpartition("-")[2], Text("", ""))
    own = name.removeprefix(kind).strip("-").replace("-", " ")
    said = (f"{title}{to}" for title, to in zip(forms.EVERY[kind].title, whom, strict=True))
    return as_it_is(*(one[:1].upper() + one[1:] + (f" – {own}" if own else "") for one in said))
