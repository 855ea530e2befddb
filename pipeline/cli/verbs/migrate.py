"""``rangkap migrate-database`` and ``migrate-store``."""

from pipeline.cli.call import Call
from pipeline.cli.open import actor_of
from pipeline.cli.verbs.prove import progress_bar
from pipeline.kernel.text import N_, Text
from pipeline.office.keeping import migrate_database as office
from pipeline.office.keeping import migrate_store as store

_DONE = N_(
    "The office's database is on {engine} now: {rows} rows of {tables} tables, {entries} register "
    "entries, the same row by row as where they came from.\nHead of the chain: {head}"
)
_HOW = {
    "resumed": N_("A move that had stopped was carried on to its end."),
    "anew": N_("The source had changed since the move stopped, so the target was filled from the start."),
}
_THERE = N_("The office's database is on {engine} already; nothing was moved.")
_SAME = N_("The address is the one that this command was called with.")
_NEXT = N_(
    "Then start the services, and: rangkap verify; rangkap backup. Everybody signs in again at the pages."
)
_OLD = {
    office.mark.FILE: N_(
        "The database on the server is as it was and holds names; take it away (dropdb) "
        "once a new backup is made."
    ),
    office.mark.SERVER: N_(
        "The file var/rangkap.db is as it was and holds names; move or delete it once a new backup is made."
    ),
}
_LEFT = N_("Tables that are not Rangkap's stayed: {left}")


def migrate_database(call: Call) -> int:
    """Move the database, and say which ``RANGKAP_DATABASE`` counts now."""
    to = call.args.to
    with progress_bar("salin") as tell:
        done = office.migrate_database(call.settings, actor_of(call), to, tell)
    last = (office.mark.THEN[to], to == office.mark.SERVER, _NEXT, _OLD[to])
    rows = {"rows": sum(done.tables.values()), "tables": len(done.tables)}
    _say_moved(call, done, (_THERE, _DONE, _LEFT), last, engine=office.mark.TITLES[to], **rows)
    return call.give({
        "engine": to, "how": done.how, "tables": done.tables, "head": {"n": done.head.n, "hash": done.head.hash},
        "sha256": done.sha256, "left": list(done.left),
    })  # fmt: skip


def _say_moved(
    call: Call,
    done: office.Moved | store.MovedStore,
    words: tuple[Text, Text, Text],
    after: tuple[Text, bool, Text, Text],
    **fields: object,
) -> None:
    """``words`` say what was there, was moved, stayed behind; ``after`` says what to do next."""
    there, moved, left = words
    then, is_same_address, *last = after
    if done.how == "there":
        call.say(there, **fields)
        last = []
    else:
        call.say(moved, entries=done.head.n, head=done.head.hash or "-", **fields)
        if done.how in _HOW:
            call.say(_HOW[done.how])
        if done.left:
            call.say(left, left=done.left if isinstance(done.left, int) else ", ".join(done.left))
    call.say(N_("Now: {then}"), then=then.fill(call.lang))
    for sentence in (*([_SAME] if is_same_address else []), *last):
        call.say(sentence)


_PARTS = {"asal": "periksa asal", "salin": "salin", "periksa": "periksa tujuan"}
_STORE_DONE = N_(
    "The office's archive is in {place} now: {objects} case folders, {items} files, {size} "
    "MB, {entries} register entries, the same byte by byte as where they came from.\nHead of "
    "the chain: {head}"
)
_STORE_THERE = N_("The office's archive is in {place} already; nothing was moved.")
_STORE_NEXT = {
    store.mark.BUCKET: N_(
        "Then start the services, and: rangkap verify; rangkap backup. A backup does not "
        "hold the bucket: have it backed up where it is (docs/archive.md)."
    ),
    store.mark.FOLDER: N_(
        "Then start the services, and: rangkap verify; rangkap backup. A backup holds the archive again."
    ),
}
_STORE_OLD = {
    store.mark.BUCKET: N_(
        "The folder archive/ is as it was and holds data of victims; move or delete what "
        "is in it once rangkap verify is clean and the bucket is backed up."
    ),
    store.mark.FOLDER: N_(
        "What is in the bucket is as it was and holds data of victims; delete it, with "
        "its older versions, once rangkap verify is clean and a new backup is made."
    ),
}
_STORE_LEFT = N_("{left} foreign files (no part of the archive) stayed.")


def migrate_store(call: Call) -> int:
    """Move the archive, and say which ``RANGKAP_ARCHIVE`` counts now."""
    to = call.args.to
    with progress_bar(_PARTS["asal"]) as tell:
        done = store.migrate_store(
            call.settings,
            actor_of(call),
            to,
            lambda part, count, total: tell(_PARTS[part], count, total),
        )
    last = (store.mark.THEN[to], to == store.mark.BUCKET, _STORE_NEXT[to], _STORE_OLD[to])
    place, size = store.mark.TITLES[to].fill(call.lang), f"{done.size / 1e6:.1f}"
    counts = {"objects": done.objects, "items": done.items}
    _say_moved(call, done, (_STORE_THERE, _STORE_DONE, _STORE_LEFT), last, place=place, size=size, **counts)
    return call.give({
        "store": to, "how": done.how, "objects": done.objects, "items": done.items, "bytes": done.size,
        "head": {"n": done.head.n, "hash": done.head.hash}, "sha256": done.sha256, "left": done.left,
    })  # fmt: skip
