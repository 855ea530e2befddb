"""``rangkap backup``, ``restore`` and ``upgrade``."""

import os
import pwd
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from rich.progress import TaskProgressColumn, TimeElapsedColumn

from pipeline.cli.call import CHECKOUT, Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import actor_of, keeper_of
from pipeline.cli.prompts import typed
from pipeline.cli.verbs.prove import progress_bar
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Actor, Role
from pipeline.kernel.text import N_
from pipeline.office.base import passphrase
from pipeline.office.base.session import open_session
from pipeline.office.disposal import backup as office
from pipeline.office.keeping.restore import restore as bring_back
from pipeline.office.keeping.restore import trial_failed, trial_passed
from pipeline.office.keeping.upgrade import upgrade as bring_up
from pipeline.settings import Settings

_DONE = N_(
    "The backup is whole and was read back: {snapshot} in {place}, {cases} cases, {entries} register entries."
)
_WITHOUT = N_(
    "The archive in {archive} is NOT in it: back the bucket up by itself (a copy elsewhere, docs/archive.md)."
)
_BACK = N_(
    "The home was restored to {home} from backup {snapshot} ({at}) and checked whole: {cases} "
    "cases, {entries} register entries, intact.\nHead of the chain: {head}\nNext: "
    "RANGKAP_HOME={home} rangkap doctor"
)
_TRIAL = N_(
    "This trial restore is noted in the office. Delete its folder once you have looked: it holds "
    "all data of the office."
)
_PASSPHRASE = N_("Passphrase on the recovery sheet: ")
_UPGRADED = N_("The database was upgraded from {before} to {after}; backup before it: {snapshot}.")
_WIPED = N_(
    "Words mistyped at the sign-in pages were wiped from the database. Older backups may still hold them."
)
_TYPED_KEPT = "0020"
"""Older databases could hold what was typed at a sign-in."""


def backup(call: Call) -> int:
    """Back up the home."""
    session = open_session(call.settings, keeper_of(call))
    with _bar() as tell:
        done = office.backup(
            session, call.args.place, read_all=call.args.read_data, thin=call.args.thin, progress=tell
        )
    counts = done.told["counts"]
    call.say(
        _DONE, snapshot=done.snapshot[:8], place=done.place, cases=counts["cases"], entries=counts["entries"]
    )
    if done.told.get("archive"):
        call.say(_WITHOUT, archive=done.told["archive"])
    return call.give({"snapshot": done.snapshot, "place": done.place} | done.told)


def restore(call: Call) -> int:
    """Restore a backup into an empty folder."""
    target = Path(call.args.dir).absolute()
    words = _typed(call)
    user = os.environ.get("SUDO_USER") or pwd.getpwuid(os.getuid()).pw_name
    try:
        with _bar() as tell:
            done = bring_back(
                call.args.place,
                target,
                words,
                user,
                wanted=call.args.snapshot,
                despite_damage=call.args.damaged,
                progress=lambda share: tell("pulihkan", share),
            )
    except Refusal as error:
        if (code := error.code) in ("office.backup_damaged", "office.restore_broken"):
            _noted(call, user, lambda settings, actor: trial_failed(settings, actor, code))
        raise
    is_trial = _noted(call, user, lambda settings, actor: trial_passed(settings, actor, done, target))
    fields = {"snapshot": done.snapshot[:8], "at": done.told["at"], "head": done.told["head"]["hash"]}
    call.say(
        _BACK, home=target, **fields, **{name: done.told["counts"][name] for name in ("cases", "entries")}
    )
    if is_trial:
        call.say(_TRIAL)
    return call.give(
        {"home": str(target), "snapshot": done.snapshot, "completed": done.completed, **done.told}
    )


def _noted(call: Call, user: str, note: Callable[[Settings, Actor], object]) -> bool:
    """Recorded in this machine's office, if it opens."""
    with suppress(Refusal):
        settings = call.settings
        try:
            actor = keeper_of(call)
        except Refusal:
            actor = Actor("sistem", frozenset({Role.ADMIN}), user)
        return bool(note(settings, actor))
    return False


def upgrade(call: Call) -> int:
    """Bring database and templates to this version."""
    with _bar() as tell:
        done = bring_up(call.settings, actor_of(call), CHECKOUT, call.args.place, tell)
    if done.backup:
        call.say(_UPGRADED, before=done.before, after=done.after, snapshot=done.backup.snapshot[:8])
        if done.before < _TYPED_KEPT:
            call.say(_WIPED)
    else:
        call.say(
            N_("The database is of this version already ({after})."),
            after=done.after,
        )
    if done.templates:
        call.say(
            N_("New templates in letter_templates: {names}"),
            names=", ".join(done.templates),
        )
    snapshot = done.backup.snapshot if done.backup else None
    plain = {"before": done.before, "after": done.after, "snapshot": snapshot, "templates": done.templates}
    return call.give(plain)


def _typed(call: Call) -> str:
    if call.args.key:
        try:
            return passphrase.read(Path(call.args.key).read_text("ascii"))
        except (OSError, ValueError):
            raise Refusal("cli.key_unreadable") from None
    if not is_terminal():
        return passphrase.read(sys.stdin.readline())
    return passphrase.read(typed(_PASSPHRASE.fill(call.lang), lambda given: _wrong(call, given)))


def _wrong(call: Call, given: str) -> str | None:
    try:
        passphrase.read(given)
    except Refusal as error:
        return error.text(call.lang)
    return None


def _bar() -> AbstractContextManager[Callable[..., None]]:
    return progress_bar("", TaskProgressColumn(), TimeElapsedColumn(), total=1.0)
