"""What a letter may not hold out (rule 15): threat, pressure, promise of a punishment or an outcome."""

import re

from pipeline.letters.sentences import HER, NOT, is_denied, is_supposed, phrases, undotted
from pipeline.letters.stories import LAW

_TURN = phrases(r"\b(?:akan tetapi|tetapi|tapi|namun|melainkan|sedangkan|hanya saja|karena|sebab|sehingga)\b")
_WHO = rf"(?:{HER}|korban|pelapor|yang bersangkutan)"
_HIM = r"(?:terlapor|pelaku|suami\w*|orang itu|yang bersangkutan)"
_IF = r"(?:apabila|bila(?:mana)?|jika|kalau|sekiranya|seandainya|andai\w*|asal(?:kan)?)"
_PAID = r"(?:santunan|restitusi|ganti rugi|kompensasi|uang (?:ganti|pengganti|santunan))"
_NEAR = r"\b[^.;]{0,40}\b"
_VOW = phrases(
    r"(?<!yang )(?<!secara )\b(?:pasti(?:lah)?|kami (?:(?:akan|dapat|berani) )?memastikan|(?:di|kami )(?:pastikan|jamin)|kami (?:\w+ )?menjamin|niscaya|kami (?:ber)?janji\w*)\b"
)
_OWN = phrases(
    r"\b\w*(?:rahasia|layan|jawab|damping|simpan|jaga|rasa|bantu|ruang|unggu|sambut)\w*\b",
    rf"\b(?:identitas|nama|data|keterangan|cerita|surat|pertanyaan|petugas|pertemuan|jadwal|berkas|hak(?! asuh)|berat)\b|\b(?:orang lain|siapa pun|(?:{HER}|kami) pasti)\b",
    r"\b(?:apakah|semoga|andai\w*|agar|supaya|untuk|guna)\b[^,;]*(?:pasti|jamin)",
)
"""What an office may answer for, and how she may feel."""
_SURE = (
    r"\b(?:pasti(?:lah|nya)?|\w*(?:pasti|mastikan|jamin|janji)(?:kan)?|yakin|optimis\w*|percaya\w*|niscaya|tentu(?:lah|nya)?|bakal|"
    r"besar (?:harapan|kemungkinan|peluang)|kemungkinan besar|insya ?allah|peluang\w* besar|tinggal (?:menunggu|menanti)|\w*(?:upaya|usaha)kan (?:agar|supaya))\b"
)
_SOON = r"\b(?:akan|segera|cepat|lekas|dalam (?:waktu )?(?:\w+ ){0,2}(?:se)?(?:hari|minggu|pekan|bulan|tahun|dekat|singkat)|(?:minggu|bulan|tahun) depan|paling lambat|sebelum \w+|(?:tidak lama|sebentar) lagi)\b"
_WON = (
    r"\b(?:\w*menang\w*|\w*kabulkan|jatuh (?:ke|kepada)|berpihak|memihak|keadilan (?:akan|segera|pasti)|ditegakkan|memperoleh anak\w*|"
    rf"(?<!untuk )(?<!dapat )(?:mendapat|memperoleh|menerima)(?:kan)? (?:{_PAID}|hak asuh|keadilan)|gugatan (?:\w+ )?diterima|"
    rf"(?:putusan|hasil|perkara|hukuman)\w*{_NEAR}(?:sesuai|memenuhi) (?:dengan )?(?:harapan|keinginan|permintaan) {_WHO}|memutus\w* sesuai|dibayar(?:kan)? oleh (?:terlapor|pelaku))\b"
)
_THING = r"\b(?:perkara|kasus|masalah|persoalan|urusan|hal (?:ini|itu|tersebut)|perceraian|rumah tangga|keluarga|keadaan|semua\w*|penderitaan)(?:nya)?\b(?! (?:berkas|administrasi|dokumen|surat))"
_ENDED = r"\b(?:\w*selesai\w*|beres|tuntas|berakhir|kelar|rampung|rukun|utuh|harmonis|diputus|seperti (?:semula|dulu))\b"
_CASHED = r"\b(?:terima|peroleh|cair|turun|dibayar\w*)\b"
_DONE = rf"(?:{_THING}{_NEAR}{_ENDED}|\b{_PAID}{_NEAR}{_CASHED})"
_ISSUE = rf"(?:{_DONE}|\b(?:hak asuh|ganti rugi|restitusi|cerai|perceraian|keadilan|putusan(?! (?:ada|di tangan|{_WHO}))|terulang|hasil (?:yang )?(?:baik|terbaik|memuaskan|diharapkan)|mengganggu|mendekati|kembali utuh|selamanya)\b)"
_PRESSING = (
    phrases(  # a burden, shame, regret
        # what would follow
        r"\b(?:(?:ber|meng)akibat(?:kan)?|(?<!syarat dan )(?<!manfaat dan )akibat(?: hukum|nya)|konsekuensi\w*|risiko hukum|"
        r"(?:segala|semua|seluruh) (?:akibat|risiko|konsekuensi)\w*|menanggung (?:sendiri|akibat\w*|risiko)|tanggung sendiri|berdampak buruk|merugikan (?:saudar[ai]|diri)|rugi sendiri|terancam (?:sanksi|tuntutan)|"
        rf"(?:penolakan|pengabaian|ketidakhadiran|keterlambatan|sikap) (?:{_WHO}|terhadap|atas){_NEAR}(?:merugikan|menghambat|membahayakan|mempersulit|menyulitkan|menyebabkan|ditindaklanjuti|berujung))\b",
        # shame
        rf"\b(?:nama baik(?! {_WHO})|aib|\w*malukan|(?:mendapat|menanggung|membawa|bikin) malu|mencoreng|tercela|"
        r"(?:nama|kehormatan|martabat) keluarga|apa kata (?:orang|tetangga|keluarga)|keutuhan (?:rumah tangga|keluarga)|(?:rumah tangga|urusan) (?:orang|suami)[^.;]{0,40}\b(?:jangan|campur)\w*)\b",
        # regret
        r"\b(?:menyesal|penyesalan|sebelum terlambat|introspeksi|mawas diri|(?<!silakan )(?<!boleh )pikirkan(?:lah)? (?:kembali|ulang|lagi (?:niat|rencana|keputusan|pengaduan|laporan|langkah))|"
        r"pikirkan(?:lah)? (?:\S+ )?(?:nasib|anak|nama|masa depan|keluarga|akibat\w*|dampak\w*)|jangan (?:\w+ )?(?:coba-coba|main-main|mempermalukan|mencoreng|harap|sesali|menyesal|heran|kecewa)|jangan sampai "
        r"(?:\w+ ){0,4}?(?:di(?:anggap|tuduh|nilai)|terseret|tersangkut|tercemar|terbawa-bawa|terlambat|menyesal|kehilangan|\w*(?:k|ng)ecewa\w*))\b",
        # conscience
        r"\b(?:(?:kewajiban|tanggung jawab|beban) moral|utang budi|kodrat|(?:ber)?dosa\w*|tega|durhaka|"
        r"kasihan (?:anak|korban|keluarga)\S*|kalau bukan \w+,? siapa|(?:tidak|kurang) (?:pantas|elok) (?:kalau|jika|bila|lepas|"
        r"meninggalkan|menolak)|sebagai (?:\w+ )?(?:istri|ibu|kakak|adik|anak|keluarga|warga|saudara|perempuan)(?: \w+)? yang (?:baik|"
        rf"bertanggung jawab|taat|patuh|berbakti|peduli|saleh\w*)|yang (?:memang|benar-benar|sungguh-sungguh) (?:sayang|peduli|cinta)|{_IF} (?:{_WHO} )?(?:\w+ )?(?:sayang|peduli|cinta)|demi kebaikan {HER} sendiri)\b",
        # fault
        rf"\b(?:(?:sebagai|merupakan|adalah) (?:kelalaian|kesalahan|pelanggaran) {_WHO}|(?:catat|artikan|anggap|pandang|maknai) sebagai (?:kelalaian|kesalahan|pelanggaran|pencabutan|penarikan|penolakan)|"
        rf"di(?:catat|artikan|anggap|pandang) (?:sebagai |telah )?(?:kelalaian|kesalahan|pelanggaran|pencabutan|penarikan|penolakan|membantu|melindungi|bersekongkol|bohong)|"
        r"(?:kurang|tidak) kooperatif|(?:ikut|turut) (?:bersalah|membiarkan|menutupi|di(?:periksa|hukum|tuntut))|"
        rf"(?:(?:ke)?salah(?:an)?|tanggung jawab|risiko) {_WHO} sendiri|(?:itu|ini|menjadi|adalah) tanggung jawab {HER}|"
        rf"{HER}(?:lah)? (?:pula )?yang (?:\w+ ){{0,2}}(?:menanggung|bertanggung jawab)|{HER} (?:\w+ )?(?:turut |ikut )?bertanggung jawab|"
        rf"kami (?:tidak|tak) (?:lagi |dapat |bisa |akan |mau |ingin )*(?:di(?:per)?salahkan|bertanggung jawab)|(?:jangan |me)\w*[sn]y?alahkan(?: kami)?)\b",
        # severe
        r"\b(?:peringatan (?:\w+ ){0,2}(?:terakhir|keras)|teguran (?:keras|tegas)|daftar hitam|bersifat mengikat|"
        r"tidak ada toleransi|(?:tidak|tak) (?:mau (?:tahu|peduli)|segan)|(?:tidak|tak) (?:dapat|bisa) ditawar|mau tidak mau|"
        r"alasan apa ?pun|(?<!semuanya, )atau tidak sama sekali|(?:minta|peringatkan|ingatkan|tegur)\w* (?:\w+ ){0,2}(?:dengan|secara) tegas|"
        r"(?:tidak|tak) (?:ada|(?:mem)?punya\w*|memiliki) (?:pilihan|jalan lain)(?! yang| lain bagi kami)|"
        rf"\w*jemput\w*{_NEAR}(?:satpol|babinsa)|(?:satpol|babinsa){_NEAR}\w*jemput\w*|(?:jemput|panggil|dijemput|dipanggil|secara) paksa|(?:tindakan|langkah|jalur|upaya)(?: hukum)? (?:terhadap|kepada) {_WHO})\b",
        # loss
        r"\b(?:kehilangan (?:hak|kesempatan|bantuan|perlindungan)\w*|(?:bantuan sosial|bansos|PKH|BLT|beasiswa|tunjangan)\b[^.;]{0,60}\b(?:dicabut|dihentikan|ditinjau|dievaluasi|dicoret)|"
        rf"lewat (?:dari )?(?:itu|batas){_NEAR}(?:lepas tangan|tidak kami|hangus|gugur|ditutup)|kesempatan{_NEAR}(?:terakhir(?! (?:mengikuti|mendaftar))|satu kali|sekali|"
        r"(?:tidak|takkan) (?:akan )?(?:terulang|datang|ada|diberikan) (?:lagi|dua kali|kembali))|"
        r"(?:agar|supaya) tidak (?:timbul|menimbulkan|mendapat|terkena) (?:masalah|kesulitan|akibat|sanksi)(?![^.;]{0,60}, kami))\b",
        # condition
        r"\b(?:hanya (?:\w+ )?(?:kepada|bagi|untuk) yang (?:patuh|taat|menurut|hadir|datang)|"
        rf"nasib{_NEAR}(?:di tangan|tergantung|bergantung)|bergantung (?:pada|kepada) (?:kesediaan|kedatangan|kehadiran|jawaban|sikap|keputusan) {HER}|(?:agar|supaya) (?:nama|identitas) {HER} tidak kami|"
        rf"{_IF} (?:{_WHO} )?(?:masih|memang|benar-benar|sungguh-sungguh) (?:ingin|mau) di(?:bantu|tolong|layani|dampingi|tangani))\b",
    ),
    phrases(  # what the office would do to her
        rf"\b(?:laporkan|melaporkan|tuntut|menuntut|polisikan|serahkan|menyerahkan)\s+{_WHO}\b(?! (?:salinan|surat|berkas))",
        r"\bkami (?:akan |dapat |terpaksa )*(?:mewajibkan|mengharuskan|memaksa|mendesak|menuntut|(?:me)?merintahkan|perintahkan)\b",
        r"\b(?:\w*umumkan|\w*sebar(?:kan|luaskan)|\w*siarkan) (?:\w+ )?(?:nama|identitas|cerita|aib)\b",
    ),
    phrases(  # a duty of hers, or a condition
        rf"\b{_WHO}\s+(?:\w+\s+)?(wajib|haruslah|harus|mesti|di(?:larang|haruskan|wajibkan|desak|perintahkan|peringatkan|paksa))\b(?!\s+(?:di\w|kami\b|mendapat|memperoleh|menerima|(?:\w+\s+){{0,3}}merasa|tahu))",
        rf"\b{HER} (?:tidak|tak) (?:boleh|diperkenankan|diizinkan) (?!di|ter|merasa|ragu|takut|malu)\w+\b",
        rf"\b{HER} (?:tidak|tak) dapat (?:menolak|membantah|menunda|berhenti|mundur|mencabut)\b",
        r"\b(?:bersifat|adalah|hukumnya) (wajib|kewajiban)\b(?! kami)|\b((?:wajib|harus) (?:hadir|datang|menjawab|segera))\b",
        rf"\b(?:pengaduan|laporan){_NEAR}(?:tidak|tak) (?:boleh|dapat|bisa) (?:di)?(?:tarik|cabut|batal)\w*|\b(?:undangan|panggilan) (?:\w+ )?(wajib|harus|mesti)\b",
        r"\b(?:kehadiran|kedatangan)\b[^.;]{0,50}\b(wajib|keharusan|kewajiban)\b",
        rf"\bhanya{_NEAR}{_IF}\b[^.,;]{{0,30}}\b(?:hadir|datang|menjawab|melengkapi|mengikuti|patuh|menurut)\b",
    ),
    phrases(  # advice to give up
        r"(?<!berhak )(?<!boleh )(?<!dapat )\b(?:se(?:baik|patut|harus|layak|mesti|yogi)\w*nya|(?:alangkah|lebih) (?:baik|bijak|elok|tepat)\w*|"
        r"(?:di|me\w{0,2})?(?:s?aran|harap|minta|imbau|anjur|mohon)(?:kan)?|hendaknya|kami (?:ingin|menghendaki)|agar|supaya|cobalah|tolong|demi)\b[^.;]{0,100}?"
        r"\b(?:(?:men|di)?cabut|diam saja|tutup mulut|(?:mem)?besar-besarkan|(?:me)?lupakan (?:saja|hal|masalah|kejadian|yang)|"
        r"menerima keadaan|ikhlas\w*|patuh|taat|pasrah|mengurungkan|mengalah|(?:men)?campuri|(?:ikut|turut)(?:-ikutan)? (?:campur|urusan)|"
        rf"(?:masalah|persoalan|urusan) (?:keluarga|rumah tangga){_NEAR}(?:tidak(?! (?:diketahui|didengar|terdengar|tersebar))|jangan|cukup|"
        r"sendiri)|(?:menye|dise|se)lesaikan\b[^.;]{0,30}\bsecara (?:baik-baik|kekeluargaan|damai)|(?:ber|men)damai(?:kan)?|didamaikan|"
        r"menarik (?:kembali )?(?:pengaduan|laporan)|(?:pengaduan|laporan|gugatan) (?:\w+ )?(?:di(?:tarik|hentikan|batalkan)|"
        r"tidak (?:usah |perlu |lagi )*(?:di)?(?:lanjut|terus|perpanjang)\w*)|tidak (?:melanjutkan|memperpanjang|memperbesar|"
        r"memper(?:keruh|uncing|umit)|meneruskan) (?:pengaduan|perkara|masalah|persoalan|kasus|hal)|(?:me)?maafkan(?! (?:kami|ke\w+an))|"
        r"rujuk(?! ke)|kembali (?:ke|kepada) (?:suami\w*|rumah)|berpikir (?:ulang|kembali|dua kali)|(?:di|mem)?pertimbangkan (?:kembali|ulang|lagi)(?! (?:hari|waktu|jadwal|tempat|cara|setelah|sesudah|bersama)))\b"
    ),
    phrases(  # a promise
        rf"{_SURE}[^.;]{{0,200}}(?:{_WON}|{_ISSUE})|(?:{_WON}|{_ISSUE})[^.;]{{0,200}}({_SURE})|{_SOON}{_NEAR}{_WON}|{_SOON}[^.;]{{0,60}}{_DONE}|{_DONE}[^.;]{{0,60}}({_SOON})",
        rf"{_THING}[^.;]{{0,30}}{_SOON}[^.;]{{0,30}}{_ENDED}|\b{_PAID}\b[^.;]{{0,30}}{_SOON}[^.;]{{0,20}}{_CASHED}",
        rf"\b{_HIM}\b[^.;]{{0,30}}\bdijemput\b|\b{_HIM} (?:pasti|dijamin|niscaya|tentu|bakal)\b(?! tidak (?:tahu|mengetahui))",
        rf"\b(?:{_HIM}|ia|dia){_NEAR}(?:tidak (?:akan|mungkin)|takkan) (?:pernah |berani |bisa |dapat |lagi )*(?:mengganggu|menyakiti|memukul|mendekati|mengulangi|berbuat|berulah|menyentuh|lolos|lepas|bebas|kembali)\b",
        r"\b(?:pasti|dijamin|tentu|dalam \w+ (?:hari|minggu|bulan)) (?:\w+ ){0,2}(?:pulih|sembuh|normal|bahagia)\b",
        rf"\b(?:tidak|takkan)(?: \w+)? berkutik\b|\bhak asuh (?:\w+ ){{0,2}}jatuh (?:ke|kepada)\b|\b(?:keselamatan|keamanan)(?:nya| {_WHO}) (?:\w+ )?(?:terjamin|dijamin)\b",
        r"\b(?:tidak|tak) (?:ada )?seorang ?pun (?:\w+ )?(?:dapat|bisa|akan|berani) \w*(?:sentuh|nyentuh|ganggu)\w*",
        rf"\b(?:(?:di|kami )perkirakan|rasanya|sepertinya|tampaknya|hampir|mungkin|kemungkinan)\b[^.;]{{0,200}}{_WON}",
    ),
)
_PUNISHED = phrases(
    r"\b(?:(?:di|meng|ter)hukum|hukuman\w*|penghukuman|(?:di|mem)?penjara(?:kan)?|jeruji|dibui|(?:di|mem)pidana\w*|(?:pada|diancam) pidana|"
    r"di?vonis|(?:di|men)jerat|ditahan|penahanan|(?:me|di|ter|pe)\w{0,2}(?:nangkap(?! (?:rasa|kesan|maksud|pesan|bahwa|kekhawatiran))|"
    r"tangkap|ringkus|ciduk|borgol|gelandang|bekuk)(?:an)?|diadili|dituntut|(?:di|me)m?pecat|dikeluarkan dari|sanksi\w*|didenda|jera|"
    r"setimpal|ganjaran|balasannya|(?:mem)?pertanggungjawabkan|dimejahijaukan|kurungan|denda|(?:di|kami )seret|diganjar|dijatuhi|"
    r"meja hijau|masuk (?:sel|bui|lapas)|mendekam|dijebloskan|(?:ditetapkan|jadi|menjadi|sebagai) tersangka|diberhentikan|"
    r"(?:di|me)n?tindak|tindak tegas|diberi pelajaran|meringkuk|rumah tahanan|sel|kapok|kehilangan (?:pekerjaan|jabatan|kedudukan)\w*|"
    r"dimutasi|diturunkan pangkat\w*|diamankan|dibalas|diproses (?:secara )?hukum|berurusan dengan (?:hukum|polisi|aparat))(?:nya)?\b",
    r"\b(?:polisi|kepolisian|penyidik|aparat|hakim|pengadilan|jaksa|penuntut)\b[^.;]{0,60}\b(?:akan|pasti|segera|bakal|dalam waktu dekat)"
    rf"{_NEAR}(?:menahan|menangkap|menghukum|mengamankan|menjemput|memenjarakan|mengabulkan|menjatuhkan|memberatkan)\b",
)
_COURT = r"(?:peradilan|hakim|majelis|pengadilan|penyidik(?:lah)?|kepolisian|kejaksaan|jaksa|penuntut umum|penegak)"
_LEFT_OPEN = phrases(
    rf"{NOT}\s+(?:\w+\s+){{0,2}}(?:memberi(?:kan)? (?:kepastian|jaminan|janji)|\w*(?:pasti|mastikan|janjikan|jamin|tentukan)(?:kan)?|berwenang|wewenang|kewenangan|ranah)\b",
    rf"\b{_COURT}\b[^.;]{{0,60}}\b(?:berwenang|wewenang|kewenangan|menentukan|memutus(?:kan)?)\b(?! (?:bahwa|{_HIM}))",
    r"\b(?:wewenang|kewenangan|ditentukan|diputuskan|diputus|keputusan|ranah|urusan|ada pada|di tangan|(?:di)?serahkan)\b"
    rf"[^.;]{{0,200}}\b{_COURT}\b|\b(?:merupakan|menjadi|adalah|bukan(?:lah)?) (?:\w+ )?(?:wewenang|kewenangan|urusan|ranah)\b",
)
_UNMET = phrases(
    rf"\b(?:{_IF}|selama|sepanjang|tanpa)\b(?! (?:kantor|petugas|listrik|jaringan|cuaca|hujan|banjir|jalan|loket|ruang)\b)[^.;]{{0,200}}?"
    rf"(?:{NOT}(?! (?:ber)?keberatan)|\b(?:menolak|\w*abaikan|terlambat|meleset|lalai|gagal|mangkir|ingkar|lewat|melewati|\w*bohong|"
    r"mencabut|membatalkan|menunda|mundur|mempersulit|terus|tetap|di(?:tarik|cabut|batalkan)|\w*cerita\w*|\w*bocor\w*|mengadu|"
    r"bersikeras|bersikap|(?:ber)?diam|kembali (?:ke|kepada) suami\w*|\w*langgar|\w*embunyi\w*|kehadiran|jawaban|kabar|keterangan|kesaksian|enggan)\b)",
    rf"\b(?:ketidak\w+|penolakan|pengabaian|keengganan|kelalaian|keterlambatan) {_WHO}\b|\bketidak(?:hadir|datang|patuh)an\b",
    rf"\b(?:pelapor|korban|pihak|mereka|siapa|pengadu\w*|laporan|{HER}) yang (?:tidak|enggan|menolak|mencabut)\b|{NOT} \w+ berarti\b",
    r"(?:^|[,:;] ?)(?:bagi )?yang\b[^.,;]{0,40}\b(?:tidak|enggan|mangkir|lalai)\b|\b(?:paling lambat|selambat-lambatnya)\b",
)
_FAR_DENIED = phrases(
    rf"{NOT}\s+(?:perlu|usah|dapat|bisa|boleh|pernah|bermaksud|ingin|hendak|seorang|satu)\s+(?!khawatir|cemas|takut|ragu|risau|lolos|lepas|luput|bebas|\w*elak|\w*hindar)"
    r"(?:(?!(?:dan|serta|lalu|maka|jika|bila|apabila|kalau|akan|pasti|tentu)\b)\w+\s+){0,6}$"
)
"""What the office cannot do, or she need not, governs what follows in the clause."""
_AT_HER_WISH = phrases(
    r"\b(?:jadwal|pertemuan|janji|kunjungan|waktu)\b[^,;]{0,30}\b\w*(?:batal|tunda|geser|ganti|alih|henti)\w*",
    r"\b(?:kapan (?:saja|pun)|setiap saat)\b|\bmohon (?:\w+ )?(?:mem)?beri ?tahu\w* kami (?:agar|supaya)\b",
    r"\btanpa (?:akibat|sanksi|konsekuensi|risiko)\b|\b(?:atas|sesuai(?: dengan)?) (?:permintaan|keinginan|kehendak)(?:nya)?\b",
)
_FOLLOWS = phrases(
    r"\b(?:di|kami )(?:anggap (?:\w+ )?(?:tidak|telah|sudah|gugur|batal|\w*cabut|\w*tarik|selesai|bohong|mundur|\w*tolak|lalai|lepas|"
    r"berakhir|angin|main)|periksa(?! (?:dokter|kesehatan|di))|jemput (?:\w+ )?(?:polisi|aparat)|(?:tutup|henti|kena|cabut|batal|tarik|tolak|"
    r"coret|musnah|hapus|umum|lapor|alih|kesamping|arsip|kembali|salah)(?:kan|i)?|tinjau (?:kembali|ulang)|ambil dinas|nyatakan (?:selesai|gugur|batal)| ?nilai (?:tidak|kurang|lalai))\b",
    r"\b(?:kami|kantor|dinas|petugas)(?: \w+){0,3}? (me(?:nutup|nghentikan|nolak|ncabut|mbatalkan|narik|ncoret|musnahkan|nghapus|ngambil(?:nya| anak)|ngumumkan|laporkan)|berhenti)\b",
    r"\b(?:menyulitkan|rugi|(?:kena|mendapat|menemui|menghadapi|mengalami) (?:masalah|kesulitan|pasal)|tutup|gugur|hangus|hilang|batal|"
    r"kehilangan|terpaksa|(?:turut |ikut )?bersalah|(?:ber)?dosa\w*|\w*pertanggungjawab\w*|sia-sia|percuma|tertutup bagi|lepas tangan|"
    r"(?:polisi|aparat)\w*\b[^.;,]{0,30}(?:jemput|kirim|datang)\w*|\w*jemput\w* (?:\w+ ){0,2}(?:polisi|kepolisian|aparat)|"
    r"membuka (?:identitas|nama|rahasia)|(?:identitas|nama|rahasia) (?:\w+ ){0,3}(?:di|kami )buka|(?:dengan|bersama) (?:polisi|aparat)|"
    rf"(?:akan|bakal) (?:\w+ )?(?:bebas|lolos|berkeliaran)|(?:pengaduan|laporan|berkas) (?:\w+ )?tidak berlaku|salah {HER}|kami tidak mau|"
    r"bertanggung jawab sendiri|(?:jangan|tidak (?:usah|perlu)) (?:lagi )?(?:(?:ber)?harap|meminta|mengeluh)|"
    r"urutan (?:paling )?(?:belakang|akhir|bawah)|masukkan (?:ke )?(?:dalam )?daftar|anak\w* (?:\w+ )?(?:kami |di)(?:tempat|titip|pisah)kan|"
    r"(?:tidak|tak) (?:akan )?tinggal diam|tidak ada (?:lagi )?(?:bantuan|layanan)|tidak (?:dapat |bisa )?menjamin (?:keselamatan|keamanan)|(?:tidak|bukan) (?:lagi )?(?:ber)?tanggung jawab)\b",
    rf"\bkami {NOT} me\w{{0,2}}(?:layani|bantu|nolong|nangani|dampingi|lindungi)\b",
    rf"(?<!mohon ){NOT} (?:di|(?:dapat|akan|bisa|lagi|kami|mau)(?: \w+){{0,2}}? (?:di|me\w{{0,2}})?)(?:proses|lanjutkan|teruskan|indahkan|"
    r"perhatikan|tangani|nangani|bantu|tolong|nolong|layani|dampingi|tanggapi|lindungi|rahasiakan|menerima (?:\w+ )?(?:pengaduan|laporan))\b",
    r"\b(?:(?:mem)?beri ?tahu(?:kan)?|kami sampaikan) (?:kepada )?(?:suami|terlapor|keluarga|sekolah|atasan|tetangga|kepala)\b",
    rf"\b(?:kami|akan|petugas){_NEAR}((?:me(?:ny)?|di)?(?:sampaikan|ampaikan|sebut|ebut|lapor\w*|umumkan|ngumumkan|sebar\w*|buka|mbuka|"
    r"teruskan|neruskan|adukan|ngadukan|serahkan|erahkan|tembuskan|nembuskan|datangi|ndatangi|jemput|njemput|panggil|manggil)|"
    r"(?:mem)?beri ?tahu\w*)\b[^.;]{0,60}\b(?:kepada|ke|bersama|pada|di depan|di hadapan) (?:\w+ )?(?:kepala (?:desa|dusun|sekolah|adat)|"
    r"lurah|rt|rw|camat|atasan|majikan|pimpinan|tempat kerja|sekolah|suami\w*|terlapor|pelaku|keluarga|mertua|orang tua|tetangga|warga|masyarakat|umum|khalayak|media|aparat|tokoh|polisi|kepolisian)\b",
    rf"\bkami (?:akan |terpaksa )?(?:(?:me)?n?y?surati(?! {HER})|(?:me)?libatkan (?:aparat|kepala desa|keluarga|suami\w*))\b",
)
"""What the office would do, or tell to whom; the group is the word that a negation would undo."""
_TOPICS = r"(?:(?:akibat|konsekuensi|risiko|hukuman|sanksi|pidana|penjara|penahanan|penangkapan|denda|hak asuh|ganti rugi|restitusi|perceraian)(?:nya)?(?: hukum)?)"
_APART = phrases(
    r"\b(?:kami|kantor) (?:\w+ ){0,2}(?:menyesal\w*|nyesalkan)|\bdengan (?:\w+ )?(?:menyesal|penyesalan)\b|\b(?:semoga|mudah-mudahan|mendoakan)\b[^.;]*",
    r"\b(?:dijamin (?:oleh )?)?(?:undang-undang|UU|peraturan|negara|ketentuan)\b(?: (?:\w+ )?(?:menjamin|memastikan)\b)?",
    r"\b(?:mem)?bantu\b[^.;,]{0,30}\b(?:mendapat(?:kan)?|memperoleh|menerima)\b",
    rf"\b(?:keselamatan|keamanan|kepentingan|hak(?:-hak)?|persetujuan|kebutuhan|suara) {_WHO}\b|\b(?:sanksi|hukuman) (?:kepegawaian|disiplin)\b",
    rf"{NOT}\s+(?:perlu |usah |akan |dapat |bisa |boleh )*(?:(?:takut|khawatir|cemas) (?:akan |kalau |bahwa |{HER} )*)?(?:dituntut|dipidana\w*|dihukum|digugat|ditahan|dikenai|dikenakan)\b[^.;,]*",
    r"\b(?:petugas|pegawai|staf|pejabat|siapa pun|setiap orang|pelanggar\w*|(?:mem|pem)?bocor\w*)\b"
    rf"(?:(?!(?<!identitas )(?<!rahasia )\b(?:{_HIM}|{_WHO})\b)[^.;])*\b(?:hukuman|sanksi|di(?:hukum|pidana|tindak|berhentikan))\b[^.;]*",
    r"\b(?:(?:di|men|meng)?(?:jelas|erang|terang|urai)kan|mengatur|penjelasan|pertanyaan|mengenai|tentang|soal|perihal|seputar|terkait)\b"
    rf"(?:(?!\b(?:bahwa|akan|pasti|jika|bila|apabila)\b)[^.;]){{0,80}}?\b{_TOPICS}(?:,?(?: dan| atau| serta)? {_TOPICS}){{0,4}}\b(?!(?: \w+){{0,3}}? {_IF} (?:\w+ ){{0,2}}?(?:{NOT}|menolak|mundur|mencabut))",
    r"\b(?:ancaman|sanksi|hukuman)\b(?:(?!\b(?:akan|pasti|terlapor|pelaku)\b)[^.;,]){0,60}\bdi(?:atur|jelaskan|terangkan|jawab|tanyakan|bahas)\b",
    r"\b(?:denda|sanksi|hukuman|akibat|konsekuensi)(?:nya)?(?: \w+){0,3}? (?:bukan(?:lah)?|(?:tidak|tak)(?: lagi| akan| dapat)? (?:di(?:kena|jatuh|beri)\w+|berlaku|ada))\b",
    r"\b(?:akibatnya|mengakibatkan)\b[^.;]{0,20}\b(?:jawaban|balasan|surat|jadwal|telepon)\b",
)
"""An office's regret, wishes, delay and discipline, fears that it takes away, what it explains or the law lays down."""


