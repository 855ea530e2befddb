"""The invitation of SOP step 13 (letter rule 1): whether a text advises to come in person."""

import re

from pipeline.letters.sentences import ASKED, HER, NOT, is_denied, is_supposed, phrases, sentences

_COMES = r"(?:(?:men)?datang(?:i|kan)?|(?:meng)?hadir(?:i|kan)?|(?:ber|me)(?:ng|k)unjung(?:i|an)?|kunjungi|(?<!rumah )singgah|mampir|(?:ber)?tandang|menghadap|menemui|temui|(?:men)?jumpai)(?:lah)?"
_MEETS = r"(?:bertemu|(?:di|mem)pertemukan|bersua|ketemu|(?:ber)?jumpa|(?:ber)?tatap(?:an)? muka|(?:ber)?(?:hadapan|temu) muka|duduk (?:bersama|bareng|dengan))(?:lah)?"
_NOUN = r"(?:kedatangan|kehadiran|kunjungan)"
_ROOM = (
    r"(?:kantor|unit|loket|ruang\w*|meja|gedung|sekretariat|alamat|tempat kami|sini|jalan|P2TP2A|UPTD)\b"
    r"(?! (?:polisi|desa|kelurahan|camat|kecamatan|dinas|pengadilan))"
)
_TO_US = rf"(?:(?:ke|menuju)(?: \w+)? {_ROOM}|ke ?mari)"
_GOES = phrases(
    rf"\b(?:{_COMES}|{_MEETS}(?= (?:\w+ )?(?:petugas|kami))|{_NOUN}(?:nya)?|{_TO_US}|menempuh perjalanan)\b"
)
"""To come to the office, which may not be denied."""
_MEANT = phrases(
    rf"\b(?:terima|menerima|melayani|layani|menemui|menjumpai) {HER}(?=[^,]*\b(?:di {_ROOM}|hari|jam|pukul))\b",
    rf"\b(?<!akan )(?<!baru )(?<!barulah )(?<!nanti )(?<!hendak )(?:(?:meng)?undang {HER}|{HER} (?:kami |di)undang)\b",
    rf"\b(?P<she>{_COMES}(?! (?:saudar[ai]|anda|(?:ibu|bapak)(?!(?-i: [A-Z])))\b)|{_TO_US}|main(?:-main)?(?:lah)?(?= ke)|melangkah\w*|(?:me)?lapor(?:kan)? diri)\b",
    rf"\b(?:{_MEETS}|{_NOUN}(?:nya| (?:\w+ )?{HER}))\b",
    rf"\b(?:tunggu|nantikan|menunggu|menanti(?:kan)?|menyambut|sambut) {HER}\b",
    r"\bpintu\b[^,]*\bterbuka\b",
    rf"\b{HER} (?:(?:akan|dapat|bisa|tetap|selalu|siap|senantiasa) )*(?:di|kami )(?:tunggu|nanti|sambut|terima)\b",
)
_OFFICER = r"(?:petugas|konselor|psikolog|pendamping|pekerja sosial)"
_LOOSELY = phrases(
    rf"\b{ASKED}\b.*\b(?:pertemuan|janji temu)\b",
    rf"\bpertemuan\b.*\b(?:{ASKED}|{HER}|pukul|jam|hari|di {_ROOM})\b",
    rf"\b(?:{ASKED}|{HER}|kita|langsung|saja)\b.*\b(?:di {_ROOM}|pintu)\b",
    rf"\b(?:langsung|mendengar) dari {HER}\b",
    rf"\bsecara (?:langsung|lisan)\b.*\b{_OFFICER}\b",
    rf"\b(?:kepada|dengan|hadapan) {_OFFICER}\b.*\b(?:langsung|lisan)\b",
    rf"\b(?:langsung|lisan)\b.*\b(?:kepada|dengan|hadapan) {_OFFICER}\b",
    rf"\bsiap (?:\w+ )?(?:menerima|menyambut|melayani) {HER}\b",
    rf"\b(?:silah?kan|mari|mohon|tolong|ayo|yuk|(?!(?:te|ada|ia|sete|seko|masa|jum|sa|bukan|tidak|biar|cukup)lah)\w+lah)\b.*\b{_ROOM}\b",
    r"\bkami (?:\w+ )?(?:menunggu|menanti|tunggu|nantikan)\b(?! (?:kabar|surat|balas|jawab|panggil|hasil|laporan|berita|informasi|keputusan|berkas|dokumen))",
    rf"^(?!.*\b\w*(?:layan|konseling|konsultasi|gratis|biaya|buka|letak|alamat|berada|berkantor|sudah|telah)).*\b(?:di|ke) {_ROOM}",
    rf"\b{ASKED}\b.*\b\w*(?:bicara|bincang|cakap|ngobrol|konsultasi|cerita)\w*\b.*\b(?:{_OFFICER}|kami)\b",
)
_AFAR = phrases(
    r"\b(?:\w*(?:surat|berkas|hubungi|lepon|irim|daring|pesan|whatsapp)|(?:di|ter|kami )(?:simpan|catat|proses|bahas|baca|arsip|daftar))\w*\b",
    rf"\b\w*terima\w*(?! {HER})\b|\b(?:ter|di)sedia\w*\b|\btindak lanjut\b",
)
"""She comes, or is received; a meeting at the office; what the office does with a letter, or by telephone."""
_CHEER = phrases(
    rf"{NOT} (?:\w+ ){{0,3}}?(?:ragu|sungkan|segan|takut|malu|khawatir|bimbang|risau|cemas|canggung|keberatan|salah|hanya|saja|bosan|(?:me)?[nt]unda)\w*"
)
_CLAUSE = phrases(
    r"[,;:()]|\b(?:namun|tetapi|tapi|sehingga|maka|sebab|jadi|sedangkan|melainkan|(?:oleh )?(?:karena|sebab) itu)\b",
)
_BARS = phrases(
    rf"(?!tanpa\b){NOT}",
    rf"\b(?:keinginan|niat|maksud|permintaan|rencana) {HER}\b",
    r"\b(?:daripada|ketimbang|alih-alih|hanya|giliran|menahan diri|\w*(?:larang|tolak|nolak|cegah|bebaskan)\w*)\b",
    r"\b(?:akan|baru(?:lah)?|nanti|kelak)\b (?:\w+ ){0,2}?(?:di|me\w*|kami )?(?:undang|panggil|hubung|kabar|jadwal|atur|beri ?tahu|sampaikan|susul|t?entukan|t?etapkan|umumkan)\w*",
    r"\bbaru(?:lah)? (?:dapat|bisa|boleh)\b",
    rf"\b(?:(?:lain|orang|keluarga|petugas|kami)(?: \w+)?|saja) yang\s+(?:{_COMES}\s+)?$",
    rf"\b(?:sudah|telah|pernah|sempat|atas|setelah|sesudah|sebelum|ketika|saat|sewaktu|selama|sejak)(?: {HER}| kami)?\s+(?:{_COMES}\s+(?:dan\s+)?)?$",
)
"""What stands before what is not asked of her, or not yet, or was."""
_BYGONE = phrases(
    r"\b(?:(?:minggu|pekan|hari|bulan) (?:yang )?lalu|tadi|semula|sedianya|tadinya|awalnya|waktu itu|kemarin|(?:yang|kami|^)\s*sebelumnya|pernah kami|kami pernah|ada kemungkinan|(?:sudah|telah) (?:terisi|penuh))\b|\bselama ini\b.*\b(?:warga|orang|pelapor)\b",
    r"\b(?:jadwal|t?entu|t?etap|kabar|tahu|umum|atur|informasi)\w* (?:\w+ ){0,2}(?:kemudian|menyusul|belakangan|nanti)\b",
    r"andai\w*\b[^.;]*\btentu|\b(?:seyogi\w+|seharusnya|mestinya|sebenarnya|sebetulnya)\b.*\b(?:tetapi|tapi|namun|sayang)",
    rf"\bkami (?:sudah|telah) \w*(?:minta|undang|panggil|ajak)\w* (?!{HER}|yang bersangkutan)",
)
_BY_OTHERS = phrases(
    r"\b(?:petugas|pendamping|tim|psikolog|konselor|pekerja sosial|terlapor|pelaku|suami\w*|saksi|tetangga|camat|lurah|kepala|ketua|"
    rf"polisi\w*|pihak|tamu|siapa|surat)\b(?:(?!\b(?:{HER}|kita|untuk|dan|{ASKED})\b).)*$",
    r"\bkami(?: (?:akan|dapat|bisa|juga|pun|siap|sendiri|yang|langsung|selalu|tetap|bersedia|ingin|hendak|untuk))*\s+$",
    r"\b(?:\w*(?:irim|elepon|hubung|erus|erah|abar|pindah|[tn]anya)\w*|sampai|masuk|tiba)\b.*$",
)
"""The office comes, somebody else, or a paper."""
_ELSEWHERE = phrases(
    r"\W+(?:(?!(?:ke|di)\b)\w+\W+){0,4}(?:ke|di) (?:rumah(?! (?:pe)?layanan| kami)|tempat(?! kami)|kediaman|sekolah|lapangan|desa|kantor (?:polisi|desa|camat)|pol(?:sek|res)\w*|kepolisian|puskesmas|pengadilan)\b",
    r"\W+(?:\w+ )?(?:laman|situs|web\w*|akun|media)\b",
)
_IF_FIRST = phrases(
    r"^\W*(?:\w+ ){0,2}?(?:apabila|bila\w*|jika|kalau|sekiranya|seandainya|andai\w*|(?:meski|walau)\w*)\b(?!.*\b\w*(?:kenan|mau|sedia|s?empat|luang|siap|sudi)\w*\b)"
)
"""A condition that is no wish."""
_OURS = phrases(
    r"\b(?:petugas|pendamping|tim|psikolog|konselor)(?:lah)?\b[^,.;]{0,40}?\b(?:datang|hadir|berkunjung|kunjungan|menemui)\b",
    rf"\b{_NOUN} (?:ke )?(?:petugas|pendamping|tim|psikolog|konselor|rumah|lapangan|kerja)\b",
)
"""Where the office is who comes."""
_OF_OTHERS = phrases(
    r"\b(?:terlapor|pihak lain|r[tw]|lurah|ketua|kepala|polisi|tokoh|siapa ?pun|suami\w*|keluarga|kuasa hukum|pengacara|wakil|orang lain|saksi|tetangga|kerabat|(?:korban|anak\w*|yang bersangkutan)\b[^,;]*\b(?:ikut|harus|wajib))\b",
)
_CLOSED = phrases(
    r"(?<!sampai )(?<!hingga )(?<!sebelum )\b(?:hari (?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|libur|raya|besar)|tanggal merah|luar (?:jam|hari)|jam istirahat)\b"
)
"""Who else may come, when an office is closed: to negate these leaves the advice."""
_IN_PART = phrases(
    r"\w+(?:\s+(?:secara\s+)?langsung)?(?:\s+(?:ke|di)\s+\w+(?:\s+\w+)?)?\s+(?:pun|sendiri(?:an)?|seorang diri|(?:me)?lewat\w*|"
    r"(?:sesudah|setelah|sebelum) (?:pukul|jam)|terlalu|melalui|bersama\w*|berdua|dalam keadaan|(?:dengan )?membawa|tepat|setiap|"
    r"(?:ke|di) (?:rumah|sekolah|kantor (?:polisi|desa|camat)|kepolisian|pengadilan|persidangan)|(?:pada )?(?:hari|jam|tanggal|waktu) (?:itu|tersebut|yang)|"
    r"sekaligus|lebih awal|tidak (?:me|apa|akan|berarti)\w*|rumah|(?:pagi|siang|sore|buru)\S*|berkali-kali|\w+ kali|terburu-buru)\b"
)
"""A negation of how or when to come."""
_ANOTHER_DAY = phrases(
    r"\b(?:hari|waktu|jadwal) (?:yang )?lain\b|\b(?:di)?jadwalkan (?:kembali|ulang)\b|\bsesuai (?:dengan )?(?:keinginan|permintaan)\b",
)
"""What is put off, not taken back."""
_ADVICE = rf"(?:undangan|ajakan|saran|anjuran|h?imbauan|{_NOUN}|{_MEETS}|pertemuan|niat|keinginan|rencana|acara|{_COMES}|hal (?:itu|ini|tersebut)|permintaan)"
_STOP = r"(?:batal|tahan|n?cabut|urung|abai|hapus|gugur|henti|beku|hindar|kecuali|lupa|larang|[tn](?:arik|unda|angguh|iada|olak))"
_MAY, _IF = r"(?<!boleh )(?<!dapat )(?<!bisa )(?<!berhak )", r"(?:bila|jika|apabila|kalau|setelah|sesudah)"
_ENDS = phrases(
    rf"\b{_NOUN}\b[^,;]{{0,80}}?\b(\w*(?:repotkan|ganggu|bahayakan|sulitkan|hambat)|percuma|sia-sia)\b",
    rf"\b(?:{_NOUN}|{_MEETS}|{_COMES})\b[^,;]{{0,40}}?{NOT} (?P<idle>(?:(?:akan|banyak|ada|terlalu|dapat) )*(?:(?:ber)?(?:guna|faedah)|(?:ber)?manfaat|arti|menambah|mengubah|membantu)(?:nya)?)\b",
    rf"\b{_ADVICE}\b[^,;]{{0,80}}?(?:(anggap(?:lah)? (?:saja )?(?:tidak|batal|gugur)|baru(?:lah)? (?:dapat|akan|bisa|boleh)\b)"
    rf"|{_MAY}\b((?:(?:di|kami )(?:{_STOP}|tutup)|{HER} {_STOP}kan (?:dulu|dahulu|sampai|hingga))\w*|(?:batal|gugur)\b)"
    rf"|(?<!yang ){NOT}(?: (?:lagi|akan|dapat|bisa|kami|perlu|usah|pandang|anggap|rasa|merasa|sesuatu|yang|{HER}))* "
    r"(?P<none>usah|penting|mendesak|tepat|(?:di|me\w*|ber)?(?:perlu(?:kan)?|butuhkan|laku|saran\w*|anjur\w*|harap\w*|ikuti|indah\w*|"
    r"hirau\w*|laksana\w*|jalan\w*|k?e?hendaki|turuti|tanggapi|terima|mungkin\w*))\b(?=\s*(?:[.,;]|$)| (?:lagi|sekarang|saat ini|dulu|dahulu|kepada|bagi|oleh|pada|untuk|sebelum|sampai|hingga|selama|karena|di|dalam|secara|sementara)\b))",
    rf"{_MAY}\b((?:me\w{{0,2}})?{_STOP}(?:kan|i)?(?:lah)?|menahan diri|bebaskan|(?:tidak|belum|kurang) memungkinkan)\b(?: (?!{HER})\w+){{0,3}}?(?: {HER})? {_ADVICE}\b",
    rf"{NOT}(?: (?:lagi|akan|dapat|kami|sedang))* (?P<ask>(?:me\w*|di)?(?:s?aran|anjur|harap|undang|ajak|minta|mohon)\w*)\b"
    r"[^;]{0,80}\b(?:untuk|agar|supaya) (?:\w+ )?(?:datang|hadir|berkunjung|menemui|bertemu)\b",
    rf"\b(hanya)\b[^;]*\b(?:datang|hadir|diterima)\b[^;]*\b{_IF}\b",
    rf"\b(?:{_COMES}|diterima)\b[^;]*\bhanya {_IF}\b",
    rf"\b{_COMES}\b[^,;]*\b(?:asal(?:kan)?|dengan syarat)\b[^,;]*\b(?:membuat|membawa|memperoleh|mendapat\w*|melapor\w*|menyerahkan|melampirkan|sudah|telah|lebih (?:dulu|dahulu))\b",
    rf"\b(?:percuma|sia-sia|tidak ada gunanya)\b[^,;]*\b{_ADVICE}",
    rf"\b(?:\w*undang|{_ADVICE})\b[^;]*\b(?:jangan (?:dulu|dahulu)|tidak jadi(?! (?:soal|masalah|halangan|apa)))\b",
    rf"\btutup (?:untuk|bagi) {_NOUN}|\blebih baik\b[^,;]*\btidak dilakukan\b",
    r"\b(?:cukup|tinggal|hanya perlu) (?:menunggu|menanti|bersabar|di rumah)\b",
    r"\btunggu(?:lah)? (?:saja )?(?:kabar|panggilan|pemberitahuan)(?: dari)? kami\b",
)
"""What forbids to come, or takes it back; the group is the word that a negation would undo, a named one stands behind its own."""


