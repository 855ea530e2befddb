"""A recap on the terminal: its tables below one another, numbers to the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.register.recap import Table
from pipeline.register.recap_report import SUPPRESSED, TITLE, Report

_WIDEST = 8
"""Columns beyond which a table is told by its sums; the files hold it whole."""
_LABEL = 58


def told(report: Report) -> str:
    """Return the whole recap as text."""
    lines = [TITLE, report.office, report.heading, report.state, report.mark, "", *report.notes]
    for table in report.tables:
        lines += ["", *_table(table)]
    if report.has_times:
        lines += ["", *_times(report), *_differences(report)]
    if report.old:
        lines += ["", "REGISTER LAMA (dari buku kertas)"]
        for table in report.old:
            lines += ["", *_table(table)]
    return "\n".join(lines)


def _table(table: Table) -> Iterator[str]:
    yield f"{table.title} (satuan: {table.unit})"
    is_whole = len(table.columns) <= _WIDEST
    columns = table.columns if is_whole else table.columns[-1:]
    places = range(len(table.columns)) if is_whole else [len(table.columns) - 1]
    heads = [title for _, title in columns]
    label = min(_LABEL, max(len(one.title) for one in table.rows))
    widths = [max(6, len(one)) for one in heads]
    if len(columns) > 1:
        yield f"  {'':<{label}}  {_cells(heads, widths)}"
    for one in table.rows:
        yield f"  {one.title:<{label}}  {_cells([_shown(one.cells[place]) for place in places], widths)}"
    if table.total is not None:
        yield f"  {'Jumlah':<{label}}  {_cells([_shown(table.total[place]) for place in places], widths)}"
    if not is_whole:
        yield "  (rincian menurut kolom ada di XLSX, PDF, dan JSON)"
    if table.note:
        yield f"  {table.note}"


def _cells(words: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(f"{one:>{width}}" for one, width in zip(words, widths, strict=True))


def _shown(cell: int | None) -> str:
    return SUPPRESSED if cell is None else str(cell)


def _times(report: Report) -> Iterator[str]:
    yield "Waktu penanganan (satuan: kasus yang mempunyai kedua saat)"
    yield f"  {'':<{_LABEL}}   Kasus    Median       p90"
    for one in (*report.elapsed, *report.desk):
        middle, ninety = ("-" if number is None else f"{number:.1f}" for number in (one.median, one.ninety))
        within = "" if one.within is None else f"; sampai 15 menit: {one.within}"
        yield f"  {f'{one.step}. {one.title}':<{_LABEL}}  {one.count:>6}  {middle:>8}  {ninety:>8} {one.unit}{within}"
    yield from (f"  {one}" for one in report.time_notes)


def _differences(report: Report) -> Iterator[str]:
    if report.before is None:
        return
    yield ""
    yield f"Perubahan sejak rekap {report.before:%d-%m-%Y pukul %H.%M} untuk penerima yang sama"
    if not report.differences:
        yield "  Tidak ada."
    for one in report.differences:
        yield f"  {one.table}: {one.row}: {one.before} -> {one.now} ({one.now - one.before:+d})"
