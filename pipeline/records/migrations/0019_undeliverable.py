"""What became of a letter that cannot be delivered is longer than a server let it be; SQLite did not ask."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0018_awaits_whole")]

    operations = [
        migrations.AlterField(model_name="sheetrow", name="state", field=models.CharField(max_length=40)),
    ]
