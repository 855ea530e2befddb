"""The victim and the reporter: who they are, how old, of which sex."""

import re
from dataclasses import dataclass
from datetime import date

from pipeline.intake.suggest.dates import NUMERAL, dates, numeral
from pipeline.intake.suggest.document import Document, Found
from pipeline.intake.suggest.labels import Labels, Pair
from pipeline.intake.suggest.names import TITLE, first_name, without_titles
from pipeline.intake.suggest.ticks import state_before
from pipeline.intake.suggest.violence import spoken

_AGE = re.compile(r"(?<![\w.-])(?<!\d/)(\d{1,3})\s*-?\s*(?:tah(?:u|oe)n|thn?|th)\b\.?", re.IGNORECASE)
# without its unit: behind a name in brackets, or behind "umur"
_BARE_AGE = re.compile(
    r"(?<=[A-Za-z.] )\((?:(?:umur|usia)\s+)?(\d{1,2})\)|\b(?:umur|usia)(?:nya)?\s+(\d{1,2})\b(?!\s*(?:bulan|bln|hari|minggu|tah|th))",
    re.IGNORECASE,
)
# a figure read as a letter ("S1 tahun")
_BENT_AGE = re.compile(r"(?<![\w.-])(?=[SOIl]\d|\d[SOIl])([\dSOIl]{2})\s*(?:tahun|thn?)\b")
_FIGURES = str.maketrans("SOIl", "5011")
_WORDED_AGE = re.compile(rf"\b(?:umur|usia)(?:nya)?\s+({NUMERAL}(?:\s+{NUMERAL})*)\s+tahun\b", re.IGNORECASE)
_RINGED = re.compile(r"\(\s?([PL])\s?\)\s*/\s*[PL]\b|[PL]\s*/\s*\(\s?([PL])\s?\)")
_FEMALE = re.compile(
    r"\b(?:perempuan|wanita|ibu\s+rumah\s+tangga|ibu\s+muda|bebinian|babinian|putri|mahasiswi|siswi|gadis|(?:istri|isteri)(?:nya)?|janda)\b",
    re.IGNORECASE,
)
_MALE = re.compile(r"\b(?:laki\s*-\s*laki(?:nya)?|lelaki|pria|duda|lalakian|putra)\b", re.IGNORECASE)
_TOLD_AGE = re.compile(r"(\d{1,3})\s*(?:(bulan|bln|hari|minggu)|(tah(?:u|oe)n|thn?|th))?", re.IGNORECASE)
_SHORT = re.compile(
    r"[(,]\s?(?P<sex>[LP])\s?[/,]\s?(?=\d{1,3}\s*(?:tah|th))|(?<=\d )(?:thn?|tahun)\.?\s?[/,]\s?(?P<last>[LP])\b"
)
_CHOICES = re.compile(r"(?:Laki\s*-?\s*laki|Lk|L|Perempuan|Pr|P)\b")
_HER = re.compile(
    r"(?:ny|nyonya|njonja|nona|sdri|saudari|ibu|bu|nn|hj|mbak|nenek|bidan|dra)\b", re.IGNORECASE
)
_HIM = re.compile(r"(?:sdr|saudara|tn|tuan|bapak|bpk|bp|pak|mas|h|drs|kakek)\b", re.IGNORECASE)


def age_between(document: Document, start: int, end: int, certainty: float) -> Found | None:
    """First age between two offsets."""
    for match in _AGE.finditer(document.text, start, end):
        before = document.text[max(start, match.start() - 16) : match.start()].lower()
        if 0 < int(match[1]) < 110 and not re.search(
            r"(?:selama|sejak|setiap|sudah|menikah|nikah|kawin|tinggal|bekerja)\s*$", before
        ):
            return Found(*match.span(), str(int(match[1])), certainty, exact=True)
    if bent := _BENT_AGE.search(document.text, start, end):
        years = bent[1].translate(_FIGURES)
        return Found(*bent.span(), str(int(years)), 0.85 * certainty, (bent[1],), exact=True)
    if (worded := _WORDED_AGE.search(document.text, start, end)) and 0 < numeral(worded[1]) < 110:
        return Found(*worded.span(), str(numeral(worded[1])), 0.95 * certainty, exact=True)
    bare = _BARE_AGE.search(document.text, start, end)
    years = str(int(bare[1] or bare[2])) if bare else ""
    return Found(*bare.span(), years, 0.95 * certainty, exact=True) if bare else None


def sex_between(document: Document, start: int, end: int, certainty: float) -> Found | None:
    """When only one is told, also beside an age ("P/11 tahun")."""
    female, male = _FEMALE.search(document.text, start, end), _MALE.search(document.text, start, end)
    if female and not male:
        return Found(*female.span(), "P", certainty)
    if male and not female:
        return Found(*male.span(), "L", certainty)
    short = None if female else _SHORT.search(document.text, start, end)
    letter = (short["sex"] or short["last"]) if short else None
    return Found(*short.span(), letter, certainty) if short and letter else None


