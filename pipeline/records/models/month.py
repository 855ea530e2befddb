"""What was counted of a month for the recap, so that a month at which nothing changed is not counted again."""

from django.db import models


class MonthRow(models.Model):
    """One month (``2026-11``): ``counted`` is JSON of numbers by code, ``mark`` what it was counted from."""

    month = models.CharField(primary_key=True, max_length=7)
    mark = models.CharField(max_length=64)
    counted = models.TextField()
