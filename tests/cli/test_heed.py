"""``rangkap acknowledge-danger`` from outside: what is shown before and after, and who may."""

from collections.abc import Callable
from functools import partial

import pytest

from pipeline.kernel import clock
from pipeline.kernel.text import Exit
from pipeline.office.arrivals import danger_later
from pipeline.records import arrivals, boot, cases
from tests.cli.conftest import Run
from tests.office.bureau import CLERK, OFFICER, Bureau
from tests.office.stages import FIRST


@pytest.fixture(name="run")
def run_of(at_stage: Callable[[str], Bureau], run: Run) -> Run:
    """Return a function that calls a verb as an account, in an office with danger words in its first case."""
    registered = at_stage("registered")
    arrival = arrivals.get(cases.get(FIRST).arrivals[0])
    with boot.transact():
        danger_later.note(registered.session(), clock.now(), arrival, "bunuh, pisau")
    return partial(run, registered)


def test_the_words_stand_over_everything_until_somebody_has_seen_to_them(run: Run) -> None:
    warning = "KATA BAHAYA dalam surat A-2026-0001, terbaca setelah didaftarkan: bunuh, pisau"
    for verb in (("show", FIRST), ("todo",)):
        status, out, _ = run(CLERK, *verb)
        assert (status, warning in "\n".join(out.splitlines()[:8])) == (Exit.OK, True)
    status, out, err = run(OFFICER, "acknowledge-danger", FIRST)
    assert (status, out.strip()) == (Exit.OK, FIRST)
    assert "A-2026-0001" in err
    for verb in (("show", FIRST), ("todo",)):
        assert warning not in run(CLERK, *verb)[1]
    assert "menyatakan kata bahaya sudah ditangani" in run(CLERK, "show", FIRST)[1]
