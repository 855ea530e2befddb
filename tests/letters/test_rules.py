"""Good letters pass the fifteen rules; each bad one is named by its rule."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from pipeline.letters.compose import Draft
from pipeline.letters.matter import PHONE, Addressee, Matter
from pipeline.letters.rules import RULES, check
from pipeline.settings import Settings
from tests.letters.matters import (
    ALL,
    CALLER,
    CHAIR,
    DAY,
    NEIGHBOUR,
    NURSE,
    POLICE,
    RANKED,
    SCHOOL,
    VICTIM,
    office,
)

Composer = Callable[[Matter], Draft]
_V = VICTIM.addressee

GOOD = [
    *ALL.values(),
    replace(VICTIM, subject="Tanggapan"),
    replace(VICTIM, addressee=replace(_V, care_of="")),
    replace(VICTIM, addressee=replace(_V, place="")),
    replace(VICTIM, addressee=replace(_V, salutation="Bapak/Ibu")),
    replace(VICTIM, services=("pendampingan hukum",)),
    replace(VICTIM, comes=""),
    replace(VICTIM, attachments=2),
    replace(VICTIM, names_barred=("R.T.", "Darsono Peliwang")),
    replace(VICTIM, names_barred=("Melati Raya",)),
    replace(VICTIM, clarified=date(2026, 11, 22), referral="Dinas Sosial."),
    replace(VICTIM, extra=("Kami menunggu Saudari pada hari Kamis, 26 November 2026 pukul 09.00 WIB.",)),
    replace(NEIGHBOUR, addressee=replace(NEIGHBOUR.addressee, salutation="Bapak/Ibu")),
    replace(CALLER, incoming=replace(CALLER.incoming, day=None)),
    replace(SCHOOL, incoming=replace(SCHOOL.incoming, day=None)),
    replace(NURSE, cc=("Dinas Kesehatan Kabupaten Batang Asri",)),
]


@pytest.mark.parametrize("matter", GOOD, ids=range(len(GOOD)))
def test_a_good_letter_passes_every_rule(matter: Matter, composed: Composer, settings: Settings) -> None:
    assert [finding.text("en") for finding in check(composed(matter).text, matter, settings, DAY)] == []


def put(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change


def add(line: str) -> Callable[[str], str]:
    return put("Demikian kami sampaikan.", f"{line}\nDemikian kami sampaikan.")


def cc(*lines: str) -> Callable[[str], str]:
    listed = "\n".join(lines)
    return put(
        "Dra. Hj. Wahdaniah Suling, M.Si.\n", f"Dra. Hj. Wahdaniah Suling, M.Si.\nTembusan:\n{listed}\n"
    )


EDITED = [
    (1, VICTIM, lambda text: put("datang langsung ke", "menunggu kabar")(put("dan menemui petugas identifikasi ", "")(text))),
    (1, VICTIM, put("kami tetap menyarankan kesediaan Saudari untuk datang langsung", "Saudari tidak perlu datang langsung")),
    (1, CALLER, put("kami tetap menyarankan kesediaan", "ada kemungkinan")),
    (2, VICTIM, put("tanpa dipungut biaya", "")),
    (2, VICTIM, put("pendampingan hukum, ", "")),
    (2, POLICE, put("tempat tinggal sementara yang aman", "rumah")),
    (3, VICTIM, add("Nama petugas: {{ petugas }}")),
    (3, VICTIM, add("Nama petugas: ________")),
    (3, VICTIM, add("Hubungi ...........")),
    (3, VICTIM, add("Hubungi [nama petugas] untuk janji.")),
    (3, VICTIM, add("Nomor telepon None")),
    (3, VICTIM, put("Rahasia", "")),
    (3, VICTIM, put("\t-\n", "\t\n")),
    (3, VICTIM, put("Hal\t:\tTanggapan atas Surat Saudari", "Hal\t:\t")),
    (3, VICTIM, put("\tMuara Lanting, 24 November 2026", "")),
    (12, VICTIM, put("Dra. Hj. Wahdaniah Suling, M.Si.", "")),
    (3, VICTIM, put("Ketua P2TP2A\nKabupaten Batang Asri,\nDra. Hj. Wahdaniah Suling, M.Si.", "")),
    (4, VICTIM, put("d.a. Saudari Yuniarti Talahu\n", "")),
    (4, VICTIM, put("di Kelurahan Muara Lanting", "di Desa Tumbang Randu")),
    (4, VICTIM, put("Yth. Saudari Rusmini Talahu", "Yth. Saudara Darsono Peliwang")),
    (4, POLICE, put("Jalan Bhayangkara No. 0", "Jalan Rotan RT 11")),
    (4, VICTIM, put("Yth. Saudari Rusmini Talahu", "Kepada Saudari Rusmini Talahu")),
    (5, VICTIM, put("tanggal 19 November 2026", "")),
    (5, VICTIM, put("surat Saudari tanggal", "surat Saudari Nomor 12 tanggal")),
    (5, SCHOOL, put("Nomor 400.3.5/087/SMPN3-HA/XI/2026", "")),
    (5, NEIGHBOUR, put("20 November 2026", "22 November 2026")),
    (5, CALLER, put("Hal\t:\tTanggapan", "Hal\t:\tTanggapan atas Surat Saudara")),
    (5, CALLER, put("pengaduan yang Saudara sampaikan melalui telepon pada", "surat Saudara tanggal")),
    (5, VICTIM, put("surat Saudari tanggal", "pengaduan Saudari melalui telepon tanggal")),
    (6, VICTIM, put("Hal\t:\tTanggapan atas Surat", "Hal\t:\tTanggapan atas Pengaduan KDRT")),
    (6, POLICE, put("Hal\t:\tTanggapan atas", "Hal\t:\tPendampingan anak korban,")),
    (6, POLICE, put("Hal\t:\tTanggapan atas", "Hal\t:\tTanggapan tentang Anindya Purnamaring,")),
    (7, SCHOOL, add("Peserta didik itu mengalami luka.")),
    (7, VICTIM, add("Suami mengancam akan mengusir Saudari.")),
    (8, VICTIM, add("Kami akan memanggil Darsono Peliwang.")),
    (8, CALLER, add("Kami akan menemui Ibu Jumi.")),
    (9, POLICE, add("Pelapor ialah Gunadi Rantau, S.H.")),
    (9, NURSE, cc("Kepala Desa Bakung Hilir, u.p. Nurjanah Batuah")),
    (11, VICTIM, put("24 November 2026", "25 November 2026")),
    (11, VICTIM, put("Muara Lanting, 24 November 2026", "Muara Lanting, 19 November 2026")),
    (12, VICTIM, put("Dra. Hj. Wahdaniah Suling, M.Si.", "Petugas Penerima")),
    (13, VICTIM, cc("Saudara Darsono Peliwang")),
    (13, VICTIM, cc("Kepala Dinas Sosial Kabupaten Batang Asri")),
    (13, POLICE, put("Kepala Dinas Sosial Kabupaten Batang Asri\n", "")),
    (13, POLICE, put("Kepala Dinas Sosial Kabupaten Batang Asri\n", "Kepala Dinas Sosial, Ibu Masriah\n")),
    (14, VICTIM, put("Lampiran\t:\t-", "Lampiran\t:\t1 (satu) berkas")),
    (15, VICTIM, add("Bila Saudari tidak hadir, pengaduan kami anggap dicabut.")),
    (15, CALLER, add("Besar kemungkinan ia akan dipenjara.")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "matter", "edit"), EDITED, ids=range(len(EDITED)))
def test_a_letter_edited_wrongly_is_named_by_its_rule(
    rule: int, matter: Matter, edit: Callable[[str], str], composed: Composer, settings: Settings
) -> None:
    findings = check(edit(composed(matter).text), matter, settings, DAY)
    assert rule in {finding.rule for finding in findings}
    for finding in findings:
        for lang in ("id", "en"):
            text = finding.text(lang)
            assert not any(name in text for name in (*matter.names_barred, matter.reporter_name) if name)


MATTERS = [
    (3, replace(VICTIM, follow_up=" ")),
    (4, replace(VICTIM, addressee=replace(_V, is_confirmed=False))),
    (4, replace(VICTIM, addressee=replace(_V, is_safe=False))),
    (4, replace(VICTIM, addressee=replace(SCHOOL.addressee))),
    (6, replace(VICTIM, subject="Pengaduan kekerasan dalam rumah tangga")),
    (7, replace(VICTIM, extra=("Saudari dipukul suami.",))),
    (8, replace(VICTIM, extra=("Terlapor Darsono Peliwang akan dipanggil.",))),
    (9, replace(POLICE, reporter_name="Kepala Kepolisian Resor", addressee=Addressee("X", "Bapak", "", "", "Y", False, True, True),
                extra=("Kepala Kepolisian Resor telah menulis.",))),
    (11, replace(VICTIM, incoming=replace(VICTIM.incoming, received=date(2026, 11, 25)))),
    (13, replace(VICTIM, cc=("Saudara Ketua RT 03",))),
    (13, replace(VICTIM, cc=("Drs. Kusnadi Lanting, M.Pd.",))),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "matter"), MATTERS, ids=range(len(MATTERS)))
def test_a_matter_that_cannot_be_answered_so_is_named_by_its_rule(
    rule: int, matter: Matter, composed: Composer, settings: Settings
) -> None:
    assert rule in {finding.rule for finding in check(composed(matter).text, matter, settings, DAY)}


def test_a_single_copy_is_refused(composed: Composer, settings: Settings) -> None:
    findings = check(composed(VICTIM).text, VICTIM, settings, DAY, copies=1)
    assert [finding.rule for finding in findings] == [10]
    assert "rangkap dua" in findings[0].text()


def test_a_signatory_whose_term_has_ended_is_refused(composed: Composer, settings: Settings) -> None:
    ended = office(settings.home, replace(CHAIR, until=date(2026, 11, 23)))
    assert [finding.rule for finding in check(composed(VICTIM).text, VICTIM, ended, DAY)] == [12]


def test_no_service_offered_is_refused(composed: Composer, settings: Settings) -> None:
    nothing = office(settings.home, RANKED, surat__layanan=[])
    assert 2 in {finding.rule for finding in check(composed(VICTIM).text, VICTIM, nothing, DAY)}


def test_a_number_still_blank_is_refused_once_the_letter_is_numbered(
    composed: Composer, settings: Settings
) -> None:
    findings = check(composed(VICTIM).text, VICTIM, settings, DAY, is_numbered=True)
    assert {finding.rule for finding in findings} == {3}


def test_an_empty_text_breaks_rules_and_no_more(settings: Settings) -> None:
    assert {1, 2, 3, 4, 5, 12} <= {finding.rule for finding in check("", VICTIM, settings, DAY)}


def test_there_are_fifteen_rules_and_letters_that_break_each() -> None:
    assert len(RULES) == 15
    assert [int(str(rule.__doc__).split(":")[0]) for rule in RULES] == list(range(1, 16))
    assert {rule for rule, *_ in (*EDITED, *MATTERS)} | {10} == set(range(1, 16))


def test_a_call_is_answered_as_a_call(composed: Composer) -> None:
    text = composed(CALLER).text
    assert (
        "Menindaklanjuti pengaduan yang Saudara sampaikan melalui telepon pada tanggal 23 November 2026"
        in text
    )
    assert "Hal\t:\tTanggapan\n" in text
    assert CALLER.incoming.channel == PHONE
