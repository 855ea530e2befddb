"""The office of the canary tests: the fixture home, upgraded, in which half of the cases of every state are shut.

They are shut in one of two ways: every account that reads cases is blocked from them for a conflict of interest, or access to
them is restricted after a request for erasure, which chair and archivist may pass for a reason.
"""

import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.cases.states import State
from pipeline.intake.reader import Reader
from pipeline.office.base.session import who
from pipeline.office.keeping import upgrade
from pipeline.records import arrivals, cases, letters, sheets
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CHECKOUT, CLERK, OFFICER, USER, Bureau
from tests.web.door import give_words

PACKED = Path(__file__).parents[1] / "fixture_home" / "home.tar.xz"
EXAMPLES = {"A-2026-0007", "2026-0001", "2026-0002", "Lestari Purnamaring"}
"""Numbers and a name that pages give as examples."""
LAST_DAY = "2027-01-06T09:00:00+07:00"
"""A day after the last on which something was done in the home."""
HIDDEN, RESTRICTED = "hidden", "restricted"
BLOCKED = (CLERK, OFFICER, ARCHIVIST, CHAIR)
"""The accounts that are blocked from the hidden cases, the chair last: nobody else blocks."""


def unpacked(room: Path) -> Path:
    """Lay the fixture home into ``room`` as one of this machine's user; return its place."""
    with tarfile.open(PACKED) as packed:
        packed.extractall(room, filter="fully_trusted")  # ours, with the rights of its folders
    path = room / "rumah" / "office.toml"
    path.write_text(path.read_text("utf-8").replace('"kantor"', f'"{USER}"'), "utf-8")
    return room / "rumah"


def upgraded(home: Path, reader: Reader) -> tuple[Bureau, upgrade.Upgraded]:
    """Upgrade the home to this version, with a backup beside it; return its office, open, and what was done."""
    office = Bureau(home, reader)
    admin = who(office.settings, USER, ADMIN)
    return office, upgrade.upgrade(office.settings, admin, CHECKOUT, str(home.parent / "usb"))


def shut(office: Bureau, how: str) -> tuple[str, ...]:
    """Shut half of the cases of each state, all where there is but one; return their numbers."""
    office.session(CHAIR)
    by_state: dict[State, list[str]] = defaultdict(list)
    for number in sorted(cases.numbers()):
        by_state[cases.get(number).state].append(number)
    chosen = tuple(number for several in by_state.values() for number in several[::2])
    for case in chosen:
        if how == HIDDEN:
            for account in BLOCKED:
                office.block(case, account)
        else:
            office.restrict(case)
    give_words(office)
    return chosen


def telling(chosen: Iterable[str]) -> frozenset[str]:
    """Return what tells of the ``chosen`` cases: numbers, and names that no other case has."""
    others = set(cases.numbers()) - set(chosen)
    known = {word for other in others for word in words_of(other)}
    return frozenset(word for case in chosen for word in words_of(case)) - known - EXAMPLES


def words_of(case: str) -> Iterator[str]:
    """Yield the numbers of a case and of what belongs to it, and the names in it."""
    held = cases.get(case)
    yield from (case, held.register_number, *held.agenda)
    yield from (letter.number for letter in letters.of_case(case) if letter.number)
    yield from (letter.id for letter in letters.of_case(case))
    yield from (sheet.id for sheet in sheets.of_case(case))
    for arrival in arrivals.of_case(case):
        yield from (arrival.id, *([arrival.agenda] if arrival.agenda else []))
    yield from names_in(case)


def names_in(case: str) -> Iterator[str]:
    """Yield the names of the people in a case; initials, "anonim" and "belum diketahui" tell of nobody."""
    values = cases.get(case).values
    yield from (
        str(value)
        for name, value in values.items()
        if name.endswith("_name") and re.search(r"[A-Z]\w{3}", str(value))
    )
