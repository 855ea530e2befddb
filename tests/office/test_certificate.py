"""The certificate of the web door: what it says, who may make it, that a kill leaves a pair that fits; and the door's address."""

import socket
import ssl
import stat
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509

from pipeline.kernel import clock
from pipeline.office.base import certificate, web_door
from pipeline.office.base import keys as office_keys
from pipeline.office.base.heartbeat import WEB, Heart
from pipeline.office.overview import doctor
from pipeline.records.models import HistoryRow
from tests.office.bureau import ADMIN, Bureau
from tests.refused import is_any, refused_with
from tools.ports import free_port


def own(bureau: Bureau, *lines: str) -> Bureau:
    """Put lines into the section [web] of the office."""
    bureau.change("[web]", "\n".join(["[web]", *lines]))
    return bureau


def test_it_speaks_for_the_names_of_the_office_and_for_two_years(bureau: Bureau) -> None:
    own(bureau, 'nama = ["rangkap.kantor", "192.168.1.10"]', 'alamat = "0.0.0.0"')
    made = certificate.make(bureau.session(ADMIN))
    assert made.names == ("rangkap.kantor", "192.168.1.10", "localhost", "127.0.0.1", "::1")
    assert made.days_left in (729, 730)
    assert made == certificate.of(bureau.settings)
    assert len(made.fingerprint) == 95
    cert = x509.load_pem_x509_certificate(web_door.certificate_path(bureau.settings).read_bytes())
    assert cert.extensions.get_extension_for_class(x509.BasicConstraints).value.ca is False
    assert cert.fingerprint(cert.signature_hash_algorithm).hex() == made.sha256  # type: ignore[arg-type]
    for path in (web_door.certificate_path(bureau.settings), web_door.key_path(bureau.settings)):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert office_keys.open_to_others(bureau.settings) == []
    assert [row.subject for row in HistoryRow.objects.filter(verb="cert")] == [made.sha256[:16]]


def test_a_browser_that_trusts_it_is_let_in_by_name_and_by_no_other(bureau: Bureau) -> None:
    own(bureau, 'nama = ["rangkap.kantor"]')
    certificate.make(bureau.session(ADMIN))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(web_door.certificate_path(bureau.settings), web_door.key_path(bureau.settings))
    client = ssl.create_default_context(cafile=web_door.certificate_path(bureau.settings))
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        results = []
        for name in ("rangkap.kantor", "localhost", "lain.kantor"):
            thread = Thread(target=_greet, args=(listening, server), daemon=True)
            thread.start()
            try:
                with client.wrap_socket(
                    socket.create_connection(listening.getsockname()), server_hostname=name
                ):
                    results.append(name)
            except ssl.SSLCertVerificationError:
                results.append("refused")
            thread.join(10)
    assert results == ["rangkap.kantor", "localhost", "refused"]


def _greet(listening: socket.socket, context: ssl.SSLContext) -> None:
    raw, _ = listening.accept()
    try:
        context.wrap_socket(raw, server_side=True).close()
    except OSError:
        raw.close()


def test_renewing_keeps_the_key_and_a_pair_that_does_not_fit_is_told_and_made_anew(bureau: Bureau) -> None:
    session = bureau.session(ADMIN)
    with refused_with("office.no_certificate"):
        certificate.of(bureau.settings)
    assert certificate.shown(session) is None
    first, key = certificate.make(session), web_door.key_path(bureau.settings).read_bytes()
    second = certificate.make(session)
    assert second.sha256 != first.sha256
    assert web_door.key_path(bureau.settings).read_bytes() == key
    certificate.make(session, new_key=True)
    assert web_door.key_path(bureau.settings).read_bytes() != key
    assert certificate.of(bureau.settings).days_left in (729, 730)
    old = web_door.certificate_path(bureau.settings).read_bytes()
    certificate.make(session, new_key=True)
    web_door.certificate_path(bureau.settings).write_bytes(old)
    with refused_with("office.no_certificate"):
        certificate.of(bureau.settings)
    assert is_any(web_door.fault(bureau.settings), "office.no_certificate")
    web_door.key_path(bureau.settings).write_bytes(b"rusak")
    with refused_with("office.no_certificate"):
        certificate.make(session)
    certificate.make(session, new_key=True)
    assert web_door.fault(own(bureau, f"porta = {free_port()}").settings) is None


