"""A whole index, as SQLite takes no partial one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0017_counted")]

    operations = [
        migrations.RemoveIndex(model_name="caserow", name="case_by_what_it_awaits"),
        migrations.AddIndex(
            model_name="caserow", index=models.Index(fields=["awaits", "number"], name="case_by_its_wait")
        ),
    ]
