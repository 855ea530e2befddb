"""A row of the paper register as a case: who is an institution, who is a child, and what stands in the book."""

import pytest

from pipeline.cases.old import old_columns, old_values

DAY = {"received_date": "2026-01-05", "register_number": "1"}


def reporter(written: str, **cells: str) -> str:
    return old_columns("1", old_values({**DAY, "reporter": written, **cells}, "x"), "register lama", "")[
        "reporter"
    ]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Polsek Hulu", "Polsek Hulu"),
        ("Dinas Sosial Kab. Barito Utara", "Dinas Sosial Kab. Barito Utara"),
        ("RSUD Muara Teweh", "RSUD Muara Teweh"),
        ("Polsek Hulu a.n. Bripka Andi Saputra", "Polsek Hulu"),
        ("Puskesmas Asri (Ibu Rina)", "Puskesmas Asri"),
        ("Yayasan Kasih, Siti Aminah", "Yayasan Kasih"),
        ("Kelurahan Melayu", "desa/kelurahan (disamarkan)"),
        ("SMP Negeri 3", "sekolah (disamarkan)"),
        ("Desi Asri", "D.A."),
        ("Samin", "S."),
        ("R.T.", "R.T."),
        ("Mi Yatun", "M.Y."),
        ("Ma Anton", "M.A."),
        ("Kantori Jaya", "K.J."),
        ("Rusmini Talahu, S.Pd", "R.T."),
        ("Rusmini dan Tini", "R.T."),
        ("Anonim", "anonim"),
        ("N.N.", "anonim"),
        ("Tidak diketahui", "belum diketahui"),
        ("-", ""),
        ("", ""),
    ],
)
def test_an_institution_is_named_and_everybody_else_is_initials(written: str, shown: str) -> None:
    assert reporter(written) == shown


def test_a_school_is_named_only_where_the_book_says_that_the_victim_is_no_child() -> None:
    assert reporter("SMP Negeri 3", victim_age="30") == "SMP Negeri 3"
    assert reporter("SMP Negeri 3", is_child="tidak") == "SMP Negeri 3"
    for cells in (
        {"victim_age": "14"},
        {"victim_age": "2010"},
        {"is_child": "Ya"},
        {"victim_age": "30", "is_child": "ya"},
    ):
        assert reporter("SMP Negeri 3", **cells) == "sekolah (disamarkan)", cells


def test_names_of_the_row_become_initials_in_every_column() -> None:
    cells = {
        **DAY,
        "reporter": "Polsek Hulu (Bripka Andi)",
        "victim": "Ani Melati",
        "follow_up": "Ani diantar Andi ke RS",
    }
    row = old_columns("1", old_values(cells, "x"), "register lama", "archive/2026/2026-0001")
    assert (row["victim"], row["follow_up"]) == ("A.M.", "A. diantar A. ke RS")
    assert row["archive_location"] == "archive/2026/2026-0001"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ani Melati", "A.M."),
        ("Ani Melati dan Budi", "A.M., B."),
        ("1. Ani 2. Budi", "A., B."),
        ("Ani; Budi / Citra", "A., B., C."),
        ("A.M., M.S.", "A.M., M.S."),
        ("Ani Melati, S.Pd.", "A.M."),
        ("Dandan Wardani", "D.W."),
        ("Tidak diketahui", "belum diketahui"),
        ("?", ""),
    ],
)
def test_each_victim_of_a_row_has_her_initials_and_no_name_is_left_in_the_remarks(
    written: str, shown: str
) -> None:
    values = old_values({**DAY, "victim": written, "remarks": "Budi tidak hadir. Tidak ada bukti"}, "x")
    row = old_columns("1", values, "register lama", "")
    assert row["victim"] == shown
    assert row["remarks"] == ("B." if "Budi" in written else "Budi") + " tidak hadir. Tidak ada bukti"


def test_the_youngest_of_several_ages_decides_whether_a_child_is_involved() -> None:
    assert old_values({**DAY, "victim_age": "30 dan 9"}, "x")["victim_age"] == 9
    assert "victim_age" not in old_values({**DAY, "victim_age": "dewasa"}, "x")


def test_the_channel_is_known_by_its_words() -> None:
    assert old_values({**DAY, "channel": "Telepon"}, "x")["channel"] == "phone"
    assert old_values(DAY, "x")["channel"] == "letter"
