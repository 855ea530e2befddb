"""The index of people knows the contacts of open cases, and reported people without a name."""

from importlib import import_module

from django.db import migrations

_fill = import_module("pipeline.records.migrations.0023_no_sounds")._fill


class Migration(migrations.Migration):
    dependencies = [("records", "0025_homes")]

    operations = [migrations.RunPython(_fill, migrations.RunPython.noop)]
