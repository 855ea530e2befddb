"""What speaks against destroying a case, in both languages; where it is kept and printed it is Indonesian.

A sentence that no form knows is said as it stands.
"""

from __future__ import annotations

import re

from pipeline.kernel.errors import Text
from pipeline.office.base.retention import BY_ITSELF
from pipeline.office.base.value_words import word_of

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
    )
)
_FATE = re.compile(r"nasib akhir menurut JRA: (.+)")


def told(reason: str) -> Text:
    """Return ``reason``, of :class:`pipeline.office.disposal.dispose.Standing`, in both languages; its places are filled."""
    said = Text(reason, _english(reason))
    return Text(*(one.replace("{", "{{").replace("}", "}}") for one in said))


def _english(reason: str) -> str:
    if fate := _FATE.fullmatch(reason):
        return f"its fate by the retention schedule: {word_of('fate', fate[1]).fill('en')}"
    return next((found.expand(said) for form, said in _FORMS if (found := form.fullmatch(reason))), reason)
