"""At registration earlier cases of the same people are shown; a person decides, and nothing is joined by itself."""

from typing import Any

import pytest

from demo.answers import registration
from pipeline.cases.case import Case
from pipeline.kernel import clock
from pipeline.kernel.text import Next
from pipeline.lookup import restriction
from pipeline.office.base import reported_sender
from pipeline.office.cases import earlier, register
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from pipeline.office.overview.case_sheet import sheet
from pipeline.records import boot, cases, history
from tests.office import damage
from tests.office.bureau import (
    ADMIN,
    ARCHIVIST,
    CALL,
    CHAIR,
    CLERK,
    OFFICER,
    OVERSEER,
    WIFE,
    Bureau,
    one_page,
    tables,
)
from tests.refused import refused_with

FIRST, SECOND = "2026-0001", "2026-0002"
LATER: dict[str, Any] = {
    "received_day": "2026-11-24",
    "letter_date": "2026-11-23",
    "sender": "Roesmini Talahoe",
    "reporter_name": "Roesmini Talahoe",
    "victim_name": "Roesmini Talahoe",
    "victim_nik": None,
    "victim_phone": None,
    "victim_birth_date": None,
    "reported_name": "Darsonno Pelliwang",
}
"""Her next letter, in the old spelling, by another hand."""


def given(**more: Any) -> dict[str, Any]:
    return {name: value for name, value in (registration(WIFE) | LATER | more).items() if value is not None}


def registered(bureau: Bureau, **more: Any) -> Case:
    return perform(
        register.register_arrival, bureau.session(), bureau.arrive(one_page(str(more))).id, given(**more)
    ).case


@pytest.fixture
def known(bureau: Bureau) -> Bureau:
    """An office with her first letter."""
    bureau.register(WIFE)
    return bureau


def test_her_next_letter_in_another_spelling_is_not_registered_unseen(known: Bureau) -> None:
    with refused_with("office.people_known") as shown:
        registered(known)
    text = shown.value.text()
    assert shown.value.next == (Next("add-letter", FIRST),)
    assert f"{FIRST} (terdaftar, diterima 20-11-2026): korban mungkin korban R.T., 32 tahun di sana" in text
    assert "terlapor mungkin terlapor D.P., 36 tahun" in text
    assert not [who for who in ("Rusmini", "Roesmini", "Talahu", "Darsono") if who in text + str(shown.value)]
    assert cases.numbers() == [FIRST]


@pytest.mark.parametrize("word", ["sama", "lain", "tidak tahu"])
def test_what_a_person_decides_is_kept_with_who_and_when_and_joins_nothing(known: Bureau, word: str) -> None:
    case = registered(known, earlier_cases={FIRST: word})
    assert case.number == SECOND
    (act,) = [act for act in history.of_case(SECOND) if act.verb == earlier.VERB]
    assert (act.account, act.subject, act.detail["decision"]) == (CLERK, FIRST, word)
    assert act.detail["sides"] == [["korban", "korban"], ["terlapor", "terlapor"]]
    for number, other in ((FIRST, SECOND), (SECOND, FIRST)):
        assert [(row["case"], row["decision"]) for row in earlier.decisions(known.session(), number)] == [
            (other, word)
        ]
    assert (len(cases.get(FIRST).arrivals), len(case.arrivals)) == (1, 1)
    assert known.verify() == []


def test_a_decision_of_another_word_or_for_another_case_is_none(known: Bureau) -> None:
    with refused_with("office.bad_decision"):
        registered(known, earlier_cases={FIRST: "mungkin"})
    with refused_with("office.people_known"):
        registered(known, earlier_cases={"2026-0099": "lain"})


def test_the_exact_likeness_is_told_first_and_a_caller_is_compared_too(known: Bureau) -> None:
    with refused_with("office.maybe_known"):
        registered(known, victim_name="Rusmini Talahu", reporter_name="Rusmini Talahu")
    call = registration(CALL) | {"victim_name": "Rusmini T.", "victim_age": 31, "victim_sex": "P"}
    with refused_with("office.people_known"):
        perform(register.register_call, known.session(), "", call)
    assert cases.numbers() == [FIRST]


@pytest.mark.parametrize(
    "changed",
    [
        {"victim_name": "Rusmina Talahu", "reported_name": "Orang Lain", "victim_age": 9},
        {"victim_name": "Siti Aminah", "reported_name": "Budi Santoso"},
        {"victim_name": "R.S.", "reported_name": None},
    ],
    ids=["a child", "others", "other initials"],
)
def test_other_people_are_registered_at_once(known: Bureau, changed: dict[str, Any]) -> None:
    other = {"sender": "x", "reporter_name": "anonim", "reporter_is_victim": False, "reporter_relation": None}
    assert registered(known, **other | changed).number == SECOND


def test_who_is_reported_now_may_have_been_the_victim_before(known: Bureau) -> None:
    with refused_with("office.people_known") as shown:
        registered(
            known, victim_name="Orang Lain", reporter_name="anonim", sender="x", reporter_is_victim=False, reporter_relation=None,
            reported_name="Rusmini Talahu", reported_sex="P", reported_age=32,
        )  # fmt: skip
    assert "terlapor mungkin korban R.T." in shown.value.text()


