"""Electronic signatures on copies signed outside (step 11), and on letters that come in signed.

An export is known by the printed PDF as its first bytes, else by the code on its pages. Its bytes are never
touched; the report is filed beside it. An untrusted issuer is a doubt only once the office has issuer files;
a changed file, a bad certificate, another signer's name or other content always is one. What is in doubt only
the chair takes, with a reason. The certificate's name stands only in the report.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.states import CONFIRMERS
from pipeline.cases.values import Values
from pipeline.intake.reader import Glance, Reader
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import CopyCode, read_code
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next, Text
from pipeline.office.answer import sameness, sign
from pipeline.office.arrivals import arrival_files, dismiss, electronic_report
from pipeline.office.base import filings
from pipeline.office.base.session import Session
from pipeline.office.engine.declare import CaseFile, Change, Shown, Thing, Words, act
from pipeline.office.letters import letter_files
from pipeline.records import arrivals, boot, history, letters
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState
from pipeline.records.letters import Copy, Letter, LetterState
from pipeline.settings import Settings
from pipeline.signing.duplicate import Means
from pipeline.signing.electronic import ACCEPTED, Content, Report, Verdict, is_of
from pipeline.signing.electronic_check import prefixes
from pipeline.signing.electronic_summary import words

CHECKERS = frozenset({Role.CLERK, Role.OFFICER, Role.CHAIR})
ONE_FILE = "satu berkas tidak dapat mewakili dua salinan; tandatangani PDF setiap salinan tersendiri"
_NOT_COMPARED = "tidak dapat dibandingkan dengan yang disetujui"
_OTHER_NAME = "nama pada sertifikat bukan nama penandatangan surat"
_NO_NUMBER = (
    "nomor dan tanggalnya masih kosong dan tidak dapat ditulis ke dalam PDF bertanda tangan elektronik; "
    "cetak lagi dan tandatangani kedua salinan di kertas"
)
_STANDING = (ArrivalState.UNMATCHED, ArrivalState.ASIDE)
_CONFIRM = "bila memang sah, ketua dapat menerimanya"


@dataclass(frozen=True)
class Signed:
    """``prefix`` is the export's length if the file begins with it.

    ``is_several``: pages of more than one copy.
    """

    copy: Copy
    prefix: int = 0
    is_several: bool = False

    @property
    def code(self) -> CopyCode:
        """The code of the copy."""
        return CopyCode(self.copy.letter, self.copy.copy, self.copy.code.rpartition(":")[2])


def recognise(
    settings: Settings, reader: Reader, arrival: str, codes: Sequence[CopyCode | None]
) -> Signed | None:
    """The export that was signed; None for a scan or a foreign PDF."""
    with arrival_files.opened(settings, arrival) as handle:
        exports = _exports(handle)
        if exports:
            return Signed(*exports[-1], is_several=len({code for code in codes if code}) > 1)
        own = list(dict.fromkeys(code for code in codes if code))
        copy = letters.by_code(str(own[0])) if own else None
        if copy is None or not reader.is_born_digital(handle):
            return None
    return Signed(copy, is_several=len(own) > 1)


def receive(
    session: Session, reader: Reader, arrival: Arrival, glance: Glance, codes: Sequence[CopyCode | None]
) -> Arrival | None:
    """Enters a signed copy, and with both signs and files; None if it is none. Repeatable.

    Raises Stale.
    """
    export = recognise(session.settings, reader, arrival.id, codes) if glance.has_signature else None
    if export is None:
        return None
    report = _check(session, arrival.id, export)
    return None if report.verdict is Verdict.NONE else _enter(session, arrival, export, report)


def match(session: Session, arrival: Arrival, code: CopyCode) -> Change | None:
    """Plans that a signed file is the copy a person names; None if unsigned.

    A person's word does not replace the check: a doubtful file waits for the chair.
    """
    copy = letters.by_code(str(code))
    if copy is None or arrival.kind != "pdf" or not electronic_report.is_signed(session.settings, arrival.id):
        return None
    export = Signed(copy)
    report = _check(session, arrival.id, export)
    if report.verdict is Verdict.NONE:
        return None
    return _entering(session, arrival, export, report)


def _is_not_confirmable(session: Session, file: CaseFile) -> Refusal | None:
    arrival, item = file.arrival, file.arrival.agenda or file.arrival.id
    report = electronic_report.report_of(session.settings, arrival.id)
    code = read_code(arrival.code) if arrival.code else None
    if report is None or code is None or report.code != arrival.code:
        return Refusal("office.not_electronic", item=item)
    why = f"keadaannya {arrival.state}"
    if arrival.state == ArrivalState.UNMATCHED:
        letter = letters.get(code.letter)
        why = _blank(letter) or sign.why_not(arrival, code, letter, Means.ELECTRONIC)
    return Refusal("office.not_confirmable", item=item, reason=why.rstrip(".")) if why else None


@act(
    thing=Thing.ARRIVAL, events=("confirm_signature",), roles=CONFIRMERS, step=11,
    words=Words(
        N_("Confirm an electronic signature"), N_("Take it as a "
                                                                                          "copy"),
        N_("{agenda} is taken as a copy of letter {letter}."),
    ),
    shows=lambda _session, file: Shown((N_("{note}").of(note=file.arrival.note),)),
    asks=(reason(N_("Reason to take this file as the signed copy")),),
    blocked=(_is_not_confirmable,),
)  # fmt: skip
def confirm_signature(session: Session, file: CaseFile, answers: Values) -> Change:
    """Take a doubtful signed file as the signed copy, for a reason (step 11)."""
    arrival, code = file.arrival, read_code(file.arrival.code)
    report = electronic_report.report_of(session.settings, arrival.id)
    assert code is not None
    assert report is not None
    arrival_files.need_bytes(session.settings, arrival)
    report, letter = replace(report, confirmed_by=session.actor.account), letters.get(code.letter)
    detail = {
        "letter": letter.id,
        "copy": code.copy,
        "verdict": str(report.verdict),
        "reason": answers[REASON],
    }

    def take() -> None:
        if why_not := _is_not_confirmable(session, file):
            raise why_not
        electronic_report.keep_report(session.settings, arrival.id, report)
        arrivals.change(arrival, state=ArrivalState.COPY, note=words(report))
        history.note(file.moment, session.actor, "confirm_signature", 11, letter.case, arrival.id, **detail)
        _count(arrival.id, report)
        sign.sign_if_both(session, letter.id)

    return Change(
        arrival,
        has_event=False,
        writes=(take,),
        afterwards=(partial(_finished, session, arrival.id, letter.case),),
        told={"letter": letter.id},
        next=(Next("show", letter.case),),
    )


def _is_not_checkable(session: Session, file: CaseFile) -> Refusal | None:
    arrival, item = file.arrival, file.arrival.agenda or file.arrival.id
    report = electronic_report.report_of(session.settings, arrival.id)
    if report is None:
        return Refusal("office.not_electronic", item=item)
    if _copy_of(arrival, report) is None and arrival.state not in WAITING:
        return Refusal("office.not_confirmable", item=item, reason=f"keadaannya {arrival.state}")
    return None


def _copy_of(arrival: Arrival, report: Report) -> Copy | None:
    return letters.by_code(report.code) if arrival.state in _STANDING else None


@act(
    thing=Thing.ARRIVAL, events=(electronic_report.CHECKED,), roles=CHECKERS, step=1,
    words=Words(
        N_("Check an electronic signature again"), N_("Check "
                                                                                                  "again"),
        N_("The electronic signature of {agenda} was checked again: {found}."),
    ),
    shows=lambda _session, file: Shown((N_("{note}").of(note=file.arrival.note),)),
    blocked=(_is_not_checkable,),
)  # fmt: skip
def check_signature(session: Session, file: CaseFile, _answers: Values) -> Change:
    """Check a signed file again; a copy without doubt counts (step 11)."""
    arrival, settings = file.arrival, session.settings
    before = electronic_report.report_of(settings, arrival.id)
    assert before is not None
    if copy := _copy_of(arrival, before):
        export = Signed(copy, _prefix(settings, arrival.id, copy))
        report = _check(session, arrival.id, export)
        why_not = _why_not(session, arrival, export, letters.get(copy.letter), report)
        by_chair = (Next("confirm-signature", arrival.id),) if why_not.endswith(_CONFIRM) else ()
        made = _entering(session, arrival, export, report)
        return replace(made, said=_report_message(arrival, report, why_not), next=by_chair)
    report = electronic_report.examined(session, arrival.id)
    return Change(
        arrival,
        detail={"verdict": str(report.verdict)},
        has_event=report.verdict is not Verdict.NONE,
        writes=(partial(electronic_report.note, settings, arrival, before, report),),
        afterwards=(lambda: arrival_files.write_row(settings, arrivals.get(arrival.id)),),
        said=_report_message(arrival, report),
    )


def _report_message(arrival: Arrival, report: Report, why_not: str = "") -> Text:
    message = Text(why_not, why_not) if why_not else Text(words(report), words(report, "en"))
    return check_signature.words.done.of(agenda=arrival.agenda or arrival.id, found=message)


def _entering(session: Session, arrival: Arrival, export: Signed, report: Report) -> Change:
    letter = letters.get(export.copy.letter)
    return Change(
        arrival,
        has_event=False,
        writes=(partial(_entered, session, arrival, export, report),),
        afterwards=(partial(_finished, session, arrival.id, letter.case),),
        told={"letter": letter.id},
    )


def mends(arrival: Arrival) -> tuple[Next, ...]:
    """How a doubtful file becomes the signed copy."""
    is_in_doubt = arrival.state == ArrivalState.UNMATCHED and arrival.note.endswith(_CONFIRM)
    return (Next("confirm-signature", arrival.id),) if is_in_doubt else ()


def restore(settings: Settings, arrival: Arrival) -> None:
    """Means and report of a copy (rebuild); in the caller's transaction."""
    report = electronic_report.report_of(settings, arrival.id)
    if report is not None and report.code == arrival.code:
        letters.change_copy(report.code, means=Means.ELECTRONIC.value, report=report.to_json())


