"""The two sides of the gate say the same of every home: the single thing and the condition of a query."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import pytest
from django.db.models import Q
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from pipeline.cases.case import Case
from pipeline.cases.closing import MERGED_IN, PARTED_IN
from pipeline.kernel.people import Actor, Role
from pipeline.lookup import access, restriction
from pipeline.lookup.access import Viewer
from pipeline.records import arrivals, boot, cases, disposals, history, letters, sheets
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.history import Act
from pipeline.records.letters import Letter, LetterState
from pipeline.records.sheets import Sheet, SheetKind
from pipeline.settings.accounts import MACHINE
from tests.office.bureau import Bureau
from tests.records.examples import MOMENT, arrival, case, letter, tombstone

pytestmark = pytest.mark.backend

MINE = "petugas"
FEW = 3
ACTORS = [
    Actor(MINE, frozenset({Role.CLERK})),
    Actor(MINE, frozenset({Role.CHAIR})),
    Actor("lain", frozenset({Role.OFFICER})),
    Actor("lain", frozenset({Role.ARCHIVIST})),
    Actor("lain", frozenset({Role.ADMIN, Role.OVERSEER})),
    Actor(MACHINE),
]


@dataclass(frozen=True)
class Paper:
    """An arrival of a home: its state, the case it belongs to and the one its code names (0: none), and where its pages went."""

    state: ArrivalState = ArrivalState.REGISTERED
    case: int = 0
    code: int = 0
    parent: int = -1
    joined: tuple[int, ...] = ()


@dataclass(frozen=True)
class Home:
    """Cases 1 to :data:`FEW` by what befell them, which was merged into which and parted again, and what came in."""

    blocked: frozenset[int] = frozenset()
    lifted: frozenset[int] = frozenset()
    restricted: frozenset[int] = frozenset()
    destroyed: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int], ...] = ()
    parted: tuple[tuple[int, int], ...] = ()
    papers: tuple[Paper, ...] = ()


_NUMBERS = some.frozensets(some.integers(1, FEW), max_size=2)
_PLACES = some.integers(0, 5)
_PAIRS = some.lists(some.sampled_from([(1, 2), (2, 3)]), unique=True).map(tuple)
HOMES = some.builds(
    Home, _NUMBERS, _NUMBERS, _NUMBERS, some.frozensets(some.just(FEW)), _PAIRS, _PAIRS,
    some.lists(
        some.builds(
            Paper,
            some.sampled_from([ArrivalState.SPLIT, ArrivalState.JOINED, *ArrivalState]),
            some.integers(0, FEW), some.integers(0, FEW), some.integers(-1, 5), some.lists(_PLACES, max_size=2, unique=True).map(tuple),
        ),
        max_size=6,
    ).map(tuple),
)  # fmt: skip


@pytest.fixture
def office(engine: str, bureau: Bureau) -> Bureau:
    boot.open_records(bureau.settings)
    return bureau


class _Undone(Exception):
    """The home is left as it was."""


@contextmanager
def made(home: Home) -> Iterator[None]:
    """Let the database hold ``home`` within the block."""
    try:
        with boot.transact():
            _make(home)
            yield
            raise _Undone
    except _Undone:
        pass


def _make(home: Home) -> None:
    for number in range(1, FEW + 1):
        row = case(number)
        cases.add(row)
        letters.add(letter(row.number, state=LetterState.DRAFTED))
        name = f"D-{row.number}-1"
        sheets.add(Sheet(name, row.number, SheetKind.VET, f"P2:{name}:0:A", "kode-1", "a" * 64, MOMENT, "x"))
        history.note(MOMENT, ACTORS[0], "register", 1, row.number)
    for verb, subject, numbers in (
        (access.RECORDED, MINE, home.blocked), (access.LIFTED, MINE, home.lifted), (restriction.GRANTED, "", home.restricted),
    ):  # fmt: skip
        for number in sorted(numbers):
            history.note(MOMENT, ACTORS[1], verb, None, case(number).number, subject)
    for verb, pairs in ((MERGED_IN, home.merged), (PARTED_IN, home.parted)):
        for goes, stays in pairs:
            history.note(MOMENT, ACTORS[1], verb, 14, case(stays).number, **{"from": case(goes).number})
    disposals.bury(tombstone(case(number).number) for number in home.destroyed)
    arrivals.restore(_arrival(place, paper, len(home.papers)) for place, paper in enumerate(home.papers))


def _arrival(place: int, paper: Paper, count: int) -> Arrival:
    def named(other: int) -> str:
        return arrival(other + 1).id if 0 <= other < count else ""

    return arrival(
        place + 1, state=paper.state, case=case(paper.case).number if paper.case else "", agenda=None,
        letter=f"{case(paper.code).number}-1" if paper.code else "", parent=named(paper.parent),
        joined=" ".join(f"{named(other)}:1-1" for other in paper.joined if named(other)),
    )  # fmt: skip


def every(kind: type) -> Iterable[Any]:
    return listed(kind, Q())


def listed(kind: type, which: Q) -> Iterable[Any]:
    """Return what the stores list of ``kind`` under a condition."""
    reads: dict[type, Callable[[], Iterable[Any]]] = {
        Case: lambda: map(cases.get, cases.numbers(which)),
        Letter: lambda: letters.in_state(LetterState.DRAFTED, which),
        Sheet: lambda: sheets.of_kind(SheetKind.VET, which),
        Act: lambda: history.of_verb("register", which=which),
        Arrival: lambda: arrivals.listed(which=which),
    }
    return reads[kind]()


KINDS = (Case, Letter, Sheet, Act, Arrival)


def at_odds(viewer: Viewer, kind: type, *, at_work: bool) -> list[Any]:
    """Return the things about which the two sides of the gate differ."""
    by_query = {_name(record) for record in listed(kind, access.visible(viewer, kind, at_work=at_work))}
    one_by_one = {_name(record) for record in every(kind) if access.may_see(viewer, record, at_work=at_work)}
    return sorted(by_query ^ one_by_one)


def _name(row: Any) -> str:
    return str(getattr(row, "id", "") or getattr(row, "number", "") or row.case)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(HOMES, some.sampled_from(ACTORS), some.booleans())
def test_a_condition_of_a_query_lists_what_may_be_seen_one_by_one(
    office: Bureau, home: Home, actor: Actor, at_work: bool
) -> None:
    viewer = Viewer(office.settings, actor)
    with made(home):
        for kind in KINDS:
            assert at_odds(viewer, kind, at_work=at_work) == [], kind


CLERK, CHAIR, OTHER, ARCHIVIST, ADMIN, MACHINE_ITSELF = ACTORS


SEEN = [
    (Home(), {CLERK, CHAIR, OTHER, ARCHIVIST, MACHINE_ITSELF}, {CLERK, CHAIR, OTHER, ARCHIVIST, MACHINE_ITSELF}),
    (Home(blocked=frozenset({1})), {OTHER, ARCHIVIST, MACHINE_ITSELF}, {OTHER, ARCHIVIST, MACHINE_ITSELF}),
    (Home(blocked=frozenset({1}), lifted=frozenset({1})), {CLERK, CHAIR, OTHER, ARCHIVIST, MACHINE_ITSELF},
     {CLERK, CHAIR, OTHER, ARCHIVIST, MACHINE_ITSELF}),
    (Home(restricted=frozenset({1})), {CHAIR, ARCHIVIST, MACHINE_ITSELF}, set()),
    (Home(restricted=frozenset({3}), merged=((1, 2), (2, 3))), {CHAIR, ARCHIVIST, MACHINE_ITSELF}, set()),
    (Home(restricted=frozenset({2}), merged=((1, 2),), parted=((1, 2),)),
     {CLERK, CHAIR, OTHER, ARCHIVIST, MACHINE_ITSELF}, {CLERK, CHAIR, OTHER, ARCHIVIST, MACHINE_ITSELF}),
    (Home(restricted=frozenset({2}), destroyed=frozenset({2}), merged=((2, 1),)),
     {CLERK, CHAIR, OTHER, ARCHIVIST, MACHINE_ITSELF}, {CLERK, CHAIR, OTHER, ARCHIVIST, MACHINE_ITSELF}),
    (Home(destroyed=frozenset({1})), set(), set()),
]  # fmt: skip
"""Who sees the first case, and who has it at work: open, in conflict, free again, restricted (itself, by one merged far on, no
more since they were parted, or by one destroyed), destroyed."""


@pytest.mark.parametrize("kind", KINDS)
def test_who_sees_what_and_has_it_in_lists_of_work(office: Bureau, kind: type) -> None:
    for home, seers, workers in SEEN:
        with made(Home(**vars(home) | {"papers": (Paper(case=1),)})):
            row = next(iter(every(kind)))
            for expected, at_work in ((seers, False), (workers, True)):
                sessions = {actor: Viewer(office.settings, actor) for actor in ACTORS}
                actors = {actor for actor in ACTORS if access.may_see(sessions[actor], row, at_work=at_work)}
                assert actors == expected, home
                assert {user for user in ACTORS if _lists(sessions[user], row, at_work)} == expected, home


def _lists(viewer: Viewer, row: Any, at_work: bool) -> bool:
    return _name(row) in map(_name, listed(type(row), access.visible(viewer, type(row), at_work=at_work)))


@pytest.mark.parametrize("named", ["2026-0001", "2026-0001-2", "D-2026-0001-3", "P2:2026-0001-2:1:ABC"])
def test_notes_remarks_and_acts_lose_what_names_a_hidden_case(named: str) -> None:
    unseen = frozenset({"2026-0001"})
    act = Act(MOMENT, MINE, MINE, "move", None, "2026-0002", f"surat → {named}", {"into": named})
    assert access.words_left(f"mungkin {named}", unseen) == ""
    assert access.parts_left(f"satu; lihat {named}; tiga", unseen) == "satu; tiga"
    assert access.acts_left([act], unseen) == [replace(act, subject="", detail={})]
    for other in ("A-2026-0001", "2026-00012", "2026-0002-1"):
        assert access.words_left(other, unseen) == access.parts_left(other, unseen) == other
        kept = replace(act, subject=other, detail={})
        assert access.acts_left([kept], unseen) == [kept]
    assert access.acts_left([act], frozenset()) == [act]


SPLIT, JOINED, UNMATCHED, STRUCK = (
    ArrivalState.SPLIT, ArrivalState.JOINED, ArrivalState.UNMATCHED, ArrivalState.STRUCK,
)  # fmt: skip


SCANS = [
    ([Paper(case=1), Paper(case=2), Paper(ArrivalState.NEW)], {0}),
    ([Paper(UNMATCHED, code=1), Paper(UNMATCHED, code=2)], {0}),
    ([Paper(SPLIT), Paper(case=1, parent=0), Paper(case=2, parent=0)], {0, 1}),
    ([Paper(SPLIT), Paper(UNMATCHED, code=1, parent=0), Paper(case=2, parent=0)], {0, 1}),
    ([Paper(SPLIT), Paper(SPLIT, parent=0), Paper(case=1, parent=1), Paper(case=2, parent=0)], {0, 1, 2}),
    ([Paper(case=1), Paper(JOINED, joined=(0,)), Paper(JOINED, joined=(0, 3)), Paper(case=2)], {0, 1}),
    ([Paper(SPLIT), Paper(JOINED, parent=0, joined=(2,)), Paper(case=1)], {0, 1, 2}),
    ([Paper(SPLIT), Paper(case=1, joined=(0,)), Paper(case=2)], {0, 1}),
    ([Paper(STRUCK, parent=1), Paper(SPLIT), Paper(case=2, parent=1)], set()),
]  # fmt: skip
"""What came in, and which of it is hidden from whoever may not see the first case."""


def test_a_scan_is_hidden_with_each_case_of_which_it_holds_pages(office: Bureau) -> None:
    for papers, hidden in SCANS:
        viewer = Viewer(office.settings, CLERK)
        with made(Home(blocked=frozenset({1}), papers=tuple(papers))):
            seen = {scan.id for scan in listed(Arrival, access.visible(viewer, Arrival))}
            assert seen == {arrival(at + 1).id for at in range(len(papers)) if at not in hidden}, papers
            assert at_odds(viewer, Arrival, at_work=False) == [], papers


@pytest.mark.parametrize("side", ["visible", "may_see"])
def test_a_gate_that_is_left_out_on_one_side_is_at_odds_with_the_other(
    office: Bureau, monkeypatch: pytest.MonkeyPatch, side: str
) -> None:
    viewer = Viewer(office.settings, CLERK)
    with made(Home(blocked=frozenset({1}), papers=(Paper(case=1),))):
        left_out: Any = Q() if side == "visible" else True
        monkeypatch.setattr(access, side, lambda *_, **__: left_out)
        assert [len(at_odds(viewer, kind, at_work=False)) for kind in KINDS] == [1] * len(KINDS)
