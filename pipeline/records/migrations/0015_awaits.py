"""What a closed case waits for."""

import json
from typing import Any

from django.db import migrations, models


def _fill(apps: Any, _: object) -> None:
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
