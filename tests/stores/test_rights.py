"""A right that the key of a bucket lacks is named; a server that knows no versions has none."""

from __future__ import annotations

import pytest

from pipeline.stores.errors_versioned import RightMissing
from pipeline.stores.versioned import Rule
from tests.stores.go_between import GoBetween
from tools import s3

RIGHTS = {
    "versioning": "s3:GetBucketVersioning",
    "object-lock": "s3:GetBucketObjectLockConfiguration",
    "versions": "s3:ListBucketVersions",
    "legal-hold": "s3:GetObjectLegalHold",
    "retention": "s3:GetObjectRetention",
}


def test_each_right_that_the_key_lacks_is_named(go_between: GoBetween, s3_server: s3.Server) -> None:
    store = s3.opened(s3_server.endpoint, s3.LOCKED)
    store.put_new("a/b", b"satu")
    far = s3.versions_of(go_between.endpoint, store, tries=0)
    (one,) = far.versions("a/b")
    assert far.rights_lacking("a/b") == []
    works = (far.rule, far.rule, lambda: list(far.versions("a/")), lambda: far.is_held(one), lambda: far.locked_until(one))  # fmt: skip
    for (word, right), work in zip(RIGHTS.items(), works, strict=True):
        go_between.refused = {word: (403, "AccessDenied")}
        assert far.rights_lacking("a/b") == [right]
        with pytest.raises(RightMissing) as raised:
            work()
        assert all(right in raised.value.text(lang) for lang in ("id", "en"))
        assert "GSX-9731" not in raised.value.text()
    go_between.refused = dict.fromkeys(RIGHTS, (403, "AccessDenied"))
    assert far.rights_lacking("a/b") == [*RIGHTS.values()]
    plain = s3.versions_of(go_between.endpoint, s3.opened(s3_server.endpoint, s3.PLAIN), tries=0)
    del go_between.refused["versioning"], go_between.refused["object-lock"]
    assert plain.rights_lacking("a/b") == ["s3:ListBucketVersions"]


@pytest.mark.parametrize("said", [(501, "NotImplemented"), (405, "MethodNotAllowed")])
def test_a_server_that_knows_no_versions_has_none(
    go_between: GoBetween, s3_server: s3.Server, said: tuple[int, str]
) -> None:
    far = s3.versions_of(go_between.endpoint, s3.opened(s3_server.endpoint, s3.PLAIN), tries=0)
    go_between.refused = {"versioning": said, "object-lock": said}
    assert far.rule() == Rule(has_versions=False, has_lock=False)
    assert far.rights_lacking("a/b") == []
