"""``rangkap erasure``: requests to erase personal data, their answers, and the restriction of access."""

from __future__ import annotations

from pipeline.cases.erasure import GROUNDS
from pipeline.cases.fields.decisions import fields
from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.pages import moment, typed
from pipeline.cli.prompts import answered, ask_reason
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.office.base.desk import Desk
from pipeline.office.cases import erasure as office
from pipeline.office.cases.erasure_requests import version_of

_RECORDED = Text(
    "Permintaan tentang kasus {case} dicatat. {waits}. Ketua menjawab dengan: rangkap erasure grant {case}, atau "
    "rangkap erasure refuse {case} --ground DASAR",
    "The request about case {case} is recorded. {waits}. The chair answers with: rangkap erasure grant {case}, or "
    "rangkap erasure refuse {case} --ground GROUND",
)
_GRANTED = Text(
    "Permintaan dikabulkan; akses kasus {case} dibatasi mulai sekarang. Kalimat untuk surat: rangkap erasure letter {case}",
    "The request is granted; access to case {case} is restricted from now on. Words for the letter: "
    "rangkap erasure letter {case}",
)
_REFUSED = Text(
    "Permintaan tentang kasus {case} ditolak: {ground}. Kalimat untuk surat: rangkap erasure letter {case}",
    "The request about case {case} is refused: {ground}. Words for the letter: rangkap erasure letter {case}",
)
_LIFTED = Text(
    "Pembatasan akses kasus {case} dicabut; langkahnya dapat diteruskan: rangkap show {case}",
    "The restriction of case {case} is lifted; it can go on: rangkap show {case}",
)
_WHY = {
    "grant": Text("Alasan mengabulkan", "Reason for granting"),
    "refuse": Text("Alasan menolak", "Reason for refusing"),
    "lift": Text("Alasan mencabut pembatasan", "Reason for lifting the restriction"),
}
_NONE = Text("Tidak ada permintaan penghapusan.", "There is no request for erasure.")


def erasure(call: Call) -> int:
    """Record a request, answer it, lift a restriction, or show the requests and the words of an answer."""
    action, desk = call.args.action, desk_of(call)
    if action == "list":
        return _list(call, desk)
    if not call.args.case:
        raise Refusal("cli.case_needed", action=action)
    if action == "record":
        return _record(call, desk)
    if action == "letter":
        text = office.letter(desk, call.args.case)
        return call.give({"case": call.args.case, "text": text}, text)
    return _decide(call, desk, action)


def _list(call: Call, desk: Desk) -> int:
    found = list(map(typed, office.listed(desk)))
    if not found:
        call.say(_NONE)
    zone = call.settings.zone
    lines = [
        f"{one['case']}  {moment(one['received'], zone)}  {one['by']}: {one['asked']}  "
        f"{one['waits'] or one['outcome']}{'; akses dibatasi' if one['restricted'] else ''}"
        for one in found
    ]
    return call.give(found, "\n".join(lines))


def _record(call: Call, desk: Desk) -> int:
    number, answers = call.args.case, call.answers()
    office.to_record(desk, number)
    office.record(desk, number, answered(call, desk, answers, fields(desk.today)))
    row = next(one for one in office.rows(desk) if one["case"] == number)
    waits = row["waits"][0].upper() + row["waits"][1:]
    call.say(_RECORDED, case=number, waits=waits)
    return call.give(typed(row))


def _decide(call: Call, desk: Desk, action: str) -> int:
    number, ground = call.args.case, call.args.ground or ""
    read = version_of(number)
    if action == "lift":
        office.to_lift(desk, number)
    else:
        office.to_answer(desk, number)
    if action == "refuse" and not ground:
        office.refuse(desk, number, ground, "")
    reason = ask_reason(_WHY[action].fill(call.lang), call.lang)
    if action == "grant":
        office.grant(desk, number, reason, read)
        call.say(_GRANTED, case=number)
    elif action == "refuse":
        office.refuse(desk, number, ground, reason, read)
        call.say(_REFUSED, case=number, ground=GROUNDS[ground].fill(call.lang))
    else:
        office.lift(desk, number, reason, read)
        call.say(_LIFTED, case=number)
    return call.give({"case": number, "action": action, "ground": ground})
