"""Step 10 while it is typed: the letter as it would be, broken rules, and where to mend them.

Nothing is drafted, numbered or archived.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import CopyCode
from pipeline.kernel.letter_kinds import ANSWER, of_template
from pipeline.letters import context, finding
from pipeline.letters.clauses import CORRECTED, OPENING, USUAL, Choice, Part
from pipeline.letters.copies import stamp_codes
from pipeline.letters.finding import Finding, line_of, paragraph_of
from pipeline.letters.numbers import BLANK, blank_number
from pipeline.letters.text import read
from pipeline.office.answer.draft import Composed, case_to_draft, composed, to_revise
from pipeline.office.arrivals import kept_answers
from pipeline.office.base.absences import signatories_for
from pipeline.office.base.session import Session
from pipeline.office.letters import templates as letter_templates
from pipeline.office.letters.matter import answer_values, matter
from pipeline.rendering.convert import to_pdf
from pipeline.rendering.mark import marked
from pipeline.settings.signatories import paraf_labels

WALL = 40.0
"""Seconds that the pages of a trial may take."""
_OF_RULE = {4: "addressee", 10: "", 12: "", 13: "cc", 14: "letter_attachments"}
_CLAUSE_OF_RULE = {1: "langkah-13", 2: "layanan", 5: OPENING}
"""How names of the clauses begin that a rule is about."""
_OF_PLACE = {
    finding.ADDRESSEE.id: "addressee",
    finding.ATTACHMENTS.id: "letter_attachments",
    finding.CC.id: "cc",
    finding.SUBJECT.id: "salutation",
}
_NO_CODE, _YET = "A" * 10, "···"


@dataclass(frozen=True)
class Pointed:
    """A broken rule, with its ``field`` or ``clause``, if any."""

    found: Finding
    field: str = ""
    clause: str = ""


@dataclass(frozen=True)
class Trial:
    """A letter as it would be."""

    letter: str
    revision: int
    docx: bytes
    findings: tuple[Pointed, ...]


def opened(session: Session, number: str) -> tuple[Case, Choice]:
    """The case and its choice: not handed in yet, or of the last revision."""
    case = case_to_draft(session, number)
    return case, kept_answers.kept_choice(session.settings, number) or _before(session, case)


def _before(session: Session, case: Case) -> Choice:
    last = to_revise(case.number)
    if last is None or last.edited:
        return USUAL
    used = {clause.partition("@")[0] for clause in last.clauses}
    corrected = last.context.get(CORRECTED, {})
    try:
        about, day = matter(case, case.values), last.day or session.today
        parts = context.parts_of(about, session.settings, day, kind=last.kind_row)
    except Refusal:
        return Choice(last.template)
    return Choice(
        last.template,
        frozenset(part.name for part in parts if part.clause.may_go and part.name not in used),
        _words(last.context, [part for part in parts if part.name in used], corrected),
    )


def _words(kept: Mapping[str, object], used: Sequence[Part], corrected: Mapping[str, str]) -> dict[str, str]:
    content = kept.get("isi")
    texts = iter(content if isinstance(content, list) else ())
    words: dict[str, str] = {}
    for part in used:
        text = str(kept.get("pembuka", "")) if part.clause.part == OPENING else str(next(texts, ""))
        if part.name in corrected and text:
            words[part.name] = text
    return words


def parts(session: Session, case: Case, values: Values, choice: Choice) -> tuple[Part, ...]:
    """The clauses of the answer in order."""
    kind = of_template(choice.template)
    return context.parts_of(matter(case, values), session.settings, session.today, choice, kind)


def templates(session: Session, case: Case, values: Values) -> tuple[str, ...]:
    """Fitting templates, the usual one first."""
    return letter_templates.choices(session, matter(case, values))


def trial(session: Session, number: str, answers: Mapping[str, Any], choice: Choice) -> Trial:
    """Compose the letter and keep what was typed."""
    case = case_to_draft(session, number)
    kept_answers.keep(session.settings, number, dict(answers))
    kept_answers.keep_choice(session.settings, number, choice)
    values = answer_values(session, case, answers)
    composition = composed(session, case, values, choice)
    named = parts(session, case, values, choice)
    findings = tuple(_pointed(fault, composition, named) for fault in composition.broken)
    return Trial(
        composition.letter,
        composition.before.revision + 1 if composition.before else 1,
        composition.made.docx,
        findings,
    )


def pages(session: Session, tried: Trial, copy: int = 0) -> bytes:
    """A draft, or copy 1 or 2 with a code that no office made; no file stays."""
    docx = tried.docx
    if copy:
        docx = as_copies(session, tried.letter, docx)[copy - 1]
    (pdf,) = to_pdf(
        [docx],
        accept_risk=session.settings["masuk.tanpa_isolasi"],
        folder=session.settings.var / "pdf",
        is_kept=False,
        wall=WALL,
    )
    return marked(pdf, f"PRATINJAU {tried.letter} · belum diserahkan kepada ketua")


def as_copies(session: Session, letter: str, draft: bytes) -> tuple[bytes, bytes]:
    """What both copies will look like: no number, today's date, no valid code."""
    first_code, second_code = no_codes(letter)
    paraf = paraf_of(session, letter)
    first, second = stamp_codes(draft, number_yet(session), session.today, first_code, second_code, paraf)
    return first.docx, second.docx


def no_codes(letter: str) -> tuple[CopyCode, CopyCode]:
    """A page with them is never taken for a copy."""
    return CopyCode(letter, 1, _NO_CODE), CopyCode(letter, 2, _NO_CODE)


def number_yet(session: Session) -> str:
    """Stands for a number not yet given."""
    pattern, unit = session.settings["nomor.pola_surat"], session.settings["nomor.unit"]
    return blank_number(pattern, session.settings.classification(ANSWER.word), unit, session.today).replace(
        BLANK, _YET
    )


def paraf_of(session: Session, letter: str) -> tuple[str, ...]:
    """Labels for initials on copy 2, if approved today."""
    may_sign = signatories_for(session.settings, session.today, letter.rpartition("-")[0])
    return paraf_labels(may_sign[0], session.settings.signatories) if may_sign else ()


def forget(session: Session, number: str) -> None:
    """Remove what was typed and not handed in."""
    case_to_draft(session, number)
    kept_answers.forget(session.settings, number)


def _pointed(fault: Finding, made: Composed, named: Sequence[Part]) -> Pointed:
    sheet = read(made.made.text)
    lines = {paragraph_of(place).id: line for place, line in enumerate(sheet.body, 1)}
    lines |= {line_of(place).id: line for place, line in enumerate(sheet.whole.splitlines(), 1)}
    words = lines.get(fault.place.id, "")
    follow_up = made.about.follow_up.strip().rstrip(".")
    if fault.rule in (3, 7) and (
        (not words and fault.place == finding.CONTENT) or (follow_up and follow_up in words)
    ):
        return Pointed(fault, field="follow_up")
    prefix = OPENING if fault.place == finding.OPENING else _CLAUSE_OF_RULE.get(fault.rule, "")
    if words or prefix:
        names = (
            part.name
            for part in named
            if (part.words in words or words in part.words if words else part.name.startswith(prefix))
        )
        return Pointed(fault, clause=next(names, ""))
    return Pointed(fault, field=_OF_PLACE.get(fault.place.id) or _OF_RULE.get(fault.rule, ""))
