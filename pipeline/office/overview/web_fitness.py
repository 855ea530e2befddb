"""Is the web door fit? Its address, whether somebody listens there, its last sign of life, its certificate."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.kernel.errors import RangkapError
from pipeline.office.base import certificate, heartbeat, web_door
from pipeline.office.letters.fitness import Row
from pipeline.settings import Settings

_WHAT, _CERTIFICATE = "halaman web", "sertifikat web"
_OFF = "tidak dipakai (web.porta = 0)"
_NONE = "tidak ada; halaman hanya untuk komputer ini"
_RESTART = "sesudahnya: systemctl restart rangkap-web, atau rangkap start lagi"


def rows(settings: Settings) -> Iterator[Row]:
    """Look at the pages of the office; a home for trying may be without."""
    if not web_door.is_wanted(settings):
        yield Row(_WHAT, ok=True, found=_OFF)
        return
    yield _door(settings)
    yield _certificate(settings)


def _door(settings: Settings) -> Row:
    is_trial = bool(settings["kantor.percobaan"])
    sign = heartbeat.of(settings, heartbeat.WEB)
    url, is_there = web_door.url(settings), web_door.is_listening(settings)
    said, _, then = sign.said.removeprefix(f"{heartbeat.WORDS[heartbeat.WEB]} ").partition("; jalankan")
    if sign.lives and is_there:
        return _named(settings, f"{url} terbuka; {said}")
    if is_there:
        told = f"{url}: di alamat itu ada program lain yang menjawab; halaman kantor {said}"
        return Row(
            _WHAT, is_trial, told, "hentikan program itu, atau pilih web.porta yang lain", warning=True
        )
    fault = web_door.fault(settings)
    if fault is not None:
        return Row(_WHAT, is_trial, f"{url} tertutup: {fault.text('id')}", warning=True)
    then = f"jalankan{then}" if then else "lihat: journalctl -u rangkap-web"
    return Row(_WHAT, is_trial, f"{url} tertutup; {said}", then, warning=True)


def _named(settings: Settings, told: str) -> Row:
    """Tell of an open door; under an address that it does not know by name it answers nobody else."""
    if web_door.is_for_this_machine(settings) or settings["web.nama"]:
        return Row(_WHAT, ok=True, found=told)
    then = "tulis di web.nama nama atau alamat komputer ini seperti diketik di PC kantor"
    return Row(_WHAT, True, f"{told}; web.nama kosong, jadi PC lain ditolak", then, warning=True)


def _certificate(settings: Settings) -> Row:
    if not web_door.has_certificate(settings):
        is_enough = web_door.is_for_this_machine(settings)
        return Row(_CERTIFICATE, is_enough, _NONE if is_enough else "tidak ada", "rangkap cert")
    renew = f"rangkap cert --renew; {_RESTART}"
    try:
        found = certificate.of(settings)
    except RangkapError as error:
        return Row(_CERTIFICATE, False, error.text("id"), f"rangkap cert --new-key; {_RESTART}")
    end = f"{found.until.astimezone(settings.zone):%d-%m-%Y}"
    told = f"berlaku sampai {end}, SHA-256 {found.fingerprint[:23]}…"
    if found.days_left < 0:
        return Row(_CERTIFICATE, False, f"lewat sejak {end}: peramban menolak", renew)
    if found.is_ending:
        return Row(_CERTIFICATE, True, f"{told}; tinggal {found.days_left} hari", renew, warning=True)
    lacking = [one for one in certificate.wanted_names(settings) if one not in found.names]
    if lacking:
        return Row(_CERTIFICATE, True, f"{told}; tanpa nama {', '.join(lacking)}", renew, warning=True)
    return Row(_CERTIFICATE, ok=True, found=told)
