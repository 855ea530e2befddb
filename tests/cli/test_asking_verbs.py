"""``rangkap draft --kind klarifikasi`` and ``--letter``, from outside."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cases.fields.field import Field
from pipeline.cases.values import Values
from pipeline.cli.verbs import answer
from pipeline.kernel.text import Exit
from pipeline.records import boot
from tests.cli.conftest import Run
from tests.office.bureau import CHAIR, OFFICER, Bureau
from tests.office.stages import FIRST

At = Callable[[str], Bureau]
ASK = ("draft", FIRST, "--kind", "klarifikasi")
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
    assert json.loads(out) == {"case": FIRST, "letter": REQUEST, "kind": "klarifikasi", "revision": 1}
    assert "Permintaan klarifikasi 2026-0001-1 (revisi 1) diajukan" in err
    _, out, _ = run(office, CHAIR, "todo")
    assert f"{REQUEST}  menunggu persetujuan ketua  → rangkap review {FIRST} --letter {REQUEST}" in out
    _, _, err = run(office, CHAIR, "return-letter", REQUEST, given="Tanyakan seperlunya.")
    assert REQUEST in err
    answers = tmp_path / "isian.json"
    answers.write_text(json.dumps({"questions": "waktu yang cocok untuk bertemu"}), "utf-8")
    status, out, err = run(
        office, OFFICER, "draft", FIRST, "--kind", "klarifikasi", "--answers", str(answers)
    )
    assert (status, out.split()) == (Exit.OK, [REQUEST])
    assert "Dikembalikan ketua: alasannya tampak bila diketik di terminal" in err
    assert "Tanyakan seperlunya" not in err, "what is no screen may be a log"
    _, out, _ = run(office, OFFICER, "show", FIRST)
    assert f"Surat {REQUEST} (permintaan klarifikasi) revisi 2" in out


def test_on_a_terminal_what_is_open_is_shown_before_anything_is_asked(
    office: Bureau, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[Values] = []

    def person(fields: tuple[Field, ...], *_: object) -> Values:
        offered.append(_[-1])  # type: ignore[arg-type]
        assert "questions" in {one.name for one in fields}
        return {
            "salutation": "Saudara",
            "addressee": "Kepala SMP Negeri 3 Hulu Asri",
            "addressee_place": "Hulu Asri",
        }

    monkeypatch.setattr(answer, "is_terminal", lambda: True)
    monkeypatch.setattr(answer, "prompt", person)
    status, _, err = run(office, OFFICER, *ASK)
    assert status == Exit.OK
    assert "Yang ditanyakan karena masih kosong:\n- " in err
    assert "addressee" not in offered[0]
    run(office, OFFICER, *ASK)
    assert offered[1]["addressee"] == "Kepala SMP Negeri 3 Hulu Asri"
