"""Hashes of passwords for enquiries, and the tries that were not answered."""

from collections.abc import Collection
from datetime import datetime

from pipeline.records.models import PasswordRow, WrongTryRow


def password_of(case: str) -> str:
    """Hash of the password of ``case``; empty where none was agreed."""
    return PasswordRow.objects.filter(pk=case).values_list("digest", flat=True).first() or ""


def agree(case: str, digest: str, moment: datetime, account: str) -> None:
    """Keep the hash of a password, replacing an earlier one."""
    PasswordRow.objects.update_or_create(
        pk=case, defaults={"digest": digest, "at": moment, "account": account}
    )


def withdraw(case: str) -> None:
    """Remove the password of a case."""
    PasswordRow.objects.filter(pk=case).delete()


def wrong_since(keys: Collection[str], since: datetime) -> int:
    """Count the unanswered tries with one of ``keys`` since a moment."""
    return WrongTryRow.objects.filter(key__in=keys, at__gte=since).count()


def wrong(key: str, moment: datetime) -> None:
    """Note an unanswered try."""
    WrongTryRow.objects.create(key=key, at=moment)


def forget(before: datetime) -> None:
    """Drop tries that count no more; each stands in the access log for good."""
    WrongTryRow.objects.filter(at__lt=before).delete()
