"""Lists kept on the pages."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0015_awaits")]

    operations = [
        migrations.CreateModel(
            name="OfficeRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("called", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=20)),
                ("version", models.IntegerField()),
                ("value", models.TextField()),
                ("since", models.DateField(null=True)),
                ("retired", models.BooleanField(default=False)),
                ("account", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("reason", models.TextField(blank=True, default="")),
            ],
        ),
        migrations.AddConstraint(
            model_name="officerow",
            constraint=models.UniqueConstraint(
                fields=("called", "name", "version"), name="office_row_version_once"
            ),
        ),
    ]
