"""An account calls a verb, and a person types at its terminal."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest

from pipeline.cli.__main__ import main
from pipeline.cli.verbs import answer, review
from pipeline.records import boot
from tests.office.bureau import Bureau

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that calls a verb as an account ("" for none), with what it is given on standard input."""

    def call(office: Bureau, account: str, *words: str, given: str = "") -> tuple[int, str, str]:
        monkeypatch.setenv("RANGKAP_HOME", str(office.home))
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
        capsys.readouterr()
        status = main([*words, "--as", account] if account else [*words])
        boot.close()
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function by which a person at a terminal types these lines next."""

    def types(*typed: str) -> None:
        waiting: Iterator[str] = iter(typed)

        def asked(message: str, default: str, check: Callable[[str], str | None]) -> str:
            while True:
                given = next(waiting)
                if given == "Ctrl-C":
                    raise KeyboardInterrupt
                if check(given) is None:
                    return given

        for module in (review, answer):
            monkeypatch.setattr(module, "is_terminal", lambda: True)
        monkeypatch.setattr("pipeline.cli.prompts.is_terminal", lambda: True)
        monkeypatch.setattr("pipeline.cli.prompts.line", asked)
        monkeypatch.setattr(review, "line", asked)

    return types
