"""What a stock OCFL validator refuses in an inventory, ``verify`` refuses too: the same mutations are given to both."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from ocfl.inventory_validator import InventoryValidator

from pipeline.archive.inventory import BadInventory, read, sidecar
from pipeline.archive.layout import INVENTORY, SIDECAR
from pipeline.archive.verify import verify
from tests.archive.conftest import CASE

Whole = dict[str, Any]


def of(archive: Path) -> Whole:
    """Return the inventory of the case that is filed."""
    inventory: Whole = json.loads((archive / "2026" / CASE / INVENTORY).read_bytes())
    return inventory


def is_valid(whole: Whole) -> bool:
    """Tell what ocfl-py says."""
    try:
        return bool(InventoryValidator().validate(copy.deepcopy(whole)))
    except Exception:  # noqa: BLE001 - it stumbles over some that it should refuse
        return False


def is_read(whole: Whole) -> bool:
    """Tell whether we take it."""
    try:
        read(json.dumps(whole).encode())
    except BadInventory:
        return False
    return True


def climbs(whole: Whole) -> None:
    state = whole["versions"]["v2"]["state"]
    state[next(iter(state))] = ["../kasus.json"]


def named_twice(whole: Whole) -> None:
    state = whole["versions"]["v2"]["state"]
    state[next(iter(state))] *= 2


def of_two_digests(whole: Whole) -> None:
    state = whole["versions"]["v2"]["state"]
    first, second = list(state)[:2]
    state[first] = [*state[first], *state[second]]


def file_and_folder(whole: Whole) -> None:
    state = whole["versions"]["v2"]["state"]
    state[next(iter(state))] += ["turunan"]


def digest_in_capitals(whole: Whole) -> None:
    manifest = whole["manifest"]
    digest = next(iter(manifest))
    manifest[digest.upper()] = ["v1/content/lagi.pdf"]


def unused(whole: Whole) -> None:
    whole["manifest"]["0" * 128] = ["v1/content/lagi.pdf"]


def without_zone(whole: Whole) -> None:
    whole["versions"]["v1"]["created"] = "2026-11-03T02:15:00"


def beyond_the_head(whole: Whole) -> None:
    whole["manifest"][next(iter(whole["manifest"]))] = ["v9/content/lagi.pdf"]


BAD = (
    climbs, named_twice, of_two_digests, file_and_folder, digest_in_capitals, unused, without_zone, beyond_the_head,
)  # fmt: skip


@pytest.mark.parametrize("spoil", BAD, ids=lambda change: change.__name__)
def test_an_object_that_stock_tools_refuse_is_a_finding(filed: Path, spoil: Callable[[Whole], None]) -> None:
    whole = of(filed)
    assert is_valid(whole)
    assert is_read(whole)
    spoil(whole)
    assert not is_valid(whole)
    assert not is_read(whole)
    root = filed / "2026" / CASE
    data = json.dumps(whole, indent=2).encode()
    for folder in (root, root / "v3"):
        (folder / INVENTORY).write_bytes(data)
        (folder / SIDECAR).write_bytes(sidecar(data))
    assert [finding.path for finding in verify(filed) if finding.path.endswith(INVENTORY)]


def test_a_member_that_stands_twice_is_refused(filed: Path) -> None:
    data = json.dumps(of(filed))
    with pytest.raises(BadInventory):
        read(data.replace('"head"', '"head": "v3", "head"').encode())


PLACES = some.lists(some.integers(0, 7), max_size=6)
VALUES = some.sampled_from(
    [None, "", "x", "..", "v1", "v4", "/", "../x", "a//b", "v1/content/../x", "v1/content/", "2026-11-03", 0, 1.5, [], ["x"],
     ["a", "a"], {}, {"x": []}, {"x": ["y"]}, {"name": ""}, True]
)  # fmt: skip


@given(places=PLACES, value=VALUES, how=some.sampled_from(["set", "drop", "add", "rename"]))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_changed_we_take_nothing_that_stock_tools_refuse(
    filed: Path, places: list[int], value: Any, how: str
) -> None:
    whole = of(filed)
    here: Any = whole
    for place in places[:-1]:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        below = here[keys[place % len(keys)]] if keys else None
        if not isinstance(below, dict | list):
            break
        here = below
    keys = list(here) if isinstance(here, dict) else list(range(len(here)))
    key = keys[(places or [0])[-1] % len(keys)] if keys else None
    if how == "drop" and keys:
        del here[key]
    elif how == "set" and keys:
        here[key] = value
    elif isinstance(here, list):
        here.append(value)
    elif how == "rename" and keys:
        here[str(value)] = here.pop(key)
    else:
        here[str(value)] = value
    assert is_valid(whole) or not is_read(whole)
