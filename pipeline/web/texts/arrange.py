"""Words of what is put in order before it is registered: one document, joined, split, struck; who has it open."""

from __future__ import annotations

from pipeline.kernel.errors import Text

JOINED = Text(
    "Digabung: surat {agenda} sekarang {pages} halaman. Nomor yang dicoret: {others}.",
    "Joined: letter {agenda} now has {pages} pages. Struck numbers: {others}.",
)
SPLIT = Text(
    "Dipisah menjadi {count} surat: {numbers}. Tulis nomor agenda masing-masing pada suratnya.",
    "Split into {count} letters: {numbers}. Write its agenda number on each.",
)
STRUCK = Text(
    "Surat {agenda} dicoret; barisnya tetap ada dalam buku agenda. Keliru? Kembalikan di halaman ini.",
    "Letter {agenda} is struck; its row stays in the mail log. A mistake? Take it back on this page.",
)
TAKEN_BACK = Text("Surat {agenda} menunggu lagi.", "Letter {agenda} waits again.")

WORDS: dict[str, Text] = {
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
    "strike.title": Text("Surat {item}: bukan pengaduan", "Letter {item}: not a complaint"),
    "strike.how": Text(
        "Surat dicoret dalam buku agenda. Baris dan berkasnya tetap ada, dan coretan dapat dikembalikan.",
        "The letter is struck in the mail log. Its row and file stay, and the strike can be taken back.",
    ),
    "strike.kind": Text("Apa ini?", "What is it?"),
    "strike.reason": Text("Alasan", "Reason"),
    "strike.do": Text("Coret surat ini", "Strike this letter"),
    "strike.back": Text("Surat {item} dikembalikan", "Letter {item} taken back"),
    "strike.back.how": Text("Surat ini akan menunggu pendaftaran lagi.", "This letter will wait for registration again."),
    "strike.back.do": Text("Kembalikan", "Take back"),
    "arrange.strike.which": Text("Pilih dahulu apa surat ini.", "Choose what this letter is first."),
    "arrange.strike.surat-lain": Text("Surat lain, bukan pengaduan", "Another letter, not a complaint"),
    "arrange.strike.pengaduan-layanan": Text(
        "Pengaduan tentang layanan umum (disalurkan ke SP4N-LAPOR)", "A complaint about a public service (goes to SP4N-LAPOR)"
    ),
    "arrange.strike.salah-pindai": Text("Salah pindai", "Scanned by mistake"),
    "opened.title": Text("Surat ini sedang dibuka", "This letter is open already"),
    "opened.back": Text("Kembali", "Back"),
    "opened.anyway": Text("Tetap lanjutkan", "Go on all the same"),
}  # fmt: skip
