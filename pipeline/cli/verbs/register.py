"""``rangkap register``: steps 1–4, by prompt or by prepared answers; who may stand in an earlier case is asked."""

from collections.abc import Callable, Mapping
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.fields.proposals import Proposal
from pipeline.cases.fields.table import REGISTRATION
from pipeline.cases.values import text
from pipeline.cli.at_it import at_it
from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal, say
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import answered, confirm, typed
from pipeline.cli.verbs.phone import offer_password, tell_script
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.lookup.kinds import Arrival
from pipeline.office.base import reported_sender
from pipeline.office.base.desk import Desk
from pipeline.office.cases import crisis
from pipeline.office.cases import register as step
from pipeline.office.cases.add_letter import add_letter
from pipeline.office.cases.earlier import ANSWER, Decision
from pipeline.office.engine.perform import perform

_PHONE = {"channel": Proposal("channel", "telepon", 1.0)}
Save = Callable[[Mapping[str, Any]], Case]
Add = Callable[[str, Mapping[str, Any]], Case]
_ASKING = Text(
    "Surat masuk {agenda}: tulis nomor agenda ini pada surat.",
    "Arrival {agenda}: write this number on the letter.",
)
_KNOWN = Text(
    "Mungkin sudah terdaftar sebagai {cases}; tetap daftarkan? (ya/tidak)",
    "It may be registered already as {cases}; register it all the same? (yes/no)",
)
_ANOTHER = Text(
    "Pengaduan lain: “not_a_duplicate”: true dalam berkas jawaban.",
    "Another complaint: “not_a_duplicate”: true in the answers file.",
)
_DECIDED = Text(
    "Keputusan dalam berkas jawaban: “earlier_cases”: {{{rows}}} dengan “sama”, “lain” atau “tidak tahu”.",
    "Decisions in the answers file: “earlier_cases”: {{{rows}}} with “sama” (the same), “lain” (another) or "
    "“tidak tahu” (don't know).",
)
_ADDED = Text("Surat {agenda} ditambahkan ke kasus {case}.", "Letter {agenda} was added to case {case}.")
_UNREAD = Text(
    "Surat ini belum selesai dibaca, jadi baru sebagian isian diusulkan, atau belum ada. Isi sendiri, atau Ctrl-C dan "
    "ulangi sebentar lagi; surat dibaca di belakang layar selama Rangkap berjalan (rangkap start).",
    "This letter is not wholly read yet, so few fields or none are proposed. Fill them in, or Ctrl-C and try again "
    "in a moment; the worker reads while the office runs (rangkap start).",
)
_ON_PAPER = Text(
    "Tulis nomor kasus pada suratnya. Berikutnya, oleh ketua: rangkap verify-report {case}",
    "Write the case number on the letter. Next, by the chair: rangkap verify-report {case}",
)
_OF_CALL = Text(
    "Catatan teleponnya bernomor agenda {agenda}; cetak dengan: rangkap call {case} --to DIR. Berikutnya, oleh ketua: "
    "rangkap verify-report {case}",
    "Its record has the agenda number {agenda}; print it with: rangkap call {case} --to DIR. Next, by the chair: "
    "rangkap verify-report {case}",
)
_HIGH = Text(
    "RISIKO TINGGI: pindah ke SOP krisis sekarang. Ambil alih: rangkap take-crisis {case}; lembarnya: rangkap crisis {case} "
    "--to DIR. Suratnya menyusul.",
    "HIGH RISK: over to the crisis procedure now. Take it: rangkap take-crisis {case}; its sheet: rangkap crisis {case} --to DIR. "
    "The letter follows.",
)


def register(call: Call) -> int:
    """Register an arrival, or a phone call with ``--channel phone``."""
    desk = desk_of(call)
    answers, is_phone = call.answers(), call.args.channel == "phone"
    if is_phone and answers is None and is_terminal():
        tell_script(call, desk)
    if is_phone:
        return _phone_call(call, desk, answers)
    arrival = step.pick(desk, call.args.item)
    return tell(call, desk, register_item(call, desk, arrival, answers))


def _phone_call(call: Call, desk: Desk, answers: Mapping[str, Any] | None) -> int:
    """Ask what was said, and register the call."""
    is_asked = answers is None
    given = answered(call, desk, answers, REGISTRATION, proposals=_PHONE)
    case = _save(call, given, lambda each: perform(step.register_call, desk, "", each).case, asks=is_asked)
    status = tell(call, desk, case)
    if is_asked and is_terminal():
        offer_password(call, desk, case.number)
    return status


def register_item(call: Call, desk: Desk, arrival: Arrival, answers: Mapping[str, Any] | None) -> Case:
    """Ask for the metadata of ``arrival`` (or take ``answers``) and register it; meanwhile the others see who has it."""
    with at_it(call, desk, arrival.id):
        return _registered(call, desk, arrival, answers)


