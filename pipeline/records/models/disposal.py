"""Lawful destruction: lists of cases whose time is over, and a tombstone for each that was destroyed."""

from django.db import models


class DisposalRow(models.Model):
    """One list (``M-2036-01``): its ``cases`` (JSON, numbers and digests), their ``digest``, how far it is.

    ``approval`` and ``minutes`` are JSON: number and day of the paper, and who typed it in.
    """

    id = models.CharField(primary_key=True, max_length=12)
    state = models.CharField(max_length=20, db_index=True)
    cases = models.TextField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)
    approval = models.TextField(default="{}")
    minutes = models.TextField(default="{}")
    version = models.IntegerField(default=1)


class TombstoneRow(models.Model):
    """A case that was destroyed: by which list; ``told`` is JSON of its numbers and digests, no personal value."""

    case = models.CharField(primary_key=True, max_length=16)
    disposal = models.CharField(max_length=12, db_index=True)
    told = models.TextField()
