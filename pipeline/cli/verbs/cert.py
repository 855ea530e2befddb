"""``rangkap cert``: the certificate of the web door; made, renewed, its fingerprint shown, a copy put out for the PCs."""

from __future__ import annotations

from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.errors import Text
from pipeline.office.base import certificate as office

_MADE = Text(
    "Sertifikat dibuat. Halaman web hanya lewat https sesudah dijalankan lagi: systemctl restart rangkap-web, atau rangkap start.\n"
    "Setiap PC kantor mempercayainya sekali: deploy/halaman-web.md. Bandingkan sidik jari SHA-256-nya di sana:",
    "The certificate was made. The pages are https alone once they are started again: systemctl restart rangkap-web, or rangkap start.\n"
    "Each PC of the office trusts it once: deploy/halaman-web.md. Compare its SHA-256 fingerprint there:",
)
_ENDS = Text(
    "Sertifikat itu berakhir {until}; buat yang baru: rangkap cert --renew",
    "That certificate ends on {until}; make a new one: rangkap cert --renew",
)
_PUT = Text(
    "{path}\nSalinan untuk PC kantor; isinya bukan rahasia.",
    "{path}\nThe copy for the PCs; it holds no secret.",
)


def cert(call: Call) -> int:
    """Make the certificate where there is none or a new one is asked for, and show it."""
    desk = desk_of(call)
    is_new = call.args.renew or call.args.new_key
    found = None if is_new else office.shown(desk)
    if found is None:
        found = office.make(desk, new_key=call.args.new_key)
        call.say(_MADE)
    until = f"{found.until.astimezone(call.settings.zone):%d-%m-%Y}"
    if found.is_ending:
        call.say(_ENDS, until=until)
    plain = {"sha256": found.sha256, "until": found.until.isoformat(), "names": list(found.names)}
    if call.args.to:
        path = office.put_out(desk, Path(call.args.to))
        call.say(_PUT, path=path)
        plain["path"] = str(path)
    told = f"{_grouped(found.fingerprint)}\n{', '.join(found.names)}\n{found.since:%d-%m-%Y} – {until}"
    return call.give(plain, told)


def _grouped(fingerprint: str) -> str:
    """Return the fingerprint in two rows, as it is compared by eye."""
    return f"{fingerprint[:48].rstrip(':')}\n{fingerprint[48:]}"
