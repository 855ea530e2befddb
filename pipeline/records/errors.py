"""What can go wrong with the database, as sentences."""

from pipeline.kernel.errors import Damage, Exit, NotDone, NotThere, RangkapError, Text, WrongUse


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


class NotFound(NotThere):
    """There is no such record."""

    code = "records.not_found"
    said = Text("Tidak ada {what} “{given}”.", "There is no {what} “{given}”.")


class Destroyed(NotThere):
    """The case was lawfully destroyed; its number is never given again."""

    code = "records.destroyed"
    said = Text(
        "Kasus {case} dimusnahkan menurut berita acara nomor {number} tanggal {day} (daftar {list}). Yang tinggal hanya "
        "nomor dan sidiknya; lihat: rangkap show {case}",
        "Case {case} was destroyed by the minutes number {number} of {day} (list {list}). Only its numbers and digests are "
        "left; see: rangkap show {case}",
    )


class TombstoneUnreadable(Destroyed):
    """The case was destroyed, but somebody made what is kept of it unreadable; the archive holds it too."""

    code = "records.tombstone_unreadable"
    said = Text(
        "Kasus {case} sudah dimusnahkan, tetapi catatan pemusnahannya dalam basis data rusak. Minta admin menjalankan rangkap "
        "verify, lalu rangkap rebuild.",
        "Case {case} was destroyed, but what the database keeps of that is damaged. Ask the admin to run rangkap verify, then "
        "rangkap rebuild.",
    )


class NumberTaken(RangkapError):
    """A number was already given out; the pattern in office.toml makes the same number twice."""

    code = "records.number_taken"
    said = Text(
        "Nomor {number} sudah pernah dipakai. Periksa pola nomor dan nomor awal di office.toml.",
        "Number {number} has been used before. Check the pattern and the first number in office.toml.",
    )


class GuardsMissing(Damage):
    """The triggers that keep history and register append-only are not all there."""

    code = "records.guards_missing"
    said = Text(
        "Pengaman basis data hilang atau diubah: {told}. Jangan dipakai dulu; jalankan: rangkap verify",
        "Guards of the database are missing or were changed: {told}. Do not use it; run: rangkap verify",
    )


class NoDatabase(Damage):
    """The database is not there although the archive holds cases."""

    code = "records.no_database"
    said = Text(
        "Basis data di var/ tidak ada atau belum selesai dibangun, padahal arsip berisi kasus. Bangun dengan: "
        "rangkap rebuild",
        "The database in var/ is missing or half built although the archive holds cases. Build it with: "
        "rangkap rebuild",
    )


class NeedsUpgrade(RangkapError):
    """The database is of another version of the program than this one."""

    code = "records.needs_upgrade"
    said = Text(
        "Basis data kantor ini dari versi program yang lain. Hentikan layanan, lalu jalankan sebagai admin: rangkap "
        "upgrade (mencadangkan dahulu, dan mengembalikan semuanya bila gagal).",
        "The database of this office is of another version of the program. Stop the services, then run as admin: "
        "rangkap upgrade (it makes a backup first, and puts everything back if it fails).",
    )


class SpoiledDatabase(Damage):
    """The database file is no database any more."""

    code = "records.spoiled_database"
    said = Text(
        "Berkas basis data di var/ rusak. Arsip tidak terpengaruh. Bangun kembali dengan: rangkap rebuild "
        "(berkas yang rusak disimpan di sampingnya).",
        "The database file in var/ is spoiled. The archive is not touched by it. Build it again with: rangkap "
        "rebuild (the spoiled file is kept beside it).",
    )


class RelocationOpen(RangkapError):
    """The database was begun to be filled by a move that did not end; nobody works with it."""

    code = "records.relocation_open"
    said = Text(
        "Basis data ini tujuan pemindahan yang belum selesai, jadi tidak dipakai; basis data asalnya tetap utuh. Lanjutkan sebagai "
        "admin: rangkap migrate-database, atau pakai basis data asal (RANGKAP_DATABASE seperti sebelumnya).",
        "This database is the target of a move that did not end, so it is not used; the database it came from is whole. Go on as "
        "admin: rangkap migrate-database, or use the database it came from (RANGKAP_DATABASE as it was before).",
    )


