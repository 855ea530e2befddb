"""The form of steps 1–4, and where on the paper proposals stand."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from typing import Any

from django.http import HttpRequest

from pipeline.cases.fields.field import Context
from pipeline.cases.fields.kinds import shown
from pipeline.cases.fields.proposals import FROM_SUGGESTION, QUOTED, Proposal
from pipeline.cases.fields.table import BY_NAME, REGISTRATION
from pipeline.cases.values import text
from pipeline.kernel import clock
from pipeline.lookup.kinds import Arrival
from pipeline.office.base.desk import Desk
from pipeline.office.cases import register as step
from pipeline.office.cases.earlier import Decision
from pipeline.web import texts
from pipeline.web.door import language
from pipeline.web.fields import Form


def form_of(
    request: HttpRequest,
    desk: Desk,
    arrival: Arrival | None,
    typed: Mapping[str, Any],
    looked: Sequence[str] = (),
    problems: Mapping[str, str] | None = None,
) -> Form:
    """What was ``typed`` over what is proposed."""
    is_aside = request.method == "POST" and bool(request.GET)
    return Form(
        tuple(one for one in REGISTRATION if arrival or one.name != "channel"),
        Context(desk.today, desk.places),
        language(request),
        typed,
        {} if is_aside else step.propose(desk, arrival) if arrival else _of_call(desk),
        _places(arrival) if arrival and not is_aside else {},
        problems or {},
        {} if arrival else {"channel": "phone"},
        frozenset(looked) & BY_NAME.keys(),
    )


def _of_call(desk: Desk) -> dict[str, Proposal]:
    now = clock.now().astimezone(desk.settings.zone)
    return {
        "received_day": Proposal("received_day", shown(BY_NAME["received_day"], desk.today.isoformat()), 1.0),
        "phone_started": Proposal("phone_started", f"{now:%H.%M}", 1.0),
    }


def _places(arrival: Arrival) -> dict[str, dict[str, Any]]:
    """Page, and the box in hundredths of its sides."""
    reading = step.Reading.from_json(arrival.reading) if arrival.reading else None
    sizes = {one.number: (one.width, one.height) for one in reading.pages} if reading else {}
    found: dict[str, dict[str, Any]] = {}
    fields = FROM_SUGGESTION | {name: quoted[0] for name, quoted in QUOTED.items()}
    for name, one in (reading.suggestions if reading else {}).items():
        width, height = sizes.get(one.page, (0, 0))
        if name in fields and one.box and width and height:
            x0, y0, x1, y1 = one.box
            box = [100 * x0 / width, 100 * y0 / height, 100 * (x1 - x0) / width, 100 * (y1 - y0) / height]
            found[fields[name]] = {"page": one.page, "box": " ".join(f"{side:.2f}" for side in box)}
    return found


def earlier_rows(request: HttpRequest, found: object) -> list[dict[str, Any]]:
    """Earlier cases, with what a person said about each."""
    rows: Iterable[tuple[str, str, bool]] = found  # type: ignore[assignment]
    return [_earlier(request, *row) for row in rows]


def _earlier(request: HttpRequest, case: str, said: str, is_at_work: bool) -> dict[str, Any]:
    name = f"earlier-{case}"
    chosen = request.POST.get(name, "")
    choices = [(one.value, texts.ALL[f"earlier.{one.name.lower()}"], one.value == chosen) for one in Decision]
    return {
        "name": name,
        "case": case,
        "said": said,
        "is_at_work": is_at_work,
        "choices": choices if case else [],
    }


def kept_at(desk: Desk, stamp: str) -> str:
    """When a form was kept: 08.05, or with the day."""
    at = clock.read_stamp(stamp).astimezone(desk.settings.zone)
    return f"{at:%H.%M}" if at.date() == desk.today else f"{at:%d-%m-%Y %H.%M}"


def office_time(desk: Desk) -> int:
    """The office's wall clock in seconds since midnight."""
    now = clock.now().astimezone(desk.settings.zone)
    return 3600 * now.hour + 60 * now.minute + now.second


def minutes(form: Form) -> dict[str, str]:
    """How long a call lasted, beside the field of its end."""
    values = form.values()
    begun, ended = (text(values, name) for name in ("phone_started", "phone_ended"))
    if not begun or not ended:
        return {}
    first, last = (time.fromisoformat(one) for one in (begun, ended))
    lasted = 60 * last.hour + last.minute - 60 * first.hour - first.minute
    return {} if lasted < 0 else {"phone_ended": texts.ALL["phone.minutes"].fill(form.lang, count=lasted)}
