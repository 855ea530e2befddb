"""A recap as a file (XLSX, PDF, JSON), and exported recaps of many offices added up.

The exports lie in one folder and are proved whole first. The sum is never published: beside each office's
own recap it would reveal suppressed numbers.
"""

import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import need_folder, write_durably
from pipeline.kernel.text import N_, Text
from pipeline.office.base.session import Session, need_role
from pipeline.office.bookkeeping import purposes, recap_cases
from pipeline.office.bookkeeping.books import Period
from pipeline.office.bookkeeping.recap import EDITIONS, VERB, Asked, Recipient, bounds, make, period
from pipeline.records import boot, history
from pipeline.register.recap_merged import Handed, added, offices, read
from pipeline.register.recap_pdf import write_pdf
from pipeline.register.recap_report import TITLE, Block, Report
from pipeline.register.recap_xlsx import write_xlsx

MERGED = "gabungan"
_MOST = 5_000_000
"""Bytes; an office's recap of a month has some 60,000."""


_WRITERS: Mapping[str, Callable[[IO[bytes], Report], object]] = {
    "xlsx": write_xlsx,
    "pdf": write_pdf,
    "json": lambda out, report: out.write(
        json.dumps(report.to_json(), ensure_ascii=False, indent=1).encode() + b"\n"
    ),
}


def written(report: Report, form: str) -> bytes:
    """A recap as a file."""
    made = io.BytesIO()
    _WRITERS[form](made, report)
    return made.getvalue()


def format_recap(report: Report) -> str:
    """The whole recap as text."""
    lines = [TITLE, report.office, report.heading(), report.state(), report.mark(), "", *report.notes()]
    for block in report.blocks():
        lines += ["", *_block(block)]
    return "\n".join(lines)


def _block(block: Block) -> Iterator[str]:
    yield block.title
    rows = block.printed()
    label = max((len(title) for title, _ in rows), default=0)
    widths = [max(6, *(len(line[at]) for line in (block.columns, *(cells for _, cells in rows))))
              for at in range(len(block.columns))]  # fmt: skip
    for title, cells in (("", block.columns), *rows):
        yield f"  {title:<{label}}  " + "  ".join(
            f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True)
        )
    yield from (f"  {note}" for note in block.notes)


def file_of(session: Session, asked: Asked) -> tuple[str, bytes]:
    """Name and bytes of a recap that goes out."""
    return name_of(asked), written(make(session, asked), asked.form)


def name_of(asked: Asked) -> str:
    """A recap's file name."""
    return f"rekap-{asked.period.name}-{EDITIONS[asked.recipient].word}.{asked.form}"


def put(session: Session, asked: Asked, target: Path) -> tuple[Path, Report]:
    """Put the recap into the folder ``target``."""
    path = need_folder(target) / name_of(asked)
    report = make(session, asked)
    write_durably(path, written(report, asked.form))
    return path, report


@dataclass(frozen=True)
class Merged:
    """An added-up recap, and what is missing."""

    report: Report
    missing: tuple[tuple[str, str], ...]


def merge(session: Session, asked: Asked, folder: Path, names: Path | None = None) -> Merged:
    """A folder's recaps; ``names`` lists the offices, one a line."""
    recipient = Recipient.PROVINCE if asked.recipient is Recipient.OFFICE else asked.recipient
    if recipient is Recipient.PUBLICATION:
        raise Refusal("register.merged_not_published")
    edition = EDITIONS[recipient]
    need_role(session, VERB, edition.makers)
    purposes.need_known(asked.purpose, "")
    listed, months = _listed(names), _months(asked.period, session.today)
    handed = _read(folder, asked.period, months, listed)
    known = listed or tuple(dict.fromkeys(recap.office for recap in handed))
    there = {(recap.office, recap.month) for recap in handed}
    missing = tuple((office, month) for office in known for month in months if (office, month) not in there)
    since, until = bounds(asked.period)
    now, purpose = clock.now(), asked.purpose or edition.purpose
    moment = now.astimezone(session.settings.zone)
    tables, old = added(handed)
    detailed = sum(recap.detailed for recap in handed)
    report = Report(
        office=session.settings["kantor.nama"], period=asked.period.name,
        words=N_("{said}, added up").of(said=asked.period.label),
        since=since, until=until, at=moment, recipient=edition.word,
        recipient_words=edition.recipient, purpose=purposes.format_purpose(purpose), account=session.actor.account,
        paper=session.settings["surat.kertas"], place=session.settings["kantor.tempat"], cases=detailed,
        others=sum(recap.received for recap in handed) - detailed, is_public=False,
        tables=(offices(handed, {month: _named(month) for month in months}, frozenset(office for office, _ in missing)), *tables), old=old,
        signed=recap_cases.signed(session), merged=_files_as_plain(handed, missing), more=_notes(handed, known, missing),
    )  # fmt: skip
    with boot.transact():
        history.note(now, session.actor, VERB, 14, subject=asked.period.name, recipient=MERGED, purpose=purpose,
                     form=asked.form, figures={})  # fmt: skip
        history.log_access(now, session.actor, VERB, f"{asked.period.name} {MERGED}")
    return Merged(report, missing)


