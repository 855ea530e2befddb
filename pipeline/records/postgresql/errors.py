"""What can go wrong with a database server, as sentences. None of them names the server, a user or a password."""

from django.db import OperationalError

from pipeline.kernel.errors import NotDurable, RangkapError, Text


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


class NotStorable(RangkapError):
    """A text is longer than its column, or holds what PostgreSQL cannot store."""

    code = "records.not_storable"
    said = Text(
        "Ada isian yang terlalu panjang atau memuat tanda yang tidak dapat disimpan; tidak ada yang berubah. Ketik "
        "lebih pendek, tanpa tanda khusus, lalu ulangi.",
        "Something given is too long or holds a sign that cannot be stored; nothing was changed. Type it shorter, "
        "without special signs, then retry.",
    )


class NotOnServer(RangkapError):
    """This version does it for SQLite only."""

    code = "records.not_on_server"
    said = Text(
        "“{what}” belum dapat dijalankan bila kantor memakai PostgreSQL. Pulihkan basis data dari cadangan pg_dump, "
        "lalu jalankan: rangkap verify (lihat docs/admin.md)",
        "“{what}” does not work on PostgreSQL yet. Restore the database from a backup by pg_dump, then run: "
        "rangkap verify (see docs/admin.md)",
    )
