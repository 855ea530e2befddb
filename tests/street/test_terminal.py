"""``rangkap watch`` at a terminal asks for each letter as it comes in; what is left unanswered waits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from demo.answers import registration
from demo.office import Office
from demo.scans import SCANS
from pipeline.cases.fields.table import REGISTRATION
from pipeline.cases.fields.validate import validate
from pipeline.kernel.errors import Exit
from tests.street.terminal import Terminal
from tests.street.walk import DAY, PLACES, letter_answers

POLICE = SCANS[2]
ALSO = SCANS[4]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office where nobody has opened the doors."""
    made = Office(tmp_path / "rumah")
    assert made.run("init", "--trial", str(made.home)).returncode == Exit.OK
    return made


def waiting(office: Office) -> list[dict[str, Any]]:
    """Return the arrivals that wait."""
    found: list[dict[str, Any]] = office.call("todo", account="petugas")["arrivals"]
    return found


def test_each_letter_is_asked_for_as_it_comes_in_and_a_cancelled_one_is_registered_later(
    office: Office,
) -> None:
    terminal = Terminal(office, "watch", term="dumb")
    (office.inbox / SCANS[0].name).write_bytes(SCANS[0].render())
    terminal.see("Masuk: SCN_0001.pdf. Nomor agenda A-2026-0001: tulis nomor ini pada surat.")
    terminal.fill_in(REGISTRATION, letter_answers(), accept=("received_day", "sender", "letter_date"))
    terminal.save()
    terminal.see("Terdaftar sebagai kasus 2026-0001")
    (office.inbox / POLICE.name).write_bytes(POLICE.render())
    terminal.see("Nomor agenda A-2026-0002")
    terminal.see("Kanal")
    terminal.interrupt("Isian dibatalkan")
    terminal.child.sendintr()
    assert terminal.end() == 130
    values = office.call("show", "2026-0001", account="petugas")["answers"]
    assert values["Tanggal diterima"] == "24-11-2026", "the proposal was accepted with Enter"
    assert values["Tanggal surat"] == "19-11-2026"

    assert [(one["agenda"], one["state"]) for one in waiting(office)] == [("A-2026-0002", "terbaca")]
    later = Terminal(office, "register", "A-2026-0002")
    later.fill_in(REGISTRATION, validate(registration(3), DAY, places=PLACES).need())
    later.save()
    assert later.end() == Exit.OK
    assert waiting(office) == []
    assert office.call("show", "2026-0002", account="petugas")["channel"] == "referral"


def test_prepared_answers_go_to_the_file_of_their_name_and_the_others_wait(office: Office) -> None:
    (office.inbox / POLICE.name).write_bytes(POLICE.render())
    (office.inbox / ALSO.name).write_bytes(ALSO.render())
    answers = office.note("jawaban.json", {POLICE.name: registration(POLICE.sample)})
    came = office.call("watch", "--once", "--answers", answers, account="petugas")
    assert {one["name"]: one["case"] for one in came} == {POLICE.name: "2026-0001", ALSO.name: ""}
    assert [one["name"] for one in waiting(office)] == [ALSO.name]
    answers = office.note("lagi.json", registration(ALSO.sample))
    done = office.run("register", "--answers", answers, "--json", account="petugas")
    assert json.loads(done.stdout)["case"] == "2026-0002"
    found = office.call("find", registration(ALSO.sample)["letter_number"], account="arsip")
    assert [one["case"] for one in found] == ["2026-0002"], "by the number of the incoming letter"


def test_wrong_prepared_answers_are_refused_with_their_reasons_and_the_letter_waits(office: Office) -> None:
    (office.inbox / POLICE.name).write_bytes(POLICE.render())
    answers = office.note("salah.json", registration(3) | {"received_day": "2027-01-01", "nama_korbann": "X"})
    done = office.run("watch", "--once", "--answers", answers, account="petugas")
    assert "nama_korbann" in done.stderr
    assert [one["agenda"] for one in waiting(office)] == ["A-2026-0001"]
    done = office.run("register", account="petugas")
    assert done.returncode == Exit.USAGE
    assert "cli.needs_terminal" in done.stderr
