"""Who cannot read has the letter read aloud; a thumb print with reader, language and one witness counts as a signature."""

from typing import Any

import pytest

from pipeline.cases import consent
from pipeline.cases.privacy import masked
from pipeline.cases.problems import InvalidAnswers
from pipeline.office.cases import inform
from pipeline.office.cases.consents import withdraw_consent
from pipeline.office.delivery import deliver
from pipeline.office.engine.perform import perform
from pipeline.records import cases, history, sheets
from tests.office.bureau import CLERK, WIFE, Bureau
from tests.office.stages import FIRST
from tests.office.test_consents import TAKEN_BACK, TOLD
from tests.refused import refused_with

THUMB = {
    "thumb": "ya", "thumb_reader": "Yuniarti Talahu", "thumb_language": "Dayak Ngaju", "thumb_witness": "Rahmat Sunar",
}  # fmt: skip
READ_ALOUD: dict[str, Any] = {
    "result": "disampaikan", "way": "diambil di kantor", "receiver": "petugas lembaga", "receiver_name": "Budi",
    "identity": "KTP", "proof": "tanda terima",
}  # fmt: skip


@pytest.fixture
def case(bureau: Bureau) -> str:
    return bureau.register(WIFE).number


@pytest.mark.parametrize("left_out", ["thumb_reader", "thumb_language", "thumb_witness"])
def test_reader_language_and_witness_are_asked(bureau: Bureau, case: str, left_out: str) -> None:
    with pytest.raises(InvalidAnswers) as error:
        perform(inform.inform_victim, bureau.session(), case, TOLD | THUMB | {left_out: ""})
    assert error.value.fields["fields"] == (left_out,)


def test_consent_and_its_withdrawal_bear_it_with_masked_names(bureau: Bureau, case: str) -> None:
    perform(inform.inform_victim, bureau.session(), case, TOLD | THUMB)
    values = cases.get(case).values
    assert (values["thumb"], values["thumb_language"]) == (True, "Dayak Ngaju")
    assert masked(values)["thumb_reader"] == "Y.T."
    again = THUMB | {"thumb_witness": "Dewi Lestari"}
    perform(withdraw_consent, bureau.session(), case, TAKEN_BACK | again)
    assert cases.get(case).values["thumb_witness"] == "Dewi Lestari"
    assert consent.given(cases.get(case).values) == ("bantuan hukum",)
    assert not any("Talahu" in str(act.detail) for act in history.of_case(case))
    assert bureau.verify() == []


@pytest.mark.parametrize("who", ["thumb_reader", "thumb_witness"])
def test_a_reported_person_neither_reads_nor_witnesses(bureau: Bureau, case: str, who: str) -> None:
    reported = str(cases.get(case).values["reported_name"])
    with refused_with("office.reader_barred"):
        perform(inform.inform_victim, bureau.session(), case, TOLD | THUMB | {who: reported})


def test_a_receipt_bears_it_and_the_history_no_name(filed: Bureau) -> None:
    reported = str(cases.get(FIRST).values["reported_name"])
    with refused_with("office.not_for_them"):
        perform(
            deliver.record_delivery,
            filed.session(CLERK),
            FIRST,
            READ_ALOUD | THUMB | {"thumb_reader": reported},
        )
    perform(deliver.record_delivery, filed.session(CLERK), FIRST, READ_ALOUD | THUMB)
    (sheet,) = sheets.of_case(FIRST)
    assert sheet.decision["result"]["thumb_reader"] == "Yuniarti Talahu"
    detail = history.of_case(FIRST)[-1].detail
    assert detail["thumb"] is True
    assert not {"thumb_reader", "thumb_witness", "thumb_language"} & set(detail)
