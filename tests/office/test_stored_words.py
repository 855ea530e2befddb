"""A reason that was written down is told as it would be written now, in English too: that of every refusal of the intake."""

from __future__ import annotations

import re

import pytest

from pipeline.kernel.errors import Refusal
from pipeline.kernel.refusals.intake import INTAKE
from pipeline.office.base.stored_words import refusal


@pytest.mark.parametrize("code", INTAKE)
def test_the_reason_of_every_refusal_is_known_again(code: str) -> None:
    places = set(re.findall(r"\{(\w+)", INTAKE[code].id))
    error = Refusal(code, **{name: f"{name} 12 {{x}}" for name in places})
    assert refusal(error.text("id")).fill("id") == error.text("id")
    assert refusal(error.text("id")).fill("en") == error.text("en")


def test_another_reason_stands_as_it_is() -> None:
    assert refusal("ditulis {orang}").fill("en") == "ditulis {orang}"


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("rusak; pindai ulang atau salin ulang, lalu taruh lagi di inbox.", "rusak; pindai ulang atau salin ulang."),
        ("Simpan ulang sebagai PDF, lalu taruh kembali di inbox.", "Simpan ulang sebagai PDF."),
        ("atau cetak lalu pindai, dan taruh lagi di inbox.", "atau cetak lalu pindai."),
        ("Salin dokumen itu sebagai berkas baru ke dalam inbox.", "Salin dokumen itu sebagai berkas baru."),
        ("Salin ulang dokumennya ke inbox sebagai berkas baru", "Salin ulang dokumennya sebagai berkas baru"),
        ("Berkas tetap aman di inbox. Kosongkan ruang", "Berkas tetap aman di inbox. Kosongkan ruang"),
    ],
)  # fmt: skip
def test_the_folder_that_an_earlier_reason_named_is_left_out(said: str, now: str) -> None:
    assert refusal(said).id == now
    empty = "Berkas ini kosong (0 bita). Pindai ulang suratnya, lalu taruh lagi di inbox."
    assert refusal(empty).en == "The file is empty (0 bytes). Scan the letter again."
