"""What points at a person without a name (rule 8): telephones, addresses, initials beside school, class, village, parent."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from pipeline.cases.likeness import numbers_in
from pipeline.letters.numbers import figures

_KIN = r"(?<!psikolog )(?<!konselor )(?<!ramah )(?<!layanan )\b(?:anak|putr[ai]|ibu|ayah|bapak|orang tua|wali|cucu|keponakan)(?:nya|ndanya)?\b"
_LONG = {
    "jl": "jalan", "jln": "jalan", "gg": "gang", "ds": "desa", "dsn": "dusun", "kel": "kelurahan", "kp": "kampung",
    "kec": "kecamatan", "no": "nomor", "nmr": "nomor", "nomer": "nomor",
}  # fmt: skip
_WIDE = "kecamatan|kabupaten|kota|provinsi|nomor"
_MARK = (
    rf"(?:jalan|gang|lorong|kompleks|perumahan|blok|lingkungan|desa|kelurahan|dusun|kampung|rt|rw|{_WIDE})\b"
)
_HALL = (
    r"\b(?:balai|kantor|aula|(?:sd|smp|sma|smk|slb|mi|mts|ma|tk|paud)n?(?: negeri)?(?: [0-9]+)?|bidan|pos|pos layanan|pos pengaduan|puskesmas|puskesmas pembantu|pustu|posyandu|polindes|poskesdes|gedung \w+|pasar|masjid|gereja)"
    r"(?: di)?(?: desa| kelurahan| dusun)?"
)
_NEAR = re.compile(
    r"\b(?:dekat|samping|sebelah|belakang|depan|seberang|sekitar|rumah\w*|tinggal|kediaman|rt|rw|(?:ber)?sekolah|siswi?a?|murid|pelajar|"
    r"peserta didik|anaknya|ananda|anak (?:korban|itu|tersebut|ibu|saudar[ai]))\b"
)
"""Where an office serves a village, and what makes it a way to her."""
_ROUTINE = re.compile(
    r"^(?!.*\b(?:korban|yang bersangkutan|ibu|saudar[ai]|anda|keluarga|kakak|adik|keponakan|menjemput|menemui|[a-z] [a-z])\b)"
    r".*\b(?:keliling|penyuluhan|kegiatan|posyandu|bus|angkutan|terminal|desa desa|bergilir|setiap bulan|rutin)\b"
)
"""What an office or anybody does in a village anyhow."""
_DEGREE = re.compile(
    r"\b(?!Saudar|Ibu|Bapak|An[ak]|Adik|Kakak|Korban)[A-Z][a-z]+, (?:[A-Z]\.){1,3}[A-Za-z]*\.?"
)
_TITLED = r"(?:[Aa]nanda|[Aa]nak|[Aa]di[ku]|[Ii]bu(?:nya)?|[Aa]yah(?:nya)?|[Bb]apak(?:nya)?|[Ss]dri?a?\.?|[Ss]audar[ai]|[Kk]orban)"
_INITIALS = re.compile(
    rf"(?<![\w.])[A-Z]\.\s?(?:[A-Z]\.?\s?){{1,3}}(?![\w\d])|\b(?:ber)?inisial\s+[“\"(]?[A-Z](?:\.?\s?[A-Z])*\b\.?"
    rf"|\b{_TITLED},?\s+[“\"(]?[A-Z](?:\.(?!\w)|[A-Z]{{1,2}}\b)|\([A-Z]\.?[A-Z]?\.?[A-Z]?\.?\)"
)
_NO_OFFICE = r"(?<!(?i:ketua) )(?<!(?i:warga) )(?<!(?i:pak) )(?<!(?i:pengurus) )(?<!(?i:tingkat) )"
_BESIDE = re.compile(
    r"\b(?:(?:SD|SMP|SMA|SMK|SLB|MI|MTs|MA)N?|TK|PAUD|Madrasah|Pesantren|[Ss]ekolah(?: [Dd]asar| [Mm]enengah \w+)?)\s+(?:di\s+)?"
    r"(?:[A-Z\d]\w*)|\b(?:siswi?a?|murid|pelajar|peserta didik)\s+(?:di\s+)?(?:SD|SMP|SMA|SMK|SLB|MI|MTs|MA|TK|kelas)|"
    r"\b(?:ber)?sekolah di\b|\b[Kk]e?la?s\.?\s+(?:\d{1,2}|[IVX]+)\b|\bbangku\s+(?:kelas|SD|SMP|SMA|sekolah)|"
    r"\b(?i:desa|kelurahan|kel\.|ds\.|dusun|kampung|kp\.|rt|rw|gang|gg\.|jalan|jl\.?)\s*(?:[A-Z]\w|\d)|\bwarga\s+[A-Z]\w"
)


def telephone_in(text: str, numbers: Iterable[str]) -> bool:
    """Finds ``numbers`` in figures or words, however parted."""
    runs = [re.sub(r"\D", "", run) for run in re.findall(r"\d[\d\s().,/–-]*\d", figures(text))]
    ends = re.findall(
        r"(?:\b(?:berakhir\w*|akhiran|terakhir)\D{0,20}|\b0\d{2,3}[\s.-]*[xX*•][xX*•\s.-]*)(\d(?: ?\d){3})\b",
        figures(text),
    )
    return any(
        number[-4:] in (end.replace(" ", "") for end in ends)
        or any(digits in run for digits in numbers_in(number) for run in runs)
        for number in filter(None, numbers)
    )


def address_in(text: str, addresses: Iterable[str], known: Iterable[str]) -> bool:
    """Street, hamlet or village of ``addresses``; what is in ``known`` may stand."""
    public, passage = _plain(" ; ".join(known)), _plain(text)
    return any(
        f" {part} " in passage
        and f" {part} " not in public
        and (_NEAR.search(passage) or f" {part} " in re.sub(rf"{_HALL} {part}\b", " ", passage))
        and (part.startswith(("jalan", "gang")) or _NEAR.search(passage) or not _ROUTINE.search(passage))
        for address in filter(None, addresses)
        for part in _telling(address)
    )


@lru_cache(maxsize=512)
def _plain(text: str) -> str:
    words = re.findall(r"[^\W\d_]+|\d+", figures(text).casefold())
    return f" {' '.join(_LONG.get(word, word.lstrip('0') or word) for word in words)} "


@lru_cache(maxsize=64)
def _telling(address: str) -> tuple[str, ...]:
    parts: list[str] = []
    street, marked = "", re.sub(r"(?i)^|\b(r[tw]\W*\d+)", r"\1 desa ", address)  # without a mark, a village
    for mark, name in re.findall(rf"\b({_MARK}) ((?:(?!{_MARK})\w+ ?)+)", _plain(marked)):
        if mark == "nomor" and street:
            parts.append(f"{street} nomor {name.strip()}")
        if mark not in _WIDE.split("|"):
            street = re.sub(r" ?[0-9]+ ?$", "", name).strip()
            parts += (
                f"{mark} {street or name.strip()}",
                name.strip() if " " in name.strip() else f"{mark} {name.strip()}",
            )
    return tuple(parts)


def initials_beside(sentence: str, nearby: str, names: Iterable[str], known: Iterable[str]) -> bool:
    """Finds initials beside a parent in ``sentence``, or a school, class or village in ``nearby`` too.

    Those of ``names`` are known without full stops.
    """
    letters = {"".join(word[0] for word in name.split()) for name in names} - {"RW", "SD"}
    dotted = (
        re.sub(
            rf"{_NO_OFFICE}\b(?:{'|'.join(letters) or '(?!)'})\b(?! setempat|[\s./-]*(?:\d|RW))",
            lambda initials: ".".join(f"{initials[0]} "),
            text,
        )
        for text in (sentence, nearby)
    )
    bare, near = (_DEGREE.sub(" ", text) for text in dotted)
    initials = list(_INITIALS.finditer(bare))
    for place in known:
        near = near.replace(place, " ")
    between = (bare[first.end() : second.start()] + second[0] for first, second in pairwise(initials))
    return bool(initials) and (
        _BESIDE.search(_INITIALS.sub(" ", figures(near))) is not None
        or any(re.search(_KIN, words, re.IGNORECASE) for words in between)
    )


_HOUSE = re.compile(
    r"\b(?:jalan|gang|lorong|perumahan|kompleks) ((?:(?!(?:r[tw]|nomor) )[^\W\d]\w* ){1,4}(?:\d+ (?=(?:r[tw]|nomor) ))?)"
    r"(?:r[tw] \d+ )*(?:nomor )?(\d+)\b"
)


def houses_in(text: str) -> frozenset[tuple[str, str]]:
    """Street and number of each house."""
    return frozenset((street.strip(), number) for street, number in _HOUSE.findall(_plain(text)))
