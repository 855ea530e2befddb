"""Hashes of passwords for enquiries, and unanswered tries."""

from collections.abc import Collection
from datetime import datetime

from pipeline.records.models import PasswordRow, WrongTryRow


def password_of(case: str) -> str:
    """Hash of a case's password, or empty."""
    return PasswordRow.objects.filter(pk=case).values_list("digest", flat=True).first() or ""


def agree(case: str, digest: str, moment: datetime, account: str) -> None:
    """Replace a hash."""
    PasswordRow.objects.update_or_create(
        pk=case, defaults={"digest": digest, "at": moment, "account": account}
    )


def withdraw(case: str) -> None:
    """Remove a password."""
    PasswordRow.objects.filter(pk=case).delete()


def wrong_since(keys: Collection[str], since: datetime) -> int:
    """Number of unanswered tries."""
    return WrongTryRow.objects.filter(key__in=keys, at__gte=since).count()


def wrong(key: str, moment: datetime) -> None:
    """Note an unanswered try."""
    WrongTryRow.objects.create(key=key, at=moment)


def forget(before: datetime) -> None:
    """Drop old tries; the access log keeps them."""
    WrongTryRow.objects.filter(at__lt=before).delete()
