"""The queue's worker; may run twice."""

import pipeline.records  # noqa: F401 - configures Django, without which django-q2 cannot be imported
