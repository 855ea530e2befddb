"""Jobs for machines that only read pages go."""

from typing import Any

from django.db import migrations


def drop(apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        if "django_q_ormq" in connection.introspection.table_names(cursor):
            cursor.execute("DELETE FROM django_q_ormq WHERE key LIKE 'halaman %%'", [])


class Migration(migrations.Migration):
    dependencies = [("records", "0020_nothing_typed")]

    operations = [migrations.RunPython(drop, migrations.RunPython.noop)]
