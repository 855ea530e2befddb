"""What a test expects to be refused: by its code, or by the class that stands for several."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from pipeline.kernel.errors import Refusal


def is_any(error: BaseException, *kinds: str | type[Refusal]) -> bool:
    """Tell whether ``error`` is a refusal of one of ``kinds``."""
    codes = [kind for kind in kinds if isinstance(kind, str)]
    classes = tuple(kind for kind in kinds if not isinstance(kind, str))
    return isinstance(error, Refusal) and (error.code in codes or isinstance(error, classes))


def refused_with(*kinds: str | type[Refusal], **more: Any) -> pytest.RaisesExc[Refusal]:
    """Expect a refusal of one of ``kinds``."""
    return pytest.raises(Refusal, check=lambda error: is_any(error, *kinds), **more)


@contextmanager
def let_pass(*kinds: str | type[Refusal]) -> Iterator[None]:
    """Go on after a refusal of one of ``kinds``; any other is raised."""
    try:
        yield
    except Refusal as error:
        if not is_any(error, *kinds):
            raise
