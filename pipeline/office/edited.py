"""Steps 10–11: a draft goes out to be edited in Word, comes back, and becomes the next revision if the chair takes it.

It comes back through the inbox (:mod:`pipeline.office.mail_log`) or by :func:`give`. Whatever comes back is kept;
what cannot be used says why and what to do. Taking one keeps the context of the letter and its number, if it has
one; an edit made from an older revision is refused, so that nobody's changes are lost unseen.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.intake.arrival import ORIGINAL
from pipeline.kernel import clock, ids
from pipeline.kernel.files import digest_bytes, write_durably
from pipeline.kernel.people import Role
from pipeline.letters import edited, package
from pipeline.office import arrival_files, edits, keys, letter_files
from pipeline.office.desk import Desk, case_for, case_to_read, need_role
from pipeline.office.edits import Edit
from pipeline.office.errors import NoLetter
from pipeline.office.errors_review import EditKnown, EditRefused, NoEdit, NotAnEdit, SeveralEdits
from pipeline.office.errors_steps import ReasonNeeded
from pipeline.office.folders import need_folder
from pipeline.office.review import locked
from pipeline.records import arrivals, boot, cases, history, letters
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import Letter, LetterState

EDITORS = frozenset({Role.OFFICER, Role.CHAIR})
CHAIRS = frozenset({Role.CHAIR})
_OPEN = (LetterState.DRAFTED, LetterState.RETURNED)


def take_out(desk: Desk, number: str, target: Path) -> Path:
    """Put the draft of case ``number`` into ``target`` as a Word file to be edited; it says what it is.

    Raises NotYours, NotFound, NoLetter, DraftChanged, NoFolder.
    """
    need_role(desk, "edited", EDITORS)
    letter = _open_letter(case_to_read(desk, number, "edited").number)
    draft = letter_files.draft_of(desk.settings, letter)
    _, key = keys.newest(desk.settings, keys.CODE)
    path = need_folder(target) / f"{letter.id}-konsep-r{letter.revision}.docx"
    write_durably(path, edited.to_edit(draft, letter.id, letter.revision, key))
    return path


def give(desk: Desk, number: str, path: Path) -> Edit:
    """Take in the edited draft at ``path`` for case ``number``; returns it as the chair will see it.

    Raises NotAnEdit, EditKnown, NotYours, NotFound, NoLetter; then nothing is kept, the file stays where it is.
    """
    need_role(desk, "edited", EDITORS)
    case = case_to_read(desk, number, "edited")
    letter = _open_letter(case.number)
    try:
        with path.open("rb") as source:
            data = source.read(package.MAX_FILE + 1)
    except OSError:
        raise NotAnEdit(case=number, reason="berkas itu tidak dapat dibaca") from None
    seen = edited.see(data, letter.id, accept_risk=desk.settings["masuk.tanpa_isolasi"])
    origin, is_foreign = edits.origin_of(desk, seen.identifier)
    if origin is None:
        raise NotAnEdit(case=number, reason="berkas itu tidak memuat tanda pengenal konsep")
    if is_foreign:
        raise NotAnEdit(case=number, reason="konsep itu dari kantor lain")
    if origin.letter != letter.id:
        raise NotAnEdit(case=number, reason=f"itu konsep surat {origin.letter}")
    if arrivals.by_content(digest_bytes(data, "sha256")) is not None:
        raise EditKnown(case=number)
    arrival = _enter(desk, letter, data, path.name)
    return edits.look(desk, letter, len(edits.of_letter(letter)), arrival)


def _enter(desk: Desk, letter: Letter, data: bytes, name: str) -> Arrival:
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
    arrival_files.put(desk.settings, arrival, data)
    assert arrival_files.path_of(desk.settings, arrival.id).name == ORIGINAL
    with boot.transact():
        arrivals.add(arrival)
        history.note(moment, desk.actor, "edited", 10, letter.case, arrival.id, letter=letter.id)
    return arrivals.get(arrival.id)


def waiting(desk: Desk, number: str) -> list[Edit]:
    """Return the edited drafts of case ``number`` that wait for the chair, each looked at. Raises NotYours, NotFound."""
    need_role(desk, "edited", EDITORS)
    letter = edits.current(case_to_read(desk, number, "edited").number)
    if letter is None:
        return []
    return [edits.look(desk, letter, place, arrival) for place, arrival in edits.waiting(letter)]


def take(desk: Desk, number: str, item: str = "") -> Letter:
    """Make the edited draft ``item`` (its number or arrival; the only one, if none is named) the next revision.

    Raises NotYours, NotFound, NotPossible, NoEdit, SeveralEdits, EditRefused with every reason, Stale.
    """
    need_role(desk, "review", CHAIRS)
    with locked(desk, number):
        case, state = case_for(desk, number, edits.TAKEN)
        letter = _open_letter(case.number)
        place, arrival = _pick(letter, item)
        edit = edits.look(desk, letter, place, arrival)
        if edit.reasons:
            reasons = "\n".join(f"- {one.id}" for one in edit.reasons)
            raise EditRefused(case=number, item=place, reasons=reasons)
        revision = letter.revision + 1
        letter_files.put(desk.settings, letter.id, revision, letter_files.DRAFT, edit.clean)
        with boot.transact():
            letters.change(
                letter,
                revision=revision,
                state=LetterState.DRAFTED,
                draft_digest=digest_bytes(edit.clean, "sha256"),
                edited=arrival.id,
                reason="",
            )
            cases.change(case, case.moved(state))
            arrivals.change(arrival, struck=f"menjadi revisi {revision}", note="")
            history.note(
                clock.now(),
                desk.actor,
                edits.TAKEN,
                11,
                number,
                letter.id,
                revision=revision,
                made_from=edit.made_from,
                arrival=arrival.id,
                changes=len(edit.changes),
            )
    arrival_files.write_row(desk.settings, arrivals.get(arrival.id))
    return letters.get(letter.id)


def leave(desk: Desk, number: str, item: str, reason: str) -> Arrival:
    """Leave the edited draft ``item`` of case ``number`` unused, for a ``reason``; it is kept and filed later.

    Raises NotYours, NotFound, NoLetter, NoEdit, SeveralEdits, ReasonNeeded.
    """
    need_role(desk, "review", CHAIRS)
    if not reason.strip():
        raise ReasonNeeded
    letter = edits.current(cases.get(number).number)
    if letter is None:
        raise NoEdit(case=number, item=item or "–")
    _, arrival = _pick(letter, item)
    with boot.transact():
        arrivals.change(arrival, struck="tidak dipakai")
        moment = clock.now()
        history.note(
            moment, desk.actor, "leave_edited", 11, number, letter.id, arrival=arrival.id, reason=reason
        )
    arrival_files.write_row(desk.settings, arrivals.get(arrival.id))
    return arrivals.get(arrival.id)


def _open_letter(case: str) -> Letter:
    found = [one for one in letters.of_case(case) if one.state in _OPEN]
    if not found:
        raise NoLetter(case=case, state=" / ".join(_OPEN))
    return found[-1]


def _pick(letter: Letter, item: str) -> tuple[int, Arrival]:
    found = edits.waiting(letter)
    if item:
        found = [one for one in found if item in (str(one[0]), one[1].id)]
    if not found:
        raise NoEdit(case=letter.case, item=item or "–")
    if len(found) > 1:
        numbers = [str(place) for place, _ in found]
        raise SeveralEdits(case=letter.case, count=len(found), items=", ".join(numbers), first=numbers[0])
    return found[0]
