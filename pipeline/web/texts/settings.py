"""Words of the settings: office.toml, signatories and mandates, holidays, code lists, retention."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
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
    "settings.mandate.since": Text("Hari pertama (hh-bb-tttt)", "First day (dd-mm-yyyy)"),
    "settings.mandate.until": Text("Hari terakhir (hh-bb-tttt)", "Last day (dd-mm-yyyy)"),
    "settings.mandate.number": Text("Nomor surat tugas", "Number of the letter of assignment"),
    "settings.mandate.dated": Text("Tanggal surat tugas (hh-bb-tttt)", "Day of that letter (dd-mm-yyyy)"),
    "settings.mandate.do": Text("Catat mandat", "Record the mandate"),
    "settings.mandate.done": Text(
        "Mandat {id} dicatat. Konsep yang menunggu dibuat lagi agar bertanda tangan wakil.",
        "Mandate {id} is recorded. Drafts that wait are made again, so that they bear the deputy's signature block.",
    ),
    "settings.mandate.ended": Text("Mandat {id} diakhiri.", "Mandate {id} was ended."),
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
    "holidays.add.do": Text("Tambahkan", "Add"),
    "holidays.remove": Text("Hapus", "Remove"),
    "holidays.list": Text("Masukkan daftar", "Take a list in"),
    "holidays.list.help": Text(
        "Satu hari tiap baris: tanggal, lalu namanya, contoh: 25-12-2026 Hari Raya Natal. Yang sudah ada dibiarkan; satu baris "
        "yang salah menahan semuanya.",
        "One day a line: the day, then its name, for example: 25-12-2026 Christmas. What is there is left; one wrong line holds "
        "all back.",
    ),
    "holidays.list.rows": Text("Daftar hari libur", "List of holidays"),
    "holidays.list.do": Text("Masukkan daftar", "Take the list in"),
    "holidays.history": Text("Perubahan terakhir", "Last changes"),
    "holidays.added": Text("menambahkan", "added"),
    "holidays.removed": Text("menghapus", "removed"),
    "holidays.done.add": Text("{day} dicatat sebagai hari libur.", "{day} is a holiday now."),
    "holidays.done.remove": Text(
        "{day} bukan hari libur lagi. Keliru? Tambahkan lagi.",
        "{day} is no holiday any more. A mistake? Add it again.",
    ),
    "holidays.done.list": Text("{count} hari libur dimasukkan.", "{count} holidays were taken in."),
}
