"""People of cases, found by their normalised names: made from the cases and gone with them."""

from django.db import models


class PersonRow(models.Model):
    """Somebody in a case whose name is known.

    ``plain`` is JSON of what is compared, ``words`` what is looked through first (:func:`pipeline.cases.sounds.normalised`).
    """

    case = models.CharField(max_length=16, db_index=True)
    plain = models.TextField()
    words = models.TextField(default="")
