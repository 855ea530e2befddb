"""Edited drafts of a letter: what each changes, or why it is unusable.

An edit is an arrival, known by the identifier in its properties, never by name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.cases.case import Case
from pipeline.cases.consent import is_by_law, passed_on
from pipeline.kernel.errors import NoRoute, Refusal
from pipeline.kernel.sandbox import SandboxFailed
from pipeline.kernel.text import N_, Next, Text, as_it_is
from pipeline.letters import edited
from pipeline.letters.difference import Change, compare, likeness
from pipeline.letters.edited import EditedDraft, Origin, read_origin
from pipeline.letters.errors import BadDocx
from pipeline.office.arrivals import arrival_files
from pipeline.office.base import keys
from pipeline.office.base.absences import signatories_for
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session
from pipeline.office.letters import choose_letter, letter_files
from pipeline.office.letters.matter import broken_rules, matter_of, values_of
from pipeline.records import arrivals, boot, cases, history
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import Letter, LetterState

TAKEN = "take_edited"

_OPEN = (LetterState.DRAFTED, LetterState.RETURNED)
OVER: Mapping[str, str] = {
    LetterState.VOID: "suratnya sudah dibatalkan",
    LetterState.SIGNED: "suratnya sudah ditandatangani",
    LetterState.WITHDRAWN: "suratnya sudah ditarik",
}


class Reason(NamedTuple):
    """Unusable or need not wait, and what helps; ``shown`` quotes the letter and is never kept."""

    said: Text
    next: tuple[Next, ...] = ()
    shown: Text | None = None


@dataclass(frozen=True)
class Edit:
    """``made_from`` a revision (0: unknown); ``changes`` are against the current one.

    ``clean`` bytes would become the next.
    """

    number: int
    arrival: Arrival
    made_from: int
    current: int
    reasons: tuple[Reason, ...]
    changes: tuple[Change, ...] = ()
    has_other_pictures: bool = False
    clean: bytes = b""

    @property
    def is_outdated(self) -> bool:
        """Whether it was not made from the current revision."""
        return self.made_from != self.current

    @property
    def is_unchanged(self) -> bool:
        """Whether words and pictures are the current revision's."""
        return bool(self.clean) and not self.changes and not self.has_other_pictures

    @property
    def is_superseded(self) -> bool:
        """Whether only a newer revision prevents its use."""
        return bool(self.made_from) and self.is_outdated and len(self.reasons) == 1

    @property
    def why_idle(self) -> tuple[Reason, ...]:
        """Why it waits for no decision."""
        return self.reasons or ((_unchanged(self),) if self.is_unchanged else ())


def of_letter(letter: Letter) -> list[Arrival]:
    """Every edit, in order of arrival."""
    return [
        arrival
        for arrival in arrivals.of_case(letter.case)
        if arrival.letter == letter.id and arrival.kind == "docx" and not arrival.code
    ]


def waiting(letter: Letter) -> list[tuple[int, Arrival]]:
    """The undecided edits, numbered from 1."""
    return [
        (number, arrival)
        for number, arrival in enumerate(of_letter(letter), 1)
        if arrival.state == ArrivalState.EDITED and not arrival.struck
    ]


def origin_of(session: Session, identifier: str | None) -> tuple[Origin | None, bool]:
    """What the identifier says, and whether it is another office's."""
    origin = read_origin(identifier or "")
    is_foreign = bool(
        origin and origin.check and not edited.is_ours(origin, keys.all_of(session.settings, keys.CODE))
    )
    return origin, is_foreign


def look(session: Session, letter: Letter, number: int, arrival: Arrival) -> Edit:
    """Examine one edit in the sandbox."""
    arrival_files.need_bytes(session.settings, arrival)
    data = arrival_files.path_of(session.settings, arrival.id).read_bytes()
    try:
        seen = edited.see(data, letter.id, accept_risk=session.settings["masuk.tanpa_isolasi"])
    except (BadDocx, SandboxFailed) as error:
        return Edit(number, arrival, 0, letter.revision, (*standing(letter), _both(error)))
    made_from = _made_from(session, letter, seen)
    before, known = letter_files.content_of(session, letter)
    reasons = (*standing(letter), *_outdated(letter, made_from), *_unfit(session, letter, seen))
    return Edit(
        number,
        arrival,
        made_from,
        letter.revision,
        tuple(dict.fromkeys(reasons)),
        compare(before, seen.text),
        known != seen.pictures,
        seen.clean,
    )


def note_reasons(session: Session, letter: Letter, arrival: str) -> str:
    """Record why a new edit waits for nobody; after a kill the chair's look does."""
    number = next(place for place, version in enumerate(of_letter(letter), 1) if version.id == arrival)
    try:
        reasons = look(session, letter, number, arrivals.get(arrival)).why_idle
    except Refusal as error:
        reasons = (_both(error),)
    return keep_reasons(session, arrival, reasons)


def keep_reasons(session: Session, arrival: str, reasons: Sequence[Reason]) -> str:
    """Why an edit waits for nobody, as the office is told."""
    note = " ".join(reason.said.id for reason in reasons)
    if note:
        with boot.transact():
            arrivals.change(arrivals.get(arrival), note=note)
        arrival_files.write_row(session.settings, arrivals.get(arrival))
    return note