def _exports(handle: int) -> list[tuple[Copy, int]]:
    """The longest comes last."""
    with electronic_report.mapped(handle) as data:
        known = [(letters.by_export(digest), length) for digest, length in prefixes(data)]
    return [(copy, length) for copy, length in known if copy is not None]


def _prefix(settings: Settings, arrival: str, copy: Copy) -> int:
    with arrival_files.opened(settings, arrival) as handle:
        return max((length for other, length in _exports(handle) if other.code == copy.code), default=0)


def _check(session: Session, arrival: str, export: Signed) -> Report:
    original = b""
    if not export.prefix:
        original = letter_files.print_of(session, letters.get(export.copy.letter), export.copy)
    report = electronic_report.examined(session, arrival, original, export.prefix)
    return report if export.is_several else replace(report, code=export.copy.code)


def _enter(session: Session, arrival: Arrival, export: Signed, report: Report) -> Arrival:
    with boot.transact():
        letter = _entered(session, arrival, export, report)
    return _finished(session, arrival.id, letter.case)


def _entered(session: Session, arrival: Arrival, export: Signed, report: Report) -> Letter:
    electronic_report.keep_report(session.settings, arrival.id, report)
    code, letter = export.code, letters.get(export.copy.letter)
    why = _why_not(session, arrival, export, letter, report)
    state = ArrivalState.UNMATCHED if why else ArrivalState.COPY
    note = why or words(report)
    if not arrivals.has(arrival.id):
        arrivals.add(arrival)
    struck = "salinan surat kantor sendiri" if arrival.agenda else ""
    ours = {"code": str(code), "letter": letter.id, "case": letter.case, "note": note, "struck": struck}
    arrivals.change(arrival, state=state, **ours)
    verb = "set_aside" if why else "match"
    detail = {"letter": letter.id, "copy": code.copy, "verdict": str(report.verdict)}
    history.note(clock.now(), session.actor, verb, 11, letter.case, arrival.id, **detail)
    if not why:
        _count(arrival.id, report)
        sign.sign_if_both(session, letter.id)
    if arrival.state == ArrivalState.ASIDE:
        dismiss.dismiss_replaced(letter.id)
    return letter


