"""Step 10: decisions for the answer or a letter beside the case."""

import re
from dataclasses import replace

from pipeline.cases import consent, lists
from pipeline.cases.fields import conditions as on
from pipeline.cases.fields.field import Field, Kind, Mask, Section, always
from pipeline.cases.fields.identification import WHY_LATER, is_written
from pipeline.cases.values import Value, Values, flag, known_name, text
from pipeline.kernel.letter_kinds import LetterKind
from pipeline.kernel.text import N_

_A = Section.ANSWER
_NOT_KNOWN = "Bapak/Ibu"
NOWHERE = "tempat"
"""Where no place is known; stands on no envelope."""
_HEADS = (
    (r"(?=(?:kepala|ketua|direktur|direktris|pimpinan|lurah|camat|kapol\w+)\b)", ""),
    (r"(?-i:Pol)(?=(?:res|sek|da)\b)", "Kapol"),
    (r"kelurahan ", "Lurah "),
    (r"kecamatan ", "Camat "),
    (r"(?:pemerintah|kantor) desa ", "Kepala Desa "),
    (r"(?=(?:rs|rsu|rsud|rsia|rumah sakit)\b)", "Direktur "),
    (r"(?=(?:pondok )?pesantren\b)", "Pimpinan "),
    (r"(?=(?:yayasan|lembaga(?! pemasyarakatan| pembinaan)|lbh|forum|rt|rw|pengadilan)\b)", "Ketua "),
    (r"", "Kepala "),
)
"""Who heads an institution, by how its name begins; a sender written as its head stays."""


def _head_of(sender: str) -> str:
    rows = (row for row in _HEADS if sender and re.match(row[0], sender, re.IGNORECASE))
    return next((re.sub(*row, sender, count=1, flags=re.IGNORECASE) for row in rows), "")


def _addressee(values: Values) -> Value | None:
    if on.from_institution(values):
        return _head_of(text(values, "sender")) or None
    return known_name(values, "reporter_name") or None


def _comes(values: Values) -> Value | None:
    """No word tells a person's door what it is about."""
    if flag(values, "reporter_is_victim"):
        return text(values, "salutation") or None
    is_institution = on.from_institution(values)
    who = "korban" if is_institution else "yang bersangkutan"
    if on.victim_is_child(values):
        reporter = known_name(values, "reporter_name")
        is_parent = text(values, "reporter_relation") == "orang tua"
        parents = {known_name(values, "guardian_name"), reporter if is_parent else ""} - {""}
        if not is_institution and (text(values, "addressee") or reporter) in parents:
            return f"anak {who} bersama {_form(values)}"
        who = (
            f"anak {who} didampingi orang dewasa yang dipercaya"
            if text(values, "reported_relation") == "orang tua"
            else f"anak {who} bersama orang tua/wali"
        )
    return (
        f"{who}, atau {_form(values)} selaku pelapor"
        if is_institution
        else f"{who}, atau {_form(values)} sendiri"
    )


def _form(values: Values) -> str:
    chosen = text(values, "salutation")
    name = text(values, "addressee") or known_name(values, "reporter_name")
    borne = "" if on.from_institution(values) else lists.borne_form(name)
    return (borne if chosen in ("", _NOT_KNOWN) else chosen) or _NOT_KNOWN