def stands(text: str) -> bool:
    """A sentence of ``text`` invites, and none takes it back."""
    return invites(text) and not takes_back(text)


def invites(text: str) -> bool:
    """A sentence of ``text`` invites, whatever the others say."""
    return any(
        any(_is_meant(clause, mention) for mention in _MEANT.finditer(clause))
        or (
            _LOOSELY.search(clause)
            and not (_AFAR.search(clause) or _BARS.search(clause) or _ELSEWHERE.search(clause))
        )
        for sentence in sentences(text)
        for rest in (_CHEER.sub(" ", sentence),)
        if not _BYGONE.search(rest)
        for clause in _CLAUSE.split(rest)
    )


def takes_back(text: str) -> bool:
    """Negates or withdraws an invitation, wherever the negation stands."""
    return any(
        _is_against(rest, mention)
        for sentence in sentences(text)
        for bare in (_OURS.sub(" ", sentence),)
        for rest in {bare, re.sub(",[^,;]*,", " ", bare)}
        for pattern in (_GOES, _ENDS)
        for mention in pattern.finditer(rest)
    )


def _is_against(rest: str, mention: re.Match[str]) -> bool:
    at, is_coming = mention.start(mention.lastindex or 0), mention.re is _GOES
    clause = re.split(r"[,;]", rest[:at])[-1] + re.split(r"[,;]|\bkarena\b|\bsebab\b", rest[at:])[0]
    return (mention.lastgroup is not None or is_denied(rest, at) == is_coming) and not (
        is_supposed(rest, mention.start())
        or (_OF_OTHERS.search(clause) and not re.search(rf"\b{HER}\b", clause, re.IGNORECASE))
        or (_IN_PART.match(rest, at) or _CLOSED.search(clause) if is_coming else _ANOTHER_DAY.search(rest))
    )


def _is_meant(clause: str, mention: re.Match[str]) -> bool:
    before = clause[: mention.start()]
    return not (
        _BARS.search(before)
        or is_denied(clause, mention.start())
        or (mention["she"] and _BY_OTHERS.search(before))
        or _ELSEWHERE.match(clause, mention.end())
        or (_IF_FIRST.search(before) and is_supposed(clause, mention.start()))
    )
