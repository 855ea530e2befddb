"""A word that everybody of the office would try is refused, whatever it is decorated with."""

import pytest

from pipeline.office.base import sign_in
from tests.office.bureau import Bureau
from tests.refused import refused_with


@pytest.mark.parametrize(
    "new",
    [
        "P2TP2A-2026-rangkap",
        "p2tp2abatangasri!",
        "kantorBatangAsri2026",
        "Kata Masuk Kantor 1",
        "surat_petugas_99",
    ],
)
def test_a_word_made_of_the_names_of_the_office_is_refused(bureau: Bureau, new: str) -> None:
    names = sign_in.names_of(bureau.settings)
    with refused_with("office.weak_word") as refused:
        sign_in.need_strong("petugas", "", new, names)
    assert "nama kantor" in refused.value.text("id")


@pytest.mark.parametrize("new", ["aaaaaaaaaaaa", "abcabcabcabc", "ada ada ada ada", "AaAaBbBbCcCc"])
def test_a_word_of_few_letters_again_and_again_is_refused(bureau: Bureau, new: str) -> None:
    with refused_with("office.weak_word") as refused:
        sign_in.need_strong("petugas", "", new, sign_in.names_of(bureau.settings))
    assert "berulang-ulang" in refused.value.text("id")


@pytest.mark.parametrize(
    "new", ["kuda lumping sore hari", "perahu kayu seberang teluk", "kantor dekat pohon mangga tua"]
)
def test_a_sentence_of_ones_own_is_taken(bureau: Bureau, new: str) -> None:
    sign_in.need_strong("petugas", "", new, sign_in.names_of(bureau.settings))
