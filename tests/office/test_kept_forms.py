"""A form that is being typed is kept for each letter and account until it is saved or thrown away."""

import stat
from pathlib import Path

import pytest

from demo.answers import registration
from pipeline.kernel.text import Next
from pipeline.office.arrivals import kept_forms, strike
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from tests.office.bureau import CALL, CLERK, OFFICER, SCHOOL, USER, Bureau, one_page

OTHER, LETTER = "petugas2", "A-2026-0001"
TYPED = {"victim_name": "Rusmini", "violence": ["fisik", "psikis"], "summary": "Baris satu\nbaris dua"}


@pytest.fixture
def office(bureau: Bureau) -> Bureau:
    """An office with two clerks and one letter that waits."""
    more = f'[[akun]]\nnama = "{OTHER}"\nperan = ["petugas_penerima"]\nboleh_dipakai = ["{USER}"]\n\n'
    bureau.change("[[akun]]", f"{more}[[akun]]")
    bureau.arrive(one_page("surat yang menunggu"))
    return bureau


def forms(office: Bureau) -> list[Path]:
    """Return the files of all forms that are kept."""
    return sorted((office.home / "var" / "isian").glob("*"))


def test_what_was_typed_is_there_again_for_its_account_alone(office: Bureau) -> None:
    session = office.session(CLERK)
    assert kept_forms.kept(session, LETTER) is None
    kept_forms.keep(session, LETTER, TYPED, ["victim_name"])
    form = kept_forms.kept(office.session(CLERK), LETTER)
    assert form is not None
    assert (form.typed, form.looked) == (TYPED, ("victim_name",))
    assert form.at.startswith("2026-11-24T01:")
    assert kept_forms.kept(office.session(OTHER), LETTER) is None
    (path,) = forms(office)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert CLERK not in path.name


@pytest.mark.parametrize("ends", ["register", "strike"])
def test_it_goes_with_the_letter_whoever_typed_it(office: Bureau, ends: str) -> None:
    kept_forms.keep(office.session(CLERK), LETTER, TYPED)
    kept_forms.keep(office.session(OTHER), LETTER, TYPED)
    assert len(forms(office)) == 2
    session = office.session(CLERK)
    if ends == "register":
        perform(register.register_arrival, session, register.pick(session, LETTER).id, registration(SCHOOL))
    else:
        perform(strike.strike_arrival, session, LETTER, {"chosen": "surat-lain", "reason": "Undangan rapat."})
    assert forms(office) == []
    assert kept_forms.keep(session, LETTER, TYPED) is None
    assert kept_forms.kept(session, LETTER) is None
    assert forms(office) == []


def test_a_call_that_is_typed_is_kept_until_it_is_registered(office: Bureau) -> None:
    session = office.session(CLERK)
    kept_forms.keep(session, kept_forms.CALL, TYPED)
    assert kept_forms.kept(session, kept_forms.CALL) is not None
    perform(register.register_call, session, "", registration(CALL))
    assert kept_forms.kept(session, kept_forms.CALL) is None


def test_a_spoilt_file_is_no_reason_to_stop_and_far_more_than_anybody_types_is_not_kept(
    office: Bureau,
) -> None:
    assert kept_forms.keep(office.session(CLERK), LETTER, {"summary": "a" * 300_000}) is None
    assert forms(office) == []
    kept_forms.keep(office.session(CLERK), LETTER, TYPED)
    (path,) = forms(office)
    for text in ("", "{", "[]", '{"at": "kemarin", "typed": {}, "looked": []}', '{"at": 1}'):
        path.write_text(text, "utf-8")
        assert kept_forms.kept(office.session(CLERK), LETTER) is None


def test_what_a_power_cut_left_goes_at_the_next_typing(office: Bureau) -> None:
    session = office.session(CLERK)
    kept_forms.keep(session, LETTER, TYPED)
    (path,) = forms(office)
    left = path.read_bytes()
    perform(register.register_arrival, session, register.pick(session, LETTER).id, registration(SCHOOL))
    path.write_bytes(left)
    office.arrive(one_page("surat kedua"))
    kept_forms.keep(session, "A-2026-0002", TYPED)
    assert path not in forms(office)


def test_what_was_begun_waits_for_its_account_and_after_an_hour_for_every_clerk(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begun(account: str) -> list[tuple[str, object]]:
        return [(row["id"], row["next"]) for row in find.todo(office.session(account))["begun"]]

    session = office.session(CLERK)
    kept_forms.keep(session, LETTER, TYPED)
    kept_forms.keep(session, kept_forms.CALL, TYPED)
    own = [(LETTER, (Next("register", LETTER),)), (kept_forms.CALL, (Next("register-call"),))]
    assert (begun(CLERK), begun(OTHER), begun(OFFICER)) == (own, [], [])
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-24T09:00:30+07:00")
    assert begun(OTHER) == [own[0], (kept_forms.CALL, ())]
    (letter, _) = find.todo(office.session(OTHER))["begun"]
    assert CLERK in letter["waits"].id
    assert "Rusmini" not in letter["waits"].id
    perform(register.register_call, office.session(CLERK), "", registration(CALL))
    assert begun(CLERK) == own[:1]
