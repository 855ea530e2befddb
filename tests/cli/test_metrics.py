"""``rangkap metrics``: how much waits in the office, as counts without a name."""

import json

from pipeline.kernel.text import Exit
from pipeline.office.overview import health, metrics
from tests.cli.conftest import Run
from tests.office.bureau import ADMIN, CLERK, Bureau, one_page


def test_the_counts_are_those_of_the_lists(drafted: Bureau) -> None:
    drafted.arrive(one_page("satu"))
    drafted.arrive(one_page("dua"))
    counts = metrics.of(drafted.session(ADMIN))
    assert counts["letters_new"] == 2
    assert counts["letters_unmatched"] == 0
    assert counts["drafts_waiting"] == 2
    assert counts["cases_overdue"] == 0
    points = health.look(drafted.session(ADMIN))
    assert sum(counts[f"health_{grade}"] for grade in health.Grade) == len(points)


def test_the_verb_prints_a_count_a_line_and_the_same_as_json(bureau: Bureau, run: Run) -> None:
    status, out, words = run(bureau, ADMIN, "metrics")
    assert (status, words) == (Exit.OK, "")
    counts = json.loads(run(bureau, ADMIN, "metrics", "--json")[1])
    rows = [line.rpartition(": ") for line in out.splitlines()]
    assert [int(count) for _, _, count in rows] == list(counts.values())
    assert {"Surat masuk, baru", "Konsep yang menunggu ketua", "Kasus lewat tenggat"} <= {
        name for name, _, _ in rows
    }
    assert run(bureau, CLERK, "metrics")[0] == Exit.NO_RIGHT
