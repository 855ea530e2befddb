"""Step 11: a scan with our code is compared with its print before it counts as a signed copy.

A clear one is filed, a doubtful one waits for a person who saw the paper (``accept_scan``), so does one that
cannot be compared or has the other copy's very signature.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.intake.errors import Unreadable
from pipeline.intake.reader import Reader
from pipeline.kernel import ids
from pipeline.kernel.errors import suppressed
from pipeline.kernel.ids import CopyCode
from pipeline.kernel.sandbox import SandboxFailed
from pipeline.kernel.text import Next
from pipeline.office.answer.page import print_of as print_of_page
from pipeline.office.answer.page import signatory_name
from pipeline.office.arrivals import arrival_files
from pipeline.office.base.session import Session
from pipeline.office.letters import letter_files
from pipeline.records import arrivals, letters, pages
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import Letter
from pipeline.signing.sameness import NOT_COMPARED, TWICE, Verdict, is_same, verdict

_CONFIRM = (
    "Lihat lembarnya: bila memang surat itu dan bertanda tangan basah, terima sebagai salinan bertanda tangan; bila tidak, "
    "tandatangani dan pindai lagi"
)
_MOST = 60
"""Pages at most: the counter must not wait."""
_AGAIN = "Pindai lagi seluruh salinan ini"


@dataclass(frozen=True)
class ShownVerdict:
    """What is said (Indonesian) ``against`` or beside it; ``signing``: what its ink says."""

    against: str = ""
    remark: str = ""
    signing: str = ""


def compared(
    session: Session,
    reader: Reader,
    parts: Sequence[tuple[Arrival, CopyCode | None]],
    known: Collection[str] = (),
) -> dict[str, ShownVerdict]:
    """What is said of parts with our code, by arrival id, unless ``known`` or their copy is not awaited."""
    seen: list[tuple[Arrival, CopyCode, Verdict]] = []
    for part, code in parts:
        if code is not None and part.id not in known and _is_waited_for(code):
            seen.append((part, code, beside(session, reader, code, look(session, reader, part, code), seen)))
    return {part.id: shown_verdict(judged) for part, _, judged in seen}


def beside(
    session: Session,
    reader: Reader,
    code: CopyCode,
    judgement: Verdict,
    others: Sequence[tuple[Arrival, CopyCode, Verdict]] = (),
) -> Verdict:
    """The verdict on a clear scan after comparing signatures with the other copy."""
    if not judgement.is_clear or not judgement.trace.bits:
        return judgement
    traces = [
        judged.trace for _, other, judged in others if other.letter == code.letter and other.copy != code.copy
    ]
    if not traces:
        traces = [look(session, reader, scan, other).trace for scan, other in _other_copy(code)]
    if any(is_same(judgement.trace, trace) for trace in traces):
        return replace(judgement, doubts=(*judgement.doubts, TWICE))
    return judgement


def _other_copy(code: CopyCode) -> list[tuple[Arrival, CopyCode]]:
    page, copy = pages.find(code.letter), letters.by_code(str(code))
    copies = page.copies if page else letters.copies(code.letter, copy.revision) if copy else ()
    scans = []
    for printed in copies:
        other = ids.read_code(printed.code)
        if other is not None and other.copy != code.copy and printed.arrival:
            scans.append((arrivals.get(printed.arrival), other))
    return scans


def _is_waited_for(code: CopyCode) -> bool:
    page = pages.find(code.letter)
    copy = page.copy_with(str(code)) if page else letters.by_code(str(code))
    return copy is not None and not copy.arrival


def look(session: Session, reader: Reader, scan: Arrival, code: CopyCode) -> Verdict:
    """Compare ``scan`` with the print that bears ``code``."""
    pdf, name = _print_and_name(session, code)
    if not pdf or scan.pages > _MOST:
        return NOT_COMPARED
    with arrival_files.opened(session.settings, scan.id) as handle:
        try:
            return verdict(reader.likeness(handle, pdf, name, str(code)))
        except (Unreadable, SandboxFailed):
            return NOT_COMPARED


def _print_and_name(session: Session, code: CopyCode) -> tuple[bytes, str]:
    page = pages.find(code.letter)
    if page is not None:
        with suppressed("office.page_print_gone"):
            return print_of_page(session.settings, page, code.copy), signatory_name(session.settings, page)
        return b"", ""
    copy = letters.by_code(str(code))
    if copy is None:
        return b"", ""
    letter = letters.get(copy.letter)
    folder = letter_files.folder(session.settings, letter.id, copy.revision)
    kept = folder / letter_files.copy_name(copy.copy, "pdf")
    return letter_files.print_of(session, letter, copy, kept.read_bytes), signatory_of(letter)


def shown_verdict(judgement: Verdict) -> ShownVerdict:
    """It stands beside the arrival, with what to do."""
    remark = "; ".join(line.id for line in judgement.remarks)
    signing = str(judgement.signing or "")
    if judgement.is_clear:
        return ShownVerdict(remark=remark, signing=signing)
    reasons = "; ".join(lack.id for lack in (*judgement.lacks, *judgement.doubts))
    return ShownVerdict(f"{reasons}. {_AGAIN if judgement.lacks else _CONFIRM}", remark, signing)


def mends(scan: Arrival) -> tuple[Next, ...]:
    """How a person takes a doubtful scan after seeing the paper."""
    is_in_doubt = scan.state == ArrivalState.UNMATCHED and scan.note.endswith(_CONFIRM)
    return (Next("accept-scan", scan.agenda or scan.id, scan.code),) if is_in_doubt else ()


def signatory_of(letter: Letter) -> str:
    """Below the signature, as the letter was filled."""
    block: Mapping[str, object] = letter.context.get("ketua") or {}
    return str(block.get("nama", ""))
