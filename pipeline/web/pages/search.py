"""Looking up by any number that stands on a paper. What is looked for goes in the form, never in the address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pipeline.office.overview import find
from pipeline.records.errors import NotFound
from pipeline.web.door import language
from pipeline.web.sign_in import desk_of


@require_http_methods(["GET", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Find by number; the only case that bears it is opened at once."""
    given, rows, trouble = request.POST.get("number", "").strip(), [], ""
    if given:
        try:
            rows = [one.plain for one in find.find(desk_of(request), given)]
        except NotFound as error:
            trouble = error.text(language(request))
    if len(rows) == 1 and rows[0].get("case"):
        return redirect("case", number=rows[0]["case"])
    shown = {"given": given, "rows": rows, "trouble": trouble}
    return render(request, "web/search.html", shown, status=404 if trouble else 200)
