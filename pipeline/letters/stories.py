"""What a letter may not tell (rule 7): acts of violence, marks on a body, events.

Acts are roots with affixes ("menampar", "nampar"); else somebody does something at a past time or place.
"""

import re

from pipeline.letters.sentences import NOT, phrases, sentences

_SUFFIX = r"(?:i|in|kan|an|kin)?(?:nya|ku|mu)?(?:-\w+)?"


def _family(root: str) -> str:
    first, rest = root[0], root[1:]
    active = next(
        form
        for letters, form in (
            ("p", rf"(?:(?:me|pe)?m{rest}|me{root})"),
            ("t", rf"(?:(?:me|pe)?n{rest}|me{root})"),
            ("k", rf"(?:(?:me|pe)?ng{rest}|nge{root})"),
            ("s", rf"(?:(?:me|pe)?ny{rest}|me{root})"),
            ("bfv", rf"(?:(?:me|pe)m|nge){root}"),
            ("djz", rf"(?:(?:me|pe)n|nge?){root}"),
            ("c", rf"(?:(?:me|pe)n|nge?){root}|ny{rest}"),
            ("aeiough", rf"(?:(?:me|pe)ng|ng|nge){root}"),
            (first, rf"(?:me|pe|nge){root}"),
        )
        if first in letters
    )
    return rf"(?:di|ke)?(?:(?:di|ter|ku|kau){root}|{active}){_SUFFIX}|{root}(?:an|in|i){_SUFFIX}|{root}-\w+"


