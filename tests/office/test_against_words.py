"""What speaks against destroying a case has its words in English too."""

from __future__ import annotations

import pytest

from pipeline.office.base.retention import BY_ITSELF
from pipeline.office.disposal.against_words import told
from pipeline.settings.retention import Fate


@pytest.mark.parametrize(
    ("reason", "english"),
    [
        ("tidak ada JRA untuk kode 463.1: disimpan", "no retention schedule for code 463.1: kept"),
        ("belum selesai", "not finished yet"),
        ("masa simpan belum habis", "its time of keeping is not over"),
        ("sedang diarsipkan", "being filed"),
        ("sudah ada dalam daftar M-2026-1", "already on the list M-2026-1"),
        ("pemusnahan ditangguhkan", "its destruction is held"),
        (
            f"pemusnahan ditangguhkan {BY_ITSELF}",
            "its destruction is held by itself: the case was referred to the police or a court",
        ),
        (f"nasib akhir menurut JRA: {Fate.KEEP}", "its fate by the retention schedule: kept for good"),
        ("sesuatu {yang} lain", "sesuatu {yang} lain"),
    ],
)
def test_a_reason_is_told_in_both_languages(reason: str, english: str) -> None:
    said = told(reason)
    assert (said.fill("id"), said.fill("en")) == (reason, english)
