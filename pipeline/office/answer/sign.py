"""Step 11: a scan with our code is a signed copy; with both, the letter is signed and filed.

What does not match (older revision, repeat, unsigned print) is kept and shown to a person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from types import MappingProxyType

from pipeline.cases.case import Case
from pipeline.cases.states import State, move
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Stale
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.ids import CopyCode
from pipeline.office.answer import page as register_page
from pipeline.office.answer.sameness import ShownVerdict
from pipeline.office.arrivals import arrival_files, dismiss, edits
from pipeline.office.arrivals.copies_out import PRINT, next_step
from pipeline.office.arrivals.mail_log import next_agenda
from pipeline.office.base import filings
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session
from pipeline.office.cases.sheet_back import come_back
from pipeline.office.engine.declare import Change, Filing
from pipeline.office.engine.perform import write
from pipeline.records import arrivals, boot, cases, history, letters, numbers, queue, sheets
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import Copy, Letter, LetterState
from pipeline.signing.duplicate import Means, SignedCopy, prove


def receive_copies(
    session: Session,
    parts: Sequence[tuple[Arrival, CopyCode | None]],
    whole: Arrival | None = None,
    prints: Mapping[str, str] = MappingProxyType({}),
    seen: Mapping[str, ShownVerdict] = MappingProxyType({}),
) -> list[Arrival]:
    """Repeatable; with both copies of a letter, it is signed and filed.

    ``whole`` is the scan split into ``parts``, entered in one transaction. A part without a code is mail: it
    gets the agenda number of ``whole``, or a new one. By arrival id ``prints`` says why some are unsigned,
    ``seen`` how each compares with its print. What the archive cannot take now is filed later.
    """
    new = [(part, code) for part, code in parts if not _is_repeat(session, part)]
    with boot.transact():
        left = _left_number(session, whole, new)
        entered = [
            _enter(session, part, code, prints, seen.get(part.id, ShownVerdict()))
            if code
            else _enter_mail(session, part, left)
            for part, code in new
        ]
        touched = sorted({arrival.letter for arrival in entered} - {""})
        signed = [sign_if_both(session, letter) for letter in touched]
        for letter in touched:
            dismiss.dismiss_replaced(letter, [arrival.id for arrival in entered])
    for arrival in (*entered, *([whole] if whole else [])):
        arrival_files.write_row(session.settings, arrivals.get(arrival.id))
    for letter in touched:
        dismiss.write_rows(session.settings, letter)
    for case in filter(None, signed):
        filings.try_complete_case(session, case)
    return [arrivals.get(arrival.id) for arrival in entered]


def _left_number(
    session: Session, whole: Arrival | None, parts: Sequence[tuple[Arrival, CopyCode | None]]
) -> list[str | None]:
    """That of ``whole``, if a part is mail."""
    if whole is None:
        return []
    agenda = _note_split(session, whole)
    if agenda is None or all(code for _, code in parts):
        return []
    arrivals.change(arrivals.get(whole.id), agenda=None, struck=f"{agenda} pindah ke bagiannya")
    return [agenda]


def _enter_mail(session: Session, part: Arrival, left: list[str | None]) -> Arrival:
    agenda = (left.pop() if left else None) or next_agenda(session)
    entered = replace(part, state=ArrivalState.NEW, agenda=agenda)
    arrivals.add(entered)
    history.note(clock.now(), session.actor, "receive", 1, subject=part.id, agenda=agenda, parent=part.parent)
    queue.put(queue.READ, part.id)
    return entered


def sign_all(session: Session) -> None:
    """Signs approved letters with both copies here, and late copies (after a rebuild)."""
    with boot.transact():
        approved = {letter.id for letter in letters.in_state(LetterState.APPROVED)}
        late = {arrival.letter for arrival in arrivals.listed(ArrivalState.COPY)} - {""}
        signed = [sign_if_both(session, letter) for letter in sorted(approved | late)]
    for case in filter(None, signed):
        filings.try_complete_case(session, case)


def _is_repeat(session: Session, part: Arrival) -> bool:
    """The same bytes under another arrival."""
    known = arrivals.by_content(part.sha256)
    if known is not None and known.id != part.id:
        damaged = arrival_files.note_repeat(session, known, part.id, part.name, part.scanned_at)
        arrival_files.give_way(session, known, part.id, damaged)
    return known is not None


def _note_split(session: Session, whole: Arrival) -> str | None:
    """Its agenda number goes to a part that is mail; without one the row stays, struck.

    Raises Stale if it was registered meanwhile.
    """
    agenda = None
    if arrivals.has(whole.id):
        before = arrivals.get(whole.id)
        if before.state not in arrivals.WAITING:
            raise Stale(
                what=f"Surat masuk {before.agenda or before.id}", read=whole.version, now=before.version
            )
        agenda = before.agenda
        arrivals.change(before, state=ArrivalState.SPLIT, struck="memuat salinan surat kantor sendiri")
    else:
        arrivals.add(replace(whole, state=ArrivalState.SPLIT))
    history.note(clock.now(), session.actor, "split", 11, subject=whole.id, pages=whole.pages, agenda=agenda)
    return agenda


def _enter(
    session: Session, arrival: Arrival, code: CopyCode, prints: Mapping[str, str], seen: ShownVerdict
) -> Arrival:
    if ids.is_sheet(code.letter):
        return come_back(session, arrival, sheets.get(code.letter), prints.get(arrival.id, ""))
    if ids.is_page(code.letter):
        return register_page.come_back(
            session, arrival, code, prints.get(arrival.id) or seen.against, seen.remark
        )
    letter = letters.get(code.letter)
    why = prints.get(arrival.id) or why_not(arrival, code, letter)
    against = f"{why.rstrip('.')}. {next_step(code, letter, why)}".rstrip() if why else seen.against
    state = ArrivalState.UNMATCHED if against else ArrivalState.COPY
    note = against or seen.remark
    entered = replace(arrival, state=state, code=str(code), letter=letter.id, case=letter.case, note=note)
    arrivals.add(entered)
    moment = clock.now()
    verb = "set_aside" if against else "match"
    detail = {"letter": letter.id, "copy": code.copy} | ({"ink": seen.signing} if seen.signing else {})
    history.note(moment, session.actor, verb, 11, letter.case, arrival.id, **detail)
    if not against:
        letters.match(str(code), arrival.id, moment)
    return entered


def why_not(arrival: Arrival, code: CopyCode, letter: Letter, means: Means = Means.SCAN) -> str:
    """The scan or signed file is not the signed copy (Indonesian), or ""."""
    copy = letters.by_code(str(code))
    if letter.state == LetterState.VOID:
        return "surat ini dibatalkan oleh ketua"
    if letter.state == LetterState.WITHDRAWN:
        return "surat ini ditarik sebelum disampaikan: kontak aman berubah"
    if (
        copy is None
        or copy.revision != letter.revision
        or letter.state not in (LetterState.APPROVED, LetterState.SIGNED)
    ):
        return "revisi ini sudah tidak berlaku"
    if arrival.sha256 == copy.pdf_digest:
        return PRINT
    if copy.arrival:
        return f"salinan ke-{copy.copy} sudah diterima"
    this = SignedCopy(copy.copy, copy.revision, means, arrival.sha256, arrival.pages)
    there = _signed(letters.copies(letter.id, letter.revision))
    return " ".join(problem.id for problem in prove([this, *there], copy.revision, copy.pages).problems)


def _signed(copies: Sequence[Copy]) -> list[SignedCopy]:
    back = [(copy, arrivals.get(copy.arrival)) for copy in copies if copy.arrival]
    attested = [copy for copy in copies if copy.confirmed_by and not copy.arrival]
    return [
        *(SignedCopy(copy.copy, copy.revision, _means(copy), file.sha256, file.pages) for copy, file in back),
        *(SignedCopy(copy.copy, copy.revision, Means.ATTESTED, "", 0) for copy in attested),
    ]


def _means(copy: Copy) -> Means:
    """A copy attested before came back as a scan."""
    return Means.SCAN if copy.means == Means.ATTESTED else Means(copy.means)


def sign_if_both(session: Session, letter_id: str) -> str:
    """With both copies of the current revision here: sign, complete the register, begin filing."""
    if ids.is_page(letter_id):
        return register_page.sign_if_both(session, letter_id)
    letter = letters.get(letter_id)
    both = letters.copies(letter.id, letter.revision)
    if letter.state == LetterState.SIGNED:
        return _file_late(session, letter, both) if letter.number else ""
    if letter.state != LetterState.APPROVED:
        return ""
    case = cases.get(letter.case)
    change = signed_by(session, case, letter, both, clock.now())
    if change is None:
        return ""
    write(session, case, change, change.events[0])
    return case.number if letter.number else ""


def signed_by(
    session: Session, case: Case, letter: Letter, both: Sequence[Copy], moment: datetime
) -> Change | None:
    """Signed, and filed if numbered; None until ``both`` copies prove it."""
    if not prove(_signed(both), letter.revision, both[0].pages).is_complete:
        return None
    after = case.state if letter.is_beside else _signed_state(session, case.state, letter)
    signing = partial(letters.change, letter, state=LetterState.SIGNED, signed=session.today)
    event = history.event(moment, session.actor, "sign", 11, case.number, letter.id, number=letter.number)
    if not letter.number:
        return Change(case.moved(after), has_event=False, writes=(signing,), events=(event,))
    filed = filed_by(session, case.moved(after), letter, both, moment, ignores_clock=True)
    number = partial(numbers.commit, letter.number)
    return replace(
        filed, has_event=False, writes=[signing, number, *filed.writes], events=[event, *filed.events]
    )


def _signed_state(session: Session, state: State, letter: Letter) -> State:
    signed = move(state, "sign", session.actor.roles)
    return move(signed, "file" if letter.number else "await_number", session.actor.roles)


def filed_by(
    session: Session,
    case: Case,
    letter: Letter,
    both: Sequence[Copy],
    moment: datetime,
    *,
    ignores_clock: bool = False,
) -> Change:
    """Once the letter has its number."""
    scans = {copy.copy: arrivals.get(copy.arrival) for copy in both if copy.arrival}
    papers = [*_papers(letter, scans), *_reports(letter, both), *(paper for _, paper in edits.papers(letter))]
    return Change(
        case,
        Filing(
            f"{letter.kind_row.filing}signed",
            "kedua salinan bertanda tangan",
            scans=papers,
            ignores_clock=ignores_clock,
        ),
        writes=(
            partial(edits.close, letter, "surat ditandatangani tanpa suntingan ini"),
            *(partial(arrivals.change, scan, state=ArrivalState.FILED) for scan in scans.values()),
            partial(dismiss.dismiss_replaced, letter.id),
        ),
        events=(history.event(moment, session.actor, "file", 12, letter.case, letter.id),),
    )


def _file_late(session: Session, letter: Letter, both: Sequence[Copy]) -> str:
    scans = {
        letter_copy.copy: arrivals.get(letter_copy.arrival) for letter_copy in both if letter_copy.arrival
    }
    late = {copy: arrival for copy, arrival in scans.items() if arrival.state == ArrivalState.COPY}
    if not late:
        return ""
    moment = clock.now()
    papers = _papers(letter, late)
    for copy, arrival in late.items():
        arrivals.change(arrival, state=ArrivalState.FILED)
        history.note(moment, session.actor, "file", 12, letter.case, letter.id, copy=copy, late=True)
    filings.begin(session, cases.get(letter.case), "added", "pindaian salinan yang menyusul", papers, moment)
    return letter.case


def _papers(letter: Letter, scans: Mapping[int, Arrival]) -> list[Paper]:
    """The scan that both were split from, only if it holds this case alone."""
    base = f"surat-{letter.id}-r{letter.revision}"
    return arrival_files.signed_papers(base, scans, lambda part: part.case == letter.case)


def _reports(letter: Letter, copies: Sequence[Copy]) -> list[Paper]:
    papers = []
    for copy in copies:
        if copy.arrival and copy.report:
            data = copy.report.encode()
            name = f"surat-{letter.id}-r{letter.revision}-salinan-{copy.copy}-laporan-tte.json"
            path = f"var/arrivals/{copy.arrival}/{arrival_files.REPORT}"
            papers.append(Paper(name, path, digest_bytes(data), len(data)))
    return papers
