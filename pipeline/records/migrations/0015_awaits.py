"""A case says in its row what it still waits for after closing; filled from the closed cases that are there."""

import json

from django.db import migrations, models

from pipeline.cases.awaited import awaited
from pipeline.cases.case import from_json
from pipeline.cases.states import State
from pipeline.records.models import CaseRow


def _fill(*_: object) -> None:
    rows = CaseRow.objects.filter(state=State.CLOSED.value).values_list("pk", "value")
    for number, value in rows.iterator(chunk_size=400):
        CaseRow.objects.filter(pk=number).update(awaits=awaited(from_json(json.loads(value))))


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
