"""Whether a case went to the police or a court, so that its file may still be needed there."""

import re

from pipeline.cases import outcomes
from pipeline.cases.fields.closing import POLICE_DAY
from pipeline.cases.old import OLD_KEY
from pipeline.cases.values import Values, day, items, text

_OUTCOMES = frozenset({outcomes.REFERRED, outcomes.PASSED_ON, outcomes.CRISIS})
_ENFORCEMENT = "penegakan hukum"
_WORDS = re.compile(
    r"\b(?:polisi|kepolisian|polres|polresta|polresto|polsek|polda|polri|reskrim|unit ppa|penyidik|kejaksaan|kejari|jaksa|"
    r"pengadilan|mahkamah)\b|\bresor\b",
    re.IGNORECASE,
)


def went_to_law(values: Values) -> bool:
    """Tell whether the answers of step 14 (of an old case: its column of referrals) say so.

    They do by the outcome and the institution that took the case over, by the service "penegakan hukum", or by the day
    of the report to the police.
    """
    if _WORDS.search(text(values, f"{OLD_KEY}follow_up")):
        return True
    is_taken = outcomes.root(values) in _OUTCOMES and _WORDS.search(text(values, outcomes.PLACE))
    return (
        bool(is_taken)
        or _ENFORCEMENT in items(values, outcomes.SERVICES)
        or day(values, POLICE_DAY) is not None
    )
