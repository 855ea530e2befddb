"""The register pages of months."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0003_letter_state")]

    operations = [
        migrations.CreateModel(
            name="PageRow",
            fields=[
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
            ],
        ),
    ]
