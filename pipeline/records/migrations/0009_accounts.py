"""Accounts beside office.toml."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0008_enquiry")]

    operations = [
        migrations.CreateModel(
            name="AccountRow",
            fields=[
                ("name", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("roles", models.TextField(default="[]")),
                ("locked", models.BooleanField(default=False)),
                ("password", models.CharField(blank=True, default="", max_length=255)),
                ("last_login", models.DateTimeField(null=True)),
                ("once", models.BooleanField(default=False)),
                ("until", models.DateTimeField(null=True)),
                ("version", models.IntegerField(default=1)),
            ],
        ),
    ]
