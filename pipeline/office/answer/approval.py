"""Step 11, the chair's side: approve, and two numbered copies are made; or return with a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO

from pypdf import PdfReader

from pipeline.cases.case import Case
from pipeline.cases.contact import is_bound
from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.fields.field import Field, Kind, Section
from pipeline.cases.states import State
from pipeline.cases.values import Values
from pipeline.kernel.clock import long_date
from pipeline.kernel.errors import Refusal, Stale
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.text import N_, Next
from pipeline.letters.copies import Copy as Stamped
from pipeline.letters.copies import words_of
from pipeline.letters.finding import Finding
from pipeline.letters.matter import Matter
from pipeline.letters.numbers import NUMBER_BY_HAND
from pipeline.letters.prints import differing
from pipeline.letters.rules import check_day, signing
from pipeline.letters.text import read
from pipeline.office.arrivals import copies_out, edits
from pipeline.office.base import keys
from pipeline.office.base.absences import deputy_of, signatories_for, signed_columns
from pipeline.office.base.sample_office import PRACTICE, invented, need_own
from pipeline.office.base.session import Session
from pipeline.office.cases.inform import need_consent
from pipeline.office.engine.declare import CaseFile, Change, Filing, Reads, Shown, Words, act
from pipeline.office.engine.perform import read_answers
from pipeline.office.letters import choose_letter, letter_files
from pipeline.office.letters.matter import broken_rules, matter_of, values_of
from pipeline.office.letters.numbering import Numbered, next_number, reserve
from pipeline.records import history, letters, request_cache
from pipeline.records.letters import Copy, Letter, LetterState
from pipeline.rendering.convert import to_pdf
from pipeline.settings.signatories import Signatory, paraf_labels

REVISION, VERSION = "revision", "letter_version"
"""What the chair has read: the revision; from a page the version of the letter's record."""
_WAIT = (LetterState.DRAFTED, LetterState.APPROVED)
_REVISION = Field(
    REVISION, N_("Revision that was read"), Kind.NUMBER, Section.DECISION, 11,
    N_("As printed on the pages marked KONSEP; needed where there is more than one."),
    "1",
)  # fmt: skip
_WHY = reason(N_("Reason for returning"))
APPROVED = N_("Letter {letter} is approved as {number}. Print both copies.")  # fmt: skip
BLANK = N_("Letter {letter} is approved; number and date are written by hand. Print both copies.")  # fmt: skip
RETURNED = N_("Draft {letter} was returned to the identification officer to be mended.")  # fmt: skip


@dataclass(frozen=True)
class Ready:
    """Checked and stamped, nothing written yet."""

    letter: Letter
    numbered: Numbered | None
    copies: tuple[Stamped, Stamped]
    key_id: str
    day: date
    signatory: Signatory
    said: tuple[str, ...]


def reads(*asked: Field, names: str = REVISION) -> Reads:
    """``names`` is what a command gives beside the letter."""

    def reading(session: Session, file: CaseFile, answers: Mapping[str, object]) -> Values:
        given = {name: answer for name, answer in answers.items() if name != VERSION}
        if names and (named := choose_letter.parted(file)[1]):
            given = {names: named, **given}
        known = read_answers(session, (*asked, _REVISION), given)
        version = answers.get(VERSION)
        return known if version is None else {**known, VERSION: int(str(version))}

    return reading


def need_read(letter: Letter, answers: Values) -> None:
    """Refuse a decision about a letter that changed since it was read."""
    for name, label, now in ((REVISION, "Revisi surat", letter.revision), (VERSION, "Surat", letter.version)):
        if answers.get(name) not in (None, now):
            raise Stale(what=f"{label} {letter.id}", read=answers[name], now=now)


@act(
    moves=("approve",),
    states=frozenset(State),
    words=Words(N_("Approve a draft"), N_("Approve"), APPROVED),
    blocked=(choose_letter.none_waits("approve", (LetterState.DRAFTED,)),),
    shows=lambda _session, file: Shown(
        next=(Next("review", file.case.number, choose_letter.parted(file)[0].about),)
    ),
    asks=(_REVISION,),
    reads=reads(),
)
def approve_letter(session: Session, file: CaseFile, answers: Values) -> Change:
    """Approve the draft (step 11): number, date and two PDF copies, frozen by digest and filed.

    A draft replaced since it was read is not approved: nobody approves unread words.
    """
    letter = choose_letter.only(choose_letter.standing(file, (LetterState.DRAFTED,)), "review")
    need_read(letter, answers)
    if letter.revision > 1 and REVISION not in answers:
        details = {"letter": letter.id, "case": letter.case, "revision": letter.revision}
        unnamed = Refusal("office.revision_unnamed", **details)
        raise unnamed.mended_by(Next("review", letter.case, letter.id)) if letter.is_beside else unnamed
    ready = prepare(session, file.case, letter)
    pdfs = rendered(session, ready)
    need_same_text(letter, pdfs, ready.said)
    return _approved(session, file, ready, pdfs)


