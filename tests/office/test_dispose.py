"""Proposal, approval and legal hold: what is over comes on a list, what is held or has grown stops it."""

from datetime import date
from typing import Any

import pytest

from pipeline.cases.problems import InvalidAnswers
from pipeline.kernel.text import Next
from pipeline.office.disposal import destroy, dispose, hold
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from pipeline.records import cases, disposals, entries, history
from pipeline.records.disposals import DisposalState
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, OFFICER, OVERSEER, Bureau
from tests.office.retained import (
    JRA,
    MINUTES,
    Paper,
    approve,
    approved_list,
    carry_out,
    later,
    propose,
    with_schedule,
    withdraw,
)
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

pytestmark = pytest.mark.backend


def reasons(bureau: Bureau) -> dict[str, str]:
    return {row.retention.case: row.reason for row in dispose.look(bureau.session(ARCHIVIST))}


def test_a_case_without_schedule_is_kept(filed: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    bureau = later(filed, monkeypatch, "")
    assert reasons(bureau) == dict.fromkeys((FIRST, SECOND), "tidak ada JRA untuk kode 400.2: disimpan")
    with refused_with("office.nothing_over"):
        propose(bureau.session(ARCHIVIST))
    assert find.show(bureau.session(CLERK), FIRST).plain["retention"]["fate"] == "simpan"


def test_time_runs_from_the_day_the_answer_was_filed_and_ends_with_its_last_day(
    filed: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau = with_schedule(filed)
    for moment, reason in (("2036-11-24", "masa simpan belum habis"), ("2036-11-25", "")):
        monkeypatch.setenv("RANGKAP_CLOCK", f"{moment}T09:00:00+07:00")
        assert reasons(bureau) == {FIRST: reason, SECOND: "belum selesai"}
    (first, _) = dispose.look(bureau.session(ARCHIVIST))
    assert (first.retention.since, first.retention.until) == (date(2026, 11, 24), date(2036, 11, 24))
    assert first.retention.event == "surat jawaban diarsipkan"


@pytest.mark.parametrize("fate", ["permanen", "dinilai kembali"])
def test_what_the_schedule_does_not_destroy_is_never_proposed(
    filed: Bureau, monkeypatch: pytest.MonkeyPatch, fate: str
) -> None:
    bureau = later(filed, monkeypatch, JRA.replace("musnah", fate))
    assert reasons(bureau)[FIRST] == f"nasib akhir menurut JRA: {fate}"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('"musnah"', '"musna"', "Maksud Anda “musnah”?"),
        ('"400.2"', '"400.3"', "Maksud Anda “400.2”?"),
        ("nasib =", "nasip =", "Maksud Anda “nasib”?"),
        ("aktif = 2\n", 'aktif = "dua"\n', "jumlah tahun"),
        ("aktif = 2\ninaktif = 8", "aktif = 0\ninaktif = 0", "masa simpan nol tahun"),
        ('seri = "Penanganan pengaduan"\n', "", "tanpa “seri”"),
    ],
)
def test_a_bad_schedule_stops_the_start_with_line_and_reason(
    bureau: Bureau, before: str, after: str, said: str
) -> None:
    with refused_with("settings.bad") as refusal:
        with_schedule(bureau, JRA.replace(before, after, 1))
    assert said in refusal.value.text()
    assert "office.toml, baris " in refusal.value.text()


def test_a_code_is_scheduled_once_and_the_longest_row_counts(bureau: Bureau) -> None:
    with refused_with("settings.bad", match="dua kali"):
        with_schedule(bureau, JRA + JRA)


def test_a_list_holds_numbers_and_digests_and_is_an_object_of_the_archive(over: Bureau) -> None:
    with refused_with("office.nothing_over", match="2025"):
        propose(over.session(ARCHIVIST), "2025")
    disposal = propose(over.session(ARCHIVIST))
    assert (disposal.id, [case.case for case in disposal.cases]) == ("M-2037-01", [FIRST])
    assert disposal.digest == disposals.digest_of(disposal.cases)
    newest = entries.last()
    assert newest
    assert (newest.kind, newest.case, newest.version) == ("disposal_proposed", disposal.id, 1)
    assert over.verify() == []
    with refused_with("office.nothing_over"):
        propose(over.session(ARCHIVIST))
    withdraw(over.session(ARCHIVIST), disposal.id, "salah pilih")
    assert propose(over.session(ARCHIVIST)).id == "M-2037-02"


def test_whoever_proposed_does_not_approve_but_in_an_office_of_one(over: Bureau) -> None:
    disposal = propose(over.session(CHAIR))
    with refused_with("office.own_list"):
        approve(over.session(CHAIR), disposal.id)
    over.change("# verifikasi_sendiri = false", "verifikasi_sendiri = true")
    assert approve(over.session(CHAIR), disposal.id).state == DisposalState.APPROVED


