"""A clerk on another machine: ``python -m tests.office.bucket_caller HOME CASE WORD COUNT``.

Registers calls, each until it stands, and after each adds a version to CASE, as others do at the same time. The lock by which the processes of one machine take turns at filing is left out, as if each had its own. Refusals are
counted on standard output.
"""

import json
import sys
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.intake.reader import Reader
from pipeline.kernel import clock
from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.office.base import filings
from pipeline.records import boot, cases
from tests.faults.plant import plant
from tests.office import damage
from tests.office.bureau import Bureau


def _no_lock(*_given: Any, **_named: Any) -> nullcontext[None]:
    return nullcontext()


def _add_version(office: Bureau, case: str, text: str) -> None:
    session = office.session()
    with boot.transact():
        filings.begin(session, cases.get(case), "added", text, [], clock.now())
    filings.complete_case(session, case)


def _insist(work: Callable[[], object], counts: dict[str, int]) -> None:
    """Do something until it stands: what is only not filed yet is filed later."""
    while True:
        try:
            work()
        except NotDurable:
            counts["away"] += 1
            continue
        except Refusal as error:
            if error.code != "office.filing_pending":
                raise
            counts["pending"] += 1
        return


def main(home: Path, case: str, word: str, count: int) -> None:
    """Register ``count`` calls, and add as many versions to ``case``."""
    plant(filings, "Lock", _no_lock)
    counts = {"away": 0, "pending": 0}
    with Reader(idle=1) as reader:
        office = Bureau(home, reader)
        for number in range(count):
            text = f"{word} {number}"
            for work in (partial(damage.call, office, text), partial(_add_version, office, case, text)):
                _insist(work, counts)
    boot.close()
    print(json.dumps(counts))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:4], int(sys.argv[4]))
