"""A template filled with an invented matter and signatory, or the example of a form."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pipeline.kernel.letter_kinds import of_template
from pipeline.letters import clauses, compose, context, copies, forms, places
from pipeline.letters.choice import NOTHING, Asking
from pipeline.letters.matter import LETTER, Addressee, Incoming, Matter
from pipeline.letters.text import EDGE, frozen_text
from pipeline.settings import Settings
from pipeline.settings.signatories import Signatory

_DAY = date(2026, 11, 24)
_CHAIR = Signatory(
    "", "Ketua P2TP2A Kabupaten Batang Asri", "Dra. Hj. Wahdaniah Suling, M.Si.", "197001011995032001",
    "Pembina Tingkat I, IV/b",
)  # fmt: skip
_PERSON = Addressee(
    name="Rusmini Talahu", salutation="Saudari", care_of="Saudari Yuniarti Talahu",
    address="Gang Kenanga No. 0", place="Kelurahan Muara Lanting", is_institution=False, is_confirmed=True,
    is_safe=True,
)  # fmt: skip
_INSTITUTION = Addressee(
    name="Kepala SMP Negeri 3 Hulu Asri", salutation="Bapak/Ibu", care_of="u.p. Guru Bimbingan",
    address="Jalan Pelajar No. 0", place="Hulu Asri", is_institution=True, is_confirmed=True, is_safe=True,
)  # fmt: skip


def filled(kind: str, data: bytes, settings: Settings) -> tuple[bytes, Mapping[str, Any]]:
    """Return template ``data`` of ``kind`` filled, as DOCX, and the fields."""
    if kind in forms.FORMS:
        example = forms.EVERY[kind].example
        return forms.fill(settings, kind, data, example), example
    matter = _matter(_INSTITUTION if kind.endswith("instansi") else _PERSON)
    letter = of_template(kind)
    asked = [clause.field for clause in clauses.shipped() if clause.part == clauses.QUESTION]
    asking = Asking(asked, by=_DAY) if letter.asks else NOTHING
    fields, _ = context.build(matter, settings, _DAY, _CHAIR, kind=letter, asking=asking)
    return compose.render(data, kind, fields, settings, "2026-0001-1"), fields


def lost(draft: bytes, fields: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield what a filled letter lacks, as a code and both sentences: clauses, and places for approval."""
    text = frozen_text(draft)
    for clause in (fields["pembuka"], *fields["isi"]):
        if clause not in text:
            yield (
                "clause",
                f"klausul “{clause[:60]}…” tidak tercetak.",
                f"the clause “{clause[:60]}…” is not printed.",
            )
    for error in copies.lacking(draft):
        yield (
            "place",
            f"tidak ada {error.fields['place_id']}, sehingga surat tidak dapat disahkan.",
            f"{error.fields['place_en']} is missing, so that no letter could be approved.",
        )
    if not re.search(rf"\b{places.DRAFT_MARK}\b", text.partition(EDGE)[2]):
        yield (
            "place",
            "tanda KONSEP tidak ada di kepala atau kaki halaman.",
            "the mark KONSEP is not in the header or footer.",
        )


def _matter(addressee: Addressee) -> Matter:
    is_person = not addressee.is_institution
    return Matter(
        case="2026-0001",
        register_number="0112/TL/XI/2026",
        incoming=Incoming(
            channel=LETTER,
            number="12/XI/2026" if is_person else "400.3.5/087/XI/2026",
            day=date(2026, 11, 21),
            received=date(2026, 11, 22),
            sender=addressee.name,
            is_institution=addressee.is_institution,
        ),
        addressee=addressee,
        follow_up="pertemuan konsultasi dan penilaian kebutuhan",
        services=(),
        referral="Dinas Sosial Kabupaten Batang Asri",
        clarified=date(2026, 11, 23),
        comes="Saudari bersama yang bersangkutan",
        private_names=(),
        reporter_name="",
        attachments=2,
        cc=("Kepala Dinas Sosial Kabupaten Batang Asri", "Camat Lanting Tengah"),
        cases=(clauses.CHILD, clauses.SEXUAL),
        report_by=date(2026, 11, 25),
        concerns_reader=is_person,
    )
