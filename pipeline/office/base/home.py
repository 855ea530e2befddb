"""``rangkap init``: an office's home; for trying, the checkout."""

import json
import re
from pathlib import Path

from pipeline.archive.opened import archive_of
from pipeline.intake.inbox import MARKER
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import durable, sync_folder, write_durably
from pipeline.kernel.people import Role
from pipeline.office.base import keys
from pipeline.settings import Settings, archive_address, read_settings
from pipeline.settings.options import OPTIONS
from pipeline.settings.samples import CHAIR_NAME, CHAIR_TITLE
from pipeline.stores.folder import sync_tree

_PRIVATE = 0o700


def init(home: Path, checkout: Path, user: str, *, trial: bool = False) -> Settings:
    """office.toml comes last: it makes a folder a home.

    ``user`` gets the clerk's account, in a ``trial`` every account.
    """
    if (home / "office.toml").exists():
        raise Refusal("office.home_exists", home=home)
    ours = {"inbox", "archive", "letter_templates", "var"}
    there = [entry.name for entry in home.iterdir()] if home != checkout and home.exists() else []
    if any(name not in ours and not re.compile(r"\.[0-9a-f]{16}\.tmp").fullmatch(name) for name in there):
        raise Refusal("office.home_in_the_way", home=home)
    source = office_toml(user, trial=trial)
    settings = read_settings(home, source)
    with durable():
        home.mkdir(parents=True, exist_ok=True)
        for name, mode in (("inbox", 0o770), ("archive", _PRIVATE), ("var", _PRIVATE)):
            (home / name).mkdir(exist_ok=True)
            (home / name).chmod(mode)
        for name in ("arrivals", "keys", "letters", "logs"):
            (home / "var" / name).mkdir(mode=_PRIVATE, exist_ok=True)
        for name in settings["masuk.folder"]:
            (home / "inbox" / name).mkdir(exist_ok=True)
            (home / "inbox" / name).chmod(0o770)
        (home / "inbox" / MARKER).touch()
        _establish(settings)
        if home != checkout:
            bring_templates(checkout / "letter_templates", home / "letter_templates")
        keys.make(settings)
        for name in sorted(ours):
            sync_tree(home / name)
        for folder in (home, home.parent):  # all of it is durable before the name that makes it a home
            sync_folder(folder)
        write_durably(home / "office.toml", source.encode(), 0o640)
    return settings


def _establish(settings: Settings) -> None:
    archive = archive_of(settings)
    if archive_address() and archive.years():
        raise Refusal("office.bucket_in_use", place=archive.place)
    archive.establish()


def bring_templates(source: Path, target: Path) -> list[str]:
    """Copy missing templates; returns their names."""
    with durable():
        target.mkdir(exist_ok=True)
    lacking = [path for path in sorted(source.glob("*.docx")) if not (target / path.name).exists()]
    for path in lacking:
        write_durably(target / path.name, path.read_bytes(), 0o644)
    return [path.name for path in lacking]


def office_toml(user: str, *, trial: bool) -> str:
    """A new office.toml: keys with help, defaults commented out."""
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
        is_on = trial and name == "percobaan"
        value = "percobaan = true" if is_on else f"# {name} = {_toml(option.default)}"
        choices = f" Pilihan: {', '.join(option.choices)}." if option.choices else ""
        lines += [f"# {option.help.id}{choices}", value]
    return "\n".join([*lines, *_signatory(trial), *_RETENTION, *_OUTCOMES, *_accounts(user, trial)]) + "\n"


_RETENTION = (
    "",
    "# JRA (jadwal retensi arsip) kantor, menurut peraturan kepala daerah; tanpa baris ini semua arsip disimpan.",
    "# aktif dan inaktif: tahun, dihitung sejak kasus selesai. nasib: musnah, permanen, atau dinilai kembali.",
    "# [[jra]]",
    '# kode = "400.2"',
    '# seri = "Penanganan pengaduan"',
    "# aktif = 2",
    "# inaktif = 8",
    '# nasib = "musnah"',
)


_OUTCOMES = (
    "",
    "# Hasil akhir sendiri (langkah 14): di bawah satu hasil prosedur (induk), dengan semua syarat induknya dan syarat tambahan.",
    "# Hasil prosedur yang tidak dipakai: nama = hasil itu, dipakai = false.",
    "# [[hasil]]",
    '# nama = "kembali ke keluarga"',
    '# induk = "datang langsung"',
    '# syarat = ["bukti"]',
)


def _signatory(trial: bool) -> list[str]:
    rows = ["[[penandatangan]]", 'akun = "ketua"', f'jabatan = "{CHAIR_TITLE}"', f'nama = "{CHAIR_NAME}"']
    return [
        "",
        "# Siapa yang berhak menandatangani. dari dan sampai (tanggal) boleh dikosongkan.",
        *(rows if trial else [f"# {row}" for row in rows]),
        '# nip = ""',
        '# pangkat = ""',
        "# dari = 2026-01-01",
        "# sampai = 2026-12-31",
        '# paraf = ["sekretaris", "Kabid PPA"]',
        "# Wakil (a.n., Plt., Plh.) menandatangani hanya jika ketua tercatat berhalangan: rangkap mandate.",
        "# [[penandatangan]]",
        '# akun = "sekretaris"',
        '# jabatan = "Sekretaris"',
        '# nama = ""',
        '# sebagai = "Plh."',
        f'# mewakili = "{CHAIR_TITLE}"',
        '# mandat = "Nomor … tanggal …"',
    ]


def _accounts(user: str, trial: bool) -> list[str]:
    lines = [
        "",
        "# Akun kantor. pengguna: nama pengguna sistem operasi; boleh_dipakai: siapa yang boleh",
        "# bertindak sebagai akun ini dengan --as (untuk mencoba; di kantor cukup “pengguna”).",
        "# Satu pengguna hanya pada satu akun; satu akun boleh memegang beberapa peran, kecuali admin_teknis.",
    ]
    for number, (name, role) in enumerate(_ACCOUNTS):
        lines += ["", "[[akun]]", f'nama = "{name}"', f'peran = ["{role}"]']
        if number == 0:
            lines.append(f"pengguna = [{_toml(user)}]")
        else:
            lines.append("pengguna = []" if trial else "pengguna = []  # isi nama pengguna sistem operasi")
        if trial:
            lines.append(f"boleh_dipakai = [{_toml(user)}]")
    return lines


_ACCOUNTS = (
    ("petugas", Role.CLERK),
    ("identifikasi", Role.OFFICER),
    ("ketua", Role.CHAIR),
    ("arsip", Role.ARCHIVIST),
    ("teknis", Role.ADMIN),
    ("pengawas", Role.OVERSEER),
)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(part) for part in value) + "]"
    if isinstance(value, dict):
        rows = (f"{json.dumps(name)} = {_toml(part)}" for name, part in value.items())
        return f"{{ {', '.join(rows)} }}" if value else "{}"
    return json.dumps(value, ensure_ascii=False)
