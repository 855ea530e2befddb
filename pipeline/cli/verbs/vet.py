"""``rangkap vet`` and ``assign``: the report is read and verified (step 6), its officer named or replaced (step 7)."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason, chosen
from pipeline.kernel.commands import commands_of
from pipeline.kernel.people import Actor, Role
from pipeline.kernel.text import Exit, Text
from pipeline.office.base.desk import Desk, steps
from pipeline.office.cases import assign as assigning
from pipeline.office.cases import loads
from pipeline.office.cases.vet import Report, look
from pipeline.office.cases.vet import vet as verified

_HEAD = Text("Kelengkapan kasus {case}, didaftarkan oleh {by}    risiko {risk}    kewenangan {authority}",
             "Completeness of case {case}, registered by {by}    risk {risk}    authority {authority}")  # fmt: skip
_SUM = Text(
    "{there} ada, {missing} belum ada ({required} wajib).",
    "{there} there, {missing} missing ({required} required).",
)
_OPEN, _THERE, _NEITHER = "✗", "✓", "–"
_ASK = Text("s terverifikasi   k kembalikan   n nanti", "s verified   k return   n later")
_WRONG = Text("Ketik s, k, atau n.", "Type s, k or n.")
_LATER = Text(
    "Tidak ada yang dicatat. Nanti: rangkap vet {case}", "Nothing was recorded. Later: rangkap vet {case}"
)
_WHY = Text("Alasan", "Reason")
_VETTED = Text("Kasus {case} terverifikasi. Berikutnya: {next}", "Case {case} is verified. Next: {next}")
_RETURNED = Text(
    "Kasus {case} dikembalikan kepada petugas penerima, yang melengkapinya: rangkap clarify {case}",
    "Case {case} was returned to its clerk, who completes it: rangkap clarify {case}",
)
_LOAD = Text("  {account}: {load}", "  {account}: {load}")
_CHOOSE = Text(
    "Tidak ada yang dicatat. Tentukan dengan: rangkap assign {case} AKUN",
    "Nothing was recorded. Name one with: rangkap assign {case} ACCOUNT",
)
_REPLACES = Text("Alasan mengganti petugas {before}", "Reason for replacing the officer {before}")
_ASSIGNED = Text("Kasus {case} ditangani oleh {officer}. Berikutnya, oleh petugas itu: {next}",
                 "Case {case} is handled by {officer}. Next, by that officer: {next}")  # fmt: skip
_REPLACED = Text("Kasus {case} beralih dari {before} kepada {officer}. Berikutnya, oleh petugas itu: {next}",
                 "Case {case} passes from {before} to {officer}. Next, by that officer: {next}")  # fmt: skip


def vet(call: Call) -> int:
    """Show what is there and what is missing; then verify the report, or return it with a reason (step 6)."""
    desk = desk_of(call)
    report = look(desk, call.args.case)
    _show(call, report)
    accepted = not call.args.send_back
    if accepted and is_terminal() and not call.args.json:
        call.say(_ASK)
        choice = chosen("skn", _WRONG, call.lang)
        if choice == "n":
            call.say(_LATER, case=report.case.number)
            return Exit.OK
        accepted = choice == "s"
    return _record(call, desk, report, accepted=accepted)


def _show(call: Call, report: Report) -> None:
    case, rows = report.case, report.checked
    call.say(
        _HEAD, case=case.number, by=case.registered_by, risk=report.risk or "-", authority=report.authority
    )
    for one in rows:
        label, state = one.label.fill(call.lang).rstrip("?"), one.state.fill(call.lang)
        mark = _OPEN if one.is_open else _THERE if one.is_there else _NEITHER
        call.say(f"  {mark} {label}: {state}")
    missing = [one for one in rows if one.is_open]
    required = sum(one.required for one in missing)
    call.say(_SUM, there=sum(one.is_there for one in rows), missing=len(missing), required=required)


def _record(call: Call, desk: Desk, report: Report, *, accepted: bool) -> int:
    reason = "" if accepted else ask_reason(_WHY.fill(call.lang), call.lang)
    case = verified(desk, report.case.number, accepted=accepted, reason=reason, read=report.case.version)
    call.say(_VETTED if accepted else _RETURNED, case=case.number, next=commands_of(steps(case, desk.actor)))
    missing = [one.field for one in report.checked if one.is_open]
    plain = {"case": case.number, "state": case.state.value, "accepted": accepted, "missing": missing}
    return call.give(plain, case.number)


def _loads(call: Call, desk: Desk, number: str) -> int:
    found = loads.look(desk, number)
    for one in found:
        call.say(_LOAD, account=one.account, load=one.load.fill(call.lang))
    call.say(_CHOOSE, case=number)
    return call.give([one.to_json() for one in found])


def assign(call: Call) -> int:
    """Name the officer of a case; where another handles it already, ask why (step 7). Without an officer, tell who has what load."""
    desk, number, officer = desk_of(call), call.args.case, call.args.officer
    if not officer:
        return _loads(call, desk, number)
    seen = assigning.present(desk, number)
    before = seen.officer
    is_new = officer in assigning.officers(desk.settings) and officer != before
    reason = ask_reason(_REPLACES.fill(call.lang, before=before), call.lang) if before and is_new else ""
    case = assigning.assign(desk, number, officer, instruction=reason, seen=seen)
    then = commands_of(steps(case, Actor(officer, frozenset({Role.OFFICER}))))
    call.say(_REPLACED if before else _ASSIGNED, case=number, officer=officer, before=before, next=then)
    plain = {"case": number, "state": case.state.value, "officer": officer, "before": before}
    return call.give(plain, number)
