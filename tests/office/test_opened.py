"""An opened arrival shows who has it: a sign that ends with the work or by itself, and stops nobody who was told."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from demo.answers import registration
from pipeline.kernel import clock
from pipeline.kernel.errors import NotFound
from pipeline.lookup import visible
from pipeline.office.arrivals import edit_presence, strike
from pipeline.office.base.session import Session
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from tests.office import arranging
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, OFFICER, SCHOOL, USER, Bureau, one_page
from tests.refused import refused_with

OTHER = "petugas2"
Later = Callable[[timedelta], None]


@pytest.fixture
def office(bureau: Bureau) -> Bureau:
    """An office with two clerks and one letter that waits."""
    more = f'[[akun]]\nnama = "{OTHER}"\nperan = ["petugas_penerima"]\nboleh_dipakai = ["{USER}"]\n\n'
    bureau.change("[[akun]]", f"{more}[[akun]]")
    bureau.arrive(one_page("surat yang menunggu"))
    return bureau


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Set the clock to a quarter past ten, and let time pass."""
    began = clock.read_stamp("2026-11-24T03:15:00Z")

    def wait(passed: timedelta) -> None:
        monkeypatch.setattr(clock, "now", lambda: began + passed)

    wait(timedelta())
    return wait


def row(session: Session) -> list[dict[str, str]]:
    """Return who has the letter open, as ``todo`` tells it."""
    (arrival,) = find.todo(session)["arrivals"]
    signs: list[dict[str, str]] = arrival["opened"]
    assert find.find(session, "A-2026-0001")[0].plain["opened"] == signs
    return signs


def test_who_begins_is_seen_by_everybody_else_until_the_letter_is_registered(
    engine: str, office: Bureau
) -> None:
    session = office.session(CLERK)
    assert row(office.session(OTHER)) == []
    edit_presence.begin(session, "register", "A-2026-0001")
    seen = row(office.session(OTHER))
    assert seen == row(office.session(ARCHIVIST)) == [{"account": CLERK, "since": "2026-11-24T03:15:00Z"}]
    assert (
        edit_presence.presence_message(seen, session.settings.zone)
        == f"sedang dibuka oleh {CLERK} sejak 10.15"
    )
    perform(
        register.register_arrival, session, register.pick(session, "A-2026-0001").id, registration(SCHOOL)
    )
    assert edit_presence.rows() == {}


def test_another_is_told_and_goes_on_only_when_she_says_so(office: Bureau) -> None:
    edit_presence.begin(office.session(CLERK), "register", "A-2026-0001")
    other = office.session(OTHER)
    with refused_with("office.opened_elsewhere", match=f"sedang dibuka oleh {CLERK} sejak 10.15"):
        edit_presence.begin(other, "register", "A-2026-0001")
    assert [sign["account"] for sign in row(other)] == [CLERK], "who was refused has no sign there"
    edit_presence.begin(other, "register", "A-2026-0001", beside=True)
    assert [sign["account"] for sign in row(other)] == [CLERK], "nobody is told of her own sign"
    seen = row(office.session(ARCHIVIST))
    assert [sign["account"] for sign in seen] == [CLERK, OTHER]
    message = edit_presence.presence_message(seen, other.settings.zone)
    assert message == f"sedang dibuka oleh {CLERK} sejak 10.15 dan {OTHER} sejak 10.15"
    arrival = visible.arrival(other, "A-2026-0001")
    perform(register.register_arrival, other, arrival.id, registration(SCHOOL))
    with refused_with("office.not_waiting"):
        perform(register.register_arrival, office.session(CLERK), arrival.id, registration(SCHOOL))


def test_a_sign_that_nobody_took_away_ends_by_itself(office: Bureau, later: Later) -> None:
    edit_presence.begin(office.session(CLERK), "register", "A-2026-0001")
    later(edit_presence.LASTS - timedelta(seconds=1))
    assert row(office.session(OTHER))
    later(edit_presence.LASTS)
    assert row(office.session(OTHER)) == []
    edit_presence.begin(office.session(OTHER), "register", "A-2026-0001")
    assert [sign["since"] for sign in row(office.session(CLERK))] == ["2026-11-24T03:45:00Z"]
    edit_presence.end(office.session(CLERK), "register", "A-2026-0001")
    assert [sign["account"] for sign in row(office.session(CLERK))] == [OTHER], "the sign of another stays"
    edit_presence.end(office.session(OTHER), "register", "A-2026-0001")
    assert edit_presence.rows() == {}, "what is given up is free at once"


def test_who_is_still_at_it_keeps_the_time_at_which_it_was_begun(office: Bureau, later: Later) -> None:
    for minutes in (0, 20, 40):
        later(timedelta(minutes=minutes))
        edit_presence.begin(office.session(CLERK), "register", "A-2026-0001")
    later(timedelta(minutes=60))
    assert row(office.session(OTHER)) == [{"account": CLERK, "since": "2026-11-24T03:15:00Z"}]


def test_a_clock_that_ran_ahead_leaves_no_sign_for_a_year(office: Bureau, later: Later) -> None:
    later(timedelta(days=365))
    edit_presence.begin(office.session(CLERK), "register", "A-2026-0001")
    later(timedelta())
    assert row(office.session(OTHER)) == []
    edit_presence.begin(office.session(OTHER), "register", "A-2026-0001")


def test_whoever_may_not_do_the_work_has_no_sign_to_put_there(office: Bureau) -> None:
    for account, verb in (
        (OFFICER, "register"),
        (CHAIR, "match"),
        (ARCHIVIST, "strike"),
        (ADMIN, "register"),
    ):
        for step in (edit_presence.begin, edit_presence.end, edit_presence.need_free):
            with refused_with("office.not_yours", match=verb):
                step(office.session(account), verb, "A-2026-0001")
    with pytest.raises(NotFound):
        edit_presence.begin(office.session(CLERK), "register", "A-2026-0099")
    edit_presence.begin(office.session(OFFICER), "match", "A-2026-0001")
    ((sign,),) = edit_presence.rows().values()
    assert sign["account"] == OFFICER


def test_what_was_joined_split_or_struck_is_open_no_more(office: Bureau) -> None:
    session, other = office.session(CLERK), office.session(OTHER)
    office.arrive(one_page("surat kedua"))
    edit_presence.begin(other, "register", "A-2026-0001", "A-2026-0002")
    letter = arranging.join(session, "A-2026-0001", "A-2026-0002")
    assert edit_presence.rows() == {}
    edit_presence.begin(other, "split", letter.id)
    left, *_ = arranging.split(session, letter.id, "1", "2")
    assert edit_presence.rows() == {}
    edit_presence.begin(other, "strike", left.id)
    perform(strike.strike_arrival, session, left.id, {"chosen": "salah-pindai", "reason": "kosong"})
    assert edit_presence.rows() == {}


def test_who_names_no_letter_is_told_which_are_open(office: Bureau) -> None:
    office.arrive(one_page("surat kedua"))
    edit_presence.begin(office.session(CLERK), "register", "A-2026-0001")
    with refused_with("office.several_wait") as refusal:
        register.pick(office.session(OTHER), None)
    items = sorted(str(refusal.value.fields["items"]).split(", "))
    assert items == [f"A-2026-0001 (sedang dibuka oleh {CLERK} sejak 10.15)", "A-2026-0002"]
