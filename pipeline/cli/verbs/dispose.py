"""``rangkap dispose`` and ``holds``: which cases are over, the list of those to be destroyed, its approval, the destruction; what is held back from it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.cases.fields.days import read_day, short_day
from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal, line
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask_reason, typed
from pipeline.cli.verbs.prove import progress_bar
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.lookup.kinds import Disposal, DisposalState
from pipeline.office.base.desk import Desk
from pipeline.office.base.retention import BY_ITSELF
from pipeline.office.disposal import destroy as destruction
from pipeline.office.disposal import dispose as office
from pipeline.office.disposal import hold as holding
from pipeline.register.chain import in_groups

_WHY = Text("Alasan daftar dicabut", "Reason why the list is withdrawn")
_APPROVAL = (
    Text("Nomor surat persetujuan pemusnahan", "Number of the written approval"),
    Text("Tanggal surat persetujuan", "Day of the written approval"),
)
_MINUTES = (
    Text("Nomor berita acara pemusnahan", "Number of the minutes of the destruction"),
    Text("Tanggal berita acara", "Day of the minutes"),
)
_PROPOSED = Text(
    "Daftar {list}: {count} kasus diusulkan musnah. Cetak: rangkap dispose print {list} --to DIR. Sesudah ada persetujuan "
    "tertulis, ketua mengetik: rangkap dispose approve {list}",
    "List {list}: {count} cases are proposed for destruction. Print it: rangkap dispose print {list} --to DIR. Once the "
    "written approval is there, the chair types: rangkap dispose approve {list}",
)
_APPROVED = Text(
    "Persetujuan atas daftar {list} dicatat. Cetak berita acaranya (rangkap dispose print {list} --to DIR), tandatangani "
    "bersama dua saksi, lalu: rangkap dispose destroy {list}",
    "The approval of the list {list} is recorded. Print its minutes (rangkap dispose print {list} --to DIR), sign them "
    "with two witnesses, then: rangkap dispose destroy {list}",
)
_WITHDRAWN = Text(
    "Daftar {list} dicabut; kasusnya tetap disimpan.", "List {list} is withdrawn; its cases stay."
)
_DESTROYED = Text(
    "{count} kasus dimusnahkan menurut berita acara nomor {number} (daftar {list}). Cadangan yang lebih tua masih memuatnya "
    "sampai dihapus: beri tahu admin (cadangan.simpan_hari, rangkap backup --thin). Pindaian dan cetakan di luar Rangkap "
    "dimusnahkan sendiri.",
    "{count} cases were destroyed by the minutes number {number} (list {list}). Older backups still hold them until they "
    "are forgotten: tell the admin (cadangan.simpan_hari, rangkap backup --thin). Scans and prints outside Rangkap are "
    "yours to destroy.",
)
_SHARED = Text(
    "Pindaian gabungan {scans} juga memuat halaman kasus lain, jadi tetap disimpan sampai semua kasusnya dimusnahkan.",
    "The batch scans {scans} hold pages of other cases too, so they stay until all their cases are destroyed.",
)
_SURE = Text(
    "{count} kasus dalam daftar {list} akan dihapus seutuhnya dan tidak dapat dikembalikan. Ketik nomor daftar itu untuk "
    "meneruskan",
    "The {count} cases of the list {list} will be removed for good. Type the number of the list to go on",
)


def dispose(call: Call) -> int:
    """Do what was asked for with the lists."""
    desk = desk_of(call)
    return {
        "list": _list,
        "propose": _propose,
        "print": _print,
        "approve": _approve,
        "withdraw": _withdraw,
        "destroy": _destroy,
    }[call.args.action](call, desk)


def _list(call: Call, desk: Desk) -> int:
    """Show one list; without its number how each case stands, and all lists."""
    if call.args.list:
        one = office.get(desk, call.args.list)
        lines = [_head(one), *(f"  {each.case}  {each.register_number}" for each in one.cases)]
        return call.give(_plain(one), "\n".join(lines))
    standings, lists = office.look(desk, call.args.year), office.lists(desk)
    plain = {"cases": [_standing(one) for one in standings], "lists": [_plain(one) for one in lists]}
    lines = [_said(one) for one in plain["cases"]] or ["Tidak ada kasus."]
    lines += ["", "Daftar", *(f"  {_head(one)}" for one in lists)] if lists else []
    return call.give(plain, "\n".join(lines))


def _propose(call: Call, desk: Desk) -> int:
    one = office.propose(desk, call.args.year)
    call.say(_PROPOSED, list=one.id, count=len(one.cases))
    return call.give(_plain(one), one.id)


def _print(call: Call, desk: Desk) -> int:
    name = _named(call, " --to /media/usb")
    if not call.args.to:
        raise Refusal("cli.dispose_options", action="print", what="--to DIR", more=" --to /media/usb")
    from pipeline.office.disposal import dispose_print

    paths = dispose_print.put(desk, name, Path(call.args.to))
    return call.give({"list": name, "files": [str(one) for one in paths]}, "\n".join(map(str, paths)))


def _approve(call: Call, desk: Desk) -> int:
    one = office.to_approve(desk, _named(call))
    after = office.approve(desk, one.id, _paper(call, desk, _APPROVAL))
    call.say(_APPROVED, list=one.id)
    return call.give(_plain(after), after.id)


def _withdraw(call: Call, desk: Desk) -> int:
    name = _named(call)
    office.get(desk, name)
    after = office.withdraw(desk, name, ask_reason(_WHY.fill(call.lang), call.lang))
    call.say(_WITHDRAWN, list=after.id)
    return call.give(_plain(after), after.id)


def _destroy(call: Call, desk: Desk) -> int:
    one = destruction.to_destroy(desk, _named(call))
    minutes = None
    if one.state == DisposalState.APPROVED:
        minutes = _paper(call, desk, _MINUTES)
        _need_sure(call, one)
    with progress_bar() as bar:
        task = bar.add_task("musnah", total=None)
        done = destruction.destroy(
            desk, one.id, minutes, lambda count, total: bar.update(task, completed=count, total=total)
        )
    after = done.disposal
    call.say(_DESTROYED, list=after.id, count=len(after.cases), number=after.minutes["number"])
    if done.shared:
        call.say(_SHARED, scans=", ".join(done.shared))
    return call.give(_plain(after) | {"shared_scans": list(done.shared)}, after.id)


def _named(call: Call, more: str = "") -> str:
    if not call.args.list:
        raise Refusal("cli.dispose_options", action=call.args.action, what="nomor daftar", more=more)
    return str(call.args.list)


def _paper(call: Call, desk: Desk, asked: tuple[Text, Text]) -> office.Paper:
    """Ask for number and day of a paper; without a terminal they are the two lines of standard input."""
    try:
        if is_terminal():
            number, day = (line(f"{one.fill(call.lang)}: ", "", lambda _: None) for one in asked)
        else:
            number, _, day = sys.stdin.read().strip().partition("\n")
    except (KeyboardInterrupt, EOFError):
        raise Refusal("cli.abandoned") from None
    found = read_day(day.strip(), desk.today)
    return office.Paper(number if found else "", found or desk.today)


def _need_sure(call: Call, one: Disposal) -> None:
    """On a terminal, let the number of the list be typed once more."""
    if is_terminal():
        question = _SURE.fill(call.lang, count=len(one.cases), list=one.id)
        if typed(f"{question}: ").strip().upper() != one.id:
            raise Refusal("cli.abandoned")


def _plain(one: Disposal) -> dict[str, Any]:
    return {
        "list": one.id,
        "state": str(one.state),
        "digest": one.digest,
        "made_by": one.made_by,
        "approval": dict(one.approval),
        "minutes": dict(one.minutes),
        "cases": [
            {
                "case": each.case,
                "register_number": each.register_number,
                "code": each.code,
                "since": each.since,
                "until": each.until,
                "documents": each.documents,
                "inventory_sha512": each.inventory_sha512,
                "object": each.object,
                "remains": list(each.remains),
            }
            for each in one.cases
        ],
    }


def _standing(one: office.Standing) -> dict[str, Any]:
    found = one.retention
    return {
        "case": found.case,
        "code": found.code,
        "security": found.security,
        "fate": found.fate,
        "event": found.event,
        "since": found.since.isoformat() if found.since else "",
        "until": found.until.isoformat() if found.until else "",
        "held": found.is_held,
        "over": not one.reason,
        "reason": one.reason,
    }


def _said(one: dict[str, Any]) -> str:
    days = f"selesai {_day(one['since'])}" if one["since"] else ""
    days += f", disimpan sampai {_day(one['until'])}" if one["until"] else ""
    parts = (
        one["case"],
        one["code"],
        days,
        f"→ {one['reason'] or 'masa simpan habis, dapat diusulkan musnah'}",
    )
    return "  ".join(part for part in parts if part)


def _head(one: Disposal) -> str:
    return f"{one.id}  {one.state}  {len(one.cases)} kasus  sidik {in_groups(one.digest)}"


def _day(written: str) -> str:
    return short_day(date.fromisoformat(written))


_NONE_HELD = Text("Tidak ada kasus yang pemusnahannya ditangguhkan.", "No case is under a legal hold.")


def holds(call: Call) -> int:
    """List the cases under a legal hold."""
    found = holding.listed(desk_of(call))
    zone = call.settings.zone
    plain = [
        {"case": one.case, "since": one.since.astimezone(zone).date().isoformat(), "by": one.by}
        for one in found
    ]
    lines = [
        f"{one['case']}  ditangguhkan sejak {_day(one['since'])}  "
        + (f"oleh {one['by']}" if one["by"] else BY_ITSELF)
        for one in plain
    ]
    return call.give(plain, "\n".join(lines) or _NONE_HELD.fill(call.lang))
