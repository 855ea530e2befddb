"""The chair's desk: drafts the oldest first, what stands over them, revisions told."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from demo.answers import drafting
from pipeline.kernel import clock
from pipeline.kernel.errors import Stale
from pipeline.letters.clauses import Choice
from pipeline.letters.text import frozen_text
from pipeline.office.answer import approval, preview
from pipeline.office.engine.perform import perform
from pipeline.office.overview import chair_approvals, find
from pipeline.records import letters
from tests.office import decided
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, SCHOOL, Bureau
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

At = Callable[[str], Bureau]
ONE, TWO = f"{FIRST}-1", f"{SECOND}-1"


def revised(office: Bureau) -> letters.Letter:
    """Return the first letter, sent back and drafted anew with a paragraph that was corrected."""
    decided.send_back(office.session(CHAIR), FIRST, "Perjelas tindak lanjutnya.")
    words = {"tercatat-instansi": "Surat Saudara telah kami terima dan kami rahasiakan."}
    return decided.draft(office.session(OFFICER), FIRST, drafting(SCHOOL), Choice(words=words))


def test_the_oldest_draft_comes_first_and_danger_is_told(
    drafted: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = clock.now() + timedelta(hours=3)
    monkeypatch.setenv("RANGKAP_CLOCK", later.isoformat())
    revised(drafted)
    second, first = chair_approvals.drafts(drafted.session(CHAIR))
    assert (second.letter.id, first.letter.id) == (TWO, ONE)
    assert second.age >= timedelta(hours=3) > first.age
    assert any("krisis" in danger.id for danger in second.dangers)
    assert not first.dangers
    drafted.block(SECOND, CHAIR)
    assert [draft.letter.id for draft in chair_approvals.drafts(drafted.session(CHAIR))] == [ONE]


def test_what_is_approved_waits_for_the_printer_until_it_is_printed(drafted: Bureau) -> None:
    session = drafted.session(CHAIR)
    with pytest.raises(Stale):
        perform(approval.approve_letter, session, FIRST, {"revision": 2}, ONE)
    for case, letter in ((FIRST, ONE), (SECOND, TWO)):
        perform(
            approval.approve_letter,
            session,
            case,
            {"revision": 1, "letter_version": letters.get(letter).version},
            letter,
        )
    assert chair_approvals.drafts(session) == ()
    rows = chair_approvals.approved(drafted.session(CLERK))
    assert [(row.letter.id, row.is_to_print, row.printed, row.sheets) for row in rows] == [
        (ONE, True, 0, 2),
        (TWO, True, 0, 2),
    ]
    with refused_with("office.not_yours"):
        chair_approvals.approved(drafted.session(ARCHIVIST))
    paths = drafted.printed(FIRST)
    assert [letter.is_to_print for letter in chair_approvals.approved(session)] == [False, True]
    paper, pdf = preview.paper_of(session, FIRST, ONE, 2)
    assert (paper.id, pdf) == (ONE, paths[1].read_bytes()), "on the screen it is what was printed"


def test_a_copy_of_a_revision_that_was_sent_back_counts_no_more_and_its_code_says_so(drafted: Bureau) -> None:
    drafted.approve(FIRST)
    old = letters.copies(ONE)[0]
    revised(drafted)
    drafted.approve(FIRST)
    (row,) = chair_approvals.approved(drafted.session(CHAIR))
    assert [(copy.revision, copy.copy) for copy in row.copies] == [(2, 1), (2, 2)]
    answer = find.resolve(drafted.session(CLERK), old.code)
    assert (answer["letter"], answer["revision"], answer["current"]) == (ONE, 1, False)


def test_revisions_say_who_made_them_and_what_became_of_them(drafted: Bureau) -> None:
    letter = revised(drafted)
    second, first = preview.listed(letter)
    assert (first.number, first.account, first.returned) == (1, OFFICER, "Perjelas tindak lanjutnya.")
    assert (second.number, second.corrected) == (2, ("tercatat-instansi",))


def test_copies_of_a_draft_bear_neither_number_nor_code_and_are_no_clerks(drafted: Bureau) -> None:
    letter = letters.get(ONE)
    first, second = (frozen_text(copy) for copy in preview._as_copies(drafted.session(CHAIR), letter))
    assert "Salinan ke-1 dari 2" in first
    assert "Salinan ke-2 dari 2" in second
    assert all(
        "AAAA-AAAA-AA" in text and "/···/" in text and "KONSEP" not in text for text in (first, second)
    )
    paper, pdf = preview.paper_of(drafted.session(OFFICER), FIRST, ONE, 2)
    assert (paper.id, pdf[:5]) == (ONE, b"%PDF-")
    with refused_with("office.not_yours"):
        preview.paper_of(drafted.session(CLERK), FIRST, ONE, 1)
