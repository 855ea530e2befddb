"""Index of the history by verb."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0009_accounts")]

    operations = [
        migrations.AddIndex(
            model_name="historyrow",
            index=models.Index(fields=["verb", "case"], name="history_by_verb"),
        ),
    ]
