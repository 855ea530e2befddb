"""The column *keterangan* of the register: what the copies of the answer letter have behind them."""

from __future__ import annotations

from pipeline.records import history, letters
from pipeline.records.letters import LetterKind, LetterState
from pipeline.signing.duplicate import Means

ATTESTED = "salinan ke-1: pernyataan"
WITHDRAWN = "surat nomor {number} ditarik sebelum disampaikan: {reason}"
REASSIGNED = "petugas {before} diganti {officer} pada {day}"
OUT = "surat nomor {number} ditarik sesudah salinan ke-1 keluar: {reason}"


def remarks(case: str) -> str:
    """Return what the register says about attested and reprinted copies of the newest answer letter of ``case``.

    Officers who were replaced are named, and signed letters that were withdrawn before they were delivered.
    """
    states = (LetterState.APPROVED, LetterState.SIGNED)
    every = letters.of_case(case)
    withdrawn = [
        (WITHDRAWN if one.signed else OUT).format(number=one.number or "-", reason=one.reason)
        for one in every
        if one.state == LetterState.WITHDRAWN
    ]
    before = [*_replaced(case), *withdrawn]
    found = [one for one in every if one.kind == LetterKind.ANSWER and one.state in states]
    if not found:
        return "; ".join(before)
    copies = letters.copies(found[-1].id, found[-1].revision)
    attested = [ATTESTED for one in copies if one.means == Means.ATTESTED and one.confirmed_by]
    again = [
        f"salinan ke-{one.copy} dicetak {one.printed} kali, {one.spoilt} lembar rusak"
        for one in copies
        if one.printed > 1
    ]
    return "; ".join((*before, *attested, *again))


def _replaced(case: str) -> list[str]:
    """Return which officers of ``case`` were replaced, by whom and when; the reasons stand in the history alone."""
    acts = (
        one.detail for one in history.of_case(case) if one.verb == "reassign" and one.detail.get("before")
    )
    return [REASSIGNED.format(before=one["before"], officer=one["officer"], day=one["day"]) for one in acts]
