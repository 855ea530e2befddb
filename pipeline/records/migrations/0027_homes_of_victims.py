"""The index of people knows where victims and reporters of open cases live."""

from importlib import import_module

from django.db import migrations

_fill = import_module("pipeline.records.migrations.0023_no_sounds")._fill


class Migration(migrations.Migration):
    dependencies = [("records", "0026_contacts")]

    operations = [migrations.RunPython(_fill, migrations.RunPython.noop)]
