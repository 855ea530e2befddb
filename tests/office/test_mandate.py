"""``rangkap mandate``: the chair is absent; the deputy approves and signs, recorded in letter and history."""

from datetime import date

import pytest

from pipeline.kernel.people import Role
from pipeline.kernel.text import Next
from pipeline.letters.text import frozen_text
from pipeline.office.answer.mandate import end_mandate, listed, record_mandate
from pipeline.office.base import absences
from pipeline.office.base.session import Session
from pipeline.office.engine.perform import open_act, perform
from pipeline.office.letters import letter_files
from pipeline.office.overview import find
from pipeline.records import cases, history, letters
from pipeline.settings.signatories import Absence
from tests.office import decided
from tests.office.bureau import ADMIN, CHAIR, CLERK, OFFICER, Bureau
from tests.refused import refused_with

FIRST = "2026-0001"
TODAY = date(2026, 11, 24)
ASKED = {
    "absent": "ketua", "deputy": OFFICER, "since": "2026-11-24", "until": "2026-11-27", "letter": "800/12/2026",
    "dated": "2026-11-23", "reason": "dinas luar",
}  # fmt: skip
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


def record(session: Session, **other: str) -> Absence:
    """Record the absence that is asked for, with ``other`` answers, and return it."""
    detail = perform(record_mandate, session, "", ASKED | other).told
    return next(absence for absence in absences.recorded() if absence.id == detail["id"])


def end(session: Session, name: str, why: str) -> Absence:
    """End a mandate and return it."""
    detail = perform(end_mandate, session, name, {"reason": why}).told
    return next(absence for absence in absences.recorded() if absence.id == detail["id"])


def with_deputy(bureau: Bureau) -> Bureau:
    bureau.change("[[akun]]", DEPUTY.lstrip() + "\n[[akun]]")
    return bureau


@pytest.fixture
def drafted(at_stage: object) -> Bureau:
    return with_deputy(at_stage("drafted"))  # type: ignore[operator]


def test_the_deputy_approves_and_the_letter_says_in_which_capacity_and_by_which_mandate(
    drafted: Bureau,
) -> None:
    made = record(drafted.session(CHAIR))
    assert made.id == "M-2026-1"
    with refused_with("office.rules_broken") as stale:
        decided.approve(drafted.session(OFFICER), FIRST)
    assert stale.value.fields["rules"] == [12]
    drafted.draft(FIRST)
    letter = decided.approve(drafted.session(OFFICER), FIRST)
    assert (letter.signatory, letter.capacity, letter.mandate) == (OFFICER, "Plh.", made.mandate)
    assert made.mandate == "Nomor 800/12/2026 tanggal 23 November 2026"
    copy = letter_files.folder(drafted.settings, letter.id, letter.revision) / "salinan-2.docx"
    text = frozen_text(copy.read_bytes())
    assert "Plh. Ketua P2TP2A\nKabupaten Batang Asri,\nHendrawan Sulu, S.Sos." in text
    act = next(deed for deed in history.of_case(FIRST) if deed.verb == "approve")
    assert (act.account, act.detail["approved_as"], act.detail["mandate"]) == (OFFICER, "Plh.", made.mandate)


def test_a_draft_is_signed_by_the_chair_again_after_the_mandate_was_ended(drafted: Bureau) -> None:
    assert Role.CHAIR not in drafted.session(OFFICER).actor.roles, "without a recorded absence"
    made = record(drafted.session(ADMIN))
    assert drafted.draft(FIRST).capacity == "Plh."
    ended = end(drafted.session(CHAIR), made.id, "sudah kembali")
    assert ended.ended == TODAY
    letter = drafted.draft(FIRST)
    assert (letter.signatory, letter.capacity, letter.mandate) == ("ketua", "", "")
    with refused_with("office.no_mandate"):
        end(drafted.session(CHAIR), made.id, "lagi")
    assert Role.CHAIR not in drafted.session(OFFICER).actor.roles
    assert [subject.verb for subject in history.of_subjects("M-", "mandate", "mandate_end")] == [
        "mandate",
        "mandate_end",
    ]


def test_the_deputy_cannot_record_a_mandate_by_his_mandate(drafted: Bureau) -> None:
    record(drafted.session(CHAIR))
    session = drafted.session(OFFICER)
    assert Role.CHAIR in session.actor.roles
    with refused_with("office.not_yours"):
        record(session, until="2026-12-24")
    with refused_with("office.not_yours"):
        end(session, "M-2026-1", "selesai")
    with refused_with("office.not_yours"):
        record(drafted.session(CLERK))


REFUSED = [
    ({"absent": "petugas"}, "cases.invalid_answers", "absent"),
    ({"deputy": "arsip"}, "cases.invalid_answers", "deputy"),
    ({"deputy": "ketua"}, "cases.invalid_answers", "deputy"),
    ({"letter": " "}, "cases.invalid_answers", "letter"),
    ({"until": "2026-11-23"}, "office.mandate_refused", "lebih awal daripada hari pertama"),
    ({"since": "2026-11-01", "until": "2026-11-23", "dated": "2026-11-01"}, "office.mandate_refused", "sudah lewat"),
    ({"dated": "2026-11-25"}, "office.mandate_refused", "setelah hari pertama"),
    ({"until": "2027-01-02"}, "office.mandate_refused", "wakil tidak tercantum untuk seluruh masa"),
]  # fmt: skip


