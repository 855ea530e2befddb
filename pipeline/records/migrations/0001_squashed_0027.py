"""All tables up to 0027, for a new database."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

_TEXTS = import_module("pipeline.records.migrations.0013_texts")
_REPLACED = (
    "0001_first", "0002_letters", "0003_letter_state", "0004_pages",
    "0005_disposal", "0006_pages_read", "0007_people", "0008_enquiry",
    "0009_accounts", "0010_history_by_verb", "0011_opened", "0012_joined",
    "0013_texts", "0014_trail", "0015_awaits", "0016_office_rows",
    "0017_counted", "0018_awaits_whole", "0019_undeliverable", "0020_nothing_typed",
    "0021_no_pages_elsewhere", "0022_no_counted_months", "0023_no_sounds", "0024_chain",
    "0025_homes", "0026_contacts", "0027_homes_of_victims",
)


def _id() -> "tuple[str, models.BigAutoField[int, int]]":
    return "id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    replaces = [("records", name) for name in _REPLACED]

    operations = [
        migrations.CreateModel("AccessRow", [
            _id(),
            ("at", models.DateTimeField()),
            ("account", models.CharField(max_length=64)),
            ("operator", models.CharField(max_length=64)),
            ("verb", models.CharField(max_length=40)),
            ("subject", models.CharField(max_length=120)),
            ("digest", models.CharField(default="", max_length=64)),
        ], {
            "indexes": [
                models.Index(fields=["account"], name="access_by_account"),
                models.Index(fields=["at"], name="access_by_time"),
                models.Index(fields=["subject"], name="access_by_subject"),
            ]
        }),
        migrations.CreateModel("ArrivalRow", [
            ("id", models.CharField(max_length=26, primary_key=True, serialize=False)),
            ("parent", models.CharField(blank=True, default="", max_length=26)),
            ("parent_pages", models.CharField(blank=True, default="", max_length=40)),
            ("sha256", models.CharField(max_length=64, unique=True)),
            ("sha512", models.CharField(max_length=128)),
            ("size", models.BigIntegerField()),
            ("kind", models.CharField(max_length=10)),
            ("pages", models.IntegerField(default=0)),
            ("name", models.TextField()),
            ("scanned_at", models.DateTimeField()),
            ("taken_at", models.DateTimeField(db_index=True)),
            ("state", models.CharField(db_index=True, max_length=20)),
            ("agenda", models.CharField(max_length=16, null=True, unique=True)),
            ("struck", models.TextField(blank=True, default="")),
            ("code", models.CharField(blank=True, default="", max_length=60)),
            ("case", models.CharField(blank=True, db_index=True, default="", max_length=16)),
            ("letter", models.CharField(blank=True, db_index=True, default="", max_length=24)),
            ("note", models.TextField(blank=True, default="")),
            ("danger", models.TextField(blank=True, default="")),
            ("reading", models.TextField(blank=True, default="")),
            ("opened_by", models.CharField(blank=True, default="", max_length=64)),
            ("version", models.IntegerField(default=1)),
            ("joined", models.TextField(blank=True, default="")),
        ], {"indexes": [models.Index(fields=["scanned_at"], name="arrival_by_scan")]},
        ),
        migrations.CreateModel("CounterRow", [
            ("series", models.CharField(max_length=80, primary_key=True, serialize=False)),
            ("value", models.IntegerField()),
        ]),
        migrations.CreateModel("EntryRow", [
            ("n", models.IntegerField(primary_key=True, serialize=False)),
            ("register_number", models.CharField(db_index=True, max_length=60)),
            ("case", models.CharField(db_index=True, max_length=16)),
            ("operation", models.CharField(max_length=64, unique=True)),
            ("line", models.BinaryField()),
            ("payload", models.TextField()),
        ]),
        migrations.CreateModel("HistoryRow", [
            _id(),
            ("at", models.DateTimeField()),
            ("account", models.CharField(max_length=64)),
            ("operator", models.CharField(max_length=64)),
            ("verb", models.CharField(max_length=40)),
            ("step", models.IntegerField(null=True)),
            ("case", models.CharField(blank=True, db_index=True, default="", max_length=16)),
            ("subject", models.CharField(blank=True, db_index=True, default="", max_length=60)),
            ("detail", models.TextField(default="{}")),
            ("marks", models.TextField(default="")),
            ("salt", models.CharField(default="", max_length=64)),
            ("link", models.CharField(default="", max_length=64)),
        ], {
            "indexes": [
                models.Index(fields=["verb", "case"], name="history_by_verb"),
                models.Index(fields=["account"], name="history_by_account"),
                models.Index(fields=["at"], name="history_by_time"),
            ]
        }),
        migrations.CreateModel("IntentRow", [
            _id(),
            ("operation", models.CharField(max_length=64, unique=True)),
            ("case", models.CharField(db_index=True, max_length=16)),
            ("at", models.DateTimeField()),
            ("plan", models.TextField()),
            ("done", models.BooleanField(db_index=True, default=False)),
        ]),
        migrations.CreateModel("LetterRow", [
            ("id", models.CharField(max_length=24, primary_key=True, serialize=False)),
            ("case", models.CharField(db_index=True, max_length=16)),
            ("revision", models.IntegerField(default=1)),
            ("state", models.CharField(max_length=20)),
            ("template", models.CharField(max_length=80)),
            ("template_digest", models.CharField(max_length=64)),
            ("context", models.TextField()),
            ("draft_digest", models.CharField(max_length=64)),
            ("contact", models.TextField(default="[]")),
            ("drafted_by", models.CharField(max_length=64)),
            ("number", models.CharField(max_length=120, null=True, unique=True)),
            ("number_bare", models.CharField(blank=True, db_index=True, default="", max_length=120)),
            ("seq", models.IntegerField(default=0)),
            ("series", models.CharField(blank=True, default="", max_length=80)),
            ("day", models.DateField(null=True)),
            ("key_id", models.CharField(blank=True, default="", max_length=20)),
            ("approved_by", models.CharField(blank=True, default="", max_length=64)),
            ("signed", models.DateField(null=True)),
            ("reason", models.TextField(blank=True, default="")),
            ("version", models.IntegerField(default=1)),
            ("capacity", models.CharField(blank=True, default="", max_length=20)),
            ("clauses", models.TextField(default="[]")),
            ("edited", models.CharField(blank=True, default="", max_length=26)),
            ("kind", models.CharField(default="jawaban", max_length=20)),
            ("mandate", models.TextField(blank=True, default="")),
            ("signatory", models.CharField(blank=True, default="", max_length=64)),
        ], {"indexes": [models.Index(fields=["day"], name="letter_by_day")]},
        ),
        migrations.CreateModel("CaseRow", [
            ("number", models.CharField(max_length=16, primary_key=True, serialize=False)),
            ("register_number", models.CharField(max_length=60, unique=True)),
            ("register_bare", models.CharField(db_index=True, max_length=60)),
            ("state", models.CharField(db_index=True, max_length=40)),
            ("version", models.IntegerField()),
            ("archived", models.IntegerField(default=0)),
            ("received", models.DateField()),
            ("incoming_number", models.CharField(blank=True, db_index=True, default="", max_length=120)),
            ("letter_key", models.CharField(blank=True, db_index=True, default="", max_length=32)),
            ("victim_key", models.CharField(blank=True, default="", max_length=32)),
            ("value", models.TextField()),
            ("awaits", models.CharField(blank=True, default="", max_length=20)),
            ("further_since", models.DateField(null=True)),
            ("further_until", models.DateField(null=True)),
        ], {
            "indexes": [
                models.Index(fields=["victim_key", "received"], name="victim_by_day"),
                models.Index(fields=["received", "number", "state", "version"], name="case_by_day"),
                models.Index(
                    condition=models.Q(("further_until__isnull", False)),
                    fields=["further_until", "further_since"],
                    name="case_by_further_letters",
                ),
                models.Index(fields=["awaits", "number"], name="case_by_its_wait"),
            ]
        }),
        migrations.CreateModel("NumberRow", [
            ("text", models.CharField(max_length=120, primary_key=True, serialize=False)),
            ("series", models.CharField(max_length=80)),
            ("seq", models.IntegerField()),
            ("state", models.CharField(max_length=12)),
            ("letter", models.CharField(max_length=24)),
            ("reason", models.TextField(blank=True, default="")),
        ], {
            "constraints": [models.UniqueConstraint(fields=("series", "seq"), name="a_number_once")],
            "indexes": [models.Index(fields=["letter"], name="number_by_letter")],
        }),
        migrations.CreateModel("SheetRow", [
            ("id", models.CharField(max_length=24, primary_key=True, serialize=False)),
            ("case", models.CharField(db_index=True, max_length=16)),
            ("kind", models.CharField(max_length=20)),
            ("letter", models.CharField(blank=True, default="", max_length=24)),
            ("revision", models.IntegerField(default=0)),
            ("state", models.CharField(max_length=40)),
            ("code", models.CharField(max_length=60, unique=True)),
            ("key_id", models.CharField(max_length=20)),
            ("digest", models.CharField(max_length=64)),
            ("pages", models.IntegerField(default=1)),
            ("made_at", models.DateTimeField()),
            ("made_by", models.CharField(max_length=64)),
            ("printed", models.IntegerField(default=0)),
            ("arrival", models.CharField(blank=True, default="", max_length=26)),
            ("decision", models.TextField(default="{}")),
            ("decided_by", models.CharField(blank=True, default="", max_length=64)),
            ("decided_at", models.DateTimeField(null=True)),
            ("version", models.IntegerField(default=1)),
        ]),
        migrations.CreateModel("PageRow", [
            ("id", models.CharField(max_length=12, primary_key=True, serialize=False)),
            ("revision", models.IntegerField(default=1)),
            ("state", models.CharField(db_index=True, max_length=20)),
            ("head_n", models.IntegerField()),
            ("head_hash", models.CharField(max_length=64)),
            ("counts", models.TextField(default="{}")),
            ("day", models.DateField()),
            ("signatory", models.CharField(max_length=64)),
            ("key_id", models.CharField(max_length=20)),
            ("digest", models.CharField(max_length=64)),
            ("copies", models.TextField(default="[]")),
            ("made_at", models.DateTimeField()),
            ("made_by", models.CharField(max_length=64)),
            ("printed", models.IntegerField(default=0)),
            ("signed", models.DateField(null=True)),
            ("version", models.IntegerField(default=1)),
        ]),
        migrations.CreateModel("DisposalRow", [
            ("id", models.CharField(max_length=12, primary_key=True, serialize=False)),
            ("state", models.CharField(db_index=True, max_length=20)),
            ("cases", models.TextField()),
            ("digest", models.CharField(max_length=64)),
            ("made_at", models.DateTimeField()),
            ("made_by", models.CharField(max_length=64)),
            ("approval", models.TextField(default="{}")),
            ("minutes", models.TextField(default="{}")),
            ("version", models.IntegerField(default=1)),
        ]),
        migrations.CreateModel("TombstoneRow", [
            ("case", models.CharField(max_length=16, primary_key=True, serialize=False)),
            ("disposal", models.CharField(db_index=True, max_length=12)),
            ("told", models.TextField()),
        ]),
        migrations.CreateModel("PersonRow", [
            _id(),
            ("case", models.CharField(db_index=True, max_length=16)),
            ("plain", models.TextField()),
            ("words", models.TextField(default="")),
        ]),
        migrations.CreateModel("PasswordRow", [
            ("case", models.CharField(max_length=16, primary_key=True, serialize=False)),
            ("digest", models.CharField(max_length=200)),
            ("at", models.DateTimeField()),
            ("account", models.CharField(max_length=64)),
        ]),
        migrations.CreateModel(
            name="WrongTryRow",
            fields=[_id(), ("key", models.CharField(max_length=64)), ("at", models.DateTimeField())],
            options={"indexes": [models.Index(fields=["key", "at"], name="wrong_try_by_number")]},
        ),
        migrations.CreateModel("AccountRow", [
            ("name", models.CharField(max_length=64, primary_key=True, serialize=False)),
            ("roles", models.TextField(default="[]")),
            ("locked", models.BooleanField(default=False)),
            ("password", models.CharField(blank=True, default="", max_length=255)),
            ("last_login", models.DateTimeField(null=True)),
            ("once", models.BooleanField(default=False)),
            ("until", models.DateTimeField(null=True)),
            ("version", models.IntegerField(default=1)),
        ]),
        migrations.CreateModel("OpenedRow", [
            _id(),
            ("arrival", models.CharField(max_length=26)),
            ("account", models.CharField(max_length=64)),
            ("since", models.DateTimeField()),
            ("seen", models.DateTimeField()),
        ], {
            "constraints": [
                models.UniqueConstraint(fields=("arrival", "account"), name="opened_once_by_each")
            ]
        }),
        migrations.CreateModel("TextRow", [
            ("id", models.BigIntegerField(primary_key=True, serialize=False)),
            ("thing", models.CharField(max_length=128, unique=True)),
            ("kind", models.CharField(max_length=10)),
            ("case", models.CharField(blank=True, db_index=True, default="", max_length=16)),
            ("document", models.CharField(blank=True, default="", max_length=200)),
            ("plain", models.TextField()),
            ("stems", models.TextField()),
        ]),
        migrations.CreateModel("OfficeRow", [
            _id(),
            ("called", models.CharField(max_length=20)),
            ("name", models.CharField(max_length=20)),
            ("version", models.IntegerField()),
            ("value", models.TextField()),
            ("since", models.DateField(null=True)),
            ("retired", models.BooleanField(default=False)),
            ("account", models.CharField(max_length=64)),
            ("at", models.DateTimeField()),
            ("reason", models.TextField(blank=True, default="")),
        ], {
            "constraints": [
                models.UniqueConstraint(
                    fields=("called", "name", "version"), name="office_row_version_once"
                )
            ]
        }),
        migrations.CreateModel("RepeatRow", [
            _id(),
            ("claim", models.CharField(max_length=26, unique=True)),
            ("name", models.TextField()),
            ("seen_at", models.DateTimeField()),
            (
                "arrival",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="repeats",
                    to="records.arrivalrow",
                ),
            ),
        ]),
        migrations.CreateModel("DocumentRow", [
            _id(),
            ("logical", models.CharField(max_length=200)),
            ("path", models.CharField(max_length=300)),
            ("sha512", models.CharField(max_length=128)),
            ("size", models.BigIntegerField()),
            ("version", models.IntegerField()),
            (
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="documents",
                    to="records.caserow",
                ),
            ),
        ], {
            "constraints": [
                models.UniqueConstraint(fields=("case", "logical"), name="one_document_of_a_name")
            ]
        }),
        migrations.CreateModel("CopyRow", [
            _id(),
            ("revision", models.IntegerField()),
            ("copy", models.IntegerField()),
            ("code", models.CharField(max_length=60, unique=True)),
            ("key_id", models.CharField(max_length=20)),
            ("draft_digest", models.CharField(max_length=64)),
            ("pages", models.IntegerField()),
            ("docx_digest", models.CharField(max_length=64)),
            ("pdf_digest", models.CharField(blank=True, default="", max_length=64)),
            ("printed", models.IntegerField(default=0)),
            ("arrival", models.CharField(blank=True, default="", max_length=26)),
            ("matched_at", models.DateTimeField(null=True)),
            (
                "letter",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="copies",
                    to="records.letterrow",
                ),
            ),
            ("attested", models.TextField(blank=True, default="")),
            ("attested_by", models.CharField(blank=True, default="", max_length=64)),
            ("confirmed_by", models.CharField(blank=True, default="", max_length=64)),
            ("means", models.CharField(default="scan", max_length=12)),
            ("report", models.TextField(blank=True, default="")),
            ("spoilt", models.IntegerField(default=0)),
        ], {
            "constraints": [
                models.UniqueConstraint(
                    fields=("letter", "revision", "copy"), name="one_copy_of_a_revision"
                ),
                models.CheckConstraint(condition=models.Q(("copy__in", (1, 2))), name="copy_is_1_or_2"),
            ]
        }),
        migrations.CreateModel("PageReadRow", [
            _id(),
            ("number", models.IntegerField()),
            ("of", models.IntegerField(default=0)),
            ("begun", models.IntegerField(default=0)),
            ("done", models.BooleanField(default=False)),
            ("reading", models.TextField(blank=True, default="")),
            (
                "arrival",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="read_pages",
                    to="records.arrivalrow",
                ),
            ),
        ], {
            "constraints": [
                models.UniqueConstraint(fields=("arrival", "number"), name="one_row_a_read_page")
            ]
        }),
        migrations.RunPython(_TEXTS._index, migrations.RunPython.noop),
    ]
