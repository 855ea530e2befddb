"""The database: the only room that touches tables. ``open_records`` boots Django, stores keep the rest.

Rows go in and out through the stores of this house as plain values; no model leaves it. Names of
people stand in the value of a case and of an arrival only; history, access log and register entries
hold numbers and accounts.

Importing it configures Django once, with an empty database in memory; ``boot.open_records`` then names
the file of the home. So no other room needs to know in which order Django wants to be woken.
"""

from django.apps import apps
from django.conf import settings

from pipeline.django_settings import WORDS

if not settings.configured:
    settings.configure(**WORDS)
    apps.populate(settings.INSTALLED_APPS)
