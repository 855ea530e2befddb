"""What can go wrong with backup, keys and upgrade, with the disposal of cases, or while a paper register comes in, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Damage, Exit, NotThere, RangkapError, Text, WrongUse
from pipeline.stores.errors import VaultDamaged


class NoPlace(WrongUse):
    """No place for backups is set."""

    code = "office.no_backup_place"
    said = Text(
        "Tempat cadangan belum diatur. Isi cadangan.tempat di office.toml (folder di USB atau sftp:…), atau sebutkan: "
        "rangkap backup /media/usb/rangkap",
        "No place for backups is set. Set cadangan.tempat in office.toml (a folder on a USB disk or sftp:…), or name it: "
        "rangkap backup /media/usb/rangkap",
    )


class BackupIncomplete(RangkapError):
    """Some file could not be read while the backup was made; it does not count."""

    code = "office.backup_incomplete"
    said = Text(
        "Cadangan belum lengkap: {name} tidak dapat dibaca (berkas seperti itu: {count}); cadangan sebelumnya tetap berlaku. "
        "Periksa izin berkas itu dan cakramnya, lalu ulangi: rangkap backup.",
        "The backup is not whole: {name} could not be read (such files: {count}); the earlier backup still stands. "
        "Check the permissions of that file and its disk, then repeat: rangkap backup.",
    )
    status = Exit.FAILED


class LinkedHome(RangkapError):
    """A part of the home is a symbolic link, which a backup keeps as a link, without what it points to."""

    code = "office.linked_home"
    said = Text(
        "“{name}” di rumah kantor adalah tautan ke tempat lain; isinya tidak akan ikut dicadangkan. Pindahkan isinya ke dalam "
        "rumah kantor, atau pasang cakramnya di folder itu (mount --bind), lalu: rangkap backup",
        "“{name}” in the home is a link to another place; what it holds would not be backed up. Move it into the home, or "
        "mount its disk at that folder (mount --bind), then: rangkap backup",
    )


class NotEmpty(RangkapError):
    """A restore goes into an empty folder only."""

    code = "office.restore_not_empty"
    said = Text(
        "{folder} tidak kosong. Pemulihan hanya ke folder kosong atau baru, supaya tidak ada yang tertimpa. Sebutkan "
        "folder lain.",
        "{folder} is not empty. A restore goes into an empty or new folder only, so that nothing is overwritten. Name "
        "another folder.",
    )


class NoSnapshot(NotThere):
    """There is no such backup in the repository."""

    code = "office.no_snapshot"
    said = Text(
        "Tidak ada cadangan lengkap{which} di “{place}”. Yang ada: {known}. Sebutkan salah satunya dengan --snapshot.",
        "There is no whole backup{which} in “{place}”. There are: {known}. Name one of them with --snapshot.",
    )


class BackupDamaged(VaultDamaged):
    """The backup to be restored has parts missing, cut off or changed."""

    code = "office.backup_damaged"
    said = Text(
        "Cadangan di “{place}” rusak atau terpotong ({what}); tidak ada yang dipulihkan. Jangan dihapus: pulihkan dari media "
        "cadangan yang lain. Bila tidak ada media lain, ulangi dengan --damaged: yang dipulihkan hanya cadangan yang isinya "
        "terbukti utuh.",
        "The backup in “{place}” is damaged or cut off ({what}); nothing was restored. Do not delete it: restore from another "
        "backup medium. If there is none, repeat with --damaged: only a backup whose content proves whole is restored.",
    )


class RestoreBroken(Damage):
    """What was restored is not what was backed up; it was taken away again."""

    code = "office.restore_broken"
    said = Text(
        "Hasil pemulihan tidak cocok dengan cadangan.json atau tidak lolos pemeriksaan ({what}). Folder dikosongkan lagi; "
        "pulihkan dari cadangan yang lain dengan --snapshot.",
        "What was restored does not agree with cadangan.json or does not pass the check ({what}). The folder was emptied "
        "again; restore from another backup with --snapshot.",
    )


class OtherEngine(RangkapError):
    """The backup is of an office whose database is of the other kind: a file, or on a server."""

    code = "office.backup_other_engine"
    said = Text(
        "Cadangan ini dari kantor dengan basis data {made_on}, sedangkan tujuan ini {engine}; tidak ada yang dipulihkan. Dari sqlite: "
        "kosongkan RANGKAP_DATABASE. Dari postgresql: isi RANGKAP_DATABASE dengan basis data kosong. Lalu ulangi.",
        "This backup is of an office whose database is {made_on}, while this target is {engine}; nothing was restored. For "
        "sqlite: unset RANGKAP_DATABASE. For postgresql: let RANGKAP_DATABASE name an empty database. Then retry.",
    )


class OldDatabaseLeft(RangkapError):
    """The home was upgraded, but the older database beside it could not be taken away."""

    code = "office.old_database_left"
    said = Text(
        "Basis data sudah dimutakhirkan, tetapi salinan yang lama masih ada di {path} dan memuat nama. Periksa cakramnya, "
        "lalu jalankan lagi: rangkap upgrade",
        "The database was upgraded, but the older copy is still at {path} and holds names. Check the disk, then run again: "
        "rangkap upgrade",
    )
    status = Exit.FAILED


class UpgradeUndone(RangkapError):
    """The upgrade failed; the old database is in its place again."""

    code = "office.upgrade_undone"
    said = Text(
        "Pembaruan gagal ({what}) dan dibatalkan: basis data lama sudah kembali seperti semula. Pasang lagi versi program "
        "sebelumnya, dan sampaikan pesan ini kepada pembuatnya.",
        "The upgrade failed ({what}) and was undone: the old database is back as it was. Install the previous version "
        "of the program again, and report this message.",
    )
    status = Exit.FAILED


class SheetPrinted(RangkapError):
    """The recovery sheet was made before."""

    code = "office.sheet_printed"
    said = Text(
        "Lembar Kunci Pemulihan sudah dicetak pada {day}. Ambil dari amplopnya; hanya bila lembar itu hilang atau rusak, "
        "cetak lagi dengan --again (alasan ditanya dan dicatat).",
        "The recovery sheet was printed on {day}. Take it from its envelope; only if it is lost or spoilt print it once "
        "more with --again (a reason is asked and noted).",
    )


class SheetNotConfirmed(RangkapError):
    """The group that was typed is not the one on the sheet."""

    code = "office.sheet_differs"
    said = Text(
        "Kelompok ke-{group} tidak sama dengan kunci kantor. Periksa lembarnya; bila lembar itu lembar lama, cetak yang "
        "baru: rangkap recovery-sheet --to DIR --again",
        "Group {group} is not that of the office's key. Look at the sheet; if it is an old one, print anew: "
        "rangkap recovery-sheet --to DIR --again",
    )


class HeldAlready(RangkapError):
    """The case is under a legal hold already."""

    code = "office.hold_already"
    said = Text(
        "Pemusnahan kasus {case} sudah ditangguhkan. Lihat riwayatnya: rangkap show {case}; ketua dapat mencabutnya: "
        "rangkap hold {case} --lift",
        "Case {case} is under a legal hold already. Its history: rangkap show {case}; the chair can lift it: rangkap hold "
        "{case} --lift",
    )


class NotHeld(RangkapError):
    """There is no hold to lift."""

    code = "office.not_held"
    said = Text(
        "Pemusnahan kasus {case} tidak sedang ditangguhkan, jadi tidak ada yang dicabut. Lihat: rangkap show {case}",
        "Case {case} is under no legal hold, so there is none to lift. Look: rangkap show {case}",
    )


class NothingOver(NotThere):
    """No case can be proposed."""

    code = "office.nothing_over"
    said = Text(
        "Tidak ada kasus yang dapat diusulkan musnah{year}. Alasan tiap kasus: rangkap dispose list. Jadwal retensi (JRA) "
        "diisi ketua atau admin di Pengaturan, Jadwal retensi; tanpa itu semua arsip disimpan.",
        "No case can be proposed for destruction{year}. The reason for each: rangkap dispose list. Chair or admin enter the "
        "retention schedule (JRA) in Settings, Retention schedule; without it everything is kept.",
    )


class WrongState(RangkapError):
    """The list is not at the step that was asked for."""

    code = "office.disposal_state"
    said = Text(
        "Daftar {list} berkeadaan “{state}”, jadi tidak dapat {verb}. {then}",
        "The list {list} is “{state}”, so it cannot be {verb_en}. {then_en}",
    )


class PaperNeeded(WrongUse):
    """The number or the day of the paper behind a step is missing."""

    code = "office.disposal_paper"
    said = Text(
        "{what}: nomor dan tanggal wajib diisi, dan tanggalnya tidak boleh sesudah hari ini. Ulangi perintah yang sama dan "
        "ketik keduanya, atau kirim melalui stdin sebagai dua baris.",
        "{what}: number and day are required, and the day may not lie after today. Run the same command again and type "
        "both, or send them on stdin as two lines.",
    )


class OwnList(RangkapError):
    """Whoever proposed a list does not approve it."""

    code = "office.own_list"
    said = Text(
        "Daftar {list} Anda usulkan sendiri ({account}), jadi harus disetujui orang lain: ketua mengetik rangkap dispose "
        "approve {list}. Kantor satu orang: aturan.verifikasi_sendiri di office.toml.",
        "You proposed the list {list} yourself ({account}), so another person must approve it: the chair types rangkap "
        "dispose approve {list}. An office of one person: aturan.verifikasi_sendiri in office.toml.",
    )


class NoLonger(RangkapError):
    """A case on the list may not be destroyed any more."""

    code = "office.no_longer_over"
    said = Text(
        "Kasus {case} dalam daftar {list} tidak boleh dimusnahkan: {reason}. Tidak ada yang dimusnahkan. Cabut daftar itu "
        "(rangkap dispose withdraw {list}) dan usulkan lagi (rangkap dispose propose).",
        "Case {case} of the list {list} may not be destroyed: {reason}. Nothing was destroyed. Withdraw the list (rangkap "
        "dispose withdraw {list}) and propose again (rangkap dispose propose).",
    )


class DestructionPending(RangkapError):
    """The destruction is decided and entered, and could not be carried out to its end."""

    code = "office.destruction_pending"
    said = Text(
        "Pemusnahan menurut daftar {list} sudah dimulai dan belum selesai: {reason} Selesaikan dengan perintah yang sama: "
        "rangkap dispose destroy {list}; pengawas inbox (rangkap watch) juga mencobanya setiap kali mulai.",
        "The destruction by the list {list} has begun and is not complete: {reason} Complete it with the same command: "
        "rangkap dispose destroy {list}; the watcher (rangkap watch) tries it as well whenever it starts.",
    )
    status = Exit.FAILED


class NoSheet(WrongUse):
    """The file that was named cannot be opened, or is larger than a register."""

    code = "office.no_sheet"
    said = Text(
        "Lembar itu tidak dapat dibuka atau lebih besar dari {most} MB. Periksa nama berkasnya, lalu ulangi.",
        "The sheet cannot be opened or is larger than {most} MB. Check the name of the file, then try again.",
    )


class NoScans(WrongUse):
    """The folder of old scans cannot be read."""

    code = "office.no_scans"
    said = Text(
        "Folder pindaian lama tidak dapat dibuka. Periksa nama foldernya, lalu ulangi.",
        "The folder of old scans cannot be opened. Check its name, then try again.",
    )


class ScanRefused(RangkapError):
    """An old scan is no document that is kept, or changed while it was read; nothing of its row came in."""

    code = "office.scan_refused"
    said = Text(
        "Pindaian lama untuk register {number} bukan PDF, JPEG, PNG, atau TIFF, atau terlalu besar. Ganti atau pindahkan "
        "berkas itu, lalu jalankan lagi; yang sudah masuk tidak masuk dua kali.",
        "The old scan of register {number} is no PDF, JPEG, PNG or TIFF, or is too large. Replace it or take it away, then "
        "run again; what came in does not come in twice.",
    )


class UnclearColumns(RangkapError):
    """Columns with content whose title is nearly one of ours, missing, or there twice; nothing came in."""

    code = "office.unclear_columns"
    said = Text(
        "Judul kolom {columns} belum jelas, jadi belum ada yang masuk: isinya akan hilang dari register. Perbaiki judulnya "
        "di lembar, lalu jalankan lagi.",
        "The titles of columns {columns} are not clear, so nothing came in: what they hold would be lost to the register. "
        "Mend them in the sheet, then run again.",
    )
    status = Exit.INCOMPLETE
