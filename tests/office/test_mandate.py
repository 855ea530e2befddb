"""``rangkap mandate``: the chair is absent; the deputy approves and signs, recorded in letter and history."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.kernel.people import Role
from pipeline.kernel.text import Next
from pipeline.letters.text import frozen_text
from pipeline.office.base import mandate
from pipeline.office.letters import letter_files
from pipeline.office.overview import find
from pipeline.records import cases, history, letters
from tests.office import decided
from tests.office.bureau import ADMIN, CHAIR, CLERK, OFFICER, Bureau
from tests.refused import refused_with

FIRST = "2026-0001"
TODAY = date(2026, 11, 24)
ASKED = mandate.Asked("ketua", OFFICER, TODAY, date(2026, 11, 27), "800/12/2026", date(2026, 11, 23))
DEPUTY = f"""
[[penandatangan]]
akun = "{OFFICER}"
jabatan = "Sekretaris"
nama = "Hendrawan Sulu, S.Sos."
sebagai = "Plh."
mewakili = "Ketua P2TP2A Kabupaten Batang Asri"
mandat = "Nomor 800/01/2026 tanggal 2 Januari 2026"
sampai = 2026-12-31
"""


def with_deputy(bureau: Bureau) -> Bureau:
    bureau.change("[[akun]]", DEPUTY.lstrip() + "\n[[akun]]")
    return bureau


@pytest.fixture
def drafted(at_stage: object) -> Bureau:
    return with_deputy(at_stage("drafted"))  # type: ignore[operator]


def test_the_deputy_approves_and_the_letter_says_in_which_capacity_and_by_which_mandate(
    drafted: Bureau,
) -> None:
    made = mandate.record(drafted.desk(CHAIR), ASKED, "dinas luar")
    assert made.id == "M-2026-1"
    with refused_with("office.rules_broken") as stale:
        decided.approve(drafted.desk(OFFICER), FIRST)
    assert stale.value.fields["rules"] == [12]
    drafted.draft(FIRST)
    letter = decided.approve(drafted.desk(OFFICER), FIRST)
    assert (letter.signatory, letter.capacity, letter.mandate) == (OFFICER, "Plh.", made.mandate)
    assert made.mandate == "Nomor 800/12/2026 tanggal 23 November 2026"
    copy = letter_files.folder(drafted.settings, letter.id, letter.revision) / "salinan-2.docx"
    text = frozen_text(copy.read_bytes())
    assert "Plh. Ketua P2TP2A\nKabupaten Batang Asri,\nHendrawan Sulu, S.Sos." in text
    act = next(one for one in history.of_case(FIRST) if one.verb == "approve")
    assert (act.account, act.detail["approved_as"], act.detail["mandate"]) == (OFFICER, "Plh.", made.mandate)


def test_a_draft_is_signed_by_the_chair_again_after_the_mandate_was_ended(drafted: Bureau) -> None:
    assert Role.CHAIR not in drafted.desk(OFFICER).actor.roles, "without a recorded absence"
    made = mandate.record(drafted.desk(ADMIN), ASKED, "sakit")
    assert drafted.draft(FIRST).capacity == "Plh."
    ended = mandate.end(drafted.desk(CHAIR), made.id, "sudah kembali")
    assert ended.ended == TODAY
    letter = drafted.draft(FIRST)
    assert (letter.signatory, letter.capacity, letter.mandate) == ("ketua", "", "")
    with refused_with("office.no_mandate"):
        mandate.end(drafted.desk(CHAIR), made.id, "lagi")
    assert Role.CHAIR not in drafted.desk(OFFICER).actor.roles
    assert [one.verb for one in history.of_subjects("M-", "mandate", "mandate_end")] == [
        "mandate",
        "mandate_end",
    ]


def test_the_deputy_cannot_record_a_mandate_by_his_mandate(drafted: Bureau) -> None:
    mandate.record(drafted.desk(CHAIR), ASKED, "dinas luar")
    desk = drafted.desk(OFFICER)
    assert Role.CHAIR in desk.actor.roles
    with refused_with("office.not_yours"):
        mandate.record(desk, replace(ASKED, until=date(2026, 12, 24)), "diperpanjang")
    with refused_with("office.not_yours"):
        mandate.end(desk, "M-2026-1", "selesai")
    with refused_with("office.not_yours"):
        mandate.record(drafted.desk(CLERK), ASKED, "x")


REFUSED = [
    (replace(ASKED, absent="petugas"), "bukan akun penandatangan"),
    (replace(ASKED, deputy="arsip"), "tidak tercantum pada daftar penandatangan"),
    (replace(ASKED, deputy="ketua"), "tidak tercantum pada daftar penandatangan"),
    (replace(ASKED, until=date(2026, 11, 23), since=date(2026, 11, 24)), "lebih awal daripada hari pertama"),
    (replace(ASKED, since=date(2026, 11, 1), until=date(2026, 11, 23), dated=date(2026, 11, 1)), "sudah lewat"),
    (replace(ASKED, dated=date(2026, 11, 25)), "sesudah hari pertama"),
    (replace(ASKED, until=date(2027, 1, 2)), "wakil tidak tercantum untuk seluruh masa"),
    (replace(ASKED, letter=" "), "nomor surat tugas harus diisi"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "reason"), REFUSED, ids=range(len(REFUSED)))
def test_a_mandate_that_cannot_be_is_refused_with_the_reason(
    asked: mandate.Asked, reason: str, drafted: Bureau
) -> None:
    with refused_with("office.mandate_refused") as refused:
        mandate.record(drafted.desk(CHAIR), asked, "dinas luar")
    assert reason in refused.value.text()
    assert mandate.listed(drafted.desk(CLERK)) == ()


def test_nobody_deputises_for_himself_or_for_one_who_leaves_before(drafted: Bureau) -> None:
    own = DEPUTY.replace(f'akun = "{OFFICER}"', 'akun = "ketua"').lstrip()
    drafted.change("[[akun]]", own + "\n[[akun]]")
    with refused_with("office.mandate_refused") as himself:
        mandate.record(drafted.desk(CHAIR), replace(ASKED, deputy="ketua"), "dinas luar")
    assert "tidak dapat mewakili dirinya" in himself.value.text()
    name = 'nama = "Dra. Hj. Wahdaniah Suling, M.Si."'
    drafted.change(name, f"{name}\nsampai = 2026-11-26")
    with refused_with("office.mandate_refused") as leaving:
        mandate.record(drafted.desk(CHAIR), ASKED, "dinas luar")
    assert "tidak menjabat pada seluruh masa itu" in leaving.value.text()


def test_overlapping_absences_are_refused_and_following_ones_recorded(drafted: Bureau) -> None:
    desk = drafted.desk(CHAIR)
    mandate.record(desk, ASKED, "dinas luar")
    with refused_with("office.mandate_refused") as twice:
        mandate.record(desk, replace(ASKED, since=date(2026, 11, 27), until=date(2026, 11, 30)), "cuti")
    assert twice.value.next == (Next("end-mandate", "M-2026-1"),)
    after = mandate.record(desk, replace(ASKED, since=date(2026, 11, 28), until=date(2026, 11, 28)), "cuti")
    assert [one.id for one in mandate.listed(desk)] == ["M-2026-1", "M-2026-2"]
    assert mandate.end(desk, after.id.lower(), "batal").ended == date(2026, 11, 28)
    mandate.record(desk, replace(ASKED, since=date(2026, 11, 28), until=date(2026, 11, 29)), "cuti")
    with refused_with("office.reason_needed"):
        mandate.record(desk, ASKED, " ")
    with refused_with("office.reason_needed"):
        mandate.end(desk, "M-2026-1", "")
    with refused_with("office.no_mandate"):
        mandate.end(desk, "M-2026-9", "x")


def test_a_letter_of_a_day_without_anybody_in_office_is_not_drafted_and_not_approved(drafted: Bureau) -> None:
    drafted.change(
        'nama = "Dra. Hj. Wahdaniah Suling, M.Si."',
        'nama = "Dra. Hj. Wahdaniah Suling, M.Si."\nsampai = 2026-11-23',
    )
    drafted.change('2026"\nsampai = 2026-12-31', '2026"\nsampai = 2026-11-22')
    for step in (lambda: drafted.draft(FIRST), lambda: drafted.approve(FIRST)):
        with refused_with("office.no_signatory"):
            step()
    assert cases.get(FIRST).state == "konsep diajukan"
    assert letters.of_case(FIRST)[0].revision == 1


def test_an_acting_chair_of_the_table_approves_while_the_office_is_vacant(drafted: Bureau) -> None:
    drafted.change(
        'nama = "Dra. Hj. Wahdaniah Suling, M.Si."',
        'nama = "Dra. Hj. Wahdaniah Suling, M.Si."\nsampai = 2026-11-23',
    )
    drafted.change('\nsebagai = "Plh."', '\nsebagai = "Plt."')
    drafted.draft(FIRST)
    letter = decided.approve(drafted.desk(OFFICER), FIRST)
    assert (letter.capacity, letter.mandate) == ("Plt.", "Nomor 800/01/2026 tanggal 2 Januari 2026")


def test_the_chain_of_paraf_of_the_signatory_is_asked_on_copy_2(drafted: Bureau) -> None:
    drafted.change("sampai = 2026-12-31", f'paraf = ["{CLERK}", "Kabid PPA", "{OFFICER}"]')
    drafted.change('akun = "ketua"', f'akun = "ketua"\nparaf = ["{CLERK}", "Kabid PPA", "{OFFICER}"]')
    letter = drafted.approve(FIRST)
    folder = letter_files.folder(drafted.settings, letter.id, letter.revision)
    one, two = (frozen_text((folder / f"salinan-{copy}.docx").read_bytes()) for copy in (1, 2))
    assert f"Paraf {CLERK}\tParaf Kabid PPA\tParaf Sekretaris" in two
    assert "Paraf" not in one
    assert [copy.pages for copy in letters.copies(letter.id, 1)] == [1, 1]


def test_nobody_deputises_for_a_deputy(drafted: Bureau) -> None:
    own = (
        '[[penandatangan]]\nakun = "identifikasi"\njabatan = "Kepala Bidang"\nnama = "Yunita Tarung, S.H."\n'
    )
    drafted.change("[[akun]]", own + "\n[[akun]]")
    drafted.change("[[akun]]", DEPUTY.replace(OFFICER, CLERK).replace("Ketua P2TP2A Kabupaten Batang Asri", "").lstrip().replace('mewakili = ""\n', 'mewakili = "Kepala Bidang"\n') + "\n[[akun]]")  # fmt: skip
    desk = drafted.desk(CHAIR)
    mandate.record(desk, ASKED, "dinas luar")
    with refused_with("office.mandate_refused") as chained:
        mandate.record(desk, replace(ASKED, absent=OFFICER, deputy=CLERK), "cuti")
    assert "seorang wakil tidak diwakili lagi" in chained.value.text()
    assert [one["id"] for one in find.todo(drafted.desk(CLERK))["mandates"]] == ["M-2026-1"]
    (row,) = find.todo(desk)["mandates"]
    assert (row["next"], "2 konsep dibuat lagi" in row["waits"]) == ((Next("end-mandate", "M-2026-1"),), True)
