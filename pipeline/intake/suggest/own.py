"""The writer who is the victim: what tells it, and her age and sex."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.intake import rules
from pipeline.intake.suggest.document import Document, Found
from pipeline.intake.suggest.people import age_between
from pipeline.intake.suggest.violence import spoken, tells

DOUBTFUL = 0.85  # Who is the victim decides who is answered, so a person looks at it
_ME = r"(?:saya|sy|ulun|aku|unda)"
_PASSIVE_SELF = re.compile(
    rf"\b{_ME}\s+(?:(?:sering|selalu|telah|sudah|pernah|juga|rancak|lagi|kembali|hampir\s+setiap\s+hari)\s+)*(?P<verb>di(?!\s|a\b)[a-z]{{4,}}|mengalami)",
    re.IGNORECASE,
)
# passive verbs of a wrong that is no violence by itself
_LEFT = re.compile(
    r"(?:dipaksa|ditinggal|diusir|dikurung|diselingkuhi|dihamili|dimadu|dicerai|diperlakukan|disiksa)",
    re.IGNORECASE,
)
_KIND_OF = r"(?:perempuan|laki-laki|kandung|tiri|angkat|bungsu|sulung|pertama|kedua|ketiga|kecil)"
_ACTIVE_ON_ME = re.compile(
    rf"\b(?:m[ae]|m|n)[a-z]{{4,}}\s+(?:[a-z]+\s+(?:dan\s+[a-z]+\s+)?)?{_ME}\b", re.IGNORECASE
)
_I_AM = re.compile(rf"\b{_ME}\s+(?:adalah\s+|ini\s+|sendiri\s+)?korban\b", re.IGNORECASE)
_MY_PARTNER = re.compile(
    r"\b(?:suami|istri|isteri|laki|mantan\s+suami|pacar|mantan\s+pacar)\s*(?:saya|sy|ulun|ku|aku)\b",
    re.IGNORECASE,
)


@cache
def _accusing() -> re.Pattern[str]:
    # "mengadukan atasan saya": who complains of hers complains for herself
    words = rules.alternation(
        word for entry in rules.table("relations")["relation"] for word in entry["words"]
    )
    return re.compile(
        rf"\bmengad(?:u|oe)kan\s+(?:perbuatan\s+|kelakuan\s+)?{words}\s+(?:saya|ulun)\b", re.IGNORECASE
    )


def own_age(document: Document) -> Found | None:
    """The writer's own age."""
    match = re.search(
        r"\b(?:umur|usia)\s+(?:saya|sy|ulun)\s+|\bsaya\s+(?:ber)(?:umur|usia)\s+|\bperkenalkan,?\s+saya\s+[\w .]{3,40},\s+(?=\d)",
        document.text,
        re.IGNORECASE,
    )
    return age_between(document, match.end(), match.end() + 14, 0.92) if match else None


def _suffered(document: Document) -> Iterator[re.Match[str]]:
    # "saya dipukul", never "anak saya dipukul" or "nama saya dirahasiakan"
    for match in _PASSIVE_SELF.finditer(document.text):
        start, end = document.sentence(match.start())
        verb = match.start("verb")
        near = min(end, match.end() + (60 if match["verb"].lower() == "mengalami" else 30))
        wrong = any(
            first <= match.end() or match["verb"].lower() == "mengalami"
            for _, (first, _) in spoken(document.text, verb, near)
        )
        if (wrong or _LEFT.match(match["verb"])) and not _others_end(document.text[start : match.start()]):
            yield match


def _others_end(before: str) -> bool:
    # "anak perempuan saya" is another
    return re.search(rf"\b{_whose()}(?:\s+{_KIND_OF})*\s+$", before, re.IGNORECASE) is not None


@cache
def _whose() -> str:
    words = [word for entry in rules.table("relations")["relation"] for word in entry["words"]]
    more = ("anak", "putri", "putra", "cucu", "murid", "siswa", "siswi", "warga", "pasien", "klien", "korban", "anak buah",
            "bawahan", "karyawan", "karyawati", "pegawai", "pembantu", "santri", "jemaat", "teman kos", "anak asuh")  # fmt: skip
    return rules.alternation([*words, *more])


def _tells_of_another(document: Document) -> bool:
    # "suami saya memukul anak kami"
    done_to = re.compile(
        rf"\s+(?:(?!oleh\b|dari\b|dan\b)[a-z]+\s+)?{_whose()}\b(?!\s+{_ME}\s+di)", re.IGNORECASE
    )
    sufferer = re.compile(rf"\b{_whose()}\b(?:(?!\b(?:{_ME}\s+di|oleh)\b)[^.;]){{0,40}}$", re.IGNORECASE)
    if re.search(
        rf"\bkekerasan\s+(?:[a-z]+\s+)?(?:terhadap|kepada|pada)\s+{_whose()}\b", document.text, re.IGNORECASE
    ):
        return True
    for start, end in document.sentences:
        for _, (first, last) in spoken(document.text, start, end):
            if document.text[first : first + 2].lower() == "di":
                if sufferer.search(document.text[max(start, first - 60) : first]):
                    return True
            elif done_to.match(document.text, last, end):
                return True
    return False


def _on_me(document: Document) -> re.Match[str] | None:
    # "pegang pinggang saya"
    mine = re.compile(rf"\s+{_ME}\b", re.IGNORECASE)
    for start, end in document.sentences:
        for _, (first, last) in spoken(document.text, start, end):
            match = mine.match(document.text, last)
            passive = document.text[first : first + 2].lower() == "di"
            if match and not passive:
                return match
    return None


def is_own_case(document: Document) -> Found | None:
    """A person must look at each; speaking of her partner tells it only where nobody else suffers."""
    acts = (
        m
        for m in _ACTIVE_ON_ME.finditer(document.text)
        if tells(m[0]) and not _others_end(m[0][: m.end() - m.start() - len(m[0].split()[-1])])
    )
    match = next(_suffered(document), None) or next(acts, None) or _on_me(document)
    match = match or _I_AM.search(document.text)
    if match is None and not _tells_of_another(document):
        match = _MY_PARTNER.search(document.text) or _accusing().search(document.text)
    return Found(*match.span(), "korban_sendiri", DOUBTFUL) if match else None


def partner_sex(document: Document) -> Found | None:
    """From "suami saya" or "istri saya"."""
    if (match := _MY_PARTNER.search(document.text)) is None:
        return None
    word = match[0].lower()
    if "suami" in word or word.startswith("laki"):
        return Found(*match.span(), "P", 0.85)
    return Found(*match.span(), "L", 0.85) if "istri" in word or "isteri" in word else None
