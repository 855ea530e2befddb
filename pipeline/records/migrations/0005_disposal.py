"""Disposal lists, and tombstones."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0004_pages")]

    operations = [
        migrations.CreateModel(
            name="DisposalRow",
            fields=[
                ("id", models.CharField(max_length=12, primary_key=True, serialize=False)),
                ("state", models.CharField(db_index=True, max_length=20)),
                ("cases", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.CharField(max_length=64)),
                ("approval", models.TextField(default="{}")),
                ("minutes", models.TextField(default="{}")),
                ("version", models.IntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            name="TombstoneRow",
            fields=[
                ("case", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("disposal", models.CharField(db_index=True, max_length=12)),
                ("told", models.TextField()),
            ],
        ),
    ]
