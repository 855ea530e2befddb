"""What forbids destroying a case, in database and archive.

A slow archive is asked before a step's transaction, the database again within.
"""

import re
from collections.abc import Collection, Iterator

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text, as_it_is
from pipeline.lookup import whole_scans
from pipeline.office.base.retention import BY_ITSELF, Retention, retention_of
from pipeline.office.base.session import Session
from pipeline.office.base.value_labels import word_of
from pipeline.office.delivery import close_facts
from pipeline.records import arrivals, cases, entries, history, letters, sheets
from pipeline.records.arrivals import WAITING
from pipeline.records.disposals import Disposal, DisposalItem
from pipeline.records.letters import LetterState
from pipeline.records.sheets import CopyState, SheetKind
from pipeline.settings.retention import Fate

_GREW = "arsipnya bertambah sejak daftar dibuat"
_IN_WORK = (LetterState.DRAFTED, LetterState.RETURNED, LetterState.APPROVED)
_FORMS = tuple(
    (re.compile(form), said)
    for form, said in (
        (r"tidak ada JRA untuk kode (.+): disimpan", r"no retention schedule for code \1: kept"),
        (r"belum selesai", "not finished yet"),
        (r"masa simpan belum habis", "its time of keeping is not over"),
        (r"pemusnahan ditangguhkan", "its destruction is held"),
        (
            rf"pemusnahan ditangguhkan {re.escape(BY_ITSELF)}",
            "its destruction is held by itself: the case was referred to the police or a court",
        ),
        (r"sedang diarsipkan", "being filed"),
        (r"sudah ada dalam daftar (.+)", r"already on the list \1"),
        (
            r"surat (\S+) masih “.+”; selesaikan atau batalkan dahulu",
            r"letter \1 is not over; finish or void it first",
        ),
        (
            r"salinan untuk korban (\S+) masih “.+”; buang dahulu",
            r"copy \1 for the victim is being made; drop it first",
        ),
    )
)
_FATE = re.compile(r"nasib akhir menurut JRA: (.+)")


def need_still(session: Session, disposal: Disposal) -> None:
    """Refuse where database or archive forbids destroying a case."""
    need_still_in_records(session, disposal)
    for case in disposal.cases:
        is_same = newest_of(session, case.case) == (case.version, case.inventory_sha512)
        _need_none(disposal, case, "" if is_same else _GREW)


def need_still_in_records(session: Session, disposal: Disposal) -> None:
    """The same by the database alone."""
    begun = entries.filing()
    for case in disposal.cases:
        reason = "daftar ini memuat dokumen salah berkas, bukan kasus" if case.successor else ""
        reason = reason or blocker_of(session, retention_of(session, cases.get(case.case)), begun)
        if not reason and cases.archived(case.case) != case.version:
            reason = _GREW
        _need_none(disposal, case, reason)


def newest_of(session: Session, case: str) -> tuple[int, str]:
    """Version and inventory's digest of a case's object; (0, "") if damaged."""
    archive = session.archive
    name = archive.object_of(case)
    head, digest = archive.head_of(name), archive.digest_of(name)
    return (head.head, digest) if head and digest else (0, "")


def _need_none(disposal: Disposal, item: DisposalItem, reason: str) -> None:
    if reason:
        raise Refusal("office.no_longer_over", case=item.case, list=disposal.id, reason=reason)


def blocker_of(session: Session, retention: Retention, begun: Collection[str]) -> str:
    """Why it cannot be proposed; ``begun`` ones are being filed."""
    if retention.schedule is None:
        return f"tidak ada JRA untuk kode {retention.code}: disimpan"
    if retention.since is None:
        return "belum selesai"
    if retention.schedule.fate is not Fate.DESTROY:
        return f"nasib akhir menurut JRA: {retention.fate}"
    if not retention.is_over(session.today):
        return "masa simpan belum habis"
    if retention.is_held:
        return retention.held_words
    if retention.case in begun:
        return "sedang diarsipkan"
    return next(in_progress(retention.case), "")


def remains_of(session: Session, case: str, going: Collection[str]) -> tuple[str, ...]:
    """Cases outside ``going`` whose objects hold misfiled documents of ``case``."""
    archive, held, came_through = (
        session.archive,
        {document.sha512 for document in cases.documents(case)},
        [case],
    )
    for number in came_through:  # it grows: a document may have been moved more than once
        moved = {act.detail["from"] for act in history.of_case(number) if act.verb == "move_in"}
        came_through += sorted(moved - set(came_through))
    return tuple(
        number
        for number in sorted(came_through[1:])
        if number not in going
        and (head := archive.head_of(archive.object_of(number)))
        and held & head.withdrawn().keys()
    )


def in_progress(number: str) -> Iterator[str]:
    """What lies on a desk (Indonesian), not archived: it is not destroyed unseen."""
    for letter in letters.of_case(number):
        if letter.state in _IN_WORK:
            yield f"surat {letter.id} masih “{letter.state}”; selesaikan atau batalkan dahulu"
    for sheet in sheets.of_case(number):
        if sheet.kind == SheetKind.COPY and sheet.state == CopyState.MAKING:
            yield f"salinan untuk korban {sheet.id} masih “{sheet.state}”; buang dahulu"
    yield from (message.id for message, _ in close_facts.of(cases.get(number)).waiting)
    parents = {arrival.parent for arrival in arrivals.of_case(number) if arrival.parent}
    for scan in sorted(parents | {arrival.id for arrival in whole_scans.of_case(number)}):
        for part in arrivals.parts_of(scan):
            if part.state in WAITING:
                yield f"{part.agenda or part.id}, bagian dari pindaiannya, belum didaftarkan atau dicoret"


def blocker_message(reason: str) -> Text:
    """``reason`` in both languages."""
    return as_it_is(reason, _english(reason))


def _english(reason: str) -> str:
    if fate := _FATE.fullmatch(reason):
        return f"its fate by the retention schedule: {word_of('fate', fate[1]).fill('en')}"
    return next((match.expand(words) for form, words in _FORMS if (match := form.fullmatch(reason))), reason)
