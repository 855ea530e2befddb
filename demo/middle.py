"""Steps 5 to 7 of the demonstration: danger first, then the victim is told by her safe way, the report verified, its officer named."""

from demo.answers import Answers
from demo.office import StepFailed
from demo.steps import CHAIR, CLERK, OFFICER, Walk, rows

_WAYS = {1: "orang kepercayaan", 2: "pesan", 3: "di kantor", 4: "pesan", 5: "di kantor", 6: "telepon"}
"""By which way the victim of each sample is reached: the one that its safe contact allows, or where she was brought."""
_SHARED = {
    1: "layanan kesehatan, bantuan hukum",
    2: "dinas sosial",
    3: "kepolisian, layanan kesehatan",
    4: "bantuan hukum, layanan kesehatan",
    5: "layanan kesehatan, dinas sosial",
    6: "dinas sosial",
}
"""To whom each allows something to be passed on; for the children a safe guardian says so."""
_CHILDREN = (2, 3, 5)


def _told(number: int) -> Answers:
    return {
        "informed_way": _WAYS[number],
        "informed_outcome": "disampaikan",
        "victim_wish": "ingin dilanjutkan",
        "share_with": _SHARED[number],
        "consent_by": "wali" if number in _CHILDREN else "korban",
        **({"guardian_apart": "ya", "victim_heard": "ya"} if number in _CHILDREN else {}),
    }


def take_over(walk: Walk) -> None:
    """Step 2: what is of high risk is taken over into the crisis procedure before anything else is done."""
    waiting = rows(walk.office.call("todo", account=OFFICER), "crises")
    for crisis in waiting:
        walk.office.call("take-crisis", crisis["case"], account=OFFICER)
    walk.taken = len(waiting)


def inform(walk: Walk) -> None:
    """Step 5: each victim is told by the safe way alone, and asked what may be shared with whom."""
    office = walk.office
    second = walk.cases[2]
    unsafe = office.note("inform-2-telepon.json", _told(2) | {"informed_way": "telepon"})
    if not office.is_refused("inform-victim", second, "--answers", unsafe, account=CLERK):
        raise StepFailed("a victim was reached by a way that is not safe")
    walk.refused.append(f"inform-victim {second}")
    for number, case in sorted(walk.cases.items()):
        answers = office.note(f"inform-{number}.json", _told(number))
        office.call("inform-victim", case, "--answers", answers, account=CLERK)
        walk.informed += 1


def assign(walk: Walk) -> None:
    """Steps 6 and 7: another than the clerk verifies each report, and the chair names its officer."""
    office = walk.office
    first = walk.cases[1]
    if not office.run("verify-report", first, account=CLERK).returncode:
        raise StepFailed("a clerk verified a report that the same clerk had entered")
    walk.refused.append(f"verify-report {first}")
    for case in walk.cases.values():
        office.call("verify-report", case, account=OFFICER)
        answer = office.call("assign-officer", case, OFFICER, account=CHAIR)
        walk.assigned += answer["officer"] == OFFICER
