"""``rangkap archive close``: a year that is over is fixed as it is."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason
from pipeline.cli.verbs.prove import progress_bar
from pipeline.kernel.errors import Text
from pipeline.office.keeping.close_year import close
from pipeline.register.chain import in_groups

_REASON = Text("Alasan menutup tahun tanpa semua lembar", "Reason for closing the year without all pages")
_CLOSED = Text(
    "Tahun {year} ditutup pada catatan ke-{n} ({cases} kasus), sebagai {object} dalam arsip. Sidik catatan terakhirnya: "
    "{head}",
    "The year {year} is closed at entry {n} ({cases} cases), as {object} in the archive. The hash of its last entry: "
    "{head}",
)
_MISSING = Text(
    "Tanpa lembar pengesahan: {pages}. Hal itu disebut dalam penutupan.",
    "Without a signed page: {pages}. The closing names them.",
)


def archive(call: Call) -> int:
    """Close a year."""
    desk, year = desk_of(call), call.args.year
    reason = ask_reason(_REASON.fill(call.lang), call.lang) if call.args.incomplete else ""
    with progress_bar() as bar:
        task = bar.add_task("verify", total=None)
        done = close(
            desk,
            year,
            incomplete=call.args.incomplete,
            reason=reason,
            progress=lambda step: bar.update(task, completed=step.done, total=step.total),
        )
    call.say(
        _CLOSED, year=year, n=done.head.n, cases=done.cases, object=done.id, head=in_groups(done.head.hash)
    )
    if done.missing:
        call.say(_MISSING, pages=", ".join(done.missing))
    plain = {
        "year": year,
        "object": done.id,
        "cases": done.cases,
        "head": {"n": done.head.n, "hash": done.head.hash},
        "missing_pages": list(done.missing),
    }
    return call.give(plain, done.id)