def _unchanged(edit: Edit) -> Reason:
    case, place = edit.arrival.case, edit.number
    message = N_(
        "No word and no picture differs from draft revision {current}. If you did change it, save it in Word and give it back again; if only its layout was changed, the chair can take it."
    ).of(current=edit.current)
    return Reason(message, (Next("give-edited", case), Next("take-edited", case, str(place))))


def _both(error: Refusal) -> Reason:
    return Reason(Text(error.text("id"), error.text("en")), error.next)


def standing(letter: Letter) -> Iterator[Reason]:
    """Why a letter can no longer be edited."""
    if letter.state == LetterState.APPROVED:
        message = N_("The letter is approved. The chair returns it first.")
        yield Reason(message, (Next("return-letter", letter.case),))
    elif letter.state not in _OPEN:
        yield Reason(N_("The letter is {state} and cannot be changed any more.").of(state=letter.state))


def _outdated(letter: Letter, made_from: int) -> Iterator[Reason]:
    if made_from != letter.revision:
        message = N_(
            "The edit was made from revision {made_from}, and now there is revision {revision}. Take the newest draft out and make the changes there again."
        ).of(made_from=made_from, revision=letter.revision)
        yield Reason(message, (Next("edited", letter.case),))


def _unfit(session: Session, letter: Letter, seen: EditedDraft) -> Iterator[Reason]:
    origin = read_origin(seen.identifier)
    if origin is not None and origin.copy:
        message = N_("This is copy {copy} with its number, no draft. Edit the draft.").of(copy=origin.copy)
        yield Reason(message, (Next("edited", letter.case),))
    yield from map(_both, seen.lacking)
    case: Case = cases.get(letter.case)
    try:
        about = matter_of(case, letter)
    except NoRoute as error:
        yield _both(error)
        return
    may_sign = signatories_for(session.settings, session.today, case.number)
    day = letter.day or session.today
    values = values_of(case, letter)
    if (kinds := passed_on(values, seen.text)) and not is_by_law(values):
        names = ", ".join(kinds)
        message = N_(
            "A sentence passes something on to {names}, and the victim does not allow it or was not asked. Take it out, or ask the victim by the safe way."
        ).of(names=names)
        yield Reason(message, (Next("inform-victim", case.number),))
    for finding in broken_rules(session, about, seen.text, day, signatories=may_sign, kind=letter.kind_row):
        yield Reason(as_it_is(finding.text("id"), finding.text("en")), shown=finding.shown())


def _made_from(session: Session, letter: Letter, seen: EditedDraft) -> int:
    origin = read_origin(seen.identifier)
    if origin is not None and origin.revision:
        return origin.revision
    alike = {
        revision: likeness(text, seen.text)
        for revision in range(1, letter.revision + 1)
        if (text := _text_of_revision(session, letter, revision))
    }
    return max(alike, key=lambda revision: (alike[revision], revision), default=0)


def _text_of_revision(session: Session, letter: Letter, revision: int) -> str:
    if revision == letter.revision:
        return letter_files.content_of(session, letter)[0]
    return earlier_text(session, letter, revision)


def earlier_text(session: Session, letter: Letter, revision: int) -> str:
    """Empty if the revision's file is gone."""
    path = letter_files.folder(session.settings, letter.id, revision) / letter_files.DRAFT
    return letter_files.content_in(session, path.read_bytes())[0] if path.is_file() else ""


def papers(letter: Letter) -> list[tuple[Arrival, Paper]]:
    """The unfiled edits, each with its document."""
    revisions = {
        str(act.detail["arrival"]): int(act.detail["revision"])
        for act in history.of_case(letter.case)
        if act.verb == TAKEN and act.subject == letter.id
    }
    pairs = []
    for number, arrival in enumerate(of_letter(letter), 1):
        if arrival.state == ArrivalState.EDITED:
            revision = revisions.get(arrival.id)
            suffix = f"r{revision}-suntingan" if revision else f"suntingan-{number}-tidak-dipakai"
            pairs.append((arrival, arrival_files.paper(arrival, f"surat-{letter.id}-{suffix}")))
    return pairs


def close(letter: Letter, unused: str = "surat disetujui tanpa suntingan ini") -> list[Paper]:
    """Count all edits as filed; undecided ones are struck as ``unused``."""
    pairs = papers(letter)
    for arrival, _ in pairs:
        columns = {} if arrival.struck else {"struck": unused}
        arrivals.change(arrival, state=ArrivalState.FILED, **columns)
    return [paper for _, paper in pairs]


def edited_letter(case: str, letter: str = "") -> Letter | None:
    """A letter that may still change, else the newest not void."""
    candidates = [candidate for candidate in choose_letter.among(case, _OPEN, letter) if waiting(candidate)]
    if candidates:
        return choose_letter.only(candidates, "review")
    standing = [
        candidate
        for candidate in choose_letter.among(case, tuple(LetterState), letter)
        if candidate.state != LetterState.VOID
    ]
    return next(
        (candidate for candidate in reversed(standing) if waiting(candidate)),
        standing[-1] if standing else None,
    )
