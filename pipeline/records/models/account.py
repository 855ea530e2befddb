"""Accounts as the office keeps them beside office.toml: roles, whether locked, and the word they sign in with."""

from django.db import models


class AccountRow(models.Model):
    """One account: ``roles`` is a JSON list; ``password`` a digest by Django's hashers, empty where nobody signs in.

    ``once`` says that the word was given out by the office and must be changed at the first use, ``until`` how long it
    is good. The columns are those that a Django user has, so that the web door can sign in with this table.
    """

    name = models.CharField(primary_key=True, max_length=64)
    roles = models.TextField(default="[]")
    locked = models.BooleanField(default=False)
    password = models.CharField(max_length=255, blank=True, default="")
    last_login = models.DateTimeField(null=True)
    once = models.BooleanField(default=False)
    until = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)
