"""Step 1, before registration: what is no complaint is struck in the mail log; its row and its file stay.

Another letter, a complaint about a public service (which goes to SP4N-LAPOR), a scan by mistake. A strike by mistake is
taken back; history says both.
"""

from __future__ import annotations

from enum import StrEnum

from pipeline.cases.states import REGISTER_ROLES
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.lookup import things
from pipeline.office.arrivals import arrival_files, kept_forms, opened
from pipeline.office.base.desk import Desk, need_reason, need_role
from pipeline.records import arrivals, boot, history, queue
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState

VERB, BACK = "strike", "unstrike"


class Strike(StrEnum):
    """Why an arrival is no complaint; the value is what the clerk types."""

    OTHER = "surat-lain"
    SERVICE = "pengaduan-layanan"
    MISTAKE = "salah-pindai"


SAID = {
    Strike.OTHER: "surat lain, bukan pengaduan",
    Strike.SERVICE: "pengaduan layanan, disalurkan ke SP4N-LAPOR",
    Strike.MISTAKE: "salah pindai",
}
"""What the mail log says; the reason that was typed stands in the history alone."""


def strike(desk: Desk, item: str, kind: Strike, reason: str) -> Arrival:
    """Strike the arrival ``item`` for a ``reason``. Raises NotFound."""
    arrival = to_strike(desk, item)
    need_reason(reason)
    with boot.transact():
        arrival = to_strike(desk, arrival.id)
        arrivals.change(arrival, state=ArrivalState.STRUCK, struck=SAID[kind])
        opened.done(arrival.id)
        history.note(
            clock.now(), desk.actor, VERB, 1, subject=arrival.id, agenda=arrival.agenda, kind=str(kind), reason=reason.strip()
        )  # fmt: skip
    return _written(desk, arrival)


def to_strike(desk: Desk, item: str) -> Arrival:
    """Return the arrival if it can be struck, before a reason is asked. Raises NotFound."""
    need_role(desk, VERB, REGISTER_ROLES)
    arrival = things.arrival(desk, item.strip().upper())
    if arrival.state not in WAITING or not arrival.agenda:
        raise Refusal("office.not_waiting", item=arrival.agenda or arrival.id, state=arrival.state)
    return arrival


def take_back(desk: Desk, item: str, reason: str) -> Arrival:
    """Let an arrival that was struck by mistake wait again. Raises NotFound."""
    need_role(desk, VERB, REGISTER_ROLES)
    need_reason(reason)
    with boot.transact():
        arrival = things.arrival(desk, item.strip().upper())
        if arrival.state != ArrivalState.STRUCK:
            raise Refusal("office.not_struck", item=arrival.agenda or arrival.id, state=arrival.state)
        state = ArrivalState.READ if arrival.reading else ArrivalState.NEW
        arrivals.change(arrival, state=state, struck="")
        history.note(
            clock.now(), desk.actor, BACK, 1, subject=arrival.id, agenda=arrival.agenda, reason=reason.strip()
        )
        if state is ArrivalState.NEW:
            queue.put(queue.READ, arrival.id)
    return _written(desk, arrival)


def _written(desk: Desk, arrival: Arrival) -> Arrival:
    after = arrivals.get(arrival.id)
    kept_forms.forget_all(desk.settings, arrival.id)
    arrival_files.write_row(desk.settings, after)
    return after
