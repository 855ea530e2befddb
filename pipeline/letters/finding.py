"""What a letter rule finds, and the places of a letter as findings name them."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.kernel.errors import Text

OPENING, SUBJECT, ADDRESSEE = (
    Text("paragraf pembuka", "opening"), Text("baris Hal", "line Hal"), Text("bagian Yth.", "block Yth."),
)  # fmt: skip
NUMBER, DATE_LINE = Text("baris Nomor", "line Nomor"), Text("baris tanggal", "date line")
ATTACHMENTS, CC = Text("baris Lampiran", "line Lampiran"), Text("tembusan", "copies to")
NATURE, SERVICES = Text("baris Sifat", "line Sifat"), Text("paragraf layanan", "paragraph of services")
CONTENT, CLOSING = Text("isi surat", "content"), Text("paragraf penutup", "closing paragraph")
SIGNATURE, WHOLE = Text("bagian tanda tangan", "signature block"), Text("seluruh surat", "whole letter")


def line_of(index: int) -> Text:
    """Return the place of a line of the whole letter, counted from 1."""
    return Text(f"baris ke-{index}", f"line {index}")


def paragraph_of(index: int) -> Text:
    """Return the place of a paragraph of the content, counted from 1."""
    return Text(f"paragraf ke-{index}", f"paragraph {index}")


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
