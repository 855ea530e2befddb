"""What an office may write in its own clauses.

Not without what is mandatory, a field that letters lack, or a kind of violence: whoever opens the letter
reads it (product.md, *What is at stake*).
"""

import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
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
    """Whether ``told`` names a kind of violence or a perpetrator."""
    return _VIOLENCE.search(told) is not None


def need_usable(clause: Clause, path: Path, before: Clause | None) -> None:
    """Refuse a ``clause`` of the office, read from ``path``, that replaces ``before`` (None: adds one)."""
    told = render_text(path.name, clause.text, forms_fields.CLAUSE)
    if reasons := next(_faults(clause, told, before), None):
        raise Refusal("letters.clause_refused", file=path.name, reason_id=reasons.id, reason_en=reasons.en)


def _faults(clause: Clause, told: str, before: Clause | None) -> Iterator[Text]:
    if names_violence(clause.text):
        yield Text(
            "isinya menyebut jenis kekerasan atau pelaku, yang dapat dibaca orang lain",
            "it names a kind of violence or a perpetrator, which others may read",
        )
    if before is None:
        if clause.part == OPENING:  # it would stand beside the shipped one, not in its place
            names = ", ".join(one.name for one in shipped() if one.part == OPENING)
            yield Text(
                f"pembuka hanya dapat diganti dengan nama yang sama ({names})",
                f"an opening can only be replaced under the same name ({names})",
            )
        return
    if clause.part != before.part or clause.field != before.field:
        yield Text(
            f"bagian dan isian harus tetap (bagian: {before.part})",
            f"part and field must stay ({before.part})",
        )
    if before.is_mandatory:
        is_everywhere = (
            clause.letters >= before.letters
            and clause.channels >= before.channels
            and clause.kinds >= before.kinds
            and not clause.cases
        )
        if not is_everywhere or not clause.is_mandatory:
            yield Text(
                "klausul ini wajib (wajib: ya) dan tidak boleh dipersempit; surat, kanal, untuk, dan kasus harus tetap",
                "this clause is mandatory and may not be narrowed; letters, channels, addressees and cases must stay",
            )
        pattern, what = _TOLD[clause.name]
        if not pattern.search(told) or words.NOT_COMES.search(told):
            yield Text(f"yang wajib disebut tidak ada: {what}", f"what must be said is missing: {what}")
