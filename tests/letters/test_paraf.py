"""The chain of paraf stands on copy 2, in order, in a box that is as high on both copies."""

import re
from collections.abc import Callable, Sequence

import pytest

from pipeline.letters import package, parts
from pipeline.letters.compose import Draft
from pipeline.letters.copies import stamp
from pipeline.letters.matter import Matter
from pipeline.letters.text import frozen_text
from pipeline.settings.signatories import Signatory, paraf_labels
from tests.letters.matters import CHAIR, DAY, VICTIM

Composer = Callable[[Matter], Draft]
CHAINS: list[tuple[str, ...]] = [
    (),
    ("Paraf Sekretaris",),
    ("Paraf Kasi Perlindungan", "Paraf Kabid PPA", "Paraf Sekretaris"),
    tuple(f"Paraf {n} {'x' * 22}" for n in range(4)),
]


def heights(docx: bytes) -> int:
    """Return the height of the box for initials: the sum of its rows."""
    body = package.unpack(docx)[package.BODY].decode()
    (box,) = [
        table
        for table in re.findall(r"<w:tbl\b(?:(?!<w:tbl\b).)*?</w:tbl>", body, re.DOTALL)
        if "RangkapParaf" in table
    ]
    rows = re.findall(r'<w:trHeight w:val="(\d+)" w:hRule="exact"/>', box)
    return sum(map(int, rows))


@pytest.mark.parametrize("chain", CHAINS, ids=len)
def test_the_labels_stand_in_order_on_copy_2_and_the_boxes_are_as_high(
    chain: Sequence[str], composed: Composer
) -> None:
    first, second = stamp(composed(VICTIM).docx, "1", DAY, "2026-0001-1", 1, b"k", "k1", chain)
    assert "\t".join(chain or parts.PARAF_LABELS) in frozen_text(second.docx)
    assert "Paraf" not in frozen_text(first.docx)
    assert heights(first.docx) == heights(second.docx) == sum(parts.PARAF_ROWS)


def test_an_account_is_named_by_its_title_where_that_is_short_else_as_written() -> None:
    secretary = Signatory("sekretaris", "Sekretaris", "Hendrawan Sulu")
    long = Signatory("kabid", "Kepala Bidang Perlindungan Perempuan dan Anak", "Ratna")
    who = Signatory("ketua", CHAIR.title, CHAIR.name, paraf=("kabid", "sekretaris", "Kasubag Umum"))
    assert paraf_labels(who, (who, secretary, long)) == (
        "Paraf kabid",
        "Paraf Sekretaris",
        "Paraf Kasubag Umum",
    )
    assert paraf_labels(CHAIR, (CHAIR,)) == ()
