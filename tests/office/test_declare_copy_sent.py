"""Step 11: copy 1 has left unscanned; it is stated, confirmed, and copy 2 alone proves the signature."""

import json

import pytest

from pipeline.kernel.errors import NotFound
from pipeline.kernel.text import Next
from pipeline.office.answer import declare_copy_sent
from pipeline.office.base.remarks import ATTESTED, remarks
from pipeline.office.engine.perform import perform
from pipeline.office.overview.case_sheet import sheet
from pipeline.records import arrivals, cases, entries, history, letters
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from tests.office import damage, decided, registers
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

LETTER = f"{FIRST}-1"
REASON = "dibawa kurir polisi sebelum sempat dipindai"


def stated(office: Bureau) -> list[bytes]:
    """Print and sign both copies, and state that copy 1 has left; returns both scans."""
    scans = office.signed(FIRST)
    perform(declare_copy_sent.declare_copy_sent, office.session(CLERK), FIRST, {"reason": REASON})
    return scans


def test_a_letter_is_signed_with_copy_two_and_a_confirmed_statement(approved: Bureau) -> None:
    _, second = stated(approved)
    assert [letter.id for letter in declare_copy_sent.stated(approved.session(CHAIR))] == [LETTER]
    approved.receive(second)
    assert letters.get(LETTER).state == LetterState.APPROVED, "a statement alone is no proof"
    perform(declare_copy_sent.confirm_statement, approved.session(CHAIR), FIRST, {})
    assert (letters.get(LETTER).state, declare_copy_sent.stated(approved.session(CHAIR))) == (
        LetterState.SIGNED,
        [],
    )
    first = letters.copies(LETTER)[0]
    assert (first.means, first.attested, first.attested_by, first.confirmed_by) == (
        "attested",
        REASON,
        CLERK,
        CHAIR,
    )
    names = [document.logical for document in cases.documents(FIRST)]
    assert f"surat-{LETTER}-r1-salinan-2-ttd.pdf" in names
    assert f"surat-{LETTER}-r1-salinan-1-ttd.pdf" not in names
    assert remarks(cases.get(FIRST)).partition("; ")[0] == ATTESTED
    rows = registers.register_rows(approved.session(CHAIR), "arsip")
    row = next(row for row in rows if FIRST in json.dumps(row))
    assert ATTESTED in json.dumps(row, ensure_ascii=False)
    kasus = approved.archive.read_case(FIRST).kasus
    assert kasus["letters"][0]["copies"][0]["attested"] == REASON
    assert approved.verify() == []
    damage.rebuilt(approved)
    assert letters.copies(LETTER)[0].confirmed_by == CHAIR
    assert approved.verify() == []


def test_what_cannot_be_done_now_stands_with_its_reason_and_with_what_mends_it(approved: Bureau) -> None:
    stated(approved)
    (back,) = [action for action in sheet(approved.session(CHAIR), FIRST).actions if action.verb == "return"]
    assert back.why_not
    assert "Salinan ke-1" in back.why_not.id
    assert back.mended_by == [Next(act, FIRST, LETTER) for act in ("confirm-statement", "refuse-statement")]
    assert all(action.mended_by == () for action in sheet(approved.session(CLERK), FIRST).actions)


def test_a_confirmed_statement_waits_for_copy_two(approved: Bureau) -> None:
    _, second = stated(approved)
    perform(declare_copy_sent.confirm_statement, approved.session(CHAIR), FIRST, {})
    assert letters.get(LETTER).state == LetterState.APPROVED
    with refused_with("office.not_to_attest", match="confirmed it already"):
        perform(declare_copy_sent.confirm_statement, approved.session(CHAIR), FIRST, {})
    approved.receive(second)
    assert letters.get(LETTER).state == LetterState.SIGNED


def test_a_scan_of_copy_one_that_comes_later_is_filed_as_a_further_document(approved: Bureau) -> None:
    first, second = stated(approved)
    perform(declare_copy_sent.confirm_statement, approved.session(CHAIR), FIRST, {})
    approved.receive(second)
    version = cases.archived(FIRST)
    (came,) = approved.receive(first)
    assert came.what == "copy"
    assert arrivals.get(came.arrival).state == ArrivalState.FILED
    assert cases.archived(FIRST) == version + 1
    assert list(entries.after(0))[-1].kind == "added"
    assert f"surat-{LETTER}-r1-salinan-1-ttd.pdf" in [document.logical for document in cases.documents(FIRST)]
    copy = letters.copies(LETTER)[0]
    assert (copy.means, copy.arrival) == ("attested", came.arrival), "how it was proven stays written"
    assert approved.verify() == []
    damage.rebuilt(approved)
    assert approved.verify() == []


def test_a_scan_of_copy_one_that_comes_before_copy_two_counts_as_one(approved: Bureau) -> None:
    first, second = stated(approved)
    perform(declare_copy_sent.confirm_statement, approved.session(CHAIR), FIRST, {})
    approved.receive(first)
    assert letters.get(LETTER).state == LetterState.APPROVED
    approved.receive(second)
    assert letters.get(LETTER).state == LetterState.SIGNED
    assert len([document for document in cases.documents(FIRST) if "-ttd." in document.logical]) == 2


