"""What can go wrong with a move of the archive, as sentences. None of them names a server, a key or a person."""

from pipeline.kernel.errors import Exit, RangkapError, Text


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


class NoBucketNamed(RangkapError):
    """``RANGKAP_ARCHIVE`` is empty, so there is no bucket to move to or from."""

    code = "archive.no_bucket_named"
    said = Text(
        "RANGKAP_ARCHIVE kosong, jadi embernya tidak diketahui. Hentikan semua layanan, isi dengan alamat ember itu dalam "
        "/etc/rangkap/kantor.env (lihat docs/archive.md), lalu ulangi. Tidak jadi pindah: hapus lagi barisnya sebelum layanan dijalankan.",
        "RANGKAP_ARCHIVE is empty, so the bucket is not known. Stop all services, set it to the address of the bucket in "
        "/etc/rangkap/kantor.env (see docs/archive.md), then retry. If you do not move: take the line out before services start.",
    )
    status = Exit.USAGE


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


class ArchiveSourceDamaged(RangkapError):
    """The archive to be moved does not prove itself."""

    code = "archive.source_damaged"
    said = Text(
        "Arsip asal tidak lolos pemeriksaan ({what}), jadi tidak dipindahkan dan tetap dipakai. Jalankan: rangkap verify, pulihkan yang "
        "disebutnya, lalu ulangi.",
        "The archive to be moved does not pass its check ({what}), so it is not moved and stays in use. Run: rangkap verify, restore what "
        "it names, then retry.",
    )
    status = Exit.DAMAGED


class ArchiveDiffers(RangkapError):
    """What was carried over is not what lies at the source; the target stays refused."""

    code = "archive.relocation_differs"
    said = Text(
        "Isi tujuan tidak sama dengan asal ({name}), jadi pemindahan tidak dinyatakan selesai. Arsip asal tidak berubah dan tetap "
        "dipakai. Ulangi: yang berbeda diganti; bila tetap terjadi, periksa tempat tujuannya.",
        "The target is not the same as the source ({name}), so the move is not called done. The archive it came from is unchanged and in "
        "use. Retry: what differs is replaced; if it happens again, have the target checked.",
    )
    status = Exit.DAMAGED
