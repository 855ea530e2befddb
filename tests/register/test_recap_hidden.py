"""What is published of a recap gives no small number away: by brute force over every table that could be meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.register.recap import Row, Table
from pipeline.register.recap_hidden import LEAST, publish, published

Cells = tuple[int, ...]


def one_list(numbers: Cells, *, adds_up: bool = True) -> Table:
    """Return a table of one column."""
    rows = tuple(Row(str(place), str(place), (number,)) for place, number in enumerate(numbers))
    return Table("t", "T", "kasus", (("jumlah", "Jumlah"),), rows, (sum(numbers),) if adds_up else None)


def crossed(numbers: Cells, width: int) -> Table:
    """Return a table of ``width`` columns and their sums, from its cells row by row."""
    lines = [numbers[start : start + width] for start in range(0, len(numbers), width)]
    rows = tuple(Row(str(place), str(place), (*one, sum(one))) for place, one in enumerate(lines))
    sums = tuple(map(sum, zip(*lines, strict=True)))
    columns = tuple((str(one), str(one)) for one in range(width + 1))
    return Table("t", "T", "korban", columns, rows, (*sums, sum(sums)))


def spots(table: Table) -> list[int | None]:
    """Return every number of a table, sums too."""
    return [cell for one in table.rows for cell in one.cells] + list(table.total or ())


def summing_to(total: int, count: int) -> Iterator[Cells]:
    """Yield every way to write ``total`` as ``count`` numbers."""
    if count == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in summing_to(total - first, count - 1):
            yield (first, *rest)


def need_doubt(made: list[Table]) -> int:
    """Among ``made``, whose published forms a reader cannot tell apart, every missing number must be open.

    The reader knows the method as well as the tables: this is the strongest one there can be. Returns how many
    published forms were compared.
    """
    alike: dict[tuple[int | None, ...], list[list[int | None]]] = defaultdict(list)
    for table in made:
        alike[tuple(spots(published(table)))].append(spots(table))
    for seen, meant in alike.items():
        for place, shown in enumerate(seen):
            if shown is None:
                assert len({one[place] for one in meant}) > 1, (seen, place, meant)
            else:
                assert shown == 0 or shown >= LEAST
    return len(alike)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_no_number_of_one_list_can_be_worked_out_even_by_who_knows_the_method(count: int) -> None:
    need_doubt([one_list(one) for total in range(19) for one in summing_to(total, count)])


@pytest.mark.parametrize(("count", "width", "most"), [(4, 2, 16), (6, 2, 11), (6, 3, 10)])
def test_no_number_of_a_crossed_table_can_be_worked_out(count: int, width: int, most: int) -> None:
    for total in range(LEAST, most + 1):
        need_doubt([crossed(one, width) for one in summing_to(total, count)])


@pytest.mark.parametrize("persons", [5, 6, 9])
def test_several_answers_of_as_many_persons_give_nothing_away(persons: int) -> None:
    """Each kind holds for at most all, and all of them stand somewhere."""
    kinds = [one for one in product(range(persons + 1), repeat=3) if sum(one) >= persons]
    need_doubt([one_list(one, adds_up=False) for one in kinds])


@given(st.lists(st.one_of(st.just(0), st.integers(0, 12), st.integers(0, 60)), min_size=24, max_size=24))
@settings(max_examples=150, deadline=None)
def test_a_table_of_the_size_of_age_by_sex_keeps_every_line_in_doubt(numbers: list[int]) -> None:
    table = crossed(tuple(numbers), 3)
    shown = published(table)
    whole = sum(numbers)
    assert all(one is None or one == 0 or one >= LEAST for one in spots(shown))
    assert all(one in (None, other) for one, other in zip(spots(shown), spots(table), strict=True))
    assert shown.total is not None
    assert shown.total[-1] == (None if 0 < whole < LEAST else whole)
    for one in shown.rows:
        missing = sum(cell is None for cell in one.cells)
        assert missing != 1, "a single missing number of a line is what is left of its sum"
    for column in range(4):
        assert sum(one.cells[column] is None for one in shown.rows) + (shown.total[column] is None) != 1


def test_a_table_with_nothing_small_is_published_whole() -> None:
    table = crossed((5, 9, 0, 12, 7, 0), 3)
    assert published(table) == table
    assert published(one_list((5, 0, 30))) == one_list((5, 0, 30))


def test_few_cases_leave_no_number_of_any_table_and_none_leave_all() -> None:
    many = one_list((40, 2))
    (shown,) = publish([many], LEAST - 1)
    assert set(spots(shown)) == {None}
    empty = one_list((0, 0))
    assert publish([empty], 0) == (empty,)
    assert spots(published(one_list((2, 0)))) == [None, None, None]


def test_the_next_number_of_the_list_goes_with_a_single_small_one_around_to_the_first() -> None:
    assert [one.cells[0] for one in published(one_list((2, 0, 30, 8))).rows] == [None, 0, None, 8]
    assert [one.cells[0] for one in published(one_list((30, 0, 8, 2))).rows] == [None, 0, 8, None]


def test_small_numbers_that_could_only_be_fours_take_another_with_them() -> None:
    assert [one.cells[0] for one in published(one_list((4, 9, 4, 7))).rows] == [None, 9, None, None]


def test_a_crossed_table_of_several_answers_is_never_published() -> None:
    wide = crossed((9, 9, 9, 9), 2)
    shown = published(Table(wide.id, "T", "korban", wide.columns, wide.rows, None))
    assert set(spots(shown)) == {None}
