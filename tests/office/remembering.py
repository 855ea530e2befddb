"""A reader that reads the same page of the same document once in a run of the tests, and remembers what it told.

What the child behind the walls tells depends on the bytes it is given and on what is asked, on nothing else. The first
answer is the real one; refusals are never remembered.
"""

import json
import secrets
from pathlib import Path

from pipeline.intake.reader import Reader
from pipeline.intake.worker_pool import all_of
from pipeline.kernel.files import digest_bytes
from pipeline.rendering.framing import pack, unpack
from tests import costs


class Remembering(Reader):
    """Keeps answers in ``folder``, which the processes of a run share."""

    def __init__(self, folder: Path, *, idle: float) -> None:
        super().__init__(idle=idle)
        self._folder = folder

    def _job(self, job: str, document: int, **args: object) -> tuple[bytes, bytes]:
        asked = json.dumps([job, args, self._bounds], sort_keys=True).encode()
        path = self._folder / digest_bytes(pack([asked, all_of(document)]), "sha256")
        if path.exists():
            first, second = unpack(path.read_bytes())
            return first, second
        with costs.shared():
            answer = super()._job(job, document, **args)
        made = path.with_name(secrets.token_hex(8))
        made.write_bytes(pack(answer))
        made.rename(path)
        return answer
