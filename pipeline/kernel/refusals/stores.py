"""Refusals of the places where bytes are kept."""

from pipeline.kernel.text import Exit, Next, Row

STORES: dict[str, Row] = {
    "stores.away": Row(
        "Tempat penyimpanan arsip {place} tidak dapat dipakai sekarang ({reason}). Periksa jaringan, "
        "alamat, dan kuncinya; tidak ada yang hilang, pekerjaan dapat diulang.",
        "The store of the archive, {place}, cannot be used now ({reason}). Check the network, its address "
        "and its key; nothing is lost, the work can be repeated.",
        Exit.FAILED,
    ),
    "stores.bad_bucket": Row(
        "RANGKAP_ARCHIVE tidak dapat dipakai: {reason}. Bentuknya: "
        "s3://ember/kantor?endpoint=https://s3.contoh.go.id&region=id-1. Kosongkan variabel itu untuk "
        "memakai folder arsip.",
        "RANGKAP_ARCHIVE cannot be used: {reason}. It looks like: "
        "s3://bucket/office?endpoint=https://s3.example.org&region=id-1. Unset it to use the archive "
        "folder.",
        Exit.USAGE,
    ),
    "stores.bad_name": Row(
        "“{given}” tidak dapat menjadi nama dalam tempat penyimpanan. Pakai huruf, angka, titik, tanda "
        "hubung, dan garis miring di antara bagiannya.",
        "“{given}” cannot be a name in a store. Use letters, digits, dots, hyphens, and slashes between "
        "its parts.",
        Exit.USAGE,
    ),
    "stores.bad_place": Row(
        "Tempat cadangan “{place}” tidak dapat dipakai. Tulis folder lengkap di media lain "
        "(/media/usb/rangkap) atau sftp:pengguna@komputer:/folder, pada cadangan.tempat di office.toml.",
        "The place for backups “{place}” cannot be used. Write a whole folder on another medium "
        "(/media/usb/rangkap) or sftp:user@machine:/folder, as cadangan.tempat in office.toml.",
        Exit.USAGE,
    ),
    "stores.item_changed": Row(
        "{name} diubah proses lain sejak dibaca, jadi tidak diganti. Ulangi langkah tadi.",
        "Another process has changed {name} since it was read, so it was not replaced. Repeat the step.",
        Exit.STALE,
    ),
    "stores.item_there": Row(
        "{name} sudah ada dengan isi lain dan tidak ditimpa. Ulangi langkah tadi; bila tetap terjadi, "
        "periksa seluruh arsip.",
        "{name} is there already with other content and was not overwritten. Repeat the step; if it "
        "happens again, check the whole archive.",
        next=(Next("verify"),),
    ),
    "stores.keeps_versions": Row(
        "Ember {place} menyimpan versi lama, sehingga yang dihapus tetap tersimpan di sana; tidak ada yang "
        "diubah. Pakai ember tanpa versi dan tanpa object lock (docs/archive.md, bagian “Making the "
        "bucket”).",
        "The bucket {place} keeps earlier versions, so that what is removed stays there; nothing was "
        "changed. Use a bucket without versions and without object lock (docs/archive.md, “Making the "
        "bucket”).",
    ),
    "stores.no_item": Row(
        "Tempat penyimpanan tidak memuat {name}. Periksa seluruh arsip.",
        "The store does not hold {name}. Check the whole archive.",
        Exit.NOT_FOUND,
        next=(Next("verify"),),
    ),
    "stores.no_key": Row(
        "Kunci untuk tempat penyimpanan arsip tidak dapat dipakai: {reason}. Isi AWS_ACCESS_KEY_ID dan "
        "AWS_SECRET_ACCESS_KEY, atau tulis access_key_id dan secret_access_key di {file} (izin 0600).",
        "The key for the store of the archive cannot be used: {reason}. Set AWS_ACCESS_KEY_ID and "
        "AWS_SECRET_ACCESS_KEY, or write access_key_id and secret_access_key into {file} (mode 0600).",
    ),
    "stores.no_restic": Row(
        "Alat cadangan (restic) belum terpasang di komputer ini. Mintalah admin memasang paket restic, "
        "lalu ulangi.",
        "The tool for backups (restic) is not installed on this machine. Have the admin install the "
        "package restic, then repeat.",
    ),
    "stores.no_space": Row(
        "Ruang cakram tidak cukup: perlu {needed} byte, tersedia {free} byte. Kosongkan ruang atau hubungi "
        "admin teknis; tidak ada yang hilang, pekerjaan dapat diulang.",
        "Not enough disk space: {needed} bytes are needed, {free} are free. Make room or call the admin; "
        "nothing is lost, the work can be repeated.",
        Exit.FAILED,
    ),
    "stores.not_kept": Row(
        "Yang terbaca kembali di tempat penyimpanan arsip berbeda dari yang ditulis ({name}). Pekerjaan "
        "dapat diulang; bila tetap terjadi, periksa tempat penyimpanannya.",
        "What was read back from the store of the archive differs from what was written ({name}). The work "
        "can be repeated; if it happens again, have the store checked.",
        Exit.FAILED,
    ),
    "stores.other_key": Row(
        "Cadangan di “{place}” tidak terbuka dengan kata sandi ini. Ketik kata sandi dari Lembar Kunci "
        "Pemulihan milik cadangan ini.",
        "The backup in “{place}” does not open with this passphrase. Type the passphrase on the recovery "
        "sheet (Lembar Kunci Pemulihan) of this backup.",
    ),
    "stores.place_away": Row(
        "Tidak ada cadangan di “{place}”. Pasang media cadangannya (USB) atau periksa alamatnya, lalu "
        "ulangi.",
        "There is no backup in “{place}”. Attach its medium (USB) or check the address, then repeat.",
        Exit.NOT_FOUND,
    ),
    "stores.target_full": Row(
        "Cakram tujuan penuh, pemulihan dibatalkan dan foldernya dikosongkan lagi. Sediakan ruang sebesar "
        "arsip kantor atau sebutkan folder di cakram lain, lalu ulangi.",
        "The disk restored to is full; the restore was undone and its folder emptied again. Free as much "
        "space as the archive of the office takes, or name a folder on another disk, then repeat.",
        Exit.FAILED,
    ),
    "stores.unconditional": Row(
        "Tempat penyimpanan {place} menimpa berkas walaupun dilarang (penulisan bersyarat tidak dipatuhi), "
        "jadi tidak aman untuk arsip. Pakai penyimpanan S3 yang mematuhi If-None-Match dan If-Match.",
        "The store {place} overwrites although it was told not to (conditional writes are not honoured), "
        "so it is not safe for an archive. Use an S3 store that honours If-None-Match and If-Match.",
    ),
    "stores.vault_busy": Row(
        "Cadangan di “{place}” sedang dipakai proses lain. Tunggu sampai selesai, lalu ulangi.",
        "The backup in “{place}” is in use by another process. Wait until it has finished, then repeat.",
        Exit.FAILED,
    ),
    "stores.vault_damaged": Row(
        "Cadangan di “{place}” rusak atau terpotong ({what}). Jangan dihapus; pakai media cadangan yang "
        "lain, dan buat cadangan baru di folder lain.",
        "The backup in “{place}” is damaged or cut off ({what}). Do not delete it; use another backup "
        "medium, and make a new backup in another folder.",
        Exit.DAMAGED,
    ),
    "stores.vault_failed": Row(
        "Cadangan tidak selesai ditulis ke “{place}” ({reason}; ruang bebas {free}). Cadangan sebelumnya "
        "tetap ada. Periksa media dan ruangnya, lalu ulangi.",
        "The backup was not written whole to “{place}” ({reason}; free space {free}). Earlier backups "
        "still stand. Check the medium and its space, then repeat.",
        Exit.FAILED,
    ),
}
