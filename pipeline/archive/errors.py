"""What can go wrong when a case is filed or read back."""

from pipeline.kernel.errors import Damage, NotDone, NotThere, RangkapError, Text, WrongUse


class ArchiveNotMounted(NotDone):
    """The marker file of the archive is not there: the disk is absent or the folder is wrong."""

    code = "archive.not_mounted"
    said = Text(
        "Folder arsip {folder} tidak memuat tanda {marker}. Mungkin cakram arsip belum terpasang. "
        "Pasang cakram itu; pengarsipan berhenti dulu dan dilanjutkan sendiri setelah tanda itu ada.",
        "The archive folder {folder} does not hold its marker {marker}. Its disk may not be mounted. "
        "Mount it; filing stops and goes on by itself once the marker is there.",
    )


class NotThisBucket(ArchiveNotMounted):
    """The bucket is there, but no archive was made in it: another bucket, or another folder of it."""

    code = "archive.not_this_bucket"
    said = Text(
        "{folder} bukan arsip kantor: tanda {marker} tidak ada di sana. Periksa RANGKAP_ARCHIVE; pengarsipan berhenti dulu, "
        "tidak ada yang hilang.",
        "{folder} is not the archive of an office: its marker {marker} is not there. Check RANGKAP_ARCHIVE; filing stops, "
        "nothing is lost.",
    )


class BadName(WrongUse):
    """A name that may not stand in the archive."""

    code = "archive.bad_name"
    said = Text(
        "“{given}” tidak dapat menjadi {kind} dalam arsip. Pakai huruf kecil, angka, titik dan tanda "
        "hubung, misalnya {example}.",
        "“{given}” cannot be the {kind} in the archive. Use lower-case letters, digits, dots and "
        "hyphens, for example {example}.",
    )


class NameTaken(RangkapError):
    """A document of that name with other content is already in the case; nothing is overwritten."""

    code = "archive.name_taken"
    said = Text(
        "Kasus {case} sudah memuat {name} dengan isi lain. Berkas lama tidak pernah ditimpa; simpan "
        "berkas baru dengan nama lain.",
        "Case {case} already holds {name} with other content. A filed document is never overwritten; "
        "file the new one under another name.",
    )


class SourceChanged(Damage):
    """The bytes that lie there are not those that were announced, or cannot be read."""

    code = "archive.source_changed"
    said = Text(
        "Isi {name} untuk kasus {case} berubah sejak diterima atau tidak dapat dibaca, jadi tidak "
        "diarsipkan. Periksa berkas itu di var/arrivals lalu ulangi.",
        "The content of {name} for case {case} has changed since it was received or cannot be read, so "
        "it was not filed. Check it in var/arrivals, then repeat.",
    )


class ObjectDamaged(Damage):
    """The object of the case does not hold together; nothing is added to it."""

    code = "archive.object_damaged"
    said = Text(
        "Arsip kasus {case} rusak ({where}), jadi tidak ada yang ditambahkan. Jalankan “rangkap verify "
        "--case {case}”, lalu pulihkan dari cadangan.",
        "The archive of case {case} is damaged ({where}), so nothing was added to it. Run “rangkap "
        "verify --case {case}”, then restore it from the backup.",
    )


class NoSuchObject(NotThere):
    """The archive holds nothing under that number."""

    code = "archive.no_such_object"
    said = Text(
        "Arsip tidak memuat {case}. Periksa nomornya, atau cari dengan “rangkap find”.",
        "The archive does not hold {case}. Check the number, or look with “rangkap find”.",
    )


class NotAsListed(RangkapError):
    """The object is no longer what was decided to be destroyed; nothing was removed."""

    code = "archive.not_as_listed"
    said = Text(
        "Arsip {case} bertambah versi ({version}) sejak daftarnya dibuat, jadi tidak dimusnahkan. Lihat kasus itu dengan "
        "“rangkap show {case}”; bila tetap akan dimusnahkan, usulkan lagi dengan “rangkap dispose propose”.",
        "The archive of {case} has got a version ({version}) since the list was made, so it was not destroyed. Look at "
        "the case with “rangkap show {case}”; if it is still to go, propose it again with “rangkap dispose propose”.",
    )