def put_merged(report: Report, form: str, target: Path) -> Path:
    """Put an added-up recap into the folder ``target``."""
    path = need_folder(target) / f"rekap-{MERGED}-{report.period}-{report.recipient}.{form}"
    write_durably(path, written(report, form))
    return path


def _months(asked: Period, today: date) -> tuple[str, ...]:
    since, until = bounds(asked)
    every = (date(since.year, month, 1) for month in range(since.month, until.month + 1))
    return tuple(f"{day:%Y-%m}" for day in every if day <= today)


def _listed(names: Path | None) -> tuple[str, ...]:
    if names is None:
        return ()
    try:
        lines = [line.strip() for line in names.read_text("utf-8").splitlines()]
    except (OSError, ValueError):
        raise Refusal("register.no_office_list", name=names.name) from None
    office_names = tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))
    if not office_names:
        raise Refusal("register.no_office_list", name=names.name)
    return office_names


def _read(folder: Path, asked: Period, months: Sequence[str], listed: Sequence[str]) -> list[Handed]:
    recaps: dict[tuple[str, str], Handed] = {}
    for path in sorted(folder.glob("*.json")):
        with path.open("rb") as source:
            recap = read(path.name, source.read(_MOST))
        if recap.month not in months:
            raise Refusal(
                "register.recap_other_month", name=recap.name, month=recap.month, period=asked.label
            )
        if listed and recap.office not in listed:
            raise Refusal("register.unlisted_office", name=recap.name, office=recap.office)
        if other := recaps.get((recap.office, recap.month)):
            raise Refusal(
                "register.recap_twice",
                one=other.name,
                other=recap.name,
                office=recap.office,
                month=recap.month,
            )
        recaps[recap.office, recap.month] = recap
    if not recaps:
        raise Refusal("register.no_recaps", folder=folder)
    return list(recaps.values())


def _files_as_plain(handed: Sequence[Handed], missing: Sequence[tuple[str, str]]) -> dict[str, object]:
    return {
        "files": [
            {"office": recap.office, "month": recap.month, "as_of": recap.as_of,
             "provisional": recap.is_provisional, "received": recap.received}
            for recap in handed
        ],
        "missing": [{"office": office, "month": month} for office, month in missing],
    }  # fmt: skip


def _notes(
    handed: Sequence[Handed], known: Sequence[str], missing: Sequence[tuple[str, str]]
) -> tuple[Text, ...]:
    whole = Text(
        *(
            sentence.format(count=len(handed), offices=len(known))
            for sentence in N_("Whole: {count} recaps of {offices} offices.")
        )
    )
    early = [(recap.office, recap.month) for recap in handed if recap.is_provisional]
    notes = [
        _with(N_("Missing: {names}."), missing) if missing else whole,
        *(
            [
                _with(
                    N_("Made before the month was over: {names}."),
                    early,
                )
            ]
            if early
            else []
        ),
    ]
    return (
        *notes,
        N_("Times cannot be added up and are left out."),
        N_("Holds small numbers: not to be published, nor a part of it."),
    )


def _with(text: Text, some: Sequence[tuple[str, str]]) -> Text:
    every = {office: [month for name, month in some if name == office] for office, _ in some}

    def names(place: int) -> str:
        parts = (
            f"{office} ({', '.join(_named(month)[place] for month in months)})"
            for office, months in every.items()
        )
        return "; ".join(parts)

    return Text(text.id.format(names=names(0)), text.en.format(names=names(1)))


def _named(month: str) -> Text:
    return period(month=month).label
