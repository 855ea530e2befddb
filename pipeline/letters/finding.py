"""What a letter rule finds, and the places of a letter as findings name them."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.kernel.errors import Text

OPENING, SUBJECT, ADDRESSEE = (
    Text("paragraf pembuka", "opening"), Text("baris Hal", "line Hal"), Text("bagian Yth.", "block Yth."),
)  # fmt: skip
NUMBER, DATE_LINE = Text("baris Nomor", "line Nomor"), Text("baris tanggal", "date line")
ATTACHMENTS, CC = Text("baris Lampiran", "line Lampiran"), Text("tembusan", "copies to")
SIGNATURE, WHOLE = Text("bagian tanda tangan", "signature block"), Text("seluruh surat", "whole letter")


@dataclass(frozen=True)
class Finding:
    """One broken rule: its number (1–14), what is wrong, where, and what to do."""

    rule: int
    said: Text
    place: Text
    remedy: Text

    def text(self, lang: str = "id") -> str:
        """Return the finding as one line in ``lang``."""
        rule = "Rule" if lang == "en" else "Aturan"
        said, place, remedy = (one.fill(lang) for one in (self.said, self.place, self.remedy))
        return f"{rule} {self.rule} ({place}): {said} {remedy}"
