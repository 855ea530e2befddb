"""A case says in its row what it still waits for after closing; filled from the closed cases that are there."""

import json
from typing import Any

from django.db import migrations, models


def _fill(apps: Any, _: object) -> None:
    """Enter it with the columns and the rule of this version; what later ones change here is no matter."""
    rows = apps.get_model("records", "CaseRow").objects
    for number, value in rows.filter(state="selesai").values_list("pk", "value").iterator(chunk_size=400):
        values = json.loads(value)["values"]
        if values.get("outcome") != "digabung" and not values.get("simfoni_day"):
            rows.filter(pk=number).update(awaits="simfoni")


class Migration(migrations.Migration):
    dependencies = [("records", "0014_trail")]

    operations = [
        migrations.AddField(
            model_name="caserow",
            name="awaits",
            field=models.CharField(blank=True, default="", max_length=20),
        ),
        migrations.RunPython(_fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="caserow",
            index=models.Index(
                condition=models.Q(("awaits", ""), _negated=True),
                fields=["awaits"],
                name="case_by_what_it_awaits",
            ),
        ),
    ]