def _why_not(session: Session, arrival: Arrival, export: Signed, letter: Letter, report: Report) -> str:
    why = ONE_FILE if export.is_several else _blank(letter)
    why = why or sign.why_not(arrival, export.code, letter, Means.ELECTRONIC)
    if why:
        return why
    doubts = []
    if report.verdict not in ACCEPTED or report.content is Content.DIFFERENT:
        doubts.append(words(report))
    if report.verdict is Verdict.UNKNOWN and electronic_report.trusted(session.settings):
        doubts.append(words(report))
    if report.verdict in ACCEPTED:
        doubts += [_NOT_COMPARED] if report.content is Content.NOT_COMPARED else []
        doubts += [] if is_of(report, _signatories(session, letter)) else [_OTHER_NAME]
    return "; ".join((*doubts, _CONFIRM)) if doubts else ""


def _blank(letter: Letter) -> str:
    """A letter numbered by hand after signing cannot be signed electronically."""
    is_blank = letter.state == LetterState.APPROVED and not letter.number
    return _NO_NUMBER if is_blank else ""


def _signatories(session: Session, letter: Letter) -> list[str]:
    named = sameness.signatory_of(letter)
    day = letter.day or session.today
    return (
        [named]
        if named
        else [signatory.name for signatory in session.settings.signatories if signatory.in_office(day)]
    )


def _count(arrival: str, report: Report) -> None:
    letters.match(report.code, arrival, clock.now())
    letters.change_copy(report.code, means=Means.ELECTRONIC.value, report=report.to_json())


def _finished(session: Session, arrival: str, case: str) -> Arrival:
    arrival_files.write_row(session.settings, arrivals.get(arrival))
    filings.try_complete_case(session, case)
    return arrivals.get(arrival)