@pytest.mark.parametrize(("other", "code", "said"), REFUSED, ids=range(len(REFUSED)))
def test_a_mandate_that_cannot_be_is_refused_with_the_reason(
    other: dict[str, str], code: str, said: str, drafted: Bureau
) -> None:
    with refused_with(code) as refused:
        record(drafted.session(CHAIR), **other)
    assert said in (refused.value.text() if code.startswith("office.") else refused.value.fields["fields"])
    assert listed(drafted.session(CLERK)) == ()


def test_without_a_deputy_in_the_list_no_mandate_is_asked_for(bureau: Bureau) -> None:
    with refused_with("office.mandate_refused"):
        open_act(bureau.session(CHAIR), record_mandate, "")


def test_nobody_deputises_for_himself_or_for_one_who_leaves_before(drafted: Bureau) -> None:
    own = DEPUTY.replace(f'akun = "{OFFICER}"', 'akun = "ketua"').lstrip()
    drafted.change("[[akun]]", own + "\n[[akun]]")
    with refused_with("office.mandate_refused") as himself:
        record(drafted.session(CHAIR), deputy="ketua")
    assert "tidak dapat mewakili dirinya" in himself.value.text()
    name = 'nama = "Dra. Hj. Wahdaniah Suling, M.Si."'
    drafted.change(name, f"{name}\nsampai = 2026-11-26")
    with refused_with("office.mandate_refused") as leaving:
        record(drafted.session(CHAIR))
    assert "tidak menjabat pada seluruh masa itu" in leaving.value.text()


def test_overlapping_absences_are_refused_and_following_ones_recorded(drafted: Bureau) -> None:
    session = drafted.session(CHAIR)
    record(session)
    with refused_with("office.mandate_refused") as twice:
        record(session, since="2026-11-27", until="2026-11-30")
    assert twice.value.next == (Next("end-mandate", "M-2026-1"),)
    after = record(session, since="2026-11-28", until="2026-11-28")
    assert [mandate.id for mandate in listed(session)] == ["M-2026-1", "M-2026-2"]
    assert end(session, after.id.lower(), "batal").ended == date(2026, 11, 28)
    record(session, since="2026-11-28", until="2026-11-29")
    with refused_with("office.reason_needed"):
        record(session, reason=" ")
    with refused_with("office.reason_needed"):
        end(session, "M-2026-1", "")
    with refused_with("office.no_mandate"):
        end(session, "M-2026-9", "x")


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
    letter = decided.approve(drafted.session(OFFICER), FIRST)
    assert (letter.capacity, letter.mandate) == ("Plt.", "Nomor 800/01/2026 tanggal 2 Januari 2026")


def test_the_chain_of_paraf_of_the_signatory_is_asked_on_copy_2(drafted: Bureau) -> None:
    drafted.change("sampai = 2026-12-31", f'paraf = ["{CLERK}", "Kabid PPA", "{OFFICER}"]')
    drafted.change('akun = "ketua"', f'akun = "ketua"\nparaf = ["{CLERK}", "Kabid PPA", "{OFFICER}"]')
    letter = drafted.approve(FIRST)
    folder = letter_files.folder(drafted.settings, letter.id, letter.revision)
    first, second = (frozen_text((folder / f"salinan-{copy}.docx").read_bytes()) for copy in (1, 2))
    assert f"Paraf {CLERK}\tParaf Kabid PPA\tParaf Sekretaris" in second
    assert "Paraf" not in first
    assert [copy.pages for copy in letters.copies(letter.id, 1)] == [1, 1]


def test_nobody_deputises_for_a_deputy(drafted: Bureau) -> None:
    own = (
        '[[penandatangan]]\nakun = "identifikasi"\njabatan = "Kepala Bidang"\nnama = "Yunita Tarung, S.H."\n'
    )
    drafted.change("[[akun]]", own + "\n[[akun]]")
    drafted.change("[[akun]]", DEPUTY.replace(OFFICER, CLERK).replace("Ketua P2TP2A Kabupaten Batang Asri", "").lstrip().replace('mewakili = ""\n', 'mewakili = "Kepala Bidang"\n') + "\n[[akun]]")  # fmt: skip
    session = drafted.session(CHAIR)
    record(session)
    with refused_with("office.mandate_refused") as chained:
        record(session, absent=OFFICER, deputy=CLERK)
    assert "seorang wakil tidak diwakili lagi" in chained.value.text()
    assert [mandate["id"] for mandate in find.todo(drafted.session(CLERK))["mandates"]] == ["M-2026-1"]
    (row,) = find.todo(session)["mandates"]
    assert (row["next"], "2 konsep dibuat lagi" in row["waits"].id) == (
        (Next("end-mandate", "M-2026-1"),),
        True,
    )
