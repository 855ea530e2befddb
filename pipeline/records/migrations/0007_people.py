"""People by sound; see 0023."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0006_pages_read")]

    operations = [
        migrations.CreateModel(
            name="PersonRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ("case", models.CharField(db_index=True, max_length=16)),
                ("plain", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="SoundRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ("key", models.TextField(db_index=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sounds",
                        to="records.personrow",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WordRow",
            fields=[
                ("word", models.TextField(primary_key=True, serialize=False)),
                ("first", models.CharField(max_length=1)),
                ("last", models.CharField(max_length=1)),
            ],
        ),
        migrations.AddIndex(
            model_name="wordrow",
            index=models.Index(fields=["first", "last"], name="word_by_its_ends"),
        ),
    ]
