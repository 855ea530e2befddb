"""The chair is absent: who signs instead, by which letter of assignment (SOP step 11). Recorded by chair or
admin, never by a mandate.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.kernel import clock
from pipeline.kernel.clock import long_date
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import Next, Text
from pipeline.office.base.absences import ENDED, PREFIX, RECORDED, recorded
from pipeline.office.base.desk import READERS, Desk, need_own_role, need_reason, need_role
from pipeline.records import boot, history, numbers
from pipeline.settings.signatories import Absence, Signatory, stands_for

RECORDERS = frozenset({Role.CHAIR, Role.ADMIN})


@dataclass(frozen=True)
class Asked:
    """An absence to be recorded; days are inclusive."""

    absent: str
    deputy: str
    since: date
    until: date
    letter: str
    dated: date


def record(desk: Desk, asked: Asked, reason: str) -> Absence:
    """Record an absence, for a ``reason``."""
    need_own_role(desk, "mandate", RECORDERS)
    need_reason(reason)
    with boot.transact():
        if wrong := next(_wrong(desk, asked), None):
            raise Refusal("office.mandate_refused", reason_id=wrong.id, reason_en=wrong.en)
        before = next((one for one in _meeting(asked) if one.absent == asked.absent), None)
        if before:
            raise Refusal(
                "office.mandate_refused",
                reason_id=f"masa itu sudah tercatat pada {before.id}; akhiri dahulu yang itu.",
                reason_en=f"that time is recorded in {before.id}; end that one first.",
            ).mended_by(Next("end-mandate", before.id))
        year = desk.today.year
        made = Absence(
            f"{PREFIX}{year}-{numbers.next_of(f'mandat/{year}')}",
            asked.absent,
            asked.deputy,
            asked.since,
            asked.until,
            f"Nomor {asked.letter.strip()} tanggal {long_date(asked.dated)}",
        )
        history.note(
            clock.now(),
            desk.actor,
            RECORDED,
            11,
            subject=made.id,
            absent=made.absent,
            deputy=made.deputy,
            since=made.since.isoformat(),
            until=made.until.isoformat(),
            mandate=made.mandate,
            reason=reason.strip(),
        )
    return made


def end(desk: Desk, given: str, reason: str) -> Absence:
    """End the absence called ``given`` from today on."""
    need_own_role(desk, "mandate", RECORDERS)
    need_reason(reason)
    with boot.transact():
        wanted = given.strip().upper()
        found = next((one for one in recorded() if one.id == wanted), None)
        if found is None or found.ended or found.until < desk.today:
            raise Refusal("office.no_mandate", given=given[:20])
        day = max(desk.today, found.since)
        history.note(
            clock.now(), desk.actor, ENDED, 11, subject=found.id, day=day.isoformat(), reason=reason.strip()
        )
    return next(one for one in recorded() if one.id == found.id)


def listed(desk: Desk) -> tuple[Absence, ...]:
    """Every absence, the oldest first."""
    need_role(desk, "mandate", READERS | RECORDERS)
    return recorded()


def _wrong(desk: Desk, asked: Asked) -> Iterator[Text]:
    signatories = desk.settings.signatories
    own = [one for one in signatories if not one.is_deputy and one.account]
    away = [one for one in own if one.account == asked.absent]
    if not away:
        yield Text(
            f"“{asked.absent}” bukan akun penandatangan. Yang ada: {_accounts(own)}.",
            f"“{asked.absent}” is no account of a signatory. There are: {_accounts(own)}.",
        )
    deputies = [one for one in signatories if one.is_deputy]
    rows = [one for one in deputies if one.account == asked.deputy]
    if not rows:
        yield Text(
            f"“{asked.deputy}” tidak tercantum pada daftar penandatangan sebagai wakil (a.n., Plt., Plh.). "
            f"Yang ada: {_accounts(deputies)}.",
            f"“{asked.deputy}” is not in the list of signatories as a deputy (a.n., Plt., Plh.). "
            f"There are: {_accounts(deputies)}.",
        )
    if rows and away and not any(stands_for(one, absent) for one in rows for absent in away):
        yield Text(
            f"“{asked.deputy}” mewakili jabatan lain pada daftar penandatangan.",
            f"“{asked.deputy}” represents another office in the list of signatories.",
        )
    if asked.deputy in {one.name for one in desk.settings.accounts if not one.roles}:
        yield Text("akun wakilnya dikunci.", "the deputy's account is locked.")
    if asked.deputy == asked.absent:
        yield Text("yang berhalangan tidak dapat mewakili dirinya.", "nobody can deputise for himself.")
    yield from _wrong_days(desk, asked, away, rows)
    if not asked.letter.strip() or len(asked.letter) > 80:
        yield Text(
            "nomor surat tugas harus diisi (paling banyak 80 huruf).",
            "the number of the letter of assignment is missing (at most 80 characters).",
        )


def _wrong_days(desk: Desk, asked: Asked, away: list[Signatory], rows: list[Signatory]) -> Iterator[Text]:
    if asked.until < asked.since:
        yield Text("hari terakhir lebih awal daripada hari pertama.", "the last day is before the first.")
    if asked.until < desk.today:
        yield Text("masa berhalangan itu sudah lewat.", "that absence is over.")
    if asked.dated > asked.since:
        yield Text(
            "surat tugas bertanggal sesudah hari pertama berhalangan.",
            "the letter of assignment is dated after the first day of the absence.",
        )

    def in_office(one: Signatory) -> bool:
        return one.in_office(asked.since) and one.in_office(asked.until)

    if not any(map(in_office, away)):
        yield Text(
            "yang berhalangan tidak menjabat pada seluruh masa itu (lihat “dari” dan “sampai”).",
            "the one who is absent is not in office for all that time (see “dari” and “sampai”).",
        )
    if not any(map(in_office, rows)):
        yield Text(
            "wakil tidak tercantum untuk seluruh masa itu (lihat “dari” dan “sampai”).",
            "the deputy is not in the table for all that time (see “dari” and “sampai”).",
        )
    for one in _meeting(asked):
        if asked.deputy == one.absent or asked.absent == one.deputy:
            yield Text(
                f"seorang wakil tidak diwakili lagi: {one.deputy} sudah mewakili {one.absent} pada masa itu ({one.id}).",
                f"nobody deputises for a deputy: {one.deputy} represents {one.absent} in that time ({one.id}).",
            )


def _meeting(asked: Asked) -> Iterator[Absence]:
    for one in recorded():
        last = one.until if one.ended is None else min(one.until, one.ended)
        is_past = one.ended is not None and one.ended <= asked.since
        if not is_past and one.since <= asked.until and asked.since <= last:
            yield one


def _accounts(rows: list[Signatory]) -> str:
    return ", ".join(dict.fromkeys(one.account for one in rows)) or "–"
