"""What was counted of a month for the recap is dropped: every recap counts its cases when it is made."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("records", "0021_no_pages_elsewhere")]

    operations = [migrations.DeleteModel("MonthRow")]
