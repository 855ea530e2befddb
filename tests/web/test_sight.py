"""A case that is hidden and one that is restricted, both late in the procedure, stand on no page of those who may not see them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from demo.answers import registration
from pipeline.intake.reader import Reader
from pipeline.office.arrivals import arrange
from pipeline.office.base import conflict
from pipeline.office.cases import erasure, register
from pipeline.office.delivery import deliver_print
from pipeline.office.signing import clarify
from pipeline.records import arrivals, boot, cases, sheets
from tests.canary.crawl import crawled, filled, named, plain, starts, told, words_in
from tests.canary.office import EXAMPLES, words_of
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, SCHOOL, Bureau, copied, one_page
from tests.office.stages import FIRST, SECOND, SENT
from tests.office.test_deliver_late import at
from tests.office.test_erasure import ASKED
from tests.web.addresses import known
from tests.web.door import Door, give_words, served
from tests.web.visitor import entered

OPEN, PART = "2026-0003", "2026-0004"
"""A case that everybody sees, and a hidden one whose letter was part of a scan."""
SHUT = {CLERK: (FIRST, PART, SECOND), OFFICER: (FIRST, PART, SECOND), ARCHIVIST: (FIRST, PART)}
"""The cases that must stand nowhere, by account: blocked from FIRST and PART; SECOND is restricted to chair and archivist."""


@pytest.fixture(scope="module")
def office(
    stage: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory, office_reader: Reader
) -> Iterator[Bureau]:
    """Both answers came back signed and left; their contacts changed; then one case was hidden and one restricted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("RANGKAP_DATABASE", raising=False)
        at(patch, "24 08:00")
        office = Bureau(copied(stage("filed"), tmp_path_factory.mktemp("terlihat") / "rumah"), office_reader)
        office.receive(*office.signed(SECOND))
        office.register(SCHOOL)
        whole = office.arrive(one_page("dua surat", pages=2))
        parts = arrange.ranges(office.desk(), str(whole.agenda), ["1", "2"])
        part, _ = arrange.split(office.desk(), office.reader, *parts)
        register.register_arrival(
            office.desk(), part, registration(SCHOOL) | {register.NOT_A_DUPLICATE: True}
        )
        at(patch, "25 09:00")
        for case in (FIRST, SECOND):
            deliver_print.put_out(office.desk(CLERK), case, office.home / "var" / "cetak", SENT)
        at(patch, "26 10:00")
        for case in (FIRST, SECOND):
            told = {
                "clarified_day": "26-11-2026",
                "clarified_way": "telepon",
                "sender_address": "Jalan Lain No. 9",
            }
            clarify.clarify(office.desk(OFFICER), case, told)
        at(patch, "27 09:00")
        for case in (FIRST, PART):
            for account in (CLERK, OFFICER, ARCHIVIST):
                conflict.record(office.desk(CHAIR), case, account, "keluarga", "Sepupu korban.")
        erasure.record(office.desk(CLERK), SECOND, ASKED)
        erasure.grant(office.desk(CHAIR), SECOND, "permintaan korban")
        give_words(office)
        yield office
        boot.close()


@pytest.fixture(scope="module")
def words(office: Bureau) -> dict[str, frozenset[str]]:
    """What tells of a case: its numbers, and the names in it that no open case has."""
    office.desk()
    found = {one: frozenset(words_of(one)) for one in (FIRST, SECOND, PART, OPEN)}
    boot.close()
    return {case: several - found[OPEN] - EXAMPLES for case, several in found.items()}


@pytest.fixture(scope="module")
def door(office: Bureau, words: dict[str, frozenset[str]]) -> Iterator[Door]:
    """The web door of that office."""
    with served(office.home) as one:
        yield one


@pytest.mark.parametrize("account", SHUT)
def test_no_page_that_can_be_reached_tells_of_a_case_that_is_shut(
    door: Door, words: dict[str, frozenset[str]], account: str
) -> None:
    seen = crawled(entered(door, account), starts(door))
    assert len([path for path, one in seen.items() if one.status == 200]) > 30
    assert any(OPEN in one.body.decode("latin-1") for one in seen.values())
    banned = frozenset().union(*(words[case] for case in SHUT[account]))
    assert told(seen, banned) == {}


def things(case: str) -> list[dict[str, str]]:
    """Return the names under which a thing of ``case`` can be asked for, each with those of one that does not exist."""
    scans = arrivals.of_case(case)
    wholes = [arrivals.get(one.parent) for one in scans if one.parent]
    documents = [one.logical for one in cases.documents(case)]
    papers = [one.id for one in sheets.of_case(case)] or [f"D-{case}-1"]
    return [
        {
            "number": case,
            "agenda": scan.agenda or scan.id,
            "name": document,
            "letter": f"{case}-1",
            "sheet": paper,
        }
        for scan in (*scans, *wholes)
        for document in documents
        for paper in papers
    ]


@pytest.mark.parametrize("account", SHUT)
def test_each_address_of_a_thing_that_is_shut_answers_as_that_of_a_missing_one(
    office: Bureau, door: Door, account: str
) -> None:
    office.desk()
    wanted = {case: things(case) for case in SHUT[account]}
    boot.close()
    visitor, wrong = entered(door, account), []
    missing = {
        "number": "2026-0999",
        "agenda": "A-2026-0999",
        "letter": "2026-0999-1",
        "sheet": "D-2026-0999-1",
    }
    asked: set[str] = set()
    for _, pattern, parts in known(door.home):
        if not {"number", "agenda", "sheet"} & set(parts) or "unggah" in pattern:
            continue
        for case, several in wanted.items():
            for own in several:
                path = filled(pattern, own)
                if path in asked:
                    continue
                asked.add(path)
                here, there = visitor.get(path), visitor.get(filled(pattern, own | missing))
                if (here.status, plain(here, own)) != (there.status, plain(there, missing)):
                    wrong.append((path, case, here.status, there.status))
                assert here.status in (403, 404, 405), path
    assert wrong == []


@pytest.mark.parametrize("account", SHUT)
def test_no_search_finds_a_case_that_is_shut(
    door: Door, words: dict[str, frozenset[str]], account: str
) -> None:
    visitor, found = entered(door, account), {}
    banned = frozenset().union(*(words[case] for case in SHUT[account]))
    for wanted in sorted(banned):
        answer = visitor.post("/cari/", wanted=wanted)
        here = [one for one in named(words_in(answer.body), banned) if one not in wanted]
        if here or answer.leads_to:
            found[wanted] = here or answer.leads_to
    assert found == {}


def test_the_chair_sees_the_hidden_case_and_opens_the_restricted_one_for_a_reason(door: Door) -> None:
    chair = entered(door, CHAIR)
    assert chair.get(f"/kasus/{FIRST}/").status == 200
    assert FIRST in chair.get("/buku/register/").text
    asked = chair.get(f"/kasus/{SECOND}/")
    assert asked.status == 200
    assert SECOND in asked.text
    opened = chair.post(f"/kasus/{SECOND}/", reason="keberatan pelapor")
    assert opened.status == 200
    assert cases.get(SECOND).register_number in opened.text, opened.text
    archivist = entered(door, ARCHIVIST).post(f"/kasus/{SECOND}/", reason="diperiksa")
    assert archivist.status == 200
