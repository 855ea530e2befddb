"""People are found by normalised names."""

import json
from typing import Any

from django.db import migrations, models

from pipeline.cases.case import from_json
from pipeline.records.people import told_of


def _fill(apps: Any, _schema_editor: Any) -> None:
    people, cases = (apps.get_model("records", name).objects for name in ("PersonRow", "CaseRow"))
    people.all().delete()
    for value in cases.order_by("pk").values_list("value", flat=True).iterator(chunk_size=400):
        case = from_json(json.loads(value))
        people.bulk_create(people.model(case=case.number, plain=plain, words=words) for plain, words in told_of(case))


class Migration(migrations.Migration):
    dependencies = [("records", "0022_no_counted_months")]

    operations = [
        migrations.DeleteModel("SoundRow"),
        migrations.DeleteModel("WordRow"),
        migrations.AddField("personrow", "words", models.TextField(default="")),
        migrations.RunPython(_fill, migrations.RunPython.noop),
    ]