@request_cache.read_once()
def prepare(session: Session, case: Case, letter: Letter) -> Ready:
    """Check and stamp a draft without writing.

    The letter rules judge the copies, once where both say the same; the draft alone, and first, where nobody
    may sign it.
    """
    need_own(session.settings)
    today = session.today
    _need_no_edit(session, letter)
    may_sign, signatory, matter = _may_sign(session, case, letter, today)
    key_id, key = keys.newest(session.settings, keys.CODE)
    numbered = next_number(session, letter, today)
    number, day = (numbered.text, today) if numbered else (NUMBER_BY_HAND, None)
    paraf = paraf_labels(signatory, session.settings.signatories)
    copies, texts = letter_files.stamped(session, letter, number, day, key, key_id, paraf)
    first, second = (words_of(*pair, paraf) for pair in zip(copies, texts, strict=True))
    for text in texts[1:] if first == second else texts:
        _need_rules(
            session, matter, letter, text, today, may_sign, is_numbered=bool(numbered), awaits=not numbered
        )
    return Ready(letter, numbered, copies, key_id, today, signatory, tuple(texts))


def rendered(session: Session, ready: Ready) -> list[bytes]:
    """The PDFs of both copies, in one run of LibreOffice."""
    return to_pdf(
        [copy.docx for copy in ready.copies],
        accept_risk=session.settings["masuk.tanpa_isolasi"],
        folder=session.settings.var / "pdf",
    )


def _approved(session: Session, file: CaseFile, ready: Ready, pdfs: Sequence[bytes]) -> Change:
    letter, numbered = ready.letter, ready.numbered
    made, files = [], dict[str, bytes]()
    for copy, pdf in zip(ready.copies, pdfs, strict=True):
        files[letter_files.copy_name(copy.number, "docx")] = copy.docx
        files[letter_files.copy_name(copy.number, "pdf")] = pdf
        digests = (digest_bytes(copy.docx, "sha256"), digest_bytes(pdf, "sha256"))
        bound = (str(copy.code), ready.key_id, letter.draft_digest, len(PdfReader(BytesIO(pdf)).pages))
        made.append(Copy(letter.id, letter.revision, copy.number, *bound, *digests))
    draft = {letter_files.DRAFT: letter_files.draft_of(session.settings, letter)}
    papers = [letter_files.paper(session.settings, letter, *named) for named in (draft | files).items()]
    reserved = reserve(session, letter, numbered, file.moment)
    deputy = deputy_of(session.settings, session.decider.account, ready.day)
    signed = signed_columns(ready.signatory)
    detail = {"number": numbered.text if numbered else "", "revision": letter.revision}
    detail |= {name: value for name, value in signed.items() if value}
    detail |= {"approved_as": deputy.capacity} if deputy else {}
    event = history.event(file.moment, session.decider, "approve", 11, letter.case, letter.id, **detail)
    approving = partial(
        letters.change, letter, state=LetterState.APPROVED, day=ready.day if numbered else None,
        key_id=ready.key_id, approved_by=session.decider.account, **signed, **reserved.columns,
    )  # fmt: skip
    return Change(
        choose_letter.moved(file, letter),
        Filing(
            f"{letter.kind_row.filing}approved",
            f"{letter.kind_row.name.id} disetujui",
            scans=[*papers, *(paper for _, paper in edits.papers(letter))],
        ),
        has_event=False,
        writes=[
            *reserved.writes,
            *(
                partial(letter_files.put, session.settings, letter.id, letter.revision, *named)
                for named in files.items()
            ),
            approving,
            partial(letters.put_copies, made),
            partial(edits.close, letter),
        ],
        events=[*reserved.events, event],
        told={"letter": letter.id, "number": reserved.columns["number"], "state": LetterState.APPROVED.value},
        said=None if numbered else BLANK,
        warnings=[PRACTICE] if invented(session.settings) else (),
        next=(Next("print", letter.case, letter.about),),
    )


