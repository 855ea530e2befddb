"""Names of people as letters write them, with titles, initials and capitals."""

import re

from pipeline.intake import rules

TITLE = r"(?:Ibu|Bapak|Bpk\.?|Bp\.|Bu|Pak|[Ss]dri\.?|[Ss]dr\.?|Saudari|Saudara|Ny\.?|Nn\.?|Tn\.?|N[jy]onja|Nyonya|Nona|Tuan|Mbah|Mbok|Kakek|Nenek|Oma|Opa|By\.|Sr\.|An\.|Kak|Mbak|Mas|Pendeta|Pdt\.|Pdm\.|Pnt\.|Ns\.|drg\.|Bidan|Suster|Ustadzah|Ustadz|Ustaz|Ust\.|Hj\.?|H\.|dr\.|Dr\.|Prof\.|Drs\.|Dra\.|Bd\.)"
_WORD = (
    r"(?:[A-Z](?:\.\s?[A-Z])*\.(?![A-Za-z])|[A-Z][a-z'’\-]+(?![A-Za-z])|[A-Z]{2,}(?![a-z])|[A-Z](?![\w.]))"
)
NAME = rf"(?:{TITLE}\s+){{0,4}}{_WORD}(?:\s+(?:(?:bin|binti|alias)\s+)?{_WORD}){{0,3}}"
_BEHIND = r"(?:[SMABD]\.\s?(?:[A-Z][A-Za-z]{0,4}(?![a-z])\.?\s?){1,3}|Ph\.\s?D\.?|Sp\.\s?[A-Z]{1,3}\b|Lc\b\.?|Ners\b|Ns\.|Psikolog\b|Amd?\.\s?Keb\.?)"
DEGREE = rf"(?:,\s*{_BEHIND})*"  # degrees behind a name ("S.H., M.H."); "Jl." and "Kel." are none
_NAME = re.compile(NAME)
_STOP = re.compile(
    r"\s+(?:Kami|Saya|Dia|Ia|Anak|Umur|Alamat|Desa|RT|Kecamatan|Kec|Yang|Dengan|Untuk|Pada|Di|Katanya|HP|WA|NIK|NIP|NRP|Kepada|Yth|Jth|No|Telp|Tidak|Kalau|Mohon|Jangan|Hal|Nama|Kelurahan|Jalan|Jl)\b"
)
_NOBODY = re.compile(
    r"^(?:[IVX]+|Kepada|Yth|Jth|Terhormat|Perihal|Lampiran|Tembusan|Salam|Hormat|Terima|Demikian|Wassalam|Kami|Saya|Dia|Ia|Anak|Umur|Usia|Kira|Sekitar|Lebih|Alamat|Desa|RT|Kecamatan|Kec|Yang|Dengan|Untuk|Pada|Di|Tidak|Belum|Mohon|Hal|Nomor|Sekolah|Korban|Terlapor|Pelapor|Minggu|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Undang|Dinas|Polres|Polsek|Puskesmas|Beliau|Pelaku|Istrinya|Suaminya|Istri|Warga|Perempuan|Siswa|Siswi|Murid|Seorang|Bahwa|Adik|Kakak|Cucu|Teman|Tetangga|Keponakan|Bayi|(?:Putri|Putra)(?!\s+[A-Z])|Mereka|Klien|Pasien|Penyintas|Sering|Selalu|Akibat|Jangan|Tolong|Mama|Papa|Bapaknya|Ibunya|Suami|Istri|Tadi|Kemarin|Lalu|Kini|Sekarang|Besok|Setiap|Sejak|Ketika|Kalau|Bila|Jika|Menurut|Dari|Karena|Namun|Tetapi|Tapi|Juga|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)\b"
)


def first_name(text: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """Where the name that begins exactly at ``start`` stands."""
    if (match := _NAME.match(text, start, len(text) if end is None else end)) is None:
        return None
    stop = match.end()
    if cut := _STOP.search(text, start, stop):
        stop = cut.start()
    words = text[start:stop].rstrip(" ,\n")
    if len(words) < 2 or _NOBODY.match(words) or re.fullmatch(TITLE, words):
        return None
    return start, start + len(words)


def without_titles(name: str) -> str:
    """Without titles, in usual capitals."""
    plain = re.sub(r"\s+", " ", name).strip(" ,;:")
    short = re.sub(rf"^(?:{TITLE}\s+)+", "", plain)
    if re.fullmatch(r"(?:[A-Z]\.?\s?){2,4}", short) and "." in short:
        return short.replace(" ", "")
    return " ".join(
        word.capitalize() if word.isupper() and len(word) > 1 and "." not in word else word
        for word in short.split()
    )


def proper(title: str) -> str:
    """An institution in usual capitals, acronyms kept."""
    words = re.sub(r"\s+", " ", title).strip(" ,.;:-_").split()
    if sum(c.isupper() for c in title) < 0.7 * sum(c.isalpha() for c in title):
        return " ".join(words)
    acronyms = set(rules.table("institutions")["words"]["acronyms"])
    return " ".join(
        w if w.strip(",.()") in acronyms or any(c.isdigit() for c in w) else w.capitalize() for w in words
    )


def same_person(name: str, other: str) -> bool:
    """Such as "Sarbini" and "Sarbini bin Umar"."""
    first, second = without_titles(name).lower().split(), without_titles(other).lower().split()
    return bool(first) and bool(second) and (set(first) <= set(second) or set(second) <= set(first))
