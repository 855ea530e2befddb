"""What can go wrong where bytes live."""

from pipeline.kernel.errors import Damage, Exit, NotDone, NotDurable, NotThere, RangkapError, Text, WrongUse

REFUSED = Text("kuncinya ditolak", "its key was refused")
SILENT = Text("tidak menjawab sebagaimana mestinya", "it does not answer as it should")
ABSENT = Text("embernya tidak ada", "there is no such bucket")
"""Why a bucket cannot be used, for :class:`StoreAway`: what the server says is not passed on."""


class NoSpace(NotDone):
    """There is too little free space to begin; nothing was written."""

    code = "stores.no_space"
    said = Text(
        "Ruang cakram tidak cukup: perlu {needed} byte, tersedia {free} byte. Kosongkan ruang atau "
        "hubungi admin teknis; tidak ada yang hilang, pekerjaan dapat diulang.",
        "Not enough disk space: {needed} bytes are needed, {free} are free. Make room or call the "
        "administrator; nothing is lost, the work can be repeated.",
    )


class BadItemName(WrongUse):
    """A name that may not stand in a store."""

    code = "stores.bad_name"
    said = Text(
        "“{given}” tidak dapat menjadi nama dalam tempat penyimpanan. Pakai huruf, angka, titik, tanda hubung, dan "
        "garis miring di antara bagiannya.",
        "“{given}” cannot be a name in a store. Use letters, digits, dots, hyphens, and slashes between its parts.",
    )


class NoItem(NotThere):
    """Nothing lies under that name."""

    code = "stores.no_item"
    said = Text(
        "Tempat penyimpanan tidak memuat {name}. Jalankan “rangkap verify”.",
        "The store does not hold {name}. Run “rangkap verify”.",
    )


class ItemThere(RangkapError):
    """Other bytes lie under that name already; they stay."""

    code = "stores.item_there"
    said = Text(
        "{name} sudah ada dengan isi lain dan tidak ditimpa. Ulangi langkah tadi; bila tetap terjadi, jalankan "
        "“rangkap verify”.",
        "{name} is there already with other content and was not overwritten. Repeat the step; if it happens again, run "
        "“rangkap verify”.",
    )


class ItemChanged(RangkapError):
    """Somebody else has changed what was to be replaced; nothing was written."""

    code = "stores.item_changed"
    said = Text(
        "{name} diubah proses lain sejak dibaca, jadi tidak diganti. Ulangi langkah tadi.",
        "Another process has changed {name} since it was read, so it was not replaced. Repeat the step.",
    )
    status = Exit.STALE


class StoreAway(NotDurable):
    """The bucket cannot be reached, or refuses; whether a write arrived is not known, and it can be repeated."""

    code = "stores.away"
    said = Text(
        "Tempat penyimpanan arsip {place} tidak dapat dipakai sekarang ({reason}). Periksa jaringan, alamat, dan kuncinya; "
        "tidak ada yang hilang, pekerjaan dapat diulang.",
        "The store of the archive, {place}, cannot be used now ({reason}). Check the network, its address and its "
        "key; nothing is lost, the work can be repeated.",
    )


class NotKept(NotDurable):
    """What lies there right after a write is not what was written: the server kept something else, or somebody came next."""

    code = "stores.not_kept"
    said = Text(
        "Yang terbaca kembali di tempat penyimpanan arsip berbeda dari yang ditulis ({name}). Pekerjaan dapat diulang; bila "
        "tetap terjadi, periksa tempat penyimpanannya.",
        "What was read back from the store of the archive differs from what was written ({name}). The work can be "
        "repeated; if it happens again, have the store checked.",
    )


class BadBucket(WrongUse):
    """``RANGKAP_ARCHIVE`` cannot be used as it stands; the sentence does not repeat it, since it may hold a password."""

    code = "stores.bad_bucket"
    said = Text(
        "RANGKAP_ARCHIVE tidak dapat dipakai: {reason}. Bentuknya: "
        "s3://ember/kantor?endpoint=https://s3.contoh.go.id&region=id-1. Kosongkan variabel itu untuk memakai folder arsip.",
        "RANGKAP_ARCHIVE cannot be used: {reason}. It looks like: "
        "s3://bucket/office?endpoint=https://s3.example.org&region=id-1. Unset it to use the archive folder.",
    )


class NoBucketKey(RangkapError):
    """There is no key for the bucket, or it lies open to others."""

    code = "stores.no_key"
    said = Text(
        "Kunci untuk tempat penyimpanan arsip tidak dapat dipakai: {reason}. Isi AWS_ACCESS_KEY_ID dan "
        "AWS_SECRET_ACCESS_KEY, atau tulis access_key_id dan secret_access_key di {file} (izin 0600).",
        "The key for the store of the archive cannot be used: {reason}. Set AWS_ACCESS_KEY_ID and "
        "AWS_SECRET_ACCESS_KEY, or write access_key_id and secret_access_key into {file} (mode 0600).",
    )


