"""The history is looked up by what was done."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0009_accounts")]

    operations = [
        migrations.AddIndex(
            model_name="historyrow",
            index=models.Index(fields=["verb", "case"], name="history_by_verb"),
        ),
    ]
