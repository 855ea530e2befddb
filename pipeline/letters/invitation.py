"""The invitation of SOP step 13 (letter rule 1): whether a text still advises to come in person."""

import re

from pipeline.letters.sentences import NOT, is_denied, is_supposed, sentences

_ASKS = re.compile(
    r"\b(?:menyarankan|(?:di)?sarankan|(?:meng|di)?harapkan|berharap|(?:di)?harap|(?:meng|di)?undang|(?:meng)?ajak|kesediaan|"
    r"(?:di)?mohon|(?:meng|di)?anjurkan|(?:meng|di)?imbau|himbau|berkenan|sila(?:h)?kan|disilakan|(?:di|mem)?persilakan|(?:me|di)?minta|memohon|datanglah|hadirlah|lebih baik|alangkah baik\w*|ingin|menyambut|sebaiknya|hendaknya|"
    r"(?:kami )?(?:tunggu|nantikan)|menanti(?:kan)?|menunggu|(?:jangan|tidak (?:perlu|usah)) (?:ragu|sungkan|segan))\b",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\b(?:datang(?:lah)?|hadir(?:lah)?|berkunjung|mampir|menghadap|kedatangan|kehadiran|kunjungan|(?:ber)?tatap muka|bertemu langsung)\b",
    re.IGNORECASE,
)
_GOES = re.compile(
    rf"{_COMES.pattern}|\b(?:ke (?:kantor(?! (?:polisi|desa|kelurahan|kecamatan))|unit layanan)|menemui (?:petugas|kami))\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:petugas|pendamping|tim|psikolog|konselor)\b(?:(?!saudar|ibu|bapak|anda|yang ber)[^,.;]){0,40}?\b(?:datang|hadir|berkunjung|kunjungan|menemui)\b"
    r"|\bkami (?:tidak |belum |akan |dapat |juga )*(?:datang|hadir|berkunjung)\b",
    re.IGNORECASE,
)
"""Where the office is who comes."""
_ONCE = re.compile(r"\b(?:sebelumnya|(?<!lebih )dahulu|dulu|pernah|semula|tadinya|sempat)\b", re.IGNORECASE)
_IN_PART = re.compile(
    r"\w+(?:\s+(?:secara\s+)?langsung)?\s+(?:(?:ke|di|dalam)\s+(?:kantor\s+)?(?:polisi|kepolisian|pol\w+|pengadilan|sidang|persidangan|"
    r"sekolah|rumah|rsud|puskesmas|desa|balai|kelurahan|kecamatan|mana)|(?:(?:ke|di)\s+\w+(?:\s+kami)?\s+)?(?:sendiri(?:an)?|"
    r"seorang diri|bersama\w*|berdua|(?:dengan )?membawa|pada (?:hari|jam|tanggal|waktu)|(?:hari|jam) (?:itu|tersebut)|tepat|setiap|"
    r"sekaligus|lebih awal|berkali-kali|\w+ kali|terburu-buru|tanpa))\b",
    re.IGNORECASE,
)
"""A negation that bears on how or when to come, not on coming."""
_ABOUT = re.compile(
    r"\b(?:undangan|ajakan|saran|anjuran|h?imbauan|permintaan|harapan|kedatangan|kehadiran|kunjungan|datang|hadir|tatap muka|pertemuan|hal|"
    r"rencana|paragraf|kalimat)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:melarang|dilarang|menolak|hindari(?:lah)?|menghindari|menunda|tunda(?:lah)?|(?:meng)?urungkan|alih-alih|daripada|ketimbang)"
    r"(?:\s+(?:untuk|niat|rencana|saudar[ai]|ibu|bapak|anda|dulu))*\s+(?:datang|hadir|berkunjung|kedatangan|kehadiran|kunjungan)\b"
    r"|(?<!berhak )(?<!boleh )(?<!dapat )(?<!bisa )(?<!silakan )(?<!ingin )(?<!hendak )\b(?:(?:di|me|kami )?(?:tarik|narik|cabut|ncabut) kembali|"
    r"(?:kami |di)(?:tarik|cabut)|mencabut|tidak jadi(?! (?:soal|masalah))|lupakan|anggap(?:lah)? (?:saja )?(?:[^.;]{0,40} )?tidak (?:ada|pernah)|(?:di|mem|kami )?batal(?:kan)?|(?:di|meng)?abaikan|(?:di)?tiadakan|meniadakan|gugur|"
    r"(?:di|meng)?hapus(?:kan)?)\b(?!\s+(?:pengaduan|laporan|aduan|persetujuan))"
    rf"|(?<!yang ){NOT}(?:\s+(?:lagi|akan|dapat|bisa|kami|pernah))*\s+(?:berlaku|diperlukan|dibutuhkan|perlukan|butuhkan|diharapkan|"
    r"harapkan|disarankan|sarankan|anjurkan|diterima|terima|(?:\w+ )?yang (?:kami )?(?:anjurkan|sarankan|harapkan|inginkan|perlukan)|sekarang|saat ini|dalam waktu dekat|saatnya|waktunya|(?:perlu|usah) (?:dilakukan|diikuti|dipenuhi|diindahkan|dihiraukan|ditanggapi|dilaksanakan|diperhatikan)|"
    r"perlu(?: lagi)?(?=\s*(?:[.,;]|$)))",
    re.IGNORECASE,
)
"""What forbids to come, or takes back a word about coming."""


def stands(text: str) -> bool:
    """Whether a sentence of ``text`` invites, and none takes it back."""
    return any(map(_invites, sentences(text))) and not takes_back(text)


def takes_back(text: str) -> bool:
    """Whether a sentence negates or withdraws an invitation, wherever the negation stands."""
    told = (
        (rest, pattern, found.start())
        for rest in (_OURS.sub(" ", sentence) for sentence in sentences(text))
        for pattern in (_GOES, _ASKS, _ENDS)
        for found in pattern.finditer(rest)
    )
    return any(
        is_denied(rest, at) != (pattern is _ENDS)
        and (pattern is _GOES or _ABOUT.search(rest) is not None)
        and not (pattern is _GOES and _IN_PART.match(rest, at))
        and not is_supposed(rest, at)
        for rest, pattern, at in told
    )


def _invites(sentence: str) -> bool:
    rest = _OURS.sub(" ", sentence)
    return bool(_ASKS.search(rest) and _COMES.search(rest) and not _ONCE.search(rest))
