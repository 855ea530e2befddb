"""What was put out for the printer: no more of it is kept than fits, and it is given only while its case may be seen."""

import pytest

from pipeline.kernel import clock
from pipeline.kernel.errors import NotFound
from pipeline.lookup import restriction
from pipeline.records import boot, cases, history
from pipeline.web import prints
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau
from tests.web.furnished import MISSING, OTHER, OWN


@pytest.fixture(autouse=True)
def empty() -> None:
    """Begin with nothing kept."""
    prints._KEPT.clear()


def test_an_account_pushes_out_its_own_prints_alone(
    web_office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk, officer = web_office.session(CLERK), web_office.session(OFFICER)
    theirs = prints.keep(officer, "", (b"%PDF",))
    mine = [prints.keep(clerk, "", (b"%PDF",)) for _ in range(100)]
    assert prints.of(officer, theirs).papers == (b"%PDF",)
    assert [key for key in mine if key in prints._KEPT] == mine[-8:]
    monkeypatch.setattr(prints, "_OWN", (8, 10))
    big = prints.keep(clerk, "", (b"%PDF", b"1234567"))
    assert list(prints._KEPT) == [theirs, big], "the newest is kept, however large"
    monkeypatch.setattr(prints, "_ALL", (60, 12))
    last = prints.keep(officer, "", (b"%PDF",))
    assert list(prints._KEPT) == [last]


@pytest.mark.parametrize(
    "changed",
    [
        {"sender_address": "Jalan Baru No. 7"},
        {"victim_contact_way": "surat", "victim_contact_address": "Jalan Baru No. 7"},
    ],
)
def test_a_print_is_given_no_more_once_a_contact_has_changed_whoever_it_is_for(
    web_office: Bureau, changed: dict[str, str]
) -> None:
    clerk = web_office.session(CLERK)
    mine = prints.keep(clerk, OWN, (b"%PDF",))
    assert prints.of(clerk, mine).case == OWN
    case = cases.get(OWN)
    moved = case.with_values(changed)
    with boot.transact():
        cases.change(case, moved)
    with pytest.raises(NotFound):
        prints.of(clerk, mine)


def test_a_print_is_given_while_its_case_may_be_seen(web_office: Bureau) -> None:
    chair, clerk, officer = (web_office.session(account) for account in (CHAIR, CLERK, OFFICER))
    for hidden in (OTHER, MISSING):
        with pytest.raises(NotFound):
            prints.of(clerk, prints.keep(clerk, hidden, (b"%PDF",)))
    mine, theirs = prints.keep(clerk, OWN, (b"%PDF",)), prints.keep(officer, OWN, (b"%PDF",))
    assert prints.of(clerk, mine).case == OWN
    web_office.block(OWN, CLERK)
    with pytest.raises(NotFound):
        prints.of(clerk, mine)
    assert prints.of(officer, theirs).case == OWN
    with boot.transact():
        history.note(clock.now(), chair.actor, restriction.GRANTED, None, OWN)
    with pytest.raises(NotFound):
        prints.of(officer, theirs)
