"""A case destroyed by another process while its pages are being made leaves no page of it behind."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel import clock
from pipeline.kernel.errors import Destroyed
from pipeline.kernel.text import Exit
from pipeline.office.delivery import report
from pipeline.office.papers import forms
from pipeline.office.victims import victims_copy_pages
from pipeline.office.victims.victims_copy_choice import FORM
from pipeline.records import boot
from tests.office import printouts
from tests.office import victims_letters as letters
from tests.office.bureau import ARCHIVIST, CHECKOUT, OFFICER, Bureau
from tests.office.retained import PERSONAL, approved_list, holding, later, minutes_in
from tests.office.stages import FIRST
from tests.office.test_deliver import SENT

PRINTS: dict[str, tuple[Any, Callable[[Bureau, Path], object]]] = {
    "form": (forms, lambda office, to: forms.make(office.session(), "pendaftaran", FIRST, to)),
    "report": (forms, lambda office, to: report.put_out(office.session(OFFICER), FIRST, to)),
    "copy": (victims_copy_pages, lambda office, _to: letters.proposed(office, FIRST, FORM)),
    "delivery": (forms, lambda office, to: printouts.sent(office.session(), FIRST, to, SENT)),
}


@pytest.fixture
def doomed(filed: Bureau, monkeypatch: pytest.MonkeyPatch) -> tuple[Bureau, Callable[[], None]]:
    """Return an office whose list is approved, and a function by which another process carries it out."""
    office = later(filed, monkeypatch)
    name = approved_list(office).id

    def destroy() -> None:
        now = os.environ | {"RANGKAP_CLOCK": clock.now().isoformat(), "RANGKAP_HOME": str(office.home)}
        given = ["destroy-disposal", name, "--as", ARCHIVIST, "--answers", minutes_in(office.home, name)]
        words = [sys.executable, "-m", "pipeline.cli", *given]
        ran = subprocess.run(words, env=now, cwd=CHECKOUT, capture_output=True, text=True, check=False)
        assert ran.returncode == Exit.OK, ran.stderr

    return office, destroy


@pytest.mark.parametrize("what", list(PRINTS))
def test_what_was_being_printed_is_neither_put_out_nor_kept(
    doomed: tuple[Bureau, Callable[[], None]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, what: str
) -> None:
    office, destroy = doomed
    module, make = PRINTS[what]
    convert = module.to_pdf

    def meanwhile(*given: Any, **more: Any) -> Any:
        destroy()
        return convert(*given, **more)

    monkeypatch.setattr(module, "to_pdf", meanwhile)
    target = tmp_path / "cetakan"
    target.mkdir()
    with pytest.raises(Destroyed):
        make(office, target)
    assert list(target.iterdir()) == []
    assert [path for path in (office.settings.var / "pdf").rglob("*") if path.is_file()] == []
    boot.close()
    assert holding(office.home, *PERSONAL) == set()
    assert office.verify() == []
