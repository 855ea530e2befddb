"""Step 11: copy 1 left unscanned, as the officer states and the chair confirms or refuses.

Then copy 2 alone proves the signature ("salinan ke-1: pernyataan"); copy 2, which the archive needs, is never
attested. A later scan of copy 1 is filed as a further document.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.states import CONFIRMERS
from pipeline.cases.values import Values, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import visible
from pipeline.office.answer import sign
from pipeline.office.base.session import Session, may_not
from pipeline.office.engine.declare import Blocker, CaseFile, Change, Shown, Words, act
from pipeline.office.letters import choose_letter
from pipeline.records import letters
from pipeline.records.letters import Copy, Letter, LetterState
from pipeline.signing.duplicate import Means

STATED = "attest"
STATE, CONFIRM, REFUSE = "declare-copy-sent", "confirm-statement", "refuse-statement"


def _not_to_declare(case: str, reason: Text, *steps: Next) -> Refusal:
    return Refusal("office.not_to_attest", case=case, reason=reason).mended_by(*steps)


def _why_not(session: Session, letter: Letter, act: str) -> Refusal | None:
    number, is_statement = letter.case, act == STATE
    first, second = letters.copies(letter.id, letter.revision)
    if first.arrival:
        return _not_to_declare(
            number,
            N_("copy 1 was scanned, so no statement is needed"),
        )
    if first.confirmed_by:
        return _not_to_declare(
            number,
            N_("the chair has confirmed it already, so scan copy 2"),
        )
    if second.arrival and second.means == Means.ELECTRONIC:
        return _not_to_declare(
            number,
            N_("copy 2 bears an electronic signature, so give the PDF of copy 1, too"),
        )
    if is_statement and first.attested:
        return _not_to_declare(
            number,
            N_("it is stated already, and the chair has not confirmed it yet"),
            Next(CONFIRM, number, letter.id),
        )
    if is_statement and not first.printed:
        return Refusal("office.not_printed_yet", copy=1, letter=letter.id, case=number)
    if not is_statement and not first.attested:
        return _not_to_declare(
            number,
            N_("no officer has stated it yet"),
            Next(STATE, number, letter.id),
        )
    if act == CONFIRM and may_not(session, number, first.attested_by, (STATED,), letter.id):
        return Refusal("office.own_statement", case=number)  # in a trial home one user tries all accounts
    return None


def _approved(file: CaseFile) -> list[Letter]:
    return choose_letter.among(file.case.number, (LetterState.APPROVED,), file.about)


def _blocker(act: str) -> Blocker:
    def blocker(session: Session, file: CaseFile) -> Refusal | None:
        candidates = _approved(file)
        if not candidates:
            return _not_to_declare(
                file.case.number,
                N_("no letter waits for its signature"),
                Next("show", file.case.number),
            )
        return None if len(candidates) > 1 else _why_not(session, candidates[0], act)

    return blocker


def _chosen(file: CaseFile, act: str) -> tuple[Letter, Copy]:
    letter = choose_letter.only(_approved(file), act)
    return letter, letters.copies(letter.id, letter.revision)[0]


def _shows(act: str, note: Text) -> Callable[[Session, CaseFile], Shown]:
    def shown(_session: Session, file: CaseFile) -> Shown:
        _chosen(file, act)
        return Shown((note,))

    return shown


@act(
    events=(STATED,),
    step=11,
    roles=(Role.CLERK, Role.OFFICER),
    words=Words(
        N_("State that copy 1 has left"),
        N_("State it"),
        N_("The statement about copy 1 of letter {letter} is recorded; the chair confirms or refuses it."),
    ),
    blocked=(_blocker(STATE),),
    shows=_shows(
        STATE,
        N_("Did copy 1 leave signed before it could be scanned? State why. The chair confirms or refuses "
           "it."),
    ),
    asks=(reason(N_("Why copy 1 cannot be scanned")),),
)  # fmt: skip
def declare_copy_sent(session: Session, file: CaseFile, answers: Values) -> Change:
    """State with a reason that copy 1 left signed but unscanned (step 11)."""
    (letter, first), why = _chosen(file, STATE), text(answers, REASON)
    return Change(
        file.case,
        detail={"revision": letter.revision, "reason": why},
        subject=letter.id,
        writes=(partial(letters.change_copy, first.code, attested=why, attested_by=session.actor.account),),
        told={"letter": letter.id, "copy": first.copy},
        next=(Next(CONFIRM, letter.case, letter.about),),
    )


@act(
    events=("attest_confirm",),
    step=11,
    roles=CONFIRMERS,
    words=Words(
        N_("Confirm the statement about copy 1", "attest"),
        N_("Confirm"),
        N_("Letter {letter}: the statement is confirmed."),
    ),
    blocked=(_blocker(CONFIRM),),
    shows=_shows(
        CONFIRM,
        N_("A clerk states that copy 1 left signed without being scanned. Confirm it if you did sign it."),
    ),
)  # fmt: skip
def confirm_statement(session: Session, file: CaseFile, _answers: Values) -> Change:
    """Confirm the statement; with copy 2 here, the letter is signed and filed (step 11)."""
    letter, first = _chosen(file, CONFIRM)
    after = replace(first, confirmed_by=session.actor.account, means=Means.ATTESTED.value)
    both = (after, letters.copies(letter.id, letter.revision)[1])
    confirming = partial(letters.change_copy, first.code, confirmed_by=after.confirmed_by, means=after.means)
    signed = sign.signed_by(session, file.case, letter, both, file.moment)
    change = signed or Change(file.case)
    state = LetterState.SIGNED if signed else LetterState.APPROVED
    return replace(
        change,
        has_event=True,
        detail={"revision": letter.revision},
        subject=letter.id,
        writes=(confirming, *change.writes),
        told={"letter": letter.id, "state": state.value},
    )


@act(
    events=("attest_refuse",),
    step=11,
    roles=CONFIRMERS,
    words=Words(
        N_("Refuse the statement about copy 1"),
        N_("Refuse"),
        N_("The statement about copy 1 of letter {letter} is refused; its scan is waited for as usual."),
    ),
    blocked=(_blocker(REFUSE),),
    shows=_shows(
        REFUSE, N_("The statement is withdrawn. Copy 1 still has to be scanned.")
    ),
    asks=(reason(N_("Reason for refusing the statement")),),
)  # fmt: skip
def refuse_statement(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Refuse the statement, as if never made (step 11).

    A wrong one would bind the letter for good: what is out is not taken back.
    """
    letter, first = _chosen(file, REFUSE)
    return Change(
        file.case,
        detail={"revision": letter.revision, "reason": text(answers, REASON)},
        subject=letter.id,
        writes=(partial(letters.change_copy, first.code, attested="", attested_by=""),),
        told={"letter": letter.id, "state": letter.state},
    )


def stated(session: Session) -> list[Letter]:
    """The letters whose statement waits for the chair."""
    return [
        letter
        for letter in visible.letters_in(session, LetterState.APPROVED)
        if any(
            copy.attested and not copy.confirmed_by and not copy.arrival
            for copy in letters.copies(letter.id, letter.revision)
        )
    ]
