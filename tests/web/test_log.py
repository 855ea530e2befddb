"""What the web door writes of itself: what broke, by kind and place."""

import re

from tests.office.bureau import CLERK, Bureau
from tests.web.door import served
from tests.web.visitor import Visitor, entered


def test_what_broke_is_told_without_values(web_office: Bureau) -> None:
    typed = "Sitikanari"
    with served(web_office.home) as door:
        clerk = entered(door, CLERK)
        door.change("ALTER TABLE records_arrivalrow RENAME TO qanariwati")
        try:
            assert clerk.get(f"/?apa={typed}").status == 500
        finally:
            door.change("ALTER TABLE qanariwati RENAME TO records_arrivalrow")
        assert Visitor(door).get(f"/{typed}/").status == 404
    output = door.output.read_text("utf-8")
    kept = (door.home / "var" / "logs" / "errors.log").read_text("utf-8")
    assert re.search(r" web (OperationalError|ProgrammingError)$", kept, re.MULTILINE), (
        "as the database calls it"
    )
    for word in (typed, "qanariwati", "arrivalrow"):
        assert word not in output + kept