class RoomTaken(NotDone):
    """Another operation is at work on the object; it is to be carried to its end first, by whoever comes."""

    code = "archive.room_taken"
    said = Text(
        "Arsip {case} sedang dikerjakan oleh pekerjaan {operation}, yang belum selesai. Tunggu sebentar lalu ulangi; "
        "pekerjaan itu diselesaikan dahulu.",
        "The archive of {case} is being worked on by operation {operation}, which is not complete. Wait a moment, then "
        "repeat; that operation is completed first.",
    )


class ArchiveMoveOpen(RangkapError):
    """The archive was begun to be filled by a move that did not end; nobody works with it."""

    code = "archive.move_open"
    said = Text(
        "Arsip ini tujuan pemindahan yang belum selesai, jadi tidak dipakai; arsip asalnya tetap utuh. Lanjutkan sebagai admin: "
        "rangkap migrate-store, atau pakai arsip asal. {then}",
        "This archive is the target of a move that did not end, so it is not used; the archive it came from is whole. Go on as "
        "admin: rangkap migrate-store, or use the archive it came from. {then}",
    )


class ArchiveMoved(RangkapError):
    """The office's archive was moved to the other place; this one is as it was before the move."""

    code = "archive.moved"
    said = Text(
        "Arsip kantor ini sudah pindah ke {place} pada {day}; yang ini keadaan sebelum pindah dan tidak dipakai lagi. {then}",
        "The archive of this office moved to {place} on {day}; this one is as it was before and is used no more. {then}",
    )


class NoBucketNamed(WrongUse):
    """``RANGKAP_ARCHIVE`` is empty, so there is no bucket to move to or from."""

    code = "archive.no_bucket_named"
    said = Text(
        "RANGKAP_ARCHIVE kosong, jadi embernya tidak diketahui. Hentikan semua layanan, isi dengan alamat ember itu dalam "
        "/etc/rangkap/kantor.env (lihat docs/archive.md), lalu ulangi. Tidak jadi pindah: hapus lagi barisnya sebelum layanan dijalankan.",
        "RANGKAP_ARCHIVE is empty, so the bucket is not known. Stop all services, set it to the address of the bucket in "
        "/etc/rangkap/kantor.env (see docs/archive.md), then retry. If you do not move: take the line out before services start.",
    )


class NoArchiveThere(RangkapError):
    """The place to move from holds no archive of this office."""

    code = "archive.nothing_to_move"
    said = Text(
        "Tidak ada arsip kantor ini di {place}, jadi tidak ada yang dipindahkan. Periksa arah dan RANGKAP_ARCHIVE.",
        "There is no archive of this office in {place}, so there is nothing to move. Check the direction and RANGKAP_ARCHIVE.",
    )


class ArchiveTargetTaken(RangkapError):
    """The target holds something that no begun move of this office put there; it was not touched."""

    code = "archive.target_taken"
    said = Text(
        "Tujuan pemindahan tidak kosong: {what}. Tidak ada yang disentuh. {then}",
        "The target of the move is not empty: {what}. Nothing was touched. {then}",
    )


class ArchiveSourceDamaged(Damage):
    """The archive to be moved does not prove itself."""

    code = "archive.source_damaged"
    said = Text(
        "Arsip asal tidak lolos pemeriksaan ({what}), jadi tidak dipindahkan dan tetap dipakai. Jalankan: rangkap verify, pulihkan yang "
        "disebutnya, lalu ulangi.",
        "The archive to be moved does not pass its check ({what}), so it is not moved and stays in use. Run: rangkap verify, restore what "
        "it names, then retry.",
    )


class ArchiveDiffers(Damage):
    """What was carried over is not what lies at the source; the target stays refused."""

    code = "archive.relocation_differs"
    said = Text(
        "Isi tujuan tidak sama dengan asal ({name}), jadi pemindahan tidak dinyatakan selesai. Arsip asal tidak berubah dan tetap "
        "dipakai. Ulangi: yang berbeda diganti; bila tetap terjadi, periksa tempat tujuannya.",
        "The target is not the same as the source ({name}), so the move is not called done. The archive it came from is unchanged and in "
        "use. Retry: what differs is replaced; if it happens again, have the target checked.",
    )
