"""The register in the database: entries as their canonical line, payloads beside them."""

from django.db import models


class EntryRow(models.Model):
    """Entry ``n`` of the chain; ``line`` is what stands in ``register.jsonl``, ``payload`` its columns."""

    n = models.IntegerField(primary_key=True)
    register_number = models.CharField(max_length=60, db_index=True)
    case = models.CharField(max_length=16, db_index=True)
    operation = models.CharField(max_length=64, unique=True)
    line = models.BinaryField()
    payload = models.TextField()
