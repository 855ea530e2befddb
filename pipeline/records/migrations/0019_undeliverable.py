"""Room for what became of a letter."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0018_awaits_whole")]

    operations = [
        migrations.AlterField(model_name="sheetrow", name="state", field=models.CharField(max_length=40)),
    ]
