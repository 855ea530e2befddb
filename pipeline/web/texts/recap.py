"""Words of the recap."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "recap.title": Text("Rekapitulasi", "Recap"),
    "recap.one": Text(
        "Satu kasus dihitung pada periode tanggal diterimanya.", "A case counts in the period of its receipt."
    ),
    "recap.empty": Text(
        "Tidak ada kasus yang diterima dalam {words}. Pilih periode lain di atas, misalnya triwulan atau tahun.",
        "No case was received in {words}. Choose another period above, such as a quarter or a year.",
    ),
    "recap.wait": Text(
        "{words} belum mulai. Pilih periode yang sudah berjalan.",
        "{words} has not begun. Choose one that has.",
    ),
    "recap.temporary": Text("sementara, periode belum berakhir", "for now, the period is not over"),
    "recap.cases": Text("kasus diterima", "cases received"),
    "recap.victims": Text("korban", "victims"),
    "recap.late": Text("belum dijawab lebih dari {days} hari", "not answered for more than {days} days"),
    "recap.ended": Text("kasus selesai", "cases ended"),
    "recap.desk": Text("paling lama 15 menit di meja", "within 15 minutes at the desk"),
    "recap.of": Text("{part} dari {whole}", "{part} of {whole}"),
    "recap.unit": Text("satuan: {unit}", "unit: {unit}"),
    "recap.sum": Text("Jumlah", "Sum"),
    "recap.row": Text("Uraian", "Item"),
    "recap.chart": Text("Grafik: {title}", "Chart: {title}"),
    "recap.chart_says": Text(
        "Batang mendatar, satu untuk setiap baris tabel di sampingnya. {rows}",
        "Horizontal bars, one for each row of the table beside. {rows}",
    ),
    "recap.nothing": Text("Semua angka nol.", "All numbers are zero."),
    "recap.target": Text("sasaran 15 menit", "target 15 minutes"),
    "recap.times": Text("Waktu penanganan", "Times"),
    "recap.step": Text("Langkah", "Step"),
    "recap.count": Text("Kasus", "Cases"),
    "recap.median": Text("Median", "Median"),
    "recap.ninety": Text("p90", "p90"),
    "recap.within": Text("Sampai 15 menit", "Within 15 minutes"),
    "recap.measure": Text("Satuan", "Unit"),
    "recap.old": Text("Register lama (dari buku kertas)", "Paper register"),
    "recap.changes": Text(
        "Perubahan sejak rekap {at} untuk penerima yang sama",
        "Changes since the recap of {at} for the same recipient",
    ),
    "recap.before": Text("dahulu", "before"),
    "recap.now": Text("sekarang", "now"),
    "recap.table": Text("Tabel", "Table"),
    "recap.out": Text("Buat rekap untuk dilaporkan", "Make a recap to report"),
    "recap.out_help": Text(
        "Untuk kantor, provinsi, dan kementerian angkanya penuh. Untuk publikasi angka kecil disamarkan. Penerima, keperluan, dan "
        "akun dicatat.",
        "For the office, province and ministry the numbers are full. For publication small ones are suppressed. Recipient, purpose "
        "and account are written down.",
    ),
    "recap.recipient": Text("Penerima", "Recipient"),
    "recap.for_office": Text("kantor sendiri", "the office itself"),
    "recap.for_province": Text("pemerintah provinsi", "the province"),
    "recap.for_ministry": Text("kementerian", "the ministry"),
    "recap.for_publication": Text("umum (publikasi)", "the public (publication)"),
    "recap.form_text": Text("Tampilkan di halaman ini", "Show on this page"),
    "recap.purpose_by": Text("menurut penerimanya", "as the recipient says"),
    "recap.overlapping": Text(
        "Ketua memutuskan terbit walaupun bertumpang dengan rekap publikasi lain",
        "The chair decides to publish although it overlaps another published recap",
    ),
    "recap.overlaps": Text(
        "Rekap publikasi untuk {others} sudah pernah dibuat, dan bertumpang dengan {period}: dari keduanya angka yang disamarkan "
        "dapat dihitung. Terbitkan satu macam periode saja. Bila ketua tetap memutuskan terbit, ia mencentang keputusan itu di "
        "bawah, lalu membuat rekapnya lagi.",
        "A recap for publication of {others} was made, and overlaps {period}: from both, suppressed numbers can be worked out. "
        "Publish one kind of period only. If the chair decides to publish it all the same, she ticks that below and makes it "
        "again.",
    ),
    "recap.do": Text("Buat rekap", "Make the recap"),
    "recap.edition": Text("Untuk {recipient}", "For {recipient}"),
    "recap.back": Text("Kembali ke rekap kantor", "Back to the office's recap"),
    "recap.waiting": Text("Kasus yang belum dijawab", "Cases not answered"),
    "recap.waiting_list": Text("Daftar kasus yang belum dijawab", "List of cases not answered"),
    "recap.waiting_none": Text(
        "Tidak ada kasus yang belum dijawab lebih dari {days} hari kalender.",
        "No case waits for its answer longer than {days} calendar days.",
    ),
    "recap.waiting_next": Text(
        "Yang perlu dikerjakan sekarang ada di Menunggu.", "What is to be done now stands under Waiting."
    ),
    "recap.waiting_help": Text(
        "Diterima lebih dari {days} hari kalender yang lalu dan belum mempunyai surat jawaban bertanda tangan.",
        "Received more than {days} calendar days ago and without a signed answer.",
    ),
    "recap.received": Text("Diterima", "Received"),
    "recap.days": Text("Hari", "Days"),
    "recap.print": Text("Cetak halaman ini", "Print this page"),
    "recap.print_hint": Text(
        "Cetak dengan Ctrl+P: menu dan tombol tidak ikut tercetak. Untuk laporan resmi pakai PDF.",
        "Print with Ctrl+P: menu and buttons are left out. For an official report use the PDF.",
    ),
}
