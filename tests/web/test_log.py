"""What the web door writes of itself as JSON: what broke, by kind and place, one object a line."""

from __future__ import annotations

import json

from tests.office.bureau import CLERK, Bureau
from tests.web.door import served
from tests.web.visitor import Visitor, entered


def test_what_broke_is_one_object_without_values(web_office: Bureau) -> None:
    typed = "Sitikanari"
    with served(web_office.home, RANGKAP_LOG="json") as door:
        clerk = entered(door, CLERK)
        door.change("ALTER TABLE records_arrivalrow RENAME TO qanariwati")
        try:
            assert clerk.get(f"/?apa={typed}").status == 500
        finally:
            door.change("ALTER TABLE qanariwati RENAME TO records_arrivalrow")
        assert Visitor(door).get(f"/{typed}/").status == 404
    told = door.output.read_text("utf-8")
    rows = [json.loads(line) for line in told.splitlines()]
    (broken,) = [one for one in rows if one.get("event") == "unforeseen"]
    assert broken["from"] == "rangkap.web"
    assert broken["kind"] in ("OperationalError", "ProgrammingError"), "as the database calls it"
    assert broken["place"]
    kept = (door.home / "var" / "logs" / "errors.log").read_text("utf-8")
    assert json.loads(kept.splitlines()[-1])["kind"] == broken["kind"]
    for word in (typed, "qanariwati", "arrivalrow"):
        assert word not in told + kept
