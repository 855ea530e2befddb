"""What can go wrong with a database server, as sentences. None of them names the server, a user or a password."""

from django.db import OperationalError

from pipeline.kernel.errors import NotDone, NotDurable, RangkapError, Text


class ServerAway(NotDurable):
    """The database server cannot be reached; what was begun is undone and can be repeated."""

    code = "records.server_away"
    said = Text(
        "Server basis data (PostgreSQL) tidak dapat dihubungi. Periksa apakah server itu berjalan dan apakah "
        "RANGKAP_DATABASE benar; tidak ada yang hilang, dan pekerjaan dapat diulang.",
        "The database server (PostgreSQL) cannot be reached. Check that it runs and that RANGKAP_DATABASE is right; "
        "nothing is lost, and the work can be repeated.",
    )


class _Gone(ServerAway, OperationalError):
    """The same as Django must see it, which lets go of a connection that fails so."""


class NotOwner(RangkapError):
    """Our user may not make a schema in the database, so what is there cannot be set aside."""

    code = "records.not_owner"
    said = Text(
        "Pengguna basis data tidak boleh membuat skema, sehingga basis data lama tidak dapat disisihkan; tidak ada yang "
        "berubah. Jadikan pengguna itu pemilik basis data (lihat docs/admin.md), lalu ulangi.",
        "The database user may not make a schema, so the old database cannot be set aside; nothing was changed. Make that "
        "user the owner of the database (see docs/admin.md), then retry.",
    )


class NotStorable(RangkapError):
    """A text is longer than its column, or holds what PostgreSQL cannot store."""

    code = "records.not_storable"
    said = Text(
        "Ada isian yang terlalu panjang atau memuat tanda yang tidak dapat disimpan; tidak ada yang berubah. Ketik "
        "lebih pendek, tanpa tanda khusus, lalu ulangi.",
        "Something given is too long or holds a sign that cannot be stored; nothing was changed. Type it shorter, "
        "without special signs, then retry.",
    )


class NoTool(RangkapError):
    """PostgreSQL's own program for copies is not installed on this machine."""

    code = "records.no_tool"
    said = Text(
        "Program {tool} tidak ada di komputer ini; tanpa itu basis data di server tidak dapat dicadangkan atau dipulihkan. "
        "Pasang: apt-get install postgresql-client (versi {major} atau lebih baru), lalu ulangi.",
        "The program {tool} is not on this machine; without it a database on a server cannot be backed up or restored. "
        "Install it: apt-get install postgresql-client (version {major} or newer), then retry.",
    )


class OldTool(RangkapError):
    """PostgreSQL's own program for copies is older than the server, which it then refuses to copy."""

    code = "records.old_tool"
    said = Text(
        "Program {tool} versi {version} lebih tua dari server basis data (versi {major}). Pasang postgresql-client-{major} "
        "atau yang lebih baru, lalu ulangi.",
        "The program {tool}, version {version}, is older than the database server (version {major}). Install "
        "postgresql-client-{major} or a newer one, then retry.",
    )


class CopyFailed(NotDone):
    """``pg_dump`` or ``pg_restore`` gave up; what it complained of may name rows and is not repeated."""

    code = "records.copy_failed"
    said = Text(
        "Basis data di server tidak dapat disalin: {tool} berhenti dengan kode {status}; hasilnya tidak dipakai. Periksa "
        "ruang cakram di sini dan di server, apakah server berjalan, dan apakah penggunanya memiliki basis data itu, lalu ulangi.",
        "The database on the server could not be copied: {tool} ended with status {status}; what it made is not used. Check "
        "the disk here and at the server, that the server runs, and that its user owns the database, then retry.",
    )


class NotEmptied(RangkapError):
    """A restore goes into an empty database only."""

    code = "records.not_emptied"
    said = Text(
        "Basis data pada RANGKAP_DATABASE tidak kosong. Pemulihan hanya ke basis data kosong, supaya tidak ada yang "
        "tertimpa. Buat yang baru dengan createdb (lihat docs/admin.md), ubah RANGKAP_DATABASE, lalu ulangi.",
        "The database of RANGKAP_DATABASE is not empty. A restore goes into an empty database only, so that nothing is "
        "overwritten. Make a new one with createdb (see docs/admin.md), change RANGKAP_DATABASE, then retry.",
    )
