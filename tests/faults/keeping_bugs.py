"""Mistakes planted in restore and upgrade: each must be caught by a sweep of :mod:`tests.faults.test_keeping_faults`."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.office import restore, upgrade
from tests.faults.bugs import swallowed_error


def home_first() -> None:
    """What makes a folder a home is moved up first, its database last."""
    vars(restore)["_PARTS"] = ("office.toml", "inbox", "archive", "letter_templates")
    vars(restore)["_LAST"] = "var"


def not_swept() -> None:
    """What a failed restore made stays."""
    vars(restore)["_sweep"] = lambda target: None


def not_put_back() -> None:
    """What an upgrade that was killed kept beside is left there."""
    vars(upgrade)["put_back"] = lambda settings: None


BUGS: dict[str, Callable[[], None]] = {
    "home_first": home_first,
    "not_put_back": not_put_back,
    "not_swept": not_swept,
    "swallowed_error": swallowed_error,
}
