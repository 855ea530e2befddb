"""``rangkap dispose`` and ``holds``."""

from pathlib import Path
from typing import Any

from pipeline.cli.call import Call
from pipeline.cli.open import session_of
from pipeline.cli.pages import day
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import in_groups
from pipeline.kernel.text import N_
from pipeline.lookup.kinds import Disposal
from pipeline.office.base.retention import BY_ITSELF
from pipeline.office.base.session import Session
from pipeline.office.disposal import dispose as office
from pipeline.office.disposal import dispose_print
from pipeline.office.disposal import hold as holding


def dispose(call: Call) -> int:
    """Shows or prints lists of cases to be destroyed."""
    session = session_of(call)
    return {"list": _list, "print": _print}[call.args.action](call, session)


def _list(call: Call, session: Session) -> int:
    if call.args.list:
        disposal = office.get(session, call.args.list)
        lines = [_head(disposal), *(f"  {case.case}  {case.register_number}" for case in disposal.cases)]
        return call.give(_plain(disposal), "\n".join(lines))
    standings, lists = office.look(session, call.args.year), office.lists(session)
    plain = {
        "cases": [_standing(standing) for standing in standings],
        "lists": [_plain(disposal) for disposal in lists],
    }
    lines = [_format_case(row) for row in plain["cases"]] or ["Tidak ada kasus."]
    lines += ["", "Daftar", *(f"  {_head(disposal)}" for disposal in lists)] if lists else []
    return call.give(plain, "\n".join(lines))


def _print(call: Call, session: Session) -> int:
    name = call.args.list
    if not (name and call.args.to):
        raise Refusal("cli.dispose_options")
    paths = dispose_print.put(session, name, Path(call.args.to))
    return call.give({"list": name, "files": [str(path) for path in paths]}, "\n".join(map(str, paths)))


def _plain(disposal: Disposal) -> dict[str, Any]:
    return {
        "list": disposal.id,
        "state": str(disposal.state),
        "digest": disposal.digest,
        "made_by": disposal.made_by,
        "approval": dict(disposal.approval),
        "minutes": dict(disposal.minutes),
        "cases": [
            {
                "case": case.case,
                "register_number": case.register_number,
                "code": case.code,
                "since": case.since,
                "until": case.until,
                "documents": case.documents,
                "inventory_sha512": case.inventory_sha512,
                "object": case.object,
                "remains": list(case.remains),
            }
            for case in disposal.cases
        ],
    }


def _standing(standing: office.Standing) -> dict[str, Any]:
    retention = standing.retention
    return {
        "case": retention.case,
        "code": retention.code,
        "security": retention.security,
        "fate": retention.fate,
        "event": retention.event,
        "since": retention.since.isoformat() if retention.since else "",
        "until": retention.until.isoformat() if retention.until else "",
        "held": retention.is_held,
        "over": not standing.reason,
        "reason": standing.reason,
    }


def _format_case(case: dict[str, Any]) -> str:
    days = f"selesai {day(case['since'])}" if case["since"] else ""
    days += f", disimpan sampai {day(case['until'])}" if case["until"] else ""
    parts = (
        case["case"],
        case["code"],
        days,
        f"→ {case['reason'] or 'masa simpan habis, dapat diusulkan musnah'}",
    )
    return "  ".join(part for part in parts if part)


def _head(disposal: Disposal) -> str:
    return f"{disposal.id}  {disposal.state}  {len(disposal.cases)} kasus  kode pemeriksa {in_groups(disposal.digest)}"


_NONE_HELD = N_("No case is under a legal hold.")


def holds(call: Call) -> int:
    """Show the cases under a legal hold."""
    cases = holding.listed(session_of(call))
    zone = call.settings.zone
    plain = [
        {"case": held.case, "since": held.since.astimezone(zone).date().isoformat(), "by": held.by}
        for held in cases
    ]
    lines = [
        f"{row['case']}  ditangguhkan sejak {day(row['since'])}  "
        + (f"oleh {row['by']}" if row["by"] else BY_ITSELF)
        for row in plain
    ]
    return call.give(plain, "\n".join(lines) or _NONE_HELD.fill(call.lang))
