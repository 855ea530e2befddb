"""A matter becomes a template's fields, kept as JSON to render identical bytes again."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from pipeline.kernel.clock import long_date
from pipeline.kernel.errors import Refusal
from pipeline.kernel.letter_kinds import ANSWER, LetterKind
from pipeline.letters import clauses
from pipeline.letters.clauses import CORRECTED, NOTHING, USUAL, Asking, Choice, Part
from pipeline.letters.matter import PHONE, SALUTATIONS, UNKNOWN_SALUTATION, Addressee, Matter
from pipeline.letters.numbers import attachments, blank_number, staff_number
from pipeline.letters.template import sanitise
from pipeline.settings import Settings
from pipeline.settings.options import OPTIONS
from pipeline.settings.signatories import ON_BEHALF, Signatory

_FORMS = (*SALUTATIONS, "Bpk", "Pak", "Bu", "Sdr", "Sdri")
_SPLIT_BEFORE = (" Kabupaten ", " Kota ", " Provinsi ")


def build(
    matter: Matter,
    settings: Settings,
    day: date,
    signatory: Signatory | None = None,
    choice: Choice = USUAL,
    kind: LetterKind = ANSWER,
    asking: Asking = NOTHING,
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The fields, and the labels of the clauses."""
    parts = [part for part in parts_of(matter, settings, day, choice, kind, asking) if part.stays]
    wording = clauses.wording_of([(part.clause, part.words) for part in parts])
    context = clause_fields(matter, settings, day, asking.by)
    context |= letter_fields(matter, settings, day, kind, signatory)
    of_call = kind.subject_of_call if matter.incoming.channel == PHONE else ""
    context |= {
        "hal": matter.subject or of_call or kind.subject.format(sapaan=matter.addressee.address_form),
        "pembuka": wording.opening,
        "isi": [*wording.content, *matter.extra],
    }
    if kind.asks:
        context["pertanyaan"] = _listed((*wording.questions, *asking.more))
    corrected = {part.name: part.says for part in parts if part.is_corrected}
    plain = sanitise(context | ({CORRECTED: corrected} if corrected else {}))
    assert isinstance(plain, dict)
    return plain, wording.labels


def _listed(questions: Collection[str]) -> list[str]:
    ends = [";"] * (len(questions) - 2) + ["; dan"] * (len(questions) > 1) + ["."] * bool(questions)
    return [f"{question.rstrip('.;?')}{end}" for question, end in zip(questions, ends, strict=True)]


def parts_of(
    matter: Matter,
    settings: Settings,
    day: date,
    choice: Choice = USUAL,
    kind: LetterKind = ANSWER,
    asking: Asking = NOTHING,
) -> tuple[Part, ...]:
    """Clauses in order, also those left out."""
    fields = clause_fields(matter, settings, day, asking.by)
    library = clauses.library(settings.templates / "klausul")
    chosen = clauses.choose(library, fields["kanal"], kind_of(matter.addressee), kind.word, matter.cases)
    return choice.parts(clauses.filled((*chosen, *clauses.questions(library, asking.fields)), fields))


def kind_of(addressee: Addressee) -> str:
    """The addressee in the words of the clause library."""
    return "instansi" if addressee.is_institution else "perorangan"


def letter_fields(
    matter: Matter, settings: Settings, day: date, kind: LetterKind, signatory: Signatory | None = None
) -> dict[str, Any]:
    """Fields that every letter of ``kind`` has."""
    signatory = signatory or settings.signatory_on(day)
    if signatory is None:
        raise Refusal("letters.no_signatory", day=long_date(day))
    return {
        "kop": letterhead(settings, signatory),
        "tempat": settings["kantor.tempat"],
        "tanggal_surat": long_date(day),
        "nomor_surat": blank_number(
            settings["nomor.pola_surat"], settings.classification(kind.word), settings["nomor.unit"], day
        ),
        "sifat": settings["surat.sifat"],
        "lampiran": attachments(matter.attachments),
        "yth": list(address_block(matter.addressee)),
        "ketua": signature(signatory),
        "tembusan": list(matter.cc),
        "nomor_kasus": matter.case,
    }


def address_block(addressee: Addressee) -> tuple[str, ...]:
    """From "Yth." to "di …"; a street for institutions only."""
    lines = [f"Yth. {titled(addressee)}"]
    if addressee.care_of:
        through = "" if addressee.care_of.startswith("u.p.") else "d.a. "
        lines.append(through + addressee.care_of)
    if addressee.is_institution and addressee.address:
        lines.append(addressee.address.removesuffix(f", {addressee.place}"))
    if addressee.place:
        lines.append(f"di {addressee.place}")
    return tuple(lines)


