"""The register pages of months (``R-2026-11``), which the chair signs in duplicate."""

from django.db import models


class PageRow(models.Model):
    """One page: the head of the chain it bears (``head_n``, ``head_hash``) and what it is bound to.

    ``counts`` is JSON (what the page says of its month), ``copies`` too: of each copy its code, pages, digests
    and, when it is back, the arrival of its signed scan.
    """

    id = models.CharField(primary_key=True, max_length=12)
    revision = models.IntegerField(default=1)
    state = models.CharField(max_length=20, db_index=True)
    head_n = models.IntegerField()
    head_hash = models.CharField(max_length=64)
    counts = models.TextField(default="{}")
    day = models.DateField()
    signatory = models.CharField(max_length=64)
    key_id = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    copies = models.TextField(default="[]")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)
    printed = models.IntegerField(default=0)
    signed = models.DateField(null=True)
    version = models.IntegerField(default=1)
