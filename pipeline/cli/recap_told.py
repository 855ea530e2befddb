"""A recap on the terminal: its tables below one another, numbers to the right."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.register.recap_report import TITLE, Block, Report, shown


def told(report: Report) -> str:
    """Return the whole recap as text."""
    lines = [TITLE, report.office, report.heading(), report.state(), report.mark(), "", *report.notes()]
    for block in report.blocks():
        lines += ["", *_block(block)]
    return "\n".join(lines)


def _block(block: Block) -> Iterator[str]:
    yield block.title
    rows = [(title, [shown(cell) for cell in cells]) for title, cells in block.rows]
    label = max((len(title) for title, _ in rows), default=0)
    widths = [max(6, *(len(line[at]) for line in (block.columns, *(cells for _, cells in rows))))
              for at in range(len(block.columns))]  # fmt: skip
    for title, cells in (("", block.columns), *rows):
        yield f"  {title:<{label}}  " + "  ".join(
            f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True)
        )
    yield from (f"  {note}" for note in block.notes)
