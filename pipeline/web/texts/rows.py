"""Words of the pages on which a row of a list of the office is added, changed, retired, and its versions are seen."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "rows.new.penandatangan": Text("Tambah penandatangan", "Add a signatory"),
    "rows.one.penandatangan": Text("Ubah penandatangan", "Change a signatory"),
    "rows.new.jra": Text("Tambah baris jadwal retensi", "Add a row to the retention schedule"),
    "rows.one.jra": Text("Ubah baris jadwal retensi", "Change a row of the retention schedule"),
    "rows.new.klasifikasi": Text("Tambah kode klasifikasi", "Add a classification code"),
    "rows.one.klasifikasi": Text("Ubah kode klasifikasi", "Change a classification code"),
    "rows.new.layanan": Text("Tambah layanan", "Add a service"),
    "rows.one.layanan": Text("Ubah layanan", "Change a service"),
    "rows.new.lembaga": Text("Tambah lembaga", "Add an institution"),
    "rows.one.lembaga": Text("Ubah lembaga", "Change an institution"),
    "rows.new.kata-bahaya": Text("Tambah kata bahaya", "Add a danger word"),
    "rows.one.kata-bahaya": Text("Ubah kata bahaya", "Change a danger word"),
    "rows.new.darurat": Text("Tambah nomor darurat", "Add an emergency number"),
    "rows.one.darurat": Text("Ubah nomor darurat", "Change an emergency number"),
    "rows.back.settings-signatories": Text("Semua penandatangan", "All signatories"),
    "rows.back.settings-jra": Text("Seluruh jadwal retensi", "The whole retention schedule"),
    "rows.back.settings-lists": Text("Semua daftar kode", "All code lists"),
    "rows.change": Text("Ubah", "Change"),
    "rows.change_one": Text("Ubah {name}", "Change {name}"),
    "rows.add.do": Text("Tambahkan", "Add"),
    "rows.change.do": Text("Simpan perubahan", "Keep the change"),
    "rows.retire": Text("Tidak dipakai lagi", "No longer used"),
    "rows.retire.penandatangan": Text(
        "Orang ini tidak lagi berhak menandatangani sesudah hari terakhir itu. Barisnya tidak dihapus dan dapat dipakai lagi.",
        "After that last day this person has no right to sign. The row is not deleted and can be used again.",
    ),
    "rows.retire.jra": Text(
        "Kasus yang selesai sesudah hari itu tidak memakai baris ini lagi. Kasus yang selesai sebelumnya tetap memakainya.",
        "Cases finished after that day no longer use this row. Cases finished before keep it.",
    ),
    "rows.retire.klasifikasi": Text(
        "Kode ini tidak ditawarkan lagi. Surat dan kasus yang sudah memakainya tidak berubah.",
        "The code is no longer offered. Letters and cases that bear it stay as they are.",
    ),
    "rows.retire.layanan": Text(
        "Konsep yang dibuat sejak hari ini tidak menyebut layanan ini lagi. Surat yang sudah disetujui tidak berubah.",
        "Drafts made from today do not name this service. Letters already approved stay as they are.",
    ),
    "rows.retire.lembaga": Text(
        "Surat yang dibaca sejak hari ini tidak mengenali lembaga ini lagi.",
        "Letters read from today do not recognise this institution.",
    ),
    "rows.retire.kata-bahaya": Text(
        "Surat yang dibaca sejak hari ini tidak naik karena kata ini lagi. Yang sudah naik tetap di atas.",
        "Letters read from today are not lifted by this word. Those lifted already stay at the top.",
    ),
    "rows.retire.darurat": Text(
        "Lembar krisis yang dicetak sejak hari ini tidak memuat nomor ini lagi.",
        "Crisis sheets printed from today do not bear this number.",
    ),
    "rows.retire.do": Text("Hentikan", "Retire it"),
    "rows.history": Text("Riwayat baris ini", "History of this row"),
    "rows.first": Text("isi pertama dari office.toml", "first value, from office.toml"),
    "rows.from_file": Text(
        "Daftar ini masih dibaca dari office.toml. Perubahan pertama memindahkannya ke basis data; sejak itu daftar di "
        "office.toml tidak dibaca lagi.",
        "This list is still read from office.toml. The first change moves it into the database; from then on that of "
        "office.toml is not read any more.",
    ),
    "rows.kept": Text(
        "Daftar ini disimpan di basis data sejak {day}. Isi pertamanya berasal dari office.toml, yang tidak dibaca lagi.",
        "This list has been kept in the database since {day}. Its first values came from office.toml, which is not read any more.",
    ),
    "rows.counts_from": Text("berlaku mulai {day}", "counts from {day}"),
    "rows.counts_always": Text("berlaku untuk semua hari", "counts for all days"),
    "rows.counts_all": Text("semua kasus", "all cases"),
    "rows.retired_from": Text("tidak berlaku mulai {day}", "counts no more from {day}"),
    "rows.again": Text("Pakai lagi isi ini", "Use this again"),
    "rows.retired": Text("tidak dipakai lagi", "no longer used"),
    "rows.later": Text("mulai {day}", "from {day}"),
    "rows.show_retired": Text("Yang tidak dipakai lagi", "No longer used"),
    "rows.done.add": Text("Baris {name} ditambahkan.", "Row {name} was added."),
    "rows.done.change": Text(
        "Perubahan baris {name} disimpan. Keliru? Buka barisnya dan pakai lagi isi yang lama.",
        "The change of row {name} was kept. A mistake? Open the row and use the earlier version again.",
    ),
    "rows.done.retire": Text(
        "Baris {name} dihentikan. Keliru? Buka barisnya dan pakai lagi isinya.",
        "Row {name} was retired. A mistake? Open the row and use it again.",
    ),
    "rows.done.again": Text(
        "Isi lama baris {name} berlaku lagi.", "The earlier version of row {name} counts again."
    ),
    "rows.nobody": Text(
        "Hari ini tidak ada yang berhak menandatangani; surat tidak dapat disetujui. Tambahkan penandatangan, atau ubah hari "
        "menjabatnya.",
        "Nobody may sign today; no letter can be approved. Add a signatory, or change the days in office.",
    ),
    "rows.orphan": Text(
        "mewakili jabatan yang tidak ada dalam daftar", "represents an office that is not in the list"
    ),
}
