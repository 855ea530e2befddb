"""The numbers for a monitor: for the bearer of the office's token alone; to everybody else there is no such address."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET
from prometheus_client import CONTENT_TYPE_LATEST

from pipeline.kernel.people import Actor, Role
from pipeline.office.overview import metrics, metrics_key
from pipeline.settings.accounts import MACHINE
from pipeline.web.counted import REQUESTS
from pipeline.web.door import open_to_all
from pipeline.web.sign_in import office


@open_to_all
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Return them. Raises Http404 without the token."""
    if not metrics_key.opens(office(), request.headers.get("Authorization", "")):
        raise Http404
    machine = Actor(MACHINE, frozenset({Role.ADMIN}), MACHINE)
    told = metrics.text(metrics.of(office(), machine), REQUESTS)
    return HttpResponse(told, content_type=CONTENT_TYPE_LATEST)
