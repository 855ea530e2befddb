"""What a person decides for a letter beside the case; one that asks (step 9) asks what is open."""

from dataclasses import replace

from pipeline.cases import consent
from pipeline.cases.fields import answer
from pipeline.cases.fields.field import Field, Kind, Section
from pipeline.kernel.letter_kinds import LetterKind
from pipeline.kernel.text import Text

_LABELS = {
    "addressee": Text("Penerima surat", "Addressee"),
    "letter_attachments": Text("Jumlah lampiran", "Attachments"),
}
_SHARED = (
    "salutation", "addressee", "addressee_attention", "addressee_place", "cc", consent.LAW, consent.REASON,
    "letter_attachments",
)  # fmt: skip

FIELDS: tuple[Field, ...] = (
    *(
        replace(one, label=_LABELS.get(one.name, one.label), section=Section.CLARIFY, step=9)
        for one in answer.FIELDS
        if one.name in _SHARED
    ),
    Field(
        "questions", Text("Pertanyaan lain", "Further questions"), Kind.LINES, Section.CLARIFY, 9,
        Text("Selain yang masih kosong; pisahkan dengan titik koma. Tanpa nama, tanpa kata kekerasan.",
             "Beside what is open; separated by semicolons. No names, no word of violence."),
        "waktu yang cocok untuk bertemu",
        page_help=Text("Selain yang masih kosong; satu pertanyaan per baris. Tanpa nama, tanpa kata kekerasan.",
                       "Beside what is open; one question a line. No names, no word of violence."),
    ),
    Field(
        "answer_by", Text("Dijawab paling lambat", "Answer hoped for by"), Kind.DAY, Section.CLARIFY, 9,
        Text("Boleh kosong.", "May be empty."), "01-12-2026",
    ),
)  # fmt: skip
_OF_ASKING = frozenset({"questions", "answer_by"})


def fields_of(kind: LetterKind) -> tuple[Field, ...]:
    """Return what is asked for a letter of ``kind``."""
    return FIELDS if kind.asks else tuple(one for one in FIELDS if one.name not in _OF_ASKING)
