"""Enquiries by telephone: one sentence for who knows the password, and always the same one for everybody else."""

import json
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from demo.answers import registration
from pipeline.cases import telephone_answers
from pipeline.cases.plain import to_plain
from pipeline.cases.states import State
from pipeline.kernel import clock
from pipeline.letters import spoken
from pipeline.office.base.session import Session
from pipeline.office.cases import enquire, erasure, register
from pipeline.office.cases.enquire import ANSWER
from pipeline.office.engine.perform import perform
from pipeline.office.letters import templates
from pipeline.records import boot, cases, enquiries, history
from pipeline.records.models import AccessRow, PasswordRow
from tests.office.bureau import CALL, CHAIR, CLERK, OFFICER, Bureau
from tests.refused import refused_with

WORDS = "payung Biru laut"


@pytest.fixture
def case(bureau: Bureau) -> str:
    given = registration(CALL) | {ANSWER: WORDS, register.NOT_A_DUPLICATE: True}
    return perform(register.register_call, bureau.session(), "", given).case.number


def said(bureau: Bureau, number: str, words: str, account: str = CLERK) -> str:
    return str(asked(bureau.session(account), number, words)["sentence"])


def asked(session: Session, number: str, words: str) -> Mapping[str, object]:
    return perform(enquire.enquire, session, "", {enquire.NUMBER: number, enquire.SPOKEN: words}).told


def test_who_knows_the_password_hears_one_sentence_by_the_state(bureau: Bureau, case: str) -> None:
    answer = asked(bureau.session(), case, "  PAYUNG biru, laut ")
    assert answer["sentence"] == "keterangan-diterima"
    assert answer["say"] == spoken.shipped()["keterangan-diterima"]
    register_number = cases.get(case).register_number
    assert said(bureau, register_number, WORDS) == "keterangan-diterima"


def test_no_sentence_tells_anything_of_a_case(bureau: Bureau, case: str) -> None:
    values = cases.get(case).values
    secret = [str(value) for name, value in values.items() if name.endswith(("_name", "_phone", "_address"))]
    for name in {*telephone_answers.BY_STATE.values(), telephone_answers.NOTHING}:
        sentence = spoken.say(bureau.settings, name)
        assert not any(word and word in sentence for word in (case, cases.get(case).register_number, *secret))


def test_everything_else_gets_the_same_answer(bureau: Bureau, case: str) -> None:
    other = bureau.register().number
    session = bureau.session()
    answers = [
        asked(session, number, words)
        for number, words in (
            (case, "payung merah laut"),  # wrong password
            (case, ""),
            (other, WORDS),  # a case without a password
            ("2026-0999", WORDS),  # no such case
            ("apa saja", WORDS),
            (f"{case}' OR 1=1", WORDS),
            (cases.get(case).agenda[0], WORDS),  # an agenda number opens nothing
        )
    ]
    assert answers == [{"sentence": telephone_answers.NOTHING, "say": answers[0]["say"]}] * len(answers)


