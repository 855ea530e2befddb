"""What waits for the crisis procedure is said by every verb, until somebody takes it."""

from __future__ import annotations

from collections.abc import Callable

from tests.office.bureau import ADMIN, CHAIR, CLERK, OFFICER, POLICE, SCHOOL, Bureau

Run = Callable[..., tuple[int, str, str]]


def test_every_verb_says_it_first_in_words_and_todo_on_its_page(bureau: Bureau, run: Run) -> None:
    case, other = bureau.register(POLICE).number, bureau.register(SCHOOL).number
    loud = f"!! KRISIS  {case}  risiko tinggi"
    for words in (
        ["todo"],
        ["show", other],
        ["show", case],
        ["steps", case],
        ["find", other],
        ["crisis"],
        ["numbers"],
    ):
        status, out, err = run(bureau, CLERK, *words)
        assert status == 0
        assert loud in err, words
    assert loud in run(bureau, CHAIR, "todo")[1]
    assert loud in run(bureau, CHAIR, "steps", case)[1]
    assert loud not in "".join(run(bureau, ADMIN, "users")[1:])
    status, _, err = run(bureau, OFFICER, "crisis", case, "--take")
    assert status == 0
    _, out, err = run(bureau, CLERK, "show", case)
    assert "!! KRISIS" not in out + err
    assert f"SOP KRISIS  {case}" in out
    assert f"diambil {OFFICER}" in out
