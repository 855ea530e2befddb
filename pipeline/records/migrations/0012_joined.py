"""Letters that arrivals were joined to."""

from django.db import migrations, models

_MOVED = "UPDATE records_arrivalrow SET joined = parent, parent = '' WHERE state = 'digabung'"
_BACK = "UPDATE records_arrivalrow SET parent = joined WHERE state = 'digabung'"


class Migration(migrations.Migration):
    dependencies = [("records", "0011_opened")]

    operations = [
        migrations.AddField(
            model_name="arrivalrow",
            name="joined",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.RunSQL(_MOVED, _BACK),
    ]
