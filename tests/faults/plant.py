"""Planting a bug, or a setting of a test, in the place of what a module has."""

from types import ModuleType


def plant(module: ModuleType, name: str, value: object) -> None:
    """Put ``value`` in the place of ``name``, which ``module`` must have: what went elsewhere would be planted in vain."""
    assert name in vars(module), f"{module.__name__} has no {name}"
    vars(module)[name] = value
