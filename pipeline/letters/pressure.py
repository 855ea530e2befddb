"""What a letter may not hold out (rule 15): a threat, pressure, a promise of a punishment or of an outcome."""

import re

from pipeline.letters.sentences import NOT, is_denied
from pipeline.letters.stories import LAW

_TURN = re.compile(
    r"\b(?:akan tetapi|tetapi|tapi|namun|melainkan|sedangkan|hanya saja|karena|sebab|sehingga)\b",
    re.IGNORECASE,
)
_WHO = r"(?:saudar[ai]|ibu|bapak|bapak/ibu|anda|korban|yang bersangkutan)"
_SURE = (
    r"\b(?:pasti(?:lah)?|(?:di|me)?mastikan|dipastikan|pastikan|(?:men|di)?jamin|(?:men|di)?janjikan|janji|yakin|optimis\w*|percaya|"
    r"niscaya|tentu(?: saja)? akan|bakal|besar (?:harapan|kemungkinan|peluang)|kemungkinan besar|insya ?allah|harapan besar|ada harapan|berpeluang|peluang\w* besar|"
    r"tinggal (?:menunggu|menanti)|(?:meng)?upayakan agar|(?:meng)?usahakan (?:agar|supaya))\b"
)
_WON = r"\b(?:(?:di|me)menangkan|menang|kemenangan|(?:di|meng)abulkan|dikabulkan|tuntas|jatuh (?:ke|kepada)|berpihak|(?<!untuk )(?<!dapat )(?:mendapat|memperoleh|menerima)(?:kan)? (?:ganti rugi|kompensasi|santunan|hak asuh|keadilan))\b"
_ISSUE = (
    r"\b(?:hak asuh|ganti rugi|restitusi|cerai|perceraian|keadilan|putusan|terulang|mengganggu|mendekati|kembali utuh|"
    r"hasil (?:yang )?(?:baik|terbaik|memuaskan|diharapkan)|(?:perkara|kasus|masalah|persoalan)\b[^.;]{0,30}\b(?:selesai|"
    r"terselesaikan|berakhir|beres))\b"
)
_PRESSING = (
    (  # a burden, shame, regret
        r"\b(?:berakibat|mengakibatkan|akibat hukum|akibatnya|konsekuensi\w*|menanggung (?:sendiri|akibat\w*|risiko)|tanggung sendiri|"
        r"risiko hukum|berdampak buruk|(?:demi|mencemarkan|menjaga) nama baik|nama baik keluarga|aib|keutuhan (?:rumah tangga|keluarga)|(?:mem)?permalukan|memalukan|menyesal|"
        r"penyesalan|sebelum terlambat|pikirkan (?:nasib|anak)|kesempatan terakhir|peringatan (?:terakhir|keras)|merugikan (?:saudar[ai]|diri)|"
        r"(?:tidak|tak) (?:ada|punya|memiliki|mempunyai) pilihan|mau tidak mau|jangan salahkan|(?:minta|ingatkan|mengingatkan|peringatkan) (?:dengan|secara) (?:tegas|keras)|"
        r"jangan sampai (?:saudar[ai] )?(?:terlambat|menyesal|kehilangan|kecewa)|(?:jemput|panggil|dijemput|dipanggil|secara) paksa)\b"
    ),
    (  # what the office would do to her
        rf"\b(?:laporkan|melaporkan|tuntut|menuntut|polisikan)\s+{_WHO}\b|\b{_WHO} (?:akan |dapat )?kami (?:laporkan|tuntut|polisikan)\b|\bkami (?:akan |dapat |terpaksa )*(?:mewajibkan|mengharuskan|"
        r"memaksa|mendesak|menuntut|memerintahkan)\b"
    ),
    (  # a duty of hers, or a condition
        rf"\b{_WHO}\s+(?:\w+\s+)?(?P<must>wajib|harus|haruslah|mesti|diharuskan|diwajibkan|didesak|diperintahkan|dipaksa)\b(?!\s+(?:di\w|mendapat|memperoleh|merasa|aman))"
        rf"|\b{_WHO} (?:tidak|tak) (?:boleh|dapat) (?:menolak|membantah|menunda|berhenti|mundur|mencabut)\b"
        r"|\b(?:bersifat|adalah|hukumnya) (?P<duty>wajib|kewajiban)\b|\b(?P<at>(?:wajib|harus) (?:hadir|datang|menjawab|segera))\b"
        r"|\b(?:kehadiran|kedatangan)\b[^.;]{0,30}\b(?P<duly>wajib|keharusan|kewajiban)\b"
        r"|\bhanya\b[^.;]{0,40}\b(?:bila|jika|apabila|kalau|asalkan)\b[^.;]{0,30}\b(?:hadir|datang|menjawab|melengkapi|mengikuti|patuh|"
        r"menurut)\b"
    ),
    (  # advice to give up
        r"\b(?:sebaiknya|(?:alangkah|lebih) baik\w*|(?:di)?(?:sarankan|harapkan|minta|imbau|anjurkan)|menyarankan|meminta|menganjurkan|"
        r"mengimbau|mengharapkan|harap|mohon|hendaknya|agar|supaya|cobalah|tolong|demi)\b[^.;]{0,100}?\b(?:(?:men|di)?cabut|diam saja|"
        r"membesar-besarkan|(?:me)?lupakan (?:saja|hal|masalah|kejadian|yang)|menerima keadaan|ikhlas\w*|mengurungkan|mengalah|tidak (?:dibawa|dilaporkan|diperpanjang|diteruskan)|kesempatan (?:kedua|lagi)|menerima kembali|"
        r"diselesaikan (?:\w+ ){1,2}(?:baik-baik|kekeluargaan|keluarga|damai|adat)|menarik (?:kembali )?(?:pengaduan|laporan)|(?:me)?maafkan|berdamai|"
        r"kembali (?:ke|kepada) (?:suami|rumah)|tidak (?:melanjutkan|memperpanjang|memperbesar|meneruskan) (?:pengaduan|perkara|masalah|"
        r"persoalan|kasus|hal)|(?:di|mem)?pertimbangkan (?:kembali|ulang|lagi)|berpikir (?:ulang|kembali|dua kali))\b"
    ),
    (  # a promise
        rf"{_SURE}[^.;]{{0,200}}{_WON}|{_WON}[^.;]{{0,200}}(?P<sure>{_SURE})|\bakan\b[^.;]{{0,40}}{_WON}"
        r"|^(?!.*\b(?:penjelasan|menjelaskan|informasi|konsultasi|mendampingi|pendampingan)\b).*"
        rf"(?:(?P<before>{_SURE}).*{_ISSUE}|{_ISSUE}.*(?P<after>{_SURE}))"
        rf"|\b(?:(?:di|kami )perkirakan|rasanya|sepertinya|tampaknya|hampir|mungkin|kemungkinan)\b[^.;]{{0,200}}{_WON}"
        r"|\b(?:perkara|kasus|masalah|persoalan|hal) (?:ini|itu|tersebut) (?:akan |dapat )?(?:(?:segera|cepat|pasti) )+(?:selesai|berakhir|beres)\b"
    ),
)  # fmt: skip
_PUNISHED = (
    r"\b(?:(?:di|meng|ter)hukum|hukuman\w*|penghukuman|(?:di|mem)?penjara(?:kan)?|jeruji|dibui|(?:di|mem)?pidana\w*|di?vonis|"
    r"(?:di|men)jerat|ditahan|penahanan|menangkap|(?:di|ter)tangkap|penangkapan|diadili|dituntut|dipecat|memecat|"
    r"dikeluarkan dari|sanksi\w*|didenda|jera|setimpal|ganjaran|balasannya|(?:mem)?pertanggungjawabkan|dimejahijaukan|kurungan|mendekam|dijebloskan|(?:ditetapkan|jadi|menjadi|sebagai) tersangka|diberhentikan|ditindak|menindak|tindak tegas|diberi pelajaran|dibalas|diproses (?:secara )?hukum)\b"
)
_LEFT_OPEN = re.compile(
    rf"{NOT}\s+(?:\w+\s+){{0,2}}(?:memastikan|(?:di)?pastikan|(?:men|di)?janjikan|(?:men|di)?jamin|(?:di)?tentukan|menentukan|"
    r"berwenang|wewenang|kewenangan|ranah)\b|\b(?:wewenang|kewenangan|ditentukan|diputuskan|diputus|keputusan|ranah)\b[^.;]{0,200}"
    r"\b(?:hakim|pengadilan|penyidik|kepolisian|penegak)\b",
    re.IGNORECASE,
)
_UNMET = re.compile(
    rf"\b(?:apabila|bila(?:mana)?|jika|kalau|sekiranya|seandainya|andai\w*|selama|sepanjang|tanpa)\b[^.;]{{0,200}}?(?:{NOT}\b|\b(?:menolak|"
    r"mengabaikan|terlambat|lalai|gagal|mangkir|lewat|melewati|berbohong|bohong|palsu|bercerita|menceritakan|menyebarkan|melanggar|membantah|menunda|diam|kehadiran|jawaban|kabar)\b)",
    re.IGNORECASE,
)
_OURS = r"\b(?:pengaduan|aduan|laporan|berkas|layanan|penanganan|perkara|kasus|bantuan|hak|permohonan|pendampingan)\b"
_ENDED = r"\b(?:ditutup|tutup|menutup|(?:di|meng)?hentikan|gugur|hangus|hilang|ditolak|dicabut|dibatalkan|batal|ditarik|dicoret)\b"
_FOLLOWS = (
    rf"{_OURS}[^.;]{{0,60}}(?P<then>{_ENDED})|(?P<first>{_ENDED})[^.;]{{0,30}}{_OURS}|\b(?:di|meng)?anggap\w*\b[^.;]{{0,40}}(?:cabut|gugur|"
    r"selesai|batal|tidak (?:ada|pernah|serius|berminat|bersungguh)|menolak|mundur|melepas)|\b(?:kehilangan|dikenai|dikenakan|terpaksa|"
    r"bertanggung jawab sendiri)\b|\b(?:tidak|tak) di(?:proses|lanjutkan|tangani|layani|bantu|dampingi|tanggapi)\b|"
    r"\b(?:beri ?tahu|beritahukan|kami sampaikan) (?:kepada )?(?:suami|terlapor|keluarga)\b|"
    rf"{NOT} (?:dapat|akan|bisa|lagi|kami) (?:\w+ ){{0,2}}?(?:(?:di|mem)?proses|(?:di|me)?lanjutkan|(?:di)?tangani|menangani|"
    r"(?:di|mem)?bantu|(?:di|me)?layani|(?:di|men)?dampingi|bertanggung jawab)\b"
)


def presses(sentence: str) -> bool:
    """Whether it threatens, presses or promises, also softened; what is denied or left to a court is neither."""
    return any(
        any(_asserts(pattern, clause) for pattern in _PRESSING)
        or (_asserts(_PUNISHED, clause) and not _LEFT_OPEN.search(clause))
        for clause in _TURN.split(LAW.sub(" ", sentence))
    ) or (_UNMET.search(sentence) is not None and _asserts(_FOLLOWS, sentence))


def _asserts(pattern: str, clause: str) -> bool:
    found = re.finditer(pattern, clause, re.IGNORECASE)
    return any(not is_denied(clause, one.start(one.lastgroup or 0)) for one in found)