def is_out(_session: Session, file: CaseFile) -> Refusal | None:
    """Copy 1 of the waiting letter is out."""
    candidates = choose_letter.standing(file, _WAIT)
    return copies_out.is_out(candidates[0]) if len(candidates) == 1 else None


@act(
    moves=("return",),
    states=frozenset(State),
    words=Words(N_("Return a draft"), N_("Return"), RETURNED),
    blocked=(choose_letter.none_waits("return", _WAIT), is_out),
    asks=(_WHY,),
    reads=reads(_WHY),
)
def return_letter(session: Session, file: CaseFile, answers: Values) -> Change:
    """Return the draft, or the approved unsigned letter, with a reason (step 11).

    Printed copies become invalid; the next revision keeps the number.
    """
    letter, why = (
        choose_letter.only(choose_letter.standing(file, _WAIT), "return-letter"),
        str(answers[REASON]),
    )
    need_read(letter, answers)
    is_approved = letter.state == LetterState.APPROVED
    return Change(
        choose_letter.moved(file, letter),
        Filing("returned", "surat dikembalikan", ignores_clock=True) if is_approved else None,
        {"reason": why, "revision": letter.revision},
        letter.id,
        writes=(
            partial(letters.change, letter, state=LetterState.RETURNED, reason=why),
            partial(copies_out.outdate, letter, f"revisi {letter.revision} dikembalikan oleh ketua"),
        ),
        afterwards=(partial(copies_out.write_rows, session.settings, letter),),
        told={"letter": letter.id, "number": letter.number, "state": LetterState.RETURNED.value},
        next=(letter.drafting,),
    )


def _need_no_edit(session: Session, letter: Letter) -> None:
    """Refuses the older text over an edit that nobody decided about.

    An unusable edit, or one without news, stops nothing; one made unusable by a later revision does, unless
    the office was told when it came in.
    """
    for number, arrival in edits.waiting(letter):
        edit = edits.look(session, letter, number, arrival)
        if not edit.why_idle:
            raise Refusal("office.edit_waits", case=letter.case, item=number)
        if edit.is_superseded and not arrival.note:
            raise Refusal(
                "office.edit_overtaken",
                case=letter.case,
                item=number,
                made_from=edit.made_from,
                revision=letter.revision,
            )


def _may_sign(
    session: Session, case: Case, letter: Letter, today: date
) -> tuple[tuple[Signatory, ...], Signatory, Matter]:
    if not is_bound(letter.contact, values_of(case, letter)):
        raise Refusal("office.contact_changed", case=case.number)
    need_consent(case, values_of(case, letter))
    may_sign = signatories_for(session.settings, today, case.number)
    if not may_sign:
        raise Refusal("office.no_signatory", day=long_date(today))
    text = letter_files.content_of(session, letter)[0]
    matter = matter_of(case, letter)
    day = letter.day or today
    if check_day(text, matter, session.settings, day, may_sign):
        _need_rules(session, matter, letter, text, day, may_sign)
    signatory = signing(read(text).signature, may_sign)
    assert signatory is not None
    return may_sign, signatory, matter


def _need_rules(
    session: Session,
    matter: Matter,
    letter: Letter,
    text: str,
    day: date,
    may_sign: Sequence[Signatory],
    *,
    is_numbered: bool = False,
    awaits: bool = False,
) -> None:
    broken = broken_rules(
        session,
        matter,
        text,
        day,
        is_numbered=is_numbered,
        awaits_number=awaits,
        signatories=may_sign,
        kind=letter.kind_row,
    )
    refuse_broken(broken)


def refuse_broken(broken: Sequence[Finding]) -> None:
    """Refuse a letter that breaks letter rules."""
    if broken:
        refusal = Refusal(
            "office.rules_broken",
            reasons="\n".join(f"- {finding.text()}" for finding in broken),
            rules=[finding.rule for finding in broken],
        )
        refusal.aside = tuple(finding.shown() for finding in broken if finding.words)
        raise refusal


def need_same_text(letter: Letter, pdfs: Sequence[bytes], texts: Sequence[str]) -> None:
    """Each copy's PDF against its text in ``texts``, where the draft was edited."""
    for pdf, text in zip(pdfs, texts, strict=True) if letter.edited else ():
        more, less = differing(pdf, text)
        if more or less:
            raise Refusal("office.prints_otherwise", letter=letter.id, case=letter.case, more=more, less=less)
