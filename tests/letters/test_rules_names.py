"""Rules 8, 9 and 13: a name is found in all its writings, and words and places that are spelled alike are left."""

import pytest

from pipeline.letters.names import Sought, known_pairs, same_person, without_whole, words_of

NAMES = ("Rusmini Talahu", "Ipit", "Bunga Lestari", "Nur'aini")
PLACES = known_pairs(["Jalan Melati Raya No. 0 Muara Lanting", "Kecamatan Hulu Asri"])

NAMED = """\
Rusmini Talahu sudah kami temui.
RUSMINI   TALAHU
Talahu, Rusmini
Sdri. Rusmini
rusmini
R. Talahu
Rusmini T.
Rus-mini
Rus- mini Tala- hu
Rusmini-Talahu
Rusmini-nya
Rusmininya
R u s m i n i
Roesmini
ipit
Ipitlah orangnya.
Petugas menemui Sdri. Bunga.
anak Bunga
Ibu Lestari
bunga lestari adalah Bunga Lestari
Kami menemui Bunga di sana.
Nur'aini
Nuraini
NUR’AINI
Rus\u00admini
Rus\u200bmini
Kepala Desa Rusmini
""".splitlines()
LEFT = """\
Bunga rampai layanan kami.
Semoga lestari.
bunga lestari
Bunga
SETANGKAI BUNGA MEKAR
R.T. dan I.
Rusminingsih
Pitaloka
Jalan Rusmini No. 5
Gang Ipit
Desa Talahu
""".splitlines()


@pytest.mark.parametrize("text", NAMED)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert Sought.of(NAMES, (), PLACES).stands_in(text)


@pytest.mark.parametrize("text", LEFT)
def test_words_initials_and_places_are_no_names(text: str) -> None:
    assert not Sought.of(NAMES, (), PLACES).stands_in(text)


def test_a_place_that_the_office_knows_is_no_name_but_a_title_before_it_makes_one() -> None:
    sought = Sought.of(["Melati Raya", "Hulu"], (), PLACES)
    assert not sought.stands_in("Kantor kami: Melati Raya No. 0")
    assert not sought.stands_in("Kecamatan Hulu Asri")
    assert sought.stands_in("Sdri. Melati Raya")
    assert sought.stands_in("Kami menunggu Hulu besok.")


def test_the_words_of_the_addressee_are_free() -> None:
    assert not Sought.of(["Ferdi Talahu"], ["talahu"]).stands_in("Keluarga Talahu")
    assert Sought.of(["Ferdi Talahu"], ["talahu"]).stands_in("Ferdi")
    assert Sought.of(["Ferdi Talahu"], ["talahu"]).stands_in("Ferdi Talahu")


def test_a_name_of_two_letters_counts_after_a_title_only() -> None:
    assert Sought.of(["Ai"]).stands_in("Ibu Ai")
    assert not Sought.of(["Ai"]).stands_in("ai")


def test_nobody_is_sought_where_there_is_no_name() -> None:
    assert not Sought.of(["", "R.T.", "S.H."]).stands_in("R.T. anak itu")


def test_a_whole_name_is_taken_out_and_parts_of_others_stay() -> None:
    left = without_whole("Nurjanah Batuah dan Selviana Batuah", ["Bidan Nurjanah Batuah", "Ipit"])
    assert "Nurjanah" not in left
    assert "Selviana Batuah" in left


def test_titles_degrees_and_initials_are_no_words_of_a_name() -> None:
    assert words_of("Dra. Hj. Wahdaniah Suling, M.Si.") == ("wahdaniah", "suling")
    assert words_of("M. Djumhani") == ("jumhani",)
    assert words_of("R.T.") == ()
    assert same_person("Ibu Rusmini Talahu", "RUSMINI TALAHU, S.Pd.")
    assert not same_person("", "")
    assert not same_person("Rusmini", "Rusmini Talahu")
