"""Words of the moves beside the steps, and of what is put out for the printer."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "nav.office-moves": Text("Lainnya", "More"),
    "moves.office_help": Text(
        "Yang tidak terikat pada satu kasus. Tindakan untuk sebuah kasus ada di halaman kasusnya.",
        "What belongs to no single case. The moves of a case are on its page.",
    ),
    "moves.title": Text("Tindakan lain untuk kasus {case}", "Other moves for case {case}"),
    "moves.all": Text("Tindakan lain", "Other moves"),
    "moves.help": Text(
        "Langkah biasa ada di halaman kasus. Di sini yang jarang diperlukan: setiap tindakan meminta alasan dan dicatat.",
        "The ordinary steps are on the page of the case. Here is what is seldom needed: each asks for a reason and is written down.",
    ),
    "moves.none": Text(
        "Tidak ada tindakan lain yang dapat Anda lakukan pada kasus ini sekarang. Langkah biasa ada di halaman kasus.",
        "There is no other move that you can make for this case now. The ordinary steps are on the page of the case.",
    ),
    "moves.see": Text("Lihat dulu akibatnya", "See first what it does"),
    "moves.look": Text("Ini yang akan terjadi", "This is what will happen"),
    "moves.changed": Text(
        "Keadaannya berubah sejak Anda melihatnya. Baca lagi di bawah ini, lalu tekan tombolnya.",
        "Things have changed since you looked. Read it again below, then press the button.",
    ),
    "moves.more": Text("Yang tidak dapat dipilih, dan mengapa", "What cannot be chosen, and why"),
    "moves.leave": Text("Tidak jadi", "Leave it"),
    "printed.title": Text("Siap dicetak", "Ready to print"),
    "printed.how": Text(
        "Jumlah halaman: {count}. Di jendela cetak pilih skala 100 %, tanpa margin tambahan, dan kertas menurut ukuran halamannya. "
        "Tidak ada berkas yang tersimpan di komputer ini.",
        "Pages: {count}. In the printer's window choose scale 100 %, no margins, and paper of the page's own size. No file is "
        "kept on this machine.",
    ),
    "printed.back": Text("Sudah dicetak, kembali ke kasus", "Printed, back to the case"),
    "printed.sheet": Text("Lembar {paper}, halaman {page}", "Paper {paper}, page {page}"),
}
