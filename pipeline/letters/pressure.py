"""What a letter may not hold out (rule 15): threat, pressure, promise of a punishment or an outcome."""

import re

from pipeline.letters.sentences import HER, NOT, is_denied, is_supposed, undotted
from pipeline.letters.stories import LAW

_TURN = re.compile(
    r"\b(?:akan tetapi|tetapi|tapi|namun|melainkan|sedangkan|hanya saja|karena|sebab|sehingga)\b",
    re.IGNORECASE,
)
_WHO = rf"(?:{HER}|korban|pelapor|yang bersangkutan)"
_HIM = r"(?:terlapor|pelaku|suami\w*|orang itu|yang bersangkutan)"
_IF = r"(?:apabila|bila(?:mana)?|jika|kalau|sekiranya|seandainya|andai\w*|asal(?:kan)?)"
_PAID = r"(?:santunan|restitusi|ganti rugi|kompensasi|uang (?:ganti|pengganti|santunan))"
_VOW = re.compile(
    r"(?<!yang )(?<!secara )\b(?:pasti(?:lah)?|kami (?:(?:akan|dapat|berani) )?memastikan|(?:di|kami )(?:pastikan|jamin)|kami (?:\w+ )?menjamin|"
    r"niscaya|kami (?:ber)?janji\w*)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    rf"\b(?:\w*(?:rahasia|layan|jawab|damping|simpan|jaga|rasa|bantu|ruang|unggu|sambut)\w*|identitas|nama|data|keterangan|cerita|surat|pertanyaan|petugas|"
    rf"pertemuan|jadwal|berkas|hak(?! asuh)|berat|orang lain|siapa pun|(?:{HER}|kami) pasti)\b|\b(?:apakah|semoga|andai\w*|agar|supaya|untuk|guna)\b[^,;]*(?:pasti|jamin)",
    re.IGNORECASE,
)
"""What an office may answer for, and how she may feel."""
_SURE = (
    r"\b(?:pasti(?:lah|nya)?|\w*(?:pasti|mastikan|jamin|janji)(?:kan)?|yakin|optimis\w*|percaya\w*|niscaya|tentu(?:lah|nya)?|bakal|"
    r"besar (?:harapan|kemungkinan|peluang)|kemungkinan besar|insya ?allah|peluang\w* besar|tinggal (?:menunggu|menanti)|\w*(?:upaya|usaha)kan (?:agar|supaya))\b"
)
_SOON = (
    r"\b(?:akan|segera|cepat|lekas|dalam (?:waktu )?(?:\w+ ){0,2}(?:se)?(?:hari|minggu|pekan|bulan|tahun|dekat|singkat)|(?:minggu|bulan|tahun) depan|paling lambat|"
    r"sebelum \w+|(?:tidak lama|sebentar) lagi)\b"
)
_WON = (
    rf"\b(?:\w*menang\w*|\w*kabulkan|jatuh (?:ke|kepada)|berpihak|memihak|(?<!untuk )(?<!dapat )(?:mendapat|memperoleh|menerima)(?:kan)? (?:{_PAID}|hak asuh|keadilan)|"
    rf"memutus\w* sesuai|(?:putusan|hasil|perkara|hukuman)\w*\b[^.;]{{0,40}}\b(?:sesuai|memenuhi) (?:dengan )?(?:harapan|keinginan|permintaan) {_WHO}|keadilan (?:akan|segera|pasti)|"
    r"ditegakkan|memperoleh anak\w*|gugatan (?:\w+ )?diterima|dibayar(?:kan)? oleh (?:terlapor|pelaku))\b"
)
_THING = r"\b(?:perkara|kasus|masalah|persoalan|urusan|hal (?:ini|itu|tersebut)|perceraian|rumah tangga|keluarga|keadaan|semua\w*|penderitaan)(?:nya)?\b(?! (?:berkas|administrasi|dokumen|surat))"
_ENDED = r"\b(?:\w*selesai\w*|beres|tuntas|berakhir|kelar|rampung|rukun|utuh|harmonis|diputus|seperti (?:semula|dulu))\b"
_DONE = (
    rf"(?:{_THING}[^.;]{{0,40}}{_ENDED}|\b{_PAID}\b[^.;]{{0,40}}\b(?:terima|peroleh|cair|turun|dibayar\w*)\b)"
)
_ISSUE = (
    rf"(?:{_DONE}|\b(?:hak asuh|ganti rugi|restitusi|cerai|perceraian|keadilan|putusan(?! (?:ada|di tangan|{_WHO}))|terulang|"
    r"hasil (?:yang )?(?:baik|terbaik|memuaskan|diharapkan)|mengganggu|mendekati|kembali utuh|selamanya)\b)"
)
_PRESSING = (
    (  # a burden, shame, regret
        r"\b(?:(?:ber|meng)akibat(?:kan)?|(?<!syarat dan )(?<!manfaat dan )akibat(?: hukum|nya)|konsekuensi\w*|menanggung (?:sendiri|akibat\w*|risiko)|tanggung sendiri|risiko hukum|"
        rf"berdampak buruk|nama baik(?! {_WHO})|aib|keutuhan (?:rumah tangga|keluarga)|\w*malukan|menyesal|penyesalan|sebelum terlambat|"
        r"(?<!silakan )(?<!boleh )pikirkan(?:lah)? (?:kembali|ulang|lagi (?:niat|rencana|keputusan|pengaduan|laporan|langkah))|"
        r"pikirkan(?:lah)? (?:\S+ )?(?:nasib|anak|nama|masa depan|keluarga|akibat\w*|dampak\w*)|peringatan (?:\w+ ){0,2}(?:terakhir|keras)|(?:mendapat|menanggung|membawa|bikin) malu|(?:rumah tangga|urusan) (?:orang|suami)[^.;]{0,40}\b(?:jangan|campur)\w*|hanya (?:\w+ )?(?:kepada|bagi|untuk) yang (?:patuh|taat|menurut|hadir|datang)|merugikan (?:saudar[ai]|diri)|rugi sendiri|(?:kurang|tidak) kooperatif|nasib\b[^.;]{0,40}\b(?:di tangan|tergantung|bergantung)|kalau bukan \w+,? siapa|apa kata (?:orang|tetangga|keluarga)|daftar hitam|(?:kewajiban|tanggung jawab|beban) moral|utang budi|kodrat|alasan apa ?pun|tidak ada toleransi|teguran (?:keras|tegas)|"
        r"sebagai (?:\w+ )?(?:istri|ibu|kakak|adik|anak|keluarga|warga|saudara|perempuan)(?: \w+)? yang (?:baik|bertanggung jawab|taat|patuh|berbakti|peduli|saleh\w*)|"
        r"(?:bantuan sosial|bansos|PKH|BLT|beasiswa|tunjangan)\b[^.;]{0,60}\b(?:dicabut|dihentikan|ditinjau|dievaluasi|dicoret)|mencoreng|yang (?:memang|benar-benar|sungguh-sungguh) (?:sayang|peduli|cinta)|(?:tidak|kurang) (?:pantas|elok) (?:kalau|jika|bila|lepas|meninggalkan|menolak)|"
        rf"{HER}(?:lah)? (?:pula )?yang (?:\w+ ){{0,2}}(?:menanggung|bertanggung jawab)|(?:ikut|turut) (?:bersalah|membiarkan|menutupi|di(?:periksa|hukum|tuntut))|"
        r"\w*jemput\w*\b[^.;]{0,40}\b(?:satpol|babinsa)|(?:satpol|babinsa)\b[^.;]{0,40}\b\w*jemput\w*|lewat (?:dari )?(?:itu|batas)\b[^.;]{0,40}\b(?:lepas tangan|tidak kami|hangus|gugur|ditutup)|"
        r"(?:tidak|tak) (?:ada|(?:mem)?punya\w*|memiliki) (?:pilihan|jalan lain)(?! yang| lain bagi kami)|(?:nama|kehormatan|martabat) keluarga|"
        r"(?:segala|semua|seluruh) (?:akibat|risiko|konsekuensi)\w*|kehilangan (?:hak|kesempatan|bantuan|perlindungan)\w*|terancam (?:sanksi|tuntutan)|introspeksi|mawas diri|"
        rf"{_IF} (?:{_WHO} )?(?:masih|memang|benar-benar|sungguh-sungguh) (?:ingin|mau) di(?:bantu|tolong|layani|dampingi|tangani)|"
        rf"{_IF} (?:{_WHO} )?(?:\w+ )?(?:sayang|peduli|cinta)|(?:ber)?dosa\w*|jangan (?:\w+ )?(?:coba-coba|main-main|mempermalukan|mencoreng|harap|sesali|menyesal|heran|kecewa)|tega|durhaka|kasihan (?:anak|korban|keluarga)\S*|"
        rf"(?:penolakan|pengabaian|ketidakhadiran|keterlambatan|sikap) (?:{_WHO}|terhadap|atas)\b[^.;]{{0,40}}\b(?:merugikan|menghambat|membahayakan|"
        rf"mempersulit|menyulitkan|menyebabkan|ditindaklanjuti|berujung)|bergantung (?:pada|kepada) (?:kesediaan|kedatangan|kehadiran|jawaban|sikap|keputusan) {HER}|"
        rf"(?:agar|supaya) tidak (?:timbul|menimbulkan|mendapat|terkena) (?:masalah|kesulitan|akibat|sanksi)(?![^.;]{{0,60}}, kami)|"
        rf"(?:agar|supaya) (?:nama|identitas) {HER} tidak kami|demi kebaikan {HER} sendiri|tercela|(?:sebagai|merupakan|adalah) (?:kelalaian|kesalahan|pelanggaran) {_WHO}|"
        r"(?:catat|artikan|anggap|pandang|maknai) sebagai (?:kelalaian|kesalahan|pelanggaran|pencabutan|penarikan|penolakan)|di(?:catat|artikan|anggap|pandang) (?:sebagai |telah )?"
        r"(?:kelalaian|kesalahan|pelanggaran|pencabutan|penarikan|penolakan|membantu|melindungi|bersekongkol|bohong)|bersifat mengikat|(?:tidak|tak) (?:dapat|bisa) ditawar|"
        rf"(?:(?:ke)?salah(?:an)?|tanggung jawab|risiko) {_WHO} sendiri|{HER} (?:\w+ )?(?:turut |ikut )?bertanggung jawab|(?:itu|ini|menjadi|adalah) tanggung jawab {HER}|kami (?:tidak|tak) (?:lagi |dapat |bisa |akan |mau |ingin )*(?:di(?:per)?salahkan|bertanggung jawab)|"
        rf"(?:jangan |me)\w*[sn]y?alahkan(?: kami)?|(?:tidak|tak) (?:mau (?:tahu|peduli)|segan)|(?:tindakan|langkah|jalur|upaya)(?: hukum)? (?:terhadap|kepada) {_WHO}|"
        r"kesempatan\b[^.;]{0,40}\b(?:terakhir(?! (?:mengikuti|mendaftar))|satu kali|sekali|(?:tidak|takkan) (?:akan )?(?:terulang|datang|ada|diberikan) (?:lagi|dua kali|kembali))|mau tidak mau|"
        r"(?<!semuanya, )atau tidak sama sekali|(?:minta|peringatkan|ingatkan|tegur)\w* (?:\w+ ){0,2}(?:dengan|secara) tegas|"
        r"jangan sampai (?:\w+ ){0,4}?(?:di(?:anggap|tuduh|nilai)|terseret|tersangkut|tercemar|terbawa-bawa|terlambat|menyesal|kehilangan|\w*(?:k|ng)ecewa\w*)|(?:jemput|panggil|dijemput|dipanggil|secara) paksa)\b"
    ),
    (  # what the office would do to her
        rf"\b(?:laporkan|melaporkan|tuntut|menuntut|polisikan|serahkan|menyerahkan)\s+{_WHO}\b(?! (?:salinan|surat|berkas))"
        r"|\bkami (?:akan |dapat |terpaksa )*(?:mewajibkan|mengharuskan|memaksa|mendesak|menuntut|(?:me)?merintahkan|perintahkan)\b"
        r"|\b(?:\w*umumkan|\w*sebar(?:kan|luaskan)|\w*siarkan) (?:\w+ )?(?:nama|identitas|cerita|aib)\b"
    ),
    (  # a duty of hers, or a condition
        rf"\b{_WHO}\s+(?:\w+\s+)?(?P<must>wajib|haruslah|harus|mesti|di(?:larang|haruskan|wajibkan|desak|perintahkan|peringatkan|paksa))\b(?!\s+(?:di\w|kami\b|mendapat|memperoleh|menerima|(?:\w+\s+){{0,3}}merasa|tahu))"
        rf"|\b{HER} (?:tidak|tak) (?:(?:boleh|diperkenankan|diizinkan) (?!di|ter|merasa|ragu|takut|malu)\w+|dapat (?:menolak|membantah|menunda|berhenti|mundur|mencabut))\b"
        r"|\b(?:bersifat|adalah|hukumnya) (?P<duty>wajib|kewajiban)\b(?! kami)|\b(?P<at>(?:wajib|harus) (?:hadir|datang|menjawab|segera))\b"
        r"|\b(?:pengaduan|laporan)\b[^.;]{0,40}\b(?:tidak|tak) (?:boleh|dapat|bisa) (?:di)?(?:tarik|cabut|batal)\w*|\b(?:undangan|panggilan) (?:\w+ )?(?P<owed>wajib|harus|mesti)\b|\b(?:kehadiran|kedatangan)\b[^.;]{0,50}\b(?P<duly>wajib|keharusan|kewajiban)\b"
        rf"|\bhanya\b[^.;]{{0,40}}\b{_IF}\b[^.,;]{{0,30}}\b(?:hadir|datang|menjawab|melengkapi|mengikuti|patuh|menurut)\b"
    ),
    (  # advice to give up
        r"(?<!berhak )(?<!boleh )(?<!dapat )\b(?:se(?:baik|patut|harus|layak|mesti|yogi)\w*nya|(?:alangkah|lebih) (?:baik|bijak|elok|tepat)\w*|(?:di|me\w{0,2})?(?:s?aran|harap|minta|imbau|anjur|mohon)(?:kan)?|hendaknya|kami (?:ingin|menghendaki)|agar|supaya|"
        r"cobalah|tolong|demi)\b[^.;]{0,100}?\b(?:(?:men|di)?cabut|diam saja|(?:mem)?besar-besarkan|(?:me)?lupakan (?:saja|hal|masalah|kejadian|yang)|menerima keadaan|"
        r"ikhlas\w*|patuh|taat|pasrah|(?:masalah|persoalan|urusan) (?:keluarga|rumah tangga)\b[^.;]{0,40}\b(?:tidak(?! (?:diketahui|didengar|terdengar|tersebar))|jangan|cukup|sendiri)|"
        r"(?:men)?campuri|(?:ikut|turut)(?:-ikutan)? (?:campur|urusan)|tutup mulut|mengurungkan|mengalah|(?:menye|dise|se)lesaikan\b[^.;]{0,30}\bsecara (?:baik-baik|kekeluargaan|damai)|"
        r"menarik (?:kembali )?(?:pengaduan|laporan)|(?:pengaduan|laporan|gugatan) (?:\w+ )?(?:di(?:tarik|hentikan|batalkan)|tidak (?:usah |perlu |lagi )*(?:di)?(?:lanjut|terus|perpanjang)\w*)|"
        r"(?:me)?maafkan(?! (?:kami|ke\w+an))|(?:ber|men)damai(?:kan)?|didamaikan|rujuk(?! ke)|kembali (?:ke|kepada) (?:suami\w*|rumah)|tidak (?:melanjutkan|memperpanjang|memperbesar|memper(?:keruh|uncing|umit)|meneruskan) (?:pengaduan|perkara|masalah|persoalan|kasus|hal)|"
        r"(?:di|mem)?pertimbangkan (?:kembali|ulang|lagi)(?! (?:hari|waktu|jadwal|tempat|cara|setelah|sesudah|bersama))|berpikir (?:ulang|kembali|dua kali))\b"
    ),
    (  # a promise
        rf"{_SURE}[^.;]{{0,200}}(?:{_WON}|{_ISSUE})|(?:{_WON}|{_ISSUE})[^.;]{{0,200}}(?P<sure>{_SURE})|{_SOON}[^.;]{{0,40}}{_WON}|{_SOON}[^.;]{{0,60}}{_DONE}|{_DONE}[^.;]{{0,60}}(?P<soon>{_SOON})|{_THING}[^.;]{{0,30}}{_SOON}[^.;]{{0,30}}{_ENDED}|\b{_PAID}\b[^.;]{{0,30}}{_SOON}[^.;]{{0,20}}\b(?:terima|peroleh|cair|turun|dibayar\w*)\b"
        rf"|\b{_HIM}\b[^.;]{{0,30}}\bdijemput\b|\b{_HIM} (?:pasti|dijamin|niscaya|tentu|bakal)\b(?! tidak (?:tahu|mengetahui))"
        rf"|\b(?:{_HIM}|ia|dia)\b[^.;]{{0,40}}\b(?:tidak (?:akan|mungkin)|takkan) (?:pernah |berani |bisa |dapat |lagi )*(?:mengganggu|menyakiti|memukul|mendekati|mengulangi|berbuat|berulah|menyentuh|lolos|lepas|bebas|kembali)\b"
        r"|\b(?:pasti|dijamin|tentu|dalam \w+ (?:hari|minggu|bulan)) (?:\w+ ){0,2}(?:pulih|sembuh|normal|bahagia)\b|\b(?:tidak|takkan)(?: \w+)? berkutik\b"
        rf"|\bhak asuh (?:\w+ ){{0,2}}jatuh (?:ke|kepada)\b|\b(?:keselamatan|keamanan)(?:nya| {_WHO}) (?:\w+ )?(?:terjamin|dijamin)\b|\b(?:tidak|tak) (?:ada )?seorang ?pun (?:\w+ )?(?:dapat|bisa|akan|berani) (?:me|di)?\w*(?:sentuh|nyentuh|ganggu)\w*"
        rf"|\b(?:(?:di|kami )perkirakan|rasanya|sepertinya|tampaknya|hampir|mungkin|kemungkinan)\b[^.;]{{0,200}}{_WON}"
    ),
)  # fmt: skip
_PUNISHED = (
    r"\b(?:(?:di|meng|ter)hukum|hukuman\w*|penghukuman|(?:di|mem)?penjara(?:kan)?|jeruji|dibui|(?:di|mem)pidana\w*|(?:pada|diancam) pidana|di?vonis|(?:di|men)jerat|ditahan|penahanan|"
    r"(?:me|di|ter|pe)\w{0,2}(?:nangkap(?! (?:rasa|kesan|maksud|pesan|bahwa|kekhawatiran))|tangkap|ringkus|ciduk|borgol|gelandang|bekuk)(?:an)?|diadili|dituntut|(?:di|me)m?pecat|dikeluarkan dari|sanksi\w*|didenda|jera|setimpal|ganjaran|"
    r"balasannya|(?:mem)?pertanggungjawabkan|dimejahijaukan|kurungan|denda|(?:di|kami )seret|diganjar|dijatuhi|meja hijau|masuk (?:sel|bui|lapas)|mendekam|dijebloskan|"
    r"(?:ditetapkan|jadi|menjadi|sebagai) tersangka|diberhentikan|(?:di|me)n?tindak|tindak tegas|diberi pelajaran|meringkuk|(?:sel|rumah) tahanan|sel|kapok|kehilangan (?:pekerjaan|jabatan|kedudukan)\w*|"
    r"dimutasi|diturunkan pangkat\w*|diamankan|dibalas|diproses (?:secara )?hukum|berurusan dengan (?:hukum|polisi|aparat))(?:nya)?\b"
    r"|\b(?:polisi|kepolisian|penyidik|aparat|hakim|pengadilan|jaksa|penuntut)\b[^.;]{0,60}\b(?:akan|pasti|segera|bakal|dalam waktu dekat)\b[^.;]{0,40}"
    r"\b(?:menahan|menangkap|menghukum|mengamankan|menjemput|memenjarakan|mengabulkan|menjatuhkan|memberatkan)\b"
)
_COURT = r"(?:peradilan|hakim|majelis|pengadilan|penyidik(?:lah)?|kepolisian|kejaksaan|jaksa|penuntut umum|penegak)"
_LEFT_OPEN = re.compile(
    rf"{NOT}\s+(?:\w+\s+){{0,2}}(?:memberi(?:kan)? (?:kepastian|jaminan|janji)|\w*(?:pasti|mastikan|janjikan|jamin|tentukan)(?:kan)?|berwenang|wewenang|kewenangan|ranah)\b"
    rf"|\b{_COURT}\b[^.;]{{0,60}}\b(?:berwenang|wewenang|kewenangan|menentukan|memutus(?:kan)?)\b(?! (?:bahwa|{_HIM}))"
    rf"|\b(?:wewenang|kewenangan|ditentukan|diputuskan|diputus|keputusan|ranah|urusan|ada pada|di tangan|(?:di)?serahkan)\b[^.;]{{0,200}}\b{_COURT}\b"
    r"|\b(?:merupakan|menjadi|adalah|bukan(?:lah)?) (?:\w+ )?(?:wewenang|kewenangan|urusan|ranah)\b",
    re.IGNORECASE,
)
_UNMET = re.compile(
    rf"\b(?:{_IF}|selama|sepanjang|tanpa)\b(?! (?:kantor|petugas|listrik|jaringan|cuaca|hujan|banjir|jalan|loket|ruang)\b)[^.;]{{0,200}}?(?:{NOT}(?! (?:ber)?keberatan)"
    r"|\b(?:menolak|\w*abaikan|terlambat|meleset|lalai|gagal|mangkir|ingkar|lewat|melewati|\w*bohong|mencabut|membatalkan|menunda|mundur|mempersulit|terus|tetap|di(?:tarik|cabut|batalkan)|\w*cerita\w*|\w*bocor\w*|mengadu|bersikeras|"
    r"bersikap|(?:ber)?diam|kembali (?:ke|kepada) suami\w*|\w*langgar|\w*embunyi\w*|kehadiran|jawaban|kabar|keterangan|kesaksian|enggan)\b)|\bketidak(?:hadir|datang|patuh)an\b"
    rf"|\b(?:ketidak\w+|penolakan|pengabaian|keengganan|kelalaian|keterlambatan) {_WHO}\b|{NOT} \w+ berarti\b"
    rf"|\b(?:pelapor|korban|pihak|mereka|siapa|pengadu\w*|laporan|{HER}) yang (?:tidak|enggan|menolak|mencabut)\b|(?:^|[,:;] ?)(?:bagi )?yang\b[^.,;]{{0,40}}\b(?:tidak|enggan|mangkir|lalai)\b"
    r"|\b(?:paling lambat|selambat-lambatnya)\b",
    re.IGNORECASE,
)
_FAR_DENIED = re.compile(
    rf"{NOT}\s+(?:perlu|usah|dapat|bisa|boleh|pernah|bermaksud|ingin|hendak|seorang|satu)\s+"
    r"(?!khawatir|cemas|takut|ragu|risau|lolos|lepas|luput|bebas|\w*elak|\w*hindar)(?:(?!(?:dan|serta|lalu|maka|jika|bila|apabila|kalau|akan|pasti|tentu)\b)\w+\s+){0,6}$",
    re.IGNORECASE,
)
"""What the office cannot do, or she need not, governs what follows in the clause."""
_AT_HER_WISH = re.compile(
    r"\b(?:jadwal|pertemuan|janji|kunjungan|waktu)\b[^,;]{0,30}\b\w*(?:batal|tunda|geser|ganti|alih|henti)\w*|\b(?:kapan (?:saja|pun)|setiap saat)\b|\bmohon (?:\w+ )?(?:mem)?beri ?tahu\w* kami (?:agar|supaya)\b"
    r"|\btanpa (?:akibat|sanksi|konsekuensi|risiko)\b|\b(?:atas|sesuai(?: dengan)?) (?:permintaan|keinginan|kehendak)(?:nya)?\b",
    re.IGNORECASE,
)
_FOLLOWS = (
    r"\b(?:di|kami )(?:anggap (?:\w+ )?(?:tidak|telah|sudah|gugur|batal|\w*cabut|\w*tarik|selesai|bohong|mundur|\w*tolak|lalai|lepas|berakhir|angin|main)|periksa(?! (?:dokter|kesehatan|di))|jemput (?:\w+ )?(?:polisi|aparat)|(?:tutup|henti|kena|cabut|batal|tarik|tolak|coret|musnah|hapus|umum|lapor|alih|"
    r"kesamping|arsip|kembali|salah)(?:kan|i)?|tinjau (?:kembali|ulang)|ambil dinas|nyatakan (?:selesai|gugur|batal)|(?: ?nilai) (?:tidak|kurang|lalai))\b"
    r"|\b(?:kami|kantor|dinas|petugas)(?: \w+){0,3}? (?P<act>me(?:nutup|nghentikan|nolak|ncabut|mbatalkan|narik|ncoret|musnahkan|nghapus|ngambil(?:nya| anak)|ngumumkan|laporkan)|berhenti)\b"
    r"|\b(?:menyulitkan|rugi|(?:kena|mendapat|menemui|menghadapi|mengalami) (?:masalah|kesulitan|pasal)|tutup|gugur|hangus|hilang|batal|kehilangan|terpaksa|(?:turut |ikut )?bersalah|(?:ber)?dosa\w*|\w*pertanggungjawab\w*|"
    r"(?:polisi|aparat)\w*\b[^.;,]{0,30}(?:jemput|kirim|datang)\w*|\w*jemput\w* (?:\w+ ){0,2}(?:polisi|kepolisian|aparat)|membuka (?:identitas|nama|rahasia)|(?:identitas|nama|rahasia) (?:\w+ ){0,3}(?:di|kami )buka|"
    rf"(?:akan|bakal) (?:\w+ )?(?:bebas|lolos|berkeliaran)|sia-sia|percuma|(?:pengaduan|laporan|berkas) (?:\w+ )?tidak berlaku|(?:dengan|bersama) (?:polisi|aparat)|tertutup bagi|salah {HER}|bertanggung jawab sendiri|(?:jangan|tidak (?:usah|perlu)) (?:lagi )?(?:(?:ber)?harap|meminta|mengeluh)|"
    r"urutan (?:paling )?(?:belakang|akhir|bawah)|masukkan (?:ke )?(?:dalam )?daftar|anak\w* (?:\w+ )?(?:kami |di)(?:tempat|titip|pisah)kan|lepas tangan|kami tidak mau|(?:tidak|tak) (?:akan )?tinggal diam|tidak ada (?:lagi )?(?:bantuan|layanan)|tidak (?:dapat |bisa )?menjamin (?:keselamatan|keamanan)|(?:tidak|bukan) (?:lagi )?(?:ber)?tanggung jawab)\b"
    rf"|\bkami {NOT} me\w{{0,2}}(?:layani|bantu|nolong|nangani|dampingi|lindungi)\b|(?<!mohon ){NOT} (?:di|(?:dapat|akan|bisa|lagi|kami|mau)(?: \w+){{0,2}}? (?:di|me\w{{0,2}})?)(?:(?:proses|lanjutkan|teruskan|indahkan|perhatikan|tangani|nangani|bantu|tolong|nolong|layani|dampingi|tanggapi|lindungi|rahasiakan)|menerima (?:\w+ )?(?:pengaduan|laporan))\b"
    r"|\b(?:(?:mem)?beri ?tahu(?:kan)?|kami sampaikan) (?:kepada )?(?:suami|terlapor|keluarga|sekolah|atasan|tetangga|kepala)\b"
)


_TOPICS = r"(?:(?:akibat|konsekuensi|risiko|hukuman|sanksi|pidana|penjara|penahanan|penangkapan|denda|hak asuh|ganti rugi|restitusi|perceraian)(?:nya)?(?: hukum)?)"
_APART = re.compile(
    rf"\b(?:kami|kantor) (?:\w+ ){{0,2}}(?:menyesal\w*|(?:me)?nyesalkan)|\bdengan (?:\w+ )?(?:menyesal|penyesalan)\b|\b(?:semoga|mudah-mudahan|mendoakan)\b[^.;]*"
    rf"|\b(?:dijamin (?:oleh )?)?(?:undang-undang|UU|peraturan|negara|ketentuan)\b(?: (?:\w+ )?(?:menjamin|memastikan)\b)?|\b(?:mem)?bantu\b[^.;,]{{0,30}}\b(?:mendapat(?:kan)?|memperoleh|menerima)\b"
    rf"|\b(?:keselamatan|keamanan|kepentingan|hak(?:-hak)?|persetujuan|kebutuhan|suara) {_WHO}\b|\b(?:sanksi|hukuman) (?:kepegawaian|disiplin)\b"
    rf"|{NOT}\s+(?:perlu |usah |akan |dapat |bisa |boleh )*(?:(?:takut|khawatir|cemas) (?:akan |kalau |bahwa |{HER} )*)?(?:dituntut|dipidana\w*|dihukum|digugat|ditahan|dikenai|dikenakan)\b[^.;,]*"
    r"|\b(?:petugas|pegawai|staf|pejabat|siapa pun|setiap orang|pelanggar\w*|(?:mem|pem)?bocor\w*)\b"
    rf"(?:(?!(?<!identitas )(?<!rahasia )\b(?:{_HIM}|{_WHO})\b)[^.;])*\b(?:hukuman|sanksi|di(?:hukum|pidana|tindak|berhentikan))\b[^.;]*"
    r"|\b(?:(?:di|men|meng)?(?:jelas|erang|terang|urai)kan|mengatur|penjelasan|pertanyaan|mengenai|tentang|soal|perihal|seputar|terkait)\b"
    rf"(?:(?!\b(?:bahwa|akan|pasti|jika|bila|apabila)\b)[^.;]){{0,80}}?\b{_TOPICS}(?:,?(?: dan| atau| serta)? {_TOPICS}){{0,4}}\b(?!(?: \w+){{0,3}}? {_IF} (?:\w+ ){{0,2}}?(?:{NOT}|menolak|mundur|mencabut))"
    r"|\b(?:ancaman|sanksi|hukuman)\b(?:(?!\b(?:akan|pasti|terlapor|pelaku)\b)[^.;,]){0,60}\bdi(?:atur|jelaskan|terangkan|jawab|tanyakan|bahas)\b"
    r"|\b(?:denda|sanksi|hukuman|akibat|konsekuensi)(?:nya)?(?: \w+){0,3}? (?:bukan(?:lah)?|(?:tidak|tak)(?: lagi| akan| dapat)? (?:di(?:kena|jatuh|beri)\w+|berlaku|ada))\b"
    r"|\b(?:akibatnya|mengakibatkan)\b[^.;]{0,20}\b(?:jawaban|balasan|surat|jadwal|telepon)\b",
    re.IGNORECASE,
)
"""An office's regret, wishes, delay and discipline, fears that it takes away, what it explains or the law lays down."""
_TOLD = (
    r"\b(?:kami|akan|petugas|terpaksa)\b[^.;]{0,40}\b(?P<told>(?:me(?:ny)?|di)?(?:sampaikan|ampaikan|sebut|ebut|lapor\w*|umumkan|ngumumkan|sebar\w*|buka|mbuka|teruskan|neruskan|adukan|ngadukan|serahkan|erahkan|tembuskan|nembuskan|datangi|ndatangi|jemput|njemput|panggil|manggil)|(?:mem)?beri ?tahu\w*)\b[^.;]{0,60}"
    r"\b(?:kepada|ke|bersama|pada|di depan|di hadapan) (?:\w+ )?(?:kepala (?:desa|dusun|sekolah|adat)|lurah|rt|rw|camat|atasan|majikan|pimpinan|tempat kerja|sekolah|suami\w*|terlapor|"
    r"pelaku|keluarga|mertua|orang tua|tetangga|warga|masyarakat|umum|khalayak|media|aparat|tokoh|polisi|kepolisian)\b"
    rf"|\bkami (?:akan |terpaksa )?(?:(?:me)?n?y?surati(?! {HER})|(?:me)?libatkan (?:aparat|kepala desa|keluarga|suami\w*))\b"
)
"""Whom an office would tell."""


def presses(sentence: str) -> bool:
    """Threatens, presses or promises, also softened; what is denied or left to a court is neither."""
    sentence = undotted(sentence)
    clauses = _TURN.split(_APART.sub(" ", LAW.sub(" ", sentence)))
    return any(
        any(_asserts(pattern, clause) for pattern in _PRESSING)
        or any(
            not is_denied(clause, at) and not _OWN.search(clause, clause.rfind(",", 0, at) + 1)
            for word in _VOW.finditer(clause)
            for at in (word.start(),)
        )
        or (
            _asserts(_PUNISHED, clause)
            and not _LEFT_OPEN.search(clause)
            and (re.search(rf"{_SURE}|{_SOON}", clause, re.IGNORECASE) or not _LEFT_OPEN.search(sentence))
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
        for word in re.finditer(pattern, clause, re.IGNORECASE)
        if not is_denied(clause, at := word.start(word.lastgroup or 0))
    ]
