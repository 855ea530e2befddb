"""What makes values of office.toml unfit."""

import difflib
import ipaddress
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from string import Formatter
from typing import Any

from pipeline.kernel.letter_kinds import LETTER_KINDS

_SPEC = re.compile(r"(?:0?\d{1,2})?d?")
CHANNELS = {"surat": "letter", "telepon": "phone", "rujukan": "referral"}
_OURS = ("ditolak",)
_HIGHEST = 65535
_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")


Fault = tuple[str, str]
"""A key, and why it is unfit (Indonesian)."""


def fault(values: Mapping[str, Any]) -> Fault | None:
    """The first thing that is wrong."""
    return next(chain(_patterns(values), _codes(values), _folders(values), _pages(values)), None)


def _patterns(values: Mapping[str, Any]) -> Iterator[Fault]:
    """Signs must separate ``{urut}``: 1 + 11 is not 11 + 1."""
    for key, most in (("nomor.pola_surat", 120), ("nomor.pola_register", 60)):
        if len(_longest(values, key)) > most:
            yield (key, f"pola “{key}” menghasilkan nomor yang lebih panjang dari {most} huruf.")
        pieces = list(Formatter().parse(values[key]))
        for index, (before, name, spec, _) in enumerate(pieces):
            if name != "urut":
                continue
            after = pieces[index + 1][0] if index + 1 < len(pieces) else ""
            is_last = index + 1 == len(pieces)
            touches = (not before and index > 0) or before[-1:].isdigit() or after[:1].isdigit()
            if touches or (not after and not is_last):
                yield (
                    key,
                    f"pola “{key}”: di kiri dan kanan {{urut}} harus ada tanda pemisah, misalnya “/”.",
                )
            elif not _SPEC.fullmatch(spec or ""):
                yield (key, f"pola “{key}”: tulis {{urut}} atau {{urut:03}}.")


def _longest(values: Mapping[str, Any], key: str) -> str:
    places = {
        "urut": 100_000,
        "unit": values["nomor.unit"],
        "bulan_romawi": "VIII",
        "bulan": 12,
        "tahun": 2026,
    }
    code = max([values["nomor.kode"], *map(str, values["nomor.kode_jenis"].values())], key=len)
    return str(values[key].format(kode=code, **places))


def _codes(values: Mapping[str, Any]) -> Iterator[Fault]:
    table, kinds = values["nomor.kode_klasifikasi"], values["nomor.kode_jenis"]
    for code in table:
        if not re.fullmatch(r"[0-9A-Za-z.\-]{1,20}", code):
            yield (
                "nomor.kode_klasifikasi",
                f"kode “{code}” hanya boleh berisi angka, huruf, titik, dan “-”.",
            )
    for kind in kinds:
        if kind not in LETTER_KINDS:
            yield ("nomor.kode_jenis", f"jenis surat “{kind}” tidak dikenal.{near(kind, LETTER_KINDS)}")
    used = [("nomor.kode", values["nomor.kode"]), *(("nomor.kode_jenis", code) for code in kinds.values())]
    for key, code in used:
        if code not in table:
            yield (
                key,
                f"kode “{code}” tidak ada dalam tabel [nomor.kode_klasifikasi].{near(str(code), table)}",
            )


def _folders(values: Mapping[str, Any]) -> Iterator[Fault]:
    for name, word in values["masuk.folder"].items():
        is_apart = not name or name[0] in ".~" or "/" in name or "@" in name
        if is_apart or name.casefold() in _OURS or len(name) > 60:
            yield ("masuk.folder", f"“{name[:60]}” dalam “masuk.folder” tidak dapat menjadi nama folder.")
        if word not in CHANNELS:
            yield ("masuk.folder", f"kanal dalam “masuk.folder” harus dari: {', '.join(CHANNELS)}.")
    if not all(isinstance(pattern, str) and pattern for pattern in values["masuk.pemindai_lambat"]):
        yield ("masuk.pemindai_lambat", "“masuk.pemindai_lambat” harus berisi pola nama berkas.")


def _pages(values: Mapping[str, Any]) -> Iterator[Fault]:
    if not is_address(values["web.alamat"]):
        yield (
            "web.alamat",
            "“web.alamat” harus alamat IP, contoh: 127.0.0.1 (komputer ini saja) atau 0.0.0.0.",
        )
    if not 0 <= values["web.porta"] <= _HIGHEST:
        yield ("web.porta", f"“web.porta” harus 1 sampai {_HIGHEST}, atau 0: tanpa halaman web.")
    if not all(
        isinstance(name, str) and (is_address(name) or _NAME.fullmatch(name)) for name in values["web.nama"]
    ):
        yield (
            "web.nama",
            "“web.nama” harus berisi nama komputer dengan huruf kecil atau alamat IP, contoh: rangkap.kantor.",
        )


def is_address(given: str) -> bool:
    """Whether it is an IP address."""
    try:
        ipaddress.ip_address(given)
    except ValueError:
        return False
    return True


def near(given: str, known: Iterable[str], *, or_all: bool = False) -> str:
    """A "Maksud Anda …?", else nothing or all."""
    small = {word.casefold().strip("."): word for word in known}
    matches = difflib.get_close_matches(given.casefold().strip("."), small, 1, 0.5)
    if matches:
        return f" Maksud Anda “{small[matches[0]]}”?"
    return f" Pilihannya: {', '.join(small.values())}." if or_all else ""
