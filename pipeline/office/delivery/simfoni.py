"""Step 14: that a case was typed into SIMFONI-PPA, when and under which number; a further entry of the register."""

from pipeline.cases.fields.closing import SIMFONI
from pipeline.cases.values import Values, text
from pipeline.kernel.text import Text
from pipeline.office.base.desk import Desk
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.papers.simfoni_consent import REFUSED, standing

_WITHOUT = Text(
    "Korban tidak mengizinkan datanya diteruskan: yang tertulis “tidak diizinkan korban” pada lembar entri tidak dientri.",
    "The victim does not allow her data to be passed on: what the sheet calls “tidak diizinkan korban” is not entered.",
)


def _shown(_desk: Desk, file: CaseFile) -> Shown:
    return Shown((_WITHOUT,) if standing(file.case.values) == REFUSED else ())


@act(
    moves=("simfoni",),
    words=Words(
        Text("Entri SIMFONI-PPA (langkah 14)", "Entry into SIMFONI-PPA (step 14)"),
        Text("Simpan", "Save"),
        Text(
            "Entri SIMFONI-PPA kasus {case} dicatat.",
            "The entry of case {case} into SIMFONI-PPA is recorded.",
        ),
    ),
    shows=_shown,
    asks=SIMFONI,
)
def record_simfoni(_desk: Desk, file: CaseFile, answers: Values) -> Change:
    """Record that a case was typed into SIMFONI-PPA; a later entry takes its place, and both stay in the history."""
    number = text(answers, "simfoni_number")
    detail = {"day": text(answers, "simfoni_day"), "number": number, "consent": standing(file.case.values)}
    filing = Filing("simfoni", "entri SIMFONI-PPA dicatat")
    return Change(file.case.with_values(answers), filing, detail, told={"simfoni": number})
