"""Her consent reaches what leaves at the end: the sheet for SIMFONI-PPA leaves out, the hand-over goes whole for a reason."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.cases import consent
from pipeline.cases.case import Case
from pipeline.office.delivery import close
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import close_year, hand_over
from pipeline.office.papers import forms
from pipeline.office.papers.forms_closing import ALLOWED, REFUSED, UNASKED, simfoni_fields, standing
from pipeline.records import boot, cases, history
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST
from tests.office.test_hand_over import MINUTES, accepted
from tests.refused import refused_with

At = Callable[[str], Bureau]
NOBODY: dict[str, Any] = {consent.SHARE: (consent.NOBODY,), consent.DAY: "2026-11-24"}
OTHERS: dict[str, Any] = {
    consent.SHARE: ("kepolisian", consent.OTHERS),
    consent.BY: "korban",
    consent.DAY: "2026-11-24",
}
ENDED: dict[str, Any] = {
    "outcome": "dirujuk",
    "outcome_services": ("bantuan hukum", "kesehatan"),
    "outcome_place": "RSUD Muara Lanting",
    "victim_occupation": "penjual kue",
    "victim_disability": "netra",
    "place_kecamatan": "Lanting Tengah",
    "place_category": "rumah tangga",
    "event_date": "2026-11-15",
}


def sheet(bureau: Bureau, **values: Any) -> dict[str, Any]:
    """Return the fields of the sheet of FIRST, with ``values`` laid over its own."""
    session = bureau.session(OFFICER)
    return simfoni_fields(session, changed(cases.get(FIRST), values))


def changed(case: Case, values: dict[str, Any]) -> Case:
    return case.with_values({**ENDED, **values})


def told(bureau: Bureau, **values: Any) -> None:
    """Let the case in the records say so."""
    bureau.session()
    with boot.transact():
        cases.change(cases.get(FIRST), changed(cases.get(FIRST), values))


@pytest.fixture
def office(at_stage: At) -> Bureau:
    """An office with a registered case."""
    return at_stage("registered")


def test_where_she_allows_it_or_nobody_asked_the_sheet_is_whole(office: Bureau) -> None:
    free, asked = sheet(office), sheet(office, **OTHERS)
    assert consent.DENIED not in json.dumps([free, asked], ensure_ascii=False, default=str)
    assert free["persetujuan"].startswith("Persetujuan korban belum ditanyakan.")
    assert asked["persetujuan"] == "Diizinkan (korban, 24-11-2026)."


@pytest.mark.parametrize("share", [(consent.NOBODY,), ("kepolisian", "layanan kesehatan")])
def test_what_could_tell_who_she_is_is_left_out_where_the_ministry_may_not_learn_of_her(
    office: Bureau, share: tuple[str, ...]
) -> None:
    whole, page = sheet(office), sheet(office, **NOBODY | {consent.SHARE: share})
    for group, names in {
        "korban": ("inisial", "umur", "pekerjaan"),
        "terlapor": ("inisial",),
        "kejadian": ("tanggal", "kecamatan"),
    }.items():
        assert {page[group][name] for name in names} == {consent.DENIED}, group
    assert page["rujukan"] == consent.DENIED
    for group, name in (
        ("korban", "jk"),
        ("korban", "kelompok"),
        ("kejadian", "jenis"),
        ("kejadian", "tempat"),
    ):
        assert page[group][name] == whole[group][name], "counted without who she is"
    assert page["hasil"] == "dirujuk"
    assert "UU 12/2022 Pasal 69" in page["persetujuan"]


def test_what_must_be_withheld_is_left_out_whoever_may_learn_the_rest(office: Bureau) -> None:
    page = sheet(office, **OTHERS | {consent.WITHHOLD: (consent.HEALTH,)})
    assert page["korban"]["disabilitas"] == page["rujukan"] == consent.DENIED
    services = page["layanan"].replace("\xa0", " ")
    assert "■ bantuan hukum" in services
    assert "■ kesehatan" not in services
    assert services.endswith(f"kesehatan: {consent.DENIED}")
    assert page["korban"]["inisial"] != consent.DENIED
    assert page["persetujuan"].endswith("Yang tidak boleh disebut: keadaan kesehatan.")
    page = sheet(office, **OTHERS | {consent.WITHHOLD: (consent.WHERE,), "outcome_place": "rumah aman"})
    assert page["rujukan"] == page["kejadian"]["kecamatan"] == consent.DENIED
    free = sheet(office, **OTHERS | {consent.WITHHOLD: (consent.ADDRESS,), "place_category": "sekolah"})
    assert free["kejadian"]["kecamatan"] == "Lanting Tengah"


def test_the_printed_sheet_says_so_on_one_page(office: Bureau, tmp_path: Path) -> None:
    told(office, **NOBODY)
    forms.make(office.session(CLERK), "simfoni", FIRST, tmp_path)
    (pdf,) = tmp_path.glob("*.pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout
    words = " ".join(text.split())
    assert words.count(consent.DENIED) > 5
    assert "Tidak diizinkan kepada kementerian" in words
    assert text.count("\f") == 1


def test_the_history_says_how_her_consent_stood_when_the_case_was_entered(filed: Bureau) -> None:
    for values, expected in (({}, UNASKED), (OTHERS, ALLOWED), (NOBODY, REFUSED)):
        told(filed, **values)
        assert standing(cases.get(FIRST).values) == expected
        perform(
            close.record_simfoni,
            filed.session(CLERK),
            FIRST,
            {"simfoni_day": "24-11-2026", "simfoni_number": f"SP-{len(values)}"},
        )
        assert history.of_case(FIRST)[-1].detail["consent"] == expected


@pytest.fixture
def finished(filed: Bureau, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """An office in January whose last year is closed; the victim of its first case wants her health withheld."""
    monkeypatch.setenv("RANGKAP_CLOCK", "2027-01-05T09:00:00+07:00")
    close_year.close(filed.session(ARCHIVIST), 2026, incomplete=True, reason="lembar hilang")
    told(filed, **NOBODY | {consent.WITHHOLD: (consent.HEALTH,)})
    return filed


def test_the_hand_over_is_refused_without_a_reason_and_nothing_is_written(
    finished: Bureau, tmp_path: Path
) -> None:
    session = finished.session(ARCHIVIST)
    for reason in ("", "  "):
        with refused_with(
            "office.against_her_wish",
            match=r"2026-0001 \(diteruskan kepada lembaga lain, keadaan kesehatan\)",
        ):
            hand_over.hand_over(session, FIRST, tmp_path, MINUTES, reason=reason)
    assert not list(tmp_path.glob("*serah*"))
    assert hand_over.restricted_by_her(session, FIRST) == {
        FIRST: (f"diteruskan kepada {consent.OTHERS}", consent.HEALTH)
    }


def test_for_a_reason_it_goes_whole_and_bag_and_history_say_what_is_restricted(
    finished: Bureau, tmp_path: Path
) -> None:
    why = "kewajiban serah arsip statis, UU 43/2009"
    done = hand_over.hand_over(finished.session(ARCHIVIST), FIRST, tmp_path, MINUTES, reason=why)
    accepted(done.path)
    readme = "\n".join(path.read_text("utf-8") for path in done.path.glob("*.txt"))
    assert "PEMBATASAN." in readme
    assert f"  {FIRST}: diteruskan kepada lembaga lain, keadaan kesehatan" in readme
    (act,) = [act for act in history.of_case(FIRST) if act.verb == hand_over.VERB]
    assert act.detail["reason"] == why
    assert finished.verify() == []
    damage.rebuilt(finished)
    assert [act.detail["reason"] for act in history.of_case(FIRST) if act.verb == hand_over.VERB] == [why]


def test_where_she_allows_others_nothing_is_asked_and_nothing_said(finished: Bureau, tmp_path: Path) -> None:
    told(finished, **OTHERS | {consent.WITHHOLD: ()})
    done = hand_over.hand_over(finished.session(ARCHIVIST), FIRST, tmp_path, MINUTES)
    assert "PEMBATASAN" not in "\n".join(path.read_text("utf-8") for path in done.path.glob("*.txt"))
