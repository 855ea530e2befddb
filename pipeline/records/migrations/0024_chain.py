"""The history becomes a chain."""

from collections.abc import Iterator
from secrets import token_hex
from typing import Any

from django.db import migrations, models

from pipeline.records import chain
from pipeline.register.entry import GENESIS

_PORTION = 5_000
_PUT = "UPDATE records_historyrow SET salt = %s, link = %s WHERE id = %s"


def _link(apps: Any, schema_editor: Any) -> None:
    acts, looks = (apps.get_model("records", name).objects for name in ("HistoryRow", "AccessRow"))
    if not acts.exists() and not looks.exists():
        return
    _unguard(apps, schema_editor)
    before, count = GENESIS, 0
    for portion in _portions(acts):
        for row in portion:
            row.salt = token_hex(16)
            row.link = before = chain.link(before, vars(row))
        with schema_editor.connection.cursor() as cursor:
            cursor.executemany(_PUT, [(row.salt, row.link, row.pk) for row in portion])
        count += len(portion)
    rows = ((look.pk, chain.look_digest(vars(look))) for portion in _portions(looks) for look in portion)
    seal = chain.sealed(0, rows)
    for verb, detail in ((chain.BEGIN, {"found": count, "looks": seal["rows"]}), (chain.SEAL, seal)):
        row = acts.model(**chain.own(verb, detail), marks="", salt=token_hex(16))
        row.link = before = chain.link(before, vars(row))
        row.save()


def _unguard(apps: Any, schema_editor: Any) -> None:
    for table in ("records_historyrow", "records_accessrow"):
        on = "" if schema_editor.connection.vendor == "sqlite" else f" ON {table}"
        schema_editor.execute(f"DROP TRIGGER IF EXISTS guard_{table}_update{on}")


def _portions(rows: Any) -> Iterator[list[Any]]:
    last = 0
    while portion := list(rows.filter(pk__gt=last).order_by("pk")[:_PORTION]):
        last = portion[-1].pk
        yield portion


class Migration(migrations.Migration):
    dependencies = [("records", "0023_no_sounds")]

    operations = [
        migrations.AddField("historyrow", "marks", models.TextField(default="")),
        migrations.AddField("historyrow", "salt", models.CharField(max_length=64, default="")),
        migrations.AddField("historyrow", "link", models.CharField(max_length=64, default="")),
        migrations.AddField("accessrow", "digest", models.CharField(max_length=64, default="")),
        migrations.RunPython(_link, _unguard),
    ]