def labelled_age(
    document: Document, labels: Labels, roles: tuple[str, ...], when: date | None
) -> Found | None:
    """By label, or by the birth date on the day of the letter (``when``)."""
    for pair in labels.of("age", *roles):
        if (match := _TOLD_AGE.search(document.text, pair.start, pair.end)) is None:
            continue
        bent = len(match[1]) == 3 and match[1][0] == "1"  # a colon read as 1
        years = 0 if match[2] else int(match[1][1:] if bent else match[1])
        if years < 110 and (years > 1 or match[2] or match[3]):
            return Found(match.start(), pair.end, str(years), 0.7 if bent else 0.98, exact=True)
    for pair in labels.of("birth", *roles):
        if age := age_between(document, pair.start, pair.end, 0.95):
            return age
        for dated in dates(document.text[pair.start : pair.end])[:1]:
            if when and when > dated.day:
                years = (
                    when.year - dated.day.year - ((when.month, when.day) < (dated.day.month, dated.day.day))
                )
                return Found(pair.start + dated.start, pair.start + dated.end, str(years), 0.85, exact=True)
    return None


def _nik(document: Document, labels: Labels, roles: tuple[str, ...]) -> str | None:
    for pair in labels.of("nik", *roles):
        digits = re.sub(r"\D", "", document.text[pair.start : pair.end])
        if len(digits) == 16:
            return digits
    return None


def labelled_sex(
    document: Document, labels: Labels, roles: tuple[str, ...], name: Found | None
) -> Found | None:
    """By label or tick box, else by NIK, title or name."""
    for pair in labels.of("sex", *roles):
        line_end = document.line_at(pair.start).end
        states = [
            (state_before(document.text, option.start()), "P" if option[0][0] in "Pp" else "L")
            for option in _CHOICES.finditer(document.text, pair.start, line_end)
        ]
        for state, letter in states:
            if state:
                opposed = any(other is False for other, _ in states)
                return Found(pair.start, pair.end, letter, 0.96 if opposed else 0.85)
        if sex := sex_between(document, pair.start, pair.end, 0.97):
            return sex
        if ringed := _RINGED.match(document.text, pair.start, line_end):
            return Found(pair.start, pair.end, ringed[1] or ringed[2], 0.85)
        single = document.text[pair.start : pair.end].strip()
        if single in ("P", "L"):
            return Found(pair.start, pair.end, single, 0.95)
    if nik := _nik(document, labels, roles):
        pair = labels.of("nik", *roles)[0]
        return Found(pair.start, pair.end, "P" if int(nik[6:8]) > 40 else "L", 0.85, exact=True)
    return sex_of_name(document, name) if name else None


def sex_of_name(document: Document, name: Found) -> Found | None:
    """By a title, "bin" or "binti"."""
    if child := re.search(r"\b(bin|binti)\b", name.normal):
        return Found(name.start, name.end, "P" if child[1] == "binti" else "L", 0.9)
    begin = max(0, name.start - 12)
    before = re.search(rf"\b({TITLE})\s*$", document.text[begin : name.start].rsplit("\n", 1)[-1])
    title = before[1] if before else document.text[name.start : name.end]
    if _HER.match(title):
        return Found(name.start, name.end, "P", 0.88)
    return Found(name.start, name.end, "L", 0.88) if _HIM.match(title) else None


def agrees(document: Document, labels: Labels, roles: tuple[str, ...], when: date | None) -> float:
    """Above 1 if NIK and birth date agree, else below."""
    nik = _nik(document, labels, roles)
    births = [d.day for p in labels.of("birth", *roles) for d in dates(document.text[p.start : p.end])[:1]]
    if nik is None or not births:
        return 1.0
    day, month, year = int(nik[6:8]) % 40, int(nik[8:10]), int(nik[10:12])
    same = (day, month, year) == (births[0].day, births[0].month, births[0].year % 100)
    return 1.03 if same else 0.7


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
    """``where`` bounds the words about her."""

    name: Found | None = None
    age: Found | None = None
    sex: Found | None = None
    where: tuple[int, int] | None = None


def accused(document: Document, end: int) -> bool:
    """The words up to ``end`` name whom the letter complains of."""
    start = max(document.sentence(end - 1)[0], end - 90)
    return _ACCUSED.search(document.text[start:end]) is not None


def _named(document: Document, pair: Pair, certainty: float) -> Found | None:
    if (named := first_name(document.text, pair.start, pair.end)) is None:
        return None
    if (rest := document.text[named[1] : pair.end].strip()) and rest[0] not in ",(;.-":
        certainty *= 0.9
    return Found(*named, without_titles(document.value(*named)), certainty, exact=True)


def from_labels(document: Document, labels: Labels, role: str, when: date | None) -> Person:
    """What labels and forms say of ``role``."""
    names = [n for p in labels.of("name", role) if (n := _named(document, p, 0.98))]
    name = names[0] if names else None
    where = (name.start, name.end) if name else None
    age = labelled_age(document, labels, (role,), when)
    sex = labelled_sex(document, labels, (role,), name)
    for pair in labels.persons(role):
        candidate = _named(document, pair, 0.96)
        if name is None:
            name, where = candidate, (pair.start, pair.end)
        if candidate is None and role != "victim":
            continue
        end = (
            max(pair.end, document.sentence(pair.start)[1])
            if pair.end == document.line_at(pair.start).end
            else pair.end
        )
        age = age or age_between(document, pair.start, end, 0.92)
        sex = sex or sex_between(document, pair.start, pair.end, 0.93)
    return Person(name, age, sex or (sex_of_name(document, name) if name else None), where)