FIELDS: tuple[Field, ...] = (
    Field("replies_to", N_("Answers the letter of agenda number"), Kind.TEXT, _A, 10,
          N_("The agenda number of the incoming letter that is answered."),
          "A-2026-0009", when=on.has("replies_to"), most=20, mask=Mask.OPEN),
    Field("salutation", N_("Form of address"), Kind.CHOICE, _A, 10,
          N_("How the addressee is addressed; “Bapak/Ibu” if unknown."),
          "Saudari", lists.SALUTATIONS, required=always,
          default=lambda values: "Saudara" if on.from_institution(values) else None),
    Field("addressee", N_("Addressee", "answer"), Kind.TEXT, _A, 10,
          N_("The reporter or victim at the safe contact, or the head of the sending institution."),
          "Kepala SMP Negeri 3 Hulu Asri", required=always, default=_addressee, mask=Mask.SENDER),
    Field("addressee_attention", N_("Attention of"), Kind.TEXT, _A, 10,
          N_("The office within the institution; may be empty."),
          "Kasat Reskrim", when=on.from_institution, mask=Mask.SENDER),
    Field("addressee_place", N_("Place", "answer"), Kind.TEXT, _A, 10,
          N_("The place after “di”."), "Muara Lanting", required=always, most=80,
          default=lambda values: text(values, "sender_place" if on.from_institution(values) else "safe_contact_place") or NOWHERE,
          mask=Mask.SENDER),
    Field("follow_up", N_("Follow-up"), Kind.LONG, _A, 10,
          N_("What the office prepares; no chronology, no names, no word of violence."),
          "pertemuan konsultasi dan penjelasan mengenai pilihan bantuan hukum", required=always, most=1000),
    Field("services", N_("Services in the letter"), Kind.LINES, _A, 10,
          N_("Separated by semicolons; empty means the office's own list."),
          "pendampingan hukum; konsultasi psikologis",
          page_help=N_("One service a line; left empty, the letter bears the office's own list."), mask=Mask.OPEN),
    Field("referral", N_("Referral"), Kind.TEXT, _A, 10,
          N_("Where the victim may be referred; may be empty."),
          "psikolog dan Dinas Sosial", mask=Mask.OPEN),
    Field("comes", N_("Who is invited to come"), Kind.TEXT, _A, 10,
          N_("Step 13: who is still advised to come in person."),
          "Saudari", required=always, default=_comes),
    Field("cc", N_("Copies to"), Kind.LINES, _A, 10,
          N_("Institutions only, without names; separated by semicolons."),
          "Kepala Dinas Pendidikan Kabupaten Batang Asri",
          page_help=N_("Institutions only, without names; one a line."), mask=Mask.SENDER),
    Field(consent.LAW, N_("Law instead of consent (emergency)"),
          Kind.CHOICE, _A, 10,
          N_("Only if the victim has not agreed to a referral or copy and a law demands it."),
          "UU 12/2022", consent.LAWS, when=lambda values: bool(consent.forbidden(values))),
    Field(consent.REASON, N_("Reason of the emergency"), Kind.TEXT, _A, 10,
          N_("Why consent cannot be waited for; no names."),
          "keselamatan anak terancam", required=on.has(consent.LAW), when=on.has(consent.LAW)),
    Field("letter_attachments", N_("Attachments of the answer"), Kind.NUMBER, _A, 10,
          N_("0 if there are none."), "0", default=lambda _: 0),
    Field(WHY_LATER, N_("Why the draft goes before the identification report"), Kind.TEXT, _A, 10,
          N_("In a crisis only; the report is written afterwards."),
          "keselamatan korban tidak dapat menunggu", required=always,
          when=lambda values: not is_written(values), most=300),
)  # fmt: skip
_LABELS = {
    "addressee": N_("Addressee", "answer+"),
    "letter_attachments": N_("Attachments"),
}
_SHARED = (
    "salutation", "addressee", "addressee_attention", "addressee_place", "cc", consent.LAW, consent.REASON,
    "letter_attachments",
)  # fmt: skip

REQUEST: tuple[Field, ...] = (
    *(
        replace(field, label=_LABELS.get(field.name, field.label), section=Section.CLARIFY, step=9)
        for field in FIELDS
        if field.name in _SHARED
    ),
    Field(
        "questions", N_("Further questions"), Kind.LINES, Section.CLARIFY, 9,
        N_("Beside what is open; separated by semicolons. No names, no word of violence."),
        "waktu yang cocok untuk bertemu",
        page_help=N_("Beside what is open; one question a line. No names, no word of violence."),
    ),
    Field(
        "answer_by", N_("Answer hoped for by"), Kind.DAY, Section.CLARIFY, 9,
        N_("May be empty."), "01-12-2026",
    ),
)  # fmt: skip
_OF_ASKING = frozenset({"questions", "answer_by"})


def fields_of(kind: LetterKind) -> tuple[Field, ...]:
    """Questions for a letter of ``kind``."""
    return REQUEST if kind.asks else tuple(field for field in REQUEST if field.name not in _OF_ASKING)
