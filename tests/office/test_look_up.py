"""One field finds numbers, people and words of letters; what somebody may not see is not found, and no word is written down."""

import pytest

from pipeline.kernel import ids
from pipeline.kernel.text import NOTHING
from pipeline.office.overview import look_up
from pipeline.office.overview.look_up import Asked, LookedUp
from pipeline.records import arrivals, cases, letters, texts
from pipeline.records.models import AccessRow, HistoryRow
from pipeline.records.texts import TextKind
from tests.office.bureau import ADMIN, ARCHIVIST, CLERK, OFFICER, OVERSEER, Bureau
from tests.office.stages import FIRST
from tests.office.victims_letters import typed
from tests.refused import refused_with
from tests.web.furnished import take_in

pytestmark = pytest.mark.backend


@pytest.fixture
def office(drafted: Bureau) -> Bureau:
    """An office with two drafts and a letter that was read; that of the first case says the same."""
    came = take_in(drafted, typed())
    for arrival in arrivals.of_case(FIRST):
        arrivals.change(arrival, reading=came.reading)
    return drafted


def asked(office: Bureau, given: str, account: str = CLERK, **more: object) -> LookedUp:
    return look_up.look_up(office.session(account), Asked(given, **more))  # type: ignore[arg-type]


def excerpts(result: LookedUp) -> str:
    return " ".join(part.text for line in result.lines for part in line.parts)


def test_letters_of_others_and_our_own_are_found_by_their_words(office: Bureau) -> None:
    result = asked(office, "hormat")
    assert {line.kind for line in result.lines} == {TextKind.INCOMING, TextKind.LETTER}
    assert FIRST in {line.case for line in result.lines}
    assert [line.day for line in result.lines] == sorted((line.day for line in result.lines), reverse=True)
    assert any(part.is_hit for line in result.lines for part in line.parts)
    incoming, loose = (
        next(line for line in result.lines if line.kind is TextKind.INCOMING and line.case == case)
        for case in (FIRST, "")
    )
    assert loose.agenda
    assert not loose.has_pages
    assert incoming.document == "surat-masuk-1.pdf"
    assert incoming.has_pages


def test_an_excerpt_shows_nobodys_name(office: Bureau) -> None:
    values = cases.get(FIRST).values
    text = excerpts(asked(office, "hormat"))
    for name in ("victim_name", "reporter_name", "reported_name"):
        for word in str(values.get(name) or "").split():
            assert len(word) < 4 or word not in text, name


def test_a_number_is_found_and_a_name_in_another_spelling(office: Bureau) -> None:
    (hit,) = asked(office, FIRST).numbers
    assert hit.case is not None
    name = str(cases.get(FIRST).values["victim_name"])
    assert FIRST in {person.case for person in asked(office, name.upper()).people}
    assert asked(office, FIRST).people == ()
    assert asked(office, "   ").is_empty


def test_what_stands_at_the_foot_of_our_papers_leads_to_the_case(filed: Bureau) -> None:
    (letter,) = letters.of_case(FIRST)
    for copy in letters.copies(letter.id, letter.revision):
        code = ids.read_code(copy.code)
        assert code is not None
        for given in (letter.id, f"{letter.id} {code.in_words()}", f"{letter.id} {code.in_words()}".lower()):
            (hit,) = asked(filed, given).numbers
            assert hit.plain["case"] == FIRST, given


def test_who_may_not_see_a_case_finds_nothing_of_it(office: Bureau) -> None:
    office.block(FIRST, OFFICER)
    for given in (FIRST, "hormat", str(cases.get(FIRST).values["victim_name"])):
        result = asked(office, given, OFFICER)
        numbers = {hit.case for hit in (*result.lines, *result.people)} | {
            str(number.plain["case"]) for number in result.numbers
        }
        assert FIRST not in numbers, given
    assert FIRST in {line.case for line in asked(office, "hormat").lines}


def test_words_and_names_are_for_those_who_work_on_cases(office: Bureau) -> None:
    result = asked(office, "hormat", ARCHIVIST)
    assert result.is_empty
    assert asked(office, FIRST, ARCHIVIST).numbers
    for account in (ADMIN, OVERSEER):
        with refused_with("office.not_yours"):
            asked(office, "hormat", account)


def test_what_is_shown_is_written_down_and_what_was_asked_is_not(office: Bureau) -> None:
    before = AccessRow.objects.count()
    asked(office, "hormat")
    rows = list(AccessRow.objects.order_by("pk")[before:].values_list("verb", "subject"))
    assert (look_up.VERB, FIRST) in rows
    asked(office, "zamrudqoriah")
    asked(office, "zamrudqoriah dan lain lain sekali")
    kept = [
        *AccessRow.objects.values_list("verb", "subject"),
        *HistoryRow.objects.values_list("subject", "detail"),
    ]
    assert not [row for row in kept if "hormat" in row[1] or "zamrud" in f"{row}"]


def test_phrases_stand_in_quotes_or_are_joined_by_signs() -> None:
    assert look_up.words_of('lapor "suami saya" 400.2/031') == texts.Words(
        ("lapor",), (("suami", "saya"), ("400", "2", "031"))
    )
    assert look_up.words_of("lapor melapor").stems == ("lapor",)
    assert look_up.words_of('"" - !') == texts.Words(())


def test_a_short_number_is_read_as_case_and_as_agenda_and_both_are_offered(bureau: Bureau) -> None:
    waiting = take_in(bureau, typed())
    case = bureau.register()
    assert (waiting.agenda, case.number, case.agenda) == ("A-2026-0001", FIRST, ("A-2026-0002",))
    for given in ("1", "0001", " 1 "):
        both = asked(bureau, given).numbers
        assert [(hit.plain["case"], hit.meant.en) for hit in both] == [
            (FIRST, f"as case number {FIRST}"), ("", "as agenda number A-2026-0001"),
        ]  # fmt: skip
    for given in ("2026 1", "2026/1", "2026-1", "A 2026 2", "a2", "A-2", "agenda 2"):
        (number,) = asked(bureau, given).numbers
        assert number.plain["case"] == FIRST, given
    (exact,) = asked(bureau, FIRST).numbers
    assert exact.meant == NOTHING
    for given in ("7", "2025 1", "A 2025 1", "1a"):
        assert asked(bureau, given, ARCHIVIST).numbers == (), given
