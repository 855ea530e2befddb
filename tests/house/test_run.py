"""``./run`` in a checkout of its own: what it hands on, when it sets up, and what stays on stdout."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.house.conftest import ROOT

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def put(path: Path, script: str) -> None:
    """Write an executable shell script."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose environment is fresh; its programs only tell how they were called."""
    root = tmp_path / "check out"
    (root / "requirements").mkdir(parents=True)
    shutil.copy(ROOT / "run", root / "run")
    marks = root / ".venv" / "rangkap"
    marks.mkdir(parents=True)
    (marks / "place").write_text(f"{root}\n", encoding="utf-8")
    for kind in ("runtime", "dev"):
        (root / "requirements" / f"{kind}.txt").write_text(f"{kind} 1\n", encoding="utf-8")
        shutil.copy(root / "requirements" / f"{kind}.txt", marks)
    messages = root / "pipeline/locale/id/LC_MESSAGES/rangkap.po"
    messages.parent.mkdir(parents=True)
    messages.write_text('msgid ""\n', encoding="utf-8")
    messages.with_suffix(".mo").write_text(sha256(messages.read_bytes()).hexdigest(), encoding="utf-8")
    tell = 'printf "%s" "$(basename "$0") in $PWD:"; printf " [%s]" "$@"; echo'
    put(root / ".venv" / "bin" / "rangkap", tell)
    put(root / ".venv" / "bin" / "python", tell)
    # the Python that is found first: it passes for new enough, and tells of set-up on stdout
    put(tmp_path / "bin" / "python3", f'[ "$1" = -c ] && exit 0; {tell}; exit "${{SET_UP_ENDS:-0}}"')
    return root


@pytest.fixture
def run(checkout: Path, tmp_path: Path) -> Run:
    def call(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
        surroundings = {name: value for name, value in os.environ.items() if name != "RANGKAP_PYTHON"}
        return subprocess.run(
            [str(checkout / "run"), *arguments],
            cwd=tmp_path,
            env={**surroundings, "PATH": path, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return call


def test_a_verb_and_its_arguments_reach_rangkap_in_the_folder_of_the_caller(run: Run, tmp_path: Path) -> None:
    ended = run("find", "2026-0001", "a b", "")
    assert ended.stdout == f"rangkap in {tmp_path}: [find] [2026-0001] [a b] []\n"
    assert ended.stderr == ""


def test_alone_it_starts_the_office(run: Run, tmp_path: Path) -> None:
    assert run().stdout == f"rangkap in {tmp_path}: [start]\n"


@pytest.mark.parametrize("verb", ["demo", "bench"])
def test_demo_and_bench_run_where_the_caller_stands(run: Run, tmp_path: Path, verb: str) -> None:
    assert run(verb, "--json").stdout == f"python in {tmp_path}: [-P] [-m] [{verb}] [--json]\n"


@pytest.mark.parametrize(
    ("verb", "module"),
    [
        ("test", "tools.check"),
        ("lock", "tools.lock"),
        ("weight", "tools.weight"),
        ("mutants", "tools.mutants"),
    ],
)
def test_tools_run_in_the_checkout(run: Run, checkout: Path, verb: str, module: str) -> None:
    assert run(verb, "-x").stdout == f"python in {checkout}: [-m] [{module}] [-x]\n"


@pytest.mark.parametrize("changed", ["rangkap.po", "rangkap.mo"])
def test_changed_or_lost_messages_are_set_up_first(run: Run, checkout: Path, changed: str) -> None:
    (checkout / "pipeline/locale/id/LC_MESSAGES" / changed).write_text('msgid "yes"\n', encoding="utf-8")
    ended = run("find")
    assert "[-m] [tools.bootstrap] [runtime]" in ended.stderr
    assert ended.stdout.startswith("rangkap in ")


def test_a_changed_lock_is_set_up_first_and_nothing_of_it_is_on_stdout(
    run: Run, checkout: Path, tmp_path: Path
) -> None:
    (checkout / "requirements" / "runtime.txt").write_text("runtime 2\n", encoding="utf-8")
    ended = run("find", "--json")
    assert ended.stderr == f"python3 in {checkout}: [-m] [tools.bootstrap] [runtime]\n"
    assert ended.stdout == f"rangkap in {tmp_path}: [find] [--json]\n"


def test_tests_set_up_what_only_they_need(run: Run, checkout: Path) -> None:
    (checkout / ".venv" / "rangkap" / "dev.txt").unlink()
    assert run("find").stderr == ""
    assert run("test").stderr == f"python3 in {checkout}: [-m] [tools.bootstrap] [dev]\n"


def test_a_checkout_that_was_moved_is_set_up_again(run: Run, checkout: Path) -> None:
    (checkout / ".venv" / "rangkap" / "place").write_text("/elsewhere\n", encoding="utf-8")
    assert "tools.bootstrap" in run("find").stderr


def test_an_environment_whose_python_is_gone_is_set_up_again(run: Run, checkout: Path) -> None:
    (checkout / ".venv" / "bin" / "python").unlink()
    (checkout / ".venv" / "bin" / "python").symlink_to("/nowhere/python3")
    assert "tools.bootstrap" in run("find").stderr


def test_what_the_machine_lacks_is_asked_for_at_the_start_and_not_at_each_verb(
    run: Run, checkout: Path
) -> None:
    (checkout / ".venv" / "rangkap" / "missing-runtime").write_text("bubblewrap\n", encoding="utf-8")
    assert run("find").stderr == ""
    assert "tools.bootstrap" in run().stderr
    assert "tools.bootstrap" in run("demo").stderr


def test_a_set_up_that_fails_ends_the_run(run: Run, checkout: Path) -> None:
    (checkout / ".venv" / "rangkap" / "runtime.txt").unlink()
    ended = run("find", SET_UP_ENDS="4")
    assert (ended.returncode, ended.stdout) == (4, "")


def test_a_chosen_python_does_the_set_up(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "mine", '[ "$1" = -c ] || echo mine')
    assert run("find", RANGKAP_PYTHON=str(tmp_path / "mine")).stderr == "mine\n"


def test_a_chosen_python_that_is_too_old_is_refused(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "old", "exit 1")
    ended = run("find", RANGKAP_PYTHON=str(tmp_path / "old"))
    assert ended.returncode == 1
    assert "Python 3.11" in ended.stderr
    assert ended.stdout == ""


def test_it_can_be_called_through_a_link(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "rangkap").symlink_to(checkout / "run")
    ended = subprocess.run(
        [tmp_path / "rangkap", "find"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert ended.stdout == f"rangkap in {tmp_path}: [find]\n"


def test_another_python_than_the_first_is_found(run: Run, checkout: Path, tmp_path: Path) -> None:
    put(tmp_path / "bin" / "python3", "exit 1")
    put(tmp_path / "bin" / "python3.13", f'exec "{sys.executable}" -c "print(13)"')
    (checkout / ".venv" / "rangkap" / "runtime.txt").unlink()
    assert run("find").stderr == "13\n"
