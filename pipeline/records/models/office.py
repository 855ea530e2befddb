"""What the office itself keeps: its accounts and lists, what happened and who looked, and enquiries by telephone."""

from collections.abc import Iterator

from django.db import models
from django.utils.crypto import salted_hmac


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

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: tuple[str, ...] = ()
    is_authenticated, is_anonymous = True, False

    @property
    def is_active(self) -> bool:
        """Whether the account may sign in."""
        return not self.locked

    def get_username(self) -> str:
        """Return the account's name."""
        return self.name

    def get_session_auth_hash(self) -> str:
        """Return what a session is bound to: it ends when word, roles or lock change."""
        bound = f"{self.password} {self.roles} {self.locked}"
        return str(salted_hmac("rangkap.session", bound, algorithm="sha256").hexdigest())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Return no older form of it."""
        return iter(())


class OfficeRow(models.Model):
    """Version ``version`` of the row ``name`` of the list ``called``: its ``value`` counts from the day ``since`` (none: always).

    A ``retired`` version says that the row counts no more from that day. ``account`` entered it, ``at`` then, for a ``reason``.
    """

    called = models.CharField(max_length=20)
    name = models.CharField(max_length=20)
    version = models.IntegerField()
    value = models.TextField()
    since = models.DateField(null=True)
    retired = models.BooleanField(default=False)
    account = models.CharField(max_length=64)
    at = models.DateTimeField()
    reason = models.TextField(blank=True, default="")

    class Meta:
        """One version of a row once."""

        constraints = [
            models.UniqueConstraint(fields=["called", "name", "version"], name="office_row_version_once")
        ]


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