_ROOTS = (
    "tampar tendang tonjok gampar gebuk hajar keroyok jotos jitak cambuk bacok cekik jambak sundut tempeleng gaplok "
    "pentung tusuk bunuh siksa aniaya hantam cakar gigit sekap pasung culik sandera raba gerayang setubuh sodomi "
    "rudapaksa perkosa cabul leceh maki caci hardik bentak rundung ejek olok palak buntut kuntit teror intimidasi "
    "telantar terlantar eksploitasi usir fitnah selingkuh telanjang jarah remas bekap cubit tampol sabet colek peras"
)
_FORMS = (
    r"memukul\w*(?!.rata) (?:di|ke)pukul\w* mukul\w* pemukulan pukulan memukul-mukul (?:di|mem)banting\w* "
    r"(?:di|mem|ter)bentur(?:kan)\w* (?:di|meny)eret diseret\w* diinjak\w* (?:di|me)ludahi\w* (?:di|me)ngurung\w* dikurung\w* "
    r"terkurung (?:di|me)lempari\w* (?:di|me|nge)lempar\w* disiram\w* (?:di|meng)gagahi\w* (?:di|mem)perkosa\w* (?:di|meng)hamili\w* "
    r"dikata-?katai\w* dikata(?:in|i) (?:di|me)hina\w* menghina\w* hinaan (?:di|mem)b[uo]ll[yi]\w* bull?y(?:ing)? "
    r"dihina\w* dijahati\w* dikasari\w* digrepe\w* dipegang-pegang dielus-elus diperas pemerasan dirampas ditodong\w* "
    r"dizinahi berzina perzinahan mabuk\w* (?:ber)?judi babak.belur hubungan.(?:badan|intim|seksual) diperlakukan(?!.(?:sebagai|secara|dengan|sama|setara|adil)\b(?!.tidak)) pertengkaran percekcokan main.tangan ringan.tangan main.perempuan "
    r"(?:perlakuan|kata-kata|tindakan|bersikap|sikap).kasar ditinggal.mati disakiti\w* adu.mulut parang golok celurit disetrap "
    r"kekerasan KDRT TPKS TPPO KBGO penganiayaan perundungan trafficking traf\w+king (?:perdagangan.(?:orang|manusia|anak)) "
    r"inses asusila mesum persetubuhan pemerkosaan perkosaan pencabulan pelecehan penyiksaan penelantaran pornografi "
    r"child.grooming lebam\w* memar\w* luka-luka (?:ter)?luka(?:nya)?(?!.batin) berdarah pendarahan perdarahan bengkak\w* benjol\w* lecet\w* "
    r"(?:kayu|sapu|pisau|rotan|ikat.pinggang|batu|botol|besi|balok|tali|senjata).yang.(?:di(?:pakai|gunakan|lempar\w*)) didorong.(?:sampai|hingga) "
    r"cedera\w* patah.tulang pingsan gegar.otak keguguran"
)
_TAILS = tuple(root[1:] for root in _ROOTS.split())
"""What every form of a root has: to look for these first costs a tenth."""
_BY_ROOT = phrases(rf"\b(?:{'|'.join(map(_family, _ROOTS.split()))})\b")
_OUTRIGHT = phrases(rf"\b(?:{'|'.join(_FORMS.split())})\b")
# Said without any of these words, an event with its time or place.
EVENT = phrases(
    r"\b(?:peristiwa|kejadian|perbuatan|insiden|tragedi)\b(?:(?!\b(?:kami|petugas|akan|dapat|bisa|mungkin|dibahas|dibicarakan|(?:di|ter)?(?:daftar|catat)\w*|diterima|ditelaah|dipelajari|ditangani|surat)\b)[^.;]){0,60}"
    r"\b(?:terjadi|berlangsung|dilakukan|menimpa|tanggal|pada (?:hari|malam)|di (?!atas|sini|dalam|luar|kantor|unit|ruang|loket))\b|\bkronologi\w*"
    r"|\b(?:hari|minggu|pekan|jam) (?:setelah|sesudah|sejak|pasca) (?:kejadian|peristiwa|perbuatan)\b|\b(?:\w+ kali|berulang\S*) terjadi\b|\bterjadi (?:\w+ kali|berulang|berkali)"
    r"|(?<!dapat )(?<!bisa )(?<!mungkin )\bterjadi (?:pada|di|sekitar)\b|\b(?:malam|subuh|dini hari) (?:hari )?(?:itu|tersebut)\b|\b(?:hari|malam|waktu|saat) (?:kejadian|peristiwa)\b"
    r"|\bpada (?:hari )?\w*,? ?(?:tanggal )?\d{1,2} \w+ \d{4} (?:sekitar )?pukul\b[^.;]{0,80}"
    r"\b(?:mengalami|melakukan|datang dan|mendatangi)\b"
)
THREAT = phrases(
    r"\bnganc[ae]m\w*\b|\b(?:di|me|ter|peng)?ancam(?:nya|in|i|kan)?\b|\b(?:peng)?ancaman\b(?! (?:pidana|hukuman|apa pun|(?:\w+ ){1,2}dapat)\b)|\bmengancam\w*|\bdibahayakan\b"
)
_FORCE = r"\b(?:(?:di|ke)?paksa|memaksa|maksa|(?<!kami )terpaksa)\w*"
FORCED = phrases(_FORCE)
FREELY = phrases(rf"(?:{NOT}[^.;]{{0,40}}?|\btakut (?=dipaksa (?:melapor|bercerita))){_FORCE}")
UNTOLD = phrases(
    rf"{NOT}\s+(?:\w+\s+){{0,3}}?(?:(?:di|meng|men|me|mem|meny)?(?:ulang|cantum|muat|tulis|ulis|sebut|ebut|cerita|urai|jelas|tuang|uang|tanya|anya|"
    rf"rinci|kutip|ngutip|bahas|bicara|ungkap))(?:i|kan|nya)*\b"
    r"|\b(?:setiap|semua|seluruh|para|siapa) (?:anak|orang|peristiwa|kejadian|perkara|perempuan|korban|saksi|warga|pelapor|pun)\b|\b(?:anak-anak|mereka) yang\b|\b(?:peristiwa|kejadian|perbuatan) (?:apa|mana) ?pun\b"
)
"""What is not told again, or holds for everybody."""
CITED = phrases(
    r"\b(?:surat|berkas|nomor|agenda|register|peraturan|perintah|terima|terdaftar|tercatat|tertanggal)\b[^;,]{0,80}?(?:, (?:yang|tanggal)\b[^;,]{0,80}?)?\b\d{1,2} \w+ \d{4}\b"
)
"""The day of a letter, which is no time of an event."""
ADVICE = phrases(r"\b(?:apabila|bila|jika|kalau|sekiranya|seandainya|bilamana|sewaktu-waktu|dalam hal)\b")
WHEN = phrases(
    r"\b(?:semalam|tadi malam|kemarin|tengah malam|(?:malam|hari|pagi|sore|siang|waktu|saat|ketika) itu|tiba-tiba|"
    r"(?:minggu|bulan|tahun|malam|hari) (?:yang )?lalu|sejak|selama (?:ini|\w+ (?:tahun|bulan|minggu))|berkali-kali|"
    r"berulang\S*|(?:satu|dua|tiga|empat|lima|beberapa|sudah \w+|\d+) kali|sering|kerap|acap|suka|kalau habis|"
    r"setiap (?:malam|hari|kali)|sampai (?:pagi|malam)|setelah itu|lalu|kemudian|pernah|dini hari|"
    r"(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu) (?:malam|sore|pagi|siang)|tanggal \d{1,2} \w+ \d{4})\b"
)
WHERE = phrases(
    r"\bdi (?:dalam |belakang |depan |samping |sekitar )*(?:rumah(?! sakit| singgah| aman)|kamar|dapur|kebun|kantin|kelas|ruang "
    r"kelas|toilet|kos|jalan|sawah|hutan|sungai|mobil|pasar|ladang|gudang|kolam|lapangan|semak|anaknya|anak-anak)\b"
)
WHO = phrases(
    r"\b(?:suami|is[tr]?teri|istri|mantan|ayah|bapak (?:tiri|kandung)|bapaknya|ibu tiri|paman|kakek|abang|ipar|mertua|pacar|"
    r"majikan|atasan|guru|tetangga|teman\w*|kakak kelas|pelaku|terlapor|ia|dia|orang itu|laki-laki|lelaki|pria|oknum|"
    r"anak (?:itu|tersebut)|(?:peserta didik|siswa|siswi|perempuan) (?:itu|tersebut)|korban|saudar[ai]|ibu|yang bersangkutan|keduanya|keponakan)\b|(?-i:\b[A-Z]\.\s?[A-Z]\.)"
)
DEED = phrases(
    r"(?<!tidak )(?<!akan )(?<!dapat )(?<!bisa )(?<!boleh )(?<!untuk )(?<!agar )(?<!mohon )(?<!silakan )(?<!jangan )"
    r"(?<!perlu )(?<!hendak )(?<!ingin )(?<!sebelum )(?<!bila )(?<!supaya )"
    r"\b(?:pulang|minum|marah\S*|(?:meng)?amuk|ngamuk|mengunci|dikunci|memegang|dipegang|menyentuh|disentuh|"
    r"memeluk|dipeluk|mencium|dicium|merekam|direkam|memfoto|difoto|menyebarkan|disebarkan|mendatangi|didatangi|mengejar|"
    r"dikejar|mengikuti(?! (?:pelatihan|penyuluhan|kegiatan|sidang|konseling|kelas|program|layanan|pendidikan|petunjuk|ketentuan))|diambil|merampas|menuduh|dituduh|berteriak|meneriaki|menangis|lari|melarikan|kabur|"
    r"meninggalkan|ditinggalkan?|menggedor|mendobrak|menyelinap|menyuruh|disuruh|melarang|dilarang|(?:tidak )?diberi (?:makan|nafkah|uang)|"
    r"takut|ketakutan|hamil|berkelahi|bertengkar|cekcok|ribut|dibawa|mengintip|diintip|menarik (?:rambut|tangan|baju)|"
    r"bersembunyi|mengungsi|keluar|pergi|terbangun|menyaksikan|didorong|mendorong (?:tubuh|badan|kepala)|membawa kabur|mengambil (?:uang|gaji|hp))\b"
)
# Somebody of the private life around the victim, who has no part in what an office writes about itself.
PERCEIVED = phrases(
    r"\bkami (?:\w+ ){0,3}?(?:mencatat|membaca|memahami|mengerti|mengetahui|mendengar|menyadari|prihatin|maklum|memaklumi|mempelajari)"
    r"(?: \w+)? (?:bahwa|atas|betapa|mengenai|tentang|akan|bagaimana|ketika)\b"
)
OTHERS = phrases(
    r"\b(?:suami(?:nya)?|is[tr]?teri saya|(?:mantan|eks)(?:nya| suami| istri| pacar)?|(?:ayah|bapak|papa|ibu|mama)(?:nya| tiri(?:nya)?| "
    r"kandung(?:nya)?)|ayah (?:saudar[ai]|anak)|paman(?:nya)?|kakek(?:nya)?|ipar(?:nya)?|mertua(?:nya)?|pacar(?:nya)?|majikan(?:nya)?|"
    r"atasan(?:nya)?|pelaku(?!.usaha)|terlapor|oknum|(?:teman|guru|tetangga|abang|kakak|saudara|anak|bos|rekan)nya|teman-temannya|"
    r"kakak kelas\w*|(?:guru|siswa|siswi|peserta didik|laki-laki|lelaki|pria|orang|perempuan|pemuda|anak) (?:itu|tersebut)|"
    r"bahwa (?:ia|dia)|(?:adik|anak|kakak|keponakan)(?: perempuan| laki-laki)? saudar[ai])\b"
)
CARED_FOR = phrases(
    rf"\b(?:keadaan|kondisi|keselamatan|keamanan|kesehatan|kebutuhan|kepentingan|hak|kepada|bagi|untuk)(?: yang \w+)?"
    rf"(?: (?:korban|ibu|kakak|adik|anak))?(?: (?:dan|serta|beserta|bersama))? {OTHERS.pattern}"
)
"""Whose condition is named, who does nothing."""
# What an office does, offers, asks or advises; a sentence about others is one of these, or a story.
OFFICE = phrases(
    r"\b(?:akan|dapat|bisa|boleh|mohon|dimohon|silakan|agar|supaya|untuk|jangan|perlu|hendaknya|disarankan|menyarankan|"
    r"dijadwalkan|undangan|persetujuan|siap|hanya|tidak kami|belum kami|(?:tidak|belum) (?:mengetahui|tahu|diberi tahu)|kami (?:(?:tidak|belum|juga|telah|sudah) )*(?:me\w+|ber\w+|"
    r"hubungi|sampaikan|undang|panggil|jangkau|temui|siapkan|dampingi|catat|kirim\w*|rujuk|daftarkan|tugaskan|jaga)|"
    r"didampingi (?:oleh )?(?:petugas|pendamping|psikolog)|pendampingan|pemeriksaan|konsultasi|rahasiakan|layanan|tersedia|disediakan|disampaikan|diberitahukan|terlampir|berhak|dilindungi|dirahasiakan|"
    r"wewenang|kewenangan|berwenang|ditentukan|diputuskan|ditetapkan|yang (?:menentukan|memutuskan)|undang-undang)\b"
)
# What a letter told, told again: what is neither of the office nor to come is a retelling.
RECOUNTS = phrases(
    r"\b(?:menurut|sebagaimana|seperti yang|berdasarkan) (?:(?!petunjuk|permintaan|keinginan|harapan|pesan)\w+ )?(?:surat|cerita|penuturan|keterangan|pengakuan)?\s*(?:saudar[ai]|ibu|bapak|anda)\b(?!\s+(?:penting|perlu|nomor|no|tanggal|tertanggal|minta|harap\w*|kehendaki|ingin\w*|pilih|usul\w*|maksud|sampaikan|ketahui|maklumi)\b|"
    r"[^.;]{0,40}\b(?:menghendaki|meminta|mengharapkan|menginginkan|ingin|memilih|menanyakan|bertanya|mengusulkan|memerlukan|membutuhkan)\b)"
    r"|\b(?:saudar[ai]|ibu|bapak|anda) (?:\w+ )?(?:menulis|bercerita|menceritakan|menuturkan|mengatakan|menyebut(?:kan)?|mengisahkan|menyampaikan) bahwa\b(?![^.;]{0,40}\b(?:ingin|minta|\w*harap\w*|memilih|alamat|nomor|dihubungi)\b)"
    r"|\b(?:prihatin|sedih|menyayangkan|menyesalkan) (?:bahwa|karena|betapa|ketika) (?:\w+ )?(?:korban|anak|kakak|adik|keponakan|yang bersangkutan)\b"
    r"|\b(?:mula-mula|(?:pada )?awalnya|semula|berawal)\b.{0,200}?\b(?:lalu|kemudian|setelah itu|akhirnya|hingga|sampai|lama-\w+)\b"
)
WROUGHT = phrases(
    r"\b(?:yang|telah|sudah|pernah) (?:dilakukan|diperbuat|dialami|menimpa|terjadi)\b|\b(?:perbuatan|perlakuan|kelakuan|ulah)\b"
)
STATE = phrases(
    r"\bdalam (?:keadaan|kondisi) (?!darurat|utuh|rapi|selamat|siap|ter(?:kunci|buka)|sehat|aman|baik|tertutup|mendesak|tenang|apa|tersegel|lengkap|seperti|serupa)\w+|\b\w+nya robek\b"
)
LAW = phrases(r"\b(?:Undang-Undang|UU|Peraturan|Permen\w+|Perda|Keputusan)\b[^.;]{0,120}?\btentang\b[^.;()]*")
BODY = re.compile(
    r"\b(?:Tim|Satuan Tugas|Satgas|Unit|Gugus Tugas|Forum|Subdirektorat|Seksi|Bidang|Pokja|Kelompok Kerja|Komisi|Komnas)"
    r"(?: (?:[A-Z]\w+|dan|di|terhadap|Anti|pada|atas))+"
)


