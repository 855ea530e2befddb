"""What is proposed, typed behind a proposal, and shown: on a real pseudo-terminal, as in :mod:`tests.cli.test_prompts`."""

from __future__ import annotations

import json

from tests.cli.test_prompts import result, save, start


def test_a_choice_typed_behind_its_suggestion_stands_for_it() -> None:
    child = start("channel,received_day,is_institution,summary", base='{"is_institution": false}')
    child.expect("Kanal")
    child.sendline("2")
    child.expect("Tanggal diterima")
    child.sendline("")
    child.expect("Isi ringkas")
    child.sendline("Permohonan")
    child.expect(r"Ringkasan\s+Kanal: telepon")
    child.expect("Simpan")
    child.sendline("ya")
    answers = result(child)
    assert isinstance(answers, dict)
    assert answers["channel"] == "phone"
    child = start("channel,is_institution,summary", base='{"is_institution": false}')
    child.expect("Kanal")
    child.sendline("3")
    child.expect("lembaga")
    child.sendline("ya")
    child.expect("Isi ringkas")
    child.sendline("Permohonan")
    child.expect("Pengirim lembaga: ya")
    child.expect("Simpan")
    child.sendline("ya")
    assert result(child) == {"channel": "referral", "is_institution": True, "summary": "Permohonan"}


def test_what_only_followed_from_another_answer_follows_it_when_that_changes() -> None:
    before = {"is_institution": True, "channel": "letter", "sender": "SMP 3", "salutation": "Saudara",
              "addressee": "Kepala SMP 3", "comes": "korban, atau Saudara selaku pelapor"}  # fmt: skip
    child = start("salutation,comes", base=json.dumps(before))
    child.expect("Sapaan")
    child.sendline("\x15Bapak/Ibu")
    child.expect("korban, atau Bapak/Ibu selaku pelapor")
    child.sendline("")
    save(child)
    assert result(child) == {"salutation": "Bapak/Ibu", "comes": "korban, atau Bapak/Ibu selaku pelapor"}
    child = start("salutation,comes", base=json.dumps(before | {"comes": "Kepala Sekolah"}))
    child.expect("Sapaan")
    child.sendline("\x15Bapak/Ibu")
    child.expect("Kepala Sekolah")
    child.sendline("")
    save(child)
    assert result(child) == {"salutation": "Bapak/Ibu", "comes": "Kepala Sekolah"}


def test_what_is_shown_breaks_between_words_and_a_section_is_named_though_its_first_question_falls_away() -> (
    None
):
    child = start("phone_started,summary,violence", columns=60)
    child.expect("Surat atau telepon")
    child.expect("Isi ringkas")
    child.sendline("Permohonan")
    child.expect(r"4 eksploitasi\r\n  5 trafficking \(TPPO\)")
    child.sendline("1")
    save(child)
    assert result(child) == {"summary": "Permohonan", "violence": ["fisik"]}