def _weight(document: Document, match: re.Match[str], before: str, end: int) -> float:
    # How surely the name behind ``match`` is the victim's; 0 for the writer's
    labelled = ":" in document.text[document.line_at(match.start()).start : match.start()]
    if _CALLER.search(before) or (match["plain"] and labelled):
        return 0.0
    weight = 0.75 if match["plain"] else 0.85
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
    """As in "anak bernama Sinta, umur 14 tahun"."""
    best: tuple[float, tuple[int, int]] | None = None
    for match in _NAMED.finditer(document.text):
        start, end = document.sentence(match.start())
        named = first_name(document.text, match.end(), end) if match.end() < end else None
        if named is None:
            continue
        weight = _weight(
            document, match, document.text[max(start, match.start() - 90) : match.end()], named[1]
        )
        if best is None or weight > best[0]:
            best = weight, named
    if best is None or best[0] < FAIR:
        best = max(
            (guess for guess in (aged(document), sufferer(document), best) if guess and guess[0] >= _LEAST),
            default=None,
        )
    if best is None:
        return _unnamed(document)
    weight, named = best
    start, end = document.sentence(named[0])
    name = Found(*named, without_titles(document.value(*named)), min(weight, 0.95), exact=True)
    age, sex = _around(document, start, named, end)
    return Person(name, age, sex or sex_of_name(document, name), (start, end))


def aged(document: Document) -> tuple[float, tuple[int, int]] | None:
    """First name followed by age or sex, never the doer's."""
    if document.is_in_capitals:
        return None
    for match in _WITH_AGE.finditer(document.text):
        start = max(document.sentence(match.start())[0], match.start() - 80)
        for capital in re.finditer(r"(?<!\w)[A-Z]", document.text[start : match.start()]):
            named = first_name(document.text, start + capital.start(), match.start())
            if named is None or named[1] != match.start():
                continue
            before = document.text[max(start, named[0] - 60) : named[0]]
            if not _OF_REPORTED.search(before) and not _is_writer(before):
                return 0.82, named
    return None


_STILL = re.compile(
    r"(?:,\s+[^,.;]{1,40},)?(?:\s+(?:ini|itu|yang|juga|pun|telah|sudah|pernah|sering|kerap|selalu|terus|kembali|dan|lalu|di[a-z]{4,}|sering\s+kali|berkali-kali|setiap\s+hari|tiap\s+hari))*\s+"
)


def sufferer(document: Document) -> tuple[float, tuple[int, int]] | None:
    """The name to which violence is done ("Ibu Rahma sering dipukul")."""
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
    """Told right after another mention of the name."""
    for match in re.finditer(
        rf"\b{re.escape(name.normal)}\b[\s,(]+(?:yang\s+)?(?=(?:ber)?(?:umur|usia)|\d)", document.text
    ):
        if age := age_between(document, match.end(), match.end() + 22, 0.85):
            return age
    return None


_KIN_AGE = re.compile(
    rf"\b(?P<who>{_OF_VICTIM}(?:\s+(?:perempuan|laki-laki|kandung|bungsu|sulung))?\s+(?:saya|kami|ulun|tersebut|itu)|korban)\b[^.\n]{{0,24}}?\b(?:(?:ber)?(?:umur|usia)(?:nya)?|baru|masih|berumur)\s+(?=\d)",
    re.IGNORECASE,
)


def age_of_kin(document: Document) -> Found | None:
    """The victim's, or of one the writer calls hers."""
    ages = [
        age
        for m in _KIN_AGE.finditer(document.text)
        if (age := age_between(document, m.end(), m.end() + 12, 0.8))
    ]
    return ages[0] if len({age.normal for age in ages}) == 1 else None


def beside(document: Document, name: Found) -> tuple[Found | None, Found | None]:
    """Told behind ``name``, in the same sentence."""
    for match in re.finditer(re.escape(name.normal), document.text, re.IGNORECASE):
        end = min(match.end() + 45, document.sentence(match.start())[1])
        age = age_between(document, match.end(), end, 0.88)
        sex = sex_between(document, match.end(), end, 0.85)
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
        for match in _AGED.finditer(document.text[start:end]):
            before = document.text[max(start, start + match.start() - 50) : start + match.start()]
            if not re.search(rf"\b{_OF_VICTIM}", before, re.IGNORECASE) or _OF_REPORTED.search(before):
                continue
            begin = start + match.start()
            if age := age_between(document, begin, min(end, begin + 30), 0.8):
                return Person(
                    None, age, sex_between(document, begin - len(before), age.end, 0.75), (start, end)
                )
    return Person()
