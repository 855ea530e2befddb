"""``rangkap migrate-database``: the office's database moves to PostgreSQL, or back to SQLite."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.open import actor_of
from pipeline.cli.verbs.prove import progress_bar
from pipeline.kernel.errors import Text
from pipeline.office.keeping import migrate_database as office
from pipeline.records.relocation import mark

_DONE = Text(
    "Basis data kantor sekarang di {engine}: {rows} baris dari {tables} tabel, {entries} catatan register, sama baris demi baris dengan "
    "asalnya.\nUjung rantai: {head}",
    "The office's database is on {engine} now: {rows} rows of {tables} tables, {entries} register entries, the same row by row as "
    "where they came from.\nHead of the chain: {head}",
)
_HOW = {
    "resumed": Text(
        "Pemindahan yang terhenti dilanjutkan sampai selesai.",
        "A move that had stopped was carried on to its end.",
    ),
    "anew": Text(
        "Basis data asal berubah sejak pemindahan terhenti, jadi tujuan diisi dari awal.",
        "The source had changed since the move stopped, so the target was filled from the start.",
    ),
}
_THERE = Text(
    "Basis data kantor ini memang di {engine}; tidak ada yang dipindahkan.",
    "The office's database is on {engine} already; nothing was moved.",
)
_NOW = Text("Sekarang: {then}", "Now: {then}")
_SAME = Text(
    "Alamatnya sama dengan yang dipakai perintah ini.",
    "The address is the one that this command was called with.",
)
_NEXT = Text(
    "Lalu jalankan layanan, dan: rangkap verify; rangkap backup. Semua orang masuk lagi di halaman web.",
    "Then start the services, and: rangkap verify; rangkap backup. Everybody signs in again at the pages.",
)
_OLD = {
    mark.FILE: Text(
        "Basis data di server tetap seperti semula dan memuat nama; hapus (dropdb) sesudah cadangan baru dibuat.",
        "The database on the server is as it was and holds names; take it away (dropdb) once a new backup is made.",
    ),
    mark.SERVER: Text(
        "Berkas var/rangkap.db tetap seperti semula dan memuat nama; pindahkan atau hapus sesudah cadangan baru dibuat.",
        "The file var/rangkap.db is as it was and holds names; move or delete it once a new backup is made.",
    ),
}
_LEFT = Text(
    "Tabel yang bukan milik Rangkap tinggal di asal: {names}", "Tables that are not Rangkap's stayed: {names}"
)


def migrate_database(call: Call) -> int:
    """Move the database, and say which ``RANGKAP_DATABASE`` counts now."""
    to = call.args.to
    with progress_bar() as bar:
        task = bar.add_task("salin", total=None)
        done = office.migrate_database(
            call.settings,
            actor_of(call),
            to,
            lambda part, count, total: bar.update(task, description=part, completed=count, total=total),
        )
    title = mark.TITLES[to]
    if done.how == "there":
        call.say(_THERE, engine=title)
    else:
        rows = sum(done.tables.values())
        call.say(
            _DONE,
            engine=title,
            rows=rows,
            tables=len(done.tables),
            entries=done.head.n,
            head=done.head.hash or "-",
        )
        if done.how in _HOW:
            call.say(_HOW[done.how])
        if done.left:
            call.say(_LEFT, names=", ".join(done.left))
    call.say(_NOW, then=mark.THEN[to].fill(call.lang))
    if to == mark.SERVER:
        call.say(_SAME)
    if done.how != "there":
        call.say(_NEXT)
        call.say(_OLD[to])
    return call.give({
        "engine": to, "how": done.how, "tables": done.tables, "head": {"n": done.head.n, "hash": done.head.hash},
        "sha256": done.sha256, "left": list(done.left),
    })  # fmt: skip
