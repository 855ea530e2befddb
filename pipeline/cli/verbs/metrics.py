"""``rangkap metrics``: counts of what waits, without names."""

from pipeline.cli.call import Call
from pipeline.cli.open import keeper_of
from pipeline.kernel.text import N_, Text
from pipeline.lookup.kinds import ArrivalState
from pipeline.office.base.session import open_session
from pipeline.office.overview import metrics as office

_SAID = {
    **{f"letters_{state.name.lower()}": Text(f"Surat masuk, {state}", f"Letters that came in, {state.name.lower()}")
       for state in ArrivalState},
    "drafts_waiting": N_("Drafts that wait for the chair"),
    "cases_overdue": N_("Cases overdue"),
    "jobs_waiting": N_("Jobs in the queue"),
    "health_good": N_("System status, good"),
    "health_check": N_("System status, worth a look"),
    "health_alarm": N_("System status, alarm"),
}  # fmt: skip


def metrics(call: Call) -> int:
    """Print the counts, one a line."""
    counts = office.of(open_session(call.settings, keeper_of(call)))
    return call.give(
        counts, "\n".join(f"{_SAID[name].fill(call.lang)}: {count}" for name, count in counts.items())
    )
