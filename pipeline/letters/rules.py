"""The fourteen letter rules (product.md, *The answer letter*), checked before the chair sees a draft.

Each rule is a function from what is being checked to findings; :data:`RULES` lists them. A finding
says which rule, what is wrong, where, and what to do; it carries no person's name. Rules see the
text alone, so a draft edited in Word is checked like a rendered one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.kernel.errors import Text
from pipeline.letters import words
from pipeline.letters.context import address_block, offered
from pipeline.letters.finding import (
    ADDRESSEE,
    ATTACHMENTS,
    CC,
    DATE_LINE,
    NUMBER,
    OPENING,
    SIGNATURE,
    SUBJECT,
    WHOLE,
    Finding,
)
from pipeline.letters.matter import PHONE, Matter
from pipeline.letters.numbers import BLANK, attachments, long_date, read_long_date
from pipeline.letters.text import Sheet, read
from pipeline.settings import Settings


@dataclass(frozen=True)
class Checked:
    """What a rule looks at: the letter's parts, its matter, the settings, its date, the number of copies."""

    sheet: Sheet
    matter: Matter
    settings: Settings
    day: date
    copies: int
    is_numbered: bool


def check(
    text: str, matter: Matter, settings: Settings, day: date, *, copies: int = 2, is_numbered: bool = False
) -> tuple[Finding, ...]:
    """Return every broken rule of the letter whose text is ``text`` (see :func:`text.frozen_text`).

    ``day`` is the date that the letter bears; ``is_numbered`` says that the number must be there.
    """
    checked = Checked(read(text), matter, settings, day, copies, is_numbered)
    return tuple(finding for rule in RULES for finding in rule(checked))


def invitation(one: Checked) -> Iterator[Finding]:
    """1: the paragraph of step 13 is there."""
    if not any(
        words.COMES.search(line) and words.INVITES.search(line) and not words.NOT_COMES.search(line)
        for line in one.sheet.body
    ):
        yield Finding(
            1,
            Text("Saran untuk datang langsung tidak ada.", "The advice to come in person is missing."),
            Text("isi surat", "content"),
            Text("Masukkan lagi paragraf langkah 13.", "Put the paragraph of step 13 back."),
        )


def services(one: Checked) -> Iterator[Finding]:
    """2: the services and "tanpa dipungut biaya" are there."""
    place = Text("paragraf layanan", "paragraph of services")
    content = one.sheet.content.casefold()
    if not words.FREE.search(content):
        yield Finding(
            2, Text("“Tanpa dipungut biaya” tidak disebut.", "“Free of charge” is not said."), place,
            Text("Tambahkan pada paragraf layanan.", "Add it to the paragraph of services."),
        )  # fmt: skip
    missing = [service for service in offered(one.matter, one.settings) if service.casefold() not in content]
    if missing or not offered(one.matter, one.settings):
        listed = ", ".join(missing) or "-"
        yield Finding(
            2, Text(f"Layanan belum disebut: {listed}.", f"Services not named: {listed}."), place,
            Text("Sebutkan semua layanan yang ditawarkan.", "Name all services offered."),
        )  # fmt: skip


def unfilled(one: Checked) -> Iterator[Finding]:
    """3: nothing is unfilled but the number before approval."""
    sheet = one.sheet
    remedy = Text("Lengkapi atau hapus bagian itu.", "Fill in or remove that part.")
    for place, value in (
        (NUMBER, sheet.number), (Text("baris Sifat", "line Sifat"), sheet.nature), (ATTACHMENTS, sheet.attachments),
        (SUBJECT, sheet.subject), (DATE_LINE, sheet.date_line), (ADDRESSEE, " ".join(sheet.addressee)),
        (SIGNATURE, " ".join(sheet.signature)), (OPENING, sheet.opening),
    ):  # fmt: skip
        if not value:
            yield Finding(3, Text("Bagian ini kosong.", "This part is empty."), place, remedy)
    rest = sheet.whole if one.is_numbered else sheet.whole.replace(sheet.number or BLANK, "", 1)
    for index, line in enumerate(rest.splitlines(), 1):
        if words.UNFILLED.search(line):
            place = Text(f"baris ke-{index}", f"line {index}")
            yield Finding(3, Text("Ada tempat yang belum diisi.", "A place is unfilled."), place, remedy)
    if not one.matter.follow_up.strip():
        yield Finding(
            3,
            Text("Tindak lanjut belum diisi.", "The follow-up is unfilled."),
            Text("isi surat", "content"),
            remedy,
        )


