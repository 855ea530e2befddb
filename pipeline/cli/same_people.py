"""The clerk is shown who may stand in an earlier case, and says of each whether it is the same person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.cli.call import Call
from pipeline.cli.lines import say
from pipeline.cli.prompts import confirm, typed
from pipeline.kernel.errors import RangkapError, Text
from pipeline.office.cases.earlier import Decision

_HEAD = Text(
    "\nMungkin sudah ada dalam kasus lain. Tidak ada yang digabungkan; keputusan Anda dicatat.",
    "\nMay stand in another case already. Nothing is joined; your decision is written down.",
)
_CHOICES = Text("  1 sama   2 lain   3 tidak tahu", "  1 the same   2 another   3 don't know")
_ASK = Text("Orang yang sama? ", "The same person? ")
_WRONG = Text(
    "Ketik 1, 2, atau 3 (sama, lain, tidak tahu).", "Type 1, 2 or 3 (the same, another, don't know)."
)
_ADD = Text(
    "Kasus {case} masih berjalan. Tambahkan surat ini ke kasus itu, tanpa membuka kasus baru? (ya/tidak)",
    "Case {case} is at work. Add this letter to it, without opening a new case? (yes/no)",
)
_WORDS = {
    **{str(number): one for number, one in enumerate(Decision, 1)},
    **{one.value: one for one in Decision},
}


def decide(
    call: Call, known: RangkapError, before: Mapping[str, Any], *, may_add: bool
) -> tuple[dict[str, Any], str]:
    """Return, by case, what a person said about each case that ``known`` names, laid over ``before``.

    With it the case at work to which the letter is to be added instead, or nothing. Raises Abandoned on Ctrl-C.
    """
    found = dict(before)
    rows: list[tuple[str, str, bool]] = list(known.fields["rows"])  # type: ignore[call-overload]
    say(_HEAD.fill(call.lang))
    for case, told, is_at_work in rows:
        say(f"\n{told}\n{_CHOICES.fill(call.lang)}")
        given = typed(_ASK.fill(call.lang), lambda text: _wrong(text, call.lang))
        found[case] = str(_WORDS[given.strip().lower()])
        is_offered = may_add and is_at_work and found[case] == Decision.SAME
        if is_offered and confirm(_ADD.fill(call.lang, case=case), call.lang):
            return found, case
    return found, ""


def _wrong(given: str, lang: str) -> str | None:
    return None if given.strip().lower() in _WORDS else _WRONG.fill(lang)
