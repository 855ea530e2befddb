"""The indexes of sounds are dropped: people of earlier cases are found by their normalised names, entered here anew."""

from django.db import migrations, models

from pipeline.records import people


def _fill(*_: object) -> None:
    people.fill()


class Migration(migrations.Migration):
    dependencies = [("records", "0022_no_counted_months")]

    operations = [
        migrations.DeleteModel("SoundRow"),
        migrations.DeleteModel("WordRow"),
        migrations.AddField("personrow", "words", models.TextField(default="")),
        migrations.RunPython(_fill, migrations.RunPython.noop),
    ]
