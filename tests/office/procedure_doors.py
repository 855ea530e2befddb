"""The moves of the procedure as people make them: for each verb of the table what is typed, and what is typed wrongly.

A door takes the machine, the case and the session, and ``lacks``: a requirement of the move that is left out ("" for none).
``LACKING`` names for each verb what can be left out; a test compares the doors with the table of moves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from pipeline.kernel import clock
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.ids import new_arrival_id, read_code
from pipeline.kernel.letter_kinds import BESIDE, LetterKind
from pipeline.office.answer import clarify, enter_number, sign
from pipeline.office.answer.void_letter import void_letter
from pipeline.office.arrivals import arrival_files
from pipeline.office.base.session import Session
from pipeline.office.cases import add_letter, assign, verify_report
from pipeline.office.delivery import close, deliver, merge
from pipeline.office.engine.perform import perform
from pipeline.office.papers import identify
from pipeline.records import letters
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import LetterState
from tests.office import decided, printouts
from tests.office import procedure_beside as beside
from tests.office.bureau import CLERK, OFFICER, one_page
from tests.street import further_answers as say

if TYPE_CHECKING:
    from tests.office.procedure_driver import Driver

Door = Callable[["Driver", str, Session, str], object]
REASON = "sebab yang ditulis"
SECOND_OFFICER = "berdua"
"""Clerk and officer in one person."""
READ: Mapping[str, Any] = {
    "result": "disampaikan", "way": "dibacakan di kantor", "receiver": "penerima surat sendiri", "identity": "KTP",
    "proof": "catatan petugas", "delivery_note": "dibacakan",
}  # fmt: skip
TRIED: Mapping[str, Any] = {"result": "belum berhasil", "way": "pos", "failure": "tidak ada orang"}
NEVER: Mapping[str, Any] = {
    "result": "tidak dapat disampaikan", "never": "diminta tidak disampaikan", "delivery_note": "diminta lewat telepon",
}  # fmt: skip
_UNSAFE = {"way": "dititipkan"}
_CLARIFIED = {"clarified_day": "24-11-2026", "clarified_way": "di kantor"}
_FURTHER = {"channel": "letter", "received_day": "24-11-2026", "sender": "Hartono Wibisana", "is_institution": "tidak",
            "summary": "Surat lanjutan."}  # fmt: skip


def why(lacks: str, wanted: str = "reason") -> str:
    """Return a reason, or nothing where it is left out."""
    return "" if lacks == wanted else REASON


def _assign(m: Driver, case: str, session: Session, lacks: str) -> object:
    present = m.officer(case)
    officer = "entah" if lacks == "officer" else (SECOND_OFFICER if present == OFFICER else OFFICER)
    return perform(assign.assign_officer, session, case, {"officer": officer, "reason": why(lacks)})


def _draft(m: Driver, case: str, session: Session, lacks: str) -> object:
    named = {"follow_up": "pendampingan bagi Ningsih Wibisani"} if lacks == "letter_rules" else {}
    return decided.hand_in(session, case, say.TO_MAN | named)


def _identify(m: Driver, case: str, session: Session, lacks: str) -> object:
    typed = {name: value for name, value in say.IDENTIFIED.items() if name != lacks}
    return perform(identify.write_identification, session, case, typed)


def _beside(kind: LetterKind) -> Door:
    asked = {"questions": "waktu yang cocok untuk bertemu"} if kind.asks else {}
    return lambda m, case, session, lacks: decided.ask(
        session, case, {"salutation": "Saudara", **asked}, kind
    )


def _clarify(m: Driver, case: str, session: Session, lacks: str) -> object:
    return perform(clarify.record_clarification, session, case, _CLARIFIED | {"event_date": "20-11-2026"})


def _recontact(m: Driver, case: str, session: Session, lacks: str) -> object:
    m.calls += 1
    new = {} if lacks == "contact" else {"safe_contact_address": f"Jalan Pindah No. {m.calls}, Hulu Asri"}
    return perform(clarify.record_clarification, session, case, _CLARIFIED | new)


def _approve(m: Driver, case: str, session: Session, lacks: str) -> object:
    if lacks == "signatory":
        with m.at("2029-01-05T08:00:00+07:00"):
            return decided.approve(session, case)
    return decided.approve(session, case)


def _void_letter(m: Driver, case: str, session: Session, lacks: str) -> object:
    case_letters = letters.of_case(case)
    letter = case_letters[-1].id if case_letters else f"{case}-1"
    return perform(void_letter, session, case, {"reason": why(lacks)}, letter)


def _sign(m: Driver, case: str, session: Session, lacks: str) -> object:
    """Lay in the signed copies that are not here: all, or all but one. Who lays them in is no question: the scanner."""
    for letter in letters.of_case(case):
        if letter.state == LetterState.APPROVED:
            if not any(copy.printed for copy in letters.copies(letter.id, letter.revision)):
                printouts.letter(m.session(CLERK), case, m.home / "var" / "cetak", named=letter.id)
            missing = [copy for copy in letters.copies(letter.id, letter.revision) if not copy.arrival]
            left_out = {"copy_1": 1, "copy_2": 2}.get(lacks)
            for sheet in (copy for copy in missing if copy.copy != left_out):
                _lay_in(m, sheet.code)
    return None


def scan(m: Driver, text: str, state: ArrivalState) -> Arrival:
    """Return a page that the scanner has just made, its original in place."""
    m.calls += 1
    data, moment = one_page(f"{text} {m.calls}"), clock.now().replace(microsecond=0)
    made = Arrival(
        id=new_arrival_id(moment), sha256=digest_bytes(data, "sha256"), sha512=digest_bytes(data), size=len(data),
        kind="pdf", name=f"SCN_{m.calls:04d}.pdf", scanned_at=moment, taken_at=moment, state=state, pages=1,
    )  # fmt: skip
    arrival_files.put(m.bureau.settings, made, data)
    return made


def _lay_in(m: Driver, code: str) -> Arrival:
    known = read_code(code)
    assert known is not None
    (came,) = sign.receive_copies(m.scanner(), [(scan(m, f"ttd {code}", ArrivalState.COPY), known)])
    return came


def _number(m: Driver, case: str, session: Session, lacks: str) -> object:
    m.calls += 1
    given = {"given_number": f"400.2/{700 + m.calls}/DP3A/XI/2026", "given_day": "24-11-2026"}
    given = {
        name: answer
        for name, answer in given.items()
        if name != {"number": "given_number", "date": "given_day"}.get(lacks)
    }
    return perform(enter_number.enter_number, session, case, given)


def _dispatch(m: Driver, case: str, session: Session, lacks: str) -> object:
    way = _UNSAFE if lacks else {"way": "pos"}
    return printouts.sent(session, case, m.home / "var" / "cetak", way)


def _record(answers: Mapping[str, Any]) -> Door:
    def door(m: Driver, case: str, session: Session, lacks: str) -> object:
        without = _UNSAFE if lacks == "safe_contact" else {"never": ""} if lacks == "reason" else {}
        return perform(
            deliver.record_delivery, session, case, {k: v for k, v in {**answers, **without}.items() if v}
        )

    return door


def _close(m: Driver, case: str, session: Session, lacks: str) -> object:
    ended = say.CAME | ({"outcome": ""} if lacks == "outcome" else {})
    return perform(close.close_case, session, case, {k: v for k, v in ended.items() if v})


def _close_unanswered(m: Driver, case: str, session: Session, lacks: str) -> object:
    ended = say.UNREACHED | ({} if lacks == "reason" else say.UNANSWERED) | {"outcome_danger": "diteruskan"}
    given = {k: v for k, v in ended.items() if k != "outcome_danger" or m.is_high(case)}
    return perform(close.close_case, session, case, {k: v for k, v in given.items() if k != lacks})


def _simfoni(m: Driver, case: str, session: Session, lacks: str) -> object:
    m.calls += 1
    return perform(
        close.record_simfoni,
        session,
        case,
        {"simfoni_day": "24-11-2026", "simfoni_number": f"SP-{m.calls:04d}"},
    )


def _merge(m: Driver, case: str, session: Session, lacks: str) -> object:
    return perform(merge.merge_case, session, case, {"into": m.other(case), "reason": why(lacks)})


def _letter(needs: str) -> Door:
    def door(m: Driver, case: str, session: Session, lacks: str) -> object:
        m.calls += 1
        came = m.bureau.arrive(one_page(f"lanjutan {m.calls}"))
        return perform(add_letter.add_letter, session, case, _FURTHER | {"needs_answer": needs}, came.id)

    return door


DOORS: dict[str, Door] = {
    "add_letter": _letter("tidak"),
    "answer_again": _letter("ya"),
    "vet": lambda m, case, session, lacks: perform(verify_report.verify_report, session, case, {}),
    "assign": _assign,
    "name_officer": _assign,
    "reassign": _assign,
    **{kind.act: _beside(kind) for kind in BESIDE},
    "clarify": _clarify,
    "recontact": _recontact,
    "identify": _identify,
    "draft": _draft,
    "redraft": _draft,
    "return": lambda m, case, session, lacks: decided.send_back(session, case, why(lacks)),
    "approve": _approve,
    "void_letter": _void_letter,
    "sign": _sign,
    "number": _number,
    "dispatch": _dispatch,
    "attempt": _record(TRIED),
    "deliver": _record(READ),
    "undeliverable": _record(NEVER),
    "close": _close,
    "close_unanswered": _close_unanswered,
    "simfoni": _simfoni,
    "reopen": lambda m, case, session, lacks: perform(
        close.reopen_case, session, case, {"reason": why(lacks)}
    ),
    "merge": _merge,
    "unmerge": lambda m, case, session, lacks: perform(
        merge.unmerge_case, session, case, {"reason": why(lacks)}
    ),
    **beside.DOORS,
}
BY_THEMSELVES = {"await_number": "sign", "file": "sign"} | dict.fromkeys(beside.ASKED_AT_ONCE, "register")
"""Moves that follow from another in the same act."""
ELSEWHERE = {
    "deliver_late": "tests/office/test_deliver_late.py",
}
"""Moves that the machine does not make, with the reason or the tests that do."""
LACKING: dict[str, tuple[str, ...]] = {
    "vet": ("four_eyes",),
    "assign": ("officer",),
    "name_officer": ("officer",),
    "reassign": ("officer", "reason"),
    "identify": ("identified_conclusion",),
    "draft": ("no_gaps", "letter_rules"),
    "redraft": ("letter_rules",),
    "return": ("reason",),
    "approve": ("signatory",),
    "void_letter": ("reason",),
    "sign": ("copy_1", "copy_2"),
    "number": ("number", "date"),
    "dispatch": ("safe_contact",),
    "attempt": ("safe_contact",),
    "deliver": ("safe_contact",),
    "undeliverable": ("reason",),
    "close": ("outcome",),
    "close_unanswered": ("outcome", "reason"),
    "reopen": ("reason",),
    "merge": ("reason",),
    "unmerge": ("reason",),
    **beside.LACKING,
}
