"""Words of the settings: office.toml, signatories and mandates, holidays, code lists, retention, their rows, the templates of letters."""

from pipeline.kernel.text import Text

WORDS: dict[str, Text] = {
    # What the office chose.
    "settings.title": Text("Pengaturan", "Settings"),
    "settings": Text("Kantor", "Office"),
    "settings-signatories": Text("Penandatangan", "Signatories"),
    "settings-holidays": Text("Hari libur", "Holidays"),
    "settings-lists": Text("Daftar kode", "Code lists"),
    "settings-jra": Text("Jadwal retensi (JRA)", "Retention schedule (JRA)"),
    "settings-templates": Text("Templat surat", "Letter templates"),
    "settings.file": Text(
        "Ini isi office.toml seperti dibaca saat kantor dijalankan. Mengubahnya: pemilik komputer membuka office.toml di komputer "
        "kantor, menyimpan, lalu menjalankan ulang kantor.",
        "This is office.toml as it was read when the office started. To change it the owner of the machine opens office.toml at "
        "the office's machine, saves it and restarts the office.",
    ),
    "settings.name": Text("Nama", "Name"),
    "settings.value": Text("Isi", "Value"),
    "settings.meaning": Text("Arti", "Meaning"),
    "settings.default": Text("bawaan", "default"),
    "settings.empty": Text("kosong", "empty"),
    "settings.yes": Text("ya", "yes"),
    "settings.no": Text("tidak", "no"),
    "settings.until": Text("sampai", "to"),
    "settings.always": Text("tanpa batas hari", "no day named"),
    "settings.section.kantor": Text("Identitas kantor", "The office"),
    "settings.section.surat": Text("Surat jawaban", "Answer letter"),
    "settings.section.nomor": Text("Nomor surat dan register", "Numbers of letters and register"),
    "settings.section.masuk": Text("Penerimaan surat", "Intake of letters"),
    "settings.section.cadangan": Text("Cadangan", "Backup"),
    "settings.section.komputer": Text("Komputer ini", "This machine"),
    "settings.section.telepon": Text("Pertanyaan lewat telepon", "Enquiries by telephone"),
    "settings.section.krisis": Text("Lembar krisis", "Crisis sheet"),
    "settings.section.tenggat": Text("Tenggat", "Deadlines"),
    "settings.section.wilayah": Text("Wilayah kerja", "Area of the office"),
    "settings.section.aturan": Text("Kelonggaran yang diputuskan kantor", "What the office decided to allow"),
    "settings.section.web": Text("Halaman web", "The pages"),
    "settings.signatories.file": Text(
        "Siapa yang berhak menandatangani, dan pada hari apa. Ketua atau admin mengubahnya di sini; setiap surat memakai isi yang "
        "berlaku pada tanggalnya sendiri.",
        "Who may sign, and on which days. Chair or admin change it here; each letter has what counted on its own day.",
    ),
    "settings.signatories.none": Text(
        "Belum ada penandatangan, jadi surat belum dapat disetujui. Ketua atau admin menambahkannya di sini.",
        "No signatory yet, so no letter can be approved. Chair or admin add one here.",
    ),
    "settings.signatory.title": Text("Jabatan", "Title"),
    "settings.signatory.name": Text("Nama", "Name"),
    "settings.signatory.capacity": Text("Sebagai", "In the capacity"),
    "settings.signatory.days": Text("Menjabat", "In office"),
    "settings.in_office": Text("menjabat", "in office"),
    "settings.not_in_office": Text("tidak menjabat", "not in office"),
    "settings.mandates": Text("Mandat", "Mandates"),
    "settings.mandates.why": Text(
        "Bila penandatangan berhalangan, wakilnya menandatangani pada hari-hari itu, menurut surat tugas.",
        "While a signatory is absent the deputy signs on those days, by a letter of assignment.",
    ),
    "settings.mandates.none": Text("Belum ada mandat.", "No mandates yet."),
    "settings.mandate.id": Text("Mandat", "Mandate"),
    "settings.mandate.absent": Text("Yang berhalangan", "Who is absent"),
    "settings.mandate.deputy": Text("Wakil", "Deputy"),
    "settings.mandate.days": Text("Hari", "Days"),
    "settings.mandate.letter": Text("Surat tugas", "Letter of assignment"),
    "settings.mandate.now": Text("berlaku hari ini", "counts today"),
    "settings.mandate.over": Text("berakhir {day}", "ended {day}"),
    "settings.mandate.end": Text("Akhiri", "End it"),
    "settings.mandate.new": Text("Catat mandat", "Record a mandate"),
    "settings.mandate.no_deputy": Text(
        "Belum ada wakil. Tambahkan wakilnya (a.n., Plt., atau Plh.) sebagai penandatangan pada daftar di atas, lalu catat "
        "mandatnya.",
        "There is no deputy. Add one (a.n., Plt. or Plh.) as a signatory to the list above, then record the mandate.",
    ),
    "settings.lists.file": Text(
        "Daftar ini milik kantor. Ketua atau admin mengubahnya di sini; kecamatan, kode menurut jenis surat, dan hasil kasus ditulis di "
        "office.toml. Yang berubah berlaku mulai hari ini; surat dan kasus yang sudah ada tidak berubah.",
        "These lists are the office's. Chair or admin change them here; sub-districts, codes by kind of letter and outcomes stand "
        "in office.toml. A change counts from today; letters and cases that are there stay as they are.",
    ),
    "lists.places": Text("Kecamatan", "Sub-districts"),
    "lists.klasifikasi": Text("Kode klasifikasi", "Classification codes"),
    "lists.main": Text("dipakai surat", "used on letters"),
    "lists.darurat": Text("Nomor darurat", "Emergency numbers"),
    "lists.layanan": Text("Layanan dalam surat", "Services in letters"),
    "lists.lembaga": Text(
        "Lembaga tambahan yang dikenal pembacaan", "Further institutions known when reading"
    ),
    "lists.kata-bahaya": Text("Kata bahaya tambahan", "Further danger words"),
    "lists.none": Text(
        "Tidak ada tambahan; daftar bawaan dipakai.", "Nothing added; the built-in list is used."
    ),
    "lists.outcomes": Text("Hasil kasus (langkah 14)", "Outcomes of a case (step 14)"),
    "lists.outcome": Text("Hasil", "Outcome"),
    "lists.parent": Text("Dihitung sebagai", "Counted as"),
    "jra.why": Text(
        "Berapa lama kasus disimpan menurut kode klasifikasinya (UU 43/2009). Setiap kasus memakai baris yang berlaku ketika kasus itu "
        "selesai. Tidak ada yang dimusnahkan tanpa daftar usul, persetujuan, dan berita acara.",
        "How long cases are kept, by their classification code (UU 43/2009). Each case has the row that counted when it was "
        "finished. Nothing is destroyed without a list, approval and minutes.",
    ),
    "jra.none": Text(
        "Jadwal retensi belum diisi: semua kasus disimpan. Ketua atau admin mengisinya di sini menurut JRA daerah.",
        "No schedule is entered: every case is kept. Chair or admin enter it here as the district's JRA has it.",
    ),
    "jra.code": Text("Kode", "Code"),
    "jra.series": Text("Jenis arsip", "Series"),
    "jra.active": Text("Aktif (tahun)", "Active (years)"),
    "jra.inactive": Text("Inaktif (tahun)", "Inactive (years)"),
    "jra.fate": Text("Nasib akhir", "Final fate"),
    "jra.counts": Text("Kasus yang selesai", "Cases finished"),
    "holidays.week": Text("Bukan hari kerja:", "No working days:"),
    "holidays.saturday": Text("Sabtu", "Saturday"),
    "holidays.sunday": Text("Minggu", "Sunday"),
    "holidays.day": Text("Tanggal (hh-bb-tttt)", "Day (dd-mm-yyyy)"),
    "holidays.name": Text("Nama hari libur", "Name of the holiday"),
    "holidays.none": Text(
        "Hari libur {year} belum diisi; tenggat dihitung tanpa hari libur. Isi menurut SKB hari libur nasional.",
        "The holidays of {year} are not entered; deadlines count without them. Enter them by the national decree.",
    ),
    "holidays.add": Text("Tambah hari libur", "Add a holiday"),
    "holidays.remove": Text("Hapus", "Remove"),
    "holidays.history": Text("Perubahan terakhir", "Last changes"),
    "holidays.added": Text("menambahkan", "added"),
    "holidays.removed": Text("menghapus", "removed"),
    # A row that is added, changed, retired, and its versions.
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
    # The templates of letters.
    "templates.why": Text(
        "Templat adalah dokumen Word milik kantor. Rangkap memeriksanya sebelum dipakai: templat yang salah tidak menjadi surat.",
        "Templates are the office's Word documents. Rangkap checks them before use: no letter is made from a faulty one.",
    ),
    "templates.name": Text("Templat", "Template"),
    "templates.none": Text(
        "Tidak ada templat di letter_templates. Salin templat bawaan Rangkap ke folder itu.",
        "There are no templates in letter_templates. Copy those of Rangkap to that folder.",
    ),
    "templates.clean": Text("diperiksa, dapat dipakai", "checked, usable"),
    "templates.unknown": Text("belum diperiksa sejak berubah", "not checked since it changed"),
    "templates.open": Text("Buka", "Open"),
    "templates.check": Text("Periksa semua", "Check all"),
    "templates.check.why": Text(
        "Setiap templat diisi dengan contoh; templat dan klausul diperiksa. Perlu setengah menit.",
        "Every template is filled with a sample; templates and clauses are checked. Takes half a minute.",
    ),
    "templates.check.do": Text("Periksa semua templat", "Check all templates"),
    "templates.began": Text("Pemeriksaan templat dimulai.", "The check of the templates has begun."),
    "templates.goes_on": Text("Templat sedang diperiksa.", "The templates are being checked."),
    "templates.look": Text("Lihat hasilnya", "See the result"),
    "templates.all_clean": Text(
        "Semua templat diperiksa: tidak ada yang salah.", "All templates were checked: nothing is wrong."
    ),
    "templates.back": Text("Kembali ke daftar templat", "Back to the templates"),
    "templates.download": Text("Unduh untuk Word", "Download for Word"),
    "templates.drawing": Text(
        "Templat diperiksa dan contohnya disusun; beberapa detik.",
        "The template is checked and its sample laid out; some seconds.",
    ),
    "templates.busy": Text(
        "Komputer kantor sedang menyusun contoh lain. Contoh ini menyusul sendiri.",
        "The office's machine is laying out another sample. This one follows by itself.",
    ),
    "templates.usable": Text("Templat ini dapat dipakai.", "This template can be used."),
    "templates.unusable": Text(
        "Templat ini belum dapat dipakai. Perbaiki di Word yang berikut:",
        "This template cannot be used yet. Correct in Word what follows:",
    ),
    "templates.sample": Text("Contoh terisi (data rekaan)", "Filled sample (invented data)"),
    "templates.put": Text("Versi baru", "New version"),
    "templates.put.help": Text(
        "Unduh, ubah di Word, simpan sebagai .docx, lalu pasang di sini. Diperiksa dahulu; yang salah tidak dipasang, dan versi "
        "lama disimpan.",
        "Download it, change it in Word, save it as .docx, then put it here. It is checked first; a faulty one is not put, and "
        "the former version is kept.",
    ),
    "templates.put.file": Text("Berkas .docx", "The .docx file"),
    "templates.put.do": Text("Periksa dan pasang", "Check and put in place"),
    "templates.done": Text(
        "Templat dipasang. Konsep berikutnya memakainya; versi lama dapat dikembalikan di bawah.",
        "The template is in place. The next draft uses it; the former one can be put back below.",
    ),
    "templates.former": Text("Versi lama", "Former versions"),
    "templates.no_former": Text(
        "Templat ini belum pernah diganti di sini.", "This template was never replaced here."
    ),
    "templates.replaced": Text("diganti oleh {by}", "replaced by {by}"),
    "templates.put_back": Text("Kembalikan", "Put back"),
}
