"""``rangkap inform``: the victim is reached by the safe route, in her hours (step 5)."""

from __future__ import annotations

from pathlib import Path

from pipeline.cases.fields import informing
from pipeline.cases.values import text
from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import answered
from pipeline.kernel.text import Next, Text
from pipeline.office.base.fresh import with_version
from pipeline.office.cases import inform as office
from pipeline.office.cases import inform_print
from pipeline.office.cases.contact_why import CHANGED, why_no_more

_ROUTE = Text("Jalur aman kasus {case}: {ways}.  Jam: {hours}.  Sekarang: {now}.  Nomor: {number}",
              "Safe route of case {case}: {ways}.  Hours: {hours}.  Now: {now}.  Number: {number}")  # fmt: skip
_NOT_NOW = Text("JANGAN menghubungi sekarang: {now}.", "Do NOT make contact now: {now}.")
_UNREAD = Text(
    "Jam yang diizinkan tidak dapat dibaca mesin. Baca sendiri sebelum menghubungi; di luar jam itu jangan menghubungi. "
    "Tulis jamnya dengan jelas (“sebelum pukul 17.00”): rangkap clarify {case}",
    "The allowed hours cannot be read. Read them before any contact; outside them make none. Write them clearly "
    "(“sebelum pukul 17.00”): rangkap clarify {case}",
)
_TRIED = Text(
    "Korban kasus {case} belum diberi tahu; percobaan dicatat: {outcome}.",
    "The victim of case {case} has not been told; the attempt is recorded: {outcome}.",
)
_TOLD = Text(
    "Korban kasus {case} sudah diberi tahu; keinginannya dicatat: {wish}.",
    "The victim of case {case} has been told; her wish is recorded: {wish}.",
)
_PRINTED = Text("Siap dicetak: {file}. Lembar itu tidak menyebut apa pun tentang perkaranya.",
                "Ready to print: {file}. The slip says nothing of the matter.")  # fmt: skip


def inform(call: Call) -> int:
    """Show the safe route, print the slip, or record an attempt with her wish and consent."""
    desk, number = desk_of(call), call.args.case
    if call.args.to:
        path = inform_print.put_out(desk, number, Path(call.args.to).absolute())
        call.say(_PRINTED, file=path)
        return call.give({"file": str(path)}, str(path))
    answers = call.answers()
    if call.args.look or answers is None:
        route = (office.look if call.args.look else office.to_record)(desk, number)
        plain = route.plain()
        told = {
            **plain,
            "ways": ", ".join(route.ways),
            "hours": route.hours or "-",
            "number": plain["number"] or "-",
        }
        if call.args.look:
            return call.give(plain, _ROUTE.fill(call.lang, **told))
        call.say(_ROUTE, **told)
        why, places = why_no_more(route.case.values, held=route.held)
        call.say(why, **{name: one.fill(call.lang) for name, one in places.items()})
        call.say(CHANGED)
        call.steps([Next("clarify", number)])
        if route.is_timed and route.now == office.UNREAD:
            call.say(_UNREAD, case=number)
        elif route.is_timed and route.now not in (office.NOT_SAID, office.WITHIN):
            call.say(_NOT_NOW, now=route.now)
        answers = with_version(route.case, answered(call, desk, None, office.questions(route)))
    case = office.record(desk, number, answers)
    outcome = str(answers.get("informed_outcome", ""))
    wish = text(case.values, "victim_wish")
    call.say(_TOLD if outcome == informing.TOLD else _TRIED, case=number, outcome=outcome, wish=wish)
    plain = {"case": number, "outcome": outcome, "wish": wish}
    return call.give(plain, number)
