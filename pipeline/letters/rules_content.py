"""Letter rules 1 to 4, 7 to 9 and 13: what is said and not told, to whom.

The names that may not stand in a letter come from :func:`pipeline.cases.privacy.names_barred`.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.kernel.text import N_, Text
from pipeline.letters import names, stories, words
from pipeline.letters.clauses import SEXUAL
from pipeline.letters.context import address_block, offered
from pipeline.letters.finding import (
    ADDRESSEE,
    ATTACHMENTS,
    CC,
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
            1, N_("The advice to come in person is missing."), CONTENT,
            N_("Put the paragraph of step 13 back; who is invited is the answer “Yang disarankan datang”."),
        )  # fmt: skip


def services(one: Checked) -> Iterator[Finding]:
    """2: services and "tanpa dipungut biaya"; no mediation after sexual violence."""
    content = one.sheet.content.casefold()
    if not words.FREE.search(content) or words.CHARGED.search(content):
        yield Finding(
            2, N_("“Free of charge” is not said, or there is a fee."),
            SERVICES, N_("Say “tanpa dipungut biaya” in the paragraph of services, and no fee."),
        )  # fmt: skip
    if SEXUAL in one.matter.cases and words.MEDIATES.search(words.NOT_MEDIATES.sub(" ", one.sheet.whole)):
        yield Finding(
            2, N_("The letter offers mediation or a settlement, which this case does not allow (UU 12/2022 "
                  "art. 23)."),
            SERVICES, N_("Take the offer out of follow-up, referral and services."),
        )  # fmt: skip
    missing = [service for service in offered(one.matter, one.settings) if _flat(service) not in content]
    if missing or not offered(one.matter, one.settings):
        listed = ", ".join(missing) or "-"
        yield Finding(
            2, Text(f"Layanan belum disebut: {listed}.", f"Services not named: {listed}."), SERVICES,
            N_("Name all services, or change the answer “Layanan dalam surat”."),
        )  # fmt: skip


def unfilled(one: Checked) -> Iterator[Finding]:
    """3: nothing is unfilled but a number (and date) to come."""
    sheet = one.sheet
    remedy = N_("Fill in or remove that part.")
    later = {NUMBER, DATE_LINE} if one.awaits_number else set[Text]()
    for place, value in (
        (NUMBER, sheet.number), (NATURE, sheet.nature), (ATTACHMENTS, sheet.attachments), (SUBJECT, sheet.subject),
        (DATE_LINE, sheet.date_line if re.search(r"\d", sheet.date_line) else ""), (ADDRESSEE, " ".join(sheet.addressee)),
        (SIGNATURE, " ".join(sheet.signature)), (OPENING, sheet.opening),
    ):  # fmt: skip
        if not value and place not in later:
            yield Finding(3, N_("This part is empty."), place, remedy)
    rest = sheet.whole if one.is_numbered else sheet.whole.replace(sheet.number or BLANK, "", 1)
    if one.awaits_number and sheet.date_line:
        rest = sheet.whole.replace(sheet.number or BLANK, "", 1).replace(sheet.date_line, "", 1)
    for index, line in enumerate(rest.splitlines(), 1):
        if words.UNFILLED.search(line):
            said = N_("A place is unfilled.")
            yield Finding(3, said, line_of(index), remedy)
    if one.kind.is_answer and not one.matter.follow_up.strip():
        yield Finding(
            3, N_("The follow-up is unfilled."), CONTENT,
            N_("Answer “Tindak lanjut”."),
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
                7, N_("The letter tells what happened, or names a kind of violence."),
                paragraph_of(index), _OF_FOLLOW_UP if told else _OF_TEXT,
            )  # fmt: skip


_OF_TEXT = N_("Remove it; the register number and what is being prepared are enough.")  # fmt: skip
_OF_FOLLOW_UP = N_("Change the answer “Tindak lanjut”: what is prepared, not what happened.")  # fmt: skip


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def addressed(one: Checked) -> Iterator[Finding]:
    """4: the confirmed person at the safe contact, or the sending institution."""
    addressee = one.matter.addressee
    if not addressee.is_confirmed:
        yield Finding(
            4, N_("The addressee is not confirmed."), ADDRESSEE,
            _clarify("Kontak aman sudah dipastikan?", "Alamat pengirim"),
        )  # fmt: skip
    if addressee.is_institution and not one.matter.incoming.is_institution:
        yield Finding(
            4, N_("The sender is no institution, the addressee is."),
            ADDRESSEE, _ADDRESSEE_FIELD,
        )  # fmt: skip
    if not addressee.is_party:
        yield Finding(
            4, N_("The addressee is neither reporter, victim, guardian nor the sending institution."),
            ADDRESSEE, _ADDRESSEE_FIELD,
        )  # fmt: skip
    if not addressee.is_institution and not addressee.is_safe:
        yield Finding(
            4, N_("The address is not the safe contact."), ADDRESSEE,
            _clarify("Cara kontak aman", "Alamat kontak aman"),
        )  # fmt: skip
    given = [" ".join(line.split()).casefold() for line in address_block(addressee)]
    if [line.casefold() for line in one.sheet.addressee] != given:
        yield Finding(
            4, N_("Yth. differs from the addressee of the case."), ADDRESSEE,
            N_("Make it equal to addressee and safe contact; to change them: “Penerima surat jawaban” and "
               "“di (tempat)”."),
        )  # fmt: skip


_ADDRESSEE_FIELD = N_("Change the answer “Penerima surat jawaban”.")


def _clarify(label: str, other: str) -> Text:
    return Text(
        f"Ubah isian “{label}” atau “{other}” lewat klarifikasi.",
        f"Change the answer “{label}” or “{other}” by a clarification.",
    )


def names_masked(one: Checked) -> Iterator[Finding]:
    """8: no name, or part of one, of victim, child, witness, guardian or reported person but the addressee's own."""
    matter = one.matter
    others = [name for name in matter.names_barred if not names.same_person(name, matter.addressee.name)]
    for index in _naming(one, others, (matter.reporter_name, matter.addressee.name)):
        yield Finding(
                8, N_("A name or part of one must be masked."),
                line_of(index), N_("Use initials. If it comes from an answer of the letter, change that "
                                   "answer."),
            )  # fmt: skip


