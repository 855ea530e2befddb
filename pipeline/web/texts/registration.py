"""Words of the registration of letters and of calls."""

from __future__ import annotations

from pipeline.kernel.errors import Text

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
    "register.do": Text("Daftarkan", "Register"),
    "register.keys": Text(
        "Papan ketik: Tab ke isian berikutnya, Alt+Shift+S mendaftarkan, Alt+Shift+P halaman berikutnya.",
        "Keyboard: Tab to the next field, Alt+Shift+S registers, Alt+Shift+P turns the page.",
    ),
    "register.doubtful": Text("periksa", "check"),
    "register.read": Text("terbaca dari surat", "read from the letter"),
    "register.others": Text("bacaan lain:", "other readings:"),
    "register.required": Text("wajib", "required"),
    "register.none": Text("– pilih –", "– choose –"),
    "register.wrong": Text("{count} isian perlu diperbaiki", "{count} answers need correction"),
    "register.maybe": Text("Mungkin sudah terdaftar sebagai {cases}", "May be registered already as {cases}"),
    "register.maybe_why": Text(
        "Nomor surat, pengirim atau korban sama. Bandingkan dahulu. Bila ini pengaduan lain, centang lalu daftarkan lagi.",
        "Number, sender or victim are the same. Compare first. If this is another complaint, tick and register again.",
    ),
    "register.other": Text("Ini pengaduan lain", "This is another complaint"),
    "earlier.title": Text(
        "Orang yang mungkin sudah ada dalam kasus lain", "People who may stand in another case"
    ),
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
}
