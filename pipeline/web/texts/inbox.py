"""Words of what comes in: what waits, files handed in, documents put in order before they are registered, our own papers."""

from pipeline.kernel.text import Text

WORDS: dict[str, Text] = {
    # What waits.
    "home.title": Text("Yang menunggu", "What waits"),
    "home.crises": Text("Krisis", "Crises"),
    "home.letters": Text("Surat masuk untuk didaftarkan", "Letters to register"),
    "home.letters.theirs": Text("Surat yang menunggu pendaftaran", "Letters that wait for registration"),
    "home.others": Text(
        "{n} surat menunggu didaftarkan oleh petugas penerima.",
        "{n} letter(s) wait to be registered by a receiving clerk.",
    ),
    "home.free": Text("Tidak ada pekerjaan yang menunggu Anda sekarang.", "No work waits for you now."),
    "home.papers": Text("Lembar kantor yang kembali", "Papers of our own that came back"),
    "home.cases": Text("Kasus", "Cases"),
    "home.all": Text("Tampilkan semua {n}", "Show all {n}"),
    "home.first": Text("{few} yang pertama dari {n}.", "The first {few} of {n}."),
    "home.refused": Text("Yang tidak dapat diambil", "What could not be taken"),
    "home.refused.do": Text(
        "Berkas ini belum dicatat. Perbaiki seperti disebut, lalu kirim lagi lewat Surat baru.",
        "These files are not entered. Mend them as told, then send them again under New letters.",
    ),
    "home.refused.theirs": Text(
        "Berkas ini belum dicatat. Petugas penerima memperbaikinya seperti disebut, lalu mengirimnya lagi.",
        "These files are not entered. The receiving clerk mends them as told, then sends them again.",
    ),
    "home.repeats": Text("Kiriman ulang hari ini", "Received again today"),
    "home.repeats.why": Text(
        "Isinya sama dengan yang sudah ada, jadi tidak dicatat dua kali. Tidak perlu apa-apa lagi.",
        "The content is here already, so nothing was entered twice. There is nothing to do.",
    ),
    "home.repeat": Text("sudah pernah masuk sebagai {agenda}", "came in before as {agenda}"),
    "home.healed": Text(
        "berkas yang tersimpan hilang atau rusak dan sudah dipulihkan dari berkas ini",
        "the stored file was missing or damaged and was put right from this one",
    ),
    "home.empty": Text("Tidak ada yang menunggu.", "Nothing waits."),
    "home.empty.do": Text(
        "Kirim pindaian lewat Surat baru atau taruh di folder inbox; suratnya muncul di sini dalam beberapa detik. Ada yang "
        "menelepon? Buka Telepon masuk.",
        "Send a scan under New letters or drop it into the inbox folder; the letter shows here within seconds. Somebody "
        "calls? Open Incoming call.",
    ),
    "home.no_cases": Text(
        "Akun ini tidak menangani kasus, jadi tidak ada isi kasus di sini. Yang dikerjakan dengan akun ini:",
        "This account handles no cases, so there is no case content here. What it is for:",
    ),
    "home.for.nav.health": Text(
        "Apakah semuanya berjalan: penerima, pembaca, ruang cakram, cadangan, pemeriksaan arsip.",
        "Whether all runs: intake, reading, disk, backup, the check of the archive.",
    ),
    "home.for.nav.settings": Text("Bagaimana kantor ini diatur.", "How this office is set up."),
    "home.for.nav.users": Text("Akun, peran, dan kata masuk.", "Accounts, roles and words."),
    "home.for.nav.audit": Text("Siapa melihat dan mengubah apa.", "Who saw and changed what."),
    "home.for.nav.recap": Text(
        "Angka bulanan, triwulan, tahunan, tanpa nama.", "Figures by month, quarter and year, without names."
    ),
    "home.untaken": Text("belum diambil sejak {since}", "not taken since {since}"),
    "home.taken": Text("diambil {by}", "taken by {by}"),
    "home.danger": Text("Kata bahaya", "Danger words"),
    "home.came": Text("Masuk {when} ({age})", "Came in {when} ({age})"),
    "home.pages": Text("{n} halaman", "{n} page(s)"),
    "home.opened": Text("Sedang dibuka {account} sejak {since}", "Open at {account} since {since}"),
    "home.state": Text("Keadaan", "State"),
    "home.next": Text("Berikutnya", "Next"),
    "home.own": Text("kasus saya", "my case"),
    "home.go_on": Text("Lanjutkan", "Go on"),
    "home.open": Text("Buka kasus", "Open the case"),
    "home.register": Text("Daftarkan {agenda}", "Register {agenda}"),
    "home.about_it": Text("Lihat dan atur", "Look and arrange"),
    "home.to_case": Text("Buka kasus", "Open the case"),
    "home.case": Text("Nomor kasus", "Case"),
    "home.waits": Text("Menunggu", "Waits for"),
    "home.live": Text(
        "Daftar ini memperbarui diri setiap beberapa detik.", "This list renews itself every few seconds."
    ),
    "home.renewed": Text(
        "Daftar diperbarui: {letters} surat, {papers} lembar kantor, {cases} kasus.",
        "The list is new: {letters} letters, {papers} papers of our own, {cases} cases.",
    ),
    "todo.crises": Text("Krisis", "Crises"),
    "todo.letters": Text("Surat masuk", "Letters"),
    "todo.papers": Text("Lembar kantor", "Papers of our own"),
    "todo.cases": Text("Kasus", "Cases"),
    "todo.refused": Text("Ditolak", "Refused"),
    "todo.repeats": Text("Kiriman ulang", "Received again"),
    "todo.overtaken": Text("Surat yang terlambat", "Letters overtaken"),
    "todo.contacts": Text("Menghubungi korban", "Contact with victims"),
    "todo.dangers": Text("Kata bahaya", "Danger words"),
    "todo.clocks": Text("Tenggat undang-undang", "Clocks of the law"),
    "todo.due": Text("Jatuh tempo", "Due"),
    "todo.erasures": Text("Permintaan penghapusan", "Requests for erasure"),
    "todo.requests": Text("Permintaan klarifikasi", "Requests for clarification"),
    "todo.receipts": Text("Tanda terima", "Receipts"),
    "todo.simfoni": Text("Entri SIMFONI-PPA", "Entry into SIMFONI-PPA"),
    "todo.senders": Text("Keputusan tentang pengirim", "Decisions about senders"),
    "todo.conflicts": Text("Benturan kepentingan", "Conflicts of interest"),
    "todo.mandates": Text("Mandat", "Mandates"),
    "todo.statements": Text("Pernyataan salinan ke-1", "Statements about copy 1"),
    "todo.victims_copies": Text("Salinan untuk korban", "Copies for victims"),
    "todo.pages": Text("Lembar pengesahan register", "Register pages"),
    "todo.disposals": Text("Penyusutan", "Disposal"),
    "todo.emptied": Text("Kasus tanpa surat masuk", "Cases without their letter"),
    "todo.further": Text("Surat lanjutan", "Further letters"),
    # Files that are handed in.
    "upload.title": Text("Surat baru", "New letters"),
    "upload.what": Text(
        "Kirim pindaian surat, tanda terima, atau lembar bertanda tangan dari komputer ini. Sesudah diterima, berkasnya "
        "diperlakukan sama seperti yang ditaruh di folder inbox.",
        "Send scans of letters, receipts or signed sheets from this computer. Once they are here, they are treated like "
        "those in the inbox folder.",
    ),
    "upload.files": Text("Berkas", "Files"),
    "upload.drop": Text("Tarik berkas ke sini, atau pilih:", "Drag files here, or choose:"),
    "upload.kinds": Text(
        "PDF, gambar (JPEG, PNG, TIFF, HEIC, BMP, WebP), atau Word (DOCX); paling besar {limit} MB tiap berkas. Boleh beberapa "
        "sekaligus.",
        "PDF, picture (JPEG, PNG, TIFF, HEIC, BMP, WebP) or Word (DOCX); at most {limit} MB each. Several at once are fine.",
    ),
    "upload.folder": Text("Jenis yang datang", "What kind it is"),
    "upload.folder.any": Text("Tidak ditentukan", "Not said"),
    "upload.do": Text("Kirim", "Send"),
    "upload.list": Text("Yang baru dikirim", "Just sent"),
    "upload.none": Text(
        "Belum ada yang dikirim. Nomor agenda setiap surat muncul di sini beberapa detik sesudah dikirim.",
        "Nothing was sent yet. The agenda number of each letter shows here seconds after it was sent.",
    ),
    "upload.sending": Text("Sedang dikirim", "Being sent"),
    "upload.cancel": Text("Batalkan", "Cancel"),
    "upload.again": Text("Kirim lagi", "Send again"),
    "upload.cancelled": Text("Dibatalkan; tidak ada yang tersimpan.", "Cancelled; nothing was kept."),
    "upload.broken": Text(
        "Sambungan terputus; tidak ada yang tersimpan sebagian. Periksa jaringan, lalu kirim lagi.",
        "The connection broke; no part was kept. Check the network, then send it again.",
    ),
    "upload.is_folder": Text(
        "Ini folder, bukan berkas. Buka foldernya, lalu pilih berkas di dalamnya.",
        "This is a folder, not a file. Open it and choose the files inside.",
    ),
    "upload.too_large": Text(
        "Lebih besar dari {limit} MB, jadi tidak dikirim. Pindai ulang dengan 200–300 dpi atau bagi menjadi beberapa berkas.",
        "Larger than {limit} MB, so it was not sent. Scan again at 200–300 dpi or split it into several files.",
    ),
    "upload.too_much": Text(
        "Kiriman ini terlalu besar, jadi belum ada yang diterima. Kembali, lalu kirim lebih sedikit berkas sekaligus.",
        "This is too much at once, so nothing was taken. Go back and send fewer files at a time.",
    ),
    "upload.empty": Text(
        "Berkas ini kosong (0 bita), jadi tidak dikirim. Pindai ulang suratnya.",
        "The file is empty (0 bytes), so it was not sent. Scan the letter again.",
    ),
    "upload.busy": Text(
        "Dua orang lain sedang mengirim berkas. Belum ada yang diterima; tunggu sebentar, lalu kirim lagi.",
        "Two others are sending files right now. Nothing was taken yet; wait a moment, then send again.",
    ),
    "upload.nothing": Text(
        "Tidak ada berkas yang dipilih. Pilih berkasnya dahulu, lalu kirim.",
        "No file was chosen. Choose files first, then send.",
    ),
    "upload.not_from_here": Text(
        "Halaman ini sudah terlalu lama terbuka. Muat ulang halamannya, lalu kirim lagi; belum ada yang diterima.",
        "This page was open for too long. Load it anew, then send again; nothing was taken.",
    ),
    "upload.waiting": Text("Diterima; menunggu nomor agenda.", "Received; waits for its agenda number."),
    "upload.agenda": Text("Tulis nomor agenda ini pada surat:", "Write this agenda number on the letter:"),
    "upload.register": Text("Daftarkan {agenda}", "Register {agenda}"),
    "upload.known": Text("Sudah pernah masuk sebagai {agenda}; tidak dicatat dua kali.", "Came in before as {agenda}; not entered twice."),
    "upload.known.bare": Text("Sudah pernah masuk; tidak dicatat dua kali.", "Came in before; not entered twice."),
    "upload.ours": Text(
        "Dikenali sebagai lembar kantor sendiri; tidak perlu nomor agenda. Yang tidak tampak bertanda tangan ditahan, dan ada di Menunggu.",
        "Recognised as a paper of our own; it needs no agenda number. What shows no signature is held back, and stands under Waiting.",
    ),
    "upload.match": Text(
        "Lembar kantor sendiri, tetapi perlu dilihat petugas.", "A paper of our own, but a person must look at it."
    ),
    "upload.match.do": Text("Cocokkan", "Match it"),
    "upload.refused": Text("Ditolak:", "Refused:"),
    "upload.paused": Text(
        "Penerimaan sedang berhenti. Yang dikirim tetap aman dan menunggu di inbox.",
        "Intake stands still. What is sent waits safely in the inbox.",
    ),
    # One document, joined, split, struck; who has it open.
    "arrival.title": Text("Surat masuk {item}", "Arrival {item}"),
    "arrival.pages": Text("Halaman", "Pages"),
    "arrival.no_pages": Text("Dokumen ini tidak mempunyai gambar halaman.", "This document has no pictures of its pages."),
    "arrival.page": Text("Halaman {page} surat {item}", "Page {page} of letter {item}"),
    "arrival.large": Text("Perbesar halaman {page}", "Enlarge page {page}"),
    "arrival.agenda": Text("Nomor agenda", "Agenda number"),
    "arrival.write": Text("Tulis nomor ini pada surat.", "Write this number on the letter."),
    "arrival.state": Text("Keadaan", "State"),
    "arrival.received": Text("Masuk", "Came in"),
    "arrival.count": Text("Jumlah halaman", "Pages"),
    "arrival.file": Text("Nama berkas", "File"),
    "arrival.case": Text("Kasus", "Case"),
    "arrival.struck": Text("Dicoret karena", "Struck since"),
    "arrival.do": Text("Yang dapat dilakukan", "What can be done"),
    "arrival.nothing": Text(
        "Surat ini sudah selesai ditangani di sini; tidak ada yang perlu dilakukan.",
        "This letter is done with here; nothing is left to do.",
    ),
    "arrival.joined": Text("Digabung dari", "Joined of"),
    "arrival.parts": Text("Bagian dari satu pindaian", "Parts of one scan"),
    "arrival.source": Text("berkas pertama", "the first file"),
    "arrival.part": Text("halaman {pages}", "pages {pages}"),
    "arrival.apart": Text("Pisahkan lagi menjadi berkas semula", "Take apart again into the files of before"),
    "arrival.together": Text("Satukan lagi menjadi pindaian semula", "Make it the scan of before again"),
    "arrange.register": Text("Daftarkan", "Register"),
    "arrange.join": Text("Gabungkan beberapa surat", "Join several letters"),
    "arrange.join.this": Text("Gabungkan dengan surat lain", "Join with another letter"),
    "arrange.split": Text("Pisahkan menurut halaman", "Split at its pages"),
    "arrange.strike": Text("Bukan pengaduan", "Not a complaint"),
    "arrange.unstrike": Text("Kembalikan surat ini", "Take this letter back"),
    "arrange.match": Text("Ini lembar kantor sendiri", "This is a paper of our own"),
    "arrange.leave": Text("Tidak jadi", "Leave it"),
    "join.title": Text("Gabungkan surat", "Join letters"),
    "join.how": Text(
        "Beri nomor urut pada surat yang menjadi satu: 1 untuk yang pertama, 2 untuk berikutnya. Yang dibiarkan kosong tidak "
        "ikut. Nomor agenda surat pertama tetap dipakai; nomor yang lain dicoret.",
        "Give a place to each letter that belongs to one: 1 for the first, 2 for the next. What is left empty stays out. The "
        "agenda number of the first is kept; the others are struck.",
    ),
    "join.place": Text("Urutan", "Place"),
    "join.order": Text("surat {item}", "of letter {item}"),
    "join.look": Text("Lihat susunannya", "Look at the order"),
    "join.few": Text(
        "Untuk menggabungkan perlu sedikitnya dua surat yang menunggu. Sekarang belum ada.",
        "To join takes at least two letters that wait. There are none now.",
    ),
    "join.preview": Text(
        "Surat {agenda} akan menjadi {pages} halaman, dengan urutan seperti di bawah. Nomor yang dicoret: {others}. Hasilnya "
        "masih dapat dipisahkan lagi.",
        "Letter {agenda} will have {pages} pages, in the order below. Struck numbers: {others}. It can be taken apart again.",
    ),
    "join.page": Text("halaman {page} surat {item}", "of page {page} of letter {item}"),
    "join.of": Text("{item} halaman {page}", "{item} page {page}"),
    "join.keep": Text("Salah urutan? Ganti angkanya.", "Wrong order? Change the numbers."),
    "join.do": Text("Gabungkan", "Join"),
    "join.back": Text("Pilih surat lagi", "Choose letters again"),
    "split.title": Text("Pisahkan surat {item}", "Split letter {item}"),
    "split.how": Text(
        "Tandai halaman tempat surat berikutnya mulai. Surat pertama mulai di halaman 1 dan tetap bernomor {item}; setiap surat "
        "lain mendapat nomor baru. Hasilnya masih dapat disatukan lagi.",
        "Tick the page where the next letter begins. The first begins on page 1 and stays {item}; each other gets a new number. "
        "They can be put together again.",
    ),
    "split.begins": Text("Surat baru mulai di halaman {page}", "A new letter begins on page {page}"),
    "split.do": Text("Pisahkan", "Split"),
    "split.one": Text("Surat ini hanya satu halaman, jadi tidak dapat dipisahkan.", "This letter has one page, so it cannot be split."),
    "split.one_next": Text(
        "Kembali ke suratnya untuk mendaftarkan atau mencoretnya.", "Go back to the letter to register or strike it."
    ),
    "opened.title": Text("Surat ini sedang dibuka", "This letter is open already"),
    "opened.back": Text("Kembali", "Back"),
    "opened.anyway": Text("Tetap lanjutkan", "Go on all the same"),
    # Scans of our own papers that are matched.
    "match.done": Text("Pindaian {item} dicocokkan dengan {paper}.", "Scan {item} is matched with {paper}."),
    "match.put_aside": Text(
        "Pindaian {item} disisihkan; berkasnya tetap disimpan.", "Scan {item} is put aside; its file is kept."
    ),
    "match.do": Text("Cocokkan", "Match"),
    "match.one": Text("Cocokkan pindaian {item}", "Match scan {item}"),
    "match.waits.none": Text("Tidak ada lembar yang sedang ditunggu.", "No paper is waited for."),
    "match.scan": Text("Pindaian", "Scan"),
    "match.choose": Text("Lembar mana ini?", "Which paper is it?"),
    "match.letter": Text("{kind} {id}, salinan ke-{copy}", "{kind} {id}, copy {copy}"),
    "match.sheet": Text("Lembar {kind} {id}", "Sheet {id}: {kind}"),
    "match.receipt": Text("Tanda terima {kind} {id}", "Receipt {id}: {kind}"),
    "match.page": Text("Lembar pengesahan register {id}, salinan ke-{copy}", "Register page {id}, copy {copy}"),
    "match.maybe": Text("mungkin ini", "maybe this"),
    "match.likely.copy": Text(
        "Mungkin salinan ke-{copy} surat {letter} ({why}, {sure} %).", "Maybe copy {copy} of letter {letter} ({why}, {sure} %)."
    ),
    "match.likely": Text("Mungkin surat {letter} ({why}, {sure} %).", "Maybe letter {letter} ({why}, {sure} %)."),
    "match.picture": Text("Halaman 1 lembar yang dicetak: {paper}", "Page 1 as it was printed: {paper}"),
    "match.text": Text("Atau ketik kode di kaki halaman", "Or type the code at the foot of the page"),
    "match.text.help": Text("Contoh: 2026-0001-1 K7QX-4M2T-VA", "For example: 2026-0001-1 K7QX-4M2T-VA"),
    "match.which": Text(
        "Pilih lembarnya, atau ketik kode di kaki halaman. Bila pindaian ini tidak dipakai, sisihkan dengan alasan.",
        "Choose the paper, or type the code at its foot. If the scan is of no use, put it aside with a reason.",
    ),
    "match.doubt": Text(
        "Belum diterima sebagai lembar bertanda tangan: {reason}. Lihat kertasnya. Bila memang bertanda tangan basah, tulis apa "
        "yang Anda lihat pada “Alasan”, lalu tekan tombolnya sekali lagi; alasannya dicatat.",
        "Not taken as a signed paper yet: {reason}. Look at the paper. If it is signed in ink, write what you see under "
        "“Reason” and press the button once more; the reason is kept.",
    ),
    "match.reason": Text("Alasan", "Reason"),
    "match.reason.help": Text(
        "Perlu untuk menyisihkan, dan untuk menerima lembar yang meragukan.", "Needed to put it aside, and to take a doubtful paper."
    ),
    "match.confirm": Text("Ya, ini lembarnya", "Yes, this is the paper"),
    "match.aside": Text("Sisihkan pindaian ini", "Put this scan aside"),
    "match.over": Text("Pindaian ini tidak perlu dicocokkan lagi.", "This scan needs no matching any more."),
    # Our own papers that came back: what they are called, what comes next with each.
    "paper.scan": Text("pindaian yang masuk {day} pukul {hour}", "scan that came in on {day} at {hour}"),
    "paper.likely": Text(
        "Pada kaki halamannya terbaca surat kantor sendiri, {letter}. Cocokkan dahulu; daftarkan hanya bila ini memang surat dari "
        "luar.",
        "At its foot stands a letter of our own, {letter}. Match it first; register it only if it is indeed a letter from "
        "outside.",
    ),
    "paper.type_in": Text("Ketik keputusannya", "Type in the decision"),
    "paper.read_draft": Text("Baca konsepnya", "Read the draft"),
    "arrival.source_part": Text("bagian tanpa nomor agenda", "part without an agenda number"),
    "paper.waits": Text("menunggu dicatat", "waits to be recorded"),
    "paper.then": Text("Berikutnya:", "Next:"),
    "paper.unread": Text(
        "Kode di kaki halaman tidak terbaca, jadi sistem tidak tahu lembar mana ini.",
        "The code at the foot of the page could not be read, so it is not known which paper this is.",
    ),
    "paper.unread.do": Text(
        "Lihat kertasnya, lalu pilih lembarnya di samping atau ketik kodenya.",
        "Look at the paper, then choose which one it is, or type its code.",
    ),
    "paper.read": Text("Kodenya terbaca: {paper}.", "Its code was read: {paper}."),
    "paper.read.do": Text(
        "Bila lembar ini berlaku, pilih lembarnya, tulis apa yang Anda lihat pada “Alasan”, lalu tekan “Ya, ini lembarnya”. Bila "
        "tidak, sisihkan dengan alasannya.",
        "If this paper counts, choose it, write what you see under “Reason”, and press “Yes, this is the paper”. If not, put it "
        "aside and say why.",
    ),
}  # fmt: skip
