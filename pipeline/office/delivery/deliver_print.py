"""Step 13 on paper: receipt and envelope, neutral; the safe contact is checked again."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.cases.delivery import SENT
from pipeline.cases.values import Values, day, text
from pipeline.kernel import ids
from pipeline.kernel.clock import long_date
from pipeline.kernel.files import need_folder, put_files
from pipeline.letters import forms as filling
from pipeline.letters.copies import mark_sheet
from pipeline.office.base import fresh
from pipeline.office.base.desk import Desk
from pipeline.office.base.own_office import need_own
from pipeline.office.cases.forms_case import office_fields
from pipeline.office.cases.inform import need_consent
from pipeline.office.delivery import deliver
from pipeline.office.delivery.deliver import Standing
from pipeline.office.letters.matter import values_of
from pipeline.office.letters.templates import need_clean
from pipeline.office.papers import forms
from pipeline.office.papers.forms_post import sender_lines
from pipeline.records import boot
from pipeline.records.sheets import Sheet
from pipeline.rendering.convert import to_pdf
from pipeline.rendering.errors import NoRenderer

RECEIPT = "tanda-terima-surat"


def put_out(desk: Desk, number: str, target: Path, answers: Mapping[str, object]) -> tuple[Sheet, list[Path]]:
    """Put the receipt, and the envelope if it is posted, into ``target``. What leaves is entered in the
    dispatch book before a file is there. Without LibreOffice they come as DOCX. Raises Stale.
    """
    need_own(desk.settings)
    now = deliver.to_send(desk, number)
    need_consent(now.case, values_of(now.case, now.letter))
    values = deliver.checked(
        desk, now, fresh.need(desk, now.case, answers), deliver.fields_to_send(desk, now)
    )
    folder = need_folder(target)
    need_clean(desk.settings, RECEIPT)
    one = now.dispatch or deliver.new_dispatch(desk, now.letter)
    papers = {RECEIPT: _receipt(desk, one, now, values)}
    if text(values, "way") in SENT:  # the safe contact is checked once more there
        papers["amplop"] = forms.filled(desk, "amplop", now.case, now.letter)
    files = _made(desk, papers)
    forms.need_still_there(desk, number)
    with boot.transact():
        after = deliver.leaves(desk, now, one, values)
    named = zip(papers, files, strict=True)
    return after, put_files(folder, ((f"{one.id}-{name}.{suffix}", data) for name, (suffix, data) in named))


def _receipt(desk: Desk, one: Sheet, now: Standing, values: Values) -> bytes:
    code = ids.read_code(one.code)
    assert code is not None
    return mark_sheet(
        filling.render(desk.settings, RECEIPT, _fields(desk, one, now, values)), code, "Tanda terima surat"
    )


def _fields(desk: Desk, one: Sheet, now: Standing, values: Values) -> dict[str, Any]:
    """No number of the office's, no name, no kind of case."""
    when = day(values, "delivered_day")
    return {
        **office_fields(desk),
        "pengirim": sender_lines(desk.settings),
        "nomor": one.id,
        "surat": now.letter.id,
        "tanggal_surat": long_date(now.letter.day) if now.letter.day else "",
        "cara": text(values, "way"),
        "dikeluarkan": long_date(when) if when else "",
        "tanggal_isi": "____________________",
    }


def _made(desk: Desk, docx: Mapping[str, bytes]) -> list[tuple[str, bytes]]:
    try:
        pdfs = to_pdf(
            list(docx.values()),
            accept_risk=desk.settings["masuk.tanpa_isolasi"],
            folder=desk.settings.var / "pdf",
        )
    except NoRenderer:
        return [("docx", one) for one in docx.values()]
    return [("pdf", one) for one in pdfs]
