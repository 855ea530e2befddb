"""Days of cases and letters."""

import json
from typing import Any

from django.db import migrations, models


def _fill(apps: Any, _: object) -> None:
    rows = apps.get_model("records", "CaseRow").objects
    cases = rows.filter(value__contains='"further": [').values_list("pk", "value")
    for number, value in cases.iterator(chunk_size=400):
        letters = json.loads(value).get("further", [])
        days = sorted(day for letter in letters if (day := letter["values"].get("received_day")))
        if days:
            rows.filter(pk=number).update(further_since=days[0], further_until=days[-1])


class Migration(migrations.Migration):
    dependencies = [("records", "0016_office_rows")]

    operations = [
        migrations.CreateModel(
            name="MonthRow",
            fields=[
                ("month", models.CharField(max_length=7, primary_key=True, serialize=False)),
                ("mark", models.CharField(max_length=64)),
                ("counted", models.TextField()),
            ],
        ),
        migrations.AddField("caserow", "further_since", models.DateField(null=True)),
        migrations.AddField("caserow", "further_until", models.DateField(null=True)),
        migrations.RunPython(_fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="caserow",
            index=models.Index(fields=["received", "number", "state", "version"], name="case_by_day"),
        ),
        migrations.AddIndex(
            model_name="caserow",
            index=models.Index(
                condition=models.Q(("further_until__isnull", False)),
                fields=["further_until", "further_since"],
                name="case_by_further_letters",
            ),
        ),
        migrations.AddIndex(
            model_name="letterrow", index=models.Index(fields=["day"], name="letter_by_day")
        ),
        migrations.AddIndex(
            model_name="numberrow", index=models.Index(fields=["letter"], name="number_by_letter")
        ),
        migrations.AddIndex(
            model_name="arrivalrow", index=models.Index(fields=["scanned_at"], name="arrival_by_scan")
        ),
    ]
