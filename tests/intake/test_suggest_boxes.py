"""What the words of a form say about its boxes: which are empty, whose words they are, and what is in doubt."""

import pytest

from pipeline.intake.suggest import danger, suggest
from tests.intake.suggest_letters import page_of

HEAD = "PUSKESMAS SUNGAI BAKUNG\nFORMULIR RUJUKAN KORBAN KEKERASAN\nNomor : 440/0213/PKM/XI/2026\n\n"
EMPTY = ["[ ]", "( )", "☐", "□", "○", "\uf0a8", "\uf06f", "[]", "()"]
FULL = ["[x]", "[X]", "[v]", "(√)", "(v)", "(X)", "☒", "☑", "✓", "✔", "\uf0fe", "\uf0fd"]


def kinds(text: str) -> str:
    suggestion = suggest([page_of(HEAD + text)]).get("case_type")
    return suggestion.normal if suggestion else ""


def alarms(text: str) -> tuple[str, ...]:
    return danger([page_of(HEAD + text)])


@pytest.mark.parametrize("empty", EMPTY)
@pytest.mark.parametrize("full", FULL)
def test_only_a_marked_box_proposes_and_alarms(empty: str, full: str) -> None:
    text = f"Sifat : {full} Segera {empty} Darurat\nJenis kekerasan : {full} Fisik {empty} Psikis {empty} Penelantaran\n"
    assert (kinds(text), alarms(text)) == ("fisik", ())
    other = f"Sifat : {empty} Segera {full} Darurat\nJenis kekerasan : {empty} Fisik {full} Psikis {empty} Eksploitasi\n"
    assert (kinds(other), alarms(other)) == ("psikis", ("darurat",))


@pytest.mark.parametrize("empty", EMPTY)
def test_a_form_with_nothing_ticked_proposes_no_kind(empty: str) -> None:
    text = f"Jenis kekerasan : {empty} Penelantaran {empty} Eksploitasi {empty} TPPO\nAncaman : {empty} Dikurung {empty} Dipukul\n"
    assert (kinds(text), alarms(text)) == ("", ())


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Sifat : O Biasa X Segera O Darurat", ()),
        ("Sifat : OBiasa XSegera ODarurat", ()),
        ("Sifat : O Biasa O Segera X Darurat", ("darurat",)),
        ("Sifat : O Biasa O Segera V Darurat", ("darurat",)),
        ("Sifat : UI Biasa IX Segera UI Darurat", ("darurat",)),
        ("Sifat : Darurat", ("darurat",)),
        ("O Darurat", ("darurat",)),
    ],
)
def test_a_box_read_as_a_letter_is_believed_beside_another_only(row: str, found: tuple[str, ...]) -> None:
    assert alarms(row + "\n") == found


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Biasa [ ]  Segera [ ]  Darurat [x]", ("darurat",)),
        ("Sifat : Biasa [ ]  Segera [x]  Darurat [ ]", ()),
        ("Biasa [ ]  Segera [x]  Darurat [ ]", ()),
        ("[ ] Biasa  [ ] Segera  Darurat [x]", ("darurat",)),
        ("Biasa [ ]  Segera [ ]  Darurat [x] (beri tanda)", ("darurat",)),
        ("Sifat [ ] Biasa [x] Segera [ ] Darurat", ()),
    ],
)
def test_boxes_behind_their_words_belong_to_these(row: str, found: tuple[str, ...]) -> None:
    assert alarms(row + "\n") == found


def test_kinds_with_their_boxes_behind_them_are_read_so() -> None:
    assert kinds("Jenis kekerasan : Fisik [x]  Psikis [ ]  Seksual [x]\n") == "fisik, seksual"
    assert kinds("Jenis kekerasan : Fisik [ ]  Psikis [x]  Seksual [ ]\n") == "psikis"


@pytest.mark.parametrize(
    "row",
    [
        "[ ] Lainnya: diancam akan dibunuh",
        "[ ] Kawin. Ia diancam akan dibunuh",
        "[ ] Ya [ ] Tidak\nKeterangan : ia diancam akan dibunuh suaminya",
        "Ia diancam akan dibunuh suaminya [ ]",
        "[ ] sudah berobat dan menurut ibunya setiap malam ia pulang ke rumah dengan takut akan dibunuh",
        "[ ] Pernah diancam\nakan dibunuh",
    ],
)
def test_a_danger_word_that_somebody_wrote_is_never_lost(row: str) -> None:
    assert alarms(row + "\n") == ("dibunuh",)


def test_what_a_hand_wrote_behind_the_options_is_proposed() -> None:
    assert (
        kinds("Jenis kekerasan : fisik dan psikis\nKorban mengalami kekerasan fisik dan psikis.\n")
        == "fisik, psikis"
    )
    assert kinds("Jenis kekerasan : [ ] Seksual [ ] TPPO\nRingkasan : korban dipukul suaminya.\n") == "fisik"


def phones(text: str) -> dict[str, str]:
    fields = suggest([page_of(HEAD + text)])
    return {name: fields[name].normal for name in ("reporter_phone", "victim_phone") if name in fields}


def test_each_number_is_its_owners() -> None:
    both = "A. KORBAN\nNama : Ani Batuah\nTelepon : 0812-0000-4401\n\nB. PELAPOR\nNama : Nur Batuah\nTelepon : 0812-0000-4402\n"
    assert phones(both) == {"victim_phone": "081200004401", "reporter_phone": "081200004402"}
    hers = "A. KORBAN\nNama : Ani Batuah\nTelepon : 0812-0000-4401\n\nB. PELAPOR\nNama : Nur Batuah\nTelepon : -\n"
    assert phones(hers) == {"victim_phone": "081200004401"}
    named = "Nama korban : Ani Batuah\nNo. HP korban : 0812-0000-4401\nNama pelapor : Nur Batuah\n"
    assert phones(named) == {"victim_phone": "081200004401"}
    prose = "Nama pelapor : Nur Batuah\n\nKorban dapat dihubungi di nomor 0812-0000-4401 pada pagi hari.\n"
    assert phones(prose) == {"victim_phone": "081200004401"}
    his = "C. TERLAPOR\nNama : Hendri\nTelepon : 0812-0000-4403\n"
    assert phones(his) == {}
