"""Steps 1–4 by telephone: the typed record stands in place of the scan, as a document of our own in the same street.

It is written where the watcher lays what it has taken, so that whatever a kill leaves is found and shown as any arrival is;
it takes its nomor agenda like a scan. It does not pass through the shared inbox: there everybody at a PC of the office
would read a call that nobody has registered yet.
"""

import os
from dataclasses import replace
from datetime import datetime

from pipeline.cases.privacy import readable
from pipeline.cases.values import Values
from pipeline.intake.arrival import ORIGINAL
from pipeline.kernel import ids
from pipeline.kernel.files import digest_bytes
from pipeline.office.arrivals import arrival_files
from pipeline.office.base.desk import Desk
from pipeline.records import arrivals, history, numbers, texts
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.texts import TextKind

PHONE_KIND = "phone"
BASE, SUFFIX = "catatan-telepon", "txt"


def written(desk: Desk, values: Values, moment: datetime) -> Arrival:
    """Write the record of a call with the answers ``values``, durably; its row is not entered yet."""
    lines = [f"CATATAN PENGADUAN MELALUI TELEPON\n{desk.settings['kantor.nama']}\n"]
    lines += [f"{label}: {value}" for label, value in readable(values).items()]
    lines += [
        "",
        f"Dicatat oleh akun {desk.actor.account} pada {moment.astimezone(desk.settings.zone):%d-%m-%Y %H.%M %Z}",
        os.linesep,
    ]
    data = "\n".join(lines).encode()
    arrival = Arrival(
        id=ids.new_arrival_id(moment),
        sha256=digest_bytes(data, "sha256"),
        sha512=digest_bytes(data),
        size=len(data),
        kind=PHONE_KIND,
        name="catatan telepon",
        scanned_at=moment.replace(microsecond=0),
        taken_at=moment.replace(microsecond=0),
        state=ArrivalState.READ,
        pages=1,
    )
    arrival_files.put(desk.settings, arrival, data)
    return arrival


def entered(desk: Desk, arrival: Arrival, moment: datetime) -> Arrival:
    """Enter the record in the mail log with its nomor agenda, in the caller's transaction."""
    agenda = ids.agenda_number(desk.today.year, numbers.next_of(f"agenda/{desk.today.year}"))
    arrival = replace(arrival, agenda=agenda)
    arrivals.add(arrival)
    said = (desk.settings.arrivals / arrival.id / ORIGINAL).read_text("utf-8")
    texts.put(TextKind.INCOMING, arrival.id, texts.day_of(moment), said)
    history.note(moment, desk.actor, "receive", 1, subject=arrival.id, agenda=agenda, channel="phone")
    return arrival
