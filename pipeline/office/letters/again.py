"""A letter's draft made again from what is kept of it: its template, its fields with the clauses, byte for byte."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.kernel import clock
from pipeline.kernel.errors import RangkapError, Text
from pipeline.letters import compose
from pipeline.office.base import known
from pipeline.office.base.desk import READERS, Desk, need_role
from pipeline.office.letters import letter_files
from pipeline.records import history
from pipeline.records.errors import NotFound


class DraftEdited(RangkapError):
    """The draft is what somebody wrote in Word, so no template gives it."""

    code = "office.draft_edited"
    said = Text(
        "Konsep surat {letter} adalah suntingan ketua, jadi tidak berasal dari templat. Yang berlaku adalah konsep yang "
        "tersimpan: rangkap show {case}",
        "The draft of letter {letter} was edited by the chair, so no template gives it. What counts is the draft that is "
        "kept: rangkap show {case}",
    )


@dataclass(frozen=True)
class Again:
    """A draft that came out alike: of which letter, from which template and clauses, its SHA-256."""

    letter: str
    template: str
    clauses: tuple[str, ...]
    digest: str


def again(desk: Desk, letter: str) -> Again:
    """Make the draft of ``letter`` again. Raises NotYours, NotFound, DraftEdited, NoTemplate, TemplateChanged, NotAlike."""
    need_role(desk, "templates", READERS)
    found = known.find_letter(desk, letter)
    if found is None:
        raise NotFound(what="surat", given=letter[:40])
    if found.edited:
        raise DraftEdited(letter=found.id, case=found.case)
    history.looked(clock.now(), desk.actor, "templates", found.id)
    kept = letter_files.template_of(desk.settings, found)
    compose.again(
        desk.settings,
        found.template,
        found.template_digest,
        found.context,
        found.id,
        found.draft_digest,
        kept,
    )
    acts = [one for one in history.of_case(found.case) if one.subject == found.id and "clauses" in one.detail]
    clauses = acts[-1].detail["clauses"] if acts else ()
    return Again(found.id, found.template, tuple(clauses), found.draft_digest)