def test_each_step_asks_for_its_state_and_its_paper(over: Bureau) -> None:
    for account in (CLERK, OFFICER, ADMIN, OVERSEER):
        for work in (dispose.look, propose):
            with refused_with("office.not_yours"):
                work(over.session(account))
    disposal = propose(over.session(ARCHIVIST))
    with refused_with("office.disposal_state", match="the chair's approval") as refused:
        carry_out(over.session(ARCHIVIST), disposal.id)
    assert refused.value.next == (Next("approve-disposal", disposal.id),)
    with pytest.raises(InvalidAnswers, match="paper_number"):
        approve(over.session(CHAIR), disposal.id, Paper(" ", date(2037, 1, 4)))
    with refused_with("office.disposal_paper"):
        approve(over.session(CHAIR), disposal.id, Paper("800/1", date(2037, 1, 6)))
    approve(over.session(CHAIR), disposal.id)
    with pytest.raises(InvalidAnswers, match="paper_number"):
        carry_out(over.session(ARCHIVIST), disposal.id, None)
    with refused_with("office.list_not_retyped"):
        perform(
            destroy.destroy_disposal,
            over.session(ARCHIVIST),
            disposal.id,
            MINUTES.answers | {"sure": "M-2037-02"},
        )
    with refused_with("office.reason_needed"):
        withdraw(over.session(ARCHIVIST), disposal.id, " ")
    assert cases.has(FIRST)
    withdraw(over.session(CHAIR), disposal.id, "keliru")
    with refused_with("office.disposal_state", match="dicabut") as refused:
        carry_out(over.session(ARCHIVIST), disposal.id)
    assert refused.value.next == (Next("propose-disposal"),)
    assert over.verify() == []


def test_a_held_case_is_neither_proposed_nor_approved_nor_destroyed(over: Bureau) -> None:
    perform(hold.place_hold, over.session(ARCHIVIST), FIRST, {"reason": "diminta pengadilan"})
    assert reasons(over)[FIRST] == "pemusnahan ditangguhkan"
    shown = find.show(over.session(CLERK), FIRST).plain
    assert shown["retention"]["held"]
    assert "pengadilan" not in str(shown)
    payload = list(entries.payloads(FIRST).values())[-1]
    assert "pemusnahan ditangguhkan" in payload.columns["remarks"]
    with refused_with("office.nothing_over"):
        propose(over.session(ARCHIVIST))
    perform(hold.lift_hold, over.session(CHAIR), FIRST, {"reason": "perkara selesai"})
    assert "ditangguhkan" not in list(entries.payloads(FIRST).values())[-1].columns["remarks"]
    disposal = propose(over.session(ARCHIVIST))
    perform(hold.place_hold, over.session(CHAIR), FIRST, {"reason": "banding"})
    with refused_with("office.no_longer_over", match="ditangguhkan"):
        approve(over.session(CHAIR), disposal.id)
    assert [act.verb for act in history.of_case(FIRST) if "hold" in act.verb] == ["hold", "hold_lift", "hold"]
    assert over.verify() == []


def test_a_hold_after_the_approval_stops_the_destruction(over: Bureau) -> None:
    disposal = approved_list(over)
    perform(hold.place_hold, over.session(ARCHIVIST), FIRST, {"reason": "diminta kejaksaan"})
    with refused_with("office.no_longer_over", match="ditangguhkan"):
        carry_out(over.session(ARCHIVIST), disposal.id)
    perform(hold.lift_hold, over.session(CHAIR), FIRST, {"reason": "selesai"})
    with refused_with("office.no_longer_over", match="bertambah") as grown:
        carry_out(over.session(ARCHIVIST), disposal.id)
    assert grown.value.next == (Next("withdraw-disposal", disposal.id), Next("propose-disposal"))
    assert cases.has(FIRST)
    assert over.verify() == []


def test_a_hold_has_its_reason_and_is_placed_once(over: Bureau) -> None:
    with refused_with("office.reason_needed"):
        perform(hold.place_hold, over.session(ARCHIVIST), FIRST, {"reason": " "})
    with refused_with("office.not_held"):
        perform(hold.lift_hold, over.session(CHAIR), FIRST, {"reason": "salah"})
    perform(hold.place_hold, over.session(ARCHIVIST), FIRST, {"reason": "audit"})
    with refused_with("office.hold_already"):
        perform(hold.place_hold, over.session(CHAIR), FIRST, {"reason": "audit"})


def test_lists_wait_on_the_desks_of_archivist_and_chair(over: Bureau) -> None:
    def waiting(account: str) -> list[dict[str, Any]]:
        return find.todo(over.session(account))["disposals"]

    disposal = propose(over.session(ARCHIVIST))
    assert waiting(CLERK) == []
    assert [row["next"] for row in waiting(CHAIR)] == [(Next("approve-disposal", disposal.id),)]
    assert [row["next"] for row in waiting(ARCHIVIST)] == [()]
    approve(over.session(CHAIR), disposal.id)
    assert [row["next"] for row in waiting(ARCHIVIST)] == [(Next("destroy-disposal", disposal.id),)]