def test_it_is_taken_out_without_its_private_key(bureau: Bureau, tmp_path: Path) -> None:
    certificate.make(bureau.session(ADMIN))
    path = certificate.put_out(bureau.session(ADMIN), tmp_path)
    assert path.name == "rangkap-kantor.crt"
    assert b"PRIVATE" not in path.read_bytes()


def test_without_a_certificate_only_this_machine_is_served(bureau: Bureau) -> None:
    port = free_port()
    own(bureau, f"porta = {port}")
    assert web_door.fault(bureau.settings) is None
    assert web_door.url(bureau.settings) == f"http://127.0.0.1:{port}/"
    bureau.change(f"porta = {port}", f'porta = {port}\nalamat = "0.0.0.0"')
    assert is_any(web_door.fault(bureau.settings), "office.web_needs_certificate")
    certificate.make(bureau.session(ADMIN))
    assert web_door.fault(bureau.settings) is None
    assert web_door.url(bureau.settings) == f"https://127.0.0.1:{port}/"
    bureau.change('alamat = "0.0.0.0"', 'alamat = "0.0.0.0"\nnama = ["rangkap.kantor"]')
    assert web_door.url(bureau.settings) == f"https://rangkap.kantor:{port}/"


def test_an_address_that_is_taken_or_is_not_ours_or_not_wanted_is_told(bureau: Bureau) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        own(bureau, f"porta = {port}")
        assert is_any(web_door.fault(bureau.settings), "office.web_address_taken")
        assert web_door.is_listening(bureau.settings)
    assert not web_door.is_listening(bureau.settings)
    bureau.change(f"porta = {port}", "porta = 0")
    assert is_any(web_door.fault(bureau.settings), "office.web_off")


def test_doctor_tells_of_the_door_and_of_the_end_of_its_certificate(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    own(bureau, f"porta = {port}")

    def rows() -> dict[str, tuple[bool, bool, str]]:
        return {row.what: (row.ok, row.warning, row.found) for row in doctor.web_rows(bureau.settings)}

    ok, warns, text = rows()["halaman web"]
    assert (ok, warns, "belum pernah hidup" in text) == (True, True, True)
    assert rows()["sertifikat web"][0] is True
    with closing(socket.create_server(("127.0.0.1", port))):
        assert "program lain" in rows()["halaman web"][2]
        Heart(bureau.settings, WEB).beat()
        assert rows()["halaman web"][:2] == (True, False)
        assert f"http://127.0.0.1:{port}/ terbuka" in rows()["halaman web"][2]
    made = certificate.make(bureau.session(ADMIN))
    assert rows()["sertifikat web"][:2] == (True, False)
    monkeypatch.setenv("RANGKAP_CLOCK", (made.until - certificate.WARNED / 2).isoformat())
    assert rows()["sertifikat web"][:2] == (True, True)
    assert "tinggal" in rows()["sertifikat web"][2]
    monkeypatch.setenv("RANGKAP_CLOCK", (made.until + certificate.WARNED).isoformat())
    assert rows()["sertifikat web"][0] is False
    monkeypatch.setenv("RANGKAP_CLOCK", made.since.isoformat())
    bureau.change(f"porta = {port}", f'porta = {port}\nnama = ["baru.kantor"]')
    assert "tanpa nama baru.kantor" in rows()["sertifikat web"][2]
    bureau.change(f"porta = {port}", "porta = 0")
    assert rows() == {"halaman web": (True, False, "tidak dipakai (web.porta = 0)")}
    assert clock.now() < made.until