def no_reporter(one: Checked) -> Iterator[Finding]:
    """9: the reporter's name goes to nobody else."""
    matter, reporter = one.matter, one.matter.reporter_name
    if names.same_person(reporter, matter.addressee.name):
        return
    for index in _naming(one, (reporter,), (*matter.names_barred, matter.addressee.name)):
        yield Finding(
                9, N_("The reporter is named to somebody else."),
                line_of(index), N_("Remove the name from the letter, or from the answer it comes from."),
            )  # fmt: skip


def copied_to(one: Checked) -> Iterator[Finding]:
    """13: copies to institutions of the matter, without names."""
    remedy = N_("Write the office or institution alone, as in the answer “Tembusan”.")
    known = {" ".join(line.split()).rstrip(";.").casefold() for line in one.matter.cc}
    people = names.Sought.of((*one.matter.names_barred, one.matter.reporter_name), (), _places(one))
    for line in one.sheet.cc:
        bare = line.lstrip("0123456789.) ").rstrip(";.")
        named = words.PERSON.search(bare) or people.stands_in(bare)
        if named or not words.INSTITUTION.search(bare) or bare.casefold() not in known:
            yield Finding(
                13, N_("A copy goes to no institution, bears a name, or is not in the case."), CC, remedy,
            )  # fmt: skip
    if len(one.sheet.cc) < len(known):
        yield Finding(13, N_("A copy of the case is not listed."), CC, remedy)


def _naming(one: Checked, wanted: Sequence[str], others: Sequence[str]) -> Iterator[int]:
    addressee = one.matter.addressee
    kept = [name for name in others if not any(names.same_person(name, each) for each in wanted)]
    free = () if addressee.is_institution else names.words_of(addressee.name)
    sought = names.Sought.of(wanted, free, _places(one))
    for index, line in _lines(one):
        if sought.stands_in(names.without_whole(line, kept)):
            yield index


def _lines(one: Checked) -> Iterator[tuple[int, str]]:
    care_of = {f"d.a. {one.matter.addressee.care_of}".casefold()}
    before = ""
    for index, line in one.lines():
        if line.casefold() not in care_of:
            yield index, before + line
        before = line.rsplit(" ", 1)[-1] if line.endswith(("-", "\u2010")) else ""


def _places(one: Checked) -> frozenset[tuple[str, str]]:
    settings, matter = one.settings, one.matter
    known = [
        settings[key] for key in ("kantor.nama", "kantor.pemerintah", "kantor.dinas", "kantor.nama_panjang")
    ]
    known += [settings["kantor.alamat"], settings["kantor.tempat"], *settings["wilayah.kecamatan"]]
    known += [text for who in settings.signatories for text in (who.name, who.title, who.represents)]
    known.append(matter.addressee.place)
    if matter.incoming.is_institution:
        known += [matter.incoming.sender, matter.addressee.address]
    if matter.addressee.is_institution:
        known.append(matter.addressee.name)
    return names.known_pairs(known)
