"""Steps 10–11: a draft is edited in Word and becomes the next revision if the chair takes it.

It comes back through the inbox or by :func:`give` and is always kept. An edit of an older revision is
refused: no changes are lost unseen.
"""

from functools import partial
from pathlib import Path

from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.states import State
from pipeline.cases.values import Values
from pipeline.intake.arrival import ORIGINAL
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes, put_files
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next
from pipeline.letters import edited, package
from pipeline.office.answer.approval import need_read, reads
from pipeline.office.arrivals import arrival_files, edits
from pipeline.office.arrivals.edits import Edit, Reason
from pipeline.office.base import keys
from pipeline.office.base.session import Session, case_to_read, need_role
from pipeline.office.engine.declare import CaseFile, Change, Words, act
from pipeline.office.letters import choose_letter, letter_files
from pipeline.records import arrivals, boot, history, letters
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import Letter, LetterState

EDITORS = frozenset({Role.OFFICER, Role.CHAIR})
CHAIRS = frozenset({Role.CHAIR})
_LEAVING = reason(N_("Reason for leaving the edit"))
_OPEN = (LetterState.DRAFTED, LetterState.RETURNED)


def take_out(session: Session, number: str, target: Path, letter: str = "") -> Path:
    """A Word file in ``target`` that names its revision."""
    need_role(session, "edited", EDITORS)
    row = choose_letter.pick(
        case_to_read(session, number, "edited").number, _OPEN, letter=letter, act="review"
    )
    draft = letter_files.draft_of(session.settings, row)
    _, key = keys.newest(session.settings, keys.CODE)
    document = edited.to_edit(draft, row.id, row.revision, key)
    return put_files(target, [(f"{row.id}-konsep-r{row.revision}.docx", document)])[0]


def give(session: Session, number: str, path: Path) -> Edit:
    """Returned as the chair will see it."""
    need_role(session, "edited", EDITORS)
    case = case_to_read(session, number, "edited")
    open_ = choose_letter.among(case.number, _OPEN) or [choose_letter.pick(case.number, _OPEN)]
    try:
        with path.open("rb") as source:
            data = source.read(package.MAX_FILE + 1)
    except OSError:
        raise Refusal(
            "office.not_an_edit",
            case=number,
            reason=N_("the file cannot be read"),
        ) from None
    seen = edited.see(data, open_[-1].id, accept_risk=session.settings["masuk.tanpa_isolasi"])
    origin, is_foreign = edits.origin_of(session, seen.identifier)
    if origin is None:
        raise Refusal(
            "office.not_an_edit",
            case=number,
            reason=N_("the file does not say of which draft it is"),
        )
    if is_foreign:
        raise Refusal(
            "office.not_an_edit",
            case=number,
            reason=N_("the draft is of another office"),
        )
    letter = next((letter for letter in open_ if letter.id == origin.letter), None)
    if letter is None:
        raise Refusal(
            "office.not_an_edit",
            case=number,
            reason=N_("it is the draft of letter {letter}").of(letter=origin.letter),
        )
    if arrivals.by_content(digest_bytes(data, "sha256")) is not None:
        raise Refusal("office.edit_known", case=number)
    arrival = _enter(session, letter, data, path.name)
    edit = edits.look(session, letter, len(edits.of_letter(letter)), arrival)
    edits.keep_reasons(session, arrival.id, edit.why_idle)
    return edit


def _enter(session: Session, letter: Letter, data: bytes, name: str) -> Arrival:
    moment = clock.now().replace(microsecond=0)
    arrival = Arrival(
        id=ids.new_arrival_id(moment),
        sha256=digest_bytes(data, "sha256"),
        sha512=digest_bytes(data),
        size=len(data),
        kind="docx",
        name=name[:120],
        scanned_at=moment,
        taken_at=moment,
        state=ArrivalState.EDITED,
        case=letter.case,
        letter=letter.id,
    )
    arrival_files.put(session.settings, arrival, data)
    assert arrival_files.path_of(session.settings, arrival.id).name == ORIGINAL
    with boot.transact():
        arrivals.add(arrival)
        history.note(moment, session.actor, "edited", 10, letter.case, arrival.id, letter=letter.id)
    return arrivals.get(arrival.id)


def waiting(session: Session, number: str, letter: str = "") -> list[Edit]:
    """Edited drafts that wait for the chair."""
    need_role(session, "edited", EDITORS)
    draft = edits.edited_letter(case_to_read(session, number, "edited").number, letter)
    if draft is None:
        return []
    return [edits.look(session, draft, place, arrival) for place, arrival in edits.waiting(draft)]