class Unconditional(RangkapError):
    """The server overwrites although it was told not to: two machines would destroy each other's work."""

    code = "stores.unconditional"
    said = Text(
        "Tempat penyimpanan {place} menimpa berkas walaupun dilarang (penulisan bersyarat tidak dipatuhi), jadi tidak aman "
        "untuk arsip. Pakai penyimpanan S3 yang mematuhi If-None-Match dan If-Match.",
        "The store {place} overwrites although it was told not to (conditional writes are not honoured), so it is not safe "
        "for an archive. Use an S3 store that honours If-None-Match and If-Match.",
    )


class KeepsVersions(RangkapError):
    """The bucket keeps earlier bytes of what is removed: no archive is made there, and nothing destroyed."""

    code = "stores.keeps_versions"
    said = Text(
        "Ember {place} menyimpan versi lama, sehingga yang dihapus tetap tersimpan di sana; tidak ada yang diubah. Pakai ember "
        "tanpa versi dan tanpa object lock (docs/archive.md, bagian “Making the bucket”).",
        "The bucket {place} keeps earlier versions, so that what is removed stays there; nothing was changed. Use a bucket "
        "without versions and without object lock (docs/archive.md, “Making the bucket”).",
    )


class NoRestic(RangkapError):
    """The tool that backups are made with is not installed."""

    code = "stores.no_restic"
    said = Text(
        "Alat cadangan (restic) belum terpasang di komputer ini. Jalankan sebagai root: apt-get install restic",
        "The tool for backups (restic) is not installed on this machine. Run as root: apt-get install restic",
    )


class BadPlace(WrongUse):
    """A place for backups that is neither an absolute folder nor ``sftp:``."""

    code = "stores.bad_place"
    said = Text(
        "Tempat cadangan “{place}” tidak dapat dipakai. Tulis folder lengkap di media lain (/media/usb/rangkap) atau "
        "sftp:pengguna@komputer:/folder, pada cadangan.tempat di office.toml.",
        "The place for backups “{place}” cannot be used. Write a whole folder on another medium (/media/usb/rangkap) or "
        "sftp:user@machine:/folder, as cadangan.tempat in office.toml.",
    )


class PlaceAway(NotThere):
    """There is no backup where one was, or should be."""

    code = "stores.place_away"
    said = Text(
        "Tidak ada cadangan di “{place}”. Pasang media cadangannya (USB) atau periksa alamatnya, lalu ulangi.",
        "There is no backup in “{place}”. Attach its medium (USB) or check the address, then repeat.",
    )


class OtherKey(RangkapError):
    """The passphrase does not open the backup."""

    code = "stores.other_key"
    said = Text(
        "Cadangan di “{place}” tidak terbuka dengan kata sandi ini. Ketik kata sandi dari Lembar Kunci Pemulihan milik "
        "cadangan ini.",
        "The backup in “{place}” does not open with this passphrase. Type the passphrase on the recovery sheet "
        "(Lembar Kunci Pemulihan) of this backup.",
    )


class VaultBusy(NotDone):
    """Another process holds the backup."""

    code = "stores.vault_busy"
    said = Text(
        "Cadangan di “{place}” sedang dipakai proses lain. Tunggu sampai selesai, lalu ulangi.",
        "The backup in “{place}” is in use by another process. Wait until it has finished, then repeat.",
    )


class VaultDamaged(Damage):
    """The backup has parts missing or changed."""

    code = "stores.vault_damaged"
    said = Text(
        "Cadangan di “{place}” rusak atau terpotong ({what}). Jangan dihapus; pakai media cadangan yang lain, dan buat "
        "cadangan baru di folder lain.",
        "The backup in “{place}” is damaged or cut off ({what}). Do not delete it; use another backup medium, and make "
        "a new backup in another folder.",
    )


class VaultFailed(NotDurable):
    """The backup could not be written; the earlier ones stand."""

    code = "stores.vault_failed"
    said = Text(
        "Cadangan tidak selesai ditulis ke “{place}” ({reason}; ruang bebas {free}). Cadangan sebelumnya tetap ada. "
        "Periksa media dan ruangnya, lalu ulangi.",
        "The backup was not written whole to “{place}” ({reason}; free space {free}). Earlier backups still stand. "
        "Check the medium and its space, then repeat.",
    )


class TargetFull(NotDurable):
    """The disk that was restored to is full; the folder was emptied again."""

    code = "stores.target_full"
    said = Text(
        "Cakram tujuan penuh, pemulihan dibatalkan dan foldernya dikosongkan lagi. Sediakan ruang sebesar arsip kantor "
        "atau sebutkan folder di cakram lain, lalu ulangi.",
        "The disk restored to is full; the restore was undone and its folder emptied again. Free as much space as the "
        "archive of the office takes, or name a folder on another disk, then repeat.",
    )
