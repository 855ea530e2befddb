"""Numbers: one counter row a series, and every number ever given out."""

from django.db import models


class CounterRow(models.Model):
    """The last number given in a series (``kasus/2026``)."""

    series = models.CharField(primary_key=True, max_length=80)
    value = models.IntegerField()


class NumberRow(models.Model):
    """A letter number: reserved at approval, committed when signed, else voided with a reason."""

    text = models.CharField(primary_key=True, max_length=120)
    series = models.CharField(max_length=80)
    seq = models.IntegerField()
    state = models.CharField(max_length=12)
    letter = models.CharField(max_length=24)
    reason = models.TextField(blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["series", "seq"], name="a_number_once")]
        indexes = [models.Index(fields=["letter"], name="number_by_letter")]
