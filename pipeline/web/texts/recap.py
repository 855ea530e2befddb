"""Words of the recap."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
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
