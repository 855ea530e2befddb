"""Words of the books, the register pages, the paper register that comes in, and the recap."""

from pipeline.kernel.text import Text

WORDS: dict[str, Text] = {
    # Books and register pages.
    "period.month": Text("Bulan", "Months"),
    "period.quarter": Text("Triwulan", "Quarters"),
    "period.year": Text("Tahun", "Years"),
    "period.other": Text("Yang dipilih", "Chosen"),
    "period.choose": Text("Periode", "Period"),
    "period.all": Text("Semua periode", "All periods"),
    "period.typed": Text("menurut tanggal di samping", "as the days beside say"),
    "period.since": Text("Atau dari tanggal", "Or from day"),
    "period.until": Text("sampai tanggal", "until day"),
    "period.day": Text("contoh 01-11-2026", "such as 01-11-2026"),
    "period.show": Text("Tampilkan", "Show"),
    "period.before": Text("Sebelumnya: {words}", "Before: {words}"),
    "period.after": Text("Berikutnya: {words}", "After: {words}"),
    "period.bad": Text(
        "Periode itu tidak dapat dibaca. Pilih dari daftar, atau ketik tanggal seperti 01-11-2026; tanggal pertama tidak sesudah "
        "tanggal terakhir.",
        "That period cannot be read. Choose from the list, or type days like 01-11-2026; the first day not after the last.",
    ),
    "books.title": Text("Buku", "Books"),
    "books.register": Text("Register pengaduan", "Register of complaints"),
    "books.agenda-masuk": Text("Agenda surat masuk", "Incoming letters"),
    "books.agenda-keluar": Text("Agenda surat keluar", "Outgoing letters"),
    "books.ekspedisi": Text("Ekspedisi", "Dispatch book"),
    "books.disposisi": Text("Disposisi", "Dispositions"),
    "books.pages": Text("Lembar pengesahan", "Register pages"),
    "books.tabs": Text("Buku kantor", "The office's books"),
    "books.count": Text("{words}: {count} baris", "{words}: {count} rows"),
    "books.part": Text("halaman {page} dari {pages}", "page {page} of {pages}"),
    "books.first": Text("Awal", "First"),
    "books.previous": Text("Halaman sebelumnya", "Previous page"),
    "books.next": Text("Halaman berikutnya", "Next page"),
    "books.last": Text("Akhir", "Last"),
    "books.turn": Text("Halaman buku", "Pages of the book"),
    "books.open": Text("Buka kasus {case}", "Open case {case}"),
    "books.empty": Text(
        "Tidak ada baris untuk {words}. Pilih periode lain di atas, misalnya satu tahun.",
        "There is no row for {words}. Choose another period above, such as a year.",
    ),
    "books.initials": Text(
        "Orang ditulis dengan inisial. Nama hanya ada dalam kasusnya.",
        "People stand as initials. Names stand in their case alone.",
    ),
    "books.export": Text("Ekspor", "Export"),
    "books.export_help": Text(
        "Buku keluar untuk {words}, seluruh {count} baris. Keperluan dan akun dicatat, dan tercetak sebagai tanda air pada "
        "setiap halaman. Tidak ada berkas yang tertinggal di komputer kantor.",
        "The book goes out for {words}, all {count} rows. Purpose and account are written down, and printed as a watermark "
        "on every page. No file is left on the office's machine.",
    ),
    "books.export_nothing": Text(
        "Buku untuk {words} keluar sebagai nihil: satu halaman yang menyatakan bahwa tidak ada apa-apa. Keperluan dan akun dicatat.",
        "The book for {words} goes out as nil: one page that says that there was nothing. Purpose and account are written down.",
    ),
    "books.form": Text("Bentuk", "Form"),
    "books.form_xlsx": Text("XLSX (lembar kerja)", "XLSX (spreadsheet)"),
    "books.form_csv": Text("CSV (data saja)", "CSV (data alone)"),
    "books.form_pdf": Text("PDF (siap cetak)", "PDF (ready to print)"),
    "books.form_json": Text("JSON (untuk aplikasi)", "JSON (for programs)"),
    "books.purpose": Text("Keperluan", "Purpose"),
    "books.purpose_choose": Text("– pilih keperluan –", "– choose the purpose –"),
    "books.purpose_arsip": Text("arsip kantor", "the office's archive"),
    "books.purpose_laporan": Text("laporan dinas", "report to the dinas"),
    "books.purpose_pemeriksaan": Text("pemeriksaan", "inspection"),
    "books.purpose_permintaan": Text("permintaan resmi", "official request"),
    "books.purpose_lain": Text("keperluan lain, tuliskan:", "another purpose, in words:"),
    "books.purpose_own": Text("Keperluan lain (5–100 huruf)", "Another purpose (5–100 letters)"),
    "books.purpose_hint": Text(
        "Hanya untuk pilihan “keperluan lain”. Jangan tulis nama orang.",
        "For the choice “another purpose” alone. Write no name of a person.",
    ),
    "books.do_export": Text("Buat", "Make it"),
    "books.exporters": Text(
        "Buku diekspor oleh ketua atau arsiparis.", "Books are exported by chair or archivist."
    ),
    "pages.why": Text(
        "Setiap bulan yang sudah berakhir disahkan ketua pada dua lembar. Lembar memuat sidik register, sehingga perubahan "
        "sesudahnya ketahuan.",
        "Each month that is over is confirmed by the chair on two sheets. They bear the fingerprint of the register, so that a "
        "later change is found.",
    ),
    "pages.none": Text(
        "Belum ada bulan yang berakhir sejak catatan pertama. Lembar pertama dibuat mulai tanggal 1 bulan depan.",
        "No month has ended since the first entry. The first page is made from the first day of next month on.",
    ),
    "pages.none_yet": Text(
        "Yang sudah tercatat ada di buku register.", "What is entered so far stands in the register."
    ),
    "pages.month": Text("Bulan", "Month"),
    "pages.page": Text("Lembar", "Page"),
    "pages.state": Text("Keadaan", "State"),
    "pages.scans": Text("Pindaian bertanda tangan", "Signed scans"),
    "pages.next": Text("Berikutnya", "Next"),
    "pages.due": Text("perlu dibuat", "to be made"),
    "pages.made": Text("menunggu tanda tangan", "waits for signatures"),
    "pages.signed": Text("ditandatangani {day}", "signed {day}"),
    "pages.back": Text("salinan ke-{copy} sudah kembali", "copy {copy} is back"),
    "pages.out": Text("salinan ke-{copy} belum kembali", "copy {copy} is not back"),
    "pages.look": Text("Lihat {page}", "Look at {page}"),
    "pages.make": Text("Buat lembar {page}", "Make page {page}"),
    "pages.title": Text("Lembar pengesahan {month}", "Register page of {month}"),
    "pages.missing": Text(
        "Lembar bulan ini belum dibuat. Sekali dibuat isinya tetap: sidik register sampai akhir bulan, dalam dua salinan.",
        "The page of this month is not made yet. Once made it does not change: the register's fingerprint up to the end of the "
        "month, in two copies.",
    ),
    "pages.make_it": Text("Buat lembar", "Make the page"),
    "pages.done": Text(
        "Lembar sudah dibuat dan diarsipkan. Periksa di bawah, lalu cetak kedua salinan untuk ditandatangani ketua.",
        "The page is made and filed. Look at it below, then print both copies for the chair to sign.",
    ),
    "pages.todo": Text(
        "Cetak kedua salinan, ketua menandatangani keduanya, lalu pindai keduanya ke folder inbox. Pindaian mengenali lembarnya "
        "sendiri lewat kode.",
        "Print both copies, the chair signs both, then scan both into the inbox folder. The scans know their page by its code.",
    ),
    "pages.filed": Text(
        "Kedua salinan bertanda tangan sudah kembali dan diarsipkan. Tidak ada yang perlu dikerjakan.",
        "Both signed copies are back and filed. Nothing is left to do.",
    ),
    "pages.print": Text("Cetak kedua salinan", "Print both copies"),
    "pages.printed": Text("dicetak {count} kali", "printed {count} times"),
    "pages.head": Text("Sidik catatan ke-{n}", "Fingerprint of entry {n}"),
    "pages.signatory": Text("Penandatangan", "Signatory"),
    "pages.copies": Text("Kedua salinan seperti dicetak", "Both copies as printed"),
    "pages.signed_scans": Text("Pindaian bertanda tangan", "Signed scans"),
    "pages.scan": Text("pindaian salinan ke-{copy}, halaman {page}", "scan of copy {copy}, page {page}"),
    "pages.list": Text("Semua lembar pengesahan", "All register pages"),
    # The recap.
    "recap.title": Text("Rekapitulasi", "Recap"),
    "recap.empty": Text(
        "Tidak ada kasus yang diterima dalam {words}. Pilih periode lain di atas, misalnya triwulan atau tahun.",
        "No case was received in {words}. Choose another period above, such as a quarter or a year.",
    ),
    "recap.wait": Text(
        "{words} belum mulai. Pilih periode yang sudah berjalan.",
        "{words} has not begun. Choose one that has.",
    ),
    "recap.temporary": Text("sementara, periode belum berakhir", "for now, the period is not over"),
    "recap.row": Text("Uraian", "Item"),
    "recap.out": Text("Buat rekap untuk dilaporkan", "Make a recap to report"),
    "recap.out_help": Text(
        "Untuk kantor, provinsi, dan kementerian angkanya penuh. Untuk publikasi angka kecil disamarkan. Penerima, keperluan, dan "
        "akun dicatat.",
        "For the office, province and ministry the numbers are full. For publication small ones are suppressed. Recipient, purpose "
        "and account are written down.",
    ),
    "recap.recipient": Text("Penerima", "Recipient"),
    "recap.form_text": Text("Tampilkan di halaman ini", "Show on this page"),
    "recap.purpose_by": Text("menurut penerimanya", "as the recipient says"),
    "recap.do": Text("Buat rekap", "Make the recap"),
    "recap.edition": Text("Untuk {recipient}", "For {recipient}"),
    "recap.back": Text("Kembali ke rekap kantor", "Back to the office's recap"),
    "recap.print_hint": Text(
        "Cetak dengan Ctrl+P: menu dan tombol tidak ikut tercetak. Untuk laporan resmi pakai PDF.",
        "Print with Ctrl+P: menu and buttons are left out. For an official report use the PDF.",
    ),
}
