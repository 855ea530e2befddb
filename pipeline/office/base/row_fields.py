"""What is asked for a list's row; values are keyed as in office.toml."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pipeline.cases.fields.decisions import day, one_of, reason, words
from pipeline.cases.fields.field import Field, Kind, Section, always, never
from pipeline.cases.problems import Problem
from pipeline.cases.values import Value, Values
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Text, as_it_is
from pipeline.office.base.office_rows import (
    CODES,
    CODES_KEY,
    DANGERS,
    EMERGENCY,
    INSTITUTIONS,
    SCHEDULES,
    SERVICES,
    SIGNATORIES,
    WORDS,
    Row,
    signatories,
)
from pipeline.office.base.value_labels import word_of
from pipeline.settings import Settings
from pipeline.settings.retention import Fate
from pipeline.settings.signatories import (
    ACTING,
    FOR_NOW,
    LETTERHEAD_LINES,
    LONGEST_PARAF,
    MOST_PARAF,
    ON_BEHALF,
    clash,
)

COUNTS, LAST = "row_counts", "row_last"
NO_LINE = "-"
WHY = replace(
    reason(N_("Reason")),
    help=N_("Kept in the history of this row, for example the number of the decree."),
)  # fmt: skip
_CAPACITIES = (
    (ON_BEHALF, N_("a.n. (on behalf)")),
    (ACTING, N_("Plt. (acting, the office is vacant)")),
    (FOR_NOW, N_("Plh. (for the time of an absence)")),
)  # fmt: skip
_NIP_DIGITS, _MOST_YEARS = 18, 100
_CODE = re.compile(r"[0-9A-Za-z.\-]{1,20}")


@dataclass(frozen=True)
class Asked:
    """Questions by key; ``fixed`` ones only for a new row.

    ``may_be_past``: changes may count from a past day; ``has_days``: it is asked.
    """

    fields: Callable[[Settings], Mapping[str, Field]]
    fixed: frozenset[str] = frozenset()
    may_be_past: bool = False
    has_days: bool = True


def _may(field: Field, *, when: Callable[[Values], bool] = always) -> Field:
    return replace(field, required=never, when=when)


def _lines(name: str, label: Text, hint: Text) -> Field:
    return Field(name, label, Kind.LINES, Section.DECISION, 11, hint, most=120)


def _is_deputy(values: Values) -> bool:
    return bool(values.get("row_capacity"))


def _signatories(settings: Settings) -> Mapping[str, Field]:
    accounts = [account.name for account in settings.accounts if Role.ADMIN not in account.roles]
    titles = list(
        dict.fromkeys(signatory.title for signatory in settings.signatories if not signatory.is_deputy)
    )
    return {
        "jabatan": words(
            "row_title", N_("Title"),
            N_("As it is printed above the signature."), "Ketua P2TP2A Kabupaten …", 120,
        ),
        "nama": words(
            "row_person", N_("Name with titles"),
            N_("As it is printed below the signature."), "Dra. …, M.Si.", 120,
        ),
        "nip": _may(words("row_nip", N_("NIP (staff number)"),
            N_("18 digits; leave it empty for anyone who is not a civil servant."),
            "19700101 199503 2 001", 40)),
        "pangkat": _may(words("row_rank", N_("Rank"),
            N_("Printed above the NIP."), "Pembina Tingkat I", 80)),
        "akun": _may(one_of("row_account", N_("Account"),
            N_("This person's account in the office; without one they cannot approve letters here."), _same(accounts))),
        "dari": _may(day("row_since", N_("In office from"),
            N_("The first day, by the decree; may be empty."))),
        "sampai": _may(day("row_until", N_("In office until"),
            N_("The last day; leave it empty while it is open."))),
        "sebagai": _may(one_of("row_capacity", N_("As a deputy"),
            N_("Leave it empty for the holder of the office."), _CAPACITIES)),
        "mewakili": replace(one_of("row_represents", N_("Represents the office"),
            N_("The office for which this person signs."), _same(titles)), when=_is_deputy),
        "mandat": replace(words("row_mandate", N_("Letter of assignment"),
            N_("Its number and day."), "Nomor 800/01/2026 tanggal 2 Januari 2026", 160),
            when=_is_deputy),
        "paraf": _lines("row_paraf", N_("Initials on copy 2"),
            N_("One account or title a line, at most four; may be empty.")),
        "kop": _lines("row_letterhead", N_("Own letterhead"),
            N_("Four lines: government, department, unit, address; - for one that is not there. Empty: "
               "that of the office.")),
    }  # fmt: skip


def _schedules(settings: Settings) -> Mapping[str, Field]:
    codes = [(code, as_it_is(f"{code} {meaning}")) for code, meaning in settings[CODES_KEY].items()]
    fates = [(str(fate), word_of("fate", str(fate))) for fate in Fate]
    number = N_("How many years, by the district's schedule.")

    def years(name: str, label: Text) -> Field:
        return Field(name, label, Kind.NUMBER, Section.DECISION, 12, number, "2", required=always)

    return {
        "kode": one_of("row_code", N_("Classification code"),
            N_("Counts for the codes below it too."), codes),
        "seri": words("row_series", N_("Series"),
            N_("As the schedule has it."), "Penanganan pengaduan", 160),
        "aktif": years("row_active", N_("Active (years)")),
        "inaktif": years("row_inactive", N_("Inactive (years)")),
        "nasib": one_of("row_fate", N_("Final fate"),
            N_("What becomes of the records then."), fates),
    }  # fmt: skip


def _codes(_settings: Settings) -> Mapping[str, Field]:
    return {
        "kode": words("row_code", N_("Code"), N_("Digits, letters, dots and “-”."),
            "400.2.1", 20),
        "arti": words("row_meaning", N_("Meaning"), N_("By the district's classification."),
            "Perlindungan anak", 160),
    }  # fmt: skip


def _word(label: Text, hint: Text, example: str) -> Callable[[Settings], Mapping[str, Field]]:
    return lambda _settings: {"isi": words("row_word", label, hint, example, 120)}


def _emergency(_settings: Settings) -> Mapping[str, Field]:
    return {
        "nama": words("row_name", N_("Name"), N_("Printed on the crisis sheet."), "Kepolisian", 60),
        "nomor": words("row_number", N_("Telephone number"), N_("As it is dialled."), "110", 60),
    }  # fmt: skip


LISTS: Mapping[str, Asked] = {
    SIGNATORIES: Asked(_signatories),
    SCHEDULES: Asked(_schedules, frozenset({"kode"}), may_be_past=True),
    CODES: Asked(_codes, frozenset({"kode"}), has_days=False),
    SERVICES: Asked(_word(
        N_("Service"),
        N_("As letters name it, free of charge."), "pendampingan hukum",
    ), has_days=False),
    INSTITUTIONS: Asked(_word(
        N_("Institution"),
        N_("Recognised when letters are read."),
        "Puskesmas …",
    ), has_days=False),
    DANGERS: Asked(_word(
        N_("Danger word"),
        N_("Lifts letters that hold it to the top."), "mengancam",
    ), has_days=False),
    EMERGENCY: Asked(_emergency, frozenset({"nama"}), has_days=False),
}  # fmt: skip
_COUNTS = {
    SIGNATORIES: day(COUNTS, N_("The change counts from"),
        N_("Letters of earlier days keep what stood then. Today at the earliest.")),
    SCHEDULES: _may(day(COUNTS, N_("Counts for cases finished since"),
        N_("Cases finished before keep the rule they have. Leave it empty to let it count for all cases."))),
}  # fmt: skip
ASKS_LAST = {
    SIGNATORIES: day(LAST, N_("Last day with the right to sign"),
        N_("By the decree. Letters already approved stay as they are.")),
    SCHEDULES: day(LAST, N_("Still counts for cases finished until"),
        N_("Cases finished later are kept without end.")),
}  # fmt: skip


def fields(settings: Settings, called: str, *, is_new: bool) -> tuple[Field, ...]:
    """The questions for a new or changed row."""
    asked = LISTS[called]
    of_value = [field for key, field in asked.fields(settings).items() if is_new or key not in asked.fixed]
    is_asked = called in _COUNTS and (not is_new or asked.may_be_past)
    return (*of_value, *([_COUNTS[called]] if is_asked else []), WHY)


def retiring(called: str) -> tuple[Field, ...]:
    """The questions for ending a row."""
    return (*([ASKS_LAST[called]] if called in ASKS_LAST else []), WHY)


def proposed(called: str, value: Mapping[str, Any], settings: Settings, today: date) -> dict[str, Value]:
    """A row form's initial values."""
    row: dict[str, Value] = {COUNTS: today.isoformat(), LAST: today.isoformat()}
    for key, field in LISTS[called].fields(settings).items():
        if (given := value.get(key)) not in (None, "", []):
            row[field.name] = tuple(line or NO_LINE for line in given) if key in ("kop", "paraf") else given
    return row


