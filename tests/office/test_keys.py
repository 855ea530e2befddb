"""Keys: rotated, lost, open to others; the passphrase and its sheet; what doctor and todo say of it all."""

from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli.__main__ import main
from pipeline.kernel import clock
from pipeline.kernel.text import Exit, Next
from pipeline.office.base import backup_state, keys, passphrase
from pipeline.office.base.session import Session
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import key_keeping
from pipeline.office.overview import doctor
from pipeline.records import boot, entries
from pipeline.settings import load
from tests.office.bureau import ADMIN, CLERK, Bureau, one_page
from tests.refused import refused_with

Rangkap = Callable[..., tuple[int, str, str]]


@pytest.fixture
def rangkap(bureau: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Rangkap:
    """Run a verb as the admin; gives status, results and words."""
    monkeypatch.setenv("RANGKAP_HOME", str(bureau.home))

    def run(*words: str, stdin: str = "", account: str = ADMIN) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", StringIO(stdin))
        status = main([*words, *(["--as", account] if account else [])])
        output = capsys.readouterr()
        boot.close()
        return status, output.out, output.err

    return run


def row(bureau: Bureau, label: str) -> tuple[bool, str]:
    """What doctor says of one thing."""
    bureau.session()
    point = next(check for check in doctor.keeping(bureau.settings, is_open=True) if check.what == label)
    return point.ok, point.found


def test_a_passphrase_survives_handwriting_and_a_slip_is_named_by_its_group() -> None:
    made = "TQYKK-PPYWK-9EYRC-YD47G-H9NB0-DSBXN-BWD9C-7GDVV"
    assert passphrase.read(passphrase.made()) != made
    assert len(made.replace("-", "")) == 40
    assert passphrase.read(f"  {made.lower().replace('-', '  ')}\n") == made
    assert passphrase.read(made.replace("0", "O").replace("1", "l")) == made
    groups = made.split("-")
    for wrong, number in (
        ([*groups[:7]], 8),
        ([*groups, groups[0]], 9),
        ([groups[0], groups[2], groups[1], *groups[3:]], 2),
        ([*groups[:4], "UUUUU", *groups[5:]], 5),
    ):
        with refused_with("office.bad_passphrase") as refusal:
            passphrase.read("-".join(wrong))
        assert refusal.value.fields["group"] == number


@given(st.text(max_size=60))
def test_no_text_of_any_kind_is_taken_for_a_passphrase(text: str) -> None:
    with refused_with("office.bad_passphrase"):
        passphrase.read(text)


def rotated(session: Session, kind: str) -> str:
    return str(perform(key_keeping.rotate_key, session, kind, {}).told["id"])


def test_after_a_rotation_old_seals_and_codes_are_still_checked(bureau: Bureau) -> None:
    bureau.register()
    assert rotated(bureau.session(ADMIN), "seal") == "segel-2"
    assert rotated(bureau.session(ADMIN), "code") == "kode-2"
    bureau.register(data=one_page("lain"))
    last = entries.last()
    assert last is not None
    assert last.seal is not None
    assert last.seal.key == "segel-2"
    assert bureau.verify() == []
    assert {key["id"]: key["state"] for key in key_keeping.listed(bureau.session(ADMIN))} == {
        "segel-1": "untuk memeriksa",
        "segel-2": "dipakai",
        "kode-1": "untuk memeriksa",
        "kode-2": "dipakai",
    }
    assert row(bureau, "kunci")[0]
    for work in (key_keeping.listed, lambda session: rotated(session, "seal")):
        with refused_with("office.not_yours"):
            work(bureau.session(CLERK))


@pytest.mark.parametrize(
    ("gone", "kept"),
    [("segel-1", "rantai SHA-256"), ("segel-2", "rantai SHA-256"), ("kode-1", "nomor surat")],
)
def test_a_lost_key_is_named_with_what_still_works(bureau: Bureau, gone: str, kept: str) -> None:
    rotated(bureau.session(ADMIN), "seal")
    bureau.register()
    (bureau.settings.var / "keys" / f"{gone}.key").unlink()
    assert keys.lost(bureau.settings, key_keeping.used()) == [gone]
    is_good, message = row(bureau, "kunci")
    assert not is_good
    assert gone in message
    assert kept in message
    word = "seal" if gone.startswith("segel") else "code"
    assert key_keeping.keys_status(bureau.settings, key_keeping.used()).next == (Next("rotate-key", word),)
    assert {"id": gone, "state": "HILANG"} in key_keeping.listed(bureau.session(ADMIN))


def test_keys_that_others_can_read_are_told(bureau: Bureau) -> None:
    assert row(bureau, "kunci") == (True, "ada; kata sandi cadangan dibuat pada cadangan pertama")
    (bureau.settings.var / "keys" / "kode-1.key").chmod(0o640)
    is_good, message = row(bureau, "kunci")
    assert not is_good
    assert "kode-1.key" in message
    assert "chmod" in message


def test_the_sheet_is_printed_once_and_confirmed_by_typing_a_part_of_it(
    bureau: Bureau, rangkap: Rangkap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "belum dicetak" in row(bureau, "lembar kunci pemulihan")[1]
    assert rangkap("recovery-sheet", "--to", str(tmp_path / "usb"))[0] == Exit.OK
    assert "belum dipastikan" in row(bureau, "lembar kunci pemulihan")[1]
    assert (bureau.settings.var / "keys" / passphrase.FILE).stat().st_mode & 0o777 == 0o600
    assert row(bureau, "kunci") == (True, "ada")
    assert rangkap("recovery-sheet", "--to", str(tmp_path))[0] == Exit.REFUSED
    with refused_with("office.sheet_printed"):
        key_keeping.print_sheet(bureau.session(ADMIN), tmp_path)
    with refused_with("office.no_folder"):
        key_keeping.print_sheet(bureau.session(ADMIN), tmp_path / "a" / "b", "hilang")
    groups = passphrase.of(bureau.settings).split("-")
    with refused_with("office.sheet_differs"):
        key_keeping.confirm(bureau.session(ADMIN), 1, groups[1])
    monkeypatch.setattr("pipeline.cli.verbs.keys.secrets.randbelow", lambda _n: 4)
    status, _, err = rangkap("recovery-sheet", "--confirm", stdin=f"{groups[4].lower()}\n")
    assert status == Exit.OK
    assert "kelompok ke-5" in err
    assert row(bureau, "lembar kunci pemulihan")[1].startswith("dipastikan 2026-11-24")
    assert rangkap("recovery-sheet", "--to", str(tmp_path), "--again", stdin="lembar basah")[0] == Exit.OK
    assert "belum dipastikan" in row(bureau, "lembar kunci pemulihan")[1]


def test_a_sheet_of_an_earlier_passphrase_is_not_taken_for_the_one_in_the_envelope(
    bureau: Bureau, tmp_path: Path
) -> None:
    key_keeping.print_sheet(bureau.session(ADMIN), tmp_path)
    first = passphrase.of(bureau.settings)
    key_keeping.confirm(bureau.session(ADMIN), 1, first.split("-")[0])
    assert row(bureau, "lembar kunci pemulihan")[1].startswith("dipastikan")
    (bureau.settings.var / "keys" / passphrase.FILE).write_text(passphrase.made())
    is_good, message, mends = backup_state.sheet_status(bureau.settings)
    assert not is_good
    assert message in row(bureau, "lembar kunci pemulihan")[1]
    assert "kata sandi lain" in message
    assert mends == (Next("recovery-sheet-again"),)
    state = (bureau.settings.var / backup_state.SHEET).read_text("utf-8")
    assert not [part for part in first.split("-") if part in state]
    key_keeping.print_sheet(bureau.session(ADMIN), tmp_path, "kata sandi baru")
    assert "belum dipastikan" in row(bureau, "lembar kunci pemulihan")[1]


def test_the_verbs_of_keys_say_what_they_did(rangkap: Rangkap) -> None:
    assert rangkap("rotate-key", "code")[:2] == (Exit.OK, "kode-2\n")
    assert rangkap("rotate-key", "segel")[0] == Exit.USAGE
    assert "kode-2     dipakai" in rangkap("keys")[1]


def test_a_backup_that_is_old_or_failed_is_said_in_a_real_office(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("RANGKAP_CLOCK")
    monkeypatch.setenv("RANGKAP_HOME", str(bureau.home))
    is_good, message = row(bureau, "cadangan")
    assert (is_good, message.partition("; arsip di bucket")[0]) == (
        True,
        "belum pernah dibuat",
    )
    text = (bureau.home / "office.toml").read_text("utf-8").replace("percobaan = true", "percobaan = false")
    before, name, after = text.partition('nama = "teknis"')
    (bureau.home / "office.toml").write_text(
        before + name + after.replace("boleh_dipakai", "# boleh_dipakai", 1)
    )
    bureau.settings = load(bureau.home)
    assert not row(bureau, "cadangan")[0]
    assert main(["todo", "--as", "petugas"]) == Exit.OK
    assert "CADANGAN (untuk admin teknis): belum pernah dibuat" in capsys.readouterr().err
    last = {"at": clock.stamp(clock.now()), "place": "/media/tidak-ada", "entries": 3}
    backup_state.write(bureau.settings, {"last": last})
    assert row(bureau, "cadangan")[0]
    assert main(["todo", "--as", "petugas"]) == Exit.OK
    assert "CADANGAN" not in capsys.readouterr().err
    backup_state.write(bureau.settings, {"last": last | {"place": str(bureau.home)}})
    assert "pakai media lain" in row(bureau, "cadangan")[1]
    assert not row(bureau, "cadangan")[0]
    old = clock.stamp(clock.now() - timedelta(days=3))
    backup_state.write(bureau.settings, {"last": last | {"at": old}})
    assert "sudah lama" in row(bureau, "cadangan")[1]
    failed = {"at": old, "code": "stores.place_away"}
    backup_state.write(bureau.settings, {"last": last, "failed": failed})
    is_good, message = row(bureau, "cadangan")
    assert not is_good
    assert "yang terakhir gagal" in message


def test_what_is_known_of_backups_may_be_spoilt(bureau: Bureau) -> None:
    for data in ("", "[]", "{"):
        (bureau.settings.var / backup_state.STATE).write_text(data)
        assert backup_state.read(bureau.settings) == {}
    passphrase.make_key(bureau.settings)
    first = passphrase.of(bureau.settings)
    passphrase.make_key(bureau.settings)
    assert passphrase.of(bureau.settings) == first
    (bureau.settings.var / "keys" / passphrase.FILE).write_bytes(b"\xff")
    with refused_with("office.no_passphrase"):
        passphrase.of(load(bureau.home))
