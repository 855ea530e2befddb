"""``rangkap hand-over`` (a BagIt bag) and ``archive close``."""

from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import session_of
from pipeline.cli.prompts import ask_reason, typed
from pipeline.cli.verbs.prove import progress_bar
from pipeline.kernel.ids import in_groups
from pipeline.kernel.text import N_
from pipeline.office.base.session import Session
from pipeline.office.keeping import hand_over as office
from pipeline.office.keeping.close_year import close

_MINUTES = N_("Number of the minutes of the hand-over")
_HELD = N_(
    "Victims do not allow this to be passed on to others:\n{cases}\nRecords are handed over with "
    "all current documents; the bag says what is restricted."
)
_WHY = N_("Reason and legal ground of the hand-over")
_DONE = N_(
    "{count} cases ({files} files) were copied to {path} and checked. Write this digest of the list "
    "into the minutes:\n{digest}\nCONFIDENTIAL: the folder holds data of victims without a "
    "password. Carry it yourself and erase the medium after it was received; the office keeps its "
    "archive."
)


def hand_over(call: Call) -> int:
    """Says what belongs in the minutes."""
    session = session_of(call)
    minutes = call.args.minutes or _asked(call.lang)
    reason = _reason(call, session) if minutes else ""
    with progress_bar("bag") as tell:
        done = office.hand_over(
            session,
            call.args.what,
            Path(call.args.to),
            minutes,
            lambda count, total: tell("bag", count, total),
            reason,
        )
    packed = done.packed
    digest = " ".join(packed.manifest_sha256[at : at + 4] for at in range(0, 64, 4))
    call.say(_DONE, count=len(done.cases), files=packed.files, path=done.path, digest=digest)
    plain = {
        "path": str(done.path),
        "cases": list(done.cases),
        "files": packed.files,
        "bytes": packed.size,
        "manifest_sha256": packed.manifest_sha256,
    }
    return call.give(plain, str(done.path))


def _reason(call: Call, session: Session) -> str:
    held = office.restricted_by_her(session, call.args.what)
    if not held:
        return ""
    call.say(_HELD, cases="\n".join(f"  {case}: {', '.join(words)}" for case, words in held.items()))
    return ask_reason(_WHY.fill(call.lang), call.lang)


def _asked(lang: str) -> str:
    if not is_terminal():
        return ""
    return typed(f"{_MINUTES.fill(lang)}: ")


_WHY_INCOMPLETE = N_("Reason for closing the year without all pages")
_CLOSED = N_(
    "The year {year} is closed at entry {n} ({cases} cases), as {object} in the archive. The hash "
    "of its last entry: {head}"
)


def archive(call: Call) -> int:
    """Close a year."""
    session, year = session_of(call), call.args.year
    reason = ask_reason(_WHY_INCOMPLETE.fill(call.lang), call.lang) if call.args.incomplete else ""
    with progress_bar("verify") as tell:
        done = close(
            session,
            year,
            incomplete=call.args.incomplete,
            reason=reason,
            progress=lambda step: tell("verify", step.done, step.total),
        )
    call.say(
        _CLOSED, year=year, n=done.head.n, cases=done.cases, object=done.id, head=in_groups(done.head.hash)
    )
    if done.missing:
        call.say(
            N_("Without a signed page: {pages}. The closing names them."),
            pages=", ".join(done.missing),
        )
    plain = {
        "year": year,
        "object": done.id,
        "cases": done.cases,
        "head": {"n": done.head.n, "hash": done.head.hash},
        "missing_pages": list(done.missing),
    }
    return call.give(plain, done.id)
