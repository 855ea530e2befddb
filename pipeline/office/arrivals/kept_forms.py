"""Steps 1–4: a form in progress, by letter and account until saved (``var/isian/``, 0600).

Never in a browser; checked like anything typed.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pipeline.cases.states import REGISTER_ROLES
from pipeline.kernel import clock
from pipeline.kernel.files import write_durably
from pipeline.kernel.text import N_, Next
from pipeline.lookup import visible
from pipeline.office.base.session import Session, need_role
from pipeline.records import arrivals
from pipeline.records.arrivals import WAITING
from pipeline.settings import Settings
from pipeline.stores.folder import make_folder_durably

CALL = "telepon"
"""Replaces the letter for a call."""
_LARGEST = 200_000
_OTHERS_AFTER = timedelta(hours=1)
_LETTER_BEGUN = N_("letter {agenda}: begun by {account}, not registered since {since}")
_CALL_BEGUN = N_("a call: begun by {account}, not registered since {since}")


@dataclass(frozen=True)
class KeptForm:
    """What was ``typed`` by field, which proposals were ``looked`` at, and when (a stamp)."""

    at: str
    typed: Mapping[str, Any]
    looked: tuple[str, ...] = ()


def keep(
    session: Session, item: str, typed: Mapping[str, Any], looked: Sequence[str] = ()
) -> KeptForm | None:
    """What was typed for ``item`` (agenda number, id, or :data:`CALL`), if it waits."""
    path = _path(session, item)
    if path is None:
        return None
    made = KeptForm(clock.stamp(clock.now()), dict(typed), tuple(looked))
    plain = {"at": made.at, "typed": made.typed, "looked": made.looked}
    data = json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()
    if len(data) > _LARGEST:
        return None
    make_folder_durably(path.parent)
    write_durably(path, data)
    _sweep(path.parent)
    return made


def kept(session: Session, item: str) -> KeptForm | None:
    """What the actor had typed; nothing if unreadable."""
    path = _path(session, item)
    return _read(path) if path else None


def _read(path: Path) -> KeptForm | None:
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        content: dict[str, Any] = json.loads(path.read_text("utf-8"))
        typed = {
            str(name): [str(line) for line in value] if isinstance(value, list) else str(value)
            for name, value in content["typed"].items()
        }
        clock.read_stamp(content["at"])
        return KeptForm(content["at"], typed, tuple(str(case) for case in content["looked"]))
    return None


def forget(session: Session, item: str) -> None:
    """Remove what the actor had typed."""
    path = _path(session, item)
    if path is not None:
        path.unlink(missing_ok=True)


def forget_all(settings: Settings, *ids: str) -> None:
    """Whatever anybody had typed for ``ids`` (ids of arrivals)."""
    for arrival in ids:
        for path in (settings.var / "isian").glob(f"surat-{arrival}-*.json"):
            path.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    for path in folder.glob("surat-*.json"):
        name = path.name.removeprefix("surat-").rpartition("-")[0]
        if not (arrivals.has(name) and arrivals.get(name).state in WAITING):
            path.unlink(missing_ok=True)


def rows(session: Session) -> list[dict[str, Any]]:
    """Begun, not registered: for its account at once, for every clerk after :data:`_OTHERS_AFTER`."""
    if not session.actor.is_any(*REGISTER_ROLES):
        return []
    forms: list[dict[str, Any]] = []
    names = {_who(known.name): known.name for known in session.settings.accounts}
    waiting = {
        CALL: "",
        **{
            f"surat-{arrival.id}": arrival.agenda or arrival.id
            for arrival in visible.arrivals_in(session, *WAITING)
        },
    }
    for path in sorted((session.settings.var / "isian").glob("*-*.json")):
        item, _, who = path.stem.rpartition("-")
        form, account = _read(path), names.get(who, "–")
        is_own = account == session.actor.account
        if form is None or item not in waiting or not (is_own or _is_old(form)):
            continue
        agenda, since = waiting[item], f"{session.local(clock.read_stamp(form.at)):%d-%m-%Y %H.%M}"
        message = (_LETTER_BEGUN if agenda else _CALL_BEGUN).of(agenda=agenda, account=account, since=since)
        step = Next("register", agenda) if agenda else Next("register-call")
        forms.append({"id": agenda or CALL, "waits": message, "next": (step,) if agenda or is_own else ()})
    return forms


def _is_old(form: KeptForm) -> bool:
    return clock.now() - clock.read_stamp(form.at) >= _OTHERS_AFTER


def _who(account: str) -> str:
    return blake2b(account.encode(), digest_size=8).hexdigest()


def _path(session: Session, item: str) -> Path | None:
    """Holds no name; None if the letter no longer waits."""
    need_role(session, "register", REGISTER_ROLES)
    who = _who(session.actor.account)
    folder = session.settings.var / "isian"
    if item == CALL:
        return folder / f"{CALL}-{who}.json"
    arrival = visible.arrival(session, item)
    return folder / f"surat-{arrival.id}-{who}.json" if arrival.state in WAITING else None