def addressed(one: Checked) -> Iterator[Finding]:
    """4: the addressee is the confirmed person at the safe contact, or the sending institution."""
    addressee = one.matter.addressee
    if not addressee.is_confirmed:
        yield Finding(
            4, Text("Penerima belum dipastikan.", "The addressee is not confirmed."), ADDRESSEE,
            Text("Pastikan penerima pada kasus.", "Confirm the addressee in the case."),
        )  # fmt: skip
    if addressee.is_institution and not one.matter.incoming.is_institution:
        yield Finding(
            4, Text("Pengirim bukan lembaga, penerima lembaga.", "The sender is no institution, the addressee is."),
            ADDRESSEE, Text("Jawab orang yang mengirim.", "Answer the person who wrote."),
        )  # fmt: skip
    if not addressee.is_institution and not addressee.is_safe:
        yield Finding(
            4, Text("Alamat bukan kontak aman.", "The address is not the safe contact."), ADDRESSEE,
            Text("Pilih kontak aman pada kasus.", "Choose the safe contact in the case."),
        )  # fmt: skip
    given = [" ".join(line.split()).casefold() for line in address_block(addressee)]
    if [line.casefold() for line in one.sheet.addressee] != given:
        yield Finding(
            4, Text("Yth. berbeda dari penerima pada kasus.", "Yth. differs from the addressee of the case."), ADDRESSEE,
            Text("Samakan dengan penerima dan kontak aman.", "Make it equal to addressee and safe contact."),
        )  # fmt: skip


def cited(one: Checked) -> Iterator[Finding]:
    """5: the incoming letter is cited by what it has; a call is answered as a call."""
    incoming, opening = one.matter.incoming, one.sheet.opening
    remedy = Text("Perbaiki paragraf pembuka.", "Correct the opening.")
    if incoming.number and incoming.number not in opening:
        yield Finding(
            5, Text("Nomor surat masuk tidak disebut.", "The number is not cited."), OPENING, remedy
        )
    if not incoming.number and " Nomor " in opening:
        yield Finding(
            5, Text("Surat masuk tidak bernomor.", "The incoming letter has no number."), OPENING, remedy
        )
    day = incoming.day or incoming.received
    if long_date(day) not in opening:
        yield Finding(
            5, Text("Tanggal surat masuk tidak disebut.", "The date is not cited."), OPENING, remedy
        )
    spoken = f"{opening} {one.sheet.subject}".casefold()
    if incoming.channel == PHONE and (
        "telepon" not in spoken or " surat saudar" in spoken or "atas surat" in spoken
    ):
        yield Finding(
            5, Text("Pengaduan telepon dijawab seperti surat.", "A call is answered as if it were a letter."),
            OPENING, remedy,
        )  # fmt: skip
    if incoming.channel != PHONE and "melalui telepon" in opening.casefold():
        yield Finding(
            5, Text("Surat dijawab seperti telepon.", "A letter is answered as a call."), OPENING, remedy
        )


def neutral(one: Checked) -> Iterator[Finding]:
    """6: Hal is neutral: no word of violence or of a kind of complaint, no name."""
    subject, matter = one.sheet.subject, one.matter
    if words.TELLING.search(subject) or words.names_in(
        subject, (*matter.private_names, matter.reporter_name)
    ):
        yield Finding(
            6, Text("Hal tidak netral.", "The subject is not neutral."), SUBJECT,
            Text("Pakai “Tanggapan” atau “Tanggapan atas Surat …”.", "Use “Tanggapan” or “Tanggapan atas Surat …”."),
        )  # fmt: skip


def no_chronology(one: Checked) -> Iterator[Finding]:
    """7: no chronology."""
    for index, line in enumerate(one.sheet.body, 1):
        if words.ACTS.search(line) or words.EVENT.search(line):
            yield Finding(
                7, Text("Surat menceritakan kejadian.", "The letter tells what happened."),
                Text(f"paragraf ke-{index}", f"paragraph {index}"),
                Text("Hapus cerita kejadian; cukup nomor register.", "Remove it; the register number is enough."),
            )  # fmt: skip


def no_names(one: Checked) -> Iterator[Finding]:
    """8: no full name of a child, victim or reported person unless she is the addressee."""
    others = [
        name for name in one.matter.private_names if not words.same_person(name, one.matter.addressee.name)
    ]
    for index, line in _lines(one):
        if words.names_in(line, others):
            yield Finding(
                8, Text("Ada nama lengkap yang harus disamarkan.", "A full name must be masked."),
                Text(f"baris ke-{index}", f"line {index}"), Text("Pakai inisial.", "Use initials."),
            )  # fmt: skip


