"""Four eyes: whether somebody did a thing themselves."""

from collections.abc import Collection

from pipeline.office.base.desk import Desk
from pipeline.records import history


def is_own(desk: Desk, case: str, account: str, verbs: Collection[str], subject: str = "") -> bool:
    """Whether the actor did it in ``case``: the same ``account``, or the same user of the last of the acts
    ``verbs``.
    In a trial home one user tries all accounts, so the account alone counts.
    """
    if account == desk.actor.account:
        return True
    if desk.settings["kantor.percobaan"] or not desk.actor.operator:
        return False
    acts = [one for one in history.of_case(case) if one.verb in verbs and subject in ("", one.subject)]
    return bool(acts) and acts[-1].operator == desk.actor.operator


def may_not(desk: Desk, case: str, account: str, verbs: Collection[str], subject: str = "") -> bool:
    """Whether another person has to do it (``aturan.verifikasi_sendiri`` switches this off)."""
    return not desk.settings["aturan.verifikasi_sendiri"] and is_own(desk, case, account, verbs, subject)


REGISTERING = frozenset({"register"})
DRAFTING = frozenset({"draft", "redraft"})
