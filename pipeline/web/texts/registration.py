"""Words of the registration of letters and of calls."""

from pipeline.kernel.text import Text

WORDS: dict[str, Text] = {
    "register.title": Text("Pendaftaran surat {agenda}", "Registration of letter {agenda}"),
    "register.agenda": Text("Tulis nomor agenda ini pada surat:", "Write this number on the letter:"),
    "register.unread": Text(
        "Surat ini belum selesai dibaca; isian yang belum diusulkan dapat diketik sekarang.",
        "This letter is not wholly read yet; what is not proposed can be typed now.",
    ),
    "register.paper": Text("Surat", "The letter"),
    "register.page": Text("Halaman {page}", "Page {page}"),
    "register.form": Text("Isian", "Form"),
    "register.example": Text("Contoh:", "Example:"),
    "register.keys": Text("Papan ketik:", "Keyboard:"),
    "register.key_enter": Text(
        "terima dan ke isian berikutnya yang perlu dilihat (Ctrl+Enter pada isian panjang).",
        "accept, on to the next that needs a look (Ctrl+Enter in a long answer).",
    ),
    "register.key_with": Text("Alt+Shift bersama:", "Alt+Shift with:"),
    "register.key_all": Text("terima semua,", "accept all,"),
    "register.key_jump": Text("yang perlu dilihat,", "what needs a look,"),
    "register.key_take": Text("pilih bacaan lain,", "choose another reading,"),
    "register.key_earlier": Text("kasus terdahulu,", "earlier cases,"),
    "register.key_pages": Text("halaman,", "pages,"),
    "register.key_zoom": Text("besar dan kecil,", "larger and smaller,"),
    "register.key_save": Text("simpan.", "save."),
    "register.key_next": Text("simpan dan berikutnya,", "save and next,"),
    "register.accept_all": Text("Terima semua usulan", "Accept all suggestions"),
    "register.accept": Text("Terima", "Accept"),
    "register.jump": Text("Berikutnya yang perlu dilihat", "Next that needs a look"),
    "register.page_back": Text("Halaman sebelumnya", "Page before"),
    "register.page_on": Text("Halaman berikutnya", "Next page"),
    "register.larger": Text("Perbesar", "Larger"),
    "register.smaller": Text("Perkecil", "Smaller"),
    "register.save_next": Text("Simpan dan berikutnya", "Save and next"),
    "register.left": Text("{{count}} isian masih perlu dilihat", "{{count}} answers still need a look"),
    "register.left_none": Text("Tidak ada isian yang tertinggal", "No answer is left open"),
    "register.kept": Text("Konsep tersimpan {{at}}", "Draft kept {{at}}"),
    "register.kept_time": Text("Konsep tersimpan {at}", "Draft kept {at}"),
    "register.kept_before": Text(
        "Isian ini dilanjutkan dari konsep Anda yang tersimpan {at}. Periksa, lalu simpan; atau buang konsepnya di bawah.",
        "This goes on from your draft kept {at}. Check it, then save; or throw the draft away below.",
    ),
    "register.discard": Text("Buang konsep", "Throw the draft away"),
    "register.discarded": Text(
        "Konsep dibuang. Isian kembali seperti yang diusulkan.",
        "The draft is thrown away. The form is as it was proposed.",
    ),
    "register.others_at_it": Text(
        "Surat ini juga sedang dibuka oleh {account} sejak {since}. Sepakati dahulu siapa yang mendaftarkannya.",
        "{account} has this letter open too since {since}. Agree first on who registers it.",
    ),
    "register.doubtful": Text("periksa", "check"),
    "register.read": Text("terbaca dari surat", "read from the letter"),
    "register.quoted": Text("tertulis dalam surat (halaman {page}):", "the letter says (page {page}):"),
    "register.looked": Text("diterima", "accepted"),
    "register.others": Text("bacaan lain:", "other readings:"),
    "register.or": Text("atau:", "or:"),
    "register.now": Text("sekarang", "now"),
    "register.required": Text("wajib", "required"),
    "register.none": Text("– pilih –", "– choose –"),
    "register.wrong": Text("{count} isian perlu diperbaiki", "{count} answers need correction"),
    "register.maybe": Text("Mungkin sudah terdaftar sebagai {cases}", "May be registered already as {cases}"),
    "register.maybe_why": Text(
        "Nomor surat, pengirim atau korban sama. Bandingkan dahulu. Bila ini pengaduan lain, centang lalu daftarkan lagi.",
        "Number, sender or victim are the same. Compare first. If this is another complaint, tick and register again.",
    ),
    "register.other": Text("Ini pengaduan lain", "This is another complaint"),
    "register.done": Text(
        "Surat {agenda} terdaftar sebagai kasus {case}, nomor register {register}. Tulis nomor kasus pada suratnya.",
        "Letter {agenda} is registered as case {case}, register number {register}. Write the case number on the letter.",
    ),
    "register.done_high": Text(
        "Surat {agenda} terdaftar sebagai kasus {case}, nomor register {register}. RISIKO TINGGI: pindah ke SOP krisis sekarang; "
        "buka kasusnya dan ambil alih. Surat jawaban menyusul.",
        "Letter {agenda} is registered as case {case}, register number {register}. HIGH RISK: over to the crisis procedure now; "
        "open the case and take it. The answer follows later.",
    ),
    "register.done_call": Text(
        "Telepon tercatat dengan nomor agenda {agenda} sebagai kasus {case}, nomor register {register}. Cetak catatan teleponnya.",
        "The call has the agenda number {agenda} and is case {case}, register number {register}. Print its record.",
    ),
    "register.done_call_high": Text(
        "Telepon tercatat dengan nomor agenda {agenda} sebagai kasus {case}, nomor register {register}. RISIKO TINGGI: pindah ke SOP "
        "krisis sekarang; buka kasusnya dan ambil alih.",
        "The call has the agenda number {agenda} and is case {case}, register number {register}. HIGH RISK: over to the crisis "
        "procedure now; open the case and take it.",
    ),
    "register.added": Text(
        "{agenda} ditambahkan ke kasus {case}. Tulis nomor kasus itu pada suratnya.",
        "{agenda} was added to case {case}. Write that case number on the letter.",
    ),
    "register.gone_case": Text(
        "Surat ini sudah terdaftar sebagai kasus {case}.", "This letter is registered already as case {case}."
    ),
    "register.gone_struck": Text(
        "Surat ini dicoret dari pendaftaran: {why}.", "This letter is struck: {why}."
    ),
    "register.gone_joined": Text(
        "Surat ini sudah digabungkan dengan surat lain.", "This letter was joined with another one."
    ),
    "register.gone_split": Text(
        "Pindaian ini sudah dipisah menjadi beberapa surat.", "This scan was split into several letters."
    ),
    "register.gone_other": Text(
        "Dokumen ini tidak menunggu pendaftaran (keadaannya: {state}).",
        "This document does not wait for registration (it is: {state}).",
    ),
    "register.gone_typed": Text(
        "Rekan menyelesaikannya lebih dahulu, jadi yang baru Anda ketik tidak disimpan. Bila ada yang perlu ditambahkan, "
        "tambahkan pada kasusnya.",
        "A colleague was faster, so what you typed was not saved. If something is to be added, add it to the case.",
    ),
    "register.gone_open": Text("Buka kasus {case}", "Open case {case}"),
    "register.gone_next": Text("Daftarkan surat berikutnya {agenda}", "Register the next letter {agenda}"),
    "earlier.title": Text(
        "Kasus terdahulu dari orang yang mungkin sama", "Earlier cases of perhaps the same people"
    ),
    "earlier.look": Text("Lihat kasus {case}", "Look at case {case}"),
    "earlier.why": Text(
        "Tidak ada yang digabungkan. Putuskan untuk setiap kasus; keputusan Anda dicatat.",
        "Nothing is joined. Decide for each case; your decision is written down.",
    ),
    "earlier.same": Text("orang yang sama", "the same person"),
    "earlier.other": Text("orang lain", "another person"),
    "earlier.unsure": Text("tidak tahu", "don't know"),
    "earlier.into": Text("Tambahkan surat ini ke kasus {case}", "Add this letter to case {case}"),
    "phone.title": Text("Pengaduan lewat telepon", "Complaint by telephone"),
    "phone.script": Text("Naskah", "Script"),
    "phone.minutes": Text("Lama percakapan: {count} menit", "Length of the call: {count} minutes"),
    "phone.password": Text("Kata sandi untuk bertanya lagi", "Password for asking again"),
    "phone.password_agreed": Text(
        "Kata sandi yang disepakati dengan penelepon", "Password agreed on with the caller"
    ),
    "phone.password_help": Text(
        "Boleh kosong. Hanya sidiknya yang disimpan; tanpa kata sandi, penelepon berikutnya tidak diberi tahu apa pun.",
        "May stay empty. Only its hash is kept; without it, whoever calls again is told nothing.",
    ),
    "call.title": Text("Catatan telepon kasus {case}", "Record of the call of case {case}"),
    "call.print": Text("Cetak catatan telepon", "Print the record of the call"),
    "call.about": Text(
        "Catatan ini menggantikan surat masuk: cetak, bubuhkan paraf, lalu simpan dalam map kasus. Setiap cetakan dicatat.",
        "This record stands for the letter: print it, initial it, and keep it in the folder of the case. Each print is written down.",
    ),
    "call.page": Text("Catatan {agenda}, halaman {page}", "Record {agenda}, page {page}"),
}