def instead(session: Session, number: str, letter: str = "") -> Reason:
    """What to do where no edited draft waits."""
    need_role(session, "edited", EDITORS)
    case = case_to_read(session, number, "edited").number
    draft = edits.edited_letter(case, letter)
    if draft is None:
        return Reason(
            N_("This case has no draft yet. Make it."),
            (Next("draft", case),),
        )
    return next(
        edits.standing(draft),
        Reason(
            N_("Take the draft out; once it is edited in Word, give it back."),
            (Next("edited", case), Next("give-edited", case)),
        ),
    )


def _meant(file: CaseFile) -> Letter:
    drafts = choose_letter.standing(file, _OPEN)
    with_edit = [letter for letter in drafts if edits.waiting(letter)]
    return with_edit[0] if len(with_edit) == 1 else choose_letter.only(drafts, "review")


@act(
    moves=(edits.TAKEN,),
    states=frozenset(State),
    words=Words(
        N_("Take an edit"),
        N_("Take it", "edited"),
        N_("The edit is taken: {letter} is now revision {revision} and waits for your approval."),
    ),
    blocked=(choose_letter.none_waits(edits.TAKEN, _OPEN),),
    reads=reads(names=""),
)
def take_edited(session: Session, file: CaseFile, answers: Values) -> Change:
    """Make an edited draft (by number or arrival; else the only one) the next revision (step 11)."""
    letter = _meant(file)
    need_read(letter, answers)
    place, arrival = _pick(letter, choose_letter.parted(file)[1])
    edit = edits.look(session, letter, place, arrival)
    if edit.reasons:
        reasons = "\n".join(f"- {why.said.id}" for why in edit.reasons)
        raise Refusal("office.edit_refused", case=letter.case, item=place, reasons=reasons)
    revision = letter.revision + 1
    put = partial(letter_files.put, session.settings, letter.id, revision, letter_files.DRAFT, edit.clean)
    taking = partial(
        letters.change, letter, revision=revision, state=LetterState.DRAFTED,
        draft_digest=digest_bytes(edit.clean, "sha256"), edited=arrival.id, reason="",
    )  # fmt: skip
    return Change(
        choose_letter.moved(file, letter),
        None,
        {
            "revision": revision,
            "made_from": edit.made_from,
            "arrival": arrival.id,
            "changes": len(edit.changes),
        },
        letter.id,
        writes=(taking, put, partial(arrivals.change, arrival, struck=f"menjadi revisi {revision}", note="")),
        afterwards=(lambda: arrival_files.write_row(session.settings, arrivals.get(arrival.id)),),
        told={"letter": letter.id, "revision": revision},
        next=(Next("review", letter.case, letter.about),),
    )


@act(
    events=("leave_edited",),
    step=11,
    roles=CHAIRS,
    words=Words(
        N_("Leave an edit"),
        N_("Leave it", "edited"),
        N_("The edit is left; its file is kept."),
    ),
    asks=(_LEAVING,),
    reads=reads(_LEAVING, names=""),
    while_restricted=True,
)
def leave_edited(session: Session, file: CaseFile, answers: Values) -> Change:
    """Leave an edited draft unused, with a reason (step 11); it is filed later."""
    named, item = choose_letter.parted(file)
    letter = edits.edited_letter(file.case.number, named.about)
    if letter is None:
        raise Refusal("office.no_edit", case=file.case.number, item=item or "–")
    need_read(letter, answers)
    _, arrival = _pick(letter, item)
    return Change(
        file.case,
        None,
        {"arrival": arrival.id, "reason": answers[REASON]},
        letter.id,
        writes=(partial(arrivals.change, arrival, struck="tidak dipakai"),),
        afterwards=(lambda: arrival_files.write_row(session.settings, arrivals.get(arrival.id)),),
        told={"letter": letter.id, "arrival": arrival.id},
    )


def _pick(letter: Letter, item: str) -> tuple[int, Arrival]:
    pairs = edits.waiting(letter)
    if item:
        pairs = [pair for pair in pairs if item in (str(pair[0]), pair[1].id)]
    if not pairs:
        raise Refusal("office.no_edit", case=letter.case, item=item or "–")
    if len(pairs) > 1:
        numbers = [str(place) for place, _ in pairs]
        raise Refusal(
            "office.several_edits",
            case=letter.case,
            count=len(pairs),
            items=", ".join(numbers),
            first=numbers[0],
        )
    return pairs[0]
