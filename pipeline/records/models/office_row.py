"""The lists that the office keeps on its pages: every version of every row, added and never changed."""

from django.db import models


class OfficeRow(models.Model):
    """Version ``version`` of the row ``name`` of the list ``called``: its ``value`` counts from the day ``since`` (none: always).

    A ``retired`` version says that the row counts no more from that day. ``account`` entered it, ``at`` then, for a ``reason``.
    """

    called = models.CharField(max_length=20)
    name = models.CharField(max_length=20)
    version = models.IntegerField()
    value = models.TextField()
    since = models.DateField(null=True)
    retired = models.BooleanField(default=False)
    account = models.CharField(max_length=64)
    at = models.DateTimeField()
    reason = models.TextField(blank=True, default="")

    class Meta:
        """One version of a row once."""

        constraints = [
            models.UniqueConstraint(fields=["called", "name", "version"], name="office_row_version_once")
        ]
