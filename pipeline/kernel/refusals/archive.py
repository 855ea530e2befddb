"""Refusals of the archive: a case is filed or read back."""

from pipeline.kernel.text import Exit, Next, Row

ARCHIVE: dict[str, Row] = {
    "archive.bad_name": Row(
        "“{given}” tidak dapat menjadi {kind} dalam arsip. Pakai huruf kecil, angka, titik dan tanda "
        "hubung, misalnya {example}.",
        "“{given}” cannot be the {kind} in the archive. Use lower-case letters, digits, dots and hyphens, "
        "for example {example}.",
        Exit.USAGE,
    ),
    "archive.move_open": Row(
        "Arsip ini tujuan pemindahan yang belum selesai, jadi tidak dipakai; arsip asalnya tetap utuh. "
        "Lanjutkan pemindahannya sebagai admin, atau pakai arsip asal. {then}",
        "This archive is the target of a move that did not end, so it is not used; the archive it came "
        "from is whole. Go on with the move as admin, or use the archive it came from. {then}",
        next=(Next("migrate-store", "{target}"),),
    ),
    "archive.moved": Row(
        "Arsip kantor ini sudah pindah ke {place} pada {day}; yang ini keadaan sebelum pindah dan tidak "
        "dipakai lagi. {then}",
        "The archive of this office moved to {place} on {day}; this one is as it was before and is used no "
        "more. {then}",
    ),
    "archive.name_taken": Row(
        "Kasus {case} sudah memuat {name} dengan isi lain. Berkas lama tidak pernah ditimpa; simpan berkas "
        "baru dengan nama lain.",
        "Case {case} already holds {name} with other content. A filed document is never overwritten; file "
        "the new one under another name.",
    ),
    "archive.no_bucket_named": Row(
        "RANGKAP_ARCHIVE kosong, jadi embernya tidak diketahui. Hentikan semua layanan, isi dengan alamat "
        "ember itu dalam /etc/rangkap/kantor.env (lihat docs/archive.md), lalu ulangi. Tidak jadi pindah: "
        "hapus lagi barisnya sebelum layanan dijalankan.",
        "RANGKAP_ARCHIVE is empty, so the bucket is not known. Stop all services, set it to the address of "
        "the bucket in /etc/rangkap/kantor.env (see docs/archive.md), then retry. If you do not move: take "
        "the line out before services start.",
        Exit.USAGE,
    ),
    "archive.no_such_object": Row(
        "Arsip tidak memuat {case}. Periksa nomornya, atau cari kasusnya.",
        "The archive does not hold {case}. Check the number, or search for the case.",
        Exit.NOT_FOUND,
        next=(Next("find"),),
    ),
    "archive.not_as_listed": Row(
        "Arsip {case} bertambah versi ({version}) sejak daftarnya dibuat, jadi tidak dimusnahkan. Periksa "
        "kasus itu; bila tetap akan dimusnahkan, usulkan lagi.",
        "The archive of {case} has got a version ({version}) since the list was made, so it was not "
        "destroyed. Look at the case; if it is still to go, propose it again.",
        next=(Next("show", "{case}"), Next("propose-disposal")),
    ),
    "archive.not_mounted": Row(
        "Folder arsip {folder} tidak memuat tanda {marker}. Mungkin cakram arsip belum terpasang. Pasang "
        "cakram itu; pengarsipan berhenti dulu dan dilanjutkan sendiri setelah tanda itu ada.",
        "The archive folder {folder} does not hold its marker {marker}. Its disk may not be mounted. Mount "
        "it; filing stops and goes on by itself once the marker is there.",
        Exit.FAILED,
    ),
    "archive.not_this_bucket": Row(
        "{folder} bukan arsip kantor: tanda {marker} tidak ada di sana. Periksa RANGKAP_ARCHIVE; "
        "pengarsipan berhenti dulu, tidak ada yang hilang.",
        "{folder} is not the archive of an office: its marker {marker} is not there. Check "
        "RANGKAP_ARCHIVE; filing stops, nothing is lost.",
        Exit.FAILED,
    ),
    "archive.nothing_to_move": Row(
        "Tidak ada arsip kantor ini di {place}, jadi tidak ada yang dipindahkan. Periksa arah dan "
        "RANGKAP_ARCHIVE.",
        "There is no archive of this office in {place}, so there is nothing to move. Check the direction "
        "and RANGKAP_ARCHIVE.",
    ),
    "archive.object_damaged": Row(
        "Arsip kasus {case} rusak ({where}), jadi tidak diubah. Periksa arsip kasus itu, "
        "lalu pulihkan dari cadangan.",
        "The archive of case {case} is damaged ({where}), so it was left as it is. Check the archive of "
        "the case, then restore it from the backup.",
        Exit.DAMAGED,
        next=(Next("verify", "{case}"),),
    ),
    "archive.relocation_differs": Row(
        "Isi tujuan tidak sama dengan asal ({name}), jadi pemindahan tidak dinyatakan selesai. Arsip asal "
        "tidak berubah dan tetap dipakai. Ulangi: yang berbeda diganti; bila tetap terjadi, periksa tempat "
        "tujuannya.",
        "The target is not the same as the source ({name}), so the move is not called done. The archive it "
        "came from is unchanged and in use. Retry: what differs is replaced; if it happens again, have the "
        "target checked.",
        Exit.DAMAGED,
    ),
    "archive.room_taken": Row(
        "Arsip {case} sedang dikerjakan oleh pekerjaan {operation}, yang belum selesai. Tunggu sebentar "
        "lalu ulangi; pekerjaan itu diselesaikan dahulu.",
        "The archive of {case} is being worked on by operation {operation}, which is not complete. Wait a "
        "moment, then repeat; that operation is completed first.",
        Exit.FAILED,
    ),
    "archive.source_changed": Row(
        "Isi {name} untuk kasus {case} berubah sejak diterima atau tidak dapat dibaca, jadi tidak "
        "diarsipkan. Periksa berkas itu di var/arrivals lalu ulangi.",
        "The content of {name} for case {case} has changed since it was received or cannot be read, so it "
        "was not filed. Check it in var/arrivals, then repeat.",
        Exit.DAMAGED,
    ),
    "archive.source_damaged": Row(
        "Arsip asal tidak lolos pemeriksaan ({what}), jadi tidak dipindahkan dan tetap dipakai. Periksa "
        "seluruh arsip, pulihkan yang rusak, lalu ulangi.",
        "The archive to be moved does not pass its check ({what}), so it is not moved and stays in use. "
        "Check the whole archive, restore what is damaged, then retry.",
        Exit.DAMAGED,
        next=(Next("verify"),),
    ),
    "archive.target_taken": Row(
        "Tujuan pemindahan tidak kosong: {what}. Tidak ada yang disentuh. {then}",
        "The target of the move is not empty: {what}. Nothing was touched. {then}",
    ),
}
