"""``rangkap verify`` and ``rebuild``."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from time import monotonic

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)

from pipeline.cli.call import Call
from pipeline.cli.open import actor_of, keeper_of
from pipeline.cli.pages import moment
from pipeline.kernel.clock import long_date
from pipeline.kernel.errors import NotDurable
from pipeline.kernel.text import N_, Exit
from pipeline.office.base.session import Session
from pipeline.office.keeping import verify_state
from pipeline.office.keeping.rebuild import rebuild as build
from pipeline.office.keeping.reconcile import Checked, Finding, check, open_to_verify, proven_until
from pipeline.office.keeping.typed_head import HeadCheck, check_head

_CLEAN = N_("Archive and register are intact.")
_CLEAN_PART = N_("The checked part is intact.")
_BAD = N_("{count} findings:")
_NAMES = N_("The names of those guards: rangkap verify --json")
_READ = N_(
    "Read: {objects} of {of_objects} case folders, {arrivals} of {of_arrivals} arrivals, {entries} "
    "register entries; {size} MB ({speed} MB/s), {seconds} seconds in all."
)
_NOT_READ = N_(
    "NOT checked: the content of {objects} other case folders with their rows, and {arrivals} "
    "other arrivals. The chain, its seals, the signed heads and the lists of the years were "
    "checked whole. Everything: rangkap verify"
)
_NOT_NOTED = N_("This result could not be noted in var/, so rangkap todo does not tell it. Check the disk.")
_NOT_PROVEN = N_("No signed page proves this register yet. Print one with: rangkap page")
_BUILT = N_("The database was built again: {cases} cases, {entries} register entries, {arrivals} arrivals.")
_GOES_ON = N_("Going on with the rebuild that was stopped: {count} cases are entered already.")
_NOT_BUILT = N_(
    "What the archive does not hold and only the backup guards is NOT back: accounts that were "
    "added, locked or given other roles; mandates of deputies; breaches of data whose clock "
    "runs; telephone passwords; the access log; and work since the last version. Look into the "
    "last backup, or record it again: rangkap users, rangkap record-mandate, rangkap "
    "start-clock, rangkap set-password CASE. An account that was locked is open again where "
    "office.toml has it."
)


def verify(call: Call) -> int:
    """Check archive and register; the status tells of damage."""
    with verify_state.failure_noted(call.settings):
        session = open_to_verify(call.settings, keeper_of(call))
        if call.args.head is not None:
            return head(call, session)
        with _speed_shown() as step:
            done = check(session, call.args.case, step)
    try:
        verify_state.note(call.settings, done)
    except NotDurable:
        call.say(_NOT_NOTED)
    findings = done.findings
    call.say(_BAD if findings else _CLEAN_PART if done.case else _CLEAN, count=len(findings))
    _say_read(call, done)
    _say_proven(call, session, findings)
    _say_destroyed(call, done)
    for note in done.notes:
        call.say(note)
    plain = done.as_json() | {"findings": [finding.as_json() for finding in findings]}
    plain["destroyed"] = [destroyed.as_json() for destroyed in done.destroyed]
    call.give(plain, "\n".join(finding.text(call.lang) for finding in findings))
    call.steps(dict.fromkeys(step for finding in findings for step in finding.next))
    if any(finding.details for finding in findings) and not call.args.json:
        call.say(_NAMES)
    return Exit.DAMAGED if done.damage else Exit.OK


def _say_destroyed(call: Call, done: Checked) -> None:
    by_minutes: dict[str, list[str]] = {}
    for destroyed in done.destroyed:
        by_minutes.setdefault(f"{destroyed.number}, {destroyed.disposal}", []).append(destroyed.case)
    if by_minutes:
        parts = (f"{', '.join(cases)} (nomor {minutes})" for minutes, cases in by_minutes.items())
        call.say(
            N_("Destroyed by minutes, so not looked for: {cases}."),
            cases="; ".join(parts),
        )


def _number(call: Call, value: float) -> str:
    return f"{value:.1f}" if call.lang == "en" else f"{value:.1f}".replace(".", ",")


def _say_read(call: Call, done: Checked) -> None:
    size = done.size / 1e6
    call.say(
        _READ, objects=done.objects, of_objects=done.of_objects, arrivals=done.arrivals, of_arrivals=done.of_arrivals,
        entries=done.entries, size=_number(call, size), seconds=_number(call, done.seconds), speed=f"{done.speed / 1e6:.0f}",
    )  # fmt: skip
    if done.case:
        call.say(_NOT_READ, objects=done.of_objects - done.objects, arrivals=done.of_arrivals - done.arrivals)


def _say_proven(call: Call, session: Session, findings: Sequence[Finding]) -> None:
    page = proven_until(session, findings)
    if page is None:
        call.say(_NOT_PROVEN)
    else:
        day = date.fromisoformat(page.signed)
        call.say(
            N_("Proved up to entry {n} (page {page}, signed on {day})."),
            n=page.n,
            page=page.id,
            day=long_date(day) if call.lang == "id" else page.signed,
        )


def rebuild(call: Call) -> int:
    """Build the database again from archive and arrivals."""
    with progress_bar("rebuild") as tell:
        counts = build(
            call.settings,
            actor_of(call),
            lambda done, total: tell("rebuild", done, total),
            lambda count: call.say(_GOES_ON, count=count),
        )
    call.say(_BUILT, **counts)
    call.say(_NOT_BUILT)
    return call.give(counts)


@contextmanager
def progress_bar(
    part: str, *columns: ProgressColumn, total: float | None = None
) -> Iterator[Callable[..., None]]:
    """The yielded function takes part, done and total."""
    console = Console(file=sys.stderr)
    shown = columns or (MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        *shown,
        console=console,
        disable=not console.is_terminal,
    ) as bar:
        task = bar.add_task(part, total=total, speed="")
        yield lambda part, done, total=total, **more: bar.update(
            task, description=part, completed=done, total=total, **more
        )


@contextmanager
def _speed_shown() -> Iterator[Callable[[verify_state.Progress], None]]:
    begun = monotonic()
    columns = (MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.fields[speed]}"))
    with progress_bar("arsip", *columns) as tell:

        def step(done: verify_state.Progress) -> None:
            if done.part != "arsip":
                tell(done.part, done.done, done.total)
                return
            size = done.size / 1e6
            speed = f"{size:.0f} MB, {size / max(monotonic() - begun, 0.001):.0f} MB/s"
            tell(done.part, done.done, done.total, speed=speed)

        yield step


_HEAD_PROVEN = N_(
    "It fits. That is the hash of entry {n} ({at}); all entries up to {n} are what they were "
    "when it was printed."
)
_HEAD_BROKEN = N_(
    "That is the hash of entry {n}, but the chain before it is broken at entry {broken}. Run: rangkap verify"
)
_HEAD_SLIP = N_(
    "It does not fit, but it is like the hash of entry {n}: group {groups} differs. Check what "
    "you typed; if the paper really says so, the register was changed."
)
_HEAD_UNKNOWN = N_(
    "No entry has that hash. If it is typed rightly and not the hash of the “riwayat” "
    "below, entries up to that page were changed or removed: keep the paper, enter nothing, "
    "and restore from the backup."
)
_HEAD_OF_ACT = N_(
    "It fits. That is the hash of act {n} of the history; unless rangkap verify names the "
    "history, all acts up to {n} are what they were when it was printed."
)


def head(call: Call, session: Session) -> int:
    """Whether the typed hash is that of an entry or an act."""
    head_check = check_head(session, call.args.head)
    call.say(_head_said(call, head_check))
    call.give(
        {
            "proven": head_check.is_proven,
            "n": head_check.entry.n if head_check.entry else None,
            "near": head_check.near.n if head_check.near else None,
            "groups": list(head_check.groups),
        }
    )
    return Exit.OK if head_check.is_proven else Exit.DAMAGED


def _head_said(call: Call, head_check: HeadCheck) -> str:
    if head_check.entry is not None:
        at = moment(head_check.entry.at, call.settings.zone)
        broken = head_check.broken[0].n if head_check.broken else 0
        return (_HEAD_BROKEN if broken else _HEAD_PROVEN).fill(
            call.lang, n=head_check.entry.n, at=at, broken=broken
        )
    if head_check.act:
        return _HEAD_OF_ACT.fill(call.lang, n=head_check.act)
    if head_check.near is not None:
        groups = ", ".join(map(str, head_check.groups))
        return _HEAD_SLIP.fill(call.lang, n=head_check.near.n, groups=groups)
    return _HEAD_UNKNOWN.fill(call.lang)
