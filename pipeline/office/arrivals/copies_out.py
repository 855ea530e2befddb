"""Step 11: copies that do not count, being unprinted or outdated; copy 1, once out, binds its letter."""

from collections.abc import Sequence

from pipeline.intake.reader import Reader
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import CopyCode
from pipeline.office.arrivals import arrival_files
from pipeline.records import arrivals, letters
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import Letter, LetterState
from pipeline.settings import Settings


def has_left(letter: Letter) -> bool:
    """Copy 1 is confirmed by the chair, or stated and not scanned."""
    return letter.state == LetterState.APPROVED and any(
        copy.confirmed_by or (copy.attested and not copy.arrival)
        for copy in letters.copies(letter.id, letter.revision)
        if copy.copy == 1
    )


def is_out(letter: Letter) -> Refusal | None:
    """Copy 1 is out: the letter cannot be taken back."""
    if not has_left(letter):
        return None
    code = "office.copy_is_out" if letter.number else "office.unnumbered_is_out"
    return Refusal(code, letter=letter.id, case=letter.case, number=letter.number)


def outdate(letter: Letter, note: str) -> None:
    """Signed copies of this revision count no more; :func:`write_rows` follows the transaction."""
    for copy in letters.copies(letter.id, letter.revision):
        scan = arrivals.get(copy.arrival) if copy.arrival else None
        if scan is not None and scan.state == ArrivalState.COPY:
            arrivals.change(scan, state=ArrivalState.UNMATCHED, note=note)


def write_rows(settings: Settings, letter: Letter) -> None:
    """Rows of the letter's papers, after the transaction."""
    for arrival in arrivals.of_case(letter.case):
        if arrival.letter == letter.id:
            arrival_files.write_row(settings, arrival)


PRINT = "ini berkas PDF untuk dicetak, belum ditandatangani"


def next_step(code: CopyCode, letter: Letter, why: str) -> str:
    """For an uncounted paper (Indonesian); empty if ``why`` says it."""
    copy = letters.by_code(str(code))
    if letter.state in (LetterState.VOID, LetterState.WITHDRAWN):
        return "Jangan kirim lembar ini; serahkan kepada petugas untuk disimpan terpisah"
    if copy is None or copy.revision != letter.revision or letter.state == LetterState.RETURNED:
        return "Lembar ini tidak dipakai; cetak revisi yang disetujui"
    if copy.arrival:
        both = letters.copies(letter.id, letter.revision)
        waited = [
            letter_copy.copy
            for letter_copy in both
            if not letter_copy.arrival and not letter_copy.confirmed_by
        ]
        if not waited:
            return "Tidak ada yang perlu dipindai lagi"
        return f"Yang masih ditunggu salinan ke-{waited[0]}: pindai lembar “Salinan ke-{waited[0]} dari 2”"
    return "Cetak, tandatangani, lalu pindai lembarnya" if why == PRINT else ""


def unsigned(
    settings: Settings,
    reader: Reader,
    parts: Sequence[tuple[Arrival, CopyCode | None]],
) -> dict[str, str]:
    """Why (Indonesian) parts with our codes are unsigned, by arrival id, electronic signatures aside."""
    reasons = {}
    for part, code in parts:
        if code is not None:
            with arrival_files.opened(settings, part.id) as handle:
                if reader.is_born_digital(handle):
                    reasons[part.id] = PRINT
    return reasons
