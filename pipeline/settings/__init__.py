"""One frozen :class:`Settings`, read once from ``office.toml`` and ``RANGKAP_*``, passed in.

Keys are Indonesian, since the office's admin reads the file. Every key stands once in
:data:`OPTIONS` with its default and one sentence of help; ``docs/settings.md`` and the file that
``rangkap init`` writes are made from the same table. An unknown key or a bad value stops the
start with the line, the reason and the nearest known key.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.settings import outcomes, retention, unfit
from pipeline.settings.accounts import Account, fault
from pipeline.settings.options import GONE, OPTIONS
from pipeline.settings.outcomes import OutcomeRow, read_outcomes
from pipeline.settings.retention import Schedule, read_schedules, schedule_of
from pipeline.settings.signatories import KEYS, Fault, Signatory, line_in_row, may_sign, read_signatories

Many = TypeVar("Many")


_LISTS = {
    "penandatangan": set(KEYS),
    "akun": {"nama", "peran", "pengguna", "boleh_dipakai"},
    retention.LIST: set(retention.KEYS),
    outcomes.LIST: set(outcomes.KEYS),
}


@dataclass(frozen=True)
class Settings:
    """Everything an office chose. ``values`` holds each key of :data:`OPTIONS`."""

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
        """The folder of the OCFL year roots; empty where ``RANGKAP_ARCHIVE`` names a bucket."""
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
        """One folder for each document that has come in."""
        return self.var / "arrivals"

    @property
    def zone(self) -> ZoneInfo:
        """The office's time zone."""
        return ZoneInfo(self.values["kantor.zona_waktu"])

    @property
    def inbox_folders(self) -> dict[str, str]:
        """The sub-folders of the inbox that are taken from, in lower case, each with the channel that it hints at."""
        return {name.casefold(): unfit.CHANNELS[word] for name, word in self.values["masuk.folder"].items()}

    def classification(self, kind: str) -> str:
        """Return the classification code of letters of ``kind`` (a word of :data:`~pipeline.kernel.letter_kinds.LETTER_KINDS`)."""
        return str(self.values["nomor.kode_jenis"].get(kind, self.values["nomor.kode"]))

    def schedule(self, code: str, day: date) -> Schedule | None:
        """Return the row of the retention schedule for ``code`` and a time that began on ``day``; None: it is kept."""
        return schedule_of(self.schedules, code, day)

    def signatory_on(self, day: date) -> Signatory | None:
        """Return the first who may sign on ``day`` by the table alone, or ``None``; absences are the office's."""
        return next(iter(may_sign(self.signatories, day)), None)


def home_from(environ: Mapping[str, str], checkout: Path) -> Path:
    """Return the home: ``RANGKAP_HOME``, else the checkout itself, for trying."""
    given = environ.get("RANGKAP_HOME")
    return Path(given).absolute() if given else checkout


def load_here() -> Settings:
    """Read the settings of the home in ``RANGKAP_HOME``, as a door does."""
    return load(home_from(os.environ, Path(__file__).parents[2]))


def load(home: Path) -> Settings:
    """Read ``home/office.toml``."""
    try:
        source = (home / "office.toml").read_text("utf-8")
    except FileNotFoundError:
        raise Refusal("settings.no_home", home=home) from None
    return read_settings(home, source)


def read_settings(home: Path, source: str) -> Settings:
    """Return the settings that the text ``source`` of an office.toml gives ``home``."""
    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise Refusal("settings.bad", line="", reason=f"bukan TOML yang benar ({error}).") from None
    values = {option.key: option.default for option in OPTIONS}
    for section, content in table.items():
        if section in _LISTS:
            continue
        if not isinstance(content, dict):
            raise _unknown(source, section)
        for name, value in content.items():
            key = f"{section}.{name}"
            if key in GONE:
                _need_unused(source, key, value)
                continue
            if key not in values:
                raise _unknown(source, key)
            values[key] = _checked(source, key, value)
    rows = {name: _rows(source, table, name) for name in _LISTS}
    accounts = tuple(_account(source, row) for row in rows["akun"])
    signatories = read_signatories(rows["penandatangan"], [one.name for one in accounts])
    schedules = read_schedules(rows[retention.LIST], values["nomor.kode_klasifikasi"])
    settings = Settings(
        home=home,
        values=values,
        signatories=_need_good(source, "penandatangan", signatories),
        accounts=accounts,
        schedules=_need_good(source, retention.LIST, schedules),
        outcomes=_need_good(source, outcomes.LIST, read_outcomes(rows[outcomes.LIST])),
    )
    _check_patterns(source, settings)
    if one := unfit.fault(values):
        raise Refusal("settings.bad", line=_line_of(source, one.key.rsplit(".", 1)[-1]), reason=one.reason)
    wrong = fault(settings.accounts, is_trial=settings["kantor.percobaan"])
    if wrong:
        raise Refusal("settings.bad", line=_line_of(source, "akun"), reason=wrong)
    if os.environ.get("RANGKAP_CLOCK") and not settings["kantor.percobaan"]:
        raise Refusal(
            "settings.bad",
            line="",
            reason="RANGKAP_CLOCK hanya boleh dipakai bila “kantor.percobaan” = true.",
        )
    return settings


