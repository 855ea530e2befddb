"""Counts of months go: each recap counts its cases."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("records", "0021_no_pages_elsewhere")]

    operations = [migrations.DeleteModel("MonthRow")]