def value_of(called: str, answers: Values, settings: Settings, before: Mapping[str, Any]) -> dict[str, Any]:
    """Made of ``answers``, for a row that was ``before``."""
    asked = LISTS[called]
    row = {key: before[key] for key in asked.fixed if key in before}
    for key, field in asked.fields(settings).items():
        if key in row or (given := answers.get(field.name)) in (None, "", ()):
            continue
        if isinstance(given, Sequence) and not isinstance(given, str):
            row[key] = ["" if line in (NO_LINE, "–") and key == "kop" else line for line in given]
        else:
            row[key] = given
    return row


def _same(values: Sequence[str]) -> list[tuple[str, Text]]:
    return [(value, Text(value, value)) for value in values]


def problems(called: str, row: Row, others: Sequence[Row]) -> Iterator[Problem]:
    """What is wrong with ``row`` among ``others``."""
    if called in WORDS:
        yield from _once(row, others, "isi", "row_word")
    else:
        yield from _CHECKS[called](row, others)


def day_problem(called: str, counts: date | None, today: date) -> Iterator[Problem]:
    """What is wrong with the day of a change."""
    if counts is not None and not LISTS[called].may_be_past and counts < today:
        yield _wrong(
            COUNTS,
            f"Hari ini sudah lewat; surat yang sudah dibuat tidak berubah. Paling awal {today:%d-%m-%Y}.",
            f"This day is over; letters made stay as they are. At the earliest {today:%d-%m-%Y}.",
        )


