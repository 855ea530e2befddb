"""The table of signatories: its faults with line and reason, and who may sign on which day."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from pipeline.letters.context import letterhead, signature, title_block
from pipeline.settings import read_settings
from pipeline.settings.signatories import Absence, Signatory, line_in_row, may_sign
from tests.letters.matters import office
from tests.refused import refused_with

ACCOUNTS = """
[[akun]]
nama = "ketua"
peran = ["ketua"]
[[akun]]
nama = "sekretaris"
peran = ["petugas_identifikasi"]
"""
CHAIR = """
[[penandatangan]]
akun = "ketua"
jabatan = "Ketua P2TP2A Kabupaten Batang Asri"
nama = "Dra. Hj. Wahdaniah Suling, M.Si."
"""
DEPUTY = """
[[penandatangan]]
akun = "sekretaris"
jabatan = "Sekretaris"
nama = "Hendrawan Sulu, S.Sos."
sebagai = "a.n."
mewakili = "Ketua P2TP2A Kabupaten Batang Asri"
mandat = "Nomor 800/01/2026 tanggal 2 Januari 2026"
"""

FAULTS = [
    (CHAIR.replace('"ketua"', '"ketuaa"'), 3, "Maksud Anda “ketua”?"),
    (CHAIR.replace("nama =", "# nama ="), 2, "tanpa “nama”"),
    (CHAIR.replace('jabatan = "Ketua P2TP2A Kabupaten Batang Asri"', 'jabatan = " "'), 2, "tanpa “jabatan”"),
    (CHAIR + 'dari = "2026-01-01"\n', 6, "“dari” harus tanggal"),
    (CHAIR + "dari = 2026-01-01T00:00:00\n", 6, "“dari” harus tanggal"),
    (CHAIR + "dari = 2026-06-01\nsampai = 2026-05-31\n", 7, "lebih awal"),
    (CHAIR + "nip = 197001011995032001\n", 6, "“nip” harus teks"),
    (CHAIR + 'paraf = "sekretaris"\n', 6, "“paraf” harus daftar"),
    (CHAIR + 'paraf = ["a", "b", "c", "d", "e"]\n', 6, "paling banyak 4"),
    (CHAIR + 'paraf = [""]\n', 6, "masing-masing 1–24"),
    (CHAIR + 'kop = ["PEMERINTAH"]\n', 6, "4 baris"),
    (CHAIR + 'mandat = "x"\n', 6, "hanya untuk penandatangan dengan “sebagai”"),
    (CHAIR + 'mewakili = "x"\n', 6, "hanya untuk penandatangan dengan “sebagai”"),
    (CHAIR + 'sebgai = "Plt."\n', 6, "Maksud Anda “sebagai”?"),
    (CHAIR + DEPUTY.replace('"a.n."', '"plt"'), 11, "Maksud Anda “Plt.”?"),
    (CHAIR + DEPUTY.replace("mandat =", "# mandat ="), 11, "“mandat”"),
    (CHAIR + DEPUTY.replace("mewakili =", "# mewakili ="), 11, "“mewakili”"),
    (CHAIR + DEPUTY.replace("akun =", "# akun ="), 11, "“akun”"),
    (CHAIR + CHAIR, 9, "pada hari yang sama"),
    (CHAIR + "sampai = 2026-06-30\n" + CHAIR + "dari = 2026-06-30\n", 12, "pada hari yang sama"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "line", "reason"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_in_the_table_is_told_with_its_line_and_reason(
    rows: str, line: int, reason: str, tmp_path: Path
) -> None:
    with refused_with("settings.bad") as bad:
        read_settings(tmp_path, rows + ACCOUNTS)
    assert reason in bad.value.text()
    assert f"baris {line}:" in bad.value.text()


def test_a_good_table_is_read_whole(tmp_path: Path) -> None:
    more = 'dari = 2026-01-01\nsampai = 2026-12-31\nkop = ["A", "B", "", "C"]\nparaf = ["sekretaris", "Kabid PPA"]\n'
    table = read_settings(tmp_path, CHAIR + more + DEPUTY + ACCOUNTS).signatories
    assert table[0] == Signatory(
        "ketua", "Ketua P2TP2A Kabupaten Batang Asri", "Dra. Hj. Wahdaniah Suling, M.Si.", "", "",
        date(2026, 1, 1), date(2026, 12, 31), ("A", "B", "", "C"), paraf=("sekretaris", "Kabid PPA"),
    )  # fmt: skip
    assert (table[1].capacity, table[1].represents) == ("a.n.", "Ketua P2TP2A Kabupaten Batang Asri")
    assert table[1].mandate == "Nomor 800/01/2026 tanggal 2 Januari 2026"


def test_one_who_follows_another_in_the_same_office_the_next_day_is_no_fault(tmp_path: Path) -> None:
    rows = CHAIR + "sampai = 2026-06-30\n" + CHAIR + "dari = 2026-07-01\n" + ACCOUNTS
    first, second = read_settings(tmp_path, rows).signatories
    assert may_sign((first, second), date(2026, 6, 30)) == (first,)
    assert may_sign((first, second), date(2026, 7, 1)) == (second,)
    assert line_in_row(CHAIR, 1, "nama") == 0
    assert line_in_row(CHAIR + "[kantor]\nnip = 1\n", 0, "nip") == 2


DAY = date(2026, 11, 24)
HEAD = Signatory("ketua", "Ketua P2TP2A Kabupaten Batang Asri", "Dra. Hj. Wahdaniah Suling, M.Si.")
SECRETARY = Signatory(
    "sekretaris", "Sekretaris", "Hendrawan Sulu, S.Sos.", capacity="Plh.", represents=HEAD.title, mandate="tabel"
)  # fmt: skip
AWAY = Absence("M-2026-1", "ketua", "sekretaris", DAY, DAY, "Nomor 800/12 tanggal 23 November 2026")


def test_the_deputy_signs_only_on_the_days_of_the_recorded_absence() -> None:
    table = (HEAD, SECRETARY)
    for shift, who in ((-1, (HEAD,)), (0, (replace(SECRETARY, mandate=AWAY.mandate),)), (1, (HEAD,))):
        assert may_sign(table, DAY + timedelta(days=shift), [AWAY]) == who
    longer = replace(AWAY, until=DAY + timedelta(days=3), ended=DAY + timedelta(days=1))
    assert may_sign((HEAD, SECRETARY), DAY, [longer])[0].account == "sekretaris"
    assert may_sign((HEAD, SECRETARY), DAY + timedelta(days=1), [longer]) == (HEAD,)
    other = replace(SECRETARY, represents="Kepala Dinas")
    assert may_sign((HEAD, other, SECRETARY), DAY, [AWAY])[0].represents == HEAD.title


def test_where_nobody_is_in_office_of_his_own_right_the_deputy_of_the_table_signs() -> None:
    gone = replace(SECRETARY, until=DAY - timedelta(days=1))
    assert may_sign((HEAD, gone), DAY, [AWAY]) == may_sign((HEAD,), DAY, [AWAY]) == ()
    left = replace(HEAD, until=DAY - timedelta(days=1))
    acting = replace(SECRETARY, capacity="Plt.")
    assert may_sign((left, acting), DAY) == (acting,)
    assert may_sign((left, replace(acting, since=DAY + timedelta(days=1))), DAY) == ()
    assert may_sign((), DAY) == ()


def test_two_offices_stand_in_the_order_of_the_table() -> None:
    second = Signatory("kadis", "Kepala Dinas", "Ir. Sulaiman")
    assert may_sign((HEAD, second, SECRETARY), DAY) == (HEAD, second)
    assert [signatory.account for signatory in may_sign((HEAD, second, SECRETARY), DAY, [AWAY])] == [
        "sekretaris",
        "kadis",
    ]


BLOCKS = [
    (HEAD, ["Ketua P2TP2A", "Kabupaten Batang Asri,"]),
    (SECRETARY, ["Plh. Ketua P2TP2A", "Kabupaten Batang Asri,"]),
    (replace(SECRETARY, capacity="Plt."), ["Plt. Ketua P2TP2A", "Kabupaten Batang Asri,"]),
    (replace(SECRETARY, capacity="a.n."), ["a.n. Ketua P2TP2A", "Kabupaten Batang Asri", "Sekretaris,"]),
]


@pytest.mark.parametrize(("who", "lines"), BLOCKS, ids=[signer.capacity or "ketua" for signer, _ in BLOCKS])
def test_the_signature_block_says_in_which_capacity(who: Signatory, lines: list[str]) -> None:
    assert signature(who)["jabatan"] == lines
    assert title_block(who)[0] == lines[0]


def test_an_own_letterhead_stands_in_the_place_of_the_offices(tmp_path: Path) -> None:
    settings = office(tmp_path)
    own = replace(HEAD, letterhead=("PEMERINTAH", "SEKRETARIAT DAERAH", "", "Jalan Pemuda"))
    assert letterhead(settings, own) == {
        "pemerintah": "PEMERINTAH", "dinas": "SEKRETARIAT DAERAH", "unit": "", "alamat": "Jalan Pemuda",
    }  # fmt: skip
    assert letterhead(settings, HEAD) == letterhead(settings)
