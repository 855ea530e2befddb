"""A home for real work and a home for trying are two things, and a home that was half made is completed."""

from pathlib import Path

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.errors import NotDurable
from pipeline.kernel.people import Role
from pipeline.kernel.text import Exit
from pipeline.office.base import home
from pipeline.records import boot
from pipeline.settings import Settings, load, read_settings
from tests.office.bureau import CHECKOUT, USER
from tests.refused import refused_with

pytestmark = pytest.mark.usefixtures("open_database")


def init(*words: str) -> int:
    """Run ``rangkap init``; return its status."""
    status = main(["init", *words])
    boot.close()
    return status


def office(*accounts: str, trial: bool = False) -> Settings:
    """Return the settings of an office with ``accounts``, each as the lines of its table."""
    head = "[kantor]\npercobaan = true\n" if trial else ""
    return read_settings(Path("/tidak/ada"), head + "".join(f"[[akun]]\n{account}\n" for account in accounts))


def test_a_home_is_for_real_work_unless_it_is_made_for_trying(tmp_path: Path) -> None:
    assert init(str(tmp_path / "kantor")) == Exit.OK
    made = load(tmp_path / "kantor")
    assert not made["kantor.percobaan"]
    assert made.signatories == ()
    assert {account.name: (account.users, account.lent_to) for account in made.accounts} == {
        "petugas": ({USER}, frozenset()),
        **{
            name: (frozenset(), frozenset())
            for name in ("identifikasi", "ketua", "arsip", "teknis", "pengawas")
        },
    }
    assert "boleh_dipakai = [" not in (made.home / "office.toml").read_text("utf-8")


def test_in_a_home_for_trying_one_person_acts_as_every_account(tmp_path: Path) -> None:
    assert init("--trial", str(tmp_path / "coba")) == Exit.OK
    made = load(tmp_path / "coba")
    assert made["kantor.percobaan"]
    assert all(account.lent_to == {USER} for account in made.accounts)
    assert len(made.signatories) == 1


def test_the_clock_is_not_shifted_where_a_real_home_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-24T08:00:00+07:00")
    with refused_with("settings.bad"):
        home.init(tmp_path / "kantor", CHECKOUT, USER)
    assert not (tmp_path / "kantor").exists()


def test_a_home_left_without_office_toml_is_completed_and_keeps_its_keys(tmp_path: Path) -> None:
    place = tmp_path / "kantor"
    home.init(place, CHECKOUT, USER)
    before = {path.name: path.read_bytes() for path in (place / "var" / "keys").iterdir()}
    (place / "office.toml").rename(place / ".0123456789abcdef.tmp")
    home.init(place, CHECKOUT, USER)
    assert {path.name: path.read_bytes() for path in (place / "var" / "keys").iterdir()} == before
    (place / "office.toml").unlink()
    (place / "catatan.txt").touch()
    with refused_with("office.home_in_the_way"):
        home.init(place, CHECKOUT, USER)


def test_office_toml_is_there_only_when_everything_else_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_settings: Settings) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr("pipeline.office.base.keys.make", failing)
        with pytest.raises(NotDurable):
            home.init(tmp_path / "kantor", CHECKOUT, USER)
    assert not (tmp_path / "kantor" / "office.toml").exists()
    home.init(tmp_path / "kantor", CHECKOUT, USER)
    assert (tmp_path / "kantor" / "office.toml").exists()


CLERK = 'nama = "a"\nperan = ["petugas_penerima"]\npengguna = ["ani"]'
ADMIN = 'nama = "b"\nperan = ["admin_teknis"]\npengguna = ["ani"]'


@pytest.mark.parametrize(
    ("accounts", "said"),
    [
        ((CLERK, CLERK.replace('"ani"', '"budi"')), "dipakai lebih dari sekali"),
        ((CLERK.replace('"a"', '"sistem"'),), "dipakai oleh mesin"),
        ((CLERK, CLERK.replace('"a"', '"c"')), "tercantum pada dua akun"),
        ((CLERK, ADMIN), "tercantum pada dua akun"),
        ((CLERK, ADMIN.replace("pengguna", "boleh_dipakai")), "pisahkan orangnya"),
        ((CLERK.replace("pengguna", "boleh_dipakai"), ADMIN), "pisahkan orangnya"),
    ],
)
def test_a_real_office_refuses_accounts_that_mix_what_must_be_apart(accounts: list[str], said: str) -> None:
    with refused_with("settings.bad") as refused:
        office(*accounts)
    assert said in refused.value.text()


def test_accounts_that_are_apart_are_taken_and_a_trial_home_may_mix_them() -> None:
    overseer = 'nama = "c"\nperan = ["pengawas"]\nboleh_dipakai = ["budi"]'
    assert len(office(CLERK, ADMIN.replace("ani", "budi"), overseer).accounts) == 3
    mixed = office(CLERK, ADMIN, trial=True)
    assert [account.actors for account in mixed.accounts] == [{"ani"}, {"ani"}]
    assert Role.ADMIN in mixed.accounts[1].roles


def test_the_doctor_says_when_others_may_write_office_toml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for trial, mode, is_well in (
        (False, 0o640, True),
        (False, 0o660, False),
        (False, 0o602, False),
        (True, 0o660, True),
    ):
        place = tmp_path / f"{trial}{mode}"
        home.init(place, CHECKOUT, USER, trial=trial)
        (place / "office.toml").chmod(mode)
        monkeypatch.setenv("RANGKAP_HOME", str(place))
        main(["doctor"])
        boot.close()
        (row,) = [line for line in capsys.readouterr().out.splitlines() if "izin office.toml" in line]
        assert row.startswith("baik" if is_well else "BURUK"), (trial, oct(mode), row)
