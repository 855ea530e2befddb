"""The papers of a destruction: the list while open, the minutes once approved."""

import io
from datetime import date
from pathlib import Path

from pipeline.kernel import clock
from pipeline.kernel.clock import long_date
from pipeline.kernel.files import need_folder, write_durably
from pipeline.kernel.ids import in_groups
from pipeline.lookup import visible
from pipeline.office.base.retention import KEEPERS
from pipeline.office.base.session import Session, need_role
from pipeline.records import history
from pipeline.records.disposals import Disposal, DisposalState
from pipeline.register.books import Edition
from pipeline.register.disposal_print import DISPOSAL, Minutes, write_minutes
from pipeline.register.printed import write_pdf


def put(session: Session, disposal: str, target: Path) -> list[Path]:
    """The list, once approved the minutes too; the look is noted."""
    need_role(session, "dispose print", KEEPERS)
    listed, folder = visible.disposal(session, disposal), need_folder(target)
    history.log_access(clock.now(), session.actor, "dispose_print", listed.id)
    files = {f"daftar-usul-musnah-{listed.id}.pdf": _list(session, listed)}
    if listed.state in (DisposalState.APPROVED, DisposalState.DESTROYING, DisposalState.DESTROYED):
        files[f"berita-acara-pemusnahan-{listed.id}.pdf"] = _minutes(session, listed)
    for name, data in files.items():
        write_durably(folder / name, data)
    return [folder / name for name in files]


def _list(session: Session, disposal: Disposal) -> bytes:
    settings, out = session.settings, io.BytesIO()
    now = clock.now().astimezone(settings.zone)
    rows = (
        {
            "no": str(place),
            "code": row.code,
            "series": row.series,
            "case": row.case,
            "register_number": row.register_number,
            "since_date": row.since,
            "until_date": row.until,
            "documents": str(row.documents),
            "security": row.security,
            "remarks": row.event
            + (
                f"; isi dokumen yang pernah salah berkas tetap ada dalam arsip {', '.join(row.remains)}"
                if row.remains
                else ""
            ),
        }
        for place, row in enumerate(disposal.cases, 1)
    )
    edition = Edition(
        settings["kantor.nama"],
        f"Daftar {disposal.id}, dibuat {long_date(disposal.made_at.astimezone(settings.zone).date())}; kode pemeriksa {disposal.digest}",
        f"Keadaan: {disposal.state}, {now:%d-%m-%Y pukul %H.%M}",
        f"Daftar {disposal.id} · akun {session.actor.account}",
        settings["surat.kertas"],
    )
    write_pdf(out, DISPOSAL, rows, edition)
    return out.getvalue()


def _minutes(session: Session, disposal: Disposal) -> bytes:
    settings, out = session.settings, io.BytesIO()
    years = sorted({case.case[:4] for case in disposal.cases})
    minutes = Minutes(
        office=settings["kantor.nama"],
        place=settings["kantor.tempat"],
        disposal=disposal.id,
        digest=in_groups(disposal.digest),
        cases=len(disposal.cases),
        documents=sum(case.documents for case in disposal.cases),
        years=years[0] if len(years) == 1 else f"{years[0]} sampai {years[-1]}",
        approval=disposal.approval["number"],
        approval_day=long_date(date.fromisoformat(disposal.approval["day"])),
        paper=settings["surat.kertas"],
        remains=", ".join(sorted({name for case in disposal.cases for name in case.remains})),
    )
    write_minutes(out, minutes)
    return out.getvalue()