def uses_of(settings: Settings, called: str, row: Row, lists: Sequence[Row], today: date) -> Iterator[Text]:
    """Where a row is still needed, by ``lists``."""
    if called == SERVICES and not any(other.is_used(today) for other in lists if other.name != row.name):
        yield N_("answer letters name one service at least")
    if called != CODES:
        return
    code = str(row.value["kode"])
    if code == settings["nomor.kode"] or code in settings["nomor.kode_jenis"].values():
        yield N_("numbers of letters, by the settings")
    if any(other.value["kode"] == code and other.is_used(today) for other in lists):
        yield N_("the retention schedule (JRA)")


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
    if len(paraf) > MOST_PARAF or any(len(person) > LONGEST_PARAF for person in paraf):
        yield _wrong(
            "row_paraf", f"Paling banyak {MOST_PARAF} baris, masing-masing {LONGEST_PARAF} huruf.",
            f"At most {MOST_PARAF} lines of {LONGEST_PARAF} characters.",
        )  # fmt: skip
    if value.get("kop") and len(value["kop"]) != LETTERHEAD_LINES:
        yield _wrong(
            "row_letterhead", "Tulis tepat empat baris, atau kosongkan.", "Write four lines, or none."
        )
    if any(clash(own, other) for own in signatories([row]) for other in signatories(others)):
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
    if any(other.value["kode"] == value["kode"] for other in others):  # also one that is retired
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
    if any(other.value[key].casefold() == row.value[key].casefold() for other in others):
        yield _wrong(
            field,
            "Ini sudah ada dalam daftar, atau pernah ada: buka barisnya dan pakai lagi.",
            "This is in the list already, or was: open its row and use it again.",
        )


def _wrong(field: str, indonesian: str, english: str) -> Problem:
    return Problem(field, Text(indonesian, english))


_CHECKS: Mapping[str, Any] = {
    SIGNATORIES: _of_signatory,
    SCHEDULES: _of_schedule,
    CODES: _of_code,
    EMERGENCY: lambda row, others: _once(row, others, "nama", "row_name"),
}
