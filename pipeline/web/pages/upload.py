"""Step 1 in the browser: files are written piece by piece."""

from contextlib import ExitStack
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from pipeline.kernel.errors import Refusal
from pipeline.kernel.names import display
from pipeline.kernel.text import N_
from pipeline.office.arrivals import hand_in
from pipeline.office.base.stored import refusal
from pipeline.settings import Settings
from pipeline.web import refusals
from pipeline.web.session import language, office, session_of

_AT_ONCE = BoundedSemaphore(2)
"""Requests that send files at a time: slow ones never hold all threads."""
_ROOM_ASKED = 1 << 20


@dataclass(frozen=True)
class Came:
    """One file, or why it could not be taken."""

    name: str
    file: hand_in.Coming | None = None
    trouble: Refusal | None = None


class ToInbox(FileUploadHandler):
    """Takes the files of one request."""

    chunk_size = 1 << 18

    def __init__(self, request: HttpRequest, settings: Settings, kept: ExitStack) -> None:
        super().__init__(request)
        self.came: list[Came] = []
        self._settings, self._kept = settings, kept
        self._now: hand_in.Coming | None = None

    def new_file(self, *args: object, **more: object) -> None:
        """Begin a file, or skip it where there is no room."""
        super().new_file(*args, **more)  # type: ignore[arg-type]
        try:
            self._now = self._kept.enter_context(hand_in.coming(self._settings))
        except Refusal as trouble:
            self._pass_over(trouble)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django's name
        """Skip the rest of too large a file."""
        assert self._now is not None, "a file was begun"
        try:
            self._now.write(raw_data)
        except Refusal as trouble:
            self._now.drop()
            self._pass_over(trouble)

    def file_complete(self, file_size: int) -> None:  # noqa: ARG002 - Django's name
        """Keep the file."""
        self.came.append(Came(self.file_name or "", file=self._now))
        self._now = None

    def upload_interrupted(self) -> None:
        """Forget an incomplete file."""
        if self._now is not None:
            self._now.drop()

    def _pass_over(self, trouble: Refusal) -> None:
        self.came.append(Came(self.file_name or "", trouble=trouble))
        self._now = None
        raise SkipFile


@csrf_exempt  # the token is asked below, once it is settled where the files go
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Show the form; take the files that come."""
    hand_in.need_may(session_of(request))
    if request.method == "GET":
        return _page(request, [])
    if not _AT_ONCE.acquire(blocking=False):
        return _answer(
            request,
            [
                _refused(
                    "",
                    N_(
                        "Two others are sending files right now. Nothing was taken yet; wait a moment, then "
                        "send again."
                    ).fill(language(request)),
                )
            ],
            503,
        )
    try:
        with ExitStack() as kept:
            hand_in.need_room(office(), max(_ROOM_ASKED, int(request.META.get("CONTENT_LENGTH") or 0)))
            taker = ToInbox(request, office(), kept)
            request.upload_handlers = [taker]
            return csrf_protect(_taken)(request, taker)
    except Refusal as trouble:
        return _answer(request, [_refused("", refusals.kept(trouble, language(request)))], 409)
    finally:
        _AT_ONCE.release()


@require_POST
def state(request: HttpRequest) -> HttpResponse:
    """What became of a file; its name is in no address."""
    session = session_of(request)
    given = {name: request.POST.get(name, "") for name in ("digest", "name", "since", "shown")}
    outcome = hand_in.became(session, given["digest"], given["name"], given["since"])
    if outcome.what == "waiting":
        return HttpResponse(status=204)
    return _rows(request, [_row(given["shown"], outcome)])


def _taken(request: HttpRequest, taker: ToInbox) -> HttpResponse:
    folder = request.POST.get("folder", "")
    rows = [_put(request, came, folder) for came in taker.came]
    if not rows:
        return _answer(
            request,
            [_refused("", N_("No file was chosen. Choose files first, then send.").fill(language(request)))],
            400,
        )
    return _answer(request, rows, 409 if all(row["trouble"] for row in rows) else 200)


def _put(request: HttpRequest, came: Came, folder: str) -> dict[str, Any]:
    shown, lang = display(came.name), language(request)
    if came.file is None:
        return _refused(shown, refusals.message(came.trouble, lang) if came.trouble else "")
    try:
        done = hand_in.take(session_of(request), came.file, came.name, folder)
    except Refusal as trouble:
        return _refused(shown, refusals.kept(trouble, lang))
    if done.before is not None:
        return _row(shown, hand_in.Became("known", done.before))
    return _row(shown, hand_in.Became("waiting"), digest=done.sha256, name=done.name, since=done.since)


def _row(shown: str, outcome: hand_in.Became, **more: str) -> dict[str, Any]:
    return {"shown": shown, "found": outcome, "trouble": outcome.reason, **more}


def _in_words(rows: list[dict[str, Any]], lang: str) -> list[dict[str, Any]]:
    return [row | {"trouble": refusal(row["trouble"]).fill(lang)} for row in rows]


def _refused(shown: str, why: str) -> dict[str, Any]:
    return {"shown": shown, "trouble": why, "found": hand_in.Became("refused")}


def _answer(request: HttpRequest, rows: list[dict[str, Any]], status: int = 200) -> HttpResponse:
    """The page's script gets the rows alone."""
    if request.headers.get("X-Piece"):
        return _rows(request, rows, status)
    return _page(request, rows, status)


def _rows(request: HttpRequest, rows: list[dict[str, Any]], status: int = 200) -> HttpResponse:
    shown = {"rows": _in_words(rows, language(request))}
    return render(request, "web/upload_rows.html", shown, status=status)


def _page(request: HttpRequest, rows: list[dict[str, Any]], status: int = 200) -> HttpResponse:
    settings = office()
    return render(
        request,
        "web/upload.html",
        {
            "rows": _in_words(rows, language(request)),
            "limit": settings["masuk.batas_mb"],
            "bytes": hand_in.largest(settings),
            "folders": sorted(settings["masuk.folder"]),
            "pause": hand_in.stands_still(settings),
        },
        status=status,
    )
