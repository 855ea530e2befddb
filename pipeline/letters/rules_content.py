"""Letter rules 1 to 4, 7 to 9, 13 and 15: what is said, and to whom.

Names that may not stand come from :func:`pipeline.cases.privacy.names_barred`.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.kernel.text import N_, Text
from pipeline.letters import fees, moments, names, stories, traces, words
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
    findings,
    line_of,
)
from pipeline.letters.invitation import invites, takes_back
from pipeline.letters.likeness import sounds
from pipeline.letters.numbers import BLANK
from pipeline.letters.sentences import sentences


def invitation(checked: Checked) -> Iterator[Finding]:
    """1: the paragraph of step 13 is there."""
    against = tuple(_where(
        checked, 1, lambda text, _: takes_back(text) or (text.count(" ") > 3 and sounds(text, 1)),
        N_("The advice to come in person is negated or withdrawn."),
        N_("Remove that sentence. Write: “Kami tetap menyarankan Saudari untuk datang langsung ke unit layanan kami.”"),
    ))  # fmt: skip
    yield from against or findings(1, (
        not any(invites(prose) for _, _, prose, _ in checked.sentences),
        N_("The advice to come in person is missing."), CONTENT,
        N_("Put the paragraph of step 13 back; who is invited is the answer “Yang disarankan datang”."),
    ))  # fmt: skip


def services(checked: Checked) -> Iterator[Finding]:
    """2: services and "tanpa dipungut biaya"; no mediation after sexual violence."""
    prose, offers = (
        "\n".join(prose for _, _, prose, _ in checked.sentences),
        offered(checked.matter, checked.settings),
    )
    missing = [service for service in offers if not is_named(service, prose)]
    is_mediated = SEXUAL in checked.matter.cases and words.MEDIATES.search(
        words.NOT_MEDIATES.sub(" ", checked.sheet.whole)
    )
    yield from _where(checked, 2, lambda text, _: fees.charges(text) or sounds(text, 2), *_FREE)
    yield from findings(
        2,
        (not fees.is_free(prose), _FREE[0], SERVICES, _FREE[1]),
        (is_mediated,
         N_("The letter offers mediation or a settlement, which this case does not allow (UU 12/2022 "
            "art. 23)."), SERVICES,
         N_("Take the offer out of follow-up, referral and services.")),
        (missing or not offers, N_("Services not named: {services}.").of(services=", ".join(missing) or "-"), SERVICES,
         N_("Name all services, or change the answer “Layanan dalam surat”.")),
    )  # fmt: skip


def is_named(service: str, text: str) -> bool:
    """By the stems of its words, so that "psikolog" and "pendampingan hukum" name "psikologis" and "bantuan hukum"."""
    stems = _STEMS.findall(service.casefold()) or [service.casefold()]
    return all(re.search(_ALSO.get(stem, re.escape(stem)), text, re.IGNORECASE) for stem in stems)


_STEMS = re.compile(
    r"\b(?!(?:(?:pe)?layanan|bantuan|pendampingan|rujukan|dan)\b)(?:ke(?=\w{7}))?(\w{5,}?|\w{1,4})(?:an|is|ing|asi)?\b"
)
_ALSO = {"sehat": "sehat|medis|dokter|obat", "hukum": "hukum|pengacara|advokat"}
_FREE = (
    N_("“Free of charge” is not said, or there is a fee."),
    N_("Say “tanpa dipungut biaya” in the paragraph of services, and no fee."),
)


def unfilled(checked: Checked) -> Iterator[Finding]:
    """3: nothing is unfilled but a number (and date) to come."""
    sheet = checked.sheet
    message, remedy = N_("This part is empty."), N_("Fill in or remove that part.")
    later = {NUMBER, DATE_LINE} if checked.awaits_number else set[Text]()
    parts = (
        (NUMBER, sheet.number), (NATURE, sheet.nature), (ATTACHMENTS, sheet.attachments), (SUBJECT, sheet.subject),
        (DATE_LINE, sheet.date_line if re.search(r"\d", sheet.date_line) else ""), (ADDRESSEE, " ".join(sheet.addressee)),
        (SIGNATURE, " ".join(sheet.signature)), (OPENING, sheet.opening),
    )  # fmt: skip
    rest = sheet.whole if checked.is_numbered else sheet.whole.replace(sheet.number or BLANK, "", 1)
    if checked.awaits_number and sheet.date_line:
        rest = sheet.whole.replace(sheet.number or BLANK, "", 1).replace(sheet.date_line, "", 1)
    return findings(
        3,
        *((not value and place not in later, message, place, remedy) for place, value in parts),
        *(
            (words.UNFILLED.search(line), N_("A place is unfilled."), line_of(index), remedy)
            for index, line in enumerate(rest.splitlines(), 1)
        ),
        (checked.kind.is_answer and not checked.matter.follow_up.strip(), N_("The follow-up is unfilled."), CONTENT,
         N_("Answer “Tindak lanjut”.")),
    )  # fmt: skip


def no_chronology(checked: Checked) -> Iterator[Finding]:
    """7: no chronology, no kind of violence, nothing of when it happened."""
    matter, to_institution = checked.matter, checked.matter.addressee.is_institution
    known = frozenset(filter(None, (matter.incoming.day, matter.incoming.received, matter.clarified)))
    parts = [
        part
        for part in sentences(_flat(matter.follow_up.rstrip(".")))
        if stories.tells(part, to_institution=to_institution)
    ]
    for place, sentence, prose, _ in checked.sentences:
        if moments.tells_when(prose, matter.event, checked.day, known):
            yield Finding(7, N_("The letter says when it happened."), place, _OF_WHEN, sentence)
        elif stories.tells(prose, to_institution=to_institution) or (sounds(prose, 7) and not to_institution):
            is_answer = any(part in _flat(sentence) for part in parts)
            yield Finding(
                7, N_("The letter tells what happened, or names a kind of violence."), place,
                _OF_FOLLOW_UP if is_answer else _OF_TEXT, sentence,
            )  # fmt: skip


_OF_WHEN = N_("Remove day, hour and period. Write: “hal yang Saudari sampaikan dalam surat”.")
_OF_TEXT = N_(
    "Remove it; the register number and what is being prepared are enough. Write: “hal yang Saudari sampaikan”."
)
_OF_FOLLOW_UP = N_("Change the answer “Tindak lanjut”: what is prepared, not what happened.")  # fmt: skip


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def addressed(checked: Checked) -> Iterator[Finding]:
    """4: the confirmed person at the safe contact, or the sending institution."""
    addressee = checked.matter.addressee
    given = [" ".join(line.split()).casefold() for line in address_block(addressee)]
    return findings(
        4,
        (not addressee.is_confirmed, N_("The addressee is not confirmed."), ADDRESSEE,
         _clarify("Kontak aman sudah dipastikan?", "Alamat pengirim")),
        (addressee.is_institution and not checked.matter.incoming.is_institution,
         N_("The sender is no institution, the addressee is."), ADDRESSEE, _ADDRESSEE_FIELD),
        (not addressee.is_party,
         N_("The addressee is neither reporter, victim, guardian nor the sending institution."), ADDRESSEE,
         _ADDRESSEE_FIELD),
        (not addressee.is_institution and not addressee.is_safe,
         N_("The address is not the safe contact."), ADDRESSEE,
         _clarify("Cara kontak aman", "Alamat kontak aman")),
        ([line.casefold() for line in checked.sheet.addressee] != given,
         N_("Yth. differs from the addressee of the case."), ADDRESSEE,
         N_("Make it equal to addressee and safe contact; to change them: “Penerima surat jawaban” and "
            "“di (tempat)”.")),
    )  # fmt: skip


_ADDRESSEE_FIELD = N_("Change the answer “Penerima surat jawaban”.")


def _clarify(label: str, other: str) -> Text:
    return N_("Change the answer “{label}” or “{other}” by a clarification.").of(label=label, other=other)


def names_masked(checked: Checked) -> Iterator[Finding]:
    """8: no name, or part of one, of victim, child, witness, guardian or reported person but the addressee's own.

    Nor what points at her: the full name of another case's victim or child, initials beside school, class,
    village or parent, a telephone or address; of another case the house where somebody is reached.
    """
    matter, settings = checked.matter, checked.settings
    others = [name for name in matter.names_barred if not names.same_person(name, matter.addressee.name)]
    yield from _naming(
        checked, 8, others, (matter.reporter_name, matter.addressee.name),
        N_("A name or part of one must be masked."),
        N_("Use initials. If it comes from an answer of the letter, change that answer."),
    )  # fmt: skip
    own = (matter.addressee.name, *(who.name for who in checked.signatories))
    elsewhere = names.whole(matter.names_elsewhere, _places(checked))
    known = [
        settings["kantor.alamat"],
        settings["kantor.tempat"],
        matter.addressee.place,
        matter.addressee.name,
    ]
    known += [matter.addressee.address, matter.incoming.sender] if matter.addressee.is_institution else []
    for breaks, message, remedy in (
        (lambda text, _: (bare := names.without_whole(text, own)) != names.without_whole(bare, elsewhere),
         N_("Must this full name stand in the letter?"),
         N_("Write the post or the office in its place, such as “petugas kami”, or ask the chair.")),
        (lambda text, nearby: traces.initials_beside(text, nearby, matter.names_barred, filter(None, known)),
         N_("Initials beside a school, class, village or parent tell who is meant."),
         N_("Write the initials alone, or “yang bersangkutan”.")),
        (lambda text, _: traces.telephone_in(text, matter.telephones),
         N_("A telephone of the victim, the reporter or a safe contact stands in the letter."),
         N_("Remove it. Write: “melalui cara yang Saudari sebutkan”.")),
        (lambda text, _: traces.address_in(text, matter.homes, known),
         N_("An address of the victim, the reporter or a safe contact stands in the letter."),
         N_("Remove it. Write: “di tempat yang aman dan disepakati”.")),
        (lambda text, _: bool(traces.houses_in(text) & matter.houses_elsewhere - traces.houses_in(" ; ".join(known))),
         N_("Must this address stand in the letter?"),
         N_("Write the office or the place in its stead, such as “di kantor kami”, or ask the chair.")),
    ):  # fmt: skip
        yield from _where(checked, 8, breaks, message, remedy)


def no_reporter(checked: Checked) -> Iterator[Finding]:
    """9: the reporter's name goes to nobody else."""
    matter, reporter = checked.matter, checked.matter.reporter_name
    wanted = () if names.same_person(reporter, matter.addressee.name) else (reporter,)
    return _naming(
        checked, 9, wanted, (*matter.names_barred, matter.addressee.name),
        N_("The reporter is named to somebody else."),
        N_("Remove the name from the letter, or from the answer it comes from."),
    )  # fmt: skip


