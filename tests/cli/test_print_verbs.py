"""``rangkap print``, ``attest`` and ``draft`` of several cases, from outside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from demo.answers import drafting
from pipeline.kernel.errors import Exit
from pipeline.office.arrivals import kept_answers
from tests.cli.conftest import Run
from tests.office.bureau import CHAIR, CLERK, OFFICER, SCHOOL, Bureau
from tests.office.stages import FIRST

At = Callable[[str], Bureau]


def test_a_reprint_asks_why_and_a_new_folder_is_told(approved: Bureau, run: Run, tmp_path: Path) -> None:
    new = str(tmp_path / "baru")
    status, _, err = run(approved, CLERK, "print", FIRST, "--to", new)
    assert (status, "baru dibuat." in err) == (Exit.OK, True)
    assert "pindai semuanya ke inbox sebelum salinan ke-1" in " ".join(err.split())
    assert run(approved, CLERK, "print", FIRST, "--to", new)[0] == Exit.REFUSED
    again = ("print", FIRST, "--to", new, "--again")
    assert run(approved, CLERK, *again)[0] == Exit.USAGE
    status, out, err = run(approved, CLERK, *again, given="macet")
    assert (status, "Musnahkan" in err, len(out.splitlines())) == (Exit.OK, True, 2)
    status, out, _ = run(approved, CLERK, "show", FIRST)
    assert "salinan ke-2 dari 2: belum kembali; dicetak 2 kali, 1 lembar rusak" in out
    assert run(approved, CLERK, "print", FIRST, "--to", str(tmp_path / "a" / "b"))[0] == Exit.REFUSED


def test_copy_one_is_attested_and_the_chair_is_told(approved: Bureau, run: Run, tmp_path: Path) -> None:
    run(approved, CLERK, "print", FIRST, "--to", str(tmp_path))
    status, _, err = run(approved, CLERK, "attest", FIRST, given="dibawa kurir")
    assert (status, "--confirm" in err) == (Exit.OK, True)
    _, out, _ = run(approved, CHAIR, "todo")
    assert f"{FIRST}-1  menunggu ketua  → rangkap attest {FIRST} --confirm" in out
    status, _, err = run(approved, CHAIR, "attest", FIRST, "--confirm")
    assert (status, "pernyataan" in err) == (Exit.OK, True)
    _, out, _ = run(approved, CHAIR, "show", FIRST)
    assert "pernyataan (ditegaskan)" in out


def test_what_was_typed_for_a_refused_draft_is_offered_again(
    at_stage: At, run: Run, person: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("registered")
    person()
    seen: list[dict[str, Any]] = []
    right = drafting(SCHOOL)
    answers = iter([right | {"follow_up": "anak itu diperkosa oleh tetangganya pada hari Sabtu"}, right])

    def asked(fields: Any, none: Any, today: Any, places: Any, lang: str, base: dict[str, Any]) -> Any:
        seen.append(base)
        return next(answers)

    monkeypatch.setattr("pipeline.cli.prompts.ask", asked)
    status, _, err = run(office, OFFICER, "draft", FIRST)
    assert (status, "Isian Anda disimpan" in err) == (Exit.REFUSED, True)
    status, _, err = run(office, OFFICER, "draft", FIRST)
    assert (status, "ditawarkan lagi" in err) == (Exit.OK, True)
    assert "follow_up" not in seen[0]
    assert "diperkosa" in seen[1]["follow_up"]
    assert kept_answers.kept(office.settings, FIRST) == {}


def test_what_cannot_be_done_now_names_the_whole_command(at_stage: At, run: Run) -> None:
    office = at_stage("registered")
    status, _, err = run(office, CHAIR, "review", FIRST, "--approve")
    assert (status, f"rangkap assign {FIRST} AKUN" in err) == (Exit.REFUSED, True)
