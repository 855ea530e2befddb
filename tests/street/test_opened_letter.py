"""Two clerks at two terminals: the second is told who has the letter open, and is asked; nobody leaves a lock behind."""

import signal
from datetime import timedelta
from pathlib import Path

import pytest

from demo.scans import SCANS
from pipeline.kernel import clock
from pipeline.kernel.text import Exit
from pipeline.office.arrivals.edit_presence import LASTS
from tests.office.bureau import USER
from tests.street.terminal import AtWork, Terminal

FIRST, OTHER, ITEM = "petugas", "petugas2", "A-2026-0001"
POLICE = SCANS[2]


class Later(AtWork):
    """An office whose processes live ``later`` than the tests."""

    later = timedelta()

    def clock(self) -> str:
        """Return the moment it is there."""
        return (clock.now() + self.later).isoformat()


@pytest.fixture
def office(tmp_path: Path, office_clock: None) -> Later:
    """An office with two clerks, in which one letter waits."""
    made = Later(tmp_path / "rumah")
    assert made.run("init", "--trial", str(made.home)).returncode == Exit.OK
    path = made.home / "office.toml"
    more = f'[[akun]]\nnama = "{OTHER}"\nperan = ["petugas_penerima"]\nboleh_dipakai = ["{USER}"]\n\n'
    path.write_text(path.read_text("utf-8").replace("[[akun]]", f"{more}[[akun]]", 1), "utf-8")
    (made.inbox / POLICE.name).write_bytes(POLICE.render())
    assert made.run("watch", "--once", account=FIRST).returncode == Exit.OK
    return made


def who(office: Later) -> list[str]:
    """Return who has the letter open, as ``todo`` tells the archivist."""
    (arrival,) = office.call("todo", account="arsip")["arrivals"]
    accounts = [opener["account"] for opener in arrival["opened"]]
    shown = office.run("find", ITEM, account="arsip").stdout
    assert ("sedang dibuka oleh" in shown) is bool(accounts)
    return accounts


def sat_down(office: Later) -> Terminal:
    """Return the terminal of the first clerk, who is asked about the letter."""
    terminal = Terminal(office, "register", ITEM, account=FIRST, term="dumb")
    terminal.see("Kanal")
    return terminal


def test_the_second_is_told_and_asked_and_what_is_given_up_is_free_at_once(office: Later) -> None:
    first = sat_down(office)
    assert who(office) == [FIRST]
    assert f"sedang dibuka oleh {FIRST} sejak " in office.run("todo", account=OTHER).stdout
    second = Terminal(office, "register", ITEM, account=OTHER, term="dumb")
    second.see(f"Surat masuk {ITEM} sedang dibuka oleh {FIRST} sejak ")
    second.see("Tetap lanjutkan?")
    second.child.sendline("tidak")
    second.see("Isian dibatalkan")
    assert second.end() == Exit.INCOMPLETE
    assert who(office) == [FIRST]
    first.child.sendintr()
    assert first.end() == Exit.INCOMPLETE
    assert who(office) == []


def test_a_process_that_was_killed_leaves_its_sign_for_half_an_hour_and_no_lock(office: Later) -> None:
    first = sat_down(office)
    first.child.kill(signal.SIGKILL)
    first.end()
    assert who(office) == [FIRST]
    office.later = LASTS + timedelta(minutes=1)
    assert who(office) == []
    second = Terminal(office, "register", ITEM, account=OTHER, term="dumb")
    second.see("Kanal")
    assert "sedang dibuka" not in second.seen
    assert who(office) == [OTHER]
    second.child.sendintr()
    second.end()
