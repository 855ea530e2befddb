"""Passwords for enquiries, and wrong tries."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0007_people")]

    operations = [
        migrations.CreateModel(
            name="PasswordRow",
            fields=[
                ("case", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("digest", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                ("account", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="WrongTryRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.AddIndex(
            model_name="wrongtryrow",
            index=models.Index(fields=["key", "at"], name="wrong_try_by_number"),
        ),
    ]
