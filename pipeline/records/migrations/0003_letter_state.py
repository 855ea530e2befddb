"""The state of a letter has room for its longest word, which PostgreSQL asks for."""

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