class DatabaseMoved(RangkapError):
    """The office's database was moved to the other engine; this one is as it was before the move."""

    code = "records.database_moved"
    said = Text(
        "Basis data kantor ini sudah pindah ke {engine} pada {day}; yang ini keadaan sebelum pindah dan tidak dipakai lagi. {then}",
        "The database of this office moved to {engine} on {day}; this one is as it was before and is used no more. {then}",
    )


class NoServerNamed(WrongUse):
    """``RANGKAP_DATABASE`` is empty, so there is no server to move to or from."""

    code = "records.no_server_named"
    said = Text(
        "RANGKAP_DATABASE kosong, jadi server PostgreSQL tidak diketahui. Hentikan semua layanan, isi dengan alamat basis datanya dalam "
        "/etc/rangkap/kantor.env (lihat docs/admin.md), lalu ulangi. Tidak jadi pindah: hapus lagi barisnya sebelum layanan dijalankan.",
        "RANGKAP_DATABASE is empty, so the PostgreSQL server is not known. Stop all services, set it to the address of the database in "
        "/etc/rangkap/kantor.env (see docs/admin.md), then retry. If you do not move: take the line out before services start.",
    )


class NothingToMove(RangkapError):
    """The engine to move from holds no database of this office."""

    code = "records.nothing_to_move"
    said = Text(
        "Tidak ada basis data kantor ini di {engine}, jadi tidak ada yang dipindahkan. Periksa arah dan RANGKAP_DATABASE.",
        "There is no database of this office on {engine}, so there is nothing to move. Check the direction and RANGKAP_DATABASE.",
    )


class TargetTaken(RangkapError):
    """The target holds something that no begun move of this office put there; it was not touched."""

    code = "records.target_taken"
    said = Text(
        "Tujuan pemindahan tidak kosong: {what}. Tidak ada yang disentuh. {then}",
        "The target of the move is not empty: {what}. Nothing was touched. {then}",
    )


class SourceDamaged(Damage):
    """The database to be moved does not prove itself: its register, or what the archive says of it."""

    code = "records.source_damaged"
    said = Text(
        "Basis data asal tidak lolos pemeriksaan ({what}), jadi tidak dipindahkan. Jalankan: rangkap verify",
        "The database to be moved does not pass its check ({what}), so it is not moved. Run: rangkap verify",
    )


class PagesBehind(RangkapError):
    """The tables of the pages are of an older version than this program."""

    code = "records.pages_behind"
    said = Text(
        "Tabel halaman web di basis data asal dari versi lama. Jalankan kantor sekali dengan versi ini (rangkap start), hentikan, "
        "lalu ulangi.",
        "The tables of the pages in the database to be moved are of an older version. Run the office once with this version "
        "(rangkap start), stop it, then retry.",
    )


class RowUnfit(NotDone):
    """A row holds what the other engine cannot store; only its place is told."""

    code = "records.row_unfit"
    said = Text(
        "Baris ke-{row} tabel {table} memuat isi yang tidak dapat disimpan di tujuan (kolom {column}: {reason}). Basis data asal tidak "
        "berubah dan tetap dipakai; sampaikan pesan ini kepada pembuat program.",
        "Row {row} of table {table} holds what the target cannot store (column {column}: {reason}). The database it came from is "
        "unchanged and in use; report this message.",
    )


class RelocationDiffers(Damage):
    """What was carried over is not what stands in the source; the target stays refused."""

    code = "records.relocation_differs"
    said = Text(
        "Isi tujuan tidak sama dengan asal (tabel {table}), jadi pemindahan tidak dinyatakan selesai. Basis data asal tidak berubah dan "
        "tetap dipakai. Ulangi: tujuan diisi dari awal.",
        "The target is not the same as the source (table {table}), so the move is not called done. The database it came from is "
        "unchanged and in use. Retry: the target is filled from the start.",
    )
