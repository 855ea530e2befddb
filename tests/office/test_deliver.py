"""Step 13: the answer goes out by a safe way alone, to who may take it, and its signed receipt is filed with it."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.cases.delivery import Way
from pipeline.cases.problems import InvalidAnswers, NotPossible
from pipeline.cases.states import State
from pipeline.intake.reader import Reader
from pipeline.kernel.errors import NotFound
from pipeline.kernel.text import Next
from pipeline.office.answer import recontact
from pipeline.office.answer.clarify import record_clarification
from pipeline.office.base import dispatches
from pipeline.office.base.session import who
from pipeline.office.cases import crisis, inform
from pipeline.office.delivery import close, deliver
from pipeline.office.engine.perform import open_case, perform
from pipeline.office.keeping import rebuild
from pipeline.office.overview.find import show, todo
from pipeline.records import arrivals, boot, cases, entries, history, letters, sheets
from pipeline.records.arrivals import ArrivalState
from pipeline.records.sheets import DispatchState
from tests.office import damage, decided, printouts
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, USER, Bureau, copied, pdf_of, signed_pages
from tests.office.stages import FIRST, SECOND, SENT, TO_SCHOOL
from tests.refused import refused_with

pytestmark = pytest.mark.backend


@pytest.fixture
def office(
    stage: Callable[[str], Path], tmp_path: Path, office_reader: Reader, office_clock: None
) -> Iterator[Bureau]:
    """An office in which the answer of FIRST is signed in both copies and filed; that of SECOND is approved."""
    yield Bureau(copied(stage("filed"), tmp_path / "rumah"), office_reader)
    boot.close()


def put_out(bureau: Bureau, **answers: str) -> list[Path]:
    return printouts.sent(bureau.session(CLERK), FIRST, bureau.home / "var" / "cetak", SENT | answers)


def receipt(bureau: Bureau) -> bytes:
    """Return the signed scan of the receipt of FIRST."""
    return pdf_of(signed_pages(put_out(bureau)[0], 3))


def columns() -> dict[str, str]:
    return dict(list(entries.payloads(FIRST).values())[-1].columns)


def change(bureau: Bureau, **values: Any) -> None:
    bureau.session()
    case = cases.get(FIRST)
    cases.change(case, replace(case, values={**case.values, **values}, version=case.version + 1))


def text_of(path: Path) -> str:
    result = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    return result.stdout


def test_a_delivery_is_a_version_of_the_case_and_stands_in_its_register(office: Bureau) -> None:
    (row,) = [case for case in todo(office.session(CLERK))["cases"] if case["case"] == FIRST]
    assert (row["waits"].id, row["next"]) == ("menunggu disampaikan", (Next("record-delivery", FIRST),))
    assert Way.POST in deliver.standing(cases.get(FIRST)).ways
    sheet = sheets.get(
        str(perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL).told["sheet"])
    )
    assert sheet.state == DispatchState.DELIVERED
    assert cases.get(FIRST).state is State.DELIVERED
    assert columns()["delivered_date"] == "2026-11-24"
    assert columns()["delivery"] == "diantar petugas, diterima petugas lembaga"
    assert columns()["status"] == "disampaikan"
    assert [entry.kind for entry in entries.after(0)][-1] == "delivered"
    assert not office.verify()
    plain = show(office.session(ARCHIVIST), FIRST).plain
    (now,) = (step for step in plain["steps"] if step["progress"] == "sekarang")
    assert now["step"] == 13, "done, and its signed receipt is awaited"
    assert "tanda terima" in plain["next"]["label"].lower()
    act = history.of_case(FIRST)[-1]
    assert (act.verb, act.step, act.detail["receiver"]) == ("deliver", 13, "petugas lembaga")
    assert "Rahmat" not in str(act.detail)


def test_the_receipt_and_the_envelope_tell_a_stranger_nothing(office: Bureau) -> None:
    made = put_out(office)
    assert [path.name for path in made] == [f"D-{FIRST}-1-tanda-terima-surat.pdf", f"D-{FIRST}-1-amplop.pdf"]
    text = text_of(made[0])
    assert f"{FIRST}-1" in text
    assert "Nama penerima" in text
    lower = text.lower()
    assert not [
        word for word in ("korban", "kekerasan", "pengaduan", "p2tp2a", "400.2", "anak") if word in lower
    ]
    assert dispatches.sent(sheets.get(f"D-{FIRST}-1")) == {"way": "diantar petugas", "day": "2026-11-24"}
    assert len(put_out(office, way="diambil di kantor")) == 1, "what waits at the office needs no envelope"
    assert sheets.get(f"D-{FIRST}-1").printed == 2
    assert [act.detail["times"] for act in history.of_case(FIRST) if act.verb == "dispatch"] == [1, 2]


def test_the_receipt_that_comes_after_the_delivery_is_filed_at_once(office: Bureau) -> None:
    scan = receipt(office)
    perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL)
    assert dispatches.awaits_receipt(sheets.get(f"D-{FIRST}-1"))
    office.receive(scan)
    assert [file.logical for file in cases.documents(FIRST)][-1] == f"tanda-terima-surat-d-{FIRST}-1-ttd.pdf"
    assert not dispatches.awaits_receipt(sheets.get(f"D-{FIRST}-1"))
    assert not office.verify()


def test_the_receipt_that_comes_first_waits_and_is_filed_with_the_delivery(office: Bureau) -> None:
    office.receive(receipt(office))
    (waiting,) = arrivals.listed(ArrivalState.DECISION)
    with refused_with("office.receipt_of_letter"):
        decided.on_sheet(office.session(CLERK), f"D-{FIRST}-1")
    before = cases.archived(FIRST)
    perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL)
    assert cases.archived(FIRST) == before + 1
    assert arrivals.get(waiting.id).state == ArrivalState.FILED
    assert [file.logical for file in cases.documents(FIRST)][-1] == f"tanda-terima-surat-d-{FIRST}-1-ttd.pdf"


def test_a_second_scan_of_the_receipt_is_set_aside(office: Bureau) -> None:
    path = put_out(office)[0]
    office.receive(pdf_of(signed_pages(path, 3)))
    office.receive(pdf_of(signed_pages(path, 3)) + b"% dipindai lagi\n")
    (aside,) = arrivals.listed(ArrivalState.UNMATCHED)
    assert "sudah diterima" in aside.note


def test_a_failed_attempt_is_kept_and_the_letter_still_waits(office: Bureau) -> None:
    tried = {"result": "belum berhasil", "way": "pos", "failure": "dikembalikan pos"}
    office.session()
    before = cases.archived(FIRST)
    for _ in range(2):
        sheet = sheets.get(
            str(perform(deliver.record_delivery, office.session(CLERK), FIRST, tried).told["sheet"])
        )
    assert [attempt["failure"] for attempt in dispatches.attempts(sheet)] == ["dikembalikan pos"] * 2
    assert (cases.get(FIRST).state, cases.archived(FIRST)) == (State.FILED, before + 2)
    damage.rebuilt(office)
    assert dispatches.attempts(sheets.get(sheet.id)) == dispatches.attempts(sheet)
    assert (
        sheets.get(
            str(perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL).told["sheet"])
        ).state
        == DispatchState.DELIVERED
    )


def test_giving_up_needs_attempts_and_can_be_overtaken_by_a_delivery(office: Bureau) -> None:
    never = {
        "result": "tidak dapat disampaikan",
        "never": "berkali-kali gagal",
        "delivery_note": "tiga kali ke sana",
    }
    with refused_with("office.not_given_up_so", match="at least 2"):
        perform(deliver.record_delivery, office.session(CLERK), FIRST, never)
    with refused_with("office.not_given_up_so"):
        perform(deliver.record_delivery, office.session(CLERK), FIRST, never | {"never": "anonim"})
    for _ in range(2):
        perform(
            deliver.record_delivery,
            office.session(CLERK),
            FIRST,
            {"result": "belum berhasil", "way": "pos", "failure": "dikembalikan pos"},
        )
    perform(deliver.record_delivery, office.session(CLERK), FIRST, never)
    assert cases.get(FIRST).state is State.FILED
    assert columns()["delivery"] == "tidak dapat disampaikan: berkali-kali gagal"
    assert not columns()["delivered_date"]
    perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL)
    assert columns()["delivered_date"] == "2026-11-24"
    assert not office.verify()


def test_a_letter_that_is_not_signed_in_both_copies_is_not_delivered(office: Bureau) -> None:
    with pytest.raises(NotPossible):
        perform(deliver.record_delivery, office.session(CLERK), SECOND, TO_SCHOOL)
    with pytest.raises(NotPossible):
        printouts.sent(office.session(CLERK), SECOND, office.home, SENT)


def test_no_way_that_the_contact_does_not_allow(office: Bureau) -> None:
    with refused_with("office.unsafe_way", match="pos, diantar petugas, diambil di kantor"):
        perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL | {"way": "dititipkan"})
    with pytest.raises(InvalidAnswers):
        perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL | {"way": "pos-el"})
    with refused_with("office.not_proven_so"):
        perform(
            deliver.record_delivery,
            office.session(CLERK),
            FIRST,
            TO_SCHOOL | {"proof": "resi pos", "proof_number": "P1"},
        )
    with pytest.raises(InvalidAnswers):
        printouts.sent(
            office.session(CLERK), FIRST, office.home, SENT | {"way": "dititipkan", "delivery_note": "x"}
        )
    assert cases.get(FIRST).state is State.FILED


def test_a_delivery_by_a_way_that_the_contact_does_not_allow_is_recorded_once_it_has_happened(
    office: Bureau,
) -> None:
    answers = TO_SCHOOL | {
        "way": "dititipkan",
        "delivery_note": "Dititipkan guru piket tanpa menanyakan kantor.",
    }
    perform(deliver.record_delivery, office.session(CLERK), FIRST, answers)
    assert cases.get(FIRST).state is State.DELIVERED
    assert history.of_case(FIRST)[-1].detail["against"] == [inform.UNSAFE]


def test_a_letter_that_the_reported_person_took_is_recorded_as_danger_and_never_as_delivered(
    office: Bureau,
) -> None:
    office.session()
    reported = str(cases.get(FIRST).values["reported_name"])
    with refused_with("office.not_for_them"):
        perform(
            deliver.record_delivery,
            office.session(CLERK),
            FIRST,
            TO_SCHOOL | {"receiver_name": f"Bpk. {reported}"},
        )
    assert cases.get(FIRST).state is State.FILED
    taken = {"receiver_name": f"Bpk. {reported}", "delivery_note": "pos memberikannya di pagar"}
    sheet = sheets.get(
        str(perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL | taken).told["sheet"])
    )
    assert (cases.get(FIRST).state, sheet.state) == (State.FILED, DispatchState.OPEN)
    (tried,) = dispatches.attempts(sheet)
    assert (tried["failure"], tried["delivery_note"]) == ("diterima terlapor", "pos memberikannya di pagar")
    assert [act.detail["failure"] for act in history.of_case(FIRST) if act.verb == "attempt"] == [
        "diterima terlapor"
    ]
    assert reported not in str([act.detail for act in history.of_case(FIRST)])
    for account in (CHAIR, CLERK):
        (waits,) = [row["waits"] for row in todo(office.session(account))["crises"] if row["case"] == FIRST]
        assert waits.id == "KRISIS (surat diterima terlapor): belum diambil siapa pun"
        assert waits.en.startswith("CRISIS (the reported person")
    assert not office.verify()


def test_a_letter_in_the_wrong_hands_is_an_outcome_to_choose_and_needs_a_note(office: Bureau) -> None:
    failed = {"result": "belum berhasil", "way": "pos", "failure": "diterima orang lain"}
    with pytest.raises(InvalidAnswers):
        perform(deliver.record_delivery, office.session(CLERK), FIRST, failed)
    perform(deliver.record_delivery, office.session(CLERK), FIRST, failed | {"delivery_note": "tetangga"})
    assert (FIRST, "surat diterima orang lain") in {
        (case.case, case.why) for case in crisis.waiting(office.session(CHAIR))
    }


def test_not_before_the_day_of_the_letter_nor_in_the_future(office: Bureau) -> None:
    for day in ("01-11-2026", "01-12-2026"):
        with pytest.raises(InvalidAnswers) as caught:
            perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL | {"delivered_day": day})
        assert caught.value.fields["fields"] == ("delivered_day",)


def test_the_safe_contact_is_checked_again_at_print_and_at_dispatch(office: Bureau) -> None:
    change(office, sender_address="Jalan Lain No. 9")
    for refused in (
        lambda: perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL),
        lambda: printouts.sent(office.session(CLERK), FIRST, office.home, SENT),
    ):
        with refused_with("office.contact_changed", "office.signed_for_another"):
            refused()
    assert not sheets.of_case(FIRST)


def test_a_contact_that_changes_withdraws_the_letter_and_its_receipt(office: Bureau) -> None:
    scan = receipt(office)
    values = {"clarified_day": "24-11-2026", "clarified_way": "telepon", "sender_address": "Jalan Lain No. 9"}
    done = perform(record_clarification, office.session(OFFICER), FIRST, values)
    assert "SUDAH KELUAR" in done.said.id
    assert done.next[0] == Next("record-late-delivery", FIRST)
    assert letters.of_case(FIRST)[-1].reason == recontact.BECAUSE
    with pytest.raises(NotPossible):
        perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL)
    office.receive(scan)
    (aside,) = arrivals.listed(ArrivalState.UNMATCHED)
    assert "ditarik" in aside.note


def test_a_case_to_which_access_is_restricted_is_neither_delivered_nor_closed(office: Bureau) -> None:
    office.restrict(FIRST)
    for step in (
        lambda: perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL),
        lambda: printouts.sent(office.session(CLERK), FIRST, office.home, SENT),
        lambda: open_case(office.session(OFFICER), close.close_case, FIRST),
    ):
        with pytest.raises(NotFound):
            step()
    assert FIRST not in str(todo(office.session(CLERK))["cases"])


def test_a_rebuild_knows_the_delivery_and_its_receipt(office: Bureau) -> None:
    office.receive(receipt(office))
    perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL)
    before, sheet = columns(), sheets.get(f"D-{FIRST}-1")
    office.leave()
    rebuild.rebuild(office.settings, who(office.settings, USER, ARCHIVIST))
    assert columns() == before
    assert replace(sheets.get(sheet.id), version=0) == replace(sheet, version=0)
    assert cases.get(FIRST).state is State.DELIVERED
    assert not office.verify()


def test_a_receipt_printed_after_the_delivery_leaves_the_dispatch_book_as_it_was(office: Bureau) -> None:
    sheet = sheets.get(
        str(perform(deliver.record_delivery, office.session(CLERK), FIRST, TO_SCHOOL).told["sheet"])
    )
    put_out(office, way="diambil di kantor")
    after = sheets.get(sheet.id)
    assert (dispatches.sent(after), after.printed) == ({}, 1)
    assert dispatches.result(after)["way"] == "diantar petugas"


def test_an_anonymous_reporter_with_a_safe_way_is_not_given_up(office: Bureau) -> None:
    office.session(CLERK)
    now = deliver.standing(cases.get(FIRST))
    values = {"reporter_name": "anonim", "safe_contact_way": "ambil", "channel": "letter"}
    with refused_with("office.not_given_up_so", match="safe way"):
        deliver._need_reason(replace(now, case=replace(now.case, values=values)), "anonim")
    deliver._need_reason(replace(now, case=replace(now.case, values={"reporter_name": "anonim"})), "anonim")