def test_after_five_wrong_tries_even_the_right_password_gets_that_answer_until_an_hour_is_over(
    bureau: Bureau, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(5):
        assert said(bureau, case, f"salah salah {at}") == telephone_answers.NOTHING
    assert said(bureau, case, WORDS) == telephone_answers.NOTHING
    assert said(bureau, cases.get(case).register_number, WORDS) == telephone_answers.NOTHING, (
        "one budget for both numbers"
    )
    other = perform(
        register.register_call,
        bureau.session(),
        "",
        registration(CALL)
        | {ANSWER: "kursi rotan tua", "summary": "hal lain", register.NOT_A_DUPLICATE: True},
    ).case.number
    assert said(bureau, other, "kursi rotan tua") == "keterangan-diterima", "another number is not blocked"
    later = (clock.now() + timedelta(minutes=61)).isoformat()
    monkeypatch.setenv("RANGKAP_CLOCK", later)
    assert said(bureau, case, WORDS) == "keterangan-diterima"


def test_a_missing_number_is_limited_as_an_existing_one(bureau: Bureau) -> None:
    for _ in range(7):
        assert said(bureau, "2026-0999", WORDS) == telephone_answers.NOTHING
    verbs = list(AccessRow.objects.filter(subject="2026-0999").order_by("pk").values_list("verb", flat=True))
    assert verbs == ["enquire wrong"] * 5 + ["enquire blocked"] * 2


def test_every_enquiry_is_logged_and_what_is_no_number_is_not_repeated(bureau: Bureau, case: str) -> None:
    said(bureau, case, WORDS)
    said(bureau, case, "salah sama sekali")
    said(bureau, "Rusmini Talahu", WORDS)
    rows = list(
        AccessRow.objects.filter(verb__startswith="enquire").order_by("pk").values_list("verb", "subject")
    )
    assert rows == [("enquire told", case), ("enquire wrong", case), ("enquire wrong", "-")]
    acts = [act.verb for act in history.of_case(case) if act.verb.startswith("enquire")]
    assert acts == ["enquire", "enquire_refused"]


def test_only_the_hash_is_kept_and_not_in_the_archive(bureau: Bureau, case: str) -> None:
    (digest,) = PasswordRow.objects.values_list("digest", flat=True)
    assert digest.startswith("argon2$argon2id$v=19$")
    plain = json.dumps(to_plain(history.of_case(case))) + json.dumps(cases.get(case).to_json())
    assert "payung" not in plain.lower()
    for path in bureau.held.files():
        data = bureau.held.read(path).lower()
        assert b"payung" not in data
        assert b"argon2" not in data


def test_a_new_password_takes_the_place_of_the_old_one_and_a_withdrawn_one_opens_nothing(
    bureau: Bureau, case: str
) -> None:
    perform(enquire.set_password, bureau.session(OFFICER), case, {"password": "kursi rotan tua"})
    assert said(bureau, case, WORDS) == telephone_answers.NOTHING
    assert said(bureau, case, "kursi rotan tua") == "keterangan-diterima"
    perform(enquire.withdraw_password, bureau.session(), case, {})
    assert said(bureau, case, "kursi rotan tua") == telephone_answers.NOTHING
    assert enquiries.password_of(case) == ""


def test_a_password_that_the_family_guesses_is_refused_and_nothing_is_registered_with_a_name(
    bureau: Bureau, case: str
) -> None:
    for words in ("abc", "aaaaaaaa", "12081990", "0812 0000 6601", "abababab"):
        with refused_with("office.weak_password") as error:
            perform(enquire.set_password, bureau.session(), case, {"password": words})
        assert words not in error.value.text()
    given, before = registration(CALL) | {register.NOT_A_DUPLICATE: True}, cases.numbers()
    with refused_with("office.weak_password"):
        perform(
            register.register_call, bureau.session(), "", given | {ANSWER: str(given["victim_name"]) + "  "}
        )
    assert cases.numbers() == before


def test_a_restricted_and_a_void_case_are_as_if_they_were_not(bureau: Bureau, case: str) -> None:
    row = cases.get(case)
    with boot.transact():
        cases.change(row, row.moved(State.VOID))
    assert said(bureau, case, WORDS) == telephone_answers.NOTHING
    with refused_with("office.no_password"):
        perform(enquire.set_password, bureau.session(), case, {"password": "kursi rotan tua"})
    row = cases.get(case)
    with boot.transact():
        cases.change(row, row.moved(State.ASSIGNED))
        history.note(clock.now(), bureau.session(CHAIR).actor, erasure.restriction.GRANTED, None, case)
    assert said(bureau, case, WORDS) == telephone_answers.NOTHING


def test_every_state_has_its_sentence_or_none(bureau: Bureau) -> None:
    names = {telephone_answers.sentence(state) for state in State}
    assert {name for name in spoken.shipped() if name.startswith("keterangan")} == names
    assert (
        telephone_answers.sentence(State.VOID)
        == telephone_answers.sentence(State.OLD)
        == telephone_answers.NOTHING
    )


def test_the_office_may_write_its_own_sentences_but_none_that_tells_of_violence(bureau: Bureau) -> None:
    folder = bureau.settings.templates / spoken.FOLDER
    folder.mkdir()
    own = folder / "keterangan-diterima.txt"
    own.write_text("Sudah kami terima, silakan datang {{ jam_layanan }}.", "utf-8")
    assert spoken.say(bureau.settings, "keterangan-diterima").startswith(
        "Sudah kami terima, silakan datang hari kerja"
    )
    assert spoken.check(bureau.settings) == ("keterangan-diterima",)
    own.write_text("Laporan kekerasan itu kami tangani.", "utf-8")
    with refused_with("letters.spoken_refused"):
        spoken.say(bureau.settings, "keterangan-diterima")
    _need_refused(bureau, folder / "naskah-layanan.txt", "Layanan kami banyak.")
    _need_refused(bureau, folder / "naskah-saran.txt", "Tidak perlu datang langsung.")
    _need_refused(bureau, folder / "keterangan-ditrima.txt", "Ya.")
    own.unlink(missing_ok=True)
    (folder / "keterangan-ditrima.txt").write_text("Ya.", "utf-8")
    with refused_with("letters.spoken_refused", match="keterangan-diterima"):
        spoken.check(bureau.settings)


def test_a_faulty_text_is_told_before_anything_is_looked_up_and_by_the_check_of_templates(
    bureau: Bureau, case: str
) -> None:
    folder = bureau.settings.templates / spoken.FOLDER
    folder.mkdir()
    (folder / "keterangan-diterima.txt").write_text("Baik, {{ korban }}.", "utf-8")
    for number, words in ((case, WORDS), ("2026-0999", "x")):
        with refused_with("letters.unknown_field"):
            asked(bureau.session(), number, words)
    assert not AccessRow.objects.filter(verb__startswith="enquire").exists()
    (wrong,) = [finding for finding in templates.check(bureau.settings) if finding.template == spoken.FOLDER]
    assert "keterangan-diterima" in wrong.flaws[0].text()


def _need_refused(bureau: Bureau, path: Path, text: str) -> None:
    for file in path.parent.glob("*.txt"):
        file.unlink()
    path.write_text(text, "utf-8")
    with refused_with("letters.spoken_refused"):
        spoken.check(bureau.settings)
