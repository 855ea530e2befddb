"""What happened and who looked: both append-only, guarded by triggers."""

from django.db import models


class HistoryRow(models.Model):
    """One act: for the law. ``detail`` is JSON of numbers, codes and reasons, never a name.

    ``marks``, ``salt`` and ``link`` are its place in the chain (:mod:`pipeline.records.chain`).
    """

    at = models.DateTimeField()
    account = models.CharField(max_length=64)
    operator = models.CharField(max_length=64)
    verb = models.CharField(max_length=40)
    step = models.IntegerField(null=True)
    case = models.CharField(max_length=16, blank=True, default="", db_index=True)
    subject = models.CharField(max_length=60, blank=True, default="", db_index=True)
    detail = models.TextField(default="{}")
    marks = models.TextField(default="")
    salt = models.CharField(max_length=64, default="")
    link = models.CharField(max_length=64, default="")

    class Meta:
        """Acts are asked for by their verb; with the case, so that what became of one is not looked for among all."""

        indexes = [
            models.Index(fields=["verb", "case"], name="history_by_verb"),
            models.Index(fields=["account"], name="history_by_account"),
            models.Index(fields=["at"], name="history_by_time"),
        ]


class AccessRow(models.Model):
    """One look at something (UU 27/2022): who saw or exported what, when."""

    at = models.DateTimeField()
    account = models.CharField(max_length=64)
    operator = models.CharField(max_length=64)
    verb = models.CharField(max_length=40)
    subject = models.CharField(max_length=120)
    digest = models.CharField(max_length=64, default="")

    class Meta:
        """Looks are asked for by whom, when, and at what."""

        indexes = [
            models.Index(fields=["account"], name="access_by_account"),
            models.Index(fields=["at"], name="access_by_time"),
            models.Index(fields=["subject"], name="access_by_subject"),
        ]