def tells(paragraph: str, *, to_institution: bool) -> bool:
    """What happened; to institutions titles of laws and bodies may stand."""
    text = BODY.sub(" ", LAW.sub(" ", paragraph)) if to_institution else paragraph
    return any(map(_sentence_tells, sentences(text)))


def _sentence_tells(whole: str) -> bool:
    has_root = any(map(whole.casefold().__contains__, _TAILS)) and _BY_ROOT.search(whole)
    if has_root or _OUTRIGHT.search(whole) or FORCED.search(FREELY.sub(" ", whole)):
        return True
    sentence = ADVICE.split(whole)[0]
    is_office, of_others = OFFICE.search(PERCEIVED.sub(" ", sentence)), OTHERS.search(sentence)
    deeds = len(set(map(str.casefold, DEED.findall(sentence))))
    is_past = bool(WHEN.search(CITED.sub(" ", sentence)) or WHERE.search(sentence))
    return not UNTOLD.search(sentence) and bool(
        any(pattern.search(sentence) for pattern in (THREAT, EVENT, STATE))
        or (of_others and WROUGHT.search(sentence))
        or (not is_office and (OTHERS.search(CARED_FOR.sub(" ", sentence)) or RECOUNTS.search(sentence)))
        or (bool(WHO.search(sentence)) and deeds >= (1 if is_past else 2))
    )
