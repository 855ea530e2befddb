"""Reports on a document's electronic signatures, made once and filed with it.

They alone hold certificate names; looks are logged.
"""

import base64
import json
import mmap
from contextlib import suppress
from pathlib import Path
from typing import Any

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes, write_durably
from pipeline.lookup import restriction, visible
from pipeline.office.arrivals import arrival_files
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import READERS, Session, need_role
from pipeline.records import arrivals, boot, history, letters
from pipeline.records.arrivals import Arrival
from pipeline.settings import Settings
from pipeline.signing.electronic import Report, Verdict, report_from_json
from pipeline.signing.electronic_check import bears_signature, examine
from pipeline.signing.electronic_summary import words

CHECKED = "check_signature"
_LARGEST = 32 << 20


def is_signed(settings: Settings, arrival: str) -> bool:
    """Whether the bytes hold a signature."""
    with arrival_files.opened(settings, arrival) as handle, mapped(handle) as data:
        return bears_signature(data)


def examined(session: Session, arrival: str, original: bytes = b"", prefix: int = 0) -> Report:
    """The check against the certificates trusted now."""
    settings = session.settings
    return examine(
        arrival_files.path_of(settings, arrival).read_bytes(),
        trusted(settings),
        clock.now().replace(microsecond=0),
        original=original,
        prefix=prefix,
        accept_risk=settings["masuk.tanpa_isolasi"],
    )


def check_signatures(session: Session, arrival: Arrival) -> Arrival:
    """Check a letter's signatures if they were never checked."""
    settings = session.settings
    if arrival.kind != "pdf" or report_of(settings, arrival.id) is not None:
        return arrival
    if not is_signed(settings, arrival.id):
        return arrival
    report = examined(session, arrival.id)
    if report.verdict is Verdict.NONE:
        keep_report(settings, arrival.id, report)
        return arrival
    with boot.transact():
        after = note(settings, arrival, None, report)
        detail = {"verdict": str(report.verdict)}
        history.note(clock.now(), session.actor, CHECKED, 1, after.case, after.id, **detail)
    arrival_files.write_row(settings, after)
    return after


def note(settings: Settings, arrival: Arrival, before: Report | None, report: Report) -> Arrival:
    """``report`` replaces ``before``, and the arrival's note says it; in the caller's transaction."""
    keep_report(settings, arrival.id, report)
    now, old = arrivals.get(arrival.id), words(before) if before else ""
    kept = [part for part in (now.note.replace(old, "").strip("; "), words(report)) if part]
    return arrivals.change(now, note="; ".join(kept))


def papers_of(settings: Settings, arrival: Arrival, logical: str) -> list[Paper]:
    """The report as a paper; none without a signature."""
    report = report_of(settings, arrival.id)
    if report is None or report.verdict is Verdict.NONE:
        return []
    data = report.to_json().encode()
    return [
        Paper(logical, f"var/arrivals/{arrival.id}/{arrival_files.REPORT}", digest_bytes(data), len(data))
    ]


def shown(session: Session, item: str) -> list[dict[str, Any]]:
    """Reports on an arrival, or a letter with copies, with names; logged."""
    need_role(session, "signature", READERS)
    letter = visible.find_letter(session, item)
    if letter is None:
        documents = [visible.arrival(session, item)]
    else:
        documents = [
            arrivals.get(copy.arrival) for copy in letters.copies(letter.id, letter.revision) if copy.arrival
        ]
    for case in {arrival.case for arrival in documents if arrival.case}:
        restriction.need_open(case)
    reports = [(arrival, report_of(session.settings, arrival.id)) for arrival in documents]
    rows = [_shown(arrival, report) for arrival, report in reports if report is not None]
    if not rows:
        raise Refusal("office.not_electronic", item=item)
    history.log_access(clock.now(), session.actor, "signature", documents[0].agenda or documents[0].id)
    return rows


def report_of(settings: Settings, arrival: str) -> Report | None:
    """The stored report; a damaged one counts as none."""
    path = settings.arrivals / arrival / arrival_files.REPORT
    with suppress(*arrival_files.DAMAGED):
        return report_from_json(path.read_text("utf-8"))
    return None


def note_of(settings: Settings, arrival: str) -> str:
    """The report's words; empty without a signature."""
    report = report_of(settings, arrival)
    return "" if report is None or report.verdict is Verdict.NONE else words(report)


def keep_report(settings: Settings, arrival: str, report: Report) -> None:
    """Store the report durably."""
    write_durably(settings.arrivals / arrival / arrival_files.REPORT, report.to_json().encode())


def mapped(handle: int) -> mmap.mmap:
    """The bytes of an open file, for searching only."""
    return mmap.mmap(handle, 0, access=mmap.ACCESS_READ)


def _shown(arrival: Arrival, report: Report) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "arrival": arrival.id,
        "agenda": arrival.agenda or "",
        "letter": arrival.letter,
        "code": arrival.code,
        "state": str(arrival.state),
        "words": words(report),
        "note": arrival.note,
    }
    signatures = [
        {
            "verdict": str(signature.verdict),
            "subject": signature.subject,
            "issuer": signature.issuer,
            "fingerprint": signature.fingerprint,
        }
        | {
            "from": signature.valid_from,
            "to": signature.valid_to,
            "claimed": signature.claimed,
            "stamped": signature.stamped,
        }
        | {"cause": signature.cause}
        for signature in report.signatures
    ]
    return plain | {"checked": report.checked, "problem": report.problem, "signatures": signatures}


def trusted(settings: Settings) -> list[bytes]:
    """Unreadable ones are empty: any file means that the office has chosen."""
    return [_read_trusted(path) for path in sorted((settings.var / "trust").glob("[!.]*")) if path.is_file()]


def _read_trusted(path: Path) -> bytes:
    with suppress(OSError, ValueError, KeyError, TypeError):
        if path.stat().st_size <= _LARGEST:
            data = path.read_bytes()
            return base64.b64decode(json.loads(data)["der"]) if path.suffix == ".json" else data
    return b""
