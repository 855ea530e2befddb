"""The clerk is asked on a real pseudo-terminal; a plain terminal is asked with plain lines."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from tests.waiting import PATIENCE

ROOT = Path(__file__).parents[2]
SCRIPT = """
import json, sys
from datetime import date
from pipeline.cases.fields.proposals import Proposal
from pipeline.cases.fields.table import BY_NAME, DRAFT, REGISTRATION
from pipeline.cli.prompts import ask, ask_reason, confirm
from pipeline.kernel.errors import Refusal

names, lang, base = sys.argv[1].split(","), sys.argv[2], json.loads(sys.argv[3])
proposals = {
    "channel": Proposal("channel", "surat", 0.98),
    "letter_date": Proposal("letter_date", "19-11-2026", 0.6, ("18-11-2026",)),
    "received_day": Proposal("received_day", "20-11-2026", 1.0),
    "safe_contact_name": Proposal("safe_contact_name", "", 0.5, quote="Jangan lewat Herman.", page=2),
}
try:
    if names == ["reason"]:
        print(json.dumps(ask_reason("Alasan", lang)))
    elif names == ["confirm"]:
        print(json.dumps(confirm("Lanjut?", lang)))
    else:
        fields = [BY_NAME[name] for name in names]
        print(json.dumps(ask(fields, proposals, date(2026, 11, 24), ("Lanting Tengah", "Hulu Asri"), lang, base)))
except Refusal as error:
    print(error.code)
    sys.exit(int(error.status))
