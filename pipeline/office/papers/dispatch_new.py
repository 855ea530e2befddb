"""A new dispatch of a letter (step 13): its number and its code, by which the signed receipt finds its way back."""

from pipeline.kernel import clock, ids
from pipeline.kernel.files import digest_bytes
from pipeline.letters.copies import make_code
from pipeline.office.arrivals.mail_log import to_seconds
from pipeline.office.base import keys
from pipeline.office.base.desk import Desk
from pipeline.records import sheets
from pipeline.records.letters import Letter
from pipeline.records.sheets import DispatchState, Sheet, SheetKind


def make(desk: Desk, letter: Letter) -> Sheet:
    """Return a new dispatch of ``letter``, not entered yet; its code is bound to the letter's frozen draft."""
    sheet_id = ids.sheet_id(letter.case, len(sheets.of_case(letter.case)) + 1)
    digest = digest_bytes(f"{letter.id} r{letter.revision} {letter.draft_digest}".encode(), "sha256")
    key_id, key = keys.newest(desk.settings, keys.CODE)
    return Sheet(
        id=sheet_id,
        case=letter.case,
        kind=SheetKind.DELIVERY,
        code=str(make_code(sheet_id, letter.revision, 1, key, key_id, digest)),
        key_id=key_id,
        digest=digest,
        made_at=to_seconds(clock.now()),
        made_by=desk.actor.account,
        letter=letter.id,
        revision=letter.revision,
        state=DispatchState.OPEN,
        pages=1,
    )
