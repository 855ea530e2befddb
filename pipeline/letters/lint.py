"""``templates check``: what is wrong with a template or clause.

Only inside the sandbox (:mod:`.lint_inside`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

from pipeline.cases.problems import MEANT
from pipeline.kernel.errors import Refusal
from pipeline.kernel.letter_kinds import of_template
from pipeline.kernel.text import N_, Next, Text, as_it_is
from pipeline.letters import clauses, compose, context, copies, forms, package, places, template
from pipeline.letters.clauses import NOTHING, Asking
from pipeline.letters.hidden_text import hidden
from pipeline.letters.matter import LETTER, Addressee, Incoming, Matter
from pipeline.letters.text import EDGE, frozen_text, paragraphs
from pipeline.settings import Settings
from pipeline.settings.signatories import Signatory

CLAUSES = "klausul/"
NEEDED = [
    "nomor_surat", "tanggal_surat", "sifat", "lampiran", "hal", "yth", "pembuka", "isi", "ketua.nama",
    "tembusan",
]  # fmt: skip
_MISSING = "missing-field"
_UNKNOWN, _CONSTRUCT = "unknown-field", "construct"
_OF_TAGS = (_UNKNOWN, _CONSTRUCT)
_SHOWN = 120
_PARTS = {
    "document": ("isi", "body"), "header": ("kepala halaman", "header"), "footer": ("kaki halaman", "footer"),
    "footnotes": ("catatan kaki", "footnotes"), "endnotes": ("catatan akhir", "endnotes"),
}  # fmt: skip
_CHANGING = frozenset(
    ["DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME", "FILENAME", "USERNAME", "USERINITIALS",
     "USERADDRESS", "LASTSAVEDBY", "AUTHOR", "MERGEFIELD"]
)  # fmt: skip
"""Their words change after approval, or are never filled."""
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


@dataclass(frozen=True)
class Flaw:
    """What is wrong, where, and what to do in Word; ``paragraph`` 0: the whole part."""

    code: str
    said: Text
    part: str = ""
    paragraph: int = 0
    shown: str = ""

    def text(self, lang: str = "id") -> str:
        """As in ``isi, paragraf ke-3 (“Yth. …”): isian … tidak dikenal.``"""
        index = 1 if lang == "en" else 0
        name = self.part.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
        count = f"{('paragraf ke-', 'paragraph ')[index]}{self.paragraph}" if self.paragraph else ""
        where = ", ".join(filter(None, (_PARTS[name][index] if name in _PARTS else self.part, count)))
        shown = f" (“{self.shown}”)" if self.shown else ""
        return f"{where}{shown}: ".removeprefix(": ") + self.said.fill(lang)


@dataclass(frozen=True)
class Report:
    """``kind`` is empty if unknown, ``sample`` a DOCX."""

    template: str
    kind: str
    flaws: tuple[Flaw, ...]
    sample: bytes = b""

    @property
    def next(self) -> tuple[Next, ...]:
        """The list of fields, where a tag is wrong."""
        is_of_tags = any(flaw.code in _OF_TAGS for flaw in self.flaws)
        return (Next("template-fields", self.kind),) if self.kind and is_of_tags else ()


def examine(name: str, data: bytes, settings: Settings) -> Report:
    """Look at a template; unforeseen errors are flaws, too."""
    kind = forms.kind_of(name)
    if not kind:
        known = ", ".join(sorted(forms.EVERY))
        flaw = Flaw("unknown-kind", N_("Rangkap uses no template called “{named}”. Begin its name with one of: {known}.").of(named=name[:60], known=known))  # fmt: skip
        return Report(name, "", (flaw,))
    try:
        flaws, sample = _looked_at(kind, data, settings)
    except MemoryError:
        raise
    except Refusal as error:
        flaws, sample = [refused(error)], b""
    except Exception as error:  # noqa: BLE001 - whatever a foreign file does to a library, it is refused
        flaws, sample = [unforeseen(type(error).__name__)], b""
    return Report(name, kind, tuple(dict.fromkeys(flaws)), sample)


def refused(error: Refusal) -> Flaw:
    """For what the renderer refuses."""
    return Flaw("refused", as_it_is(error.text("id"), error.text("en")))


def unforeseen(kind: str) -> Flaw:
    """For a template that breaks its reader."""
    return Flaw("refused", N_("this template cannot be checked ({kind}). Begin again from the shipped template.").of(kind=kind))  # fmt: skip


def clause_reports(folder: Path) -> Iterator[Report]:
    """What the library says of each clause file."""
    names: dict[str, str] = {}
    for path in sorted(folder.glob("*.txt")):
        flaws: list[Flaw] = []
        try:
            clause = clauses.read(path)
            clauses.need_usable(
                clause,
                path,
                next((original for original in clauses.shipped() if original.name == clause.name), None),
            )
            other = names.setdefault(clause.name, path.name)
            if other != path.name:
                flaws.append(Flaw("clause-twice", N_("the name “{name}” is that of {other}, too. Give another name, or remove one.").of(name=clause.name, other=other)))  # fmt: skip
        except Refusal as error:
            flaws.append(refused(error))
        yield Report(CLAUSES + path.name, "", tuple(flaws))


def _looked_at(kind: str, data: bytes, settings: Settings) -> tuple[list[Flaw], bytes]:
    parts = package.inspect(data)
    flaws = [*_unseen(parts), *_changing(parts), *_tag_flaws(parts, kind)]
    if kind in forms.LETTERS:
        flaws += _absent(parts)
    if any(flaw.code != _MISSING for flaw in flaws):
        return flaws, b""
    sample, fields = filled(kind, data, settings)
    if kind in forms.LETTERS:
        flaws += (
            Flaw(code, N_("{said} Put that part back as in the shipped template.").of(said=loss), package.BODY)
            for code, loss in _lost(sample, fields)
        )  # fmt: skip
    return flaws, sample


def _at(part: str, number: int, text: str) -> tuple[str, int, str]:
    flat = " ".join(text.split())
    return part, number, flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"


def _unseen(parts: Mapping[str, bytes]) -> Iterator[Flaw]:
    for part, paragraph, reason in hidden(parts):
        yield Flaw("hidden", N_("there is {reason}. Show all marks in Word (Ctrl+Shift+8), then remove that text or give it back its look.").of(reason=reason),
                   *_at(part, paragraph.number, paragraph.text))  # fmt: skip


def _changing(parts: Mapping[str, bytes]) -> Iterator[Flaw]:
    for name in package.text_parts(parts):
        for code in package.field_codes(package.parse(parts[name], name)):
            word = (code.split(maxsplit=1) or [""])[0].upper()
            if word in _CHANGING:
                yield Flaw("word-field", N_("the field {word} changes by itself or is not filled in. Remove the field in Word; use a field of Rangkap, such as {{{{ tanggal_surat }}}}.").of(word=word), name)  # fmt: skip


def _tag_flaws(parts: Mapping[str, bytes], kind: str) -> Iterator[Flaw]:
    remedy = N_("Use only fields that this template knows.")
    for fault in template.faults(parts, dict(forms.EVERY[kind].example)):
        text = unescape(fault.paragraph).strip()
        near = (
            _at(fault.part, paragraph.number, paragraph.text)
            for paragraph in paragraphs(package.parse(parts[fault.part], fault.part))
            if paragraph.text.strip() == text or (fault.field and fault.field in paragraph.text)
        )
        at = next(near, _at(fault.part, 0, text))
        if fault.field:
            meant = MEANT.of(near=fault.near) if fault.near else ""
            message = N_("the field “{field}” is unknown.{near} {remedy}")
            yield Flaw(_UNKNOWN, message.of(field=fault.field, near=meant, remedy=remedy), *at)
        else:
            yield Flaw(
                _CONSTRUCT,
                N_("this is not allowed: {reason}. {remedy}").of(reason=fault.reason, remedy=remedy),
                *at,
            )


def _absent(parts: Mapping[str, bytes]) -> Iterator[Flaw]:
    written = " ".join(template.jinja_source(parts[name]) for name in package.text_parts(parts))
    inside = re.sub(r"\"[^\"]*\"|'[^']*'", " ", " ".join(re.findall(r"\{[{%](.*?)[%}]\}", written)))
    for field in NEEDED:
        if not re.search(rf"(?<![\w.]){re.escape(field)}(?!\w)", inside):
            yield Flaw(_MISSING, N_("the field {{{{ {field} }}}} is nowhere in the template. Put the field back into its place as in the shipped template.").of(field=field), package.BODY)  # fmt: skip


def filled(kind: str, data: bytes, settings: Settings) -> tuple[bytes, Mapping[str, Any]]:
    """A template filled with invented matter, and the fields."""
    if kind in forms.FORMS:
        example = forms.EVERY[kind].example
        return forms.render(settings, kind, example, source=data), example
    matter = _matter(_INSTITUTION if kind.endswith("instansi") else _PERSON)
    letter = of_template(kind)
    asked = [clause.field for clause in clauses.shipped() if clause.part == clauses.QUESTION]
    asking = Asking(asked, by=_DAY) if letter.asks else NOTHING
    fields, _ = context.build(matter, settings, _DAY, _CHAIR, kind=letter, asking=asking)
    return compose.render(data, kind, fields, settings, "2026-0001-1"), fields


def _lost(draft: bytes, fields: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    text = frozen_text(draft)
    for clause in (fields["pembuka"], *fields["isi"]):
        if clause not in text:
            yield (
                "clause",
                N_("the clause “{clause}…” is not printed.").of(clause=clause[:60]),
            )
    for error in copies.lacking(draft):
        yield (
            "place",
            N_("{place} is missing, so that no letter could be approved.").of(place=error.fields["place"]),
        )
    if not re.search(rf"\b{places.DRAFT_MARK}\b", text.partition(EDGE)[2]):
        yield (
            "place",
            N_("the mark KONSEP is not in the header or footer."),
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
        names_barred=(),
        reporter_name="",
        attachments=2,
        cc=("Kepala Dinas Sosial Kabupaten Batang Asri", "Camat Lanting Tengah"),
        cases=(clauses.CHILD, clauses.SEXUAL),
        report_by=date(2026, 11, 25),
        concerns_reader=is_person,
    )
