"""What the chair reads: letter, broken rules, changes, pages as they will print.

Every look is recorded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.cases.fields.identification import CONCLUSION, WHY_LATER
from pipeline.cases.privacy import readable
from pipeline.cases.states import PRINTERS
from pipeline.cases.values import Values
from pipeline.kernel.errors import NotFound
from pipeline.kernel.files import need_folder, put_files
from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.kernel.text import Text
from pipeline.letters import edited as from_outside
from pipeline.letters.clauses import CORRECTED
from pipeline.letters.difference import Change, compare, visible
from pipeline.letters.text import EDGE
from pipeline.office.answer import draft_preview
from pipeline.office.answer.print_out import (
    READERS_OF_DRAFTS,
    approved,
    draft_pdf,
    need_same_contact,
    print_draft,
)
from pipeline.office.arrivals import edits
from pipeline.office.arrivals.edits import TAKEN, Edit
from pipeline.office.base.absences import signatories_for
from pipeline.office.base.session import Session, case_to_look_at, case_to_read, need_role
from pipeline.office.cases.forms_sheets import fingerprint
from pipeline.office.letters import choose_letter, letter_files
from pipeline.office.letters.matter import broken_rules, matter_of
from pipeline.records import history, letters
from pipeline.records.history import Act
from pipeline.records.letters import Letter, LetterState
from pipeline.rendering.convert import page_pngs, to_pdf
from pipeline.rendering.mark import marked

_SHOWN = ((LetterState.DRAFTED,), (LetterState.RETURNED, LetterState.APPROVED))
_RESOLUTION = 100
_PROPOSAL = (CONCLUSION, WHY_LATER, "follow_up", "referral")


@dataclass(frozen=True)
class Preview:
    """``changes`` are since revision ``since`` (0: none); ``edits`` came back from Word and wait for her.

    ``proposal``: conclusion of the identification report and follow-up, for an answer.
    """  # fmt: skip

    letter: Letter
    lines: tuple[str, ...]
    findings: tuple[Text, ...]
    changes: tuple[Change, ...]
    edits: tuple[Edit, ...]
    since: int = 0
    proposal: Values = field(default_factory=dict)

    def proposed(self, lang: str) -> Mapping[str, str]:
        """The proposal in words, by label."""
        return readable(self.proposal, lang)

    @property
    def fingerprint(self) -> str:
        """Digits to compare draft, decision sheet and this by eye."""
        return fingerprint(self.letter)

    def to_json(self, lang: str = "id") -> dict[str, Any]:
        """The preview as plain values."""
        return {
            "fingerprint": self.fingerprint,
            "case": self.letter.case,
            "letter": self.letter.id,
            "kind": self.letter.kind,
            "revision": self.letter.revision,
            "since": self.since,
            "state": str(self.letter.state),
            "number": self.letter.number or "",
            "text": list(self.lines),
            "findings": [finding.fill(lang) for finding in self.findings],
            "changes": [change.to_json(lang) for change in self.changes],
            "edits": [edit_to_json(edit, lang) for edit in self.edits],
            "proposal": self.proposed(lang),
        }


def edit_to_json(edit: Edit, lang: str = "id") -> dict[str, Any]:
    """An edited draft as plain values."""
    return {
        "number": edit.number,
        "arrival": edit.arrival.id,
        "made_from": edit.made_from,
        "outdated": edit.is_outdated,
        "usable": not edit.reasons,
        "waits": not edit.why_idle,
        "reasons": [(reason.shown or reason.said).fill(lang) for reason in edit.why_idle],
        "pictures_changed": edit.has_other_pictures,
        "changes": [change.to_json(lang) for change in edit.changes],
    }


def preview(session: Session, number: str, letter: str = "") -> Preview:
    """The letter named, else the first that waits for the chair."""
    need_role(session, "review", READERS_OF_DRAFTS)
    case = case_to_read(session, number, "review")
    row = choose_letter.pick(case.number, *_SHOWN, letter=letter, act="review")
    text, _ = letter_files.content_of(session, row)
    may_sign = signatories_for(session.settings, session.today, case.number)
    day, about = row.day or session.today, matter_of(case, row)
    broken = broken_rules(session, about, text, day, signatories=may_sign, kind=row.kind_row)
    since = read_last(row) if row.revision > 1 else 0
    before = edits.earlier_text(session, row, since) if since else ""
    waiting = tuple(edits.look(session, row, place, arrival) for place, arrival in edits.waiting(row))
    lines = (visible(" ".join(line.split())) for line in text.partition(EDGE)[0].split("\n"))
    return Preview(
        row,
        tuple(line for line in lines if line),
        tuple(finding.shown() for finding in broken),
        compare(before, text) if before else (),
        waiting,
        since,
        {name: case.values[name] for name in _PROPOSAL if name in case.values and not row.is_beside},
    )


def paper_of(
    session: Session, number: str, letter: str = "", copy: int = 0, *, is_print: bool = False
) -> tuple[Letter, bytes]:
    """A letter's PDF for the screen: the draft marked KONSEP, or a copy; for the printer only while it may go."""
    need_role(session, "review", READERS_OF_DRAFTS if not copy else PRINTERS)
    case = case_to_look_at(session, number, "review")
    row = choose_letter.pick(case.number, *_SHOWN, letter=letter, act="review")
    if row.state != LetterState.APPROVED:
        return copy_of_draft(session, number, row.id, copy) if copy else (row, draft_pdf(session, row))
    if is_print:
        need_same_contact(case, row)
    wanted = next(
        (
            letter_copy
            for letter_copy in letters.copies(row.id, row.revision)
            if letter_copy.copy == (copy or 1)
        ),
        None,
    )
    if wanted is None:
        raise NotFound(what="salinan", given=str(copy))
    return row, approved(session, row, wanted)


