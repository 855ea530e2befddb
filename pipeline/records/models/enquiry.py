"""Enquiries by telephone: the agreed password of a case, as a hash, and the tries that went wrong.

Neither goes into the archive: they are in the database and in the encrypted backup alone.
"""

from django.db import models


class PasswordRow(models.Model):
    """The password of one case (its argon2id digest, never the words), who set it and when."""

    case = models.CharField(primary_key=True, max_length=16)
    digest = models.CharField(max_length=200)
    at = models.DateTimeField()
    account = models.CharField(max_length=64)


class WrongTryRow(models.Model):
    """One try that was not answered; ``key`` is a digest of the number that was named, whether or not there is one."""

    key = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["key", "at"], name="wrong_try_by_number")]
