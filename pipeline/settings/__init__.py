"""An office's settings, from ``office.toml`` and ``RANGKAP_*``."""

import os
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.settings import outcomes, retention, signatories, unfit
from pipeline.settings.accounts import Account, fault
from pipeline.settings.options import GONE, OPTIONS
from pipeline.settings.outcomes import OutcomeRow
from pipeline.settings.retention import Schedule
from pipeline.settings.signatories import Signatory, line_in_row, may_sign

_Row = TypeVar("_Row")


_LISTS = {
    "penandatangan": set(signatories.KEYS),
    "akun": {"nama", "peran", "pengguna", "boleh_dipakai"},
    retention.LIST: set(retention.KEYS),
    outcomes.LIST: set(outcomes.KEYS),
}


@dataclass(frozen=True)
class Settings:
    """What an office chose, by the keys of :data:`OPTIONS`."""

    home: Path
    values: Mapping[str, Any]
    signatories: tuple[Signatory, ...]
    accounts: tuple[Account, ...]
    schedules: tuple[Schedule, ...] = ()
    outcomes: tuple[OutcomeRow, ...] = ()

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    @property
    def inbox(self) -> Path:
        """The only shared folder."""
        return self.home / "inbox"

    @property
    def archive(self) -> Path:
        """Empty where ``RANGKAP_ARCHIVE`` names a bucket."""
        return self.home / "archive"

    @property
    def templates(self) -> Path:
        """The office's DOCX templates."""
        return self.home / "letter_templates"

    @property
    def var(self) -> Path:
        """Database, arrivals, page images, keys, logs; 0700."""
        return self.home / "var"

    @property
    def arrivals(self) -> Path:
        """One folder a document."""
        return self.var / "arrivals"

    @property
    def zone(self) -> ZoneInfo:
        """The office's time zone."""
        return ZoneInfo(self.values["kantor.zona_waktu"])

    @property
    def inbox_folders(self) -> dict[str, str]:
        """Sub-folders in lower case, with the channel of each."""
        return {name.casefold(): unfit.CHANNELS[word] for name, word in self.values["masuk.folder"].items()}

    def classification(self, kind: str) -> str:
        """The classification code of letters of ``kind``."""
        return str(self.values["nomor.kode_jenis"].get(kind, self.values["nomor.kode"]))

    def schedule(self, code: str, day: date) -> Schedule | None:
        """The row for a time that began on ``day``; None: keep."""
        fitting = [
            schedule
            for schedule in self.schedules
            if f"{code}.".startswith(f"{schedule.code}.") and schedule.counts_for(day)
        ]
        return max(fitting, key=lambda schedule: len(schedule.code), default=None)

    def signatory_on(self, day: date) -> Signatory | None:
        """Who signs on ``day``, without absences."""
        return next(iter(may_sign(self.signatories, day)), None)


def home_from(environ: Mapping[str, str], checkout: Path) -> Path:
    """``RANGKAP_HOME``, else the checkout, for trying."""
    given = environ.get("RANGKAP_HOME")
    return Path(given).absolute() if given else checkout


def load_here() -> Settings:
    """The settings of ``RANGKAP_HOME``."""
    return load(home_from(os.environ, Path(__file__).parents[2]))


def load(home: Path) -> Settings:
    """Read ``home/office.toml``."""
    try:
        source = (home / "office.toml").read_text("utf-8")
    except FileNotFoundError:
        raise Refusal("settings.no_home", home=home) from None
    return read_settings(home, source)


def read_settings(home: Path, source: str) -> Settings:
    """The settings in an office.toml."""
    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise _bad("", "", f"bukan TOML yang benar ({error}).") from None
    values = {option.key: option.default for option in OPTIONS}
    for section, content in table.items():
        if section in _LISTS:
            continue
        if not isinstance(content, dict):
            raise _unknown(source, section)
        for name, value in content.items():
            key = f"{section}.{name}"
            if key in values:
                values[key] = _checked(source, key, value)
            elif key not in GONE:
                raise _unknown(source, key)
            elif value:
                raise _bad(source, key, f"“{key}” tidak berlaku lagi: {GONE[key]}")
    rows = {name: _rows(source, table, name) for name in _LISTS}
    accounts = tuple(_account(source, row) for row in rows["akun"])
    names, codes = [account.name for account in accounts], values["nomor.kode_klasifikasi"]
    settings = Settings(
        home=home,
        values=values,
        signatories=_made(
            source,
            "penandatangan",
            rows,
            lambda row, some: signatories.fault(row, some, names),
            signatories.made,
        ),
        accounts=accounts,
        schedules=_made(
            source, retention.LIST, rows, lambda row, some: retention.fault(row, some, codes), retention.made
        ),
        outcomes=_made(source, outcomes.LIST, rows, outcomes.fault, outcomes.made),
    )
    _check_patterns(source, settings)
    if wrong := unfit.fault(values):
        raise _bad(source, *wrong)
    if mixed := fault(settings.accounts, is_trial=settings["kantor.percobaan"]):
        raise _bad(source, "akun", mixed)
    if os.environ.get("RANGKAP_CLOCK") and not settings["kantor.percobaan"]:
        raise _bad("", "", "RANGKAP_CLOCK hanya boleh dipakai jika “kantor.percobaan” = true.")
    return settings


