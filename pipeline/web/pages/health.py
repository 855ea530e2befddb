"""The state of the office."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pipeline.kernel import clock
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, as_it_is
from pipeline.office.base import session as sessions
from pipeline.office.disposal import backup
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import verify_state
from pipeline.office.overview import health
from pipeline.web import background
from pipeline.web.health_findings import finding_in_words
from pipeline.web.session import language, say, session_of

CHECK, BACKUP = "verify", "backup"
_SHOWN = 50


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Show the state of everything."""
    return render(request, "web/health.html", _shown(request))


@require_GET
def live(request: HttpRequest) -> HttpResponse:
    """Show the part that is polled."""
    return render(request, "web/health_live.html", _shown(request))


@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """Start a check of the whole archive behind the pages."""
    session = session_of(request, CHECK, sessions.KEEPERS)
    began = background.start(CHECK, lambda tell: _checked(session, tell))
    say(
        request,
        (
            N_("The check of the archive has begun. Its result shows on this page.")
            if began
            else N_("The check of the archive goes on.")
        ),
    )
    return redirect("health")


def _checked(session: sessions.Session, tell: background.Tell) -> Sequence[background.Found]:
    def report(done: verify_state.Progress) -> None:
        tell(done.done / done.total if done.total else 0.0)

    findings = verify_state.check_whole(session.settings, session.actor, report).findings
    return [
        background.Found(as_it_is(finding.text("id"), finding.text("en")), finding.next)
        for finding in findings[:_SHOWN]
    ]


@require_POST
def back_up(request: HttpRequest) -> HttpResponse:
    """Start a backup to the office's own place."""
    session = session_of(request, BACKUP, backup.ADMINS)
    if not session.settings["cadangan.tempat"]:
        say(
            request,
            N_(
                "No backup was made: its place is not set. Fill in `cadangan.tempat` in "
                "`office.toml` on the server, then restart."
            ),
        )
        return redirect("health")

    def work(tell: background.Tell) -> Sequence[background.Found]:
        backup.backup(session, progress=lambda _part, share: tell(share))
        return ()

    began = background.start(BACKUP, work)
    say(
        request,
        (
            N_("The backup has begun. Its result shows on this page.")
            if began
            else N_("A backup is being made.")
        ),
    )
    return redirect("health")


@require_POST
def retry(request: HttpRequest) -> HttpResponse:
    """Retry a reading that was given up."""
    given = request.POST.get("given", "")
    is_there = perform(health.retry_reading, session_of(request), given, {}).told["is_there"]
    say(
        request,
        (
            N_("The letter is read once more.")
            if is_there
            else N_("Nothing is to be read again: it was read.")
        ),
    )
    return redirect("health")


def _shown(request: HttpRequest) -> dict[str, Any]:
    session = session_of(request)
    points = [finding_in_words(point, language(request)) for point in health.look(session)]
    is_keeper, may_check = session.actor.is_any(Role.ADMIN), session.actor.is_any(*sessions.KEEPERS)
    return {
        "points": points,
        "troubles": [finding for finding in points if not finding.is_well],
        "is_stopped": any(finding.grade == health.Grade.BAD for finding in points),
        "is_keeper": is_keeper,
        "may_check": may_check,
        "check": background.of(CHECK) if may_check else None,
        "backup": background.of(BACKUP) if is_keeper else None,
        "failed": [
            {"given": failed.given, "at": clock.stamp(failed.at), "kind": failed.kind}
            for failed in (health.given_up(session) if is_keeper else ())
        ],
        "has_place": bool(session.settings["cadangan.tempat"]),
    }