HUSBAND = "Bp. Darsono Peliwang"
WRITERS = pytest.mark.parametrize(
    "writer",
    [
        {"reporter_name": HUSBAND, "reporter_is_victim": False, "reporter_relation": "tetangga"},
        {"reporter_name": "Anton", "reporter_is_victim": False, "reporter_relation": "tetangga", "guardian_name": HUSBAND},
        {"reporter_name": HUSBAND, "victim_name": HUSBAND, "victim_sex": "L", "victim_age": 36},
    ],
    ids=["reporter", "guardian", "as victim"],
)  # fmt: skip


@WRITERS
def test_that_another_victim_reports_who_writes_is_told_to_no_registrar(
    known: Bureau, writer: dict[str, Any]
) -> None:
    stranger = {"victim_name": "Suharti Wibisono", "victim_age": 9, "reported_name": "Anton Barus"}
    number = registered(known, **stranger | writer).number
    assert not [act for act in history.of_case(number) if act.verb == earlier.VERB]
    hint = sheet(known.session(CHAIR), number).hint
    assert (hint is not None and FIRST in hint.en) is (writer["reporter_name"] == HUSBAND)


def test_that_the_same_victim_reports_who_writes_is_told_at_once(known: Bureau) -> None:
    writer = {"reporter_name": HUSBAND, "reporter_is_victim": False, "reporter_relation": "tetangga"}
    with refused_with("office.people_known") as shown:
        registered(known, **writer)
    assert "pelapor mungkin terlapor D.P., 36 tahun" in shown.value.text()
    case = registered(known, **writer, earlier_cases={FIRST: "sama"})
    assert reported_sender.is_held(case)


def restrict(known: Bureau) -> None:
    with boot.transact():
        history.note(clock.now(), known.session().actor, restriction.GRANTED, None, FIRST)


def test_of_a_case_to_which_access_is_restricted_only_the_chair_learns_the_number(known: Bureau) -> None:
    restrict(known)
    (hit,) = earlier.find(known.session(), "Rusmini Talahu")
    assert hit.plain() == {"case": "", "state": "akses dibatasi", "received": "", "people": []}
    assert (hit.message_alone(), hit.is_at_work) == (
        "ada dalam berkas yang aksesnya dibatasi; tanyakan kepada ketua", False,
    )  # fmt: skip
    (hit,) = earlier.find(known.session(CHAIR), "Rusmini Talahu")
    assert hit.plain() == {"case": FIRST, "state": "akses dibatasi", "received": "", "people": []}
    assert (hit.message(), hit.is_at_work) == (f"{FIRST}: akses dibatasi", False)


def test_a_registration_is_not_held_up_by_what_may_not_be_told_and_the_chair_sees_it(known: Bureau) -> None:
    restrict(known)
    case = registered(known)
    assert earlier.decisions(known.session(), case.number) == []
    assert FIRST not in str(find.show(known.session(), case.number).plain)
    (decision,) = earlier.decisions(known.session(CHAIR), case.number)
    assert (decision["case"], decision["decision"]) == (FIRST, earlier.NOT_ASKED)
    assert FIRST in str(find.show(known.session(CHAIR), case.number).plain)


def test_the_exact_likeness_does_not_tell_the_number_either(known: Bureau) -> None:
    restrict(known)
    with refused_with("office.maybe_known") as shown:
        registered(known, victim_name="Rusmini Talahu", reporter_name="Rusmini Talahu")
    assert FIRST not in shown.value.text()
    assert "aksesnya dibatasi" in shown.value.text()
    assert shown.value.next == ()
    answers = {"not_a_duplicate": True, "victim_name": "Rusmini Talahu", "reporter_name": "Rusmini Talahu"}
    case = registered(known, **answers)
    assert FIRST not in str(find.show(known.session(), case.number).plain)


def test_a_name_is_looked_up_in_any_spelling_and_that_is_written_down_without_it(known: Bureau) -> None:
    for name in ("roesmini talahoe", "Ibu Rusmini", "Talahu Rusmini", "R.T.", "Darsono Peliwang, S.H."):
        (hit,) = earlier.find(known.session(OFFICER), name)
        assert hit.case == FIRST
        assert "Rusmini" not in str(hit.plain())
    assert earlier.find(known.session(OFFICER), "Siti Aminah") == []
    rows = tables(known, "AccessRow")["AccessRow"]
    looked = [row for row in rows if earlier.LOOKED in row]
    assert len(looked) == 6
    assert "usmini" not in str(rows)


@pytest.mark.parametrize("account", [ADMIN, OVERSEER, ARCHIVIST])
def test_others_look_nobody_up_by_name(known: Bureau, account: str) -> None:
    with refused_with("office.not_yours"):
        earlier.find(known.session(account), "Rusmini")
    with refused_with("office.not_yours"):
        earlier.look(known.session(account), {"victim_name": "Rusmini Talahu"})


@pytest.mark.parametrize("name", ["", "a", "Ru", "  . "])
def test_too_little_of_a_name_is_refused(known: Bureau, name: str) -> None:
    with refused_with("office.name_too_short"):
        earlier.find(known.session(), name)


def test_the_decision_comes_back_from_a_rebuild(known: Bureau) -> None:
    registered(known, earlier_cases={FIRST: "sama"})
    before = earlier.decisions(known.session(), FIRST)
    damage.rebuilt(known)
    assert earlier.decisions(known.session(), FIRST) == before
