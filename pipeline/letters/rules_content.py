"""Letter rules 1, 2, 3 and 7: what the letter must say, must not leave open, and must not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.kernel.text import Text
from pipeline.letters import stories, words
from pipeline.letters.clauses import SEXUAL
from pipeline.letters.context import offered
from pipeline.letters.finding import (
    ADDRESSEE,
    ATTACHMENTS,
    CONTENT,
    DATE_LINE,
    NATURE,
    NUMBER,
    OPENING,
    SERVICES,
    SIGNATURE,
    SUBJECT,
    Checked,
    Finding,
    line_of,
    paragraph_of,
)
from pipeline.letters.numbers import BLANK


def invitation(one: Checked) -> Iterator[Finding]:
    """1: the paragraph of step 13 is there."""
    if not any(
        words.COMES.search(line) and words.INVITES.search(line) and not words.NOT_COMES.search(line)
        for line in one.sheet.body
    ):
        yield Finding(
            1, Text("Saran untuk datang langsung tidak ada.", "The advice to come in person is missing."), CONTENT,
            Text("Masukkan lagi paragraf langkah 13; yang disarankan datang ialah isian “Yang disarankan datang”.",
                 "Put the paragraph of step 13 back; who is invited is the answer “Yang disarankan datang”."),
        )  # fmt: skip


def services(one: Checked) -> Iterator[Finding]:
    """2: the services and "tanpa dipungut biaya" are there; mediation is offered to no victim of sexual violence."""
    content = one.sheet.content.casefold()
    if not words.FREE.search(content) or words.CHARGED.search(content):
        yield Finding(
            2, Text("“Tanpa dipungut biaya” tidak disebut, atau ada biaya.", "“Free of charge” is not said, or there is a fee."),
            SERVICES, Text("Tulis “tanpa dipungut biaya” pada paragraf layanan, tanpa biaya apa pun.",
                           "Say “tanpa dipungut biaya” in the paragraph of services, and no fee."),
        )  # fmt: skip
    if SEXUAL in one.matter.cases and words.MEDIATES.search(words.NOT_MEDIATES.sub(" ", one.sheet.whole)):
        yield Finding(
            2, Text("Surat menawarkan mediasi atau perdamaian, padahal untuk perkara ini tidak boleh (UU 12/2022 pasal 23).",
                    "The letter offers mediation or a settlement, which this case does not allow (UU 12/2022 art. 23)."),
            SERVICES, Text("Hapus tawaran itu dari tindak lanjut, rujukan, dan layanan.",
                           "Take the offer out of follow-up, referral and services."),
        )  # fmt: skip
    missing = [service for service in offered(one.matter, one.settings) if _flat(service) not in content]
    if missing or not offered(one.matter, one.settings):
        listed = ", ".join(missing) or "-"
        yield Finding(
            2, Text(f"Layanan belum disebut: {listed}.", f"Services not named: {listed}."), SERVICES,
            Text("Sebutkan semua layanan, atau ubah isian “Layanan dalam surat”.",
                 "Name all services, or change the answer “Layanan dalam surat”."),
        )  # fmt: skip


def unfilled(one: Checked) -> Iterator[Finding]:
    """3: nothing is unfilled but the number before approval; with a secretariat, number and date until the copies return."""
    sheet = one.sheet
    remedy = Text("Lengkapi atau hapus bagian itu.", "Fill in or remove that part.")
    later = {NUMBER, DATE_LINE} if one.awaits_number else set[Text]()
    for place, value in (
        (NUMBER, sheet.number), (NATURE, sheet.nature), (ATTACHMENTS, sheet.attachments), (SUBJECT, sheet.subject),
        (DATE_LINE, sheet.date_line if re.search(r"\d", sheet.date_line) else ""), (ADDRESSEE, " ".join(sheet.addressee)),
        (SIGNATURE, " ".join(sheet.signature)), (OPENING, sheet.opening),
    ):  # fmt: skip
        if not value and place not in later:
            yield Finding(3, Text("Bagian ini kosong.", "This part is empty."), place, remedy)
    rest = sheet.whole if one.is_numbered else sheet.whole.replace(sheet.number or BLANK, "", 1)
    if one.awaits_number and sheet.date_line:
        rest = sheet.whole.replace(sheet.number or BLANK, "", 1).replace(sheet.date_line, "", 1)
    for index, line in enumerate(rest.splitlines(), 1):
        if words.UNFILLED.search(line):
            said = Text("Ada tempat yang belum diisi.", "A place is unfilled.")
            yield Finding(3, said, line_of(index), remedy)
    if one.kind.is_answer and not one.matter.follow_up.strip():
        yield Finding(
            3, Text("Tindak lanjut belum diisi.", "The follow-up is unfilled."), CONTENT,
            Text("Isi “Tindak lanjut”.", "Answer “Tindak lanjut”."),
        )  # fmt: skip


def no_chronology(one: Checked) -> Iterator[Finding]:
    """7: no chronology, and no word for a kind of violence."""
    to_institution = one.matter.addressee.is_institution
    follow_up = _flat(one.matter.follow_up)
    for index, paragraph in enumerate(one.sheet.body, 1):
        if stories.tells(paragraph, to_institution=to_institution):
            from_field = bool(follow_up) and follow_up.rstrip(".") in _flat(paragraph)
            told = from_field and stories.tells(one.matter.follow_up, to_institution=to_institution)
            yield Finding(
                7, Text("Surat menceritakan kejadian atau menyebut jenis kekerasan.",
                        "The letter tells what happened, or names a kind of violence."),
                paragraph_of(index), _OF_FOLLOW_UP if told else _OF_TEXT,
            )  # fmt: skip


_OF_TEXT = Text(
    "Hapus cerita itu; cukup nomor register dan apa yang disiapkan.",
    "Remove it; the register number and what is being prepared are enough.",
)
_OF_FOLLOW_UP = Text(
    "Ubah isian “Tindak lanjut”: apa yang disiapkan, bukan apa yang terjadi.",
    "Change the answer “Tindak lanjut”: what is prepared, not what happened.",
)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()
