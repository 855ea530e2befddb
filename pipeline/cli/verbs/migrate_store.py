"""``rangkap migrate-store``: the office's archive moves into a bucket, or back to the folder in its home."""

from __future__ import annotations

from pipeline.archive.relocation import mark
from pipeline.cli.call import Call
from pipeline.cli.open import actor_of
from pipeline.cli.verbs.prove import progress_bar
from pipeline.kernel.errors import Text
from pipeline.office.keeping import migrate_store as office

_PARTS = {"asal": "periksa asal", "salin": "salin", "periksa": "periksa tujuan"}
_DONE = Text(
    "Arsip kantor sekarang di {place}: {objects} folder kasus, {items} berkas, {size} MB, {entries} catatan register, sama byte demi byte "
    "dengan asalnya.\nUjung rantai: {head}",
    "The office's archive is in {place} now: {objects} case folders, {items} files, {size} MB, {entries} register entries, the same byte "
    "by byte as where they came from.\nHead of the chain: {head}",
)
_RESUMED = Text(
    "Pemindahan yang terhenti dilanjutkan sampai selesai.",
    "A move that had stopped was carried on to its end.",
)
_THERE = Text(
    "Arsip kantor ini memang di {place}; tidak ada yang dipindahkan.",
    "The office's archive is in {place} already; nothing was moved.",
)
_NOW = Text("Sekarang: {then}", "Now: {then}")
_SAME = Text(
    "Alamatnya sama dengan yang dipakai perintah ini.",
    "The address is the one that this command was called with.",
)
_NEXT = {
    mark.BUCKET: Text(
        "Lalu jalankan layanan, dan: rangkap verify; rangkap backup. Cadangan tidak memuat ember: jaga embernya sendiri (docs/archive.md).",
        "Then start the services, and: rangkap verify; rangkap backup. A backup does not hold the bucket: have it backed up where it is "
        "(docs/archive.md).",
    ),
    mark.FOLDER: Text(
        "Lalu jalankan layanan, dan: rangkap verify; rangkap backup. Cadangan memuat arsip lagi.",
        "Then start the services, and: rangkap verify; rangkap backup. A backup holds the archive again.",
    ),
}
_OLD = {
    mark.BUCKET: Text(
        "Folder archive/ tetap seperti semula dan memuat data korban; pindahkan atau hapus isinya sesudah rangkap verify bersih dan "
        "embernya terjaga.",
        "The folder archive/ is as it was and holds data of victims; move or delete what is in it once rangkap verify is clean and the "
        "bucket is backed up.",
    ),
    mark.FOLDER: Text(
        "Isi ember tetap seperti semula dan memuat data korban; hapus, dengan versi lamanya, sesudah rangkap verify bersih dan cadangan baru "
        "dibuat.",
        "What is in the bucket is as it was and holds data of victims; delete it, with its older versions, once rangkap verify is clean "
        "and a new backup is made.",
    ),
}
_LEFT = Text(
    "{left} berkas asing (bukan bagian arsip) tinggal di asal.",
    "{left} foreign files (no part of the archive) stayed.",
)


def migrate_store(call: Call) -> int:
    """Move the archive, and say which ``RANGKAP_ARCHIVE`` counts now."""
    to = call.args.to
    with progress_bar() as bar:
        task = bar.add_task(_PARTS["asal"], total=None)
        done = office.migrate_store(
            call.settings,
            actor_of(call),
            to,
            lambda part, count, total: bar.update(
                task, description=_PARTS[part], completed=count, total=total
            ),
        )
    title = mark.TITLES[to].fill(call.lang)
    if done.how == "there":
        call.say(_THERE, place=title)
    else:
        call.say(
            _DONE,
            place=title,
            objects=done.objects,
            items=done.items,
            size=f"{done.size / 1e6:.1f}",
            entries=done.head.n,
            head=done.head.hash or "-",
        )
        if done.how == "resumed":
            call.say(_RESUMED)
        if done.left:
            call.say(_LEFT, left=done.left)
    call.say(_NOW, then=mark.THEN[to].fill(call.lang))
    if to == mark.BUCKET:
        call.say(_SAME)
    if done.how != "there":
        call.say(_NEXT[to])
        call.say(_OLD[to])
    return call.give({
        "store": to, "how": done.how, "objects": done.objects, "items": done.items, "bytes": done.size,
        "head": {"n": done.head.n, "hash": done.head.hash}, "sha256": done.sha256, "left": done.left,
    })  # fmt: skip
