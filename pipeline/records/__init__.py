"""The database: only this package touches tables; its stores take and give plain values.

Names of people stand in values of cases and arrivals only. Importing it configures Django with an empty
database in memory.
"""

from django.apps import apps
from django.conf import settings

from pipeline.django_settings import WORDS

if not settings.configured:
    settings.configure(**WORDS)
    apps.populate(settings.INSTALLED_APPS)
