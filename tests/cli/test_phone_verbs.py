"""The verbs of the telephone: what is typed, what is read from standard input, and what is told."""

import json
from collections.abc import Callable
from pathlib import Path

from demo.answers import registration
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from tests.office.bureau import CALL, CLERK, Bureau
from tests.office.test_phone import AGAIN

Run = Callable[..., tuple[int, str, str]]


def _answers(folder: Path, given: object) -> str:
    path = folder / "jawaban.json"
    path.write_text(json.dumps(given), "utf-8")
    return str(path)


def test_a_further_call_the_record_the_script_and_a_transcript(
    bureau: Bureau, run: Run, tmp_path: Path
) -> None:
    number = perform(register.register_call, bureau.session(), "", registration(CALL)).case.number
    given = _answers(tmp_path, AGAIN)
    status, out, err = run(bureau, CLERK, "add-call", number, "--answers", given)
    assert (status, out.strip()) == (0, number)
    assert "A-2026-0002" in err
    status, out, _ = run(bureau, CLERK, "call", number, "--to", str(tmp_path))
    assert [Path(part).name for part in out.split()] == [
        "A-2026-0001-catatan-telepon.pdf",
        "A-2026-0002-catatan-telepon.pdf",
    ]
    status, out, _ = run(bureau, CLERK, "explain", "--json")
    assert [load["title"] for load in json.loads(out)][1] == "Langkah 3: layanan"
    assert run(bureau, CLERK, "explain", "--to", str(tmp_path))[0] == 0
