"""A document that is gone is one finding, at its own place; the object in which it stood is none beside it."""

from __future__ import annotations

from tests.office import damage
from tests.office.bureau import Bureau


def test_a_document_that_is_gone_is_named_once(bureau: Bureau) -> None:
    damage.call(bureau)
    paper = "2026/2026-0001/v1/content/catatan-telepon.txt"
    bureau.held.remove(paper)
    assert [(one.kind.value, one.path) for one in bureau.verify()] == [("missing", paper)]
