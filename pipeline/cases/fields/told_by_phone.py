"""What is asked where the answer is told over the telephone (step 13)."""

from pipeline.cases.delivery import Way
from pipeline.cases.fields.field import Field, Kind, Section
from pipeline.cases.lists import Choice
from pipeline.cases.values import Condition, Values, text
from pipeline.kernel.text import Text

BY, TIME, HOURS, REASON = "called_by", "called_time", "called_hours", "called_reason"
OURS, HERS = "kantor", "penerima surat"
CALLERS: tuple[Choice, ...] = (
    Choice(OURS, Text("kantor yang menelepon", "the office called"), ("kantor", "kami")),
    Choice(HERS, Text("penerima surat sendiri yang menelepon", "the addressee called by herself"), ("dia",)),
)
_D = Section.DELIVERY


def is_called(values: Values) -> bool:
    """Whether the office called: only then are there hours to keep."""
    return text(values, "way") == Way.TOLD and text(values, BY) != HERS


def fields(happened: Condition, *, asks_hours: bool) -> tuple[Field, ...]:
    """Return the questions, asked where a call ``happened``; about her hours where they cannot be read."""

    def by_phone(values: Values) -> bool:
        return happened(values) and text(values, "way") == Way.TOLD

    def by_office(values: Values) -> bool:
        return by_phone(values) and is_called(values)

    asked = (
        Field(
            BY, Text("Siapa yang menelepon", "Who called"), Kind.CHOICE, _D, 13,
            Text("Kantor menelepon hanya dalam jam yang diizinkan.", "The office calls within the allowed hours only."),
            OURS, CALLERS, required=by_phone, when=by_phone,
            default=lambda values: OURS if by_phone(values) else None,
        ),
        Field(
            TIME, Text("Jam menelepon", "Time of the call"), Kind.TIME, _D, 13,
            Text("Pada hari itu.", "On that day."), "10.15", required=by_office, when=by_office,
        ),
        Field(
            HOURS, Text("Jam itu termasuk yang diizinkan?", "Is that among the allowed hours?"), Kind.YESNO, _D, 13,
            Text("Hanya ditanya bila catatan jamnya tidak dapat dibaca mesin; pernyataan petugas ini dicatat.",
                 "Asked only where the written hours cannot be read; the statement is recorded."), "ya",
            required=by_office, when=by_office,
        ),
        Field(
            REASON, Text("Alasan menelepon di luar jam", "Why the call was outside the hours"), Kind.TEXT, _D, 13,
            Text("Hanya bila sudah terlanjur. Tanpa nama.", "Only where it has happened. Without names."), "",
            when=by_office, most=300,
        ),
    )  # fmt: skip
    return asked if asks_hours else tuple(one for one in asked if one.name != HOURS)