def titled(addressee: Addressee) -> str:
    """With its form of address, once."""
    name, form = addressee.name, addressee.address_form
    first, _, rest = name.partition(" ")
    if addressee.is_institution or first == form:
        return name
    if first.rstrip(".") not in _FORMS or not rest:
        return f"{form} {name}"
    return name if addressee.salutation in ("", UNKNOWN_SALUTATION) else f"{form} {rest}"


def title_lines(title: str) -> list[str]:
    """A long title breaks before the region."""
    lines = [line.strip() for line in title.splitlines() if line.strip()]
    if len(lines) == 1:
        for word in _SPLIT_BEFORE:
            if word in lines[0]:
                head, tail = lines[0].split(word, 1)
                return [head, f"{word.strip()} {tail}"]
    return lines


def title_block(signatory: Signatory) -> list[str]:
    """Lines: "Ketua …", "Plt. Ketua …", or "a.n. Ketua …" and the own title."""
    if not signatory.is_deputy:
        return title_lines(signatory.title)
    represented = title_lines(f"{signatory.capacity} {signatory.represents.strip()}")
    return [*represented, *title_lines(signatory.title)] if signatory.capacity == ON_BEHALF else represented


def joined(items: Sequence[str]) -> str:
    """As "a, b, dan c"."""
    return " dan ".join(items) if len(items) < 3 else f"{', '.join(items[:-1])}, dan {items[-1]}"


def offered(matter: Matter, settings: Settings) -> tuple[str, ...]:
    """The services the letter must name."""
    return matter.services or tuple(settings["surat.layanan"])


def clause_fields(
    matter: Matter, settings: Settings, day: date | None = None, answer_by: date | None = None
) -> dict[str, Any]:
    """What a clause may name; a day for the police until it is past."""
    incoming, report_by = matter.incoming, matter.report_by
    is_due = report_by is not None and (day is None or day <= report_by)
    return {
        "kanal": clauses.CHANNEL_WORDS[incoming.channel],
        "sapaan": matter.addressee.address_form,
        "surat": {
            "nomor": incoming.number or "",
            "tanggal": long_date(incoming.day) if incoming.day else "",
            "diterima": long_date(incoming.received),
        },
        "nomor_register": matter.register_number,
        "tindak_lanjut": matter.follow_up.strip().rstrip("."),
        "klarifikasi": long_date(matter.clarified) if matter.clarified else "",
        "layanan": joined(offered(matter, settings)),
        "rujukan": matter.referral.strip().rstrip("."),
        "pihak_datang": matter.comes or matter.addressee.address_form,
        "unit": settings["kantor.singkatan"],
        "alamat": settings["kantor.alamat"],
        "telepon": settings["kantor.telepon"],
        "jam_layanan": settings["kantor.jam_layanan"],
        "darurat": settings["surat.darurat"],
        "yang_bersangkutan": matter.addressee.address_form if matter.concerns_reader else "yang bersangkutan",
        "batas_lapor": long_date(report_by) if report_by and is_due else "",
        "batas_jawab": long_date(answer_by) if answer_by else "",
    }


def letterhead(settings: Settings, signatory: Signatory | None = None) -> dict[str, str]:
    """The signatory's own, else the office's."""
    if signatory is not None and signatory.letterhead:
        return dict(zip(("pemerintah", "dinas", "unit", "alamat"), signatory.letterhead, strict=True))
    ways = [
        f"{option.letterhead} {settings[option.key]}"
        for option in OPTIONS
        if option.letterhead and settings[option.key]
    ]
    contact = [settings["kantor.alamat"], *ways]
    return {
        "pemerintah": settings["kantor.pemerintah"].upper(),
        "dinas": settings["kantor.dinas"].upper(),
        "unit": settings["kantor.nama_panjang"].upper(),
        "alamat": "  ".join(contact),
    }


def signature(signatory: Signatory) -> dict[str, Any]:
    """What stands below a letter."""
    *first, last = title_block(signatory)
    return {
        "jabatan": [*first, f"{last},"],
        "nama": signatory.name,
        "pangkat": signatory.rank if signatory.nip else "",
        "nip": staff_number(signatory.nip) if signatory.nip else "",
    }
