"""What makes a row of a list unfit, field by field."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pipeline.cases.problems import Problem
from pipeline.kernel.text import Text
from pipeline.office.base.office_rows import (
    CODES,
    EMERGENCY,
    SCHEDULES,
    SERVICES,
    SIGNATORIES,
    WORDS,
    Row,
    signatories,
)
from pipeline.office.base.row_fields import COUNTS, LISTS
from pipeline.settings import Settings
from pipeline.settings.signatories import LETTERHEAD_LINES, LONGEST_PARAF, MOST_PARAF, clash

_NIP_DIGITS, _MOST_YEARS = 18, 100
_CODE = re.compile(r"[0-9A-Za-z.\-]{1,20}")


def problems(called: str, row: Row, others: Sequence[Row]) -> Iterator[Problem]:
    """Yield what is wrong with ``row`` among the ``others`` of its list."""
    if called in WORDS:
        yield from _once(row, others, "isi", "row_word")
    else:
        yield from _CHECKS[called](row, others)


def day_problem(called: str, counts: date | None, today: date) -> Iterator[Problem]:
    """Yield what is wrong with the day of a change."""
    if counts is not None and not LISTS[called].may_be_past and counts < today:
        yield _wrong(
            COUNTS,
            f"Hari ini sudah lewat; surat yang sudah dibuat tidak berubah. Paling awal {today:%d-%m-%Y}.",
            f"This day is over; letters made stay as they are. At the earliest {today:%d-%m-%Y}.",
        )


def uses_of(settings: Settings, called: str, row: Row, lists: Sequence[Row], today: date) -> Iterator[Text]:
    """Yield where a row is still needed, by the rows of ``lists``."""
    if called == SERVICES and not any(one.is_used(today) for one in lists if one.name != row.name):
        yield Text(
            "surat jawaban menyebut sekurangnya satu layanan", "answer letters name one service at least"
        )
    if called != CODES:
        return
    code = str(row.value["kode"])
    if code == settings["nomor.kode"] or code in settings["nomor.kode_jenis"].values():
        yield Text("nomor surat (office.toml, [nomor])", "numbers of letters (office.toml, [nomor])")
    if any(one.value["kode"] == code and one.is_used(today) for one in lists):
        yield Text("jadwal retensi (JRA)", "the retention schedule (JRA)")


def _of_signatory(row: Row, others: Sequence[Row]) -> Iterator[Problem]:
    value = row.value
    if (nip := value.get("nip", "")) and len(re.sub(r"[ .]", "", nip)) != _NIP_DIGITS:
        yield _wrong("row_nip", "NIP terdiri atas 18 angka; periksa lagi.", "A NIP has 18 digits; check it.")
    elif nip and not re.fullmatch(r"[0-9 .]+", nip):
        yield _wrong("row_nip", "NIP hanya berisi angka.", "A NIP has digits only.")
    if value.get("dari") and value.get("sampai") and value["dari"] > value["sampai"]:
        yield _wrong("row_until", "Hari terakhir sebelum hari pertama.", "The last day is before the first.")
    if value.get("sebagai") and not value.get("akun"):
        yield _wrong("row_account", "Seorang wakil harus mempunyai akun.", "A deputy needs an account.")
    paraf = value.get("paraf", [])
    if len(paraf) > MOST_PARAF or any(len(one) > LONGEST_PARAF for one in paraf):
        yield _wrong(
            "row_paraf", f"Paling banyak {MOST_PARAF} baris, masing-masing {LONGEST_PARAF} huruf.",
            f"At most {MOST_PARAF} lines of {LONGEST_PARAF} characters.",
        )  # fmt: skip
    if value.get("kop") and len(value["kop"]) != LETTERHEAD_LINES:
        yield _wrong(
            "row_letterhead", "Tulis tepat empat baris, atau kosongkan.", "Write four lines, or none."
        )
    if any(clash(one, other) for one in signatories([row]) for other in signatories(others)):
        yield _wrong(
            "row_title",
            "Orang lain memegang jabatan ini pada hari yang sama. Hentikan dia dahulu, atau betulkan hari menjabat.",
            "Somebody else holds this office on the same day. Retire them first, or correct the days in office.",
        )


def _of_schedule(row: Row, others: Sequence[Row]) -> Iterator[Problem]:
    value = row.value
    for key, field in (("aktif", "row_active"), ("inaktif", "row_inactive")):
        if value[key] > _MOST_YEARS:
            yield _wrong(field, f"Paling banyak {_MOST_YEARS} tahun.", f"At most {_MOST_YEARS} years.")
    if value["aktif"] + value["inaktif"] == 0:
        yield _wrong(
            "row_inactive",
            "Masa simpan nol tahun; isi aktif atau inaktif.",
            "Kept for no years; fill in one of both.",
        )
    if any(one.value["kode"] == value["kode"] for one in others):  # also one that is retired
        yield _wrong(
            "row_code",
            "Kode ini sudah ada dalam jadwal; ubah barisnya.",
            "This code is in the schedule; change its row.",
        )


def _of_code(row: Row, others: Sequence[Row]) -> Iterator[Problem]:
    if not _CODE.fullmatch(row.value["kode"]):
        yield _wrong("row_code", "Hanya angka, huruf, titik, dan “-”.", "Digits, letters, dots and “-” only.")
    yield from _once(row, others, "kode", "row_code")


def _once(row: Row, others: Sequence[Row], key: str, field: str) -> Iterator[Problem]:
    if any(one.value[key].casefold() == row.value[key].casefold() for one in others):
        yield _wrong(
            field,
            "Ini sudah ada dalam daftar, atau pernah ada: buka barisnya dan pakai lagi.",
            "This is in the list already, or was: open its row and use it again.",
        )


def _wrong(field: str, said: str, english: str) -> Problem:
    return Problem(field, Text(said, english))


_CHECKS: Mapping[str, Any] = {
    SIGNATORIES: _of_signatory,
    SCHEDULES: _of_schedule,
    CODES: _of_code,
    EMERGENCY: lambda row, others: _once(row, others, "nama", "row_name"),
}
