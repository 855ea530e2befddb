"""What the scan suggests; a person confirms each value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.cases.fields.field import Context, Field
from pipeline.cases.fields.kinds import read, shown
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.problems import BadAnswer
from pipeline.intake.reading import Suggestion

SURE = 0.9
_DOUBT = 0.5
_SELF = "korban_sendiri"
QUOTED = {"safe_contact_said": ("safe_contact_way", "safe_contact_name")}
"""The letter is quoted beside these, which stay empty."""

#: Name of a suggestion → name of the field it proposes.
FROM_SUGGESTION = {
    "channel": "channel", "letter_number": "letter_number", "letter_date": "letter_date", "sender": "sender",
    "reporter_name": "reporter_name", "reporter_relation": "reporter_relation", "victim_name": "victim_name",
    "victim_age": "victim_age", "victim_sex": "victim_sex", "relation": "reported_relation",
    "subject": "subject", "place_kecamatan": "place_kecamatan", "reporter_phone": "reporter_phone",
    "victim_phone": "victim_phone", "case_type": "violence",
}  # fmt: skip


@dataclass(frozen=True)
class Proposal:
    """A proposed answer, or only a ``quote`` of ``page``."""

    field: str
    shown: str
    confidence: float
    alternatives: tuple[str, ...] = ()
    suggestion: str = ""
    quote: str = ""
    page: int = 0

    @property
    def doubtful(self) -> bool:
        """Whether a person must look twice."""
        return self.confidence < SURE


def from_suggestions(
    suggestions: Mapping[str, Suggestion],
    today: date,
    scanned: date | None = None,
    places: Sequence[str] = (),
) -> dict[str, Proposal]:
    """The day of the scan stands for that of receipt."""
    context = Context(today, places)
    proposals: dict[str, Proposal] = {}
    for name, field_name in FROM_SUGGESTION.items():
        suggestion = suggestions.get(name)
        if suggestion is not None and (suggestion.normal or suggestion.value):
            proposals[field_name] = _proposal(name, field_name, suggestion, context)
    relation = suggestions.get("reporter_relation")
    if relation is not None and relation.normal:
        name, is_victim = "reporter_is_victim", relation.normal == _SELF
        proposals[name] = Proposal(
            name, shown(BY_NAME[name], is_victim), relation.confidence, suggestion="reporter_relation"
        )
    if scanned is not None:
        proposals["received_day"] = Proposal(
            "received_day", shown(BY_NAME["received_day"], scanned.isoformat()), 1.0
        )
    for name, fields in QUOTED.items():
        suggestion = suggestions.get(name)
        if suggestion is not None and suggestion.value:
            proposals |= {
                field: Proposal(field, "", _DOUBT, quote=suggestion.value, page=suggestion.page)
                for field in fields
            }
    return proposals


def _proposal(name: str, field_name: str, suggestion: Suggestion, context: Context) -> Proposal:
    field = BY_NAME[field_name]
    others = tuple(_as_typed(field, other, context) or other for other in suggestion.alternatives)
    typed = _as_typed(field, suggestion.normal, context) or _as_typed(field, suggestion.value, context)
    confidence = suggestion.confidence if typed else min(suggestion.confidence, _DOUBT)
    return Proposal(field_name, typed or suggestion.value, confidence, others, name)


def _as_typed(field: Field, answer: str, context: Context) -> str:
    try:
        value = read(field, answer, context)
    except BadAnswer:
        return ""
    return "" if value is None else shown(field, value)
