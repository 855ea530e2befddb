"""Words of looking up."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "search.title": Text("Cari menurut nomor", "Look up by number"),
    "search.ask": Text(
        "Nomor kasus, register, agenda, surat, atau surat masuk",
        "Number of case, register, agenda, letter or incoming letter",
    ),
    "search.do": Text("Cari", "Look up"),
}
