"""Who has an arrival open."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0010_history_by_verb")]

    operations = [
        migrations.CreateModel(
            name="OpenedRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ("arrival", models.CharField(max_length=26)),
                ("account", models.CharField(max_length=64)),
                ("since", models.DateTimeField()),
                ("seen", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("arrival", "account"), name="opened_once_by_each")
                ]
            },
        ),
    ]