def _line_of(source: str, name: str) -> str:
    for number, line in enumerate(source.splitlines(), 1):
        if line.replace(" ", "").startswith((f"{name}=", f"[{name}]", f"[[{name}]]")):
            return f", baris {number}"
    return ""


def _unknown(source: str, key: str) -> Refusal:
    hint = unfit.near(key, [*(option.key for option in OPTIONS), *_LISTS])
    return Refusal(
        "settings.bad",
        line=_line_of(source, key.rsplit(".", 1)[-1]),
        reason=f"kunci “{key}” tidak dikenal.{hint}",
    )


def _need_unused(source: str, key: str, value: Any) -> None:
    """Refuse a key that went, unless it says nothing."""
    if value:
        reason = f"“{key}” tidak berlaku lagi: {GONE[key]}"
        raise Refusal("settings.bad", line=_line_of(source, key.rsplit(".", 1)[-1]), reason=reason)


def _checked(source: str, key: str, value: Any) -> Any:
    option = next(one for one in OPTIONS if one.key == key)
    kind = float if isinstance(option.default, float) and isinstance(value, int) else type(option.default)
    line = _line_of(source, key.rsplit(".", 1)[-1])
    if kind is float and not isinstance(value, bool) and isinstance(value, (int, float)):
        value = float(value)
    if type(value) is not kind:
        raise Refusal("settings.bad", line=line, reason=f"“{key}” harus seperti {option.default!r}.")
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if is_number and value <= 0 and not (option.may_be_zero and value == 0):
        raise Refusal("settings.bad", line=line, reason=f"“{key}” harus lebih dari nol.")
    if option.choices and value not in option.choices:
        raise Refusal(
            "settings.bad", line=line, reason=f"“{key}” harus salah satu dari: {', '.join(option.choices)}."
        )
    if key == "kantor.zona_waktu" and value not in available_timezones():
        raise Refusal(
            "settings.bad", line=line, reason=f"zona waktu “{value}” tidak dikenal, contoh: Asia/Jakarta."
        )
    return value


def _rows(source: str, table: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    rows = table.get(name, [])
    if not isinstance(rows, list):
        raise Refusal(
            "settings.bad", line=_line_of(source, name), reason=f"“{name}” harus ditulis sebagai [[{name}]]."
        )
    for row in rows:
        for key in set(row) - _LISTS[name]:
            hint = unfit.near(key, _LISTS[name])
            raise Refusal(
                "settings.bad",
                line=_line_of(source, key),
                reason=f"kunci “{name}.{key}” tidak dikenal.{hint}",
            )
    return rows


def _need_good(source: str, name: str, read: tuple[Many, Fault | None]) -> Many:
    """Return the rows of ``[[name]]`` that were read; refuse the one that is wrong."""
    found, wrong = read
    if wrong:
        line = line_in_row(source, wrong.row, wrong.key, name)
        raise Refusal("settings.bad", line=f", baris {line}" if line else "", reason=wrong.reason)
    return found


def _account(source: str, row: dict[str, Any]) -> Account:
    if not row.get("nama"):
        raise Refusal("settings.bad", line=_line_of(source, "akun"), reason="akun tanpa “nama”.")
    try:
        roles = frozenset(Role(word) for word in row.get("peran", []))
    except ValueError:
        words = ", ".join(Role)
        raise Refusal(
            "settings.bad", line=_line_of(source, "peran"), reason=f"peran harus dari: {words}."
        ) from None
    if Role.ADMIN in roles and len(roles) > 1:
        raise Refusal(
            "settings.bad", line=_line_of(source, "peran"), reason="admin_teknis harus akun tersendiri."
        )
    return Account(
        row["nama"], roles, frozenset(row.get("pengguna", [])), frozenset(row.get("boleh_dipakai", []))
    )


def _check_patterns(source: str, settings: Settings) -> None:
    places = {"kode": "400.2", "urut": 1, "unit": "X", "bulan_romawi": "I", "bulan": 1, "tahun": 2026}
    for key in ("nomor.pola_surat", "nomor.pola_register"):
        line = _line_of(source, key.rsplit(".", 1)[-1])
        try:
            first, second = (settings[key].format(**places | {"urut": n}) for n in (1, 2))
        except (KeyError, ValueError, IndexError):
            raise Refusal(
                "settings.bad",
                line=line,
                reason=f"pola “{key}” salah; tempat yang dikenal: "
                + ", ".join(f"{{{name}}}" for name in places)
                + ".",
            ) from None
        if first == second or "{tahun}" not in settings[key]:
            raise Refusal(
                "settings.bad", line=line, reason=f"pola “{key}” harus memuat {{urut}} dan {{tahun}}."
            )


def archive_address(environ: Mapping[str, str] | None = None) -> str:
    """Return ``RANGKAP_ARCHIVE`` or the empty string (the folder in the home)."""
    return (os.environ if environ is None else environ).get("RANGKAP_ARCHIVE", "")


def database_url(environ: Mapping[str, str] | None = None) -> str:
    """Return ``RANGKAP_DATABASE`` or the empty string (the SQLite file in ``var/``)."""
    return (os.environ if environ is None else environ).get("RANGKAP_DATABASE", "")
