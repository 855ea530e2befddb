"""Step 13 on paper: neutral receipt and envelope; the safe contact is checked again."""

from collections.abc import Mapping
from pathlib import Path

from pipeline.cases.delivery import SENT
from pipeline.cases.values import Values, day, text
from pipeline.kernel.clock import long_date
from pipeline.kernel.files import need_folder, put_files
from pipeline.office.base import fresh
from pipeline.office.base.desk import Desk
from pipeline.office.base.own_office import need_own
from pipeline.office.cases.inform import need_consent
from pipeline.office.delivery import deliver
from pipeline.office.delivery.deliver import Standing
from pipeline.office.letters.matter import values_of
from pipeline.office.papers import forms
from pipeline.records import boot
from pipeline.records.sheets import Sheet

RECEIPT = "tanda-terima-surat"


def put_out(desk: Desk, number: str, target: Path, answers: Mapping[str, object]) -> tuple[Sheet, list[Path]]:
    """Put the receipt, and for post the envelope, into ``target``.

    The dispatch book is written before a file is there. Raises Stale.
    """
    need_own(desk.settings)
    now = deliver.to_send(desk, number)
    need_consent(now.case, values_of(now.case, now.letter))
    values = deliver.checked(
        desk, now, fresh.need(desk, now.case, answers), deliver.fields_to_send(desk, now)
    )
    folder = need_folder(target)
    one = now.dispatch or deliver.new_dispatch(desk, now.letter)
    papers = {RECEIPT: forms.receipt(desk, RECEIPT, one, "Tanda terima surat", _fields(now, values))}
    if text(values, "way") in SENT:  # the safe contact is checked once more there
        papers["amplop"] = forms.filled(desk, "amplop", now.case, now.letter)
    suffix, files = forms.laid_out(desk, list(papers.values()))
    forms.need_still_there(desk, number)
    with boot.transact():
        after = deliver.leaves(desk, now, one, values)
    named = zip(papers, files, strict=True)
    return after, put_files(folder, ((f"{one.id}-{name}.{suffix}", data) for name, data in named))


def _fields(now: Standing, values: Values) -> dict[str, str]:
    """No office number, no name, no kind of case."""
    when = day(values, "delivered_day")
    return {
        "surat": now.letter.id,
        "tanggal_surat": long_date(now.letter.day) if now.letter.day else "",
        "cara": text(values, "way"),
        "dikeluarkan": long_date(when) if when else "",
    }