def presses(sentence: str) -> bool:
    """Threatens, presses or promises, also softened; what is denied or left to a court is neither."""
    sentence = undotted(sentence)
    clauses = _TURN.split(_APART.sub(" ", LAW.sub(" ", sentence)))
    return any(
        any(_asserts(pattern, clause) for pattern in _PRESSING)
        or any(not _OWN.search(clause, clause.rfind(",", 0, at) + 1) for at in _said(_VOW, clause))
        or (
            _asserts(_PUNISHED, clause)
            and not _LEFT_OPEN.search(clause)
            and (re.search(rf"{_SURE}|{_SOON}", clause, re.IGNORECASE) or not _LEFT_OPEN.search(sentence))
        )
        for clause in clauses
    ) or (
        _UNMET.search(sentence) is not None
        and not _AT_HER_WISH.search(sentence)
        and any("," not in sentence[at:] or not is_supposed(sentence, at) for at in _said(_FOLLOWS, sentence))
    )


def _asserts(pattern: re.Pattern[str], clause: str) -> bool:
    return any(
        not is_supposed(clause, at) and not _FAR_DENIED.search(clause[:at]) for at in _said(pattern, clause)
    )


def _said(pattern: re.Pattern[str], clause: str) -> list[int]:
    return [
        at
        for word in pattern.finditer(clause)
        if not is_denied(clause, at := word.start(word.lastindex or 0))
    ]
