"""What a letter may not hold out (rule 15): threat, pressure, promise of a punishment or an outcome."""

import re

from pipeline.letters.sentences import NOT, is_denied, is_supposed
from pipeline.letters.stories import LAW

_TURN = re.compile(
    r"\b(?:akan tetapi|tetapi|tapi|namun|melainkan|sedangkan|hanya saja|karena|sebab|sehingga)\b",
    re.IGNORECASE,
)
_WHO = r"(?:saudar[ai]|ibu|bapak|bapak/ibu|anda|korban|yang bersangkutan)"
_SURE = (
    r"\b(?:pasti(?:lah)?|(?:di|me)?mastikan|dipastikan|pastikan|(?:men|di)?jamin|(?:men|di)?janjikan|janji|yakin|optimis\w*|percaya|"
    r"niscaya|tentu(?:lah|nya)?|pastinya|bakal|besar (?:harapan|kemungkinan|peluang)|kemungkinan besar|insya ?allah|peluang\w* besar|"
    r"tinggal (?:menunggu|menanti)|(?:meng)?upayakan agar|(?:meng)?usahakan (?:agar|supaya))\b"
)
_WON = (
    r"\b(?:(?:di|me)menangkan|menang|kemenangan|(?:di|meng)abulkan|dikabulkan|jatuh (?:ke|kepada)|berpihak|(?<!untuk )(?<!dapat )(?:mendapat|memperoleh|menerima)(?:kan)? (?:ganti rugi|kompensasi|santunan|hak asuh|keadilan)|"
    r"memutus\w* sesuai|(?:putusan|hasil|perkara|hukuman)\w*\b[^.;]{0,40}\b(?:sesuai|memenuhi) (?:dengan )?(?:harapan|keinginan|permintaan) (?:ibu|saudar[ai]|korban)|keadilan (?:akan|segera|pasti)|ditegakkan|memihak|memperoleh anak\w*|gugatan (?:\w+ )?diterima|dibayar(?:kan)? oleh (?:terlapor|pelaku))\b"
)
_ISSUE = (
    r"\b(?:hak asuh|ganti rugi|restitusi|cerai|perceraian|keadilan|putusan(?! (?:ada|di tangan|ibu|saudar[ai]|korban))|terulang|"
    r"(?:perkara|kasus|(?:masalah|persoalan|urusan)(?! (?:berkas|administrasi|dokumen|surat))|semua\w*|penderitaan|keadaan|hal (?:ini|itu|tersebut))\b[^.;]{0,40}\b(?:selesai|terselesaikan|berakhir|beres|tuntas)|"
    r"hasil (?:yang )?(?:baik|terbaik|memuaskan|diharapkan)|mengganggu|mendekati|kembali utuh|selamanya)\b"
)
_PRESSING = (
    (  # a burden, shame, regret
        r"\b(?:berakibat|mengakibatkan|akibat hukum|akibatnya|konsekuensi\w*|menanggung (?:sendiri|akibat\w*|risiko)|tanggung sendiri|"
        r"risiko hukum|berdampak buruk|nama baik(?! (?:ibu|saudar[ai]|korban|anda))|aib|keutuhan (?:rumah tangga|keluarga)|(?:mem)?permalukan|memalukan|menyesal|"
        r"penyesalan|sebelum terlambat|pikirkan(?:lah)? (?:kembali|ulang|lagi)|pikirkan (?:\S+ )?(?:nasib|anak|nama|masa depan|keluarga|akibat\w*|dampak\w*)|peringatan (?:terakhir|keras)|merugikan (?:saudar[ai]|diri)|"
        r"(?:tidak|tak) (?:ada|punya|memiliki|mempunyai) (?:pilihan|jalan lain)(?! yang| lain bagi kami)|(?:nama|kehormatan|martabat) keluarga|(?:segala|semua|seluruh) (?:akibat|risiko|konsekuensi)\w*|kehilangan (?:hak|kesempatan|bantuan|perlindungan)\w*|terancam (?:sanksi|tuntutan)|introspeksi|"
        rf"(?:bila|jika|kalau|apabila) {_WHO} (?:masih|memang|benar-benar|sungguh-sungguh) (?:ingin|mau) (?:dibantu|ditolong|dilayani|didampingi|ditangani)|"
        r"mawas diri|(?:penolakan|pengabaian|ketidakhadiran|keterlambatan|sikap) (?:ibu|saudar[ai]|korban|anda|terhadap|atas)\b[^.;]{0,40}\b(?:merugikan|menghambat|"
        r"membahayakan|mempersulit|menyulitkan|menyebabkan|ditindaklanjuti|berujung)|bergantung (?:pada|kepada) (?:kesediaan|kedatangan|kehadiran|jawaban|sikap|keputusan) (?:ibu|saudar[ai]|anda)|"
        r"(?:agar|supaya) tidak (?:timbul|menimbulkan|mendapat|terkena) (?:masalah|kesulitan|akibat|sanksi)(?![^.;]{0,60}, kami)|(?:agar|supaya) (?:nama|identitas) (?:ibu|saudar[ai]|anda) tidak kami|"
        r"demi kebaikan (?:ibu|saudar[ai]|anda) sendiri|tercela|"
        r"(?:sebagai|merupakan|adalah) (?:kelalaian|kesalahan|pelanggaran) (?:ibu|saudar[ai]|korban)|(?:(?:di)?catat|artikan|anggap|pandang|maknai|diartikan|dianggap|dipandang) sebagai (?:kelalaian|kesalahan|pelanggaran|pencabutan|penarikan|penolakan)|bersifat mengikat|(?:tidak|tak) (?:dapat|bisa) ditawar|(?:(?:ke)?salah(?:an)?|tanggung jawab|risiko) (?:ibu|saudar[ai]|korban|anda) sendiri|"
        r"kami (?:tidak|tak) (?:lagi |dapat |bisa |akan )*(?:(?:di|diper)salahkan|bertanggung jawab)|"
        r"tidak segan|(?:tindakan|langkah|jalur|upaya)(?: hukum)? (?:terhadap|kepada) (?:ibu|saudar[ai]|bapak|anda|pelapor)|kesempatan\b[^.;]{0,40}\b(?:terakhir(?! (?:mengikuti|mendaftar))|satu kali|sekali|(?:tidak|takkan) (?:akan )?(?:terulang|datang|ada|diberikan) (?:lagi|dua kali|kembali))|mau tidak mau|jangan salahkan|(?:minta|peringatkan|ingatkan|tegur)\w* (?:\w+ ){0,2}(?:dengan|secara) tegas|"
        r"jangan (?:mempermalukan|mencoreng|main-main)|jangan sampai (?:\w+ ){0,4}?(?:terseret|tersangkut|tercemar|terbawa-bawa|terlambat|menyesal|kehilangan|kecewa)|(?:jemput|panggil|dijemput|dipanggil|secara) paksa)\b"
    ),
    (  # what the office would do to her
        rf"\b(?:laporkan|melaporkan|tuntut|menuntut|polisikan|serahkan|menyerahkan)\s+{_WHO}\b(?! (?:salinan|surat|berkas))|\bkami (?:akan |dapat |terpaksa )*(?:mewajibkan|mengharuskan|"
        r"memaksa|mendesak|menuntut|memerintahkan)\b"
    ),
    (  # a duty of hers, or a condition
        rf"\b{_WHO}\s+(?:\w+\s+)?(?P<must>wajib|harus|haruslah|mesti|diharuskan|diwajibkan|didesak|diperintahkan|dipaksa)\b(?!\s+(?:di\w|kami\b|mendapat|memperoleh|menerima|merasa|tahu))"
        rf"|\b{_WHO} (?:tidak|tak) (?:boleh|dapat) (?:menolak|membantah|menunda|berhenti|mundur|mencabut)\b"
        r"|\b(?:bersifat|adalah|hukumnya) (?P<duty>wajib|kewajiban)\b|\b(?P<at>(?:wajib|harus) (?:hadir|datang|menjawab|segera))\b"
        r"|\b(?:undangan|panggilan) (?:\w+ )?(?P<owed>wajib|harus|mesti)\b"
        r"|\b(?:kehadiran|kedatangan)\b[^.;]{0,30}\b(?P<duly>wajib|keharusan|kewajiban)\b"
        r"|\bhanya\b[^.;]{0,40}\b(?:bila|jika|apabila|kalau|asalkan)\b[^.,;]{0,30}\b(?:hadir|datang|menjawab|melengkapi|mengikuti|patuh|"
        r"menurut)\b"
    ),
    (  # advice to give up
        r"\b(?:sebaiknya|sepatutnya|seharusnya|selayaknya|(?:alangkah|lebih) baik\w*|(?:di)?(?:sarankan|harapkan|minta|imbau|anjurkan)|menyarankan|meminta|menganjurkan|"
        r"mengimbau|mengharapkan|harap|(?:di|me)?mohon|hendaknya|kami (?:ingin|menghendaki)|agar|supaya|cobalah|tolong|demi)\b[^.;]{0,100}?\b(?:(?:men|di)?cabut|diam saja|"
        r"(?:mem)?besar-besarkan|(?:me)?lupakan (?:saja|hal|masalah|kejadian|yang)|menerima keadaan|ikhlas\w*|patuh|taat|(?:masalah|persoalan|urusan) (?:keluarga|rumah tangga)\b[^.;]{0,40}\b(?:tidak(?! (?:diketahui|didengar|terdengar|tersebar))|jangan|cukup|sendiri)|(?:men)?campuri|(?:ikut|turut) campur|tutup mulut|mengurungkan|mengalah|"
        r"(?:menyelesaikan|(?:di)?selesaikan)\b[^.;]{0,30}\bsecara (?:baik-baik|kekeluargaan|damai)|menarik (?:kembali )?(?:pengaduan|laporan)|(?:pengaduan|laporan|gugatan) (?:\w+ )?(?:ditarik|dihentikan|dibatalkan)|(?:me)?maafkan(?! (?:kami|ke\w+an))|berdamai|"
        r"kembali (?:ke|kepada) (?:suami\w*|rumah)|tidak (?:melanjutkan|memperpanjang|memperbesar|meneruskan) (?:pengaduan|perkara|masalah|"
        r"persoalan|kasus|hal)|(?:di|mem)?pertimbangkan (?:kembali|ulang|lagi)(?! (?:hari|waktu|jadwal|tempat|cara|setelah|sesudah|bersama))|berpikir (?:ulang|kembali|dua kali))\b"
    ),
    (  # a promise
        rf"{_SURE}[^.;]{{0,200}}(?:{_WON}|{_ISSUE})|(?:{_WON}|{_ISSUE})[^.;]{{0,200}}(?P<sure>{_SURE})"
        rf"|\b(?:akan|(?:tidak lama|sebentar) lagi|dalam waktu (?:dekat|singkat)|segera|(?:minggu|bulan|tahun) depan)\b[^.;]{{0,40}}{_WON}"
        r"|\b(?:terlapor|pelaku|suaminya) (?:pasti|dijamin|niscaya|tentu|bakal)\b(?! tidak (?:tahu|mengetahui))"
        r"|\b(?:terlapor|pelaku|suami\w*|yang bersangkutan)\b[^.;]{0,40}\b(?:tidak (?:akan|mungkin)|takkan) (?:pernah |berani |bisa |dapat |lagi )*"
        r"(?:mengganggu|menyakiti|mendekati|mengulangi|lolos|lepas|bebas|kembali)\b"
        rf"|\b(?:(?:di|kami )perkirakan|rasanya|sepertinya|tampaknya|hampir|mungkin|kemungkinan)\b[^.;]{{0,200}}{_WON}"
        r"|\b(?<!semoga )(?<!agar )(?:perkara|kasus|masalah|persoalan|hal) (?:ini|itu|tersebut) (?:akan |dapat )?(?:(?:segera|cepat|pasti) )+(?:selesai|berakhir|beres)\b"
    ),
)  # fmt: skip
_PUNISHED = (
    r"\b(?:(?:di|meng|ter)hukum|hukuman\w*|penghukuman|(?:di|mem)?penjara(?:kan)?|jeruji|dibui|(?:di|mem)pidana\w*|(?:pada|diancam) pidana|di?vonis|"
    r"(?:di|men)jerat|ditahan|penahanan|menangkap|(?:di|ter)tangkap|penangkapan|diadili|dituntut|dipecat|memecat|"
    r"dikeluarkan dari|sanksi\w*|didenda|jera|setimpal|ganjaran|balasannya|(?:mem)?pertanggungjawabkan|dimejahijaukan|kurungan|denda|diseret|diganjar|dijatuhi|meja hijau|masuk (?:sel|bui|lapas)|mendekam|dijebloskan|(?:ditetapkan|jadi|menjadi|sebagai) tersangka|diberhentikan|ditindak|menindak|tindak tegas|diberi pelajaran|meringkuk|(?:sel|rumah) tahanan|\bsel\b|kapok|kehilangan (?:pekerjaan|jabatan|kedudukan)\w*|dimutasi|diturunkan pangkat\w*|diamankan|dibalas|diproses (?:secara )?hukum)(?:nya)?\b"
    r"|\b(?:polisi|kepolisian|penyidik|aparat|hakim|pengadilan|jaksa|penuntut)\b[^.;]{0,60}\b(?:akan|pasti|segera|bakal|dalam waktu dekat)\b[^.;]{0,40}"
    r"\b(?:menahan|menangkap|menghukum|mengamankan|menjemput|memenjarakan|mengabulkan|menjatuhkan|memberatkan)\b"
)
_COURT = r"(?:peradilan|hakim|majelis|pengadilan|penyidik(?:lah)?|kepolisian|kejaksaan|jaksa|penuntut umum|penegak)"
_LEFT_OPEN = re.compile(
    rf"{NOT}\s+(?:\w+\s+){{0,2}}(?:memastikan|memberi(?:kan)? (?:kepastian|jaminan|janji)|(?:di)?pastikan|(?:men|di)?janjikan|(?:men|di)?jamin|(?:di)?tentukan|menentukan|"
    rf"berwenang|wewenang|kewenangan|ranah)\b|\b{_COURT}\b[^.;]{{0,60}}\b(?:berwenang|wewenang|kewenangan|menentukan|memutus(?:kan)?)\b(?! (?:bahwa|terlapor|pelaku|suami))"
    rf"|\b(?:wewenang|kewenangan|ditentukan|diputuskan|diputus|keputusan|ranah|urusan|ada pada|di tangan|(?:di)?serahkan)\b[^.;]{{0,200}}\b{_COURT}\b"
    r"|\b(?:merupakan|menjadi|adalah|bukan(?:lah)?) (?:\w+ )?(?:wewenang|kewenangan|urusan|ranah)\b",
    re.IGNORECASE,
)
_COMING = re.compile(rf"{_SURE}|\b(?:akan|segera)\b", re.IGNORECASE)
_UNMET = re.compile(
    rf"\b(?:apabila|bila(?:mana)?|jika|kalau|sekiranya|seandainya|andai\w*|selama|sepanjang|tanpa)\b(?! (?:kantor|petugas|listrik|jaringan|cuaca|hujan|banjir|jalan|loket|ruang)\b)[^.;]{{0,200}}?(?:{NOT}\b(?! (?:berkeberatan|keberatan))|\b(?:menolak|"
    r"mengabaikan|terlambat|lalai|gagal|mangkir|lewat|melewati|berbohong|mencabut|membatalkan|menunda|mundur|mempersulit|terus|tetap|di(?:tarik|cabut|batalkan)|bercerita|menceritakan|membocorkan|bersikeras|bersikap|(?:ber)?diam|kembali (?:ke|kepada) suami\w*|melanggar|menyembunyikan|kehadiran|jawaban|kabar|keterangan|kesaksian|enggan)\b)|\b(?:ketidak\w+|penolakan|pengabaian|keengganan|kelalaian|keterlambatan) (?:ibu|saudar[ai]|bapak|anda|korban|pelapor)\b"
    r"|\b(?:pelapor|korban|pihak|mereka) yang (?:tidak|enggan|menolak|mencabut)\b|\b(?:paling lambat|selambat-lambatnya)\b",
    re.IGNORECASE,
)
_FAR_DENIED = re.compile(
    rf"{NOT}\s+(?:perlu|usah|dapat|bisa|boleh|pernah|bermaksud|ingin|hendak|seorang|satu)\s+"
    r"(?!khawatir|cemas|takut|ragu|risau|lolos|lepas|luput|bebas|\w*elak|\w*hindar)(?:(?!(?:dan|serta|lalu|maka|jika|bila|apabila|kalau|akan|pasti|tentu)\b)\w+\s+){0,6}$",
    re.IGNORECASE,
)
"""What the office cannot do, or she need not, governs what follows in the clause."""
_AT_HER_WISH = re.compile(
    r"\bmohon (?:\w+ )?(?:mem)?beri ?tahu\w* kami (?:agar|supaya)\b|\btanpa (?:akibat|sanksi|konsekuensi|risiko)\b|\b(?:atas|sesuai(?: dengan)?) (?:permintaan|keinginan|kehendak)(?:nya)?\b",
    re.IGNORECASE,
)
_FOLLOWS = (
    r"\b(?:(?:di)?anggap|menganggap|dinyatakan (?:selesai|gugur|batal)|menyulitkan|rugi|(?:kena|mendapat|menemui|menghadapi|mengalami) (?:masalah|kesulitan)|ditutup|tutup|menutup|(?:di|meng)?hentikan|gugur|hangus|hilang|ditolak|dikenai|dikenakan|dicabut|dibatalkan|batal|kehilangan|ditarik|"
    rf"dicoret|terpaksa|kami (?:hentikan|cabut|kembalikan)|membuka (?:identitas|nama|rahasia)|(?:identitas|nama|rahasia) (?:\w+ ){{0,3}}(?:di|kami )buka|(?:(?:kami|di) ?)nilai (?:tidak|kurang|lalai)|(?:di|meng)?umumkan|(?:akan|bakal) (?:\w+ )?(?:bebas|lolos|berkeliaran)|sia-sia|percuma|pengaduan (?:\w+ )?tidak berlaku|salah (?:ibu|saudar[ai]|anda)|bertanggung jawab sendiri|dialihkan|dikesampingkan|diarsipkan|(?:jangan|tidak (?:usah|perlu)) (?:lagi )?(?:(?:ber)?harap|meminta|mengeluh)|lepas tangan|kami tidak mau|(?:tidak|tak) (?:akan )?tinggal diam|tidak ada (?:lagi )?(?:bantuan|layanan)|tidak (?:dapat |bisa )?menjamin (?:keselamatan|keamanan)|(?:tidak|bukan) (?:lagi )?(?:ber)?tanggung jawab)\b|{NOT} di(?:proses|lanjutkan|teruskan|indahkan|perhatikan|tangani|layani|bantu|dampingi|tanggapi|lindungi|rahasiakan)\b|\b(?:(?:mem)?beri ?tahu|(?:mem)?beritahukan|kami sampaikan) (?:kepada )?(?:suami|terlapor|keluarga)\b|{NOT} (?:dapat|akan|bisa|lagi|kami) (?:\w+ ){{0,2}}?(?:(?:di|mem)?proses|"
    r"(?:di|me)?lanjutkan|(?:di)?tangani|menangani|(?:di|mem)?bantu|(?:di|me)?layani|(?:di|men)?dampingi|(?:di|me)?lindungi|(?:di|me)?rahasiakan|bertanggung jawab|menerima (?:\w+ )?(?:pengaduan|laporan))\b"
)