def _registered(call: Call, desk: Desk, arrival: Arrival, answers: Mapping[str, Any] | None) -> Case:
    proposals = step.propose(desk, arrival)
    if answers is None:
        call.say(_ASKING, agenda=arrival.agenda)
        if not arrival.reading:
            call.say(_UNREAD)
    if arrival.note:
        call.say(arrival.note)
    given = answered(call, desk, answers, REGISTRATION, proposals=proposals)

    def save(each: Mapping[str, Any]) -> Case:
        return perform(step.register_arrival, desk, arrival.id, each).case

    def add(number: str, each: Mapping[str, Any]) -> Case:
        return perform(add_letter, desk, number, each, arrival.id).case

    return _save(call, given, save, add, asks=answers is None)


def _save(call: Call, given: Mapping[str, Any], save: Save, add: Add | None = None, *, asks: bool) -> Case:
    """Save what was given; at a terminal a person says whether it is a duplicate, and who in it is known already.

    Where she says that it belongs to a case at work, it is added to that one.
    """
    while True:
        try:
            return save(given)
        except Refusal as known:
            if known.code == "office.maybe_known":
                if not asks:
                    call.say(_ANOTHER)
                if not (asks and confirm(_KNOWN.fill(call.lang, cases=known.fields["cases"]), call.lang)):
                    raise
                given = {**given, step.NOT_A_DUPLICATE: True, ANSWER: {}}
                continue
            if known.code != "office.people_known":
                raise
            if not asks:
                say_how_to_answer(call, known)
                raise
            said, case = decide(call, known, given.get(ANSWER, {}), may_add=add is not None)
            if add and case:
                return add(case, given)
            given = {**given, ANSWER: said}


def say_how_to_answer(call: Call, known: Refusal) -> None:
    """Say how the answers file tells whether a person is the same as in an earlier case."""
    rows: list[tuple[str, str, bool]] = list(known.fields["rows"])  # type: ignore[call-overload]
    call.say(_DECIDED, rows=", ".join(f"“{case}”: “lain”" for case, *_ in rows))


def tell(call: Call, desk: Desk, case: Case) -> int:
    """Say what was registered, or to which case a letter was added; first what is to be known of a sender who is held."""
    _say_held(call, desk, case)
    if case.further:
        call.say(_ADDED, agenda=case.further[-1].agenda, case=case.number)
    else:
        say_registered(call, case)
    return call.give(
        {"case": case.number, "register_number": case.register_number, "agenda": list(case.agenda)},
        case.number,
    )


def _say_held(call: Call, desk: Desk, case: Case) -> None:
    held = reported_sender.said(desk, case)
    if held:
        call.say(held)


def say_registered(call: Call, case: Case) -> None:
    """Say under which numbers a case was registered, and what comes next: with a high risk, at once."""
    call.say(step.register_call.words.done, case=case.number, register_number=case.register_number)
    if crisis.is_high(case.values):
        call.say(_HIGH, case=case.number)
    said = _OF_CALL if text(case.values, "channel") == "phone" else _ON_PAPER
    call.say(said, case=case.number, agenda=", ".join(case.agenda))


_MAYBE = Text(
    "\nMungkin sudah ada dalam kasus lain. Tidak ada yang digabungkan; keputusan Anda dicatat.",
    "\nMay stand in another case already. Nothing is joined; your decision is written down.",
)
_CHOICES = Text("  1 sama   2 lain   3 tidak tahu", "  1 the same   2 another   3 don't know")
_ASK = Text("Orang yang sama? ", "The same person? ")
_WRONG = Text(
    "Ketik 1, 2, atau 3 (sama, lain, tidak tahu).", "Type 1, 2 or 3 (the same, another, don't know)."
)
_ADD_TO = Text(
    "Kasus {case} masih berjalan. Tambahkan surat ini ke kasus itu, tanpa membuka kasus baru? (ya/tidak)",
    "Case {case} is at work. Add this letter to it, without opening a new case? (yes/no)",
)
_WORDS = {
    **{str(number): one for number, one in enumerate(Decision, 1)},
    **{one.value: one for one in Decision},
}


def decide(
    call: Call, known: Refusal, before: Mapping[str, Any], *, may_add: bool
) -> tuple[dict[str, Any], str]:
    """Return, by case, what a person said about each case that ``known`` names, laid over ``before``.

    With it the case at work to which the letter is to be added instead, or nothing.
    """
    found = dict(before)
    rows: list[tuple[str, str, bool]] = list(known.fields["rows"])  # type: ignore[call-overload]
    say(_MAYBE.fill(call.lang))
    for case, told, is_at_work in rows:
        say(f"\n{told}\n{_CHOICES.fill(call.lang)}")
        given = typed(_ASK.fill(call.lang), lambda text: _no_decision(text, call.lang))
        found[case] = str(_WORDS[given.strip().lower()])
        is_offered = may_add and is_at_work and found[case] == Decision.SAME
        if is_offered and confirm(_ADD_TO.fill(call.lang, case=case), call.lang):
            return found, case
    return found, ""


def _no_decision(given: str, lang: str) -> str | None:
    return None if given.strip().lower() in _WORDS else _WRONG.fill(lang)
