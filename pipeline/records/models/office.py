"""Accounts, lists, history, access log, and enquiries by telephone."""

from collections.abc import Iterator

from django.db import models
from django.utils.crypto import salted_hmac


class AccountRow(models.Model):
    """An account as Django's user; ``password`` is a digest or empty.

    One given out (``once``) must be changed before ``until``.
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
        """The account's name."""
        return self.name

    def get_session_auth_hash(self) -> str:
        """Ends a session when password, roles or lock change."""
        bound = f"{self.password} {self.roles} {self.locked}"
        return str(salted_hmac("rangkap.session", bound, algorithm="sha256").hexdigest())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """No older form of it."""
        return iter(())


class OfficeRow(models.Model):
    """A version of a row, in force from ``since`` (None: always)."""

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
        constraints = [
            models.UniqueConstraint(fields=["called", "name", "version"], name="office_row_version_once")
        ]


class HistoryRow(models.Model):
    """An act; ``detail`` is JSON without names."""

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
        indexes = [
            models.Index(fields=["verb", "case"], name="history_by_verb"),
            models.Index(fields=["account"], name="history_by_account"),
            models.Index(fields=["at"], name="history_by_time"),
        ]


class AccessRow(models.Model):
    """One look (UU 27/2022)."""

    at = models.DateTimeField()
    account = models.CharField(max_length=64)
    operator = models.CharField(max_length=64)
    verb = models.CharField(max_length=40)
    subject = models.CharField(max_length=120)
    digest = models.CharField(max_length=64, default="")

    class Meta:
        indexes = [
            models.Index(fields=["account"], name="access_by_account"),
            models.Index(fields=["at"], name="access_by_time"),
            models.Index(fields=["subject"], name="access_by_subject"),
        ]


class PasswordRow(models.Model):
    """A case's password (argon2id digest)."""

    case = models.CharField(primary_key=True, max_length=16)
    digest = models.CharField(max_length=200)
    at = models.DateTimeField()
    account = models.CharField(max_length=64)


class WrongTryRow(models.Model):
    """An unanswered try; ``key`` is a digest."""

    key = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["key", "at"], name="wrong_try_by_number")]
