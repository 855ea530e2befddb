"""``rangkap decide-sender``: what the chair is told where nothing can be asked, and what she decides without a terminal."""

from pipeline.kernel.text import Exit
from pipeline.records import boot
from tests.cli.conftest import Run
from tests.office.bureau import CHAIR, WIFE, Bureau
from tests.office.test_reach import came
from tests.office.test_reported_sender import BY_HUSBAND


def test_without_a_terminal_only_what_the_verb_has_is_named(bureau: Bureau, run: Run) -> None:
    bureau.register(WIFE)
    number = came(bureau, **BY_HUSBAND).number
    boot.close()
    status, out, err = run(bureau, CHAIR, "decide-sender", number)
    assert (status, out) == (Exit.USAGE, "")
    assert "cli.needs_terminal" in err
    status, out, _ = run(bureau, CHAIR, "decide-sender", number, "terlapor", given="orang yang sama")
    assert (status, out.strip()) == (Exit.OK, number)
