"""Room for the longest state of a letter."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("records", "0002_letters")]

    operations = [
        migrations.AlterField(
            model_name="letterrow",
            name="state",
            field=models.CharField(max_length=20),
        ),
    ]
