"""Counts of months go."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("records", "0021_no_pages_elsewhere")]

    operations = [migrations.DeleteModel("MonthRow")]
