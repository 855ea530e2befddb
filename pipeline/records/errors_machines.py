"""What can go wrong between the office and a machine that only reads for it, as sentences."""

from pipeline.kernel.errors import Exit, RangkapError, Text


class OnlyReads(RangkapError):
    """The home is that of a reading machine: no step of the office is done here, and its database is made nowhere here."""

    code = "records.only_reads"
    said = Text(
        "Rumah ini milik komputer pembaca “{name}”: ia hanya membaca halaman (rangkap worker). Langkah kantor dikerjakan di "
        "komputer kantor.",
        "This home is that of the reading machine “{name}”: it only reads pages (rangkap worker). Steps of the office are "
        "done on the office's machine.",
    )
    status = Exit.USAGE


class NotEquipped(RangkapError):
    """A reading machine lacks the address of the database on a server, or of the reading room."""

    code = "records.not_equipped"
    said = Text(
        "Komputer pembaca memerlukan basis data kantor di server PostgreSQL dan ruang baca: isi RANGKAP_DATABASE dan "
        "RANGKAP_READING_ROOM di lingkungannya, sama seperti di komputer kantor.",
        "A reading machine needs the office's database on a PostgreSQL server and the reading room: set RANGKAP_DATABASE and "
        "RANGKAP_READING_ROOM in its environment, as on the office's machine.",
    )
    status = Exit.USAGE


class OtherVersion(RangkapError):
    """A reading machine runs another version of the program than the office; it takes no page."""

    code = "records.other_version"
    said = Text(
        "Komputer pembaca ini (versi {own}) dan kantornya bukan versi program yang sama, jadi tidak ada halaman yang dibaca di "
        "sini. Pasang di mesin ini versi yang sama dengan komputer kantor, lalu jalankan lagi.",
        "This reading machine (version {own}) and its office do not run the same version of the program, so no page is read "
        "here. Install the version of the office's machine on this machine, then start again.",
    )


class ClockOff(RangkapError):
    """The clock of a reading machine differs from that of the database: it would take pages that others are reading."""

    code = "records.clock_off"
    said = Text(
        "Jam komputer pembaca ini berbeda {seconds} detik dari jam server basis data, jadi tidak ada halaman yang dibaca di "
        "sini. Betulkan jam mesin (NTP), lalu jalankan lagi.",
        "The clock of this reading machine differs from that of the database server by {seconds} seconds, so no page is read "
        "here. Set the machine's clock (NTP), then start again.",
    )


class NoRights(RangkapError):
    """The user of a reading machine may not use the tables that it needs: they were made anew since it was given its rights."""

    code = "records.no_rights"
    said = Text(
        "Pengguna basis data komputer pembaca ini tidak berhak atas antrean atau halaman kantor, jadi tidak ada yang dibaca di "
        "sini. Hak itu hilang bila tabelnya dibuat baru (rangkap rebuild, pemulihan): di server basis data, ulangi kalimat GRANT "
        "dari deploy/beberapa-mesin.md, bagian 9; sesudah itu ia melanjutkan sendiri.",
        "The database user of this reading machine has no rights to the queue or the pages of the office, so no page is read "
        "here. The rights go when the tables are made anew (rangkap rebuild, a restore): at the database server, repeat the GRANT "
        "sentences of deploy/beberapa-mesin.md, section 9; after that it goes on by itself.",
    )


class BadRoom(RangkapError):
    """``RANGKAP_READING_ROOM`` or its key cannot be used; the sentence does not repeat the address."""

    code = "records.bad_room"
    said = Text(
        "RANGKAP_READING_ROOM (ruang baca) tidak dapat dipakai: {reason}. Bentuknya: "
        "s3://ember/kantor?endpoint=https://s3.contoh.go.id&region=id-1, dan kuncinya di var/keys/ruang-baca.toml (izin 0600).",
        "RANGKAP_READING_ROOM (the reading room) cannot be used: {reason}. It looks like: "
        "s3://bucket/office?endpoint=https://s3.example.org&region=id-1, with its key in var/keys/ruang-baca.toml (mode 0600).",
    )
    status = Exit.USAGE
