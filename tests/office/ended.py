"""An office whose cases ended in every way there is: closed, merged into another, divided, voided."""

from demo.answers import registration
from pipeline.office.delivery import close, divide, merge, void_case
from pipeline.office.engine.perform import perform
from pipeline.office.victims import victims_copy_hand
from tests.office import victims_letters as letters
from tests.office.bureau import CHAIR, CLERK, WIFE, Bureau

CLOSED, MERGED, DIVIDED, VOIDED, PART = (f"2026-000{at}" for at in range(1, 6))
"""The cases by how they end; ``PART`` is the one that was divided off. ``MERGED`` goes into ``CLOSED``."""
EVERY = (CLOSED, MERGED, DIVIDED, VOIDED, PART)
_ENDED = {
    "outcome": "tidak bersedia",
    "outcome_day": "24-11-2026",
    "outcome_wish": "menyatakan di kantor tidak ingin melanjutkan",
    "outcome_unanswered": "tidak ada alamat aman",
    "outcome_summary": "Korban tidak ingin melanjutkan.",
}
WHY = "menyangkut korban yang sama"


def begin(bureau: Bureau) -> None:
    """Register four letters of a victim who writes herself, each a case of its own with an approved copy for her."""
    for case in (CLOSED, MERGED, DIVIDED, VOIDED):
        assert bureau.register(WIFE, letters.typed()).number == case
        letters.approved(bureau, case, letters.LETTER)


def withdraw_it(bureau: Bureau, case: str) -> None:
    """Let the chair withdraw the copy that nobody fetched."""
    perform(victims_copy_hand.withdraw_copy, bureau.session(CHAIR), case, {"reason": "tidak datang"})


def close_it(bureau: Bureau, case: str) -> None:
    """Let the chair close a case that nobody could answer."""
    perform(close.close_case, bureau.session(CHAIR), case, _ENDED)


def merge_it(bureau: Bureau) -> None:
    """Merge ``MERGED`` into ``CLOSED``, which goes on."""
    chair = bureau.session(CHAIR)
    perform(merge.merge_case, chair, MERGED, {"into": CLOSED, "reason": WHY})


def divide_it(bureau: Bureau) -> None:
    """Divide ``PART`` off ``DIVIDED``."""
    given = registration(WIFE) | {"chosen": [letters.LETTER], "reason": WHY}
    perform(divide.divide_case, bureau.session(), DIVIDED, given)


def void_it(bureau: Bureau) -> None:
    """Void the registration of ``VOIDED``."""
    perform(void_case.void_case, bureau.session(CLERK), VOIDED, {"reason": "terdaftar dua kali"})


def end(bureau: Bureau) -> None:
    """End every case, each in its way, and withdraw its copy; what was divided is closed afterwards."""
    for case in (CLOSED, MERGED, DIVIDED, VOIDED):
        withdraw_it(bureau, case)
    merge_it(bureau)
    divide_it(bureau)
    void_it(bureau)
    for case in (CLOSED, DIVIDED, PART):
        close_it(bureau, case)