def test_what_is_refused_says_why(approved: Bureau) -> None:
    clerk, chair = approved.session(CLERK), approved.session(CHAIR)
    with pytest.raises(NotFound):
        perform(declare_copy_sent.declare_copy_sent, clerk, "2026-0099", {"reason": REASON})
    with refused_with("office.not_printed_yet"):
        perform(declare_copy_sent.declare_copy_sent, clerk, FIRST, {"reason": REASON})
    with refused_with("office.not_to_attest") as refused:
        perform(declare_copy_sent.confirm_statement, chair, FIRST, {})
    assert refused.value.next == (Next("declare-copy-sent", FIRST, LETTER),)
    approved.printed(FIRST)
    with refused_with("office.reason_needed"):
        perform(declare_copy_sent.declare_copy_sent, clerk, FIRST, {"reason": " \n"})
    perform(declare_copy_sent.declare_copy_sent, clerk, FIRST, {"reason": REASON})
    with refused_with("office.not_to_attest") as refused:
        perform(declare_copy_sent.declare_copy_sent, approved.session(OFFICER), FIRST, {"reason": "lagi"})
    assert refused.value.next == (Next("confirm-statement", FIRST, LETTER),)


def test_a_copy_that_was_scanned_and_a_letter_that_does_not_wait_are_not_attested(approved: Bureau) -> None:
    first, second = approved.signed(FIRST)
    approved.receive(first)
    with refused_with("office.not_to_attest", match="copy 1 was scanned"):
        perform(declare_copy_sent.declare_copy_sent, approved.session(CLERK), FIRST, {"reason": REASON})
    approved.receive(second)
    with refused_with("office.not_to_attest") as refused:
        perform(declare_copy_sent.declare_copy_sent, approved.session(CLERK), FIRST, {"reason": REASON})
    assert refused.value.next == (Next("show", FIRST),)


def test_copy_one_of_a_letter_signed_electronically_is_not_attested(approved: Bureau) -> None:
    approved.printed(FIRST)
    _, second = letters.copies(LETTER)
    letters.change_copy(second.code, means="electronic", arrival=arrivals.listed()[0].id)
    with refused_with("office.not_to_attest", match="electronic"):
        perform(declare_copy_sent.declare_copy_sent, approved.session(CLERK), FIRST, {"reason": REASON})


def test_one_and_the_same_account_does_not_state_and_confirm(approved: Bureau) -> None:
    approved.change('peran = ["petugas_penerima"]', 'peran = ["petugas_penerima", "ketua"]')
    stated(approved)
    with refused_with("office.own_statement"):
        perform(declare_copy_sent.confirm_statement, approved.session(CLERK), FIRST, {})
    approved.change("# verifikasi_sendiri = false", "verifikasi_sendiri = true")
    assert (
        perform(declare_copy_sent.confirm_statement, approved.session(CLERK), FIRST, {}).told["letter"]
        == LETTER
    )


def test_outside_a_trial_home_one_and_the_same_user_does_not_either(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    stated(approved)
    session = approved.session(CHAIR)
    values = {**approved.settings.values, "kantor.percobaan": False}
    monkeypatch.setattr(type(session.settings), "__getitem__", lambda self, key: values[key])
    with refused_with("office.own_statement"):
        perform(declare_copy_sent.confirm_statement, session, FIRST, {})


def test_the_chair_refuses_a_wrong_statement_and_the_letter_can_be_taken_back_again(approved: Bureau) -> None:
    scans = stated(approved)
    chair = approved.session(CHAIR)
    with refused_with("office.copy_is_out") as out:
        decided.send_back(chair, FIRST, "keliru")
    assert [step.act for step in out.value.next] == ["confirm-statement", "refuse-statement"]
    with refused_with("office.reason_needed"):
        perform(declare_copy_sent.refuse_statement, chair, FIRST, {"reason": " "})
    perform(declare_copy_sent.refuse_statement, chair, FIRST, {"reason": "salah kasus"})
    first = letters.copies(LETTER)[0]
    assert (first.attested, first.attested_by, declare_copy_sent.stated(approved.session(CHAIR))) == (
        "",
        "",
        [],
    )
    (act,) = [act for act in history.of_case(FIRST) if act.verb == "attest_refuse"]
    assert (act.account, act.detail["reason"]) == (CHAIR, "salah kasus")
    with refused_with("office.not_to_attest"):
        perform(declare_copy_sent.refuse_statement, chair, FIRST, {"reason": "sekali lagi"})
    with refused_with("office.not_to_attest"):
        perform(declare_copy_sent.confirm_statement, chair, FIRST, {})
    approved.receive(*scans)
    assert letters.get(LETTER).state == LetterState.SIGNED
    decided.send_back(chair, SECOND, "keliru")
    assert approved.verify() == []
