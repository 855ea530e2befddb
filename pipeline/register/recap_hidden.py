"""Suppression for publication: numbers under :data:`LEAST` are taken out so that nothing published gives them away.

In one list, further numbers are taken out (complementary suppression) until at least two are missing, which together are
LEAST or more, and are not bound to be all ones or all fours. Which number goes hangs on its place, never on how large
it is: the choice itself would tell of the numbers. In a table with columns the sums of rows and of columns are two
such lists; what stands inside is published whole, or, where one number of it is small, not at all. Zeros stay, but
where a whole table is taken out. Why: decisions/0034.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.register.recap import Table

LEAST = 5
_TWO = 2

Cells = tuple[int | None, ...]


def publish(tables: Iterable[Table], cases: int) -> tuple[Table, ...]:
    """Return ``tables`` as they may be published; where there are fewer than LEAST ``cases``, without any number."""
    return tuple(_emptied(one) if 0 < cases < LEAST else published(one) for one in tables)


def published(table: Table) -> Table:
    """Return ``table`` without the numbers that are small, and without those that would give them away."""
    whole = None if table.total is None else table.total[-1]
    if whole is not None and 0 < whole < LEAST:
        return _emptied(table)
    sums = shown([one.cells[-1] or 0 for one in table.rows])
    if len(table.columns) == 1:
        rows = tuple(replace(row, cells=(one,)) for row, one in zip(table.rows, sums, strict=True))
        return replace(table, rows=rows)
    if table.total is None:
        return _emptied(table)
    inside = [cell or 0 for one in table.rows for cell in one.cells[:-1]]
    if not any(map(is_small, inside)):
        return table
    below = shown([one or 0 for one in table.total[:-1]])
    rows = tuple(
        replace(row, cells=(*(_inside(one, other, whole) for other in below), one))
        for row, one in zip(table.rows, sums, strict=True)
    )
    return replace(table, rows=rows, total=(*below, whole))


def _inside(row: int | None, column: int | None, whole: int | None) -> int | None:
    """Return what the sums say of a number inside that is not published: where nothing or everything stands in a line."""
    if row == 0 or column == 0:
        return 0
    return row if column == whole else column if row == whole else None


def is_small(number: int) -> bool:
    """Tell whether ``number`` is too small to be published; zero is not."""
    return 0 < number < LEAST


def shown(numbers: Sequence[int]) -> Cells:
    """Return the ``numbers`` of one list, whose sum may be known, with None for those that are not published.

    After a small number the next one in the order of the list that is not zero goes with it, around to the first.
    """
    missing = [place for place, one in enumerate(numbers) if is_small(one)]
    if missing:
        for place in (*range(missing[-1] + 1, len(numbers)), *range(missing[-1])):
            if numbers[place] >= LEAST and not _is_open([numbers[one] for one in missing]):
                missing.append(place)
    return tuple(None if place in missing else one for place, one in enumerate(numbers))


def _is_open(missing: Sequence[int]) -> bool:
    """Tell whether numbers of which only the sum is known can be others."""
    count, total = len(missing), sum(missing)
    is_bound = max(missing) < LEAST and total in (count, (LEAST - 1) * count)
    return count >= _TWO and total >= LEAST and not is_bound


def _emptied(table: Table) -> Table:
    rows = tuple(replace(one, cells=(None,) * len(one.cells)) for one in table.rows)
    return replace(table, rows=rows, total=None if table.total is None else (None,) * len(table.total))
