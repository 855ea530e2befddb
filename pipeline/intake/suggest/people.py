"""The victim and the reporter: who they are, how old, of which sex."""

import re
from dataclasses import dataclass
from datetime import date

from pipeline.intake.suggest.document import Document, Found
from pipeline.intake.suggest.labels import Labels, Pair
from pipeline.intake.suggest.names import bare, first_name
from pipeline.intake.suggest.traits import age_between, labelled_age, labelled_sex, sex_between, sex_of_name
from pipeline.intake.suggest.violence import spoken

_OF_VICTIM = r"(?:anak|korban|murid|siswi|siswa|peserta\s+didik|klien|putri|putra|bocah|remaja|santri|anggota|penyintas|kemenakan|keponakan|kamanakan|teman|tetangga|pasien|adik|cucu|warga|perempuan|wanita|seorang|kakak)"
_OF_REPORTED = re.compile(
    r"\b(?:terlapor|pelaku|tersangka|terduga|oleh|suami|pacar|majikan|(?:siswa|kakak)\s+kelas\s+IX)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:(?:yang\s+)?(?:bernama|(?i:namanya)|ngarannya|dipanggil|(?:kami|saya)\s+panggil|sebut\s+saja|yakni|yaitu|(?:ber|dengan\s+)inisial|inisial)\s+|klien\s+kami,?\s+(?=Sdr|[A-Z])|"
    r"(?P<plain>(?:an\.|a\.\s?n\.|atas\s+nama|ananda|[Ss]dri?\.|[Ss]audari|[Nn]y\.|[Nn]n\.)\s+(?=[A-Z]))|(?:ayah|ibu|orang\s+tua|bapak|wali|bibi|paman|tante|kakak|adik|abang|nenek|kakek|sepupu|tetangga|teman|guru|wali\s+kelas)(?:\s+kandung\s+(?:dari\s+)?|\s+dari\s+)(?=[A-Z])|saksi\s+korban:?\s+(?=[A-Z])|"
    r"\b(?i:anak|kakak|adik|cucu|kemenakan|keponakan|sepupu|menantu|murid|siswi|siswa|tetangga|teman|ibu|bibi|warga|pasien|anggota|putri|putra|anggota|karyawan|karyawati|pegawai)(?:\s+[a-z-]+){0,2}?\s+(?:saya|kami|ulun),?\s+(?:yaitu\s+)?(?=[A-Z]))"
)
_WITH_AGE = re.compile(
    r"\s*\((?:(?:umur|usia)\s+)?\d{1,2}\)|,?\s*\(?(?:(?:ber)?(?:umur|usia)\s+)?[\dSOIl]{1,2}\s*(?:tahun|thn?)\b|,\s+(?:perempuan|laki)|,\s+(?:[a-z]+\s+){1,3}(?:ber)?(?:umur|usia)\s+\d",
    re.IGNORECASE,
)
# Whom a letter complains of; a victim only reported as such ("melaporkan bahwa") is told by a clause
_ACCUSED = re.compile(
    r"\b(?:mengad(?:u|oe)kan|perbuatan|kelakuan|tindakan)\s+(?:(?!bahwa|keadaan|kekerasan|kejadian|peristiwa|kasus|nasib|terhadap|tentang|mengenai|menimpa|dialami)[^.,]){0,30}$"
)
_CALLED_ON = re.compile(
    r"\b(?:lewat|melalui|hubungi|dihubungi|penghubung)\s+[^.]{0,34}$|\b(?:kepada|alamat|rumah|ke|titip\w*|dititip\w*|kirim\w*|pada|nomor|nomornya|no|hp)\s+[^.]{0,24}$"
)
_SUFFERS = re.compile(r"\b(?:terhadap|kepada)\s+\w+nya\s+(?:yang\s+)?(?:bernama\s+)?$")
_ME_BEFORE = re.compile(r"(?:(?P<whose>[\w.]+)\s+)?\b(?:saya|sy|ulun)\b[^.;:\n]{0,12}$", re.IGNORECASE)
# "kakak korban, Sdr.", "adiknya,": the name behind it is of her kin
_KIN_OF = re.compile(
    r"\b(?:kakak|adik|abang|ibu|ayah|bapak|paman|bibi|tante|nenek|kakek|orang\s+tua|keluarga|guru|tetangga|teman|pendamping)(?:\s+[a-z]+)?(?:nya|\s+korban|\s+klien|\s+penyintas),?\s+(?:yaitu\s+|(?:yang\s+)?bernama\s+)?(?:an\.|a\.\s?n\.|[Ss]dri?\.|[Ss]audari|[Nn]y\.|[Nn]n\.)?\s*$"
)
_CALLER = re.compile(r"\b(?:penelepon|pelapor)\b[^.]{0,40}$", re.IGNORECASE)
_LEAST, FAIR = 0.6, 0.83  # below these a name is nobody's, or only fairly the victim's
_AGED = re.compile(
    r"\b(?:(?:ber)?(?:umur|usia)(?:nya)?|kira\s?-\s?kira|kurang\s+lebih|sekitar|baru)\s+(?=\D{0,16}\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Person:
    """What is said of one person; ``where`` bounds the words about her."""

    name: Found | None = None
    age: Found | None = None
    sex: Found | None = None
    where: tuple[int, int] | None = None


def accused(document: Document, end: int) -> bool:
    """Tell whether the words up to ``end`` name the person of whom the letter complains."""
    start = max(document.sentence(end - 1)[0], end - 90)
    return _ACCUSED.search(document.text[start:end]) is not None


def _named(document: Document, pair: Pair, certainty: float) -> Found | None:
    if (named := first_name(document.text, pair.start, pair.end)) is None:
        return None
    if (rest := document.text[named[1] : pair.end].strip()) and rest[0] not in ",(;.-":
        certainty *= 0.9
    return Found(*named, bare(document.value(*named)), certainty, exact=True)


def from_labels(document: Document, labels: Labels, role: str, when: date | None) -> Person:
    """Return what labels and forms say of the person in ``role``."""
    names = [n for p in labels.of("name", role) if (n := _named(document, p, 0.98))]
    name = names[0] if names else None
    where = (name.start, name.end) if name else None
    age = labelled_age(document, labels, (role,), when)
    sex = labelled_sex(document, labels, (role,), name)
    for pair in labels.told(role):
        told = _named(document, pair, 0.96)
        if name is None:
            name, where = told, (pair.start, pair.end)
        if told is None and role != "victim":
            continue
        end = (
            max(pair.end, document.sentence(pair.start)[1])
            if pair.end == document.line_at(pair.start).end
            else pair.end
        )
        age = age or age_between(document, pair.start, end, 0.92)
        sex = sex or sex_between(document, pair.start, pair.end, 0.93)
    return Person(name, age, sex or (sex_of_name(document, name) if name else None), where)


def _weight(document: Document, found: re.Match[str], before: str, end: int) -> float:
    # How surely the name behind ``found`` is the victim's; 0 for the writer's
    labelled = ":" in document.text[document.line_at(found.start()).start : found.start()]
    if _CALLER.search(before) or (found["plain"] and labelled):
        return 0.0
    weight = 0.75 if found["plain"] else 0.85
    if re.search(rf"\b{_OF_VICTIM}", before, re.IGNORECASE):
        weight += 0.05
    elif re.search(r"(?:saya|ulun)\s+(?:yang\s+)?bernama", before):
        return 0.0
    weight += 0.05 if _WITH_AGE.match(document.text, end) else 0.0
    weight -= 0.3 if _OF_REPORTED.search(before) else 0.0
    weight -= 0.4 if _KIN_OF.search(before) else 0.0
    weight -= 0.4 if _ACCUSED.search(before) else 0.0
    if _SUFFERS.search(before):
        return weight + 0.4
    return weight - (0.5 if _CALLED_ON.search(before[-50:]) else 0.0)


def from_sentences(document: Document) -> Person:
    """Return the victim whom a sentence names ("anak bernama Sinta, umur 14 tahun")."""
    best: tuple[float, tuple[int, int]] | None = None
    for found in _NAMED.finditer(document.text):
        start, end = document.sentence(found.start())
        named = first_name(document.text, found.end(), end) if found.end() < end else None
        if named is None:
            continue
        weight = _weight(
            document, found, document.text[max(start, found.start() - 90) : found.end()], named[1]
        )
        if best is None or weight > best[0]:
            best = weight, named
    if best is None or best[0] < FAIR:
        best = max(
            (one for one in (aged(document), sufferer(document), best) if one and one[0] >= _LEAST),
            default=None,
        )
    if best is None:
        return _unnamed(document)
    weight, named = best
    start, end = document.sentence(named[0])
    name = Found(*named, bare(document.value(*named)), min(weight, 0.95), exact=True)
    age, sex = _around(document, start, named, end)
    return Person(name, age, sex or sex_of_name(document, name), (start, end))


def aged(document: Document) -> tuple[float, tuple[int, int]] | None:
    """Return the first name followed by an age or a sex, unless it is the doer's."""
    if document.is_in_capitals:
        return None
    for found in _WITH_AGE.finditer(document.text):
        start = max(document.sentence(found.start())[0], found.start() - 80)
        for capital in re.finditer(r"(?<!\w)[A-Z]", document.text[start : found.start()]):
            named = first_name(document.text, start + capital.start(), found.start())
            if named is None or named[1] != found.start():
                continue
            before = document.text[max(start, named[0] - 60) : named[0]]
            if not _OF_REPORTED.search(before) and not _is_writer(before):
                return 0.82, named
    return None


_STILL = re.compile(
    r"(?:,\s+[^,.;]{1,40},)?(?:\s+(?:ini|itu|yang|juga|pun|telah|sudah|pernah|sering|kerap|selalu|terus|kembali|dan|lalu|di[a-z]{4,}|sering\s+kali|berkali-kali|setiap\s+hari|tiap\s+hari))*\s+"
)


def sufferer(document: Document) -> tuple[float, tuple[int, int]] | None:
    """Return the name to which violence is done ("Ibu Rahma sering dipukul", "menampar Yuliana")."""
    if document.is_in_capitals:
        return None
    for start, end in document.sentences:
        for _, (first, last) in spoken(document.text, start, end):
            verb = document.text[first : first + 2].lower()
            if verb == "di":
                named = _subject(document, start, first)
            else:
                named = first_name(document.text, last + 1, end) if verb[0] in "mn" else None
            if named and not _OF_REPORTED.search(document.text[max(start, named[0] - 40) : named[0]]):
                return 0.8, named
    return None


def _subject(document: Document, start: int, verb: int) -> tuple[int, int] | None:
    # Adverbs and other such verbs may stand between
    near = max(start, verb - 70)
    for capital in re.finditer(r"(?<![\w.])(?:[Bb]u\s+|[Pp]ak\s+)?[A-Z]", document.text[near:verb]):
        named = first_name(document.text, near + capital.start(), verb)
        if named and (named[1] == verb - 1 or _STILL.fullmatch(document.text, named[1], verb)):
            return named
    return None


def _is_writer(before: str) -> bool:
    # "Saya, Ani", not "warga saya a.n."
    me = _ME_BEFORE.search(before)
    return me is not None and not re.fullmatch(_OF_VICTIM, me["whose"] or "", re.IGNORECASE)


def age_elsewhere(document: Document, name: Found) -> Found | None:
    """Return an age told right after another mention of the same name."""
    for found in re.finditer(
        rf"\b{re.escape(name.normal)}\b[\s,(]+(?:yang\s+)?(?=(?:ber)?(?:umur|usia)|\d)", document.text
    ):
        if age := age_between(document, found.end(), found.end() + 22, 0.85):
            return age
    return None


_KIN_AGE = re.compile(
    rf"\b(?P<who>{_OF_VICTIM}(?:\s+(?:perempuan|laki-laki|kandung|bungsu|sulung))?\s+(?:saya|kami|ulun|tersebut|itu)|korban)\b[^.\n]{{0,24}}?\b(?:(?:ber)?(?:umur|usia)(?:nya)?|baru|masih|berumur)\s+(?=\d)",
    re.IGNORECASE,
)


def age_of_kin(document: Document) -> Found | None:
    """Return the age of the victim or of one the writer calls hers ("adik saya itu baru 17 tahun")."""
    found = [
        age
        for m in _KIN_AGE.finditer(document.text)
        if (age := age_between(document, m.end(), m.end() + 12, 0.8))
    ]
    return found[0] if len({age.normal for age in found}) == 1 else None


def beside(document: Document, name: Found) -> tuple[Found | None, Found | None]:
    """Return age and sex told right behind a mention of ``name``, in the same sentence."""
    for found in re.finditer(re.escape(name.normal), document.text, re.IGNORECASE):
        end = min(found.end() + 45, document.sentence(found.start())[1])
        age = age_between(document, found.end(), end, 0.88)
        sex = sex_between(document, found.end(), end, 0.85)
        if age or sex:
            return age, sex
    return None, None


def _around(
    document: Document, start: int, named: tuple[int, int], end: int
) -> tuple[Found | None, Found | None]:
    # After the name, else before it
    after = min(end, named[1] + 90)
    before = max(start, named[0] - 110)
    age = age_between(document, named[1], after, 0.88) or age_between(document, before, named[0], 0.85)
    sex = sex_between(document, named[0], min(after, named[1] + 50), 0.88) or sex_between(
        document, before, named[0], 0.8
    )
    return age, sex


def _unnamed(document: Document) -> Person:
    # "anak perempuan umur 7 tahun"
    for start, end in document.sentences:
        for told in _AGED.finditer(document.text[start:end]):
            before = document.text[max(start, start + told.start() - 50) : start + told.start()]
            if not re.search(rf"\b{_OF_VICTIM}", before, re.IGNORECASE) or _OF_REPORTED.search(before):
                continue
            begin = start + told.start()
            if age := age_between(document, begin, min(end, begin + 30), 0.8):
                return Person(
                    None, age, sex_between(document, begin - len(before), age.end, 0.75), (start, end)
                )
    return Person()
