"""Files of a form, written piece by piece; what is not taken over is removed."""

from contextlib import ExitStack
from dataclasses import dataclass

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from pipeline.kernel.errors import Refusal
from pipeline.office.arrivals import hand_in
from pipeline.settings import Settings


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
        """Begin a file; without room for it, pass over it."""
        super().new_file(*args, **more)  # type: ignore[arg-type]
        try:
            self._now = self._kept.enter_context(hand_in.coming(self._settings))
        except Refusal as trouble:
            self._pass_over(trouble)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django's name
        """What is too large is passed over from here on."""
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
        """Forget a file whose end never came."""
        if self._now is not None:
            self._now.drop()

    def _pass_over(self, trouble: Refusal) -> None:
        self.came.append(Came(self.file_name or "", trouble=trouble))
        self._now = None
        raise SkipFile
