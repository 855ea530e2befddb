"""A new version of a template put in the place of the former one, which stays beside and can be put back.

Only what is found clean takes the place: a faulty template would stop every letter of its kind. The former versions lie in
``letter_templates/.sebelumnya/`` under their digests; who put what, when and why stands in the history.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes, write_durably
from pipeline.kernel.people import Role
from pipeline.letters.compose import names
from pipeline.letters.lint import Report
from pipeline.office.base.desk import Desk, need_reason, need_role
from pipeline.office.letters import templates
from pipeline.records import boot, history
from pipeline.settings import Settings

VERB, PUT = "templates", "template_put"
KEEPERS = frozenset({Role.CHAIR, Role.ADMIN})
FORMER = ".sebelumnya"
_MARK = 16


@dataclass(frozen=True)
class Former:
    """A version that was replaced: its digest, when and by whom, and why."""

    sha256: str
    at: datetime
    account: str
    reason: str


def mark(name: str, data: bytes) -> str:
    """Return what tells this version of this template from any other, without its name: for addresses."""
    return digest_bytes(name.encode() + b"\0" + data, "sha256")[:_MARK]


def marks(settings: Settings) -> dict[str, str]:
    """Return the mark of each template by its name, in order."""
    return {name: mark(name, _path(settings, name).read_bytes()) for name in names(settings)}


def marked(settings: Settings, wanted: str) -> str:
    """Return the name of the template with the mark ``wanted``."""
    found = next((name for name, one in marks(settings).items() if one == wanted), None)
    if found is None:
        raise templates.unknown("–", names(settings))
    return found


def put(desk: Desk, name: str, data: bytes, reason: str) -> Report:
    """Put ``data`` in the place of a template, the former beside, once clean. Raises NoIsolation, NotDurable."""
    need_role(desk, VERB, KEEPERS)
    need_reason(reason)
    settings = desk.settings
    if name not in names(settings):
        raise templates.unknown(name, names(settings))
    found = templates.check_data(settings, name, data)
    if found.flaws:
        raise templates.faulty(name, [found])
    before = _path(settings, name).read_bytes()
    folder = settings.templates / FORMER
    folder.mkdir(mode=0o700, exist_ok=True)
    write_durably(folder / f"{digest_bytes(before, 'sha256')}.docx", before)
    with boot.transact():
        history.note(
            clock.now(), desk.actor, PUT, None, subject=name,
            before=digest_bytes(before, "sha256"), after=digest_bytes(data, "sha256"), reason=reason.strip(),
        )  # fmt: skip
        write_durably(_path(settings, name), data, _path(settings, name).stat().st_mode & 0o777)
    return found


def put_back(desk: Desk, name: str, digest: str, reason: str) -> Report:
    """Put the former version ``digest`` of a template back, as a new version. Raises what :func:`put` raises."""
    need_role(desk, VERB, KEEPERS)
    if digest not in {one.sha256 for one in former(desk, name)}:
        raise Refusal("office.no_former_template", template=name[:60])
    return put(desk, name, (desk.settings.templates / FORMER / f"{digest}.docx").read_bytes(), reason)


def former(desk: Desk, name: str) -> list[Former]:
    """Return the versions that were replaced and are still there, the newest first."""
    need_role(desk, VERB, KEEPERS)
    folder, now = desk.settings.templates / FORMER, ""
    if name in names(desk.settings):
        now = digest_bytes(_path(desk.settings, name).read_bytes(), "sha256")
    found: dict[str, Former] = {}
    for one in history.of_subject(name):
        digest = str(one.detail.get("before", ""))
        if one.verb == PUT and digest != now and (folder / f"{digest}.docx").exists():
            found.pop(digest, None)
            found[digest] = Former(digest, one.at, one.account, str(one.detail.get("reason", "")))
    return list(reversed(found.values()))


def _path(settings: Settings, name: str) -> Path:
    return settings.templates / f"{name}.docx"
