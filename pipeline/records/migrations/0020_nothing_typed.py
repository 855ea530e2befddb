"""Wrong words at the sign-in go: one could be a new password.

SQLite's file is rewritten afterwards.
"""

from typing import Any

from django.db import migrations


def wipe(apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        held = [table for table in connection.introspection.table_names(cursor) if table.startswith("axes_")]
        if held and connection.vendor == "postgresql":
            cursor.execute(f"TRUNCATE {', '.join(held)}")
        elif held:
            for table in sorted(held, reverse=True):  # what points at a row before the row
                cursor.execute(f"DELETE FROM {table}")


class Migration(migrations.Migration):
    dependencies = [("records", "0019_undeliverable")]

    operations = [migrations.RunPython(wipe, migrations.RunPython.noop)]
