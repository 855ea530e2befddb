"""Step 11: a copy that never was on paper is no signed copy, wherever in a file its pages lie."""

from collections.abc import Sequence

from pipeline.intake.reader import Reader
from pipeline.kernel.ids import CopyCode
from pipeline.office.arrivals import arrival_files
from pipeline.records import letters
from pipeline.records.arrivals import Arrival
from pipeline.records.letters import Letter, LetterState
from pipeline.settings import Settings

PRINT = "ini berkas PDF untuk dicetak, belum ditandatangani"


def next_step(code: CopyCode, letter: Letter, why: str) -> str:
    """Return what to do (Indonesian) with a paper that does not count; empty where ``why`` says it already."""
    copy = letters.by_code(str(code))
    if letter.state in (LetterState.VOID, LetterState.WITHDRAWN):
        return "Jangan kirim lembar ini; serahkan kepada petugas untuk disimpan terpisah"
    if copy is None or copy.revision != letter.revision or letter.state == LetterState.RETURNED:
        return "Lembar ini tidak dipakai; cetak revisi yang disetujui"
    if copy.arrival:
        both = letters.copies(letter.id, letter.revision)
        waited = [one.copy for one in both if not one.arrival and not one.confirmed_by]
        if not waited:
            return "Tidak ada yang perlu dipindai lagi"
        return f"Yang masih ditunggu salinan ke-{waited[0]}: pindai lembar “Salinan ke-{waited[0]} dari 2”"
    return "Cetak, tandatangani, lalu pindai lembarnya" if why == PRINT else ""


def unsigned(
    settings: Settings,
    reader: Reader,
    parts: Sequence[tuple[Arrival, CopyCode | None]],
) -> dict[str, str]:
    """Return why (Indonesian) parts with a code of ours are no signed copies, by arrival id.

    Electronically signed files are not asked about here (:mod:`pipeline.office.signing.electronic`). Raises BytesMissing.
    """
    found = {}
    for part, code in parts:
        if code is not None:
            with arrival_files.opened(settings, part.id) as handle:
                if reader.is_born_digital(handle):
                    found[part.id] = PRINT
    return found
