"""Pages being read."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0005_disposal")]

    operations = [
        migrations.CreateModel(
            name="PageReadRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
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
            ],
        ),
        migrations.AddConstraint(
            model_name="pagereadrow",
            constraint=models.UniqueConstraint(fields=("arrival", "number"), name="one_row_a_read_page"),
        ),
    ]