def no_reporter(one: Checked) -> Iterator[Finding]:
    """9: the reporter's name goes to nobody else."""
    reporter = one.matter.reporter_name
    if words.same_person(reporter, one.matter.addressee.name):
        return
    for index, line in _lines(one):
        if words.names_in(line, (reporter,)):
            yield Finding(
                9, Text("Nama pelapor disebut kepada orang lain.", "The reporter is named to somebody else."),
                Text(f"baris ke-{index}", f"line {index}"), Text("Hapus nama pelapor.", "Remove the name."),
            )  # fmt: skip


def in_duplicate(one: Checked) -> Iterator[Finding]:
    """10: two copies."""
    if one.copies != 2:
        yield Finding(
            10, Text("Surat harus rangkap dua.", "The letter must be in duplicate."), WHOLE,
            Text("Buat dua salinan.", "Make two copies."),
        )  # fmt: skip


def dated(one: Checked) -> Iterator[Finding]:
    """11: the date is that of the letter, and not before the receipt."""
    shown = read_long_date(one.sheet.date_line)
    if shown is not None and shown != one.day:
        yield Finding(
            11, Text("Tanggal tidak sama dengan tanggal surat.", "The date is not that of the letter."), DATE_LINE,
            Text("Samakan tanggalnya.", "Make the dates equal."),
        )  # fmt: skip
    if min(shown or one.day, one.day) < one.matter.incoming.received:
        yield Finding(
            11, Text("Tanggal surat mendahului penerimaan.", "The date is before the receipt."), DATE_LINE,
            Text("Periksa tanggal surat dan tanggal diterima.", "Check the date and the date of receipt."),
        )  # fmt: skip


def signed_by(one: Checked) -> Iterator[Finding]:
    """12: the signatory is in office that day."""
    block = " ".join(one.sheet.signature).casefold()
    if not any(who.in_office(one.day) and who.name.casefold() in block for who in one.settings.signatories):
        yield Finding(
            12, Text("Penandatangan tidak menjabat pada tanggal surat.", "The signatory is not in office that day."),
            SIGNATURE,
            Text("Periksa nama dan [[penandatangan]] di office.toml.", "Check the name and [[penandatangan]]."),
        )  # fmt: skip


def copied_to(one: Checked) -> Iterator[Finding]:
    """13: copies to institutions only, without names, and only those of the matter."""
    known = {" ".join(line.split()).rstrip(";.").casefold() for line in one.matter.cc}
    people = (*one.matter.private_names, one.matter.reporter_name)
    for line in one.sheet.cc:
        bare = line.lstrip("0123456789. ").rstrip(";.")
        named = words.PERSON.search(bare) or words.names_in(bare, people)
        if named or not words.INSTITUTION.search(bare) or bare.casefold() not in known:
            yield Finding(
                13, Text("Tembusan bukan lembaga, memuat nama, atau tidak tercatat pada kasus.",
                         "A copy goes to no institution, bears a name, or is not in the case."), CC,
                Text("Tulis jabatan atau lembaga saja.", "Write the office or institution alone."),
            )  # fmt: skip
    if len(one.sheet.cc) < len(known):
        yield Finding(
            13, Text("Tembusan pada kasus tidak tercantum.", "A copy of the case is not listed."), CC,
            Text("Cantumkan semua tembusan.", "List all copies."),
        )  # fmt: skip


def counted(one: Checked) -> Iterator[Finding]:
    """14: attachments are counted."""
    if one.sheet.attachments and one.sheet.attachments != attachments(one.matter.attachments):
        right = attachments(one.matter.attachments)
        yield Finding(
            14, Text("Jumlah lampiran tidak sesuai.", "The attachments are not counted right."), ATTACHMENTS,
            Text(f"Tulis: {right}", f"Write: {right}"),
        )  # fmt: skip


def _lines(one: Checked) -> Iterator[tuple[int, str]]:
    """Yield the lines of the whole letter, without the office's own address, which may sound like a name."""
    own = " ".join(str(one.settings["kantor.alamat"]).split())
    for index, line in enumerate(one.sheet.whole.splitlines(), 1):
        yield index, line.replace(own, " ")


RULES: tuple[Callable[[Checked], Iterator[Finding]], ...] = (
    invitation, services, unfilled, addressed, cited, neutral, no_chronology, no_names, no_reporter, in_duplicate,
    dated, signed_by, copied_to, counted,
)  # fmt: skip
