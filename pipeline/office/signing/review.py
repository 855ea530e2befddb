"""Step 11, the chair's side: approve, and two numbered copies are made; or return with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from pypdf import PdfReader

from pipeline.cases.case import Case
from pipeline.cases.contact import is_bound
from pipeline.cases.states import State, find_move
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import Lock, digest_bytes
from pipeline.letters.copies import Copy as Stamped
from pipeline.letters.finding import Finding
from pipeline.letters.numbers import NUMBER_BY_HAND, long_date
from pipeline.letters.prints import differing
from pipeline.letters.rules import check
from pipeline.letters.rules_form import signing
from pipeline.letters.text import read
from pipeline.office.arrivals import copies_out, edits
from pipeline.office.base import file_away, keys
from pipeline.office.base.absences import deputy_of, signatories_for, signed_columns
from pipeline.office.base.desk import Desk, moment_for_numbers, need_reason, need_role
from pipeline.office.base.own_office import need_own
from pipeline.office.cases.inform import need_consent
from pipeline.office.letters import letter_files, stamping, which
from pipeline.office.letters.matter import matter_of, values_of
from pipeline.office.letters.numbering import Numbered, NumberGone, next_number, reserve
from pipeline.records import boot, cases, history, letters, request_cache
from pipeline.records.errors import Stale
from pipeline.records.letters import Copy, Letter, LetterState
from pipeline.rendering.convert import to_pdf
from pipeline.settings.signatories import Signatory, paraf_labels
from pipeline.stores.folder import make_folder_durably

_TRIES = 5


@dataclass(frozen=True)
class Ready:
    """A draft that may be approved: everything is checked and stamped, nothing is written yet."""

    case: Case
    state: State
    letter: Letter
    numbered: Numbered | None
    copies: tuple[Stamped, Stamped]
    key_id: str
    day: date
    signatory: Signatory
    said: tuple[str, ...]


@dataclass(frozen=True)
class Read:
    """The letter that was read before it is decided about: its ``revision``, and the ``version`` of its record if known."""

    revision: int
    version: int | None = None


def approve(desk: Desk, number: str, letter: str = "", read: Read | None = None) -> Letter:
    """Approve the draft of case ``number``: number, date, two copies, frozen by digest, as PDF, filed.

    ``letter`` names it where two drafts wait; ``read`` is what the chair has read of it: a draft that was replaced
    since is not approved. Raises NotFound, NotPossible, Stale, ClockBehind, and what LibreOffice's run raises.
    """
    with locked(desk, number):
        for _ in range(_TRIES - 1):
            ready = prepare(desk, number, letter, read)
            try:
                return enter(desk, ready, rendered(desk, ready))
            except NumberGone:
                continue
        ready = prepare(desk, number, letter, read)
        return enter(desk, ready, rendered(desk, ready))


def locked(desk: Desk, number: str) -> Lock:
    """Return the lock under which the letter of case ``number`` is approved or replaced by another draft."""
    name = f"{ids.need_case(number)}.lock"
    folder = desk.settings.var / "letters"
    make_folder_durably(folder)
    return Lock(folder / name)


@request_cache.read_once()
def prepare(desk: Desk, number: str, letter: str = "", read: Read | None = None) -> Ready:
    """Check and stamp the draft of case ``number``; nothing is written. Raises what :func:`approve` says."""
    need_own(desk.settings)
    today = desk.today
    case, state, found = which.for_move(desk, number, "approve", (LetterState.DRAFTED,), letter)
    need_read(found, read)
    _need_no_edit(desk, found)
    may_sign, signatory = _may_sign(desk, case, found, today)
    key_id, key = keys.newest(desk.settings, keys.CODE)
    numbered = next_number(desk, found, today)
    number, day = (numbered.text, today) if numbered else (NUMBER_BY_HAND, None)
    paraf = paraf_labels(signatory, desk.settings.signatories)
    copies, said = stamping.stamped(desk, found, number, day, key, key_id, paraf)
    for text in said:
        _need_rules(desk, case, found, text, today, may_sign, is_numbered=bool(numbered), awaits=not numbered)
    return Ready(case, state, found, numbered, copies, key_id, today, signatory, tuple(said))


def rendered(desk: Desk, ready: Ready) -> list[bytes]:
    """Return the PDFs of both copies, made in one run of LibreOffice."""
    return to_pdf(
        [copy.docx for copy in ready.copies],
        accept_risk=desk.settings["masuk.tanpa_isolasi"],
        folder=desk.settings.var / "pdf",
    )


def enter(desk: Desk, ready: Ready, pdfs: Sequence[bytes]) -> Letter:
    """Approve what was prepared: its number is reserved, both copies are written and filed.

    Raises NumberGone, Stale, ClockBehind.
    """
    case, letter, numbered = ready.case, ready.letter, ready.numbered
    need_same(letter, pdfs, ready.said)
    made = _write(desk, letter, ready.copies, pdfs, ready.key_id)
    moment = moment_for_numbers()
    with boot.transact():
        _need_no_edit(desk, letter)
        columns = reserve(desk, letter, numbered, moment)
        letters.change(
            letter,
            state=LetterState.APPROVED,
            day=ready.day if numbered else None,
            key_id=ready.key_id,
            approved_by=desk.actor.account,
            **signed_columns(ready.signatory),
            **columns,
        )
        letters.put_copies(made)
        _enter(desk, ready, moment)
    file_away.finish(desk, case.number)
    return letters.get(letter.id)


def send_back(desk: Desk, number: str, reason: str, letter: str = "", read: Read | None = None) -> Letter:
    """Return the draft (or the approved, not yet signed letter) of case ``number`` with a ``reason``.

    Printed copies of it lose their validity; a number it has is kept for the next revision; ``letter`` names
    it where two wait, ``read`` what was read of it. Raises NotFound, NotPossible, Stale.
    """
    need_role(desk, "return", find_move("return").roles)
    need_reason(reason)
    waiting = (LetterState.DRAFTED, LetterState.APPROVED)
    case, state, found = which.for_move(desk, number, "return", waiting, letter, "return")
    need_read(found, read)
    copies_out.need_here(found)
    was_approved = found.state == LetterState.APPROVED
    moment = clock.now()
    with boot.transact():
        copies_out.need_here(letters.get(found.id))
        after = letters.change(found, state=LetterState.RETURNED, reason=reason)
        copies_out.outdate(found, f"revisi {found.revision} dikembalikan oleh ketua")
        cases.change(case, case.moved(state))
        history.note(
            moment, desk.actor, "return", 11, number, found.id, reason=reason, revision=found.revision
        )
        if was_approved:
            file_away.begin(desk, cases.get(number), "returned", "surat dikembalikan", [], moment)
    copies_out.write_rows(desk.settings, found)
    if was_approved:
        file_away.finish(desk, number)
    return after


def _need_no_edit(desk: Desk, letter: Letter) -> None:
    """Refuse to approve the older text over an edit that nobody decided about.

    One that cannot be used, or in which nothing is new, stops nothing; one that could be used till another revision
    came between does, unless the office was told when it came in.
    """
    for number, arrival in edits.waiting(letter):
        edit = edits.look(desk, letter, number, arrival)
        if not edit.why_idle:
            raise Refusal("office.edit_waits", case=letter.case, item=number)
        if edit.is_overtaken and not arrival.note:
            raise Refusal(
                "office.edit_overtaken",
                case=letter.case,
                item=number,
                made_from=edit.made_from,
                revision=letter.revision,
            )


def need_read(letter: Letter, read: Read | None) -> None:
    """Refuse a decision about a letter that is not as it was read. Raises Stale with what was read and what is."""
    if read is None:
        return
    if read.revision != letter.revision:
        raise Stale(what=f"Revisi surat {letter.id}", read=read.revision, now=letter.revision)
    if read.version not in (None, letter.version):
        raise Stale(what=f"Surat {letter.id}", read=read.version, now=letter.version)


def _may_sign(desk: Desk, case: Case, letter: Letter, today: date) -> tuple[tuple[Signatory, ...], Signatory]:
    """Return who may sign today, and who of them the draft names, after all that speaks against approving it."""
    if not is_bound(letter.contact, case.values):
        raise Refusal("office.contact_changed", case=case.number)
    need_consent(case, values_of(case, letter))
    may_sign = signatories_for(desk.settings, today, case.number)
    if not may_sign:
        raise Refusal("office.no_signatory", day=long_date(today))
    text = stamping.content_of(desk, letter)[0]
    _need_rules(desk, case, letter, text, letter.day or today, may_sign)
    signatory = signing(read(text).signature, may_sign)
    assert signatory is not None
    return may_sign, signatory


def _need_rules(
    desk: Desk,
    case: Case,
    letter: Letter,
    text: str,
    day: date,
    may_sign: Sequence[Signatory],
    *,
    is_numbered: bool = False,
    awaits: bool = False,
) -> None:
    """Refuse a draft, or a stamped copy, that breaks a letter rule."""
    broken = check(
        text,
        matter_of(case, letter),
        desk.settings,
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
        raise Refusal(
            "office.rules_broken",
            reasons="\n".join(f"- {one.text()}" for one in broken),
            rules=[one.rule for one in broken],
        )


def _write(
    desk: Desk, letter: Letter, copies: Sequence[Stamped], pdfs: Sequence[bytes], key_id: str
) -> list[Copy]:
    """Write both stamped copies and their PDFs; returns them as they are to be entered."""
    made = []
    for one, pdf in zip(copies, pdfs, strict=True):
        for suffix, data in (("docx", one.docx), ("pdf", pdf)):
            name = letter_files.copy_name(one.number, suffix)
            letter_files.put(desk.settings, letter.id, letter.revision, name, data)
        digests = (digest_bytes(one.docx, "sha256"), digest_bytes(pdf, "sha256"))
        bound = (str(one.code), key_id, letter.draft_digest, len(PdfReader(BytesIO(pdf)).pages))
        made.append(Copy(letter.id, letter.revision, one.number, *bound, *digests))
    return made


def _enter(desk: Desk, ready: Ready, moment: datetime) -> None:
    case, letter = ready.case, ready.letter
    cases.change(case, case.moved(ready.state))
    deputy = deputy_of(desk.settings, desk.actor.account, ready.day)
    detail = signed_columns(ready.signatory) | ({"approved_as": deputy.capacity} if deputy else {})
    history.note(
        moment,
        desk.actor,
        "approve",
        11,
        case.number,
        letter.id,
        number=ready.numbered.text if ready.numbered else "",
        revision=letter.revision,
        **{name: one for name, one in detail.items() if one},
    )
    names = [
        letter_files.DRAFT,
        *(letter_files.copy_name(copy, suffix) for copy in (1, 2) for suffix in ("docx", "pdf")),
    ]
    papers = [letter_files.paper(desk.settings, letter.id, letter.revision, name) for name in names]
    papers += edits.close(letter)
    kind = f"{letter.kind_row.filing}approved"
    message = f"{letter.kind_row.name.id} disetujui"
    file_away.begin(desk, cases.get(case.number), kind, message, papers, moment)


def need_same(letter: Letter, pdfs: Sequence[bytes], said: Sequence[str]) -> None:
    """Compare the PDF of each copy with what it ``said``, where the draft was edited."""
    for pdf, text in zip(pdfs, said, strict=True) if letter.edited else ():
        more, less = differing(pdf, text)
        if more or less:
            raise Refusal("office.prints_otherwise", letter=letter.id, case=letter.case, more=more, less=less)
