"""Indexes for the audit."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0013_texts")]

    operations = [
        migrations.AddIndex(
            model_name="historyrow", index=models.Index(fields=["account"], name="history_by_account")
        ),
        migrations.AddIndex(
            model_name="historyrow", index=models.Index(fields=["at"], name="history_by_time")
        ),
        migrations.AddIndex(
            model_name="accessrow", index=models.Index(fields=["account"], name="access_by_account")
        ),
        migrations.AddIndex(model_name="accessrow", index=models.Index(fields=["at"], name="access_by_time")),
        migrations.AddIndex(
            model_name="accessrow", index=models.Index(fields=["subject"], name="access_by_subject")
        ),
    ]
