"""Decision sheets and other papers with a code of their own (``D-2026-0042-7``)."""

from django.db import models


class SheetRow(models.Model):
    """One sheet: what it decides (``kind``), about which case and letter, and what came back.

    ``decision`` is JSON: what a clerk typed in from the signed sheet, with the scan as ``arrival``.
    """

    id = models.CharField(primary_key=True, max_length=24)
    case = models.CharField(max_length=16, db_index=True)
    kind = models.CharField(max_length=20)
    letter = models.CharField(max_length=24, blank=True, default="")
    revision = models.IntegerField(default=0)
    state = models.CharField(max_length=40)
    code = models.CharField(max_length=60, unique=True)
    key_id = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    pages = models.IntegerField(default=1)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)
    printed = models.IntegerField(default=0)
    arrival = models.CharField(max_length=26, blank=True, default="")
    decision = models.TextField(default="{}")
    decided_by = models.CharField(max_length=64, blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)