"""
LETTER = "channel,received_day,letter_date,phone_started,summary,violence"


def start(
    names: str, lang: str = "id", term: str = "xterm", base: str = "{}", columns: int = 160
) -> pexpect.spawn[str]:
    """Start the questions on a pseudo-terminal of its own."""
    environ = os.environ | {"TERM": term, "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONPATH": str(ROOT)}
    environ["COLUMNS"] = str(columns)  # what another test left there would count
    return pexpect.spawn(
        sys.executable,
        ["-c", SCRIPT, names, lang, base],
        env=environ,
        cwd=str(ROOT),
        encoding="utf-8",
        timeout=PATIENCE,
        dimensions=(50, columns),
    )


@pytest.fixture(params=["xterm", "dumb"])
def term(request: pytest.FixtureRequest) -> str:
    """A terminal that can edit a line, and one that cannot."""
    return str(request.param)


def result(child: pexpect.spawn[str]) -> object:
    """Wait for the end and return what was printed as JSON, or the error code."""
    child.expect(pexpect.EOF)
    child.close()
    last = str(child.before).strip().splitlines()[-1]
    last = last[max(last.rfind("\x1b[?2004l"), 0) :].removeprefix("\x1b[?2004l").strip()
    return json.loads(last) if last.startswith(("{", "[", '"', "true", "false")) else last


def save(child: pexpect.spawn[str], answer: str = "ya") -> None:
    """Answer the question at the end."""
    child.expect("Ringkasan")
    child.expect("Simpan")
    child.sendline(answer)


def test_suggestions_are_taken_with_enter_and_checked_answers_come_back(term: str) -> None:
    child = start(LETTER, term=term)
    child.expect("Enter menerima")
    child.expect("Surat atau telepon")
    child.expect("1 surat   2 telepon   3 rujukan")
    child.expect("Kanal")
    child.sendline("")
    child.expect("Tanggal diterima")
    child.sendline("")
    child.expect("bacaan lain: 18-11-2026")
    child.expect("periksa")
    child.sendline("")
    child.expect("Isi ringkas")
    child.sendline("Permohonan konsultasi")
    child.expect("Kejadian")
    child.expect("Jenis kekerasan")
    child.sendline("1, psikis")
    save(child)
    assert result(child) == {
        "channel": "letter",
        "received_day": "2026-11-20",
        "letter_date": "2026-11-19",
        "summary": "Permohonan konsultasi",
        "violence": ["fisik", "psikis"],
    }


def test_enter_does_not_take_a_safe_contact_and_the_letters_sentence_is_quoted(term: str) -> None:
    child = start("safe_contact_name,summary", term=term, base='{"safe_contact_way": "surat"}')
    child.expect("halaman 2.*“Jangan lewat Herman.”")
    child.expect("Nama kontak aman")
    child.sendline("")
    child.expect("Isi ringkas")
    child.sendline("Permohonan")
    save(child)
    assert result(child) == {"summary": "Permohonan"}


def test_a_wrong_answer_is_refused_where_it_is_typed(term: str) -> None:
    child = start("received_day,letter_date,summary", term=term)
    child.expect("Tanggal diterima")
    child.sendline("\x15entah" if term == "xterm" else "entah")
    child.expect("Tanggal tidak terbaca")
    child.sendline("\x15kemarin" if term == "xterm" else "kemarin")
    child.expect("Tanggal surat")
    child.sendline("\x1524-11-2026" if term == "xterm" else "24-11-2026")
    child.expect("setelah tanggal diterima")
    child.sendline("\x15" if term == "xterm" else ":kosong")
    child.expect("Isi ringkas")
    child.sendline("")
    child.expect("Wajib diisi")
    child.sendline("Permohonan")
    save(child)
    assert result(child) == {"received_day": "2026-11-23", "summary": "Permohonan"}


def test_one_can_go_back_get_help_and_skip(term: str) -> None:
    child = start("channel,subject,attachments,summary", term=term)
    child.expect("Kanal")
    child.sendline(":kembali")
    child.expect("Kanal")
    child.sendline("")
    child.expect("Hal")
    child.sendline(":bantuan")
    child.expect("seperti tertulis")
    child.expect("Hal")
    child.send("\x02" if term == "xterm" else ":back\n")
    child.expect("Kanal")
    child.sendline("\x153" if term == "xterm" else "3")
    child.expect("Hal")
    child.sendline("Permohonan")
    child.expect("Lampiran")
    child.sendline(":lewati")
    child.expect("Isi ringkas")
    child.sendline("Satu")
    save(child, ":kembali")
    child.expect("Isi ringkas")
    child.sendline(" kata" if term == "xterm" else "Satu kata")
    save(child)
    assert result(child) == {"channel": "referral", "subject": "Permohonan", "summary": "Satu kata"}


def test_skipping_leaves_the_optional_rest_of_the_section_empty() -> None:
    child = start("letter_number,letter_date,subject,risk", term="dumb")
    child.expect("Nomor surat")
    child.sendline(":lewati")
    child.expect("Tingkat risiko")
    child.sendline("2")
    save(child)
    assert result(child) == {"risk": "sedang"}


def test_ctrl_c_saves_nothing_and_says_so() -> None:
    child = start("summary")
    child.expect("Isi ringkas")
    child.sendintr()
    assert result(child) == "cli.abandoned"
    assert child.exitstatus == 8


def test_an_answer_that_a_later_one_made_wrong_is_asked_again() -> None:
    child = start("letter_date,received_day", term="dumb")
    child.expect("Tanggal surat")
    child.sendline("20-11-2026")
    child.expect("Tanggal diterima")
    child.sendline("19-11-2026")
    child.expect("Tanggal surat: Tanggal ini setelah tanggal diterima")
    child.expect("Tanggal surat")
    child.sendline("19-11-2026")
    save(child)
    assert result(child) == {"letter_date": "2026-11-19", "received_day": "2026-11-19"}


def test_what_no_longer_applies_is_dropped() -> None:
    child = start("letter_number,channel", term="dumb")
    child.expect("Nomor surat")
    child.sendline("12")
    child.expect("Kanal")
    child.sendline("telepon")
    child.expect("Nomor surat: Isian ini tidak berlaku")
    save(child, ":kembali")
    child.expect("Kanal")
    child.sendline("")
    save(child)
    assert result(child) == {"channel": "phone"}


def test_a_place_is_chosen_by_number_and_a_known_value_is_shown_again() -> None:
    child = start("place_kecamatan,salutation,comes", term="dumb", base='{"salutation": "Saudari"}')
    child.expect("1 Lanting Tengah   2 Hulu Asri")
    child.sendline("2")
    child.expect(r"\[Saudari\]")
    child.sendline("")
    child.expect("Saudari sendiri")
    child.sendline("")
    save(child)
    assert result(child) == {
        "place_kecamatan": "Hulu Asri",
        "salutation": "Saudari",
        "comes": "yang bersangkutan, atau Saudari sendiri",
    }


def test_the_questions_speak_english_too() -> None:
    child = start("risk", lang="en", term="dumb")
    child.expect("Event")
    child.expect("1 low   2 medium   3 high")
    child.expect("Risk")
    child.sendline("x")
    child.expect("Choose one of: low, medium, high")
    child.sendline("high")
    child.expect("Summary")
    child.expect("Risk: high")
    child.expect("Save")
    child.sendline("yes")
    assert result(child) == {"risk": "tinggi"}


def test_a_reason_and_a_yes_are_asked_on_a_terminal() -> None:
    child = start("reason", term="dumb")
    child.expect("Alasan")
    child.sendline("kurang paragraf")
    assert result(child) == "kurang paragraf"
    child = start("confirm", term="dumb")
    child.expect("Lanjut")
    child.sendline("ya")
    assert result(child) is True


@pytest.mark.parametrize("what", ["reason", "confirm"])
def test_ctrl_c_on_a_single_question_is_no_answer(what: str) -> None:
    child = start(what)
    child.expect("Alasan|Lanjut")
    child.kill(signal.SIGINT)
    assert result(child) == "cli.abandoned"


def piped(names: str, text: str) -> subprocess.CompletedProcess[str]:
    """Run without a terminal."""
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, names, "id", "{}"],
        input=text,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "TERM": "dumb"},
        check=False,
        timeout=PATIENCE,
    )


def test_a_reason_comes_from_standard_input_without_a_terminal() -> None:
    assert json.loads(piped("reason", "paragraf 13\nhilang\n").stdout) == "paragraf 13\nhilang"
    empty = piped("reason", " \n")
    assert (empty.stdout.strip(), empty.returncode) == ("cli.no_reason", 2)


def test_the_end_of_the_input_leaves_the_item_waiting() -> None:
    assert piped("summary", "").stdout.strip() == "cli.abandoned"