def copy_of_draft(session: Session, number: str, letter: str, copy: int) -> tuple[Letter, bytes]:
    """The look of copy 1 or 2 as PDF, without number or valid code."""
    need_role(session, "review", READERS_OF_DRAFTS)
    case = case_to_look_at(session, number, "review")
    draft = choose_letter.pick(
        case.number, (LetterState.DRAFTED,), (LetterState.RETURNED,), letter=letter, act="review"
    )
    docx = _as_copies(session, draft)[1 if copy == 2 else 0]
    return draft, _pdf(
        session, docx, f"PRATINJAU SALINAN {draft.id} · revisi {draft.revision} · belum disetujui"
    )


def _as_copies(session: Session, letter: Letter) -> tuple[bytes, ...]:
    draft = letter_files.draft_of(session.settings, letter)
    if not letter.edited:
        return draft_preview.as_copies(session, letter.id, draft)
    made, _ = from_outside.stamp(
        draft,
        draft_preview.number_yet(session),
        session.today,
        draft_preview.no_codes(letter.id),
        paraf=draft_preview.paraf_of(session, letter.id),
        accept_risk=session.settings["masuk.tanpa_isolasi"],
    )
    return tuple(copy.docx for copy in made)


def _pdf(session: Session, docx: bytes, mark: str) -> bytes:
    accept = session.settings["masuk.tanpa_isolasi"]
    (pdf,) = to_pdf([docx], accept_risk=accept, folder=session.settings.var / "pdf")
    return marked(pdf, mark)


def put_pages(session: Session, number: str, target: Path, letter: str = "") -> list[Path]:
    """Puts pages into ``target`` as they will print.

    A draft comes as PDF and pictures, marked KONSEP, with the copies' line breaks; an approved letter as
    pictures only, since a PDF counts as a print.
    """
    need_role(session, "review", READERS_OF_DRAFTS)
    case = case_to_read(session, number, "review")
    row = choose_letter.pick(case.number, *_SHOWN, letter=letter, act="review")
    folder = need_folder(target)
    if row.state != LetterState.APPROVED:
        path = print_draft(session, number, folder, row.id)
        return [path, *_pictures(session, path.read_bytes(), folder, path.stem)]
    need_same_contact(case, row)
    made: list[Path] = []
    for copy in letters.copies(row.id, row.revision):
        made += _pictures(session, approved(session, row, copy), folder, f"{row.id}-salinan-{copy.copy}")
    return made


def _pictures(session: Session, pdf: bytes, folder: Path, stem: str) -> list[Path]:
    pages = page_pngs(pdf, _RESOLUTION, accept_risk=session.settings["masuk.tanpa_isolasi"])
    return put_files(
        folder, ((f"{stem}-halaman-{page}.png", picture) for page, picture in enumerate(pages, 1))
    )


_MADE = frozenset(kind.act for kind in LETTER_KINDS.values())
"""Acts by which a person makes a revision."""


def read_last(letter: Letter) -> int:
    """Last decided by the chair, else the one before the current."""
    known = [
        int(act.detail.get("revision", 0))
        for act in history.of_case(letter.case)
        if act.verb in ("return", TAKEN) and act.subject == letter.id
    ]
    return max((number for number in known if 0 < number < letter.revision), default=letter.revision - 1)


@dataclass(frozen=True)
class Revision:
    """``returned`` is why it was sent back."""

    number: int
    account: str
    at: datetime
    is_edit: bool
    corrected: tuple[str, ...]
    returned: str


def listed(letter: Letter) -> tuple[Revision, ...]:
    """The revisions by the letter's history, newest first."""
    made: dict[int, Act] = {}
    returned: dict[int, str] = {}
    for act in history.of_case(letter.case):
        if act.subject != letter.id or "revision" not in act.detail:
            continue
        number = int(act.detail["revision"])
        if act.verb == "return":
            returned[number] = str(act.detail.get("reason", ""))
        elif act.verb in (*_MADE, TAKEN):
            made[number] = act
    return tuple(
        Revision(
            number,
            act.account,
            act.at,
            act.verb == TAKEN,
            tuple(act.detail.get(CORRECTED, ())),
            returned.get(number, ""),
        )
        for number, act in sorted(made.items(), reverse=True)
    )
