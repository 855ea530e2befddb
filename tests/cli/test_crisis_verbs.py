"""What waits for the crisis procedure is said by every verb, until somebody takes it."""

import json
from collections.abc import Callable
from pathlib import Path

from demo.answers import registration
from tests.office.bureau import ADMIN, CALL, CHAIR, CLERK, OFFICER, POLICE, SCHOOL, Bureau

Run = Callable[..., tuple[int, str, str]]


def test_every_verb_says_it_first_in_words_and_todo_on_its_page(bureau: Bureau, run: Run) -> None:
    case, other = bureau.register(POLICE).number, bureau.register(SCHOOL).number
    loud = f"!! KRISIS  {case}  risiko tinggi"
    for words in (
        ["todo"],
        ["show", other],
        ["show", case],
        ["find", other],
        ["crisis"],
        ["numbers"],
    ):
        status, out, err = run(bureau, CLERK, *words)
        assert status == 0
        assert loud in err, words
    assert loud in run(bureau, CHAIR, "todo")[1]
    assert loud in run(bureau, CHAIR, "show", case)[1]
    assert loud not in "".join(run(bureau, ADMIN, "users")[1:])
    status, _, err = run(bureau, OFFICER, "take-crisis", case)
    assert status == 0
    _, out, err = run(bureau, CLERK, "show", case)
    assert "!! KRISIS" not in out + err
    assert f"SOP KRISIS  {case}" in out
    assert f"diambil {OFFICER}" in out


def test_whoever_registers_a_high_risk_is_told_at_once_what_to_do(
    bureau: Bureau, run: Run, tmp_path: Path
) -> None:
    given = tmp_path / "isian.json"
    given.write_text(json.dumps(registration(CALL) | {"risk": "tinggi"}), "utf-8")
    status, out, err = run(bureau, CLERK, "register", "--channel", "phone", "--answers", str(given))
    assert status == 0
    number = out.strip()
    assert "RISIKO TINGGI" in err
    assert f"rangkap take-crisis {number}" in err
