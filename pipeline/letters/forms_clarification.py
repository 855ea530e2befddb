"""The clarification request (step 9): a letter that asks what is still open, neutral whoever opens it.

It has the layout of the answer and takes the same stamp. What is asked comes from the clause library,
where each question names the field of the case that it asks for; an officer may add questions of her own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from pipeline.letters import clauses, package
from pipeline.letters.compose import Draft, render
from pipeline.letters.context import clause_fields, kind_of, letter_fields, plainly
from pipeline.letters.forms import source_of
from pipeline.letters.matter import Matter
from pipeline.letters.numbers import long_date
from pipeline.letters.text import frozen_text
from pipeline.settings import Settings
from pipeline.settings.signatories import Signatory

PERSON, INSTITUTION = "permintaan-klarifikasi-perorangan", "permintaan-klarifikasi-instansi"
SUBJECT = "Permohonan Keterangan"


def template_for(matter: Matter) -> str:
    """Return the name of the template that asks this addressee."""
    return INSTITUTION if matter.addressee.is_institution else PERSON


def build(
    matter: Matter,
    asked: Collection[str],
    settings: Settings,
    day: date,
    answer_by: date | None = None,
    signatory: Signatory | None = None,
    more: Sequence[str] = (),
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the fields of a request dated ``day`` for the fields ``asked`` of the case, and the clauses used.

    ``answer_by`` is the day by which an answer is hoped for; ``signatory`` signs (None: the first in
    office by the table alone); ``more`` are questions of the officer's own, which follow.
    """
    fields = clause_fields(matter, settings, day) | {"batas_jawab": long_date(answer_by) if answer_by else ""}
    library = clauses.library(settings.templates / "klausul")
    chosen = clauses.choose(
        library, fields["kanal"], kind_of(matter.addressee), clauses.REQUEST, matter.cases
    )
    wording = clauses.fill((*chosen, *clauses.questions(library, asked)), fields)
    context = fields | letter_fields(matter, settings, day, clauses.REQUEST, signatory)
    context |= {
        "hal": matter.subject or SUBJECT,
        "pembuka": wording.opening,
        "pertanyaan": _listed((*wording.questions, *more)),
        "isi": [*wording.content, *matter.extra],
    }
    return plainly(context), wording.labels


def _listed(questions: Collection[str]) -> list[str]:
    """Return the questions as the points of one sentence: "…;", "…; dan", "…."."""
    ends = [";"] * (len(questions) - 2) + ["; dan"] * (len(questions) > 1) + ["."] * bool(questions)
    return [f"{question.rstrip('.;?')}{end}" for question, end in zip(questions, ends, strict=True)]


def compose(
    matter: Matter,
    asked: Collection[str],
    settings: Settings,
    day: date,
    letter: str = "",
    answer_by: date | None = None,
    signatory: Signatory | None = None,
    more: Sequence[str] = (),
) -> Draft:
    """Render the request of ``matter`` as KONSEP, without number and without code.

    ``letter`` is the id of the letter, kept in the file's properties. Raises what :func:`build` and
    :func:`pipeline.letters.compose.render` raise.
    """
    name = template_for(matter)
    source = source_of(settings, name)
    fields, labels = build(matter, asked, settings, day, answer_by, signatory, more)
    docx = render(source, name, fields, settings, letter)
    return Draft(docx, name, package.digest(source), labels, fields, frozen_text(docx))
