"""What can go wrong with backup, restore, keys and upgrade, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.stores.errors_vault import VaultDamaged


class NoPlace(RangkapError):
    """No place for backups is set."""

    code = "office.no_backup_place"
    said = Text(
        "Tempat cadangan belum diatur. Isi cadangan.tempat di office.toml (folder di USB atau sftp:…), atau sebutkan: "
        "rangkap backup /media/usb/rangkap",
        "No place for backups is set. Set cadangan.tempat in office.toml (a folder on a USB disk or sftp:…), or name it: "
        "rangkap backup /media/usb/rangkap",
    )
    status = Exit.USAGE


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


class NoSnapshot(RangkapError):
    """There is no such backup in the repository."""

    code = "office.no_snapshot"
    said = Text(
        "Tidak ada cadangan lengkap{which} di “{place}”. Yang ada: {known}. Sebutkan salah satunya dengan --snapshot.",
        "There is no whole backup{which} in “{place}”. There are: {known}. Name one of them with --snapshot.",
    )
    status = Exit.NOT_FOUND


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


class RestoreBroken(RangkapError):
    """What was restored is not what was backed up; it was taken away again."""

    code = "office.restore_broken"
    said = Text(
        "Hasil pemulihan tidak cocok dengan cadangan.json atau tidak lolos pemeriksaan ({what}). Folder dikosongkan lagi; "
        "pulihkan dari cadangan yang lain dengan --snapshot.",
        "What was restored does not agree with cadangan.json or does not pass the check ({what}). The folder was emptied "
        "again; restore from another backup with --snapshot.",
    )
    status = Exit.DAMAGED


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
