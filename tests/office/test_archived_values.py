"""What archives hold in ``kasus.json`` is read and written back equal, whichever version wrote it; what is no value of ours is refused.

``kasus-schema-1.json`` was written while values were mapped by hand; every kind of value stands in it with all its fields.
The fixture home is older still.
"""

import json
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.cases.case import from_json
from pipeline.cases.plain import from_plain, to_plain
from pipeline.cases.problems import BadCase
from pipeline.office.base.dossier import arrival_from_json, arrival_to_json, letters_from
from pipeline.records.disposals import Disposal, Tombstone
from pipeline.records.history import Act
from pipeline.records.letters import Copy, Letter
from pipeline.records.pages import Page
from pipeline.records.sheets import Sheet
from pipeline.register.entry import canonical
from tests.canary.office import PACKED

GOLDEN = Path(__file__).with_name("kasus-schema-1.json")
READ: dict[str, Callable[[Any], Any]] = {
    "case": lambda plain: from_json(plain).to_json(),
    "arrivals": lambda plain: [arrival_to_json(arrival_from_json(arrival)) for arrival in plain],
    "letters": lambda plain: [
        {"letter": to_plain(letter), "copies": to_plain(copies)}
        for letter, copies in letters_from({"letters": plain})
    ],
    "sheets": lambda plain: to_plain(from_plain(list[Sheet], plain)),
    "history": lambda plain: to_plain(from_plain(list[Act], plain)),
    "page": lambda plain: to_plain(from_plain(Page, plain)),
    "disposal": lambda plain: to_plain(from_plain(Disposal, plain)),
    "tombstones": lambda plain: to_plain(from_plain(list[Tombstone], plain)),
}


def written_back(kasus: dict[str, Any]) -> bytes:
    """Return a ``kasus.json`` of which each value was read and written again."""
    return canonical({part: READ.get(part, lambda plain: plain)(plain) for part, plain in kasus.items()})


def golden() -> Any:
    """Return the golden ``kasus.json``."""
    return json.loads(GOLDEN.read_bytes())


def test_what_was_mapped_by_hand_is_read_and_written_back_equal() -> None:
    kasus = golden()
    assert kasus.keys() == {"schema", *READ}
    assert written_back(kasus) + b"\n" == GOLDEN.read_bytes()


def test_every_version_in_the_fixture_home_is_read_and_written_back_equal() -> None:
    seen = 0
    with tarfile.open(PACKED) as packed:
        for member in packed:
            held = packed.extractfile(member) if member.name.endswith("/kasus.json") else None
            if held:
                kasus = json.loads(held.read())
                for listed in kasus.get("disposal", {}).get("cases", ()):
                    listed.setdefault("remains", [])  # which that version did not know
                assert written_back(kasus) == canonical(kasus), member.name
                seen += 1
    assert seen > 100


@pytest.mark.parametrize(
    ("kind", "find"),
    [
        (Letter, lambda kasus: kasus["letters"][0]["letter"]),
        (Copy, lambda kasus: kasus["letters"][0]["copies"][0]),
        (Sheet, lambda kasus: kasus["sheets"][0]),
        (Act, lambda kasus: kasus["history"][0]),
        (Page, lambda kasus: kasus["page"]),
        (Disposal, lambda kasus: kasus["disposal"]),
        (Tombstone, lambda kasus: kasus["tombstones"][0]),
    ],
)
def test_a_key_too_many_and_a_value_of_another_type_are_refused(
    kind: type[Any], find: Callable[[Any], dict[str, Any]]
) -> None:
    plain = find(golden())
    from_plain(kind, plain)
    name = next(iter(plain))
    for wrong in (plain | {"unheard_of": 1}, plain | {name: 7}, list(plain), None, "x"):
        with pytest.raises(ValueError, match=r"\S"):
            from_plain(kind, wrong)


def test_a_part_of_a_case_that_is_not_as_it_was_written_is_named() -> None:
    case = golden()["case"]
    for part in case.keys() - {"people", "further", "renderings"}:
        with pytest.raises(BadCase, match=part):
            from_json({name: plain for name, plain in case.items() if name != part})
    for part in case.keys() - {"people"}:
        with pytest.raises(BadCase, match=part):
            from_json(case | {part: None})
    for wrong in (case | {"unheard_of": 1}, [], None, "x"):
        with pytest.raises(BadCase):
            from_json(wrong)