_TOPICS = r"(?:(?:akibat|konsekuensi|risiko|hukuman|sanksi|pidana|penjara|penahanan|penangkapan|denda|hak asuh|ganti rugi|restitusi|perceraian)(?:nya)?(?: hukum)?)"
_APART = re.compile(
    rf"\b(?:kami|kantor) (?:\w+ ){{0,2}}(?:menyesal\w*|(?:me)?nyesalkan)|\bdengan (?:\w+ )?(?:menyesal|penyesalan)\b"
    rf"|\b(?:dijamin (?:oleh )?)?(?:undang-undang|UU|peraturan|negara|ketentuan)\b(?: (?:\w+ )?(?:menjamin|memastikan)\b)?|\b(?:mem)?bantu\b[^.;,]{{0,30}}\b(?:mendapat(?:kan)?|memperoleh|menerima)\b"
    rf"|\b(?:keselamatan|keamanan|kepentingan|hak(?:-hak)?|persetujuan|kebutuhan|suara) {_WHO}\b|\b(?:sanksi|hukuman) (?:kepegawaian|disiplin)\b|{NOT}\s+(?:perlu |usah |akan |dapat |bisa |boleh )*(?:(?:takut|khawatir|cemas) (?:akan |kalau |bahwa |ibu |saudar[ai] )*)?"
    r"(?:dituntut|dipidana\w*|dihukum|digugat|ditahan|dikenai|dikenakan)\b[^.;,]*"
    r"|\b(?:petugas|pegawai|staf|pejabat|siapa pun|setiap orang|pelanggar\w*|(?:mem|pem)?bocor\w*)\b"
    r"(?:(?!(?<!identitas )(?<!rahasia )\b(?:terlapor|pelaku|ibu|saudar[ai]|korban|suami\w*|yang bersangkutan)\b)[^.;])*\b(?:hukuman|sanksi|di(?:hukum|pidana|tindak|berhentikan))\b[^.;]*"
    rf"|\b(?:(?:di|men|meng)?(?:jelas|erang|terang|urai)kan|mengatur|penjelasan|pertanyaan|mengenai|tentang|soal|perihal|seputar|terkait)\b"
    rf"(?:(?!\b(?:bahwa|akan|pasti|jika|bila|apabila)\b)[^.;]){{0,80}}?\b{_TOPICS}(?:,?(?: dan| atau| serta)? {_TOPICS}){{0,4}}\b(?! (?:\w+ ){{0,3}}?(?:bila|jika|apabila|kalau)\b)"
    r"|\b(?:ancaman|sanksi|hukuman)\b(?:(?!\b(?:akan|pasti|terlapor|pelaku)\b)[^.;,]){0,60}\bdi(?:atur|jelaskan|terangkan|jawab|tanyakan|bahas)\b"
    r"|\b(?:denda|sanksi|hukuman|akibat|konsekuensi)(?:nya)?(?: \w+){0,3}? (?:bukan(?:lah)?|(?:tidak|tak)(?: lagi| akan| dapat)? (?:dikena\w+|dijatuh\w+|diberi\w+|berlaku|ada))\b"
    r"|\b(?:akibatnya|mengakibatkan)\b[^.;]{0,20}\b(?:jawaban|balasan|surat|jadwal|telepon)\b",
    re.IGNORECASE,
)
"""An office's regret, delay and discipline, fears that it takes away, what it explains or the law lays down."""
_TOLD = (
    r"\b(?:kami|akan|petugas|terpaksa)\b[^.;]{0,40}\b(?P<told>menyampaikan|sampaikan|(?:me)?lapor\w*|(?:mem)?beri ?tahu\w*|(?:di|meng)?umumkan|(?:di|meny)?sebar\w*|"
    r"(?:di|mem)?buka|(?:di|men)?teruskan|meneruskan|adukan|mengadukan|serahkan|menyerahkan|(?:men|di)?tembuskan|mendatangi|datangi|(?:men)?jemput|(?:me)?manggil|panggil)\b[^.;]{0,60}"
    r"\b(?:kepada|ke|bersama|pada|di depan|di hadapan) (?:\w+ )?(?:kepala (?:desa|dusun|sekolah|adat)|lurah|rt|rw|camat|atasan|majikan|pimpinan|tempat kerja|sekolah|suami\w*|terlapor|"
    r"pelaku|keluarga|mertua|orang tua|tetangga|warga|masyarakat|umum|khalayak|media|aparat|tokoh)\b"
    r"|\bkami (?:akan |terpaksa )?(?:menyurati|surati|(?:me)?libatkan (?:aparat|kepala desa|keluarga|suami\w*))\b"
)
"""Whom an office would tell."""


def presses(sentence: str) -> bool:
    """Threatens, presses or promises, also softened; what is denied or left to a court is neither."""
    clauses = _TURN.split(_APART.sub(" ", LAW.sub(" ", sentence)))
    return any(
        any(_asserts(pattern, clause) for pattern in _PRESSING)
        or (
            _asserts(_PUNISHED, clause)
            and not _LEFT_OPEN.search(clause)
            and (_COMING.search(clause) or not _LEFT_OPEN.search(sentence))
        )
        for clause in clauses
    ) or (
        _UNMET.search(sentence) is not None
        and not _AT_HER_WISH.search(sentence)
        and any(
            "," not in sentence[at:] or not is_supposed(sentence, at)
            for at in _said(rf"{_FOLLOWS}|{_TOLD}", sentence)
        )
    )


def _asserts(pattern: str, clause: str) -> bool:
    return any(
        not is_supposed(clause, at) and not _FAR_DENIED.search(clause[:at]) for at in _said(pattern, clause)
    )


def _said(pattern: str, clause: str) -> list[int]:
    return [
        at
        for found in re.finditer(pattern, clause, re.IGNORECASE)
        if not is_denied(clause, at := found.start(found.lastgroup or 0))
    ]
