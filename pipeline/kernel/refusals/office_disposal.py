"""Refusals for disposal."""

from pipeline.kernel.text import Exit, Next, Row

OFFICE_DISPOSAL: dict[str, Row] = {
    "office.against_her_wish": Row(
        "Korban tidak mengizinkan semuanya diteruskan ({cases}), sedangkan arsip diserahkan dengan semua "
        "dokumen yang berlaku; tidak ada yang ditulis. Bila kewajiban arsip tetap menghendakinya, ulangi "
        "dengan alasan dan dasar hukumnya; pembatasan itu ikut tertulis di dalam bag.",
        "A victim does not allow everything to be passed on ({cases}), while records are handed over with "
        "all current documents; nothing was written. If the duty to hand over demands it all the same, "
        "repeat with the reason and its legal ground; the bag will say what is restricted.",
        next=(Next("hand-over", "{what}"),)),
    "office.another_hands_over": Row(
        "Tahun itu tidak dapat diserahkan oleh akun ini karena benturan kepentingan; mintalah orang lain "
        "yang berhak.",
        "This account cannot hand that year over because of a conflict of interest; ask somebody else who "
        "may.", Exit.NO_RIGHT),
    "office.backup_damaged": Row(
        "Cadangan di “{place}” rusak atau terpotong ({what}), jadi tidak ada yang dipulihkan. Jangan "
        "dihapus: pulihkan dari media cadangan yang lain, dan hanya bila tidak ada, pulihkan dari sini "
        "cadangan yang isinya terbukti utuh.",
        "The backup in “{place}” is damaged or cut off ({what}), so nothing was restored. Do not delete it: "
        "restore from another backup medium, and only if there is none, restore from here a backup whose "
        "content proves whole.", Exit.DAMAGED, next=(Next("restore"), Next("restore-damaged", "{place}"))),
    "office.backup_incomplete": Row(
        "Cadangan belum lengkap: {name} tidak dapat dibaca (berkas seperti itu: {count}); cadangan "
        "sebelumnya tetap berlaku. Periksa izin berkas itu dan cakramnya, lalu cadangkan lagi.",
        "The backup is not whole: {name} could not be read (such files: {count}); the earlier backup still "
        "stands. Check the permissions of that file and its disk, then back up again.",
        Exit.FAILED, next=(Next("backup"),)),
    "office.backup_other_engine": Row(
        "Cadangan ini dari kantor dengan basis data {made_on}, sedangkan tujuan ini {engine}; tidak ada "
        "yang dipulihkan. Dari sqlite: kosongkan RANGKAP_DATABASE. Dari postgresql: isi RANGKAP_DATABASE "
        "dengan basis data kosong. Lalu ulangi.",
        "This backup is of an office whose database is {made_on}, while this target is {engine}; nothing "
        "was restored. For sqlite: unset RANGKAP_DATABASE. For postgresql: let RANGKAP_DATABASE name an "
        "empty database. Then retry."),
    "office.bag_there": Row(
        "Folder {name} sudah ada di tempat tujuan dan tidak ditimpa. Pindahkan atau hapus folder itu, lalu "
        "ulangi.",
        "The folder {name} is there already and is not replaced. Move or remove it, then repeat."),
    "office.destruction_pending": Row(
        "Pemusnahan menurut daftar {list} sudah dimulai dan belum selesai: {reason} Lanjutkan pemusnahan "
        "itu; layanan penerimaan juga mencobanya setiap kali dijalankan.",
        "The destruction by the list {list} has begun and is not complete: {reason} Go on with it; the "
        "watcher tries it as well whenever it starts.",
        Exit.FAILED, next=(Next("destroy-disposal", "{list}"),)),
    "office.disposal_paper": Row(
        "{what}: nomor dan tanggal wajib diisi, dan tanggalnya tidak boleh sesudah hari ini. Isi keduanya, "
        "lalu ulangi.",
        "{what}: number and day are required, and the day may not lie after today. Enter both, then repeat.",
        Exit.USAGE),
    "office.disposal_state": Row(
        "Daftar {list} berkeadaan “{state}”, jadi tidak dapat {verb}. {then}",
        "The list {list} is “{state}”, so it cannot be {verb}. {then}", next=(Next("dispose"),)),
    "office.hold_already": Row(
        "Pemusnahan kasus {case} sudah ditangguhkan. Riwayatnya ada pada kasus itu; ketua dapat mencabut "
        "penangguhannya.",
        "Case {case} is under a legal hold already. The case shows its history; the chair can lift the hold.",
        next=(Next("show", "{case}"), Next("lift-hold", "{case}"))),
    "office.linked_home": Row(
        "“{name}” di rumah kantor adalah tautan ke tempat lain, jadi isinya tidak akan ikut dicadangkan. "
        "Pindahkan isinya ke dalam rumah kantor, atau pasang cakramnya pada folder itu, lalu cadangkan "
        "lagi.",
        "“{name}” in the home is a link to another place, so what it holds would not be backed up. Move it "
        "into the home, or mount its disk at that folder, then back up again.", next=(Next("backup"),)),
    "office.list_not_retyped": Row(
        "Nomornya tidak sama dengan {list}; tidak ada yang dimusnahkan. Ketik nomor daftar itu sekali lagi.",
        "The number is not {list}; nothing was destroyed. Type the number of the list once more."),
    "office.no_backup_place": Row(
        "Tempat cadangan belum diatur. Isi cadangan.tempat di office.toml (folder di USB atau alamat SFTP), "
        "atau sebutkan saat mencadangkan.",
        "No place for backups is set. Set cadangan.tempat in office.toml (a folder on a USB disk or an SFTP "
        "address), or name it when backing up.", Exit.USAGE, next=(Next("backup-to"),)),
    "office.no_longer_over": Row(
        "Kasus {case} dalam daftar {list} tidak boleh dimusnahkan: {reason}. Tidak ada yang dimusnahkan; "
        "cabut daftar itu dan usulkan lagi.",
        "Case {case} of the list {list} may not be destroyed: {reason}. Nothing was destroyed; withdraw "
        "the list and propose again.", next=(Next("withdraw-disposal", "{list}"), Next("propose-disposal"))),
    "office.no_minutes": Row(
        "Arsip diserahkan hanya dengan berita acara. Sebutkan nomor berita acara penyerahannya.",
        "Records are handed over only with signed minutes. Name the number of the minutes.",
        Exit.USAGE, next=(Next("hand-over", "{what}"),)),
    "office.no_scans": Row(
        "Folder pindaian lama tidak dapat dibuka. Periksa nama foldernya, lalu ulangi.",
        "The folder of old scans cannot be opened. Check its name, then try again.", Exit.USAGE),
    "office.no_sheet": Row(
        "Lembar itu tidak dapat dibuka atau lebih besar dari {most} MB. Periksa nama berkasnya, lalu ulangi.",
        "The sheet cannot be opened or is larger than {most} MB. Check the name of the file, then try again.",
        Exit.USAGE),
    "office.no_snapshot": Row(
        "Tidak ada cadangan lengkap{which} di “{place}”. Pilih salah satu yang ada: {known}.",
        "There is no whole backup{which} in “{place}”. Choose one of these: {known}.",
        Exit.NOT_FOUND, next=(Next("restore-snapshot", "{place}"),)),
    "office.not_held": Row(
        "Pemusnahan kasus {case} tidak sedang ditangguhkan, jadi tidak ada yang dicabut. Periksa nomor "
        "kasusnya.",
        "Case {case} is under no legal hold, so there is none to lift. Check the number of the case.",
        next=(Next("show", "{case}"),)),
    "office.not_proposed": Row(
        "Arsip kasus {case} rusak, jadi kasus itu tidak diusulkan musnah. Mintalah arsip diperiksa dan dipulihkan dahulu.",
        "The archive of case {case} is damaged, so the case is not proposed. Have the archive checked and restored first.",
        next=(Next("verify", "{case}"),)),
    "office.nothing_over": Row(
        "Tidak ada kasus yang dapat diusulkan musnah{year}; daftar penyusutan menyebut alasan tiap kasus. "
        "Tanpa jadwal retensi (JRA), yang diisi ketua atau admin di Pengaturan, semua arsip disimpan.",
        "No case can be proposed for destruction{year}; the list of disposal names the reason for each. "
        "Without a retention schedule (JRA), which chair or admin enter in Settings, everything is kept.",
        Exit.NOT_FOUND, next=(Next("dispose"),)),
    "office.nothing_to_hand_over": Row(
        "Arsip tidak memuat {what}. Sebutkan nomor kasus (2026-0001) atau tahun (2026).",
        "The archive does not hold {what}. Name a case number (2026-0001) or a year (2026).", Exit.NOT_FOUND),
    "office.old_database_left": Row(
        "Basis data sudah dimutakhirkan, tetapi salinan yang lama masih ada di {path} dan memuat nama. "
        "Periksa cakramnya, lalu mutakhirkan lagi.",
        "The database was upgraded, but the older copy is still at {path} and holds names. Check the disk, "
        "then upgrade again.", Exit.FAILED, next=(Next("upgrade"),)),
    "office.own_list": Row(
        "Daftar {list} Anda usulkan sendiri ({account}), jadi harus disetujui orang lain. Mintalah ketua; di "
        "kantor satu orang admin dapat mengizinkannya; itu lalu dicatat.",
        "You proposed the list {list} yourself ({account}), so another person must approve it. Ask the "
        "chair; in an office of one person the admin can allow it; it is then written "
        "down.", next=(Next("approve-disposal", "{list}"),)),
    "office.restore_broken": Row(
        "Hasil pemulihan tidak cocok dengan catatan cadangannya atau tidak lolos pemeriksaan ({what}), jadi "
        "folder dikosongkan lagi. Pulihkan dari cadangan yang lain.",
        "What was restored does not agree with the record of its backup or does not pass the check ({what}), "
        "so the folder was emptied again. Restore from another backup.",
        Exit.DAMAGED, next=(Next("restore-snapshot"),)),
    "office.restore_not_empty": Row(
        "{folder} tidak kosong. Pemulihan hanya ke folder kosong atau baru, supaya tidak ada yang "
        "tertimpa. Sebutkan folder lain.",
        "{folder} is not empty. A restore goes into an empty or new folder only, so that nothing is "
        "overwritten. Name another folder."),
    "office.scan_refused": Row(
        "Pindaian lama untuk register {number} bukan PDF, JPEG, PNG, atau TIFF, atau terlalu besar. Ganti "
        "atau pindahkan berkas itu, lalu jalankan lagi; yang sudah masuk tidak masuk dua kali.",
        "The old scan of register {number} is no PDF, JPEG, PNG or TIFF, or is too large. Replace it or "
        "take it away, then run again; what came in does not come in twice."),
    "office.sheet_differs": Row(
        "Kelompok ke-{group} tidak sama dengan kunci kantor. Periksa lembarnya; bila itu lembar lama, "
        "cetak yang baru.",
        "Group {group} is not that of the office's key. Look at the sheet; if it is an old one, print a "
        "new one.", next=(Next("recovery-sheet-again"),)),
    "office.sheet_printed": Row(
        "Lembar Kunci Pemulihan sudah dicetak pada {day}. Ambil dari amplopnya; hanya bila lembar itu "
        "hilang atau rusak, cetak lagi dengan alasannya.",
        "The recovery sheet was printed on {day}. Take it from its envelope; only if it is lost or spoilt "
        "print it once more, with the reason.", next=(Next("recovery-sheet-again"),)),
    "office.still_open": Row(
        "{cases} belum selesai, jadi tidak diserahkan; tidak ada yang ditulis. Selesaikan dahulu; kasus "
        "yang surat jawabannya sudah diarsipkan dihitung selesai sesudah arsip tahunnya ditutup.",
        "{cases} are not finished, so they are not handed over; nothing was written. Finish them first; a "
        "case whose answer is filed counts as finished once the archive of its year is closed.",
        next=(Next("todo"), Next("close-year"))),
    "office.unclear_columns": Row(
        "Judul kolom {columns} belum jelas, jadi belum ada yang masuk: isinya akan hilang dari register. "
        "Perbaiki judulnya di lembar, lalu jalankan lagi.",
        "The titles of columns {columns} are not clear, so nothing came in: what they hold would be lost "
        "to the register. Mend them in the sheet, then run again.", Exit.INCOMPLETE),
    "office.upgrade_undone": Row(
        "Pembaruan gagal ({what}) dan dibatalkan: basis data lama sudah kembali seperti semula. Pasang "
        "lagi versi program sebelumnya, dan sampaikan pesan ini kepada pembuatnya.",
        "The upgrade failed ({what}) and was undone: the old database is back as it was. Install the "
        "previous version of the program again, and report this message.", Exit.FAILED),
}  # fmt: skip
