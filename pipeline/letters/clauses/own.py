"""What an office may do with its own clauses, and what is refused with a sentence.

Its wording may be its own. It may not drop a mandatory clause or narrow where it applies, name a
field that a letter does not have, or name a kind of violence: a clause is read by whoever opens the
letter (product.md, *What is at stake*).
"""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.kernel.errors import Refusal
from pipeline.letters import forms_fields, words
from pipeline.letters.clauses import OPENING, Clause, shipped
from pipeline.letters.template import render_text

_VIOLENCE = re.compile(
    r"\b(?:kekerasan|KDRT|TPKS|TPPO|seks\w*|seksual|pe?lecehan|dilecehkan|perkosa\w*|pemerkosaan|diperkosa|cabul|pencabulan|"
    r"aniaya|penganiayaan|dianiaya|pemukulan|penelantaran|eksploitasi|trafficking|perdagangan orang|perundungan|"
    r"pelaku|inses|persetubuhan)\b",
    re.IGNORECASE,
)
_TOLD = {
    "langkah-13-perorangan": (words.COMES, "ajakan datang langsung"),
    "langkah-13-instansi": (words.COMES, "ajakan datang langsung"),
    "layanan": (words.FREE, "“tanpa dipungut biaya”"),
    "klarifikasi-cara": (words.COMES, "ajakan datang langsung"),
    "klarifikasi-rahasia": (words.FREE, "“tidak dipungut biaya”"),
}


def names_violence(told: str) -> bool:
    """Tell whether ``told`` names a kind of violence or a perpetrator, which whoever reads or hears it would learn."""
    return _VIOLENCE.search(told) is not None


def need_usable(clause: Clause, path: Path, before: Clause | None) -> None:
    """Refuse a ``clause`` of the office, read from ``path``, that replaces ``before`` (None: adds one)."""
    told = render_text(path.name, clause.text, forms_fields.CLAUSE)
    if names_violence(clause.text):
        raise Refusal(
            "letters.clause_refused",
            file=path.name,
            reason_id="isinya menyebut jenis kekerasan atau pelaku, yang dapat dibaca orang lain",
            reason_en="it names a kind of violence or a perpetrator, which others may read",
        )
    if before is None:
        _need_no_opening(clause, path)
        return
    if clause.part != before.part or clause.field != before.field:
        raise Refusal(
            "letters.clause_refused",
            file=path.name,
            reason_id=f"bagian dan isian harus tetap (bagian: {before.part})",
            reason_en=f"part and field must stay ({before.part})",
        )
    if before.is_mandatory:
        _need_all_of(clause, path, before)
        _need_told(clause.name, path, told)


def _need_no_opening(clause: Clause, path: Path) -> None:
    """Refuse an opening under a name of its own: it would stand beside the shipped one, not in its place."""
    if clause.part == OPENING:
        names = ", ".join(one.name for one in shipped() if one.part == OPENING)
        raise Refusal(
            "letters.clause_refused",
            file=path.name,
            reason_id=f"pembuka hanya dapat diganti dengan nama yang sama ({names})",
            reason_en=f"an opening can only be replaced under the same name ({names})",
        )


def _need_all_of(clause: Clause, path: Path, before: Clause) -> None:
    """Refuse a clause that is no longer mandatory everywhere where ``before`` was."""
    is_narrower = not (
        clause.letters >= before.letters
        and clause.channels >= before.channels
        and clause.kinds >= before.kinds
        and not clause.cases
    )
    if is_narrower or not clause.is_mandatory:
        raise Refusal(
            "letters.clause_refused",
            file=path.name,
            reason_id="klausul ini wajib (wajib: ya) dan tidak boleh dipersempit; surat, kanal, untuk, dan kasus harus tetap",
            reason_en="this clause is mandatory and may not be narrowed; letters, channels, addressees and cases must stay",
        )


def _need_told(name: str, path: Path, told: str) -> None:
    pattern, what = _TOLD[name]
    if not pattern.search(told) or words.NOT_COMES.search(told):
        raise Refusal(
            "letters.clause_refused",
            file=path.name,
            reason_id=f"yang wajib disebut tidak ada: {what}",
            reason_en=f"what must be said is missing: {what}",
        )
