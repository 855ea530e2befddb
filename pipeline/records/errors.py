"""What can go wrong with the database, as sentences."""

from pipeline.kernel.errors import Exit, RangkapError, Text


class Stale(RangkapError):
    """Somebody else changed the record since it was read; nothing was written."""

    code = "records.stale"
    said = Text(
        "{what} sudah diubah orang lain: Anda membaca versi {read}, sekarang versi {now}. Buka lagi, lalu ulangi.",
        "{what} was changed by somebody else: you read version {read}, it is now {now}. Open it again, then retry.",
    )
    status = Exit.STALE


class TooManyWords(RangkapError):
    """More people sign in at this moment than the machine can prove words for; nothing was looked at."""

    code = "records.too_many_words"
    said = Text(
        "Terlalu banyak yang masuk pada saat yang sama, dan tidak ada yang disimpan. Tunggu sebentar, lalu coba lagi.",
        "Too many people are signing in at this moment, and nothing was kept. Wait a moment, then try again.",
    )
    status = Exit.REFUSED


class NotFound(RangkapError):
    """There is no such record."""

    code = "records.not_found"
    said = Text("Tidak ada {what} “{given}”.", "There is no {what} “{given}”.")
    status = Exit.NOT_FOUND


class Destroyed(RangkapError):
    """The case was lawfully destroyed; its number is never given again."""

    code = "records.destroyed"
    said = Text(
        "Kasus {case} dimusnahkan menurut berita acara nomor {number} tanggal {day} (daftar {list}). Yang tinggal hanya "
        "nomor dan sidiknya; lihat: rangkap show {case}",
        "Case {case} was destroyed by the minutes number {number} of {day} (list {list}). Only its numbers and digests are "
        "left; see: rangkap show {case}",
    )
    status = Exit.NOT_FOUND


class NumberTaken(RangkapError):
    """A number was already given out; the pattern in office.toml makes the same number twice."""

    code = "records.number_taken"
    said = Text(
        "Nomor {number} sudah pernah dipakai. Periksa pola nomor dan nomor awal di office.toml.",
        "Number {number} has been used before. Check the pattern and the first number in office.toml.",
    )


class GuardsMissing(RangkapError):
    """The triggers that keep history and register append-only are not all there."""

    code = "records.guards_missing"
    said = Text(
        "Pengaman basis data hilang atau diubah: {told}. Jangan dipakai dulu; jalankan: rangkap verify",
        "Guards of the database are missing or were changed: {told}. Do not use it; run: rangkap verify",
    )
    status = Exit.DAMAGED


class NoDatabase(RangkapError):
    """The database is not there although the archive holds cases."""

    code = "records.no_database"
    said = Text(
        "Basis data di var/ tidak ada atau belum selesai dibangun, padahal arsip berisi kasus. Bangun dengan: "
        "rangkap rebuild",
        "The database in var/ is missing or half built although the archive holds cases. Build it with: "
        "rangkap rebuild",
    )
    status = Exit.DAMAGED


class NeedsUpgrade(RangkapError):
    """The database is of another version of the program than this one."""

    code = "records.needs_upgrade"
    said = Text(
        "Basis data kantor ini dari versi program yang lain. Hentikan layanan, lalu jalankan sebagai admin: rangkap "
        "upgrade (mencadangkan dahulu, dan mengembalikan semuanya bila gagal).",
        "The database of this office is of another version of the program. Stop the services, then run as admin: "
        "rangkap upgrade (it makes a backup first, and puts everything back if it fails).",
    )


class SpoiledDatabase(RangkapError):
    """The database file is no database any more."""

    code = "records.spoiled_database"
    said = Text(
        "Berkas basis data di var/ rusak. Arsip tidak terpengaruh. Bangun kembali dengan: rangkap rebuild "
        "(berkas yang rusak disimpan di sampingnya).",
        "The database file in var/ is spoiled. The archive is not touched by it. Build it again with: rangkap "
        "rebuild (the spoiled file is kept beside it).",
    )
    status = Exit.DAMAGED
