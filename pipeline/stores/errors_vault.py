"""What can go wrong with the encrypted backup, as sentences; none names a file of a case."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, NotDurable, RangkapError, Text


class NoRestic(RangkapError):
    """The tool that backups are made with is not installed."""

    code = "stores.no_restic"
    said = Text(
        "Alat cadangan (restic) belum terpasang di komputer ini. Jalankan sebagai root: apt-get install restic",
        "The tool for backups (restic) is not installed on this machine. Run as root: apt-get install restic",
    )


class BadPlace(RangkapError):
    """A place for backups that is neither an absolute folder nor ``sftp:``."""

    code = "stores.bad_place"
    said = Text(
        "Tempat cadangan “{place}” tidak dapat dipakai. Tulis folder lengkap di media lain (/media/usb/rangkap) atau "
        "sftp:pengguna@komputer:/folder, pada cadangan.tempat di office.toml.",
        "The place for backups “{place}” cannot be used. Write a whole folder on another medium (/media/usb/rangkap) or "
        "sftp:user@machine:/folder, as cadangan.tempat in office.toml.",
    )
    status = Exit.USAGE


class PlaceAway(RangkapError):
    """There is no backup where one was, or should be."""

    code = "stores.place_away"
    said = Text(
        "Tidak ada cadangan di “{place}”. Pasang media cadangannya (USB) atau periksa alamatnya, lalu ulangi.",
        "There is no backup in “{place}”. Attach its medium (USB) or check the address, then repeat.",
    )
    status = Exit.NOT_FOUND


class OtherKey(RangkapError):
    """The passphrase does not open the backup."""

    code = "stores.other_key"
    said = Text(
        "Cadangan di “{place}” tidak terbuka dengan kata sandi ini. Ketik kata sandi dari Lembar Kunci Pemulihan milik "
        "cadangan ini.",
        "The backup in “{place}” does not open with this passphrase. Type the passphrase on the recovery sheet "
        "(Lembar Kunci Pemulihan) of this backup.",
    )


class VaultBusy(RangkapError):
    """Another process holds the backup."""

    code = "stores.vault_busy"
    said = Text(
        "Cadangan di “{place}” sedang dipakai proses lain. Tunggu sampai selesai, lalu ulangi.",
        "The backup in “{place}” is in use by another process. Wait until it has finished, then repeat.",
    )
    status = Exit.FAILED


class VaultDamaged(RangkapError):
    """The backup has parts missing or changed."""

    code = "stores.vault_damaged"
    said = Text(
        "Cadangan di “{place}” rusak atau terpotong ({what}). Jangan dihapus; pakai media cadangan yang lain, dan buat "
        "cadangan baru di folder lain.",
        "The backup in “{place}” is damaged or cut off ({what}). Do not delete it; use another backup medium, and make "
        "a new backup in another folder.",
    )
    status = Exit.DAMAGED


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
