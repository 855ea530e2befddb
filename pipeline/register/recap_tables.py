"""Which tables a recap has: each by a code list, with the unit that it counts.

``is_public`` are those of the recap for publication: one list at a time, and age by sex. What is finer, or tells of
health, stays in the full recap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.cases import lists, outcomes
from pipeline.cases.lists import Choice
from pipeline.cases.states import State
from pipeline.register.recap import Counted, Key, Party, Plan, Table, plain_table

CASES, VICTIMS, REPORTED = "kasus", "korban", "terlapor"
ELSEWHERE = "di luar daftar"
OPEN = "belum selesai"
INSTITUTION, HERSELF, SOMEBODY, NAMELESS = "lembaga", "korban sendiri", "orang lain", "anonim"
YES, NO = "ya", "tidak"
OUTCOMES: tuple[Key, ...] = tuple(
    (one.value, one.label.id) for one in outcomes.OUTCOMES if one.value != outcomes.MERGED
)
"""How a case ended; one that was merged is no case of its own here: its persons are counted in the other."""
OF_OLD = ("korban", "kekerasan", "kanal", "pelapor", "tempat", "kecamatan")
"""The tables that the paper register has columns for."""
_SEXES: tuple[Key, ...] = (("P", "perempuan"), ("L", "laki-laki"))
_AGES: tuple[Key, ...] = tuple(
    (one, one) for one in (*(name for _, name in lists.AGE_GROUPS), lists.LAST_AGE_GROUP)
)
_STATES: tuple[Key, ...] = tuple(
    (one.value, one.value) for one in State if one not in (State.VOID, State.OLD)
)
_REPORTERS: tuple[Key, ...] = (
    (HERSELF, "korban sendiri"), (SOMEBODY, "orang lain"), (INSTITUTION, "lembaga"), (NAMELESS, "tanpa nama (anonim)"),
)  # fmt: skip
_MANY = "Satu {unit} dapat masuk dalam beberapa baris; karena itu baris tidak dijumlahkan."


def plans(subdistricts: Sequence[str], own: Mapping[str, str] | None = None) -> tuple[Plan, ...]:
    """Return the tables of a recap for an office with these ``subdistricts``, in the order in which they stand.

    ``own`` holds the outcomes of the office's own, each with that of the procedure under which it counts in the table that
    all offices have; where there are any, a further table tells them by name.
    """
    return (*_of_victims(), *_of_cases(subdistricts), *_of_own(own or {}), *_of_reported())


def _of_own(own: Mapping[str, str]) -> Iterable[Plan]:
    if own:
        named = tuple((name, f"{name} (dihitung sebagai: {parent})") for name, parent in own.items())
        yield Plan("hasil-kantor", "Hasil penanganan menurut sebutan kantor", CASES, (*OUTCOMES, *named, (OPEN, OPEN)),
                   _case(lambda one: one.own_outcome or OPEN), has_chart=False)  # fmt: skip


def _of_victims() -> Iterable[Plan]:
    yield Plan("korban", "Korban menurut kelompok umur dan jenis kelamin", VICTIMS, _AGES,
               _persons(lambda one: one.age_group), _SEXES, is_public=True)  # fmt: skip
    yield Plan("kekerasan", "Bentuk kekerasan", VICTIMS, _keys(lists.VIOLENCE), _violence(lambda _: ""),
               is_multiple=True, is_public=True, note=_MANY.format(unit="korban") + _BY_CASE)  # fmt: skip
    both = tuple((f"{sex} {age}", f"{sex} {age}") for sex, _ in _SEXES for age, _ in _AGES)
    yield Plan("kekerasan-umur", "Bentuk kekerasan menurut jenis kelamin dan kelompok umur korban", VICTIMS,
               _keys(lists.VIOLENCE), _violence(lambda one: f"{one.sex} {one.age_group}"), both, is_multiple=True,
               note=_MANY.format(unit="korban") + " P perempuan, L laki-laki, dengan kelompok umur.",
               has_chart=False)  # fmt: skip
    for name, title, listed, of in (
        ("pendidikan", "Pendidikan korban", lists.EDUCATION, lambda one: one.education),
        ("perkawinan", "Status perkawinan korban", lists.MARITAL, lambda one: one.marital),
        ("disabilitas", "Disabilitas korban", lists.DISABILITIES[:-1], lambda one: one.disability),
    ):
        yield Plan(name, title, VICTIMS, _keys(listed), _persons(of))


_BY_CASE = " Bentuk kekerasan dicatat untuk kasus, dan dihitung untuk setiap korbannya."


def _of_cases(subdistricts: Sequence[str]) -> Iterable[Plan]:
    yield Plan(
        "kanal",
        "Kanal pengaduan",
        CASES,
        _keys(lists.CHANNELS),
        _case(lambda one: one.channel),
        is_public=True,
    )
    yield Plan("bentuk-surat", "Bentuk surat pengaduan", CASES, (*_keys(lists.MEDIA), ("-", "bukan surat (telepon)")),
               _case(lambda one: one.medium), has_chart=False)  # fmt: skip
    yield Plan("pelapor", "Pelapor", CASES, _REPORTERS, _case(lambda one: one.reporter), is_public=True)
    yield Plan("hubungan", "Hubungan terlapor dengan korban", CASES, _keys(lists.RELATIONS),
               _case(lambda one: one.relation), is_public=True, note="Menurut terlapor pertama.")  # fmt: skip
    yield Plan(
        "tempat", "Tempat kejadian", CASES, _keys(lists.PLACES), _case(lambda one: one.place), is_public=True
    )
    places = (*((one, one) for one in subdistricts), (ELSEWHERE, "di luar daftar kecamatan kantor"))
    yield Plan(
        "kecamatan", "Kecamatan kejadian", CASES, places, _case(lambda one: one.subdistrict), is_public=True
    )
    yield Plan(
        "risiko", "Tingkat risiko", CASES, _keys(lists.RISKS), _case(lambda one: one.risk), has_chart=False
    )
    yield Plan("layanan", "Layanan yang diminta", CASES, _keys(lists.SERVICES), _services, is_multiple=True,
               is_public=True, note=_MANY.format(unit="kasus"), unknown="tidak disebut")  # fmt: skip
    yield Plan("rujukan", "Rujukan dalam surat jawaban", CASES,
               ((YES, "dengan rujukan"), (NO, "tanpa rujukan"), ("-", "surat jawaban belum dibuat")),
               _case(lambda one: one.referral), unknown="", has_chart=False)  # fmt: skip
    yield Plan("keadaan", "Keadaan kasus", CASES, _STATES, _case(lambda one: one.state), unknown="",
               has_chart=False)  # fmt: skip
    yield Plan("hasil", "Hasil penanganan", CASES, (*OUTCOMES, (OPEN, OPEN)), _case(lambda one: one.outcome or OPEN),
               is_public=True, has_chart=False)  # fmt: skip


def _of_reported() -> Iterable[Plan]:
    yield Plan("terlapor", "Terlapor menurut kelompok umur dan jenis kelamin", REPORTED, _AGES,
               lambda case: (((one.age_group,), one.sex) for one in case.reported), _SEXES,
               has_chart=False)  # fmt: skip


def _keys(choices: Sequence[Choice]) -> tuple[Key, ...]:
    return tuple((one.value, one.label.id) for one in choices)


def _persons(of: Callable[[Party], str]) -> Callable[[Counted], Iterable[tuple[Sequence[str], str]]]:
    return lambda case: (((of(one),), one.sex) for one in case.victims)


def _violence(column: Callable[[Party], str]) -> Callable[[Counted], Iterable[tuple[Sequence[str], str]]]:
    return lambda case: ((case.violence, column(one)) for one in case.victims)


def _case(of: Callable[[Counted], str]) -> Callable[[Counted], Iterable[tuple[Sequence[str], str]]]:
    return lambda case: (((of(case),), ""),)


def _services(case: Counted) -> Iterable[tuple[Sequence[str], str]]:
    return ((case.services, ""),)


@dataclass(frozen=True)
class Received:
    """How many cases a period has: counted in detail, of the paper register, restricted, destroyed; of the first those
    registered late; and those that are not counted: merged into others, void.
    """

    detailed: int
    old: int
    restricted: int
    destroyed: int
    late: int
    merged: int
    void: int


def overview(found: Received) -> Table:
    """Return how many cases were received: of the procedure, and of those that are counted without detail."""
    rows = (
        ("procedure", "menurut prosedur, dirinci dalam tabel berikut", found.detailed),
        ("old", "register lama (dari buku kertas)", found.old),
        ("restricted", "akses dibatasi, tidak dirinci", found.restricted),
        ("destroyed", "sudah dimusnahkan menurut berita acara, tidak dirinci", found.destroyed),
    )
    note = (
        f"Didaftarkan sesudah akhir periode: {found.late} kasus (terhitung). Digabung ke kasus lain: {found.merged}; "
        f"pendaftaran yang dibatalkan: {found.void} (keduanya tidak terhitung)."
    )
    english = (
        f"Registered after the end of the period: {found.late} cases (counted). Merged into other cases: {found.merged}; "
        f"registrations that are void: {found.void} (neither is counted)."
    )
    return plain_table(
        "ikhtisar", "Kasus yang diterima", CASES, rows, adds_up=True, note=note, note_en=english
    )


def mail(found: Mapping[str, int]) -> Table:
    """Return the table of letters in and out."""
    rows = (
        ("in", "masuk, bernomor agenda (juga catatan telepon)", found["in"]),
        ("struck", "di antaranya dicoret", found["struck"]),
        ("answers", "keluar: surat jawaban", found["answers"]),
        ("requests", "keluar: permintaan klarifikasi", found["requests"]),
        ("void", "nomor surat yang batal", found["void"]),
    )
    note = "Menurut tanggal diterima (masuk) dan tanggal surat (keluar), seperti buku agenda."
    return plain_table("surat", "Surat masuk dan keluar", "surat", rows, adds_up=False, note=note)


def unanswered(days: int, late: Sequence[bool]) -> Table:
    """Return how many cases wait longer than so many calendar ``days``; ``late`` tells of each whether it is of the period."""
    rows = (
        ("all", f"belum dijawab lebih dari {days} hari kalender", len(late)),
        ("period", "di antaranya diterima dalam periode ini", sum(late)),
    )
    note = (
        "Kasus yang diterima sampai akhir periode dan, pada saat rekap dibuat, belum mempunyai surat jawaban bertanda "
        "tangan. Hari kalender sejak diterima, bukan hari kerja."
    )
    return plain_table("belum-dijawab", "Belum dijawab", CASES, rows, adds_up=False, note=note)
