"""An object of a bucket that only a list of it still names is a hole in the archive, as in a folder."""

from __future__ import annotations

import pytest

from pipeline.office.base.desk import who
from pipeline.office.base.errors import RebuildIncomplete
from pipeline.office.keeping.rebuild import rebuild
from pipeline.records import cases
from tests.office import damage
from tests.office.bureau import ARCHIVIST, USER, Bureau


def test_an_archive_with_a_hole_is_not_rebuilt_into_a_register_with_a_hole(on_bucket: Bureau) -> None:
    first, second = (damage.call(on_bucket, text).number for text in ("pertama", "kedua"))
    for name in on_bucket.held.names("inventory.json*"):
        if second in name:
            on_bucket.held.remove(name)
    assert on_bucket.held.names(f"sums/2026/{second}.v1")
    with pytest.raises(RebuildIncomplete, match=second):
        rebuild(on_bucket.settings, who(on_bucket.settings, USER, ARCHIVIST))
    on_bucket.desk()
    assert cases.numbers() == [first, second], "the old database is still in use"