def _bad(source: str, key: str, reason: str) -> Refusal:
    name = key.rsplit(".", 1)[-1]
    marks = f"{name}=", f"[{name}]", f"[[{name}]]"
    lines = (text.replace(" ", "") for text in source.splitlines())
    line = next((f", baris {number}" for number, text in enumerate(lines, 1) if text.startswith(marks)), "")
    return Refusal("settings.bad", line=line, reason=reason)


def _unknown(source: str, key: str) -> Refusal:
    hint = unfit.near(key, [*(option.key for option in OPTIONS), *_LISTS])
    return _bad(source, key, f"kunci “{key}” tidak dikenal.{hint}")


def _checked(source: str, key: str, value: Any) -> Any:
    option = next(option for option in OPTIONS if option.key == key)
    kind = float if isinstance(option.default, float) and isinstance(value, int) else type(option.default)
    if kind is float and not isinstance(value, bool) and isinstance(value, (int, float)):
        value = float(value)
    if type(value) is not kind:
        raise _bad(source, key, f"“{key}” harus seperti {option.default!r}.")
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if is_number and value <= 0 and not (option.may_be_zero and value == 0):
        raise _bad(source, key, f"“{key}” harus lebih dari nol.")
    if option.choices and value not in option.choices:
        raise _bad(source, key, f"“{key}” harus salah satu dari: {', '.join(option.choices)}.")
    if key == "kantor.zona_waktu" and value not in available_timezones():
        raise _bad(source, key, f"zona waktu “{value}” tidak dikenal, contoh: Asia/Jakarta.")
    return value


def _rows(source: str, table: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    rows = table.get(name, [])
    if not isinstance(rows, list):
        raise _bad(source, name, f"“{name}” harus ditulis sebagai [[{name}]].")
    for row in rows:
        for key in set(row) - _LISTS[name]:
            raise _bad(source, key, f"kunci “{name}.{key}” tidak dikenal.{unfit.near(key, _LISTS[name])}")
    return rows


def _made(
    source: str,
    name: str,
    rows: Mapping[str, Sequence[Mapping[str, Any]]],
    fault: Callable[[Mapping[str, Any], Sequence[_Row]], unfit.Fault | None],
    made: Callable[[Mapping[str, Any]], _Row],
) -> tuple[_Row, ...]:
    results: list[_Row] = []
    for place, row in enumerate(rows[name]):
        if wrong := fault(row, results):
            line = line_in_row(source, place, wrong[0], name)
            raise Refusal("settings.bad", line=f", baris {line}" if line else "", reason=wrong[1])
        results.append(made(row))
    return tuple(results)


def _account(source: str, row: dict[str, Any]) -> Account:
    if not row.get("nama"):
        raise _bad(source, "akun", "akun tanpa “nama”.")
    try:
        roles = frozenset(Role(word) for word in row.get("peran", []))
    except ValueError:
        raise _bad(source, "peran", f"peran harus dari: {', '.join(Role)}.") from None
    if Role.ADMIN in roles and len(roles) > 1:
        raise _bad(source, "peran", "admin_teknis harus akun tersendiri.")
    return Account(
        row["nama"], roles, frozenset(row.get("pengguna", [])), frozenset(row.get("boleh_dipakai", []))
    )


def _check_patterns(source: str, settings: Settings) -> None:
    places = {"kode": "400.2", "urut": 1, "unit": "X", "bulan_romawi": "I", "bulan": 1, "tahun": 2026}
    for key in ("nomor.pola_surat", "nomor.pola_register"):
        try:
            first, second = (settings[key].format(**places | {"urut": n}) for n in (1, 2))
        except (KeyError, ValueError, IndexError):
            known = ", ".join(f"{{{name}}}" for name in places)
            raise _bad(source, key, f"pola “{key}” salah; tempat yang dikenal: {known}.") from None
        if first == second or "{tahun}" not in settings[key]:
            raise _bad(source, key, f"pola “{key}” harus memuat {{urut}} dan {{tahun}}.")


def archive_address() -> str:
    """``RANGKAP_ARCHIVE``; empty: the folder in the home."""
    return os.environ.get("RANGKAP_ARCHIVE", "")


def database_url() -> str:
    """``RANGKAP_DATABASE``; empty: the SQLite file in ``var/``."""
    return os.environ.get("RANGKAP_DATABASE", "")
