"""The home of an office: made once, completed after a kill, never over something else; its keys."""

import stat
from pathlib import Path

import pytest

from pipeline.office.base import keys
from pipeline.office.base.home import init
from pipeline.settings import load
from tests.office.bureau import CHECKOUT, USER, files_below
from tests.refused import refused_with


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("on_file", "in_folder")
def test_a_new_home_is_closed_to_others_but_for_its_inbox(tmp_path: Path) -> None:
    home = tmp_path / "kantor" / "rangkap"
    init(home, CHECKOUT, USER)
    assert {mode(home / name) for name in ("archive", "var", "var/keys", "var/arrivals")} == {0o700}
    assert mode(home / "inbox") == 0o770
    assert {mode(path) for path in (home / "var" / "keys").iterdir()} == {0o600}
    assert (home / "inbox" / ".rangkap-inbox").is_file()
    assert (home / "archive" / ".rangkap-arsip").is_file()


def test_a_home_for_real_work_lends_no_account_and_knows_no_signatory(tmp_path: Path) -> None:
    settings = init(tmp_path / "rumah", CHECKOUT, USER)
    assert settings.signatories == ()
    assert [account.users for account in settings.accounts if account.users] == [{USER}]
    assert not any(account.lent_to for account in settings.accounts)
    assert not settings["kantor.percobaan"]


def test_an_office_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    home = tmp_path / "rumah"
    init(home, CHECKOUT, USER)
    before = files_below(home)
    with refused_with("office.home_exists"):
        init(home, CHECKOUT, USER)
    assert files_below(home) == before


def test_a_home_left_half_made_by_a_kill_is_completed_and_keeps_its_keys_and_templates(
    tmp_path: Path,
) -> None:
    home = tmp_path / "rumah"
    settings = init(home, CHECKOUT, USER)
    template = home / "letter_templates" / "surat-jawaban-instansi.docx"
    template.write_bytes(b"disunting kantor")
    seal = keys.newest(settings, keys.SEAL)
    (home / "office.toml").rename(home / ".0123456789abcdef.tmp")
    settings = init(home, CHECKOUT, USER)
    assert keys.newest(settings, keys.SEAL) == seal
    assert template.read_bytes() == b"disunting kantor"


def test_the_checkout_itself_can_be_the_home_and_its_templates_are_not_copied(tmp_path: Path) -> None:
    (tmp_path / "letter_templates").mkdir()
    (tmp_path / "pipeline").mkdir()
    init(tmp_path, tmp_path, USER, trial=True)
    assert list((tmp_path / "letter_templates").iterdir()) == []
    assert load(tmp_path)["kantor.percobaan"]


def test_the_key_in_use_is_the_newest_and_older_ones_stay(tmp_path: Path) -> None:
    settings = init(tmp_path / "rumah", CHECKOUT, USER)
    for number in (9, 10):
        (settings.var / "keys" / f"kode-{number}.key").write_bytes(bytes([number]) * 32)
    assert keys.newest(settings, keys.CODE) == ("kode-10", b"\x0a" * 32)
    assert set(keys.all_of(settings, keys.CODE)) == {"kode-1", "kode-9", "kode-10"}


def test_a_missing_key_is_told_with_what_to_do(tmp_path: Path) -> None:
    settings = init(tmp_path / "rumah", CHECKOUT, USER)
    (settings.var / "keys" / "segel-1.key").unlink()
    with refused_with("office.no_key", match="segel") as refusal:
        keys.newest(settings, keys.SEAL)
    assert "cadangan" in refusal.value.text()
