"""``rangkap init``: the home of an office, outside the checkout or, for trying, the checkout itself."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from pipeline.archive.layout import establish
from pipeline.intake.inbox import MARKER
from pipeline.kernel.files import write_durably
from pipeline.kernel.people import Role
from pipeline.office import keys
from pipeline.office.errors import HomeExists, HomeInTheWay
from pipeline.settings import Settings, load
from pipeline.settings.options import OPTIONS, Option

_PRIVATE = 0o700


def init(home: Path, checkout: Path, user: str) -> Settings:
    """Make ``home``: office.toml with every setting commented, inbox, templates, archive, var with keys.

    ``user`` is the operating-system user who may act as each of the trial accounts. Raises HomeExists,
    HomeInTheWay; a folder that holds nothing but what this function makes is completed.
    """
    if (home / "office.toml").exists():
        raise HomeExists(home=home)
    ours = {"inbox", "archive", "letter_templates", "var"}
    if home != checkout and home.exists() and {one.name for one in home.iterdir()} - ours:
        raise HomeInTheWay(home=home)
    home.mkdir(parents=True, exist_ok=True)
    for name, mode in (("inbox", 0o770), ("archive", _PRIVATE), ("var", _PRIVATE)):
        (home / name).mkdir(exist_ok=True)
        (home / name).chmod(mode)
    for name in ("arrivals", "keys", "letters", "logs"):
        (home / "var" / name).mkdir(mode=_PRIVATE, exist_ok=True)
    (home / "inbox" / MARKER).touch()
    establish(home / "archive")
    if home != checkout:
        _copy_templates(checkout / "letter_templates", home / "letter_templates")
    write_durably(home / "office.toml", office_toml(user).encode(), 0o640)
    settings = load(home)
    keys.make(settings)
    return settings


def _copy_templates(source: Path, target: Path) -> None:
    """Copy the shipped templates; those that the office already has are left alone."""
    target.mkdir(exist_ok=True)
    for path in sorted(source.glob("*.docx")):
        if not (target / path.name).exists():
            shutil.copyfile(path, target / path.name)


def office_toml(user: str) -> str:
    """Return the text of a new office.toml: every key with its help, commented where it is the default."""
    lines = [
        "# Pengaturan kantor untuk Rangkap. Baris yang diawali # memakai nilai bawaan;",
        "# hapus # untuk mengubahnya. Penjelasan lengkap: docs/settings.md.",
    ]
    section = ""
    for option in OPTIONS:
        head, name = option.key.split(".")
        if head != section:
            lines += ["", f"[{head}]"]
            section = head
        value = "percobaan = true" if name == "percobaan" else f"# {name} = {_toml(option.default)}"
        lines += [f"# {option.help}{_choices(option)}", value]
    lines += [
        "",
        "# Siapa yang berhak menandatangani. dari dan sampai (tanggal) boleh dikosongkan.",
        "[[penandatangan]]",
        'akun = "ketua"',
        'jabatan = "Ketua P2TP2A Kabupaten Batang Asri"',
        'nama = "Dra. Hj. Wahdaniah Suling, M.Si."',
        '# nip = ""',
        '# pangkat = ""',
        "# dari = 2026-01-01",
        "# sampai = 2026-12-31",
        "",
        "# Akun kantor. pengguna: nama pengguna sistem operasi; boleh_dipakai: siapa yang boleh",
        "# bertindak sebagai akun ini dengan --as (untuk mencoba; di kantor cukup “pengguna”).",
    ]
    for number, (name, role) in enumerate(_TRIAL):
        lines += ["", "[[akun]]", f'nama = "{name}"', f'peran = ["{role}"]']
        lines += [f"pengguna = [{_toml(user)}]" if number == 0 else "pengguna = []"]
        lines += [f"boleh_dipakai = [{_toml(user)}]"]
    return "\n".join(lines) + "\n"


_TRIAL = (
    ("petugas", Role.CLERK),
    ("identifikasi", Role.OFFICER),
    ("ketua", Role.CHAIR),
    ("arsip", Role.ARCHIVIST),
    ("teknis", Role.ADMIN),
    ("pengawas", Role.OVERSEER),
)


def _choices(option: Option) -> str:
    return f" Pilihan: {', '.join(option.choices)}." if option.choices else ""


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)
