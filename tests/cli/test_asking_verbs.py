"""``rangkap ask`` and ``--letter``, from outside."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pipeline.cases.fields.field import Field
from pipeline.cases.values import Values
from pipeline.cli.call import Call
from pipeline.cli.verbs import act
from pipeline.kernel.text import Exit
from pipeline.office.base.session import Session
from pipeline.records import boot
from tests.cli.conftest import Run
from tests.office.bureau import CHAIR, OFFICER, Bureau
from tests.office.stages import FIRST

At = Callable[[str], Bureau]
ASK = ("ask", FIRST)
REQUEST = f"{FIRST}-1"


@pytest.fixture
def office(at_stage: At) -> Bureau:
    """An office with two registered cases, its database closed."""
    made = at_stage("registered")
    boot.close()
    return made


def test_a_request_is_drafted_and_told_with_its_kind(office: Bureau, run: Run, tmp_path: Path) -> None:
    status, out, err = run(office, OFFICER, *ASK, "--json")
    assert status == Exit.OK
    request = {"id": REQUEST, "letter": REQUEST, "kind": "klarifikasi", "revision": 1}
    assert json.loads(out) == {"case": FIRST, "state": "menunggu klarifikasi"} | request
    assert "Permintaan klarifikasi 2026-0001-1 (revisi 1) diajukan" in err
    _, out, _ = run(office, CHAIR, "todo")
    assert f"{REQUEST}  menunggu persetujuan ketua  → rangkap review {FIRST} --letter {REQUEST}" in out
    _, _, err = run(office, CHAIR, "return-letter", REQUEST, given="Tanyakan seperlunya.")
    assert REQUEST in err
    answers = tmp_path / "isian.json"
    answers.write_text(json.dumps({"questions": "waktu yang cocok untuk bertemu"}), "utf-8")
    status, out, err = run(office, OFFICER, *ASK, "--answers", str(answers))
    assert (status, out.split()) == (Exit.OK, [REQUEST])
    assert "Permintaan klarifikasi 2026-0001-1 (revisi 2) diajukan" in err
    assert "Tanyakan seperlunya" not in err, "what is no screen may be a log"
    _, out, _ = run(office, OFFICER, "show", FIRST)
    assert f"Surat {REQUEST} (permintaan klarifikasi) revisi 2" in out


def test_on_a_terminal_what_is_open_is_shown_before_anything_is_asked(
    office: Bureau, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[Values] = []

    def person(
        _call: Call, _session: Session, _given: None, fields: Sequence[Field], known: Values, *_: object
    ) -> Values:
        offered.append(known)
        assert "questions" in {field.name for field in fields}
        return {
            "salutation": "Saudara",
            "addressee": "Kepala SMP Negeri 3 Hulu Asri",
            "addressee_place": "Hulu Asri",
        }

    monkeypatch.setattr(act, "is_terminal", lambda: True)
    monkeypatch.setattr(act, "answered", person)
    monkeypatch.setattr(act, "is_screen", lambda: True)
    status, _, err = run(office, OFFICER, *ASK)
    assert status == Exit.OK
    assert "Surat ini menanyakan:\n– " in err
    assert "addressee" not in offered[0]
    run(office, CHAIR, "return-letter", REQUEST, given="Tanyakan seperlunya.")
    _, _, err = run(office, OFFICER, *ASK)
    assert "Dikembalikan ketua: Tanyakan seperlunya." in err
    run(office, CHAIR, "return-letter", REQUEST, given="Tanyakan seperlunya.")
    monkeypatch.setattr(act, "is_screen", lambda: False)
    _, _, err = run(office, OFFICER, *ASK)
    assert "seperlunya" not in err, "what is no screen may be a log"
    assert offered[1]["addressee"] == "Kepala SMP Negeri 3 Hulu Asri"
