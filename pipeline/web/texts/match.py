"""Words of the pages where scans of our own papers are matched."""

from __future__ import annotations

from pipeline.kernel.errors import Text

MATCHED = Text("Pindaian {item} dicocokkan dengan {paper}.", "Scan {item} is matched with {paper}.")
ASIDE = Text(
    "Pindaian {item} disisihkan; berkasnya tetap disimpan.", "Scan {item} is put aside; its file is kept."
)

WORDS: dict[str, Text] = {
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
}  # fmt: skip
