"""Code lists of the office: what is in use is never retired, what is retired is offered no more, nothing stands twice."""

import pytest

from pipeline.cases.problems import InvalidAnswers
from pipeline.office.base import office_rows
from pipeline.office.base.office_rows import CODES, DANGERS, EMERGENCY, INSTITUTIONS, SCHEDULES, SERVICES
from tests.office import lists
from tests.office.bureau import ADMIN, CHAIR, CLERK, Bureau
from tests.office.test_office_rows import SCHEDULE
from tests.refused import refused_with


def test_a_code_in_use_is_not_retired_and_a_new_one_gets_a_schedule(bureau: Bureau) -> None:
    session = bureau.session(ADMIN)
    code = {"row_code": "400.2.9", "row_meaning": "Perlindungan anak", "reason": "Klasifikasi baru."}
    name = lists.add(session, CODES, code)
    with pytest.raises(InvalidAnswers):
        lists.add(session, CODES, code)
    for wrong in ("400 2", "4" * 21):
        with pytest.raises(InvalidAnswers):
            lists.add(session, CODES, code | {"row_code": wrong})
    lists.add(bureau.session(ADMIN), SCHEDULES, SCHEDULE | {"row_code": "400.2.9"})
    main = next(row for row in office_rows.rows(session.settings, CODES) if row.value["kode"] == "400.2")
    for used in (name, main.name):
        with refused_with("office.row_in_use"):
            lists.retire(bureau.session(ADMIN), CODES, used, {"reason": "x"}, 1)
    lists.retire(bureau.session(ADMIN), SCHEDULES, "J-1", {"row_last": "kemarin", "reason": "x"}, 1)
    lists.retire(bureau.session(ADMIN), CODES, name, {"reason": "Tidak dipakai."}, 1)
    assert "400.2.9" not in bureau.session(ADMIN).settings["nomor.kode_klasifikasi"]
    assert "400.2" in bureau.session(ADMIN).settings["nomor.kode_klasifikasi"]


def test_lists_of_words_are_added_to_and_retired(bureau: Bureau) -> None:
    why = {"reason": "Rapat kantor."}
    lists.add(bureau.session(CHAIR), DANGERS, {"row_word": "disantet*", **why})
    lists.add(bureau.session(CHAIR), EMERGENCY, {"row_name": "Polres", "row_number": "0000-110", **why})
    number = lists.add(bureau.session(CHAIR), INSTITUTIONS, {"row_word": "PMI", **why})
    lists.change(bureau.session(CHAIR), INSTITUTIONS, number, {"row_word": "PMI Cabang", **why}, 1)
    settings = bureau.session(CLERK).settings
    assert settings["masuk.kata_bahaya"] == ["disantet*"]
    assert settings["masuk.lembaga"] == ["PMI Cabang"]
    assert settings["krisis.nomor"] == {**bureau.settings["krisis.nomor"], "Polres": "0000-110"}
    with pytest.raises(InvalidAnswers):
        lists.add(bureau.session(CHAIR), EMERGENCY, {"row_name": "polres", "row_number": "1", **why})
    services = office_rows.rows(settings, SERVICES)
    with pytest.raises(InvalidAnswers):
        lists.add(bureau.session(CHAIR), SERVICES, {"row_word": services[0].value["isi"].upper(), **why})
    for service in services[:-1]:
        lists.retire(bureau.session(CHAIR), SERVICES, service.name, why, 1)
    with refused_with("office.row_in_use"):
        lists.retire(bureau.session(CHAIR), SERVICES, services[-1].name, why, 1)
    assert bureau.session(CLERK).settings["surat.layanan"] == [services[-1].value["isi"]]
