"""Frozen dataclasses as JSON and back, strictly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pipeline.kernel.clock import read_stamp, stamp

if TYPE_CHECKING:
    from cattrs import Converter

_T = TypeVar("_T")


def to_plain(value: Any) -> Any:
    """For JSON."""
    return _converter().unstructure(value)


def from_plain(kind: type[_T], plain: Any) -> _T:
    """Read back :func:`to_plain`. Raises ``ValueError``."""
    try:
        return _converter().structure(plain, kind)
    except (ExceptionGroup, AttributeError, TypeError) as error:
        cause = getattr(error, "exceptions", [error])[0]
        raise ValueError(getattr(getattr(cause, "__notes__", [""])[-1], "name", cause)) from None


@cache
def _converter() -> Converter:
    from cattrs import Converter
    from cattrs.strategies import configure_union_passthrough

    made = Converter(forbid_extra_keys=True, unstruct_collection_overrides={tuple: list})
    made.register_unstructure_hook(datetime, stamp)
    made.register_unstructure_hook(date, date.isoformat)
    made.register_structure_hook(datetime, lambda plain, _: read_stamp(plain))
    made.register_structure_hook(date, lambda plain, _: date.fromisoformat(plain))
    for kind in (str, int, bool):
        made.register_structure_hook(kind, _same)
    made.register_structure_hook_factory(lambda kind: get_args(kind)[1:] == (Ellipsis,), _tuple)
    configure_union_passthrough(str | int | bool, made)
    return made


def _same(plain: Any, kind: Callable[[Any], _T]) -> _T:
    made = kind(plain)
    if made != plain:
        raise TypeError(kind)
    return made


def _tuple(kind: Any, converter: Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    items = list[get_args(kind)[0]]  # type: ignore[misc, valid-type]
    read = converter.get_structure_hook(items)
    return lambda plain, _: tuple(read(_same(plain, list), items))
