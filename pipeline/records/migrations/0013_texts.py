"""The index of words; ``rebuild_words`` fills it."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_SQLITE = (
    "CREATE VIRTUAL TABLE records_textindex USING fts5("
    "stems, content='records_textrow', content_rowid='id', tokenize='unicode61', detail='full')",
    "CREATE TRIGGER index_text_insert AFTER INSERT ON records_textrow BEGIN "
    "INSERT INTO records_textindex (rowid, stems) VALUES (NEW.id, NEW.stems); END",
    "CREATE TRIGGER index_text_delete AFTER DELETE ON records_textrow BEGIN "
    "INSERT INTO records_textindex (records_textindex, rowid, stems) VALUES ('delete', OLD.id, OLD.stems); END",
    "CREATE TRIGGER index_text_update AFTER UPDATE OF stems ON records_textrow BEGIN "
    "INSERT INTO records_textindex (records_textindex, rowid, stems) VALUES ('delete', OLD.id, OLD.stems); "
    "INSERT INTO records_textindex (rowid, stems) VALUES (NEW.id, NEW.stems); END",
)
_POSTGRESQL = (
    "ALTER TABLE records_textrow ADD COLUMN lexemes tsvector "
    "GENERATED ALWAYS AS (to_tsvector('simple', stems)) STORED",
    "CREATE INDEX records_textrow_lexemes ON records_textrow USING gin (lexemes)",
)


def _index(_: object, editor: BaseDatabaseSchemaEditor) -> None:
    for sentence in _POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE:
        editor.execute(sentence)


class Migration(migrations.Migration):
    dependencies = [("records", "0012_joined")]

    operations = [
        migrations.CreateModel(
            name="TextRow",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("thing", models.CharField(max_length=128, unique=True)),
                ("kind", models.CharField(max_length=10)),
                ("case", models.CharField(blank=True, db_index=True, default="", max_length=16)),
                ("document", models.CharField(blank=True, default="", max_length=200)),
                ("plain", models.TextField()),
                ("stems", models.TextField()),
            ],
        ),
        migrations.RunPython(_index, migrations.RunPython.noop),
    ]
