"""An edited draft whose pages print other words than were read is not approved, and uses no number."""

import pytest

from pipeline.kernel.text import Next
from pipeline.office.answer import approval
from pipeline.records import cases, letters
from pipeline.records.letters import LetterState
from pipeline.records.models import NumberRow
from tests.office import decided
from tests.office.bureau import CHAIR, Bureau
from tests.office.stages import FIRST, SECOND
from tests.office.word import back, taken_out, with_words
from tests.refused import refused_with

LETTER = f"{FIRST}-1"


def test_pages_with_other_words_are_refused_and_the_same_words_pass(
    drafted: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    back(drafted, with_words(taken_out(drafted, FIRST), "Mohon membawa surat ini bila datang ke kantor."))
    decided.take(drafted.session(CHAIR), FIRST)
    real = approval.rendered
    other = real(
        drafted.session(CHAIR),
        approval.prepare(drafted.session(CHAIR), cases.get(SECOND), letters.get(f"{SECOND}-1")),
    )
    monkeypatch.setattr(approval, "rendered", lambda *_: other)
    with refused_with("office.prints_otherwise") as refused:
        drafted.approve(FIRST)
    assert refused.value.fields["more"]
    assert refused.value.next == (Next("return-letter", FIRST, LETTER),)
    assert (letters.get(LETTER).state, NumberRow.objects.count()) == (LetterState.DRAFTED, 0)
    monkeypatch.setattr(approval, "rendered", real)
    assert drafted.approve(FIRST).number == "400.2/001/P2TP2A/XI/2026"
