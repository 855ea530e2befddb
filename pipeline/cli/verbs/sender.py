"""``rangkap sender``: the chair decides whether a sender is the reported person of the same victim."""

from __future__ import annotations

from pipeline.cases.fields.decisions import CHOSEN, REASON
from pipeline.cli.call import Call, NeedsTerminal
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask, ask_reason
from pipeline.kernel.errors import Text
from pipeline.office.base import reported_sender

_WHY = reported_sender.QUESTIONS[1].label
_DONE = Text("Keputusan tentang pengirim kasus {case} dicatat: {decision}.",
             "The decision about the sender of case {case} is recorded: {decision}.")  # fmt: skip


class NeedsDecision(NeedsTerminal):
    """The decision cannot be asked here and was not given."""

    code = "cli.needs_decision"
    said = Text(
        "Tidak ada terminal untuk bertanya. Jalankan di terminal, atau berikan --is dan kirim alasannya melalui masukan standar.",
        "There is no terminal to ask on. Run it on a terminal, or give --is and send the reason on standard input.",
    )


def sender(call: Call) -> int:
    """Record it, asked where ``--is`` does not say it; the history keeps who, when and why."""
    desk, number, decision = desk_of(call), call.args.case, call.args.decision
    reported_sender.look(desk, number)
    if decision:
        why = ask_reason(_WHY.fill(call.lang), call.lang)
    elif is_terminal():
        answers = ask(reported_sender.QUESTIONS, {}, desk.today, desk.places, call.lang)
        decision, why = str(answers[CHOSEN]), str(answers[REASON])
    else:
        raise NeedsDecision
    reported_sender.decide(desk, number, decision, why)
    call.say(_DONE, case=number, decision=reported_sender.DECISIONS[decision].fill(call.lang))
    return call.give({"case": number, "decision": decision}, number)
