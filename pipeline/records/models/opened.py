"""Who has an arrival open on the desk: a sign for others, which nobody has to take away."""

from django.db import models


class OpenedRow(models.Model):
    """``account`` has ``arrival`` (its id) open ``since`` then, and was last ``seen`` at it."""

    arrival = models.CharField(max_length=26)
    account = models.CharField(max_length=64)
    since = models.DateTimeField()
    seen = models.DateTimeField()

    class Meta:
        """One sign of one account at one arrival."""

        constraints = [models.UniqueConstraint(fields=["arrival", "account"], name="opened_once_by_each")]