def no_pressure(checked: Checked) -> Iterator[Finding]:
    """15: no threat, pressure, promise of a punishment or an outcome."""
    return _where(
        checked, 15, lambda text, _: sounds(text, 15),
        N_("The letter threatens, presses, or promises a punishment or an outcome."),
        N_("Remove it. Write what the office does, such as: “Kami mendampingi Saudari pada setiap tahap; "
           "keputusan ada pada Saudari.”"),
    )  # fmt: skip


def _where(
    checked: Checked, rule: int, breaks: Callable[[str, str], bool], message: Text, remedy: Text
) -> Iterator[Finding]:
    return (
        Finding(rule, message, place, remedy, sentence)
        for place, sentence, prose, nearby in checked.sentences
        if breaks(prose, nearby)
    )


def copied_to(checked: Checked) -> Iterator[Finding]:
    """13: copies to institutions of the matter, without names."""
    remedy = N_("Write the office or institution alone, as in the answer “Tembusan”.")
    known = {" ".join(line.split()).rstrip(";.").casefold() for line in checked.matter.cc}
    people = names.Sought.of(
        (*checked.matter.names_barred, checked.matter.reporter_name), (), _places(checked)
    )
    listed = [line.lstrip("0123456789.) ").rstrip(";.") for line in checked.sheet.cc]
    is_wrong = (
        words.PERSON.search(line)
        or people.stands_in(line)
        or not words.INSTITUTION.search(line)
        or line.casefold() not in known
        for line in listed
    )
    message = N_("A copy goes to no institution, bears a name, or is not in the case.")
    return findings(
        13,
        *((wrong, message, CC, remedy) for wrong in is_wrong),
        (len(listed) < len(known), N_("A copy of the case is not listed."), CC, remedy),
    )


def _naming(
    checked: Checked, rule: int, wanted: Sequence[str], others: Sequence[str], message: Text, remedy: Text
) -> Iterator[Finding]:
    addressee = checked.matter.addressee
    kept = [other for other in others if not any(names.same_person(other, name) for name in wanted)]
    free = () if addressee.is_institution else names.words_of(addressee.name)
    sought = names.Sought.of(wanted, free, _places(checked), is_like=True)
    for index, line in _lines(checked):
        if sought.stands_in(names.without_whole(line, kept)):
            matches = (text for text in sentences(line) if sought.stands_in(names.without_whole(text, kept)))
            yield Finding(rule, message, line_of(index), remedy, next(matches, line))


def _lines(checked: Checked) -> Iterator[tuple[int, str]]:
    care_of = {f"d.a. {checked.matter.addressee.care_of}".casefold()}
    before = ""
    for index, line in checked.lines():
        if line.casefold() not in care_of:
            yield index, before + line
        before = line.rsplit(" ", 1)[-1] if line.endswith(("-", "\u2010")) else ""


def _places(checked: Checked) -> frozenset[tuple[str, str]]:
    settings, matter = checked.settings, checked.matter
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
