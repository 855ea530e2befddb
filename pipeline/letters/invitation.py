"""The invitation of SOP step 13 (letter rule 1): whether a text advises to come in person."""

import re

from pipeline.letters.sentences import NOT, is_denied, is_supposed, sentences

_ASKS = re.compile(
    r"\b(?:menyarankan|(?:di)?sarankan|(?:meng|di)?harapkan(?:nya)?|berharap|(?:di)?harap|(?:meng|di)?undang|(?:meng)?ajak|kesediaan|"
    r"(?:di)?mohon|(?:meng|di)?anjurkan|(?:meng|di)?imbau|himbau|berkenan|sila(?:h)?kan|disilakan|(?:di|mem)?persilah?kan|(?:me|di)?minta|memohon|datanglah|hadirlah|"
    r"(?:paling|lebih|alangkah|ada) baik\w*|terbaik|(?:se)?baiknya|seyogi\w+|hendaknya|hendaklah|tidak ada salahnya|ingin|menyambut|"
    r"(?:saran|anjuran|h?imbauan|harapan|ajakan|undangan) (?:kami|agar|supaya)|besar harapan|rekomendasi\w*|merekomendasikan|kiranya (?:ibu|saudar[ai]|bapak|anda|dapat|berkenan|bersedia)|"
    r"temuilah|kunjungilah|singgahlah|(?:men|di)?dorong|mendorong|perkenan\w*|tak ada salahnya|sempatkan(?:lah)?|luangkan(?:lah)?|meluangkan|(?:kami )?(?:tunggu|nantikan)|(?:me|di)?nanti(?:kan)?|(?:men|di)unggu|menunggu|"
    r"(?:jangan(?:lah)?|tidak (?:perlu|usah)) (?:ragu|sungkan|segan|takut|malu|khawatir|bimbang|tunda|menunda)\w*)\b",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\b(?:datang(?:lah)?|hadir(?:lah)?|berkunjung|mampir|menghadap|(?:kedatangan|kehadiran|kunjungan)(?:nya)?|(?:ber)?tatap muka|bertemu langsung)\b",
    re.IGNORECASE,
)
_MEETS = re.compile(
    rf"{_COMES.pattern}|\b(?:(?:me)?temui(?:lah)?|(?:me)?ngunjungi|kunjungi(?:lah)?|bertandang|berjumpa|singgah(?:lah)?)\b"
    r"|\b(?:tunggu|nantikan) (?:ibu|saudar[ai]|bapak|anda) di\b",
    re.IGNORECASE,
)
"""More words of an invitation than of what takes one back."""
_GOES = re.compile(
    rf"{_COMES.pattern}|\b(?:ke (?:kantor|unit layanan)|menemui (?:petugas|kami))\b", re.IGNORECASE
)
_PAPERS = (
    r"(?:surat|dokumen|berkas|fotokopi|kartu|identitas|janji|perjanjian|pendaftaran|izin|syarat|persyaratan)"
)
_OURS = re.compile(
    r"\b(?:petugas|pendamping|tim|psikolog|konselor)(?:lah)?\b[^,.;]{0,40}?\b(?:datang|hadir|berkunjung|kunjungan|menemui)\b"
    r"|\bkami (?:tidak |belum |akan |dapat |juga )*(?:datang|hadir|berkunjung)\b"
    r"|\b(?:kedatangan|kehadiran|kunjungan) (?:ke )?(?:petugas|pendamping|tim|psikolog|konselor|rumah|lapangan|kerja)\b"
    rf"|\b{_PAPERS}(?: \w+)? {NOT}(?: lagi| perlu)? (?:diperlukan|dibutuhkan|diminta|dibawa)\b|{NOT}(?: lagi)? (?:diperlukan|dibutuhkan|memerlukan|membutuhkan) {_PAPERS}\b",
    re.IGNORECASE,
)
"""Where the office is who comes, or papers are what is not needed."""
_ONCE = re.compile(
    rf"\b(?:semula|tadinya|(?:pada )?awalnya)\b|\b(?:se)?andai\w*\b[^.;]*\btentu\w*|\b(?:kami|sudah|telah) (?:pernah|sempat)\b|\b(?:pernah|sempat) (?:kami|di\w+|me\w+)\b"
    rf"|\b(?:sebelumnya|(?<!lebih )dahulu|dulu),? (?:\w+ ){{0,3}}?{_ASKS.pattern}|{_ASKS.pattern} (?:kami |ibu |saudar[ai] )?(?:sebelumnya|dulu|dahulu)\b",
    re.IGNORECASE,
)
"""An invitation of former days, or of other circumstances."""
_READER = r"\b(?:ibu|saudar[ai]|bapak|anda)\b"
_OF_READER = re.compile(r"(?:di|me)?(?:minta|mohon|tunggu|nunggu|nanti|nantikan)\b|ingin\b", re.IGNORECASE)
"""What the reader need not do ("tidak perlu menunggu") before coming."""
_BY_US = re.compile(rf"\bkami\b(?:\s+\w+){{0,3}}\s+$|{NOT}\s+kami\s+$", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"\b(?:terlapor|pihak lain|siapa ?pun|suami\w*|keluarga|kuasa hukum|pengacara|wakil|orang lain|saksi|tetangga|kerabat|"
    r"(?:korban|anak\w*|yang bersangkutan)\b[^,;]*\b(?:ikut|harus|wajib))\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"(?<!sampai )(?<!hingga )(?<!sebelum )\b(?:hari (?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|libur|raya|besar)|tanggal merah|luar (?:jam|hari)|"
    r"jam istirahat)\b",
    re.IGNORECASE,
)
"""Who else may come, when an office is closed: to negate these leaves the advice."""
_ASIDE = re.compile(
    r",\s*(?:setelah|sesudah|mengingat|menurut|menimbang|karena|berhubung|sehubungan|dengan|sebagaimana|apalagi|lebih-lebih|bahkan|sejauh|berdasarkan|"
    r"atas|meski\w*|walau\w*|melihat|demi|sampai|hingga|untuk sementara|sementara)\b[^,;.]*,",
    re.IGNORECASE,
)
_IN_PART = re.compile(
    r"\w+(?:\s+(?:secara\s+)?langsung)?(?:\s+(?:ke|di)\s+\w+(?:\s+\w+)?)?\s+(?:pun|sendiri(?:an)?|seorang diri|(?:me)?lewat\w* (?:pukul|jam)|(?:sesudah|setelah|sebelum) (?:pukul|jam)|terlalu|melalui|bersama\w*|berdua|"
    r"(?:ke|di) (?:rumah|sekolah|kantor (?:polisi|desa|camat)|kepolisian|pengadilan|persidangan)|dalam keadaan|(?:dengan )?membawa|(?:pada )?(?:hari|jam|tanggal|waktu) (?:itu|tersebut|yang)|tepat|setiap|sekaligus|lebih awal|"
    r"berkali-kali|\w+ kali|terburu-buru)\b",
    re.IGNORECASE,
)
"""A negation of how or when to come."""
_ANOTHER_DAY = re.compile(
    r"\b(?:hari|waktu|jadwal) (?:yang )?lain\b|\b(?:dijadwalkan|jadwalkan) (?:kembali|ulang)\b|\bsesuai (?:dengan )?(?:keinginan|permintaan)\b",
    re.IGNORECASE,
)
"""What is put off, not taken back."""
_ABOUT = re.compile(
    r"\b(?:undangan|ajakan|saran|anjuran|h?imbauan|permintaan|harapan|kedatangan|kehadiran|kunjungan|datang|hadir|tatap muka|pertemuan|hal|"
    r"rencana|paragraf|kalimat)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:melarang|dilarang|menolak|hindari(?:lah)?|menghindari|menunda|tunda(?:lah)?|(?:meng)?urungkan|menahan diri|alih-alih|daripada|ketimbang)"
    r"(?:\s+(?:untuk|dari|niat|keinginan|maksud|rencana|saudar[ai]|ibu|bapak|anda|dulu|dahulu|sementara))*\s+(?:datang|hadir|berkunjung|kedatangan|kehadiran|kunjungan)\b(?! ke rumah)"
    r"|\b(?:namun|tetapi|tapi|sayang(?:nya)?|hanya saja)\b[^.;]{0,80}?(?P<barred>(?:tidak|belum|tak) (?:dapat |akan )?(?:me)?mungkin(?:kan)?)\b(?! (?:bagi|untuk))"
    r"|\b(?:datang|hadir)(?: \w+){0,3}? hanya (?:bila|jika|apabila|kalau|setelah)\b"
    r"|(?<!berhak )(?<!boleh )(?<!dapat )(?<!bisa )(?<!silakan )\b(?:(?:di|me|kami )?(?:tarik|narik|cabut|ncabut) kembali|"
    r"(?:kami |di)(?:tarik|cabut)|mencabut|tidak jadi|lupakan|(?:di)?anggap(?:lah)? (?:saja )?(?:[^.;]{0,40} )?tidak (?:ada|pernah)|(?:di|mem|kami )?batal(?:kan)?|(?:di|meng)?abaikan|(?:di)?tiadakan|meniadakan|gugur|"
    r"(?:di|meng)?hapus(?:kan)?)\b(?!\s+(?:pengaduan|laporan|aduan))"
    rf"|(?<!yang ){NOT}(?:\s+(?:lagi|akan|dapat|bisa|kami|pernah))*\s+(?:berlaku|diperlukan|dibutuhkan|perlukan|butuhkan|diharapkan|"
    r"harapkan|disarankan|sarankan|anjurkan|diterima|terima|(?:\w+ )?yang (?:kami )?(?:anjurkan|sarankan|harapkan|inginkan|perlukan)|sekarang|saat ini|dalam waktu dekat|saatnya|waktunya|(?:perlu|usah) (?:dilakukan|dipenuhi|ditanggapi|diperhatikan)|(?:(?:perlu|usah|ibu|saudar[ai]|bapak|anda) )*(?:di)?(?:ikuti|indahkan|hiraukan|laksanakan|jalankan|turuti)|"
    r"perlu(?: lagi)?(?=\s*(?:[.,;]|$)))"
    r"|\b(?:undangan|ajakan|saran|anjuran|h?imbauan|kedatangan|kehadiran|kunjungan|datang langsung|tatap muka)\b[^.;]{0,80}?"
    r"\b(?P<put_off>ditunda|dihindari|(?:di|kami )kecualikan|(?<!di)tunda|(?:di)?tangguhkan|dihentikan|dibekukan|ditutup)\b|\b(?:niat|rencana|maksud|saran|anjuran|ajakan|undangan) (?:itu |tersebut )?(?:\w+ )?(?:di|kami )?(?:urungkan|tunda|tangguhkan)\b|\bbukan(?:lah)? (?:ibu|saudar[ai]|bapak|anda)\s*(?=[.,;]|$)",
    re.IGNORECASE,
)
"""What forbids to come, or takes it back."""


def stands(text: str) -> bool:
    """A sentence of ``text`` invites, and none takes it back."""
    return invites(text) and not takes_back(text)


def invites(text: str) -> bool:
    """A sentence of ``text`` invites, whatever the others say."""
    return any(map(_invites, sentences(text.replace(";", ","))))


def takes_back(text: str) -> bool:
    """Negates or withdraws an invitation, wherever the negation stands."""
    return any(
        _negates(rest, pattern, found)
        for sentence in sentences(text)
        for bare in (_OURS.sub(" ", sentence),)
        for rest in {bare, _ASIDE.sub(" ", bare)}
        for pattern in (_GOES, _ASKS, _ENDS)
        for found in pattern.finditer(rest)
    )


def _negates(rest: str, pattern: re.Pattern[str], found: re.Match[str]) -> bool:
    at = found.start(found.lastgroup or 0)
    clause = re.split(r"[,;]", rest[:at])[-1] + re.split(r"[,;]", rest[at:])[0]
    if is_denied(rest, at) == (pattern is _ENDS) or is_supposed(rest, at):
        return False
    if _OF_OTHERS.search(clause) and not re.search(_READER, clause, re.IGNORECASE):
        return False
    if pattern is _GOES:
        return not _IN_PART.match(rest, at) and not _CLOSED.search(clause)
    is_readers = pattern is _ASKS and _OF_READER.match(rest, at) and not _BY_US.search(rest[:at])
    return bool(
        _ABOUT.search(rest) and not is_readers and not (pattern is _ENDS and _ANOTHER_DAY.search(rest))
    )


_THEM = re.compile(
    r"\bkami (?:sudah|telah) (?:meminta|mengundang|memanggil|mengajak) (?!ibu\b|saudar[ai]\b|bapak saudar|anda\b|yang bersangkutan\b)",
    re.IGNORECASE,
)
"""Others were invited."""


def _invites(sentence: str) -> bool:
    rest = _OURS.sub(" ", sentence)
    return bool(_ASKS.search(rest) and not _ONCE.search(rest) and not _THEM.search(rest)) and any(
        not is_denied(rest, found.start()) for found in _MEETS.finditer(rest)
    )
