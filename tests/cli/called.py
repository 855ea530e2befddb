"""Every verb as it is called about one case: what the tests of sight, log and roles are generated from.

A declared act that stands in none of the tables is called as it is declared. Any other verb that is new fails the tests until
somebody says which it is.
"""

from dataclasses import dataclass

from pipeline.kernel.people import Role
from pipeline.office.acts import ACTS
from pipeline.office.engine.declare import Thing
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, OFFICER


@dataclass(frozen=True)
class Called:
    """A verb about a case: who may call it, the words after it, and what is typed.

    ``stage`` is where it gives something to read (empty: it writes, and is called here to be refused only).
    """

    verb: str
    account: str
    words: tuple[str, ...]
    stage: str = ""
    typed: str = "alasan"


def _called(verb: str, account: str, words: str, stage: str = "", typed: str = "alasan") -> Called:
    return Called(verb, account, tuple(words.split()), stage, typed)


_CALLED: tuple[Called, ...] = (
    _called("find", CLERK, "{case}", "registered"),
    _called("find", CLERK, "{agenda}", "registered"),
    _called("find", CLERK, "{letter}", "approved"),
    _called("show", CLERK, "{case}", "registered"),
    _called("show", OFFICER, "{case} --reveal", "registered"),
    _called("show", ARCHIVIST, "{case}", "registered"),
    _called("code", CLERK, "{letter}", "approved"),
    _called("register", CLERK, "{agenda} --answers {empty}"),
    _called("add-letter", CLERK, "{case} {waiting} --answers {empty}"),
    _called("add-call", CLERK, "{case} --answers {empty}"),
    _called("join-arrivals", CLERK, "{agenda} {waiting}"),
    _called("split-arrival", CLERK, "{agenda} 1 2"),
    _called("strike-arrival", CLERK, "{agenda} salah-pindai"),
    _called("unstrike-arrival", CLERK, "{agenda}"),
    _called("merge-case", CHAIR, "{case} 2026-0002"),
    _called("merge-case", CHAIR, "2026-0002 {case}"),
    _called("unmerge-case", CHAIR, "{case}"),
    _called("divide-case", CHAIR, "{case} surat-masuk-1.pdf --answers {empty}"),
    _called("record-clarification", OFFICER, "{case} --answers {empty}"),
    _called("draft", OFFICER, "{case} --answers {empty}"),
    _called("ask", OFFICER, "{case} --answers {empty}"),
    _called("review", CHAIR, "{case} --show {to}", "drafted"),
    _called("approve-letter", CHAIR, "{case}"),
    _called("return-letter", CHAIR, "{case}"),
    _called("take-edited", CHAIR, "{case}"),
    _called("leave-edited", CHAIR, "{case}"),
    _called("edited", OFFICER, "{case} --to {to}", "drafted"),
    _called("print", CLERK, "{case} --to {to}", "approved"),
    _called("declare-copy-sent", CLERK, "{case}"),
    _called("confirm-statement", CHAIR, "{case}"),
    _called("refuse-statement", CHAIR, "{case}"),
    _called("void-letter", CHAIR, "{letter}"),
    _called("enter-number", CLERK, "{case} --answers {empty}"),
    _called("enter-number", CLERK, "{letter} --answers {empty}"),
    _called("form", CLERK, "pendaftaran {case} --to {to}", "registered"),
    _called("form", CLERK, "amplop {case} --to {to}", "approved"),
    _called("match-scan", CLERK, "{agenda} {letter}"),
    _called("accept-scan", CLERK, "{agenda} {letter}"),
    _called("put-scan-aside", CLERK, "{agenda}"),
    _called("record-delivery", CLERK, "{case} --answers {empty}"),
    _called("send", CLERK, "{case} --to {to} --answers {empty}"),
    _called("record-late-delivery", CLERK, "{case} --answers {empty}"),
    _called("report", OFFICER, "{case}", "filed"),
    _called("close-case", CHAIR, "{case} --answers {empty}"),
    _called("reopen-case", CHAIR, "{case}"),
    _called("record-simfoni", CLERK, "{case} --answers {empty}"),
    _called("verify-report", CHAIR, "{case}"),
    _called("return-report", CHAIR, "{case}"),
    _called("assign-officer", CHAIR, "{case} identifikasi"),
    _called("print-sheet", CLERK, "{case} disposisi --to {to}", "registered"),
    _called("record-decision", CLERK, "{sheet} --answers {empty}"),
    _called("signature", CLERK, "{letter}"),
    _called("signature", CLERK, "{agenda}"),
    _called("confirm-signature", CHAIR, "{agenda}"),
    _called("move-document", CLERK, "{case} surat-masuk-1.pdf 2026-0002"),
    _called("record-erasure", CLERK, "{case} --answers {empty}"),
    _called("grant-erasure", CHAIR, "{case}"),
    _called("refuse-erasure", CHAIR, "{case} pidana"),
    _called("lift-restriction", CHAIR, "{case}"),
    _called("erasure-letter", CLERK, "{case}"),
    _called("copy", CLERK, "{case}", "registered"),
    _called("propose-copy", CLERK, "{case} surat-masuk-1.pdf"),
    _called("change-copy", CLERK, "{case} --answers {empty}"),
    _called("drop-copy", CLERK, "{case}"),
    _called("submit-copy", CLERK, "{case}"),
    _called("approve-copy", CHAIR, "{case}"),
    _called("print-copy", CLERK, "{case} --to {to}"),
    _called("return-copy", CHAIR, "{case}"),
    _called("hand-over-copy", CLERK, "{case} --answers {empty}"),
    _called("withdraw-copy", CHAIR, "{case}"),
    _called("shred-copy", CLERK, "{case}"),
    _called("place-hold", ARCHIVIST, "{case}"),
    _called("lift-hold", CHAIR, "{case}"),
    _called("void-case", CLERK, "{case}"),
    _called("hand-over", ARCHIVIST, "{case} --to {to} --minutes 045/BA"),
    _called("verify", ARCHIVIST, "--case {case}"),
    _called("conflicts", CHAIR, "{case}", "registered"),
    _called("record-conflict", CHAIR, "{case} arsip rekan"),
    _called("declare-conflict", CLERK, "{case} rekan"),
    _called("lift-conflict", CHAIR, "{case} arsip"),
    # of the telephone, of danger, and of steps 5 and 8
    _called("call", CLERK, "{case} --to {to}"),
    _called("set-password", CLERK, "{case}"),
    _called("withdraw-password", CLERK, "{case}"),
    _called("crisis", CHAIR, "{case}"),
    _called("take-crisis", CHAIR, "{case}"),
    _called("declare-crisis", CHAIR, "{case}"),
    _called("inform-victim", CLERK, "{case} --answers {empty}"),
    _called("safe-contact", CLERK, "{case}", "registered"),
    _called("study-language", OFFICER, "{case} --answers {empty}"),
    _called("transcribe-document", OFFICER, "{case} surat-masuk-1.pdf"),
    _called("acknowledge-danger", CLERK, "{case}"),
    _called("decide-sender", CHAIR, "{case} terlapor"),
    _called("start-clock", CLERK, "{case} --answers {empty}"),
    _called("answer-clock", CLERK, "polisi-{case} --answers {empty}"),
)
_ACCOUNTS = {
    Role.CLERK: CLERK,
    Role.OFFICER: OFFICER,
    Role.CHAIR: CHAIR,
    Role.ARCHIVIST: ARCHIVIST,
    Role.ADMIN: ADMIN,
}
LISTS: tuple[Called, ...] = (
    _called("todo", CLERK, "", "approved"),
    _called("numbers", CLERK, "", "approved"),
    _called("find", CLERK, "--people", "registered", "Siti"),
    _called("export", ARCHIVIST, "register --purpose arsip", "approved"),
    _called("export", ARCHIVIST, "agenda-masuk --purpose arsip", "approved"),
    _called("export", ARCHIVIST, "agenda-keluar --purpose arsip", "approved"),
    _called("export", ARCHIVIST, "ekspedisi --purpose arsip", "approved"),
    _called("export", ARCHIVIST, "disposisi --purpose arsip", "approved"),
    _called("recap", ARCHIVIST, "--month 2026-11 --days 0", "approved"),
    _called("dispose", ARCHIVIST, "list", "approved"),
    _called("holds", ARCHIVIST, "", "approved"),
    _called("erasures", CLERK, "", "approved"),
    _called("clock", CLERK, "--all", "approved"),
)
"""The verbs that list cases one by one, and the books."""
_NO_CASE = frozenset({
    "init", "start", "watch", "worker", "web", "cert", "read", "page", "archive", "rebuild", "import-register", "confirm-clock",
    "mandate", "add-holidays", "remove-holiday", "record-mandate", "end-mandate", "users", "backup", "restore", "recovery-sheet", "keys", "upgrade", "migrate-database", "migrate-store", "doctor", "templates",
    "metrics",
    "explain", "enquire", "propose-disposal", "approve-disposal", "withdraw-disposal", "destroy-disposal",
})  # fmt: skip
"""The verbs that name no case: they run the machine or the register as a whole, or take in what has no case yet.

``enquire`` answers a caller by the agreed password and is tested where it stands.
"""
_FURTHER = tuple(act for act in ACTS if act.command not in {call.verb for call in _CALLED} | _NO_CASE)
ABOUT_A_CASE: tuple[Called, ...] = (
    *_CALLED,
    *(
        _called(
            act.command,
            next(account for role, account in _ACCOUNTS.items() if role in act.roles),
            f"{{{'case' if act.thing is Thing.CASE else 'agenda'}}} --answers {{empty}}",
        )
        for act in _FURTHER
        if act.thing in (Thing.CASE, Thing.ARRIVAL)
    ),
)
NO_CASE = _NO_CASE | {act.command for act in _FURTHER if act.thing in (Thing.OFFICE, Thing.DISPOSAL)}
