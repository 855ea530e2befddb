"""``rangkap conflict`` and ``sender``: an account is blocked from a case by a conflict of interest; whether a sender is the reported person."""

from __future__ import annotations

from typing import Any

from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.decisions import CHOSEN, REASON
from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask, ask_reason
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.office.base import conflict as office
from pipeline.office.base import reported_sender

_WHY = Text("Alasan (apa hubungannya)", "Reason (what the relation is)")
_WHY_LIFT = Text("Alasan halangan dicabut", "Reason why the block is lifted")
_BLOCKED = Text(
    "Akun {account} terhalang dari kasus {case}: bagi akun itu kasus ini tidak ada lagi.",
    "Account {account} is blocked from case {case}: for that account the case is no longer there.",
)
_ALSO = Text(
    "Juga dari yang digabung dengannya atau dibagi darinya: {cases}.",
    "Also from what was merged with it or divided from it: {cases}.",
)
_UNMANNED = Text(
    "Tidak ada lagi {role} yang dapat menangani kasus {case}. Untuk ketua: catat wakil dengan rangkap mandate; untuk yang "
    "lain: tambahkan akun dengan rangkap users add.",
    "Nobody who is {role} can handle case {case} any more. For a chair: record a deputy with rangkap mandate; for others: "
    "add an account with rangkap users add.",
)
_LIFTED = Text(
    "Halangan akun {account} dari kasus {case} dicabut.",
    "The block of account {account} from case {case} is lifted.",
)
_NOBODY = Text("Tidak ada akun yang terhalang dari kasus ini.", "No account is blocked from this case.")


def conflict(call: Call) -> int:
    """Block an account from a case, lift that, or list who is blocked."""
    desk, number, account = desk_of(call), call.args.case, call.args.blocked
    if not account:
        found = office.listed(desk, number)
        if not found:
            call.say(_NOBODY)
        return call.give([_plain(one) for one in found], "\n".join(map(_line, found)))
    if call.args.lift:
        office.to_lift(desk, number, account)
        office.lift(desk, number, account, ask_reason(_WHY_LIFT.fill(call.lang), call.lang))
        call.say(_LIFTED, account=account, case=number)
        return call.give({"case": number, "account": account, "blocked": False}, number)
    office.to_record(desk, number, account)
    made = office.record(
        desk, number, account, call.args.relation or "", ask_reason(_WHY.fill(call.lang), call.lang)
    )
    call.say(_BLOCKED, account=account, case=number)
    if made.also:
        call.say(_ALSO, cases=", ".join(made.also))
    for role in made.unmanned:
        call.say(_UNMANNED, role=role.value, case=number)
    return call.give(_plain(made) | {"blocked": True, "also": list(made.also)}, number)


def _plain(one: office.Block) -> dict[str, Any]:
    return {
        "case": one.case,
        "account": one.account,
        "relation": one.relation,
        "since": one.since.isoformat(),
        "by": one.by,
        "reason": one.reason,
        "unmanned": [each.value for each in one.unmanned],
    }


def _line(one: office.Block) -> str:
    relation = office.RELATIONS[one.relation].id if one.relation in office.RELATIONS else one.relation
    return f"{one.account}  {relation}, sejak {short_day(one.since.date())}, menurut {one.by}: {one.reason}"


_WHY_SENDER = reported_sender.QUESTIONS[1].label
_SENDER_DONE = Text("Keputusan tentang pengirim kasus {case} dicatat: {decision}.",
             "The decision about the sender of case {case} is recorded: {decision}.")  # fmt: skip


def sender(call: Call) -> int:
    """Record it, asked where ``--is`` does not say it; the history keeps who, when and why."""
    desk, number, decision = desk_of(call), call.args.case, call.args.decision
    reported_sender.look(desk, number)
    if decision:
        why = ask_reason(_WHY_SENDER.fill(call.lang), call.lang)
    elif is_terminal():
        answers = ask(reported_sender.QUESTIONS, {}, desk.today, desk.places, call.lang)
        decision, why = str(answers[CHOSEN]), str(answers[REASON])
    else:
        raise Refusal("cli.needs_decision")
    reported_sender.decide(desk, number, decision, why)
    call.say(_SENDER_DONE, case=number, decision=reported_sender.DECISIONS[decision].fill(call.lang))
    return call.give({"case": number, "decision": decision}, number)
