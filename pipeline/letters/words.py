"""Words that the letter rules look for; office language, kept apart from the rules that use them."""

from __future__ import annotations

import re
from collections.abc import Iterable


def _any(words: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split())})\b", flags)


# Hal: no word of violence, of a kind of complaint, or of a party (rule 6).
TELLING = _any(
    r"(?:ke)?keras(?:an)? KDRT TPKS TPPO KtP KtA (?:peng)?aduan melapor(?:kan)? laporan (?:pe)?lapor(?:an)? terlapor "
    r"korban pelaku saksi seks\w* seksual pelecehan melecehkan (?:pem)?perkosa\w* pemerkosaan cabul pencabulan zina "
    r"aniaya penganiayaan pemukulan penelantaran eksploitasi traf\w+king perdagangan perundungan bull?y\w* "
    r"perceraian cerai nafkah psikis fisik ancaman pengancaman penyiksaan kejahatan pidana kasus visum rumah.tangga "
    r"suami istri anak perlindungan rujukan penyekapan penculikan persetubuhan inses pornografi"
)
# Acts and marks that only a chronology tells (rule 7).
ACTS = _any(
    r"kronologi\w* (?:di|me)\w*(?:pukul|tampar|tendang|aniaya|perkosa|cabul|jambak|cekik|leceh|bacok|injak|siksa|sekap|"
    r"lempar)(?:i|kan)?\w* dipukul\w* memukul\w* dianiaya menganiaya ditampar menampar ditendang menendang diperkosa "
    r"memperkosa dicabuli mencabuli dicekik mencekik dijambak menjambak disiksa menyiksa disekap menyekap didorong "
    r"dibentak dihina dimarahi diusir diancam mengancam dirundung merundung dilecehkan melecehkan disetubuhi diejek "
    r"memar lebam berdarah luka luka-luka ditelanjangi dipaksa"
)
# A day or an hour told as an event rather than as an appointment (rule 7).
EVENT = re.compile(
    r"\b(?:peristiwa|kejadian|perbuatan)\b[^.;]{0,60}\b(?:terjadi|berlangsung|dilakukan|menimpa)\b"
    r"|\bterjadi (?:pada|di|sekitar)\b|\bpada (?:hari )?\w*,? ?(?:tanggal )?\d{1,2} \w+ \d{4} (?:sekitar )?pukul\b[^.;]{0,80}"
    r"\b(?:mengalami|melakukan|datang dan|mendatangi)\b",
    re.IGNORECASE,
)
UNFILLED = re.compile(
    r"\{\{|\}\}|\{%|%\}|\[[^\]\n]{0,40}\]|_{3,}|\.{4,}|…{2,}|\b(?:XXX+|None|nan|null|undefined)\b|\b(?:ialah|kepada|tanggal|"
    r"nomor register)\s*[.,;]"
)
PERSON = re.compile(
    r"\b(?:Sdr|Sdri|Bpk|Saudara|Saudari|Bapak|Ibu|Nona|Tuan|Nyonya|Ny|Tn)\b|\bS\.\s?(?:H|Sos|Pd|Psi|Kep|E|IP)\b|"
    r"\bM\.\s?(?:Si|H|Pd|Kes|Psi)\b|\b(?:Drs|Dra|dr|Hj?)\.",
)
INSTITUTION = _any(
    r"Kepala Dinas Badan Kapolres Kapolsek Polres Polsek Kepolisian Kecamatan Camat Puskesmas RSUD Rumah.Sakit Sekolah SD SMP SMA "
    r"SMK MTs MI MA SDN Bupati Wali.Kota Gubernur Kantor UPTD UPT Kementerian Direktur Direktorat Ketua Kejaksaan Kajari Pengadilan "
    r"Lurah Kelurahan Desa Sekretari\w+ Inspektorat Inspektur Komnas Komisi Lembaga Yayasan Unit Bagian Bidang Panti Balai Arsip "
    r"Universitas Klinik LPSK KPAID? Forum"
)
INVITES = re.compile(
    r"menyarankan|mengharapkan|mengundang|kami harap|kesediaan|dimohon|kami mohon", re.IGNORECASE
)
COMES = re.compile(r"\bdatang langsung\b", re.IGNORECASE)
NOT_COMES = re.compile(
    r"\b(?:tidak|tak|jangan|belum) (?:perlu |usah |harus |boleh )?datang langsung\b", re.IGNORECASE
)
FREE = re.compile(r"\b(?:tanpa|tidak) dipungut biaya\b", re.IGNORECASE)
_TITLES = frozenset(
    (
        "sdr",
        "sdri",
        "bpk",
        "saudara",
        "saudari",
        "bapak",
        "ibu",
        "nona",
        "dra",
        "drs",
        "hj",
        "h",
        "dr",
        "ny",
        "tn",
    )
)


def names_in(text: str, names: Iterable[str]) -> bool:
    """Tell whether one of ``names`` stands in ``text``: whole words, any case, any spacing, titles aside.

    Initials ("A.P.") are not names.
    """
    flat = f" {_flat(text)} "
    return any(len(bare) > 2 and f" {bare} " in flat for bare in map(_bare, names))


def _bare(name: str) -> str:
    if re.fullmatch(r"(?:\s*\w\.)+\s*", name):
        return ""
    return " ".join(word for word in _flat(name).split() if word not in _TITLES)


def _flat(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())


def same_person(one: str, other: str) -> bool:
    """Tell whether two writings name one person, titles and case aside."""
    return bool(_bare(one)) and _bare(one) == _bare(other)
