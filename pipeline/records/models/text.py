"""The words of documents: an index, made from readings, transcripts and drafts, and gone with them."""

from django.db import models


class TextRow(models.Model):
    """What one document says. ``id`` is its place in time: year, month, day and a number of the day (``20261124000003``).

    ``kind`` is one of :class:`pipeline.records.texts.TextKind`, ``thing`` the arrival, the letter, or the digest of the
    transcript. ``case`` and ``document`` are given where they do not follow from the arrival. ``stems`` are those of
    ``plain``, word for word; the indexes over them (FTS5; tsvector) are made by the migration.
    """

    id = models.BigIntegerField(primary_key=True)
    thing = models.CharField(max_length=128, unique=True)
    kind = models.CharField(max_length=10)
    case = models.CharField(max_length=16, blank=True, default="", db_index=True)
    document = models.CharField(max_length=200, blank=True, default="")
    plain = models.TextField()
    stems = models.TextField()
